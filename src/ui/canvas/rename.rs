//! Renaming in place: a text field over the card's title, at the title's own size.

use egui::{Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, TextEdit, Ui, vec2};

use super::camera::Lens;
use super::hits::is_card;
use super::lettering::{self, Lettering};
use super::style_of;
use crate::model::{Subject, Touchpoint};
use crate::scene::shape::HitTarget;
use crate::scene::text::{ShapedText, TextStyle, Weight};
use crate::scene::{Fragment, Paint, Point, Scene, Shape, point};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::form::focus_title;
use crate::ui::view::View;

/// The least size of letters that one can write in, in points on the screen.
pub const LEAST_LETTERS: f32 = 11.0;

/// What is being renamed.
#[derive(Debug, Clone)]
pub struct Rename {
    /// The thing.
    pub subject: Subject,
    /// What it is called so far.
    pub text: String,
    /// Whether the field has got the keyboard yet.
    pub focused: bool,
    /// Whether it is renamed in its tab and not on the map.
    pub in_tab: bool,
    /// Whether it was added just now: giving up takes it away again.
    pub fresh: bool,
}

impl Rename {
    /// Begins to rename a thing from the name it has.
    pub fn new(subject: Subject, text: String) -> Self {
        Self { subject, text, focused: false, in_tab: false, fresh: false }
    }

    /// Begins to rename a journey in its tab.
    pub fn in_tab(subject: Subject, text: String) -> Self {
        Self { subject, text, focused: false, in_tab: true, fresh: false }
    }
}

/// The fragment that shows a thing under its name.
pub fn fragment_of<'a>(scene: &'a Scene, subject: &Subject) -> Option<&'a Fragment> {
    let shows = |fragment: &&std::sync::Arc<Fragment>| {
        fragment.hit.as_ref().is_some_and(|hit| match &hit.target {
            HitTarget::Subject(shown @ Subject::Touchpoint(..)) => shown == subject && is_card(fragment),
            HitTarget::Subject(shown) => shown == subject,
            HitTarget::StageHeader(stage) => matches!(subject, Subject::Stage(_, wanted) if wanted == stage),
            HitTarget::Title => matches!(subject, Subject::Journey(_)),
            HitTarget::Emotion { .. }
            | HitTarget::LaneName(_)
            | HitTarget::Swimlane { .. }
            | HitTarget::Invite { .. } => false,
        })
    };
    scene.fragments.iter().find(shows).map(AsRef::as_ref)
}

/// The name as its fragment shows it: its first text and where that begins.
pub fn title_of(fragment: &Fragment) -> Option<(&ShapedText, Point)> {
    fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Text { top_left, text, .. } => Some((text.as_ref(), *top_left)),
        _ => None,
    })
}

/// How a name is set where its fragment shows none yet.
pub const USUAL_STYLE: TextStyle = TextStyle { weight: Weight::SemiBold, size: 13.0, line_height: 17.0 };

