# Words on the map itself, in the map's language.
stage-attention = Привлечение внимания
stage-interest = Интерес
stage-contact = Контакт
stage-impression = Впечатление
stage-engagement = Вовлечение

map-question-attention = Как о нас узнают?
map-question-interest = Как возникает интерес?
map-question-contact = Как начинают иметь с нами дело?
map-question-impression = Какое послевкусие остаётся?
map-question-engagement = Как ведём дальше?

map-as-is = как есть
map-to-be = как должно быть
map-untitled = Путь без названия
map-untitled-touchpoint = Без названия
map-no-channel = Без канала
map-untitled-note = Без формулировки
map-scope-from = От: { $from }
map-scope-to = До: { $to }
map-scope-both = { $from } → { $to }

lane-goals = Цели
lane-goals-note = чего хочет клиент
lane-touchpoints = Точки касания
lane-touchpoints-note = и переходы
lane-actions = Действия
lane-actions-note = что делает клиент
lane-needs = Потребности
lane-needs-note = зачем он здесь
lane-thoughts = Мысли
lane-thoughts-note = и цитаты
lane-emotions = Эмоции
lane-emotions-note = ожидание и реальность
lane-barriers = Барьеры
lane-barriers-note = критичность и доля клиентов
lane-strengths = Сильные стороны
lane-strengths-note = что нравится
lane-opportunities = Возможности
lane-opportunities-note = и решения
lane-metrics = Метрики
lane-metrics-note = n и 95 % интервал
lane-backstage = Отдел
lane-backstage-note = внутренние процессы

map-moment-of-truth = момент истины
map-goal = цель пути
map-researched = исследовано
map-partial = частично
map-hypothesis = гипотеза
map-votes = голоса на воркшопе
map-votes-count = { $dots ->
    [one] { $dots } голос
    [few] { $dots } голоса
   *[many] { $dots } голосов
}
map-shares = доли: от клиентов на шаге
map-expectation = ожидание
map-peak-end = пик–конец
map-lowest = низшая { $value }
map-card = Этап { $stage }, точка касания { $title }
map-card-channel = канал { $channel }
map-card-emotion = эмоция { $value } ({ $persona })
map-known = изученность: { $level }
map-barrier-count = { $count ->
    [one] { $count } барьер
    [few] { $count } барьера
   *[many] { $count } барьеров
}
map-end-reached = здесь путь пройден
map-end-lost = здесь уходят
map-starts-here = начинают здесь: { $share }
map-invite-touchpoint = + точка касания
map-invite-opportunity = + возможность
map-invite-action = + действие
map-invite-need = + потребность
map-invite-thought = + мысль
map-invite-goal = + цель
map-invite-backstage = + процесс
map-invite-words = + текст
map-fold-lane = Свернуть дорожку: { $lane }
map-open-lane = Развернуть дорожку: { $lane }
map-barrier-label = Барьер: { $statement }
map-severity = критичность { $severity } из 5
map-barrier-state = статус: { $status }, степень изученности: { $level }
map-strength-label = Сильная сторона: { $statement }
map-opportunity-label = Возможность: { $statement }
map-value-effort = ценность { $value } · трудозатраты { $effort }
map-few-answers = мало ответов
map-target = цель{"\u00A0"}{ $target }
map-whole-way = Весь путь

metric-nps = NPS
metric-csat = CSAT
metric-ces = CES
metric-churn = Отток
metric-revenue = Выручка на клиента
metric-ltv = LTV
metric-share = Доля
metric-number = Показатель
