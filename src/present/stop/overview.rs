//! The whole journey at a glance: five stages with what is to be reached in them, the curve in small, key figures.

use super::desk::{Desk, Type};
use super::emotions::{Spans, curve, spread};
use super::frame::{self, chevron};
use super::units::{self, Parts, Row, Tone, Unit};
use crate::analysis::figure::figure;
use crate::i18n::number::{number, percent};
use crate::model::{JourneyKind, Stage};
use crate::present::findings;
use crate::scene::pen::{Pen, solid};
use crate::scene::{HitTarget, Rect, point, rect};

/// What the journey is called.
pub(super) fn title(desk: &Desk<'_>) -> String {
    let own = desk.journey.info.title.trim();
    let project = desk.document.info.title.trim();
    match (own.is_empty(), project.is_empty()) {
        (false, _) => own.to_owned(),
        (true, false) => project.to_owned(),
        (true, true) => desk.texts.get("map-untitled"),
    }
}

/// The project, and whether it is today's journey or the wished one.
pub(super) fn subtitle(desk: &Desk<'_>) -> String {
    let kind = desk.texts.get(match desk.journey.info.kind {
        JourneyKind::AsIs => "map-as-is",
        JourneyKind::ToBe => "map-to-be",
    });
    let project = desk.document.info.title.trim();
    let own = desk.journey.info.title.trim();
    if project.is_empty() || own.is_empty() || project == own { kind } else { format!("{project} · {kind}") }
}

/// Beside a stage's name in its chevron, on both sides together.
const NAME_PADDING: f32 = 52.0;

/// The type in which all stages' names stand in chevrons of this width without breaking a word.
fn stage_type(desk: &mut Desk<'_>, width: f32) -> Option<Type> {
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let room = width - NAME_PADDING;
    [Type::Statement, Type::Note].into_iter().find(|kind| {
        titles
            .iter()
            .all(|title| desk.longest_word(title, *kind) <= room && desk.shape(title, *kind, room).lines.len() <= 3)
    })
}

/// The five stages as rows, where their chevrons have no room beside each other; else nothing.
pub(super) fn parts(desk: &mut Desk<'_>) -> Parts {
    let (title, note) = (title(desk), subtitle(desk));
    let room = frame::title_room(desk, &title, &note);
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let narrow = stage_type(desk, room.width / 5.0 - 8.0).is_none();
    if !narrow {
        return Vec::new();
    }
    let mut units = Vec::new();
    for (stage, title) in Stage::ALL.into_iter().zip(titles) {
        let count = desk.journey.touchpoints.iter().filter(|it| desk.journey.stage_of(it) == Some(stage)).count();
        units.push(Unit::Row(Row {
            note: desk.journey.info.stages.get(stage.index()).map_or("", |info| info.goal.trim()).to_owned(),
            figure: number(count as f64, 0, desk.language),
            target: Some(HitTarget::StageHeader(stage)),
            ..Row::new(title, Tone::Plain)
        }));
    }
    units::pack(desk, units, (room.width, room.height), 1)
}

/// Draws it below its header.
pub(super) fn draw(desk: &mut Desk<'_>, room: Rect, part: usize) {
    let parts = parts(desk);
    if let Some(columns) = parts.get(part) {
        return units::draw(desk, columns, room, 1);
    }
    let footer = figures(desk, room);
    let (_, mut spots) = spread(desk, room);
    spots.retain(|spot| spot.on_path);
    let equal = equal_spans(room);
    let height = stages(desk, &equal, rect(room.x, room.y, room.width, room.height - footer));
    let area = rect(room.x, room.y + height + 16.0, room.width, room.height - height - footer - 16.0);
    if area.height > 150.0 && !spots.is_empty() {
        curve(desk, spots, area, 2);
    }
}

fn equal_spans(room: Rect) -> Spans {
    let width = room.width / 5.0;
    [0.0_f32, 1.0, 2.0, 3.0, 4.0].map(|place| (room.x + place * width, width - 8.0))
}

