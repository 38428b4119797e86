//! What is done about it: opportunities as value against effort, and what the workshop decided.

use super::desk::{Desk, Type};
use super::frame;
use super::rows;
use super::stage::columns;
use super::units::{self, Mark, Row, Unit};
use crate::model::{Opportunity, Subject};
use crate::present::deck::Slide;
use crate::present::findings;
use crate::scene::pen::{Pen, solid};
use crate::scene::text::TextStyle;
use crate::scene::{HitTarget, Point, Rect, point, rect};

/// The most opportunities that are shown: what is decided on, not everything that was ever thought of.
const MOST: usize = 12;
/// The radius of an opportunity's dot.
const DOT: f32 = 28.0;

/// A part of the decisions.
pub(super) enum Part {
    /// Opportunities: their numbers in the list, and their rows.
    Opportunities(Vec<usize>, Vec<Vec<Unit>>),
    /// What the workshop decided.
    Decided(Vec<Vec<Unit>>, usize),
}

fn room(desk: &mut Desk<'_>) -> Rect {
    // The longer of both headers, so that all parts have the same room.
    let (title, note) = (desk.texts.get("stop-what-we-do"), desk.texts.get("stop-quick-win"));
    frame::title_room(desk, &title, &note)
}

/// The side of the picture of value against effort; nothing where it would take the list's room.
fn side(desk: &Desk<'_>, room: Rect) -> f32 {
    if columns(desk) < 2 || !any_rated(desk) { 0.0 } else { room.height.min(room.width * 0.38) }
}

fn any_rated(desk: &Desk<'_>) -> bool {
    chosen(desk).iter().any(|it| rated(it).is_some())
}

fn chosen<'a>(desk: &Desk<'a>) -> Vec<&'a std::sync::Arc<Opportunity>> {
    let mut all = findings::opportunities(desk.document, desk.journey);
    all.truncate(MOST);
    all
}

fn rated(opportunity: &Opportunity) -> Option<(u8, u8)> {
    let (value, effort) = (findings::value(opportunity)?, opportunity.effort?);
    Some((value.clamp(1, 5), effort.clamp(1, 5)))
}

/// What was decided first, then what could be.
pub(super) fn parts(desk: &mut Desk<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let decisions = desk.document.workshop.decisions.iter();
    let decided: Vec<Row> = decisions.map(|decision| rows::decision(desk, decision)).collect();
    let room = room(desk);
    if !decided.is_empty() {
        let count = columns(desk);
        let (pages, count) = units::pack_rows(desk, decided, (room.width, room.height), count);
        parts.extend(pages.into_iter().map(|page| Part::Decided(page, count)));
    }
    let mut units = Vec::new();
    for (index, opportunity) in chosen(desk).into_iter().enumerate() {
        let mut row = rows::opportunity(desk, opportunity);
        row.mark = Mark::Number(index + 1);
        units.push(Unit::Row(row));
    }
    if !units.is_empty() {
        let side = side(desk, room);
        let width = room.width - if side > 0.0 { side + 64.0 } else { 0.0 };
        let mut next = 0;
        for page in units::pack(desk, units, (width, room.height), 1) {
            let count: usize = page.iter().map(Vec::len).sum();
            parts.push(Part::Opportunities((next..next + count).collect(), page));
            next += count;
        }
    }
    if parts.is_empty() {
        let words = Unit::Text(desk.texts.get("stop-no-decisions"), Type::Statement, desk.theme.mute);
        parts.push(Part::Decided(vec![vec![words]], 1));
    }
    parts
}

/// A part with its place among those of its kind, and how many these are.
pub(super) fn with_place(parts: &[Part], index: usize) -> Option<(&Part, usize, usize)> {
    let part = parts.get(index)?;
    let alike = |other: &&Part| std::mem::discriminant(*other) == std::mem::discriminant(part);
    let place = parts.iter().take(index).filter(alike).count();
    Some((part, place, parts.iter().filter(alike).count()))
}

/// Draws a part.
pub(super) fn draw(desk: &mut Desk<'_>, (part, place, of): (&Part, usize, usize), slide: &Slide) {
    let side = {
        let room = self::room(desk);
        side(desk, room)
    };
    let rated = side > 0.0;
    let (key, note) = match part {
        Part::Decided(..) => ("stop-decided", String::new()),
        Part::Opportunities(..) if rated => ("stop-what-we-do", desk.texts.get("stop-quick-win")),
        Part::Opportunities(..) => ("stop-what-we-do", String::new()),
    };
    let title = desk.texts.get(key);
    let slide = Slide { part: place, parts: of, ..slide.clone() };
    let room = frame::title(desk, &title, &note, &slide);
    match part {
        Part::Decided(page, count) => units::draw(desk, page, room, *count),
        Part::Opportunities(numbers, page) => {
            let left = if side > 0.0 { side + 64.0 } else { 0.0 };
            if side > 0.0 {
                matrix(desk, rect(room.x, room.y, side, side), numbers);
            }
            let list = rect(room.x + left, room.y, room.width - left, room.height);
            units::draw(desk, page, list, 1);
        }
    }
}

