//! Words for what is wrong with a text, laid out as a good compiler does: place, reason, line with a caret, help.

use super::complaint::Complaint;
use super::error::{Expected, FormatError, FormatErrorKind, Found, Spot, WriteError};
use super::place::Place;
use crate::i18n::{FluentValue, Texts, reasons};
use crate::model::ids::MAX_ID_BYTES;
use crate::model::limits::{MAX_FILE_BYTES, MAX_ITEMS, MAX_PICTURE_BYTES, MAX_TEXT_BYTES, MAX_TOUCHPOINTS};

/// How much of a name from the file is repeated, in characters.
const MAX_ECHO: usize = 60;

/// The whole report: `file:line:column: error: …`, the offending line with a caret, and what to do.
pub fn describe(error: &FormatError, file_name: &str, texts: &Texts) -> String {
    let mut place = printable(file_name);
    if let Some(Place { line, column }) = error.place {
        place = format!("{place}:{line}:{column}");
    }
    let reason = message(error, texts);
    let mut report = texts.with("error-format-heading", &[("place", place.into()), ("reason", reason.into())]);
    let number = error.place.map(|place| place.line.to_string()).unwrap_or_default();
    let margin = " ".repeat(number.len());
    if let Some(excerpt) = &error.excerpt {
        let gap = " ".repeat(excerpt.mark_start);
        let mark = "^".repeat(excerpt.mark_length);
        report = format!("{report}\n{margin} |\n{number} | {}\n{margin} | {gap}{mark}", excerpt.text);
    }
    if let Some(help) = help(error, texts) {
        let help = texts.with("error-format-help", &[("help", help.into())]);
        report = format!("{report}\n{margin} = {help}");
    }
    report
}

/// What is wrong, in one sentence.
pub fn message(error: &FormatError, texts: &Texts) -> String {
    let (key, arguments) = words(&error.kind, texts);
    texts.with(key, &arguments)
}

/// What to do about it.
fn help(error: &FormatError, texts: &Texts) -> Option<String> {
    let (key, arguments) = words(&error.kind, texts);
    let key = match &error.kind {
        FormatErrorKind::UnknownField { nearest: Some(_), .. }
        | FormatErrorKind::UnknownWord { nearest: Some(_), .. } => "error-format-did-you-mean".to_owned(),
        FormatErrorKind::WrongType { expected: Expected::Word(_), found } => match found {
            Found::Text => "error-format-word-help-quotes".to_owned(),
            _ => "error-format-known-help".to_owned(),
        },
        FormatErrorKind::UnknownField { .. } | FormatErrorKind::UnknownWord { .. } => {
            "error-format-known-help".to_owned()
        }
        FormatErrorKind::WrongType { expected, .. } => format!("{}-help", expected_key(*expected)),
        _ => format!("{key}-help"),
    };
    texts.has(&key).then(|| texts.with(&key, &arguments))
}

