# What stops of the presentation say.
stop-part = part { $part } of { $parts }
stop-against-expectation = against expectation
stop-other-ways = Other ways through this stage
stop-selection = Picked touchpoints
stop-and-more = and { $count } more
stop-touchpoint-count = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
stop-figure-touchpoints = touchpoints
stop-figure-barriers = open barriers
stop-figure-conversion = reach the goal
stop-figure-conversion-assumed = reach the goal (assumption)
stop-figure-customers = customers per { $period }
stop-goals = Goals
stop-needs = Needs
stop-pains = Pain points
stop-expectations = Expectations
stop-motivation = Motivation
stop-channels = Preferred channels
stop-habits = Habits
stop-devices = Devices
stop-quote = “{ $words }”
stop-owner = owned by { $owner }
stop-action = What they do
stop-need = What they need
stop-barriers = Barriers
stop-opportunities = What could be done
stop-strengths = What they like
stop-expected = expected { $hoped } · gap { $gap }
stop-gap = { $gap } against expectation
stop-barrier-hit = { $share } of customers
stop-barrier-leave = { $share } of them leave
stop-in-work = in work
stop-chosen = chosen
stop-by-day = by { $date }
stop-emotions = Emotions along the whole way
stop-lowest = Lowest point
stop-highest = Highest point
stop-remembered = What will be remembered
stop-peak-end = mean of the peak and the end
stop-answers = Answers
stop-no-answers = Not enough is known yet: add emotions, transitions and barriers.
stop-what-works = What works
stop-why-unhappy = Why are customers unhappy?
stop-where-lost = Where do we lose them?
stop-not-loved = What keeps them from loving and recommending us?
stop-flow = { $reached } reach the goal, { $lost } leave on the way
stop-flow-assumed = { $reached } reach the goal, { $lost } leave on the way (assumption: some shares are not given)
stop-detractors = NPS { $nps } · { $share } detractors (n = { $n })
stop-weak-ending = this is how the way ends
stop-decided = What we decided
stop-what-we-do = What could be done
stop-no-decisions = No decisions yet.
stop-axis-value = ↑ value
stop-axis-effort = effort →
stop-quick-win = top left: much value for little effort, start there
