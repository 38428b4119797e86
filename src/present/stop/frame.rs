//! What frames every stop: its header at the top; all five stages in a thin band and how far the show is at the bottom.

use std::sync::Arc;

use super::desk::{BAND_HEIGHT, BAND_TOP, BOTTOM, Desk, LEAST_TEXT, TOP, Type};
use crate::i18n::number::percent;
use crate::model::{Persona, Stage, Subject};
use crate::present::deck::Slide;
use crate::scene::face::portrait;
use crate::scene::pen::Pen;
use crate::scene::text::{ShapedText, TextStyle, Weight};
use crate::scene::{HitTarget, Path, Rect, Theme, point, rect};

/// How far a chevron's point reaches.
const POINT: f32 = 22.0;
/// Between the header and what is below it.
pub(super) const GAP: f32 = 32.0;

/// A chevron from left to right; a notched one takes the point of the one before.
pub(super) fn chevron(area: Rect, reach: f32, notched: bool) -> Path {
    let middle = area.y + area.height / 2.0;
    let mut points = vec![
        point(area.x, area.y),
        point(area.right() - reach, area.y),
        point(area.right(), middle),
        point(area.right() - reach, area.bottom()),
        point(area.x, area.bottom()),
    ];
    if notched {
        points.push(point(area.x + reach, middle));
    }
    Path::polygon(&points)
}

/// The colour of a stage.
pub(super) fn stage_color(theme: &Theme, stage: Stage) -> crate::scene::Color {
    theme.stages.get(stage.index()).copied().unwrap_or(theme.accent)
}

/// The width of a header beside the persona's chip, which takes `chip`.
fn header_width(safe: Rect, chip: f32) -> f32 {
    safe.width - chip - if chip > 0.0 { 40.0 } else { 0.0 }
}

/// A header's words, shaped, and its height.
struct Head {
    title: Arc<ShapedText>,
    note: Arc<ShapedText>,
    beside: bool,
    height: f32,
}

fn title_head(desk: &mut Desk<'_>, words: &str, note: &str) -> Head {
    let (chip, _) = chip_lay(desk);
    let room = header_width(desk.safe(), chip);
    let line = desk.style(Type::Title).line_height;
    let title = desk.fit(words, Type::Title, (room, 3.0 * line));
    let line = desk.style(Type::Body).line_height;
    let note = desk.fit(note, Type::Body, (room, 2.0 * line));
    let height = (title.height + if note.width > 0.0 { note.height + 4.0 } else { 0.0 }).max(84.0);
    Head { title, note, beside: false, height }
}

fn stage_head(desk: &mut Desk<'_>, stage: Stage, note: &str) -> Head {
    let (chip, _) = chip_lay(desk);
    let room = header_width(desk.safe(), chip) - 2.0 * POINT - 24.0;
    let words = desk.stage_title(stage);
    let line = desk.style(Type::Heading).line_height;
    let title = desk.fit(&words, Type::Heading, (room, 2.0 * line));
    let beside = title.lines.len() < 2 && title.width + 28.0 + desk.measure(note, Type::Body) <= room;
    let line = desk.style(Type::Body).line_height;
    let note = desk.fit(note, Type::Body, (room, 2.0 * line));
    let inner = if beside { title.height } else { title.height + note.height };
    Head { title, note, beside, height: (inner + 28.0).max(84.0) }
}

/// The room below a title, however many parts the stop has.
pub(super) fn title_room(desk: &mut Desk<'_>, words: &str, note: &str) -> Rect {
    let note = part_of(desk, note, (88, 88));
    let height = title_head(desk, words, &note).height;
    below(desk.safe(), TOP + height)
}

/// The room below a stage's chevron, however many parts the stop has.
pub(super) fn stage_room(desk: &mut Desk<'_>, stage: Stage) -> Rect {
    let note = part_of(desk, &question(desk, stage), (88, 88));
    let height = stage_head(desk, stage, &note).height;
    below(desk.safe(), TOP + height)
}

fn question(desk: &Desk<'_>, stage: Stage) -> String {
    desk.texts.get(&format!("map-question-{}", stage.key()))
}

