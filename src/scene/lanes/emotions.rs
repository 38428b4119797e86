//! The emotion lane: each persona's curve from −5 to +5, faces at its points, expectation and the gap to it.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::curve::Curve;
use super::gap::Gap;
use super::points::{EmotionPoint, Manner, POINT, Scale};
use crate::analysis::path::peak_end_along;
use crate::i18n::number::signed;
use crate::model::{Emotion, Lane, Persona, Stage, Touchpoint, TouchpointId};
use crate::scene::geometry::{Path, Point, point, rect};
use crate::scene::kept::{Kept, Same};
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::sections::{Layer, Sections, Site};
use crate::scene::style::{self, CARD_WIDTH, LANE_COLUMN, MARGIN};
use crate::scene::text::{Align, TextStyle, Weight};
use crate::scene::theme::Color;

/// From the lane's line to +5.
const ABOVE: f32 = 34.0;
/// From −5 to the lane's end.
const BELOW: f32 = 36.0;
/// How many points of a curve make one fragment: long curves stay cullable.
const CHUNK: usize = 24;

/// A touchpoint's emotion on the lane.
struct Mark {
    touchpoint: Arc<Touchpoint>,
    stage: Stage,
    /// From the left edge of its stage.
    from_edge: f32,
    x: f32,
    on_path: bool,
    alone: bool,
}

/// From the lane's top.
const SCALE: Scale = Scale { zero: ABOVE + 5.0 * POINT };

/// Lays the lane; returns its height and where the name column's text ends.
pub(super) fn emotions(lay: &mut Lay<'_>, top: f32, name_bottom: f32) -> (f32, f32) {
    let scale = Scale { zero: top + SCALE.zero };
    axis(lay, scale);
    let personas = lay.personas.clone();
    let felt = Stage::ALL.map(|stage| {
        let site = lay.site(&Lane::Emotions, stage, top);
        lay.section(site, FeltHere, |lay, FeltHere| felt(lay, stage))
    });
    for (nth, persona) in personas.iter().enumerate().skip(1).rev() {
        second_curve(lay, (nth, persona, &felt), (top, scale));
    }
    let mut bottom = name_bottom;
    if let Some(persona) = personas.first() {
        leading_curve(lay, (persona, &felt), (top, scale));
        bottom = legend(lay, &personas, name_bottom);
    }
    (ABOVE + 10.0 * POINT + BELOW, bottom)
}

fn axis(lay: &mut Lay<'_>, scale: Scale) {
    let mut lines = Pen::body();
    let mut figures = Pen::on(LANE_PLANE);
    for (points, words) in [(5.0, "+5"), (0.0, "0"), (-5.0, "−5")] {
        let y = scale.y(Emotion::from_points(points).unwrap_or_default());
        let stroke = if points == 0.0 { solid(lay.theme.line, 1.0) } else { dashed(lay.theme.line, 1.0, (3.0, 4.0)) };
        lines.segment(point(LANE_COLUMN, y), point(lay.grid.right, y), stroke);
        let text = lay.shaper.shape(words, style::LANE_NOTE, None, Align::Left);
        figures.text(point(LANE_COLUMN - 8.0 - text.width, y - text.height / 2.0), text, lay.theme.mute);
    }
    lay.put(lines);
    lay.put(figures);
}

/// What is felt over one stage.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct FeltHere;

impl Layer for FeltHere {
    /// By persona.
    type Laid = Arc<[Felt]>;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.felt
    }
}

/// The touchpoints of a stage at which a persona feels something, with their columns in it, from left to right.
type Felt = Vec<(usize, Arc<Touchpoint>)>;

/// What each of the personas feels over a stage: one walk for all of them.
fn felt(lay: &Lay<'_>, stage: Stage) -> Arc<[Felt]> {
    let mut felt: Vec<Felt> = lay.personas.iter().map(|_| Felt::new()).collect();
    for (column, slot) in lay.grid.columns(stage).iter().enumerate() {
        for touchpoint in &slot.column.touchpoints {
            for feeling in touchpoint.feelings.iter().filter(|feeling| feeling.emotion.is_some()) {
                let persona = lay.personas.iter().position(|persona| persona.id == feeling.persona);
                let felt = persona.and_then(|persona| felt.get_mut(persona));
                let is_new = |felt: &&mut Felt| felt.last().is_none_or(|(_, last)| !Arc::ptr_eq(last, touchpoint));
                if let Some(felt) = felt.filter(is_new) {
                    felt.push((column, Arc::clone(touchpoint)));
                }
            }
        }
    }
    felt.into()
}

