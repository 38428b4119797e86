//! Carries out what the history's panel asks for; undo and redo that say what they did, and show where.

use super::shell::App;
use crate::edit::Entry;
use crate::edit::story::{Story, story};
use crate::model::{Document, Subject};
use crate::ui::page::Page;
use crate::ui::past::PastAction;
use crate::ui::view::CameraWish;

/// Times of so many revisions are kept.
const MOST_TIMES: usize = 4000;

/// Whether what was changed of a journey is how its lanes are shown.
fn is_of_lanes(subject: &Subject, (before, after): (&Document, &Document)) -> bool {
    let Subject::Journey(journey) = subject else { return false };
    let shown = |document: &Document| {
        let info = &document.journeys.get(journey)?.info;
        Some((info.lanes.clone(), info.swimlanes))
    };
    shown(before) != shown(after)
}

impl App {
    /// Carries out what its views ask for.
    pub(super) fn past_action(&mut self, action: PastAction) {
        match action {
            PastAction::GoTo(position) => self.go_to_point(position),
        }
    }

    /// Takes the last edit back, says which it was and shows where.
    pub(super) fn undo(&mut self) {
        self.session.editor.commit_gesture();
        if let Some(before) = self.session.editor.position().checked_sub(1) {
            self.go_to_point(before);
        }
    }

    /// Does the last undone edit again, says which it was and shows where.
    pub(super) fn redo(&mut self) {
        let next = self.session.editor.position() + 1;
        self.go_to_point(next);
    }

    /// Undoes or does again until so many entries are done.
    fn go_to_point(&mut self, position: usize) {
        self.session.editor.commit_gesture();
        let from = self.session.editor.position();
        if from == position {
            return;
        }
        // Told of the last of several.
        let told = if position < from { position } else { position - 1 };
        let entry_story = |entry: Entry<'_>| story(&entry, self.texts());
        let Some(Story { what, how, about }) = self.session.editor.entries().into_iter().nth(told).map(entry_story)
        else {
            return;
        };
        let before = self.document().clone();
        self.session.editor.go_to(position);
        let key = if position < from { "history-undo-said" } else { "history-redo-said" };
        self.toast = Some(self.texts().with(key, &[("what", what.into()), ("how", how.into())]));
        self.show_where(about, &before);
    }

    /// Selects what an entry was about, as far as it is there, and brings it into sight.
    fn show_where(&mut self, about: Vec<Subject>, before: &Document) {
        let document = self.session.editor.document();
        let there: Vec<Subject> =
            about.into_iter().filter(|it| *it != Subject::Project && it.is_in(document)).collect();
        let Some(first) = there.first().cloned() else { return };
        // A sheet shows one persona, whatever of it is undone.
        if self.view.page == Page::Personas && !matches!(first, Subject::Persona(_)) {
            return;
        }
        if let Some(journey) = first.journey() {
            self.journey = Some(journey.clone());
        }
        if let Subject::Persona(persona) = &first {
            self.persona = Some(persona.clone());
        }
        // Lanes are all over the map: their journey's title is no place to go to for them.
        if !is_of_lanes(&first, (before, self.document())) {
            self.view.wish = Some(CameraWish::Reveal(first));
        }
        self.selection = there;
    }

    /// Remembers when the document became what it is now.
    pub(super) fn note_time(&mut self) {
        let revision = self.session.editor.revision();
        let times = &mut self.view.past.times;
        if revision == 0 || times.contains_key(&revision) {
            return;
        }
        if times.len() >= MOST_TIMES {
            times.pop_first();
        }
        times.insert(revision, jiff::Zoned::now().strftime("%H:%M").to_string());
    }
}
