//! The emotion lane: each persona's curve from −5 to +5, faces at its points, expectation and the gap to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::curve::Curve;
use super::gap::Gap;
use super::points::{DOT, EmotionPoint, FACE, Manner, OFF_PATH, POINT, Scale, Seat, spot};
use crate::analysis::path::peak_end_of;
use crate::i18n::number::signed;
use crate::model::{Emotion, Lane, Persona, Touchpoint, TouchpointId};
use crate::scene::geometry::{Path, Point, Rect, point, rect};
use crate::scene::kept::{Kept, Same};
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::sections::{Layer, Sections};
use crate::scene::style::{self, CARD_WIDTH, LANE_COLUMN, MARGIN};
use crate::scene::text::{Align, TextStyle, Weight};
use crate::scene::theme::Color;

/// From the lane's line to +5.
const ABOVE: f32 = 34.0;
/// From −5 to the lane's end.
const BELOW: f32 = 36.0;
/// The lane's height.
const HEIGHT: f32 = ABOVE + 10.0 * POINT + BELOW;
/// How many points of a curve make one fragment: long curves stay cullable.
const CHUNK: usize = 24;

/// A touchpoint's emotion over its block.
pub(in crate::scene) struct Mark {
    touchpoint: Arc<Touchpoint>,
    /// From the left edge of its block.
    from_edge: f32,
    emotion: Emotion,
    expectation: Option<Emotion>,
    alone: bool,
}

impl Mark {
    /// The middle of its point, over its block and from the lane's top.
    fn center(&self) -> Point {
        point(self.from_edge, SCALE.y(self.emotion))
    }
}

/// What a persona feels over one block, from left to right.
#[derive(Default)]
pub(in crate::scene) struct Felt {
    marks: Vec<Mark>,
    /// Which mark is that of a touchpoint.
    of: FxHashMap<TouchpointId, usize>,
}

/// From the lane's top.
const SCALE: Scale = Scale { zero: ABOVE + 5.0 * POINT };

/// Lays the lane; returns its height and where the name column's text ends.
pub(super) fn emotions(lay: &mut Lay<'_>, top: f32, name_bottom: f32) -> (f32, f32) {
    let scale = Scale { zero: top + SCALE.zero };
    axis(lay, scale);
    let personas = lay.personas.clone();
    let felt: Vec<FeltByAll> = lay.each_block(|lay, block| {
        let site = lay.site(&Lane::Emotions, block, top);
        lay.section(site, FeltHere, |lay, FeltHere| felt(lay, block))
    });
    for (nth, persona) in personas.iter().enumerate().skip(1).rev() {
        second_curve(lay, (nth, persona), (&felt, top));
    }
    let mut bottom = name_bottom;
    if let Some(persona) = personas.first() {
        let path = leading_curve(lay, persona, (&felt, top));
        bottom = legend(lay, (&personas, &path), name_bottom);
    }
    (HEIGHT, bottom)
}

/// The figures of the axis, with their values.
const FIGURES: [(f64, &str); 3] = [(5.0, "+5"), (0.0, "0"), (-5.0, "−5")];
/// From the figures to the lane's cells, and from what explains the curves to the figures.
const BESIDE_FIGURES: f32 = 8.0;

/// How wide what explains the curves is at most, from the margin: the figures stand beside it.
fn legend_room(lay: &mut Lay<'_>) -> f32 {
    let widths = FIGURES.map(|(_, words)| lay.shaper.measure(words, style::LANE_NOTE));
    LANE_COLUMN - MARGIN - 2.0 * BESIDE_FIGURES - widths.into_iter().fold(0.0, f32::max)
}

fn axis(lay: &mut Lay<'_>, scale: Scale) {
    let mut lines = Pen::body();
    let mut figures = Pen::on(LANE_PLANE);
    for (points, words) in FIGURES {
        let y = scale.y(Emotion::from_points(points).unwrap_or_default());
        let stroke = if points == 0.0 { solid(lay.theme.line, 1.0) } else { dashed(lay.theme.line, 1.0, (3.0, 4.0)) };
        lines.segment(point(LANE_COLUMN, y), point(lay.grid.right, y), stroke);
        let text = lay.shaper.shape(words, style::LANE_NOTE, None, Align::Left);
        figures.text(point(LANE_COLUMN - BESIDE_FIGURES - text.width, y - text.height / 2.0), text, lay.theme.mute);
    }
    lay.put(lines);
    lay.put(figures);
}

