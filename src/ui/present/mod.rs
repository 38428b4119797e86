//! The show's views: what the room sees, what lies over it, and what only the presenter sees. They push [`ShowAction`]s.
//!
//! Reading order: [`room`] (the picture and the pointer over it), [`keys`], the overlays [`help`] and [`goto`],
//! [`strip`] (one screen) and [`presenter`] (two), [`stops`] (the list that both and the editor share).

pub mod goto;
pub mod help;
pub mod keys;
pub mod names;
pub mod picture;
pub mod presenter;
pub mod room;
pub mod stops;
pub mod strip;
pub mod tools;

use egui::{CentralPanel, Frame, Panel, Rect, Ui, ViewportClass};

use super::action::Action;
use super::context::ViewCtx;
use super::fonts::font;
use super::style::rgba;
use super::view::View;
use super::widgets::{Ink, Look, button_ui, button_width, ink};
use crate::present::Slide;
use crate::present::legibility::Legibility;
use crate::present::show::{Curtain, Show, ShowCommand};
use crate::scene::text::Weight;
use crate::scene::{Point, Scene, Theme};

/// The strip's height, in points.
pub const STRIP_HEIGHT: f32 = 44.0;
/// The height of the band that says whose keys these are, in points.
const BAND_HEIGHT: f32 = 40.0;

/// One frame's view of a running show.
pub struct ShowCtx<'a> {
    /// What the editor's views read.
    pub view: &'a ViewCtx<'a>,
    /// The state of the show.
    pub show: &'a Show,
    /// The deck, hidden slides among them.
    pub slides: &'a [Slide],
    /// The slides' names, in the interface's language.
    pub names: &'a [String],
    /// What the room sees.
    pub room: &'a Scene,
    /// The slide itself, which differs from the room's picture while that is frozen or moves.
    pub now: &'a Scene,
    /// The next slide that is not hidden.
    pub next: Option<(usize, &'a Scene)>,
    /// Whether the picture is between two slides.
    pub moving: bool,
    /// The time of day, as "14:32".
    pub clock: &'a str,
    /// Whole seconds since the show began.
    pub elapsed_secs: u64,
    /// How high the room's screen is, in metres.
    pub screen_height_m: f32,
    /// From how far the slide can be read.
    pub readable: &'a Legibility,
}

/// What the show's views ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum ShowAction {
    /// What a key stands for.
    Run(ShowCommand),
    /// Shows a slide, by its place in the deck; begins a show where none is running.
    GoTo(usize),
    /// Something was typed into the list that finds a stop.
    Type(String),
    /// The last letter of it is taken back.
    Erase,
    /// Picks another of the stops that were found.
    PickBy(isize),
    /// The pen begins a stroke.
    BeginStroke(Point),
    /// The pen goes on.
    DrawTo(Point),
    /// What the presenter wants to say at a slide.
    SetNotes(usize, String),
    /// Hides a slide, or shows it again.
    ToggleHidden(usize),
    /// Moves a slide among the stops: −1 is one place forward.
    Move(usize, i32),
    /// How high the room's screen is, in metres.
    ScreenHeight(f32),
}

/// What the show's views themselves remember between frames.
#[derive(Debug, Default)]
pub struct ShowView {
    /// Whether something was being typed in the last frame: its Esc only ends the typing.
    pub typing: bool,
    /// The slide that the list of the overlay was scrolled to.
    pub scrolled_to: Option<usize>,
    /// The slide that the list of the presenter's window was scrolled to.
    pub listed_to: Option<usize>,
}

impl ShowCtx<'_> {
    /// Asks for something.
    pub fn push(&self, action: ShowAction) {
        self.view.push(Action::Show(action));
    }

    /// Asks for what a key stands for.
    pub fn run(&self, command: ShowCommand) {
        self.push(ShowAction::Run(command));
    }

    /// A message.
    pub fn text(&self, key: &str) -> String {
        self.view.text(key)
    }

    /// The colours of the room's picture.
    pub fn theme(&self) -> &'static Theme {
        Theme::of(self.show.theme)
    }

    /// The name of a slide.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// "3 of 14".
    pub fn position(&self) -> String {
        let (number, count) = ((self.show.at + 1).min(self.slides.len()), self.slides.len());
        self.view.texts.with("show-position", &[("number", number.into()), ("count", count.into())])
    }

    /// From how far the slide can be read, and what is too small or cut.
    pub fn readable_words(&self) -> String {
        let Legibility { metres, too_small, cut, .. } = self.readable;
        let figure = |value: f32| crate::i18n::number::short_number(f64::from(value), 1, self.view.language());
        let of = [("metres", figure(*metres).into()), ("height", figure(self.screen_height_m).into())];
        let quote = |text: &str| self.view.texts.with("presenter-quoted", &[("text", text.into())]);
        let mut words = vec![self.view.texts.with("presenter-readable", &of)];
        let mut name = |key: &str, texts: Vec<&str>| {
            let quoted: Vec<String> = texts.iter().take(3).map(|text| quote(text)).collect();
            if !quoted.is_empty() {
                words.push(self.view.texts.with(key, &[("words", quoted.join(", ").into())]));
            }
        };
        name("presenter-too-small", too_small.iter().map(|small| small.words.as_str()).collect());
        name("presenter-cut", cut.iter().map(String::as_str).collect());
        words.join(". ")
    }

    /// "Next: …", or that there is none.
    pub fn next_words(&self) -> String {
        match self.next {
            Some((at, _)) => self.view.texts.with("show-next-is", &[("name", self.name(at).into())]),
            None => self.text("show-next-none"),
        }
    }
}

