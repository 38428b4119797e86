//! Runs a show: begins and ends it, keeps its picture up to date, and carries out what its views ask for.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Ui, ViewportCommand};

use super::settings::Settings;
use super::shell::App;
use super::slides::{PictureKey, Source, touchpoints_of};
use crate::edit::verbs;
use crate::model::{JourneyId, PersonaId, StopView, Subject, TouchpointId};

use crate::present::StopOptions;
use crate::present::glide::Glide;
use crate::present::legibility::{self, Legibility};
use crate::present::show::{Effect, Facts, GoTo, Overlay, Show, ShowCommand, followed};
use crate::scene::{Scene, Size};
use crate::ui::action::Motion;
use crate::ui::dialogs::Dialog;
use crate::ui::present::picture::stop_size;
use crate::ui::present::tools::tool_of;
use crate::ui::present::{ShowAction, ShowCtx, picture_area, show_ui};
use crate::ui::{View, ViewCtx, frame_ui};

/// How long the picture takes from one slide to the next, in seconds.
const GLIDE_SECS: f64 = 0.35;

/// A running show.
pub(super) struct Presenting {
    pub(super) show: Show,
    begun: Instant,
    /// Whether the window filled the screen before.
    was_fullscreen: bool,
    /// The screen that was asked for last, as the window system counts them.
    screen: usize,
    now: Arc<Scene>,
    now_key: PictureKey,
    next: Option<(usize, Arc<Scene>)>,
    /// What the room sees while the picture stands still on purpose.
    frozen: Option<Arc<Scene>>,
    movement: Option<Movement>,
    touchpoints: Vec<TouchpointId>,
    /// What was selected before a tool was given what the room speaks of.
    lent: Option<Vec<Subject>>,
    /// How far the slide can be read, for a screen of so many centimetres.
    readable: (u16, Legibility),
}

/// The way from one picture to another.
struct Movement {
    glide: Glide,
    begun_secs: f64,
    /// The picture between, as the room sees it in this frame.
    between: Arc<Scene>,
}

/// Where a show begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// At the stop that shows what is selected, else at the first.
    Here,
    /// At the first stop.
    First,
    /// At this slide.
    Slide(usize),
}

impl App {
    /// Whether a show is running.
    pub fn is_presenting(&self) -> bool {
        self.presenting.is_some()
    }

    /// The state of the running show.
    pub fn running_show(&self) -> Option<&Show> {
        self.presenting.as_ref().map(|presenting| &presenting.show)
    }

    /// The names of the running show's slides.
    pub fn slide_names(&self) -> &[String] {
        &self.slides.names
    }

    /// Begins a show of the shown journey, on the whole screen.
    pub(super) fn begin_show(&mut self, beginning: Beginning) {
        let Some(journey) = self.journey.clone() else { return };
        if self.presenting.is_some() {
            return;
        }
        let mut show = Show::new(0, self.settings.show_theme);
        show.strip_hidden = self.settings.strip_hidden;
        let size = self.stop_size(&show);
        let facts = Facts { slides: &[], personas: &[], touchpoints: &[] };
        let options = show.options(&facts, size);
        let source = Source {
            document: self.session.editor.document(),
            revision: self.session.editor.revision(),
            journey: &journey,
        };
        self.slides.refresh(source, &options, self.language);
        let first = self.slides.deck.iter().position(|slide| !slide.hidden).unwrap_or(0);
        show.at = match beginning {
            Beginning::First => first,
            Beginning::Slide(at) => at.min(self.slides.deck.len().saturating_sub(1)),
            Beginning::Here => self.slide_of_selection(&journey, size).unwrap_or(first),
        };
        let source = Source {
            document: self.session.editor.document(),
            revision: self.session.editor.revision(),
            journey: &journey,
        };
        let Some(now) = self.slides.picture(source, show.at, &options) else { return };
        let was_fullscreen = self.context.input(|input| input.viewport().fullscreen.unwrap_or(false));
        self.context.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        self.context.memory_mut(|memory| memory.focused().inspect(|focused| memory.surrender_focus(*focused)));
        self.view.dialog = None;
        let now_key = PictureKey { revision: source.revision, at: show.at, options };
        self.presenting = Some(Presenting {
            show,
            begun: Instant::now(),
            was_fullscreen,
            screen: 0,
            touchpoints: touchpoints_of(&now),
            now,
            now_key,
            next: None,
            frozen: None,
            movement: None,
            lent: None,
            readable: (0, Legibility::default()),
        });
    }

