//! Deleting: small things at once with a way back beside the message, others after a question that lists what goes along.

use super::files::Intent;
use super::shell::App;
use crate::edit::Entry;
use crate::edit::story::story;
use crate::edit::verbs;
use crate::model::Subject;
use crate::ui::command::is_removable;
use crate::ui::dialogs::{Dialog, Parting};

impl App {
    /// Deletes what is selected.
    pub(super) fn delete(&mut self) {
        let removable: Vec<Subject> = self.selection.iter().filter(|subject| is_removable(subject)).cloned().collect();
        self.ask_remove(removable);
    }

    /// Deletes the selected journey, else the shown one, after a question.
    pub(super) fn ask_delete_journey(&mut self) {
        let selected = self.selection.iter().find_map(|subject| match subject {
            Subject::Journey(id) => Some(id.clone()),
            _ => None,
        });
        if let Some(journey) = selected.or_else(|| self.journey.clone()) {
            self.ask_remove(vec![Subject::Journey(journey)]);
        }
    }

    /// Deletes these, after a question where others refer to them.
    pub(super) fn ask_remove(&mut self, subjects: Vec<Subject>) {
        self.ask_part(subjects, Parting::Delete);
    }

    /// Deletes or cuts these, after a question where others refer to them.
    pub(super) fn ask_part(&mut self, mut subjects: Vec<Subject>, parting: Parting) {
        subjects.sort_unstable();
        subjects.dedup();
        if subjects.is_empty() {
            return;
        }
        match verbs::toll(self.session.editor.document(), &subjects) {
            Ok(toll) if toll.is_small() => self.part(&subjects, parting),
            Ok(toll) => {
                self.pending = Some(Intent::Part(subjects, parting));
                self.view.dialog = Some(Dialog::Deletion(Box::new(toll), parting));
            }
            Err(error) => self.apply(Err(error)),
        }
    }

    /// Deletes or cuts these.
    pub(super) fn part(&mut self, subjects: &[Subject], parting: Parting) {
        match parting {
            Parting::Delete => self.remove(subjects),
            Parting::Cut => self.cut_out(subjects),
        }
    }

    /// Deletes these, says what went and offers to take it back.
    fn remove(&mut self, subjects: &[Subject]) {
        let before = self.session.editor.revision();
        self.apply(Ok(verbs::remove(subjects)));
        let revision = self.session.editor.revision();
        if revision == before {
            return;
        }
        let texts = self.texts();
        let told = |entry: Entry<'_>| story(&entry, texts).what;
        let what = self.session.editor.entries().into_iter().rfind(|entry| entry.done).map(told);
        self.toast = what.map(|what| texts.with("deleted", &[("what", what.into())]));
        self.undo_offer = Some(revision);
    }
}
