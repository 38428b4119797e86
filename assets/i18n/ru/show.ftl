# The presentation's window, keys and the presenter's view.

## Commands of the editor

command-present = Показать
command-present-doc = Показать карту залу как серию экранов
command-present-first = Показать с начала
command-present-first-doc = Показать карту залу с первого экрана
command-stops = Экраны показа…
command-stops-doc = Переставить экраны, скрыть лишние, начать с нужного
command-add-stop = Добавить экран из текущего вида
command-add-stop-doc = Экран с выбранными точками касания или с теми, что сейчас видны
reduced-motion = Меньше движения
reduced-motion-doc = Экраны сменяются сразу, без плавного перехода
stop-added = Добавлен экран: { $name }

## Keys of the show

show-group-moving = Экраны
show-group-picture = Что видит зал
show-group-pointing = Указка
show-group-show = Показ
show-group-workshop = Воркшоп
show-next = Следующий экран
show-previous = Предыдущий экран
show-first = Первый экран
show-last = Последний экран
show-stage-attention = Этап 1
show-stage-interest = Этап 2
show-stage-contact = Этап 3
show-stage-impression = Этап 4
show-stage-engagement = Этап 5
show-stages = Этап
show-overview = Весь путь
show-go-to = Перейти к экрану
show-black = Чёрный экран
show-white = Белый экран
show-curve-only = Только кривая эмоций
show-persona = Следующая персона
show-larger-text = Крупнее текст
show-smaller-text = Мельче текст
show-theme = Следующая тема
show-dim = Приглушить всё, кроме одной точки
show-dim-more = Приглушить сильнее
show-dim-less = Приглушить слабее
show-focus-next = Следующая точка в фокусе
show-focus-previous = Предыдущая точка в фокусе
show-laser = Лазерная указка
show-pen = Перо
show-undo-stroke = Убрать последний штрих
show-keep-ink = Сохранить рисунок на экране
show-edit = Править карту
show-freeze = Заморозить картинку зала
show-presenter = Окно ведущего
show-other-screen = Показать на другом мониторе
show-strip = Полоса внизу
show-help = Клавиши
show-leave = Закончить показ
key-space = Пробел
key-enter = Enter
key-home = Home
key-end = End
key-esc = Esc
key-page-down = PgDn
key-page-up = PgUp
key-shift = Shift + { $key }

## Names of stops

slide-overview = Весь путь
slide-emotions = Кривая эмоций
slide-answers = Три ответа
slide-decisions = Решения
slide-part = { $name } ({ $part } из { $parts })
slide-and-more = { $name } и ещё { $count }
slide-gone = Того, что было на этом экране, больше нет

## What is seen

show-picture-of = Экран { $number } из { $count }: { $name }
show-empty = Показывать нечего
show-black-name = Чёрный экран
show-white-name = Белый экран
show-position = { $number } из { $count }
show-hidden-mark = скрыт
show-next-is = Дальше: { $name }
show-next-none = Последний экран
show-elapsed = Прошло
show-clock = Время
show-mode-frozen = Заморожено
show-mode-frozen-note = Зал видит неподвижную картинку
show-mode-laser = Указка
show-mode-pen = Перо
show-editing = Идёт показ: клавиши редактора, Esc вернёт к показу
show-editing-frozen = Идёт показ: клавиши редактора, Esc вернёт к показу. Картинка зала заморожена
show-return = Вернуться к показу
show-help-title = Клавиши показа
show-help-hint = Esc закроет подсказку. Щелчок мыши ведёт к следующему экрану.
show-go-to-title = Перейти к экрану
show-go-to-hint = Наберите номер или часть названия и нажмите Enter
show-go-to-keys = Alt + ↑ ↓ переставляет экран, Alt + H скрывает
show-go-to-none = Такого экрана нет
show-typed = Набрано: { $text }

## Presenter's window

presenter-title = Окно ведущего
presenter-now = Сейчас видит зал
presenter-next = Дальше
presenter-notes = Заметки
presenter-notes-hint = О чём сказать на этом экране
presenter-stops = Экраны
presenter-close = Закрыть окно ведущего
presenter-hide-stop = Скрыть экран: { $name }
presenter-show-stop = Показывать экран: { $name }
presenter-stop-up = Выше: { $name }
presenter-stop-down = Ниже: { $name }
presenter-readable = Читается с { $metres } м при высоте экрана { $height } м
presenter-screen-height = Высота экрана, м
presenter-too-small = Слишком мелко: { $words }
presenter-cut = Сокращено: { $words }
presenter-vote = Ещё не показано: { $title }, { $entered } из { $all } точек
stops-title = Экраны показа
stops-note = Составлены по карте автоматически. Ваши изменения хранятся в файле.
stops-present-from = Показать отсюда
presenter-quoted = «{ $text }»

## Workshop in the show

show-agenda = Повестка и таймер
show-participants = Участники
show-capture = Запись стикеров
show-voting = Голосование точками
show-poll = Опрос об эмоции
show-decisions = Решения
show-parking = Парковка
show-glossary = Глоссарий
show-minutes = Протокол
