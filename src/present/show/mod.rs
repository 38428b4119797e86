//! What the room sees and which key changes it: the state of a running show, without a window.
//!
//! Reading order: [`keys`] (the table of commands), then [`Show::run`]; [`goto`] is the list that finds a stop.

pub mod goto;
pub mod keys;
#[cfg(test)]
mod tests;

pub use goto::GoTo;
pub use keys::{Group, Key, Press, ShowCommand};

use super::deck::Slide;
use super::stop::StopOptions;
use crate::model::{PersonaId, Stage, StopView, TouchpointId};
use crate::scene::{Point, Size, ThemeName};

/// How far letters can be made larger or smaller than usual.
pub const TEXT_SCALES: [f32; 7] = [0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75];
/// How far what is not spoken of can be dimmed (0: not at all, 1: gone).
pub const DIMS: [f32; 6] = [0.3, 0.45, 0.6, 0.75, 0.85, 0.95];
/// Strokes of the pen that one stop may hold.
const MOST_STROKES: usize = 500;
/// Points that one stroke may hold.
const MOST_POINTS: usize = 4000;

/// The state of a running show.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own key")]
pub struct Show {
    /// The slide that is shown, by its place in the deck.
    pub at: usize,
    /// What covers the picture.
    pub curtain: Option<Curtain>,
    /// Whether all but one touchpoint is dimmed.
    pub dimmed: bool,
    /// How far, by its place in [`DIMS`].
    dim: usize,
    /// The touchpoint that is spoken of, where another than the slide's own was chosen.
    pub focus: Option<TouchpointId>,
    /// Whether only the emotion curve is shown.
    pub curve_only: bool,
    /// Whose curve leads, where another persona than the journey's first was chosen.
    pub persona: Option<PersonaId>,
    /// How large letters are, by its place in [`TEXT_SCALES`].
    scale: usize,
    /// In which colours.
    pub theme: ThemeName,
    /// What the pointer does.
    pub pointer: Pointer,
    /// What the pen has drawn on this slide, in the slide's points.
    pub strokes: Vec<Vec<Point>>,
    /// What lies over the picture.
    pub overlay: Option<Overlay>,
    /// Whether the room's picture stands still while the map is changed.
    pub frozen: bool,
    /// Whether the keys are the editor's.
    pub editing: bool,
    /// Whether the presenter's window is open.
    pub presenter: bool,
    /// Whether the strip below the picture is hidden.
    pub strip_hidden: bool,
}

/// What covers the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curtain {
    /// All black.
    Black,
    /// All white.
    White,
}

/// What the pointer does over the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pointer {
    /// A click goes on.
    #[default]
    Plain,
    /// It is a bright dot.
    Laser,
    /// It draws.
    Pen,
}

/// What lies over the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// The keys.
    Help,
    /// The list that finds a stop.
    GoTo(GoTo),
    /// A tool of the workshop, by the command that opens it.
    Tool(ShowCommand),
}

/// What a command needs to know of the document.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The deck, hidden slides among them.
    pub slides: &'a [Slide],
    /// The journey's personas, the leading one first.
    pub personas: &'a [PersonaId],
    /// The touchpoints of the picture that is shown, in its order.
    pub touchpoints: &'a [TouchpointId],
}

/// What a command asks of the program, besides what it changes in the show.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The show is over.
    Leave,
    /// The editor's keys are wanted.
    Edit,
    /// What the pen drew is to be kept with the slide.
    KeepInk(Vec<Vec<Point>>),
    /// The last stroke that was kept with the slide is no longer wanted.
    DropKeptStroke,
    /// The room's picture is wanted on another screen.
    OtherScreen,
    /// What is remembered from show to show has changed.
    Remember,
}

impl Show {
    /// A show that begins at this slide, in these colours.
    pub fn new(at: usize, theme: ThemeName) -> Self {
        Self {
            at,
            curtain: None,
            dimmed: false,
            dim: 2,
            focus: None,
            curve_only: false,
            persona: None,
            scale: 2,
            theme,
            pointer: Pointer::Plain,
            strokes: Vec::new(),
            overlay: None,
            frozen: false,
            editing: false,
            presenter: false,
            strip_hidden: false,
        }
    }

    /// How large letters are, 1 as usual.
    pub fn text_scale(&self) -> f32 {
        TEXT_SCALES.get(self.scale).copied().unwrap_or(1.0)
    }

    /// How far the rest is dimmed when it is.
    pub fn dim_strength(&self) -> f32 {
        DIMS.get(self.dim).copied().unwrap_or(0.6)
    }

    /// How the slide is drawn on a screen of this size.
    pub fn options(&self, facts: &Facts<'_>, size: Size) -> StopOptions {
        let focus = if self.dimmed { self.spoken_of(facts).map(|id| (id, self.dim_strength())) } else { None };
        StopOptions {
            theme: self.theme,
            size,
            text_scale: self.text_scale(),
            persona: self.persona.clone(),
            curve_only: self.curve_only,
            focus,
        }
    }

