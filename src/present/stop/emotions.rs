//! The whole emotion curve over the five stages, with the points named that matter.

use std::sync::Arc;

use super::desk::{Desk, Type};
use super::feel::{Plot, Spot, Words, draw as draw_curve, value_words};
use super::frame::{chevron, stage_color};
use crate::analysis::path::peak_end;
use crate::model::placement::columns;
use crate::model::{Stage, TouchpointId};
use crate::present::findings;
use crate::scene::pen::{Pen, solid};
use crate::scene::{HitTarget, Rect, point, rect};

/// Beside a stage's name in its header, on both sides together.
const HEADER_PADDING: f32 = 34.0;

/// Where each stage stands from left to right.
pub(super) type Spans = [(f32, f32); 5];

/// Stages as wide as they have columns, none narrower than its name, and the points on them.
pub(super) fn spread(desk: &mut Desk<'_>, room: Rect) -> (Spans, Vec<Spot>) {
    const GAP: f32 = 6.0;
    let columns = columns(desk.journey);
    let counts = Stage::ALL.map(|stage| columns.iter().filter(|column| column.stage == stage).count());
    let total: usize = counts.iter().sum();
    // As wide as their names' longest words at the least; the rest goes by columns.
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let least =
        titles.map(|title| (desk.longest_word(&title, Type::Note) + HEADER_PADDING + GAP).min(room.width * 0.2));
    let spare = room.width - least.iter().sum::<f32>();
    let share = |count: usize| if total == 0 { 0.2 } else { count as f32 / total as f32 };
    let mut x = room.x;
    let mut spans: Spans = [(0.0, 0.0); 5];
    for ((span, count), least) in spans.iter_mut().zip(counts).zip(least) {
        let width = least + spare * share(count);
        *span = (x, width - GAP);
        x += width;
    }
    let mut spots = Vec::new();
    let mut seen = [0_usize; 5];
    for column in &columns {
        let index = column.stage.index();
        let Some(((left, width), count)) = spans.get(index).zip(counts.get(index)) else { continue };
        let Some(place) = seen.get_mut(index) else { continue };
        let step = width / (*count).max(1) as f32;
        let middle = left + step * (*place as f32 + 0.5);
        *place += 1;
        let rows = column.touchpoints.len();
        for (row, touchpoint) in column.touchpoints.iter().enumerate() {
            let offset = (row as f32 - (rows - 1) as f32 / 2.0) * (step * 0.6 / rows as f32);
            let on_path = desk.is_on_path(&touchpoint.id);
            spots.push(Spot {
                touchpoint: Arc::clone(touchpoint),
                x: middle + if rows > 1 { offset } else { 0.0 },
                on_path,
            });
        }
    }
    (spans, in_path_order(desk, spots))
}

/// Those on the path in its order, then the others.
fn in_path_order(desk: &Desk<'_>, spots: Vec<Spot>) -> Vec<Spot> {
    let places: std::collections::BTreeMap<&TouchpointId, usize> =
        desk.path.iter().enumerate().map(|(place, id)| (id, place)).collect();
    let mut spots = spots;
    spots.sort_by_key(|spot| places.get(&spot.touchpoint.id).copied().unwrap_or(usize::MAX));
    spots
}

/// The points that are worth a name: the lowest, the highest, the last, moments of truth; no more than stand there.
fn worth_a_name(desk: &Desk<'_>, most: usize) -> Vec<TouchpointId> {
    let Some(persona) = desk.personas.first() else { return Vec::new() };
    let felt = findings::felt(desk.journey, &persona.id, &desk.path);
    let mut order: Vec<TouchpointId> = Vec::new();
    if let Some(end) = peak_end(desk.journey, &persona.id) {
        order.extend([end.lowest.touchpoint, end.peak.touchpoint]);
        let best = felt.iter().max_by_key(|low| low.emotion);
        order.extend(best.map(|low| low.touchpoint.id.clone()));
        order.push(end.last.touchpoint);
    }
    let mut rest: Vec<_> = felt.iter().filter(|low| low.touchpoint.moment_of_truth).collect();
    rest.extend(felt.iter().filter(|low| !low.touchpoint.moment_of_truth));
    order.extend(rest.into_iter().map(|low| low.touchpoint.id.clone()));
    let mut seen = std::collections::BTreeSet::new();
    order.retain(|id| seen.insert(id.clone()));
    order.truncate(most);
    order
}

