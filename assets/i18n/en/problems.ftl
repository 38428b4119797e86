# Problems: what is wrong with the map and what to do about it. $subject is already named: "Touchpoint “…”".

problem-dangling = { $subject }: the reference to { $id } leads to nothing. Bring back what it pointed to, or remove the reference.
problem-shared-id = { $subject }: another journey uses the same id. Give one of them a new id.
problem-out-of-range = { $subject }: { $field } is { $value }, but must be from { $min } to { $max }. Correct the number.
problem-out-of-range-low = { $subject }: { $field } is { $value }, but must be at least { $min }. Correct the number.
problem-out-of-range-number = { $subject }: { $field } is not a number. Enter a number or leave the field empty.
problem-stage-without-step = { $subject }: the stage has no step, so no touchpoint can stand in it. Add a step.
problem-self-transition = { $subject }: the transition leads back to its own touchpoint and is left out of all figures. Delete it or lead it elsewhere.
problem-shares-above-one = { $subject }: the shares of the transitions from here add up to { $sum }%, more than 100%. Lower one of them.
problem-starts-above-one = { $subject }: the shares of customers starting at its touchpoints add up to { $sum }%, more than 100%. Lower one of them.
problem-doubled-transition = { $subject }: there already is a transition between these touchpoints. Keep one.
problem-closed-loop = { $subject }: nobody gets out of the loop of { $touchpoints ->
        [one] { $touchpoints } touchpoint
       *[other] { $touchpoints } touchpoints
    } that starts here, so losses cannot be computed. Add a way out or lower the share that goes back.
problem-unreachable = { $subject }: no path from a start leads here. Add a transition, or mark that customers start here.
problem-lost-behind-goal = { $subject }: those who go on from the goal “{ $goal }” end here, and since nothing says how, they are counted as lost. Mark that those who go no further have reached what they came for, or mark this touchpoint as the goal.
problem-untitled = { $subject }: there is no title. Name it, so that the map says what it is about.
problem-no-persona = { $subject }: no persona is chosen. Say whose journey it is.
problem-unplaced = { $subject }: it is not seen on any map. Link it to a touchpoint or a stage.
problem-unplaced-strength = { $subject }: it is not seen on any map. Link it to a touchpoint.
problem-broken-path = { $subject }: the stored path of a persona breaks after the touchpoint “{ $after }”. Add the transition or correct the path.
problem-undrawn-script = { $subject }: the font does not have these characters and draws boxes instead: { $sample }. Replace them with Latin, Greek or Cyrillic letters.
problem-improves-no-as-is = { $subject }: what it improves is not an as-is journey. Choose the journey of today that it improves.

problem-subject-project = Project
problem-subject-channel = Channel { $name }
problem-subject-department = Department { $name }
problem-subject-participant = Participant { $name }
problem-subject-persona = Persona { $name }
problem-subject-journey = Journey { $name }
problem-subject-stage = Journey { $name }, stage “{ $stage ->
        [attention] Attention
        [interest] Interest
        [contact] Contact
        [impression] Impression
       *[engagement] Engagement
    }”
problem-subject-step = Step { $name }
problem-subject-lane = Lane { $name }
problem-subject-touchpoint = Touchpoint { $name }
problem-subject-transition = Transition { $name }
problem-subject-barrier = Barrier { $name }
problem-subject-strength = Strength { $name }
problem-subject-opportunity = Opportunity { $name }
problem-subject-evidence = Evidence { $name }
problem-subject-metric = Metric { $name }
problem-subject-stop = Presentation stop { $name }
problem-nameless-project = Project
problem-nameless-channel = Untitled channel
problem-nameless-department = Untitled department
problem-nameless-participant = Unnamed participant
problem-nameless-persona = Unnamed persona
problem-nameless-journey = Untitled journey
problem-nameless-step = Untitled step
problem-nameless-lane = Untitled lane
problem-nameless-touchpoint = Untitled touchpoint
problem-nameless-transition = Transition
problem-nameless-barrier = Barrier without a statement
problem-nameless-strength = Strength without a statement
problem-nameless-opportunity = Opportunity without a statement
problem-nameless-evidence = Untitled source
problem-nameless-metric = Untitled metric
problem-nameless-stop = Presentation stop
problem-nameless-stage = Untitled journey, stage “{ $stage ->
        [attention] Attention
        [interest] Interest
        [contact] Contact
        [impression] Impression
       *[engagement] Engagement
    }”
problem-quoted = “{ $title }”

problem-field-share = the share
problem-field-value = the value
problem-field-customers = the number of customers per period
problem-field-ltv = the LTV
problem-field-revenue-per-customer = the revenue per customer
problem-field-height = the lane's height
problem-field-start = the share of customers who start here
problem-field-duration-minutes = the duration in minutes
problem-field-waiting-minutes = the waiting time in minutes
problem-field-minutes = the time in minutes
problem-field-severity = the severity
problem-field-frequency = the share of visitors who hit it
problem-field-leave = the share of those hit who leave
problem-field-emotion-cost = the emotion cost
problem-field-value-to-customer = the value to the customer
problem-field-value-to-business = the value to the business
problem-field-effort = the effort
problem-field-cost-once = the one-off cost
problem-field-cost-per-period = the cost per period
problem-field-reach = the reach
problem-field-impact = the impact
problem-field-confidence = the confidence
problem-field-lost = the number of those lost
problem-field-revenue = the revenue
problem-field-margin = the margin
problem-field-churn = the churn
problem-field-discount = the discount rate
problem-field-part = the part of the whole
problem-field-target = the target
problem-field-score = the audit score
