//! What can go wrong with a file's text, as data; [`super::describe`] has the words.

use std::io;

use super::complaint::Complaint;
use super::place::{Excerpt, Place};

/// Why a text is not a document, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct FormatError {
    /// Where; `None` where the file as a whole is meant.
    pub place: Option<Place>,
    /// The offending line.
    pub excerpt: Option<Excerpt>,
    /// What is wrong.
    pub kind: FormatErrorKind,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq)]
pub enum FormatErrorKind {
    /// The file is larger than [`crate::model::limits::MAX_FILE_BYTES`].
    FileTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// There is nothing but space.
    Empty,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text does not begin with `(tropa: <version>`.
    NotTropa,
    /// A newer version of the format than this program knows.
    Newer {
        /// The file's version.
        version: u64,
    },
    /// A version that never was.
    NoSuchVersion {
        /// The number given.
        version: u64,
    },
    /// A text in quotes never ends.
    UnclosedText,
    /// A `/*` never ends.
    UnclosedComment,
    /// A bracket never ends.
    UnclosedBracket {
        /// The bracket that should close it.
        expected: char,
    },
    /// A bracket is closed by one of another kind.
    WrongClose {
        /// The bracket that should stand here.
        expected: char,
        /// The one that does.
        found: char,
        /// Where the bracket was opened.
        opened: Place,
    },
    /// A comma is missing before this.
    ExpectedComma,
    /// A number with a decimal comma.
    DecimalComma,
    /// A field's name is missing here.
    ExpectedField,
    /// The colon after a field's name is missing.
    ExpectedColon {
        /// The field.
        field: String,
    },
    /// A value is missing here.
    ExpectedValue,
    /// A character that has no meaning here.
    UnexpectedCharacter {
        /// The character.
        found: char,
    },
    /// An escape that does not exist.
    BadEscape,
    /// Brackets within brackets, too many.
    TooDeep,
    /// Something follows the end.
    Trailing,
    /// A field that does not exist.
    UnknownField {
        /// The name given.
        name: String,
        /// The nearest name that exists.
        nearest: Option<&'static str>,
        /// All names that exist.
        known: &'static [&'static str],
    },
    /// A word that is none of those possible.
    UnknownWord {
        /// The word given.
        name: String,
        /// The nearest word that exists.
        nearest: Option<&'static str>,
        /// All words that exist.
        known: &'static [&'static str],
    },
    /// A field that must be there is not.
    MissingField {
        /// Its name.
        name: String,
    },
    /// A field stands twice.
    DuplicateField {
        /// Its name.
        name: String,
        /// Where it stands first.
        first: Place,
    },
    /// Another kind of value belongs here.
    WrongType {
        /// What belongs here.
        expected: Expected,
        /// What stands here.
        found: Found,
    },
    /// A whole number below 0 or above what its field holds.
    OutOfRange {
        /// The most.
        max: u64,
    },
    /// Another number of items belongs here.
    WrongLength {
        /// How many belong here.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// What a leaf value complains of.
    Value(Complaint),
    /// An id or key stands twice in one list.
    Twice {
        /// The id or key.
        name: String,
        /// Where it stands first.
        first: Place,
    },
    /// Whatever else the parser says, in its own words.
    Other {
        /// The words.
        message: String,
    },
}

/// What kind of value belongs somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Text in quotes.
    Text,
    /// A number.
    Number,
    /// A number without a fraction.
    WholeNumber,
    /// `true` or `false`.
    Flag,
    /// `[…]`.
    List,
    /// `(field: value, …)`.
    Record,
    /// `(value, value)`.
    Tuple,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The word with something in brackets behind it.
    Payload,
    /// The word alone, without brackets.
    Bare,
}

/// What kind of value stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Text in quotes.
    Text,
    /// A number.
    Number,
    /// A number with a fraction, where none may be.
    Fraction,
    /// A bare word.
    Word,
    /// `[…]`.
    List,
    /// `(field: value, …)`.
    Record,
    /// `(value, value)`.
    Tuple,
    /// `{…}`.
    Map,
}

/// The thing and the field that were being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    /// The nearest id; empty for the project.
    pub id: String,
    /// The field.
    pub field: &'static str,
}

/// Why a document cannot be written.
#[derive(Debug)]
pub enum WriteError {
    /// The bytes could not be handed on.
    Io(io::Error),
    /// A text above [`crate::model::limits::MAX_TEXT_BYTES`].
    TextTooLong {
        /// Where.
        spot: Spot,
        /// Its size.
        bytes: usize,
    },
    /// A number is infinite or not one.
    NotFinite {
        /// Where.
        spot: Spot,
    },
    /// A list above [`crate::model::limits::MAX_ITEMS`].
    TooManyItems {
        /// Where.
        spot: Spot,
        /// Its length.
        items: usize,
    },
    /// More touchpoints than [`crate::model::limits::MAX_TOUCHPOINTS`].
    TooManyTouchpoints {
        /// How many.
        touchpoints: usize,
    },
    /// A picture above [`crate::model::limits::MAX_PICTURE_BYTES`].
    PictureTooLarge {
        /// Where.
        spot: Spot,
        /// Its size.
        bytes: usize,
    },
    /// The text would be larger than [`crate::model::limits::MAX_FILE_BYTES`].
    FileTooLarge,
}
