//! Which stops a journey's show has, in which order: made by itself, changed by what the file says of them.

use super::stop::StopOptions;
use crate::model::{Document, JourneyId, StopId, StopView};
use crate::scene::SceneCache;

/// One picture of the show. A stop with more than fits is split into parts rather than shrunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// What it shows.
    pub view: StopView,
    /// Which part of it, from 0.
    pub part: usize,
    /// How many parts it has.
    pub parts: usize,
    /// The stop of the file that speaks of it, if any.
    pub stop: Option<StopId>,
    /// Whether it is skipped.
    pub hidden: bool,
    /// What the presenter wants to say.
    pub notes: String,
}

/// All stops of the journey's show, hidden ones among them.
pub fn deck(_document: &Document, _journey: &JourneyId, _options: &StopOptions, _cache: &mut SceneCache) -> Vec<Slide> {
    let notes = String::new();
    vec![Slide { view: StopView::Overview, part: 0, parts: 1, stop: None, hidden: false, notes }]
}
