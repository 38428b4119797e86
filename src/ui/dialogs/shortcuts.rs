//! The cheat-sheet: every key of the command table by its menu, and what hands do on the map, in columns on one page.

use std::sync::Arc;

use egui::{Color32, Galley, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{buttons_ui, close_button_ui};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::{CommandId, Menu, keys_words};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line_at};

const WALK: [&str; 4] = ["walk", "cards", "commit", "break"];
const MOUSE: [&str; 10] = ["pan", "zoom", "rename", "connect", "move", "lane", "step", "emotion", "several", "band"];

const COLUMNS: usize = 4;
const GAP: f32 = 24.0;
/// Keys stand in a column of their own.
const KEYS: f32 = 92.0;
const ROW: f32 = 17.0;
const HEADING: f32 = 24.0;
const BETWEEN: f32 = 8.0;

/// A group of rows under its heading.
struct Group {
    heading: String,
    rows: Vec<Row>,
}

/// What is done, and by which keys.
struct Row {
    keys: String,
    name: String,
}

/// A group as it is set.
struct SetGroup {
    heading: String,
    rows: Vec<(Arc<Galley>, Arc<Galley>, String)>,
    height: f32,
}

/// Shows it.
pub(super) fn shortcuts_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let screen = ui.ctx().content_rect();
    let width = (screen.width() - 96.0).min(1240.0);
    ui.set_width(width);
    ui.horizontal(|ui| {
        super::title_ui(ui, ctx, &ctx.text("shortcuts-title"));
        let hint = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(crate::ui::widgets::rich(&ctx.text("shortcuts-hint"), hint));
        });
    });
    let column = (width - GAP * (COLUMNS as f32 - 1.0)) / COLUMNS as f32;
    let groups: Vec<SetGroup> = groups(ui, ctx).into_iter().map(|group| set(ui, ctx, group, column)).collect();
    let columns = divide(&groups);
    let height = |places: &std::ops::Range<usize>| {
        groups.get(places.clone()).unwrap_or_default().iter().map(|group| group.height + BETWEEN).sum::<f32>()
    };
    let tallest = columns.iter().map(height).fold(0.0, f32::max);
    let room = screen.height() - 168.0;
    egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let (area, _) = ui.allocate_exact_size(vec2(width, tallest), Sense::hover());
        for (at, places) in columns.into_iter().enumerate() {
            let left = area.left() + at as f32 * (column + GAP);
            let mut top = area.top();
            for group in groups.get(places).unwrap_or_default() {
                group_ui(ui, ctx, group, Rect::from_min_size(pos2(left, top), vec2(column, group.height)));
                top += group.height + BETWEEN;
            }
        }
    });
    buttons_ui(ui, |ui| {
        close_button_ui(ui, ctx);
        let words = ctx.text(CommandId::Palette.name_key());
        if crate::ui::widgets::button_ui(ui, ctx.theme, &words, crate::ui::widgets::Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
            ctx.push(Action::Run(CommandId::Palette));
        }
    });
}

