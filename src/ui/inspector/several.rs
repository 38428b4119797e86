//! Several barriers or several opportunities at once: what is alike is shown, what differs is said to be mixed, and what
//! is changed is changed for all of them, as one entry of the history.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::Ui;

use super::form::{Form, chip_ui};
use super::words::{blocks_word, status_word};
use super::{kind_ui, links, owners};
use crate::analysis::ledger::Status;
use crate::edit::EditLabel;
use crate::edit::verbs::{change_barriers, change_opportunities};
use crate::model::{
    Barrier, BarrierId, BarrierStatus, Blocks, Date, DepartmentId, List, Opportunity, OpportunityId, OpportunityStatus,
    Subject, TouchpointId,
};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{ink, label_ui, paragraph_ui};

/// More touchpoints than this are counted and not listed.
const MOST_LISTED: usize = 40;

/// Shows the form where all that is selected is of one of these kinds; whether it is.
pub(super) fn alike_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) -> bool {
    let barriers = all_of(&ctx.document.barriers, ctx.selection, |subject| match subject {
        Subject::Barrier(id) => Some(id),
        _ => None,
    });
    let opportunities = all_of(&ctx.document.opportunities, ctx.selection, |subject| match subject {
        Subject::Opportunity(id) => Some(id),
        _ => None,
    });
    if let Some(barriers) = barriers {
        barriers_ui(ui, ctx, &barriers);
        return true;
    }
    if let Some(opportunities) = opportunities {
        opportunities_ui(ui, ctx, &opportunities);
        return true;
    }
    false
}

/// The selected things, if all of them are of one list.
fn all_of<'d, T: crate::model::Item>(
    list: &'d List<T>,
    selection: &[Subject],
    id: impl Fn(&Subject) -> Option<&T::Id>,
) -> Option<Vec<&'d Arc<T>>> {
    selection.iter().map(|subject| list.get(id(subject)?)).collect()
}

/// What all of them share, or that they differ.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shared<T> {
    Same(T),
    Mixed,
}

pub(super) fn shared<I, T: PartialEq>(items: &[&Arc<I>], value: impl Fn(&I) -> T) -> Shared<T> {
    let mut values = items.iter().map(|item| value(item));
    let Some(first) = values.next() else { return Shared::Mixed };
    if values.all(|value| value == first) { Shared::Same(first) } else { Shared::Mixed }
}

/// One of a few for all of them; what was chosen.
pub(super) fn choice_ui<T: PartialEq + Clone>(
    form: &mut Form<'_, '_>,
    field: &'static str,
    value: &Shared<T>,
    choices: Vec<(T, String)>,
) -> Option<T> {
    let mut offered: Vec<(Shared<T>, String)> =
        choices.into_iter().map(|(choice, words)| (Shared::Same(choice), words)).collect();
    if *value == Shared::Mixed {
        offered.insert(0, (Shared::Mixed, form.ctx.text("several-mixed")));
    }
    let mut chosen = value.clone();
    form.choice(field, &mut chosen, &offered);
    match chosen {
        Shared::Same(choice) if *value != Shared::Same(choice.clone()) => Some(choice),
        _ => None,
    }
}

/// A score for all of them, and whether one was pressed.
fn score_ui(form: &mut Form<'_, '_>, field: &'static str, value: &Shared<Option<u8>>) -> (Option<u8>, bool) {
    let before = if let Shared::Same(score) = value { *score } else { None };
    let mut score = before;
    form.score(field, &mut score);
    if *value == Shared::Mixed {
        mixed_ui(form);
    }
    (score, score != before)
}

fn mixed_ui(form: &mut Form<'_, '_>) {
    let words = form.ctx.text("several-mixed");
    form.ui.add_space(-6.0);
    paragraph_ui(form.ui, &words, ink(Weight::Regular, fonts::SMALL, form.ctx.theme.mute));
    form.ui.add_space(8.0);
}

/// Whether something is to hold for all of them, or for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    ForAll,
    ForNone,
}

/// Any of a few: a chip says of how many it holds where that is not all; a press makes it hold for all, or for none.
pub(super) fn chips_ui<T: Ord + Clone>(
    form: &mut Form<'_, '_>,
    field: &'static str,
    held: (&BTreeMap<T, usize>, usize),
    choices: &[(T, String)],
) -> Option<(T, Set)> {
    let (held, all) = held;
    let (ui, ctx) = (&mut *form.ui, form.ctx);
    if choices.is_empty() {
        return None;
    }
    label_ui(ui, ctx.theme, &ctx.text(&format!("field-{field}")));
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (choice, name) in choices {
            let count = held.get(choice).copied().unwrap_or_default();
            let words = if count == 0 || count == all { name.clone() } else { part_of(ctx, name, (count, all)) };
            if chip_ui(ui, ctx, &words, count == all).clicked() {
                let set = if count == all { Set::ForNone } else { Set::ForAll };
                pressed = Some((choice.clone(), set));
            }
        }
    });
    ui.add_space(6.0);
    pressed
}

