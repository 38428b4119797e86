//! The cheat-sheet: every key of the command table by its menu and of the rooms beside the map, and what hands do on the map, in columns on one page.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Galley, Layout, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{close_button_ui, fit, title_ui};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::{CommandId, Menu, Room, RoomKey, keys_words};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, ink, line_at, rich};

const WALK: [&str; 7] = ["walk", "extend", "go", "cards", "commit", "break", "menus"];
const MOUSE: [&str; 17] = [
    "pan",
    "zoom",
    "rename",
    "next-text",
    "other-lane",
    "connect",
    "relead",
    "move",
    "copy",
    "barrier",
    "lane",
    "fold",
    "step",
    "emotion",
    "several",
    "band",
    "cancel",
];

const MOST_COLUMNS: usize = 5;
/// A column is no narrower than this.
const LEAST_COLUMN: f32 = 205.0;
const GAP: f32 = 20.0;
const LETTERS: f32 = 11.0;
/// Keys stand in a column of their own.
const KEYS: f32 = 80.0;
const HEADING: f32 = 20.0;
/// Above a heading that is not the first of its column.
const AIR: f32 = 7.0;

/// A line of the sheet.
enum Line {
    /// The heading of a group, and the same where the group goes on in another column.
    Heading(String, String),
    /// A command: its keys and its name.
    Keys(Arc<Galley>, Arc<Galley>, String),
    /// What hands do, in one sentence.
    Hands(Arc<Galley>, String),
}

impl Line {
    fn height(&self) -> f32 {
        match self {
            Self::Heading(..) => HEADING + AIR,
            Self::Keys(keys, name, _) => keys.size().y.max(name.size().y) + 1.5,
            Self::Hands(words, _) => words.size().y + 3.0,
        }
    }
}

/// Shows it.
pub(super) fn shortcuts_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let screen = ui.ctx().content_rect();
    let width = (screen.width() - 88.0).min(1320.0);
    ui.set_width(width);
    head_ui(ui, ctx, width);
    let count = (((width + GAP) / (LEAST_COLUMN + GAP)) as usize).clamp(1, MOST_COLUMNS);
    let column = (width - GAP * (count as f32 - 1.0)) / count as f32;
    let lines = lines(ui, ctx, column);
    let (columns, tallest) = divide(&lines, count);
    fit::middle_ui(ui, |ui| {
        let (area, _) = ui.allocate_exact_size(vec2(width, tallest), Sense::hover());
        for (at, places) in columns.into_iter().enumerate() {
            let left = area.left() + at as f32 * (column + GAP);
            let mut top = area.top();
            if let Some(group) = goes_on(&lines, places.start) {
                heading_ui(ui, ctx, group, Rect::from_min_size(pos2(left, top), vec2(column, HEADING)));
                top += HEADING;
            }
            for (place, line) in lines.get(places).unwrap_or_default().iter().enumerate() {
                let height = line.height() - if place == 0 { air(line) } else { 0.0 };
                line_ui(ui, ctx, line, Rect::from_min_size(pos2(left, top), vec2(column, height)));
                top += height;
            }
        }
    });
}

/// The title, and at the right what else there is.
fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, width: f32) {
    ui.allocate_ui_with_layout(vec2(width, 32.0), Layout::right_to_left(Align::Center), |ui| {
        close_button_ui(ui, ctx);
        let words = ctx.text(CommandId::Palette.name_key());
        if button_ui(ui, ctx.theme, &words, Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
            ctx.push(Action::Run(CommandId::Palette));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            title_ui(ui, ctx, &ctx.text("shortcuts-title"));
            if width > 760.0 {
                ui.add_space(12.0);
                let hint = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
                ui.label(rich(&ctx.text("shortcuts-hint"), hint));
            }
        });
    });
}

/// All lines, in the order in which they are learnt: the map first.
fn lines(ui: &Ui, ctx: &ViewCtx<'_>, width: f32) -> Vec<Line> {
    let heading = |key: &str| {
        let name = ctx.text(key);
        let on = ctx.texts.with("shortcuts-on", &[("group", name.as_str().into())]);
        Line::Heading(name, on)
    };
    let mut lines = vec![heading("shortcuts-walk")];
    lines.extend(WALK.iter().map(|gesture| hands(ui, ctx, gesture, width)));
    let first = [Menu::Map, Menu::Card, Menu::Emotion, Menu::Severity];
    let others = Menu::ALL.into_iter().filter(|menu| !first.contains(menu));
    for menu in first.into_iter().chain(others) {
        let commands = CommandId::ALL.iter().filter(|command| command.menu() == menu);
        let mut rows = commands.filter_map(|command| row(ui, ctx, *command, width)).peekable();
        if rows.peek().is_some() {
            lines.push(heading(menu.key()));
            lines.extend(rows);
        }
    }
    for room in Room::ALL {
        lines.push(heading(room.key()));
        let keys = RoomKey::ALL.iter().filter(|key| key.room() == room);
        lines.extend(keys.map(|key| keys_line(ui, ctx, (key.words(ui.ctx()), ctx.text(key.name_key())), width)));
    }
    lines.push(heading("shortcuts-mouse"));
    lines.extend(MOUSE.iter().map(|gesture| hands(ui, ctx, gesture, width)));
    lines
}