/// Where the emotions of the nth persona stand: in the middle of their column, spread where there are several.
fn marks(lay: &Lay<'_>, felt: &[Arc<[Felt]>; 5], (nth, path): (usize, &[TouchpointId])) -> Vec<Mark> {
    let on_path: FxHashSet<&TouchpointId> = path.iter().collect();
    let mut marks = Vec::new();
    for (stage, felt) in Stage::ALL.into_iter().zip(felt) {
        let (left, columns) = (lay.grid.stage(stage).x, lay.grid.columns(stage));
        for here in felt.get(nth).into_iter().flat_map(|felt| felt.chunk_by(|(one, _), (other, _)| one == other)) {
            let step = if here.len() > 1 { ((CARD_WIDTH - 32.0) / (here.len() - 1) as f32).min(48.0) } else { 0.0 };
            for (place, (column, touchpoint)) in here.iter().enumerate() {
                let offset = (place as f32 - (here.len() - 1) as f32 / 2.0) * step;
                let Some(slot) = columns.get(*column) else { continue };
                let from_edge = slot.x - left + CARD_WIDTH / 2.0 + offset;
                marks.push(Mark {
                    touchpoint: Arc::clone(touchpoint),
                    stage,
                    from_edge,
                    x: left + from_edge,
                    on_path: on_path.contains(&touchpoint.id),
                    alone: here.len() == 1,
                });
            }
        }
    }
    marks
}

