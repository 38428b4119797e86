//! Dot voting: prepare, enter the dots counted by hand, check that all are in, then show the result.

use std::sync::Arc;

use egui::{Id, RichText, Ui, vec2};

use super::fields::{Counted, Step, count_ui, focus_count, note};
use super::ranking::{progress_ui, ranking_ui};
use super::state::{WorkshopAction, WorkshopView};
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::workshop::{Shown, add_choices, change_vote, remove_vote, reveal, set_dots};
use crate::model::{Subject, Vote};
use crate::present::workshop::tally::{Scope, choice_words, choices, tally};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::inspector::form::chip_ui;
use crate::ui::widgets::{Look, button_ui, ink, label_ui, paragraph_ui, rich, told};

/// The vote that is shown: the chosen one, else the last.
pub(super) fn shown<'c>(ctx: &ViewCtx<'c>, view: &WorkshopView) -> Option<&'c Arc<Vote>> {
    let votes = &ctx.document.workshop.votes;
    let chosen = view.vote.as_ref().and_then(|id| votes.get(id));
    chosen.or_else(|| ctx.document.workshop.votes_in_order().last().copied())
}

pub(super) fn voting_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let vote = shown(ctx, view);
    let Some(vote) = vote.filter(|_| !view.vote_draft.open) else {
        draft_ui(ui, ctx, view);
        return;
    };
    pick_ui(ui, ctx, view, vote);
    question_ui(ui, ctx, vote);
    if vote.revealed {
        ranking_ui(ui, ctx, &tally(vote).ranking);
        ui.add_space(4.0);
        if button_ui(ui, ctx.theme, &ctx.text("vote-hide"), Look::Plain).clicked() {
            ctx.push_edit(reveal(ctx.document, &vote.id, Shown::No));
            view.wants_focus = true;
        }
    } else {
        rules_ui(ui, ctx, vote);
        counting_ui(ui, ctx, view, vote);
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let new = button_ui(ui, ctx.theme, &ctx.text("vote-new"), Look::Plain);
        // Enter, pressed once too often, must not take a result off the wall.
        if view.wants_focus && vote.revealed {
            new.request_focus();
        }
        if new.clicked() {
            view.vote_draft.open = true;
            view.wants_focus = true;
        }
        if button_ui(ui, ctx.theme, &ctx.text("vote-remove"), Look::Danger).clicked() {
            ctx.push_edit(remove_vote(ctx.document, &vote.id));
        }
    });
}

fn pick_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, vote: &Vote) {
    let votes = ctx.document.workshop.votes_in_order();
    if votes.len() < 2 {
        return;
    }
    let chosen = votes.iter().position(|other| other.id == vote.id);
    let words = |(at, vote): (usize, &&Arc<Vote>)| RichText::new(format!("{}. {}", at + 1, vote.title));
    let choices: Vec<_> = votes.iter().enumerate().map(words).collect();
    let (name, width) = (ctx.text("vote-pick"), ui.available_width());
    let shown = RichText::new(&vote.title);
    let combo = Combo { salt: Id::unique("vote-pick"), name: &name, shown, width };
    let (_, picked) = combo_ui(ui, ctx.theme, combo, (chosen, &choices));
    if let Some(other) = picked.and_then(|place| votes.get(place)) {
        view.vote = Some(other.id.clone());
        view.wants_focus = true;
    }
}

fn question_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, vote: &Vote) {
    let mut title = vote.title.clone();
    let edit = egui::TextEdit::multiline(&mut title)
        .id(Id::unique(("vote-title", &vote.id)))
        .font(fonts::font(Weight::SemiBold, 15.0))
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::symmetric(0, 2))
        .desired_width(f32::INFINITY)
        .desired_rows(1)
        .return_key(None);
    let response = ui.add(edit);
    told(ctx, &response, (&ctx.text("vote-question"), &title));
    if response.changed() {
        let title = title.replace('\n', " ");
        ctx.push_edit(change_vote(ctx.document, &vote.id, FieldKind::Text("vote"), |it| it.title = title));
    }
}

/// Dots each and voters, which may turn out otherwise than planned.
fn rules_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, vote: &Vote) {
    ui.horizontal(|ui| {
        let figures = [("vote-dots-each", vote.dots_each), ("vote-voters", vote.voters)];
        for (key, value) in figures {
            let name = ctx.text(key);
            label_ui(ui, ctx.theme, &name);
            let id = Id::unique((key, &vote.id));
            if let Counted { value: Some(value), .. } = count_ui(ui, ctx, (id, &name), value) {
                let edit = change_vote(ctx.document, &vote.id, FieldKind::Text(key), |it| match key {
                    "vote-dots-each" => it.dots_each = value,
                    _ => it.voters = value,
                });
                ctx.push_edit(edit);
            }
            ui.add_space(8.0);
        }
    });
}

fn count_id(vote: &Vote, choice: &Subject) -> Id {
    Id::unique(("vote-count", &vote.id, choice))
}

