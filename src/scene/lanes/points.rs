//! The points of the emotion lane: what a touchpoint feels like to a persona, and where that can be dragged from.

use std::sync::Arc;

use crate::i18n::number::signed;
use crate::model::{Emotion, Feeling, Persona, Subject, TextField, TextSpot, Touchpoint};
use crate::scene::face::{emotion_color, face};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::kept::{Drawn, Kept, Place, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH};
use crate::scene::text::ShapedText;
use crate::scene::theme::Theme;

/// The height of one point of emotion.
pub(super) const POINT: f32 = 16.0;
/// The radius of a face on the curve.
pub(super) const FACE: f32 = 11.0;
/// The radius of a point off the path.
pub(super) const OFF_PATH: f32 = 6.0;
/// The radius of a dot on another persona's curve.
pub(super) const DOT: f32 = 4.0;
/// From a point's edge to its word.
const TO_WORD: f32 = 3.0;
/// By so much a word steps further from its point while something is in the way, and how often.
const STEP: f32 = 4.0;
const FURTHER: u8 = 6;

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

/// Where a point stands, and its word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::scene) struct Seat {
    /// The point's middle.
    center: Point,
    /// From there down to the word's top.
    to_word: f32,
}

impl Seat {
    /// A point without a word.
    pub(super) fn bare(center: Point) -> Self {
        Self { center, to_word: 0.0 }
    }
}

impl Place for Seat {
    fn way_from(self, other: Self) -> Option<Point> {
        (self.to_word == other.to_word).then(|| self.center.way_from(other.center)).flatten()
    }
}