/// What is felt over one block.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct FeltHere;

impl Layer for FeltHere {
    type Laid = FeltByAll;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.felt
    }
}

/// What each persona feels over one block.
type FeltByAll = Arc<[Felt]>;

/// What each of the personas feels over a block, in the middle of its column, spread where there are several.
fn felt(lay: &Lay<'_>, block: usize) -> FeltByAll {
    let along = |persona: &Arc<Persona>| {
        let mut marks = Vec::new();
        for (left, slot) in lay.grid.columns_in(block) {
            let felt = |touchpoint: &Arc<Touchpoint>| {
                let feeling = touchpoint.feeling(&persona.id)?;
                Some((Arc::clone(touchpoint), feeling.emotion?, feeling.expectation))
            };
            let here: Vec<_> = slot.column.touchpoints.iter().filter_map(felt).collect();
            let count = here.len();
            let step = if count > 1 { ((CARD_WIDTH - 32.0) / (count - 1) as f32).min(48.0) } else { 0.0 };
            marks.extend(here.into_iter().enumerate().map(|(nth, (touchpoint, emotion, expectation))| {
                let offset = (nth as f32 - (count - 1) as f32 / 2.0) * step;
                let from_edge = left + CARD_WIDTH / 2.0 + offset;
                Mark { touchpoint, from_edge, emotion, expectation, alone: count == 1 }
            }));
        }
        let of = marks.iter().enumerate().map(|(nth, mark)| (mark.touchpoint.id.clone(), nth)).collect();
        Felt { marks, of }
    };
    lay.personas.iter().map(along).collect()
}

/// A touchpoint that a persona's curve runs through.
#[derive(Clone)]
struct Passed {
    /// Which one it is on the path.
    place: usize,
    x: f32,
    emotion: Emotion,
    expectation: Option<Emotion>,
}

/// The touchpoints with an emotion along the path of the nth persona; and which of the marks over each block are theirs.
fn passed(lay: &Lay<'_>, (nth, persona): (usize, &Persona), felt: &[FeltByAll]) -> (Vec<Passed>, Vec<BTreeSet<usize>>) {
    let mut passed = Vec::new();
    let mut on_path: Vec<BTreeSet<usize>> = felt.iter().map(|_| BTreeSet::new()).collect();
    for (place, id) in lay.structure.path(&persona.id).iter().enumerate() {
        let Some(block) = lay.grid.spot(id).map(|spot| lay.grid.block_of(spot.column)) else { continue };
        let here = felt.get(block).and_then(|felt| felt.get(nth));
        let mark = here.and_then(|felt| Some((*felt.of.get(id)?, felt)));
        let mark = mark.and_then(|(mark, felt)| Some((mark, felt.marks.get(mark)?)));
        let Some(((mark, Mark { from_edge, emotion, expectation, .. }), on_path)) = mark.zip(on_path.get_mut(block))
        else {
            continue;
        };
        on_path.insert(mark);
        let x = lay.grid.block_x(block) + from_edge;
        passed.push(Passed { place, x, emotion: *emotion, expectation: *expectation });
    }
    (passed, on_path)
}

/// Points of a value along the path, in runs whose x grows; a flag says where a touchpoint without a value was skipped.
fn runs(path: &[Passed], value: impl Fn(&Passed) -> Option<f32>) -> Vec<Vec<(Point, bool)>> {
    let mut runs: Vec<Vec<(Point, bool)>> = Vec::new();
    let mut next = 0;
    for passed in path {
        let Some(y) = value(passed) else { continue };
        let (at, skipped) = (point(passed.x, y), passed.place != next);
        next = passed.place + 1;
        match runs.last_mut() {
            Some(run) if run.last().is_none_or(|(last, _)| last.x < at.x) => run.push((at, skipped)),
            _ => runs.push(vec![(at, skipped)]),
        }
    }
    runs
}

