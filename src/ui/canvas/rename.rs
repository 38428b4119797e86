//! Writing in place: a text field over any text of the map, at its size and in its lines.

use egui::{
    Event, EventFilter, Frame, Id, ImeEvent, Key, KeyboardShortcut, Margin, Modifiers, Rect, TextEdit, Ui, vec2,
};

use super::camera::Lens;
use super::hits::is_card;
use super::lettering::{self, Lettering};
use super::spots::{Shown, Step, next_spot, shown_at};
use super::sticky;
use crate::model::{Subject, TextField, TextSpot};
use crate::scene::shape::HitTarget;
use crate::scene::text::{Align, Shaper, TextStyle};
use crate::scene::{Fragment, Paint, Scene, Shape};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::form::focus_title;
use crate::ui::page::Dock;
use crate::ui::style::{rgba, select_in_ink};
use crate::ui::view::View;

/// The size that letters get to be written in, where they are too small for it, in points on the screen.
pub const LEAST_LETTERS: f32 = 11.0;
/// Letters smaller than this are too small to be written in; for others the map stays as large as it is.
pub const SMALL_LETTERS: f32 = 9.0;

/// How letters come into the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// One by one.
    Typed,
    /// They are being put together and are not part of the text yet: Enter and Esc are theirs.
    Composed,
}

/// What is being written.
#[derive(Debug, Clone)]
pub struct Rename {
    /// Which text of which thing.
    pub spot: TextSpot,
    /// What it says so far.
    pub text: String,
    /// Whether the field has got the keyboard yet.
    pub focused: bool,
    /// Whether it is written in its tab and not on the map.
    pub in_tab: bool,
    /// Whether the thing was added just now: giving up with nothing typed takes it away again.
    pub fresh: bool,
    /// What an input method does with the letters.
    letters: Letters,
    /// The fragment that showed it last.
    fragment: Option<usize>,
}

impl Rename {
    /// Begins to rename a thing from the name it has.
    pub fn new(subject: Subject, text: String) -> Self {
        Self::at(TextSpot::name(subject), text)
    }

    /// Begins to write a text from what it says.
    pub fn at(spot: TextSpot, text: String) -> Self {
        Self { spot, text, focused: false, in_tab: false, fresh: false, letters: Letters::Typed, fragment: None }
    }

    /// Written where this fragment shows it, if it does.
    #[must_use]
    pub fn in_fragment(self, fragment: Option<usize>) -> Self {
        Self { fragment, ..self }
    }

    /// Begins to rename a journey in its tab.
    pub fn in_tab(subject: Subject, text: String) -> Self {
        Self { in_tab: true, ..Self::new(subject, text) }
    }

    /// Where the scene shows it, looked for only where it was not the last time.
    fn find<'a>(&mut self, scene: &'a Scene) -> Option<Shown<'a>> {
        let shown = shown_at(scene, &self.spot, self.fragment)?;
        self.fragment = Some(shown.fragment);
        Some(shown)
    }

    /// The shape that the field stands for: it is not drawn meanwhile.
    pub fn hides(&mut self, scene: &Scene) -> Option<(usize, usize)> {
        if self.in_tab {
            return None;
        }
        let shown = self.find(scene)?;
        Some((shown.fragment, shown.words.shape?))
    }
}

/// The fragment that shows a thing under its name.
pub fn fragment_of<'a>(scene: &'a Scene, subject: &Subject) -> Option<&'a Fragment> {
    let shows = |fragment: &Fragment| {
        fragment.hit.as_ref().is_some_and(|hit| match &hit.target {
            HitTarget::Subject(shown @ Subject::Touchpoint(..)) => shown == subject && is_card(fragment),
            HitTarget::Subject(shown) => shown == subject,
            HitTarget::StageHeader(stage) => matches!(subject, Subject::Stage(_, wanted) if wanted == stage),
            HitTarget::Title => matches!(subject, Subject::Journey(_)),
            HitTarget::LaneName(crate::model::Lane::Custom(id)) => {
                matches!(subject, Subject::Lane(_, wanted) if wanted == id)
            }
            HitTarget::Emotion { .. }
            | HitTarget::LaneName(_)
            | HitTarget::Fold(_)
            | HitTarget::Swimlane { .. }
            | HitTarget::Invite { .. } => false,
        })
    };
    scene.fragments.find(shows).map(AsRef::as_ref)
}

