# clip

clip-clipboard = Буфер обмена
clip-refused = Это не вставить
clip-unreadable =
    В буфере обмена — часть карты Tropa, но прочитать её не получилось. В проекте ничего не изменилось.

    { $what }
clip-whole-project = В буфере обмена — целый проект Tropa. Сохраните текст в файл .ron и откройте его или скопируйте отдельные точки касания.
clip-pasted-with = { $count ->
    [one] Вставлена { $count } точка касания; добавлены персоны: { $personas }. Отменить: { $keys }
    [few] Вставлены { $count } точки касания; добавлены персоны: { $personas }. Отменить: { $keys }
   *[many] Вставлено { $count } точек касания; добавлены персоны: { $personas }. Отменить: { $keys }
}
clip-pasted = { $count ->
    [one] Вставлена { $count } точка касания. Отменить: { $keys }
    [few] Вставлены { $count } точки касания. Отменить: { $keys }
   *[many] Вставлено { $count } точек касания. Отменить: { $keys }
}
clip-picture-where = Выделите персону, чтобы вставить портрет, или точку касания, чтобы добавить картинку, и вставьте ещё раз.
clip-picture-failed = Картинку из буфера обмена вставить не получилось: { $reason }.

# Что говорят строки и столбцы таблицы.
grid-field-touchpoint = Точки касания
grid-field-stage = Этап
grid-field-step = Шаг
grid-field-action = Что делает клиент
grid-field-need = Потребности
grid-field-thought = Мысли и цитаты
grid-field-emotion = Эмоция (число)
grid-field-word = Эмоция словом
grid-field-expectation = Ожидание (число)
grid-field-channel = Канал
grid-field-barrier = Барьеры
grid-field-strength = Сильные стороны
grid-field-opportunity = Возможности
grid-field-backstage = Внутренние процессы
grid-field-systems = Системы
grid-field-department = Отдел
grid-field-goal = Цель этапа
grid-field-notes = Заметки
grid-field-own = Своя дорожка
grid-field-skip = Не брать
grid-scale-ours = −5 … +5
grid-scale-two = −2 … +2
grid-scale-one-to-five = 1 … 5
grid-scale-zero-to-ten = 0 … 10
grid-customer = Клиент

# Что не взять как есть.
grid-note-at = Строка { $row }, столбец { $column }: { $what }
grid-note-no-number = эмоция «{ $text }» — не число от { $least } до { $greatest }; останется словом
grid-note-no-expectation = ожидание «{ $text }» — не число от { $least } до { $greatest }; в карту не войдёт
grid-note-outside = «{ $text }» выходит за шкалу; будет { $points }
grid-note-about = «{ $text }» станет { $points }
grid-note-no-touchpoint = здесь нет точки касания, к которой относится «{ $text }» ({ $field }); в карту не войдёт
grid-note-at-stage = здесь нет точки касания; барьер будет у всего этапа
grid-note-lines = { $lines ->
    [one] { $lines } строка
    [few] { $lines } строки
   *[many] { $lines } строк
} на точки касания, которых { $touchpoints }; раздаются по порядку
grid-note-one-channel = у точки касания один канал; останется «{ $text }», остальные не войдут
grid-note-second-goal = у этапа уже есть цель; «{ $text }» не войдёт

# Что получится при вставке, до неё самой.
paste-table-title = Вставка таблицы
paste-mermaid-title = Вставка пути из Mermaid
paste-layout-lanes = Этапы в столбцах, дорожки в строках
paste-layout-rows = По точке касания в строке
paste-connect = Соединить точки касания по порядку
paste-scale = Шкала эмоций
paste-row-means = Строка { $row }, «{ $title }»: что в ней
paste-column-means = Столбец { $column }, «{ $title }»: что в нём
paste-column-stage = Этап столбца { $column }, «{ $title }»
paste-value-stage = Этап для «{ $title }»
paste-rows-all = Все строки
paste-rows-without = Строки без этапа
paste-stage-before = Как слева
paste-lanes-named = В первом столбце названия дорожек
paste-stage-guessed = Этап угадан по месту. Выберите нужный.
paste-more-rows = { $count ->
    [one] … и ещё { $count } строка
    [few] … и ещё { $count } строки
   *[many] … и ещё { $count } строк
}
paste-made = Получится: { $what }
paste-made-nothing = Пока ничего не получится: укажите, в каких строках или столбцах точки касания.
paste-made-touchpoints = { $count ->
    [one] { $count } точка касания
    [few] { $count } точки касания
   *[many] { $count } точек касания
}
paste-made-stages = на { $count ->
    [one] { $count } этапе
   *[many] { $count } этапах
}
paste-made-steps = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[many] { $count } шагов
}
paste-made-transitions = { $count ->
    [one] { $count } переход
    [few] { $count } перехода
   *[many] { $count } переходов
}
paste-made-barriers = { $count ->
    [one] { $count } барьер
    [few] { $count } барьера
   *[many] { $count } барьеров
}
paste-made-strengths = { $count ->
    [one] { $count } сильная сторона
    [few] { $count } сильные стороны
   *[many] { $count } сильных сторон
}
paste-made-opportunities = { $count ->
    [one] { $count } возможность
    [few] { $count } возможности
   *[many] { $count } возможностей
}
paste-made-lanes = { $count ->
    [one] { $count } своя дорожка
    [few] { $count } свои дорожки
   *[many] { $count } своих дорожек
}
paste-made-channels = { $count ->
    [one] { $count } канал
    [few] { $count } канала
   *[many] { $count } каналов
}
paste-made-departments = { $count ->
    [one] { $count } отдел
    [few] { $count } отдела
   *[many] { $count } отделов
}
paste-made-personas = { $count ->
    [one] { $count } персона
    [few] { $count } персоны
   *[many] { $count } персон
}
paste-no-remarks = Всё войдёт как есть.
paste-remarks = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
}
paste-on-line = Строка { $line }: { $text }
paste-into-this = В путь «{ $journey }»
paste-into-new = Новым путём
paste-go = Вставить
import-not-text = { $file } — не текст, или его кодировка незнакома Tropa. Сохраните таблицу как «CSV UTF-8» и откройте ещё раз.