/// A title with what stands below it; returns the room that is left between header and band.
pub(super) fn title(desk: &mut Desk<'_>, words: &str, note: &str, slide: &Slide) -> Rect {
    let safe = desk.safe();
    let room = title_room(desk, words, note);
    let note = with_part(desk, note, slide);
    let Head { title, note, height, .. } = title_head(desk, words, &note);
    let area = rect(safe.x, TOP, title.width.max(note.width).max(1.0), height);
    let mut pen = Pen::body().hit(area, HitTarget::Title, words.trim().to_owned());
    let below = TOP + title.height + 4.0;
    pen.text(point(safe.x, TOP), title, desk.theme.ink);
    if note.width > 0.0 {
        pen.text(point(safe.x, below), note, desk.theme.mute);
    }
    desk.put(pen);
    chip(desk);
    room
}

/// The chevron of a stage with its question; returns the room that is left between header and band.
pub(super) fn stage(desk: &mut Desk<'_>, stage: Stage, slide: &Slide) -> Rect {
    let safe = desk.safe();
    let room = stage_room(desk, stage);
    let question = with_part(desk, &question(desk, stage), slide);
    let Head { title, note, beside, height } = stage_head(desk, stage, &question);
    let (chip_width, _) = chip_lay(desk);
    let area = rect(safe.x, TOP, header_width(safe, chip_width), height);
    let index = stage.index();
    let tokens = [&desk.theme.stage_headers, &desk.theme.stage_header_inks];
    let [fill, ink] = tokens.map(|tokens| tokens.get(index).copied().unwrap_or(desk.theme.accent));
    let mut pen = Pen::body().hit(area, HitTarget::StageHeader(stage), desk.stage_title(stage));
    pen.solid(chevron(area, POINT, false), fill);
    let left = area.x + 32.0;
    let inner = if beside { title.height } else { title.height + note.height };
    let top = area.y + (area.height - inner) / 2.0;
    let baseline = |text: &ShapedText| text.lines.first().map_or(0.0, |line| line.baseline);
    let at = if beside {
        point(left + title.width + 28.0, top + baseline(&title) - baseline(&note))
    } else {
        point(left, top + title.height)
    };
    pen.text(point(left, top), title, ink);
    pen.text(at, note, ink);
    desk.put(pen);
    chip(desk);
    room
}

fn below(safe: Rect, bottom: f32) -> Rect {
    let top = bottom + GAP;
    rect(safe.x, top, safe.width, BAND_TOP - GAP - top)
}

/// A note with which part of the stop this is, where it has several.
fn with_part(desk: &Desk<'_>, note: &str, slide: &Slide) -> String {
    if slide.parts < 2 { note.trim().to_owned() } else { part_of(desk, note, (slide.part + 1, slide.parts)) }
}

fn part_of(desk: &Desk<'_>, note: &str, (part, parts): (usize, usize)) -> String {
    let part = desk.texts.with("stop-part", &[("part", part.into()), ("parts", parts.into())]);
    if note.trim().is_empty() { part } else { format!("{} · {part}", note.trim()) }
}

/// The radius of the portrait in the header.
const CHIP: f32 = 42.0;

/// The leading persona's chip: its width, and as many of its words as have room beside a title.
fn chip_lay(desk: &mut Desk<'_>) -> (f32, Vec<Arc<ShapedText>>) {
    let Some(persona) = desk.personas.first().cloned() else { return (0.0, Vec::new()) };
    let most = desk.safe().width * 0.3 - 2.0 * CHIP - 20.0;
    let lines = [(persona.name.clone(), Type::Statement), (chip_note(desk, &persona), Type::Note)];
    let mut words = Vec::new();
    for (line, kind) in lines {
        // Rather nothing than half of it: the persona's own stop has it all.
        if line.trim().is_empty() || desk.measure(&line, kind) > most {
            break;
        }
        words.push(desk.line(&line, kind, most));
    }
    let width = words.iter().map(|line| line.width + 20.0).fold(0.0, f32::max);
    (2.0 * CHIP + width, words)
}

