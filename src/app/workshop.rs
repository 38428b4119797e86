//! Carries out what the workshop's tools ask for, and writes minutes and paper.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exporting::Outcome;
use super::shell::{App, Report};
use crate::edit::EditLabel;
use crate::edit::verbs::{self, workshop as verb};
use crate::export::{self, ExportError, ScaledPage};
use crate::model::{Date, DepartmentId, Document};
use crate::present::paper::{PaperKind, PaperOptions, sheets};
use crate::present::workshop::timer::MORE_MINUTES;
use crate::present::workshop::{Scope, agenda, choices, minutes};
use crate::storage::{Expected, write_atomic};
use crate::ui::command::CommandId;
use crate::ui::dialogs::{Dialog, PaperChoice, PaperWhat};
use crate::ui::view::Beside;
use crate::ui::workshop::{Tool, WorkshopAction};

impl App {
    /// Carries out what a tool asks for.
    pub(super) fn workshop(&mut self, action: WorkshopAction) {
        let document = self.session.editor.document();
        let ids = self.ids.as_mut();
        let edit = match action {
            WorkshopAction::Preset => {
                Ok(verb::add_agenda_items(document, &agenda::preset(document.info.language), ids))
            }
            WorkshopAction::AgendaItem(title, minutes) => {
                Ok(verb::add_agenda_items(document, &[(title, minutes)], ids))
            }
            WorkshopAction::MoveAgendaItem(id, index) => verb::move_agenda_item(document, &id, index, ids),
            WorkshopAction::Participant(name, department) => return self.add_participant(&name, &department),
            WorkshopAction::Capture(note) => {
                let Some(journey) = &self.journey else { return };
                verbs::capture(document, journey, &note, ids).map(|(edit, _)| edit)
            }
            WorkshopAction::Vote(scope, dots_each, voters) => return self.add_vote(scope, (dots_each, voters)),
            WorkshopAction::Poll(touchpoint) => verb::add_poll(document, &touchpoint, ids).map(|(edit, id)| {
                self.view.workshop.poll = Some(id);
                self.view.workshop.wants_focus = true;
                edit
            }),
            WorkshopAction::Decision(decision) => Ok(verb::add_decision(document, decision, ids).0),
            WorkshopAction::Park(text) => Ok(verb::add_parking_item(document, &text, None, ids).0),
            WorkshopAction::Gloss(term, meaning) => Ok(verb::add_glossary_entry(document, (&term, &meaning), ids).0),
        };
        self.apply(edit);
    }

    fn add_vote(&mut self, scope: Scope, dots_and_voters: (u32, u32)) {
        let document = self.session.editor.document();
        let Some(journey) = self.journey.as_ref().and_then(|id| document.journeys.get(id)) else { return };
        let title = crate::i18n::Texts::of(document.info.language).get(&format!("vote-title-{}", scope.key()));
        let choices = choices(document, journey, scope);
        let (edit, id) = verb::add_vote(document, &title, dots_and_voters, &choices, self.ids.as_mut());
        self.apply(Ok(edit));
        self.view.workshop.vote = Some(id);
        self.view.workshop.wants_focus = true;
    }

    /// Somebody, and their department where that is new, undone together.
    fn add_participant(&mut self, name: &str, department: &str) {
        self.session.editor.begin_gesture(EditLabel::Add);
        let department = self.department_named(department);
        let (edit, _) = verbs::add_participant(name, department, self.ids.as_mut());
        self.apply(Ok(edit));
        self.session.editor.commit_gesture();
    }

    fn department_named(&mut self, name: &str) -> Option<DepartmentId> {
        if name.is_empty() {
            return None;
        }
        let document = self.session.editor.document();
        let same = |it: &&std::sync::Arc<crate::model::Department>| it.name.to_lowercase() == name.to_lowercase();
        if let Some(known) = document.departments.iter().find(same) {
            return Some(known.id.clone());
        }
        let (edit, id) = verbs::add_department(document, name, self.ids.as_mut());
        self.apply(Ok(edit));
        Some(id)
    }