/// Draws a curve through runs: thin over skipped touchpoints and between runs.
fn draw_runs(lay: &mut Lay<'_>, runs: &[Vec<(Point, bool)>], (color, width): (Color, f32)) {
    for run in runs {
        let curve = Curve::through(run.iter().map(|(place, _)| *place).collect());
        let mut from = 0;
        while from + 1 < run.len() {
            let thin = run.get(from + 1).is_some_and(|(_, skipped)| *skipped);
            let mut to = from + 1;
            while to - from < CHUNK && run.get(to + 1).is_some_and(|(_, skipped)| *skipped == thin) {
                to += 1;
            }
            let mut pen = Pen::body();
            pen.line(curve.path(from, to), solid(color, if thin { 1.0 } else { width }));
            lay.put(pen);
            from = to;
        }
    }
    for pair in runs.windows(2) {
        let ends = pair.first().and_then(|run| run.last()).zip(pair.get(1).and_then(|run| run.first()));
        if let Some(((from, _), (to, _))) = ends {
            let mut pen = Pen::body();
            pen.segment(*from, *to, solid(color, 1.0));
            lay.put(pen);
        }
    }
}

/// The leading persona's curve; returns what it runs through.
fn leading_curve(lay: &mut Lay<'_>, persona: &Arc<Persona>, (felt, top): (&[FeltByAll], f32)) -> Vec<Passed> {
    let scale = Scale { zero: top + SCALE.zero };
    let (path, on_path) = passed(lay, (0, persona), felt);
    let real = runs(&path, |passed| Some(scale.y(passed.emotion)));
    let hoped = runs(&path, |passed| Some(scale.y(passed.expectation?)));
    gap_areas(lay, &real, &hoped);
    for run in &hoped {
        let curve = Curve::through(run.iter().map(|(place, _)| *place).collect());
        for from in (0..run.len().saturating_sub(1)).step_by(CHUNK) {
            let mut pen = Pen::body();
            pen.line(curve.path(from, (from + CHUNK).min(run.len() - 1)), dashed(lay.theme.neutral, 1.5, (5.0, 5.0)));
            lay.put(pen);
        }
    }
    draw_runs(lay, &real, (lay.theme.persona(persona.color), 2.8));
    widest_gap(lay, &path, scale);
    points(lay, (0, persona), (felt, top), on_path);
    if lay.options.invites {
        for (block, felt) in felt.iter().enumerate() {
            let site = lay.site(&Lane::Emotions, block, top);
            lay.section(site, Places, |lay, Places| {
                places(lay, (persona, block), felt.first().map_or(&[][..], |felt| &felt.marks));
            });
        }
    }
    path
}

/// The points of a persona over one block.
pub(in crate::scene) struct Points {
    /// With others' in one: what is felt over a block is the same as long as it is one in memory.
    felt: FeltByAll,
    persona: Same<Persona>,
    /// Those that are on the persona's path.
    on_path: BTreeSet<usize>,
}

impl PartialEq for Points {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.felt, &other.felt) && self.persona == other.persona && self.on_path == other.on_path
    }
}

impl Layer for Points {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.curve_points
    }
}

/// What the nth persona feels; those marks over each block are on its path.
fn points(
    lay: &mut Lay<'_>,
    (nth, persona): (usize, &Arc<Persona>),
    (felt, top): (&[FeltByAll], f32),
    on_path: Vec<BTreeSet<usize>>,
) {
    for (block, (felt, on_path)) in felt.iter().zip(on_path).enumerate() {
        let here = Points { felt: Arc::clone(felt), persona: Same::of(persona), on_path };
        let site = lay.site(&Lane::Emotions, block, top).nth(nth);
        lay.section(site, here, |lay, Points { felt, persona, on_path }| {
            let marks = felt.get(nth).map_or(&[][..], |felt| &felt.marks);
            let mut taken = if nth == 0 { spots(felt, on_path) } else { Vec::new() };
            for (place, mark) in marks.iter().enumerate() {
                let on_path = on_path.contains(&place);
                let manner = match nth {
                    0 => Manner::Leading { on_path, alone: mark.alone },
                    _ => Manner::Second { on_path },
                };
                let felt = EmotionPoint { touchpoint: Same::of(&mark.touchpoint), persona: persona.clone(), manner };
                let center = mark.center();
                let known = lay.know(felt.clone());
                let words = lay.kept.points.words(known);
                let seat = words.map(|words| felt.seat(words, center, (&mut taken, HEIGHT)));
                lay.show(known, seat.unwrap_or(Seat::bare(center)));
            }
        });
    }
}

