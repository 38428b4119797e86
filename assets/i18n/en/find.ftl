# Search.
find-field = Search
find-hint = Search all text
find-at = { $at } of { $count }
find-count = { $count ->
    [one] { $count } match
   *[other] { $count } matches
}
find-nothing = Nothing found
find-show-list = Show the list
find-hide-list = Fold the list away
find-close = Close the search (Esc)
find-stop = Stop of the show
find-group-barriers = Barriers
find-group-opportunities = Opportunities
find-group-strengths = Strengths
find-group-metrics = Metrics
find-group-personas = Personas
find-group-sources = Evidence
find-group-project = Project
find-group-show = Show
find-group-workshop = Workshop
find-group-comments = Comments
find-field-name = Title
find-field-action = What the customer does
find-field-need = Need
find-field-word = Emotion
find-field-quote = Quote
find-field-promise = Promise
find-field-channel = Channel
find-field-owner = Department
find-field-backstage = Backstage
find-field-systems = Systems
find-field-notes = Notes
find-field-cell = Own lane
find-field-goal = Goal
find-field-question = Question
find-field-scope = Scope
find-field-period = Period
find-field-authors = Authors
find-field-reason = Reason
find-field-subtitle = Subtitle
find-field-company = Company
find-field-product = Product
find-field-vision = CX vision
find-field-segment = Segment
find-field-demographics = About the person
find-field-motivation = Motivation
find-field-pain = Pain point
find-field-expectation = Expectation
find-field-habits = Habits
find-field-devices = Devices
find-field-trait = Trait
find-field-own = Own field
find-field-unit = Unit
find-field-link = Link
find-field-comment = Comment
find-field-speech = Speaker’s notes
find-field-audit = Audit
find-field-who = Who
find-field-meaning = Meaning

# Filters.
filter = Filter
filter-text = With these words
filter-persona = Persona
filter-channel = Channel
filter-owner = Department: owns or takes part
filter-evidence = How well it is known
filter-severity = Severity of a barrier, at least
filter-severity-from = Severity { $least ->
    [5] 5
   *[other] from { $least }
}
filter-marks = Marks
filter-clear = Show all
filter-close = Close the filter (Esc)
filter-more = Add to the filter
filter-next = Next that the filter lets through
filter-previous = Previous that the filter lets through
filter-remove = Remove from the filter: { $what }
filter-no-touchpoints = There are no touchpoints to filter yet.
filter-count = { $lit } of { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
filter-quoted = “{ $text }”

# Minimap.
minimap = The whole map in small

# The list of journeys.
journeys = Journeys
journeys-shown = shown now
journeys-open = Open
journeys-empty = Nothing on the map yet
journeys-more = More about “{ $title }”

# The outline.
outline-locate = Show on the map: { $title }
outline-fold = Fold { $title }
outline-unfold = Unfold { $title }
outline-add = Add a touchpoint to { $title }
outline-drop-behind = Goes behind { $title }
outline-drop-into = Goes into { $title }
outline-empty = Nothing here yet. Enter adds a touchpoint.
outline-row-stage = Stage { $title }, { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
outline-row-step = Step { $title }
journey-first = Whose way is it?
journey-first-text = A journey is the way of a customer in five stages: from the first thought to what they tell others. Add one, then its touchpoints.