/// Thin chevrons over the stages' spans.
fn headers(desk: &mut Desk<'_>, spans: &Spans, room: Rect, bottom: f32) -> f32 {
    let line = desk.style(Type::Note).line_height;
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let narrow = titles.iter().zip(spans).any(|(title, (_, width))| {
        desk.longest_word(title, Type::Note) > width - HEADER_PADDING
            || desk.shape(title, Type::Note, width - HEADER_PADDING).lines.len() > 2
    });
    // Where names have no room, the band at the bottom has them.
    let titles = if narrow { titles.map(|_| String::new()) } else { titles };
    let lays: Vec<_> = titles
        .iter()
        .zip(spans)
        .map(|(title, (_, width))| desk.fit(title, Type::Note, (width - HEADER_PADDING, 2.0 * line)))
        .collect();
    let height = lays.iter().map(|lay| lay.height).fold(0.0, f32::max) + 16.0;
    for ((stage, (x, width)), lay) in Stage::ALL.into_iter().zip(spans).zip(lays) {
        let area = rect(*x, room.y, *width, height);
        let color = stage_color(desk.theme, stage);
        let tint = desk.theme.stage_tints.get(stage.index()).copied().unwrap_or(desk.theme.panel);
        let mut pen = Pen::body().hit(area, HitTarget::StageHeader(stage), desk.stage_title(stage));
        pen.solid(chevron(area, 12.0, stage.index() > 0), tint);
        let top = area.y + (height - lay.height) / 2.0;
        pen.text(point(area.x + 20.0, top), lay, color);
        if stage.index() > 0 {
            let x = x - 3.0;
            pen.segment(point(x, area.bottom() + 6.0), point(x, bottom), solid(desk.theme.line, 1.5));
        }
        desk.put(pen);
    }
    height
}

/// Draws the curve with its headers and, below, what stays in memory.
pub(super) fn draw(desk: &mut Desk<'_>, room: Rect) {
    let footer = if desk.options.curve_only { 0.0 } else { figures(desk, room) };
    let bottom = room.bottom() - footer;
    let (spans, spots) = spread(desk, room);
    let height = headers(desk, &spans, room, bottom);
    let area = rect(room.x, room.y + height + 12.0, room.width, bottom - room.y - height - 12.0);
    let most = ((room.width / (300.0 * desk.scale())) * 1.7) as usize;
    curve(desk, spots, area, most.max(2));
}

/// Draws the curve alone, so many points of it named.
pub(super) fn curve(desk: &mut Desk<'_>, spots: Vec<Spot>, area: Rect, most: usize) {
    let named = Some(worth_a_name(desk, most));
    let face = (area.height * 0.055).clamp(18.0, 32.0);
    let pad = (2.0 * desk.style(Type::Note).line_height + face + 10.0).min(area.height * 0.24);
    let plot = Plot {
        area,
        lines: (area.x, area.right()),
        spots,
        named,
        words: Words::Title,
        beyond: [None, None],
        face,
        pad,
        wide: 300.0 * desk.scale(),
    };
    draw_curve(desk, &plot);
}

/// How the path is remembered, at the bottom of the room; returns the height it takes.
fn figures(desk: &mut Desk<'_>, room: Rect) -> f32 {
    let Some(persona) = desk.personas.first().cloned() else { return 0.0 };
    let Some(end) = peak_end(desk.journey, &persona.id) else { return 0.0 };
    let felt = findings::felt(desk.journey, &persona.id, &desk.path);
    let title = |id: &TouchpointId| desk.journey.touchpoints.get(id).map(|it| desk.touchpoint_title(it));
    let best = felt.iter().max_by_key(|low| low.emotion).map(|low| (low.emotion, low.touchpoint.id.clone()));
    let mut tiles = vec![(
        value_words(desk, end.lowest.emotion.points()),
        desk.texts.get("stop-lowest"),
        title(&end.lowest.touchpoint),
        end.lowest.emotion.points(),
    )];
    if let Some((emotion, id)) = best {
        tiles.push((value_words(desk, emotion.points()), desk.texts.get("stop-highest"), title(&id), emotion.points()));
    }
    tiles.push((
        value_words(desk, end.value),
        desk.texts.get("stop-remembered"),
        Some(desk.texts.get("stop-peak-end")),
        end.value,
    ));
    tiles.truncate(((room.width / (500.0 * desk.scale())) as usize).max(1));
    let width = (room.width - 32.0 * (tiles.len() - 1) as f32) / tiles.len() as f32;
    let line = desk.style(Type::Note).line_height;
    let height = (desk.style(Type::Large).line_height).max(3.0 * line) + 36.0;
    for (index, (figure, name, note, value)) in tiles.into_iter().enumerate() {
        let area = rect(room.x + index as f32 * (width + 32.0), room.bottom() - height, width, height);
        let ink = if value < 0.0 { desk.theme.negative_text } else { desk.theme.positive_text };
        let mut pen = Pen::body();
        pen.rect(area.expand(-1.0), 16.0, Some(desk.theme.card), Some(solid(desk.theme.card_line, 2.0)));
        let figure = desk.line(&figure, Type::Large, width * 0.4);
        let room = width - figure.width - 72.0;
        let name = desk.line(&name, Type::Note, room);
        let note = desk.fit(&note.unwrap_or_default(), Type::Note, (room, 2.0 * line));
        let inner = name.height + note.height;
        let left = area.x + 48.0 + figure.width;
        let top = area.y + (height - inner) / 2.0;
        pen.text(point(area.x + 24.0, area.y + (height - figure.height) / 2.0), figure, ink);
        let below = top + name.height;
        pen.text(point(left, top), name, desk.theme.mute);
        pen.text(point(left, below), note, desk.theme.ink);
        desk.put(pen);
    }
    height + 24.0
}
