//! Keeps unsaved work aside while one works, on a thread of its own, and offers what a crash has left.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::files::Intent;
use super::session::Session;
use super::shell::App;
use crate::edit::Editor;
use crate::model::Document;
use crate::storage::recovery::{Note, Orphan, Slot, orphans};
use crate::ui::dialogs::Dialog;
use crate::ui::project_title;
use crate::ui::start::{Recovered, Rescue};

/// Changes that follow each other are kept together, but none later than this.
const DELAY: Duration = Duration::from_secs(1);
const DIRECTORY: &str = "unsaved";

/// What the thread is asked for.
enum Order {
    /// To keep this copy.
    Keep(Box<(Document, Note)>),
    /// To keep this copy, after which what it came from is not needed any more.
    Adopt(Box<(Document, Note, Orphan)>),
    /// Nothing is unsaved, or what is may be lost.
    Clear,
}

/// The thread that keeps copies, and what it was told last.
#[derive(Debug)]
pub(super) struct Keeper {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    fn start(directory: PathBuf) -> Self {
        let (orders, inbox) = channel();
        let thread = std::thread::spawn(move || {
            // Where nothing can be kept, working on is better than being told of it with every change.
            if let Ok(slot) = Slot::create(&directory) {
                obey(&slot, &inbox);
            }
        });
        Self { orders, thread: Some(thread) }
    }

