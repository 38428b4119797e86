//! Pictures from files: read within limits, made small, put into the document.

use std::path::Path;

use image::{ImageError, ImageReader};

use super::files::file_name;
use super::shell::App;
use crate::edit::verbs;
use crate::edit::verbs::change::FieldKind;
use crate::i18n::reasons;
use crate::model::{CellValue, LaneId, Persona, PersonaId, Picture, Portrait, Touchpoint, TouchpointId};
use crate::ui::dialogs::Dialog;
use crate::ui::picture::embedded;

impl App {
    /// Shows a persona by a photo.
    pub(super) fn set_photo(&mut self, persona: &PersonaId, path: &Path) {
        let Some(picture) = self.read_picture(path) else { return };
        let field = FieldKind::Property;
        let set = |persona: &mut Persona| persona.portrait = Portrait::Photo(picture);
        let edit = verbs::change::persona(self.session.editor.document(), persona, field, set);
        self.apply(edit);
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
        match read(path) {
            Ok(picture) => Some(picture),
            Err(error) => {
                let arguments =
                    [("file", file_name(path).into()), ("reason", reasons::picture(&error, self.texts()).into())];
                let text = self.texts().with("photo-failed-text", &arguments);
                self.view.dialog = Some(Dialog::Message { title_key: "photo-failed", text });
                None
            }
        }
    }
}

/// Reads a picture to be embedded.
///
/// # Errors
/// When the file cannot be read, is no picture of a known kind, or exceeds the limits.
fn read(path: &Path) -> Result<Picture, ImageError> {
    embedded(ImageReader::open(path)?.with_guessed_format()?)
}
