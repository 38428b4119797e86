//! Cells of words under their columns, and the empty ones among them, which invite to write in the editor.

use crate::model::{Lane, Subject, TextField, TextSpot, Touchpoint};
use crate::scene::geometry::{Point, point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING};
use crate::scene::text::Align;
use crate::scene::theme::Color;

/// Between two texts of one cell.
pub(super) const TEXT_GAP: f32 = 8.0;
/// From a cell's left edge to its words, where no dot stands before them.
const INSET: f32 = 2.0;

/// A piece of a cell: which text it is, what it says, in which colour, with whose dot.
pub(super) struct Piece {
    pub(super) field: TextField,
    pub(super) words: String,
    pub(super) color: Color,
    pub(super) dot: Option<Color>,
}

/// A lane of words: what each touchpoint says in it, and which text an empty cell asks for.
pub(super) struct Cells<'a> {
    pub(super) lane: &'a Lane,
    pub(super) pieces: &'a dyn Fn(&Lay<'_>, &Touchpoint) -> Vec<Piece>,
    pub(super) asks: Option<TextField>,
}

impl Cells<'_> {
    /// Lays the cells from `top`; returns the height they take.
    pub(super) fn lay(&self, lay: &mut Lay<'_>, top: f32) -> f32 {
        let mut bottom = top;
        let mut empty: Vec<(Point, std::sync::Arc<Touchpoint>)> = Vec::new();
        for index in 0..lay.grid.slots.len() {
            let Some(slot) = lay.grid.slots.get(index).cloned() else { continue };
            let mut y = top + LANE_PADDING;
            let mut asking = Vec::new();
            for touchpoint in &slot.column.touchpoints {
                let pieces = (self.pieces)(lay, touchpoint);
                if pieces.is_empty() {
                    asking.push(touchpoint);
                    continue;
                }
                y = cell(lay, touchpoint, pieces, point(slot.x, y));
                bottom = bottom.max(y - TEXT_GAP);
            }
            // What is asked for stands below what is written.
            for (place, touchpoint) in asking.into_iter().enumerate() {
                let line = place as f32 * (style::WORDS.line_height + TEXT_GAP);
                empty.push((point(slot.x, y + line), std::sync::Arc::clone(touchpoint)));
            }
        }
        match &self.asks {
            Some(field) if lay.options.invites => self.ask(lay, (field, &empty), (top, bottom)),
            _ => bottom - top + LANE_PADDING,
        }
    }

    /// Empty cells as far as they fit into the lane; a lane without any words keeps one line for them and shows them.
    fn ask(
        &self,
        lay: &mut Lay<'_>,
        (field, empty): (&TextField, &[(Point, std::sync::Arc<Touchpoint>)]),
        (top, bottom): (f32, f32),
    ) -> f32 {
        let line = style::WORDS.line_height;
        let nothing_written = bottom <= top;
        let bottom = if empty.is_empty() { bottom } else { bottom.max(top + LANE_PADDING + line) };
        for (place, touchpoint) in empty.iter().filter(|(place, _)| place.y + line <= bottom + 0.5) {
            let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
            let spot = TextSpot { subject, field: field.clone() };
            ask_for(lay, (self.lane, spot), (*place, CARD_WIDTH), (&touchpoint.title, nothing_written));
        }
        bottom - top + LANE_PADDING
    }
}

/// Draws what a touchpoint says; returns where the next one's words begin.
fn cell(lay: &mut Lay<'_>, touchpoint: &Touchpoint, pieces: Vec<Piece>, at: Point) -> f32 {
    let mut y = at.y;
    let label = pieces.iter().map(|piece| piece.words.as_str()).collect::<Vec<_>>().join(" ");
    let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
    let mut drawn = Pen::body();
    for Piece { field, words, color, dot } in pieces {
        let inset = if dot.is_some() { 12.0 } else { INSET };
        let room = CARD_WIDTH - inset;
        let text = lay.shaper.shape(&words, style::WORDS, Some(room), Align::Left);
        if let Some(dot) = dot {
            drawn.circle(point(at.x + 4.0, y + 8.0), 3.0, Some(dot), None);
        }
        let height = text.height;
        let spot = TextSpot { subject: subject.clone(), field };
        drawn.written(point(at.x + inset, y), text, color, (spot, room));
        y += height + TEXT_GAP;
    }
    let area = rect(at.x, at.y, CARD_WIDTH, y - at.y - TEXT_GAP);
    lay.put(drawn.hit(area, HitTarget::Subject(subject), label));
    y
}

/// An empty cell that asks for its text: seen where nothing else is in the lane, otherwise found by the pointer.
pub(super) fn ask_for(
    lay: &mut Lay<'_>,
    (lane, spot): (&Lane, TextSpot),
    (place, width): (Point, f32),
    (whose, seen): (&str, bool),
) {
    let key = match &spot.field {
        TextField::Action => "map-invite-action",
        TextField::Need => "map-invite-need",
        TextField::Quote(_) => "map-invite-thought",
        TextField::Goal => "map-invite-goal",
        TextField::Backstage => "map-invite-backstage",
        _ => "map-invite-words",
    };
    let words = lay.texts.get(key);
    let label = if whose.trim().is_empty() { words.clone() } else { format!("{words}: {}", whose.trim()) };
    let area = rect(place.x, place.y, width, style::WORDS.line_height);
    let target = HitTarget::Invite { lane: lane.clone(), subject: spot.subject.clone() };
    let mut pen = Pen::body().hit(area, target, label);
    let room = width - INSET;
    let at = point(place.x + INSET, place.y);
    if seen {
        let shown = lay.shaper.shape(&words, style::WORDS, Some(room), Align::Left);
        pen.text(at, shown, lay.theme.mute);
    }
    pen.unwritten(at, (style::WORDS, lay.theme.ink), (spot, room));
    lay.put(pen);
}
