//! Opening and saving: what is asked before something would be lost, and what follows the answer; which file is meant is
//! asked in `picking`.

use std::path::{Path, PathBuf};

use egui::ViewportCommand;

use super::file_dialogs::Request;
use super::importing::Foreign;
use super::output::Output;
use super::picking::Purpose;
use super::session::Session;
use super::shell::App;
use crate::edit::verbs;
use crate::format::{self, samples};
use crate::model::{Document, Subject};
use crate::storage::{self, Expected, SaveError, recent};
use crate::ui::action::{Answer, Source};
use crate::ui::dialogs::{Dialog, Doubt, Parting, Question};
use crate::ui::page::Page;
use crate::ui::project_title;

/// What the user wants that may cost unsaved changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Intent {
    /// A new document.
    New(Source),
    /// To choose a file and open it.
    AskOpen,
    /// To open this file.
    Open(PathBuf),
    /// To close the window.
    Quit,
    /// To go on with what a crash has left, by its place in the list.
    Restore(usize),
    /// To delete or cut these.
    Part(Vec<Subject>, Parting),
    /// To save to this path, over what is there.
    SaveOver(PathBuf),
    /// To write this over what is there.
    WriteOver(Output, PathBuf),
}

/// Whether a file that is there may be replaced unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Replace {
    /// That of the very path that was picked: the system's dialog has asked about it, and about no other.
    AsPicked,
    /// None.
    Ask,
}

impl Replace {
    /// Whether the user has agreed to replace this file by picking that path.
    pub(super) fn agrees_to(self, target: &Path, picked: &Path) -> bool {
        self == Self::AsPicked && target == picked
    }
}

impl App {
    /// The document of the first frame.
    pub(super) fn first_document(&mut self, file: Option<PathBuf>) {
        if let Some(path) = file {
            self.session = Session::fresh(self.empty());
            self.open(&path);
            // What cannot be opened leaves no project behind that nobody asked for.
            if self.session.path.is_none() && matches!(self.view.dialog, Some(Dialog::Message { .. })) {
                self.session = Session::nothing(self.language);
                self.view.page = Page::Start;
            }
        } else {
            self.begin_as_usual();
        }
        self.offer_recovered();
    }

    /// Does it, after asking where unsaved changes would be lost.
    pub(super) fn intend(&mut self, intent: Intent) {
        self.finish_writing();
        // What joins the open project loses nothing of it.
        let joins = matches!(&intent, Intent::Open(path) if Foreign::of(path).is_some());
        if self.session.editor.is_modified() && !joins {
            self.pending = Some(intent);
            let title = project_title(self.document(), self.texts());
            let name = match self.session.path.as_deref().map(file_name) {
                Some(file) => format!("{title} · {file}"),
                None => title,
            };
            self.ask(Doubt::Unsaved, name);
        } else {
            self.perform(intent);
        }
    }

    pub(super) fn ask(&mut self, doubt: Doubt, name: String) {
        self.view.dialog = Some(Dialog::Question(Question { doubt, name }));
    }

    fn perform(&mut self, intent: Intent) {
        match intent {
            Intent::New(source) => {
                let document = self.document_from(source);
                self.replace(Session::fresh(document));
            }
            Intent::AskOpen => {
                let losing = self.session.editor.revision();
                self.ask_path(Request::OpenProject, Purpose::Open { losing });
            }
            Intent::Open(path) => self.open(&path),
            Intent::Quit => {
                self.recovery.give_up();
                self.may_close = true;
                self.context.send_viewport_cmd(ViewportCommand::Close);
            }
            Intent::Restore(place) => self.restore(place),
            Intent::Part(subjects, parting) => self.part(&subjects, parting),
            Intent::SaveOver(path) => self.save_to(&path, Expected::Any),
            Intent::WriteOver(output, path) => self.start_writing(output, path),
        }
    }

    pub(super) fn replace(&mut self, session: Session) {
        self.remember_place();
        self.session = Session { number: self.session.number + 1, ..session };
        // What was to follow the saving of another map does not follow that of this one.
        self.after_save = None;
        self.recovery.forget();
        self.end_show();
        self.scenes.forget();
        self.view.find.forget();
        self.slides.forget();
        self.journey = None;
        self.persona = None;
        self.selection.clear();
        self.view.camera_of = None;
        self.view.page = Page::Map;
        self.view.rename = None;
        self.view.dialog = None;
        self.view.outline_stage = None;
        self.view.pictures.clear();
        self.view.workshop.forget();
        self.view.past.forget();
    }