/// The field's id.
fn field_id() -> Id {
    Id::unique("rename-in-place")
}

/// Shows the field, if something is being written.
pub fn rename_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, lens: &Lens) {
    let View { rename, shaper, .. } = view;
    let Some(rename) = rename.as_mut().filter(|rename| !rename.in_tab) else { return };
    let Some(shown) = rename.find(ctx.scene) else {
        // No lane shows it: the inspector shows the same words.
        if rename.spot.field == TextField::Name {
            focus_title(ui.ctx(), &rename.spot.subject);
        }
        view.rename = None;
        view.show_dock(Dock::Inspector);
        return;
    };
    let opening = !rename.focused;
    let step = step_wished(ui);
    let response = field_ui(ui, ctx, (rename, shaper), (&shown, lens));
    let left = !opening && (response.lost_focus() || !response.has_focus());
    let finished = ending(ui, rename, (left, step));
    if let Some(finished) = finished {
        let next = match finished {
            Ending::Step(step) => next_spot(ctx.scene, &shown, step),
            _ => None,
        };
        finish(ui, ctx, view, (finished, next));
    }
}

/// The field itself, over the words it stands for.
fn field_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (rename, shaper): (&mut Rename, &mut Shaper),
    (shown, lens): (&Shown<'_>, &Lens),
) -> egui::Response {
    let Shown { words, .. } = *shown;
    let (zoom, style, room) = (lens.camera.zoom, words.style, words.room.max(40.0));
    let baseline = baseline_of(shaper, style) * zoom;
    let color = rgba(words.ink);
    let mut lettering = Lettering { shaper, style, room, zoom, color };
    let written = lettering.galley(ui, &rename.text);
    // A letter that is always there says where the first line stands, whatever is written in it.
    let drop = baseline - lettering::baseline(&lettering.galley(ui, "x"));
    let min = lens.screen_pos(shown.plane, shown.corner) + sticky::off(shown, lens) + vec2(0.0, drop);
    let rect = Rect::from_min_size(min, vec2(room * zoom + 2.0, written.size().y.max(style.line_height * zoom)));
    make_room(ui, ctx, lens, (shown, rect));

    let id = field_id();
    if !rename.focused {
        // Before the field is shown, so that it takes what is typed in this very frame.
        rename.focused = true;
        ui.memory_mut(|memory| memory.request_focus(id));
        select_all(ui.ctx(), id, &rename.text);
    }
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _width: f32| lettering.galley(ui, text.as_str());
    // Tab and Esc mean something here; what is being composed has them first.
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    let field = TextEdit::multiline(&mut rename.text)
        .id(id)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .desired_width(rect.width())
        .desired_rows(1)
        .align(egui::Align2::LEFT_TOP)
        .event_filter(filter)
        .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
        .layouter(&mut layouter);
    let mut field_ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    field_ui.shrink_clip_rect(lens.canvas);
    select_in_ink(&mut field_ui, ctx.theme, words.ink);
    let output = field.show(&mut field_ui);
    let response = output.response.response;
    let name = ctx.text(if rename.spot.field == TextField::Name { "rename-field" } else { "write-field" });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name));
    response
}

/// From a block's top to its first baseline, in the scene.
fn baseline_of(shaper: &mut Shaper, style: TextStyle) -> f32 {
    let line = shaper.shape("x", style, None, Align::Left);
    line.lines.first().map_or(style.size, |line| line.baseline)
}

