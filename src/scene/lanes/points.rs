//! The points of the emotion lane: what a touchpoint feels like to a persona, and where that can be dragged from.

use std::sync::Arc;

use crate::i18n::number::signed;
use crate::model::{Emotion, Feeling, Persona, Subject, TextField, TextSpot, Touchpoint};
use crate::scene::face::{emotion_color, face};
use crate::scene::geometry::{Point, point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH};
use crate::scene::text::ShapedText;
use crate::scene::theme::Theme;

/// The height of one point of emotion.
pub(super) const POINT: f32 = 16.0;
/// The radius of a face on the curve.
const FACE: f32 = 11.0;
/// The radius of a point off the path.
const OFF_PATH: f32 = 6.0;

/// From emotions to y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::scene) struct Scale {
    pub(super) zero: f32,
}

impl Scale {
    pub(super) fn y(self, emotion: Emotion) -> f32 {
        self.zero - emotion.points() as f32 * POINT
    }
}

/// What a touchpoint feels like to a persona.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct EmotionPoint {
    pub(super) touchpoint: Same<Touchpoint>,
    pub(super) persona: Same<Persona>,
    pub(super) manner: Manner,
}

/// How an emotion is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Manner {
    /// With a face where it is on the path, and with its word.
    Leading {
        /// Whether the persona's curve runs through it.
        on_path: bool,
        /// Whether it is the only one of its column, so that its word has more room.
        alone: bool,
    },
    /// A dot on another persona's curve.
    Second {
        /// Whether the persona's curve runs through it.
        on_path: bool,
    },
    /// Nothing is known: a place from where a point can be dragged.
    Invite,
}

/// What a point says.
pub(in crate::scene) struct Words {
    subject: Subject,
    label: Arc<str>,
    word: Option<Arc<ShapedText>>,
}

impl Thing for EmotionPoint {
    type Words = Words;
    /// Its middle.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Words {
        let Self { touchpoint, persona, manner } = self;
        let word = self.feeling().map_or("", |feeling| feeling.word.trim());
        let emotion = self.emotion();
        let language = lay.document.info.language;
        let value = emotion.map_or(String::from("—"), |emotion| signed(emotion.points(), 1, language));
        let mut label = format!("{}, {}: {value}", touchpoint.title, persona.name);
        if !word.is_empty() {
            label.push_str(", ");
            label.push_str(word);
        }
        let shown = match manner {
            Manner::Leading { alone, .. } if !word.is_empty() => {
                Some(lay.shaper.shape_clipped(word, style::EMOTION_WORD, Self::room(*alone), 1).0)
            }
            _ => None,
        };
        let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
        Words { subject, label: label.into(), word: shown }
    }

    fn draw(&self, words: &Words, center: Point, theme: &Theme) -> Drawn {
        let emotion = self.emotion();
        // An invitation stands at 0.
        let scale = Scale { zero: emotion.unwrap_or_default().points() as f32 * POINT };
        let scale_y = (scale.y(Emotion::MIN), scale.y(Emotion::MAX));
        let (touchpoint, persona) = (words.subject.clone(), self.persona.id.clone());
        let target = HitTarget::Emotion { touchpoint, persona, emotion, scale_y };
        let area = rect(center.x - 13.0, center.y - 13.0, 26.0, 26.0);
        let mut pen = Pen::body().hit(area, target, Arc::clone(&words.label));
        match self.manner {
            Manner::Leading { on_path, alone } => self.leading(&mut pen, words, (center, theme), (on_path, alone)),
            Manner::Second { on_path } => {
                let color = theme.persona(self.persona.color);
                let fill = if on_path { color } else { theme.background };
                pen.circle(center, 4.0, Some(fill), Some(solid(color, 1.4)));
            }
            Manner::Invite => {
                pen.circle(center, OFF_PATH, Some(theme.background), Some(dashed(theme.faint, 1.2, (2.5, 2.5))));
            }
        }
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.points
    }
}

impl EmotionPoint {
    /// What is felt, where that is known.
    pub(super) fn emotion(&self) -> Option<Emotion> {
        self.feeling()?.emotion
    }

    fn feeling(&self) -> Option<&Feeling> {
        self.touchpoint.feeling(&self.persona.id)
    }

    /// How wide the word's line may be.
    fn room(alone: bool) -> f32 {
        if alone { CARD_WIDTH + 24.0 } else { 76.0 }
    }

    fn leading(&self, pen: &mut Pen, words: &Words, (center, theme): (Point, &Theme), (on_path, alone): (bool, bool)) {
        let felt = self.feeling().and_then(|feeling| Some((feeling, feeling.emotion?)));
        let Some((feeling, emotion)) = felt else { return };
        let radius = if on_path { FACE } else { OFF_PATH };
        if on_path {
            face(pen, theme, (center, FACE), emotion);
        } else {
            let color = emotion_color(theme, emotion);
            pen.circle(center, OFF_PATH, Some(theme.card), Some(solid(color, 1.8)));
        }
        let spot = TextSpot { subject: words.subject.clone(), field: TextField::Word(self.persona.id.clone()) };
        let Some(text) = &words.word else {
            let place = point(center.x - 38.0, center.y + radius + 3.0);
            pen.unwritten(place, (style::EMOTION_WORD, theme.ink), (spot, 76.0));
            return;
        };
        let above = emotion.points() >= 2.5 && feeling.expectation.is_none_or(|hoped| emotion >= hoped);
        let y = if above { center.y - radius - 3.0 - text.height } else { center.y + radius + 3.0 };
        let ink = if on_path { theme.ink } else { theme.mute };
        let left = center.x - text.width / 2.0;
        pen.halo(rect(left - 2.0, y + 1.0, text.width + 4.0, text.height - 1.0), theme.background);
        pen.written(point(left, y), Arc::clone(text), ink, (spot, Self::room(alone)));
    }
}