    fn order(&self, order: Order) {
        // A thread that could make no slot is gone, and nothing is lost by that alone.
        let _ = self.orders.send(order);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // Ends the thread's wait.
        self.orders = channel().0;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Does as it is told until the program ends. However that comes about, what nobody has saved or given up stays.
fn obey(slot: &Slot, inbox: &Receiver<Order>) {
    let mut waiting: Option<(Box<(Document, Note)>, Instant)> = None;
    loop {
        let order = match &waiting {
            None => inbox.recv().map_err(|_gone| RecvTimeoutError::Disconnected),
            Some((_, due)) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        match order {
            Ok(Order::Keep(copy)) => {
                let due = waiting.take().map_or_else(|| Instant::now() + DELAY, |(_, due)| due);
                waiting = Some((copy, due));
            }
            Ok(Order::Adopt(adopted)) => {
                waiting = None;
                let (document, note, orphan) = *adopted;
                match slot.keep(&document, &note) {
                    Ok(()) => orphan.discard(),
                    Err(_) => drop(orphan),
                }
            }
            Ok(Order::Clear) => {
                waiting = None;
                slot.clear();
            }
            Err(ended) => {
                if let Some((copy, _)) = waiting.take() {
                    // The next change tries again.
                    let _ = slot.keep(&copy.0, &copy.1);
                }
                if ended == RecvTimeoutError::Disconnected {
                    return;
                }
            }
        }
    }
}

/// The session and the revision that a copy is of, and what was being written in place.
type Told = (u64, u64, Option<String>);

/// What is unsaved, and what was told of it.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    keeper: Option<Keeper>,
    /// What the last order was about, where that was to keep a copy.
    told: Option<Told>,
    sessions: u64,
    /// What crashes have left and nobody has decided about.
    found: Vec<Orphan>,
}

impl Recovery {
    /// How many maps wait for a decision.
    pub(super) fn left_over(&self) -> usize {
        self.found.len()
    }

    /// Another document is open: what was kept of the one before is not needed any more.
    pub(super) fn forget(&mut self) {
        self.sessions += 1;
    }

    /// What is unsaved may be lost: the window closes.
    pub(super) fn give_up(&self) {
        if let Some(keeper) = &self.keeper {
            keeper.order(Order::Clear);
        }
    }
}

impl App {
    /// Offers what crashes have left.
    pub(super) fn offer_recovered(&mut self) {
        let Some(directory) = &self.directory else { return };
        self.recovery.found = orphans(&directory.join(DIRECTORY));
        // Where there is nothing to offer, what else is said stays: that the file could not be opened.
        if !self.recovery.found.is_empty() {
            self.list_recovered();
        }
    }

    /// Shows the list of it.
    pub(super) fn list_recovered(&mut self) {
        let words = |orphan: &Orphan| Recovered {
            title: orphan.note.title.clone(),
            file: orphan.note.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default(),
            time: orphan.note.time.clone(),
        };
        let found: Vec<Recovered> = self.recovery.found.iter().map(words).collect();
        self.view.dialog = (!found.is_empty()).then_some(Dialog::Recovered(found));
    }

    /// Keeps a copy of what has changed since the last one, or lets go of it once all is saved. What is being written in
    /// place counts as written.
    pub(super) fn keep_unsaved(&mut self) {
        let Some(directory) = &self.directory else { return };
        let editor: &Editor = &self.session.editor;
        let typed = self.view.rename.as_ref().map(|rename| &rename.text);
        let is_told = |told: &Told| {
            let (session, revision, text) = told;
            (*session, *revision, text.as_ref()) == (self.recovery.sessions, editor.revision(), typed)
        };
        let may_be_unsaved = editor.is_modified() || typed.is_some();
        if may_be_unsaved && self.recovery.told.as_ref().is_some_and(is_told) {
            return;
        }
        let written = self.document_as_written();
        let kept = written.or_else(|| editor.is_modified().then(|| editor.document().clone()));
        if kept.is_none() && self.recovery.told.is_none() {
            return;
        }
        let now = kept.is_some().then(|| (self.recovery.sessions, editor.revision(), typed.cloned()));
        let note = || note_of(&self.session, self.texts());
        let order = kept.map_or(Order::Clear, |document| Order::Keep(Box::new((document, note()))));
        let keeper = self.recovery.keeper.get_or_insert_with(|| Keeper::start(directory.join(DIRECTORY)));
        keeper.order(order);
        self.recovery.told = now;
    }

    /// Does with what a crash has left as the user wishes.
    pub(super) fn rescue(&mut self, rescue: Rescue) {
        match rescue {
            Rescue::Later => {
                self.view.dialog = None;
                self.toast = Some(self.texts().get("recovered-kept"));
            }
            Rescue::Discard(place) => {
                if place < self.recovery.found.len() {
                    self.recovery.found.remove(place).discard();
                }
                self.list_recovered();
            }
            Rescue::Restore(place) => {
                self.view.dialog = None;
                self.intend(Intent::Restore(place));
            }
        }
    }

    /// Goes on with one of what crashes have left; the others go on waiting.
    pub(super) fn restore(&mut self, place: usize) {
        if place >= self.recovery.found.len() {
            return;
        }
        let orphan = self.recovery.found.remove(place);
        match orphan.document() {
            Ok(document) => {
                let mut session = Session::fresh(document);
                session.path.clone_from(&orphan.note.file);
                session.stamp.clone_from(&orphan.note.stamp);
                session.warn_of_comments = orphan.note.warn_of_comments;
                session.is_recovered = true;
                session.editor.mark_unsaved();
                self.replace(session);
                let Some(directory) = &self.directory else { return };
                let note = note_of(&self.session, self.texts());
                let keeper = self.recovery.keeper.get_or_insert_with(|| Keeper::start(directory.join(DIRECTORY)));
                keeper.order(Order::Adopt(Box::new((self.session.editor.document().clone(), note, orphan))));
                self.recovery.told = Some((self.recovery.sessions, self.session.editor.revision(), None));
            }
            Err(error) => {
                let text = error.describe(self.texts());
                self.view.dialog = Some(Dialog::Message { title_key: "recover-failed", text });
            }
        }
    }
}

fn note_of(session: &Session, texts: &crate::i18n::Texts) -> Note {
    let title = project_title(session.editor.document(), texts);
    let time = jiff::Zoned::now().strftime("%Y-%m-%d %H:%M").to_string();
    let Session { path, stamp, warn_of_comments, .. } = session;
    Note { file: path.clone(), stamp: stamp.clone(), warn_of_comments: *warn_of_comments, title, time }
}
