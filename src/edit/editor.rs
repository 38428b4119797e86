//! The editor: a document, its history, and whether it differs from what was saved. Selection is not its concern.

use super::apply::apply_weighed;
use super::command::{Edit, EditLabel};
use super::error::ApplyError;
pub use super::history::EntryView as Entry;
use super::history::{History, State};
use super::weight;
use crate::model::Document;

/// A document being edited.
#[derive(Debug)]
pub struct Editor {
    state: State,
    history: History,
    gesture: Option<Gesture>,
    /// The revision that is in the file; `None` where no file holds any.
    saved: Option<u64>,
    last_revision: u64,
}

/// A drag under way: its edits show at once and become one entry.
#[derive(Debug)]
struct Gesture {
    label: EditLabel,
    before: State,
}

impl Editor {
    /// An editor of a document as it stands in its file.
    pub fn new(document: Document) -> Self {
        let state = State { file_bytes: weight::document_bytes(&document), document, revision: 0 };
        Self { state, history: History::default(), gesture: None, saved: Some(0), last_revision: 0 }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.state.document
    }

    /// A number that stands for the document's contents: undoing an edit brings the number before it back.
    pub fn revision(&self) -> u64 {
        self.state.revision
    }

    /// How large the document's file would be at most, estimated, in bytes.
    pub fn file_bytes(&self) -> u64 {
        self.state.file_bytes
    }

    /// Carries an edit out. One that changes nothing leaves no trace in the history.
    ///
    /// # Errors
    /// When a command is refused; the document is then as before.
    pub fn apply(&mut self, edit: Edit) -> Result<(), ApplyError> {
        let (document, file_bytes) = apply_weighed(&self.state.document, self.state.file_bytes, &edit.commands)?;
        if document == self.state.document {
            return Ok(());
        }
        let before = self.advance(document, file_bytes);
        if self.gesture.is_none() {
            self.history.record(edit.label, edit.merge, before, &self.state);
        }
        Ok(())
    }

    /// Takes the last edit back and says which it was. A gesture under way is committed first.
    pub fn undo(&mut self) -> Option<EditLabel> {
        self.commit_gesture();
        self.history.undo(&mut self.state)
    }

    /// Does the last undone edit again and says which it was. A gesture under way is committed first.
    pub fn redo(&mut self) -> Option<EditLabel> {
        self.commit_gesture();
        self.history.redo(&mut self.state)
    }

