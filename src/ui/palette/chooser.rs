//! A list to choose from by typing: a field, what fits below it; arrows pick, Enter takes, Esc gives up.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Area, Color32, Frame, Id, Key, Margin, Modifiers, Order, Pos2, Rect, Role, Sense, Stroke, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::scene::text::Weight;
use crate::ui::ahead;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::icon::{self, IconName};
use crate::ui::style::{CORNER, rgba};
use crate::ui::widgets::{Ink, ink, line, name_field, rich};

const ROW: f32 = 32.0;
const HEADING: f32 = 26.0;
const FIELD: f32 = 44.0;
const PADDING: f32 = 6.0;

/// What has been typed and picked so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Chooser {
    /// What is typed.
    pub(super) typed: String,
    /// The row that Enter takes.
    pub(super) picked: usize,
}

/// A row to choose.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// A heading above it, where a group begins.
    pub(super) heading: Option<String>,
    /// Its name.
    pub(super) name: String,
    /// The letters of the name that fit what is typed.
    pub(super) places: Vec<usize>,
    /// What is said beside the name, and its letters that fit.
    pub(super) note: Option<(String, Vec<usize>)>,
    /// What stands at the right: keys, or a kind of thing.
    pub(super) right: String,
    /// Its icon.
    pub(super) icon: Option<Picture>,
    /// Why it cannot be taken now.
    pub(super) off: Option<String>,
}

/// A row's icon.
#[derive(Debug, Clone, Copy)]
pub(super) enum Picture {
    /// One of the window's own.
    Window(IconName),
    /// One of the map's.
    Map(crate::scene::icon::Icon),
}

/// What was done in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It goes on.
    Open,
    /// Something else was typed.
    Typed,
    /// This row was taken.
    Taken(usize),
    /// It was given up.
    Closed,
}

/// How a list is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet<'a> {
    /// Its name, told to assistive technology.
    pub(super) name: &'a str,
    /// What the field says while it is empty.
    pub(super) hint: &'a str,
    /// What is said where nothing fits.
    pub(super) nothing: &'a str,
    /// Its left top corner.
    pub(super) corner: Pos2,
    /// How wide it is.
    pub(super) width: f32,
    /// How high it may be.
    pub(super) height: f32,
}

/// Shows the list.
pub(super) fn chooser_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    sheet: Sheet<'_>,
    (chooser, choices): (&mut Chooser, &[Choice]),
) -> Outcome {
    let id = Id::unique("chooser");
    let field = id.with("field");
    ahead::begin_in(ui.ctx(), (id, field));
    let outcome = by_keys(ui, chooser, choices);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(0)).corner_radius(12.0);
    let shown = Area::new(id).order(Order::Foreground).fixed_pos(sheet.corner).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(sheet.width);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let typed = field_ui(ui, ctx, (&sheet, field, outcome), chooser);
            let area = ui.max_rect();
            ui.painter().hline(area.x_range(), ui.cursor().top(), Stroke::new(1.0, rgba(ctx.theme.line)));
            let taken = rows_ui(ui, ctx, &sheet, (chooser, choices, outcome != Outcome::Open || typed));
            taken.map_or(if typed { Outcome::Typed } else { Outcome::Open }, Outcome::Taken)
        })
    });
    let area = shown.response.rect;
    let inside = shown.inner.inner;
    let pressed = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
    match (outcome, inside) {
        (Outcome::Open, Outcome::Open) if pressed.is_some_and(|at| !area.contains(at)) => Outcome::Closed,
        (Outcome::Open, inside) => inside,
        (outcome, _) => outcome,
    }
}

fn by_keys(ui: &Ui, chooser: &mut Chooser, choices: &[Choice]) -> Outcome {
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let count = choices.len();
    let last = count.saturating_sub(1);
    chooser.picked = chooser.picked.min(last);
    let around = (pressed(Key::ArrowDown) as isize) - (pressed(Key::ArrowUp) as isize);
    if count > 0 {
        chooser.picked = (chooser.picked as isize + around).rem_euclid(count as isize) as usize;
    }
    chooser.picked = (chooser.picked + 8 * pressed(Key::PageDown)).min(last).saturating_sub(8 * pressed(Key::PageUp));
    if pressed(Key::Escape) > 0 {
        return Outcome::Closed;
    }
    let takes = choices.get(chooser.picked).is_some_and(|choice| choice.off.is_none());
    if pressed(Key::Enter) > 0 && takes { Outcome::Taken(chooser.picked) } else { Outcome::Open }
}

/// The field; true where something else was typed.
fn field_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (sheet, id, outcome): (&Sheet<'_>, Id, Outcome),
    chooser: &mut Chooser,
) -> bool {
    let edit = TextEdit::singleline(&mut chooser.typed)
        .id(id)
        .frame(Frame::new().inner_margin(Margin::symmetric(18, 0)))
        .font(font(Weight::Regular, 15.0))
        .hint_text(rich(sheet.hint, ink(Weight::Regular, 15.0, ctx.theme.prompt)))
        .desired_width(f32::INFINITY)
        .min_size(vec2(sheet.width, FIELD))
        .align(Align2::LEFT_CENTER)
        .return_key(None);
    let response = ui.add(edit);
    name_field(&response, (sheet.name, &chooser.typed));
    if response.changed() {
        chooser.picked = 0;
    }
    if outcome != Outcome::Open {
        response.surrender_focus();
    }
    response.changed()
}

