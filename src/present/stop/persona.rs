//! A persona: its portrait, what it says, and what is known of it in columns.

use super::desk::{Desk, TOP, Type};
use super::frame;
use super::units::{self, Parts, Unit};
use crate::model::{Persona, Subject};
use crate::present::deck::Slide;
use crate::scene::face::portrait;
use crate::scene::pen::Pen;
use crate::scene::{HitTarget, point, rect};

/// The radius of the portrait.
const RADIUS: f32 = 150.0;
/// Between portrait and columns.
const GAP: f32 = 72.0;

fn left_width(desk: &Desk<'_>) -> f32 {
    (desk.safe().width * 0.3).max(2.0 * RADIUS)
}

fn room(desk: &Desk<'_>) -> crate::scene::Rect {
    let safe = desk.safe();
    let left = safe.x + left_width(desk) + GAP;
    let bottom = super::desk::BAND_TOP - frame::GAP;
    rect(left, TOP, safe.right() - left, bottom - TOP)
}

/// What is known of it, broken into parts.
pub(super) fn parts(desk: &mut Desk<'_>, persona: &Persona) -> Parts {
    let color = desk.theme.persona(persona.color);
    let mut units = Vec::new();
    let text = |key: &str| desk.texts.get(key);
    let lists = [
        ("stop-goals", &persona.goals),
        ("stop-needs", &persona.needs),
        ("stop-pains", &persona.pains),
        ("stop-expectations", &persona.expectations),
    ];
    for (key, lines) in lists {
        let lines: Vec<&String> = lines.iter().filter(|line| !line.trim().is_empty()).collect();
        if !lines.is_empty() {
            units.push(Unit::Heading(text(key), color));
            units.extend(lines.into_iter().map(|line| Unit::Point(line.clone(), color)));
        }
    }
    let channels = persona.channels.iter().filter_map(|id| desk.document.channels.get(id));
    let channels = channels.map(|channel| channel.name.trim().to_owned()).collect::<Vec<_>>().join(", ");
    let texts = [
        ("stop-who", who(persona)),
        ("stop-motivation", persona.motivation.clone()),
        ("stop-channels", channels),
        ("stop-habits", persona.habits.clone()),
        ("stop-devices", persona.devices.clone()),
    ];
    for (key, words) in texts.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        units.push(Unit::Heading(text(key), color));
        units.push(Unit::Text(words, Type::Body, desk.theme.ink));
    }
    let fields = persona.fields.iter().filter(|field| !field.value.trim().is_empty());
    for field in fields {
        units.push(Unit::Heading(field.name.trim().to_owned(), color));
        units.push(Unit::Text(field.value.clone(), Type::Body, desk.theme.ink));
    }
    let room = room(desk);
    units::pack(desk, units, (room.width, room.height), columns(desk))
}

fn columns(desk: &Desk<'_>) -> usize {
    if room(desk).width / desk.scale() > 1000.0 { 2 } else { 1 }
}

/// Draws a part.
pub(super) fn draw(desk: &mut Desk<'_>, persona: &Persona, columns: &[Vec<Unit>], slide: &Slide) {
    let safe = desk.safe();
    let width = left_width(desk);
    let mut y = TOP;
    let target = HitTarget::Subject(Subject::Persona(persona.id.clone()));
    let mut pen = Pen::body().hit(rect(safe.x, y, 2.0 * RADIUS, 2.0 * RADIUS), target, persona.name.clone());
    portrait(&mut pen, (desk.theme, desk.shaper), (point(safe.x + RADIUS, y + RADIUS), RADIUS), persona);
    desk.put(pen);
    y += 2.0 * RADIUS + 28.0;
    let bottom = super::desk::BAND_TOP - frame::GAP;
    let part = part_words(desk, slide);
    let lines = [
        (persona.name.clone(), Type::Title, desk.theme.ink, 0.22, 4.0),
        (frame::chip_note(desk, persona), Type::Statement, desk.theme.persona(persona.color), 0.18, 4.0),
        (quote(desk, persona), Type::Body, desk.theme.ink, 0.6, 22.0),
        (part, Type::Note, desk.theme.mute, 0.1, 14.0),
    ];
    let mut pen = Pen::body();
    for (words, kind, color, share, above) in lines {
        let left = bottom - y - above;
        if words.trim().is_empty() || left < desk.style(kind).line_height {
            continue;
        }
        let most = (left.min((bottom - TOP) * share)).max(desk.style(kind).line_height);
        let text = desk.fit(&words, kind, (width, most));
        let height = text.height;
        pen.text(point(safe.x, y + above), text, color);
        y += above + height;
    }
    desk.put(pen);
    let room = room(desk);
    let count = self::columns(desk);
    units::draw(desk, columns, room, count);
}

fn part_words(desk: &Desk<'_>, slide: &Slide) -> String {
    let arguments = [("part", (slide.part + 1).into()), ("parts", slide.parts.into())];
    if slide.parts > 1 { desk.texts.with("stop-part", &arguments) } else { String::new() }
}

fn quote(desk: &Desk<'_>, persona: &Persona) -> String {
    super::rows::quoted(desk, &persona.quote)
}

/// Who it is, in one line after another.
fn who(persona: &Persona) -> String {
    let it = &persona.demographics;
    let parts = [&it.occupation, &it.place, &it.family, &it.income];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
