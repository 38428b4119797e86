//! The decision log: what, who, by when, and which opportunities it takes up.

use std::sync::Arc;

use egui::{Id, RichText, Ui};

use super::fields::{LineField, enter_in, focus, line_ui, note};
use super::lists::card_ui;
use super::state::{DecisionDraft, WorkshopAction, WorkshopView};
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::workshop::{NewDecision, change_decision, remove_decision};
use crate::i18n::day::date_words;
use crate::i18n::day::{Lean, typed_day};
use crate::model::{Decision, OpportunityId, Subject};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::widgets::{Ink, Look, button_ui, ink, paragraph_ui, rich, small_icon_button_ui, told};

pub(super) fn decisions_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let ids = ["decision-what", "decision-who", "decision-due"].map(Id::unique);
    let mut entered = false;
    let draft = &mut view.decision;
    let fields = [&mut draft.what, &mut draft.who, &mut draft.due];
    let hints = ["decision-what", "decision-who", "decision-due-hint"];
    for ((id, text), (key, hint)) in
        ids.into_iter().zip(fields).zip(["decision-what", "decision-who", "decision-due"].into_iter().zip(hints))
    {
        let (name, hint) = (ctx.text(key), ctx.text(hint));
        let field = line_ui(ui, ctx, &LineField { id, name: &name, hint: &hint, size: fonts::BODY }, text);
        entered |= enter_in(ui, &field);
    }
    if draft.date_is_wrong {
        let wrong = ink(Weight::Medium, fonts::SMALL, ctx.theme.negative_text);
        paragraph_ui(ui, &ctx.text("decision-date-wrong"), wrong);
    }
    paragraph_ui(ui, &ctx.text("decision-keys"), note(ctx));
    entered |= button_ui(ui, ctx.theme, &ctx.text("decision-add"), Look::Primary).clicked();
    let [what, ..] = ids;
    if entered && take(ctx, draft) || view.wants_focus {
        focus(ui, what);
    }
    ui.add_space(8.0);
    let decisions = ctx.document.workshop.decisions_in_order();
    for decision in &decisions {
        decision_ui(ui, ctx, decision);
    }
    if decisions.is_empty() {
        paragraph_ui(ui, &ctx.text("decision-empty"), note(ctx));
    }
}

/// Writes the typed decision down, linked with the opportunity that is selected; says whether it could.
fn take(ctx: &ViewCtx<'_>, draft: &mut DecisionDraft) -> bool {
    let due = typed_day(&draft.due, (ctx.today, Lean::Ahead));
    draft.date_is_wrong = due.is_err();
    let Ok(due) = due else { return false };
    if draft.what.trim().is_empty() {
        return false;
    }
    let selected = |subject: &Subject| match subject {
        Subject::Opportunity(id) => Some(id.clone()),
        _ => None,
    };
    let DecisionDraft { what, who, .. } = std::mem::take(draft);
    let decision = NewDecision {
        what: what.trim().to_owned(),
        who: who.trim().to_owned(),
        due,
        opportunities: ctx.selection.iter().filter_map(selected).collect(),
    };
    ctx.push(Action::Workshop(Box::new(WorkshopAction::Decision(decision))));
    true
}

fn decision_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, decision: &Arc<Decision>) {
    card_ui(ui, (ctx.theme.card, ctx.theme.card_line), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let width = ui.available_width() - 30.0;
            field_ui(ui, ctx, decision, ("decision-what", Weight::SemiBold, width));
            let name = ctx.texts.with("unlink-what", &[("title", decision.what.clone().into())]);
            if small_icon_button_ui(ui, ctx.theme, IconName::Close, &name).clicked() {
                ctx.push_edit(remove_decision(ctx.document, &decision.id));
            }
        });
        ui.horizontal(|ui| {
            let width = ui.available_width() - 92.0;
            field_ui(ui, ctx, decision, ("decision-who", Weight::Regular, width));
            due_ui(ui, ctx, decision);
        });
        links_ui(ui, ctx, decision);
    });
}

/// What an empty field asks for.
fn prompt(ctx: &ViewCtx<'_>) -> Ink {
    Ink { color: ctx.theme.prompt, ..note(ctx) }
}

