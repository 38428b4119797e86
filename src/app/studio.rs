//! Carries out what the persona builder asks for: avatars, photos cut to a circle, cards, personas side by side.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use egui::Ui;
use image::ImageReader;

use super::exporting::{Drawing, Files};
use super::output::Output;
use super::shell::App;
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::{self, suggest_avatars};
use crate::edit::{Edit, EditLabel};
use crate::export;
use crate::i18n::reasons;
use crate::model::{Persona, PersonaId, Picture, Portrait, Subject};
use crate::present::persona_cards;
use crate::ui::dialogs::Dialog;
use crate::ui::page::{Dock, Page};
use crate::ui::picture::{cropped, dimensions, to_be_cropped};
use crate::ui::studio::avatars::AvatarDialog;
use crate::ui::studio::crop::CropDialog;
use crate::ui::studio::{CardChoice, Crop, MOST_COMPARED, StudioAction};

/// The endings of pictures that a persona can be shown by.
const PICTURES: [&str; 3] = ["png", "jpg", "jpeg"];

impl App {
    /// Carries out what its views ask for.
    pub(super) fn studio_action(&mut self, action: StudioAction) {
        match action {
            StudioAction::OpenSheet(persona) => {
                self.selection = vec![Subject::Persona(persona.clone())];
                self.persona = Some(persona);
                self.view.studio.comparing = false;
                self.view.page = Page::Personas;
            }
            StudioAction::ShowInitials(persona) => self.set_portrait(&persona, Portrait::Initials),
            StudioAction::DrawAvatar(persona) | StudioAction::Shuffle(persona) => self.suggest(persona),
            StudioAction::TakeAvatar(persona, avatar) => {
                self.view.dialog = None;
                self.set_portrait(&persona, Portrait::Avatar(avatar));
            }
            StudioAction::CropPhoto(persona) => {
                let photo = self.document().personas.get(&persona).map(|persona| persona.portrait.clone());
                if let Some(Portrait::Photo(picture)) = photo {
                    self.open_crop(persona, picture);
                }
            }
            StudioAction::TakeCrop(persona, picture, crop) => self.take_crop(&persona, &picture, crop),
            StudioAction::ExportCards(choice) => self.ask_where_to_write(Output::Cards(choice)),
        }
    }

    fn suggest(&mut self, persona: PersonaId) {
        let suggested = suggest_avatars(self.ids.as_mut());
        // What was picked before others were asked for stays picked.
        let picked = match &self.view.dialog {
            Some(Dialog::Avatars(before)) if before.persona == persona => before.picked,
            _ => None,
        };
        self.view.dialog = Some(Dialog::Avatars(AvatarDialog { persona, suggested, picked }));
    }

    fn set_portrait(&mut self, persona: &PersonaId, portrait: Portrait) {
        let set = |persona: &mut Persona| persona.portrait = portrait;
        let edit = verbs::change::persona(self.session.editor.document(), persona, FieldKind::Property, set);
        self.apply(edit.map(|edit| Edit { label: EditLabel::ChangePersona, ..edit }));
    }

    /// Shows the sheets, with personas side by side or no longer.
    pub(super) fn toggle_comparison(&mut self) {
        let on = self.view.page != Page::Personas || !self.view.studio.comparing;
        self.view.page = Page::Personas;
        self.view.studio.comparing = on;
        if on && self.view.studio.compared.len() < 2 {
            let order = self.document().personas_in_order();
            let ids: Vec<PersonaId> = order.into_iter().map(|persona| persona.id.clone()).collect();
            // The one that leads is among them, however many there are.
            let leading = self.persona.clone().filter(|leading| ids.iter().skip(MOST_COMPARED).any(|id| id == leading));
            let first = ids.into_iter().take(MOST_COMPARED - usize::from(leading.is_some()));
            self.view.studio.compared = first.chain(leading).collect();
        }
    }

    /// Asks how the card of the selected or leading persona is written.
    pub(super) fn open_cards(&mut self) {
        let selected = self.selection.iter().rev().find_map(|subject| match subject {
            Subject::Persona(persona) => Some(persona.clone()),
            _ => None,
        });
        let shown = selected.or_else(|| self.persona.clone());
        self.view.dialog = Some(Dialog::Cards(CardChoice::of(shown)));
    }