/// All points over one block, where those of the leading persona's marks are on its path.
fn spots(felt: &[Felt], on_path: &BTreeSet<usize>) -> Vec<Rect> {
    let (leading, others) = felt.split_first().map_or((&[][..], &[][..]), |(first, others)| (&first.marks[..], others));
    let radius = |place: usize| if on_path.contains(&place) { FACE } else { OFF_PATH };
    let leading = leading.iter().enumerate().map(|(place, mark)| spot(mark.center(), radius(place)));
    // With its line.
    let others = others.iter().flat_map(|felt| &felt.marks).map(|mark| spot(mark.center(), DOT + 1.0));
    leading.chain(others).collect()
}

fn gap_areas(lay: &mut Lay<'_>, real: &[Vec<(Point, bool)>], hoped: &[Vec<(Point, bool)>]) {
    let curve = |run: &Vec<(Point, bool)>| Curve::through(run.iter().map(|(place, _)| *place).collect());
    let hoped: Vec<Curve> = hoped.iter().map(curve).collect();
    for real in real.iter().map(curve) {
        for hoped in &hoped {
            for from in (0..real.points().len().saturating_sub(1)).step_by(CHUNK) {
                if let Some((gap, begin)) = Gap::between((&real, hoped), from..=from + CHUNK) {
                    let gap = lay.know(gap);
                    lay.show(gap, begin);
                }
            }
        }
    }
}

/// The widest gap between expectation and reality, measured.
fn widest_gap(lay: &mut Lay<'_>, path: &[Passed], scale: Scale) {
    let gap = |passed: &Passed| {
        let (real, hoped) = (passed.emotion, passed.expectation?);
        Some((real.halves() - hoped.halves(), passed.x, real, hoped))
    };
    // Of equally wide ones the one that stands first.
    let order = |one: &(i32, f32, Emotion, Emotion), other: &(i32, f32, Emotion, Emotion)| {
        (-one.0.abs(), one.0).cmp(&(-other.0.abs(), other.0)).then(one.1.total_cmp(&other.1))
    };
    let widest = path.iter().filter_map(gap).min_by(order);
    let Some((gap, x, real, hoped)) = widest.filter(|(gap, ..)| gap.abs() >= 2) else { return };
    let (color, ink) = if gap < 0 {
        (lay.theme.negative, lay.theme.negative_text)
    } else {
        (lay.theme.positive, lay.theme.positive_text)
    };
    let (x, from, to) = (x + 22.0, scale.y(hoped), scale.y(real));
    let mut pen = Pen::body();
    let stroke = solid(color, 1.4);
    pen.segment(point(x, from), point(x, to), stroke);
    for y in [from, to] {
        pen.segment(point(x - 4.0, y), point(x + 4.0, y), stroke);
    }
    let words = signed(f64::from(gap) / 2.0, 1, lay.document.info.language);
    let text = lay.shaper.shape(&words, style::GAP, None, Align::Left);
    let ground = rect(x + 6.0, f32::midpoint(from, to) - text.height / 2.0, text.width + 4.0, text.height);
    pen.halo(ground, lay.theme.background);
    pen.text(point(x + 8.0, f32::midpoint(from, to) - text.height / 2.0), text, ink);
    lay.put(pen);
}

/// The places over one block where a point can be dragged from.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct Places;

impl Layer for Places {
    type Laid = ();
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.places
    }
}

/// In the editor a touchpoint without an emotion shows where one can be dragged from.
fn places(lay: &mut Lay<'_>, (persona, block): (&Arc<Persona>, usize), felt: &[Mark]) {
    let grid = Arc::clone(&lay.grid);
    let mut felt = felt.iter().peekable();
    for (left, slot) in grid.columns_in(block) {
        let mut is_known =
            |touchpoint: &Arc<Touchpoint>| felt.next_if(|it| Arc::ptr_eq(&it.touchpoint, touchpoint)).is_some();
        let (known, unknown): (Vec<_>, Vec<_>) = slot.column.touchpoints.iter().partition(|it| is_known(it));
        for (nth, touchpoint) in unknown.into_iter().enumerate() {
            let offset = (nth + usize::from(!known.is_empty())) as f32 * 20.0;
            let center = point((left + CARD_WIDTH / 2.0 + offset).min(left + CARD_WIDTH - 8.0), SCALE.zero);
            let (touchpoint, persona) = (Same::of(touchpoint), Same::of(persona));
            let place = lay.know(EmotionPoint { touchpoint, persona, manner: Manner::Invite });
            lay.show(place, Seat::bare(center));
        }
    }
}

