# The workshop: tools, minutes.

## Agenda

agenda-opening = Opening and introductions
agenda-persona = The persona
agenda-steps = Steps of the journey
agenda-interactions = Touchpoints
agenda-say-think = What the customer says and thinks
agenda-emotions = Emotions
agenda-break = Break
agenda-pain-points = Barriers and pain points
agenda-voting = Voting
agenda-critical-moments = Moments of truth
agenda-future-state = The journey as it should be

## Panel

workshop-title = Workshop
workshop-close = Close the workshop panel
workshop-tools = Workshop tools
workshop-tools-hint = Ctrl+PgUp and Ctrl+PgDn: the next tool
tool-agenda = Agenda
tool-participants = Participants
tool-capture = Stickies
tool-voting = Voting
tool-poll = Poll
tool-decisions = Decisions
tool-parking = Parking lot
tool-glossary = Glossary
tool-minutes = Minutes

timer-none = No timer is running
timer-start = Start
timer-pause = Pause
timer-more = +5 minutes
timer-next = Next
timer-over = Time is up
timer-status = { $item } { $time }
timer-left = { $time } left
agenda-use-preset = The usual agenda, { $minutes } min
agenda-empty = There is no agenda yet. Take the usual one and change it, or type items of your own.
agenda-new = New item
agenda-new-hint = Item and minutes, Enter
agenda-item-title = Agenda item { $number }
agenda-item-minutes = Minutes for item { $number }
agenda-total = { $time } in all
agenda-hours = { $hours } h { $minutes } min
agenda-minutes-only = { $minutes } min
agenda-take-up = Go to this item
item-more = Actions: { $title }

participants-new = New participant
participants-new-hint = Name, department, Enter
participants-empty = Write down who is in the room: the number of people decides how many dots there are in a vote.

capture-line = New sticky
capture-line-hint = What people say, Enter
capture-place = Where
capture-place-stage = Stage: { $title }
capture-keys = Alt+1…7: what it is, Alt+↑ and Alt+↓: where it goes, Enter: onto the map
capture-needs-touchpoint = Choose a touchpoint first
capture-nowhere = The map has no stages yet
capture-last = Written down
sticky-barrier = Barrier
sticky-strength = Strength
sticky-opportunity = Opportunity
sticky-thought = Thought
sticky-need = Need
sticky-touchpoint = Touchpoint
sticky-parking = Parking lot

vote-new = New vote
vote-scope-barriers = Barriers
vote-scope-touchpoints = Touchpoints
vote-scope-opportunities = Opportunities
vote-title-barriers = Which barriers do we remove first?
vote-title-touchpoints = Which touchpoints matter most?
vote-title-opportunities = Which solutions do we take up?
vote-scope = What is voted on
vote-dots-each = Dots each
vote-voters = Voters
vote-start = Start voting
vote-no-choices = The map has nothing to vote on yet
vote-pick = Vote
vote-question = Question
vote-entered = { $entered } of { $expected } dots entered
vote-too-many = More dots than the voters have
vote-count = Dots for “{ $choice }”
vote-keys = Digits: how many dots. Enter or ↓: on to the next
vote-reveal = Show the result
vote-hide = Hide the result
vote-hidden = The result stays hidden until the vote is over
vote-add-new = Add new ones ({ $count })
vote-remove = Remove the vote
vote-place = Place { $place }
vote-dots = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}

poll-new = Ask about this touchpoint
poll-new-touchpoint = Touchpoint
poll-pick = Poll
poll-count = Answers { $points }
poll-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
poll-mean = Mean
poll-median = Median
poll-spread = Half of the answers
poll-deviation = Deviation
poll-from-to = { $low } to { $high }
poll-map = On the map
poll-map-none = The map has no value here
poll-difference = { $persona }: { $value }, the room { $difference }
poll-empty = Select a touchpoint on the map or choose it here, ask the room, and enter the answers from −5 to +5.
poll-keys = Alt+↑ and Alt+↓: the touchpoint, digits: how many answers, Enter or ↓: on to the next
poll-remove = Remove the poll

decision-what = What we do
decision-who = Who
decision-due = By when
decision-due-hint = 01.12 or 2026-12-01
decision-date-wrong = This is no date: 01.12, 01.12.2026 or 2026-12-01
decision-add = Write the decision down
decision-keys = Tab: next field. Enter: write down
decision-link = Link an opportunity
decision-empty = No decisions yet
decision-no-owner = nobody named
parking-new = Put aside for later
parking-new-hint = A thought off the topic, Enter
parking-empty = Everything that matters, but not today
parking-by = Who brought it up
glossary-term = Word
glossary-meaning = What it means
glossary-add = Add to the glossary
glossary-keys = Tab: next field. Enter: add
glossary-empty = Agree on what the words mean that people argue about

minutes-markdown = Minutes as Markdown…
minutes-pdf = Minutes as PDF…
minutes-notes-field = Notes for the minutes
minutes-contains = What the minutes hold
minutes-privacy = Participants go by their names. Respondents of the research are never in the minutes.
minutes-count-line = { $what }: { $count }
pick-minutes = Where to save the minutes

## Room

room-vote-open = We are voting
room-vote-rules = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
} each
room-poll-question = How does this feel to the customer?
room-poll-hidden = Answers so far: { $count }
room-nothing = Nothing here yet

## Minutes

minutes-title = Minutes: { $what }
minutes-participants = Participants
minutes-agenda = Agenda
minutes-decisions = Decisions
minutes-votes = Voting
minutes-polls = Emotion polls
minutes-parking = Parking lot
minutes-glossary = Glossary
minutes-notes = Notes
minutes-total = In all
minutes-column-name = Name
minutes-column-department = Department
minutes-column-item = Item
minutes-column-minutes = Minutes
minutes-column-what = What
minutes-column-who = Who
minutes-column-due = By when
minutes-column-opportunities = Opportunities
minutes-column-place = Place
minutes-column-choice = Choice
minutes-column-dots = Dots
minutes-column-touchpoint = Touchpoint
minutes-column-answers = Answers
minutes-column-room = Mean
minutes-column-middle = Median
minutes-column-spread = Spread
minutes-column-map = On the map
minutes-column-term = Word
minutes-column-meaning = Meaning
minutes-vote-rules = { $voters } voters, { $dots } dots each.
minutes-vote-entered = { $entered } of { $expected } entered.
minutes-vote-hidden = The result has not been shown.
minutes-poll-note = Scale from −5 to +5. Spread: where the middle half of the answers lies.
