//! The emotion lane: each persona's curve from −5 to +5, faces at its points, expectation and the gap to it.

use std::collections::HashSet;
use std::sync::Arc;

use super::curve::{Curve, between};
use crate::analysis::path::{curve_path, peak_end};
use crate::i18n::number::signed;
use crate::model::{Emotion, Persona, Subject, TextField, TextSpot, Touchpoint, TouchpointId};
use crate::scene::face::{emotion_color, face};
use crate::scene::geometry::{Path, Point, point, rect};
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::{HitTarget, Paint};
use crate::scene::style::{self, CARD_WIDTH, LANE_COLUMN, MARGIN};
use crate::scene::text::Align;

/// From the lane's line to +5.
const ABOVE: f32 = 34.0;
/// The height of one point.
const POINT: f32 = 16.0;
/// From −5 to the lane's end.
const BELOW: f32 = 36.0;
/// The radius of a face on the curve.
const FACE: f32 = 11.0;
/// The radius of a point off the path.
const OFF_PATH: f32 = 6.0;
/// How many points of a curve make one fragment: long curves stay cullable.
const CHUNK: usize = 24;

/// From emotions to y.
#[derive(Clone, Copy)]
struct Scale {
    zero: f32,
}

impl Scale {
    fn y(self, emotion: Emotion) -> f32 {
        self.zero - emotion.points() as f32 * POINT
    }
}

/// A touchpoint's emotion on the lane.
struct Mark {
    touchpoint: Arc<Touchpoint>,
    x: f32,
    on_path: bool,
    alone: bool,
}

