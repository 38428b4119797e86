# What stops of the presentation say.
stop-part = часть { $part } из { $parts }
stop-against-expectation = к ожиданию
stop-other-ways = Другие пути на этом этапе
stop-other-way = другой путь
stop-selection = Выбранные точки касания
stop-and-more = и ещё { $count }
stop-touchpoint-count = { $count ->
    [one] { $count } точка касания
    [few] { $count } точки касания
   *[many] { $count } точек касания
}
stop-figure-touchpoints = точек касания
stop-figure-barriers = открытых барьеров
stop-figure-conversion = доходят до цели
stop-figure-conversion-assumed = доходят до цели (допущение)
stop-figure-customers = клиентов
stop-figure-customers-period = клиентов · { $period }
stop-lost-here = уходят { $share }
stop-goals = Цели
stop-needs = Потребности
stop-pains = Боли
stop-expectations = Ожидания
stop-who = О персоне
stop-motivation = Мотивация
stop-channels = Любимые каналы
stop-habits = Привычки
stop-devices = Устройства
stop-quote = «{ $words }»
stop-owner = отвечает { $owner }
stop-action = Что делает
stop-need = Что нужно
stop-barriers = Барьеры
stop-opportunities = Что можно сделать
stop-strengths = Что нравится
stop-expected = ожидание { $hoped } · разрыв { $gap }
stop-gap = { $gap } к ожиданию
stop-barrier-hit = { $share } клиентов
stop-barrier-leave = { $share } из них уходят
stop-in-work = в работе
stop-chosen = выбрано
stop-by-day = до { $date }
stop-emotions = Эмоции на всём пути
stop-lowest = Низшая точка
stop-highest = Высшая точка
stop-remembered = Что запомнится
stop-peak-end = среднее пика и конца пути
stop-answers = Ответы
stop-no-answers = Пока не хватает данных: отметьте эмоции, переходы и барьеры.
stop-what-works = Что работает
stop-why-unhappy = Почему клиенты недовольны?
stop-where-lost = Где мы их теряем?
stop-not-loved = Что мешает нас полюбить и рекомендовать?
stop-flow = До цели доходят { $reached }, по дороге уходят { $lost }
stop-flow-assumed = До цели доходят { $reached }, по дороге уходят { $lost } (допущение: часть долей не указана)
stop-detractors = NPS { $nps } · критиков { $share } (n = { $n })
stop-weak-ending = так заканчивается путь
stop-decided = Что решили
stop-what-we-do = Что можно сделать
stop-no-decisions = Решений пока нет.
stop-axis-value = ↑ ценность
stop-axis-effort = трудозатраты →
stop-quick-win = слева вверху — много пользы за малые усилия: с этого начать
