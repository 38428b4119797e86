//! An emotion curve on a stop: reality, expectation and the gap between them, faces at the points, words beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::{Desk, Type};
use super::labels::{Labels, around};
use crate::i18n::number::signed;
use crate::model::{Emotion, Feeling, Persona, Subject, Touchpoint, TouchpointId};
use crate::scene::face::{emotion_color, face};
use crate::scene::lanes::curve::{Curve, between};
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::text::ShapedText;
use crate::scene::{Color, HitTarget, Paint, Path, Point, Rect, point, rect};

/// How many pieces of the whole way's lines a title may cover: where it would hide more, the value says enough.
const COVERED: usize = 3;
/// From one sample of a curve to the next, in points.
const STEP: f32 = 6.0;

/// A touchpoint's place on the curve.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) touchpoint: Arc<Touchpoint>,
    pub(super) x: f32,
    /// Whether the line runs through it.
    pub(super) on_path: bool,
}

/// What the words at a point say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// How it feels.
    Feeling,
    /// Where it is.
    Title,
}

/// What is drawn where.
pub(super) struct Plot {
    /// Where points, faces and words may stand; +5 and −5 lie a little inside.
    pub(super) area: Rect,
    /// Where curves may run, from left to right.
    pub(super) lines: (f32, f32),
    /// The points in the order of the path, those off the path after them.
    pub(super) spots: Vec<Spot>,
    /// The points that get a face and words; `None`: all.
    pub(super) named: Option<Vec<TouchpointId>>,
    pub(super) words: Words,
    /// What the curve comes from and goes to outside of the area: a spot beyond each end.
    pub(super) beyond: [Option<Spot>; 2],
    /// The radius of a face.
    pub(super) face: f32,
    /// Free room for words above +5 and below −5.
    pub(super) pad: f32,
    /// The width of words in one line.
    pub(super) wide: f32,
}

/// One curve's points from left to right: where, and whether touchpoints without a value were skipped before it.
type Run = Vec<(Point, bool)>;

impl Plot {
    fn y(&self, emotion: Emotion) -> f32 {
        let room = self.area.height - 2.0 * self.pad;
        self.area.y + self.pad + room * (0.5 - emotion.points() as f32 / 10.0)
    }

    fn runs(&self, value: impl Fn(&Touchpoint) -> Option<Emotion>) -> Vec<Run> {
        let [before, after] = &self.beyond;
        let path = before.iter().chain(self.spots.iter().filter(|spot| spot.on_path)).chain(after);
        let mut runs: Vec<Run> = Vec::new();
        let mut skipped = false;
        for spot in path {
            let Some(emotion) = value(&spot.touchpoint) else {
                skipped = true;
                continue;
            };
            let place = point(spot.x, self.y(emotion));
            match runs.last_mut() {
                Some(run) if run.last().is_none_or(|(last, _)| last.x < place.x) => run.push((place, skipped)),
                _ => runs.push(vec![(place, skipped)]),
            }
            skipped = false;
        }
        runs
    }

    /// Where curves may run.
    fn line_area(&self) -> Rect {
        let (left, right) = self.lines;
        rect(left, self.area.y, right - left, self.area.height)
    }

    fn is_named(&self, id: &TouchpointId) -> bool {
        self.named.as_ref().is_none_or(|named| named.contains(id))
    }
}

fn curve_of(run: &Run) -> Curve {
    Curve::through(run.iter().map(|(place, _)| *place).collect())
}

/// Draws it all; the other personas' curves are thin and without faces.
pub(super) fn draw(desk: &mut Desk<'_>, plot: &Plot) {
    axis(desk, plot);
    let others: Vec<Arc<Persona>> = desk.personas.iter().skip(1).take(3).cloned().collect();
    if plot.words == Words::Title {
        for persona in others.iter().rev() {
            let value = |touchpoint: &Touchpoint| touchpoint.feeling(&persona.id)?.emotion;
            let color = desk.theme.persona(persona.color).fade(0.7);
            lines(desk, plot, &plot.runs(value), (color, 3.0));
        }
    }
    let Some(persona) = desk.personas.first().cloned() else { return };
    let real = plot.runs(|touchpoint| touchpoint.feeling(&persona.id)?.emotion);
    let hoped = plot.runs(|touchpoint| touchpoint.feeling(&persona.id)?.expectation);
    gaps(desk, plot, (&real, &hoped));
    for run in hoped.iter().filter(|run| run.len() > 1) {
        let mut pen = Pen::body();
        pen.line(sampled(&curve_of(run), plot.line_area(), None), dashed(desk.theme.neutral, 4.0, (16.0, 12.0)));
        desk.put(pen);
    }
    lines(desk, plot, &real, (desk.theme.persona(persona.color), 7.0));
    let mut labels = Labels::new(plot.area);
    for run in real.iter().chain(&hoped).filter(|run| run.len() > 1) {
        avoid(&mut labels, &curve_of(run), plot.line_area());
    }
    dots(desk, plot, &persona, &mut labels);
    if plot.words == Words::Feeling {
        gap(desk, plot, &persona, &mut labels);
    }
    words(desk, plot, &persona, &mut labels);
    legend(desk, plot, &persona, (&real, &hoped), &mut labels);
}

