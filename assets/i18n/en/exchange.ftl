# Reports on reading and writing other formats. The line is named by whoever shows the report.

exchange-report-settings = settings of the picture are left out: { $text }
exchange-report-comment = a comment is left out: { $text }
exchange-report-front-matter-empty = the front matter between the “---” lines is empty; Mermaid rejects that
exchange-report-front-matter-title = the front matter’s title is indented or not plain text, it is left out: { $text }
exchange-report-header-spelling = “{ $text }” is read as “journey”; Mermaid takes it only in lower case and alone
exchange-report-title-replaced = this title is replaced by a later one: { $text }
exchange-report-next-line-taken = nothing follows the keyword, so the next line is taken, as Mermaid does: { $text }
exchange-report-unnamed = a name or title is missing; it stays empty
exchange-report-semicolon = Mermaid rejects “;” here; write “#59;” inside a name and a new line between statements
exchange-report-html-entity = entities are written “#38;” in Mermaid, not “&amp;”; this one is decoded
exchange-report-colon-in-name = the colon is read as part of the name “{ $text }”; write “#58;” for Mermaid
exchange-report-full-width-colon = full-width colons are read as “:”
exchange-report-keyword-in-name = “{ $text }” begins with a keyword; it is read as a name, Mermaid rejects it
exchange-report-score-empty = the score is empty, which Mermaid counts as 0; scores go from 1 to 5, it becomes { $read }
exchange-report-score-outside = score { $text } is outside 1 to 5, it becomes { $read }
exchange-report-score-repaired = score “{ $text }” is read as { $read }
exchange-report-score-unreadable = “{ $text }” is not a score; the touchpoint gets no emotion
exchange-report-score-rounded = score { $text } becomes emotion { $read }, rounded to a half
exchange-report-extra-text = what follows the people is left out: { $text }
exchange-report-empty-person = an empty name among the people is left out
exchange-report-repeated-person = “{ $text }” stands twice here; it is taken once
exchange-report-nobody-named = nobody is named here; the task goes to the persona “Customer”
exchange-report-stage-backwards = section “{ $text }” names an earlier stage than the section before it; it stays in its place
exchange-report-stage-follows = section “{ $text }” follows the section before it into a later stage

exchange-error-too-large = the file is larger than 64 MiB
exchange-error-too-many-tasks = there are more than 100,000 tasks; split the journey into several files
exchange-error-text-too-long = a text is longer than 64 KiB; shorten it
exchange-error-not-utf8 = this is not UTF-8 text; save the file as UTF-8
exchange-error-not-text = this is not text, or in an encoding that Tropa does not know; save the file as UTF-8
exchange-read-as-windows-1251 = Read as Windows-1251. If letters came out wrong, save the file as UTF-8 and open it again.
exchange-error-empty = the file says nothing; a Mermaid journey begins with the word “journey”
exchange-error-not-a-journey = expected “journey”, found “{ $text }”; only Mermaid’s journey diagrams can be read
exchange-error-directive-unclosed = “%%{"{"}” is never closed; add “{"}"}%%” or remove it
exchange-error-front-matter-unclosed = “---” opens front matter that is never closed; add a second “---” line, indented the same way
exchange-error-description-unclosed = “accDescr {"{"}” is never closed; add “{"}"}”
exchange-error-task-without-score = “{ $text }” is a task without a score; write “name: 3: who”
exchange-error-task-cut = “{ $text }” is a task without a score, since “#” begins a comment; write “#35;” for it

