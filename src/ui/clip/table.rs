//! A pasted table with what its rows and columns mean: a list to choose from at each of them, remarks at the cells.

use std::collections::BTreeMap;

use egui::{Color32, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::exchange::grid::{Belongs, Field, FirstColumn, Layout, Mapping, Note, Table, column_name};
use crate::i18n::stage_name;
use crate::model::Stage;
use crate::scene::text::Weight;
use crate::ui::combo::{self, Combo};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line_at, lines};

/// Rows that are shown; what follows is only counted.
const MAX_ROWS: usize = 100;
/// Numbers of rows and letters of columns.
const GUTTER: egui::Vec2 = vec2(30.0, 22.0);
const HEAD_HEIGHT: f32 = 62.0;
/// A lane's name with its list beside the cells.
const LANE_WIDTH: f32 = 196.0;
const CELL_WIDTH: f32 = 168.0;
/// The title of a lane above its list.
const LANE_HEIGHT: f32 = 62.0;
/// A row is as high as its cells.
const LEAST_HEIGHT: f32 = 28.0;
/// What a row has above and below its words, both together.
const AIR: f32 = 12.0;
const INSET: f32 = 8.0;
/// The scroll bar below it.
const BAR: f32 = 12.0;

/// What the user says of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// A head says this.
    Field(usize, Field),
    /// What begins at this column belongs here.
    Stage(usize, Belongs),
    /// Rows whose stage is called so belong here, or are left out.
    Value(String, Option<Stage>),
}

/// Shows the table, at most so high.
pub(super) fn table_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (table, mapping, notes): (&Table, &Mapping, &[Note]),
    height: f32,
) -> Option<Change> {
    let sheet = Sheet::new(ui, ctx, (table, mapping, notes));
    let size = sheet.size();
    let frame = egui::Frame::new().fill(rgba(ctx.theme.card)).stroke(Stroke::new(1.0, rgba(ctx.theme.card_line)));
    let mut change = None;
    frame.corner_radius(CornerRadius::same(8)).show(ui, |ui| {
        // The bar below takes its room where the table is wider than the dialog.
        let bar = if size.x > ui.available_width() { BAR } else { 0.0 };
        let area = ScrollArea::both().id_salt("paste-table").max_height(sheet.whole_rows(height - bar) + bar);
        area.auto_shrink([false, true]).show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            change = sheet.show(ui, whole.min);
        });
    });
    change
}

struct Sheet<'s, 'c> {
    ctx: &'s ViewCtx<'c>,
    table: &'s Table,
    mapping: &'s Mapping,
    header: usize,
    rows: usize,
    /// Where each row below the header begins, and the last one ends.
    tops: Vec<f32>,
    remarks: BTreeMap<(usize, usize), Vec<&'s Note>>,
}