/// Shows the field, if something is being renamed.
pub fn rename_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, lens: &Lens) {
    let View { rename, shaper, .. } = view;
    let Some(rename) = rename.as_mut().filter(|rename| !rename.in_tab) else { return };
    let shown = fragment_of(ctx.scene, &rename.subject);
    let Some((fragment, hit)) = shown.and_then(|fragment| Some((fragment, fragment.hit.as_ref()?))) else {
        // Its lane is hidden: the inspector shows the same words.
        focus_title(ui.ctx(), &rename.subject);
        view.rename = None;
        return;
    };
    let zoom = lens.camera.zoom;
    let shown = title_of(fragment);
    let style = shown.map_or(USUAL_STYLE, |(text, _)| text.style);
    let place = shown.map_or(point(hit.area.x + 12.0, hit.area.y + 12.0), |(text, place)| {
        let indent = text.lines.first().map_or(0.0, |line| line.x);
        point(place.x + indent, place.y)
    });
    let room = room(ctx, &rename.subject, (hit.area, place));
    let color = ui.visuals().text_color();
    let mut lettering = Lettering { shaper, style, room, zoom, color };
    let written = lettering.galley(ui, &rename.text);
    let baseline = shown.and_then(|(text, _)| text.lines.first()).map_or(style.size, |line| line.baseline);
    let drop = baseline * zoom - lettering::baseline(&written);
    let min = lens.screen_pos(fragment.plane, place) + vec2(0.0, drop);
    let rect = Rect::from_min_size(min, vec2(room * zoom + 2.0, written.size().y.max(style.line_height * zoom)));
    make_room(ui, ctx, lens, (fragment, hit.area, rect));

    let id = Id::unique("rename-in-place");
    let opening = !rename.focused;
    if opening {
        // Before the field is shown, so that it takes what is typed in this very frame.
        rename.focused = true;
        ui.memory_mut(|memory| memory.request_focus(id));
        select_all(ui.ctx(), id, &rename.text);
    }
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _width: f32| lettering.galley(ui, text.as_str());
    let field = TextEdit::multiline(&mut rename.text)
        .id(id)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .desired_width(rect.width())
        .desired_rows(1)
        .align(egui::Align2::LEFT_TOP)
        .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
        .layouter(&mut layouter);
    let mut field_ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    field_ui.shrink_clip_rect(lens.canvas);
    let output = field.show(&mut field_ui);
    let response = &output.response.response;
    let name = ctx.text("rename-field");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name));
    let left = !opening && (response.lost_focus() || !response.has_focus());
    finish(ui, ctx, view, left);
}

/// How wide the name may be, as the scene sets it: a card's marks stand at its right.
fn room(ctx: &ViewCtx<'_>, subject: &Subject, (area, place): (crate::scene::Rect, Point)) -> f32 {
    let inset = place.x - area.x;
    let right = match subject {
        Subject::Touchpoint(_, id) => {
            let marks = |it: &Touchpoint| u8::from(it.moment_of_truth) + u8::from(it.goal);
            let marks = ctx.document.touchpoint(id).map_or(0, |(_, touchpoint)| marks(touchpoint));
            10.0 + 16.0 * f32::from(marks)
        }
        Subject::Stage(..) => 24.0,
        _ => inset,
    };
    (area.width - inset - right).max(40.0)
}

/// Clears the ground under the field, which may grow over what is below it, and rings the card.
fn make_room(ui: &Ui, ctx: &ViewCtx<'_>, lens: &Lens, (fragment, area, field): (&Fragment, crate::scene::Rect, Rect)) {
    let ground = fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Rect { fill: Some(Paint::Solid(color)), .. } => Some(*color),
        _ => None,
    });
    let shown = title_of(fragment).map_or(0.0, |(text, _)| text.height * lens.camera.zoom);
    let cleared = Rect::from_min_size(field.min, vec2(field.width(), field.height().max(shown))).expand(2.0);
    let painter = ui.painter_at(lens.canvas);
    painter.rect_filled(cleared, 2.0, style_of(ground.unwrap_or(ctx.theme.card)));
    let card = lens.screen_rect(fragment.plane, area);
    let ring = egui::Stroke::new(2.0, style_of(ctx.theme.accent));
    painter.rect_stroke(card, 10.0 * lens.camera.zoom, ring, egui::StrokeKind::Middle);
}

/// Marks the whole text of a field, so that typing replaces it.
pub fn select_all(context: &egui::Context, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(context, id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    TextEdit::store_state(context, id, state);
}

fn finish(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, left: bool) {
    let entered = ui.input(|input| input.key_pressed(Key::Enter) && !input.modifiers.shift);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if !(left || entered || escaped) {
        return;
    }
    if let Some(Rename { subject, text, fresh, .. }) = view.rename.take() {
        if !escaped {
            ctx.push(Action::Rename(subject, text.trim().to_owned()));
        } else if fresh {
            ctx.push(Action::CancelGesture);
        }
    }
    ui.memory_mut(|memory| memory.surrender_focus(Id::unique("rename-in-place")));
}
