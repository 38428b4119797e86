//! The stops of the presentation: their order, which are hidden, and the one to begin with.

use egui::{Key, Ui, vec2};

use super::{body_ui, buttons_ui, fit, title_ui};
use crate::present::show::GoTo;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::present::ShowAction;
use crate::ui::present::stops::{RowLook, row_ui, tools_ui};
use crate::ui::widgets::{Look, button_ui};

/// Shows them; arrows pick one, with Alt they move it.
pub(super) fn stops_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, list: &mut GoTo) {
    fit::width_ui(ui, 560.0);
    title_ui(ui, ctx, &ctx.text("stops-title"));
    body_ui(ui, ctx, &ctx.text("stops-note"));
    let picked = list.picked.min(ctx.slides.len().saturating_sub(1));
    let before = picked;
    list.picked = keys(ui, ctx, picked);
    let look = RowLook { theme: ctx.theme, letters: 13.5, height: 30.0, picked: list.picked };
    let size = vec2(ui.available_width(), fit::room_ui(ui, 140.0).clamp(90.0, 400.0));
    ui.allocate_ui(size, |ui| {
        egui::ScrollArea::vertical().id_salt("stops").max_height(size.y).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in 0..ctx.slides.len() {
                let response = row_ui(ui, (ctx.slides, ctx.slide_names, ctx.texts), at, look);
                if at == list.picked && before != list.picked {
                    response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                }
                if response.clicked() {
                    list.picked = at;
                }
                if response.double_clicked() {
                    ctx.push(Action::Show(ShowAction::GoTo(at)));
                }
            }
        });
    });
    buttons_ui(ui, |ui| {
        let go = button_ui(ui, ctx.theme, &ctx.text("stops-present-from"), Look::Primary);
        if go.clicked() {
            ctx.push(Action::Show(ShowAction::GoTo(list.picked)));
        }
        if button_ui(ui, ctx.theme, &ctx.text("close"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
        ui.add_space(16.0);
        tools_ui(ui, ctx, (ctx.slides, ctx.slide_names), list.picked);
    });
}

/// What the keys do; says which stop is picked then.
fn keys(ui: &Ui, ctx: &ViewCtx<'_>, picked: usize) -> usize {
    let last = ctx.slides.len().saturating_sub(1);
    ui.input(|input| {
        let alt = input.modifiers.alt;
        let pressed = |key: Key| input.key_pressed(key);
        let by = i32::from(pressed(Key::ArrowDown)) - i32::from(pressed(Key::ArrowUp));
        if alt && by != 0 {
            ctx.push(Action::Show(ShowAction::Move(picked, by)));
        }
        if alt && pressed(Key::H) {
            ctx.push(Action::Show(ShowAction::ToggleHidden(picked)));
        }
        // A stop that is moved is followed to its new place.
        if alt { picked } else { picked.saturating_add_signed(by as isize).min(last) }
    })
}