    /// The touchpoint that is spoken of: the chosen one, else the slide's own, else the picture's first.
    pub fn spoken_of(&self, facts: &Facts<'_>) -> Option<TouchpointId> {
        let own = || match facts.slides.get(self.at).map(|slide| &slide.view) {
            Some(StopView::Touchpoint(id)) => Some(id.clone()),
            _ => None,
        };
        let chosen = self.focus.clone().filter(|id| facts.touchpoints.contains(id));
        chosen.or_else(own).or_else(|| facts.touchpoints.first().cloned())
    }

    /// What a key asks for now. An open overlay of keys closes first; an open tool has most keys to itself.
    pub fn pressed(&self, press: Press) -> Option<ShowCommand> {
        use ShowCommand as C;
        match ShowCommand::of(press)? {
            command if matches!(self.overlay, Some(Overlay::Tool(_))) => {
                let passes = command.group() == Group::Workshop
                    || matches!(command, C::Leave | C::Help | C::Black | C::White | C::Freeze | C::Presenter);
                passes.then_some(command)
            }
            ShowCommand::Next if self.overlay == Some(Overlay::Help) => Some(ShowCommand::Help),
            command => Some(command),
        }
    }

    /// Carries a command out.
    pub fn run(&mut self, command: ShowCommand, facts: &Facts<'_>) -> Option<Effect> {
        use ShowCommand as C;
        match command {
            C::Next | C::Previous | C::First | C::Last | C::Overview => self.travel(command, facts),
            C::Attention | C::Interest | C::Contact | C::Impression | C::Engagement => {
                self.go_to_stage(command.stage(), facts);
            }
            C::GoTo => self.toggle(Overlay::GoTo(GoTo::new(self.at))),
            C::Help => self.toggle(Overlay::Help),
            C::Agenda
            | C::Participants
            | C::Capture
            | C::Voting
            | C::Poll
            | C::Decisions
            | C::Parking
            | C::Glossary
            | C::Minutes => self.open_tool(command),
            C::Black => self.draw_curtain(Curtain::Black),
            C::White => self.draw_curtain(Curtain::White),
            C::CurveOnly => self.curve_only = !self.curve_only,
            C::Persona => self.next_persona(facts),
            C::LargerText => self.scale = (self.scale + 1).min(TEXT_SCALES.len() - 1),
            C::SmallerText => self.scale = self.scale.saturating_sub(1),
            C::Dim => self.dimmed = !self.dimmed,
            C::DimMore | C::DimLess => self.change_dim(command),
            C::FocusNext => self.move_focus(1, facts),
            C::FocusPrevious => self.move_focus(-1, facts),
            C::Laser => self.point_with(Pointer::Laser),
            C::Pen => self.point_with(Pointer::Pen),
            C::UndoStroke => return if self.strokes.pop().is_some() { None } else { Some(Effect::DropKeptStroke) },
            C::Freeze => self.frozen = !self.frozen,
            C::Presenter => self.presenter = !self.presenter,
            C::KeepInk => return self.keep_ink(),
            C::OtherScreen => return Some(Effect::OtherScreen),
            C::Theme => {
                self.theme = following(&ThemeName::ALL, |theme| *theme == self.theme).unwrap_or(ThemeName::Contrast);
                return Some(Effect::Remember);
            }
            C::Strip => {
                self.strip_hidden = !self.strip_hidden;
                return Some(Effect::Remember);
            }
            C::Edit => {
                self.overlay = None;
                self.editing = true;
                return Some(Effect::Edit);
            }
            C::Leave => return self.escape(),
        }
        None
    }

    /// Shows a slide, hidden or not.
    pub fn go_to(&mut self, at: usize, facts: &Facts<'_>) {
        self.overlay = None;
        self.curtain = None;
        let at = at.min(facts.slides.len().saturating_sub(1));
        if at != self.at {
            self.at = at;
            self.left();
        }
    }

    /// Follows the slide that was shown to its place in another deck, and the one that is picked in the list.
    pub fn follow(&mut self, before: &[Slide], after: &[Slide]) {
        self.at = followed(before, after, self.at);
        if let Some(Overlay::GoTo(list)) = &mut self.overlay {
            list.picked = followed(before, after, list.picked);
        }
    }

    /// The pen begins a stroke here.
    pub fn begin_stroke(&mut self, place: Point) {
        if self.strokes.len() < MOST_STROKES {
            self.strokes.push(vec![place]);
        }
    }

    /// The pen goes on to here.
    pub fn draw_to(&mut self, place: Point) {
        if let Some(stroke) = self.strokes.last_mut()
            && stroke.len() < MOST_POINTS
            && stroke.last() != Some(&place)
        {
            stroke.push(place);
        }
    }

    /// What of a slide goes with it.
    fn left(&mut self) {
        self.strokes.clear();
        self.focus = None;
        self.dimmed = false;
    }

