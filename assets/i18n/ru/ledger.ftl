# ledger

## Списки барьеров, возможностей и сильных сторон

ledger-list = Список: { $name }
ledger-tab = { $name }: { $count }
ledger-add-barrier = Добавить барьер
ledger-add-opportunity = Добавить возможность
ledger-add-strength = Добавить сильную сторону
ledger-to-board = На доске
ledger-to-list = Списком
ledger-copy = Скопировать таблицей
ledger-copied = { $count ->
    [one] Скопирована { $count } строка. Её можно вставить в Excel или Google Таблицы.
    [few] Скопировано { $count } строки. Их можно вставить в Excel или Google Таблицы.
   *[many] Скопировано { $count } строк. Их можно вставить в Excel или Google Таблицы.
}
ledger-show-on-map = Показать на карте
ledger-nowhere = Ещё не размещено на карте. Укажите точку касания, и будет видно где.

ledger-column-statement = Формулировка
ledger-column-stage = Этап
ledger-column-touchpoints = Точки касания
ledger-column-channel = Канал
ledger-column-owner = Отдел
ledger-column-severity = Критичность
ledger-column-frequency = Доля
ledger-column-leave = Уходят
ledger-column-emotion-cost = Эмоция
ledger-column-blocks = Чему мешает
ledger-column-personas = Персоны
ledger-column-evidence = Источники
ledger-column-status = Статус
ledger-column-since = Изменён
ledger-column-value-customer = Клиенту
ledger-column-value-business = Бизнесу
ledger-column-effort = Труд
ledger-column-cost-once = Разово
ledger-column-cost-period = За период
ledger-column-rice = RICE
ledger-column-due = Срок
ledger-column-closes = Барьеров

ledger-sort-by = Сортировать: { $column }
ledger-sorted-up = { $column }: по возрастанию
ledger-sorted-down = { $column }: по убыванию
ledger-search = Найти в списке
ledger-this-journey = Только этот путь
ledger-this-journey-doc = Показать то, что есть на открытой карте, и то, что ещё не размещено
ledger-group = Группировка
ledger-group-by = Группы: { $what }
ledger-group-none = Без групп
ledger-group-head = { $name }: { $sums }
ledger-clear = Сбросить фильтры
ledger-filter-is = { $name }: { $what }
ledger-from-severity = Критичность от { $severity }
ledger-severity = критичность { $severity }
ledger-no-severity = Критичность не указана
ledger-no-owner = Без ответственного
ledger-no-channel = Без канала
ledger-not-placed = не размещён
ledger-whole-stage = весь этап
ledger-place = Разместить: { $statement }
ledger-cell = { $name }: { $what } — { $statement }

ledger-severe = критичных { $count }
ledger-fixed = устранено { $count }
ledger-done = сделано { $count }
ledger-cost-once = разово { $sum }
ledger-cost-period = за период { $sum }
ledger-shown-of = Показано { $shown } из { $all }
ledger-selected = выделено { $count }
ledger-keys-barriers = Enter — изменить · S — статус · 1–5 — критичность · N — новый · Shift+Enter — на карту
ledger-keys = Enter — изменить · S — статус · N — добавить · Shift+Enter — на карту

ledger-no-barriers = Барьеров пока нет
ledger-no-barriers-text = Барьер — всё, что мешает клиенту легко выбрать, искренне полюбить или посоветовать. Запишите его словами клиента; место на карте можно указать потом.
ledger-no-opportunities = Возможностей пока нет
ledger-no-opportunities-text = Возможность — то, что можно сделать: решение, которое снимает барьер, или просто идея. Оцените ценность и трудозатраты, и доска покажет, с чего начать.
ledger-no-strengths = Сильных сторон пока нет
ledger-no-strengths-text = Сильная сторона — то, что клиентам уже нравится. С них начинают отчёт: плохие новости без хороших воспринимают как нападение.
ledger-none-passes = Под фильтры ничего не подходит
ledger-none-passes-text = Строки в списке есть, но все они сейчас скрыты.

## Доска «ценность — трудозатраты»

board-title = Ценность и трудозатраты
board-export = Экспорт доски…
board-value = Ценность
board-both = Клиенту и бизнесу
board-customer = Клиенту
board-business = Бизнесу
board-value-both = ↑ Ценность: среднее для клиента и бизнеса
board-value-customer = ↑ Ценность для клиента
board-value-business = ↑ Ценность для бизнеса
board-effort = Трудозатраты →
board-quick-wins = Быстрые победы
board-big-bets = Крупные ставки
board-fill-ins = Мелочи
board-reconsider = Пересмотреть
board-card = { $statement }, ценность { $value }, трудозатраты { $effort }
board-rating = ценность { $value } · трудозатраты { $effort }
board-unrated = { $statement }, без оценки
board-unrate = Снять оценку
board-more = Ещё { $count } на этом месте
board-tray = Без оценки · { $count }
board-tray-empty = Всё оценено. Карточку можно вернуть сюда, чтобы снять оценку.
board-to-tray = снять оценку

## Несколько сразу

several-mixed = разное
several-hint = Изменения коснутся всех выделенных и отменяются одним шагом.
several-part = { $name } · { $count } из { $all }
several-more = и ещё { $count }
