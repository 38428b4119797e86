//! Personas side by side: heads that stay, one row a field, and what differs stands out.

use std::sync::Arc;

use egui::{Align, Color32, Galley, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::MOST_COMPARED;
use super::compare_rows::{Cells, Row, rows};
use super::rail::{Look as RailLook, paint_knob, paint_track, track_in};
use super::strip::name_of;
use crate::i18n::number::percent;
use crate::model::Persona;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::page;
use crate::ui::portrait::portrait_ui;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Ink, focus_ring, ink, line, line_at, lines, paragraph_ui, rich};

/// The width of the column with the rows' names.
const NAMES: f32 = 148.0;
/// From the page's edge to what it shows.
const MARGIN: f32 = 28.0;
/// Between two columns.
const GAP: f32 = 20.0;

/// Where the columns are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    left: f32,
    width: f32,
    count: usize,
}

impl Columns {
    fn of(ui: &Ui, count: usize) -> Self {
        let left = ui.max_rect().left() + MARGIN + NAMES;
        let room = ui.max_rect().right() - MARGIN - left;
        Self { left, width: (room - GAP * count.saturating_sub(1) as f32) / count.max(1) as f32, count }
    }

    fn x(self, column: usize) -> f32 {
        self.left + (self.width + GAP) * column as f32
    }

    fn right(self) -> f32 {
        self.x(self.count.saturating_sub(1)) + self.width
    }
}

