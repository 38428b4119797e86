//! Arranging the map by the pointer: a lane is carried by its name or stretched at its lower edge, a step is carried
//! along the stages.

use egui::{CursorIcon, Pos2, Stroke, Ui};

use super::camera::Lens;
use super::drop::{Columns, StepTarget};
use super::gesture::Gesture;
use super::hits::Hits;
use super::touch::is_folded;
use crate::edit::EditLabel;
use crate::edit::verbs::{move_lane, set_lane_height};
use crate::model::{Journey, Lane, StepId, Subject};
use crate::scene::shape::HitTarget;
use crate::scene::{LaneSpan, Plane, lane_spans, point};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;

/// How near to a lane's lower edge a press stretches it, in points on the screen.
const EDGE: f32 = 4.0;
/// The tallest a lane can be made, in scene points.
pub const TALLEST: f64 = 2000.0;

/// A lane on its way.
#[derive(Debug)]
pub struct CarriedLane {
    /// Which one.
    lane: Lane,
    spans: Vec<LaneSpan>,
    /// Where it would go.
    target: Option<LanePlace>,
}

/// A place among the lanes.
#[derive(Debug, Clone, PartialEq)]
struct LanePlace {
    /// The lane it would stand before; none: behind all that are shown.
    before: Option<Lane>,
    /// The line between both, in the scene.
    y: f32,
}

/// A lane whose lower edge is held.
#[derive(Debug)]
pub struct StretchedLane {
    lane: Lane,
    top: f32,
    height: Option<f64>,
}

/// A step on its way.
#[derive(Debug)]
pub struct CarriedStep {
    step: StepId,
    columns: Columns,
    target: Option<StepTarget>,
}

/// What a press here would begin to arrange.
pub fn begin(ctx: &ViewCtx<'_>, (origin, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Option<Gesture> {
    if let Some(span) = edge_at(ctx, lens, origin) {
        ctx.push(Action::BeginGesture(EditLabel::ArrangeLanes));
        return Some(Gesture::Stretch(StretchedLane { lane: span.lane, top: span.top, height: None }));
    }
    match &hits.at(origin)?.target {
        HitTarget::LaneName(lane) => {
            let spans = lane_spans(ctx.scene);
            Some(Gesture::Lane(CarriedLane { lane: lane.clone(), spans, target: None }))
        }
        HitTarget::Subject(Subject::Step(_, step)) => {
            let columns = Columns::of(ctx.scene, ctx.journey?);
            Some(Gesture::Step(CarriedStep { step: step.clone(), columns, target: None }))
        }
        _ => None,
    }
}

/// The lane whose lower edge is here, in the lane column.
fn edge_at(ctx: &ViewCtx<'_>, lens: &Lens, pos_on_screen: Pos2) -> Option<LaneSpan> {
    let place = lens.scene_pos(Plane::LaneColumn, pos_on_screen);
    let in_column = place.x <= ctx.scene.lane_column_width && lens.clip(Plane::LaneColumn).contains(pos_on_screen);
    let reach = EDGE / lens.camera.zoom;
    let near = |span: &LaneSpan| (place.y - span.bottom).abs() <= reach && !is_folded(ctx, &span.lane);
    in_column.then(|| lane_spans(ctx.scene).into_iter().find(near)).flatten()
}

/// Follows the pointer.
pub fn update(ctx: &ViewCtx<'_>, gesture: &mut Gesture, (pointer, lens): (Pos2, &Lens)) {
    match gesture {
        Gesture::Lane(carried) => {
            let y = lens.scene_pos(Plane::LaneColumn, pointer).y;
            carried.target = carried.place_at(y);
        }
        Gesture::Stretch(stretched) => {
            let y = lens.scene_pos(Plane::LaneColumn, pointer).y;
            let height = f64::from(y - stretched.top).round().clamp(0.0, TALLEST);
            if stretched.height != Some(height) {
                stretched.height = Some(height);
                set_height(ctx, &stretched.lane, Some(height));
            }
        }
        Gesture::Step(carried) => {
            let x = lens.scene_pos(Plane::Header, pointer).x;
            let journey = ctx.journey;
            carried.target = journey.and_then(|journey| carried.columns.step_target(journey, &carried.step, x));
        }
        _ => {}
    }
}

impl CarriedLane {
    /// Before the first lane whose middle is below; none where it stands already.
    fn place_at(&self, y: f32) -> Option<LanePlace> {
        let at = self.spans.iter().position(|span| span.lane == self.lane)?;
        let below = self.spans.iter().position(|span| y < span.top.midpoint(span.bottom));
        let place = below.unwrap_or(self.spans.len());
        if place == at || place == at + 1 {
            return None;
        }
        let before = self.spans.get(place);
        let y = before.map(|span| span.top).or_else(|| self.spans.last().map(|span| span.bottom))?;
        Some(LanePlace { before: before.map(|span| span.lane.clone()), y })
    }
}

/// Ends what was arranged.
pub fn end(ctx: &ViewCtx<'_>, gesture: Gesture) {
    let Some(journey) = ctx.journey else { return };
    match gesture {
        Gesture::Lane(CarriedLane { lane, target: Some(target), .. }) => {
            let place = place_among_all(journey, &lane, target.before.as_ref());
            ctx.push_edit(move_lane(ctx.document, &journey.id, &lane, place));
        }
        Gesture::Stretch(StretchedLane { lane, height, .. }) => {
            // A lane that is as tall as what it holds anyway is left to itself.
            let spans = lane_spans(ctx.scene);
            let laid = spans.iter().find(|span| span.lane == lane).map(|span| f64::from(span.bottom - span.top));
            if height.zip(laid).is_some_and(|(height, laid)| height + 1.0 < laid) {
                set_height(ctx, &lane, None);
            }
            ctx.push(Action::CommitGesture);
        }
        Gesture::Step(CarriedStep { step, target: Some(target), .. }) => {
            ctx.push(Action::MoveStep(step, target.stage, target.index));
        }
        _ => {}
    }
}

