//! The search bar over the middle of the window: a field, how many were found, the way through them, and their list.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Area, Color32, Frame, Id, Key, Margin, Modifiers, Order, Rect, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::names::{Heading, place_name};
use super::search::Keyboard;
use super::{FindAction, FindView, Search};
use crate::analysis::search::{Entry, Excerpt, Field, excerpt};
use crate::scene::Color;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::ahead;
use crate::ui::canvas::rename::select_all;
use crate::ui::command::{CommandId, name_with_keys};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::icon::IconName;
use crate::ui::style::{WIDE_CORNER, rgba};
use crate::ui::view::View;
use crate::ui::widgets::{focus_ring, hover_ground, ink, line, line_at, name_field, rich, small_icon_button_ui};

/// The bar's width, in points.
const WIDTH: f32 = 384.0;
const HEADING: f32 = 26.0;
const NAME_ROW: f32 = 28.0;
const TEXT_ROW: f32 = 44.0;

fn field_id() -> Id {
    Id::unique("find-field")
}

/// Keys that belong to the field while it has the keyboard: taken before commands see them.
pub fn keys(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let free = is_free(ui, view);
    let search = &mut view.find.search;
    if !search.open {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let typing = search.keyboard == Keyboard::Here;
    if (typing || free) && pressed(Modifiers::NONE, Key::Escape) {
        close(ui, search);
    } else if typing && pressed(Modifiers::SHIFT, Key::Enter) {
        ctx.push(Action::Run(CommandId::FindPrevious));
    } else if typing && pressed(Modifiers::NONE, Key::Enter) {
        ctx.push(Action::Run(CommandId::FindNext));
    }
}

/// Whether Esc is not meant for something that is under way or typed elsewhere.
pub(super) fn is_free(ui: &Ui, view: &View) -> bool {
    let idle = view.dialog.is_none() && view.rename.is_none() && !crate::ui::canvas::is_busy(view);
    idle && !egui::Popup::is_any_open(ui.ctx()) && !ui.ctx().text_edit_focused()
}

/// Takes the bar away; the keyboard is the map's again.
fn close(ui: &Ui, search: &mut Search) {
    search.open = false;
    search.keyboard = Keyboard::Elsewhere;
    ui.memory_mut(|memory| memory.surrender_focus(field_id()));
}

/// Shows the bar, if it is open.
pub fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, find: &mut FindView, middle: Rect) {
    find.search.seen = find.search.open;
    if !find.search.open {
        return;
    }
    find.search.refresh(ctx.document, ctx.journey_id());
    let width = WIDTH.min(middle.width() - 24.0);
    let corner = pos2(middle.right() - width - 12.0, middle.top() + 10.0);
    let id = Id::unique("find-bar");
    let begins = find.search.is_typed_ahead() && ahead::begin_in(ui.ctx(), (id, field_id()));
    let before = find.search.typed.clone();
    if begins {
        find.search.keyboard = Keyboard::Here;
    }
    let area = Area::new(id).order(Order::Middle).fixed_pos(corner).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(rgba(ctx.theme.card))
            .stroke(Stroke::new(1.0, rgba(ctx.theme.card_line)))
            .corner_radius(WIDE_CORNER)
            .shadow(ui.visuals().popup_shadow);
        frame.show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            row_ui(ui, ctx, &mut find.search);
            let most = (middle.height() * 0.45).clamp(120.0, 380.0);
            list_ui(ui, ctx, &mut find.search, most);
        });
    });
    // What was there before is marked, unless more was typed at once.
    if begins && find.search.typed == before {
        select_all(ui.ctx(), field_id(), &before);
    }
    find.covered.push(shown.response.rect);
}

