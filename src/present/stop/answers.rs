//! The answers a finished map gives: what works, why customers are unhappy, where they are lost, what keeps them from
//! loving the company. One question a part, so that each is read from the last row.

use super::desk::{Desk, Type};
use super::feel::value_words;
use super::frame;
use super::rows::{self, WithPlaces};
use super::stage::columns;
use super::units::{self, Mark, Row, Tone, Unit};
use crate::i18n::number::{number, percent};
use crate::present::deck::Slide;
use crate::present::findings;
use crate::scene::Rect;
use crate::scene::icon::Icon;

/// The most rows an answer has: what matters, not everything.
const MOST_ROWS: usize = 6;

/// One question with its answer, or a part of it.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) note: String,
    pub(super) columns: Vec<Vec<Unit>>,
    /// How many columns stand side by side.
    pub(super) count: usize,
    /// Which part of this answer, and of how many.
    pub(super) place: (usize, usize),
}

/// The answers, strengths first: bad news alone is heard as attack.
pub(super) fn parts(desk: &mut Desk<'_>) -> Vec<Part> {
    let answers =
        [strengths(desk), unhappy(desk), lost(desk), loyalty(desk)].into_iter().filter(|(.., rows)| !rows.is_empty());
    let mut parts = Vec::new();
    for (key, note, rows) in answers.collect::<Vec<_>>() {
        let title = desk.texts.get(key);
        let room = frame::title_room(desk, &title, &note);
        let count = columns(desk);
        let (pages, count) = units::pack_rows(desk, rows, (room.width, room.height), count);
        let of = pages.len();
        for (place, columns) in pages.into_iter().enumerate() {
            parts.push(Part { title: title.clone(), note: note.clone(), columns, count, place: (place, of) });
        }
    }
    if parts.is_empty() {
        let words = desk.texts.get("stop-no-answers");
        let unit = Unit::Text(words, Type::Statement, desk.theme.mute);
        parts.push(Part {
            title: desk.texts.get("stop-answers"),
            note: String::new(),
            columns: vec![vec![unit]],
            count: 1,
            place: (0, 1),
        });
    }
    parts
}

type Answer = (&'static str, String, Vec<Row>);

fn strengths(desk: &Desk<'_>) -> Answer {
    let mut rows: Vec<Row> = findings::strengths(desk.document, desk.journey)
        .into_iter()
        .map(|strength| rows::strength(desk, strength))
        .collect();
    let felt = desk.personas.first().map(|persona| findings::felt(desk.journey, &persona.id, &desk.path));
    let mut best: Vec<_> = felt.unwrap_or_default().into_iter().filter(|low| low.emotion.halves() >= 4).collect();
    best.sort_by_key(|low| std::cmp::Reverse(low.emotion));
    rows.extend(best.iter().take(3).map(|low| rows::felt(desk, low, Tone::Strength)));
    rows.truncate(MOST_ROWS);
    ("stop-what-works", String::new(), rows)
}

fn unhappy(desk: &Desk<'_>) -> Answer {
    let felt = desk.personas.first().map(|persona| findings::felt(desk.journey, &persona.id, &desk.path));
    let lows = findings::unhappy(&felt.unwrap_or_default());
    let mut rows: Vec<Row> = Vec::new();
    for low in lows.iter().take(MOST_ROWS) {
        let mut row = rows::felt(desk, low, Tone::Barrier);
        if let Some(barrier) = findings::barriers_at(desk.document, &low.touchpoint.id).first() {
            let statement = barrier.statement.trim();
            row.note = if row.note.is_empty() { statement.to_owned() } else { format!("{} · {statement}", row.note) };
        }
        rows.push(row);
    }
    let name = desk.personas.first().map_or(String::new(), |persona| persona.name.trim().to_owned());
    ("stop-why-unhappy", name, rows)
}

fn lost(desk: &Desk<'_>) -> Answer {
    let Some(flow) = desk.flow() else { return ("stop-where-lost", String::new(), Vec::new()) };
    let losses = findings::losses(desk.journey, flow);
    let rows = losses.iter().take(MOST_ROWS).map(|loss| rows::loss(desk, loss)).collect();
    let arguments = [
        ("reached", percent(flow.conversion, desk.language).into()),
        ("lost", percent(flow.lost, desk.language).into()),
    ];
    let key = if flow.assumption { "stop-flow-assumed" } else { "stop-flow" };
    ("stop-where-lost", desk.texts.with(key, &arguments), rows)
}

fn loyalty(desk: &Desk<'_>) -> Answer {
    let mut rows = Vec::new();
    let mut note = String::new();
    if let Some((metric, counts)) = findings::promoters(desk.document, desk.journey) {
        let [detractors @ .., _, _, _, _] = counts;
        let total: u64 = counts.iter().fold(0, |sum, count| sum.saturating_add(*count));
        let detractors: u64 = detractors.iter().fold(0, |sum, count| sum.saturating_add(*count));
        if let (Ok(value), true) = (crate::analysis::figure::figure(metric).value, total > 0) {
            let share = percent(detractors as f64 / total as f64, desk.language);
            let arguments = [
                ("nps", number(value, 0, desk.language).into()),
                ("share", share.into()),
                ("n", number(total as f64, 0, desk.language).into()),
            ];
            note = desk.texts.with("stop-detractors", &arguments);
        }
    }
    let ending = desk.personas.first().and_then(|persona| findings::weak_ending(desk.journey, persona));
    if let Some(end) = ending {
        let title = desk.journey.touchpoints.get(&end.last.touchpoint).map(|it| desk.touchpoint_title(it));
        let target = desk.journey.touchpoints.get(&end.last.touchpoint).map(|it| desk.touchpoint_target(it));
        rows.push(Row {
            mark: Mark::Face(end.last.emotion),
            note: desk.texts.get("stop-weak-ending"),
            figure: value_words(desk, end.last.emotion.points()),
            target,
            ..Row::new(title.unwrap_or_default(), Tone::Barrier)
        });
    }
    let barriers = findings::loyalty_barriers(desk.document, desk.journey);
    rows.extend(barriers.into_iter().map(|barrier| rows::barrier(desk, barrier, WithPlaces::Yes)));
    rows.truncate(MOST_ROWS);
    if rows.is_empty() && !note.is_empty() {
        rows.push(Row { mark: Mark::Icon(Icon::Talk), ..Row::new(note.clone(), Tone::Barrier) });
    }
    ("stop-not-loved", note, rows)
}

/// Draws one part.
pub(super) fn draw(desk: &mut Desk<'_>, part: &Part, slide: &Slide) {
    // Each question counts its own parts.
    let slide = Slide { part: part.place.0, parts: part.place.1, ..slide.clone() };
    let room: Rect = frame::title(desk, &part.title, &part.note, &slide);
    units::draw(desk, &part.columns, room, part.count);
}
