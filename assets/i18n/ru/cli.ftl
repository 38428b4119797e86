# Командная строка. Ключи следуют именам команд и аргументов.

cli-heading-usage = Вызов:
cli-heading-commands = Команды
cli-heading-arguments = Аргументы
cli-heading-options = Ключи

cli-about-tropa = Карты пути клиента: открывает окно или работает с файлами.
cli-about-new = Создаёт новый файл карты
cli-about-check = Находит ошибки в файлах карт
cli-about-info = Говорит, что есть в файле карты
cli-about-export = Рисует пути клиента в PNG, SVG или PDF
cli-about-slides = Сохраняет остановки показа страницами PDF или картинками PNG
cli-about-convert = Превращает пути Mermaid и таблицы в файлы карт, а карты — в Mermaid

cli-about-minutes = Составляет протокол воркшопа
cli-about-paper = Готовит для печати постер, листы голосования и стикеры
cli-about-persona = Рисует карточки персон: страница об одной персоне или о каждой
cli-about-help = Показывает справку о команде

cli-examples-tropa =
    Примеры:
      tropa                                окно с примером карты
      tropa coffee.ron                     окно с этим файлом
      tropa export coffee.ron -o map.png   картинка первого пути
      tropa help КОМАНДА                   подробнее о команде

    Коды выхода: 0 — всё хорошо, 1 — дело во входных данных, 2 — неверный вызов.
cli-examples-new =
    Примеры:
      tropa new -o map.ron                   пустой путь из пяти этапов
      tropa new --template shop -o map.ron   заготовка пути для магазина
