//! Touchpoint cards side by side, joined by arrows with their shares.

use std::sync::Arc;

use super::desk::{Desk, Type};
use super::frame::stage_color;
use crate::analysis::level;
use crate::i18n::number::percent;
use crate::model::Touchpoint;
use crate::scene::icon::Icon;
use crate::scene::lanes::evidence_ring;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::text::ShapedText;
use crate::scene::{Path, Rect, point, rect};

/// Inside a card, from its edge to its text.
const INSET: f32 = 30.0;
/// The side of a mark in a card's corner.
const MARK: f32 = 38.0;
/// The radius of the mark that says how well a card is known.
const KNOWN: f32 = 11.0;
/// The room of that mark, beside what else stands at the foot.
const KNOWN_ROOM: f32 = 2.0 * KNOWN + 14.0;
/// The most cards of a part at the usual size.
const MOST: usize = 4;

/// How tall cards may be, and whether they say more than their title.
#[derive(Debug, Clone, Copy)]
pub(super) struct Card {
    pub(super) most: f32,
    pub(super) full: bool,
}

/// Between two cards: room for an arrow and its share.
fn gap(desk: &Desk<'_>) -> f32 {
    let shares = desk.journey.transitions.iter().any(|transition| transition.share.is_some_and(|share| share < 1.0));
    if shares { 92.0 * desk.scale() } else { 64.0 }
}

fn width(desk: &Desk<'_>, room: f32, count: usize) -> f32 {
    (room - gap(desk) * (count.max(1) - 1) as f32) / count.max(1) as f32
}

/// How many cards stand side by side without breaking a word.
pub(super) fn most(desk: &mut Desk<'_>, room: f32, touchpoints: &[Arc<Touchpoint>]) -> usize {
    let usual = MOST.min(((room / desk.scale()) / 400.0) as usize).max(1);
    let longest = touchpoints.iter().map(|touchpoint| desk.longest_word(&touchpoint.title, Type::Card));
    let longest = longest.fold(0.0, f32::max) + 2.0 * INSET;
    (1..=usual).rev().find(|count| width(desk, room, *count) >= longest).unwrap_or(1)
}

/// Where the cards stand from left to right; their heights are not known yet.
pub(super) fn places(desk: &Desk<'_>, room: Rect, touchpoints: &[Arc<Touchpoint>]) -> Vec<Rect> {
    let width = width(desk, room.width, touchpoints.len());
    let gap = gap(desk);
    let place = |index: usize| rect(room.x + index as f32 * (width + gap), room.y, width, 0.0);
    (0..touchpoints.len()).map(place).collect()
}

/// What a card says, shaped.
struct Lay {
    title: Arc<ShapedText>,
    more: Vec<Arc<ShapedText>>,
    channel: Arc<ShapedText>,
    loss: Option<Arc<ShapedText>>,
    height: f32,
}

fn lay(desk: &mut Desk<'_>, touchpoint: &Touchpoint, (width, card): (f32, Card)) -> Lay {
    let marks = [touchpoint.moment_of_truth, touchpoint.goal].iter().filter(|mark| **mark).count() as f32;
    let room = width - 2.0 * INSET;
    let foot = desk.style(Type::Note).line_height;
    let spare = card.most - 2.0 * INSET - foot - 14.0;
    let title = desk.touchpoint_title(touchpoint);
    let title = desk.fit(&title, Type::Card, (room - marks * (MARK + 8.0), spare));
    let mut height = title.height + foot + 14.0 + 2.0 * INSET;
    let mut more = Vec::new();
    if card.full {
        for words in [&touchpoint.action, &touchpoint.need].into_iter().filter(|words| !words.trim().is_empty()) {
            let left = card.most - height - 14.0;
            if left > desk.style(Type::Body).line_height {
                let text = desk.fit(words, Type::Body, (room, left));
                height += text.height + 14.0;
                more.push(text);
            }
        }
    }
    let loss = loss(desk, touchpoint, room - KNOWN_ROOM);
    let foot_room = room - KNOWN_ROOM - 44.0 - loss.as_ref().map_or(0.0, |loss| loss.width + 20.0);
    let whole = foot_words(desk, touchpoint);
    // The dashed edge says as much where the words have no room.
    let words = if desk.measure(&whole, Type::Note) > foot_room { desk.channel_name(touchpoint) } else { whole };
    let channel = desk.line(&words, Type::Note, foot_room);
    Lay { title, more, channel, loss, height }
}

/// Whether everything these cards could say fits them without being cut.
pub(super) fn fit(desk: &mut Desk<'_>, touchpoints: &[Arc<Touchpoint>], (places, card): (&[Rect], Card)) -> bool {
    let width = places.first().map_or(0.0, |place| place.width);
    let unbounded = Card { most: 1e6, ..card };
    touchpoints.iter().all(|touchpoint| lay(desk, touchpoint, (width, unbounded)).height <= card.most)
}

/// Draws the cards and their arrows; returns where the cards end below.
pub(super) fn draw(
    desk: &mut Desk<'_>,
    touchpoints: &[Arc<Touchpoint>],
    (places, top): (&[Rect], f32),
    card: Card,
) -> f32 {
    let width = places.first().map_or(0.0, |place| place.width);
    let lays: Vec<Lay> = touchpoints.iter().map(|touchpoint| lay(desk, touchpoint, (width, card))).collect();
    let height = lays.iter().map(|lay| lay.height).fold(180.0, f32::max).min(card.most.max(180.0));
    for ((touchpoint, place), lay) in touchpoints.iter().zip(places).zip(lays) {
        one(desk, touchpoint, (rect(place.x, top, width, height), lay));
    }
    for (pair, ends) in touchpoints.windows(2).zip(places.windows(2)) {
        if let ([from, to], [left, right]) = (pair, ends) {
            arrow(desk, (from, to), (left.right(), right.x, top + height / 2.0));
        }
    }
    top + height
}