/// Another persona's curve: its line with dots, no faces.
fn second_curve(lay: &mut Lay<'_>, (nth, persona): (usize, &Arc<Persona>), (felt, top): (&[FeltByAll], f32)) {
    if felt.iter().all(|here| here.get(nth).is_none_or(|felt| felt.marks.is_empty())) {
        return;
    }
    let scale = Scale { zero: top + SCALE.zero };
    let color = lay.theme.persona(persona.color);
    let (path, on_path) = passed(lay, (nth, persona), felt);
    let real = runs(&path, |passed| Some(scale.y(passed.emotion)));
    draw_runs(lay, &real, (color.fade(0.75), 1.8));
    points(lay, (nth, persona), (felt, top), on_path);
}

/// Whose curve is whose, and how the leading path is likely to be remembered; returns where it ends.
fn legend(lay: &mut Lay<'_>, (personas, path): (&[Arc<Persona>], &[Passed]), top: f32) -> f32 {
    let mut y = top + 10.0;
    let mut pen = Pen::on(LANE_PLANE);
    let whole = legend_room(lay);
    let room = whole - 34.0;
    let leading = personas.first().map(|persona| &persona.id);
    for persona in personas {
        let width = if leading == Some(&persona.id) { 3.0 } else { 1.8 };
        let swatch = Path::polyline(&[point(MARGIN, y + 7.5), point(MARGIN + 24.0, y + 7.5)]);
        pen.line(swatch, solid(lay.theme.persona(persona.color), width));
        let leads = leading == Some(&persona.id) && personas.len() > 1;
        let weight = if leads { Weight::SemiBold } else { style::LANE_NOTE.weight };
        let note = TextStyle { weight, ..style::LANE_NOTE };
        let (name, _) = lay.shaper.shape_clipped(&persona.name, note, room, 2);
        let height = name.height;
        pen.text(point(MARGIN + 34.0, y), name, lay.theme.ink);
        y += height + 4.0;
    }
    let hoped = |touchpoint: &Touchpoint| {
        leading.and_then(|id| touchpoint.feeling(id)).is_some_and(|feeling| feeling.expectation.is_some())
    };
    if lay.journey.touchpoints.iter().any(|touchpoint| hoped(touchpoint)) {
        let swatch = Path::polyline(&[point(MARGIN, y + 7.5), point(MARGIN + 24.0, y + 7.5)]);
        pen.line(swatch, dashed(lay.theme.neutral, 1.5, (5.0, 4.0)));
        let words = lay.shaper.shape(&lay.texts.get("map-expectation"), style::LANE_NOTE, Some(room), Align::Left);
        pen.text(point(MARGIN + 34.0, y), words, lay.theme.mute);
        y += 19.0;
    }
    if let Some(peak_end) = peak_end_of(path, |passed| passed.emotion) {
        let language = lay.document.info.language;
        y += 8.0;
        let words = lay.shaper.shape(&lay.texts.get("map-peak-end"), style::LANE_NOTE, Some(whole), Align::Left);
        pen.text(point(MARGIN, y), words, lay.theme.mute);
        let ink = if peak_end.value < 0.0 { lay.theme.negative_text } else { lay.theme.positive_text };
        let figure = lay.shaper.shape(&signed(peak_end.value, 1, language), style::LANE_FIGURE, None, Align::Left);
        let right = MARGIN + figure.width + 10.0;
        pen.text(point(MARGIN, y + 15.0), figure, ink);
        let lowest = signed(peak_end.lowest.emotion.points(), 1, language);
        let words = lay.texts.with("map-lowest", &[("value", lowest.into())]);
        let words = lay.shaper.shape(&words, style::LANE_NOTE, None, Align::Left);
        pen.text(point(right, y + 20.0), words, lay.theme.mute);
        y += 40.0;
    }
    lay.put(pen);
    y
}