    fn travel(&mut self, command: ShowCommand, facts: &Facts<'_>) {
        // A covered picture is uncovered first: nobody saw where the show stood.
        if self.curtain.take().is_some() {
            return;
        }
        let seen: Vec<usize> = (0..facts.slides.len()).filter(|at| is_seen(facts, *at)).collect();
        let place = match command {
            ShowCommand::Next => seen.iter().find(|at| **at > self.at),
            ShowCommand::Previous => seen.iter().rev().find(|at| **at < self.at),
            ShowCommand::First => seen.first(),
            ShowCommand::Last => seen.last(),
            _ => seen.iter().find(|at| facts.slides.get(**at).is_some_and(|slide| slide.view == StopView::Overview)),
        };
        if let Some(place) = place {
            self.go_to(*place, facts);
        }
    }

    fn go_to_stage(&mut self, stage: Option<Stage>, facts: &Facts<'_>) {
        let shows = |slide: &Slide| matches!((&slide.view, stage), (StopView::Stage(it), Some(stage)) if *it == stage);
        let place = facts.slides.iter().position(|slide| shows(slide) && !slide.hidden);
        if let Some(place) = place.or_else(|| facts.slides.iter().position(shows)) {
            self.go_to(place, facts);
        }
    }

    fn open_tool(&mut self, command: ShowCommand) {
        self.curtain = None;
        let tool = Overlay::Tool(command);
        self.overlay = if self.overlay.as_ref() == Some(&tool) { None } else { Some(tool) };
    }

    fn toggle(&mut self, overlay: Overlay) {
        let same = |open: &Overlay| std::mem::discriminant(open) == std::mem::discriminant(&overlay);
        self.overlay = if self.overlay.as_ref().is_some_and(same) { None } else { Some(overlay) };
    }

    fn draw_curtain(&mut self, curtain: Curtain) {
        // A tool goes on behind the curtain.
        if !matches!(self.overlay, Some(Overlay::Tool(_))) {
            self.overlay = None;
        }
        self.curtain = if self.curtain == Some(curtain) { None } else { Some(curtain) };
    }

    fn point_with(&mut self, pointer: Pointer) {
        self.pointer = if self.pointer == pointer { Pointer::Plain } else { pointer };
    }

    fn next_persona(&mut self, facts: &Facts<'_>) {
        let Some(first) = facts.personas.first() else { return };
        let leading = self.persona.as_ref().unwrap_or(first);
        let next = following(facts.personas, |id| id == leading).unwrap_or_else(|| first.clone());
        self.persona = Some(next);
    }

    fn change_dim(&mut self, command: ShowCommand) {
        if std::mem::replace(&mut self.dimmed, true) {
            let more = command == ShowCommand::DimMore;
            self.dim = if more { (self.dim + 1).min(DIMS.len() - 1) } else { self.dim.saturating_sub(1) };
        }
    }

    fn move_focus(&mut self, step: isize, facts: &Facts<'_>) {
        let count = facts.touchpoints.len();
        let Some(now) = self.spoken_of(facts) else { return };
        let at = facts.touchpoints.iter().position(|id| *id == now).unwrap_or(0);
        // The first press only says which one is spoken of.
        let at = if self.dimmed { (at + count).saturating_add_signed(step) % count.max(1) } else { at };
        self.focus = facts.touchpoints.get(at).cloned();
        self.dimmed = true;
    }

    fn keep_ink(&mut self) -> Option<Effect> {
        let strokes = std::mem::take(&mut self.strokes);
        (!strokes.is_empty()).then_some(Effect::KeepInk(strokes))
    }

    /// Puts away what is in the way, the last thing first; with nothing in the way the show is over.
    fn escape(&mut self) -> Option<Effect> {
        if self.editing {
            self.editing = false;
        } else if self.curtain.take().is_some() || self.overlay.take().is_some() {
        } else if self.pointer == Pointer::Pen {
            self.pointer = Pointer::Plain;
        } else {
            return Some(Effect::Leave);
        }
        None
    }
}

/// Where a slide of one deck is in another: its own stop, else its view, else its place.
pub fn followed(before: &[Slide], after: &[Slide], at: usize) -> usize {
    let last = after.len().saturating_sub(1);
    let Some(shown) = before.get(at) else { return at.min(last) };
    let alike = |slide: &Slide| {
        slide.view == shown.view && (slide.stop.is_none() || shown.stop.is_none() || slide.stop == shown.stop)
    };
    let same_part = after.iter().position(|slide| alike(slide) && slide.part == shown.part);
    let same_stop = || after.iter().position(|slide| slide.stop.is_some() && slide.stop == shown.stop);
    let same_view = || after.iter().position(|slide| slide.view == shown.view);
    same_part.or_else(same_stop).or_else(same_view).unwrap_or(at).min(last)
}

/// What comes after the wanted one, the first after the last.
fn following<T: Clone>(all: &[T], wanted: impl Fn(&T) -> bool) -> Option<T> {
    let at = all.iter().position(wanted)?;
    all.get((at + 1) % all.len()).cloned()
}

fn is_seen(facts: &Facts<'_>, at: usize) -> bool {
    facts.slides.get(at).is_some_and(|slide| !slide.hidden)
}
