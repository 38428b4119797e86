//! The cards on the board: Tab walks them, arrows move the one with the keyboard, the pointer picks one up.

use egui::{EventFilter, FocusDirection, Popup, Rect, Role, Sense, Ui, WidgetInfo};

use super::hold::Held;
use super::{BoardView, Laid, rate};
use crate::analysis::ledger::{Rating, Worth};
use crate::analysis::level;
use crate::edit::MergeKey;
use crate::model::{Opportunity, OpportunityId, Subject};
use crate::ui::action::Action;
use crate::ui::command::RoomKey;
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu;
use crate::ui::inspector::level_said;
use crate::ui::ledger::LedgerAction;
use crate::ui::menu::menu_look;
use crate::ui::style::rgba;
use crate::ui::widgets::focus_ring;

/// Steps to the right and up, in the order of [`RoomKey::BoardMove`].
const ARROWS: [(i8, i8); 4] = [(-1, 0), (1, 0), (0, 1), (0, -1)];

/// What the cards take from pointer and keyboard.
pub(super) fn cards_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, board: &mut BoardView, laid: &Laid<'_>) {
    for card in &laid.board.cards {
        let Some(opportunity) = laid.listed.opportunities.get(card.index) else { continue };
        let rect = laid.on_screen(card.area);
        let cell = laid.on_screen(laid.board.plot.cell(card.rating));
        touch_ui(ui, ctx, board, (opportunity, Some(card.rating)), (rect, cell));
    }
    for pile in &laid.board.piles {
        let rect = laid.on_screen(pile.badge);
        let members = pile.members.iter().filter_map(|index| laid.listed.opportunities.get(*index));
        let id = ui.scope_id().with(("board-pile", pile.rating.effort, pile.rating.value_halves));
        let response = ui.interact(rect, id, Sense::click());
        let count = pile.members.len().saturating_sub(1);
        let name = ctx.texts.with("board-more", &[("count", count.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand(2.0), 12.0, (1.5, rgba(ctx.theme.accent)), egui::StrokeKind::Outside);
        }
        Popup::menu(&response).width(280.0).show(|ui| {
            menu_look(ui);
            for opportunity in members {
                if ui.button(named(ctx, opportunity)).clicked() {
                    ctx.push(Action::Select(vec![Subject::Opportunity(opportunity.id.clone())]));
                    ui.memory_mut(|memory| memory.request_focus(card_id(&opportunity.id)));
                    ui.close();
                }
            }
        });
        response.on_hover_text(&name);
    }
}

pub(super) fn card_id(id: &OpportunityId) -> egui::Id {
    egui::Id::unique(("board-card", id.as_str()))
}

/// What it says, or what is said instead.
pub(super) fn named(ctx: &ViewCtx<'_>, opportunity: &Opportunity) -> String {
    ctx.named(&opportunity.statement, "map-untitled-note").replace('\n', " ")
}

/// What one card takes, on the board or beside it.
pub(super) fn touch_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    board: &mut BoardView,
    (opportunity, rating): (&Opportunity, Option<Rating>),
    (rect, cell): (Rect, Rect),
) {
    let id = card_id(&opportunity.id);
    let subject = Subject::Opportunity(opportunity.id.clone());
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let selected = ctx.is_selected(&subject);
    let said = said(ctx, opportunity, rating);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &said));
    if response.hovered() || selected {
        let edge = (if selected { 2.0 } else { 1.0 }, rgba(ctx.theme.accent));
        ui.painter().rect_stroke(rect, 8.0, edge, egui::StrokeKind::Inside);
    }
    if response.has_focus() {
        focus_ring(ui, rect.expand(3.0));
        keys(ui, ctx, board.worth, (opportunity, rating));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.gained_focus() && !selected || response.clicked() {
        ctx.push(Action::Select(vec![subject.clone()]));
    }
    if response.clicked() {
        response.request_focus();
    }
    if response.lost_focus() {
        ctx.push(Action::BreakMerge);
    }
    if response.drag_started()
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        let (grab, center) = (origin - rect.min, cell.center() - origin);
        board.held = Some(Held { id: opportunity.id.clone(), grab, size: rect.size(), center, from: rating });
        ctx.push(Action::Select(vec![subject.clone()]));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let response = if board.held.is_none() { response.on_hover_text(&said) } else { response };
    context_menu(&response, |ui| {
        menu_look(ui);
        if ui.button(ctx.text("ledger-show-on-map")).clicked() {
            ctx.push(Action::Ledger(Box::new(LedgerAction::ShowOnMap(subject.clone()))));
            ui.close();
        }
        if rating.is_some() && ui.button(ctx.text("board-unrate")).clicked() {
            if let Some(edit) = rate(ctx, &opportunity.id, None, board.worth) {
                ctx.push(Action::Edit(edit));
            }
            ui.close();
        }
    });
}

/// The card as assistive technology says it.
fn said(ctx: &ViewCtx<'_>, opportunity: &Opportunity, rating: Option<Rating>) -> String {
    let statement = named(ctx, opportunity);
    let rated = match rating {
        Some(rating) => format!("{statement}, {}", super::rating_words(ctx, rating)),
        None => ctx.texts.with("board-unrated", &[("statement", statement.into())]),
    };
    format!("{rated}, {}", level_said(ctx, level(ctx.document, &opportunity.evidence)))
}

/// Arrows move by one step; what is not rated yet goes to the middle first. Presses in a row are undone together.
fn keys(ui: &Ui, ctx: &ViewCtx<'_>, worth: Worth, (opportunity, rating): (&Opportunity, Option<Rating>)) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(card_id(&opportunity.id), filter));
    let mut goal = rating;
    while let Some((way, times)) = RoomKey::BoardMove.heard(ui) {
        let (right, up) = ARROWS.get(way).copied().unwrap_or_default();
        for _ in 0..times {
            goal = Some(goal.map_or(Rating::MIDDLE, |rating| rating.moved(right, up, worth)));
            // In the frame behind the one that brought the keyboard here the lock does not hold yet.
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
    }
    if goal != rating
        && let Some(edit) = rate(ctx, &opportunity.id, goal, worth)
    {
        let subject = Subject::Opportunity(opportunity.id.clone());
        ctx.push(Action::Edit(crate::edit::Edit { merge: Some(MergeKey { subject, field: "rating" }), ..edit }));
    }
    if RoomKey::BoardShow.is_heard(ui) {
        let subject = Subject::Opportunity(opportunity.id.clone());
        ctx.push(Action::Ledger(Box::new(LedgerAction::ShowOnMap(subject))));
    }
}
