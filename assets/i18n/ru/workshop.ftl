# Воркшоп: инструменты, протокол.

## Повестка

agenda-opening = Открытие и знакомство
agenda-persona = Портрет персоны
agenda-steps = Шаги пути
agenda-interactions = Точки касания
agenda-say-think = Что говорит и думает клиент
agenda-emotions = Эмоции
agenda-break = Перерыв
agenda-pain-points = Барьеры и боли
agenda-voting = Голосование
agenda-critical-moments = Моменты истины
agenda-future-state = Путь, каким он должен быть

## Панель

workshop-title = Воркшоп
workshop-close = Закрыть панель воркшопа
workshop-tools = Инструменты воркшопа
workshop-tools-hint = Ctrl+PgUp и Ctrl+PgDn — соседний инструмент
tool-agenda = Повестка
tool-participants = Участники
tool-capture = Стикеры
tool-voting = Голосование
tool-poll = Опрос
tool-decisions = Решения
tool-parking = Парковка
tool-glossary = Глоссарий
tool-minutes = Протокол

timer-none = Таймер не запущен
timer-start = Старт
timer-pause = Пауза
timer-more = +5 минут
timer-next = Дальше
timer-over = Время вышло
timer-status = { $item } { $time }
timer-left = Осталось { $time }
agenda-use-preset = Обычная повестка, { $minutes } мин
agenda-empty = Повестки пока нет. Возьмите обычную и поправьте её под себя или впишите свои пункты.
agenda-new = Новый пункт
agenda-new-hint = Пункт и минуты, Enter
agenda-item-title = Пункт повестки { $number }
agenda-item-minutes = Минут на пункт { $number }
agenda-total = Всего { $time }
agenda-hours = { $hours } ч { $minutes } мин
agenda-minutes-only = { $minutes } мин
agenda-take-up = Перейти к этому пункту
item-more = Действия: { $title }

participants-new = Новый участник
participants-new-hint = Имя, отдел, Enter
participants-empty = Впишите, кто сегодня в зале: от числа участников зависит, сколько точек на голосовании.

capture-line = Новый стикер
capture-line-hint = Что говорят участники, Enter
capture-place = Куда
capture-place-stage = Этап: { $title }
capture-keys = Alt+1…7 — что записываем, Alt+↑ и Alt+↓ — куда, Enter — на карту
capture-needs-touchpoint = Сначала выберите точку касания
capture-nowhere = В карте ещё нет этапов
capture-last = Записано
sticky-barrier = Барьер
sticky-strength = Сильная сторона
sticky-opportunity = Возможность
sticky-thought = Мысль
sticky-need = Потребность
sticky-touchpoint = Точка касания
sticky-parking = На парковку

vote-new = Новое голосование
vote-scope-barriers = Барьеры
vote-scope-touchpoints = Точки касания
vote-scope-opportunities = Возможности
vote-title-barriers = Какие барьеры снять первыми?
vote-title-touchpoints = Какие точки касания важнее всего?
vote-title-opportunities = Какие решения взять в работу?
vote-scope = За что голосуем
vote-dots-each = Точек у каждого
vote-voters = Голосующих
vote-start = Начать голосование
vote-no-choices = На карте пока нет, за что голосовать
vote-pick = Голосование
vote-question = Вопрос
vote-entered = Внесено { $entered } из { $expected } точек
vote-too-many = Точек больше, чем есть у голосующих
vote-count = Точки за «{ $choice }»
vote-keys = Цифры — сколько точек, Enter или ↓ — дальше
vote-reveal = Показать итог
vote-hide = Скрыть итог
vote-hidden = Итог скрыт до конца голосования
vote-add-new = Добавить новые ({ $count })
vote-remove = Удалить голосование
vote-place = { $place }-е место
vote-dots = { $dots ->
    [one] { $dots } точка
    [few] { $dots } точки
   *[many] { $dots } точек
}

poll-new = Спросить об этой точке касания
poll-new-touchpoint = Точка касания
poll-pick = Опрос
poll-count = Ответов { $points }
poll-answers = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
poll-mean = Среднее
poll-median = Медиана
poll-spread = Половина ответов
poll-deviation = Отклонение
poll-from-to = от { $low } до { $high }
poll-map = На карте
poll-map-none = На карте оценки нет
poll-difference = { $persona }: { $value }, в зале { $difference }
poll-empty = Выделите точку касания на карте или выберите её здесь, спросите зал и внесите ответы от −5 до +5.
poll-keys = Alt+↑ и Alt+↓ — точка касания, цифры — сколько ответов, Enter или ↓ — дальше
poll-remove = Удалить опрос

decision-what = Что делаем
decision-who = Кто
decision-due = Срок
decision-due-hint = 01.12 или 2026-12-01
decision-date-wrong = Дата не читается: 01.12, 01.12.2026 или 2026-12-01
decision-add = Записать решение
decision-keys = Tab — следующее поле, Enter — записать
decision-link = Связать с возможностью
decision-empty = Решений пока нет
decision-no-owner = без ответственного
parking-new = Отложить на потом
parking-new-hint = Мысль не по теме, Enter
parking-empty = Сюда — всё важное, но не про сегодня
parking-by = Кто поднял
glossary-term = Слово
glossary-meaning = Что значит
glossary-add = Добавить в глоссарий
glossary-keys = Tab — следующее поле, Enter — добавить
glossary-empty = Договоритесь, что значат слова, о которых спорят

minutes-markdown = Протокол в Markdown…
minutes-pdf = Протокол в PDF…
minutes-notes-field = Заметки к протоколу
minutes-contains = Что войдёт в протокол
minutes-privacy = Участники названы по именам. Респонденты исследований в протокол не попадают.
minutes-count-line = { $what }: { $count }
pick-minutes = Куда сохранить протокол

## Зал

room-vote-open = Голосуем
room-vote-rules = { $dots ->
    [one] { $dots } точка
    [few] { $dots } точки
   *[many] { $dots } точек
} у каждого
room-poll-question = Как это для клиента?
room-poll-hidden = Ответы собраны: { $count }
room-nothing = Пока пусто

## Протокол

minutes-title = Протокол: { $what }
minutes-participants = Участники
minutes-agenda = Повестка
minutes-decisions = Решения
minutes-votes = Голосование
minutes-polls = Опросы об эмоциях
minutes-parking = Парковка
minutes-glossary = Глоссарий
minutes-notes = Заметки
minutes-total = Всего
minutes-column-name = Имя
minutes-column-department = Отдел
minutes-column-item = Пункт
minutes-column-minutes = Минуты
minutes-column-what = Что
minutes-column-who = Кто
minutes-column-due = Срок
minutes-column-opportunities = Возможности
minutes-column-place = Место
minutes-column-choice = За что
minutes-column-dots = Точки
minutes-column-touchpoint = Точка касания
minutes-column-answers = Ответы
minutes-column-room = Среднее
minutes-column-middle = Медиана
minutes-column-spread = Разброс
minutes-column-map = На карте
minutes-column-term = Слово
minutes-column-meaning = Значение
minutes-vote-rules = Голосующих: { $voters }, точек у каждого: { $dots }.
minutes-vote-entered = Внесено { $entered } из { $expected }.
minutes-vote-hidden = Итог не показан.
minutes-poll-note = Шкала от −5 до +5. Разброс — в каких пределах лежит средняя половина ответов.
