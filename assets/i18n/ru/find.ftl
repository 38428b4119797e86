# Поиск.
find-field = Поиск
find-hint = Искать по всем текстам
find-at = { $at } из { $count }
find-count = { $count ->
    [one] { $count } совпадение
    [few] { $count } совпадения
   *[many] { $count } совпадений
}
find-nothing = Ничего не найдено
find-show-list = Показать список
find-hide-list = Свернуть список
find-close = Закрыть поиск (Esc)
find-stop = Экран показа
find-group-barriers = Барьеры
find-group-opportunities = Возможности
find-group-strengths = Сильные стороны
find-group-metrics = Метрики
find-group-personas = Персоны
find-group-sources = Источники
find-group-project = Проект
find-group-show = Показ
find-group-workshop = Воркшоп
find-group-comments = Комментарии
find-field-name = Название
find-field-action = Что делает клиент
find-field-need = Потребность
find-field-word = Эмоция
find-field-quote = Цитата
find-field-promise = Обещание
find-field-channel = Канал
find-field-owner = Отдел
find-field-backstage = Внутренние процессы
find-field-systems = Системы
find-field-notes = Заметки
find-field-cell = Своя дорожка
find-field-goal = Цель
find-field-question = Вопрос
find-field-scope = Границы пути
find-field-period = Период
find-field-authors = Авторы
find-field-reason = Причина
find-field-subtitle = Подзаголовок
find-field-company = Компания
find-field-product = Продукт
find-field-vision = CX-видение
find-field-segment = Сегмент
find-field-demographics = О человеке
find-field-motivation = Мотивация
find-field-pain = Боль
find-field-expectation = Ожидание
find-field-habits = Привычки
find-field-devices = Устройства
find-field-trait = Черта
find-field-own = Своё поле
find-field-unit = Единица
find-field-link = Ссылка
find-field-comment = Комментарий
find-field-speech = Заметки докладчика
find-field-audit = Аудит
find-field-who = Кто
find-field-meaning = Значение

# Фильтры.
filter = Фильтр
filter-text = Со словами
filter-persona = Персона
filter-channel = Канал
filter-owner = Отдел: отвечает или участвует
filter-evidence = Насколько изучено
filter-severity = Критичность барьера, не ниже
filter-severity-from = Критичность { $least ->
    [5] 5
   *[other] от { $least }
}
filter-marks = Отметки
filter-clear = Показать всё
filter-close = Закрыть фильтр (Esc)
filter-more = Добавить в фильтр
filter-next = Следующая из прошедших фильтр
filter-previous = Предыдущая из прошедших фильтр
filter-remove = Убрать из фильтра: { $what }
filter-no-touchpoints = Точек касания пока нет — фильтровать нечего.
filter-count = { $lit } из { $count ->
    [one] { $count } точки касания
   *[other] { $count } точек касания
}
filter-quoted = «{ $text }»

# Мини-карта.
minimap = Вся карта в миниатюре

# Список путей.
journeys = Пути клиента
journeys-shown = сейчас на экране
journeys-open = Открыть
journeys-empty = На карте пока пусто
journeys-more = Ещё о пути «{ $title }»

# Структура.
outline-locate = Показать на карте: { $title }
outline-fold = Свернуть: { $title }
outline-unfold = Развернуть: { $title }
outline-add = Добавить точку касания: { $title }
outline-drop-behind = Встанет после: { $title }
outline-drop-into = Встанет в: { $title }
outline-empty = Здесь пока пусто. Enter добавит точку касания.
outline-row-stage = Этап «{ $title }», { $count ->
    [one] { $count } точка касания
    [few] { $count } точки касания
   *[many] { $count } точек касания
}
outline-row-step = Шаг «{ $title }»
journey-first = Чей это путь?
journey-first-text = Путь — это дорога клиента через пять этапов: от первой мысли до того, что он расскажет другим. Добавьте путь, а затем его точки касания.