fn counting_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, vote: &Arc<Vote>) {
    let tally = tally(vote);
    progress_ui(ui, ctx, (tally.entered, tally.expected));
    let over = tally.entered > tally.expected;
    let color = if over { ctx.theme.negative_text } else { ctx.theme.ink };
    ui.label(rich(&tally.entered_words(ctx.texts), ink(Weight::SemiBold, fonts::BODY, color)));
    if over {
        ui.label(rich(&ctx.text("vote-too-many"), ink(Weight::Regular, fonts::SMALL, color)));
    }
    ui.add_space(2.0);
    let mut on_to_reveal = false;
    for (index, (choice, dots)) in vote.results.iter().enumerate() {
        let words = choice_words(ctx.document, choice, ctx.texts);
        let counted = choice_ui(ui, ctx, (count_id(vote, choice), index + 1, &words), *dots);
        if let Some(dots) = counted.value {
            ctx.push_edit(set_dots(ctx.document, &vote.id, choice, dots));
        }
        match counted.step {
            Some(Step::Next) => match vote.results.get(index + 1) {
                Some((next, dots)) => focus_count(ui, count_id(vote, next), *dots),
                None => on_to_reveal = true,
            },
            Some(Step::Previous) => {
                if let Some((previous, dots)) = index.checked_sub(1).and_then(|at| vote.results.get(at)) {
                    focus_count(ui, count_id(vote, previous), *dots);
                }
            }
            None => {}
        }
    }
    if view.wants_focus
        && let Some((first, dots)) = vote.results.first()
    {
        focus_count(ui, count_id(vote, first), *dots);
    }
    new_choices_ui(ui, ctx, vote);
    paragraph_ui(ui, &ctx.text("vote-keys"), note(ctx));
    paragraph_ui(ui, &ctx.text("vote-hidden"), note(ctx));
    let look = if tally.is_complete() { Look::Primary } else { Look::Plain };
    let button = button_ui(ui, ctx.theme, &ctx.text("vote-reveal"), look);
    if on_to_reveal {
        button.request_focus();
    }
    if button.clicked() {
        ctx.push_edit(reveal(ctx.document, &vote.id, Shown::Yes));
        view.wants_focus = true;
    }
}

/// A choice with its number on the voting sheet, and its dots.
fn choice_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, number, words): (Id, usize, &str), dots: u32) -> Counted {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let width = ui.available_width() - 44.0 - 30.0 - 8.0;
        let number = rich(&number.to_string(), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute));
        ui.add_sized(vec2(22.0, 18.0), egui::Label::new(number));
        ui.allocate_ui_with_layout(vec2(width, 20.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(width);
            paragraph_ui(ui, words, ink(Weight::Regular, fonts::BODY, ctx.theme.ink));
        });
        let name = ctx.texts.with("vote-count", &[("choice", words.to_owned().into())]);
        count_ui(ui, ctx, (id, &name), dots)
    })
    .inner
}

/// What was captured after the vote began.
fn new_choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, vote: &Vote) {
    let Some(journey) = ctx.journey else { return };
    let scope = match vote.results.first() {
        Some((Subject::Barrier(_), _)) => Scope::Barriers,
        Some((Subject::Touchpoint(id, _), _)) if *id == journey.id => Scope::Touchpoints,
        Some((Subject::Opportunity(_), _)) => Scope::Opportunities,
        _ => return,
    };
    let mut new = choices(ctx.document, journey, scope);
    new.retain(|choice| !vote.results.iter().any(|(known, _)| known == choice));
    if !new.is_empty() {
        let name = ctx.texts.with("vote-add-new", &[("count", new.len().into())]);
        if button_ui(ui, ctx.theme, &name, Look::Plain).clicked() {
            ctx.push_edit(add_choices(ctx.document, &vote.id, &new));
        }
    }
}

fn draft_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let Some(journey) = ctx.journey else { return };
    label_ui(ui, ctx.theme, &ctx.text("vote-scope"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for scope in Scope::ALL {
            let name = ctx.text(&format!("vote-scope-{}", scope.key()));
            let chip = chip_ui(ui, ctx, &name, scope == view.vote_draft.scope);
            if chip.clicked() {
                view.vote_draft.scope = scope;
            }
        }
    });
    let people = u32::try_from(ctx.document.participants.len()).unwrap_or(u32::MAX).max(1);
    let voters = view.vote_draft.voters.unwrap_or(people);
    let ids = ["draft-dots", "draft-voters"].map(Id::unique);
    let [dots_id, voters_id] = ids;
    let mut on_to_start = false;
    ui.horizontal(|ui| {
        let name = ctx.text("vote-dots-each");
        label_ui(ui, ctx.theme, &name);
        let counted = count_ui(ui, ctx, (dots_id, &name), view.vote_draft.dots_each);
        view.vote_draft.dots_each = counted.value.unwrap_or(view.vote_draft.dots_each);
        if counted.step == Some(Step::Next) {
            focus_count(ui, voters_id, voters);
        }
        ui.add_space(8.0);
        let name = ctx.text("vote-voters");
        label_ui(ui, ctx.theme, &name);
        let counted = count_ui(ui, ctx, (voters_id, &name), voters);
        view.vote_draft.voters = counted.value.or(view.vote_draft.voters);
        match counted.step {
            Some(Step::Next) => on_to_start = true,
            Some(Step::Previous) => focus_count(ui, dots_id, view.vote_draft.dots_each),
            None => {}
        }
    });
    let any = !choices(ctx.document, journey, view.vote_draft.scope).is_empty();
    if !any {
        paragraph_ui(ui, &ctx.text("vote-no-choices"), note(ctx));
    }
    ui.add_space(4.0);
    let name = ctx.text("vote-start");
    let start = ui.add_enabled_ui(any, |ui| button_ui(ui, ctx.theme, &name, Look::Primary)).inner;
    // Most votes begin as offered: Enter is enough.
    if on_to_start || view.wants_focus {
        start.request_focus();
    }
    if start.clicked() {
        let draft = &mut view.vote_draft;
        draft.open = false;
        let action = WorkshopAction::Vote(draft.scope, draft.dots_each, voters);
        ctx.push(Action::Workshop(Box::new(action)));
    }
}
