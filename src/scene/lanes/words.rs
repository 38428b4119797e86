//! Lanes of words: goals of stages, actions, needs, thoughts and quotes, and lanes of the user's own.

use crate::i18n::number::short_number;
use crate::model::{CellValue, Lane, LaneId, Language, Picture, Stage, Subject, Touchpoint};
use crate::scene::geometry::{point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::Align;
use crate::scene::theme::Color;

/// Between two texts of one cell.
const TEXT_GAP: f32 = 8.0;
/// The height of a picture in a lane of pictures.
const PICTURE_HEIGHT: f32 = 96.0;

/// The stages' goals, each over its stage's width; returns the lane's height.
pub(super) fn goals(lay: &mut Lay<'_>, top: f32) -> f32 {
    let mut bottom = top;
    for stage in Stage::ALL {
        let goal = lay.journey.info.stages.get(stage.index()).map_or("", |info| info.goal.trim()).to_owned();
        let span = lay.grid.stage(stage);
        if goal.is_empty() {
            continue;
        }
        let words = lay.shaper.shape(&goal, style::WORDS, Some(span.width - 2.0 * STAGE_PADDING), Align::Left);
        let area = rect(span.x + STAGE_PADDING, top + LANE_PADDING, words.width, words.height);
        bottom = bottom.max(area.bottom());
        let target = HitTarget::Subject(Subject::Stage(lay.journey.id.clone(), stage));
        let mut pen = Pen::body().hit(area, target, goal);
        pen.text(point(area.x, area.y), words, lay.theme.ink);
        lay.put(pen);
    }
    bottom - top + LANE_PADDING
}

/// A piece of a cell: what it says, in which colour, with whose dot.
struct Piece {
    words: String,
    color: Color,
    dot: Option<Color>,
}

/// Actions, needs or thoughts under their columns; returns the lane's height.
pub(super) fn texts(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    cells(lay, top, &|lay, touchpoint| match lane {
        Lane::Actions => plain(lay, &touchpoint.action),
        Lane::Needs => plain(lay, &touchpoint.need),
        _ => quotes(lay, touchpoint),
    })
}

fn plain(lay: &Lay<'_>, words: &str) -> Vec<Piece> {
    let words = words.trim();
    let piece = || Piece { words: words.to_owned(), color: lay.theme.ink, dot: None };
    if words.is_empty() { Vec::new() } else { vec![piece()] }
}

/// What happens behind the touchpoints, and in which systems; returns the height it takes.
pub(super) fn backstage(lay: &mut Lay<'_>, top: f32) -> f32 {
    cells(lay, top, &|lay, touchpoint| {
        let mut pieces = plain(lay, &touchpoint.backstage);
        let systems = plain(lay, &touchpoint.systems);
        pieces.extend(systems.into_iter().map(|piece| Piece { color: lay.theme.mute, ..piece }));
        pieces
    })
}

/// Every persona's quote; a dot says whose where there are several personas.
fn quotes(lay: &Lay<'_>, touchpoint: &Touchpoint) -> Vec<Piece> {
    let several = lay.personas.len() > 1;
    let quote = |persona: &std::sync::Arc<crate::model::Persona>| {
        let quote = touchpoint.feeling(&persona.id)?.quote.trim();
        let piece = || Piece {
            words: quoted(quote, lay.document.info.language),
            color: lay.theme.mute,
            dot: several.then(|| lay.theme.persona(persona.color)),
        };
        (!quote.is_empty()).then(piece)
    };
    lay.personas.iter().filter_map(quote).collect()
}

/// In the language's quotation marks, unless it brings its own.
fn quoted(words: &str, language: Language) -> String {
    if words.starts_with(['«', '“', '"', '„', '\'']) {
        return words.to_owned();
    }
    match language {
        Language::Ru => format!("«{words}»"),
        Language::En => format!("“{words}”"),
    }
}

fn cells(lay: &mut Lay<'_>, top: f32, pieces: &dyn Fn(&Lay<'_>, &Touchpoint) -> Vec<Piece>) -> f32 {
    let mut bottom = top;
    for index in 0..lay.grid.slots.len() {
        let Some(slot) = lay.grid.slots.get(index).cloned() else { continue };
        let mut y = top + LANE_PADDING;
        for touchpoint in &slot.column.touchpoints {
            let pieces = pieces(lay, touchpoint);
            if pieces.is_empty() {
                continue;
            }
            let begin = y;
            let label = pieces.iter().map(|piece| piece.words.as_str()).collect::<Vec<_>>().join(" ");
            let mut drawn = Pen::body();
            for Piece { words, color, dot } in pieces {
                let inset = if dot.is_some() { 12.0 } else { 2.0 };
                let text = lay.shaper.shape(&words, style::WORDS, Some(CARD_WIDTH - inset), Align::Left);
                if let Some(dot) = dot {
                    drawn.circle(point(slot.x + 4.0, y + 8.0), 3.0, Some(dot), None);
                }
                let height = text.height;
                drawn.text(point(slot.x + inset, y), text, color);
                y += height + TEXT_GAP;
            }
            let area = rect(slot.x, begin, CARD_WIDTH, y - begin - TEXT_GAP);
            let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
            lay.put(drawn.hit(area, HitTarget::Subject(subject), label));
            bottom = bottom.max(y - TEXT_GAP);
        }
    }
    bottom - top + LANE_PADDING
}

/// A lane of the user's own; returns its height.
pub(super) fn custom(lay: &mut Lay<'_>, lane: &LaneId, top: f32) -> f32 {
    let value = |touchpoint: &Touchpoint| {
        touchpoint.cells.iter().find(|cell| cell.lane == *lane).map(|cell| cell.value.clone())
    };
    let words = cells(lay, top, &|lay, touchpoint| match value(touchpoint) {
        Some(CellValue::Text(words)) => plain(lay, &words),
        Some(CellValue::Number(number)) => plain(lay, &short_number(number, 3, lay.document.info.language)),
        Some(CellValue::Picture(_)) | None => Vec::new(),
    });
    let pictures = pictures(lay, top, &|touchpoint| match value(touchpoint) {
        Some(CellValue::Picture(picture)) => Some(picture),
        _ => None,
    });
    words.max(pictures)
}

fn pictures(lay: &mut Lay<'_>, top: f32, picture: &dyn Fn(&Touchpoint) -> Option<Picture>) -> f32 {
    let mut bottom = top;
    for index in 0..lay.grid.slots.len() {
        let Some(slot) = lay.grid.slots.get(index).cloned() else { continue };
        let mut y = top + LANE_PADDING;
        for picture in slot.column.touchpoints.iter().filter_map(|touchpoint| picture(touchpoint)) {
            let mut pen = Pen::body();
            pen.picture(rect(slot.x, y, CARD_WIDTH, PICTURE_HEIGHT), &picture, false);
            lay.put(pen);
            y += PICTURE_HEIGHT + TEXT_GAP;
            bottom = bottom.max(y - TEXT_GAP);
        }
    }
    bottom - top + LANE_PADDING
}
