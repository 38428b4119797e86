# Words on the map itself, in the map's language.
stage-attention = Attention
stage-interest = Interest
stage-contact = Contact
stage-impression = Impression
stage-engagement = Engagement

map-question-attention = How do they learn about us?
map-question-interest = How does interest arise?
map-question-contact = How do they begin to deal with us?
map-question-impression = Which aftertaste stays?
map-question-engagement = How do we lead them on?

map-as-is = as is
map-to-be = to be
map-untitled = Untitled journey
map-untitled-touchpoint = Untitled
map-no-channel = No channel
map-untitled-note = No words yet
map-scope-from = From: { $from }
map-scope-to = Until: { $to }
map-scope-both = { $from } → { $to }

lane-goals = Goals
lane-goals-note = what the customer wants
lane-touchpoints = Touchpoints
lane-touchpoints-note = and transitions
lane-actions = Actions
lane-actions-note = what the customer does
lane-needs = Needs
lane-needs-note = what they are here for
lane-thoughts = Thoughts
lane-thoughts-note = and quotes
lane-emotions = Emotions
lane-emotions-note = expectation and reality
lane-barriers = Barriers
lane-barriers-note = severity, share who hit it
lane-strengths = Strengths
lane-strengths-note = what they like
lane-opportunities = Opportunities
lane-opportunities-note = and solutions
lane-metrics = Metrics
lane-metrics-note = n and 95% interval
lane-backstage = Department
lane-backstage-note = backstage processes

map-moment-of-truth = moment of truth
map-goal = goal of the journey
map-researched = researched
map-partial = partial
map-hypothesis = hypothesis
map-votes = dots in the vote
map-votes-count = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}
map-shares = shares: of those at the step
map-expectation = expectation
map-peak-end = peak–end
map-lowest = lowest { $value }
map-card = Stage { $stage }, touchpoint { $title }
map-card-channel = channel { $channel }
map-card-emotion = emotion { $value } for { $persona }
map-known = evidence: { $level }
map-barrier-count = { $count ->
    [one] { $count } barrier
   *[other] { $count } barriers
}
map-end-reached = the journey is done here
map-end-lost = customers leave here
map-starts-here = start here: { $share }
map-invite-touchpoint = + touchpoint
map-invite-opportunity = + opportunity
map-invite-action = + action
map-invite-need = + need
map-invite-thought = + thought
map-invite-goal = + goal
map-invite-backstage = + process
map-invite-words = + text
map-fold-lane = Fold the lane: { $lane }
map-open-lane = Open the lane: { $lane }
map-barrier-label = Barrier: { $statement }
map-severity = severity { $severity } of 5
map-barrier-state = status: { $status }, evidence: { $level }
map-strength-label = Strength: { $statement }
map-opportunity-label = Opportunity: { $statement }
map-value-effort = value { $value } · effort { $effort }
map-few-answers = few answers
map-target = target{"\u00A0"}{ $target }
map-whole-way = Whole journey

metric-nps = NPS
metric-csat = CSAT
metric-ces = CES
metric-churn = Churn
metric-revenue = Revenue per customer
metric-ltv = LTV
metric-share = Share
metric-number = Figure