/// Shows them.
pub(super) fn compare_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let personas: Vec<&Arc<Persona>> =
        view.studio.compared.iter().filter_map(|id| ctx.document.personas.get(id)).take(MOST_COMPARED).collect();
    if personas.len() < 2 {
        ui.vertical_centered(|ui| {
            ui.add_space(80.0);
            paragraph_ui(ui, &ctx.text("studio-compare-hint"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
        });
        return;
    }
    let columns = Columns::of(ui, personas.len());
    ui.spacing_mut().item_spacing.y = 0.0;
    page::stop_ui(ui, ctx, (ui.max_rect(), &ctx.text("command-compare-personas")));
    heads_ui(ui, ctx, view, (columns, &personas));
    let plain: Vec<&Persona> = personas.iter().map(std::convert::AsRef::as_ref).collect();
    let mut rows = rows(ctx.document, &plain, ctx.texts);
    if view.studio.only_differences {
        rows.retain(Row::differs);
    }
    egui::ScrollArea::vertical().id_salt("compared").auto_shrink(false).show(ui, |ui| {
        for row in &rows {
            row_ui(ui, ctx, (columns, &plain), row);
        }
        if rows.is_empty() {
            ui.add_space(24.0);
            ui.horizontal(|ui| {
                ui.add_space(MARGIN);
                let note = ink(Weight::Regular, fonts::BODY, ctx.theme.mute);
                paragraph_ui(ui, &ctx.text("studio-compare-alike"), note);
            });
        }
        ui.add_space(28.0);
    });
}

/// Beside the portrait.
const BESIDE: f32 = 66.0;

/// The words of a head.
struct Head {
    name: Arc<Galley>,
    segment: Arc<Galley>,
}

impl Head {
    fn inks(ctx: &ViewCtx<'_>, persona: &Persona) -> (Ink, Ink) {
        let color = ctx.theme.persona(persona.color);
        (ink(Weight::Bold, 16.0, ctx.theme.ink), ink(Weight::Medium, fonts::SMALL, color))
    }

    /// In one line each.
    fn new(ui: &Ui, ctx: &ViewCtx<'_>, persona: &Persona, width: f32) -> Self {
        let (name, segment) = Self::inks(ctx, persona);
        let painter = ui.painter();
        let name = line(painter, &name_of(ctx, persona), name, width);
        Self { name, segment: line(painter, persona.segment.trim(), segment, width) }
    }

    /// In as many lines as it takes, two at most.
    fn wrapped(ui: &Ui, ctx: &ViewCtx<'_>, persona: &Persona, width: f32) -> Self {
        let (name, segment) = Self::inks(ctx, persona);
        let painter = ui.painter();
        let name = lines(painter, &name_of(ctx, persona), name, (width, 2));
        Self { name, segment: lines(painter, persona.segment.trim(), segment, (width, 2)) }
    }
}

fn heads_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (columns, personas): (Columns, &[&Arc<Persona>])) {
    let heads: Vec<Head> = personas.iter().map(|persona| Head::new(ui, ctx, persona, columns.width - BESIDE)).collect();
    // Where a name has no room beside its portrait, all of them stand below theirs.
    let is_below = heads.iter().any(|head| head.name.elided);
    let heads: Vec<Head> = if is_below {
        personas.iter().map(|persona| Head::wrapped(ui, ctx, persona, columns.width)).collect()
    } else {
        heads
    };
    let words = heads.iter().map(|head| head.name.size().y + head.segment.size().y).fold(0.0, f32::max);
    let height = if is_below { 64.0 + words } else { 72.0 };
    let (_, band) = ui.allocate_space(vec2(ui.available_width(), height + 24.0));
    let corner = Rect::from_min_size(pos2(band.left() + MARGIN, band.top() + 24.0), vec2(NAMES - 16.0, 56.0));
    let mut aside = ui.new_child(egui::UiBuilder::new().max_rect(corner).layout(Layout::top_down(Align::LEFT)));
    let words = rich(&ctx.text("studio-only-differences"), ink(Weight::Regular, fonts::SMALL, ctx.theme.ink));
    aside.checkbox(&mut view.studio.only_differences, words);
    for (column, (persona, head)) in personas.iter().zip(heads).enumerate() {
        let rect =
            Rect::from_min_size(pos2(columns.x(column) - 8.0, band.top() + 12.0), vec2(columns.width + 16.0, height));
        let response = ui.interact(rect, ui.scope_id().with(("compared-head", &persona.id)), Sense::click());
        let name = name_of(ctx, persona);
        let label = ctx.texts.with("studio-open-sheet-of", &[("name", name.as_str().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.hovered() {
            ui.painter().rect_filled(rect, 8.0, rgba(ctx.theme.pill));
        }
        if response.has_focus() {
            focus_ring(ui, rect);
        }
        let middle = if is_below { rect.top() + 30.0 } else { rect.center().y };
        portrait_ui(ui, ctx.theme, view, (pos2(columns.x(column) + 28.0, middle), 26.0, persona));
        let place = if is_below {
            pos2(columns.x(column), rect.top() + 60.0)
        } else {
            pos2(columns.x(column) + BESIDE, rect.center().y - f32::midpoint(head.name.size().y, head.segment.size().y))
        };
        let segment_at = place + vec2(0.0, head.name.size().y);
        ui.painter().galley(place, head.name, Color32::PLACEHOLDER);
        ui.painter().galley(segment_at, head.segment, Color32::PLACEHOLDER);
        if response.on_hover_text(label).clicked() {
            view.studio.comparing = false;
            ctx.push(Action::ShowPersona(persona.id.clone()));
        }
    }
    ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, rgba(ctx.theme.line)));
}

fn row_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (columns, personas): (Columns, &[&Persona]), row: &Row) {
    let top = ui.cursor().top() + 12.0;
    let (theme, differs) = (ctx.theme, row.differs());
    let name_ink = ink(if differs { Weight::SemiBold } else { Weight::Regular }, fonts::SMALL, theme.mute);
    let left = ui.max_rect().left() + MARGIN;
    let mut bottom = cell_ui(ui, (left, top, NAMES - 16.0), |ui| {
        paragraph_ui(ui, &row.name, name_ink);
    });
    match &row.cells {
        Cells::Trait { low, high, values } => {
            let rail = Rect::from_min_max(pos2(columns.left, top), pos2(columns.right(), top + 44.0));
            bottom = bottom.max(trait_ui(ui, ctx, (rail, personas), (low, high, values)));
        }
        Cells::Shares(shares) => {
            for (column, (share, persona)) in shares.iter().zip(personas).enumerate() {
                let color = theme.persona(persona.color);
                let place = Rect::from_min_size(pos2(columns.x(column), top), vec2(columns.width, 20.0));
                share_ui(ui, ctx, place, (*share, color));
                bottom = bottom.max(place.bottom());
            }
        }
        Cells::Words(words) => {
            for (column, words) in words.iter().enumerate() {
                let color = if differs { theme.ink } else { theme.mute };
                let words = if words.is_empty() { "—" } else { words };
                let color = if words == "—" { theme.mute } else { color };
                let at = (columns.x(column), top, columns.width);
                let end = cell_ui(ui, at, |ui| {
                    paragraph_ui(ui, words, ink(Weight::Regular, fonts::BODY, color));
                });
                bottom = bottom.max(end);
            }
        }
        Cells::Lists(lists) => {
            for (column, (entries, persona)) in lists.iter().zip(personas).enumerate() {
                let at = (columns.x(column), top, columns.width);
                let end = cell_ui(ui, at, |ui| list_ui(ui, ctx, (entries, persona)));
                bottom = bottom.max(end);
            }
        }
    }
    if differs {
        let mark = Rect::from_min_max(pos2(left - 12.0, top), pos2(left - 9.0, bottom));
        ui.painter().rect_filled(mark, 1.5, rgba(theme.accent));
    }
    let below = bottom + 12.0;
    ui.painter().hline(left..=columns.right(), below, Stroke::new(1.0, rgba(theme.line)));
    ui.allocate_space(vec2(1.0, (below - ui.cursor().top()).max(0.0)));
}