    pub(super) fn open(&mut self, path: &Path) {
        if let Some(foreign) = Foreign::of(path) {
            self.import(path, foreign);
            return;
        }
        match storage::open(path) {
            Ok(file) => {
                let path = file.path.clone();
                self.replace(Session::opened(file));
                self.remember(&path);
                self.restore_place();
                self.draw_thumb();
            }
            Err(error) => {
                let text = error.describe(self.texts());
                self.view.dialog = Some(Dialog::Message { title_key: "open-failed", text });
            }
        }
    }

    fn remember(&mut self, path: &Path) {
        let Some(directory) = &self.directory else { return };
        // A list of recent files that cannot be kept is no reason to disturb anybody.
        let _ = recent::remember(directory, path);
        self.recent = recent::list(directory);
    }

    fn empty(&mut self) -> Document {
        let mut document = Document::default();
        let texts = self.texts();
        document.info = crate::model::ProjectInfo { language: self.language, ..Default::default() }.into();
        let (edit, _) = verbs::add_journey(&document, &texts.get("new-journey"), self.ids.as_mut());
        crate::edit::apply(&document, &edit.commands).unwrap_or(document)
    }

    /// The sample of the language; tests read every sample, so that the empty map is never needed.
    pub(super) fn sample(&mut self) -> Document {
        self.bundled(Some(samples::sample(self.language)))
    }

    fn document_from(&mut self, source: Source) -> Document {
        match source {
            Source::Template(wanted) => {
                let mut templates = samples::templates().iter();
                let language = self.language;
                let found = templates.find(|(name, of, _)| *name == wanted && *of == language);
                self.bundled(found.map(|(_, _, bytes)| *bytes))
            }
            Source::Sample(wanted) => {
                let found = samples::samples().iter().find(|(name, _)| *name == wanted);
                self.bundled(found.map(|(_, bytes)| *bytes))
            }
        }
    }

    fn bundled(&mut self, bytes: Option<&[u8]>) -> Document {
        let opened = bytes.and_then(|bytes| format::read(bytes).ok());
        opened.map_or_else(|| self.empty(), |opened| opened.document)
    }

    pub(super) fn use_path(&mut self, purpose: Purpose, path: PathBuf, replace: Replace) {
        match purpose {
            Purpose::Open { losing } if losing == self.session.editor.revision() => self.open(&path),
            Purpose::Open { .. } => self.intend(Intent::Open(path)),
            Purpose::Save => {
                let target = with_extension(path.clone(), "ron");
                let expected = if replace.agrees_to(&target, &path) { Expected::Any } else { Expected::New };
                self.save_to(&target, expected);
            }
            Purpose::Write(output) => self.write_to(output, &path, replace),
            Purpose::Transcript => self.open_transcript(&path),
            Purpose::Photo(persona) => self.crop_file(&persona, &path),
            Purpose::TouchpointPicture(touchpoint) => self.add_picture(&touchpoint, &path),
            Purpose::CellPicture(touchpoint, lane) => self.set_cell_picture(&touchpoint, &lane, &path),
        }
    }

    /// Uses a path that was typed by hand; where that fails it is asked for again with what was typed.
    fn use_typed_path(&mut self, purpose: Purpose, path: &Path) {
        let waiting = self.after_save.clone();
        self.typed = Some((purpose.clone(), path.to_owned()));
        self.use_path(purpose.clone(), path.to_owned(), Replace::Ask);
        // What stands in several lines shows a place in a file, for which its own dialog has room.
        let short = |text: &String| !text.contains('\n');
        match &self.view.dialog {
            Some(Dialog::Message { text, .. }) if short(text) => {
                let problem = text.clone();
                self.after_save = waiting;
                self.ask_again(purpose, path, problem);
            }
            Some(Dialog::Question(_)) => {}
            _ => self.typed = None,
        }
    }

    fn ask_again(&mut self, purpose: Purpose, path: &Path, problem: String) {
        let (title_key, typed, listed) = (purpose.title_key(), path.display().to_string(), purpose.listed());
        self.typed_for = Some(purpose);
        self.view.dialog = Some(Dialog::Path { title_key, typed, listed, problem });
    }

    /// Saves to the document's own file, or asks for one.
    pub(super) fn save(&mut self) {
        self.finish_writing();
        let Some(path) = self.session.path.clone() else {
            self.ask_where_to_save();
            return;
        };
        if self.session.warn_of_comments {
            self.ask(Doubt::Comments, file_name(&path));
            return;
        }
        self.save_same(&path);
    }

    fn save_same(&mut self, path: &Path) {
        let expected = self.session.stamp.as_ref().map_or(Expected::New, Expected::Same);
        let saved = storage::save(path, self.session.editor.document(), expected);
        self.after_saving(path, saved);
    }