cli-examples-check =
    На каждую находку печатает ФАЙЛ:СТРОКА:СТОЛБЕЦ: error|warning: …; если есть ошибка, код выхода 1.

    Примеры:
      tropa check coffee.ron
      tropa check maps/*.ron
cli-examples-info =
    Примеры:
      tropa info coffee.ron
      tropa info coffee.ron --format json
cli-examples-export =
    Примеры:
      tropa export coffee.ron -o map.png --scale 2
      tropa export coffee.ron -o map.pdf                       все пути, каждый на своей странице
      tropa export coffee.ron -o map.svg --journey j-visit
      tropa export coffee.ron -o map.png --theme dark --lanes touchpoints,emotions
cli-examples-slides =
    Одна страница или картинка на остановку, 16:9; скрытые остановки пропускаются. Картинки PNG нумеруются: deck-01.png, deck-02.png, …

    Примеры:
      tropa slides coffee.ron -o deck.pdf
      tropa slides coffee.ron -o notes.pdf --notes             с заметками ведущего под каждой остановкой
      tropa slides coffee.ron -o deck.png --theme dark --journey j-visit
cli-examples-persona =
    В PDF по странице на персону. Без --persona файлы PNG и SVG нумеруются: personas-01.png, personas-02.png, …

    Примеры:
      tropa persona coffee.ron -o personas.pdf
      tropa persona coffee.ron -o anna.png --persona p-anna --scale 2
      tropa persona coffee.ron -o personas.svg --theme dark
cli-examples-convert =
    Формат определяется окончанием: .mmd и .mermaid — путь Mermaid, .csv и .tsv — таблица, .ron — файл карты.
    Всё, что по дороге потеряно или исправлено, перечисляется как «строка N: …».

    Примеры:
      tropa convert journey.mmd -o journey.ron
      tropa convert journey.csv -o journey.ron
      tropa convert journey.ron -o journey.mmd --strict

cli-examples-minutes =
    Участники названы по именам, респонденты исследований — никогда. Без -o протокол печатается в Markdown.

    Примеры:
      tropa minutes coffee.ron
      tropa minutes coffee.ron -o minutes.md
      tropa minutes coffee.ron -o minutes.pdf --date 2026-11-22
cli-examples-paper =
    poster — чистый постер с пятью этапами, voting — листы голосования A4, stickers — стикеры A4,
    map — вся карта на одном листе или частями.

    Примеры:
      tropa paper poster coffee.ron -o poster.pdf                    постер A0
      tropa paper voting coffee.ron -o voting.pdf --choices barriers --dots 3
      tropa paper stickers coffee.ron -o stickers.pdf
      tropa paper map coffee.ron -o map.pdf --size a1
      tropa paper map coffee.ron -o map.pdf --size a0 --tiles a4     частями на листах A4
cli-examples-help =
    Примеры:
      tropa help
      tropa help export

cli-arg-lang = Язык сообщений (иначе язык системы)
cli-arg-file = Файл карты для окна
cli-arg-timings = Напечатать, за сколько показан первый кадр
cli-arg-help = Показать справку
cli-arg-version = Показать версию
cli-arg-template = Шаблон, с которого начать: { $templates }
cli-arg-output = Файл для записи
cli-arg-slides-journey = Код пути, как его печатает «tropa info» (иначе первый)
cli-arg-slides-output = Куда записать: .pdf, или .png — пронумерованные картинки
cli-arg-slides-theme = Цвета (иначе контрастные, как в показе)
cli-arg-notes = Страницы с заметками ведущего (только PDF)
cli-arg-force = Перезаписать выходной файл, если он есть
cli-arg-files = Файлы карт
cli-arg-input = Файл карты
cli-arg-convert-input = Исходный файл
cli-arg-format = text — для людей (обычно), json — для программ
cli-arg-journey = Код пути, как его печатает «tropa info» (иначе все пути по страницам или первый на картинке)
cli-arg-persona = Код персоны, как он записан в файле (иначе все персоны)
cli-arg-scale = Масштаб PNG от 0.5 до 8; 1 (обычно) — это 96 точек на дюйм
cli-arg-theme = Цвета (иначе светлые)
cli-arg-lanes = Какие дорожки рисовать и в каком порядке (иначе как задано в пути): { $lanes } или код собственной дорожки
cli-arg-minutes-output = Куда записать: .md или .pdf (иначе Markdown печатается)
cli-arg-minutes-journey = Код пути, как его печатает «tropa info» (иначе первый)
cli-arg-paper-journey = Код пути, как его печатает «tropa info» (иначе первый)
cli-arg-date = День воркшопа (иначе сегодня)
cli-arg-kind = Что печатать
cli-arg-size = Размер бумаги для poster и map (иначе a0)
cli-arg-tiles = Разложить карту на листы такого размера с нахлёстом; до 15 % мельче, если так листов меньше
cli-arg-choices = За что голосуют (иначе за барьеры)
cli-arg-dots = Сколько точек у каждого, от 1 до 6 (иначе 3)
cli-arg-topic = Команда, о которой нужна справка
cli-arg-strict = Ничего не записывать, если хоть что-то теряется или исправляется

cli-error = ошибка: { $message }
cli-error-window-and-command = файл или --timings для окна не могут стоять перед командой
cli-error-no-such-file = файла { $path } нет
cli-error-no-such-file-or-command = нет ни файла, ни команды { $name }
cli-error-no-such-command = команды { $name } нет
cli-error-exists = { $path } уже есть; чтобы перезаписать, добавьте --force
cli-error-ending = { $path }: по окончанию имени формат не определить; здесь годятся: { $known }
cli-error-nothing-to-convert = из .{ $from } в .{ $to } переводить нечего
cli-error-scale-is-for-png = --scale нужен только для PNG; SVG и PDF рисуются в любом размере
cli-error-no-such-journey = пути { $id } нет; есть: { $known }
cli-error-no-journeys = в файле нет ни одного пути
cli-error-no-such-persona = персоны { $id } нет; есть: { $known }
cli-error-no-personas = в файле нет ни одной персоны
cli-error-no-choices = на этом пути голосовать не за что
cli-error-size-is-for-posters = --size нужен только для poster и map; листы голосования и стикеры — всегда A4
cli-error-tiles-are-for-maps = --tiles нужен только для map
cli-error-choices-are-for-voting = --choices и --dots нужны только для voting
cli-error-no-such-template = шаблона { $name } нет; есть: { $known }
cli-error-strict = --strict: потерялось бы или было бы исправлено — { $count }; ничего не записано

cli-wrong-nearest = возможно, имелось в виду: { $nearest }
cli-wrong-commands = команды: { $known }; подробнее — tropa help
cli-wrong-more = Подробнее: tropa help
cli-wrong-no-value = после { $argument } нужно значение
cli-wrong-value = { $argument }: значение «{ $value }» не подходит
cli-wrong-value-known = { $argument }: значение «{ $value }» не подходит; возможны: { $known }
cli-wrong-scale = { $argument }: значение «{ $value }» не подходит; нужно число от { $least } до { $most }
cli-wrong-unknown = ключа или аргумента { $argument } здесь нет
cli-wrong-missing = не хватает: { $argument }
cli-wrong-twice = { $argument } указан дважды
cli-wrong-conflict = { $argument } нельзя указывать вместе с { $prior }
cli-wrong-count = { $argument }: значений больше или меньше, чем нужно
cli-wrong-utf8 = один из аргументов записан не в кодировке UTF-8
cli-wrong-other = вызов не понят

cli-line = строка { $line }: { $text }
cli-check-summary = { $files ->
    [one] проверен { $files } файл
    [few] проверено { $files } файла
   *[other] проверено { $files } файлов
}: { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[other] { $warnings } предупреждений
}
cli-slides-first-only = в файле путей: { $count }; это слайды пути { $id } (другие: --journey)
cli-error-notes-are-for-pdf = --notes бывает только у PDF
cli-export-first-only = путей в файле — { $count }; на картинке первый, { $id }. Для другого добавьте --journey или запишите PDF
cli-export-page-scaled = страница { $page } больше, чем позволяет PDF; она нарисована в масштабе { $factor }
cli-info-untitled = (без названия)
cli-info-personas = { $count ->
    [one] { $count } персона
    [few] { $count } персоны
   *[other] { $count } персон
}
cli-info-journey = { $id }  { $title } ({ $kind ->
    [to-be] как должно быть
   *[as-is] как есть
}): { $touchpoints ->
    [one] { $touchpoints } точка касания
    [few] { $touchpoints } точки касания
   *[other] { $touchpoints } точек касания
}, { $transitions ->
    [one] { $transitions } переход
    [few] { $transitions } перехода
   *[other] { $transitions } переходов
}, { $barriers ->
    [one] { $barriers } барьер
    [few] { $barriers } барьера
   *[other] { $barriers } барьеров
}
cli-error-no-touchpoints-in-table = в таблице нет ни строки, ни столбца с точками касания, и больше ничто на них не похоже
