//! Which file is meant: asked by the system's dialog, or typed by hand.

use std::path::Path;

use super::file_dialogs::{PHOTOS, PROJECTS, Pick, Request, TRANSCRIPTS};
use super::files::{Intent, Replace};
use super::output::Output;
use super::shell::{App, Report};
use crate::model::{LaneId, PersonaId, TouchpointId};
use crate::ui::dialogs::Dialog;
use crate::ui::project_title;
use crate::ui::start::Listed;

/// A question for a path. The window can be used while the system asks it, so that another map may be open when it is
/// answered.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    purpose: Purpose,
    /// The session it was asked in.
    session: u64,
    /// What its map was called.
    title: String,
}

/// What a path is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Purpose {
    /// To open it.
    Open {
        /// The revision whose loss is agreed to: the window can be used while the system asks for the path.
        losing: u64,
    },
    /// To save the document there.
    Save,
    /// To write this there.
    Write(Output),
    /// To read a transcript from there.
    Transcript,
    /// To take a photo from there.
    Photo(PersonaId),
    /// To take a picture of a touchpoint from there.
    TouchpointPicture(TouchpointId),
    /// To take a picture from there into a touchpoint's cell.
    CellPicture(TouchpointId, LaneId),
}

impl Purpose {
    /// The message that asks for the path.
    pub(super) fn title_key(&self) -> &'static str {
        match self {
            Self::Open { .. } => "pick-open",
            Self::Save => "pick-save",
            Self::Write(output) => output.title_key(),
            Self::Transcript => "pick-transcript",
            Self::Photo(_) => "pick-photo",
            Self::TouchpointPicture(_) | Self::CellPicture(..) => "pick-picture",
        }
    }
}

impl Purpose {
    /// The files that are asked for.
    pub(super) fn listed(&self) -> Listed {
        let endings = match self {
            Self::Open { .. } => PROJECTS.to_vec(),
            Self::Save => vec!["ron"],
            Self::Write(output) => vec![output.extension()],
            Self::Transcript => TRANSCRIPTS.to_vec(),
            Self::Photo(_) | Self::TouchpointPicture(_) | Self::CellPicture(..) => PHOTOS.to_vec(),
        };
        Listed { endings, all: false }
    }
}

