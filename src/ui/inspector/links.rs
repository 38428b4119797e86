//! Making and cutting links: lists to pick from, which can be searched where they are long, and a × on what is linked.

use std::sync::Arc;

use egui::{Align, Button, Id, Layout, PopupCloseBehavior, Rect, Response, ScrollArea, TextEdit, Ui, pos2, vec2};

use crate::edit::verbs::{self, Link, Linked};
use crate::model::{Barrier, Journey, Opportunity, Subject, TouchpointId, columns};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::combo::list_keys;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::scrolled::follow_focus;
use crate::ui::side::stage_name;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, name_field, paragraph_ui, rich, row_ui, small_icon_button_ui, told_line_at};

/// Lists longer than this can be searched.
const LONG: usize = 8;
/// More than this is not listed at once; the search finds the rest.
const MOST_LISTED: usize = 200;

/// A heading with a "+" that opens a list; what was picked of it.
pub(super) fn heading_pick_ui<T>(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (title, add): (&str, &str),
    choices: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.label(rich(title, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
        let pick = |ui: &mut Ui| {
            let add = small_icon_button_ui(ui, ctx.theme, IconName::Plus, add);
            pick_ui(ctx, &add, choices)
        };
        ui.with_layout(Layout::right_to_left(Align::Center), pick).inner
    })
    .inner
}

/// A quiet button below a list that opens another list; what was picked of that.
pub(super) fn known_ui<T>(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    label: &str,
    choices: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    let button = ui.add(Button::new(rich(label, ink(Weight::Medium, fonts::LABEL, ctx.theme.mute))).frame(false));
    pick_ui(ctx, &button, choices)
}

/// The list that a press on the button opens; what was picked of it. The choices are made only while it is open.
pub(super) fn pick_ui<T>(
    ctx: &ViewCtx<'_>,
    button: &Response,
    choices: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    let mut picked = None;
    let popup = egui::Popup::menu(button).width(300.0).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(300.0);
        picked = choices_ui(ui, ctx, (button.id.with("search"), button.clicked()), choices());
        if picked.is_some() {
            ui.close();
        }
    });
    picked
}

fn choices_ui<T>(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, fresh): (Id, bool), choices: Vec<(T, String)>) -> Option<T> {
    if choices.is_empty() {
        paragraph_ui(ui, &ctx.text("nothing-to-pick"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
        return None;
    }
    let wanted = if choices.len() > LONG { search_ui(ui, ctx, (id, fresh)) } else { String::new() };
    let mut picked = None;
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let fits = |(_, name): &(T, String)| wanted.is_empty() || name.to_lowercase().contains(&wanted);
        let (mut items, mut names) = (Vec::new(), Vec::new());
        for (choice, name) in choices.into_iter().filter(fits).take(MOST_LISTED) {
            let item = ui.add(Button::selectable(false, name.as_str()).truncate());
            if item.clicked() {
                picked = Some(choice);
            }
            items.push(item);
            names.push(name);
        }
        if !ui.ctx().text_edit_focused() {
            list_keys(ui, &items, (None, &names));
        }
        follow_focus(ui);
    });
    picked
}

/// A field to search in; what is searched for, in lower case.
fn search_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, fresh): (Id, bool)) -> String {
    let kept = ui.data(|data| data.get_temp::<String>(id));
    let mut text = kept.filter(|_| !fresh).unwrap_or_default();
    let name = ctx.text("search-field");
    let hint = rich(&name, ink(Weight::Regular, fonts::BODY, ctx.theme.prompt));
    let edit = TextEdit::singleline(&mut text).id(id).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(egui::Margin::symmetric(11, 6)));
    name_field(&response, (&name, &text));
    if fresh {
        response.request_focus();
    }
    let wanted = text.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(id, text));
    ui.add_space(4.0);
    wanted
}

/// A × at the right end of what is linked; true when it is pressed.
pub(super) fn cut_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rect: Rect, name: &str) -> bool {
    let square = Rect::from_center_size(pos2(rect.right() - 11.0, rect.top() + 12.0), vec2(22.0, 22.0));
    let label = ctx.texts.with("unlink-what", &[("title", name.to_owned().into())]);
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(square));
    small_icon_button_ui(&mut corner, ctx.theme, IconName::Close, &label).clicked()
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Nothing.
    Not,
    /// It was pressed to see what it stands for.
    Row,
    /// Its × was pressed.
    Cut,
}

/// A row that leads to what is linked, with a ×.
pub(super) fn row_with_cut_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, name: &str) -> Pressed {
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = row_ui(ui, ctx, (24.0, 0.0), name, false);
    let (rect, y) = (row.rect, row.rect.center().y);
    let arrow = Rect::from_center_size(pos2(rect.left() + 8.0, y), vec2(16.0, 16.0));
    icon::paint(ui.painter(), arrow, IconName::ArrowRight, rgba(ctx.theme.ink));
    let words = ink(Weight::Regular, 12.5, ctx.theme.ink);
    let place = (rect.left() + 22.0, y);
    let response = told_line_at(ui.painter(), place, (name, words), rect.width() - 50.0, row.response);
    if cut_ui(ui, ctx, rect, name) {
        Pressed::Cut
    } else if response.clicked() {
        Pressed::Row
    } else {
        Pressed::Not
    }
}

