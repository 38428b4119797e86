# Печать.

paper-poster-title = Карта пути клиента
paper-journey = Путь
paper-question = Вопрос исследования
paper-company = Компания
paper-date = Дата
paper-portrait = портрет
paper-persona = Персона
paper-segment = Кто это
paper-goal = Чего хочет
paper-pain = Что мешает
paper-steps = Шаги
paper-steps-note = из чего состоит этап
paper-stickers-title = Стикеры для карты пути
paper-voting-rules = { $dots ->
    [one] У вас { $dots } точка. Поставьте её в кружок у того, что важнее.
    [few] У вас { $dots } точки. Расставьте их по кружкам: можно все за одно, можно за разное.
   *[many] У вас { $dots } точек. Расставьте их по кружкам: можно все за одно, можно за разное.
}
paper-voting-name = Имя
paper-tile = ряд { $row } из { $rows }, лист { $column } из { $columns }

print-title = Печать
print-go = Сохранить PDF…
print-kind = Что печатаем
print-kind-poster = Чистый постер с пятью этапами
print-kind-voting = Листы для голосования
print-kind-stickers = Стикеры
print-kind-map = Карта на постере
print-poster-note = Постер можно повесить на стену и заполнять стикерами и маркерами.
print-voting-note = Варианты пронумерованы так же, как в панели воркшопа.
print-stickers-note = Чистые стикеры каждого цвета, затем точки касания и барьеры этого пути.
print-map-note = Карта целиком на листе выбранного размера.
print-tiled-note = Карта на листах, которые склеивают до этого размера: до 15 % мельче, если так листов меньше.
print-size-a0 = A0 · 841 × 1189 мм
print-size-a1 = A1 · 594 × 841 мм
print-size-a2 = A2 · 420 × 594 мм
print-size-a3 = A3 · 297 × 420 мм
print-size-a4 = A4 · 210 × 297 мм
print-tiles-none = Одним листом
print-tiles-a4 = Частями на листах A4
print-tiles-a3 = Частями на листах A3
print-no-choices = На этом пути голосовать не за что.
print-sheets = { $count } { $count ->
    [one] лист
    [few] листа
   *[many] листов
}
print-sheets-glued = Склеивается из { $columns } × { $rows } листов, всего { $count }
field-print-kind = Что печатаем
field-print-size = Размер бумаги
field-print-tiles = Как печатаем
field-print-scope = За что голосуем
field-print-dots = Точек у каждого
pick-print = Куда сохранить PDF
file-minutes = протокол
file-poster = постер
file-voting = голосование
file-stickers = стикеры
file-map = карта
file-slides = слайды
file-board = доска
