//! Deleting: small things at once with a way back beside the message, others after a question that lists what goes along.

use super::files::Intent;
use super::session::Session;
use super::shell::App;
use crate::edit::story::story;
use crate::edit::verbs::{self, Joint};
use crate::edit::{Edit, Entry};
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

    /// Deletes these, says what went and offers to take it back, or to join what they stood between.
    fn remove(&mut self, subjects: &[Subject]) {
        let joints = verbs::joints(self.document(), subjects);
        if self.apply_told(verbs::remove(subjects), "deleted") {
            let (document, revision) = (self.session.number, self.session.editor.revision());
            self.offer = Some(Offer { document, revision, said: self.toast.clone(), joints });
        }
    }

    /// Leads a way past what was deleted last.
    pub(super) fn join_neighbours(&mut self) {
        let Some(Offer { joints, .. }) = self.offer.take_if(|offer| offer.is_of(&self.session)) else { return };
        let (edit, made) = verbs::join(&joints, self.ids.as_mut());
        if self.apply_told(edit, "joined") {
            self.selection = made;
        }
    }

    /// Lets go of what a message offered once another one is shown.
    pub(super) fn settle_offer(&mut self) {
        let toast = &self.toast;
        self.offer.take_if(|offer| toast.is_some() && offer.said != *toast);
    }

    /// Whether the message can offer to take back what it says.
    pub(super) fn offers_undo(&self) -> bool {
        self.offer.as_ref().is_some_and(|offer| offer.is_of(&self.session))
    }

    /// Whether it can offer to join what was parted.
    pub(super) fn offers_join(&self) -> bool {
        self.offers_undo() && self.offer.as_ref().is_some_and(|offer| !offer.joints.is_empty())
    }

    /// Applies an edit and says what it did; `false` where it did nothing.
    fn apply_told(&mut self, edit: Edit, key: &str) -> bool {
        let before = self.session.editor.revision();
        self.apply(Ok(edit));
        if self.session.editor.revision() == before {
            return false;
        }
        let texts = self.texts();
        let told = |entry: Entry<'_>| story(&entry, texts).what;
        let what = self.session.editor.entries().into_iter().rfind(|entry| entry.done).map(told);
        self.toast = what.map(|what| texts.with(key, &[("what", what.into())]));
        true
    }
}

/// What can follow a deletion, as long as nothing else has.
#[derive(Debug)]
pub(super) struct Offer {
    /// Which document it was since the window was opened.
    document: u64,
    /// Its revision right behind the deletion.
    revision: u64,
    /// The message that offers it.
    said: Option<String>,
    /// The ways that would lead past what is gone.
    joints: Vec<Joint>,
}

impl Offer {
    /// Whether nothing has followed; other documents have the same revisions.
    fn is_of(&self, session: &Session) -> bool {
        self.document == session.number && self.revision == session.editor.revision()
    }
}
