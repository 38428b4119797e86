//! Above the lanes: title, as-is/to-be tag, persona chips, the five stage headers with their questions and steps.

use super::face::portrait;
use super::geometry::{Path, Point, Rect, point, rect};
use super::map::Lay;
use super::pen::{Pen, solid};
use super::shape::{HitTarget, Plane};
use super::style;
use super::text::{Align, ShapedText, TextStyle};
use super::theme::Color;
use crate::i18n::number::percent;
use crate::model::{Document, Journey, JourneyKind, Persona, Stage, Subject, TextField, TextSpot};

/// Portraits on persona chips, in points of radius.
const PORTRAIT: f32 = 22.0;
/// Between two persona chips.
const CHIP_GAP: f32 = 24.0;
/// Around the chip of the persona that leads.
const CHIP_AIR: f32 = 4.0;
/// A space between words, as a part of the letters' size.
const SPACE: f32 = 0.28;
/// So much room one has to write in a part of a line.
const LEAST_ROOM: f32 = 160.0;
/// How far a header's point reaches into the next stage.
const CHEVRON: f32 = 12.0;

/// What the map is called: project and journey, where both have a title.
pub(super) fn map_title(document: &Document, journey: &Journey) -> String {
    let (project, own) = (document.info.title.trim(), journey.info.title.trim());
    match (project.is_empty(), own.is_empty()) {
        (false, false) if project == own => own.to_owned(),
        (false, false) => format!("{project}: {}", lower_first(own)),
        (false, true) => project.to_owned(),
        (true, _) => own.to_owned(),
    }
}

