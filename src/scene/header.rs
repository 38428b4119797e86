//! Above the lanes: title, as-is/to-be tag, persona chips, the five stage headers with their questions and steps.

use super::face::portrait;
use super::geometry::{Path, Point, Rect, point, rect};
use super::map::Lay;
use super::pen::{Pen, solid};
use super::shape::{HitTarget, Plane};
use super::style;
use super::text::Align;
use crate::i18n::number::percent;
use crate::model::{Document, Journey, JourneyKind, Persona, Stage, Subject, TextField, TextSpot};

/// Portraits on persona chips, in points of radius.
const PORTRAIT: f32 = 22.0;
/// Between two persona chips.
const CHIP_GAP: f32 = 24.0;
/// Around the chip of the persona that leads.
const CHIP_AIR: f32 = 4.0;
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
    let words = map_title(lay.document, lay.journey);
    let words = if words.is_empty() { lay.texts.get("map-untitled") } else { words };
    let room = lay.grid.right - style::MARGIN;
    let tag = lay.shaper.shape(&tag_words(lay), style::TAG, None, Align::Left);
    let tag_width = tag.width + 40.0;
    let title = lay.shaper.shape(&words, style::TITLE, Some(room - tag_width - 16.0), Align::Left);
    let subtitle = subtitle(lay);
    let top = 36.0;
    let mut pen = Pen::on(Plane::Title);
    let mut area = rect(style::MARGIN, top, title.width, title.height);
    let last = title.lines.last().map_or(0.0, |line| line.width);
    let tag_at = rect(style::MARGIN + last + 16.0, top + title.height - 30.0, tag_width, 26.0);
    let below = top + title.height;
    let title_width = title.width.max(last + 16.0 + tag_width);
    let journey = Subject::Journey(lay.journey.id.clone());
    let name = TextSpot::name(journey.clone());
    pen.written(point(style::MARGIN, top), title, lay.theme.ink, (name, room - tag_width - 16.0));
    pen.rect(tag_at, 13.0, None, Some(solid(lay.theme.accent, 1.4)));
    pen.text(point(tag_at.x + 20.0, tag_at.y + 5.0), tag, lay.theme.accent);
    let mut bottom = below;
    let mut text_width = title_width;
    if !subtitle.is_empty() {
        let room = room.min(900.0);
        let subtitle = lay.shaper.shape(&subtitle, style::SUBTITLE, Some(room), Align::Left);
        bottom = below + 4.0 + subtitle.height;
        text_width = text_width.max(subtitle.width);
        area = area.union(rect(style::MARGIN, below + 4.0, subtitle.width, subtitle.height));
        let question = TextSpot { subject: journey, field: TextField::Question };
        pen.written(point(style::MARGIN, below + 4.0), subtitle, lay.theme.mute, (question, room));
    }
    lay.put(pen.hit(area, HitTarget::Title, words));
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

/// The journey's question, and where it begins and ends.
fn subtitle(lay: &Lay<'_>) -> String {
    let info = &lay.journey.info;
    let (from, to) = (info.scope_from.trim(), info.scope_to.trim());
    let key = match (from.is_empty(), to.is_empty()) {
        (true, true) => None,
        (false, true) => Some("map-scope-from"),
        (true, false) => Some("map-scope-to"),
        (false, false) => Some("map-scope-both"),
    };
    let scope = key.map_or(String::new(), |key| lay.texts.with(key, &[("from", from.into()), ("to", to.into())]));
    let subtitle =
        if info.question.trim().is_empty() { lay.document.info.subtitle.trim() } else { info.question.trim() };
    match (subtitle.is_empty(), scope.is_empty()) {
        (true, _) => scope,
        (false, true) => subtitle.to_owned(),
        (false, false) => format!("{subtitle} · {scope}"),
    }
}

fn chip_note(lay: &Lay<'_>, persona: &Persona) -> String {
    let share = persona.share.map(|share| percent(share, lay.document.info.language));
    [persona.segment.trim().to_owned(), share.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn chip_width(lay: &mut Lay<'_>, persona: &Persona) -> f32 {
    let note = chip_note(lay, persona);
    let name = lay.shaper.shape(&persona.name, style::CHIP_NAME, None, Align::Left).width;
    let note = lay.shaper.shape(&note, style::CHIP_NOTE, None, Align::Left).width;
    2.0 * PORTRAIT + 12.0 + name.max(note)
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
        let area = rect(x, y, width, 2.0 * PORTRAIT);
        let note = chip_note(lay, persona);
        let label = format!("{}, {note}", persona.name);
        let subject = Subject::Persona(persona.id.clone());
        let spot = TextSpot::name(subject.clone());
        let target = HitTarget::Subject(subject);
        let mut pen = Pen::on(Plane::Title).hit(area, target, label);
        if persona.id == shown && personas.len() > 1 {
            let color = lay.theme.persona(persona.color);
            let pill = rect(x - CHIP_AIR, y - CHIP_AIR, width + 4.0 * CHIP_AIR, 2.0 * (PORTRAIT + CHIP_AIR));
            pen.rect(pill, PORTRAIT + CHIP_AIR, Some(color.fade(0.08)), Some(solid(color, 1.4)));
        }
        portrait(&mut pen, (lay.theme, lay.shaper), (point(x + PORTRAIT, y + PORTRAIT), PORTRAIT), persona);
        let ink = if persona.id == shown { lay.theme.ink } else { lay.theme.mute };
        let name = lay.shaper.shape(&persona.name, style::CHIP_NAME, None, Align::Left);
        let left = x + 2.0 * PORTRAIT + 12.0;
        let top = y + if note.is_empty() { 13.0 } else { 5.0 };
        let room = name.width.max(120.0);
        pen.written(point(left, top), name, ink, (spot, room));
        let note = lay.shaper.shape(&note, style::CHIP_NOTE, None, Align::Left);
        pen.text(point(left, y + 24.0), note, lay.theme.mute);
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
        let mut pen = Pen::on(Plane::Header).hit(area, HitTarget::StageHeader(stage), label);
        let tokens = [&lay.theme.stage_headers, &lay.theme.stage_header_inks, &lay.theme.stages];
        let [fill, ink, color] = tokens.map(|tokens| tokens.get(index).copied().unwrap_or(lay.theme.accent));
        pen.solid(chevron(area, index > 0), fill);
        let lead = if index > 0 { CHEVRON } else { 0.0 };
        // The title is centred in the block it was broken for.
        let left = span.x + (lead - CHEVRON + span.width - block_width(span.width)) / 2.0;
        let spot = TextSpot::name(Subject::Stage(lay.journey.id.clone(), stage));
        let room = block_width(span.width);
        pen.written(point(left, top + (height - title.height) / 2.0), title, ink, (spot, room));
        let question = lay.texts.get(&format!("map-question-{}", stage.key()));
        let question =
            lay.shaper.shape(&question, style::QUESTION, Some(span.width - 2.0 * style::STAGE_PADDING), Align::Left);
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
