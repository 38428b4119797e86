//! Lanes of words: goals of stages, actions, needs, thoughts and quotes, and lanes of the user's own.

use super::cells::{Cells, Piece, TEXT_GAP, ask_for};
use crate::i18n::number::short_number;
use crate::model::{
    CellValue, Lane, LaneContent, LaneId, Language, Picture, Stage, Subject, TextField, TextSpot, Touchpoint,
};
use crate::scene::geometry::{point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::Align;

/// The height of a picture in a lane of pictures.
const PICTURE_HEIGHT: f32 = 96.0;

/// The stages' goals, each over its stage's width; returns the lane's height.
pub(super) fn goals(lay: &mut Lay<'_>, top: f32) -> f32 {
    let mut bottom = top;
    let goal_of = |lay: &Lay<'_>, stage: Stage| {
        lay.journey.info.stages.get(stage.index()).map_or("", |info| info.goal.trim()).to_owned()
    };
    let none = Stage::ALL.iter().all(|stage| goal_of(lay, *stage).is_empty());
    for stage in Stage::ALL {
        let goal = goal_of(lay, stage);
        let span = lay.grid.stage(stage);
        let room = span.width - 2.0 * STAGE_PADDING;
        let at = point(span.x + STAGE_PADDING, top + LANE_PADDING);
        let subject = Subject::Stage(lay.journey.id.clone(), stage);
        let spot = TextSpot { subject: subject.clone(), field: TextField::Goal };
        if goal.is_empty() {
            if lay.options.invites {
                let title = crate::scene::header::stage_title(lay, stage);
                ask_for(lay, (&Lane::Goals, spot), (at, room), (&title, none));
                bottom = bottom.max(at.y + style::WORDS.line_height);
            }
            continue;
        }
        let words = lay.shaper.shape(&goal, style::WORDS, Some(room), Align::Left);
        let area = rect(at.x, at.y, words.width, words.height);
        bottom = bottom.max(area.bottom());
        let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), goal);
        pen.written(at, words, lay.theme.ink, (spot, room));
        lay.put(pen);
    }
    bottom - top + LANE_PADDING
}

/// Actions, needs or thoughts under their columns; returns the lane's height.
pub(super) fn texts(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let leading = lay.personas.first().map(|persona| TextField::Quote(persona.id.clone()));
    let (pieces, asks): (fn(&Lay<'_>, &Touchpoint) -> Vec<Piece>, _) = match lane {
        Lane::Actions => (|lay, it| plain(lay, TextField::Action, &it.action), Some(TextField::Action)),
        Lane::Needs => (|lay, it| plain(lay, TextField::Need, &it.need), Some(TextField::Need)),
        _ => (quotes, leading),
    };
    Cells { lane, pieces: &pieces, asks }.lay(lay, top)
}

fn plain(lay: &Lay<'_>, field: TextField, words: &str) -> Vec<Piece> {
    let words = words.trim();
    let piece = || Piece { field, words: words.to_owned(), color: lay.theme.ink, dot: None };
    if words.is_empty() { Vec::new() } else { vec![piece()] }
}

/// What happens behind the touchpoints, and in which systems; returns the height it takes.
pub(super) fn backstage(lay: &mut Lay<'_>, top: f32) -> f32 {
    let pieces = |lay: &Lay<'_>, touchpoint: &Touchpoint| {
        let mut pieces = plain(lay, TextField::Backstage, &touchpoint.backstage);
        let systems = plain(lay, TextField::Systems, &touchpoint.systems);
        pieces.extend(systems.into_iter().map(|piece| Piece { color: lay.theme.mute, ..piece }));
        pieces
    };
    // Pills alone are a lane as well: room for words is kept only where some are written.
    let any = lay.journey.touchpoints.iter().any(|it| !it.backstage.trim().is_empty() || !it.systems.trim().is_empty());
    Cells { lane: &Lane::Backstage, pieces: &pieces, asks: any.then_some(TextField::Backstage) }.lay(lay, top)
}

/// Every persona's quote; a dot says whose where there are several personas.
fn quotes(lay: &Lay<'_>, touchpoint: &Touchpoint) -> Vec<Piece> {
    let several = lay.personas.len() > 1;
    let quote = |persona: &std::sync::Arc<crate::model::Persona>| {
        let quote = touchpoint.feeling(&persona.id)?.quote.trim();
        let piece = || Piece {
            field: TextField::Quote(persona.id.clone()),
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

/// A lane of the user's own; returns its height.
pub(super) fn custom(lay: &mut Lay<'_>, id: &LaneId, top: f32) -> f32 {
    let value =
        |touchpoint: &Touchpoint| touchpoint.cells.iter().find(|cell| cell.lane == *id).map(|cell| cell.value.clone());
    let field = || TextField::Cell(id.clone());
    let pieces = |lay: &Lay<'_>, touchpoint: &Touchpoint| match value(touchpoint) {
        Some(CellValue::Text(words)) => plain(lay, field(), &words),
        Some(CellValue::Number(number)) => plain(lay, field(), &short_number(number, 3, lay.document.info.language)),
        Some(CellValue::Picture(_)) | None => Vec::new(),
    };
    let of_words = lay.journey.custom_lanes.get(id).is_some_and(|lane| lane.content != LaneContent::Picture);
    let lane = Lane::Custom(id.clone());
    let words = Cells { lane: &lane, pieces: &pieces, asks: of_words.then(field) }.lay(lay, top);
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