impl<'s, 'c> Sheet<'s, 'c> {
    fn new(ui: &Ui, ctx: &'s ViewCtx<'c>, (table, mapping, notes): (&'s Table, &'s Mapping, &'s [Note])) -> Self {
        let mut remarks: BTreeMap<(usize, usize), Vec<&Note>> = BTreeMap::new();
        for note in notes {
            remarks.entry((note.row, note.column)).or_default().push(note);
        }
        let header = (0..table.height()).find(|row| !table.is_blank_row(*row)).unwrap_or(0);
        let rows = table.height().min(header + 1 + MAX_ROWS);
        let mut sheet = Self { ctx, table, mapping, header, rows, tops: vec![GUTTER.y + HEAD_HEIGHT], remarks };
        for row in header + 1..rows {
            let end = sheet.tops.last().copied().unwrap_or_default() + sheet.height(ui, row);
            sheet.tops.push(end);
        }
        sheet
    }

    /// How high a row is: as its highest cell.
    fn height(&self, ui: &Ui, row: usize) -> f32 {
        if self.is_name_of_lane(0) {
            return LANE_HEIGHT;
        }
        let words = ink(Weight::Regular, fonts::SMALL, self.ctx.theme.ink);
        let height = |column: usize| {
            let text = self.table.cell(row, column);
            lines(ui.painter(), text, words, (self.width(column) - 2.0 * INSET, 3)).size().y + AIR
        };
        (0..self.table.width()).map(height).fold(LEAST_HEIGHT, f32::max)
    }

    /// How high it is if it ends with a whole row, at most so high.
    fn whole_rows(&self, height: f32) -> f32 {
        let all = self.size().y;
        if all <= height {
            return all;
        }
        self.tops.iter().skip(1).copied().rfind(|top| *top <= height).unwrap_or(height)
    }

    /// How much is left out at the end.
    fn hidden(&self) -> usize {
        self.table.height() - self.rows
    }

    fn size(&self) -> egui::Vec2 {
        let tail = if self.hidden() > 0 { 30.0 } else { 0.0 };
        let last = self.table.width().saturating_sub(1);
        let body = self.tops.last().copied().unwrap_or_default();
        vec2(self.left(last) + self.width(last), body + tail)
    }

    fn width(&self, column: usize) -> f32 {
        if self.is_name_of_lane(column) { LANE_WIDTH } else { CELL_WIDTH }
    }

    /// Whether a column says what the lanes are called.
    fn is_name_of_lane(&self, column: usize) -> bool {
        column == 0 && self.mapping.layout == Layout::Lanes && self.mapping.first_column == FirstColumn::Names
    }

    fn left(&self, column: usize) -> f32 {
        GUTTER.x + (0..column).map(|before| self.width(before)).sum::<f32>()
    }

    fn rect(&self, origin: egui::Pos2, row: usize, column: usize) -> Rect {
        let (top, height) = match row.checked_sub(self.header + 1) {
            None => (GUTTER.y, HEAD_HEIGHT),
            Some(below) => {
                let at = |place: usize| self.tops.get(place).copied().unwrap_or_default();
                (at(below), at(below + 1) - at(below))
            }
        };
        Rect::from_min_size(origin + vec2(self.left(column), top), vec2(self.width(column), height))
    }

    fn show(&self, ui: &mut Ui, origin: egui::Pos2) -> Option<Change> {
        let mut change = None;
        let theme = self.ctx.theme;
        let faint = ink(Weight::Medium, fonts::SMALL, theme.mute);
        for column in 0..self.table.width() {
            let cell = self.rect(origin, self.header, column);
            let middle = pos2(cell.left() + INSET, origin.y + GUTTER.y / 2.0);
            line_at(ui.painter(), middle.into(), &column_name(column), faint, cell.width());
        }
        for row in self.header..self.rows {
            let middle = self.rect(origin, row, 0).left_center() - vec2(GUTTER.x - INSET, 0.0);
            line_at(ui.painter(), middle.into(), &(row + 1).to_string(), faint, GUTTER.x);
            for column in 0..self.table.width() {
                let cell = self.rect(origin, row, column);
                if row == self.header || self.is_name_of_lane(column) {
                    change = self.head_ui(ui, cell, (row, column)).or(change);
                } else if ui.is_rect_visible(cell) {
                    self.cell_ui(ui, cell, (row, column));
                }
            }
        }
        if self.hidden() > 0 {
            let words = self.ctx.texts.with("paste-more-rows", &[("count", self.hidden().into())]);
            let place = pos2(origin.x + GUTTER.x + INSET, origin.y + self.size().y - 15.0);
            line_at(ui.painter(), place.into(), &words, faint, 400.0);
        }
        change
    }

    /// A title with its list, if a head or a part begins here.
    fn head_ui(&self, ui: &mut Ui, cell: Rect, (row, column): (usize, usize)) -> Option<Change> {
        let theme = self.ctx.theme;
        ui.painter().rect_filled(cell.shrink(0.5), 0.0, rgba(theme.panel));
        ui.painter().hline(cell.x_range(), cell.bottom() - 0.5, Stroke::new(1.0, rgba(theme.line)));
        let title = self.table.cell(row, column);
        let is_lanes = self.mapping.layout == Layout::Lanes;
        let bold = ink(Weight::SemiBold, fonts::BODY, theme.ink);
        let middle = pos2(cell.left() + INSET, cell.top() + 16.0);
        line_at(ui.painter(), middle.into(), title, bold, cell.width() - 2.0 * INSET);
        let room = Rect::from_min_max(
            pos2(cell.left() + INSET - 2.0, cell.top() + 29.0),
            pos2(cell.right() - INSET + 2.0, cell.bottom() - 5.0),
        );
        if is_lanes && row == self.header {
            return if self.is_name_of_lane(column) { None } else { self.stage_ui(ui, room, column) };
        }
        let at = if is_lanes { row } else { column };
        let index = self.mapping.heads.iter().position(|head| head.at == at)?;
        let head = self.mapping.heads.get(index)?;
        let choices: Vec<(Field, String)> = Field::ALL
            .into_iter()
            .filter(|field| !(is_lanes && *field == Field::Stage))
            .map(|field| (field, self.ctx.text(field.key())))
            .collect();
        let name = if is_lanes {
            self.ctx.texts.with("paste-row-means", &[("row", (row + 1).to_string().into()), ("title", title.into())])
        } else {
            let arguments = [("column", column_name(column).into()), ("title", title.into())];
            self.ctx.texts.with("paste-column-means", &arguments)
        };
        let salt = ("paste-head", at);
        combo_ui(ui, self.ctx, (room, salt), (&name, ""), (head.field, &choices))
            .map(|field| Change::Field(index, field))
    }

    /// The stage of a column; one without a title goes with the one before it, unless it is said to begin another stage.
    fn stage_ui(&self, ui: &mut Ui, room: Rect, column: usize) -> Option<Change> {
        let part = self.mapping.parts.iter().rfind(|part| part.at <= column)?;
        let begins = part.at == column;
        let follows = self.mapping.parts.first().is_some_and(|first| first.at < column);
        let title = self.table.cell(self.header, column);
        if let Some(color) = part.stage.and_then(|stage| self.ctx.theme.stages.get(stage.index())) {
            let strip = Rect::from_min_max(
                pos2(room.left() - 6.0, room.top() - 29.0),
                pos2(room.right() + 6.0, room.top() - 26.0),
            );
            ui.painter().rect_filled(strip, 0.0, rgba(*color));
        }
        let belongs = |stage: Option<Stage>| stage.map_or(Belongs::Nowhere, Belongs::To);
        let stages = stage_choices(self.ctx).into_iter().map(|(stage, word)| (belongs(stage), word));
        let before = (!begins || (part.title.is_empty() && follows))
            .then(|| (Belongs::Before, self.ctx.text("paste-stage-before")));
        let choices: Vec<(Belongs, String)> = before.into_iter().chain(stages).collect();
        let arguments = [("column", column_name(column).into()), ("title", title.into())];
        let name = self.ctx.texts.with("paste-column-stage", &arguments);
        let hint = if begins && part.guessed { self.ctx.text("paste-stage-guessed") } else { String::new() };
        let value = if begins { belongs(part.stage) } else { Belongs::Before };
        combo_ui(ui, self.ctx, (room, ("paste-part", column)), (&name, &hint), (value, &choices))
            .map(|belongs| Change::Stage(column, belongs))
    }

    fn cell_ui(&self, ui: &mut Ui, cell: Rect, (row, column): (usize, usize)) {
        let theme = self.ctx.theme;
        let edge = Stroke::new(1.0, rgba(theme.line));
        ui.painter().hline(cell.x_range(), cell.bottom() - 0.5, edge);
        ui.painter().vline(cell.left() + 0.5, cell.y_range(), edge);
        let text = self.table.cell(row, column);
        if text.is_empty() {
            return;
        }
        let color = if self.is_taken(row, column) { theme.ink } else { theme.mute };
        let remarks = self.remarks.get(&(row, column));
        let room = cell.shrink2(vec2(INSET, AIR / 2.0));
        let words = ink(Weight::Regular, fonts::SMALL, color);
        let galley = lines(ui.painter(), text, words, (room.width(), 3));
        let elided = galley.elided;
        ui.painter().galley(room.min, galley, Color32::PLACEHOLDER);
        if remarks.is_some() {
            let corner = cell.right_top() + vec2(-1.0, 1.0);
            let mark = vec![corner, corner - vec2(10.0, 0.0), corner + vec2(0.0, 10.0)];
            ui.painter().add(egui::Shape::convex_polygon(mark, rgba(theme.negative), Stroke::NONE));
        }
        if elided || remarks.is_some() {
            let response = ui.interact(cell, ui.scope_id().with(("paste-cell", row, column)), Sense::hover());
            let said = remarks.into_iter().flatten().map(|note| note.describe(self.ctx.texts));
            let whole: Vec<String> = std::iter::once(text.to_owned()).chain(said).collect();
            response.on_hover_text(whole.join("\n\n"));
        }
    }

    /// Whether what a cell says comes along.
    fn is_taken(&self, row: usize, column: usize) -> bool {
        let (head, place) = match self.mapping.layout {
            Layout::Lanes => (row, column),
            Layout::Rows => (column, row),
        };
        let head = self.mapping.heads.iter().rfind(|it| it.at <= head);
        let part = self.mapping.parts.iter().rfind(|it| it.at <= place);
        head.is_some_and(|it| it.field != Field::Skip) && part.is_some_and(|it| it.stage.is_some())
    }
}

/// The stages as the journey calls them, and none.
pub(super) fn stage_choices(ctx: &ViewCtx<'_>) -> Vec<(Option<Stage>, String)> {
    let word = |stage: Stage| match ctx.journey {
        Some(journey) => stage_name(journey, stage, ctx.texts),
        None => ctx.text(&format!("stage-{}", stage.key())),
    };
    let stages = Stage::ALL.into_iter().map(|stage| (Some(stage), word(stage)));
    stages.chain([(None, ctx.text(Field::Skip.key()))]).collect()
}

/// A list to choose from, within a cell.
pub(super) fn combo_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (room, salt): (Rect, (&'static str, usize)),
    (name, hint): (&str, &str),
    (value, choices): (T, &[(T, String)]),
) -> Option<T> {
    let chosen = choices.iter().position(|(choice, _)| *choice == value);
    let current = chosen.and_then(|place| choices.get(place)).map(|(_, word)| word.as_str()).unwrap_or_default();
    // A guess is shown as one.
    let shown = if hint.is_empty() { current.to_owned() } else { format!("{current} ?") };
    let shown = crate::ui::widgets::rich(&shown, ink(Weight::Medium, fonts::SMALL, ctx.theme.ink));
    let words: Vec<_> = choices.iter().map(|(_, word)| egui::RichText::new(word)).collect();
    let picked = ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ui.spacing_mut().interact_size.y = room.height();
        ui.spacing_mut().button_padding.x = 8.0;
        let combo = Combo { salt: egui::Id::unique(salt), name, shown, width: room.width() };
        let (mut response, picked) = combo::combo_ui(ui, ctx.theme, combo, (chosen, &words));
        if !hint.is_empty() {
            response = response.on_hover_text(hint);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        picked
    });
    let picked = picked.inner.and_then(|place| choices.get(place)).map(|(choice, _)| *choice);
    picked.filter(|choice| *choice != value)
}
