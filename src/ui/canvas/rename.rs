//! Renaming in place: a text field over the card's title, at the title's own size.

use egui::{FontId, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, TextEdit, Ui, pos2, vec2};

use super::camera::Lens;
use super::hits::is_card;
use super::style_of;
use crate::model::Subject;
use crate::scene::shape::HitTarget;
use crate::scene::text::{TextStyle, Weight};
use crate::scene::{Fragment, Paint, Scene, Shape};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
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
}

impl Rename {
    /// Begins to rename a thing from the name it has.
    pub fn new(subject: Subject, text: String) -> Self {
        Self { subject, text, focused: false, in_tab: false }
    }

    /// Begins to rename a journey in its tab.
    pub fn in_tab(subject: Subject, text: String) -> Self {
        Self { subject, text, focused: false, in_tab: true }
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
            HitTarget::Emotion { .. } | HitTarget::LaneName(_) | HitTarget::Invite { .. } => false,
        })
    };
    scene.fragments.iter().find(shows).map(AsRef::as_ref)
}

/// How the name is set in its fragment: the style of its first text and where that begins.
pub fn title_style(fragment: &Fragment) -> (TextStyle, Option<crate::scene::Point>) {
    let first = fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Text { top_left, text, .. } => Some((text.style, *top_left)),
        _ => None,
    });
    let usual = TextStyle { weight: Weight::SemiBold, size: 13.0, line_height: 17.0 };
    first.map_or((usual, None), |(style, place)| (style, Some(place)))
}

/// Shows the field, if something is being renamed.
pub fn rename_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, lens: &Lens) {
    let Some(rename) = view.rename.as_mut().filter(|rename| !rename.in_tab) else { return };
    let Some(fragment) = fragment_of(ctx.scene, &rename.subject) else { return };
    let Some(hit) = &fragment.hit else { return };
    let zoom = lens.camera.zoom;
    let card = lens.screen_rect(fragment.plane, hit.area);
    let (style, place) = title_style(fragment);
    let inset = 12.0 * zoom;
    let place = place.map_or(card.min + vec2(inset, inset), |place| lens.screen_pos(fragment.plane, place));
    let rect =
        Rect::from_min_max(pos2(place.x, place.y), pos2((card.right() - inset).max(place.x + 60.0), card.bottom()));
    let font = FontId::new(style.size * zoom, fonts::family(style.weight));
    let ground = fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Rect { fill: Some(Paint::Solid(color)), .. } => Some(*color),
        _ => None,
    });
    let painter = ui.painter_at(lens.canvas);
    let written = painter.layout(rename.text.clone(), font.clone(), egui::Color32::PLACEHOLDER, rect.width());
    let shown = fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.height),
        _ => None,
    });
    // Only the title makes way for the field; it may grow over what is below it.
    let rows = (written.rows.len() as f32 * style.line_height).max(shown.unwrap_or(0.0));
    let field_area = Rect::from_min_size(rect.min, vec2(rect.width(), rows * zoom)).expand(2.0);
    painter.rect_filled(field_area, 2.0, style_of(ground.unwrap_or(ctx.theme.card)));
    let ring = egui::Stroke::new(2.0, style_of(ctx.theme.accent));
    painter.rect_stroke(card, 10.0 * zoom, ring, egui::StrokeKind::Middle);

    let id = Id::unique("rename-in-place");
    let row_height = style.line_height * zoom;
    let layouter = move |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let mut job =
            egui::text::LayoutJob::simple(text.as_str().to_owned(), font.clone(), ui.visuals().text_color(), width);
        for section in &mut job.sections {
            section.format.line_height = Some(row_height);
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut layouter = layouter;
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
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, "", "", "");
        info.label = Some(name.clone());
        info.current_text_value = None;
        info
    });
    if !rename.focused {
        rename.focused = true;
        response.request_focus();
        select_all(ui, id, &rename.text);
        return;
    }
    finish(ui, ctx, view, response.lost_focus() || !response.has_focus());
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    TextEdit::store_state(ui.ctx(), id, state);
}

fn finish(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, left: bool) {
    let entered = ui.input(|input| input.key_pressed(Key::Enter) && !input.modifiers.shift);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if !(left || entered || escaped) {
        return;
    }
    if let Some(Rename { subject, text, .. }) = view.rename.take()
        && !escaped
    {
        ctx.push(Action::Rename(subject, text.trim().to_owned()));
    }
    ui.memory_mut(|memory| memory.surrender_focus(Id::unique("rename-in-place")));
}
