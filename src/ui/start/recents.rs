//! The recent files as cards with a picture of their map.

use std::path::PathBuf;

use egui::{Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

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
use crate::ui::widgets::{Look, button_ui, heading_ui, ink, line_at, paragraph_ui};

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

const CARD: f32 = 236.0;
const PICTURE_HEIGHT: f32 = 133.0;
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
    grid_ui(ui, &ctx.file.recents, |ui, file| card_ui(ui, ctx, pictures, file));
}

/// Shows cards, as many in a row as fit.
pub(super) fn grid_ui<T>(ui: &mut Ui, items: &[T], mut card_ui: impl FnMut(&mut Ui, &T)) {
    let columns = (((ui.available_width() + GAP) / (CARD + GAP)) as usize).max(1);
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
    /// Whether there is such a map.
    pub(super) is_there: bool,
    /// The map in small.
    pub(super) picture: Option<&'a Picture>,
}

fn card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, file: &RecentFile) {
    let day = file.day.map(|day| date_words(day, ctx.language()));
    let said = match &day {
        Some(day) => format!("{}, {}, {day}", file.name, file.folder),
        None => format!("{}, {}", file.name, ctx.text("start-gone")),
    };
    let note = day.map_or_else(|| ctx.text("start-gone"), |day| format!("{day} · {}", file.folder));
    let (is_there, picture) = (file.day.is_some(), file.picture.as_ref());
    let card = MapCard { said: &said, name: &file.name, note: &note, is_there, picture };
    let response = map_card_ui(ui, ctx, pictures, &card).on_hover_text(file.path.display().to_string());
    pressed(ui, ctx, (&response, file));
}

/// Shows a map's picture above its name.
pub(super) fn map_card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, card: &MapCard<'_>) -> Response {
    let theme = ctx.theme;
    let foot = if card.note.is_empty() { 36.0 } else { 54.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(CARD, PICTURE_HEIGHT + foot), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, card.said));
    let edge = if response.hovered() { theme.accent } else { theme.card_line };
    ui.painter().rect(rect, 10.0, rgba(theme.card), Stroke::new(1.0, rgba(edge)), StrokeKind::Inside);
    let place = Rect::from_min_size(rect.min + vec2(1.0, 1.0), vec2(CARD - 2.0, PICTURE_HEIGHT));
    picture_ui(ui, ctx, pictures, (place, 9), card.picture);
    let painter = ui.painter();
    painter.hline(rect.x_range(), place.bottom(), Stroke::new(1.0, rgba(theme.card_line)));
    let (left, room) = (rect.left() + 12.0, CARD - 24.0);
    let name_color = if card.is_there { theme.ink } else { theme.mute };
    let y = place.bottom();
    line_at(painter, (left, y + 17.0), card.name, ink(Weight::SemiBold, fonts::BODY, name_color), room);
    line_at(painter, (left, y + 36.0), card.note, ink(Weight::Regular, fonts::LABEL, theme.mute), room);
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

/// The map in small with so round a corner above, else a sign that there is none.
pub(super) fn picture_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    pictures: &mut Pictures,
    (place, corner): (Rect, u8),
    picture: Option<&Picture>,
) {
    let texture = picture.and_then(|picture| pictures.texture(ui.ctx(), picture));
    let painter = ui.painter();
    if let Some((texture, _)) = texture {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let corner = egui::CornerRadius { nw: corner, ne: corner, sw: 0, se: 0 };
        let shape = egui::epaint::RectShape::filled(place, corner, egui::Color32::WHITE).with_texture(texture, whole);
        painter.add(shape);
    } else {
        let side = 36.0_f32.min(place.height() / 2.0);
        let square = Rect::from_center_size(place.center(), vec2(side, side));
        icon::paint(painter, square, IconName::NewFile, rgba(ctx.theme.faint));
    }
}
