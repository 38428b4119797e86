# sources: transcripts beside the map

sources-title = Interviews
sources-close = Close the interviews
sources-none = Open or paste the transcript of an interview. Then select words in it: one key makes them a barrier, a strength, a quote, a thought or a touchpoint that keeps its source.
sources-open = Open a transcript…
sources-paste = Paste or type text…
field-transcript = Transcript
sources-field = Text of the interview
sources-paste-field = Paste the transcript here
sources-paste-title = Name of the source
sources-take = Add to the project
sources-names-note = Names of speakers become codes: R01, R02 … Other names in the text stay: read it through.
sources-no-speakers = No speakers were found, so no name becomes a code: names stay in the text. Begin each answer with who speaks and a colon, as in “Anna: I waited long” or “[00:05] Anna: I waited long”, or put “Anna 00:05” on a line above it.
sources-speakers = Who speaks
sources-speaker = { $name } becomes { $code }
sources-select-hint = Select words, then press a key:
sources-barrier = Barrier
sources-barrier-known = One more voice for “{ $title }”
sources-strength = Strength
sources-quote = Quote
sources-thought = Thought
sources-touchpoint = Touchpoint
sources-made-barrier = Barrier added: “{ $words }”
sources-made-strength = Strength added: “{ $words }”
sources-made-quote = Quote added: “{ $words }”
sources-made-thought = Thought added: “{ $words }”
sources-made-touchpoint = Touchpoint added: “{ $words }”
sources-place = goes to { $title }
sources-no-words = Select words of the interview first
sources-no-place = Select a touchpoint on the map first
sources-respondent = said by { $code }
sources-respondent-unknown = who said it is not known
sources-none-selected = no words are selected
sources-taken = Taken from here
sources-untie = Untie from the claim
sources-untitled = Interview { $number }
respondents-note = Codes only, one a line: a name becomes one (R07)
respondents-code = Replace names with codes
sources-failed = The transcript cannot be read
sources-not-text = { $file } is not text, or in an encoding that Tropa does not know. Save it as text in UTF-8 and open it again.
sources-empty = { $file } is empty.
sources-too-long = { $file } is too long: a transcript may have { $max } paragraphs at most.
pick-transcript = Open a transcript
sources-show = Show the transcript
voices = { $said } of { $asked ->
    [one] { $asked } respondent
   *[other] { $asked } respondents
}
