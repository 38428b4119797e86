//! The caps of [`crate::model::limits`] on one thing, so that whatever is put in can be saved and read again.

use super::error::ApplyError;
use super::fields::{Fields, Walk};
use crate::model::limits::{MAX_ITEMS, MAX_PICTURE_BYTES, MAX_TEXT_BYTES};
use crate::model::rank::MAX_RANK_BYTES;
use crate::model::{Picture, Rank};

/// Checks every field of the thing.
///
/// # Errors
/// The first field that breaks a cap.
pub(super) fn check<T: Walk>(thing: &T) -> Result<(), ApplyError> {
    let mut checker = Checker(Ok(()));
    thing.walk(&mut checker);
    checker.0
}

struct Checker(Result<(), ApplyError>);

impl Checker {
    fn refuse_if(&mut self, broken: bool, error: ApplyError) {
        if broken && self.0.is_ok() {
            self.0 = Err(error);
        }
    }
}

impl Fields for Checker {
    fn text(&mut self, field: &'static str, text: &str) {
        self.refuse_if(text.len() > MAX_TEXT_BYTES, ApplyError::TextTooLong { field, bytes: text.len() });
    }

    fn number(&mut self, field: &'static str, value: f64) {
        self.refuse_if(!value.is_finite(), ApplyError::NotANumber { field });
    }

    fn rank(&mut self, rank: &Rank) {
        self.refuse_if(rank.as_str().len() > MAX_RANK_BYTES, ApplyError::RankTooLong);
    }

    fn picture(&mut self, picture: &Picture) {
        let bytes = picture.bytes.len();
        self.refuse_if(bytes > MAX_PICTURE_BYTES, ApplyError::PictureTooLarge { bytes });
    }

    fn id(&mut self, _id: &str) {
        // An id cannot be made longer than the cap.
    }

    fn small(&mut self, _count: usize) {}

    fn part(&mut self, part: &dyn Walk) {
        part.walk(self);
    }

    fn entries(&mut self, field: &'static str, count: usize) {
        self.refuse_if(count > MAX_ITEMS, ApplyError::TooMany { field, max: MAX_ITEMS });
    }
}