fn axis(desk: &mut Desk<'_>, plot: &Plot) {
    let zero = plot.y(Emotion::default());
    let mut pen = Pen::body();
    let (left, right) = (plot.area.x, plot.area.right());
    pen.segment(point(left, zero), point(right, zero), solid(desk.theme.line, 2.0));
    for end in [Emotion::MIN, Emotion::MAX] {
        let y = plot.y(end);
        pen.segment(point(left, y), point(right, y), dashed(desk.theme.line, 1.5, (5.0, 9.0)));
    }
    desk.put(pen);
}

/// A curve's points between the sides of an area, from one of its own points to another where asked for.
fn sampled(curve: &Curve, area: Rect, between: Option<(f32, f32)>) -> Path {
    let points = curve.points();
    let ends = points.first().zip(points.last()).map_or((0.0, 0.0), |(first, last)| (first.x, last.x));
    let (from, to) = between.unwrap_or(ends);
    let (left, right) = (from.max(ends.0).max(area.x), to.min(ends.1).min(area.right()));
    if right <= left {
        return Path::default();
    }
    let count = ((right - left) / STEP).ceil().max(1.0) as usize;
    let place = |index: usize| {
        let x = left + (right - left) * index as f32 / count as f32;
        Some(point(x, curve.at(x)?))
    };
    Path::polyline(&(0..=count).filter_map(place).collect::<Vec<_>>())
}

/// Keeps words clear of a curve where they can be.
fn avoid(labels: &mut Labels, curve: &Curve, area: Rect) {
    /// From one piece of the curve to the next.
    const PIECE: f32 = 18.0;
    let mut x = area.x;
    while x < area.right() {
        if let Some((y, next)) = curve.at(x).zip(curve.at(x + PIECE)) {
            labels.avoid(rect(x, y.min(next) - 4.0, PIECE, (y - next).abs() + 8.0));
        }
        x += PIECE;
    }
}

fn lines(desk: &mut Desk<'_>, plot: &Plot, runs: &[Run], (color, width): (Color, f32)) {
    for run in runs {
        let curve = curve_of(run);
        let mut from = 0;
        while let Some((start, _)) = run.get(from) {
            let Some((_, thin)) = run.get(from + 1) else { break };
            let same = run.iter().skip(from + 1).take_while(|(_, skipped)| skipped == thin).count();
            let Some((end, _)) = run.get(from + same) else { break };
            let path = sampled(&curve, plot.line_area(), Some((start.x, end.x)));
            if !path.verbs.is_empty() {
                let mut pen = Pen::body();
                pen.line(path, solid(color, if *thin { width * 0.4 } else { width }));
                desk.put(pen);
            }
            from += same;
        }
    }
    for pair in runs.windows(2) {
        let ends = pair.first().and_then(|run| run.last()).zip(pair.get(1).and_then(|run| run.first()));
        let inside = |place: Point| place.x >= plot.lines.0 && place.x <= plot.lines.1;
        if let Some(((from, _), (to, _))) = ends.filter(|((from, _), (to, _))| inside(*from) && inside(*to)) {
            let mut pen = Pen::body();
            pen.segment(*from, *to, solid(color, width * 0.4));
            desk.put(pen);
        }
    }
}

fn gaps(desk: &mut Desk<'_>, plot: &Plot, (real, hoped): (&[Run], &[Run])) {
    let hoped: Vec<Curve> = hoped.iter().map(curve_of).collect();
    for real in real.iter().filter(|run| run.len() > 1).map(curve_of) {
        let points = real.points();
        let Some((first, last)) = points.first().zip(points.last()) else { continue };
        let ends = (first.x.max(plot.lines.0), last.x.min(plot.lines.1));
        for hoped in hoped.iter().filter(|hoped| ends.0 < ends.1 && hoped.overlaps(ends)) {
            let mut pen = Pen::body();
            for (area, above) in between(&real, hoped, ends) {
                let color = if above { desk.theme.positive } else { desk.theme.negative };
                pen.fill(area, Paint::Solid(color.fade(0.14)));
            }
            desk.put(pen);
        }
    }
}

fn feeling<'t>(touchpoint: &'t Touchpoint, persona: &Persona) -> Option<(&'t Feeling, Emotion)> {
    let feeling = touchpoint.feeling(&persona.id)?;
    Some((feeling, feeling.emotion?))
}