/// The groups in the order in which they are learnt: the map first.
fn groups(ui: &Ui, ctx: &ViewCtx<'_>) -> Vec<Group> {
    let hands = |heading: &str, gestures: &[&str]| {
        let key = ui.ctx().format_modifiers(Modifiers::COMMAND);
        let row = |gesture: &&str| Row {
            keys: ctx.texts.with(&format!("gesture-{gesture}-keys"), &[("key", key.as_str().into())]),
            name: ctx.text(&format!("gesture-{gesture}")),
        };
        Group { heading: ctx.text(heading), rows: gestures.iter().map(row).collect() }
    };
    let menu = |menu: Menu| Group { heading: ctx.text(menu.key()), rows: rows(ui, ctx, menu) };
    let menus = [Menu::Map, Menu::Card, Menu::Emotion];
    let mut groups: Vec<Group> = menus.into_iter().map(menu).collect();
    groups.insert(0, hands("shortcuts-walk", &WALK));
    let others = Menu::ALL.into_iter().filter(|other| !menus.contains(other));
    groups.extend(others.map(menu));
    groups.push(hands("shortcuts-mouse", &MOUSE));
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// A menu's commands that have keys; the digits of emotions share two rows.
fn rows(ui: &Ui, ctx: &ViewCtx<'_>, menu: Menu) -> Vec<Row> {
    let row = |command: &CommandId| {
        let keys = keys_words(ui.ctx(), &command.shortcut()?);
        let (keys, name) = match command {
            CommandId::Emotion0 => ("0 … 5".to_owned(), ctx.text("shortcuts-emotion-plus")),
            CommandId::EmotionMinus1 => (format!("{keys} … 5"), ctx.text("shortcuts-emotion-minus")),
            command if command.emotion().is_some() => return None,
            command => (keys, ctx.text(command.name_key())),
        };
        Some(Row { keys, name: name.trim_end_matches('…').to_owned() })
    };
    CommandId::ALL.iter().filter(|command| command.menu() == menu).filter_map(row).collect()
}

/// Sets a group's lines: what is longer than its column goes on below.
fn set(ui: &Ui, ctx: &ViewCtx<'_>, group: Group, width: f32) -> SetGroup {
    let wrapped = |text: &str, weight: Weight, color, width: f32| {
        ui.painter().layout(text.to_owned(), font(weight, fonts::SMALL), rgba(color), width)
    };
    let rows = group.rows.into_iter().map(|row| {
        let keys = wrapped(&row.keys, Weight::SemiBold, ctx.theme.ink, KEYS - 8.0);
        let name = wrapped(&row.name, Weight::Regular, ctx.theme.mute, width - KEYS);
        (keys, name, format!("{}: {}", row.keys, row.name))
    });
    let rows: Vec<_> = rows.collect();
    let height = HEADING + rows.iter().map(|(keys, name, _)| height_of(keys, name)).sum::<f32>();
    SetGroup { heading: group.heading, rows, height }
}

fn height_of(keys: &Galley, name: &Galley) -> f32 {
    (keys.size().y.max(name.size().y) + 2.0).max(ROW)
}

/// Divides the groups, in their order, so that the tallest column is as low as can be.
fn divide(groups: &[SetGroup]) -> Vec<std::ops::Range<usize>> {
    let heights: Vec<f32> = groups.iter().map(|group| group.height + BETWEEN).collect();
    let fill = |most: f32| {
        let mut columns = Vec::new();
        let (mut begin, mut used) = (0, 0.0);
        for (place, height) in heights.iter().enumerate() {
            if place > begin && used + height > most {
                columns.push(begin..place);
                (begin, used) = (place, 0.0);
            }
            used += height;
        }
        columns.push(begin..heights.len());
        columns
    };
    let total: f32 = heights.iter().sum();
    let mut most = heights.iter().copied().fold(total / COLUMNS as f32, f32::max);
    while fill(most).len() > COLUMNS {
        most += 4.0;
    }
    fill(most)
}

fn group_ui(ui: &Ui, ctx: &ViewCtx<'_>, group: &SetGroup, area: Rect) {
    let heading = ink(Weight::SemiBold, fonts::BODY, ctx.theme.accent);
    line_at(ui.painter(), (area.left(), area.top() + HEADING / 2.0 - 2.0), &group.heading, heading, area.width());
    let mut top = area.top() + HEADING;
    for (keys, name, said) in &group.rows {
        let height = height_of(keys, name);
        let row = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
        let response = ui.interact(row, ui.scope_id().with(("shortcut", &group.heading, said)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
        ui.painter().galley(row.min, Arc::clone(keys), Color32::PLACEHOLDER);
        ui.painter().galley(pos2(row.left() + KEYS, row.top()), Arc::clone(name), Color32::PLACEHOLDER);
        top += height;
    }
}
