//! Lanes: their order, height, folding and visibility in a journey's inspector, and a touchpoint's cells in lanes of the user's own.

use std::sync::Arc;

use egui::{Align, Id, Layout, Margin, Response, TextEdit, Ui};

use super::form::whole_on_hover;
use super::links::pick_ui;
use crate::edit::verbs::{Fold, Visibility, move_lane, set_lane_fold, set_lane_height, set_lane_visibility};
use crate::edit::{ItemValue, MergeKey};
use crate::i18n::number::{plain_number, typed_number};
use crate::model::{CellValue, CustomLane, Journey, Lane, LaneContent, LaneId, LaneSetting, Subject, Touchpoint};
use crate::ui::action::{Action, New};
use crate::ui::canvas::arrange::TALLEST;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::tabbed::select_on_tab;
use crate::ui::widgets::{Look, button_ui, label_ui, small_icon_button_ui, told};

/// All lanes of a journey in the order of the map, and a way to add one.
pub(super) fn lanes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Arc<Journey>) {
    let lanes = journey.lanes_in_order();
    for (index, setting) in lanes.iter().enumerate() {
        lane_ui(ui, ctx, (journey, setting), (&lanes, index));
        if let Lane::Custom(id) = &setting.lane
            && let Some(lane) = journey.custom_lanes.get(id)
        {
            own_lane_ui(ui, ctx, (journey, lane));
        }
    }
    ui.add_space(6.0);
    let add = button_ui(ui, ctx.theme, &ctx.text("add-lane"), Look::Plain);
    let contents = || {
        let contents = [LaneContent::Text, LaneContent::Number, LaneContent::Picture];
        let keys = ["lane-of-text", "lane-of-numbers", "lane-of-pictures"];
        contents.into_iter().zip(keys.map(|key| ctx.text(key))).collect()
    };
    if let Some(content) = pick_ui(ctx, &add, contents) {
        ctx.push(Action::Add(New::Lane(content)));
    }
}

fn lane_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, setting): (&Journey, &LaneSetting),
    (lanes, index): (&[LaneSetting], usize),
) {
    let lane = &setting.lane;
    let name = lane_name(ctx, journey, lane);
    let about = |key: &str| ctx.texts.with(key, &[("title", name.clone().into())]);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut shown = !setting.hidden;
        if ui.checkbox(&mut shown, short(&name)).changed() {
            let visibility = if shown { Visibility::Shown } else { Visibility::Hidden };
            ctx.push_edit(set_lane_visibility(ctx.document, &journey.id, lane, visibility));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let moves = [
                (below(lanes, index), IconName::MoveDown, "move-lane-down"),
                (above(lanes, index), IconName::MoveUp, "move-lane-up"),
            ];
            for (place, icon, key) in moves {
                let button = |ui: &mut Ui| small_icon_button_ui(ui, ctx.theme, icon, &about(key));
                let pressed = ui.add_enabled_ui(place.is_some(), button).inner.clicked();
                if let Some(place) = place.filter(|_| pressed) {
                    ctx.push_edit(move_lane(ctx.document, &journey.id, lane, place));
                }
            }
            let (icon, key, fold) = if setting.folded {
                (IconName::Right, "open-lane-what", Fold::Open)
            } else {
                (IconName::Down, "fold-lane-what", Fold::Folded)
            };
            if small_icon_button_ui(ui, ctx.theme, icon, &about(key)).clicked() {
                ctx.push_edit(set_lane_fold(ctx.document, &journey.id, lane, fold));
            }
            height_ui(ui, ctx, (journey, setting), &about("height-of-lane"));
        });
    });
}

/// The place of the next seen lane above; a hidden one stands where it usually does and is not moved.
fn above(lanes: &[LaneSetting], index: usize) -> Option<usize> {
    let moves = lanes.get(index).is_some_and(|lane| !lane.hidden);
    lanes.iter().take(index).rposition(|lane| !lane.hidden).filter(|_| moves)
}