    /// Asks for a file to save to.
    pub(super) fn ask_where_to_save(&mut self) {
        self.finish_writing();
        let name = self.offered_name("ron");
        self.ask_path(Request::SaveProject { name }, Purpose::Save);
    }

    fn save_to(&mut self, path: &Path, expected: Expected<'_>) {
        let saved = storage::save(path, self.session.editor.document(), expected);
        self.after_saving(path, saved);
    }

    fn after_saving(&mut self, path: &Path, saved: Result<storage::FileStamp, SaveError>) {
        match saved {
            Ok(stamp) => {
                let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
                self.session.saved(path.clone(), stamp);
                if self.presenting.is_some() {
                    // The status bar, which says so otherwise, is not there.
                    self.toast = Some(self.texts().get("status-saved"));
                }
                self.remember(&path);
                self.draw_thumb();
                if let Some(intent) = self.after_save.take() {
                    self.perform(intent);
                }
            }
            Err(SaveError::ChangedOutside { path } | SaveError::Gone { path }) => {
                let kept = self.session.is_recovered;
                let doubt = if kept { Doubt::ChangedSinceKept } else { Doubt::ChangedOutside };
                self.ask(doubt, file_name(&path));
            }
            Err(SaveError::Exists { path }) => {
                let name = file_name(&path);
                self.pending = Some(Intent::SaveOver(path));
                self.ask(Doubt::Exists, name);
            }
            Err(SaveError::ReadOnly { path }) => self.ask(Doubt::ReadOnly, file_name(&path)),
            Err(error) => {
                self.after_save = None;
                let text = error.describe(self.texts());
                self.view.dialog = Some(Dialog::Message { title_key: "save-failed", text });
            }
        }
    }

    /// The dialog was answered.
    pub(super) fn answered(&mut self, answer: Answer) {
        let dialog = self.view.dialog.take();
        let doubt = match dialog {
            Some(Dialog::Question(Question { doubt, .. })) => Some(doubt),
            _ => None,
        };
        let path = self.session.path.clone();
        match (answer, doubt) {
            (Answer::Cancel, _) => {
                let typed = self.typed.take().filter(|_| doubt == Some(Doubt::Exists));
                self.pending = None;
                if let Some((purpose, path)) = typed {
                    self.ask_again(purpose, &path, String::new());
                } else {
                    self.after_save = None;
                    self.typed_for = None;
                }
            }
            (Answer::Path(path), _) => {
                if let Some(purpose) = self.typed_for.take() {
                    self.use_typed_path(purpose, &path);
                }
            }
            (Answer::SaveFirst, _) => {
                self.after_save = self.pending.take();
                self.save();
            }
            (Answer::SaveAs, _) => self.ask_where_to_save(),
            (Answer::Reload, _) => self.reload(),
            (Answer::Proceed, Some(Doubt::Comments)) => {
                self.session.warn_of_comments = false;
                self.save();
            }
            (Answer::Overwrite, Some(Doubt::ChangedOutside | Doubt::ChangedSinceKept)) => {
                if let Some(path) = path {
                    self.save_to(&path, Expected::Any);
                }
            }
            (Answer::Discard | Answer::Proceed | Answer::Overwrite, _) => {
                if let Some(intent) = self.pending.take() {
                    self.perform(intent);
                }
            }
        }
    }

    /// Reads the file again and drops the changes; that can be undone.
    fn reload(&mut self) {
        self.after_save = None;
        let Some(path) = self.session.path.clone() else { return };
        match storage::open(&path) {
            Ok(file) => {
                self.session.stamp = Some(file.stamp);
                self.session.warn_of_comments = file.has_comments;
                self.session.is_recovered = false;
                self.session.editor.reload(file.document);
            }
            Err(error) => {
                let text = error.describe(self.texts());
                self.view.dialog = Some(Dialog::Message { title_key: "open-failed", text });
            }
        }
    }
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A name without this ending gets it, behind whatever stands after a dot: "map 1.5" is "map 1.5.ron".
pub(super) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut path = path.into_os_string();
    path.push(".");
    path.push(extension);
    path.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_ending_of_what_is_written() {
        let check = |name: &str, expect: &str| {
            assert_eq!(with_extension(PathBuf::from(name), "ron"), PathBuf::from(expect), "{name}");
        };
        check("map", "map.ron");
        check("a/map.ron", "a/map.ron");
        check("map.RON", "map.RON");
        check("map 1.5", "map 1.5.ron");
        check("table.csv", "table.csv.ron");
    }
}