/// The rows; which of them was clicked.
fn rows_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    sheet: &Sheet<'_>,
    (chooser, choices, moved): (&mut Chooser, &[Choice], bool),
) -> Option<usize> {
    if choices.is_empty() {
        let (rect, response) = ui.allocate_exact_size(vec2(sheet.width, 56.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, sheet.nothing));
        let mute = ink(Weight::Regular, fonts::BODY, ctx.theme.mute);
        let words = line(ui.painter(), sheet.nothing, mute, sheet.width - 36.0);
        ui.painter().galley(
            pos2(rect.left() + 18.0, rect.center().y - words.size().y / 2.0),
            words,
            Color32::PLACEHOLDER,
        );
        return None;
    }
    let arrows = ui.ctx().data_mut(|data| {
        let before = data.get_temp_mut_or(Id::unique("chooser-picked"), usize::MAX);
        std::mem::replace(before, chooser.picked) != chooser.picked
    });
    let mut taken = None;
    let room = sheet.height - FIELD;
    egui::ScrollArea::vertical().id_salt("choices").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        ui.add_space(PADDING);
        for (place, choice) in choices.iter().enumerate() {
            if let Some(heading) = &choice.heading {
                heading_ui(ui, ctx, heading);
            }
            let response = row_ui(ui, ctx, (choice, place == chooser.picked));
            if place == chooser.picked && (arrows || moved) {
                response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
            }
            if response.clicked() && choice.off.is_none() {
                taken = Some(place);
            }
        }
        ui.add_space(PADDING);
    });
    taken
}

fn heading_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let small = ink(Weight::SemiBold, fonts::LABEL, ctx.theme.mute);
    crate::ui::widgets::line_at(
        ui.painter(),
        (rect.left() + 18.0, rect.center().y + 2.0),
        words,
        small,
        rect.width() - 36.0,
    );
}

fn row_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (choice, picked): (&Choice, bool)) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let enabled = choice.off.is_none();
    let said = match &choice.off {
        Some(off) => format!("{}. {off}", choice.name),
        None => choice.name.clone(),
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, enabled, picked, &said));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = ctx.theme;
    let ground = rect.shrink2(vec2(PADDING, 0.0));
    if picked {
        ui.painter().rect_filled(ground, f32::from(CORNER), rgba(theme.accent_tint));
    } else if response.hovered() {
        ui.painter().rect_filled(ground, f32::from(CORNER), rgba(theme.line).gamma_multiply(0.5));
    }
    let color = if enabled { theme.ink } else { theme.mute };
    let mark = Rect::from_center_size(pos2(ground.left() + 22.0, rect.center().y), vec2(17.0, 17.0));
    match choice.icon {
        Some(Picture::Window(name)) => icon::paint(ui.painter(), mark, name, rgba(theme.mute)),
        Some(Picture::Map(icon)) => icon::paint_map_icon(ui.painter(), mark, icon, rgba(theme.mute)),
        None => {}
    }
    let (left, right) = (ground.left() + 42.0, ground.right() - 12.0);
    let words = choice.off.as_ref().unwrap_or(&choice.right);
    let mute = ink(Weight::Regular, fonts::SMALL, theme.mute);
    let aside = line(ui.painter(), words, mute, (right - left) * 0.5);
    let aside_left = right - aside.size().x;
    ui.painter().galley(pos2(aside_left, rect.center().y - aside.size().y / 2.0), aside, Color32::PLACEHOLDER);
    let room = aside_left - 16.0 - left;
    let name =
        emphasised(ui, (&choice.name, &choice.places), ink(Weight::Regular, fonts::BODY, color), (theme.accent, room));
    let width = name.size().x;
    ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, Color32::PLACEHOLDER);
    if let Some((note, places)) = choice.note.as_ref().filter(|_| room - width > 60.0) {
        let note = emphasised(ui, (note, places), mute, (theme.accent, room - width - 12.0));
        ui.painter().galley(
            pos2(left + width + 12.0, rect.center().y - note.size().y / 2.0),
            note,
            Color32::PLACEHOLDER,
        );
    }
    response
}

/// One line in which the letters that fit stand out.
fn emphasised(
    ui: &Ui,
    (text, places): (&str, &[usize]),
    ink: Ink,
    (accent, width): (crate::scene::Color, f32),
) -> std::sync::Arc<egui::Galley> {
    let plain = TextFormat::simple(font(ink.weight, ink.size), rgba(ink.color));
    let strong = TextFormat::simple(font(Weight::SemiBold, ink.size), rgba(accent));
    let mut job = LayoutJob::default();
    let mut run = String::new();
    let mut stands_out = false;
    for (place, letter) in text.chars().enumerate() {
        let fits = places.binary_search(&place).is_ok();
        if fits != stands_out && !run.is_empty() {
            job.append(&std::mem::take(&mut run), 0.0, if stands_out { strong.clone() } else { plain.clone() });
        }
        stands_out = fits;
        run.push(letter);
    }
    job.append(&run, 0.0, if stands_out { strong } else { plain });
    job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
    ui.painter().layout_job(job)
}