    /// Runs a command of the workshop's menu.
    pub(super) fn run_workshop(&mut self, command: CommandId) {
        let now = self.context.input(|input| input.time);
        let workshop = &self.session.editor.document().workshop;
        let view = &mut self.view;
        let shown = view.workshop.open && view.shows(Beside::Dock);
        match command {
            CommandId::Workshop if shown => view.hide_workshop(),
            CommandId::Workshop => {
                view.show_workshop();
                view.workshop.wants_focus = true;
            }
            CommandId::TimerToggle => view.workshop.timer.toggle(workshop, now),
            CommandId::TimerMore => view.workshop.timer.add_minutes(MORE_MINUTES),
            CommandId::TimerNext => view.workshop.timer.next_item(workshop, now),
            CommandId::Minutes => {
                view.show_workshop();
                view.workshop.show_tool(Tool::Minutes);
            }
            _ => {}
        }
    }

    /// Opens the dialog for what is printed.
    pub(super) fn open_print(&mut self) {
        let Some(journey) = self.journey.clone() else { return };
        let what = PaperWhat::Sheets(PaperOptions { kind: PaperKind::Map, ..PaperOptions::default() });
        self.view.dialog = Some(Dialog::Print(PaperChoice { journey, what }));
    }

    /// "coffee minutes.pdf".
    pub(super) fn paper_name(&self, choice: &PaperChoice) -> String {
        let key = match &choice.what {
            PaperWhat::MinutesMarkdown | PaperWhat::MinutesPdf => "file-minutes",
            PaperWhat::Sheets(options) => match options.kind.key() {
                "poster" => "file-poster",
                "voting" => "file-voting",
                "stickers" => "file-stickers",
                _ => "file-map",
            },
        };
        self.name_with(key, choice.extension())
    }

    /// Writes it aside from the window.
    pub(super) fn start_print(&mut self, choice: PaperChoice, path: PathBuf) {
        // The question where to is answered: the keyboard goes back to where it was asked.
        self.view.workshop.wants_focus |= matches!(choice.what, PaperWhat::MinutesPdf | PaperWhat::MinutesMarkdown);
        let document = self.document().clone();
        let (texts, reports, context) = (self.texts(), self.reports.clone(), self.context.clone());
        let today = jiff::Zoned::now().date();
        std::thread::spawn(move || {
            let mut failure = None;
            let mut scaled = Vec::new();
            let written = write_atomic(&path, Expected::Any, &mut |out| {
                draw(&document, &choice, today, out).map(|pages| scaled = pages).map_err(|error| {
                    failure = Some(error);
                    io::Error::other("not drawn")
                })
            });
            let outcome = match (written, failure) {
                (Ok(_), _) => Outcome::Done(Path::to_owned(&path), scaled),
                (Err(_), Some(error)) => Outcome::Failed(error.describe(texts)),
                (Err(error), None) => Outcome::Failed(error.describe(texts)),
            };
            // The window may be gone by now; the file is there all the same.
            let _ = reports.send(Report::ExportEnded(outcome));
            context.request_repaint();
        });
    }
}

fn draw(
    document: &Document,
    choice: &PaperChoice,
    today: Date,
    out: &mut dyn Write,
) -> Result<Vec<ScaledPage>, ExportError> {
    let minutes = || minutes(document, &choice.journey, Some(today));
    match &choice.what {
        PaperWhat::MinutesMarkdown => out.write_all(minutes().markdown().as_bytes())?,
        PaperWhat::MinutesPdf => return Ok(export::pdf(&minutes().pages(), out)?.scaled),
        PaperWhat::Sheets(options) => {
            return Ok(export::pdf(&sheets(document, &choice.journey, options), out)?.scaled);
        }
    }
    Ok(Vec::new())
}
