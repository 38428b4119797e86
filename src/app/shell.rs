//! One frame: bring things up to date, show the views, carry out what they asked for.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use egui::{Context, Ui, ViewportCommand};

use super::capturing::Capture;
use super::exporting::Exports;
use super::file_dialogs::{FileDialogs, Pick};
use super::files::Intent;
use super::folders::Folders;
use super::habits::{Processes, Windows};
use super::journey_thumbs::Thumbs;
use super::native_dialogs::NativeDialogs;
use super::offer_thumbs::{Drawn, OfferThumbs};
use super::picking::{Asked, Purpose};
use super::presenting::Presenting;
use super::recovery::Recovery;
use super::removing::Offer;
use super::scenes::Scenes;
use super::session::Session;
use super::settings::Settings;
use super::slides::Slides;
use crate::format::samples;
use crate::i18n::{Texts, system_language};
use crate::model::{Document, IdSource, Journey, JourneyId, Language, PersonaId, Picture, Subject};
use crate::scene::{Theme, ThemeName};
use crate::storage::entropy::SystemIds;
use crate::storage::recent;
use crate::ui::action::{Motion, ThemeChoice};
use crate::ui::context::{FileInfo, Offers, Work};
use crate::ui::page::Page;
use crate::ui::start::RecentFile;
use crate::ui::style::{dress, rgba};
use crate::ui::{View, ViewCtx, frame_ui, window_title};

/// What the program is put together from; tests give their own.
pub struct Parts {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// The language asked for on the command line.
    pub language: Option<Language>,
    /// The language where none was ever asked for.
    pub system_language: Language,
    /// Where settings and recent files are kept; `None`: nowhere.
    pub directory: Option<PathBuf>,
    /// How paths are asked for.
    pub dialogs: Box<dyn FileDialogs>,
    /// How other windows are opened.
    pub windows: Box<dyn Windows>,
    /// Where ids come from.
    pub ids: Box<dyn IdSource>,
}

impl Parts {
    /// The language of the interface: as asked for, as set before, or the system's.
    pub(super) fn language(&self) -> Language {
        let set = || self.directory.as_deref().and_then(|directory| Settings::read(directory).language);
        self.language.or_else(set).unwrap_or(self.system_language)
    }

    /// The real ones.
    pub fn of_this_machine() -> Self {
        Self {
            file: None,
            language: None,
            system_language: system_language(),
            directory: recent::default_directory(),
            dialogs: Box::new(NativeDialogs),
            windows: Box::new(Processes),
            ids: Box::new(SystemIds),
        }
    }
}

/// What reaches the window from other threads.
#[derive(Debug)]
pub(super) enum Report {
    /// A path was asked for.
    Picked(Asked, Pick),
    /// The export goes on: how far it is, 0–1.
    ExportProgress(f32),
    /// A journey's thumbnail; nothing where it could not be drawn.
    Thumb(JourneyId, Option<Picture>),
    /// The picture of a sample or a template.
    OfferThumb(&'static str, Drawn, Option<Picture>),
    /// The export has ended: what to say of it, and whether that is bad news.
    ExportEnded(super::exporting::Outcome),
}

/// The program behind the window, without the window: tests run it as it is.
pub struct App {
    pub(super) session: Session,
    pub(super) view: View,
    pub(super) settings: Settings,
    pub(super) language: Language,
    pub(super) directory: Option<PathBuf>,
    pub(super) dialogs: Box<dyn FileDialogs>,
    pub(super) windows: Box<dyn Windows>,
    pub(super) recovery: Recovery,
    folders: Folders,
    /// What the start screen shows of recent files; `None` where that has to be looked up again.
    pub(super) recents: Option<Arc<[RecentFile]>>,
    pub(super) ids: Box<dyn IdSource>,
    pub(super) journey: Option<JourneyId>,
    pub(super) persona: Option<PersonaId>,
    pub(super) selection: Vec<Subject>,
    pub(super) scenes: Scenes,
    offers: Offers,
    pub(super) slides: Slides,
    pub(super) thumbs: Thumbs,
    pub(super) offer_thumbs: OfferThumbs,
    pub(super) presenting: Option<Presenting>,
    pub(super) recent: Vec<PathBuf>,
    pub(super) toast: Option<String>,
    /// What the message about a deletion offers.
    pub(super) offer: Option<Offer>,
    pub(super) exports: Exports,
    /// Something new whose name is being typed.
    pub(super) capture: Option<Capture>,
    /// What waits for an answer of the user.
    pub(super) pending: Option<Intent>,
    /// What follows once the document is saved.
    pub(super) after_save: Option<Intent>,
    /// What a path typed by hand is for.
    pub(super) typed_for: Option<Purpose>,
    /// The path typed last, while it is not certain that it can be used.
    pub(super) typed: Option<(Purpose, PathBuf)>,
    pub(super) context: Context,
    pub(super) reports: Sender<Report>,
    inbox: Receiver<Report>,
    pub(super) may_close: bool,
    dressed: Option<(ThemeName, Motion)>,
    title: String,
}

impl App {
    /// The program with its first document, the file; without one nothing is open yet.
    pub fn new(parts: Parts) -> Self {
        let language = parts.language();
        let Parts { file, language: _, system_language: _, directory, dialogs, windows, ids } = parts;
        let settings = directory.as_deref().map(Settings::read).unwrap_or_default();
        let (reports, inbox) = channel();
        let mut app = Self {
            session: Session::nothing(language),
            view: View::default(),
            settings,
            language,
            recent: directory.as_deref().map(recent::list).unwrap_or_default(),
            directory,
            dialogs,
            windows,
            recovery: Recovery::default(),
            folders: Folders::default(),
            recents: None,
            ids,
            journey: None,
            persona: None,
            selection: Vec::new(),
            scenes: Scenes::new(),
            offers: offers(),
            slides: Slides::default(),
            thumbs: Thumbs::default(),
            offer_thumbs: OfferThumbs::default(),
            presenting: None,
            toast: None,
            offer: None,
            exports: Exports::default(),
            capture: None,
            pending: None,
            after_save: None,
            typed_for: None,
            typed: None,
            context: Context::default(),
            reports,
            inbox,
            may_close: false,
            dressed: None,
            title: String::new(),
        };
        app.first_document(file);
        app
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        self.session.editor.document()
    }