/// Touchpoints of a journey to pick from, in the order of the map.
pub(super) fn touchpoint_choices(
    ctx: &ViewCtx<'_>,
    journey: &Journey,
    offered: &dyn Fn(&TouchpointId) -> bool,
) -> Vec<(TouchpointId, String)> {
    let columns = columns(journey);
    let all = columns.iter().flat_map(|column| column.touchpoints.iter());
    let choice = |touchpoint: &Arc<crate::model::Touchpoint>| {
        let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
        let stage = journey.stage_of(touchpoint).map(|stage| stage_name(ctx, journey, stage));
        (touchpoint.id.clone(), format!("{title} · {}", stage.unwrap_or_default()))
    };
    all.filter(|touchpoint| offered(&touchpoint.id)).map(choice).collect()
}

/// The touchpoints of the shown journey, in a list that a press on the button opens; what was picked of it.
pub(in crate::ui) fn touchpoint_pick_ui(ctx: &ViewCtx<'_>, button: &Response) -> Option<TouchpointId> {
    pick_ui(ctx, button, || ctx.journey.map(|journey| touchpoint_choices(ctx, journey, &|_| true)).unwrap_or_default())
}

/// The touchpoints of a barrier, strength or opportunity: rows that lead to them, more of the shown journey by "+".
pub(super) fn touchpoints_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (linked, ids): (&Linked, &[TouchpointId])) {
    let link = |id: &TouchpointId, link: Link| ctx.push_edit(verbs::link_touchpoint(ctx.document, linked, id, link));
    let choices = || {
        let offered = |id: &TouchpointId| !ids.contains(id);
        ctx.journey.map(|journey| touchpoint_choices(ctx, journey, &offered)).unwrap_or_default()
    };
    let words = (ctx.text("at-touchpoints"), ctx.text("link-touchpoint"));
    if let Some(id) = heading_pick_ui(ui, ctx, (&words.0, &words.1), choices) {
        link(&id, Link::Make);
    }
    for id in ids {
        let Some((journey, touchpoint)) = ctx.document.touchpoint(id) else { continue };
        let name = ctx.named(&touchpoint.title, "untitled-touchpoint");
        match row_with_cut_ui(ui, ctx, &name) {
            Pressed::Cut => link(id, Link::Cut),
            Pressed::Row => {
                ctx.push(Action::ShowJourney(journey.id.clone()));
                ctx.push(Action::Reveal(Subject::Touchpoint(journey.id.clone(), id.clone())));
            }
            Pressed::Not => {}
        }
    }
    ui.add_space(6.0);
}

/// The barriers that an opportunity closes, each with a ×, and more by "+".
pub(super) fn barriers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, opportunity: &Opportunity) {
    let link =
        |barrier: &Barrier, link| ctx.push_edit(verbs::link_barrier(ctx.document, &opportunity.id, &barrier.id, link));
    let choices = || {
        let others = ctx.document.barriers.iter().filter(|it| !opportunity.barriers.contains(&it.id));
        others.map(|it| (Arc::clone(it), ctx.named(&it.statement, "map-untitled-note"))).collect()
    };
    let words = (ctx.text("closes-barriers"), ctx.text("link-barrier"));
    if let Some(barrier) = heading_pick_ui(ui, ctx, (&words.0, &words.1), choices) {
        link(&barrier, Link::Make);
    }
    for barrier in opportunity.barriers.iter().filter_map(|id| ctx.document.barriers.get(id)) {
        let name = ctx.named(&barrier.statement, "map-untitled-note");
        match row_with_cut_ui(ui, ctx, &name) {
            Pressed::Cut => link(barrier, Link::Cut),
            Pressed::Row => ctx.push(Action::Follow(Subject::Barrier(barrier.id.clone()))),
            Pressed::Not => {}
        }
    }
    ui.add_space(6.0);
}

/// The opportunities that close a barrier, each with a ×, and a list of the others.
pub(super) fn opportunities_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, barrier: &Barrier) {
    let link = |opportunity: &Opportunity, link| {
        ctx.push_edit(verbs::link_barrier(ctx.document, &opportunity.id, &barrier.id, link));
    };
    let (closing, others): (Vec<_>, Vec<_>) =
        ctx.document.opportunities.iter().partition(|it| it.barriers.contains(&barrier.id));
    for opportunity in closing {
        let name = ctx.named(&opportunity.statement, "map-untitled-note");
        match row_with_cut_ui(ui, ctx, &name) {
            Pressed::Cut => link(opportunity, Link::Cut),
            Pressed::Row => ctx.push(Action::Follow(Subject::Opportunity(opportunity.id.clone()))),
            Pressed::Not => {}
        }
    }
    if !others.is_empty() {
        let choices =
            || others.iter().map(|it| (Arc::clone(it), ctx.named(&it.statement, "map-untitled-note"))).collect();
        if let Some(opportunity) = known_ui(ui, ctx, &ctx.text("link-opportunity"), choices) {
            link(&opportunity, Link::Make);
        }
    }
    ui.add_space(6.0);
}