/// After a colon a title goes on in lower case, unless its first word is an acronym.
fn lower_first(title: &str) -> String {
    let mut letters = title.chars();
    let (first, second) = (letters.next(), title.chars().nth(1));
    match (first, second) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

/// Title, tag, subtitle and persona chips; returns where the stage headers begin.
pub(super) fn title(lay: &mut Lay<'_>) -> f32 {
    let room = lay.grid.right - style::MARGIN;
    let tag = lay.shaper.shape(&tag_words(lay), style::TAG, None, Align::Left);
    let tag_width = tag.width + 40.0;
    let words = map_title(lay.document, lay.journey);
    let words = if words.is_empty() { lay.texts.get("map-untitled") } else { words };
    let top = 36.0;
    let mut pen = Pen::on(Plane::Title);
    let parts = title_parts(lay);
    let ink = (style::TITLE, lay.theme.ink);
    let title = line_of_parts(lay, &mut pen, (point(style::MARGIN, top), room - tag_width - 16.0), (ink, &parts));
    let tag_at = rect(style::MARGIN + title.last + 16.0, top + title.height - 30.0, tag_width, 26.0);
    let mut bottom = top + title.height;
    let mut text_width = title.width.max(title.last + 16.0 + tag_width);
    let mut area = rect(style::MARGIN, top, title.width, title.height);
    let parts = subtitle_parts(lay);
    if !parts.is_empty() {
        let (at, ink) = (point(style::MARGIN, bottom + 4.0), (style::SUBTITLE, lay.theme.mute));
        let subtitle = line_of_parts(lay, &mut pen, (at, room.min(900.0)), (ink, &parts));
        text_width = text_width.max(subtitle.width);
        area = area.union(rect(at.x, at.y, subtitle.width, subtitle.height));
        bottom = at.y + subtitle.height;
    }
    lay.put(pen.hit(area, HitTarget::Title, words));
    let kind = HitTarget::Subject(Subject::Journey(lay.journey.id.clone()));
    let mut pen = Pen::on(Plane::Title).hit(tag_at, kind, tag_words(lay));
    pen.rect(tag_at, 13.0, None, Some(solid(lay.theme.accent, 1.4)));
    pen.text(point(tag_at.x + 20.0, tag_at.y + 5.0), tag, lay.theme.accent);
    lay.put(pen);
    let chips = chips_width(lay);
    let fits = text_width + 48.0 + chips <= room;
    // In the editor they stay where the title is, whatever the map's width: it is not moved along with the map.
    let beside = if lay.options.invites { style::MARGIN + text_width + 48.0 } else { lay.grid.right - chips };
    let chips_at = if fits { point(beside, top) } else { point(style::MARGIN, bottom + 16.0) };
    let chips_bottom = chips_row(lay, chips_at, if fits { f32::INFINITY } else { room });
    bottom.max(chips_bottom) + 20.0
}

fn tag_words(lay: &Lay<'_>) -> String {
    match lay.journey.info.kind {
        JourneyKind::AsIs => lay.texts.get("map-as-is"),
        JourneyKind::ToBe => lay.texts.get("map-to-be"),
    }
}

/// The project and the journey, as [`map_title`] words them.
fn title_parts(lay: &Lay<'_>) -> Vec<Part> {
    let (project, own) = (lay.document.info.title.trim(), lay.journey.info.title.trim());
    let of_project = TextSpot::name(Subject::Project);
    let of_journey = TextSpot::name(Subject::Journey(lay.journey.id.clone()));
    match (project.is_empty(), own.is_empty()) {
        (true, true) => vec![Part::new(lay.texts.get("map-untitled"), of_journey)],
        (false, true) => vec![Part::new(project.to_owned(), of_project)],
        (false, false) if project != own => {
            vec![Part::new(format!("{project}:"), of_project), Part::new(lower_first(own), of_journey)]
        }
        _ => vec![Part::new(own.to_owned(), of_journey)],
    }
}

/// The journey's question, else what the project says below its title, and where the journey begins and ends.
fn subtitle_parts(lay: &Lay<'_>) -> Vec<Part> {
    let info = &lay.journey.info;
    let (question, subtitle) = (info.question.trim(), lay.document.info.subtitle.trim());
    let of_journey = |field| TextSpot { subject: Subject::Journey(lay.journey.id.clone()), field };
    let mut parts = Vec::new();
    if !question.is_empty() {
        parts.push(Part::new(question.to_owned(), of_journey(TextField::Question)));
    } else if !subtitle.is_empty() {
        let spot = TextSpot { subject: Subject::Project, field: TextField::Subtitle };
        parts.push(Part::new(subtitle.to_owned(), spot));
    }
    let (from, to) = (info.scope_from.trim(), info.scope_to.trim());
    let dot = if parts.is_empty() { "" } else { "·" };
    let key = match (from.is_empty(), to.is_empty()) {
        (true, true) => return parts,
        (false, true) => "map-scope-from",
        (true, false) => "map-scope-to",
        (false, false) => "map-scope-both",
    };
    let sign = lay.texts.with(key, &[("from", "".into()), ("to", "".into())]);
    let (first, second) = if to.is_empty() || from.is_empty() { (sign.trim(), "") } else { ("", sign.trim()) };
    if !from.is_empty() {
        let spot = of_journey(TextField::ScopeFrom);
        parts.push(Part { between: dot, sign: first.to_owned(), words: from.to_owned(), spot });
    }
    if !to.is_empty() {
        let (between, sign) = if from.is_empty() { (dot, first) } else { ("", second) };
        parts.push(Part { between, sign: sign.to_owned(), words: to.to_owned(), spot: of_journey(TextField::ScopeTo) });
    }
    parts
}

/// A part of a line that is written by itself.
struct Part {
    /// What parts it from the one before on the same line.
    between: &'static str,
    /// What stands before its words.
    sign: String,
    words: String,
    spot: TextSpot,
}

impl Part {
    fn new(words: String, spot: TextSpot) -> Self {
        Self { between: "", sign: String::new(), words, spot }
    }
}

/// How much room a line of parts takes.
struct Extent {
    width: f32,
    height: f32,
    /// Where its last line ends.
    last: f32,
}

/// Draws parts one behind another; one for which the line has no room begins another line.
fn line_of_parts(
    lay: &mut Lay<'_>,
    pen: &mut Pen,
    (at, room): (Point, f32),
    ((style, ink), parts): ((TextStyle, Color), &[Part]),
) -> Extent {
    let gap = style.size * SPACE;
    let mut extent = Extent { width: 0.0, height: 0.0, last: 0.0 };
    let mut top = 0.0;
    for (nth, part) in parts.iter().enumerate() {
        let whole = lay.shaper.shape(&part.words, style, None, Align::Left);
        let [between, sign] =
            [part.between, part.sign.as_str()].map(|sign| lay.shaper.shape(sign, style, None, Align::Left));
        // On whole points, where letters are drawn alike on the screen and in files.
        let after = |sign: &ShapedText| if sign.width > 0.0 { (sign.width + gap).round() } else { 0.0 };
        let lead = after(&sign);
        let next = (extent.last + gap).round();
        let beside = next + after(&between);
        let joins = nth > 0 && whole.lines.len() < 2 && beside + lead + whole.width <= room;
        let mut left = 0.0;
        if joins {
            if between.width > 0.0 {
                pen.text(point(at.x + next, at.y + top), between, ink);
            }
            left = beside;
        } else {
            top = extent.height;
        }
        if lead > 0.0 {
            pen.text(point(at.x + left, at.y + top), sign, ink);
        }
        left += lead;
        let text = lay.shaper.shape(&part.words, style, Some(room - left), Align::Left);
        let is_last = nth + 1 == parts.len();
        // While it is written what stands behind it stays in sight.
        let own = if is_last { room - left } else { text.width.max(LEAST_ROOM).min(room - left) };
        let end = text.lines.last().map_or(0.0, |line| line.width);
        extent.width = extent.width.max(left + text.width);
        extent.last = left + end;
        extent.height = top + text.height;
        pen.written(point(at.x + left, at.y + top), text, ink, (part.spot.clone(), own));
    }
    extent
}

fn chip_note(lay: &Lay<'_>, persona: &Persona) -> Vec<Part> {
    let at = |field| TextSpot { subject: Subject::Persona(persona.id.clone()), field };
    let segment = persona.segment.trim();
    let mut parts = Vec::new();
    if !segment.is_empty() {
        parts.push(Part::new(segment.to_owned(), at(TextField::Segment)));
    }
    if let Some(share) = persona.share {
        let between = if parts.is_empty() { "" } else { "·" };
        let words = percent(share, lay.document.info.language);
        parts.push(Part { between, ..Part::new(words, at(TextField::Share)) });
    }
    parts
}

fn chip_width(lay: &mut Lay<'_>, persona: &Persona) -> f32 {
    let name = lay.shaper.shape(&persona.name, style::CHIP_NAME, None, Align::Left).width;
    let note = note_of_chip(lay, &mut Pen::on(Plane::Title), (point(0.0, 0.0), persona));
    2.0 * PORTRAIT + 12.0 + name.max(note)
}

/// Draws what stands below the name on a chip; returns its width.
fn note_of_chip(lay: &mut Lay<'_>, pen: &mut Pen, (at, persona): (Point, &Persona)) -> f32 {
    let parts = chip_note(lay, persona);
    let ink = (style::CHIP_NOTE, lay.theme.mute);
    line_of_parts(lay, pen, (at, f32::INFINITY), (ink, &parts)).width
}

fn chips_width(lay: &mut Lay<'_>) -> f32 {
    let personas = lay.personas.clone();
    let widths: f32 = personas.iter().map(|persona| chip_width(lay, persona)).sum();
    widths + CHIP_GAP * personas.len().saturating_sub(1) as f32
}

/// Chips from left to right, wrapped where they would go beyond `room`; returns where they end below. They stay in the
/// journey's order whoever leads; the leading one, where there are several, is marked.
fn chips_row(lay: &mut Lay<'_>, at: Point, room: f32) -> f32 {
    let Some(shown) = lay.personas.first().map(|persona| persona.id.clone()) else { return at.y };
    let personas = super::map::personas(lay.document, lay.journey, None);
    let (mut x, mut y) = (at.x, at.y);
    for persona in &personas {
        let width = chip_width(lay, persona);
        if x > at.x && x + width > at.x + room {
            x = at.x;
            y += 2.0 * PORTRAIT + 12.0;
        }
        let area = rect(x - CHIP_AIR, y - CHIP_AIR, width + 4.0 * CHIP_AIR, 2.0 * (PORTRAIT + CHIP_AIR));
        let note: Vec<String> = chip_note(lay, persona).into_iter().map(|part| part.words).collect();
        let label = format!("{}, {}", persona.name, note.join(" · "));
        let subject = Subject::Persona(persona.id.clone());
        let spot = TextSpot::name(subject.clone());
        let target = HitTarget::Subject(subject);
        let mut pen = Pen::on(Plane::Title).hit(area, target, label);
        if persona.id == shown && personas.len() > 1 {
            let color = lay.theme.persona(persona.color);
            pen.rect(area, PORTRAIT + CHIP_AIR, Some(color.fade(0.08)), Some(solid(color, 1.4)));
        }
        portrait(&mut pen, (lay.theme, lay.shaper), (point(x + PORTRAIT, y + PORTRAIT), PORTRAIT), persona);
        let ink = if persona.id == shown { lay.theme.ink } else { lay.theme.mute };
        let name = lay.shaper.shape(&persona.name, style::CHIP_NAME, None, Align::Left);
        let left = x + 2.0 * PORTRAIT + 12.0;
        let top = y + if note.is_empty() { 13.0 } else { 5.0 };
        let room = name.width.max(120.0);
        pen.written(point(left, top), name, ink, (spot, room));
        note_of_chip(lay, &mut pen, (point(left, y + 24.0), persona));
        lay.put(pen);
        x += width + CHIP_GAP;
    }
    y + 2.0 * PORTRAIT
}

/// The stage headers with questions and steps; returns the band they fill.
pub(super) fn stages(lay: &mut Lay<'_>, top: f32) -> Rect {
    let titles = Stage::ALL.map(|stage| {
        let words = stage_title(lay, stage);
        let width = block_width(lay.grid.stage(stage).width);
        lay.shaper.shape(&words, style::STAGE, Some(width), Align::Center)
    });
    let height = titles.iter().map(|title| title.height).fold(20.0, f32::max) + 24.0;
    let mut question_bottom = top + height;
    for (stage, title) in Stage::ALL.into_iter().zip(titles) {
        let span = lay.grid.stage(stage);
        let index = stage.index();
        let area = rect(span.x, top, span.width, height);
        let label = stage_title(lay, stage);
        let question = lay.texts.get(&format!("map-question-{}", stage.key()));
        let question =
            lay.shaper.shape(&question, style::QUESTION, Some(span.width - 2.0 * style::STAGE_PADDING), Align::Left);
        // The question is a part of the stage: whoever presses it means the stage.
        let pressed = rect(span.x, top, span.width, height + 8.0 + question.height);
        let mut pen = Pen::on(Plane::Header).hit(pressed, HitTarget::StageHeader(stage), label);
        let tokens = [&lay.theme.stage_headers, &lay.theme.stage_header_inks, &lay.theme.stages];
        let [fill, ink, color] = tokens.map(|tokens| tokens.get(index).copied().unwrap_or(lay.theme.accent));
        pen.solid(chevron(area, index > 0), fill);
        let lead = if index > 0 { CHEVRON } else { 0.0 };
        // The title is centred in the block it was broken for.
        let left = span.x + (lead - CHEVRON + span.width - block_width(span.width)) / 2.0;
        let spot = TextSpot::name(Subject::Stage(lay.journey.id.clone(), stage));
        let room = block_width(span.width);
        pen.written(point(left, top + (height - title.height) / 2.0), title, ink, (spot, room));
        question_bottom = question_bottom.max(top + height + 8.0 + question.height);
        pen.text(point(span.x + style::STAGE_PADDING, top + height + 8.0), question, color);
        lay.put(pen);
    }
    let bottom = step_names(lay, question_bottom + 10.0);
    rect(0.0, top, lay.grid.right + style::MARGIN, bottom - top)
}

/// The width of a stage's title in its header.
fn block_width(stage_width: f32) -> f32 {
    stage_width - 2.0 * CHEVRON - 16.0
}

/// The name of a stage in this journey.
pub(super) fn stage_title(lay: &Lay<'_>, stage: Stage) -> String {
    crate::i18n::stage_name(lay.journey, stage, lay.texts)
}

fn chevron(area: Rect, notched: bool) -> Path {
    let middle = area.y + area.height / 2.0;
    let mut points = vec![
        point(area.x, area.y),
        point(area.right() - CHEVRON, area.y),
        point(area.right(), middle),
        point(area.right() - CHEVRON, area.bottom()),
        point(area.x, area.bottom()),
    ];
    if notched {
        points.push(point(area.x + CHEVRON, middle));
    }
    Path::polygon(&points)
}

/// The named steps over their columns; returns where the band ends.
fn step_names(lay: &mut Lay<'_>, top: f32) -> f32 {
    let steps = lay.grid.steps.clone();
    if steps.is_empty() {
        return top;
    }
    let mut bottom = top;
    for step in &steps {
        let words = lay.shaper.shape(&step.title, style::STEP, Some(step.span.width), Align::Left);
        let area = rect(step.span.x, top, step.span.width, words.height + 8.0);
        let subject = Subject::Step(lay.journey.id.clone(), step.id.clone());
        let spot = TextSpot::name(subject.clone());
        let target = HitTarget::Subject(subject);
        let mut pen = Pen::on(Plane::Header).hit(area, target, step.title.clone());
        pen.segment(point(area.x, top + 1.0), point(area.right(), top + 1.0), solid(lay.theme.card_line, 1.0));
        bottom = bottom.max(top + 6.0 + words.height);
        pen.written(point(area.x, top + 6.0), words, lay.theme.mute, (spot, area.width));
        lay.put(pen);
    }
    bottom + 8.0
}