/// The square around a point of some persona, which no word may cover.
pub(super) fn spot(center: Point, radius: f32) -> Rect {
    rect(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
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
    type Place = Seat;

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

    fn draw(&self, words: &Words, seat: Seat, theme: &Theme) -> Drawn {
        let center = seat.center;
        let emotion = self.emotion();
        // An invitation stands at 0.
        let scale = Scale { zero: emotion.unwrap_or_default().points() as f32 * POINT };
        let scale_y = (scale.y(Emotion::MIN), scale.y(Emotion::MAX));
        let (touchpoint, persona) = (words.subject.clone(), self.persona.id.clone());
        let target = HitTarget::Emotion { touchpoint, persona, emotion, scale_y };
        let area = rect(center.x - 13.0, center.y - 13.0, 26.0, 26.0);
        let mut pen = Pen::body().hit(area, target, Arc::clone(&words.label));
        match self.manner {
            Manner::Leading { on_path, alone } => self.leading(&mut pen, words, (seat, theme), (on_path, alone)),
            Manner::Second { on_path } => {
                let color = theme.persona(self.persona.color);
                let fill = if on_path { color } else { theme.background };
                pen.circle(center, DOT, Some(fill), Some(solid(color, 1.4)));
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

    /// Where it stands, with its word at the side that suits it, at the other one where something is in the way, or as
    /// near as nothing is; the word's ground is then `taken` too. `height` is that of the lane.
    pub(super) fn seat(&self, words: &Words, center: Point, (taken, height): (&mut Vec<Rect>, f32)) -> Seat {
        let (Manner::Leading { on_path, .. }, Some(text)) = (self.manner, &words.word) else {
            return Seat::bare(center);
        };
        let radius = if on_path { FACE } else { OFF_PATH };
        let hoped = self.feeling().and_then(|feeling| feeling.expectation);
        let emotion = self.emotion().unwrap_or_default();
        let prefers_above = emotion.points() >= 2.5 && hoped.is_none_or(|hoped| emotion >= hoped);
        let (below, above) = (radius + TO_WORD, -radius - TO_WORD - text.height);
        let is_free = |to_word: &f32| {
            let ground = ground(center, *to_word, text);
            ground.y >= 0.0 && ground.bottom() <= height && !taken.iter().any(|it| it.intersects(ground))
        };
        let (first, second) = if prefers_above { (above, below) } else { (below, above) };
        let further = |to_word: f32, by: f32| if to_word < 0.0 { to_word - by } else { to_word + by };
        let mut places = (0..=FURTHER).flat_map(|steps| {
            let by = f32::from(steps) * STEP;
            [further(first, by), further(second, by)]
        });
        let to_word = places.find(is_free).unwrap_or(first);
        taken.push(ground(center, to_word, text));
        Seat { center, to_word }
    }

    fn leading(&self, pen: &mut Pen, words: &Words, (seat, theme): (Seat, &Theme), (on_path, alone): (bool, bool)) {
        let center = seat.center;
        let Some(emotion) = self.emotion() else { return };
        let radius = if on_path { FACE } else { OFF_PATH };
        if on_path {
            face(pen, theme, (center, FACE), emotion);
        } else {
            let color = emotion_color(theme, emotion);
            pen.circle(center, OFF_PATH, Some(theme.card), Some(solid(color, 1.8)));
        }
        let spot = TextSpot { subject: words.subject.clone(), field: TextField::Word(self.persona.id.clone()) };
        let Some(text) = &words.word else {
            let place = point(center.x - 38.0, center.y + radius + TO_WORD);
            pen.unwritten(place, (style::EMOTION_WORD, theme.ink), (spot, 76.0));
            return;
        };
        let ink = if on_path { theme.ink } else { theme.mute };
        pen.halo(ground(center, seat.to_word, text), theme.background);
        let place = point(center.x - text.width / 2.0, center.y + seat.to_word);
        pen.written(place, Arc::clone(text), ink, (spot, Self::room(alone)));
    }
}

/// The ground of a word so far below the middle of its point.
fn ground(center: Point, to_word: f32, text: &ShapedText) -> Rect {
    let left = center.x - text.width / 2.0;
    rect(left - 2.0, center.y + to_word + 1.0, text.width + 4.0, text.height - 1.0)
}

#[cfg(test)]
mod tests {
    use crate::format::{read, samples};
    use crate::model::{Emotion, Language, Persona, PersonaId};
    use crate::scene::shape::{Hit, HitTarget};
    use crate::scene::{MapOptions, Rect, SceneCache, map_scene, rect};

    /// What the words of a point cover.
    fn grounds_of(hit: &Hit) -> impl Iterator<Item = Rect> {
        let written = hit.words.iter().filter(|it| it.shape.is_some());
        written.map(|it| {
            let corner = hit.corner_of(it);
            rect(corner.x - 2.0, corner.y + 1.0, it.size.width + 4.0, it.size.height - 1.0)
        })
    }

    #[test]
    fn words_of_one_column_leave_each_other_room() {
        let mut document = read(samples::sample(Language::En)).unwrap().document;
        let mut journey = document.journeys_in_order()[0].as_ref().clone();
        let leading = journey.info.personas[0].clone();
        for touchpoint in &journey.touchpoints.clone() {
            let mut touchpoint = touchpoint.as_ref().clone();
            let feeling = touchpoint.feeling_mut(&leading);
            feeling.emotion = Emotion::from_points(-2.0);
            feeling.word = "helplessness".into();
            journey.touchpoints.put(touchpoint);
        }
        document.journeys.put(journey.clone());
        let scene = map_scene(&document, &MapOptions::new(journey.id.clone()), &mut SceneCache::default());
        let hits = scene.fragments.iter().filter_map(|it| it.hit.as_ref());
        let words = hits.filter(|hit| matches!(&hit.target, HitTarget::Emotion { persona, .. } if *persona == leading));
        let grounds: Vec<Rect> = words.flat_map(grounds_of).collect();
        assert_eq!(grounds.len(), journey.touchpoints.len());
        for (nth, one) in grounds.iter().enumerate() {
            let mut others = grounds.iter().skip(nth + 1);
            assert_eq!(others.find(|other| other.intersects(*one)), None, "{one:?}");
        }
    }

    #[test]
    fn no_word_covers_a_point_of_anybody() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let mut journey = document.journeys_in_order()[0].as_ref().clone();
        let leading = journey.info.personas[0].clone();
        let other = PersonaId::parse("p-other").unwrap();
        let persona = document.personas.get(&leading).unwrap().as_ref().clone();
        let mut document = document.clone();
        document.personas.put(Persona { id: other.clone(), ..persona });
        let mut info = journey.info.as_ref().clone();
        info.personas = vec![leading.clone(), other.clone()];
        journey.info = info.into();
        let mut cache = SceneCache::default();
        let mut words = 0;
        for halves in -8..=8 {
            // Whoever feels the same things a little better or worse.
            for touchpoint in &journey.touchpoints.clone() {
                let mut touchpoint = touchpoint.as_ref().clone();
                let Some(felt) = touchpoint.feeling(&leading).and_then(|it| it.emotion) else { continue };
                let points = (felt.points() + f64::from(halves) / 2.0).clamp(-5.0, 5.0);
                touchpoint.feeling_mut(&other).emotion = Emotion::from_points(points);
                journey.touchpoints.put(touchpoint);
            }
            document.journeys.put(journey.clone());
            let scene = map_scene(&document, &MapOptions::new(journey.id.clone()), &mut cache);
            let (mut dots, mut grounds) = (Vec::new(), Vec::new());
            for hit in scene.fragments.iter().filter_map(|it| it.hit.clone()) {
                let HitTarget::Emotion { persona, .. } = &hit.target else { continue };
                if *persona == other {
                    let center = hit.area.center();
                    dots.push(rect(center.x - 4.5, center.y - 4.5, 9.0, 9.0));
                }
                grounds.extend(grounds_of(&hit));
            }
            assert!(!dots.is_empty() && !grounds.is_empty());
            words += grounds.len();
            let covers = |ground: &&crate::scene::Rect| dots.iter().any(|dot| dot.intersects(**ground));
            assert_eq!(grounds.iter().find(covers), None, "{halves} halves apart");
        }
        assert!(words > 17, "{words}");
    }
}
