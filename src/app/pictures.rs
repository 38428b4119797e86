//! Pictures from files: read within limits, made small, put into the document.

use std::path::{Path, PathBuf};

use image::{ImageError, ImageReader};

use super::files::Intent;
use super::shell::App;
use crate::edit::verbs;
use crate::edit::verbs::change::FieldKind;
use crate::model::{CellValue, LaneId, Picture, Subject, Touchpoint, TouchpointId};
use crate::ui::picture::embedded;

/// The endings of files that are taken as pictures.
const PICTURE_ENDINGS: [&str; 4] = ["png", "jpg", "jpeg", "webp"];

impl App {
    /// Takes a file that was dropped on the window: a picture for what is selected, anything else is opened.
    pub(super) fn drop_file(&mut self, path: PathBuf) {
        let is_picture = path
            .extension()
            .is_some_and(|ending| PICTURE_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)));
        match self.selection.last() {
            Some(Subject::Persona(persona)) if is_picture => self.crop_file(&persona.clone(), &path),
            Some(Subject::Touchpoint(_, touchpoint)) if is_picture => self.add_picture(&touchpoint.clone(), &path),
            _ if is_picture => self.toast = Some(self.texts().get("drop-picture-where")),
            _ => self.intend(Intent::Open(path)),
        }
    }

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
