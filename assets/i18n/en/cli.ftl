# The command line. Keys follow the commands' and arguments' names.

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-about-tropa = Customer journey maps: opens the window, or works on files.
cli-about-new = Makes a new map file
cli-about-check = Says what is wrong with map files
cli-about-info = Says what a map file holds
cli-about-export = Draws journeys as PNG, SVG or PDF
cli-about-slides = Writes the stops of a presentation as PDF pages or PNG pictures
cli-about-convert = Converts Mermaid journeys and tables to map files, and maps to Mermaid

cli-about-minutes = Writes the minutes of a workshop
cli-about-paper = Lays out a poster, voting sheets and stickers for printing
cli-about-persona = Draws persona cards: a page about one persona, or about each of them
cli-about-help = Explains a command

cli-examples-tropa =
    Examples:
      tropa                                the window, with a sample map
      tropa coffee.ron                     the window with this file
      tropa export coffee.ron -o map.png   a picture of its first journey
      tropa help COMMAND                   more on a command

    Exit codes: 0 fine, 1 the input is at fault, 2 the call is wrong.
cli-examples-new =
    Examples:
      tropa new -o map.ron                   an empty journey of five stages
      tropa new --template shop -o map.ron   a shop’s journey to fill in
cli-examples-check =
    Prints FILE:LINE:COLUMN: error|warning: … for each problem; exit code 1 if there is an error.

    Examples:
      tropa check coffee.ron
      tropa check maps/*.ron
cli-examples-info =
    Examples:
      tropa info coffee.ron
      tropa info coffee.ron --format json
cli-examples-export =
    Examples:
      tropa export coffee.ron -o map.png --scale 2
      tropa export coffee.ron -o map.pdf                       all journeys, one page each
      tropa export coffee.ron -o map.svg --journey j-visit
      tropa export coffee.ron -o map.png --theme dark --lanes touchpoints,emotions
cli-examples-slides =
    One page or picture a stop, 16:9; hidden stops are left out. PNG pictures are numbered: deck-01.png, deck-02.png, …

    Examples:
      tropa slides coffee.ron -o deck.pdf
      tropa slides coffee.ron -o notes.pdf --notes             with the presenter’s notes below each stop
      tropa slides coffee.ron -o deck.png --theme dark --journey j-visit
cli-examples-persona =
    A PDF has a page a persona. Without --persona PNG and SVG files are numbered: personas-01.png, personas-02.png, …

    Examples:
      tropa persona coffee.ron -o personas.pdf
      tropa persona coffee.ron -o anna.png --persona p-anna --scale 2
      tropa persona coffee.ron -o personas.svg --theme dark
cli-examples-convert =
    The endings say the formats: .mmd or .mermaid is a Mermaid journey, .csv or .tsv a table, .ron a map file.
    What is lost or repaired on the way is listed as “line N: …”.

    Examples:
      tropa convert journey.mmd -o journey.ron
      tropa convert journey.csv -o journey.ron
      tropa convert journey.ron -o journey.mmd --strict

cli-examples-minutes =
    Participants go by their names, respondents of the research never do. Without -o the minutes are printed as Markdown.

    Examples:
      tropa minutes coffee.ron
      tropa minutes coffee.ron -o minutes.md
      tropa minutes coffee.ron -o minutes.pdf --date 2026-11-22
cli-examples-paper =
    poster: a blank poster of five stages; voting: voting sheets, A4; stickers: stickers, A4;
    map: the whole map on one sheet or in parts.

    Examples:
      tropa paper poster coffee.ron -o poster.pdf                    a poster, A0
      tropa paper voting coffee.ron -o voting.pdf --choices barriers --dots 3
      tropa paper stickers coffee.ron -o stickers.pdf
      tropa paper map coffee.ron -o map.pdf --size a1
      tropa paper map coffee.ron -o map.pdf --size a0 --tiles a4     in parts on A4 sheets
cli-examples-help =
    Examples:
      tropa help
      tropa help export

cli-arg-lang = Language of messages (otherwise the system’s)
cli-arg-file = Map file to show
cli-arg-timings = Print how long the first frame took
cli-arg-help = Print help
cli-arg-version = Print the version
cli-arg-template = Template to start from: { $templates }
cli-arg-output = File to write
cli-arg-slides-journey = Id of the journey, as “tropa info” prints it (otherwise the first)
cli-arg-slides-output = File to write: .pdf, or .png for numbered pictures
cli-arg-slides-theme = Colours (otherwise contrast, as in the show)
cli-arg-notes = Pages with the presenter’s notes (PDF only)
cli-arg-force = Overwrite the output file if it exists
cli-arg-files = Map files
cli-arg-input = Map file
cli-arg-convert-input = File to read
cli-arg-format = text for people (usual), json for programs
cli-arg-journey = Id of the journey, as “tropa info” prints it (otherwise all as pages, or the first as a picture)
cli-arg-persona = Id of the persona, as it stands in the file (otherwise all of them)
cli-arg-scale = Size of a PNG, 0.5 to 8; 1 (usual) is 96 dpi
cli-arg-theme = Colours (otherwise light)
cli-arg-lanes = Lanes to draw, in this order (otherwise as the journey says): { $lanes }, or the id of a lane of your own
cli-arg-minutes-output = Where to write: .md or .pdf (else Markdown is printed)
cli-arg-minutes-journey = The journey’s id as “tropa info” prints it (else the first)
cli-arg-paper-journey = The journey’s id as “tropa info” prints it (else the first)
cli-arg-date = The day of the workshop (else today)
cli-arg-kind = What to print
cli-arg-size = The paper’s size for poster and map (else a0)
cli-arg-tiles = Part the map on sheets of this size, with an overlap; up to 15 % smaller where that saves sheets
cli-arg-choices = What is voted on (else barriers)
cli-arg-dots = How many dots each voter has, 1 to 6 (else 3)
cli-arg-topic = Command to explain
cli-arg-strict = Write nothing if anything is lost or repaired

cli-error = error: { $message }
cli-error-window-and-command = a file or --timings for the window cannot stand before a command
cli-error-no-such-file = there is no file { $path }
cli-error-no-such-file-or-command = there is neither a file nor a command { $name }
cli-error-no-such-command = there is no command { $name }
cli-error-exists = { $path } exists already; add --force to overwrite it
cli-error-ending = { $path }: the file’s ending says no known format; known here: { $known }
cli-error-nothing-to-convert = nothing to convert from .{ $from } to .{ $to }
cli-error-scale-is-for-png = --scale is for PNG only; SVG and PDF can be drawn at any size
cli-error-no-such-journey = there is no journey { $id }; there are: { $known }
cli-error-no-journeys = the file holds no journeys
cli-error-no-such-persona = there is no persona { $id }; there are: { $known }
cli-error-no-personas = the file holds no personas
cli-error-no-choices = this journey has nothing to vote on
cli-error-size-is-for-posters = --size is for poster and map only; voting sheets and stickers are always A4
cli-error-tiles-are-for-maps = --tiles is for map only
cli-error-choices-are-for-voting = --choices and --dots are for voting only
cli-error-no-such-template = there is no template { $name }; there are: { $known }
cli-error-strict = { $count ->
    [one] --strict: one thing would be lost or repaired; nothing was written
   *[other] --strict: { $count } things would be lost or repaired; nothing was written
}

cli-wrong-nearest = perhaps meant: { $nearest }
cli-wrong-commands = the commands: { $known }; more: tropa help
cli-wrong-more = More: tropa help
cli-wrong-no-value = { $argument } needs a value
cli-wrong-value = { $argument }: “{ $value }” does not fit
cli-wrong-value-known = { $argument }: “{ $value }” does not fit; possible: { $known }
cli-wrong-scale = { $argument }: “{ $value }” does not fit; a number from { $least } to { $most } is wanted
cli-wrong-unknown = there is no option or argument { $argument } here
cli-wrong-missing = missing: { $argument }
cli-wrong-twice = { $argument } is given twice
cli-wrong-conflict = { $argument } cannot be used with { $prior }
cli-wrong-count = { $argument }: too many or too few values
cli-wrong-utf8 = one of the arguments is not UTF-8
cli-wrong-other = the call is not understood

cli-line = line { $line }: { $text }
cli-check-summary = { $files ->
    [one] 1 file checked
   *[other] { $files } files checked
}: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
cli-slides-first-only = the file holds { $count } journeys; these are the slides of { $id } (others: --journey)
cli-error-notes-are-for-pdf = --notes is for PDF files only
cli-export-first-only = the file holds { $count } journeys; the picture shows the first, { $id }. Add --journey for another one, or write a PDF
cli-export-page-scaled = page { $page } is larger than a PDF can be, it is drawn at { $factor }
cli-info-untitled = (untitled)
cli-info-personas = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
cli-info-journey = { $id }  { $title } ({ $kind }): { $touchpoints ->
    [one] 1 touchpoint
   *[other] { $touchpoints } touchpoints
}, { $transitions ->
    [one] 1 transition
   *[other] { $transitions } transitions
}, { $barriers ->
    [one] 1 barrier
   *[other] { $barriers } barriers
}
cli-error-no-touchpoints-in-table = no row or column of the table is called touchpoints, and nothing else could be one
