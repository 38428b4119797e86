# What is printed.

paper-poster-title = Customer journey map
paper-journey = Journey
paper-question = Research question
paper-company = Company
paper-date = Date
paper-portrait = portrait
paper-persona = Persona
paper-segment = Who they are
paper-goal = What they want
paper-pain = What is in the way
paper-steps = Steps
paper-steps-note = what the stage is made of
paper-stickers-title = Stickers for the journey map
paper-voting-rules = { $dots ->
    [one] You have { $dots } dot. Put it into a circle of what matters most.
   *[other] You have { $dots } dots. Put them into the circles: all for one choice or for several.
}
paper-voting-name = Name
paper-tile = row { $row } of { $rows }, sheet { $column } of { $columns }

print-title = Print
print-go = Save as PDF…
print-kind = What to print
print-kind-poster = A blank poster of five stages
print-kind-voting = Voting sheets
print-kind-stickers = Stickers
print-kind-map = The map as a poster
print-poster-note = A poster for the wall, to be filled with stickies and pens.
print-voting-note = The choices have the numbers that the workshop panel gives them.
print-stickers-note = Blank stickers of every colour, then the journey’s touchpoints and barriers.
print-map-note = The whole map on a sheet of this size.
print-tiled-note = The map on sheets to be glued into this size: up to 15 % smaller where that saves sheets.
print-size-a0 = A0 · 841 × 1189 mm
print-size-a1 = A1 · 594 × 841 mm
print-size-a2 = A2 · 420 × 594 mm
print-size-a3 = A3 · 297 × 420 mm
print-size-a4 = A4 · 210 × 297 mm
print-tiles-none = On one sheet
print-tiles-a4 = In parts on A4 sheets
print-tiles-a3 = In parts on A3 sheets
print-no-choices = This journey has nothing to vote on.
print-sheets = { $count } { $count ->
    [one] sheet
   *[other] sheets
}
print-sheets-glued = { $columns } × { $rows } sheets to be glued, { $count } in all
field-print-kind = What to print
field-print-size = Paper size
field-print-tiles = How it is printed
field-print-scope = What is voted on
field-print-dots = Dots each
pick-print = Where to save the PDF
file-minutes = minutes
file-poster = poster
file-voting = voting
file-stickers = stickers
file-map = map
file-slides = slides
file-board = board