exchange-loss-other-journeys = { $count ->
    [one] one more journey is left out: Mermaid holds one
   *[other] { $count } more journeys are left out: Mermaid holds one
}
exchange-loss-project-details = what is said of the project besides its title is left out
exchange-loss-channels = { $count ->
    [one] one channel is left out
   *[other] { $count } channels are left out
}
exchange-loss-departments = { $count ->
    [one] one department or participant is left out
   *[other] { $count } departments and participants are left out
}
exchange-loss-journey-details = what is said of the journey besides its title and question is left out
exchange-loss-stage-details = { $count ->
    [one] the title, goal or notes of one stage are left out
   *[other] titles, goals and notes of { $count } stages are left out
}
exchange-loss-stages-shift = { $count ->
    [one] one step would be read back into another stage
   *[other] { $count } steps would be read back into another stage
}
exchange-loss-unwritten-personas = { $count ->
    [one] one persona without emotions in this journey is left out
   *[other] { $count } personas without emotions in this journey are left out
}
exchange-loss-persona-details = { $count ->
    [one] of one persona only the name is written
   *[other] of { $count } personas only the names are written
}
exchange-loss-same-names = { $count ->
    [one] one persona has the name of another; they become one
   *[other] { $count } personas have the name of another; they become one
}
exchange-loss-nameless = { $count ->
    [one] one name is missing
   *[other] { $count } names are missing
}
exchange-loss-line-breaks = line breaks in the title become spaces
exchange-loss-unplaced = { $count ->
    [one] one touchpoint is left out: its step is missing
   *[other] { $count } touchpoints are left out: their steps are missing
}
exchange-loss-shared-columns = { $count ->
    [one] one touchpoint shares a column with another; they are written one after the other
   *[other] { $count } touchpoints share a column with others; they are written one after another
}
exchange-loss-missing-emotions = { $count ->
    [one] one touchpoint has no emotion; it is written with score 3
   *[other] { $count } touchpoints have no emotion; they are written with score 3
}
exchange-loss-differing-emotions = { $count ->
    [one] at one touchpoint the personas feel differently; the mean is written
   *[other] at { $count } touchpoints the personas feel differently; the mean is written
}
exchange-loss-rounded-emotions = { $count ->
    [one] one emotion is rounded to a whole score
   *[other] { $count } emotions are rounded to whole scores
}
exchange-loss-expectations = { $count ->
    [one] one expectation is left out
   *[other] { $count } expectations are left out
}
exchange-loss-quotes = { $count ->
    [one] words, a quote or a promise are left out once
   *[other] words, quotes and promises are left out { $count } times
}
exchange-loss-touchpoint-details = { $count ->
    [one] actions, needs, backstage and other details of one touchpoint are left out
   *[other] actions, needs, backstage and other details of { $count } touchpoints are left out
}
exchange-loss-marks = { $count ->
    [one] marks of one touchpoint are left out (moment of truth, goal, start, end)
   *[other] marks of { $count } touchpoints are left out (moment of truth, goal, start, end)
}
exchange-loss-cells = { $count ->
    [one] pictures or cells of your own lanes at one touchpoint are left out
   *[other] pictures and cells of your own lanes at { $count } touchpoints are left out
}
exchange-loss-custom-lanes = { $count ->
    [one] one lane of your own is left out
   *[other] { $count } lanes of your own are left out
}
exchange-loss-branches = { $count ->
    [one] one transition is left out: in Mermaid each task leads to the next
   *[other] { $count } transitions are left out: in Mermaid each task leads to the next
}
exchange-loss-implied-transitions = { $count ->
    [one] one pair of neighbours gets a transition that it does not have
   *[other] { $count } pairs of neighbours get a transition that they do not have
}
exchange-loss-transition-details = { $count ->
    [one] the share, reason or time of one transition is left out
   *[other] shares, reasons and times of { $count } transitions are left out
}
exchange-loss-barriers = { $count ->
    [one] one barrier is left out
   *[other] { $count } barriers are left out
}
exchange-loss-strengths = { $count ->
    [one] one strength is left out
   *[other] { $count } strengths are left out
}
exchange-loss-opportunities = { $count ->
    [one] one opportunity is left out
   *[other] { $count } opportunities are left out
}
exchange-loss-evidence = { $count ->
    [one] one piece of evidence is left out
   *[other] { $count } pieces of evidence are left out
}
exchange-loss-metrics = { $count ->
    [one] one metric is left out
   *[other] { $count } metrics are left out
}
exchange-loss-notes = the audit, presentation, workshop notes and comments are left out