fn field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, decision: &Decision, (key, weight, width): (&'static str, Weight, f32)) {
    let mut text = if key == "decision-what" { decision.what.clone() } else { decision.who.clone() };
    let hint = rich(&ctx.text("decision-no-owner"), prompt(ctx));
    let edit = egui::TextEdit::multiline(&mut text)
        .id(Id::unique((key, &decision.id)))
        .font(fonts::font(weight, fonts::BODY))
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::symmetric(0, 2))
        .hint_text(hint)
        .desired_rows(1)
        .desired_width(width)
        .return_key(None);
    let response = ui.add(edit);
    let name = format!("{}: {}", ctx.text(key), decision.what);
    told(ctx, &response, (&name, &text));
    if response.changed() {
        let text = text.replace('\n', " ");
        let edit = change_decision(ctx.document, &decision.id, FieldKind::Text(key), |it| match key {
            "decision-what" => it.what = text,
            _ => it.who = text,
        });
        ctx.push_edit(edit);
    }
}

/// The day, as it is typed; what is no day changes nothing.
fn due_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, decision: &Decision) {
    let id = Id::unique(("decision-due", &decision.id));
    let focused = ui.memory(|memory| memory.has_focus(id));
    let kept = ui.data(|data| data.get_temp::<String>(id)).filter(|_| focused);
    let shown = || decision.due.map(|due| date_words(due, ctx.language())).unwrap_or_default();
    let mut text = kept.unwrap_or_else(shown);
    let edit = egui::TextEdit::singleline(&mut text)
        .id(id)
        .font(fonts::font(Weight::Regular, fonts::SMALL))
        .frame(egui::Frame::NONE)
        .hint_text(rich(&ctx.text("decision-due"), prompt(ctx)))
        .desired_width(80.0);
    let response = ui.add(edit);
    told(ctx, &response, (&format!("{}: {}", ctx.text("decision-due"), decision.what), &text));
    if response.gained_focus() {
        // To be changed it is written as it is read.
        text = decision.due.map(|due| due.to_string()).unwrap_or_default();
    }
    ui.data_mut(|data| data.insert_temp(id, text.clone()));
    if let Ok(due) = typed_day(&text, (ctx.today, Lean::Ahead))
        && response.changed()
        && due != decision.due
    {
        let edit = change_decision(ctx.document, &decision.id, FieldKind::Text("due"), |it| it.due = due);
        ctx.push_edit(edit);
    }
}

fn links_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, decision: &Decision) {
    let opportunities = &ctx.document.opportunities;
    let link = |edit: &dyn Fn(&mut Vec<OpportunityId>)| {
        let changed =
            change_decision(ctx.document, &decision.id, FieldKind::Property, |it| edit(&mut it.opportunities));
        ctx.push_edit(changed);
    };
    for id in &decision.opportunities {
        let Some(opportunity) = opportunities.get(id) else { continue };
        ui.horizontal(|ui| {
            let words = format!("→ {}", opportunity.statement);
            let width = ui.available_width() - 30.0;
            ui.allocate_ui(egui::vec2(width, 18.0), |ui| {
                ui.set_width(width);
                paragraph_ui(ui, &words, ink(Weight::Regular, fonts::SMALL, ctx.theme.opportunity_text));
            });
            let name = ctx.texts.with("unlink-what", &[("title", opportunity.statement.clone().into())]);
            if small_icon_button_ui(ui, ctx.theme, IconName::Close, &name).clicked() {
                link(&|links| links.retain(|other| other != id));
            }
        });
    }
    if opportunities.len() <= decision.opportunities.len() {
        return;
    }
    let name = ctx.text("decision-link");
    let others: Vec<_> = opportunities.iter().filter(|it| !decision.opportunities.contains(&it.id)).collect();
    let choices: Vec<_> = others.iter().map(|it| RichText::new(&it.statement)).collect();
    let (salt, width) = (Id::unique(("decision-link", &decision.id)), ui.available_width());
    let combo = Combo { salt, name: &name, shown: rich(&name, note(ctx)), width };
    let (_, picked) = combo_ui(ui, ctx.theme, combo, (None, &choices));
    if let Some(opportunity) = picked.and_then(|place| others.get(place)) {
        link(&|links| links.push(opportunity.id.clone()));
    }
}