/// Lays the lane; returns its height and where the name column's text ends.
pub(super) fn emotions(lay: &mut Lay<'_>, top: f32, name_bottom: f32) -> (f32, f32) {
    let scale = Scale { zero: top + ABOVE + 5.0 * POINT };
    axis(lay, scale);
    let personas = lay.personas.clone();
    for persona in personas.iter().skip(1).rev() {
        second_curve(lay, persona, scale);
    }
    let mut bottom = name_bottom;
    if let Some(persona) = personas.first() {
        leading_curve(lay, persona, scale);
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

/// Where a persona's emotions stand: in the middle of their column, spread where there are several.
fn marks(lay: &Lay<'_>, persona: &Persona, path: &[TouchpointId]) -> Vec<Mark> {
    let on_path: HashSet<&TouchpointId> = path.iter().collect();
    let mut marks = Vec::new();
    for (index, slot) in lay.grid.slots.iter().enumerate() {
        let felt = |touchpoint: &&Arc<Touchpoint>| {
            touchpoint.feeling(&persona.id).is_some_and(|feeling| feeling.emotion.is_some())
        };
        let here: Vec<&Arc<Touchpoint>> = slot.column.touchpoints.iter().filter(felt).collect();
        let step = if here.len() > 1 { ((CARD_WIDTH - 32.0) / (here.len() - 1) as f32).min(48.0) } else { 0.0 };
        for (place, touchpoint) in here.iter().enumerate() {
            let offset = (place as f32 - (here.len() - 1) as f32 / 2.0) * step;
            let on_path = on_path.contains(&touchpoint.id);
            let x = lay.grid.center(index) + offset;
            marks.push(Mark { touchpoint: Arc::clone(touchpoint), x, on_path, alone: here.len() == 1 });
        }
    }
    marks
}

/// Points of a value along the path, in runs whose x grows; a flag says where a touchpoint without a value was skipped.
fn runs(marks: &[Mark], path: &[TouchpointId], value: impl Fn(&Touchpoint) -> Option<f32>) -> Vec<Vec<(Point, bool)>> {
    let places: std::collections::HashMap<&TouchpointId, &Mark> =
        marks.iter().map(|mark| (&mark.touchpoint.id, mark)).collect();
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
fn draw_runs(lay: &mut Lay<'_>, runs: &[Vec<(Point, bool)>], (color, width): (crate::scene::theme::Color, f32)) {
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

fn leading_curve(lay: &mut Lay<'_>, persona: &Persona, scale: Scale) {
    let path = curve_path(lay.journey, &persona.id);
    let marks = marks(lay, persona, &path);
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
    for mark in &marks {
        emotion_point(lay, persona, mark, scale);
    }
    if lay.options.invites {
        invites(lay, persona, scale);
    }
}

fn gap_areas(lay: &mut Lay<'_>, real: &[Vec<(Point, bool)>], hoped: &[Vec<(Point, bool)>]) {
    let curve = |run: &Vec<(Point, bool)>| Curve::through(run.iter().map(|(place, _)| *place).collect());
    let hoped: Vec<Curve> = hoped.iter().map(curve).collect();
    for real in real.iter().map(curve) {
        for hoped in &hoped {
            for chunk in real.points().windows(2).collect::<Vec<_>>().chunks(CHUNK) {
                let ends = chunk.first().and_then(|pair| pair.first()).zip(chunk.last().and_then(|pair| pair.last()));
                let Some((left, right)) = ends else { continue };
                if !hoped.overlaps((left.x, right.x)) {
                    continue;
                }
                let mut pen = Pen::body();
                for (area, above) in between(&real, hoped, (left.x, right.x)) {
                    let color = if above { lay.theme.positive } else { lay.theme.negative };
                    pen.fill(area, Paint::Solid(color.fade(0.12)));
                }
                lay.put(pen);
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

fn emotion_point(lay: &mut Lay<'_>, persona: &Persona, mark: &Mark, scale: Scale) {
    let Some((feeling, emotion)) =
        mark.touchpoint.feeling(&persona.id).and_then(|feeling| Some((feeling, feeling.emotion?)))
    else {
        return;
    };
    let center = point(mark.x, scale.y(emotion));
    let mut pen = hit_pen(lay, persona, &mark.touchpoint, (center, scale));
    let radius = if mark.on_path { FACE } else { OFF_PATH };
    if mark.on_path {
        face(&mut pen, lay.theme, (center, FACE), emotion);
    } else {
        let color = emotion_color(lay.theme, emotion);
        pen.circle(center, OFF_PATH, Some(lay.theme.card), Some(solid(color, 1.8)));
    }
    let word = feeling.word.trim();
    let room = if mark.alone { CARD_WIDTH + 24.0 } else { 76.0 };
    let subject = Subject::Touchpoint(lay.journey.id.clone(), mark.touchpoint.id.clone());
    let spot = TextSpot { subject, field: TextField::Word(persona.id.clone()) };
    if word.is_empty() {
        let place = point(center.x - 38.0, center.y + radius + 3.0);
        pen.unwritten(place, (style::EMOTION_WORD, lay.theme.ink), (spot, 76.0));
    } else {
        let (text, _) = lay.shaper.shape_clipped(word, style::EMOTION_WORD, room, 1);
        let above = emotion.points() >= 2.5 && feeling.expectation.is_none_or(|hoped| emotion >= hoped);
        let y = if above { center.y - radius - 3.0 - text.height } else { center.y + radius + 3.0 };
        let ink = if mark.on_path { lay.theme.ink } else { lay.theme.mute };
        let left = center.x - text.width / 2.0;
        pen.halo(rect(left - 2.0, y + 1.0, text.width + 4.0, text.height - 1.0), lay.theme.background);
        pen.written(point(left, y), text, ink, (spot, room));
    }
    lay.put(pen);
}

fn hit_pen(lay: &Lay<'_>, persona: &Persona, touchpoint: &Touchpoint, (center, scale): (Point, Scale)) -> Pen {
    let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
    let scale_y = (scale.y(Emotion::MIN), scale.y(Emotion::MAX));
    let target = HitTarget::Emotion { touchpoint: subject, persona: persona.id.clone(), scale_y };
    let emotion = touchpoint.feeling(&persona.id).and_then(|feeling| feeling.emotion);
    let value = emotion.map_or(String::from("—"), |emotion| signed(emotion.points(), 1, lay.document.info.language));
    let word = touchpoint.feeling(&persona.id).map_or("", |feeling| feeling.word.trim());
    let mut label = format!("{}, {}: {value}", touchpoint.title, persona.name);
    if !word.is_empty() {
        label.push_str(", ");
        label.push_str(word);
    }
    Pen::body().hit(rect(center.x - 13.0, center.y - 13.0, 26.0, 26.0), target, label)
}

/// In the editor a touchpoint without an emotion shows where one can be dragged from.
fn invites(lay: &mut Lay<'_>, persona: &Persona, scale: Scale) {
    for index in 0..lay.grid.slots.len() {
        let Some(slot) = lay.grid.slots.get(index).cloned() else { continue };
        let unknown = |touchpoint: &&Arc<Touchpoint>| {
            touchpoint.feeling(&persona.id).is_none_or(|feeling| feeling.emotion.is_none())
        };
        let any_known = !slot.column.touchpoints.iter().all(|touchpoint| unknown(&touchpoint));
        for (place, touchpoint) in slot.column.touchpoints.iter().filter(unknown).enumerate() {
            let offset = (place + usize::from(any_known)) as f32 * 20.0;
            let center = point((lay.grid.center(index) + offset).min(slot.x + CARD_WIDTH - 8.0), scale.zero);
            let mut pen = hit_pen(lay, persona, touchpoint, (center, scale));
            pen.circle(center, OFF_PATH, Some(lay.theme.background), Some(dashed(lay.theme.faint, 1.2, (2.5, 2.5))));
            lay.put(pen);
        }
    }
}

/// Another persona's curve: its line with dots, no faces.
fn second_curve(lay: &mut Lay<'_>, persona: &Persona, scale: Scale) {
    let path = curve_path(lay.journey, &persona.id);
    let marks = marks(lay, persona, &path);
    let color = lay.theme.persona(persona.color);
    let emotion = |touchpoint: &Touchpoint| Some(scale.y(touchpoint.feeling(&persona.id)?.emotion?));
    let real = runs(&marks, &path, emotion);
    draw_runs(lay, &real, (color.fade(0.75), 1.8));
    for mark in &marks {
        let Some(y) = emotion(&mark.touchpoint) else { continue };
        let center = point(mark.x, y);
        let mut pen = hit_pen(lay, persona, &mark.touchpoint, (center, scale));
        let fill = if mark.on_path { color } else { lay.theme.background };
        pen.circle(center, 4.0, Some(fill), Some(solid(color, 1.4)));
        lay.put(pen);
    }
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
        let (name, _) = lay.shaper.shape_clipped(&persona.name, style::LANE_NOTE, room, 1);
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
    if let Some(peak_end) = leading.and_then(|id| peak_end(lay.journey, id)) {
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