/// A value as it is said on a stop: `−4`, `+2,5`.
pub(super) fn value_words(desk: &Desk<'_>, points: f64) -> String {
    let decimals = usize::from(points.fract() != 0.0);
    signed(points, decimals, desk.language)
}

/// Whether a point is shown as a face with words: where each point has a card, all are.
fn has_face(plot: &Plot, spot: &Spot) -> bool {
    plot.is_named(&spot.touchpoint.id) && (spot.on_path || plot.words == Words::Feeling)
}

/// The points without words; the others' places are taken.
fn dots(desk: &mut Desk<'_>, plot: &Plot, persona: &Persona, labels: &mut Labels) {
    for spot in &plot.spots {
        let Some((_, emotion)) = feeling(&spot.touchpoint, persona) else { continue };
        let (area, mut pen) = spot_pen(desk, plot, persona, spot, emotion);
        if has_face(plot, spot) {
            labels.take(area);
            continue;
        }
        let color = emotion_color(desk.theme, emotion);
        let fill = if spot.on_path { color } else { desk.theme.background };
        pen.circle(area.center(), area.width / 2.0, Some(fill), Some(solid(color, 3.0)));
        desk.put(pen);
    }
}

/// A point's place, and a pen that says what it stands for.
fn spot_pen(desk: &Desk<'_>, plot: &Plot, persona: &Persona, spot: &Spot, emotion: Emotion) -> (Rect, Pen) {
    let center = point(spot.x, plot.y(emotion));
    let radius = match (has_face(plot, spot), spot.on_path) {
        (true, true) => plot.face,
        (true, false) => plot.face * 0.8,
        (false, _) => (plot.face * 0.28).max(5.0),
    };
    let area = rect(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius);
    let subject = Subject::Touchpoint(desk.journey.id.clone(), spot.touchpoint.id.clone());
    let scale_y = (plot.y(Emotion::MIN) - center.y, plot.y(Emotion::MAX) - center.y);
    let target =
        HitTarget::Emotion { touchpoint: subject, persona: persona.id.clone(), emotion: Some(emotion), scale_y };
    let title = desk.touchpoint_title(&spot.touchpoint);
    let word = spot.touchpoint.feeling(&persona.id).map_or("", |feeling| feeling.word.trim());
    let value = value_words(desk, emotion.points());
    let label = format!("{title}, {}: {word} {value}", persona.name);
    (area, Pen::body().hit(area, target, label))
}

/// Whether words stand better above a point: where it is good, unless more was expected.
fn stands_above(feeling: &Feeling, emotion: Emotion) -> bool {
    emotion.halves() > 0 && feeling.expectation.is_none_or(|hoped| emotion >= hoped)
}

fn words(desk: &mut Desk<'_>, plot: &Plot, persona: &Persona, labels: &mut Labels) {
    // The strongest feelings get the best places.
    let mut order: BTreeMap<(i32, usize), &Spot> = BTreeMap::new();
    for (index, spot) in plot.spots.iter().enumerate().filter(|(_, spot)| has_face(plot, spot)) {
        if let Some((_, emotion)) = feeling(&spot.touchpoint, persona) {
            order.insert((-emotion.halves().abs(), index), spot);
        }
    }
    for spot in order.into_values() {
        let Some((feeling, emotion)) = feeling(&spot.touchpoint, persona) else { continue };
        let (area, mut pen) = spot_pen(desk, plot, persona, spot, emotion);
        face(&mut pen, desk.theme, (area.center(), area.width / 2.0), emotion);
        let value = value_words(desk, emotion.points());
        let (said, kind) = match plot.words {
            Words::Feeling => (feeling.word.trim().to_owned(), Type::Statement),
            Words::Title => (desk.touchpoint_title(&spot.touchpoint), Type::Note),
        };
        // A value does not stand in a line of its own.
        let said = if said.is_empty() { value.clone() } else { format!("{said}\u{a0}{value}") };
        let style = desk.style(kind);
        let wide = plot.wide;
        let center = (spot.x, plot.y(emotion));
        let above = stands_above(feeling, emotion);
        // Rather more lines than none, rather narrow than not at all.
        let tries = [(wide, 1), (wide, 2), (wide * 0.62, 3), (wide, 3)];
        let most = if plot.words == Words::Title { COVERED } else { usize::MAX };
        let beside = (plot.face, above, most);
        let whole = tries.into_iter().any(|(width, lines)| {
            let text = desk.shape(&said, kind, width);
            text.lines.len() <= lines && put_words((desk, &mut pen), (&text, center), beside, labels)
        });
        // What is longer than that is cut, which the check of legibility names.
        let is_long = desk.shape(&said, kind, wide).lines.len() > 3;
        let text = if is_long {
            desk.fit(&said, kind, (wide, style.line_height * 3.0))
        } else {
            desk.line(&value, kind, wide)
        };
        if !whole {
            put_words((desk, &mut pen), (&text, center), beside, labels);
        }
        desk.put(pen);
    }
}