/// How many of a touchpoint's visitors are lost there, where it is worth a word and leaves the channel's name its room.
fn loss(desk: &mut Desk<'_>, touchpoint: &Touchpoint, room: f32) -> Option<Arc<ShapedText>> {
    let share = desk.flow()?.at(&touchpoint.id)?.lost_share;
    if !(0.005..1.0).contains(&share) {
        return None;
    }
    let words = desk.texts.with("stop-lost-here", &[("share", percent(share, desk.language).into())]);
    let channel = desk.channel_name(touchpoint);
    let needed = desk.measure(&words, Type::Note) + 20.0 + desk.measure(&channel, Type::Note) + 44.0;
    (needed <= room).then(|| desk.line(&words, Type::Note, room))
}

/// The channel; of a touchpoint off the path, that it is.
fn foot_words(desk: &Desk<'_>, touchpoint: &Touchpoint) -> String {
    let other = if is_off_path(desk, touchpoint) { desk.texts.get("stop-other-way") } else { String::new() };
    let parts = [desk.channel_name(touchpoint), other];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn is_off_path(desk: &Desk<'_>, touchpoint: &Touchpoint) -> bool {
    !desk.path.is_empty() && !desk.is_on_path(&touchpoint.id)
}

fn one(desk: &mut Desk<'_>, touchpoint: &Arc<Touchpoint>, (area, lay): (Rect, Lay)) {
    let theme = desk.theme;
    let target = desk.touchpoint_target(touchpoint);
    let label = format!("{}, {}", desk.touchpoint_title(touchpoint), desk.known(&touchpoint.evidence));
    let mut pen = Pen::body().hit(area, target, label);
    let edge =
        if is_off_path(desk, touchpoint) { dashed(theme.mute, 2.5, (10.0, 8.0)) } else { solid(theme.card_line, 2.0) };
    pen.rect(area.expand(-1.0), 20.0, Some(theme.card), Some(edge));
    let stage = desk.journey.stage_of(touchpoint);
    let edge = stage.map_or(theme.accent, |stage| stage_color(theme, stage));
    pen.rect(rect(area.x, area.y + 30.0, 8.0, area.height - 60.0), 4.0, Some(edge), None);
    let left = area.x + INSET;
    let Lay { title, more, channel, loss, .. } = lay;
    let mut y = area.y + INSET + title.height + 14.0;
    pen.text(point(left, area.y + INSET), title, theme.ink);
    for text in more {
        let height = text.height;
        pen.text(point(left, y), text, theme.mute);
        y += height + 14.0;
    }
    marks(desk, &mut pen, touchpoint, area);
    let foot = area.bottom() - INSET - desk.style(Type::Note).line_height;
    let middle = foot + desk.style(Type::Note).line_height / 2.0;
    let known = level(desk.document, &touchpoint.evidence);
    evidence_ring(&mut pen, (point(area.right() - INSET - KNOWN, middle), KNOWN), known, theme.mute);
    if let Some(loss) = loss {
        pen.text(point(area.right() - INSET - KNOWN_ROOM - loss.width, foot), loss, theme.negative_text);
    }
    if channel.width > 0.0 {
        let mut text_left = left;
        let icon = touchpoint.channel.as_ref().and_then(|id| desk.document.channels.get(id));
        if let Some(channel) = icon {
            pen.icon(Icon::of_channel(channel.icon), (point(left - 2.0, middle - 16.0), 32.0), theme.mute);
            text_left += 44.0;
        }
        pen.text(point(text_left, foot), channel, theme.mute);
    }
    desk.put(pen);
}

fn marks(desk: &Desk<'_>, pen: &mut Pen, touchpoint: &Touchpoint, area: Rect) {
    let mut x = area.right() - INSET + 6.0 - MARK;
    let y = area.y + INSET + 2.0;
    if touchpoint.moment_of_truth {
        pen.solid(Icon::Star.placed(point(x, y), MARK), desk.theme.star);
        x -= MARK + 8.0;
    }
    if touchpoint.goal {
        pen.icon(Icon::Target, (point(x, y), MARK), desk.theme.positive);
    }
}

/// An arrow between two cards that touches neither, with its share where not all take it.
fn arrow(desk: &mut Desk<'_>, (from, to): (&Touchpoint, &Touchpoint), (left, right, y): (f32, f32, f32)) {
    let Some(way) = desk.journey.transitions.iter().find(|way| way.from == from.id && way.to == to.id).cloned() else {
        return;
    };
    let (start, end) = (left + 12.0, right - 12.0);
    let mut pen = Pen::body();
    let color = desk.theme.mute;
    let stroke = solid(color, 4.5);
    pen.segment(point(start, y), point(end, y), stroke);
    let head = [point(end - 13.0, y - 12.0), point(end, y), point(end - 13.0, y + 12.0)];
    pen.line(Path::polyline(&head), stroke);
    if let Some(share) = way.share.filter(|share| *share < 0.995) {
        let words = percent(share, desk.language);
        let text = desk.line(&words, Type::Note, right - left + 40.0);
        if text.width <= right - left - 4.0 {
            let x = f32::midpoint(left, right) - text.width / 2.0;
            pen.text(point(x, y - text.height - 12.0), text, desk.theme.mute);
        }
    }
    desk.put(pen);
}
