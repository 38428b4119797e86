# sources: transcripts beside the map

sources-title = Интервью
sources-close = Закрыть интервью
sources-none = Откройте или вставьте расшифровку интервью. Выделите в ней слова: одна клавиша сделает из них барьер, сильную сторону, цитату, мысль или точку касания, и источник сохранится.
sources-open = Открыть расшифровку…
sources-paste = Вставить или набрать текст…
field-transcript = Расшифровка
sources-field = Текст интервью
sources-paste-field = Вставьте сюда расшифровку
sources-paste-title = Название источника
sources-take = Добавить в проект
sources-names-note = Имена говорящих станут кодами: R01, R02… Другие имена в тексте останутся: проверьте его.
sources-no-speakers = Говорящие не найдены, поэтому имена не станут кодами и останутся в тексте. Начинайте каждую реплику с имени и двоеточия: «Анна: долго ждала» или «[00:05] Анна: долго ждала», либо ставьте над ней строку «Анна 00:05».
sources-speakers = Кто говорит
sources-speaker = { $name } станет { $code }
sources-select-hint = Выделите слова и нажмите клавишу:
sources-barrier = Барьер
sources-barrier-known = Ещё один голос за «{ $title }»
sources-strength = Сильная сторона
sources-quote = Цитата
sources-thought = Мысль
sources-touchpoint = Точка касания
sources-made-barrier = Добавлен барьер: «{ $words }»
sources-made-strength = Добавлена сильная сторона: «{ $words }»
sources-made-quote = Добавлена цитата: «{ $words }»
sources-made-thought = Добавлена мысль: «{ $words }»
sources-made-touchpoint = Добавлена точка касания: «{ $words }»
sources-place = попадёт в «{ $title }»
sources-no-words = Сначала выделите слова в интервью
sources-no-place = Сначала выделите точку касания на карте
sources-respondent = говорит { $code }
sources-respondent-unknown = кто говорит, неизвестно
sources-none-selected = слова не выделены
sources-taken = Взято отсюда
sources-untie = Отвязать от утверждения
sources-untitled = Интервью { $number }
respondents-note = Только коды, по одному в строке: имя станет кодом (R07)
respondents-code = Заменить имена кодами
sources-failed = Расшифровка не читается
sources-not-text = { $file } — не текст, или его кодировка незнакома Tropa. Сохраните его как текст в UTF-8 и откройте снова.
sources-empty = { $file } пуст.
sources-too-long = { $file } слишком длинный: в расшифровке помещается не больше { $max } абзацев.
pick-transcript = Открыть расшифровку
sources-show = Показать расшифровку
voices = { $said } из { $asked ->
    [one] { $asked } респондента
   *[other] { $asked } респондентов
}
