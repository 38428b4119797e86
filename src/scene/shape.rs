//! The display list: what is drawn, in order, and what a pointer hits.

use std::sync::Arc;

use super::drawn::Shapes;
use super::fragments::Fragments;
use super::geometry::{Point, Rect, Size, point, rect};
use super::text::TextStyle;
use super::theme::Color;
use crate::model::{ChannelId, Emotion, Lane, Language, PersonaId, Stage, Subject, TextSpot};

/// A finished picture of one map. Fragments are drawn in order, planes from body to corner.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Its size in points.
    pub size: Size,
    /// What is behind everything.
    pub background: Color,
    /// What frozen rows and columns are painted on, so that the body slides under them.
    pub frozen: Color,
    /// The width of the lane column, which a window keeps in sight while the body moves.
    pub lane_column_width: f32,
    /// The band of stage headers, which a window keeps in sight while the body moves.
    pub header_band: Rect,
    /// What is drawn.
    pub fragments: Fragments,
    /// The title of the map, for the exported file's own metadata.
    pub title: String,
    /// The language of the map's words, for the exported file's own metadata.
    pub language: Language,
}

/// Shapes that belong together: drawn, culled and hit as one.
#[derive(Debug, Clone)]
pub struct Fragment {
    /// Which part of the table it is in.
    pub plane: Plane,
    /// A rectangle around everything it draws.
    pub bounds: Rect,
    /// What a pointer meets here, if anything.
    pub hit: Option<Hit>,
    /// What is drawn, in order.
    pub shapes: Shapes,
}

impl Fragment {
    /// The same, so much further: costs next to nothing, for all but the places is shared.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let Self { plane, bounds, hit, shapes } = self;
        let hit = hit.as_ref().map(|hit| hit.at(hit.area.translate(by.x, by.y)));
        Self { plane: *plane, bounds: bounds.translate(by.x, by.y), hit, shapes: shapes.moved(by) }
    }
}

/// The parts of the table that a window may keep in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plane {
    /// Moves with everything.
    Body,
    /// The lane column: stays at the left.
    LaneColumn,
    /// The stage headers: stay at the top.
    Header,
    /// Title and personas above the table: move away upwards, stay at the left.
    Title,
}

/// A place where a pointer meets something.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where it takes the pointer.
    pub area: Rect,
    /// From the area's left top corner to where the places of its texts count from.
    pub words_by: Point,
    /// What is met: nothing in it depends on where the area is.
    pub met: Arc<Met>,
}

/// What a pointer meets.
#[derive(Debug, Clone, PartialEq)]
pub struct Met {
    /// What it stands for.
    pub target: HitTarget,
    /// Its full text, for tooltips and assistive technology.
    pub label: Arc<str>,
    /// The texts in it that can be changed where they stand, in the order they are drawn.
    pub words: Vec<Words>,
}

impl std::ops::Deref for Hit {
    type Target = Met;
    fn deref(&self) -> &Met {
        &self.met
    }
}

/// A text that can be changed where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Which text of which thing.
    pub spot: TextSpot,
    /// Where its first line begins, counted from the hit's area, so that both move together.
    pub from_corner: Point,
    /// How much room it takes now.
    pub size: Size,
    /// How wide its lines may be.
    pub room: f32,
    /// How it is set.
    pub style: TextStyle,
    /// Its colour.
    pub ink: Color,
    /// Which of the fragment's shapes shows it; none where nothing is written yet.
    pub shape: Option<usize>,
}

impl Hit {
    /// The same, met elsewhere.
    #[must_use]
    pub fn at(&self, area: Rect) -> Self {
        Self { area, words_by: self.words_by, met: Arc::clone(&self.met) }
    }

    /// Where one of its texts begins, in the scene.
    pub fn corner_of(&self, words: &Words) -> Point {
        let Self { area, words_by, .. } = self;
        point(area.x + words_by.x + words.from_corner.x, area.y + words_by.y + words.from_corner.y)
    }

    /// The text at this place of the scene: the one there, else the nearest above or below. Of two that may take the same
    /// room the one whose words are nearer.
    pub fn words_at(&self, place: Point) -> Option<&Words> {
        let far = |words: &Words, width: f32| {
            let corner = self.corner_of(words);
            let beside = (corner.x - place.x).max(place.x - corner.x - width).max(0.0);
            let away = (corner.y - place.y).max(place.y - corner.y - words.size.height).max(0.0);
            beside + away
        };
        let by_room = |words: &Words| far(words, words.room.max(words.size.width));
        let by_words = |words: &Words| far(words, words.size.width);
        self.words.iter().min_by(|one, other| {
            by_room(one).total_cmp(&by_room(other)).then(by_words(one).total_cmp(&by_words(other)))
        })
    }
}

/// What a hit region stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum HitTarget {
    /// A thing of the document.
    Subject(Subject),
    /// The emotion point of a touchpoint for a persona.
    Emotion {
        /// The touchpoint.
        touchpoint: Subject,
        /// Whose emotion.
        persona: PersonaId,
        /// Which; none where it is only asked for.
        emotion: Option<Emotion>,
        /// How far below the middle of the hit's area −5 and +5 are, so that a drag can be read as a value.
        scale_y: (f32, f32),
    },
    /// A stage's header.
    StageHeader(Stage),
    /// A lane's name.
    LaneName(Lane),
    /// A swimlane's name in the touchpoints' lane.
    Swimlane {
        /// Whose touchpoints stand in it; none: those without a channel.
        channel: Option<ChannelId>,
        /// Its top and bottom, so that a drop can be read as a channel.
        span_y: (f32, f32),
    },
    /// What folds a lane and opens it again, beside its name.
    Fold(Lane),
    /// An empty cell that invites: what a click adds, under which touchpoint.
    Invite {
        /// The lane whose thing is added.
        lane: Lane,
        /// For which touchpoint or stage.
        subject: Subject,
    },
    /// The map's title.
    Title,
}

impl Scene {
    /// What stays in sight when the body moves, the last one first: of a large map next to nothing.
    pub fn frame(&self) -> impl Iterator<Item = &Arc<Fragment>> {
        self.fragments.iter().rev().take_while(|fragment| fragment.plane != Plane::Body)
    }

    /// A picture of which nothing stays in sight when the rest moves: a page, a stop, a sheet of paper.
    pub fn sheet(size: Size, background: Color, fragments: Vec<Arc<Fragment>>) -> Self {
        Self {
            size,
            background,
            frozen: background,
            lane_column_width: 0.0,
            header_band: rect(0.0, 0.0, size.width, 0.0),
            fragments: fragments.into(),
            title: String::new(),
            language: Language::default(),
        }
    }
}
