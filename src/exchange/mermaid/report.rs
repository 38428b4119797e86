//! What reading a Mermaid journey has to tell: repairs and losses by line, and why a text is refused.

use crate::i18n::{FluentValue, Texts};

/// The longest piece of input that a report repeats, in characters.
const LONGEST_EXCERPT: usize = 60;

/// Something lost or repaired.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The line, from 1.
    pub line: u32,
    /// What it is.
    pub kind: ReportKind,
}

/// What was lost or repaired.
#[derive(Debug, Clone, PartialEq)]
pub enum ReportKind {
    /// Settings of the picture (theme, layout) are left out.
    Settings {
        /// Their beginning.
        text: String,
    },
    /// A comment is left out.
    Comment {
        /// Its beginning.
        text: String,
    },
    /// The front matter holds nothing.
    FrontMatterEmpty,
    /// The front matter's title is not plain text, or indented, where Mermaid passes it over.
    FrontMatterTitle {
        /// What stands there.
        text: String,
    },
    /// `journey` is written in another way than Mermaid takes.
    HeaderSpelling {
        /// How it is written.
        text: String,
    },
    /// A title was given before; the last one counts.
    TitleReplaced {
        /// The lost one.
        text: String,
    },
    /// A keyword without a text takes the next line, as in Mermaid.
    NextLineTaken {
        /// The line taken.
        text: String,
    },
    /// A title, a section or a task has no text.
    Unnamed,
    /// A semicolon, which Mermaid rejects, was read as a separator or as part of a name.
    Semicolon,
    /// An entity of HTML's (`&amp;`), which Mermaid rejects, was decoded.
    HtmlEntity,
    /// A colon within a name.
    ColonInName {
        /// The name as read.
        text: String,
    },
    /// A full-width colon was read as a colon.
    FullWidthColon,
    /// A keyword begins a task's name.
    KeywordInName {
        /// The name as read.
        text: String,
    },
    /// A score outside 1–5 is held within.
    ScoreOutside {
        /// The score as written.
        text: String,
        /// What it became.
        read: f64,
    },
    /// A score that is not written as Mermaid's number, but plain.
    ScoreRepaired {
        /// The score as written.
        text: String,
        /// What it was read as.
        read: f64,
    },
    /// No number is written: the task gets no emotion.
    ScoreUnreadable {
        /// What is written.
        text: String,
    },
    /// The emotion is the nearest half.
    ScoreRounded {
        /// The score.
        score: f64,
        /// The emotion, in points.
        points: f64,
    },
    /// What follows the people is left out, as in Mermaid.
    ExtraText {
        /// It.
        text: String,
    },
    /// An empty name among the people is left out.
    EmptyPerson,
    /// A name stands twice among a task's people.
    RepeatedPerson {
        /// The name.
        text: String,
    },
    /// A task names nobody though others do: it is given to the "Customer".
    NobodyNamed,
    /// A section names a stage that would lead backwards; it stays where it is.
    StageBackwards {
        /// The section.
        text: String,
    },
    /// A section follows the one before it into a later stage than its place would give.
    StageFollows {
        /// The section.
        text: String,
    },
}

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct MermaidError {
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<u32>,
    /// The reason.
    pub kind: MermaidErrorKind,
}

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq)]
pub enum MermaidErrorKind {
    /// The file is larger than a project may be.
    TooLarge,
    /// More tasks than a project may hold.
    TooManyTasks,
    /// A text is longer than a field may hold.
    TextTooLong,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// There is nothing to read.
    Empty,
    /// It does not begin with `journey`.
    NotAJourney {
        /// How it begins.
        text: String,
    },
    /// A directive is never closed.
    DirectiveUnclosed,
    /// The front matter is never closed.
    FrontMatterUnclosed,
    /// A description is never closed.
    DescriptionUnclosed,
    /// A task has no colon.
    TaskWithoutScore {
        /// What stands there.
        text: String,
        /// Whether a `#` cut the line.
        cut: Cut,
    },
}

/// What became of the rest of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Nothing was cut.
    No,
    /// A `#` made it a comment.
    Hash,
}

/// The beginning of a piece of input, on one line.
pub(super) fn excerpt(text: &str) -> String {
    let text = super::source::trim(text);
    let mut out: String = text.chars().take(LONGEST_EXCERPT).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST_EXCERPT).is_some() {
        out.push('…');
    }
    out
}

impl ReportKind {
    pub(super) fn on(self, line: u32) -> Report {
        Report { line, kind: self }
    }