/// Value upwards against effort to the right: what is worth it without much effort stands left above.
fn matrix(desk: &mut Desk<'_>, area: Rect, numbers: &[usize]) {
    let line = desk.style(Type::Note).line_height;
    let field = rect(area.x + line + 8.0, area.y, area.width - line - 8.0, area.height - line - 8.0);
    let middle = field.center();
    let best = rect(field.x, field.y, field.width / 2.0, field.height / 2.0);
    let mut pen = Pen::body();
    pen.rect(best, 0.0, Some(desk.theme.opportunity_fill), None);
    pen.rect(field, 0.0, None, Some(solid(desk.theme.card_line, 2.0)));
    pen.segment(point(middle.x, field.y), point(middle.x, field.bottom()), solid(desk.theme.line, 2.0));
    pen.segment(point(field.x, middle.y), point(field.right(), middle.y), solid(desk.theme.line, 2.0));
    let value = desk.texts.get("stop-axis-value");
    let value = desk.line(&value, Type::Note, field.width / 2.0);
    let effort = desk.texts.get("stop-axis-effort");
    let effort = desk.line(&effort, Type::Note, field.width);
    pen.text(point(field.right() - effort.width, field.bottom() + 8.0), effort, desk.theme.mute);
    pen.text(point(field.x, field.bottom() + 8.0), value, desk.theme.mute);
    desk.put(pen);
    dots(desk, field, numbers);
}

/// The place nearest to the wanted one where a dot covers no other.
fn free_place(wanted: Point, field: Rect, taken: &[Point]) -> Point {
    /// From one dot to the next, in radii.
    const STEP: f32 = 2.1 * DOT;
    let rings = [
        (0.0, 0.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, 1.0),
        (0.0, -1.0),
        (1.0, 1.0),
        (-1.0, -1.0),
        (1.0, -1.0),
        (-1.0, 1.0),
    ];
    let wider = rings.map(|(x, y)| (2.0 * x, 2.0 * y));
    let within = |at: Point| {
        let (left, right) = (field.x + DOT, field.right() - DOT);
        let (top, bottom) = (field.y + DOT, field.bottom() - DOT);
        point(at.x.clamp(left, right.max(left)), at.y.clamp(top, bottom.max(top)))
    };
    let free = |at: &Point| taken.iter().all(|it| (it.x - at.x).hypot(it.y - at.y) >= 2.0 * DOT);
    let places = rings.into_iter().chain(wider).map(|(x, y)| within(point(wanted.x + x * STEP, wanted.y + y * STEP)));
    places.into_iter().find(free).unwrap_or(wanted)
}

fn dots(desk: &mut Desk<'_>, field: Rect, numbers: &[usize]) {
    let all = chosen(desk);
    let mut taken: Vec<Point> = Vec::new();
    for (index, opportunity) in all.into_iter().enumerate() {
        let Some((value, effort)) = rated(opportunity) else { continue };
        let cell = (field.width / 5.0, field.height / 5.0);
        let x = field.x + cell.0 * (f32::from(effort) - 0.5);
        let y = field.bottom() - cell.1 * (f32::from(value) - 0.5);
        let center = free_place(point(x, y), field, &taken);
        taken.push(center);
        let here = numbers.contains(&index);
        let target = HitTarget::Subject(Subject::Opportunity(opportunity.id.clone()));
        let hit = rect(center.x - DOT, center.y - DOT, 2.0 * DOT, 2.0 * DOT);
        let mut pen = Pen::body().hit(hit, target, opportunity.statement.trim().to_owned());
        let (fill, edge, ink) = if here {
            (desk.theme.accent, solid(desk.theme.background, 3.0), desk.theme.on_accent)
        } else {
            (desk.theme.card, solid(desk.theme.mute, 2.0), desk.theme.mute)
        };
        pen.circle(center, DOT, Some(fill), Some(edge));
        let style = TextStyle { size: 28.0, line_height: 34.0, ..desk.style(Type::Figure) };
        pen.label(desk.shaper, center, (&(index + 1).to_string(), style), ink);
        desk.put(pen);
    }
}
