//! Writing in place: what a spot says when writing begins, and what is made of it when it ends.

use super::shell::App;
use crate::edit::{self, ApplyError, Edit, verbs};
use crate::i18n::Texts;
use crate::i18n::number::{plain_number, typed_number};
use crate::model::{Document, Language, Stage, Subject, TextField, TextSpot, Written};
use crate::ui::canvas::rename::Rename;
use crate::ui::canvas::spots::shown_at;
use crate::ui::find::spot::lane_of;
use crate::ui::view::CameraWish;

/// Decimals of a number that is typed.
const DECIMALS: usize = 4;

impl App {
    /// Begins to rename a thing where the map shows it.
    pub(super) fn begin_rename(&mut self, subject: Subject) {
        let name = verbs::name_of(self.document(), &subject).unwrap_or_default();
        if self.begin_writing_in_list(&subject, &name) {
            return;
        }
        self.leave_lists();
        self.begin_writing(TextSpot::name(subject), None);
    }

    /// Begins to write a text where the map shows it, in this fragment where several do.
    pub(super) fn begin_writing(&mut self, spot: TextSpot, fragment: Option<usize>) {
        let Some(written) = verbs::written_at(self.document(), &spot) else { return };
        let mut text = typed_as(&written, self.document().info.language);
        if let (Subject::Stage(_, stage), TextField::Name, true) = (&spot.subject, &spot.field, text.is_empty()) {
            text = self.stage_word(*stage);
        }
        if shown_at(&self.scenes.scene, &spot, None).is_none() {
            // Its lane is hidden, folded, or not there for want of words.
            self.view.find.opened = lane_of(&spot);
        }
        self.view.wish = Some(CameraWish::RevealText(spot.clone(), fragment));
        // A lane is described with its journey.
        self.selection = vec![match &spot.subject {
            Subject::Lane(journey, _) => Subject::Journey(journey.clone()),
            subject => subject.clone(),
        }];
        self.view.rename = Some(Rename::at(spot, text).in_fragment(fragment));
    }

    /// Takes over what is being written in place: it belongs to what is saved, or to what is asked about.
    pub(super) fn finish_writing(&mut self) {
        if let Some(Rename { spot, text, .. }) = self.view.rename.take() {
            self.write(&spot, text.trim());
        }
    }

    /// A stage's usual name in the map's language.
    fn stage_word(&self, stage: Stage) -> String {
        Texts::of(self.document().info.language).get(&format!("stage-{}", stage.key()))
    }

    /// Writes what was typed at a spot, or says why not.
    pub(super) fn write(&mut self, spot: &TextSpot, text: &str) {
        let Some(edit) = self.writing(spot, text) else { return };
        self.apply(edit);
        self.session.editor.break_merge();
    }

    /// The document with what is being written in place, if that is anything new and can stand there.
    pub(super) fn document_as_written(&self) -> Option<Document> {
        let Rename { spot, text, .. } = self.view.rename.as_ref()?;
        let edit = self.writing(spot, text.trim())?.ok()?;
        edit::apply(self.document(), &edit.commands).ok()
    }

    /// What writing this at a spot does; nothing where it stands there.
    fn writing(&self, spot: &TextSpot, text: &str) -> Option<Result<Edit, ApplyError>> {
        let before = verbs::written_at(self.document(), spot)?;
        if typed_as(&before, self.document().info.language) == text {
            return None;
        }
        // The usual name is not stored, so that it follows the map's language.
        let usual = match (&spot.subject, &spot.field) {
            (Subject::Stage(_, stage), TextField::Name) => self.stage_word(*stage) == text,
            _ => false,
        };
        let written = read_as(&before, if usual { "" } else { text }, self.document().info.language);
        Some(written.and_then(|written| verbs::write_at(self.document(), spot, &written)))
    }
}

/// What is written, as one types it.
fn typed_as(written: &Written, language: Language) -> String {
    let number = |value: Option<f64>| value.map(|value| plain_number(value, DECIMALS, language)).unwrap_or_default();
    match written {
        Written::Words(text) => text.clone(),
        Written::Number(value) => number(*value),
        Written::Share(share) => number(share.map(|share| share * 100.0)),
    }
}

/// What is typed, as what stood there before: words, a number, or a share in percent.
fn read_as(before: &Written, text: &str, language: Language) -> Result<Written, ApplyError> {
    let number = |field| typed_number(text, language).map_err(|_error| ApplyError::NotANumber { field });
    Ok(match before {
        Written::Words(_) => Written::Words(text.to_owned()),
        Written::Number(_) => Written::Number(number("value")?),
        Written::Share(_) => Written::Share(number("share")?.map(|percent| percent / 100.0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_as_what_stood_there() {
        let check = |before: Written, text: &str, expect: Option<Written>| {
            assert_eq!(read_as(&before, text, Language::En).ok(), expect, "{text}");
        };
        let share = |share| Written::Share(Some(share));
        check(Written::Words(String::new()), "40", Some(Written::Words("40".to_owned())));
        check(Written::Share(None), "40 %", Some(share(0.4)));
        check(share(0.4), "12,5", Some(share(0.125)));
        check(share(0.4), "", Some(Written::Share(None)));
        check(share(0.4), "most", None);
        check(Written::Number(None), "1 200,5", Some(Written::Number(Some(1200.5))));
        assert_eq!(typed_as(&share(0.125), Language::Ru), "12,5");
        assert_eq!(typed_as(&Written::Number(Some(18_400.0)), Language::En), "18400");
    }
}