    /// The key of its message.
    fn key(&self) -> &'static str {
        match self {
            Self::Settings { .. } => "exchange-report-settings",
            Self::Comment { .. } => "exchange-report-comment",
            Self::FrontMatterEmpty => "exchange-report-front-matter-empty",
            Self::FrontMatterTitle { .. } => "exchange-report-front-matter-title",
            Self::HeaderSpelling { .. } => "exchange-report-header-spelling",
            Self::TitleReplaced { .. } => "exchange-report-title-replaced",
            Self::NextLineTaken { .. } => "exchange-report-next-line-taken",
            Self::Unnamed => "exchange-report-unnamed",
            Self::Semicolon => "exchange-report-semicolon",
            Self::HtmlEntity => "exchange-report-html-entity",
            Self::ColonInName { .. } => "exchange-report-colon-in-name",
            Self::FullWidthColon => "exchange-report-full-width-colon",
            Self::KeywordInName { .. } => "exchange-report-keyword-in-name",
            Self::ScoreOutside { text, .. } if text.is_empty() => "exchange-report-score-empty",
            Self::ScoreOutside { .. } => "exchange-report-score-outside",
            Self::ScoreRepaired { .. } => "exchange-report-score-repaired",
            Self::ScoreUnreadable { .. } => "exchange-report-score-unreadable",
            Self::ScoreRounded { .. } => "exchange-report-score-rounded",
            Self::ExtraText { .. } => "exchange-report-extra-text",
            Self::EmptyPerson => "exchange-report-empty-person",
            Self::RepeatedPerson { .. } => "exchange-report-repeated-person",
            Self::NobodyNamed => "exchange-report-nobody-named",
            Self::StageBackwards { .. } => "exchange-report-stage-backwards",
            Self::StageFollows { .. } => "exchange-report-stage-follows",
        }
    }

    /// Says it, without the line.
    pub fn describe(&self, texts: &Texts) -> String {
        let text_argument = |text: &str| texts.with(self.key(), &[("text", FluentValue::from(text.to_owned()))]);
        let with_read =
            |text: &str, read: f64| texts.with(self.key(), &[("text", text.to_owned().into()), ("read", read.into())]);
        match self {
            Self::FrontMatterEmpty
            | Self::Unnamed
            | Self::Semicolon
            | Self::HtmlEntity
            | Self::FullWidthColon
            | Self::EmptyPerson
            | Self::NobodyNamed => texts.get(self.key()),
            Self::Settings { text }
            | Self::Comment { text }
            | Self::FrontMatterTitle { text }
            | Self::HeaderSpelling { text }
            | Self::TitleReplaced { text }
            | Self::NextLineTaken { text }
            | Self::ColonInName { text }
            | Self::KeywordInName { text }
            | Self::ScoreUnreadable { text }
            | Self::ExtraText { text }
            | Self::RepeatedPerson { text }
            | Self::StageBackwards { text }
            | Self::StageFollows { text } => text_argument(text),
            Self::ScoreOutside { text, read } | Self::ScoreRepaired { text, read } => with_read(text, *read),
            Self::ScoreRounded { score, points } => with_read(&score.to_string(), *points),
        }
    }
}

impl MermaidErrorKind {
    pub(super) fn on(self, line: u32) -> MermaidError {
        MermaidError { line: Some(line), kind: self }
    }

    pub(super) fn on_file(self) -> MermaidError {
        MermaidError { line: None, kind: self }
    }

    /// Says what is wrong and what to do, without the line.
    pub fn describe(&self, texts: &Texts) -> String {
        match self {
            Self::TooLarge => texts.get("exchange-error-too-large"),
            Self::TooManyTasks => texts.get("exchange-error-too-many-tasks"),
            Self::TextTooLong => texts.get("exchange-error-text-too-long"),
            Self::NotUtf8 => texts.get("exchange-error-not-utf8"),
            Self::Empty => texts.get("exchange-error-empty"),
            Self::NotAJourney { text } => texts.with("exchange-error-not-a-journey", &[("text", text.as_str().into())]),
            Self::DirectiveUnclosed => texts.get("exchange-error-directive-unclosed"),
            Self::FrontMatterUnclosed => texts.get("exchange-error-front-matter-unclosed"),
            Self::DescriptionUnclosed => texts.get("exchange-error-description-unclosed"),
            Self::TaskWithoutScore { text, cut } => {
                let key = match cut {
                    Cut::No => "exchange-error-task-without-score",
                    Cut::Hash => "exchange-error-task-cut",
                };
                texts.with(key, &[("text", text.as_str().into())])
            }
        }
    }
}

impl std::fmt::Display for MermaidError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = self.kind.describe(Texts::of(crate::model::Language::En));
        match self.line {
            Some(line) => write!(f, "line {line}: {said}"),
            None => f.write_str(&said),
        }
    }
}

impl std::error::Error for MermaidError {}
