//! The colours of personas, one of which is picked: one stop of the keyboard, arrows pick the next.

use egui::{Role, Ui, WidgetInfo, vec2};

use crate::model::Persona;
use crate::ui::context::ViewCtx;
use crate::ui::roving::Roving;
use crate::ui::style::rgba;
use crate::ui::widgets::focus_ring;

/// Shows them and says whether another one was picked.
pub fn colors_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, persona: &mut Persona) -> bool {
    let mut changed = false;
    let theme = ctx.theme;
    let count = theme.personas.len();
    let chosen = usize::from(persona.color) % count.max(1);
    let mut row = Roving::chosen(chosen);
    ui.horizontal_wrapped(|ui| {
        // All of them in one row, in the narrow inspector too.
        ui.spacing_mut().item_spacing = vec2(0.0, 4.0);
        for place in 0..count as u8 {
            let (rect, response) = ui.allocate_exact_size(vec2(21.5, 22.0), row.sense());
            row.note(&response);
            let on = chosen == usize::from(place);
            let name = ctx.texts.with("persona-color", &[("number", (place + 1).into())]);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
            ui.painter().circle_filled(rect.center(), 7.0, rgba(theme.persona(place)));
            if on {
                ui.painter().circle_stroke(rect.center(), 10.0, (1.5, rgba(theme.persona(place))));
            }
            if response.has_focus() {
                focus_ring(ui, rect.expand(1.0));
            }
            if response.on_hover_text(name).clicked() && !on {
                persona.color = place;
                changed = true;
            }
        }
    });
    if let Some(next) = row.follow(ui) {
        persona.color = next as u8;
        changed = true;
    }
    changed
}
