//! Transitions between cards, their labels, and losses.

use std::sync::Arc;

use super::cards::Rows;
use super::labels::{Manner, Taken, WayLabel};
use super::lines::Course;
use super::plan::{Plan, Planned, Route};
use super::way::{Loss, Place, Way};
use crate::scene::geometry::Rect;
use crate::scene::grid::Spot;
use crate::scene::kept::{Known, Same};
use crate::scene::map::Lay;

/// All transitions, behind the cards; their labels over all of their lines.
pub(super) fn transitions(lay: &mut Lay<'_>, rows: &Rows) {
    let plan = Arc::clone(&lay.structure.plan);
    let courses: Vec<Course> = plan.ways.iter().map(|planned| course(lay, rows, (&plan, planned))).collect();
    let labels = labels(lay, rows, (&plan, &courses));
    for ((planned, course), label) in plan.ways.iter().zip(courses).zip(&labels) {
        let Some(way) = way(lay, planned) else { continue };
        let way = lay.know(way);
        lay.show(way, Place { course, share: planned.share, label: label.map(|(_, area)| area) });
    }
    for (label, area) in labels.into_iter().flatten() {
        lay.show(label, area);
    }
}

fn way(lay: &Lay<'_>, planned: &Planned) -> Option<Way> {
    Some(Way { transition: Same::of(lay.journey.transitions.at(planned.transition)?) })
}

fn course(lay: &Lay<'_>, rows: &Rows, (plan, planned): (&Plan, &Planned)) -> Course {
    let Planned { from, to, route, track, .. } = *planned;
    let card = |spot: Spot| rows.card(spot.row, lay.grid.x(spot.column));
    let track_y = match route {
        Route::Direct | Route::Over | Route::Beside => 0.0,
        Route::Under(row) => plan.track_depth(row, track),
        Route::Between(row) | Route::Back(row) => rows.card(row, 0.0).bottom() + plan.track_depth(row, track),
    };
    Course { start: card(from), end: card(to), route, track, track_y }
}

/// A label and where it stands.
type Placed = (Known<WayLabel>, Rect);

/// Each way's label, at the first of the way's places where no other words stand.
fn labels(lay: &mut Lay<'_>, rows: &Rows, (plan, courses): (&Plan, &[Course])) -> Vec<Option<Placed>> {
    let mut taken = Taken::default();
    for (spot, _) in &plan.lost {
        taken.add(Loss::figure_area(rows.card(spot.row, lay.grid.x(spot.column))));
    }
    let mut labels: Vec<Option<Placed>> = plan.ways.iter().map(|_| None).collect();
    // The wide ones choose first: they fit into few places.
    for bare in [false, true] {
        for ((planned, course), slot) in plan.ways.iter().zip(courses).zip(&mut labels) {
            let manner = planned.route.manner();
            let Some(transition) = lay.journey.transitions.at(planned.transition) else { continue };
            if (manner == Manner::Bare) != bare {
                continue;
            }
            let Some(label) = WayLabel::of(transition, manner) else { continue };
            let label = lay.know(label);
            let text = lay.kept.way_labels.words(label);
            *slot = text.and_then(|text| Some((label, taken.place(text, &course.line().label_at, manner)?)));
        }
    }
    labels
}

/// Fading arrows out of the map where customers leave.
pub(super) fn losses(lay: &mut Lay<'_>, rows: &Rows) {
    let plan = Arc::clone(&lay.structure.plan);
    for (spot, share) in plan.lost.iter().copied() {
        let Some(touchpoint) = lay.grid.at(spot).map(Same::of) else { continue };
        let loss = lay.know(Loss { touchpoint, share_bits: share.to_bits() });
        lay.show(loss, rows.card(spot.row, lay.grid.x(spot.column)));
    }
}
