//! Runs the commands of the table: what menus, palette, buttons and keys stand for.

use super::files::Intent;
use super::presenting::Beginning;
use super::shell::App;
use crate::model::Subject;
use crate::present::show::GoTo;
use crate::ui::action::New;
use crate::ui::canvas::aim::Aim;
use crate::ui::canvas::gesture::Gesture;
use crate::ui::command::{CommandId, Menu};
use crate::ui::dialogs::Dialog;
use crate::ui::page::{Dock, Page};
use crate::ui::view::{Beside, CameraWish, Room};

impl App {
    /// Runs a command of the table.
    pub(super) fn run(&mut self, command: CommandId) {
        self.view.capture.begins_typing = command.begins_typing();
        if command.menu() != Menu::Emotion && command != CommandId::SelectNone {
            self.view.capture.give_up();
        }
        match command {
            CommandId::New => self.view.dialog = Some(Dialog::New),
            CommandId::Open => self.intend(Intent::AskOpen),
            CommandId::Save => self.save(),
            CommandId::SaveAs => self.ask_where_to_save(),
            CommandId::Export => self.open_export(),
            CommandId::Print => self.open_print(),
            CommandId::ExportPersona => self.open_cards(),
            CommandId::ProjectInfo => self.show_form(Subject::Project),
            CommandId::Quit => self.intend(Intent::Quit),
            CommandId::Undo => self.undo(),
            CommandId::Redo => self.redo(),
            CommandId::Rename => {
                if let Some(subject) = self.selection.last().cloned() {
                    self.begin_rename(subject);
                }
            }
            CommandId::Delete => self.delete(),
            CommandId::Join => self.join_neighbours(),
            CommandId::SelectAll => self.select_all(),
            CommandId::SelectNone => self.give_up(),
            CommandId::AddTouchpoint => self.add(&New::Touchpoint),
            CommandId::AddAlternative => {
                if let Some(touchpoint) = self.selected_touchpoint() {
                    self.add(&New::Alternative(touchpoint));
                }
            }
            CommandId::Connect => {
                if let Some(from) = self.selected_touchpoint() {
                    self.view.gesture = Gesture::Aim(Aim::from(from));
                }
            }
            CommandId::AddBarrier => {
                let at = self.selected_touchpoint();
                self.add(&New::Barrier(at));
            }
            CommandId::AddOpportunity => {
                if let Some(subject) = self.selection.last().cloned() {
                    self.add(&New::Opportunity(subject));
                }
            }
            CommandId::AddStrength => {
                if let Some(touchpoint) = self.selected_touchpoint() {
                    self.add(&New::Strength(touchpoint));
                }
            }
            CommandId::AddPersona => self.add(&New::Persona),
            CommandId::AddJourney => self.add(&New::Journey),
            CommandId::JourneyInfo => {
                if let Some(journey) = self.journey.clone() {
                    self.show_form(Subject::Journey(journey));
                }
            }
            CommandId::DuplicateJourney => {
                if let Some(journey) = self.journey.clone() {
                    self.duplicate(&journey);
                }
            }
            CommandId::DeleteJourney => self.ask_delete_journey(),
            _ => self.run_view(command),
        }
    }

    /// Runs a command that shows something else, or belongs to a room of its own.
    fn run_view(&mut self, command: CommandId) {
        match command {
            CommandId::Fit => self.view.wish = Some(CameraWish::Fit),
            CommandId::ZoomActual => self.view.wish = Some(CameraWish::Zoom(1.0)),
            CommandId::ZoomIn => self.view.wish = Some(CameraWish::By(1.25)),
            CommandId::ZoomOut => self.view.wish = Some(CameraWish::By(0.8)),
            CommandId::ToggleSide => self.toggle_panel(Beside::Side),
            CommandId::ToggleInspector => self.toggle_panel(Beside::Dock),
            CommandId::Present => self.begin_show(Beginning::Here),
            CommandId::PresentFirst => self.begin_show(Beginning::First),
            CommandId::Stops => self.view.dialog = Some(Dialog::Stops(GoTo::default())),
            CommandId::AddStop => self.add_stop_from_view(),
            CommandId::Problems => self.view.dialog = Some(Dialog::Problems),
            CommandId::Workshop
            | CommandId::TimerToggle
            | CommandId::TimerMore
            | CommandId::TimerNext
            | CommandId::Minutes => self.run_workshop(command),
            CommandId::History => {
                self.toggle_dock(Dock::History);
                self.view.past.opened = self.view.dock == Dock::History;
            }
            CommandId::Transcript => self.toggle_dock(Dock::Sources),
            CommandId::ShowMap => self.view.page = Page::Map,
            CommandId::ShowOutline => self.view.page = Page::Outline,
            CommandId::ShowPersonas => self.view.page = Page::Personas,
            CommandId::ComparePersonas => self.toggle_comparison(),
            CommandId::ShowBarriers => self.view.page = Page::Barriers,
            CommandId::ShowOpportunities => self.view.page = Page::Opportunities,
            CommandId::ShowJourneys => self.view.page = Page::Journeys,
            CommandId::Arrange | CommandId::AlignColumns | CommandId::OwnColumns | CommandId::Swimlanes => {
                self.run_arrange(command);
            }
            CommandId::Cut | CommandId::Copy | CommandId::Paste | CommandId::Duplicate => self.run_clip(command),
            CommandId::Find
            | CommandId::FindNext
            | CommandId::FindPrevious
            | CommandId::Filter
            | CommandId::Back
            | CommandId::Forward
            | CommandId::ZoomStage
            | CommandId::ZoomSelection
            | CommandId::RowStart
            | CommandId::RowEnd
            | CommandId::JourneyStart
            | CommandId::JourneyEnd
            | CommandId::Minimap => self.run_find(command),
            CommandId::ContextMenu => {
                self.view.page = Page::Map;
                self.view.key_menu.asked = true;
            }
            CommandId::NewWindow
            | CommandId::StartScreen
            | CommandId::UnsavedWork
            | CommandId::PanelWider
            | CommandId::PanelNarrower
            | CommandId::Settings
            | CommandId::ScaleUp
            | CommandId::ScaleDown
            | CommandId::ScaleReset => self.run_habit(command),
            CommandId::Shortcuts => self.view.dialog = Some(Dialog::Shortcuts),
            CommandId::About => self.view.dialog = Some(Dialog::About),
            _ => self.run_capture(command),
        }
    }

    /// Shows or hides a panel; where there is no room for both, it takes the other one's place.
    fn toggle_panel(&mut self, panel: Beside) {
        let shown = self.view.shows(panel);
        let hidden = match panel {
            Beside::Side => &mut self.view.hide_side,
            Beside::Dock => &mut self.view.hide_inspector,
        };
        *hidden = shown && self.view.room == Room::Both;
        self.view.preferred = (!shown).then_some(panel);
    }

    /// Shows a panel at the right, or the inspector again where it is shown already.
    fn toggle_dock(&mut self, dock: Dock) {
        let shown = self.view.dock == dock && self.view.shows(Beside::Dock) && !self.view.workshop.open;
        if shown {
            self.view.dock = Dock::Inspector;
        } else {
            self.view.show_dock(dock);
        }
        // What is pasted next is for the panel.
        self.view.sources.wants_focus = self.view.dock == Dock::Sources;
    }

    /// Shows the form of a thing.
    pub(super) fn show_form(&mut self, subject: Subject) {
        self.selection = vec![subject];
        self.view.show_dock(Dock::Inspector);
    }
}
