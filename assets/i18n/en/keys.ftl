# keys

## Menus

menu-card = Selected touchpoint
menu-emotion = Emotion
menu-severity = Severity of a barrier
menu-go = Go
menu-zoom = Zoom
menu-scale = Size of the interface
menu-show = Show
menu-show-letter = S

## Commands

command-add-strength = Add a strength
command-add-strength-doc = What customers like at the selected touchpoint
command-channel = Choose the channel…
command-channel-doc = Where the selected touchpoint happens; a new name makes a new channel
command-moment-of-truth = Moment of truth
command-moment-of-truth-doc = Mark the selected touchpoint, or take the mark away
command-goal = Goal
command-goal-doc = Mark the selected touchpoint as what the journey is for, or take the mark away
command-nudge-left = Move left
command-nudge-left-doc = Move the selected touchpoints one place to the left
command-nudge-right = Move right
command-nudge-right-doc = Move the selected touchpoints one place to the right
command-nudge-up = Move up
command-nudge-up-doc = Move the selected touchpoints one row up
command-nudge-down = Move down
command-nudge-down-doc = Move the selected touchpoints one row down
command-next-way = Select a transition
command-next-way-doc = The transitions out of the selected touchpoint, one after another
command-next-persona = Next persona leads
command-next-persona-doc = Emotions are set for the persona that leads the map
command-emotion-0 = Emotion 0
command-emotion-0-doc = Set how the selected touchpoints feel to 0
command-emotion-1 = Emotion +1
command-emotion-1-doc = Set how the selected touchpoints feel to +1
command-emotion-2 = Emotion +2
command-emotion-2-doc = Set how the selected touchpoints feel to +2
command-emotion-3 = Emotion +3
command-emotion-3-doc = Set how the selected touchpoints feel to +3
command-emotion-4 = Emotion +4
command-emotion-4-doc = Set how the selected touchpoints feel to +4
command-emotion-5 = Emotion +5
command-emotion-5-doc = Set how the selected touchpoints feel to +5
command-emotion-minus-1 = Emotion −1
command-emotion-minus-1-doc = Set how the selected touchpoints feel to −1
command-emotion-minus-2 = Emotion −2
command-emotion-minus-2-doc = Set how the selected touchpoints feel to −2
command-emotion-minus-3 = Emotion −3
command-emotion-minus-3-doc = Set how the selected touchpoints feel to −3
command-emotion-minus-4 = Emotion −4
command-emotion-minus-4-doc = Set how the selected touchpoints feel to −4
command-emotion-minus-5 = Emotion −5
command-emotion-minus-5-doc = Set how the selected touchpoints feel to −5
command-emotion-up = Emotion half a point up
command-emotion-up-doc = Raise the emotion of the selected touchpoints by half a point
command-emotion-down = Emotion half a point down
command-emotion-down-doc = Lower the emotion of the selected touchpoints by half a point
command-emotion-none = Emotion not known
command-emotion-none-doc = Take the emotion of the selected touchpoints away
command-severity-1 = Severity 1
command-severity-1-doc = Set the severity of the selected barriers to 1
command-severity-2 = Severity 2
command-severity-2-doc = Set the severity of the selected barriers to 2
command-severity-3 = Severity 3
command-severity-3-doc = Set the severity of the selected barriers to 3
command-severity-4 = Severity 4
command-severity-4-doc = Set the severity of the selected barriers to 4
command-severity-5 = Severity 5
command-severity-5-doc = Set the severity of the selected barriers to 5
command-expectation = Expectation…
command-expectation-doc = The next digit says what the persona expected
command-off-selection = Select something first
command-off-map = Open or begin a map first, or go back to it
command-off-unsaved-work = No unsaved work was found
command-off-undo = There is nothing to undo
command-off-redo = Nothing has been undone
command-off-save = Nothing has changed since the last save
command-off-persona = Add a second persona first
command-off-barrier = Select a barrier first
command-off-touchpoint-persona = Select a touchpoint of a journey with a persona first
command-off-agenda = Write an agenda in the workshop panel first
command-off-journey = Add a journey first

## Palette

palette = Commands
palette-field = Search and commands…
palette-hint = A command, a touchpoint, a barrier…
palette-nothing = Nothing is called so
palette-recent = Used last
palette-commands = Commands
palette-things = Go to
channels = Channel
channels-hint = A channel, or a new name
channels-none = No channel
channels-now = now
channels-new = New channel “{ $name }”
expects-hint = What was expected: 0 to 5, with Shift for negative, + and − by halves. Esc gives up
names-hint = This card has no emotion yet. Set it first: 0 to 5, with Shift for negative; then type its word. Esc gives up

## Cheat-sheet

shortcuts-map = On the map, while nothing is typed
shortcuts-hint = Letters work in any keyboard layout. Esc closes
gesture-walk-keys = ← → ↑ ↓
gesture-walk = Go to what is beside, or move the map
gesture-extend-keys = Shift+← → ↑ ↓
gesture-extend = Select what is beside as well; back again, no longer
gesture-go-keys = { $key }+← → ↑ ↓
gesture-go = Go there without selecting
gesture-cards-keys = Tab, Shift+Tab
gesture-cards = Next and previous touchpoint
gesture-commit-keys = Enter
gesture-commit = Finish typing; Enter again adds the next one
gesture-break-keys = Shift+Enter
gesture-break = New line while typing
gesture-menus-keys = Alt + letter
gesture-menus = Open a menu: letters are underlined while Alt is held; ← → go to its neighbours
shortcuts-emotion-plus = Emotion 0 to +5
shortcuts-emotion-minus = Emotion −1 to −5
shortcuts-severity = Severity of the selected barriers
shortcuts-mouse = Mouse
shortcuts-walk = Going about
shortcuts-on = { $group }, continued
command-write-quote = Write a thought
command-write-quote-doc = What the leading persona thinks or says at the selected touchpoint
command-write-word = Name the emotion
command-write-word-doc = The leading persona’s word for how it feels

## Keys of the rooms beside the map

room-list = Lists
room-board = Value and effort
room-outline-enter = Add what follows, or rename
room-outline-fold = Fold or unfold
room-outline-move = Move the selected rows
room-list-add = Add one
room-show-on-map = Show on the map
room-list-write = Write what it says
room-list-toggle = Select as well, or no longer
room-list-status-back = The status before
room-list-status = The next status
room-list-severity = Severity of a barrier
room-board-move = Move the card
room-sheet-other = Another persona
room-sheet-move = Move the line or the persona
room-journey-move = Move the journey
room-make-barrier = The selected words are a barrier
room-make-strength = … a strength
room-make-quote = … a quote
room-make-thought = … a thought
room-make-touchpoint = … a touchpoint
room-workshop-tool = Another tool