/// "to buy · 2 of 5".
fn part_of(ctx: &ViewCtx<'_>, name: &str, (count, all): (usize, usize)) -> String {
    let arguments = [("name", name.to_owned().into()), ("count", count.into()), ("all", all.into())];
    ctx.texts.with("several-part", &arguments)
}

/// How often each value occurs.
pub(super) fn counted<I, T: Ord + Clone>(items: &[&Arc<I>], values: impl Fn(&I) -> &[T]) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        for value in values(item).iter().collect::<BTreeSet<_>>() {
            *counts.entry(value.clone()).or_default() += 1;
        }
    }
    counts
}

/// Sets a value of a sorted list.
fn set<T: Ord + Clone>(values: &mut Vec<T>, value: &T, set: Set) {
    values.retain(|other| other != value);
    if set == Set::ForAll {
        values.push(value.clone());
        values.sort();
    }
}

/// Makes or cuts a link; the order of the others stays.
pub(super) fn link<T: Clone + PartialEq>(links: &mut Vec<T>, to: &T, set: Set) {
    match set {
        Set::ForAll if !links.contains(to) => links.push(to.clone()),
        Set::ForAll => {}
        Set::ForNone => links.retain(|other| other != to),
    }
}

fn barriers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, barriers: &[&Arc<Barrier>]) {
    let ids: Vec<BarrierId> = barriers.iter().map(|barrier| barrier.id.clone()).collect();
    let count = barriers.len();
    head_ui(ui, ctx, ("kind-barrier", count), ctx.theme.negative_text);
    let apply = |change: &dyn Fn(&mut Barrier)| {
        ctx.push_edit(change_barriers(ctx.document, &ids, EditLabel::ChangeSeveral, change));
    };
    let mut form = Form::new(ui, ctx, ("several-barriers", count, ids.first()));
    let statuses: Vec<(BarrierStatus, String)> =
        BarrierStatus::ALL.into_iter().map(|it| (it, status_word(ctx, Status::Barrier(it)))).collect();
    if let (severity, true) = score_ui(&mut form, "severity", &shared(barriers, |it| it.severity)) {
        apply(&|it| it.severity = severity);
    }
    let today: Date = ctx.today;
    if let Some(status) = choice_ui(&mut form, "status", &shared(barriers, |it| it.status), statuses) {
        ctx.push_edit(change_barriers(ctx.document, &ids, EditLabel::SetStatus, |it| it.set_status(status, today)));
    }
    if let Some(owner) = choice_ui(&mut form, "owner", &shared(barriers, |it| it.owner.clone()), owners(ctx)) {
        apply(&|it| it.owner.clone_from(&owner));
    }
    let blocks: Vec<_> = Blocks::ALL.into_iter().map(|blocks| (blocks, blocks_word(ctx, blocks))).collect();
    let held = counted(barriers, |it| &it.blocks);
    if let Some((blocks, how)) = chips_ui(&mut form, "blocks", (&held, count), &blocks) {
        apply(&|it| set(&mut it.blocks, &blocks, how));
    }
    let held = counted(barriers, |it| &it.personas);
    if let Some((persona, how)) = chips_ui(&mut form, "concerns", (&held, count), &super::personas(ctx)) {
        apply(&|it| set(&mut it.personas, &persona, how));
    }
    let held = counted(barriers, |it| &it.touchpoints);
    if let Some((touchpoint, how)) = touchpoints_ui(ui, ctx, (&held, count)) {
        apply(&|it| link(&mut it.touchpoints, &touchpoint, how));
    }
}