fn below(lanes: &[LaneSetting], index: usize) -> Option<usize> {
    let moves = lanes.get(index).is_some_and(|lane| !lane.hidden);
    let further = lanes.iter().skip(index + 1).position(|lane| !lane.hidden);
    further.map(|further| index + 1 + further).filter(|_| moves)
}

/// What a lane is called.
pub fn lane_name(ctx: &ViewCtx<'_>, journey: &Journey, lane: &Lane) -> String {
    match lane {
        Lane::Custom(id) => {
            let title = journey.custom_lanes.get(id).map(|lane| lane.title.as_str()).unwrap_or_default();
            ctx.named(title, "new-lane")
        }
        built_in => ctx.text(&format!("lane-{}", built_in.key())),
    }
}

/// A name that leaves room for what stands beside it.
fn short(name: &str) -> String {
    if name.chars().count() <= 18 { name.to_owned() } else { name.chars().take(17).chain(['…']).collect() }
}

/// The least height of a lane; empty: as tall as what it holds.
fn height_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, setting): (&Journey, &LaneSetting), name: &str) {
    let id = Id::unique(("lane-height", &journey.id, setting.lane.key()));
    let shown = || setting.height.map(|height| plain_number(height, 0, ctx.language())).unwrap_or_default();
    let mut text = typed_text(ui, id, shown);
    let changed = field_ui(ui, ctx, (id, name), &mut text, 34.0).changed();
    let height = typed_number(&text, ctx.language()).ok();
    let height = height.filter(|height| height.is_none_or(|height| (0.0..=TALLEST).contains(&height)));
    if let (true, Some(height)) = (changed, height) {
        let edit = set_lane_height(ctx.document, &journey.id, &setting.lane, height);
        let merge = Some(MergeKey { subject: Subject::Journey(journey.id.clone()), field: "lane-height" });
        ctx.push_edit(edit.map(|edit| crate::edit::Edit { merge, ..edit }));
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}

/// A lane of the user's own: its title, and a way to remove it.
fn own_lane_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, lane): (&Journey, &Arc<CustomLane>)) {
    ui.horizontal(|ui| {
        ui.add_space(22.0);
        let mut changed = (**lane).clone();
        let id = Id::unique(("lane-title", &journey.id, &lane.id));
        let width = ui.available_width() - 54.0;
        let subject = Subject::Lane(journey.id.clone(), lane.id.clone());
        if field_ui(ui, ctx, (id, &ctx.text("field-lane-title")), &mut changed.title, width).changed() {
            ctx.put(subject.clone(), "title", ItemValue::Lane(journey.id.clone(), changed.into()));
        }
        let name = ctx.texts.with("delete-lane", &[("title", ctx.named(&lane.title, "new-lane").into())]);
        if small_icon_button_ui(ui, ctx.theme, IconName::Delete, &name).clicked() {
            ctx.push(Action::Remove(vec![subject]));
        }
    });
}

/// A narrow field without a label of its own; the name is for assistive technology.
pub(super) fn field_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (id, name): (Id, &str),
    text: &mut String,
    width: f32,
) -> Response {
    let response = ui.add(TextEdit::singleline(text).id(id).margin(Margin::symmetric(8, 4)).desired_width(width));
    select_on_tab(ui, &response, text);
    told(ctx, &response, (name, text));
    whole_on_hover(ui, response, text)
}

/// What is being typed, which may differ from what the value shows ("1," on the way to "1,5").
fn typed_text(ui: &Ui, id: Id, shown: impl FnOnce() -> String) -> String {
    let focused = ui.memory(|memory| memory.has_focus(id));
    ui.data(|data| data.get_temp::<String>(id)).filter(|_| focused).unwrap_or_else(shown)
}

