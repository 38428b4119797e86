//! Lanes of words: goals of stages, actions, needs, thoughts and quotes, and lanes of the user's own.

use std::sync::Arc;

use crate::i18n::number::short_number;
use crate::model::{CellValue, Lane, LaneId, Language, Persona, Picture, Stage, Subject, Touchpoint};
use crate::scene::geometry::{point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::{Color, Theme};

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

/// What a touchpoint says in a lane of words.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::scene) struct Cell {
    touchpoint: Same<Touchpoint>,
    lane: Lane,
}

/// A piece of a cell: what it says, in which colour, with whose dot.
struct Piece {
    words: String,
    color: Color,
    dot: Option<Color>,
}

/// A piece as it is set.
struct Set {
    text: Arc<ShapedText>,
    color: Color,
    dot: Option<Color>,
}

/// What a cell says; nothing where it has no pieces.
pub(in crate::scene) struct Words {
    subject: Subject,
    label: Arc<str>,
    pieces: Vec<Set>,
}

impl Words {
    /// Where the text after this cell's last one begins.
    fn end(&self, top: f32) -> f32 {
        self.pieces.iter().fold(top, |y, piece| y + (piece.text.height + TEXT_GAP))
    }
}

impl Thing for Cell {
    type Words = Words;
    /// Left and top.
    type Place = (f32, f32);

    fn say(&self, lay: &mut Lay<'_>) -> Words {
        let pieces = self.pieces(lay);
        let label = pieces.iter().map(|piece| piece.words.as_str()).collect::<Vec<_>>().join(" ");
        let set = |Piece { words, color, dot }: Piece| {
            let text = lay.shaper.shape(&words, style::WORDS, Some(CARD_WIDTH - inset(dot)), Align::Left);
            Set { text, color, dot }
        };
        Words {
            pieces: pieces.into_iter().map(set).collect(),
            subject: Subject::Touchpoint(lay.journey.id.clone(), self.touchpoint.id.clone()),
            label: label.into(),
        }
    }

    fn draw(&self, words: &Words, (left, top): (f32, f32), _theme: &Theme) -> Drawn {
        let mut pen = Pen::body();
        let mut y = top;
        for Set { text, color, dot } in &words.pieces {
            if let Some(dot) = dot {
                pen.circle(point(left + 4.0, y + 8.0), 3.0, Some(*dot), None);
            }
            pen.text(point(left + inset(*dot), y), Arc::clone(text), *color);
            y += text.height + TEXT_GAP;
        }
        let area = rect(left, top, CARD_WIDTH, y - top - TEXT_GAP);
        one(pen.hit(area, HitTarget::Subject(words.subject.clone()), Arc::clone(&words.label)))
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.cells
    }
}

/// From a cell's left edge to its text.
fn inset(dot: Option<Color>) -> f32 {
    if dot.is_some() { 12.0 } else { 2.0 }
}

impl Cell {
    fn pieces(&self, lay: &Lay<'_>) -> Vec<Piece> {
        let touchpoint = &*self.touchpoint;
        match &self.lane {
            Lane::Actions => plain(lay, &touchpoint.action),
            Lane::Needs => plain(lay, &touchpoint.need),
            Lane::Thoughts => quotes(lay, touchpoint),
            Lane::Backstage => {
                let mut pieces = plain(lay, &touchpoint.backstage);
                let systems = plain(lay, &touchpoint.systems);
                pieces.extend(systems.into_iter().map(|piece| Piece { color: lay.theme.mute, ..piece }));
                pieces
            }
            Lane::Custom(id) => match value(touchpoint, id) {
                Some(CellValue::Text(words)) => plain(lay, words),
                Some(CellValue::Number(number)) => plain(lay, &short_number(*number, 3, lay.document.info.language)),
                Some(CellValue::Picture(_)) | None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

/// Whether a touchpoint may say something in a lane: spares most of them the question what.
fn speaks(lay: &Lay<'_>, touchpoint: &Touchpoint, lane: &Lane) -> bool {
    match lane {
        Lane::Actions => !touchpoint.action.is_empty(),
        Lane::Needs => !touchpoint.need.is_empty(),
        Lane::Thoughts => {
            let quotes =
                |persona: &Arc<Persona>| touchpoint.feeling(&persona.id).is_some_and(|it| !it.quote.is_empty());
            lay.personas.iter().any(quotes)
        }
        Lane::Backstage => !touchpoint.backstage.is_empty() || !touchpoint.systems.is_empty(),
        Lane::Custom(id) => value(touchpoint, id).is_some(),
        _ => false,
    }
}

fn value<'t>(touchpoint: &'t Touchpoint, lane: &LaneId) -> Option<&'t CellValue> {
    touchpoint.cells.iter().find(|cell| cell.lane == *lane).map(|cell| &cell.value)
}

fn plain(lay: &Lay<'_>, words: &str) -> Vec<Piece> {
    let words = words.trim();
    let piece = || Piece { words: words.to_owned(), color: lay.theme.ink, dot: None };
    if words.is_empty() { Vec::new() } else { vec![piece()] }
}

/// Every persona's quote; a dot says whose where there are several personas.
fn quotes(lay: &Lay<'_>, touchpoint: &Touchpoint) -> Vec<Piece> {
    let several = lay.personas.len() > 1;
    let quote = |persona: &Arc<Persona>| {
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

/// Actions, needs, thoughts, or what happens backstage, under their columns; returns the lane's height.
pub(super) fn texts(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let mut bottom = top;
    let grid = Arc::clone(&lay.grid);
    for slot in &grid.slots {
        let mut y = top + LANE_PADDING;
        for touchpoint in &slot.column.touchpoints {
            if !speaks(lay, touchpoint, lane) {
                continue;
            }
            let cell = lay.know(Cell { touchpoint: Same::of(touchpoint), lane: lane.clone() });
            let end = lay.kept.cells.words(cell).filter(|words| !words.pieces.is_empty()).map(|words| words.end(y));
            if let Some(end) = end {
                lay.show(cell, (slot.x, y));
                y = end;
                bottom = bottom.max(y - TEXT_GAP);
            }
        }
    }
    bottom - top + LANE_PADDING
}

/// A lane of the user's own; returns its height.
pub(super) fn custom(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let words = texts(lay, lane, top);
    words.max(pictures(lay, top, &|touchpoint| match lane {
        Lane::Custom(id) => match value(touchpoint, id) {
            Some(CellValue::Picture(picture)) => Some(picture),
            _ => None,
        },
        _ => None,
    }))
}

fn pictures(lay: &mut Lay<'_>, top: f32, picture: &dyn Fn(&Touchpoint) -> Option<&Picture>) -> f32 {
    let mut bottom = top;
    let grid = Arc::clone(&lay.grid);
    for slot in &grid.slots {
        let mut y = top + LANE_PADDING;
        for picture in slot.column.touchpoints.iter().filter_map(|touchpoint| picture(touchpoint)) {
            let mut pen = Pen::body();
            pen.picture(rect(slot.x, y, CARD_WIDTH, PICTURE_HEIGHT), picture, false);
            lay.put(pen);
            y += PICTURE_HEIGHT + TEXT_GAP;
            bottom = bottom.max(y - TEXT_GAP);
        }
    }
    bottom - top + LANE_PADDING
}