    /// Ends the show; the editor is as it was.
    pub(super) fn end_show(&mut self) {
        let Some(presenting) = self.presenting.take() else { return };
        self.context.send_viewport_cmd(ViewportCommand::Fullscreen(presenting.was_fullscreen));
    }

    /// The size of stops on the window as it is now.
    fn stop_size(&self, show: &Show) -> Size {
        stop_size(picture_area(show, self.context.content_rect()))
    }

    /// The slide that shows what is selected.
    fn slide_of_selection(&mut self, journey: &JourneyId, size: Size) -> Option<usize> {
        let document = self.session.editor.document();
        let wanted = self.selection.iter().rev().find_map(|subject| match subject {
            Subject::Touchpoint(_, id) => Some(StopView::Touchpoint(id.clone())),
            Subject::Barrier(id) => {
                let touchpoint = document.barriers.get(id)?.touchpoints.first()?;
                Some(StopView::Touchpoint(touchpoint.clone()))
            }
            Subject::Persona(id) => Some(StopView::Persona(id.clone())),
            Subject::Stage(_, stage) => Some(StopView::Stage(*stage)),
            Subject::Step(journey, id) => {
                let step = document.journeys.get(journey)?.steps.get(id)?;
                Some(StopView::Stage(step.stage))
            }
            _ => None,
        })?;
        let slides = &self.slides.deck;
        if let Some(own) = slides.iter().position(|slide| slide.view == wanted) {
            return Some(own);
        }
        let StopView::Touchpoint(id) = wanted else { return None };
        let it = document.journeys.get(journey)?;
        let stage = it.stage_of(it.touchpoints.get(&id)?)?;
        let parts: Vec<usize> = (0..slides.len())
            .filter(|at| slides.get(*at).is_some_and(|slide| slide.view == StopView::Stage(stage)))
            .collect();
        let options = StopOptions { size, ..StopOptions::new() };
        let source = Source { document, revision: self.session.editor.revision(), journey };
        let shows = |at: &usize| {
            let picture = self.slides.picture(source, *at, &options);
            picture.is_some_and(|scene| touchpoints_of(&scene).contains(&id))
        };
        parts.iter().copied().find(shows).or_else(|| parts.first().copied())
    }

    /// Brings the list of stops in the editor up to date.
    fn settle_list(&mut self, ui: &Ui) {
        let (Some(Dialog::Stops(list)), Some(journey)) = (&mut self.view.dialog, &self.journey) else { return };
        let source =
            Source { document: self.session.editor.document(), revision: self.session.editor.revision(), journey };
        let options = StopOptions { size: stop_size(ui.max_rect()), ..StopOptions::new() };
        if let Some(before) = self.slides.refresh(source, &options, self.language) {
            list.picked = followed(&before, &self.slides.deck, list.picked);
        }
    }

    /// Brings deck and pictures up to date with document and show.
    pub(super) fn settle_show(&mut self, ui: &Ui) {
        if self.presenting.is_none() {
            self.settle_list(ui);
            return;
        }
        let (Some(journey), Some(mut presenting)) = (self.journey.clone(), self.presenting.take()) else {
            self.end_show();
            return;
        };
        let size = stop_size(picture_area(&presenting.show, ui.max_rect()));
        let source = Source {
            document: self.session.editor.document(),
            revision: self.session.editor.revision(),
            journey: &journey,
        };
        let facts = Facts { slides: &self.slides.deck, personas: &[], touchpoints: &presenting.touchpoints };
        let options = presenting.show.options(&facts, size);
        if let Some(before) = self.slides.refresh(source, &options, self.language) {
            presenting.show.follow(&before, &self.slides.deck);
        }
        let facts = Facts { slides: &self.slides.deck, personas: &[], touchpoints: &presenting.touchpoints };
        let key = PictureKey {
            revision: source.revision,
            at: presenting.show.at,
            options: presenting.show.options(&facts, size),
        };
        let time_secs = ui.input(|input| input.time);
        if key != presenting.now_key
            && let Some(now) = self.slides.picture(source, key.at, &key.options)
        {
            let jumps = self.settings.motion == Motion::Reduced
                || key.revision != presenting.now_key.revision
                || key.options.size != presenting.now_key.options.size;
            presenting.turn_to(now, key, (!jumps).then_some(time_secs));
        }
        presenting.move_on(ui.ctx(), time_secs);
        presenting.check(self.settings.screen_height_cm);
        // The next picture is made while this one stands, so that the way to it begins at once.
        if presenting.movement.is_none() {
            let options = &presenting.now_key.options;
            let options = StopOptions { focus: None, ..options.clone() };
            let after = presenting.show.at + 1..self.slides.deck.len();
            let next = after.into_iter().find(|at| self.slides.deck.get(*at).is_some_and(|slide| !slide.hidden));
            presenting.next = next.and_then(|at| Some((at, self.slides.picture(source, at, &options)?)));
        }
        self.presenting = Some(presenting);
    }