fn row_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, search: &mut Search) {
    Frame::new().inner_margin(Margin { left: 8, right: 6, top: 6, bottom: 6 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let name = ctx.text("find-field");
            let buttons = 4.0 * 24.0 + 4.0;
            let count = count_words(ctx, search);
            let found = !search.matches().is_empty() || search.query().is_empty();
            let color = if found { ctx.theme.mute } else { ctx.theme.negative_text };
            let galley = line(ui.painter(), &count, ink(Weight::Medium, fonts::SMALL, color), 150.0);
            let width = ui.available_width() - buttons - galley.size().x - 14.0;
            let hint = rich(&ctx.text("find-hint"), ink(Weight::Regular, fonts::BODY, ctx.theme.prompt));
            let edit = TextEdit::singleline(&mut search.typed)
                .id(field_id())
                .hint_text(hint)
                .margin(vec2(9.0, 5.0))
                .desired_width(width);
            let response = ui.add(edit);
            name_field(&response, (&name, &search.typed));
            if search.keyboard != Keyboard::Wanted {
                search.keyboard = if response.has_focus() { Keyboard::Here } else { Keyboard::Elsewhere };
            }
            ui.add_space(6.0);
            let (rect, said) = ui.allocate_exact_size(vec2(galley.size().x, 24.0), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &count));
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
            ui.add_space(4.0);
            ui.add_enabled_ui(!search.matches().is_empty(), |ui| {
                for (command, icon) in
                    [(CommandId::FindPrevious, IconName::MoveUp), (CommandId::FindNext, IconName::MoveDown)]
                {
                    if small_icon_button_ui(ui, ctx.theme, icon, &told(ui, ctx, command)).clicked() {
                        ctx.push(Action::Run(command));
                    }
                }
                let folded = (IconName::Right, "find-show-list");
                let (icon, key) = if search.list_folded { folded } else { (IconName::Down, "find-hide-list") };
                if small_icon_button_ui(ui, ctx.theme, icon, &ctx.text(key)).clicked() {
                    search.list_folded = !search.list_folded;
                }
            });
            if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("find-close")).clicked() {
                close(ui, search);
            }
        });
    });
}

fn told(ui: &Ui, ctx: &ViewCtx<'_>, command: CommandId) -> String {
    name_with_keys(ui.ctx(), command.name(ctx), command)
}

fn count_words(ctx: &ViewCtx<'_>, search: &Search) -> String {
    let count = search.matches().len();
    match search.at() {
        _ if search.query().is_empty() => String::new(),
        _ if count == 0 => ctx.text("find-nothing"),
        Some(at) => ctx.texts.with("find-at", &[("at", (at + 1).into()), ("count", count.into())]),
        None => ctx.texts.with("find-count", &[("count", count.into())]),
    }
}

/// A row of the list.
#[derive(Debug)]
pub enum Row {
    /// A heading.
    Heading(Heading),
    /// A text that was found, by its place among them.
    Found(usize),
}

/// The rows of the list with where each begins, and how high all of them are.
#[derive(Debug)]
pub struct Rows {
    rows: Vec<(f32, Row)>,
    height: f32,
}

/// The rows, laid out anew only when something else was found.
fn rows_of(search: &mut Search) -> Arc<Rows> {
    let stamp = search.stamp();
    if let Some((_, rows)) = search.rows.as_ref().filter(|(of, _)| *of == stamp) {
        return Arc::clone(rows);
    }
    let rows = Arc::new(lay_out(search));
    search.rows = Some((stamp, Arc::clone(&rows)));
    rows
}

fn lay_out(search: &Search) -> Rows {
    let (mut rows, mut y, mut last) = (Vec::new(), 0.0, None);
    for (at, entry) in search.matches().iter().enumerate().filter_map(|(at, it)| Some((at, it.entry()?))) {
        let heading = Heading::of(entry);
        if last.as_ref() != Some(&heading) {
            rows.push((y, Row::Heading(heading.clone())));
            last = Some(heading);
            y += HEADING;
        }
        rows.push((y, Row::Found(at)));
        y += height_of(entry);
    }
    Rows { rows, height: y }
}

fn height_of(entry: &Entry) -> f32 {
    if entry.field == Field::Name { NAME_ROW } else { TEXT_ROW }
}

