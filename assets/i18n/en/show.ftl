# The presentation's window, keys and the presenter's view.

## Commands of the editor

command-present = Present
command-present-doc = Show the map to the room as a series of stops
command-present-first = Present from the first stop
command-present-first-doc = Show the map to the room from its beginning
command-stops = Stops of the presentation…
command-stops-doc = Put stops into another order, hide them, start from one of them
command-add-stop = Add a stop from the current view
command-add-stop-doc = A stop with the selected touchpoints, or with those in sight
reduced-motion = Less motion
reduced-motion-doc = Stops change at once instead of gliding
stop-added = A stop was added: { $name }

## Keys of the show

show-group-moving = Stops
show-group-picture = What the room sees
show-group-pointing = Pointing
show-group-show = The show
show-group-workshop = Workshop
show-next = Next stop
show-previous = Previous stop
show-first = First stop
show-last = Last stop
show-stage-attention = Stage 1
show-stage-interest = Stage 2
show-stage-contact = Stage 3
show-stage-impression = Stage 4
show-stage-engagement = Stage 5
show-stages = Stage
show-overview = The whole journey
show-go-to = Go to a stop
show-black = Black screen
show-white = White screen
show-curve-only = Emotion curve only
show-persona = Next persona
show-larger-text = Larger text
show-smaller-text = Smaller text
show-theme = Next theme
show-dim = Dim all but one touchpoint
show-dim-more = Dim more
show-dim-less = Dim less
show-focus-next = Next touchpoint in focus
show-focus-previous = Previous touchpoint in focus
show-laser = Laser dot
show-pen = Pen
show-undo-stroke = Take the last stroke back
show-keep-ink = Keep the drawing with the stop
show-edit = Edit the map
show-freeze = Freeze the room’s picture
show-presenter = Presenter’s window
show-other-screen = Show on the other screen
show-strip = Strip at the bottom
show-help = Keys
show-leave = Leave the show
key-space = Space
key-enter = Enter
key-home = Home
key-end = End
key-esc = Esc
key-page-down = PgDn
key-page-up = PgUp
key-shift = Shift + { $key }

## Names of stops

slide-overview = The whole journey
slide-emotions = Emotion curve
slide-answers = Three answers
slide-decisions = Decisions
slide-part = { $name } ({ $part } of { $parts })
slide-and-more = { $name } and { $count } more
slide-gone = What this stop showed is no longer there

## What is seen

show-picture-of = Stop { $number } of { $count }: { $name }
show-empty = There are no stops to show
show-black-name = Black screen
show-white-name = White screen
show-position = { $number } of { $count }
show-hidden-mark = hidden
show-next-is = Next: { $name }
show-next-none = The last stop
show-elapsed = Elapsed
show-clock = Time
show-mode-frozen = Frozen
show-mode-frozen-note = The room sees a picture that stands still
show-mode-laser = Laser
show-mode-pen = Pen
show-editing = Presenting: editor keys, Esc returns
show-editing-frozen = Presenting: editor keys, Esc returns. The room’s picture is frozen
show-return = Back to the show
show-help-title = Keys of the show
show-help-hint = Esc closes this. A click goes to the next stop.
show-go-to-title = Go to a stop
show-go-to-hint = Type a number or a part of the name, then Enter
show-go-to-keys = Alt + ↑ ↓ moves the stop, Alt + H hides it
show-go-to-none = Nothing is called that
show-typed = Typed: { $text }

## Presenter's window

presenter-title = Presenter
presenter-now = In the room now
presenter-next = Next
presenter-notes = Notes
presenter-notes-hint = What you want to say at this stop
presenter-stops = Stops
presenter-close = Close the presenter’s window
presenter-hide-stop = Hide the stop: { $name }
presenter-show-stop = Show the stop: { $name }
presenter-stop-up = Move the stop up: { $name }
presenter-stop-down = Move the stop down: { $name }
presenter-readable = Readable up to { $metres } m on a screen { $height } m high
presenter-screen-height = Height of the screen, m
presenter-too-small = Too small: { $words }
presenter-cut = Shortened: { $words }
presenter-vote = Not shown yet: { $title }, { $entered } of { $all } dots
stops-title = Stops of the presentation
stops-note = Made from the map by themselves. What you change here is kept in the file.
stops-present-from = Present from here
presenter-quoted = “{ $text }”

## Workshop in the show

show-agenda = Agenda and timer
show-participants = Participants
show-capture = Capture stickies
show-voting = Dot voting
show-poll = Emotion poll
show-decisions = Decisions
show-parking = Parking lot
show-glossary = Glossary
show-minutes = Minutes
