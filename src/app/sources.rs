//! Carries out what transcripts ask for: they come in without names, and words of them become claims.

use std::path::Path;

use super::file_dialogs::Request;
use super::files::file_name;
use super::picking::Purpose;
use super::shell::App;
use crate::analysis::transcript;
use crate::edit::verbs::{self, Extract, Sticky, Wanted};
use crate::exchange::decode::decode;
use crate::i18n::Texts;
use crate::model::Document;
use crate::model::limits::MAX_FILE_BYTES;
use crate::ui::dialogs::Dialog;
use crate::ui::page::Dock;
use crate::ui::sources::{SourceAction, short, untitled};

/// The most paragraphs of one transcript: a day of talk.
const MOST_PARAGRAPHS: usize = 20_000;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn source_action(&mut self, action: SourceAction) {
        match action {
            SourceAction::Open => self.ask_path(Request::OpenTranscript, Purpose::Transcript),
            SourceAction::Add { title, text, others } => self.add_transcript(&title, &text, &others),
            SourceAction::Extract(words) => {
                let Some(journey) = self.journey.clone() else { return };
                let made = verbs::extract(self.session.editor.document(), &journey, &words, self.ids.as_mut());
                let before = self.session.editor.revision();
                // What is selected on the map stays: the next words go to the same place.
                self.apply(made.map(|(edit, _)| edit));
                if self.session.editor.revision() != before {
                    self.toast = Some(made_of(&words, self.document(), self.texts()));
                }
            }
            SourceAction::Show(evidence) => {
                self.view.sources.shown = Some(evidence);
                self.view.sources.pasted = None;
                self.view.show_dock(Dock::Sources);
            }
        }
    }

    /// Opens a file of text as a transcript: who speaks in it is shown before it is added.
    pub(super) fn open_transcript(&mut self, path: &Path) {
        let fail = |key: &str| self.texts().with(key, &[("file", file_name(path).into())]);
        let text = match std::fs::metadata(path) {
            Ok(metadata) if metadata.len() > MAX_FILE_BYTES as u64 => Err(too_long(self, path)),
            _ => std::fs::read(path)
                .map_err(|error| crate::i18n::reasons::io(&error, self.texts()))
                .and_then(|bytes| decode(&bytes).map_err(|_not_text| fail("sources-not-text"))),
        };
        let text = text.and_then(|(text, encoding)| {
            let empty = text.trim().is_empty();
            if empty { Err(fail("sources-empty")) } else { Ok((text, encoding)) }
        });
        match text {
            Ok((text, _)) if text.lines().count() > MOST_PARAGRAPHS => {
                let text = too_long(self, path);
                self.view.dialog = Some(Dialog::Message { title_key: "sources-failed", text });
            }
            Ok((text, encoding)) => {
                if let Some(key) = encoding.doubt_key() {
                    self.toast = Some(self.texts().get(key));
                }
                // Files are often called by who was asked: the name stays outside.
                self.view.sources.begin(String::new(), text);
                self.view.show_dock(Dock::Sources);
            }
            Err(text) => self.view.dialog = Some(Dialog::Message { title_key: "sources-failed", text }),
        }
    }

    fn add_transcript(&mut self, title: &str, text: &str, others: &[String]) {
        let document = self.session.editor.document();
        let taken = transcript::respondents(document);
        let found = transcript::read(text, &taken, others);
        let mut speakers = transcript::speakers(text, &taken);
        speakers.retain(|speaker| !others.contains(&speaker.name));
        let title = match title.trim() {
            "" => untitled(self.texts(), document, &found.respondents),
            title => transcript::unnamed(title, &speakers),
        };
        let (edit, id) = verbs::add_transcript(&title, found.paragraphs, found.respondents, self.ids.as_mut());
        self.apply(Ok(edit));
        self.view.sources.shown = Some(id);
        self.view.sources.wants_focus = true;
        self.view.sources.wants_top = true;
    }
}

/// What has become of words, in a short message.
fn made_of(words: &Extract, document: &Document, texts: &Texts) -> String {
    let key = match &words.wanted {
        Wanted::Known(barrier) => {
            let statement = document.barriers.get(barrier).map_or("", |it| it.statement.as_str());
            return texts.with("sources-barrier-known", &[("title", short(statement).into())]);
        }
        Wanted::New { sticky: Sticky::Strength, .. } => "sources-made-strength",
        Wanted::New { sticky: Sticky::Touchpoint, .. } => "sources-made-touchpoint",
        Wanted::New { sticky: Sticky::Thought, text, .. } if *text == words.quote => "sources-made-thought",
        Wanted::New { sticky: Sticky::Thought, .. } => "sources-made-quote",
        Wanted::New { .. } => "sources-made-barrier",
    };
    // A message is one line.
    let quote = words.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    texts.with(key, &[("words", short(&quote).into())])
}

fn too_long(app: &App, path: &Path) -> String {
    let arguments = [("file", file_name(path).into()), ("max", MOST_PARAGRAPHS.into())];
    app.texts().with("sources-too-long", &arguments)
}