/// The leading persona at the right of the header.
fn chip(desk: &mut Desk<'_>) {
    let (width, words) = chip_lay(desk);
    let Some(persona) = desk.personas.first().cloned() else { return };
    let safe = desk.safe();
    let area = rect(safe.right() - width, TOP, width, 2.0 * CHIP);
    let target = HitTarget::Subject(Subject::Persona(persona.id.clone()));
    let mut pen = Pen::body().hit(area, target, format!("{}, {}", persona.name, chip_note(desk, &persona)));
    portrait(&mut pen, (desk.theme, desk.shaper), (point(area.x + CHIP, TOP + CHIP), CHIP), &persona);
    let height: f32 = words.iter().map(|line| line.height).sum();
    let left = area.x + 2.0 * CHIP + 20.0;
    let mut y = (TOP + CHIP - height / 2.0).max(TOP);
    for (line, ink) in words.into_iter().zip([desk.theme.ink, desk.theme.mute]) {
        let height = line.height;
        pen.text(point(left, y), line, ink);
        y += height;
    }
    desk.put(pen);
}

pub(super) fn chip_note(desk: &Desk<'_>, persona: &Persona) -> String {
    let share = persona.share.filter(|share| (0.0..=1.0).contains(share));
    let share = share.map(|share| percent(share, desk.language)).unwrap_or_default();
    let parts = [persona.segment.trim().to_owned(), share];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// All five stages, the current one marked, and below them how far the show is.
pub(super) fn band(desk: &mut Desk<'_>, current: Option<Stage>, slide: &Slide) {
    const STYLE: TextStyle = TextStyle { weight: Weight::SemiBold, size: LEAST_TEXT + 1.0, line_height: 28.0 };
    const REACH: f32 = 10.0;
    let safe = desk.safe();
    let titles = Stage::ALL.map(|stage| desk.stage_title(stage));
    let needed = titles.each_ref().map(|title| desk.shaper.measure(title.trim(), STYLE) + 2.0 * REACH + 20.0);
    let spare = safe.width - needed.iter().sum::<f32>();
    let mut x = safe.x;
    for ((stage, title), needed) in Stage::ALL.into_iter().zip(&titles).zip(needed) {
        let width = if spare >= 0.0 { needed + spare / 5.0 } else { safe.width / 5.0 };
        let area = rect(x, BAND_TOP, width - 4.0, BAND_HEIGHT);
        x += width;
        let is_current = current == Some(stage);
        let color = stage_color(desk.theme, stage);
        let tint = desk.theme.stage_tints.get(stage.index()).copied().unwrap_or(desk.theme.panel);
        let (fill, ink) = if is_current { (color, desk.theme.background) } else { (tint, color) };
        let room = area.width - 2.0 * REACH - 12.0;
        let (text, _) = desk.shaper.shape_clipped(title.trim(), STYLE, room, 1);
        let mut pen = Pen::body().hit(area, HitTarget::StageHeader(stage), title.clone());
        pen.solid(chevron(area, REACH, stage.index() > 0), fill);
        let at = point(area.x + (area.width - text.width) / 2.0, area.y + (area.height - text.height) / 2.0);
        pen.text(at, text, ink);
        desk.put(pen);
    }
    progress(desk, slide, safe);
}

fn progress(desk: &mut Desk<'_>, slide: &Slide, safe: Rect) {
    /// More stops than this make one bar.
    const MOST: usize = 60;
    let (place, of) = (slide.place, slide.of);
    let mut pen = Pen::body();
    let bar = rect(safe.x, BOTTOM - 6.0, safe.width, 6.0);
    if of > MOST {
        let done = bar.width * ((place + 1) as f32 / of as f32).min(1.0);
        pen.rect(bar, 3.0, Some(desk.theme.line), None);
        pen.rect(rect(bar.x, bar.y, done, bar.height), 3.0, Some(desk.theme.accent), None);
    } else if of > 0 {
        let step = bar.width / of as f32;
        for index in 0..of {
            let color = if index <= place { desk.theme.accent } else { desk.theme.line };
            let gap = (step * 0.2).min(8.0);
            pen.rect(rect(bar.x + step * index as f32, bar.y, step - gap, bar.height), 3.0, Some(color), None);
        }
    }
    desk.put(pen);
}
