//! The list that finds a stop: what is typed narrows it, arrows pick, Enter goes there.

use egui::{Event, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::help::scrim;
use super::stops::{self, RowLook};
use super::{ShowAction, ShowCtx, ink};
use crate::present::show::{GoTo, ShowCommand};
use crate::scene::text::Weight;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::line_at;

/// Everything is measured on a screen of 1080 lines.
const WIDTH: f32 = 1040.0;
const HEIGHT: f32 = 900.0;
const PADDING: f32 = 40.0;
const FIELD: f32 = 60.0;

/// Asks for what the keys of this frame do in the list.
pub(super) fn follow(ui: &Ui, ctx: &ShowCtx<'_>, list: &GoTo) {
    let events = ui.input(|input| input.events.clone());
    for event in events {
        match event {
            Event::Text(text) | Event::Paste(text) => ctx.push(ShowAction::Type(text)),
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                let on_letter = |letter: Key| key == letter || physical_key == Some(letter);
                match key {
                    Key::Escape => ctx.run(ShowCommand::GoTo),
                    Key::Enter => ctx.push(ShowAction::GoTo(list.picked)),
                    Key::Backspace => ctx.push(ShowAction::Erase),
                    Key::ArrowDown if modifiers.alt => ctx.push(ShowAction::Move(list.picked, 1)),
                    Key::ArrowUp if modifiers.alt => ctx.push(ShowAction::Move(list.picked, -1)),
                    Key::ArrowDown => ctx.push(ShowAction::PickBy(1)),
                    Key::ArrowUp => ctx.push(ShowAction::PickBy(-1)),
                    Key::PageDown => ctx.push(ShowAction::PickBy(8)),
                    Key::PageUp => ctx.push(ShowAction::PickBy(-8)),
                    Key::Home => ctx.push(ShowAction::PickBy(-1000)),
                    Key::End => ctx.push(ShowAction::PickBy(1000)),
                    _ if modifiers.alt && on_letter(Key::H) => ctx.push(ShowAction::ToggleHidden(list.picked)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// Shows it over the picture.
pub(super) fn goto_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (list, area): (&GoTo, Rect)) {
    let theme = ctx.theme();
    let unit = (area.height() * 0.94 / HEIGHT).min(area.width() * 0.94 / WIDTH).min(area.height() / 1080.0);
    let card = Rect::from_center_size(area.center(), vec2(WIDTH, HEIGHT) * unit);
    scrim(&ui.painter_at(area), area);
    let edge = Stroke::new(1.0, rgba(theme.card_line));
    ui.painter().rect(card, 18.0 * unit, rgba(theme.card), edge, StrokeKind::Inside);
    // A click on the card itself is none on the picture.
    ui.interact(card, ui.scope_id().with("go-to-card"), Sense::CLICK);
    let inner = card.shrink(PADDING * unit);
    let title = ink(Weight::Bold, 34.0 * unit, theme.ink);
    let y = inner.top() + 18.0 * unit;
    line_at(ui.painter(), (inner.left(), y), &ctx.text("show-go-to-title"), title, inner.width());
    let field = Rect::from_min_size(pos2(inner.left(), inner.top() + 56.0 * unit), vec2(inner.width(), FIELD * unit));
    field_ui(ui, ctx, list, (field, unit));
    let foot = inner.bottom() - 12.0 * unit;
    let mute = ink(Weight::Regular, 22.0 * unit, theme.mute);
    line_at(ui.painter(), (inner.left(), foot), &ctx.text("show-go-to-keys"), mute, inner.width());
    let rows =
        Rect::from_min_max(pos2(inner.left(), field.bottom() + 16.0 * unit), pos2(inner.right(), foot - 26.0 * unit));
    let found = list.found(ctx.names);
    if found.is_empty() {
        let y = rows.top() + 30.0 * unit;
        line_at(ui.painter(), (rows.left(), y), &ctx.text("show-go-to-none"), mute, rows.width());
        return;
    }
    let look = RowLook { theme, letters: 24.0 * unit, height: 50.0 * unit, picked: list.picked };
    let scroll = view.show.scrolled_to != Some(list.picked);
    view.show.scrolled_to = Some(list.picked);
    ui.scope_builder(egui::UiBuilder::new().max_rect(rows), |ui| {
        egui::ScrollArea::vertical().id_salt("go-to-rows").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in found {
                let response = stops::row_ui(ui, (ctx.slides, ctx.names, ctx.view.texts), at, look);
                if scroll && at == list.picked {
                    response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                }
                if response.clicked() {
                    ctx.push(ShowAction::GoTo(at));
                }
            }
        });
    });
}

/// What has been typed, or what can be.
fn field_ui(ui: &Ui, ctx: &ShowCtx<'_>, list: &GoTo, (field, unit): (Rect, f32)) {
    let theme = ctx.theme();
    let stroke = Stroke::new(2.0 * unit.max(0.5), rgba(theme.accent));
    ui.painter().rect(field, 10.0 * unit, rgba(theme.background), stroke, StrokeKind::Inside);
    let (words, color) =
        if list.typed.is_empty() { (ctx.text("show-go-to-hint"), theme.mute) } else { (list.typed.clone(), theme.ink) };
    let place = (field.left() + 20.0 * unit, field.center().y);
    let ink = ink(Weight::Medium, 26.0 * unit, color);
    let width = line_at(ui.painter(), place, &words, ink, field.width() - 40.0 * unit);
    let caret = if list.typed.is_empty() { place.0 - 5.0 * unit } else { place.0 + width + 3.0 * unit };
    let span = egui::Rangef::new(place.1 - 17.0 * unit, place.1 + 17.0 * unit);
    ui.painter().vline(caret, span, stroke);
    let response = ui.interact(field, ui.scope_id().with("go-to-field"), Sense::hover());
    let name = ctx.view.texts.with("show-typed", &[("text", list.typed.clone().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
}