type Words = (&'static str, Vec<(&'static str, FluentValue<'static>)>);

fn words(kind: &FormatErrorKind, texts: &Texts) -> Words {
    let name = |text: &str| FluentValue::from(echo(text));
    let line = |place: &Place| FluentValue::from(place.line.to_string());
    let known = |names: &[&str]| FluentValue::from(names.join(", "));
    match kind {
        FormatErrorKind::FileTooLarge { bytes } => {
            ("error-format-file-too-large", vec![("size", mebibytes(*bytes)), ("max", mebibytes(MAX_FILE_BYTES))])
        }
        FormatErrorKind::Empty => ("error-format-empty", vec![]),
        FormatErrorKind::NotUtf8 => ("error-format-not-utf8", vec![]),
        FormatErrorKind::NotTropa => ("error-format-not-tropa", vec![]),
        FormatErrorKind::Newer { version } => ("error-format-newer", vec![("version", version.to_string().into())]),
        FormatErrorKind::NoSuchVersion { version } => {
            ("error-format-no-such-version", vec![("version", version.to_string().into())])
        }
        FormatErrorKind::UnclosedText => ("error-format-unclosed-text", vec![]),
        FormatErrorKind::UnclosedComment => ("error-format-unclosed-comment", vec![]),
        FormatErrorKind::UnclosedBracket { expected } => {
            ("error-format-unclosed-bracket", vec![("expected", expected.to_string().into())])
        }
        FormatErrorKind::WrongClose { expected, found, opened } => (
            "error-format-wrong-close",
            vec![
                ("expected", expected.to_string().into()),
                ("found", found.to_string().into()),
                ("line", line(opened)),
            ],
        ),
        FormatErrorKind::ExpectedComma => ("error-format-expected-comma", vec![]),
        FormatErrorKind::DecimalComma => ("error-format-decimal-comma", vec![]),
        FormatErrorKind::ExpectedField => ("error-format-expected-field", vec![]),
        FormatErrorKind::ExpectedColon { field } => ("error-format-expected-colon", vec![("name", name(field))]),
        FormatErrorKind::ExpectedValue => ("error-format-expected-value", vec![]),
        FormatErrorKind::UnexpectedCharacter { found } => {
            ("error-format-unexpected-character", vec![("found", name(&found.to_string()))])
        }
        FormatErrorKind::BadEscape => ("error-format-bad-escape", vec![]),
        FormatErrorKind::TooDeep => ("error-format-too-deep", vec![]),
        FormatErrorKind::Trailing => ("error-format-trailing", vec![]),
        FormatErrorKind::UnknownField { name: given, nearest, known: names } => (
            "error-format-unknown-field",
            vec![("name", name(given)), ("nearest", nearest.unwrap_or_default().into()), ("known", known(names))],
        ),
        FormatErrorKind::UnknownWord { name: given, nearest, known: names } => (
            "error-format-unknown-word",
            vec![("name", name(given)), ("nearest", nearest.unwrap_or_default().into()), ("known", known(names))],
        ),
        FormatErrorKind::MissingField { name: field } => ("error-format-missing-field", vec![("name", name(field))]),
        FormatErrorKind::DuplicateField { name: field, first } => {
            ("error-format-duplicate-field", vec![("name", name(field)), ("line", line(first))])
        }
        FormatErrorKind::WrongType { expected, found } => {
            let mut arguments = vec![
                ("expected", texts.get(expected_key(*expected)).into()),
                ("found", texts.get(found_key(*found)).into()),
            ];
            if let Expected::Word(words) = expected {
                arguments.push(("known", known(words)));
            }
            ("error-format-wrong-type", arguments)
        }
        FormatErrorKind::OutOfRange { max } => ("error-format-out-of-range", vec![("max", max.to_string().into())]),
        FormatErrorKind::WrongLength { expected, found } => {
            ("error-format-wrong-length", vec![("expected", (*expected).into()), ("found", (*found).into())])
        }
        FormatErrorKind::Value(complaint) => complaint_words(complaint),
        FormatErrorKind::Twice { name: given, first } => {
            ("error-format-twice", vec![("name", name(given)), ("line", line(first))])
        }
        // The parser's own words are in English and for programmers.
        FormatErrorKind::Other { message: _ } => ("error-format-other", vec![]),
    }
}

fn complaint_words(complaint: &Complaint) -> Words {
    match complaint {
        Complaint::IdPrefix { prefix } => ("error-format-id-prefix", vec![("prefix", echo(prefix).into())]),
        Complaint::IdCharacters => ("error-format-id-characters", vec![]),
        Complaint::IdTooLong => ("error-format-id-too-long", vec![("max", MAX_ID_BYTES.into())]),
        Complaint::Rank => ("error-format-rank", vec![]),
        Complaint::Date => ("error-format-date", vec![]),
        Complaint::Emotion => ("error-format-emotion", vec![]),
        Complaint::NotFinite => ("error-format-not-finite", vec![]),
        Complaint::Base64 => ("error-format-base64", vec![]),
        Complaint::PictureTooLarge => ("error-format-picture-too-large", vec![("max", mebibytes(MAX_PICTURE_BYTES))]),
        Complaint::TextTooLong => ("error-format-text-too-long", vec![("max", kibibytes(MAX_TEXT_BYTES))]),
        Complaint::TooManyItems => ("error-format-too-many-items", vec![("max", MAX_ITEMS.to_string().into())]),
        Complaint::TooManyTouchpoints => {
            ("error-format-too-many-touchpoints", vec![("max", MAX_TOUCHPOINTS.to_string().into())])
        }
        Complaint::Length { expected, found } => {
            ("error-format-wrong-count", vec![("expected", (*expected).into()), ("found", (*found).into())])
        }
        Complaint::Twice { .. } => ("error-format-twice-somewhere", vec![]),
    }
}

fn expected_key(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "error-format-expected-text",
        Expected::Number => "error-format-expected-number",
        Expected::WholeNumber => "error-format-expected-whole-number",
        Expected::Flag => "error-format-expected-flag",
        Expected::List => "error-format-expected-list",
        Expected::Record => "error-format-expected-record",
        Expected::Tuple => "error-format-expected-tuple",
        Expected::Word(_) => "error-format-expected-word",
        Expected::Payload => "error-format-expected-payload",
        Expected::Bare => "error-format-expected-bare",
    }
}