    /// The journey whose map is shown.
    pub(super) fn journey_on_map(&self) -> Option<&Arc<Journey>> {
        self.document().journeys.get(self.journey.as_ref()?)
    }

    /// Whether it differs from its file.
    pub fn is_modified(&self) -> bool {
        self.session.editor.is_modified()
    }

    /// The interface's words.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// What is selected.
    pub fn selection(&self) -> &[Subject] {
        &self.selection
    }

    /// What fills the middle of the window.
    pub fn page(&self) -> Page {
        self.view.page
    }

    /// The journey that is shown.
    pub fn shown_journey(&self) -> Option<&JourneyId> {
        self.journey.as_ref()
    }

    /// The short message that is shown.
    pub fn toast(&self) -> Option<&str> {
        self.toast.as_deref()
    }

    /// Who leads the map.
    pub fn leading_persona(&self) -> Option<&PersonaId> {
        self.persona.as_ref()
    }

    /// Files opened lately, the last one first.
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// What the window is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The theme that is shown.
    pub fn theme_name(&self) -> ThemeName {
        match self.settings.theme {
            ThemeChoice::Fixed(name) => name,
            ThemeChoice::System => match self.context.system_theme() {
                Some(egui::Theme::Dark) => ThemeName::Dark,
                _ => ThemeName::Light,
            },
        }
    }

    /// The theme of what the window shows: the room's while it is all there is to be seen.
    fn window_theme(&self) -> ThemeName {
        let show = self.presenting.as_ref().map(|presenting| &presenting.show);
        let in_room = show.filter(|show| !show.editing && !show.presenter);
        in_room.map_or_else(|| self.theme_name(), |show| show.theme)
    }

    /// Runs one pass of a frame.
    pub fn show(&mut self, ui: &mut Ui) {
        self.context = ui.ctx().clone();
        self.receive();
        let theme_name = self.window_theme();
        let look = (theme_name, self.settings.motion);
        if self.dressed != Some(look) {
            dress(ui.ctx(), Theme::of(theme_name), self.settings.motion);
            ui.set_style(ui.ctx().global_style());
            self.dressed = Some(look);
        }
        crate::ui::bars::name_bars(ui.ctx(), &self.texts().get("scroll-bar"));
        self.guard_close(ui);
        self.take_dropped_picture(ui);
        self.take_dropped(ui);
        self.settle_offer();
        self.settle_habits();
        self.settle();
        self.settle_show(ui);
        self.refresh_thumbs();
        self.refresh_offer_thumbs();
        let actions = RefCell::new(Vec::new());
        let file = self.file_info();
        let opened = self.view.find.opened.clone();
        let title = {
            let ctx = ViewCtx {
                document: self.session.editor.document(),
                journey: self.journey.as_ref().and_then(|id| self.session.editor.document().journeys.get(id)),
                persona: self.persona.as_ref(),
                opened: opened.as_ref(),
                selection: &self.selection,
                scene: &self.scenes.scene,
                scene_stamp: self.scenes.stamp,
                index: &self.scenes.index,
                theme: Theme::of(theme_name),
                theme_choice: self.settings.theme,
                texts: Texts::of(self.language),
                figures: self.scenes.figuring.figures(),
                file: &file,
                offers: &self.offers,
                editor: &self.session.editor,
                undo: self.session.editor.undo_label(),
                redo: self.session.editor.redo_label(),
                today: jiff::Zoned::now().date(),
                motion: self.settings.motion,
                slides: &self.slides.deck,
                slide_names: &self.slides.names,
                actions: &actions,
            };
            match &self.presenting {
                Some(presenting) => presenting.show_ui(ui, &ctx, &mut self.view, self.settings),
                None => frame_ui(ui, &ctx, &mut self.view),
            }
            window_title(&ctx)
        };
        let actions = actions.into_inner();
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        let asked = self.view.dialog.is_some();
        self.note_arrival();
        for action in actions {
            self.note_leaving(&action);
            self.carry_out(action);
        }
        self.note_time();
        self.settle_capture();
        if self.view.dialog.is_some() && !asked {
            egui::Popup::close_all(ui.ctx());
        }
        self.keep_unsaved();
        self.show_title(ui, &title);
    }

