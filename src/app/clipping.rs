//! Carries out copy, cut, paste and duplicate.

use egui::{ColorImage, ViewportCommand};

use super::session::Session;
use super::shell::App;
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::{self, DuplicateAs, Line, Origin, Paste, Pasted};
use crate::edit::{ApplyError, Edit};
use crate::exchange::decode::Encoding;
use crate::exchange::grid::table::Separator;
use crate::exchange::grid::{self, Table};
use crate::exchange::{lines, mermaid};
use crate::format;
use crate::i18n::{Texts, reasons, stage_name};
use crate::model::{Document, Picture, Piece, Subject, Touchpoint, TouchpointId, touchpoints_in_order};
use crate::ui::clip::{ClipAction, Preview, Target, known};
use crate::ui::command::{CommandId, is_copyable, is_cuttable, keys_words};
use crate::ui::dialogs::{Dialog, Parting};
use crate::ui::page::Page;
use crate::ui::picture::{dots_to_be_cropped, embedded_dots};
use crate::ui::view::CameraWish;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn clip_action(&mut self, action: ClipAction) {
        match action {
            ClipAction::Paste(text) => self.paste_text(&text),
            ClipAction::PastePicture(dots) => self.paste_picture(&dots),
            ClipAction::Make(piece, target) => self.make_previewed(&piece, target),
        }
    }

    /// Runs its commands of the table.
    pub(super) fn run_clip(&mut self, command: CommandId) {
        match command {
            CommandId::Copy => {
                let subjects = self.selection.clone();
                self.copy(Piece::of(self.document(), &subjects));
            }
            CommandId::Cut => self.cut(),
            // The system alone knows what is on its clipboard; the answer comes as an event.
            CommandId::Paste => self.context.send_viewport_cmd(ViewportCommand::RequestPaste),
            CommandId::Duplicate => self.duplicate_selected(),
            _ => {}
        }
    }

    /// Puts a piece on the clipboard, else the words of what is selected.
    fn copy(&mut self, piece: Option<Piece>) {
        if let Some(piece) = piece {
            self.copy_piece(&piece);
            return;
        }
        let words = self.words_of_selection();
        if !words.is_empty() {
            self.context.copy_text(words);
        }
    }

    /// Puts a piece on the clipboard; says why and `false` where it is too much for one.
    fn copy_piece(&mut self, piece: &Piece) -> bool {
        match format::piece_to_text(piece) {
            Ok(text) => {
                self.session.copied = Some(text.clone());
                self.context.copy_text(text);
                true
            }
            Err(error) => {
                self.toast = Some(format::describe_write(&error, self.texts()));
                false
            }
        }
    }

    /// Cuts what is selected. What stands on a map comes back as it was; a persona comes back without its feelings, so
    /// that is asked about like a deletion.
    fn cut(&mut self) {
        let subjects: Vec<Subject> = self.selection.iter().filter(|subject| is_cuttable(subject)).cloned().collect();
        if subjects.iter().any(|subject| matches!(subject, Subject::Persona(_))) {
            self.ask_part(subjects, Parting::Cut);
        } else {
            self.cut_out(&subjects);
        }
    }

    /// Puts these on the clipboard and takes them away; what cannot be put there stays.
    pub(super) fn cut_out(&mut self, subjects: &[Subject]) {
        let Some(piece) = Piece::of(self.document(), subjects) else { return };
        if self.copy_piece(&piece.cut_from(self.document())) {
            self.apply(Ok(verbs::cut(subjects)));
        }
    }

    fn duplicate_selected(&mut self) {
        if let Some(Subject::Journey(journey)) = self.selection.last().cloned() {
            let Some(original) = self.document().journeys.get(&journey) else { return };
            let title = original.info.title.clone();
            let document = self.session.editor.document();
            let made = verbs::duplicate_journey(document, &journey, &title, DuplicateAs::Variant, self.ids.as_mut());
            self.finish(made.map(|(edit, id)| (edit, Subject::Journey(id))));
            return;
        }
        let subjects: Vec<Subject> = self.selection.iter().filter(|subject| is_copyable(subject)).cloned().collect();
        let Some(journey) = self.journey.clone().filter(|_| !subjects.is_empty()) else { return };
        let made = verbs::duplicate(self.session.editor.document(), &journey, &subjects, self.ids.as_mut());
        self.finish_paste(made);
    }

    /// What is selected in words, for other programs: a title a line.
    fn words_of_selection(&self) -> String {
        let document = self.document();
        let texts = Texts::of(document.info.language);
        let words = |subject: &Subject| match subject {
            Subject::Transition(journey, id) => {
                let journey = document.journeys.get(journey)?;
                let transition = journey.transitions.get(id)?;
                let title = |id: &TouchpointId| journey.touchpoints.get(id).map(|it| it.title.clone());
                Some(format!("{} → {}", title(&transition.from)?, title(&transition.to)?))
            }
            Subject::Stage(journey, stage) => {
                let journey = document.journeys.get(journey)?;
                let inside =
                    touchpoints_in_order(journey).into_iter().filter(|it| journey.stage_of(it) == Some(*stage));
                let titles: Vec<String> = inside.map(|it| it.title.clone()).collect();
                Some(std::iter::once(stage_name(journey, *stage, texts)).chain(titles).collect::<Vec<_>>().join("\n"))
            }
            Subject::Journey(id) => {
                let journey = document.journeys.get(id)?;
                let titles = touchpoints_in_order(journey).into_iter().map(|it| it.title.clone());
                Some(std::iter::once(journey.info.title.clone()).chain(titles).collect::<Vec<_>>().join("\n"))
            }
            Subject::Project => Some(document.info.title.clone()),
            other => verbs::name_of(document, other),
        };
        let lines: Vec<String> =
            self.selection.iter().filter_map(words).filter(|line| !line.trim().is_empty()).collect();
        lines.join("\n")
    }

    /// Puts in what a text stands for: a piece of a map, else lines.
    fn paste_text(&mut self, text: &str) {
        if format::is_piece(text) {
            self.paste_piece(text);
        } else if format::is_project(text) {
            self.refuse(self.texts().get("clip-whole-project"));
        } else if grid::is_table(text) {
            self.preview_table(Table::read(text, Separator::Tab), Encoding::Utf8);
        } else if mermaid::is_journey(text) {
            self.preview_mermaid(text, Encoding::Utf8);
        } else {
            self.paste_lines(text);
        }
    }

    /// Shows what a table will make.
    pub(super) fn preview_table(&mut self, table: Table, encoding: Encoding) {
        let seed = self.ids.next_bits();
        let journey = self.journey_on_map();
        let known = known(self.document(), journey.map(AsRef::as_ref), self.persona.as_ref());
        let preview = Preview::of_table(table, &known, seed);
        self.open_preview(preview.read_as(encoding));
    }

    /// Shows what a journey of Mermaid's will make.
    pub(super) fn preview_mermaid(&mut self, text: &str, encoding: Encoding) {
        let seed = self.ids.next_bits();
        match mermaid::read(text.as_bytes()) {
            Ok(mermaid::Import { document, reports }) => {
                let preview = Preview::of_mermaid(whole(document), reports, seed);
                self.open_preview(preview.read_as(encoding));
            }
            Err(error) => {
                let said = error.kind.describe(self.texts());
                let line = error.line.map(|line| {
                    let arguments = [("line", line.to_string().into()), ("text", said.clone().into())];
                    self.texts().with("paste-on-line", &arguments)
                });
                self.refuse(line.unwrap_or(said));
            }
        }
    }

    /// A map that has touchpoints already is not mixed with another one unless that is wanted.
    fn open_preview(&mut self, preview: Preview) {
        let shown = self.journey_on_map();
        let filled = shown.is_some_and(|journey| !journey.touchpoints.is_empty());
        let preview = if filled { preview.into_new_journey() } else { preview };
        self.view.dialog = Some(Dialog::Paste(Box::new(preview)));
    }

    /// Makes what was shown.
    fn make_previewed(&mut self, piece: &Piece, target: Target) {
        self.view.dialog = None;
        if !self.session.is_begun {
            self.replace(Session { is_begun: true, ..Session::nothing(self.language) });
        }
        let document = self.session.editor.document();
        let shown = self.journey.clone().filter(|_| target == Target::ThisJourney);
        if let Some(journey) = shown {
            let how = Paste { piece, origin: Origin::Elsewhere, journey: &journey, after: &[] };
            let made = verbs::paste(document, &how, self.ids.as_mut());
            self.finish_paste(made);
            return;
        }
        let own = piece.journey().map(|it| it.info.title.clone()).filter(|title| !title.trim().is_empty());
        let title = own.unwrap_or_else(|| Texts::of(self.language).get("new-journey"));
        let made = verbs::paste_as_journey(document, (piece, Origin::Elsewhere), &title, self.ids.as_mut());
        if self.finish(made.map(|(edit, id)| (edit, Subject::Journey(id)))) {
            self.view.wish = Some(CameraWish::Fit);
            self.view.page = Page::Map;
        }
    }

    fn paste_piece(&mut self, text: &str) {
        let piece = match format::read_piece(text) {
            Ok(piece) => piece,
            Err(error) => {
                let name = self.texts().get("clip-clipboard");
                let what = format::describe(&error, &name, self.texts());
                self.refuse(self.texts().with("clip-unreadable", &[("what", what.into())]));
                return;
            }
        };
        let Some(journey) = self.journey.clone() else { return };
        // Some systems change the ends of lines on the way.
        let own = self.session.copied.as_ref().is_some_and(|copied| copied.trim_end() == text.trim_end());
        let origin = if own { Origin::Here } else { Origin::Elsewhere };
        let selected = self.selected_touchpoints();
        let after = if selected.is_empty() { self.meant_touchpoint().into_iter().collect() } else { selected };
        let how = Paste { piece: &piece, origin, journey: &journey, after: &after };
        let made = verbs::paste(self.session.editor.document(), &how, self.ids.as_mut());
        self.finish_paste(made);
    }

    fn paste_lines(&mut self, text: &str) {
        // An emotion is somebody's: where nobody leads, it stays what it is, a part of the title.
        let leading = self.persona.as_ref();
        let line = |title: String| match leading.zip(lines::with_emotion(&title)) {
            Some((persona, (title, emotion))) => {
                Line { title: title.to_owned(), felt: Some((persona.clone(), emotion)) }
            }
            None => Line { title, felt: None },
        };
        let lines: Vec<Line> = lines::titles(text).into_iter().map(line).collect();
        let Some(journey) = self.journey.clone().filter(|_| !lines.is_empty()) else { return };
        let after = self.meant_touchpoint();
        let document = self.session.editor.document();
        let made = verbs::add_lines(document, &journey, after.as_ref(), &lines, self.ids.as_mut());
        let subject = |id: TouchpointId| Subject::Touchpoint(journey.clone(), id);
        self.finish_paste(made.map(|(edit, ids)| (edit, ids.into_iter().map(subject).collect())));
    }

    /// Applies what was pasted, selects it and brings it into sight.
    pub(super) fn finish_paste(&mut self, made: Result<Pasted, ApplyError>) {
        let (edit, made) = match made {
            Ok(made) => made,
            Err(error) => {
                self.apply(Err::<Edit, _>(error));
                return;
            }
        };
        let before = self.document().clone();
        let revision = self.session.editor.revision();
        self.apply(Ok(edit));
        if self.session.editor.revision() == revision {
            return;
        }
        let touchpoints = made.iter().filter(|subject| matches!(subject, Subject::Touchpoint(..))).count();
        let came = self.document().personas.iter().filter(|persona| !before.personas.contains(&persona.id));
        let personas = came.map(|persona| persona.name.trim()).collect::<Vec<_>>().join(", ");
        if touchpoints > 1 || touchpoints > 0 && !personas.is_empty() {
            let undo = CommandId::Undo.shortcut().map(|shortcut| keys_words(&self.context, &shortcut));
            let key = if personas.is_empty() { "clip-pasted" } else { "clip-pasted-with" };
            let keys = undo.unwrap_or_default();
            let arguments = [("count", touchpoints.into()), ("personas", personas.into()), ("keys", keys.into())];
            self.toast = Some(self.texts().with(key, &arguments));
        }
        if touchpoints > 0 && !matches!(self.view.page, Page::Map | Page::Outline) {
            self.view.page = Page::Map;
        }
        if let Some(first) = made.first() {
            self.view.wish = Some(CameraWish::Reveal(first.clone()));
            self.selection = made;
        }
    }

    /// A picture is cut to the portrait of the selected persona, or becomes one more picture of the selected touchpoint.
    fn paste_picture(&mut self, dots: &ColorImage) {
        let persona = match self.selection.last() {
            Some(Subject::Persona(persona)) => Some(persona.clone()),
            _ => self.persona.clone().filter(|_| self.view.page == Page::Personas),
        };
        if let Some(persona) = persona {
            if let Some(picture) = self.pasted_picture(dots_to_be_cropped(dots)) {
                self.open_crop(persona, picture);
            }
        } else if let Some(touchpoint) = self.selected_touchpoint() {
            let Some(picture) = self.pasted_picture(embedded_dots(dots)) else { return };
            let add = |touchpoint: &mut Touchpoint| touchpoint.pictures.push(picture);
            self.on_journey(|document, journey, _| {
                verbs::change::touchpoint(document, journey, &touchpoint, FieldKind::Property, add)
            });
        } else {
            self.toast = Some(self.texts().get("clip-picture-where"));
        }
    }

    /// The picture; where it cannot be taken, that is said.
    fn pasted_picture(&mut self, picture: Result<Picture, image::ImageError>) -> Option<Picture> {
        let error = match picture {
            Ok(picture) => return Some(picture),
            Err(error) => error,
        };
        let reason = reasons::picture(&error, self.texts());
        self.toast = Some(self.texts().with("clip-picture-failed", &[("reason", reason.into())]));
        None
    }

    /// Says why what is on the clipboard cannot be put in.
    fn refuse(&mut self, text: String) {
        self.view.dialog = Some(Dialog::Message { title_key: "clip-refused", text });
    }
}

/// A whole project as a piece that brings all of its touchpoints and steps.
fn whole(document: Document) -> Piece {
    let mut picked = Vec::new();
    for journey in &document.journeys {
        let named = journey.steps.iter().filter(|step| !step.title.trim().is_empty());
        picked.extend(journey.touchpoints.iter().map(|it| Subject::Touchpoint(journey.id.clone(), it.id.clone())));
        picked.extend(named.map(|step| Subject::Step(journey.id.clone(), step.id.clone())));
    }
    Piece { picked, document, ..Piece::default() }
}