impl App {
    /// Asks for a path, by the system's dialog or, where there is none, by a field of our own.
    pub(super) fn ask_path(&mut self, request: Request, purpose: Purpose) {
        let title = self.texts().get(purpose.title_key());
        let asked = self.asked(purpose);
        let (reports, context) = (self.reports.clone(), self.context.clone());
        let answer = move |pick| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = reports.send(Report::Picked(asked, pick));
            context.request_repaint();
        };
        self.dialogs.ask(request, title, Box::new(answer));
    }

    fn asked(&self, purpose: Purpose) -> Asked {
        Asked { purpose, session: self.session.number, title: project_title(self.document(), self.texts()) }
    }

    /// A path was picked, or not.
    pub(super) fn picked(&mut self, Asked { purpose, session, title }: Asked, pick: Pick) {
        if session != self.session.number {
            self.answered_late(&purpose, &title, pick);
            return;
        }
        match pick {
            Pick::Picked(path) => self.use_path(purpose, path, Replace::AsPicked),
            Pick::Cancelled => self.after_save = None,
            Pick::Unavailable => {
                let title_key = purpose.title_key();
                let typed = match &purpose {
                    Purpose::Save => self.offered_path(&self.offered_name("ron")),
                    Purpose::Write(output) => self.offered_path(&self.output_name(output)),
                    Purpose::Open { .. }
                    | Purpose::Transcript
                    | Purpose::Photo(_)
                    | Purpose::TouchpointPicture(_)
                    | Purpose::CellPicture(..) => String::new(),
                };
                let listed = purpose.listed();
                self.typed_for = Some(purpose);
                self.view.dialog = Some(Dialog::Path { title_key, typed, listed, problem: String::new() });
            }
        }
    }

    /// A question about a map that is no longer open was answered: no other map is saved or changed instead.
    fn answered_late(&mut self, purpose: &Purpose, title: &str, pick: Pick) {
        let Pick::Picked(path) = pick else { return };
        if let Purpose::Open { .. } = purpose {
            // What may be lost now is not what was agreed to then.
            self.intend(Intent::Open(path));
            return;
        }
        let text = self.texts().with("pick-late-hint", &[("title", title.into())]);
        self.view.dialog = Some(Dialog::Message { title_key: "pick-late", text });
    }

    /// Beside the open file, else in the home directory.
    fn offered_path(&self, name: &str) -> String {
        let beside = self.session.path.as_deref().and_then(Path::parent).map(Path::to_owned);
        let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
        match beside.or_else(home) {
            Some(directory) => directory.join(name).display().to_string(),
            None => name.to_owned(),
        }
    }

    /// The same with what the file is of.
    pub(super) fn name_with(&self, key: &str, extension: &str) -> String {
        format!("{} {}.{extension}", self.offered_stem(), self.texts().get(key))
    }

    /// A name from the file or the project's title.
    pub(super) fn offered_name(&self, extension: &str) -> String {
        format!("{}.{extension}", self.offered_stem())
    }

    fn offered_stem(&self) -> String {
        let stem =
            self.session.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let title = || {
            let title = self.document().info.title.trim();
            let plain = |letter: char| if letter.is_alphanumeric() || " -_".contains(letter) { letter } else { ' ' };
            let title: String =
                title.chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
            if title.is_empty() { self.texts().get("untitled-file") } else { title }
        };
        stem.unwrap_or_else(title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture::app_with;
    use crate::app::session::Session;
    use crate::edit::verbs;
    use crate::model::{Document, JourneyId, Subject};
    use crate::ui::dialogs::{PaperChoice, PaperWhat};

    fn named(title: &str) -> Document {
        let info = crate::model::ProjectInfo { title: title.to_owned(), ..Default::default() };
        Document { info: info.into(), ..Document::default() }
    }

    #[test]
    fn an_answer_about_a_map_that_is_closed_touches_no_other() {
        let directory = tempfile::tempdir().unwrap();
        let persona = PersonaId::parse("p-ann").unwrap();
        let journey = JourneyId::parse("j-main").unwrap();
        let paper = Output::Print(PaperChoice { journey, what: PaperWhat::MinutesMarkdown });
        for purpose in [Purpose::Save, Purpose::Write(paper), Purpose::Transcript, Purpose::Photo(persona)] {
            let mut app = app_with(named("First"));
            let asked = app.asked(purpose.clone());
            app.after_save = Some(Intent::Quit);
            app.replace(Session::fresh(named("Second")));
            let path = directory.path().join("map.ron");
            app.picked(asked, Pick::Picked(path.clone()));
            assert!(!path.exists(), "{purpose:?}");
            assert_eq!((app.session.path.clone(), app.after_save.clone()), (None, None), "{purpose:?}");
            let Some(Dialog::Message { title_key: "pick-late", text }) = &app.view.dialog else {
                panic!("{purpose:?}: {:?}", app.view.dialog);
            };
            assert!(text.contains("First"), "{text}");
        }
    }

    #[test]
    fn an_answer_about_the_open_map_saves_it() {
        let directory = tempfile::tempdir().unwrap();
        let mut app = app_with(named("First"));
        let asked = app.asked(Purpose::Save);
        app.picked(asked, Pick::Picked(directory.path().join("map.ron")));
        assert!(app.session.path.is_some_and(|path| path.ends_with("map.ron")));
    }

    #[test]
    fn what_may_be_lost_of_one_map_is_not_agreed_to_for_another() {
        let mut app = app_with(named("First"));
        let rename = |app: &mut App| {
            let edit = verbs::rename(app.document(), &Subject::Project, "Third");
            app.apply(edit);
        };
        rename(&mut app);
        let asked = app.asked(Purpose::Open { losing: app.session.editor.revision() });
        app.replace(Session::fresh(named("Second")));
        rename(&mut app);
        app.picked(asked, Pick::Picked("another.ron".into()));
        assert_eq!(app.pending, Some(Intent::Open("another.ron".into())));
    }
}