/// What a touchpoint says in the lanes of the user's own; the field that was changed.
pub(super) fn cells_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, touchpoint): (&Journey, &mut Touchpoint),
) -> Option<&'static str> {
    let mut changed = None;
    for setting in journey.lanes_in_order() {
        let Lane::Custom(lane_id) = setting.lane else { continue };
        let Some(lane) = journey.custom_lanes.get(&lane_id) else { continue };
        let name = ctx.named(&lane.title, "new-lane");
        ui.spacing_mut().item_spacing.y = 4.0;
        label_ui(ui, ctx.theme, &name);
        let id = Id::unique(("cell", &touchpoint.id, &lane_id));
        let mut value = touchpoint.cells.iter().find(|cell| cell.lane == lane_id).map(|cell| cell.value.clone());
        let was_changed = match lane.content {
            LaneContent::Text => text_cell_ui(ui, ctx, (id, &name), &mut value),
            LaneContent::Number => number_cell_ui(ui, ctx, (id, &name), &mut value),
            LaneContent::Picture => picture_cell_ui(ui, ctx, (touchpoint, &lane_id, &name), &mut value),
        };
        if was_changed {
            touchpoint.set_cell(&lane_id, value);
            changed = Some("cell");
        }
        ui.add_space(6.0);
    }
    changed
}

fn text_cell_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, name): (Id, &str), value: &mut Option<CellValue>) -> bool {
    let mut text = match value {
        Some(CellValue::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let edit = TextEdit::multiline(&mut text).id(id).margin(Margin::symmetric(11, 7));
    let response = ui.add(edit.desired_width(f32::INFINITY).desired_rows(2));
    told(ctx, &response, (name, &text));
    if response.changed() {
        *value = Some(text).filter(|text| !text.is_empty()).map(CellValue::Text);
    }
    response.changed()
}

fn number_cell_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, name): (Id, &str), value: &mut Option<CellValue>) -> bool {
    let number = match value {
        Some(CellValue::Number(number)) => Some(*number),
        _ => None,
    };
    let shown = || number.map(|number| plain_number(number, 4, ctx.language())).unwrap_or_default();
    let mut text = typed_text(ui, id, shown);
    let typed = field_ui(ui, ctx, (id, name), &mut text, f32::INFINITY).changed();
    let read = typed_number(&text, ctx.language()).ok();
    ui.data_mut(|data| data.insert_temp(id, text));
    if let (true, Some(number)) = (typed, read) {
        *value = number.map(CellValue::Number);
        return true;
    }
    false
}

fn picture_cell_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (touchpoint, lane, name): (&Touchpoint, &LaneId, &str),
    value: &mut Option<CellValue>,
) -> bool {
    let mut cleared = false;
    ui.horizontal(|ui| {
        if button_ui(ui, ctx.theme, &ctx.text("choose-picture"), Look::Plain).clicked() {
            ctx.push(Action::PickCellPicture(touchpoint.id.clone(), lane.clone()));
        }
        let remove = ctx.texts.with("unlink-what", &[("title", name.to_owned().into())]);
        if value.is_some() && small_icon_button_ui(ui, ctx.theme, IconName::Close, &remove).clicked() {
            *value = None;
            cleared = true;
        }
    });
    cleared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_move_past_hidden_ones() {
        let check = |hidden: &[bool], index: usize, expect: (Option<usize>, Option<usize>)| {
            let setting = |hidden: &bool| LaneSetting { hidden: *hidden, ..LaneSetting::usual(Lane::Goals) };
            let lanes: Vec<LaneSetting> = hidden.iter().map(setting).collect();
            assert_eq!((above(&lanes, index), below(&lanes, index)), expect, "{hidden:?} {index}");
        };
        check(&[false, false, false], 1, (Some(0), Some(2)));
        check(&[false, true, false], 0, (None, Some(2)));
        check(&[false, true, false], 2, (Some(0), None));
        check(&[false, true, false], 1, (None, None));
        check(&[false], 0, (None, None));
    }
}
