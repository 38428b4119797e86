# ledger

## Lists of barriers, opportunities and strengths

ledger-list = List: { $name }
ledger-tab = { $name }: { $count }
ledger-add-barrier = Add barrier
ledger-add-opportunity = Add opportunity
ledger-add-strength = Add strength
ledger-to-board = On the board
ledger-to-list = As a list
ledger-copy = Copy as table
ledger-copied = { $count ->
    [one] { $count } row copied. Paste it into Excel or Google Sheets.
   *[other] { $count } rows copied. Paste them into Excel or Google Sheets.
}
ledger-show-on-map = Show on map
ledger-nowhere = Not placed on the map yet. Link a touchpoint to see where it is.

ledger-column-statement = Statement
ledger-column-stage = Stage
ledger-column-touchpoints = Touchpoints
ledger-column-channel = Channel
ledger-column-owner = Owner
ledger-column-severity = Severity
ledger-column-frequency = Hit it
ledger-column-leave = Leave
ledger-column-emotion-cost = Emotion
ledger-column-blocks = Blocks
ledger-column-personas = Personas
ledger-column-evidence = Evidence
ledger-column-status = Status
ledger-column-since = Changed
ledger-column-value-customer = Customer
ledger-column-value-business = Business
ledger-column-effort = Effort
ledger-column-cost-once = Once
ledger-column-cost-period = Per period
ledger-column-rice = RICE
ledger-column-due = Due
ledger-column-closes = Closes

ledger-sort-by = Sort by: { $column }
ledger-sorted-up = { $column }: ascending
ledger-sorted-down = { $column }: descending
ledger-search = Search the list
ledger-this-journey = This journey only
ledger-this-journey-doc = Show what is on the open map, and what is not placed yet
ledger-group = Group
ledger-group-by = Grouped by { $what }
ledger-group-none = No groups
ledger-group-head = { $name }: { $sums }
ledger-clear = Clear filters
ledger-filter-is = { $name }: { $what }
ledger-from-severity = Severity { $severity } and up
ledger-severity = severity { $severity }
ledger-no-severity = No severity
ledger-no-owner = No owner
ledger-no-channel = No channel
ledger-not-placed = not placed yet
ledger-whole-stage = whole stage
ledger-place = Place: { $statement }
ledger-cell = { $name }: { $what } — { $statement }

ledger-severe = { $count } severe
ledger-fixed = { $count } fixed
ledger-done = { $count } done
ledger-cost-once = { $sum } once
ledger-cost-period = { $sum } per period
ledger-shown-of = { $shown } of { $all } shown
ledger-selected = { $count } selected
ledger-keys-barriers = Enter edits · S status · 1–5 severity · N adds · Shift+Enter shows on map
ledger-keys = Enter edits · S status · N adds · Shift+Enter shows on map

ledger-no-barriers = No barriers yet
ledger-no-barriers-text = A barrier is anything that keeps the customer from choosing easily, loving sincerely, or recommending. Write it in the customer’s words; its place on the map can wait.
ledger-no-opportunities = No opportunities yet
ledger-no-opportunities-text = An opportunity is what could be done: a solution that closes a barrier, or just an idea. Rate its value and effort, and the board shows where to begin.
ledger-no-strengths = No strengths yet
ledger-no-strengths-text = A strength is what customers already like. Reports begin with it: bad news alone is heard as an attack.
ledger-none-passes = Nothing passes the filters
ledger-none-passes-text = There are rows in this list, but all of them are hidden now.

## The board of value against effort

board-title = Value and effort
board-export = Export the board…
board-value = Value
board-both = Customer and business
board-customer = Customer
board-business = Business
board-value-both = ↑ Value: mean for customer and business
board-value-customer = ↑ Value for the customer
board-value-business = ↑ Value for the business
board-effort = Effort →
board-quick-wins = Quick wins
board-big-bets = Big bets
board-fill-ins = Fill-ins
board-reconsider = Reconsider
board-card = { $statement }, value { $value }, effort { $effort }
board-rating = value { $value } · effort { $effort }
board-unrated = { $statement }, not rated
board-unrate = Clear rating
board-more = { $count } more here
board-tray = Not rated · { $count }
board-tray-empty = Everything is rated. Bring a card back here to clear its rating.
board-to-tray = clear rating

## Several at once

several-mixed = mixed
several-hint = Changes go to everything selected, and one undo takes them back.
several-part = { $name } · { $count } of { $all }
several-more = and { $count } more
