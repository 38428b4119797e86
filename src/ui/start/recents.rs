//! The recent files as cards with a picture of their map.

use std::path::PathBuf;

use egui::{Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::HabitAction;
use crate::i18n::day::date_words;
use crate::model::{Date, Picture};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::menu::menu_look;
use crate::ui::picture::Pictures;
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, heading_ui, ink, line_at, lines, paragraph_ui};

/// A file opened lately.
#[derive(Debug, Clone, PartialEq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// The folder it is in.
    pub folder: String,
    /// The day it was changed; `None` where it is no longer there.
    pub day: Option<Date>,
    /// Its map in small.
    pub picture: Option<Picture>,
}

/// The size of a recent map's picture, which shows all that is drawn.
pub(super) const PICTURE: Vec2 = vec2(236.0, 133.0);
const GAP: f32 = 16.0;

/// Shows them, as many in a row as fit.
pub(super) fn recents_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures) {
    heading_ui(ui, ctx.theme, &ctx.text("start-recent"), None);
    ui.add_space(6.0);
    if ctx.file.recents.is_empty() {
        paragraph_ui(ui, &ctx.text("start-no-recent"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
        ui.add_space(8.0);
        if button_ui(ui, ctx.theme, &ctx.text(CommandId::Open.name_key()), Look::Primary).clicked() {
            ctx.push(Action::Run(CommandId::Open));
        }
        return;
    }
    grid_ui(ui, (&ctx.file.recents, PICTURE.x), |ui, file| card_ui(ui, ctx, pictures, file));
}

/// Shows cards of this width, as many in a row as fit.
pub(super) fn grid_ui<T>(ui: &mut Ui, (items, width): (&[T], f32), mut card_ui: impl FnMut(&mut Ui, &T)) {
    let columns = (((ui.available_width() + GAP) / (width + GAP)) as usize).max(1);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for row in items.chunks(columns) {
            ui.horizontal(|ui| row.iter().for_each(|item| card_ui(ui, item)));
        }
    });
}

/// A map as a card.
pub(super) struct MapCard<'a> {
    /// What assistive technology calls it.
    pub(super) said: &'a str,
    /// Its name.
    pub(super) name: &'a str,
    /// What stands below the name; may be empty.
    pub(super) note: &'a str,
    /// The lines that are kept for it.
    pub(super) note_lines: u8,
    /// Whether there is such a map.
    pub(super) is_there: bool,
    /// The map in small.
    pub(super) picture: Option<&'a Picture>,
    /// The picture's size: what is smaller than usual shows the beginning of the map, as large as it is elsewhere.
    pub(super) size: Vec2,
}

fn card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, file: &RecentFile) {
    let day = file.day.map(|day| date_words(day, ctx.language()));
    let said = match &day {
        Some(day) => format!("{}, {}, {day}", file.name, file.folder),
        None => format!("{}, {}", file.name, ctx.text("start-gone")),
    };
    let note = day.map_or_else(|| ctx.text("start-gone"), |day| format!("{day} · {}", file.folder));
    let (is_there, picture) = (file.day.is_some(), file.picture.as_ref());
    let card = MapCard { said: &said, name: &file.name, note: &note, note_lines: 1, is_there, picture, size: PICTURE };
    let response = map_card_ui(ui, ctx, pictures, &card).on_hover_text(file.path.display().to_string());
    pressed(ui, ctx, (&response, file));
}

/// Shows a map's picture above its name.
pub(super) fn map_card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, card: &MapCard<'_>) -> Response {
    let theme = ctx.theme;
    let foot = if card.note.is_empty() { 36.0 } else { 38.0 + 15.0 * f32::from(card.note_lines) };
    let (rect, response) = ui.allocate_exact_size(card.size + vec2(0.0, foot), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, card.said));
    let edge = if response.hovered() { theme.accent } else { theme.card_line };
    ui.painter().rect(rect, 10.0, rgba(theme.card), Stroke::new(1.0, rgba(edge)), StrokeKind::Inside);
    let place = Rect::from_min_size(rect.min + vec2(1.0, 1.0), card.size - vec2(2.0, 0.0));
    picture_ui(ui, ctx, pictures, place, card.picture);
    let painter = ui.painter();
    painter.hline(rect.x_range(), place.bottom(), Stroke::new(1.0, rgba(theme.card_line)));
    let inset = if card.size.x < PICTURE.x { 8.0 } else { 12.0 };
    let (left, room) = (rect.left() + inset, rect.width() - 2.0 * inset);
    let name_color = if card.is_there { theme.ink } else { theme.mute };
    let y = place.bottom();
    line_at(painter, (left, y + 17.0), card.name, ink(Weight::SemiBold, fonts::BODY, name_color), room);
    let small = ink(Weight::Regular, fonts::LABEL, theme.mute);
    if card.note_lines > 1 {
        let note = lines(painter, card.note, small, (room, card.note_lines.into()));
        painter.galley(pos2(left, y + 28.0), note, egui::Color32::PLACEHOLDER);
    } else {
        line_at(painter, (left, y + 36.0), card.note, small, room);
    }
    if response.has_focus() {
        painter.rect_stroke(rect.expand(2.0), 11.0, (1.5, rgba(theme.accent)), StrokeKind::Inside);
    }
    response
}

/// What a press on a card does: the other window with the command key, everything else by its menu.
fn pressed(ui: &Ui, ctx: &ViewCtx<'_>, (response, file): (&Response, &RecentFile)) {
    let elsewhere =
        |ctx: &ViewCtx<'_>| ctx.push(Action::Habit(Box::new(HabitAction::OpenInNewWindow(file.path.clone()))));
    if response.clicked() {
        if ui.input(|input| input.modifiers.command) {
            elsewhere(ctx);
        } else {
            ctx.push(Action::OpenPath(file.path.clone()));
        }
    }
    let forget = |ctx: &ViewCtx<'_>| ctx.push(Action::Habit(Box::new(HabitAction::ForgetRecent(file.path.clone()))));
    if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        forget(ctx);
    }
    context_menu(response, |ui| {
        menu_look(ui);
        if ui.button(ctx.text("start-open-elsewhere")).clicked() {
            elsewhere(ctx);
            ui.close();
        }
        if ui.button(ctx.text("start-forget")).clicked() {
            forget(ctx);
            ui.close();
        }
    });
}

/// As much of the map in small as there is room for, else a sign that there is none.
fn picture_ui(ui: &Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, place: Rect, picture: Option<&Picture>) {
    let texture = picture.and_then(|picture| pictures.texture(ui.ctx(), picture));
    let painter = ui.painter();
    if let Some((texture, _)) = texture {
        // A card's frame takes two points of the picture's width.
        let part = (place.size() / (PICTURE - vec2(2.0, 0.0))).min(Vec2::splat(1.0));
        let corner = egui::CornerRadius { nw: 9, ne: 9, sw: 0, se: 0 };
        let seen = Rect::from_min_size(pos2(0.0, 0.0), part);
        let shape = egui::epaint::RectShape::filled(place, corner, egui::Color32::WHITE).with_texture(texture, seen);
        painter.add(shape);
    } else {
        let side = 36.0_f32.min(place.height() / 2.0);
        let square = Rect::from_center_size(place.center(), vec2(side, side));
        icon::paint(painter, square, IconName::NewFile, rgba(ctx.theme.faint));
    }
}