    /// Carries out what the show's views ask for.
    pub(super) fn show_action(&mut self, action: ShowAction) {
        if let (ShowAction::GoTo(at), None) = (&action, &self.presenting) {
            self.begin_show(Beginning::Slide(*at));
            return;
        }
        match action {
            ShowAction::Run(command) => self.run_show(command),
            ShowAction::GoTo(at) => self.with_show(|show, facts| {
                show.go_to(at, facts);
                None
            }),
            ShowAction::Type(text) => self.with_list(|list, names| list.type_text(&text, names)),
            ShowAction::Erase => self.with_list(GoTo::erase),
            ShowAction::PickBy(by) => self.with_list(|list, names| list.pick_by(by, names)),
            ShowAction::BeginStroke(place) => self.with_show(|show, _| {
                show.begin_stroke(place);
                None
            }),
            ShowAction::DrawTo(place) => self.with_show(|show, _| {
                show.draw_to(place);
                None
            }),
            ShowAction::ScreenHeight(metres) => {
                self.settings.screen_height_cm = (metres * 100.0).round() as u16;
                self.keep_settings();
            }
            ShowAction::SetNotes(at, text) => self.set_slide_notes(at, &text),
            ShowAction::ToggleHidden(at) => self.toggle_slide(at),
            ShowAction::Move(at, by) => self.move_slide(at, by),
        }
    }

    fn run_show(&mut self, command: ShowCommand) {
        self.with_show(|show, facts| show.run(command, facts));
        self.settle_tool();
        if let Some(presenting) = &mut self.presenting {
            let frozen = presenting.show.frozen;
            presenting.frozen = frozen.then(|| presenting.frozen.take().unwrap_or_else(|| Arc::clone(&presenting.now)));
        }
    }

    /// Gives an open tool the keyboard, and what the room speaks of as what is selected, until it is closed.
    fn settle_tool(&mut self) {
        let Some(presenting) = &mut self.presenting else { return };
        let tool = match presenting.show.overlay {
            Some(Overlay::Tool(command)) => tool_of(command),
            _ => None,
        };
        let Some(tool) = tool else {
            if let Some(selection) = presenting.lent.take() {
                self.selection = selection;
            }
            return;
        };
        if presenting.lent.is_none() {
            presenting.lent = Some(self.selection.clone());
            let facts = Facts { slides: &self.slides.deck, personas: &[], touchpoints: &presenting.touchpoints };
            if let (Some(id), Some(journey)) = (presenting.show.spoken_of(&facts), &self.journey) {
                self.selection = vec![Subject::Touchpoint(journey.clone(), id)];
            }
        }
        self.view.workshop.show_tool(tool);
    }

    fn with_list(&mut self, change: impl FnOnce(&mut GoTo, &[String])) {
        if let Some(Presenting { show: Show { overlay: Some(Overlay::GoTo(list)), .. }, .. }) = &mut self.presenting {
            change(list, &self.slides.names);
        }
    }

