# keys

## Меню

menu-card = Выделенная точка
menu-emotion = Эмоция
menu-severity = Критичность барьера
menu-go = Перейти
menu-zoom = Масштаб карты
menu-scale = Размер интерфейса
menu-show = Показ
menu-show-letter = О

## Команды

command-add-strength = Добавить сильную сторону
command-add-strength-doc = Что нравится клиентам в выделенной точке касания
command-channel = Выбрать канал…
command-channel-doc = Где происходит выделенная точка касания; новое название создаст новый канал
command-moment-of-truth = Момент истины
command-moment-of-truth-doc = Отметить выделенную точку касания или снять отметку
command-goal = Цель
command-goal-doc = Отметить выделенную точку касания как цель пути или снять отметку
command-nudge-left = Сдвинуть влево
command-nudge-left-doc = Сдвинуть выделенные точки касания на одно место влево
command-nudge-right = Сдвинуть вправо
command-nudge-right-doc = Сдвинуть выделенные точки касания на одно место вправо
command-nudge-up = Сдвинуть вверх
command-nudge-up-doc = Сдвинуть выделенные точки касания на строку вверх
command-nudge-down = Сдвинуть вниз
command-nudge-down-doc = Сдвинуть выделенные точки касания на строку вниз
command-next-way = Выделить переход
command-next-way-doc = Переходы из выделенной точки касания, один за другим
command-next-persona = Следующая персона
command-next-persona-doc = Эмоции ставятся той персоне, которая ведёт карту
command-emotion-0 = Эмоция 0
command-emotion-0-doc = Поставить выделенным точкам касания эмоцию 0
command-emotion-1 = Эмоция +1
command-emotion-1-doc = Поставить выделенным точкам касания эмоцию +1
command-emotion-2 = Эмоция +2
command-emotion-2-doc = Поставить выделенным точкам касания эмоцию +2
command-emotion-3 = Эмоция +3
command-emotion-3-doc = Поставить выделенным точкам касания эмоцию +3
command-emotion-4 = Эмоция +4
command-emotion-4-doc = Поставить выделенным точкам касания эмоцию +4
command-emotion-5 = Эмоция +5
command-emotion-5-doc = Поставить выделенным точкам касания эмоцию +5
command-emotion-minus-1 = Эмоция −1
command-emotion-minus-1-doc = Поставить выделенным точкам касания эмоцию −1
command-emotion-minus-2 = Эмоция −2
command-emotion-minus-2-doc = Поставить выделенным точкам касания эмоцию −2
command-emotion-minus-3 = Эмоция −3
command-emotion-minus-3-doc = Поставить выделенным точкам касания эмоцию −3
command-emotion-minus-4 = Эмоция −4
command-emotion-minus-4-doc = Поставить выделенным точкам касания эмоцию −4
command-emotion-minus-5 = Эмоция −5
command-emotion-minus-5-doc = Поставить выделенным точкам касания эмоцию −5
command-emotion-up = Эмоция на полбалла выше
command-emotion-up-doc = Поднять эмоцию выделенных точек касания на полбалла
command-emotion-down = Эмоция на полбалла ниже
command-emotion-down-doc = Опустить эмоцию выделенных точек касания на полбалла
command-emotion-none = Эмоция не известна
command-emotion-none-doc = Убрать эмоцию выделенных точек касания
command-severity-1 = Критичность 1
command-severity-1-doc = Поставить выделенным барьерам критичность 1
command-severity-2 = Критичность 2
command-severity-2-doc = Поставить выделенным барьерам критичность 2
command-severity-3 = Критичность 3
command-severity-3-doc = Поставить выделенным барьерам критичность 3
command-severity-4 = Критичность 4
command-severity-4-doc = Поставить выделенным барьерам критичность 4
command-severity-5 = Критичность 5
command-severity-5-doc = Поставить выделенным барьерам критичность 5
command-expectation = Ожидание…
command-expectation-doc = Следующая цифра скажет, чего персона ожидала
command-off-selection = Сначала что-нибудь выделите
command-off-map = Сначала откройте или создайте карту либо вернитесь к ней
command-off-unsaved-work = Несохранённой работы не нашлось
command-off-undo = Отменять нечего
command-off-redo = Возвращать нечего
command-off-save = С последнего сохранения ничего не изменилось
command-off-persona = Сначала добавьте вторую персону
command-off-barrier = Сначала выделите барьер
command-off-touchpoint-persona = Сначала выделите точку касания; на карте должна быть персона
command-off-agenda = Сначала составьте повестку в панели воркшопа
command-off-journey = Сначала добавьте путь клиента

## Палитра

palette = Команды
palette-field = Поиск и команды…
palette-hint = Команда, точка касания, барьер…
palette-nothing = Ничего с таким названием нет
palette-recent = Недавние
palette-commands = Команды
palette-things = Перейти
channels = Канал
channels-hint = Канал или новое название
channels-none = Без канала
channels-now = сейчас
channels-new = Новый канал «{ $name }»
expects-hint = Чего ожидали: от 0 до 5, с Shift — отрицательное, + и − по полбалла. Esc — отмена
names-hint = У этой точки ещё нет эмоции. Сначала поставьте её: от 0 до 5, с Shift — отрицательная, затем наберите слово. Esc — отмена

## Шпаргалка

shortcuts-map = На карте, пока не набирается текст
shortcuts-hint = Буквы работают в любой раскладке. Esc закрывает
gesture-walk-keys = ← → ↑ ↓
gesture-walk = Перейти к соседнему или двигать карту
gesture-extend-keys = Shift+← → ↑ ↓
gesture-extend = Выделить и соседнее, обратно — снять
gesture-go-keys = { $key }+← → ↑ ↓
gesture-go = Перейти, не выделяя
gesture-cards-keys = Tab, Shift+Tab
gesture-cards = Следующая и предыдущая точка касания
gesture-commit-keys = Enter
gesture-commit = Закончить набор; ещё раз Enter — новая точка
gesture-break-keys = Shift+Enter
gesture-break = Новая строка при наборе
gesture-menus-keys = Alt + буква
gesture-menus = Открыть меню: буквы подчёркнуты, пока нажата Alt; ← → — соседние
shortcuts-emotion-plus = Эмоция от 0 до +5
shortcuts-emotion-minus = Эмоция от −1 до −5
shortcuts-severity = Критичность выделенных барьеров
shortcuts-mouse = Мышь
shortcuts-walk = Перемещение
shortcuts-on = { $group }, продолжение
command-write-quote = Написать мысль
command-write-quote-doc = Что думает или говорит ведущая персона в выделенной точке касания
command-write-word = Назвать эмоцию
command-write-word-doc = Слово ведущей персоны о том, что она чувствует

## Keys of the rooms beside the map

room-list = Списки
room-board = Ценность и трудозатраты
room-outline-enter = Добавить следующее или переименовать
room-outline-fold = Свернуть или развернуть
room-outline-move = Переместить выделенные строки
room-list-add = Добавить
room-show-on-map = Показать на карте
room-list-write = Изменить формулировку
room-list-toggle = Выделить ещё или снять выделение
room-list-status-back = Предыдущий статус
room-list-status = Следующий статус
room-list-severity = Критичность барьера
room-board-move = Переместить карточку
room-sheet-other = Другая персона
room-sheet-move = Переместить строку или персону
room-journey-move = Переместить путь
room-make-barrier = Выделенные слова — барьер
room-make-strength = … сильная сторона
room-make-quote = … цитата
room-make-thought = … мысль
room-make-touchpoint = … точка касания
room-workshop-tool = Другой инструмент