/// A command that has keys; the digits of emotions share two rows, and those of severity one.
fn row(ui: &Ui, ctx: &ViewCtx<'_>, command: CommandId, width: f32) -> Option<Line> {
    let keys = keys_words(ui.ctx(), &command.presses().next()?);
    let (keys, name) = match command {
        CommandId::Emotion0 => ("0 … 5".to_owned(), ctx.text("shortcuts-emotion-plus")),
        CommandId::EmotionMinus1 => (format!("{keys} … 5"), ctx.text("shortcuts-emotion-minus")),
        CommandId::Severity1 => (format!("{keys} … 5"), ctx.text("shortcuts-severity")),
        command if command.emotion().is_some() || command.severity().is_some() => return None,
        command => (keys, ctx.text(command.name_key())),
    };
    Some(keys_line(ui, ctx, (keys, name.trim_end_matches('…').to_owned()), width))
}

/// Keys, and what they do.
fn keys_line(ui: &Ui, ctx: &ViewCtx<'_>, (keys, name): (String, String), width: f32) -> Line {
    let said = format!("{keys}: {name}");
    let set = |text: String, weight: Weight, color, width: f32| {
        ui.painter().layout(text, font(weight, LETTERS), rgba(color), width)
    };
    let keys = set(keys, Weight::SemiBold, ctx.theme.ink, KEYS - 6.0);
    Line::Keys(keys, set(name, Weight::Regular, ctx.theme.mute, width - KEYS), said)
}

/// What hands do: by what, and then what comes of it.
fn hands(ui: &Ui, ctx: &ViewCtx<'_>, gesture: &str, width: f32) -> Line {
    // The key that zooms is named as shortcuts name it.
    let key = ui.ctx().format_modifiers(Modifiers::COMMAND);
    let keys = ctx.texts.with(&format!("gesture-{gesture}-keys"), &[("key", key.as_str().into())]);
    let name = ctx.texts.with(&format!("gesture-{gesture}"), &[("key", key.as_str().into())]);
    let mut job = LayoutJob::default();
    job.append(&keys, 0.0, TextFormat::simple(font(Weight::SemiBold, LETTERS), rgba(ctx.theme.ink)));
    job.append(&name, 8.0, TextFormat::simple(font(Weight::Regular, LETTERS), rgba(ctx.theme.mute)));
    job.wrap.max_width = width;
    Line::Hands(ui.painter().layout_job(job), format!("{keys}: {name}"))
}

/// What a line does without at the top of a column.
fn air(line: &Line) -> f32 {
    if matches!(line, Line::Heading(..)) { AIR } else { 0.0 }
}

/// The heading of a column that begins in the middle of a group.
fn goes_on(lines: &[Line], first: usize) -> Option<&str> {
    let (first, before) = (lines.get(first)?, lines.get(..first)?);
    let group = before.iter().rev().find_map(|line| if let Line::Heading(_, on) = line { Some(on) } else { None });
    group.filter(|_| !matches!(first, Line::Heading(..))).map(String::as_str)
}

/// Lets the lines flow into columns that are as low as can be; the height of the tallest.
fn divide(lines: &[Line], count: usize) -> (Vec<std::ops::Range<usize>>, f32) {
    let fill = |most: f32| {
        let mut columns = Vec::new();
        let (mut begin, mut used) = (0, 0.0);
        for (place, line) in lines.iter().enumerate() {
            // A heading stays with the two lines below it.
            let ahead = if matches!(line, Line::Heading(..)) { 3 } else { 1 };
            let needed: f32 = lines.iter().skip(place).take(ahead).map(Line::height).sum();
            if place > begin && used + needed > most {
                columns.push(begin..place);
                let heading = if goes_on(lines, place).is_some() { HEADING } else { 0.0 };
                (begin, used) = (place, heading - air(line));
            }
            used += line.height() - if place == 0 { air(line) } else { 0.0 };
        }
        columns.push(begin..lines.len());
        columns
    };
    let total: f32 = lines.iter().map(Line::height).sum();
    let mut most = total / count as f32;
    while fill(most).len() > count {
        most += 4.0;
    }
    (fill(most), most)
}

fn line_ui(ui: &Ui, ctx: &ViewCtx<'_>, line: &Line, area: Rect) {
    let said = match line {
        Line::Heading(words, _) => return heading_ui(ui, ctx, words, area),
        Line::Keys(keys, name, said) => {
            ui.painter().galley(area.min, Arc::clone(keys), Color32::PLACEHOLDER);
            ui.painter().galley(pos2(area.left() + KEYS, area.top()), Arc::clone(name), Color32::PLACEHOLDER);
            said
        }
        Line::Hands(words, said) => {
            ui.painter().galley(area.min, Arc::clone(words), Color32::PLACEHOLDER);
            said
        }
    };
    say(ui, area, said);
}

fn heading_ui(ui: &Ui, ctx: &ViewCtx<'_>, words: &str, area: Rect) {
    let heading = ink(Weight::SemiBold, fonts::SMALL, ctx.theme.accent);
    line_at(ui.painter(), (area.left(), area.bottom() - HEADING / 2.0), words, heading, area.width());
    say(ui, area, words);
}

/// Names what is drawn here.
fn say(ui: &Ui, area: Rect, said: &str) {
    let place = (area.left() as i32, area.top() as i32);
    let response = ui.interact(area, ui.scope_id().with(("shortcut", place)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
}
