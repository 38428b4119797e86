//! The window's shell: opens it, runs the frames, and carries out what the views ask for.
//!
//! Reading order: [`shell`] (a frame), `carry` (actions on the document), `files` (opening, saving, what is asked
//! before), `exporting` (aside from the window), then the small parts.

mod adding;
mod arranging;
mod capturing;
mod carry;
mod clipping;
mod exporting;
mod figuring;
pub mod file_dialogs;
mod files;
mod finding;
#[cfg(test)]
mod fixture;
mod folders;
pub mod habits;
mod icon;
mod importing;
mod journey_thumbs;
mod ledger;
mod native_dialogs;
mod offer_thumbs;
mod outlining;
mod output;
mod past;
mod picking;
mod pictures;
mod presenting;
mod recovery;
mod removing;
mod running;
mod scenes;
mod session;
pub mod settings;
pub mod shell;
mod sight;
mod slides;
mod sources;
mod stopping;
mod studio;
mod thumbs;
mod workshop;
mod writing;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::anyhow;

pub use shell::{App, Parts};

use crate::i18n::Texts;
use crate::model::Language;

/// How the window is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The file to open; none: the start screen.
    pub file: Option<PathBuf>,
    /// The language of the interface; none: as set before, else the system's.
    pub language: Option<Language>,
    /// Whether to say on standard error how long the first frame took.
    pub timings: bool,
    /// When the program was started.
    pub started: Instant,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display, or the graphics cannot be started.
pub fn run(options: Options) -> anyhow::Result<()> {
    let Options { file, language, timings, started } = options;
    let parts = Parts { file, language, ..Parts::of_this_machine() };
    let texts = Texts::of(parts.language());
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("tropa")
        .with_title("Tropa")
        .with_inner_size([1240.0, 660.0])
        .with_clamp_size_to_monitor_size(true)
        .with_maximized(true)
        .with_min_inner_size([640.0, 360.0])
        .with_icon(icon::window_icon().unwrap_or_default());
    let native = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        prepare(&creation.egui_ctx);
        let app = App::new(parts);
        Ok(Box::new(shell::Window::new(app, timings.then_some(started))))
    });
    eframe::run_native("tropa", native, create).map_err(|error| anyhow!(texts.get(failure_key(&error))))
}

/// What is said where the window does not open. The errors' own words are for programmers: they name source files.
fn failure_key(error: &eframe::Error) -> &'static str {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => "no-display",
        _ => "no-graphics",
    }
}

/// Sets a context up as the window needs it: the bundled face alone, no zooming of the interface by keys.
pub fn prepare(context: &egui::Context) {
    crate::ui::fonts::install(context);
    context.add_plugin(crate::ui::ahead::InTurn::default());
    context.add_plugin(crate::ui::bars::NamedBars);
    context.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // A notch of the wheel is a line; it zooms by a tenth.
        let line = options.input_options.line_scroll_speed;
        options.input_options.scroll_zoom_speed = 1.1_f32.ln() / line;
    });
}
