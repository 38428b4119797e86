//! Pictures from files: read within limits, made small, put into the document.

use std::path::Path;

use image::{ImageError, ImageReader};

use super::shell::App;
use crate::edit::verbs;
use crate::edit::verbs::change::FieldKind;
use crate::model::{CellValue, LaneId, Picture, Touchpoint, TouchpointId};
use crate::ui::picture::embedded;

impl App {
    /// Adds a picture to a touchpoint.
    pub(super) fn add_picture(&mut self, touchpoint: &TouchpointId, path: &Path) {
        let Some(picture) = self.read_picture(path) else { return };
        let field = FieldKind::Property;
        let add = |touchpoint: &mut Touchpoint| touchpoint.pictures.push(picture);
        self.on_journey(|document, journey, _| verbs::change::touchpoint(document, journey, touchpoint, field, add));
    }

    /// Fills a touchpoint's cell with a picture.
    pub(super) fn set_cell_picture(&mut self, touchpoint: &TouchpointId, lane: &LaneId, path: &Path) {
        let Some(picture) = self.read_picture(path) else { return };
        let field = FieldKind::Property;
        let set = |touchpoint: &mut Touchpoint| {
            touchpoint.set_cell(lane, Some(CellValue::Picture(picture)));
        };
        self.on_journey(|document, journey, _| verbs::change::touchpoint(document, journey, touchpoint, field, set));
    }

    /// The picture in a file; where it cannot be read, that is said.
    fn read_picture(&mut self, path: &Path) -> Option<Picture> {
        self.or_say_why(read(path), path)
    }
}

/// Reads a picture to be embedded.
///
/// # Errors
/// When the file cannot be read, is no picture of a known kind, or exceeds the limits.
fn read(path: &Path) -> Result<Picture, ImageError> {
    embedded(ImageReader::open(path)?.with_guessed_format()?)
}