fn put_words(
    (desk, pen): (&Desk<'_>, &mut Pen),
    (text, (x, y)): (&Arc<ShapedText>, (f32, f32)),
    (reach, above, most): (f32, bool, usize),
    labels: &mut Labels,
) -> bool {
    let size = (text.width + 8.0, text.height);
    let Some(place) = labels.place_over(around((x, y), reach, size, above), most) else { return false };
    pen.halo(place, desk.theme.background);
    pen.text(point(place.x + 4.0, place.y), Arc::clone(text), desk.theme.ink);
    true
}

/// The widest gap between expectation and reality, measured.
fn gap(desk: &mut Desk<'_>, plot: &Plot, persona: &Persona, labels: &mut Labels) {
    let gap = |spot: &Spot| {
        let (feeling, real) = feeling(&spot.touchpoint, persona)?;
        let hoped = feeling.expectation?;
        Some((real.halves() - hoped.halves(), spot.x, real, hoped))
    };
    let on_path = plot.spots.iter().filter(|spot| spot.on_path);
    let widest = on_path.filter_map(gap).min_by_key(|(gap, ..)| (-gap.abs(), *gap));
    let Some((gap, x, real, hoped)) = widest.filter(|(gap, ..)| gap.abs() >= 4) else { return };
    let (color, ink) = if gap < 0 {
        (desk.theme.negative, desk.theme.negative_text)
    } else {
        (desk.theme.positive, desk.theme.positive_text)
    };
    let words = value_words(desk, f64::from(gap) / 2.0);
    let figure = desk.line(&words, Type::Heading, 400.0);
    let note = desk.line(&desk.texts.get("stop-against-expectation"), Type::Note, 400.0);
    let (from, to) = (plot.y(hoped), plot.y(real));
    let size = (figure.width.max(note.width) + 12.0, figure.height + note.height);
    let offset = plot.face + 26.0;
    let middle = f32::midpoint(from, to) - size.1 / 2.0;
    // Beside the bracket, or aside of it above or below both lines.
    let (over, under) = (from.min(to) - size.1 - 10.0, from.max(to) + 10.0);
    let sides = [x + offset + 14.0, x - offset - 14.0 - size.0];
    let spots = [middle, over, under].into_iter().flat_map(|y| sides.map(|x| rect(x, y, size.0, size.1)));
    let inside = spots.filter(|spot| spot.x >= plot.area.x && spot.right() <= plot.area.right());
    let Some(place) = labels.place(inside) else { return };
    let x = if place.x > x { x + offset } else { x - offset };
    let mut pen = Pen::body();
    let stroke = solid(color, 4.0);
    pen.segment(point(x, from), point(x, to), stroke);
    for y in [from, to] {
        pen.segment(point(x - 11.0, y), point(x + 11.0, y), stroke);
    }
    pen.halo(place, desk.theme.background);
    let below = place.y + figure.height;
    pen.text(point(place.x + 6.0, place.y), figure, ink);
    pen.text(point(place.x + 6.0, below), note, desk.theme.mute);
    desk.put(pen);
}

/// Whose line is which, at its left end.
fn legend(desk: &mut Desk<'_>, plot: &Plot, persona: &Persona, (real, hoped): (&[Run], &[Run]), labels: &mut Labels) {
    let expectation = desk.texts.get("map-expectation");
    let name = persona.name.split(',').next().unwrap_or_default().trim().to_owned();
    let entries = [(hoped, expectation, desk.theme.mute), (real, name, desk.theme.persona(persona.color))];
    for (runs, words, color) in entries {
        let Some(run) = runs.iter().find(|run| run.len() > 1) else { continue };
        let curve = curve_of(run);
        let x = run.first().map_or(plot.area.x, |(first, _)| first.x.max(plot.area.x));
        let text = desk.line(&words, Type::Note, 320.0 * desk.scale());
        let size = (text.width + 8.0, text.height);
        let ends = [0.0_f32, 60.0, 140.0, 260.0, 420.0]
            .into_iter()
            .filter_map(|by| Some((x + by, curve.at(x + by + size.0 / 2.0)?)));
        let places =
            ends.flat_map(|(x, y)| [rect(x, y - size.1 - 14.0, size.0, size.1), rect(x, y + 14.0, size.0, size.1)]);
        // Words beyond the end of what is drawn would speak of nothing.
        let places: Vec<Rect> = places.filter(|place| place.right() <= plot.lines.1 + 4.0).collect();
        let Some(place) = labels.place(places) else { continue };
        let mut pen = Pen::body();
        pen.halo(place, desk.theme.background);
        pen.text(point(place.x + 4.0, place.y), text, color);
        desk.put(pen);
    }
}