    /// A name for a file of cards: the persona's, or that of all of them.
    pub(super) fn card_name(&self, choice: &CardChoice) -> String {
        let extension = choice.format.extension();
        let name = choice.persona.as_ref().and_then(|id| self.document().personas.get(id)).map(|it| it.name.clone());
        let name = name.unwrap_or_else(|| self.texts().get("personas"));
        let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
        let name: String = name.chars().map(plain).collect();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { self.offered_name(extension) } else { format!("{name}.{extension}") }
    }

    fn carded(&self, choice: &CardChoice) -> Vec<PersonaId> {
        let all = self.document().personas_in_order().into_iter().map(|persona| persona.id.clone());
        all.filter(|id| choice.persona.as_ref().is_none_or(|wanted| wanted == id)).collect()
    }

    /// The files that cards are written to at this path.
    pub(super) fn card_targets(&self, choice: &CardChoice, path: &Path) -> Vec<PathBuf> {
        if !choice.is_numbered() {
            return vec![path.to_owned()];
        }
        let count = self.document().personas.len();
        (0..count).map(|index| export::numbered(path, index, count)).collect()
    }

    /// Draws the cards aside from the window.
    pub(super) fn start_cards(&mut self, choice: &CardChoice, path: PathBuf) {
        let (document, personas) = (self.document().clone(), self.carded(choice));
        let files = if choice.is_numbered() { Files::Numbered } else { Files::One };
        let theme = choice.theme;
        let pages = Box::new(move || persona_cards(&document, &personas, theme));
        self.export_aside(Drawing { pages, format: choice.format, scale: choice.scale, files }, path);
    }

    /// Lets a photo from a file be cut to a circle.
    pub(super) fn crop_file(&mut self, persona: &PersonaId, path: &Path) {
        let read = || to_be_cropped(ImageReader::open(path)?.with_guessed_format()?);
        if let Some(picture) = self.or_say_why(read(), path) {
            self.open_crop(persona.clone(), picture);
        }
    }

    /// Lets a picture be cut to a circle.
    pub(super) fn open_crop(&mut self, persona: PersonaId, picture: Picture) {
        let Some((width, height)) = dimensions(&picture) else { return };
        let crop = Crop::whole(width, height);
        self.view.dialog = Some(Dialog::Crop(CropDialog { persona, picture, crop }));
    }

    fn take_crop(&mut self, persona: &PersonaId, picture: &Picture, crop: Crop) {
        self.view.dialog = None;
        if let Some(picture) = self.or_say_why(cropped(picture, crop.square()), Path::new("")) {
            self.set_portrait(persona, Portrait::Photo(picture));
        }
    }

    /// The picture; where it cannot be read, that is said.
    pub(super) fn or_say_why(&mut self, picture: Result<Picture, image::ImageError>, path: &Path) -> Option<Picture> {
        let error = match picture {
            Ok(picture) => return Some(picture),
            Err(error) => error,
        };
        let arguments =
            [("file", super::files::file_name(path).into()), ("reason", reasons::picture(&error, self.texts()).into())];
        let text = self.texts().with("photo-failed-text", &arguments);
        self.view.dialog = Some(Dialog::Message { title_key: "photo-failed", text });
        None
    }

    /// Takes a picture that was dropped on the window while a persona is shown, and leaves all other files to others.
    pub(super) fn take_dropped_picture(&mut self, ui: &Ui) {
        let shown = self.view.page == Page::Personas
            || (self.view.dock == Dock::Inspector && !self.view.hide_inspector && self.view.page == Page::Map);
        let Some(Subject::Persona(persona)) = self.selection.last().cloned().filter(|_| shown) else { return };
        if self.view.dialog.is_some() || self.presenting.is_some() {
            return;
        }
        let is_picture = |path: &Path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| PICTURES.contains(&ending.as_str()))
        };
        let dropped = ui.input_mut(|input| {
            let place = input.raw.dropped_files.iter().position(|file| is_picture(file.path()))?;
            Some(input.raw.dropped_files.remove(place))
        });
        let Some(file) = dropped else { return };
        let path = file.path().to_owned();
        let read = file.bytes().map_err(|reason| image::ImageError::IoError(std::io::Error::other(reason)));
        let picture = read.and_then(|bytes| to_be_cropped(ImageReader::new(Cursor::new(bytes)).with_guessed_format()?));
        if let Some(picture) = self.or_say_why(picture, &path) {
            self.open_crop(persona, picture);
        }
    }
}