/// Clears the ground under the field, which may grow over what is below it, and rings what is written in.
fn make_room(ui: &Ui, ctx: &ViewCtx<'_>, lens: &Lens, (shown, field): (&Shown<'_>, Rect)) {
    let shapes = &shown.hit_fragment.shapes;
    let ground = shapes.iter().find_map(|shape| match shape {
        Shape::Rect { fill: Some(Paint::Solid(color)), .. } | Shape::Path { fill: Some(Paint::Solid(color)), .. } => {
            Some(*color)
        }
        _ => None,
    });
    let boxed = matches!(shapes.first(), Some(Shape::Rect { .. }));
    let zoom = lens.camera.zoom;
    let painter = ui.painter_at(lens.canvas);
    let is_way = matches!(shown.words.spot.subject, Subject::Transition(..));
    let ground = ground.filter(|_| !is_way).unwrap_or(ctx.theme.background);
    painter.rect_filled(field.expand(2.0), 2.0, rgba(ground));
    let ring = egui::Stroke::new(2.0, rgba(ctx.theme.accent));
    if boxed {
        let card = lens.screen_rect(shown.plane, shown.hit.area);
        painter.rect_stroke(card, 10.0 * zoom, ring, egui::StrokeKind::Middle);
    } else {
        painter.rect_stroke(field.expand2(vec2(6.0, 4.0)), 4.0, ring, egui::StrokeKind::Middle);
    }
}

/// Marks the whole text of a field, so that typing replaces it.
pub fn select_all(context: &egui::Context, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(context, id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    TextEdit::store_state(context, id, state);
}

/// How writing ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// It stays as it is written.
    Kept,
    /// It stays, and the next text follows.
    Step(Step),
    /// It is as it was before.
    GivenUp,
}

/// Which text is to follow, if a key asks for one: Tab goes on in the lane, Alt with arrows to the lane below or above.
fn step_wished(ui: &Ui) -> Option<Step> {
    let keys = [
        (Modifiers::SHIFT, Key::Tab, Step::Previous),
        (Modifiers::NONE, Key::Tab, Step::Next),
        (Modifiers::ALT, Key::ArrowDown, Step::Below),
        (Modifiers::ALT, Key::ArrowUp, Step::Above),
    ];
    let pressed =
        |(modifiers, key, _): &(Modifiers, Key, Step)| ui.input_mut(|input| input.consume_key(*modifiers, *key));
    keys.iter().find(|wish| pressed(wish)).map(|(_, _, step)| *step)
}

/// Whether writing ends with this frame.
fn ending(ui: &Ui, rename: &mut Rename, (left, step): (bool, Option<Step>)) -> Option<Ending> {
    let was_composing = rename.letters == Letters::Composed;
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) if text.is_empty() => rename.letters = Letters::Typed,
                Event::Ime(ImeEvent::Preedit { .. }) => rename.letters = Letters::Composed,
                Event::Ime(ImeEvent::Commit(_)) => rename.letters = Letters::Typed,
                _ => {}
            }
        }
    });
    if left {
        return Some(Ending::Kept);
    }
    // The key that ends composing may come in the same frame.
    if was_composing || rename.letters == Letters::Composed {
        return None;
    }
    // What was held with the key itself: another may be held by the end of the frame.
    let enters = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if !modifiers.shift);
    let entered = ui.input(|input| input.events.iter().any(enters));
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    match step {
        _ if escaped => Some(Ending::GivenUp),
        Some(step) => Some(Ending::Step(step)),
        None if entered => Some(Ending::Kept),
        None => None,
    }
}

fn finish(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (ending, next): (Ending, Option<TextSpot>)) {
    let Some(Rename { spot, text, fresh, .. }) = view.rename.take() else { return };
    // What was typed for something new is nowhere else: it stays, and undo takes it back.
    if ending != Ending::GivenUp || fresh && !text.trim().is_empty() {
        ctx.push(Action::Write(spot, text.trim().to_owned()));
    } else if fresh {
        ctx.push(Action::CancelGesture);
    }
    if let Some(next) = next {
        ctx.push(Action::BeginWriting(next, None));
    }
    ui.memory_mut(|memory| memory.surrender_focus(field_id()));
}