    /// Takes what other threads have sent.
    pub(super) fn receive(&mut self) {
        while let Ok(report) = self.inbox.try_recv() {
            match report {
                Report::Picked(asked, pick) => self.picked(asked, pick),
                Report::ExportProgress(progress) => self.exports.come_on(progress),
                Report::Thumb(journey, picture) => self.thumb_drawn(journey, picture),
                Report::OfferThumb(name, drawn, picture) => self.offer_thumb_drawn(name, drawn, picture),
                Report::ExportEnded(outcome) => self.export_ended(outcome),
            }
        }
    }

    /// Lets go of what is no longer there, and brings map and figures up to date.
    fn settle(&mut self) {
        self.settle_opened();
        let document = self.session.editor.document();
        self.selection.retain(|subject| subject.is_in(document));
        if !self.journey.as_ref().is_some_and(|id| document.journeys.contains(id)) {
            self.journey = document.journeys_in_order().first().map(|journey| journey.id.clone());
        }
        let shown = self.journey.as_ref().and_then(|id| document.journeys.get(id));
        if !self.persona.as_ref().is_some_and(|id| document.personas.contains(id)) {
            let named = shown.and_then(|journey| journey.info.personas.first().cloned());
            self.persona = named.or_else(|| document.personas_in_order().first().map(|persona| persona.id.clone()));
        }
        let theme = self.theme_name();
        let revision = self.session.editor.revision();
        let nowhere = JourneyId::parse("j-0").ok();
        if let Some(journey) = self.journey.as_ref().or(nowhere.as_ref()) {
            let shown = (journey, self.persona.as_ref(), self.view.find.opened.as_ref());
            self.scenes.refresh(document, revision, shown, theme);
            let context = self.context.clone();
            self.scenes.figure(document, (revision, journey), move || context.request_repaint());
        }
    }

    fn file_info(&mut self) -> FileInfo {
        let work = match (self.session.is_begun, self.view.page) {
            (false, _) => Work::Nothing,
            (true, Page::Start) => Work::Aside,
            (true, _) => Work::Shown,
        };
        FileInfo {
            work,
            left_over: self.recovery.left_over(),
            path: self.session.path.clone(),
            modified: self.session.editor.is_modified(),
            saved_at: self.session.saved_at.clone(),
            recent: self.recent.clone(),
            recents: self.recent_files(),
            folder: self.folders.of(self.view.dialog.as_ref()),
            preferences: self.settings.preferences,
            export_progress: self.exports.progress(),
            toast: self.toast.clone(),
            offers_undo: self.offers_undo(),
            offers_join: self.offers_join(),
        }
    }

    /// Asks before a window with unsaved changes is closed.
    fn guard_close(&mut self, ui: &Ui) {
        let wants_to = ui.input(|input| input.viewport().close_requested());
        if !wants_to {
            return;
        }
        self.finish_writing();
        if !self.may_close && self.session.editor.is_modified() {
            ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
            self.intend(Intent::Quit);
        } else {
            self.remember_place();
        }
    }

    fn show_title(&mut self, ui: &Ui, words: &str) {
        let mark = if self.session.editor.is_modified() { "• " } else { "" };
        let title = if self.session.is_begun { format!("{mark}{words} — Tropa") } else { "Tropa".to_owned() };
        if title != self.title {
            ui.ctx().send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// What comes with the program; a template has a version in each language.
fn offers() -> Offers {
    let mut templates: Vec<&'static str> = Vec::new();
    for (name, _, _) in samples::templates() {
        if !templates.contains(name) {
            templates.push(name);
        }
    }
    Offers { templates, samples: samples::samples().iter().map(|(name, _)| *name).collect() }
}

/// The program in a real window.
pub(super) struct Window {
    app: App,
    /// When the program was started, until the first frame's time has been said.
    timing: Option<Instant>,
    frames: u32,
}

impl Window {
    pub(super) fn new(app: App, timing: Option<Instant>) -> Self {
        Self { app, timing, frames: 0 }
    }

    /// Says how long the first frame took: it is on the screen when the second begins.
    fn say_timing(&mut self, context: &Context) {
        use std::io::Write;
        let Some(started) = self.timing else { return };
        self.frames += 1;
        if self.frames == 1 {
            context.request_repaint();
            return;
        }
        self.timing = None;
        let millis = started.elapsed().as_secs_f64() * 1000.0;
        // Nobody to tell is no reason to stop.
        let _ = writeln!(std::io::stderr(), "first frame: {millis:.0} ms");
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.say_timing(ui.ctx());
        self.app.show(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        rgba(Theme::of(self.app.theme_name()).background).to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