/// A lane's place among all of them, hidden ones counted, once it has been taken out.
fn place_among_all(journey: &Journey, lane: &Lane, before: Option<&Lane>) -> usize {
    let mut others = journey.lanes_in_order();
    others.retain(|setting| setting.lane != *lane);
    match before {
        Some(before) => others.iter().position(|setting| setting.lane == *before).unwrap_or(others.len()),
        None => others.iter().rposition(|setting| !setting.hidden).map_or(0, |last| last + 1),
    }
}

/// Makes a lane taller or lower than it is now; as tall as what it holds at the least.
pub fn change_height(ctx: &ViewCtx<'_>, lane: &Lane, by: f64) {
    let Some(span) = lane_spans(ctx.scene).into_iter().find(|span| span.lane == *lane) else { return };
    let height = f64::from(span.bottom - span.top) + by;
    let setting = ctx.journey.and_then(|journey| journey.info.lanes.iter().find(|setting| setting.lane == *lane));
    let wished = setting.and_then(|setting| setting.height);
    // What is as tall as its content cannot be made lower.
    if by > 0.0 || wished.is_some() {
        set_height(ctx, lane, Some(height.clamp(0.0, TALLEST)));
    }
}

/// Asks for a lane's least height; `None`: as tall as what it holds.
pub fn set_height(ctx: &ViewCtx<'_>, lane: &Lane, height: Option<f64>) {
    if let Some(journey) = ctx.journey_id() {
        ctx.push_edit(set_lane_height(ctx.document, journey, lane, height));
    }
}

/// What the pointer could arrange here, said by its shape; whether there is anything.
pub fn hovered(ui: &Ui, ctx: &ViewCtx<'_>, (pointer, lens): (Pos2, &Lens)) -> bool {
    let Some(span) = edge_at(ctx, lens, pointer) else { return false };
    ui.set_cursor_icon(CursorIcon::ResizeVertical);
    let y = lens.screen_pos(Plane::LaneColumn, point(0.0, span.bottom)).y;
    let stroke = Stroke::new(2.0, rgba(ctx.theme.accent).gamma_multiply(0.6));
    ui.painter_at(lens.clip(Plane::LaneColumn)).hline(column(ctx, lens), y, stroke);
    true
}

/// Draws what is carried and where it would go.
pub fn marks(ui: &Ui, ctx: &ViewCtx<'_>, gesture: &Gesture, lens: &Lens) {
    let accent = rgba(ctx.theme.accent);
    match gesture {
        Gesture::Lane(carried) => {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            let painter = ui.painter_at(lens.clip(Plane::LaneColumn));
            if let Some(span) = carried.spans.iter().find(|span| span.lane == carried.lane) {
                let y = |y: f32| lens.screen_pos(Plane::LaneColumn, point(0.0, y)).y;
                let ground = egui::Rect::from_x_y_ranges(column(ctx, lens), y(span.top)..=y(span.bottom));
                painter.rect_filled(ground, 6.0, accent.gamma_multiply(0.12));
            }
            if let Some(target) = &carried.target {
                let y = lens.screen_pos(Plane::LaneColumn, point(0.0, target.y)).y;
                painter.hline(lens.canvas.x_range(), y, Stroke::new(3.0, accent));
            }
        }
        Gesture::Stretch(_) => ui.set_cursor_icon(CursorIcon::ResizeVertical),
        Gesture::Step(carried) => {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            let Some(target) = &carried.target else { return };
            let band = ctx.scene.header_band;
            let [top, bottom] = [band.y, band.bottom()].map(|y| lens.screen_pos(Plane::Header, point(target.x, y)));
            ui.painter_at(lens.clip(Plane::Header)).line_segment([top, bottom], Stroke::new(3.0, accent));
        }
        _ => {}
    }
}

/// The lane column on the screen, from left to right.
fn column(ctx: &ViewCtx<'_>, lens: &Lens) -> egui::Rangef {
    let left = lens.screen_pos(Plane::LaneColumn, point(0.0, 0.0)).x;
    egui::Rangef::new(left, left + ctx.scene.lane_column_width * lens.camera.zoom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_goes_before_the_first_whose_middle_is_below() {
        let lanes = [Lane::Goals, Lane::Touchpoints, Lane::Actions, Lane::Needs];
        let span = |(place, lane): (usize, Lane)| {
            let top = place as f32 * 100.0;
            LaneSpan { lane, top, bottom: top + 100.0 }
        };
        let spans: Vec<LaneSpan> = lanes.clone().into_iter().enumerate().map(span).collect();
        let check = |lane: Lane, y: f32, expect: Option<(Option<Lane>, f32)>| {
            let carried = CarriedLane { lane: lane.clone(), spans: spans.clone(), target: None };
            let expect = expect.map(|(before, y)| LanePlace { before, y });
            assert_eq!(carried.place_at(y), expect, "{lane:?} at {y}");
        };
        check(Lane::Touchpoints, 10.0, Some((Some(Lane::Goals), 0.0)));
        check(Lane::Touchpoints, 60.0, None);
        check(Lane::Touchpoints, 220.0, None);
        check(Lane::Touchpoints, 260.0, Some((Some(Lane::Needs), 300.0)));
        check(Lane::Touchpoints, 390.0, Some((None, 400.0)));
        check(Lane::Needs, 390.0, None);
    }
}
