# Замечания: что не так с картой и что с этим сделать. $subject уже назван: «Точка касания „…“».

problem-dangling = { $subject }: ссылка на { $id } никуда не ведёт. Верните то, на что она указывала, или уберите ссылку.
problem-shared-id = { $subject }: такой же идентификатор есть в другом пути. Дайте одному из них новый.
problem-out-of-range = { $subject }: { $field } — { $value }, а должно быть от { $min } до { $max }. Исправьте число.
problem-out-of-range-low = { $subject }: { $field } — { $value }, а должно быть не меньше { $min }. Исправьте число.
problem-out-of-range-number = { $subject }: { $field } — это не число. Введите число или оставьте поле пустым.
problem-stage-without-step = { $subject }: в этапе нет ни одного шага, точкам касания негде стоять. Добавьте шаг.
problem-self-transition = { $subject }: переход ведёт из точки в неё же и в расчёты не входит. Удалите его или направьте к другой точке.
problem-shares-above-one = { $subject }: доли переходов отсюда дают в сумме { $sum } %, больше 100 %. Уменьшите одну из них.
problem-starts-above-one = { $subject }: доли начинающих в разных точках дают в сумме { $sum } %, больше 100 %. Уменьшите одну из них.
problem-doubled-transition = { $subject }: между этими точками уже есть такой же переход. Оставьте один.
problem-closed-loop = { $subject }: отсюда начинается круг из { $touchpoints ->
        [one] { $touchpoints } точки
       *[other] { $touchpoints } точек
    }, из которого нет выхода, и потери не посчитать. Добавьте переход наружу или снизьте долю возврата.
problem-unreachable = { $subject }: сюда не ведёт ни один путь от начала. Добавьте переход или отметьте, что клиенты начинают здесь.
problem-lost-behind-goal = { $subject }: здесь заканчивают те, кто пошёл дальше после цели «{ $goal }», а чем — не сказано, и все они считаются потерянными. Отметьте, что те, кто дальше не идёт, достигли цели, или сделайте целью эту точку.
problem-untitled = { $subject }: нет названия. Назовите, чтобы на карте было понятно, о чём речь.
problem-no-persona = { $subject }: не выбрана ни одна персона. Укажите, чей это путь.
problem-unplaced = { $subject }: на карте его не видно. Привяжите к точке касания или этапу.
problem-unplaced-strength = { $subject }: на карте её не видно. Привяжите к точке касания.
problem-broken-path = { $subject }: сохранённый путь персоны обрывается после точки «{ $after }». Добавьте переход или поправьте путь.
problem-undrawn-script = { $subject }: этих знаков нет в шрифте, вместо них будут квадраты: { $sample }. Замените их буквами латиницы, кириллицы или греческого.
problem-improves-no-as-is = { $subject }: улучшает не путь «как есть». Выберите сегодняшний путь, который он улучшает.

problem-subject-project = Проект
problem-subject-channel = Канал { $name }
problem-subject-department = Отдел { $name }
problem-subject-participant = Участник { $name }
problem-subject-persona = Персона { $name }
problem-subject-journey = Путь { $name }
problem-subject-stage = Путь { $name }, этап «{ $stage ->
        [attention] Привлечение внимания
        [interest] Интерес
        [contact] Контакт
        [impression] Впечатление
       *[engagement] Вовлечение
    }»
problem-subject-step = Шаг { $name }
problem-subject-lane = Дорожка { $name }
problem-subject-touchpoint = Точка касания { $name }
problem-subject-transition = Переход { $name }
problem-subject-barrier = Барьер { $name }
problem-subject-strength = Сильная сторона { $name }
problem-subject-opportunity = Возможность { $name }
problem-subject-evidence = Источник { $name }
problem-subject-metric = Метрика { $name }
problem-subject-stop = Слайд показа { $name }
problem-nameless-project = Проект
problem-nameless-channel = Канал без названия
problem-nameless-department = Отдел без названия
problem-nameless-participant = Участник без имени
problem-nameless-persona = Персона без имени
problem-nameless-journey = Путь без названия
problem-nameless-step = Шаг без названия
problem-nameless-lane = Дорожка без названия
problem-nameless-touchpoint = Точка касания без названия
problem-nameless-transition = Переход
problem-nameless-barrier = Барьер без формулировки
problem-nameless-strength = Сильная сторона без формулировки
problem-nameless-opportunity = Возможность без формулировки
problem-nameless-evidence = Источник без названия
problem-nameless-metric = Метрика без названия
problem-nameless-stop = Слайд показа
problem-nameless-stage = Путь без названия, этап «{ $stage ->
        [attention] Привлечение внимания
        [interest] Интерес
        [contact] Контакт
        [impression] Впечатление
       *[engagement] Вовлечение
    }»
problem-quoted = «{ $title }»

problem-field-share = доля
problem-field-value = значение
problem-field-customers = число клиентов за период
problem-field-ltv = LTV
problem-field-revenue-per-customer = выручка на клиента
problem-field-height = высота дорожки
problem-field-start = доля начинающих здесь
problem-field-duration-minutes = длительность в минутах
problem-field-waiting-minutes = ожидание в минутах
problem-field-minutes = время в минутах
problem-field-severity = критичность
problem-field-frequency = доля столкнувшихся
problem-field-leave = доля ушедших из столкнувшихся
problem-field-emotion-cost = цена в эмоциях
problem-field-value-to-customer = ценность для клиента
problem-field-value-to-business = ценность для бизнеса
problem-field-effort = трудозатраты
problem-field-cost-once = разовые затраты
problem-field-cost-per-period = затраты за период
problem-field-reach = охват
problem-field-impact = влияние
problem-field-confidence = уверенность
problem-field-lost = число ушедших
problem-field-revenue = выручка
problem-field-margin = маржа
problem-field-churn = отток
problem-field-discount = ставка дисконтирования
problem-field-part = число из всех
problem-field-target = цель
problem-field-score = оценка аудита
