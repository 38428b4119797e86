# The history as a panel
history-title = History
history-close = Close the history
history-empty = Nothing to undo yet
history-empty-text = Every change will stand here with what it did. A click goes back to that point, and nothing of what came later is lost until you change something again.
history-beginning = As it was opened
history-saved = Saved
history-now = now
history-undone = undone
history-row = { $what }, { $how }
history-row-now = { $what }, { $how }, now
history-row-undone = { $what }, { $how }, undone
history-undo-said = Undone: { $what } · { $how }
history-redo-said = Done again: { $what } · { $how }
past-nothing = Project
past-emotion = { $name }: emotion { $points }
past-expectation = { $name }: expectation { $points }
past-not-known = none

# Things, counted
count-of-project = Project
count-of-touchpoint = { $count } { $count ->
    [one] touchpoint
   *[other] touchpoints
}
count-of-transition = { $count } { $count ->
    [one] transition
   *[other] transitions
}
count-of-barrier = { $count } { $count ->
    [one] barrier
   *[other] barriers
}
count-of-strength = { $count } { $count ->
    [one] strength
   *[other] strengths
}
count-of-opportunity = { $count } { $count ->
    [one] opportunity
   *[other] opportunities
}
count-of-evidence = { $count } { $count ->
    [one] source
   *[other] sources
}
count-of-metric = { $count } { $count ->
    [one] metric
   *[other] metrics
}
count-of-persona = { $count } { $count ->
    [one] persona
   *[other] personas
}
count-of-journey = { $count } { $count ->
    [one] journey
   *[other] journeys
}
count-of-step = { $count } { $count ->
    [one] step
   *[other] steps
}
count-of-stage = { $count } { $count ->
    [one] stage
   *[other] stages
}
count-of-channel = { $count } { $count ->
    [one] channel
   *[other] channels
}
count-of-department = { $count } { $count ->
    [one] department
   *[other] departments
}
count-of-participant = { $count } { $count ->
    [one] participant
   *[other] participants
}
count-of-lane = { $count } { $count ->
    [one] lane
   *[other] lanes
}
count-of-stop = { $count } { $count ->
    [one] stop of the show
   *[other] stops of the show
}

# Deleting what others refer to
delete-title = Delete { $what }?
cut-title = Cut { $what }?
answer-cut = Cut
delete-goes = Also deleted
delete-loses = Stays, but loses the link
delete-more = and { $count } more
delete-undo-hint = This can be undone: everything comes back.
delete-comments = { $count } { $count ->
    [one] comment
   *[other] comments
}
delete-polls = { $count } { $count ->
    [one] emotion poll
   *[other] emotion polls
}
delete-feelings = { $count } { $count ->
    [one] emotion
   *[other] emotions
} at touchpoints that stay
deleted = Deleted: { $what }
deleted-undo = Undo
joined = Joined: { $what }