/// Points of a value along the path, in runs whose x grows; a flag says where a touchpoint without a value was skipped.
fn runs(marks: &[Mark], path: &[TouchpointId], value: impl Fn(&Touchpoint) -> Option<f32>) -> Vec<Vec<(Point, bool)>> {
    let places: FxHashMap<&TouchpointId, &Mark> = marks.iter().map(|mark| (&mark.touchpoint.id, mark)).collect();
    let mut runs: Vec<Vec<(Point, bool)>> = Vec::new();
    let mut skipped = false;
    for id in path {
        let place = places.get(id).and_then(|mark| Some(point(mark.x, value(&mark.touchpoint)?)));
        let Some(place) = place else {
            skipped = true;
            continue;
        };
        match runs.last_mut() {
            Some(run) if run.last().is_none_or(|(last, _)| last.x < place.x) => run.push((place, skipped)),
            _ => runs.push(vec![(place, skipped)]),
        }
        skipped = false;
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

fn leading_curve(lay: &mut Lay<'_>, (persona, felt): (&Arc<Persona>, &[Arc<[Felt]>; 5]), (top, scale): (f32, Scale)) {
    let path = Arc::clone(lay.structure.path(&persona.id));
    let marks = marks(lay, felt, (0, &path));
    let emotion = |touchpoint: &Touchpoint| Some(scale.y(touchpoint.feeling(&persona.id)?.emotion?));
    let expectation = |touchpoint: &Touchpoint| Some(scale.y(touchpoint.feeling(&persona.id)?.expectation?));
    let real = runs(&marks, &path, emotion);
    let hoped = runs(&marks, &path, expectation);
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
    widest_gap(lay, persona, &marks, scale);
    points(lay, (0, persona), (&marks, top), |mark| Manner::Leading { on_path: mark.on_path, alone: mark.alone });
    if lay.options.invites {
        for (stage, felt) in Stage::ALL.into_iter().zip(felt) {
            let site = lay.site(&Lane::Emotions, stage, top);
            lay.section(site, Places, |lay, Places| {
                places(lay, (persona, stage), felt.first().map_or(&[][..], Vec::as_slice));
            });
        }
    }
}

/// The points of a persona over one stage, each with its place from the left.
#[derive(Default, PartialEq)]
pub(in crate::scene) struct Points(Vec<(EmotionPoint, f32)>);

impl Layer for Points {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.curve_points
    }
}

/// What the nth persona feels at each mark.
fn points(
    lay: &mut Lay<'_>,
    (nth, persona): (usize, &Arc<Persona>),
    (marks, top): (&[Mark], f32),
    manner: fn(&Mark) -> Manner,
) {
    for here in marks.chunk_by(|one, other| one.stage == other.stage) {
        let Some(Mark { stage, .. }) = here.first() else { continue };
        let felt = |mark: &Mark| {
            let (touchpoint, persona) = (Same::of(&mark.touchpoint), Same::of(persona));
            (EmotionPoint { touchpoint, persona, manner: manner(mark) }, mark.from_edge)
        };
        let site = Site { nth, ..lay.site(&Lane::Emotions, *stage, top) };
        lay.section(site, Points(here.iter().map(felt).collect()), |lay, Points(points)| {
            for (felt, x) in points {
                let Some(emotion) = felt.emotion() else { continue };
                let felt = lay.know(felt.clone());
                lay.show(felt, point(*x, SCALE.y(emotion)));
            }
        });
    }
}

fn gap_areas(lay: &mut Lay<'_>, real: &[Vec<(Point, bool)>], hoped: &[Vec<(Point, bool)>]) {
    let curve = |run: &Vec<(Point, bool)>| Curve::through(run.iter().map(|(place, _)| *place).collect());
    let hoped: Vec<Curve> = hoped.iter().map(curve).collect();
    for real in real.iter().map(curve) {
        for hoped in &hoped {
            for from in (0..real.points().len().saturating_sub(1)).step_by(CHUNK) {
                if let Some(gap) = Gap::between((&real, hoped), from..=from + CHUNK) {
                    let gap = lay.know(gap);
                    lay.show(gap, ());
                }
            }
        }
    }
}

/// The widest gap between expectation and reality, measured.
fn widest_gap(lay: &mut Lay<'_>, persona: &Persona, marks: &[Mark], scale: Scale) {
    let gap = |mark: &Mark| {
        let feeling = mark.touchpoint.feeling(&persona.id)?;
        let (real, hoped) = (feeling.emotion?, feeling.expectation?);
        Some((real.halves() - hoped.halves(), mark.x, real, hoped))
    };
    let widest = marks.iter().filter(|mark| mark.on_path).filter_map(gap).min_by_key(|(gap, ..)| (-gap.abs(), *gap));
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

/// The places over one stage where a point can be dragged from.
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
fn places(lay: &mut Lay<'_>, (persona, stage): (&Arc<Persona>, Stage), mut felt: &[(usize, Arc<Touchpoint>)]) {
    let grid = Arc::clone(&lay.grid);
    for (index, (left, slot)) in grid.columns_from_edge(stage).enumerate() {
        let here = felt.partition_point(|(column, _)| *column <= index);
        let (known, rest) = felt.split_at(here);
        felt = rest;
        let unknown = |touchpoint: &&Arc<Touchpoint>| !known.iter().any(|(_, known)| Arc::ptr_eq(known, touchpoint));
        for (place, touchpoint) in slot.column.touchpoints.iter().filter(unknown).enumerate() {
            let offset = (place + usize::from(!known.is_empty())) as f32 * 20.0;
            let center = point((left + CARD_WIDTH / 2.0 + offset).min(left + CARD_WIDTH - 8.0), SCALE.zero);
            let (touchpoint, persona) = (Same::of(touchpoint), Same::of(persona));
            let place = lay.know(EmotionPoint { touchpoint, persona, manner: Manner::Invite });
            lay.show(place, center);
        }
    }
}

/// Another persona's curve: its line with dots, no faces.
fn second_curve(
    lay: &mut Lay<'_>,
    (nth, persona, felt): (usize, &Arc<Persona>, &[Arc<[Felt]>; 5]),
    (top, scale): (f32, Scale),
) {
    let path = Arc::clone(lay.structure.path(&persona.id));
    let marks = marks(lay, felt, (nth, &path));
    let color = lay.theme.persona(persona.color);
    let emotion = |touchpoint: &Touchpoint| Some(scale.y(touchpoint.feeling(&persona.id)?.emotion?));
    let real = runs(&marks, &path, emotion);
    draw_runs(lay, &real, (color.fade(0.75), 1.8));
    points(lay, (nth, persona), (&marks, top), |mark| Manner::Second { on_path: mark.on_path });
}

/// Whose curve is whose, and how the leading path is likely to be remembered; returns where it ends.
fn legend(lay: &mut Lay<'_>, personas: &[Arc<Persona>], top: f32) -> f32 {
    let mut y = top + 10.0;
    let mut pen = Pen::on(LANE_PLANE);
    let room = style::LANE_TEXT - 34.0;
    let leading = personas.first().map(|persona| &persona.id);
    for persona in personas {
        let width = if leading == Some(&persona.id) { 3.0 } else { 1.8 };
        let swatch = Path::polyline(&[point(MARGIN, y + 7.5), point(MARGIN + 24.0, y + 7.5)]);
        pen.line(swatch, solid(lay.theme.persona(persona.color), width));
        let leads = leading == Some(&persona.id) && personas.len() > 1;
        let weight = if leads { Weight::SemiBold } else { style::LANE_NOTE.weight };
        let note = TextStyle { weight, ..style::LANE_NOTE };
        let (name, _) = lay.shaper.shape_clipped(&persona.name, note, room, 1);
        pen.text(point(MARGIN + 34.0, y), name, lay.theme.ink);
        y += 19.0;
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
    if let Some(peak_end) = leading.and_then(|id| peak_end_along(lay.journey, id, lay.structure.path(id))) {
        let language = lay.document.info.language;
        y += 8.0;
        let words =
            lay.shaper.shape(&lay.texts.get("map-peak-end"), style::LANE_NOTE, Some(style::LANE_TEXT), Align::Left);
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
