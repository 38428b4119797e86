//! What the minutes will hold, notes for them, and where they are saved.

use egui::{Id, Ui};

use super::fields::{fact_ui, note};
use super::state::WorkshopView;
use crate::edit::verbs::change::{self, FieldKind};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{PaperChoice, PaperWhat};
use crate::ui::fonts;
use crate::ui::widgets::{Look, button_ui, ink, label_ui, paragraph_ui, rich, told};

pub(super) fn minutes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &WorkshopView) {
    let workshop = &ctx.document.workshop;
    ui.label(rich(&ctx.text("minutes-contains"), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
    for (key, count) in [
        ("minutes-participants", ctx.document.participants.len()),
        ("minutes-agenda", workshop.agenda.len()),
        ("minutes-decisions", workshop.decisions.len()),
        ("minutes-votes", workshop.votes.len()),
        ("minutes-polls", workshop.polls.len()),
        ("minutes-parking", workshop.parking.len()),
        ("minutes-glossary", workshop.glossary.len()),
    ] {
        let color = if count == 0 { ctx.theme.mute } else { ctx.theme.ink };
        fact_ui(ui, (&ctx.text(key), &count.to_string()), color);
    }
    ui.add_space(4.0);
    let name = ctx.text("minutes-notes-field");
    label_ui(ui, ctx.theme, &name);
    let mut notes = workshop.notes.clone();
    let edit = egui::TextEdit::multiline(&mut notes)
        .id(Id::unique("minutes-notes"))
        .margin(egui::Margin::symmetric(11, 7))
        .desired_width(f32::INFINITY)
        .desired_rows(4);
    let response = ui.add(edit);
    told(ctx, &response, (&name, &notes));
    if response.changed() {
        let edit = change::workshop(ctx.document, FieldKind::Text("notes"), |it| it.notes = notes);
        ctx.push(Action::Edit(edit));
    }
    paragraph_ui(ui, &ctx.text("minutes-privacy"), note(ctx));
    ui.add_space(4.0);
    let Some(journey) = ctx.journey_id() else { return };
    for (key, what, look) in [
        ("minutes-pdf", PaperWhat::MinutesPdf, Look::Primary),
        ("minutes-markdown", PaperWhat::MinutesMarkdown, Look::Plain),
    ] {
        let button = button_ui(ui, ctx.theme, &ctx.text(key), look);
        if view.wants_focus && look == Look::Primary {
            button.request_focus();
        }
        if button.clicked() {
            ctx.push(Action::Print(PaperChoice { journey: journey.clone(), what }));
        }
    }
}