fn opportunities_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, opportunities: &[&Arc<Opportunity>]) {
    let ids: Vec<OpportunityId> = opportunities.iter().map(|opportunity| opportunity.id.clone()).collect();
    let count = opportunities.len();
    head_ui(ui, ctx, ("kind-opportunity", count), ctx.theme.opportunity_text);
    let apply = |change: &dyn Fn(&mut Opportunity)| {
        ctx.push_edit(change_opportunities(ctx.document, &ids, EditLabel::ChangeSeveral, change));
    };
    let mut form = Form::new(ui, ctx, ("several-opportunities", count, ids.first()));
    if let (score, true) = score_ui(&mut form, "value-customer", &shared(opportunities, |it| it.value_to_customer)) {
        apply(&|it| it.value_to_customer = score);
    }
    if let (score, true) = score_ui(&mut form, "value-business", &shared(opportunities, |it| it.value_to_business)) {
        apply(&|it| it.value_to_business = score);
    }
    if let (score, true) = score_ui(&mut form, "effort", &shared(opportunities, |it| it.effort)) {
        apply(&|it| it.effort = score);
    }
    let statuses: Vec<(OpportunityStatus, String)> =
        OpportunityStatus::ALL.into_iter().map(|it| (it, status_word(ctx, Status::Opportunity(it)))).collect();
    if let Some(status) = choice_ui(&mut form, "status", &shared(opportunities, |it| it.status), statuses) {
        apply(&|it| it.status = status);
    }
    let owner: Shared<Option<DepartmentId>> = shared(opportunities, |it| it.owner.clone());
    if let Some(owner) = choice_ui(&mut form, "owner", &owner, owners(ctx)) {
        apply(&|it| it.owner.clone_from(&owner));
    }
    let held = counted(opportunities, |it| &it.touchpoints);
    if let Some((touchpoint, how)) = touchpoints_ui(ui, ctx, (&held, count)) {
        apply(&|it| link(&mut it.touchpoints, &touchpoint, how));
    }
}

pub(super) fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, count): (&str, usize), color: crate::scene::Color) {
    kind_ui(ui, &ctx.text(kind), color);
    let words = ctx.texts.with("selected-count", &[("count", count.into())]);
    ui.label(crate::ui::widgets::rich(&words, ink(Weight::Bold, 20.0, ctx.theme.ink)));
    paragraph_ui(ui, &ctx.text("several-hint"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    ui.add_space(6.0);
}

/// The touchpoints of any of them, with of how many; a × cuts it from all, "+" links all with another.
fn touchpoints_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (held, all): (&BTreeMap<TouchpointId, usize>, usize),
) -> Option<(TouchpointId, Set)> {
    let choices = || {
        let offered = |id: &TouchpointId| held.get(id).copied().unwrap_or_default() < all;
        ctx.journey.map(|journey| links::touchpoint_choices(ctx, journey, &offered)).unwrap_or_default()
    };
    let words = (ctx.text("at-touchpoints"), ctx.text("link-touchpoint"));
    let added = links::heading_pick_ui(ui, ctx, (&words.0, &words.1), choices);
    let mut change = added.map(|id| (id, Set::ForAll));
    let mut listed: Vec<(&TouchpointId, &usize)> = held.iter().collect();
    listed.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (id, count) in listed.iter().take(MOST_LISTED) {
        let Some((journey, touchpoint)) = ctx.document.touchpoint(id) else { continue };
        let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
        let name = if **count == all { title } else { part_of(ctx, &title, (**count, all)) };
        match links::row_with_cut_ui(ui, ctx, &name) {
            links::Pressed::Cut => change = Some(((*id).clone(), Set::ForNone)),
            links::Pressed::Row => {
                ctx.push(Action::ShowJourney(journey.id.clone()));
                ctx.push(Action::Reveal(Subject::Touchpoint(journey.id.clone(), (*id).clone())));
            }
            links::Pressed::Not => {}
        }
    }
    if let Some(more) = listed.len().checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        let words = ctx.texts.with("several-more", &[("count", more.into())]);
        paragraph_ui(ui, &words, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    }
    ui.add_space(6.0);
    change
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_set_for_all_or_for_none() {
        let check = |before: &[u8], value: u8, how: Set, expect: &[u8]| {
            let mut values = before.to_vec();
            set(&mut values, &value, how);
            assert_eq!(values, expect, "{before:?} {value} {how:?}");
        };
        check(&[1, 3], 2, Set::ForAll, &[1, 2, 3]);
        check(&[1, 3], 3, Set::ForAll, &[1, 3]);
        check(&[1, 3], 3, Set::ForNone, &[1]);
        check(&[1, 3], 2, Set::ForNone, &[1, 3]);
    }

    #[test]
    fn what_differs_is_mixed() {
        let check = |values: &[u8], expect: Shared<u8>| {
            let items: Vec<Arc<u8>> = values.iter().map(|value| Arc::new(*value)).collect();
            assert_eq!(shared(&items.iter().collect::<Vec<_>>(), |value| *value), expect, "{values:?}");
        };
        check(&[4, 4, 4], Shared::Same(4));
        check(&[4, 4, 5], Shared::Mixed);
        check(&[], Shared::Mixed);
    }
}