/// What is left for the picture on a window of this size: the strip takes its part while it is shown.
pub fn picture_area(show: &Show, window: Rect) -> Rect {
    if has_strip(show) { window.with_max_y(window.bottom() - STRIP_HEIGHT) } else { window }
}

fn has_strip(show: &Show) -> bool {
    !show.strip_hidden && !show.presenter && show.curtain.is_none()
}

/// Shows a running show in the whole window: the room's picture, or the editor while it is edited and there is no other
/// window for it. `editor` shows the editor.
pub fn show_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, editor: fn(&mut Ui, &ViewCtx<'_>, &mut View)) {
    let typing = std::mem::take(&mut view.show.typing) || ui.ctx().text_edit_focused();
    let in_room = !ctx.show.editing || ctx.show.presenter;
    if in_room {
        if !ctx.show.editing && view.dialog.is_none() {
            keys::follow(ui, ctx, typing);
        }
        if has_strip(ctx.show) {
            let frame = Frame::new().fill(rgba(ctx.theme().panel));
            let strip = Panel::bottom("show-strip").exact_size(STRIP_HEIGHT).show_separator_line(false).frame(frame);
            strip.show(ui, |ui| strip::strip_ui(ui, ctx, view));
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| room::room_ui(ui, ctx, view));
        // Questions that cannot wait: what has to be asked before a file is written or the window closed.
        if !ctx.show.presenter {
            super::dialogs::dialogs_ui(ui, ctx.view, view);
            super::toast::toast_ui(ui, ctx.view, ui.ctx().content_rect());
        }
    } else {
        edit_ui(ui, ctx, view, editor);
    }
    if ctx.show.presenter {
        presenter::window_ui(ui, ctx, view, (editor, typing));
    }
    view.show.typing |= ui.ctx().text_edit_focused();
}

/// The editor below a band that says so.
fn edit_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, editor: fn(&mut Ui, &ViewCtx<'_>, &mut View)) {
    let free = view.dialog.is_none() && view.rename.is_none() && !super::canvas::is_busy(view);
    let free = free && !egui::Popup::is_any_open(ui.ctx()) && !view.show.typing && !ui.ctx().text_edit_focused();
    // What is typed, dragged or asked has its own Esc.
    if free && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
        ctx.run(ShowCommand::Leave);
    }
    let theme = ctx.view.theme;
    let frame = Frame::new().fill(rgba(theme.accent));
    Panel::top("show-band").exact_size(BAND_HEIGHT).show_separator_line(false).frame(frame).show(ui, |ui| {
        let band = ui.max_rect();
        let key = if ctx.show.frozen { "show-editing-frozen" } else { "show-editing" };
        let words = ctx.text(key);
        let ink: Ink = ink(Weight::SemiBold, 14.0, theme.on_accent);
        let response = ui.interact(band, ui.scope_id().with("band"), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
        let back = ctx.text("show-return");
        let room = band.width() - 18.0 - 14.0 - 16.0 - button_width(ui, theme, &back);
        // Where there is no room for one line, it stands in two.
        let galley = ui.painter().layout(words.clone(), font(ink.weight, ink.size), rgba(ink.color), room);
        let place = egui::pos2(band.left() + 18.0, band.center().y - galley.size().y / 2.0);
        ui.painter().galley(place, galley, egui::Color32::PLACEHOLDER);
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.scope_builder(egui::UiBuilder::new().max_rect(band).layout(right), |ui| {
            ui.add_space(14.0);
            if button_ui(ui, theme, &back, Look::Plain).clicked() {
                ctx.run(ShowCommand::Leave);
            }
        });
    });
    editor(ui, ctx.view, view);
}

/// What a curtain is called.
fn curtain_key(curtain: Curtain) -> &'static str {
    match curtain {
        Curtain::Black => "show-black-name",
        Curtain::White => "show-white-name",
    }
}

/// Whether the viewport is a window of its own, with a keyboard of its own.
fn is_window(class: ViewportClass) -> bool {
    class != ViewportClass::EmbeddedWindow
}
