//! The words on transitions: each at the first of its way's places where no other words stand.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::i18n::number::percent;
use crate::model::Transition;
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::style;
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::Theme;

/// Shares from here on count as everybody and are not labelled.
const EVERYBODY: f64 = 0.995;

/// Where words already stand, by upright strips of the map.
#[derive(Default)]
pub(super) struct Taken {
    strips: FxHashMap<i32, Vec<Rect>>,
}

impl Taken {
    const STRIP: f32 = 256.0;

    fn strips(area: Rect) -> std::ops::RangeInclusive<i32> {
        (area.x / Self::STRIP).floor() as i32..=(area.right() / Self::STRIP).floor() as i32
    }

    /// Takes a place.
    pub(super) fn add(&mut self, area: Rect) {
        for strip in Self::strips(area) {
            self.strips.entry(strip).or_default().push(area);
        }
    }

    /// Takes the first free of these places for words; the first of all where none is free. The places, and the one that
    /// is taken, are told from `left`.
    pub(super) fn place(
        &mut self,
        (text, manner): (&ShapedText, Manner),
        (left, places): (f32, &[Point]),
    ) -> Option<Rect> {
        let (pad, height) = (manner.pad(), manner.height());
        let around =
            |at: &Point| rect(at.x - text.width / 2.0 - pad, at.y - height / 2.0, text.width + 2.0 * pad, height);
        let free = places.iter().map(around).find(|area| self.is_free(area.translate(left, 0.0)));
        let area = free.or_else(|| places.first().map(around))?;
        self.add(area.translate(left, 0.0));
        Some(area)
    }

    fn is_free(&self, area: Rect) -> bool {
        let mut there = Self::strips(area).filter_map(|strip| self.strips.get(&strip)).flatten();
        !there.any(|taken| taken.intersects(area))
    }
}

/// How a way's words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Manner {
    /// The share alone, on the line.
    Bare,
    /// Reason and share in a frame.
    Framed,
    /// The same on a way back.
    FramedBack,
}

impl Manner {
    /// From the edge of the ground to the words.
    fn pad(self) -> f32 {
        if self == Self::Bare { 1.0 } else { 7.0 }
    }

    /// The height of the ground.
    fn height(self) -> f32 {
        if self == Self::Bare { 14.0 } else { 17.0 }
    }
}

/// The words of a transition.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct WayLabel {
    transition: Same<Transition>,
    manner: Manner,
}

impl WayLabel {
    /// The words of a transition, if there are any.
    pub(super) fn of(transition: &Arc<Transition>, manner: Manner) -> Option<Self> {
        let shared = shown_share(transition).is_some();
        let reasoned = manner != Manner::Bare && !transition.reason.trim().is_empty();
        (shared || reasoned).then(|| Self { transition: Same::of(transition), manner })
    }
}

/// The share where it is typed and says something.
fn shown_share(transition: &Transition) -> Option<f64> {
    transition.share.filter(|share| *share < EVERYBODY)
}

impl Thing for WayLabel {
    type Words = Arc<ShapedText>;
    /// The ground it stands on.
    type Place = Rect;

    /// The share; with the reason where there is room.
    fn say(&self, lay: &mut Lay<'_>) -> Arc<ShapedText> {
        let share = shown_share(&self.transition).map(|share| percent(share, lay.document.info.language));
        let reason = if self.manner == Manner::Bare { "" } else { self.transition.reason.trim() };
        let parts = [reason, share.as_deref().unwrap_or("")].into_iter().filter(|part| !part.is_empty());
        let words = parts.collect::<Vec<_>>().join(" ");
        lay.shaper.shape(&words, style::SHARE, None, Align::Left)
    }

    fn draw(&self, text: &Arc<ShapedText>, area: Rect, theme: &Theme) -> Drawn {
        let ink = if self.manner == Manner::FramedBack { theme.negative_text } else { theme.mute };
        let mut pen = Pen::body();
        match self.manner {
            Manner::Bare => pen.halo(area, theme.background),
            Manner::Framed | Manner::FramedBack => {
                pen.rect(area, 8.5, Some(theme.background), Some(solid(ink, 1.0)));
            }
        }
        let place = point(area.x + self.manner.pad(), area.y + (area.height - text.height) / 2.0);
        pen.text(place, Arc::clone(text), ink);
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.way_labels
    }
}
