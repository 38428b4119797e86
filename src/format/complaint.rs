//! What a leaf value of the file complains of, and its way through serde, which lets only words pass.

use std::fmt;

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// An id without its prefix.
    IdPrefix {
        /// The prefix, without the dash.
        prefix: String,
    },
    /// An id with a letter it may not have.
    IdCharacters,
    /// An id of more than [`crate::model::ids::MAX_ID_BYTES`].
    IdTooLong,
    /// Not a rank.
    Rank,
    /// Not a date.
    Date,
    /// Not an emotion: outside −5…5 or not a half.
    Emotion,
    /// Infinite or not a number.
    NotFinite,
    /// Not base64.
    Base64,
    /// A picture above [`crate::model::limits::MAX_PICTURE_BYTES`].
    PictureTooLarge,
    /// A text above [`crate::model::limits::MAX_TEXT_BYTES`].
    TextTooLong,
    /// A list above [`crate::model::limits::MAX_ITEMS`].
    TooManyItems,
    /// More touchpoints than [`crate::model::limits::MAX_TOUCHPOINTS`].
    TooManyTouchpoints,
    /// A list of another length than it must have.
    Length {
        /// How many belong here.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The item at this index has the id or key of an earlier one.
    Twice {
        /// The earlier one's index.
        first: usize,
        /// The later one's index.
        second: usize,
    },
}

/// What marks a message as a complaint of ours; no text of a file can get into one.
const MARK: &str = "tropa-complaint";

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK} ")?;
        match self {
            Self::IdPrefix { prefix } => write!(f, "id-prefix {prefix}"),
            Self::IdCharacters => f.write_str("id-characters"),
            Self::IdTooLong => f.write_str("id-too-long"),
            Self::Rank => f.write_str("rank"),
            Self::Date => f.write_str("date"),
            Self::Emotion => f.write_str("emotion"),
            Self::NotFinite => f.write_str("not-finite"),
            Self::Base64 => f.write_str("base64"),
            Self::PictureTooLarge => f.write_str("picture-too-large"),
            Self::TextTooLong => f.write_str("text-too-long"),
            Self::TooManyItems => f.write_str("too-many-items"),
            Self::TooManyTouchpoints => f.write_str("too-many-touchpoints"),
            Self::Length { expected, found } => write!(f, "length {expected} {found}"),
            Self::Twice { first, second } => write!(f, "twice {first} {second}"),
        }
    }
}

impl Complaint {
    /// Reads a complaint back from the words it went through serde in.
    pub(crate) fn from_words(words: &str) -> Option<Self> {
        let mut words = words.strip_prefix(MARK)?.split_whitespace();
        let name = words.next()?;
        let number = |words: &mut std::str::SplitWhitespace<'_>| words.next()?.parse().ok();
        Some(match name {
            "id-prefix" => Self::IdPrefix { prefix: words.next()?.to_owned() },
            "id-characters" => Self::IdCharacters,
            "id-too-long" => Self::IdTooLong,
            "rank" => Self::Rank,
            "date" => Self::Date,
            "emotion" => Self::Emotion,
            "not-finite" => Self::NotFinite,
            "base64" => Self::Base64,
            "picture-too-large" => Self::PictureTooLarge,
            "text-too-long" => Self::TextTooLong,
            "too-many-items" => Self::TooManyItems,
            "too-many-touchpoints" => Self::TooManyTouchpoints,
            "length" => Self::Length { expected: number(&mut words)?, found: number(&mut words)? },
            "twice" => Self::Twice { first: number(&mut words)?, second: number(&mut words)? },
            _ => return None,
        })
    }
}