/// Lays something out in a cell and says where it ends.
fn cell_ui(ui: &mut Ui, (left, top, width): (f32, f32, f32), content: impl FnOnce(&mut Ui)) -> f32 {
    let place = Rect::from_min_size(pos2(left, top), vec2(width, f32::INFINITY));
    let mut cell = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::LEFT)));
    cell.set_width(width);
    content(&mut cell);
    cell.min_rect().bottom()
}

fn list_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (entries, persona): (&[(String, bool)], &Persona)) {
    ui.spacing_mut().item_spacing.y = 4.0;
    for (entry, shared) in entries {
        let (dot, color) =
            if *shared { (ctx.theme.faint, ctx.theme.mute) } else { (ctx.theme.persona(persona.color), ctx.theme.ink) };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (place, _) = ui.allocate_exact_size(vec2(14.0, 17.0), Sense::hover());
            ui.painter().circle_filled(pos2(place.left() + 3.0, place.center().y), 2.5, rgba(dot));
            paragraph_ui(ui, entry, ink(Weight::Regular, fonts::BODY, color));
        });
    }
    if entries.is_empty() {
        paragraph_ui(ui, "—", ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
    }
}

fn share_ui(ui: &Ui, ctx: &ViewCtx<'_>, place: Rect, (share, color): (Option<f64>, crate::scene::Color)) {
    let words = share.map_or_else(|| "—".to_owned(), |share| percent(share, ctx.language()));
    let bold = ink(Weight::Bold, 16.0, ctx.theme.ink);
    let width = line_at(ui.painter(), (place.left(), place.center().y), &words, bold, 80.0);
    let Some(share) = share else { return };
    let room = place.width() - width - 12.0;
    let bar = Rect::from_min_size(pos2(place.left() + width + 12.0, place.center().y - 3.0), vec2(room.max(0.0), 6.0));
    ui.painter().rect_filled(bar, 3.0, rgba(ctx.theme.line));
    let filled = vec2(bar.width() * share.clamp(0.0, 1.0) as f32, 6.0);
    ui.painter().rect_filled(Rect::from_min_size(bar.min, filled), 3.0, rgba(color));
}

/// All knobs on one rail, and its ends below; knobs that would cover each other stand above one another.
fn trait_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (place, personas): (Rect, &[&Persona]),
    (low, high, values): (&str, &str, &[Option<f64>]),
) -> f32 {
    let track = track_in(Rect::from_min_size(place.min, vec2(place.width(), 24.0)));
    paint_track(ui, ctx, track, RailLook::Middle);
    let mut told = Vec::new();
    let mut places: Vec<f64> = Vec::new();
    for (persona, value) in personas.iter().zip(values) {
        let Some(value) = value else { continue };
        let near = places.iter().filter(|place| (*place - value).abs() * f64::from(track.width()) < 15.0).count();
        let aside = track.translate(vec2(0.0, [0.0, -12.0, 12.0, -24.0].get(near).copied().unwrap_or(24.0)));
        paint_knob(ui, ctx, aside, (*value, ctx.theme.persona(persona.color)));
        places.push(*value);
        told.push(format!("{} {}", name_of(ctx, persona), percent(*value, ctx.language())));
    }
    let response = ui.interact(track.expand(10.0), ui.scope_id().with(("compared-trait", low, high)), Sense::hover());
    let told = told.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    response.on_hover_text(told);
    let note = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    let half = place.width() / 2.0 - 12.0;
    let left = cell_ui(ui, (track.left() - 4.0, track.bottom() + 12.0, half), |ui| {
        paragraph_ui(ui, low, note);
    });
    let mut cell = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(Rect::from_min_size(pos2(track.right() + 4.0 - half, track.bottom() + 12.0), vec2(half, 60.0)))
            .layout(Layout::top_down(Align::RIGHT)),
    );
    paragraph_ui(&mut cell, high, note);
    left.max(cell.min_rect().bottom())
}
