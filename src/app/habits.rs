//! Carries out the window's habits: other windows, the size of the interface, what is started with and restored.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::shell::App;
use crate::model::{JourneyId, PersonaId};
use crate::storage::places::{self, Place};
use crate::storage::recent;
use crate::ui::command::CommandId;
use crate::ui::dialogs::Dialog;
use crate::ui::page::Page;
use crate::ui::panes::Pane;
use crate::ui::start::{HabitAction, StartWith, settings};
use crate::ui::view::Beside;
use crate::ui::widths;

/// Opens other windows of the program.
pub trait Windows {
    /// Opens one, with this file in it.
    ///
    /// # Errors
    /// When it cannot be started.
    fn open(&mut self, file: Option<&Path>) -> std::io::Result<()>;
}

/// Each window is a process of its own: what goes wrong in one harms no other.
#[derive(Debug, Default)]
pub(super) struct Processes;

impl Windows for Processes {
    fn open(&mut self, file: Option<&Path>) -> std::io::Result<()> {
        let mut command = std::process::Command::new(std::env::current_exe()?);
        command.args(file).stdin(std::process::Stdio::null());
        let mut window = command.spawn()?;
        // Somebody has to hear how it ends: else what is left of it stays with the system as long as this window does.
        std::thread::spawn(move || window.wait());
        Ok(())
    }
}

/// Windows that are only written down, for tests.
#[derive(Debug, Clone, Default)]
pub struct WrittenDown(Rc<RefCell<Vec<Option<PathBuf>>>>);

impl WrittenDown {
    /// The files of the windows opened so far.
    pub fn opened(&self) -> Vec<Option<PathBuf>> {
        self.0.borrow().clone()
    }
}

impl Windows for WrittenDown {
    fn open(&mut self, file: Option<&Path>) -> std::io::Result<()> {
        self.0.borrow_mut().push(file.map(Path::to_owned));
        Ok(())
    }
}

/// The height of a screen from which on everything is half as large again where the system itself enlarges nothing.
const TALL_SCREEN: f32 = 1900.0;

impl App {
    /// Carries out what the start screen and the settings ask for.
    pub(super) fn habit_action(&mut self, action: HabitAction) {
        match action {
            HabitAction::OpenInNewWindow(path) => self.open_window(Some(&path)),
            HabitAction::ForgetRecent(path) => {
                if let Some(directory) = &self.directory {
                    // What cannot be forgotten is offered again at the next start.
                    let _ = recent::forget(directory, &path);
                    self.recent = recent::list(directory);
                }
                self.recents = None;
            }
            HabitAction::Rescue(rescue) => self.rescue(rescue),
            HabitAction::SetScale(scale) => {
                self.settings.preferences.scale = scale;
                self.keep_settings();
            }
            HabitAction::SetWidth(panel, width) => {
                let widths = self.settings.preferences.widths;
                self.settings.preferences.widths = widths.with(panel, width);
                self.keep_settings();
            }
            HabitAction::SetStart(start) => {
                self.settings.preferences.start = start;
                self.keep_settings();
            }
        }
    }

    /// Runs its commands of the table.
    pub(super) fn run_habit(&mut self, command: CommandId) {
        match command {
            CommandId::NewWindow => self.open_window(None),
            CommandId::StartScreen => self.view.page = Page::Start,
            CommandId::UnsavedWork => self.list_recovered(),
            CommandId::Settings => self.view.dialog = Some(Dialog::Settings),
            CommandId::PanelWider => self.widen(widths::STEP),
            CommandId::PanelNarrower => self.widen(-widths::STEP),
            CommandId::ScaleReset => self.habit_action(HabitAction::SetScale(Some(1.0))),
            CommandId::ScaleUp | CommandId::ScaleDown => {
                let next = settings::next_scale(self.scale(), command == CommandId::ScaleUp);
                self.habit_action(HabitAction::SetScale(Some(next)));
            }
            _ => {}
        }
    }

