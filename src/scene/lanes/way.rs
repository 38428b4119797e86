//! A transition's line with its arrow, and the arrow of those who leave.

use std::sync::{Arc, OnceLock};

use super::labels::Manner;
use super::lines::{Course, SLACK, is_near};
use crate::i18n::number::{number, percent};
use crate::model::{Language, Subject, TextField, TextSpot, Touchpoint, Transition};
use crate::scene::drawn::{self, Draft, Paint, Shape, Shapes, Stroke};
use crate::scene::geometry::{Path, Point, Rect, Size, point, rect};
use crate::scene::kept::{self, Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::{Fragment, Hit, HitTarget, Met, Plane, Words};
use crate::scene::style::{self, CARD_WIDTH};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::{Color, Theme};

/// How wide the lines of a transition's reason are while it is written, at the least.
const REASON_ROOM: f32 = 140.0;

/// A transition between two touchpoints. Its thickness follows its share.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Way {
    pub(super) transition: Same<Transition>,
}

/// Where a way goes, and how many take it.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::scene) struct Place {
    pub(super) course: Course,
    /// The share of the customers at its start who take it, 0–1.
    pub(super) share: f64,
    /// Where its label stands: the label can be pointed at as well.
    pub(super) label: Option<Rect>,
}

impl kept::Place for Place {
    fn way_from(self, other: Self) -> Option<Point> {
        let by = self.course.way_from(&other.course)?;
        let goes_along = match (self.label, other.label) {
            (None, None) => true,
            (Some(here), Some(there)) => here.way_from(there).is_some_and(|way| is_near(way, by)),
            _ => false,
        };
        (goes_along && self.share == other.share).then_some(by)
    }
}

/// What a way says.
pub(in crate::scene) struct Said {
    subject: Subject,
    sentence: Arc<str>,
    /// What is met there, with the room for its words: the same wherever it goes, but for another label.
    met: OnceLock<(f32, Arc<Met>)>,
}

impl Said {
    /// What is met on the way: reason and share are written in this room, centred where the label stands.
    fn met(&self, room: f32, ink: Color) -> Arc<Met> {
        let (known, met) = self.met.get_or_init(|| (room, Arc::new(self.met_in(room, ink))));
        if *known == room { Arc::clone(met) } else { Arc::new(self.met_in(room, ink)) }
    }

    fn met_in(&self, room: f32, ink: Color) -> Met {
        let style = style::SHARE;
        let words = [TextField::Name, TextField::Share].map(|field| Words {
            spot: TextSpot { subject: self.subject.clone(), field },
            from_corner: point(-room / 2.0, -style.line_height / 2.0),
            size: Size { width: room, height: style.line_height },
            room,
            style,
            ink,
            shape: None,
        });
        let target = HitTarget::Subject(self.subject.clone());
        Met { target, label: Arc::clone(&self.sentence), words: words.into() }
    }
}

impl Thing for Way {
    type Words = Said;
    type Place = Place;

    /// Share and reason; from where to where it leads is said where it is pointed at: ways need not be laid anew for a
    /// title.
    fn say(&self, lay: &mut Lay<'_>) -> Said {
        let transition = &self.transition;
        let share = transition.share.map(|share| percent(share, lay.document.info.language));
        let reason = Some(transition.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        let sentence = share.into_iter().chain(reason).collect::<Vec<_>>().join(", ");
        let subject = Subject::Transition(lay.journey.id.clone(), transition.id.clone());
        Said { subject, sentence: sentence.into(), met: OnceLock::new() }
    }

    /// A column that comes or goes lengthens every way across it: line and head are drawn only where they are seen.
    fn draw(&self, said: &Said, place: Place, theme: &Theme) -> Drawn {
        let Place { course, share, label } = place;
        let width = 1.4 + 2.2 * share.clamp(0.0, 1.0) as f32;
        let (color, stroke): (Color, Stroke) = if course.route.manner() == Manner::FramedBack {
            (theme.negative, dashed(theme.negative, 1.8, (5.0, 4.0)))
        } else {
            (theme.flow, solid(theme.flow, width))
        };
        let line = course.line();
        let area = label.map_or(line.hit, |label| line.hit.union(label));
        let label_at = label.map_or_else(|| line.label_at(), Rect::center);
        let room = label.map_or(REASON_ROOM, |label| label.width.max(REASON_ROOM));
        let words_by = point(label_at.x - area.x, label_at.y - area.y);
        let hit = Hit { area, words_by, met: said.met(room, theme.ink) };
        let shapes = Shapes::later(Stretch { course, color, stroke });
        let bounds = line.bounds(stroke.width).union(area);
        [Some(Arc::new(Fragment { plane: Plane::Body, bounds, hit: Some(hit), shapes })), None]
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.ways
    }
}

/// A way's line with its head, from course and look.
struct Stretch {
    course: Course,
    color: Color,
    stroke: Stroke,
}

impl Draft for Stretch {
    fn draw(&self) -> Vec<Shape> {
        let line = self.course.line();
        let outline = |path: Path, fill, stroke| Shape::Path { path: Arc::new(path), fill, stroke };
        let head = outline(line.head(), Some(Paint::Solid(self.color)), None);
        vec![outline(line.path(), None, Some(self.stroke)), head]
    }

    fn run(&self) -> Option<drawn::Run> {
        self.course.line().corners().map(|corners| drawn::Run { corners, stroke: self.stroke, slack: SLACK })
    }
}

/// A fading arrow of those who leave at a touchpoint.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Loss {
    pub(super) touchpoint: Same<Touchpoint>,
    /// The share of its customers who are lost there, as bits.
    pub(super) share_bits: u64,
}

impl Loss {
    /// Where the figure may stand below its card.
    pub(super) fn figure_area(card: Rect) -> Rect {
        rect(card.x + CARD_WIDTH * 0.22 + 12.0, card.bottom() + 8.0, 40.0, 16.0)
    }
}

impl Thing for Loss {
    type Words = Arc<ShapedText>;
    /// The touchpoint's card.
    type Place = Rect;

    fn say(&self, lay: &mut Lay<'_>) -> Arc<ShapedText> {
        let language = lay.document.info.language;
        let figure = number(-f64::from_bits(self.share_bits) * 100.0, 0, language);
        let unit = if language == Language::Ru { "\u{a0}%" } else { "%" };
        lay.shaper.shape(&format!("{figure}{unit}"), style::LOSS, None, Align::Left)
    }

    fn draw(&self, figure: &Arc<ShapedText>, card: Rect, theme: &Theme) -> Drawn {
        let (x, top) = (card.x + CARD_WIDTH * 0.22, card.bottom() + 1.0);
        let tip = top + 34.0;
        let arrow = Path::polygon(&[
            point(x - 5.0, top),
            point(x + 5.0, top),
            point(x + 5.0, tip - 10.0),
            point(x + 10.0, tip - 10.0),
            point(x, tip),
            point(x - 10.0, tip - 10.0),
            point(x - 5.0, tip - 10.0),
        ]);
        let mut pen = Pen::body();
        pen.fill(arrow, Paint::Vertical(theme.negative.fade(0.75), theme.negative.fade(0.12)));
        pen.text(point(x + 14.0, top + 8.0), Arc::clone(figure), theme.negative_text);
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.losses
    }
}
