//! The words on transitions: each at the first of its way's places where no other words stand.

use std::collections::HashMap;
use std::sync::Arc;

use crate::i18n::number::percent;
use crate::model::Transition;
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::style;
use crate::scene::text::{Align, ShapedText};

/// Shares from here on count as everybody and are not labelled.
const EVERYBODY: f64 = 0.995;

/// Where words already stand, by upright strips of the map.
#[derive(Default)]
pub(super) struct Taken {
    strips: HashMap<i32, Vec<Rect>>,
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

    fn is_free(&self, area: Rect) -> bool {
        let mut there = Self::strips(area).filter_map(|strip| self.strips.get(&strip)).flatten();
        !there.any(|taken| taken.intersects(area))
    }
}

/// How a way's words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// The share alone, on the line.
    Bare,
    /// Reason and share in a frame.
    Framed,
    /// The same on a way back.
    FramedBack,
}

/// The words of a transition, and where they stand.
pub(super) struct Label {
    /// The ground they stand on.
    pub(super) area: Rect,
    pad: f32,
    text: Arc<ShapedText>,
    manner: Manner,
}

impl Label {
    /// At the first free of the line's places; at the first of all where none is free.
    pub(super) fn of(
        lay: &mut Lay<'_>,
        transition: &Transition,
        (places, manner): (&[Point], Manner),
        taken: &mut Taken,
    ) -> Option<Self> {
        let words = words(lay, transition, manner);
        if words.is_empty() {
            return None;
        }
        let text = lay.shaper.shape(&words, style::SHARE, None, Align::Left);
        let (pad, height) = if manner == Manner::Bare { (1.0, 14.0) } else { (7.0, 17.0) };
        let around =
            |at: &Point| rect(at.x - text.width / 2.0 - pad, at.y - height / 2.0, text.width + 2.0 * pad, height);
        let free = places.iter().map(around).find(|area| taken.is_free(*area));
        let area = free.or_else(|| places.first().map(around))?;
        taken.add(area);
        Some(Self { area, pad, text, manner })
    }

    /// Draws them on their ground.
    pub(super) fn draw(self, lay: &mut Lay<'_>) {
        let Self { area, pad, text, manner } = self;
        let ink = if manner == Manner::FramedBack { lay.theme.negative_text } else { lay.theme.mute };
        let mut pen = Pen::body();
        match manner {
            Manner::Bare => pen.halo(area, lay.theme.background),
            Manner::Framed | Manner::FramedBack => {
                pen.rect(area, 8.5, Some(lay.theme.background), Some(solid(ink, 1.0)));
            }
        }
        pen.text(point(area.x + pad, area.y + (area.height - text.height) / 2.0), text, ink);
        lay.put(pen);
    }
}

/// The share where it is typed and says something; with the reason where there is room.
fn words(lay: &Lay<'_>, transition: &Transition, manner: Manner) -> String {
    let share =
        transition.share.filter(|share| *share < EVERYBODY).map(|share| percent(share, lay.document.info.language));
    let reason = if manner == Manner::Bare { "" } else { transition.reason.trim() };
    [reason, share.as_deref().unwrap_or("")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
