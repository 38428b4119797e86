//! The parking lot and the glossary: a line to add, and what is there to be changed in place.

use std::sync::Arc;

use egui::{Id, Ui};

use super::fields::{LineField, enter_in, entry_ui, focus, line_ui, note};
use super::state::{Line, WorkshopAction, WorkshopView};
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::workshop::{
    change_glossary_entry, change_parking_item, remove_glossary_entry, remove_parking_item,
};
use crate::model::{GlossaryEntry, ParkingItem};
use crate::scene::Color;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, paragraph_ui, rich, small_icon_button_ui, told};

/// A card of these colours: fill and edge.
pub(super) fn card_ui(ui: &mut Ui, (fill, line): (Color, Color), content: impl FnOnce(&mut Ui)) {
    let frame = egui::Frame::new().fill(rgba(fill)).stroke((1.0, rgba(line))).corner_radius(8.0);
    frame.inner_margin(egui::Margin::symmetric(10, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}

/// A text without a frame that can be changed where it stands.
fn text_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, name): (Id, &str), text: &mut String, weight: Weight) -> bool {
    let edit = egui::TextEdit::multiline(text)
        .id(id)
        .font(fonts::font(weight, fonts::BODY))
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::symmetric(0, 2))
        .desired_rows(1)
        .desired_width(ui.available_width() - 30.0)
        .return_key(None);
    let response = ui.add(edit);
    told(ctx, &response, (name, text));
    response.changed()
}

pub(super) fn parking_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let (name, hint) = (ctx.text("parking-new"), ctx.text("parking-new-hint"));
    let field = LineField { id: Id::unique("parking-new"), name: &name, hint: &hint, size: fonts::BODY };
    if let Some(text) = entry_ui(ui, ctx, &field, view.line(Line::Parking)) {
        ctx.push(Action::Workshop(Box::new(WorkshopAction::Park(text))));
    }
    if view.wants_focus {
        focus(ui, field.id);
    }
    ui.add_space(4.0);
    let parking = ctx.document.workshop.parking_in_order();
    for item in &parking {
        parked_ui(ui, ctx, item);
    }
    if parking.is_empty() {
        paragraph_ui(ui, &ctx.text("parking-empty"), note(ctx));
    }
}

fn parked_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, item: &Arc<ParkingItem>) {
    card_ui(ui, (ctx.theme.card, ctx.theme.card_line), |ui| {
        ui.horizontal(|ui| {
            let mut text = item.text.clone();
            let id = Id::unique(("parked", &item.id));
            if text_ui(ui, ctx, (id, &item.text), &mut text, Weight::Regular) {
                let field = FieldKind::Text("parking");
                ctx.push_edit(change_parking_item(ctx.document, &item.id, field, |it| it.text = text));
            }
            parked_more_ui(ui, ctx, item);
        });
        let by = item.participant.as_ref().and_then(|id| ctx.document.participants.get(id));
        if let Some(participant) = by {
            ui.label(rich(&participant.name, note(ctx)));
        }
    });
}

fn parked_more_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, item: &Arc<ParkingItem>) {
    let name = ctx.texts.with("item-more", &[("title", item.text.clone().into())]);
    let more = small_icon_button_ui(ui, ctx.theme, IconName::More, &name);
    egui::Popup::menu(&more).show(|ui| {
        ui.set_min_width(200.0);
        let participants = &ctx.document.participants;
        ui.add_enabled_ui(!participants.is_empty(), |ui| {
            ui.menu_button(ctx.text("parking-by"), |ui| {
                let none = std::iter::once((None, ctx.text("choice-none")));
                for (id, name) in none.chain(participants.iter().map(|it| (Some(it.id.clone()), it.name.clone()))) {
                    if ui.radio(id == item.participant, name).clicked() {
                        let field = FieldKind::Property;
                        ctx.push_edit(change_parking_item(ctx.document, &item.id, field, |it| it.participant = id));
                        ui.close();
                    }
                }
            });
        });
        if ui.button(ctx.text("remove")).clicked() {
            ctx.push_edit(remove_parking_item(ctx.document, &item.id));
        }
    });
}

pub(super) fn glossary_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let ids = ["glossary-term", "glossary-meaning"].map(Id::unique);
    let mut entered = false;
    let (term, meaning) = &mut view.gloss;
    for ((id, text), key) in ids.into_iter().zip([&mut *term, &mut *meaning]).zip(["glossary-term", "glossary-meaning"])
    {
        let name = ctx.text(key);
        let field = line_ui(ui, ctx, &LineField { id, name: &name, hint: &name, size: fonts::BODY }, text);
        entered |= enter_in(ui, &field);
    }
    paragraph_ui(ui, &ctx.text("glossary-keys"), note(ctx));
    entered |= button_ui(ui, ctx.theme, &ctx.text("glossary-add"), Look::Primary).clicked();
    let taken = entered && !term.trim().is_empty();
    if taken {
        let (term, meaning) = std::mem::take(&mut view.gloss);
        let action = WorkshopAction::Gloss(term.trim().to_owned(), meaning.trim().to_owned());
        ctx.push(Action::Workshop(Box::new(action)));
    }
    let [first, _] = ids;
    if taken || view.wants_focus {
        focus(ui, first);
    }
    ui.add_space(4.0);
    let glossary = ctx.document.workshop.glossary_in_order();
    for entry in &glossary {
        entry_card_ui(ui, ctx, entry);
    }
    if glossary.is_empty() {
        paragraph_ui(ui, &ctx.text("glossary-empty"), note(ctx));
    }
}

fn entry_card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, entry: &Arc<GlossaryEntry>) {
    card_ui(ui, (ctx.theme.card, ctx.theme.card_line), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let mut term = entry.term.clone();
            let id = Id::unique(("gloss-term", &entry.id));
            if text_ui(ui, ctx, (id, &ctx.text("glossary-term")), &mut term, Weight::SemiBold) {
                let field = FieldKind::Text("term");
                ctx.push_edit(change_glossary_entry(ctx.document, &entry.id, field, |it| it.term = term));
            }
            let name = ctx.texts.with("unlink-what", &[("title", entry.term.clone().into())]);
            if small_icon_button_ui(ui, ctx.theme, IconName::Close, &name).clicked() {
                ctx.push_edit(remove_glossary_entry(ctx.document, &entry.id));
            }
        });
        let mut meaning = entry.meaning.clone();
        let id = Id::unique(("gloss-meaning", &entry.id));
        if text_ui(ui, ctx, (id, &ctx.text("glossary-meaning")), &mut meaning, Weight::Regular) {
            let field = FieldKind::Text("meaning");
            ctx.push_edit(change_glossary_entry(ctx.document, &entry.id, field, |it| it.meaning = meaning));
        }
    });
}