fn found_key(found: Found) -> &'static str {
    match found {
        Found::Text => "error-format-found-text",
        Found::Number => "error-format-found-number",
        Found::Fraction => "error-format-found-fraction",
        Found::Word => "error-format-found-word",
        Found::List => "error-format-found-list",
        Found::Record => "error-format-found-record",
        Found::Tuple => "error-format-found-tuple",
        Found::Map => "error-format-found-map",
    }
}

/// Why a document cannot be written, in words.
pub fn describe_write(error: &WriteError, texts: &Texts) -> String {
    let at = |spot: &Spot| {
        let Spot { id, field } = spot;
        match (id.is_empty(), field.is_empty()) {
            (true, _) => (*field).to_owned(),
            (false, true) => echo(id),
            (false, false) => format!("{}, {field}", echo(id)),
        }
    };
    let (key, spot, max) = match error {
        WriteError::Io(error) => return reasons::io(error, texts),
        WriteError::TextTooLong { spot, bytes: _ } => {
            ("error-format-write-text-too-long", at(spot), kibibytes(MAX_TEXT_BYTES))
        }
        WriteError::NotFinite { spot } => ("error-format-write-not-finite", at(spot), "".into()),
        WriteError::TooManyItems { spot, items: _ } => {
            ("error-format-write-too-many-items", at(spot), MAX_ITEMS.to_string().into())
        }
        WriteError::TooManyTouchpoints { touchpoints: _ } => {
            ("error-format-write-too-many-touchpoints", String::new(), MAX_TOUCHPOINTS.to_string().into())
        }
        WriteError::PictureTooLarge { spot, bytes: _ } => {
            ("error-format-write-picture-too-large", at(spot), mebibytes(MAX_PICTURE_BYTES))
        }
        WriteError::FileTooLarge => ("error-format-write-file-too-large", String::new(), mebibytes(MAX_FILE_BYTES)),
    };
    texts.with(key, &[("at", spot.into()), ("max", max)])
}

fn mebibytes(bytes: usize) -> FluentValue<'static> {
    bytes.div_ceil(1 << 20).to_string().into()
}

fn kibibytes(bytes: usize) -> FluentValue<'static> {
    bytes.div_ceil(1 << 10).to_string().into()
}

/// A text from outside as a terminal may show it: control characters escaped.
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|one| super::place::show(one, &mut shown));
    shown
}

fn echo(text: &str) -> String {
    let mut shown = printable(&text.chars().take(MAX_ECHO).collect::<String>());
    if text.chars().nth(MAX_ECHO).is_some() {
        shown.push('…');
    }
    shown
}
