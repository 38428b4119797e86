//! Why a command was refused, as data, and its words.

use crate::i18n::Texts;
use crate::i18n::fields::field_name;
use crate::model::limits::MAX_TEXT_BYTES;

/// A kibibyte.
const KIB: usize = 1024;

/// Why a command was refused; the document is then as before.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ApplyError {
    /// The thing to change, or a thing it would hang on, is not in the document.
    #[error("{id} is not in the document")]
    Missing {
        /// Its id.
        id: String,
    },
    /// Another journey already has a thing with this id.
    #[error("{id} is in another journey already")]
    SharedId {
        /// The id.
        id: String,
    },
    /// The project and the five stages cannot be removed.
    #[error("the project and its stages cannot be removed")]
    Permanent,
    /// The step is the last one of its stage and cannot leave it.
    #[error("{id} is the last step of its stage")]
    LastStep {
        /// The step's id.
        id: String,
    },
    /// A transition would lead to the touchpoint that it leaves.
    #[error("a transition cannot lead from {id} to itself")]
    SelfTransition {
        /// The touchpoint's id.
        id: String,
    },
    /// Two touchpoints are connected in this direction already.
    #[error("a transition leads to {id} already")]
    Connected {
        /// The touchpoint at the end that was to be hung elsewhere.
        id: String,
    },
    /// A text is longer than [`crate::model::limits::MAX_TEXT_BYTES`].
    #[error("the text of \"{field}\" is too long: {bytes} bytes")]
    TextTooLong {
        /// The field's name in the model.
        field: &'static str,
        /// The text's length.
        bytes: usize,
    },
    /// A number is infinite or not a number.
    #[error("\"{field}\" is not a finite number")]
    NotANumber {
        /// The field's name in the model.
        field: &'static str,
    },
    /// A rank is longer than [`crate::model::rank::MAX_RANK_BYTES`].
    #[error("the rank is too long")]
    RankTooLong,
    /// A picture is larger than [`crate::model::limits::MAX_PICTURE_BYTES`].
    #[error("the picture is too large: {bytes} bytes")]
    PictureTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A list is full.
    #[error("\"{field}\" holds at most {max} entries")]
    TooMany {
        /// The list's name in the model.
        field: &'static str,
        /// The most it may hold.
        max: usize,
    },
    /// The project would no longer fit in a file of [`crate::model::limits::MAX_FILE_BYTES`].
    #[error("the project would not fit in a file")]
    ProjectTooLarge,
}

impl ApplyError {
    /// What to tell the user.
    pub fn describe(&self, texts: &Texts) -> String {
        match self {
            // Ids are for files and logs: they say nothing to whoever reads a message.
            Self::Missing { .. } => texts.get("edit-error-missing"),
            Self::SharedId { .. } => texts.get("edit-error-shared-id"),
            Self::Permanent => texts.get("edit-error-permanent"),
            Self::LastStep { .. } => texts.get("edit-error-last-step"),
            Self::SelfTransition { .. } => texts.get("edit-error-self-transition"),
            Self::Connected { .. } => texts.get("edit-error-connected"),
            Self::TextTooLong { field, bytes } => {
                let field = field_name(field, texts);
                let (size, max) = (bytes.div_ceil(KIB), MAX_TEXT_BYTES / KIB);
                let words = [("field", field.into()), ("size", size.into()), ("max", max.into())];
                texts.with("edit-error-text-too-long", &words)
            }
            Self::NotANumber { field } => {
                texts.with("edit-error-not-a-number", &[("field", field_name(field, texts).into())])
            }
            Self::RankTooLong => texts.get("edit-error-rank-too-long"),
            Self::PictureTooLarge { .. } => texts.get("edit-error-picture-too-large"),
            Self::TooMany { max, .. } => texts.with("edit-error-too-many", &[("max", (*max).into())]),
            Self::ProjectTooLarge => texts.get("edit-error-project-too-large"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::EditLabel;
    use crate::model::Language;

    #[test]
    fn edits_and_refusals_have_words_in_both_languages() {
        let id = || "t-1".to_owned();
        let errors = [
            ApplyError::Missing { id: id() },
            ApplyError::SharedId { id: id() },
            ApplyError::Permanent,
            ApplyError::LastStep { id: id() },
            ApplyError::SelfTransition { id: id() },
            ApplyError::Connected { id: id() },
            ApplyError::TextTooLong { field: "title", bytes: 1 },
            ApplyError::NotANumber { field: "start" },
            ApplyError::RankTooLong,
            ApplyError::PictureTooLarge { bytes: 1 },
            ApplyError::TooMany { field: "touchpoints", max: 100_000 },
            ApplyError::ProjectTooLarge,
        ];
        for language in Language::ALL {
            let texts = Texts::of(language);
            for error in &errors {
                let words = error.describe(texts);
                assert!(!words.starts_with("edit-") && words.ends_with('.'), "{error:?}: {words}");
                assert!(!words.contains("t-1"), "no id of the file is shown: {words}");
            }
            for label in EditLabel::ALL {
                assert!(texts.has(label.key()), "{label:?}");
            }
        }
    }
}
