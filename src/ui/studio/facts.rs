//! Who the persona is: facts side by side, texts, and the channels it prefers.

use egui::{Id, Ui, vec2};

use super::draft::{Change, Draft};
use super::field::{Field, Lines, field_ui, label_ui};
use crate::model::Demographics;
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::inspector::form::sensing_chip_ui;
use crate::ui::roving::Roving;
use crate::ui::widgets::{ink, paragraph_ui};

/// The facts in rows of two, by the names of their fields.
const FACTS: [[&str; 2]; 3] = [["age", "gender"], ["occupation", "income"], ["family", "place"]];

fn fact<'a>(facts: &'a mut Demographics, key: &str) -> &'a mut String {
    match key {
        "age" => &mut facts.age,
        "gender" => &mut facts.gender,
        "occupation" => &mut facts.occupation,
        "income" => &mut facts.income,
        "family" => &mut facts.family,
        _ => &mut facts.place,
    }
}

/// Age, occupation and the rest of demographics.
pub(super) fn facts_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let Draft { persona, .. } = draft;
    let mut change = None;
    for row in FACTS {
        ui.columns(2, |columns| {
            for (ui, key) in columns.iter_mut().zip(row) {
                let name = ctx.text(&format!("field-{key}"));
                label_ui(ui, ctx.theme, &name);
                let id = Id::unique(("persona-fact", &persona.id, key));
                let field = Field::body(ctx.theme, id, (&name, "—"));
                let text = fact(&mut persona.demographics, key);
                if field_ui(ui, ctx, &field, text).changed() {
                    if text.contains('\n') {
                        *text = text.replace('\n', " ");
                    }
                    change = Some(Change::Typed(key));
                }
            }
        });
        ui.add_space(4.0);
    }
    draft.note(change);
}

/// A text of several lines; `key` names its message, its hint and its field.
pub(super) fn text_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (draft, key): (&mut Draft, &'static str),
    text: fn(&mut Draft) -> &mut String,
) {
    let name = ctx.text(key);
    let hint = ctx.text(&format!("{key}-hint"));
    let id = Id::unique(("persona-text", &draft.persona.id, key));
    let field = Field { lines: Lines::Many, ..Field::body(ctx.theme, id, (&name, &hint)) };
    if field_ui(ui, ctx, &field, text(draft)).changed() {
        draft.note(Some(Change::Typed(key)));
    }
}

/// The project's channels, those pressed in that the persona prefers; one stop of the keyboard.
pub(super) fn channels_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let channels = ctx.document.channels_in_order();
    if channels.is_empty() {
        paragraph_ui(ui, &ctx.text("studio-no-channels"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
        return;
    }
    let Draft { persona, .. } = draft;
    let mut change = None;
    let mut row = Roving::any(ui, Id::unique(("persona-channels", &persona.id)), channels.len());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for channel in channels {
            let on = persona.channels.contains(&channel.id);
            let chip = sensing_chip_ui(ui, ctx, (&channel.name, &channel.name), (on, row.sense()));
            row.note(&chip);
            if chip.clicked() {
                if on {
                    persona.channels.retain(|other| *other != channel.id);
                } else {
                    persona.channels.push(channel.id.clone());
                    persona.channels.sort();
                }
                change = Some(Change::Done);
            }
        }
    });
    row.follow(ui);
    draft.note(change);
}