    /// The entries of the history from the oldest to the newest; those that are undone come last.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        self.history.entries(&self.state)
    }

    /// How many of the [`Self::entries`] are done.
    pub fn position(&self) -> usize {
        self.history.position()
    }

    /// How many of the [`Self::entries`] are done in what was saved; `None` where no state of the history was.
    pub fn saved_position(&self) -> Option<usize> {
        self.history.position_of(self.saved?, &self.state)
    }

    /// Undoes or does again until so many of the [`Self::entries`] are done. A gesture under way is committed first.
    pub fn go_to(&mut self, position: usize) {
        self.commit_gesture();
        while self.position() > position && self.history.undo(&mut self.state).is_some() {}
        while self.position() < position && self.history.redo(&mut self.state).is_some() {}
    }

    /// What [`Self::undo`] would take back.
    pub fn undo_label(&self) -> Option<EditLabel> {
        self.history.undo_label()
    }

    /// What [`Self::redo`] would do again.
    pub fn redo_label(&self) -> Option<EditLabel> {
        self.history.redo_label()
    }

    /// The next edit becomes an entry of its own, whatever its merge key: the focus left the field.
    pub fn break_merge(&mut self) {
        self.history.break_merge();
    }

    /// Begins a drag; one that is under way is committed first.
    pub fn begin_gesture(&mut self, label: EditLabel) {
        self.commit_gesture();
        self.gesture = Some(Gesture { label, before: self.state.clone() });
    }

    /// Whether a drag is under way.
    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Ends a drag: all its edits become one entry, or none if everything is as before.
    pub fn commit_gesture(&mut self) {
        let Some(Gesture { label, before }) = self.gesture.take() else { return };
        if before.document == self.state.document {
            self.state = before;
            return;
        }
        self.history.break_merge();
        self.history.record(label, None, before, &self.state);
    }

    /// Gives a drag up: the document is as before it.
    pub fn cancel_gesture(&mut self) {
        if let Some(gesture) = self.gesture.take() {
            self.state = gesture.before;
        }
    }

    /// Whether the document differs from what was saved; undoing back to the saved state says no again.
    pub fn is_modified(&self) -> bool {
        self.saved != Some(self.state.revision)
    }

    /// The document as it is now is in its file.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.state.revision);
        self.history.break_merge();
    }

    /// No file holds the document: it was imported, recovered, or made from a template.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// The same file was read again because it had changed outside: it counts as saved, and can be undone.
    pub fn reload(&mut self, document: Document) {
        self.cancel_gesture();
        if document != self.state.document {
            let file_bytes = weight::document_bytes(&document);
            let before = self.advance(document, file_bytes);
            self.history.record(EditLabel::Reload, None, before, &self.state);
        }
        self.mark_saved();
    }

    /// Makes a new state the current one and returns the one before.
    fn advance(&mut self, document: Document, file_bytes: u64) -> State {
        self.last_revision += 1;
        let next = State { document, file_bytes, revision: self.last_revision };
        std::mem::replace(&mut self.state, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::command::{Command, MergeKey};
    use crate::model::{ProjectInfo, Subject};

    /// Sets the project's title; edits of one field merge.
    fn titled(title: &str, field: Option<&'static str>) -> Edit {
        let info = ProjectInfo { title: title.to_owned(), ..ProjectInfo::default() };
        let merge = field.map(|field| MergeKey { subject: Subject::Project, field });
        Edit { label: EditLabel::ChangeText, merge, commands: vec![Command::SetProject(info.into())] }
    }

    fn editor() -> Editor {
        Editor::new(Document::default())
    }

    fn title(editor: &Editor) -> &str {
        &editor.document().info.title
    }

    /// The titles that undoing goes through.
    fn undone(editor: &mut Editor) -> Vec<String> {
        let mut titles = Vec::new();
        while editor.undo().is_some() {
            titles.push(title(editor).to_owned());
        }
        titles
    }

    #[test]
    fn typing_in_one_field_is_one_entry() {
        let check = |edits: &[(&str, Option<&'static str>)], entries: &[&str]| {
            let mut editor = editor();
            for (title, field) in edits {
                match *title {
                    "|" => editor.break_merge(),
                    "S" => editor.mark_saved(),
                    title => editor.apply(titled(title, *field)).unwrap(),
                }
            }
            assert_eq!(undone(&mut editor), entries, "{edits:?}");
        };
        check(&[("a", Some("x")), ("ab", Some("x")), ("abc", Some("x"))], &[""]);
        check(&[("a", Some("x")), ("ab", Some("y"))], &["a", ""]);
        check(&[("a", None), ("ab", None)], &["a", ""]);
        check(&[("a", Some("x")), ("|", None), ("ab", Some("x"))], &["a", ""]);
        check(&[("a", Some("x")), ("S", None), ("ab", Some("x"))], &["a", ""]);
        check(&[("a", Some("x")), ("a", Some("x"))], &[""]);
        check(&[("", Some("x"))], &[]);
    }

    #[test]
    fn typing_after_undo_is_an_entry_of_its_own() {
        let mut editor = editor();
        for title in ["a", "b"] {
            editor.apply(titled(title, None)).unwrap();
        }
        editor.apply(titled("c", Some("x"))).unwrap();
        editor.undo();
        editor.redo();
        editor.apply(titled("cd", Some("x"))).unwrap();
        assert_eq!(undone(&mut editor), ["c", "b", "a", ""]);
    }

    #[test]
    fn any_point_of_the_history_is_reached_and_told() {
        let mut editor = editor();
        for title in ["a", "b", "c"] {
            editor.apply(titled(title, None)).unwrap();
        }
        editor.mark_saved();
        editor.apply(titled("d", None)).unwrap();
        let told = |editor: &Editor| -> Vec<String> {
            let entry = |it: Entry<'_>| {
                format!("{}>{}{}", it.before.info.title, it.after.info.title, if it.done { "" } else { "?" })
            };
            editor.entries().into_iter().map(entry).collect()
        };
        assert_eq!(told(&editor), [">a", "a>b", "b>c", "c>d"]);
        for (position, now, expect) in [
            (1, "a", [">a", "a>b?", "b>c?", "c>d?"]),
            (3, "c", [">a", "a>b", "b>c", "c>d?"]),
            (0, "", [">a?", "a>b?", "b>c?", "c>d?"]),
            (9, "d", [">a", "a>b", "b>c", "c>d"]),
        ] {
            editor.go_to(position);
            assert_eq!((title(&editor), told(&editor)), (now, expect.map(str::to_owned).to_vec()), "{position}");
            assert_eq!(editor.is_modified(), position != 3);
            assert_eq!(editor.saved_position(), Some(3));
        }
        editor.go_to(1);
        editor.apply(titled("x", None)).unwrap();
        assert_eq!((told(&editor), editor.saved_position()), (vec![">a".to_owned(), "a>x".to_owned()], None));
    }

    #[test]
    fn a_gesture_is_one_entry_or_none() {
        let mut editor = editor();
        editor.begin_gesture(EditLabel::SetEmotion);
        for title in ["a", "b", "c"] {
            editor.apply(titled(title, None)).unwrap();
            assert_eq!(editor.document().info.title, title, "a gesture shows at once");
        }
        assert!(editor.in_gesture() && editor.undo_label().is_none());
        editor.commit_gesture();
        assert_eq!(editor.undo_label(), Some(EditLabel::SetEmotion));
        // There and back again.
        let revision = editor.revision();
        editor.begin_gesture(EditLabel::SetEmotion);
        editor.apply(titled("d", None)).unwrap();
        editor.apply(titled("c", None)).unwrap();
        editor.commit_gesture();
        assert_eq!(editor.revision(), revision);
        editor.begin_gesture(EditLabel::SetEmotion);
        editor.apply(titled("e", None)).unwrap();
        editor.cancel_gesture();
        assert_eq!((title(&editor), editor.revision()), ("c", revision));
        assert_eq!(undone(&mut editor), [""]);
        // What was undone can be redone after a gesture that was given up.
        editor.begin_gesture(EditLabel::SetEmotion);
        editor.apply(titled("e", None)).unwrap();
        editor.cancel_gesture();
        assert_eq!(editor.redo(), Some(EditLabel::SetEmotion));
        assert_eq!(title(&editor), "c");
    }

    #[test]
    fn undoing_back_to_what_was_saved_is_unmodified() {
        let mut editor = editor();
        let mut seen = vec![editor.is_modified()];
        editor.apply(titled("a", None)).unwrap();
        seen.push(editor.is_modified());
        editor.mark_saved();
        seen.push(editor.is_modified());
        editor.apply(titled("b", None)).unwrap();
        seen.push(editor.is_modified());
        editor.undo();
        seen.push(editor.is_modified());
        editor.undo();
        seen.push(editor.is_modified());
        editor.redo();
        seen.push(editor.is_modified());
        assert_eq!(seen, [false, true, false, true, false, true, false]);
        editor.mark_unsaved();
        assert!(editor.is_modified());
    }

    #[test]
    fn a_file_read_again_keeps_the_history() {
        let mut editor = editor();
        editor.apply(titled("a", None)).unwrap();
        let info = ProjectInfo { title: "other".to_owned(), ..ProjectInfo::default() };
        let other = Document { info: info.into(), ..Document::default() };
        let revision = editor.revision();
        editor.reload(other);
        assert!(!editor.is_modified() && editor.revision() != revision);
        assert_eq!(title(&editor), "other");
        assert_eq!(editor.undo(), Some(EditLabel::Reload));
        assert!(editor.is_modified());
    }

    #[test]
    fn a_refused_edit_changes_nothing() {
        let mut editor = editor();
        editor.apply(titled("a", None)).unwrap();
        editor.undo();
        let revision = editor.revision();
        let mut edit = titled("b", None);
        edit.commands.push(Command::Remove(Subject::Project));
        assert_eq!(editor.apply(edit), Err(ApplyError::Permanent));
        assert_eq!(
            (title(&editor), editor.revision(), editor.redo_label()),
            ("", revision, Some(EditLabel::ChangeText))
        );
    }
}