    /// Makes the panel wider that has the keyboard, else the one at the right.
    fn widen(&mut self, by: f32) {
        let panel = if self.view.panes.here == Some(Pane::Side) { Beside::Side } else { Beside::Dock };
        let width = self.context.content_rect().width();
        let plan = widths::plan(width, self.settings.preferences.widths, self.view.workshop.open);
        let now = if panel == Beside::Side { plan.side } else { plan.dock };
        self.habit_action(HabitAction::SetWidth(panel, Some(now + by)));
    }

    fn open_window(&mut self, file: Option<&Path>) {
        if let Err(error) = self.windows.open(file) {
            let reason = crate::i18n::reasons::io(&error, self.texts());
            self.toast = Some(self.texts().with("window-failed", &[("reason", reason.into())]));
        }
    }

    /// How large the interface is: as set, else as it suits the screen.
    fn scale(&self) -> f32 {
        self.settings.preferences.scale.unwrap_or_else(|| {
            let input = |input: &egui::InputState| {
                (input.viewport().native_pixels_per_point.unwrap_or(1.0), input.viewport().monitor_size)
            };
            let (native, monitor) = self.context.input(input);
            // The monitor's size is told in points as they are now.
            let pixels = monitor.map_or(0.0, |size| size.y * self.context.pixels_per_point());
            if native <= 1.0 && pixels >= TALL_SCREEN { 1.5 } else { 1.0 }
        })
    }

    /// Gives the interface its size, and what the start screen shows its pictures.
    pub(super) fn settle_habits(&mut self) {
        let scale = self.scale();
        if (self.context.zoom_factor() - scale).abs() > 1e-3 {
            self.context.set_zoom_factor(scale);
        }
        if self.view.page == Page::Start && self.recents.is_none() {
            let found = self.recent.iter().map(|path| super::thumbs::recent_file(path, self.directory.as_deref()));
            self.recents = Some(found.collect());
        }
    }

    /// The first thing that is seen where no file was named.
    pub(super) fn begin_as_usual(&mut self) {
        self.view.page = Page::Start;
        let last = self.recent.first().cloned().filter(|path| path.exists());
        if let (StartWith::LastFile, Some(path)) = (self.settings.preferences.start, last) {
            self.open(&path);
        }
    }

    /// Remembers where one is in the open file.
    pub(super) fn remember_place(&self) {
        let (Some(directory), Some(file)) = (&self.directory, &self.session.path) else { return };
        let Some(journey) = &self.journey else { return };
        let camera = self.view.camera;
        let persona = self.persona.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
        let pan = (camera.pan.x, camera.pan.y);
        let place = Place { journey: journey.as_str().to_owned(), persona, zoom: camera.zoom, pan };
        places::remember(directory, file, &place);
    }

    /// Goes to where one was in the open file.
    pub(super) fn restore_place(&mut self) {
        let (Some(directory), Some(file)) = (&self.directory, &self.session.path) else { return };
        let Some(place) = places::find(directory, file) else { return };
        let Ok(journey) = JourneyId::parse(&place.journey) else { return };
        if !self.document().journeys.contains(&journey) {
            return;
        }
        self.persona = PersonaId::parse(&place.persona).ok().filter(|id| self.document().personas.contains(id));
        self.view.camera.zoom = place.zoom;
        self.view.camera.pan = place.pan.into();
        self.view.camera_of = Some(journey.clone());
        self.journey = Some(journey);
    }

    /// Takes files that are dropped on the window.
    pub(super) fn take_dropped(&mut self, ui: &egui::Ui) {
        let dropped = ui.input(|input| input.raw.dropped_files.clone());
        let mut paths = dropped.iter().map(|file| file.path().to_owned());
        let Some(first) = paths.next() else { return };
        self.drop_file(first);
        for other in paths {
            self.open_window(Some(&other));
        }
    }

    /// The recent files as the start screen shows them.
    pub(super) fn recent_files(&self) -> Arc<[crate::ui::start::RecentFile]> {
        self.recents.clone().unwrap_or_default()
    }
}