    /// Changes the running show, and does what that asks of the program.
    fn with_show(&mut self, change: impl FnOnce(&mut Show, &Facts<'_>) -> Option<Effect>) {
        let personas = self.personas_of_journey();
        let Some(presenting) = &mut self.presenting else { return };
        let touchpoints = std::mem::take(&mut presenting.touchpoints);
        let facts = Facts { slides: &self.slides.deck, personas: &personas, touchpoints: &touchpoints };
        let effect = change(&mut presenting.show, &facts);
        presenting.touchpoints = touchpoints;
        match effect {
            None => {}
            Some(Effect::Leave) => self.end_show(),
            Some(Effect::Edit) => self.reveal_shown(),
            Some(Effect::KeepInk(strokes)) => {
                let at = presenting.show.at;
                self.keep_ink(at, &strokes);
            }
            Some(Effect::DropKeptStroke) => {
                let at = presenting.show.at;
                self.drop_kept_stroke(at);
            }
            Some(Effect::OtherScreen) => {
                presenting.screen = 1 - presenting.screen.min(1);
                self.context.send_viewport_cmd(ViewportCommand::SetMonitor(presenting.screen));
            }
            Some(Effect::Remember) => {
                self.settings.show_theme = presenting.show.theme;
                self.settings.strip_hidden = presenting.show.strip_hidden;
                self.keep_settings();
            }
        }
    }

    fn personas_of_journey(&self) -> Vec<PersonaId> {
        let document = self.session.editor.document();
        self.journey_on_map().map(|journey| verbs::cast(document, journey)).unwrap_or_default()
    }

    /// The editor shows what the room has just seen.
    fn reveal_shown(&mut self) {
        let (Some(presenting), Some(journey)) = (&self.presenting, self.journey.clone()) else { return };
        let slides = &self.slides.deck;
        let subject = match slides.get(presenting.show.at).map(|slide| &slide.view) {
            Some(StopView::Touchpoint(id)) => Some(Subject::Touchpoint(journey, id.clone())),
            Some(StopView::Stage(stage)) => Some(Subject::Stage(journey, *stage)),
            Some(StopView::Persona(id)) => Some(Subject::Persona(id.clone())),
            Some(StopView::Selection(ids)) => ids.first().map(|id| Subject::Touchpoint(journey, id.clone())),
            _ => None,
        };
        if let Some(subject) = subject {
            self.reveal(subject);
        }
    }
}

impl Presenting {
    /// Another picture; from a time on it glides there.
    fn turn_to(&mut self, now: Arc<Scene>, key: PictureKey, from_secs: Option<f64>) {
        let shown = self.movement.take().map_or_else(|| Arc::clone(&self.now), |movement| movement.between);
        let glide = || Glide::new(shown.as_ref().clone(), now.as_ref().clone());
        self.movement =
            from_secs.map(|begun_secs| Movement { glide: glide(), begun_secs, between: Arc::clone(&shown) });
        self.touchpoints = touchpoints_of(&now);
        self.now = now;
        self.readable.0 = 0;
        self.now_key = key;
    }

    /// Moves the picture on its way, and asks for the next frame while it is.
    fn move_on(&mut self, context: &Context, time_secs: f64) {
        let Some(movement) = &mut self.movement else { return };
        let t = ((time_secs - movement.begun_secs) / GLIDE_SECS) as f32;
        if t >= 1.0 {
            self.movement = None;
            return;
        }
        movement.between = Arc::new(movement.glide.at(t));
        context.request_repaint();
    }

    /// Measures the slide's texts while somebody sees what comes of it.
    fn check(&mut self, screen_height_cm: u16) {
        if self.show.presenter && self.readable.0 != screen_height_cm {
            let metres = f32::from(screen_height_cm) / 100.0;
            self.readable = (screen_height_cm, legibility::check(&self.now, metres));
        }
    }

    /// What the room sees in this frame.
    fn room(&self) -> &Scene {
        match (&self.frozen, &self.movement) {
            (Some(frozen), _) => frozen,
            (None, Some(movement)) => &movement.between,
            (None, None) => &self.now,
        }
    }
}

impl Presenting {
    /// Shows the show in the whole window.
    pub(super) fn show_ui(&self, ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, settings: Settings) {
        let elapsed_secs = self.begun.elapsed().as_secs();
        let now = jiff::Zoned::now();
        let clock = now.strftime("%H:%M").to_string();
        let next = self.next.as_ref().map(|(at, scene)| (*at, scene.as_ref()));
        let show_ctx = ShowCtx {
            view: ctx,
            show: &self.show,
            slides: ctx.slides,
            names: ctx.slide_names,
            room: self.room(),
            now: &self.now,
            next,
            moving: self.movement.is_some(),
            clock: &clock,
            elapsed_secs,
            screen_height_m: f32::from(settings.screen_height_cm) / 100.0,
            readable: &self.readable.1,
        };
        show_ui(ui, &show_ctx, view, frame_ui);
        // Clocks say minutes: the next frame is due when one of them changes.
        let to_minute = 60 - now.second() as u64 % 60;
        let wait = to_minute.min(60 - elapsed_secs % 60).max(1);
        ui.ctx().request_repaint_after(Duration::from_secs(wait));
    }
}