/// Five chevrons, each with how much there is and the stage's goal; returns the height they take.
fn stages(desk: &mut Desk<'_>, spans: &Spans, room: Rect) -> f32 {
    let line = desk.style(Type::Note).line_height;
    let kind = spans.first().and_then(|(_, width)| stage_type(desk, *width)).unwrap_or(Type::Note);
    let name_line = desk.style(kind).line_height;
    let mut bottom = room.y;
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let lays: Vec<_> = titles
        .iter()
        .zip(spans)
        .map(|(title, (_, width))| desk.fit(title, kind, (width - NAME_PADDING, 3.0 * name_line)))
        .collect();
    let height = lays.iter().map(|lay| lay.height).fold(0.0, f32::max) + 32.0;
    for (((stage, title), (x, width)), lay) in Stage::ALL.into_iter().zip(&titles).zip(spans).zip(lays) {
        let area = rect(*x, room.y, *width, height);
        let tokens = [&desk.theme.stage_headers, &desk.theme.stage_header_inks];
        let [fill, ink] = tokens.map(|tokens| tokens.get(stage.index()).copied().unwrap_or(desk.theme.accent));
        let count = desk.journey.touchpoints.iter().filter(|it| desk.journey.stage_of(it) == Some(stage)).count();
        let count = desk.texts.with("stop-touchpoint-count", &[("count", count.into())]);
        let goal = desk.journey.info.stages.get(stage.index()).map_or("", |info| info.goal.trim()).to_owned();
        let count = desk.fit(&count, Type::Note, (width - 24.0, 2.0 * line));
        let left = (room.height - height - 12.0 - count.height).min(4.0 * line);
        let goal = if left < line { String::new() } else { goal };
        let goal = desk.fit(&goal, Type::Note, (width - 24.0, left));
        let mut pen = Pen::body().hit(area, HitTarget::StageHeader(stage), title.clone());
        pen.solid(chevron(area, 18.0, stage.index() > 0), fill);
        pen.text(point(area.x + 30.0, area.y + (height - lay.height) / 2.0), lay, ink);
        let mut y = area.bottom() + 12.0;
        let count_height = count.height;
        pen.text(point(area.x + 6.0, y), count, desk.theme.ink);
        y += count_height;
        let goal_height = goal.height;
        if goal.width > 0.0 {
            pen.text(point(area.x + 6.0, y), goal, desk.theme.mute);
            y += goal_height;
        }
        bottom = bottom.max(y);
        desk.put(pen);
    }
    bottom - room.y
}

/// Figures at the bottom of the room; returns the height they take.
fn figures(desk: &mut Desk<'_>, room: Rect) -> f32 {
    let language = desk.language;
    let count = |count: usize| number(count as f64, 0, language);
    let mut tiles: Vec<(String, String)> = vec![
        (count(desk.journey.touchpoints.len()), desk.texts.get("stop-figure-touchpoints")),
        (count(findings::open_barriers(desk.document, desk.journey).len()), desk.texts.get("stop-figure-barriers")),
    ];
    if let Some(flow) = desk.flow() {
        let key = if flow.assumption { "stop-figure-conversion-assumed" } else { "stop-figure-conversion" };
        tiles.push((percent(flow.conversion, language), desk.texts.get(key)));
    }
    if let Some(customers) = desk.journey.info.customers.filter(|customers| *customers > 0.0 && *customers < 1e12) {
        let period = desk.journey.info.period.trim().to_owned();
        let name = if period.is_empty() {
            desk.texts.get("stop-figure-customers")
        } else {
            desk.texts.with("stop-figure-customers-period", &[("period", period.into())])
        };
        tiles.push((number(customers, 0, language), name));
    }
    let info = &desk.journey.info;
    let money = [(info.ltv, "metric-ltv"), (info.revenue_per_customer, "metric-revenue")];
    if let Some((value, key)) = money.into_iter().find_map(|(value, key)| Some((value?, key))) {
        let value = format!("{}\u{a0}{}", number(value, 0, language), info.currency.trim());
        tiles.push((value.trim().to_owned(), desk.texts.get(key)));
    }
    let promoters = findings::promoters(desk.document, desk.journey);
    if let Some(value) = promoters.and_then(|(metric, _)| figure(metric).value.ok()) {
        tiles.push((number(value, 0, language), desk.texts.get("metric-nps")));
    }
    let least = 300.0 * desk.scale();
    tiles.truncate(((room.width / least) as usize).max(1));
    let gap = 28.0;
    let width = (room.width - gap * (tiles.len() - 1) as f32) / tiles.len() as f32;
    let line = desk.style(Type::Note).line_height;
    let height = desk.style(Type::Large).line_height + 2.0 * line + 32.0;
    for (index, (figure, name)) in tiles.into_iter().enumerate() {
        let area = rect(room.x + index as f32 * (width + gap), room.bottom() - height, width, height);
        let figure = desk.line(&figure, Type::Large, width - 48.0);
        let name = desk.fit(&name, Type::Note, (width - 48.0, 2.0 * line));
        let mut pen = Pen::body();
        pen.rect(area.expand(-1.0), 16.0, Some(desk.theme.card), Some(solid(desk.theme.card_line, 2.0)));
        let top = area.y + (height - figure.height - name.height) / 2.0;
        let below = top + figure.height;
        pen.text(point(area.x + 24.0, top), figure, desk.theme.ink);
        pen.text(point(area.x + 24.0, below), name, desk.theme.mute);
        desk.put(pen);
    }
    height + 16.0
}