fn list_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, search: &mut Search, most: f32) {
    if search.matches().is_empty() || search.list_folded {
        return;
    }
    let top = ui.cursor().top();
    let (left, right) = (ui.max_rect().left(), ui.max_rect().right());
    ui.painter().hline(left..=right, top, Stroke::new(1.0, rgba(ctx.theme.line)));
    let laid_out = rows_of(search);
    let Rows { rows, height } = &*laid_out;
    let wanted =
        search.scroll_to.take().and_then(|at| rows.iter().find(|(_, row)| matches!(row, Row::Found(it) if *it == at)));
    let most = most.min(height + 6.0);
    let scroll = egui::ScrollArea::vertical().id_salt("find-list").max_height(most).min_scrolled_height(most);
    let scroll = scroll.auto_shrink(false);
    scroll.show_viewport(ui, |ui, seen| {
        ui.set_height(height + 6.0);
        let origin = ui.max_rect().min;
        if let Some((y, _)) = wanted {
            let row = Rect::from_min_size(origin + vec2(0.0, *y), vec2(ui.available_width(), TEXT_ROW));
            if *y < seen.top() || y + TEXT_ROW > seen.bottom() {
                ui.scroll_to_rect(row.expand(HEADING), None);
            }
        }
        let first = rows.partition_point(|(y, _)| y + TEXT_ROW < seen.top());
        let shown = rows.iter().skip(first).take_while(|(y, _)| *y < seen.bottom());
        for (y, row) in shown {
            let corner = origin + vec2(0.0, *y);
            match row {
                Row::Heading(heading) => {
                    let color = ink(Weight::SemiBold, fonts::LABEL, ctx.theme.mute);
                    let place = (corner.x + 14.0, corner.y + HEADING / 2.0 + 2.0);
                    line_at(ui.painter(), place, &heading.words(ctx), color, ui.available_width() - 28.0);
                }
                Row::Found(at) => found_ui(ui, ctx, search, (*at, corner)),
            }
        }
    });
}

fn found_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, search: &mut Search, (at, corner): (usize, egui::Pos2)) {
    let Some(entry) = search.matches().get(at).and_then(|found| found.entry()) else { return };
    let is_current = search.at() == Some(at);
    let rect = Rect::from_min_size(corner, vec2(ui.available_width(), height_of(entry)));
    let ground = rect.shrink2(vec2(6.0, 0.0));
    let response = ui.interact(ground, ui.scope_id().with(("found", at)), Sense::click());
    let excerpt = excerpt(&entry.text, &search.query().ranges(&entry.text));
    let field = ctx.text(entry.field.key());
    let named = entry.field == Field::Name;
    let name = if named { excerpt.text.clone() } else { place_name(ctx, &entry.place) };
    let words = if named { name.clone() } else { format!("{name}, {field}: {}", excerpt.text) };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_current, &words));
    if is_current {
        ui.painter().rect_filled(ground, WIDE_CORNER, rgba(ctx.theme.accent_tint));
    } else {
        hover_ground(ui, ground, &response, ctx.theme);
    }
    if response.has_focus() {
        focus_ring(ui, ground);
    }
    let (left, room) = (ground.left() + 8.0, ground.width() - 16.0);
    if named {
        let galley = lit_line(ui, ctx, &excerpt, (Weight::Medium, ctx.theme.ink), room);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    } else {
        let note = line(ui.painter(), &field, ink(Weight::Regular, fonts::LABEL, ctx.theme.mute), room * 0.5);
        let width = note.size().x;
        let y = corner.y + 14.0;
        ui.painter().galley(pos2(left + room - width, y - note.size().y / 2.0), note, Color32::PLACEHOLDER);
        line_at(ui.painter(), (left, y), &name, ink(Weight::Medium, fonts::SMALL, ctx.theme.ink), room - width - 12.0);
        let galley = lit_line(ui, ctx, &excerpt, (Weight::Regular, ctx.theme.mute), room);
        ui.painter().galley(pos2(left, corner.y + 31.0 - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    }
    if response.clicked() {
        let place = search.pick(at);
        if let Some(place) = place {
            ctx.push(Action::Find(Box::new(FindAction::Go(place))));
        }
    }
}

/// One line in which the found words stand on a light ground.
fn lit_line(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    excerpt: &Excerpt,
    (weight, color): (Weight, Color),
    width: f32,
) -> Arc<egui::Galley> {
    let plain = TextFormat::simple(font(weight, fonts::SMALL), rgba(color));
    let lit = TextFormat {
        background: rgba(ctx.theme.star).gamma_multiply(0.30),
        font_id: font(Weight::SemiBold, fonts::SMALL),
        color: rgba(ctx.theme.ink),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    let mut from = 0;
    for range in &excerpt.found {
        job.append(excerpt.text.get(from..range.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(excerpt.text.get(range.clone()).unwrap_or_default(), 0.0, lit.clone());
        from = range.end;
    }
    job.append(excerpt.text.get(from..).unwrap_or_default(), 0.0, plain);
    job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
    ui.painter().layout_job(job)
}
