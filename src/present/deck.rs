//! Which stops a journey's show has, in which order: made by itself, changed by what the file says of them.

use super::findings;
use super::stop::{self, StopOptions};
use crate::analysis::path::curve_path;
use crate::model::{Document, JourneyId, Stage, StopId, StopView, stops_in_order};
use crate::scene::SceneCache;
use crate::scene::map::personas;

/// One picture of the show. A stop with more than fits is split into parts rather than shrunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// What it shows.
    pub view: StopView,
    /// Which part of it, from 0.
    pub part: usize,
    /// How many parts it has.
    pub parts: usize,
    /// The place of its stop among all stops, hidden ones counted: what the verbs of [`crate::edit::verbs`] ask for.
    pub index: usize,
    /// How many shown pictures come before it.
    pub place: usize,
    /// How many pictures are shown in all.
    pub of: usize,
    /// The stop of the file that speaks of it, if any.
    pub stop: Option<StopId>,
    /// Whether it is skipped.
    pub hidden: bool,
    /// What the presenter wants to say.
    pub notes: String,
}

/// All pictures of the journey's show, those of hidden stops among them. A journey that is not there has none.
pub fn deck(document: &Document, journey: &JourneyId, options: &StopOptions, cache: &mut SceneCache) -> Vec<Slide> {
    let usual = usual_stops(document, journey);
    let placed = stops_in_order(document, journey, &usual);
    let views: Vec<StopView> = placed.iter().map(|placed| placed.view.clone()).collect();
    let counts = stop::part_counts((document, journey), &views, options, cache);
    let mut slides = Vec::new();
    for (index, (placed, parts)) in placed.into_iter().zip(counts).enumerate() {
        for part in 0..parts {
            let stop = placed.stop.as_ref();
            slides.push(Slide {
                view: placed.view.clone(),
                part,
                parts,
                index,
                place: 0,
                of: 0,
                stop: stop.map(|stop| stop.id.clone()),
                hidden: stop.is_some_and(|stop| stop.hidden),
                notes: stop.map_or(String::new(), |stop| stop.notes.clone()),
            });
        }
    }
    let of = slides.iter().filter(|slide| !slide.hidden).count();
    let mut place = 0;
    for slide in &mut slides {
        (slide.place, slide.of) = (place, of);
        place += usize::from(!slide.hidden);
    }
    slides
}

/// The stops a journey's show has by itself: overview, its personas, each stage that holds something with its
/// touchpoints that matter, the emotion curve, the answers, the decisions.
pub fn usual_stops(document: &Document, journey: &JourneyId) -> Vec<StopView> {
    let Some(journey) = document.journeys.get(journey) else { return Vec::new() };
    let personas = personas(document, journey, None);
    let leading = personas.first().map(|persona| &persona.id);
    let path = leading.map(|persona| curve_path(journey, persona)).unwrap_or_default();
    let matter = findings::touchpoints_that_matter(document, journey, (leading, &path));
    let mut usual = vec![StopView::Overview];
    usual.extend(personas.iter().map(|persona| StopView::Persona(persona.id.clone())));
    for stage in Stage::ALL {
        if !journey.touchpoints.iter().any(|touchpoint| journey.stage_of(touchpoint) == Some(stage)) {
            continue;
        }
        usual.push(StopView::Stage(stage));
        let here = matter.iter().filter(|touchpoint| journey.stage_of(touchpoint) == Some(stage));
        usual.extend(here.map(|touchpoint| StopView::Touchpoint(touchpoint.id.clone())));
    }
    usual.extend([StopView::Emotions, StopView::Answers, StopView::Decisions]);
    usual
}
