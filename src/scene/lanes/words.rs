//! Lanes of words: goals of stages, actions, needs, thoughts and quotes, and lanes of the user's own.

use std::sync::Arc;

use crate::i18n::number::short_number;
use crate::model::{CellValue, Lane, LaneContent, LaneId, Persona, Stage, Subject, TextField, TextSpot, Touchpoint};
use crate::scene::geometry::{Point, point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::sections::{Layer, Sections};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::{Color, Theme};

/// Between two texts of one cell.
const TEXT_GAP: f32 = 8.0;
/// From one line that asks for a text to the next.
const ASK_STEP: f32 = 24.0;
/// The height of a picture in a lane of pictures.
const PICTURE_HEIGHT: f32 = 96.0;

/// The stages' goals, each over its stage's width; returns the lane's height.
pub(super) fn goals(lay: &mut Lay<'_>, top: f32) -> f32 {
    let mut bottom = top;
    let none = lay.journey.info.stages.iter().all(|info| info.goal.trim().is_empty());
    for stage in Stage::ALL {
        let goal = lay.journey.info.stages.get(stage.index()).map_or("", |info| info.goal.trim()).to_owned();
        let span = lay.grid.stage(stage);
        let room = span.width - 2.0 * STAGE_PADDING;
        let at = point(span.x + STAGE_PADDING, top + LANE_PADDING);
        let subject = Subject::Stage(lay.journey.id.clone(), stage);
        let spot = TextSpot { subject: subject.clone(), field: TextField::Goal };
        if goal.is_empty() {
            if lay.options.invites {
                let title = crate::scene::header::stage_title(lay, stage);
                let said = asked(lay, &spot.field, (&title, none));
                lay.put(asking(&Lane::Goals, spot, &said, (at, room, lay.theme)));
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

/// What a touchpoint says in a lane of words.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::scene) struct Cell {
    touchpoint: Same<Touchpoint>,
    lane: Lane,
}

/// A piece of a cell: which text it is, what it says, in which colour, with whose dot.
struct Piece {
    field: TextField,
    words: String,
    color: Color,
    dot: Option<Color>,
}

/// A piece as it is set.
struct Set {
    field: TextField,
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
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Words {
        let pieces = self.pieces(lay);
        let label = pieces.iter().map(|piece| piece.words.as_str()).collect::<Vec<_>>().join(" ");
        let set = |Piece { field, words, color, dot }: Piece| {
            let text = lay.shaper.shape(&words, style::WORDS, Some(CARD_WIDTH - inset(dot)), Align::Left);
            Set { field, text, color, dot }
        };
        Words {
            pieces: pieces.into_iter().map(set).collect(),
            subject: Subject::Touchpoint(lay.journey.id.clone(), self.touchpoint.id.clone()),
            label: label.into(),
        }
    }

    fn draw(&self, words: &Words, Point { x: left, y: top }: Point, _theme: &Theme) -> Drawn {
        let mut pen = Pen::body();
        let mut y = top;
        for Set { field, text, color, dot } in &words.pieces {
            if let Some(dot) = dot {
                pen.circle(point(left + 4.0, y + 8.0), 3.0, Some(*dot), None);
            }
            let spot = TextSpot { subject: words.subject.clone(), field: field.clone() };
            let place = point(left + inset(*dot), y);
            pen.written(place, Arc::clone(text), *color, (spot, CARD_WIDTH - inset(*dot)));
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
            Lane::Actions => plain(lay, TextField::Action, &touchpoint.action),
            Lane::Needs => plain(lay, TextField::Need, &touchpoint.need),
            Lane::Thoughts => quotes(lay, touchpoint),
            Lane::Backstage => {
                let mut pieces = plain(lay, TextField::Backstage, &touchpoint.backstage);
                let systems = plain(lay, TextField::Systems, &touchpoint.systems);
                pieces.extend(systems.into_iter().map(|piece| Piece { color: lay.theme.mute, ..piece }));
                pieces
            }
            Lane::Custom(id) => match value(touchpoint, id) {
                Some(CellValue::Text(words)) => plain(lay, TextField::Cell(id.clone()), words),
                Some(CellValue::Number(number)) => {
                    let words = short_number(*number, 3, lay.document.info.language);
                    plain(lay, TextField::Cell(id.clone()), &words)
                }
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

fn plain(lay: &Lay<'_>, field: TextField, words: &str) -> Vec<Piece> {
    let words = words.trim();
    let piece = || Piece { field, words: words.to_owned(), color: lay.theme.ink, dot: None };
    if words.is_empty() { Vec::new() } else { vec![piece()] }
}

/// Every persona's quote; a dot says whose where there are several personas.
fn quotes(lay: &Lay<'_>, touchpoint: &Touchpoint) -> Vec<Piece> {
    let several = lay.personas.len() > 1;
    let quote = |persona: &Arc<Persona>| {
        let quote = touchpoint.feeling(&persona.id)?.quote.trim();
        let piece = || Piece {
            field: TextField::Quote(persona.id.clone()),
            words: crate::i18n::quotes::quoted(quote, lay.document.info.language),
            color: lay.theme.mute,
            dot: several.then(|| lay.theme.persona(persona.color)),
        };
        (!quote.is_empty()).then(piece)
    };
    lay.personas.iter().filter_map(quote).collect()
}

/// Whether the persona in front has a quote at a touchpoint.
fn leading_speaks(lay: &Lay<'_>, touchpoint: &Touchpoint) -> bool {
    let feeling = lay.personas.first().and_then(|persona| touchpoint.feeling(&persona.id));
    feeling.is_some_and(|feeling| !feeling.quote.trim().is_empty())
}

/// The written cells of a lane of words.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct Cells;

/// Where written cells end, from the lane's top.
#[derive(Clone, Default)]
pub(in crate::scene) struct CellsLaid {
    bottom: f32,
    /// The touchpoints that say nothing, with the place where each may be asked.
    silent: Arc<[(Point, Arc<Touchpoint>)]>,
}

impl Layer for Cells {
    type Laid = CellsLaid;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.texts
    }
}

/// Actions, needs, thoughts, or what happens backstage, under their columns; returns the lane's height.
pub(super) fn texts(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let laid: Vec<CellsLaid> = lay.each_block(|lay, block| {
        let site = lay.site(lane, block, top);
        lay.section(site, Cells, |lay, Cells| cells(lay, (lane, block)))
    });
    let mut bottom = laid.iter().map(|cells| cells.bottom).fold(0.0, f32::max);
    let seen = bottom <= 0.0;
    if let Some(field) = asks(lay, lane, !seen) {
        let silent = || laid.iter().flat_map(|cells| cells.silent.iter());
        if lay.options.opened.as_ref() == Some(lane) {
            bottom = silent().map(|(place, _)| place.y + style::WORDS.line_height).fold(bottom, f32::max);
        } else if silent().next().is_some() {
            bottom = bottom.max(LANE_PADDING + style::WORDS.line_height);
        }
        for (block, cells) in laid.into_iter().enumerate() {
            let site = lay.site(lane, block, top);
            let asks = Asks { field: field.clone(), seen, bottom };
            lay.section(site, asks, |lay, asks| ask(lay, (lane, asks), &cells.silent));
        }
    }
    bottom + LANE_PADDING
}

/// What is written over a block.
fn cells(lay: &mut Lay<'_>, (lane, block): (&Lane, usize)) -> CellsLaid {
    let grid = Arc::clone(&lay.grid);
    let mut bottom = 0.0_f32;
    let mut silent = Vec::new();
    for (left, slot) in grid.columns_in(block) {
        let mut y = LANE_PADDING;
        let mut silent_here = Vec::new();
        for touchpoint in &slot.column.touchpoints {
            let mut end = None;
            if speaks(lay, touchpoint, lane) {
                let cell = lay.know(Cell { touchpoint: Same::of(touchpoint), lane: lane.clone() });
                end = lay.kept.cells.words(cell).filter(|words| !words.pieces.is_empty()).map(|words| words.end(y));
                if let Some(end) = end {
                    lay.show(cell, point(left, y));
                    y = end;
                    bottom = bottom.max(y - TEXT_GAP);
                }
            }
            if lay.options.invites && (end.is_none() || *lane == Lane::Thoughts && !leading_speaks(lay, touchpoint)) {
                silent_here.push(touchpoint);
            }
        }
        // What is asked for stands below what is written.
        let line = |(place, touchpoint)| (point(left, y + place as f32 * ASK_STEP), Arc::clone(touchpoint));
        silent.extend(silent_here.into_iter().enumerate().map(line));
    }
    CellsLaid { bottom, silent: silent.into() }
}

/// Which text an empty cell of a lane asks for, in the editor; where anything is `written` in the lane, and where not.
fn asks(lay: &Lay<'_>, lane: &Lane, written: bool) -> Option<TextField> {
    if !lay.options.invites {
        return None;
    }
    match lane {
        Lane::Actions => Some(TextField::Action),
        Lane::Needs => Some(TextField::Need),
        Lane::Thoughts => lay.personas.first().map(|persona| TextField::Quote(persona.id.clone())),
        // Pills alone are a lane as well: room for words is kept only where some are written.
        Lane::Backstage => written.then_some(TextField::Backstage),
        Lane::Custom(id) => {
            let lane = lay.journey.custom_lanes.get(id)?;
            (lane.content != LaneContent::Picture).then(|| TextField::Cell(id.clone()))
        }
        _ => None,
    }
}

/// The empty cells of a lane: they ask as far as they fit into it.
#[derive(PartialEq)]
pub(in crate::scene) struct Asks {
    field: TextField,
    /// Whether they are seen: a lane without any words keeps one line for them and shows them.
    seen: bool,
    /// Where the lane's words end, from its top.
    bottom: f32,
}

impl Layer for Asks {
    type Laid = ();
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.asking
    }
}

fn ask(lay: &mut Lay<'_>, (lane, asks): (&Lane, &Asks), silent: &[(Point, Arc<Touchpoint>)]) {
    let Asks { field, seen, bottom } = asks;
    for (place, touchpoint) in silent.iter().filter(|(place, _)| place.y + style::WORDS.line_height <= bottom + 0.5) {
        let ask = Ask { touchpoint: Same::of(touchpoint), lane: lane.clone(), field: field.clone(), seen: *seen };
        let ask = lay.know(ask);
        lay.show(ask, *place);
    }
}

/// An empty cell that asks for its text.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::scene) struct Ask {
    touchpoint: Same<Touchpoint>,
    lane: Lane,
    field: TextField,
    /// Whether it is seen, or found by the pointer alone.
    seen: bool,
}

/// What an empty cell asks for: in full, and as it is shown where it is seen.
pub(in crate::scene) struct Asked {
    label: Arc<str>,
    shown: Option<Arc<ShapedText>>,
}

impl Thing for Ask {
    type Words = (Subject, Asked);
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Self::Words {
        let subject = Subject::Touchpoint(lay.journey.id.clone(), self.touchpoint.id.clone());
        // Whose text it is, is said where it is pointed at: a lane need not be laid anew for a title.
        (subject, asked(lay, &self.field, ("", self.seen)))
    }

    fn draw(&self, (subject, said): &Self::Words, place: Point, theme: &Theme) -> Drawn {
        let spot = TextSpot { subject: subject.clone(), field: self.field.clone() };
        one(asking(&self.lane, spot, said, (place, CARD_WIDTH, theme)))
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.asks
    }
}

fn asked(lay: &mut Lay<'_>, field: &TextField, (whose, seen): (&str, bool)) -> Asked {
    let words = lay.texts.get(match field {
        TextField::Action => "map-invite-action",
        TextField::Need => "map-invite-need",
        TextField::Quote(_) => "map-invite-thought",
        TextField::Goal => "map-invite-goal",
        TextField::Backstage => "map-invite-backstage",
        _ => "map-invite-words",
    });
    let shown = seen.then(|| lay.shaper.shape(&words, style::WORDS, None, Align::Left));
    let label = if whose.trim().is_empty() { words } else { format!("{words}: {}", whose.trim()) };
    Asked { label: label.into(), shown }
}

fn asking(lane: &Lane, spot: TextSpot, said: &Asked, (place, width, theme): (Point, f32, &Theme)) -> Pen {
    let area = rect(place.x, place.y, width, style::WORDS.line_height);
    let target = HitTarget::Invite { lane: lane.clone(), subject: spot.subject.clone() };
    let mut pen = Pen::body().hit(area, target, Arc::clone(&said.label));
    let at = point(place.x + inset(None), place.y);
    if let Some(shown) = &said.shown {
        pen.text(at, Arc::clone(shown), theme.mute);
    }
    pen.unwritten(at, (style::WORDS, theme.ink), (spot, width - inset(None)));
    pen
}

/// The pictures of a lane of the user's own.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct Pictures;

impl Layer for Pictures {
    /// Where they end, from the lane's top.
    type Laid = f32;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.pictures
    }
}

/// A lane of the user's own; returns its height.
pub(super) fn custom(lay: &mut Lay<'_>, (lane, id): (&Lane, &LaneId), top: f32) -> f32 {
    let words = texts(lay, lane, top);
    lay.blocks().fold(words, |height, block| {
        let site = lay.site(lane, block, top);
        let bottom = lay.section(site, Pictures, |lay, Pictures| pictures(lay, (id, block)));
        height.max(bottom + LANE_PADDING)
    })
}

fn pictures(lay: &mut Lay<'_>, (id, block): (&LaneId, usize)) -> f32 {
    let grid = Arc::clone(&lay.grid);
    let mut bottom = 0.0_f32;
    for (left, slot) in grid.columns_in(block) {
        let mut y = LANE_PADDING;
        for touchpoint in &slot.column.touchpoints {
            let Some(CellValue::Picture(picture)) = value(touchpoint, id) else { continue };
            let mut pen = Pen::body();
            pen.picture(rect(left, y, CARD_WIDTH, PICTURE_HEIGHT), picture, false);
            lay.put(pen);
            y += PICTURE_HEIGHT + TEXT_GAP;
            bottom = bottom.max(y - TEXT_GAP);
        }
    }
    bottom
}
