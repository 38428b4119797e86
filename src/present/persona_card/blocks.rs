//! What a persona card says, block by block, and how each piece of it is drawn.

use super::{Desk, type_of};
use crate::analysis::path::peak_end;
use crate::i18n::Texts;
use crate::i18n::number::signed;
use crate::model::{Document, Emotion, Persona, Slider};
use crate::present::rail::rail;
use crate::scene::face::face;
use crate::scene::icon::Icon;
use crate::scene::pen::Pen;
use crate::scene::text::{Align, Weight};
use crate::scene::{Color, Point, Theme, point};

/// What belongs together under a heading.
pub(super) struct Block {
    pub(super) icon: Icon,
    pub(super) title: String,
    pub(super) color: Color,
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a block.
pub(super) enum Piece {
    /// A text.
    Text(String),
    /// An entry of a list.
    Entry(String),
    /// A name and what is said of it.
    Pair(String, String),
    /// A knob between two ends.
    Trait(Slider),
    /// A channel by its icon.
    Channel(Icon, String),
    /// A journey, and how it is likely to be remembered.
    Journey(String, f64),
}

/// The blocks that have something to say, the first to be read first.
pub(super) fn blocks(document: &Document, persona: &Persona, (texts, theme): (&Texts, &Theme)) -> Vec<Block> {
    let color = theme.persona(persona.color);
    let block = |icon, key: &str, pieces| Block { icon, title: texts.get(key), color, pieces };
    let entries = |lines: &[String]| -> Vec<Piece> {
        let said = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        said.map(|line| Piece::Entry(line.to_owned())).collect()
    };
    let text = |words: &str| -> Vec<Piece> {
        Some(words.trim())
            .filter(|words| !words.is_empty())
            .map(|words| Piece::Text(words.to_owned()))
            .into_iter()
            .collect()
    };
    let traits = persona.sliders.iter().cloned().map(Piece::Trait).collect();
    let channels = persona.channels.iter().filter_map(|id| document.channels.get(id));
    let channels = channels.map(|it| Piece::Channel(Icon::of_channel(it.icon), it.name.trim().to_owned())).collect();
    let fields = persona.fields.iter().filter(|field| !field.value.trim().is_empty());
    let fields = fields.map(|it| Piece::Pair(it.name.trim().to_owned(), it.value.trim().to_owned())).collect();
    let pains = block(Icon::Hand, "stop-pains", entries(&persona.pains));
    let mut blocks = vec![
        block(Icon::Target, "stop-goals", entries(&persona.goals)),
        Block { color: theme.negative_text, ..pains },
        block(Icon::Bulb, "stop-needs", entries(&persona.needs)),
        block(Icon::Sparkles, "stop-expectations", entries(&persona.expectations)),
        block(Icon::Sliders, "card-traits", traits),
        block(Icon::Message, "stop-channels", channels),
        block(Icon::Repeat, "stop-habits", text(&persona.habits)),
        block(Icon::Devices, "stop-devices", text(&persona.devices)),
        block(Icon::Details, "card-fields", fields),
        block(Icon::Route, "card-journeys", journeys(document, persona)),
    ];
    blocks.retain(|block| !block.pieces.is_empty());
    blocks
}

fn journeys(document: &Document, persona: &Persona) -> Vec<Piece> {
    let journeys = document.journeys_in_order();
    let felt = journeys.into_iter().filter_map(|journey| {
        let goes = journey.info.personas.is_empty() || journey.info.personas.contains(&persona.id);
        let peak_end = peak_end(journey, &persona.id).filter(|_| goes)?;
        Some(Piece::Journey(journey.info.title.trim().to_owned(), peak_end.value))
    });
    felt.collect()
}

impl Piece {
    /// Draws it and says where it ends.
    pub(super) fn draw(&self, desk: &mut Desk<'_>, pen: &mut Pen, (at, width, color): (Point, f32, Color)) -> f32 {
        let theme = desk.theme;
        let plain = (type_of(Weight::Regular, 13.0), theme.ink);
        let quiet = (type_of(Weight::Regular, 12.0), theme.mute);
        match self {
            Self::Text(words) => desk.words(pen, at, words, plain, width),
            Self::Entry(words) => {
                pen.circle(point(at.x + 4.0, at.y + 9.0), 2.5, Some(color), None);
                desk.words(pen, point(at.x + 16.0, at.y), words, plain, width - 16.0)
            }
            Self::Pair(name, words) => {
                let y = if name.is_empty() { at.y } else { desk.words(pen, at, name, quiet, width) };
                desk.words(pen, point(at.x, y), words, plain, width)
            }
            Self::Channel(icon, name) => {
                pen.icon(*icon, (at, 16.0), theme.mute);
                desk.words(pen, point(at.x + 26.0, at.y), name, plain, width - 26.0)
            }
            Self::Journey(title, value) => journey(desk, pen, (at, width), (title, *value)),
            Self::Trait(slider) => slider_ends(desk, pen, (at, width, color), slider),
        }
    }
}

fn journey(desk: &mut Desk<'_>, pen: &mut Pen, (at, width): (Point, f32), (title, value): (&str, f64)) -> f32 {
    let theme = desk.theme;
    if let Some(emotion) = Emotion::from_points(value) {
        face(pen, theme, (point(at.x + 10.0, at.y + 10.0), 9.0), emotion);
    }
    let figure = signed(value, 1, desk.document.info.language);
    let figure = format!("{} {figure}", desk.texts.get("map-peak-end"));
    let plain = (type_of(Weight::Regular, 13.0), theme.ink);
    let bottom = desk.words(pen, point(at.x + 28.0, at.y + 1.0), title, plain, width - 28.0);
    let ink = match value {
        ..0.0 => theme.negative_text,
        0.0 => theme.neutral,
        _ => theme.positive_text,
    };
    desk.words(pen, point(at.x + 28.0, bottom), &figure, (type_of(Weight::SemiBold, 12.0), ink), width - 28.0)
}

/// A trait's name, its rail with the knob, and the two ends below.
fn slider_ends(desk: &mut Desk<'_>, pen: &mut Pen, (at, width, color): (Point, f32, Color), slider: &Slider) -> f32 {
    let theme = desk.theme;
    let name = slider.name.trim();
    let name_style = (type_of(Weight::Medium, 13.0), theme.ink);
    let below = if name.is_empty() { at.y } else { desk.words(pen, at, name, name_style, width) };
    let y = below + 10.0;
    rail(pen, theme, (point(at.x, y), width, 1.0), (slider.value, color));
    let half = width / 2.0 - 8.0;
    let quiet = type_of(Weight::Regular, 11.0);
    let low = desk.shaper.shape(slider.low.trim(), quiet, Some(half), Align::Left);
    let high = desk.shaper.shape(slider.high.trim(), quiet, Some(half), Align::Right);
    let height = low.height.max(high.height);
    pen.text(point(at.x, y + 10.0), low, theme.mute);
    pen.text(point(at.x + width - half, y + 10.0), high, theme.mute);
    y + 10.0 + height + 3.0
}
