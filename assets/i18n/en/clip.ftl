# clip

clip-clipboard = Clipboard
clip-refused = This cannot be pasted
clip-unreadable =
    A piece of a Tropa map is on the clipboard, but it cannot be read. Nothing has been changed.

    { $what }
clip-whole-project = A whole Tropa project is on the clipboard. Save the text as a .ron file and open that, or copy single touchpoints.
clip-pasted-with = { $count ->
    [one] { $count } touchpoint pasted; personas added: { $personas }. Undo: { $keys }
   *[other] { $count } touchpoints pasted; personas added: { $personas }. Undo: { $keys }
}
clip-pasted = { $count ->
    [one] { $count } touchpoint pasted. Undo: { $keys }
   *[other] { $count } touchpoints pasted. Undo: { $keys }
}
clip-picture-where = Select a persona for its portrait, or a touchpoint for its pictures, then paste again.
clip-picture-failed = The picture on the clipboard cannot be used: { $reason }.

# What a table's rows and columns say.
grid-field-touchpoint = Touchpoints
grid-field-stage = Stage
grid-field-step = Step
grid-field-action = What the customer does
grid-field-need = Needs
grid-field-thought = Thoughts and quotes
grid-field-emotion = Emotion (number)
grid-field-word = Emotion in words
grid-field-expectation = Expectation (number)
grid-field-channel = Channel
grid-field-barrier = Barriers
grid-field-strength = Strengths
grid-field-opportunity = Opportunities
grid-field-backstage = Backstage
grid-field-systems = Systems
grid-field-department = Department
grid-field-goal = Goal of the stage
grid-field-notes = Notes
grid-field-own = A lane of its own
grid-field-skip = Leave out
grid-scale-ours = −5 … +5
grid-scale-two = −2 … +2
grid-scale-one-to-five = 1 … 5
grid-scale-zero-to-ten = 0 … 10
grid-customer = Customer

# What cannot be taken as it is.
grid-note-at = Row { $row }, column { $column }: { $what }
grid-note-no-number = the emotion “{ $text }” is not a number from { $least } to { $greatest }; it is kept as a word
grid-note-no-expectation = the expectation “{ $text }” is not a number from { $least } to { $greatest }; it is left out
grid-note-outside = “{ $text }” is outside of the scale; it becomes { $points }
grid-note-about = “{ $text }” becomes { $points }
grid-note-no-touchpoint = there is no touchpoint here for “{ $text }” ({ $field }); it is left out
grid-note-at-stage = there is no touchpoint here; the barrier goes to the stage as a whole
grid-note-lines = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} for { $touchpoints } touchpoints; they are given out in order
grid-note-one-channel = a touchpoint has one channel; “{ $text }” is taken, the others are left out
grid-note-second-goal = the stage has a goal already; “{ $text }” is left out

# What a paste will make, before it is made.
paste-table-title = Paste a table
paste-mermaid-title = Paste a Mermaid journey
paste-layout-lanes = Stages across, lanes down
paste-layout-rows = A touchpoint a row
paste-connect = Connect the touchpoints in order
paste-scale = Emotion scale
paste-row-means = Row { $row }, “{ $title }”, holds
paste-column-means = Column { $column }, “{ $title }”, holds
paste-column-stage = Stage of column { $column }, “{ $title }”
paste-value-stage = Stage of “{ $title }”
paste-rows-all = All rows
paste-rows-without = Rows without a stage
paste-stage-before = As the one before
paste-lanes-named = The first column names the lanes
paste-stage-guessed = A guess by its place. Choose the stage that it is.
paste-more-rows = { $count ->
    [one] … and { $count } more row
   *[other] … and { $count } more rows
}
paste-made = Will be made: { $what }
paste-made-nothing = Nothing can be made of this yet: say which rows or columns hold touchpoints.
paste-made-touchpoints = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
paste-made-stages = in { $count ->
    [one] { $count } stage
   *[other] { $count } stages
}
paste-made-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
paste-made-transitions = { $count ->
    [one] { $count } transition
   *[other] { $count } transitions
}
paste-made-barriers = { $count ->
    [one] { $count } barrier
   *[other] { $count } barriers
}
paste-made-strengths = { $count ->
    [one] { $count } strength
   *[other] { $count } strengths
}
paste-made-opportunities = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
paste-made-lanes = { $count ->
    [one] { $count } lane of its own
   *[other] { $count } lanes of their own
}
paste-made-channels = { $count ->
    [one] { $count } channel
   *[other] { $count } channels
}
paste-made-departments = { $count ->
    [one] { $count } department
   *[other] { $count } departments
}
paste-made-personas = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
paste-no-remarks = Everything is taken as it is.
paste-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
paste-on-line = Line { $line }: { $text }
paste-into-this = Into “{ $journey }”
paste-into-new = As a new journey
paste-go = Paste
import-not-text = { $file } is not text, or in an encoding that Tropa does not know. Save the table as “CSV UTF-8” and open it again.
