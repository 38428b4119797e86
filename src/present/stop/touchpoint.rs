//! One touchpoint: what the customer does and needs, how it feels and what was expected, what hurts, what could be done.

use super::desk::{Desk, Type};
use super::feel::value_words;
use super::frame;
use super::rows::{self, WithPlaces};
use super::stage::columns;
use super::units::{self, Mark, Parts, Row, Tone, Unit};
use crate::model::{Opportunity, Persona, Touchpoint};
use crate::present::findings;
use crate::scene::icon::Icon;
use crate::scene::pen::Pen;
use crate::scene::text::ShapedText;
use crate::scene::{Rect, point, rect};

/// The side of a mark beside the title.
const MARK: f32 = 40.0;

struct Head {
    title: std::sync::Arc<ShapedText>,
    note: std::sync::Arc<ShapedText>,
    height: f32,
}

fn head(desk: &mut Desk<'_>, touchpoint: &Touchpoint) -> Head {
    let safe = desk.safe();
    let marks = if touchpoint.moment_of_truth || touchpoint.goal { 2.0 * (MARK + 14.0) } else { 0.0 };
    let line = desk.style(Type::Title).line_height;
    let title = desk.touchpoint_title(touchpoint);
    let title = desk.fit(&title, Type::Title, (safe.width - marks, 2.0 * line));
    let note = note(desk, touchpoint);
    let line = desk.style(Type::Body).line_height;
    let note = desk.fit(&note, Type::Body, (safe.width - 52.0, 2.0 * line));
    let height = title.height + if note.width > 0.0 { note.height + 8.0 } else { 0.0 } + 26.0;
    Head { title, note, height }
}

/// Channel, owner, marks in words.
fn note(desk: &Desk<'_>, touchpoint: &Touchpoint) -> String {
    let department = touchpoint.department.as_ref().and_then(|id| desk.document.departments.get(id));
    let department = department.map_or(String::new(), |department| department.name.trim().to_owned());
    let owner = if department.is_empty() {
        String::new()
    } else {
        desk.texts.with("stop-owner", &[("owner", department.into())])
    };
    let truth = if touchpoint.moment_of_truth { desk.texts.get("map-moment-of-truth") } else { String::new() };
    let goal = if touchpoint.goal { desk.texts.get("map-goal") } else { String::new() };
    let parts = [desk.channel_name(touchpoint), owner, truth, goal, desk.known(&touchpoint.evidence)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What is said of it, broken into parts.
pub(super) fn parts(desk: &mut Desk<'_>, touchpoint: &Touchpoint) -> Parts {
    let head = head(desk, touchpoint).height;
    let room = if let Some(stage) = desk.journey.stage_of(touchpoint) {
        frame::stage_room(desk, stage)
    } else {
        let title = desk.texts.get("lane-touchpoints");
        frame::title_room(desk, &title, "")
    };
    let room = (room.width, room.height - head);
    let count = columns(desk);
    let [left, right] = said(desk, touchpoint);
    if count < 2 || right.is_empty() || left.is_empty() {
        let units: Vec<Unit> = left.into_iter().chain(right).collect();
        return units::pack(desk, units, room, count);
    }
    let all: Vec<Unit> = left.iter().chain(&right).cloned().collect();
    let together = units::pack(desk, all, room, count);
    if together.len() == 1 {
        return together;
    }
    // Each side has a column of its own, on as many parts as the longer one takes.
    let width = units::column_width(room.0, 2);
    let [left, right] = [left, right].map(|units| units::fill(desk, units, (width, room.1)));
    let parts = left.len().max(right.len());
    let column = |side: &[Vec<Unit>], part: usize| side.get(part).cloned().unwrap_or_default();
    (0..parts).map(|part| vec![column(&left, part), column(&right, part)]).collect()
}

/// What is known of the customer there, and what hurts and could be done.
fn said(desk: &Desk<'_>, touchpoint: &Touchpoint) -> [Vec<Unit>; 2] {
    let mute = desk.theme.mute;
    let mut left: Vec<Unit> = desk.personas.iter().filter_map(|persona| feeling(desk, persona, touchpoint)).collect();
    for (key, words) in [("stop-action", &touchpoint.action), ("stop-need", &touchpoint.need)] {
        if !words.trim().is_empty() {
            left.push(Unit::Heading(desk.texts.get(key), mute));
            left.push(Unit::Text(words.trim().to_owned(), Type::Body, desk.theme.ink));
        }
    }
    let mut right = Vec::new();
    let barriers = findings::barriers_at(desk.document, &touchpoint.id);
    if !barriers.is_empty() {
        right.push(Unit::Heading(desk.texts.get("stop-barriers"), mute));
        right.extend(barriers.into_iter().map(|barrier| Unit::Row(rows::barrier(desk, barrier, WithPlaces::No))));
    }
    let helps = |opportunity: &Opportunity| {
        let closes = opportunity.barriers.iter().filter_map(|id| desk.document.barriers.get(id));
        opportunity.touchpoints.contains(&touchpoint.id)
            || closes.into_iter().any(|barrier| barrier.touchpoints.contains(&touchpoint.id))
    };
    let all = findings::opportunities(desk.document, desk.journey);
    let here: Vec<_> = all.into_iter().filter(|opportunity| helps(opportunity)).collect();
    if !here.is_empty() {
        right.push(Unit::Heading(desk.texts.get("stop-opportunities"), mute));
        right.extend(here.into_iter().map(|opportunity| Unit::Row(rows::opportunity(desk, opportunity))));
    }
    let strengths = desk.document.strengths.iter().filter(|strength| strength.touchpoints.contains(&touchpoint.id));
    let strengths: Vec<Unit> = strengths.map(|strength| Unit::Row(rows::strength(desk, strength))).collect();
    if !strengths.is_empty() {
        right.push(Unit::Heading(desk.texts.get("stop-strengths"), mute));
        right.extend(strengths);
    }
    [left, right]
}

/// How it is for a persona: face, word, value, and what was expected.
fn feeling(desk: &Desk<'_>, persona: &Persona, touchpoint: &Touchpoint) -> Option<Unit> {
    let feeling = touchpoint.feeling(&persona.id)?;
    let emotion = feeling.emotion?;
    let word = feeling.word.trim();
    let said =
        if word.is_empty() { persona.name.trim().to_owned() } else { format!("{}: {word}", short_name(persona)) };
    let hoped = feeling.expectation.map_or(String::new(), |hoped| {
        let gap = emotion.points() - hoped.points();
        let arguments = [("hoped", value_words(desk, hoped.points()).into()), ("gap", value_words(desk, gap).into())];
        desk.texts.with("stop-expected", &arguments)
    });
    let quote = rows::quoted(desk, &feeling.quote);
    let note = [hoped, quote].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    let row = Row {
        mark: Mark::Face(emotion),
        note,
        figure: value_words(desk, emotion.points()),
        target: Some(crate::scene::HitTarget::Emotion {
            touchpoint: crate::model::Subject::Touchpoint(desk.journey.id.clone(), touchpoint.id.clone()),
            persona: persona.id.clone(),
            emotion: Some(emotion),
            scale_y: (0.0, 0.0),
        }),
        ..Row::new(said, Tone::Plain)
    };
    Some(Unit::Row(row))
}

/// A persona's name without what follows a comma, such as its age.
fn short_name(persona: &Persona) -> String {
    persona.name.split(',').next().unwrap_or_default().trim().to_owned()
}

/// Draws a part below the chevron of its stage.
pub(super) fn draw(desk: &mut Desk<'_>, touchpoint: &Touchpoint, columns: &[Vec<Unit>], room: Rect) {
    let Head { title, note, height } = head(desk, touchpoint);
    let label = desk.touchpoint_title(touchpoint);
    let target = desk.touchpoint_target(touchpoint);
    let area = rect(room.x, room.y, room.width, height - 26.0);
    let mut pen = Pen::body().hit(area, target, label);
    let mut x = room.x + title.lines.last().map_or(0.0, |line| line.width) + 20.0;
    let line = desk.style(Type::Title).line_height;
    let marks_y = room.y + title.height - line / 2.0 - MARK / 2.0;
    let below = room.y + title.height + 8.0;
    pen.text(point(room.x, room.y), title, desk.theme.ink);
    if touchpoint.moment_of_truth {
        pen.solid(Icon::Star.placed(point(x, marks_y), MARK), desk.theme.star);
        x += MARK + 14.0;
    }
    if touchpoint.goal {
        pen.icon(Icon::Target, (point(x, marks_y), MARK), desk.theme.positive);
    }
    if note.width > 0.0 {
        let channel = touchpoint.channel.as_ref().and_then(|id| desk.document.channels.get(id));
        let middle = below + desk.style(Type::Body).line_height / 2.0;
        if let Some(channel) = channel {
            pen.icon(Icon::of_channel(channel.icon), (point(room.x, middle - 18.0), 36.0), desk.theme.mute);
        }
        let left = if channel.is_some() { room.x + 48.0 } else { room.x };
        pen.text(point(left, below), note, desk.theme.mute);
    }
    desk.put(pen);
    let room = rect(room.x, room.y + height, room.width, room.height - height);
    let count = self::columns(desk);
    units::draw(desk, columns, room, count);
}
