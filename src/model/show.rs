//! The order of a show: its usual stops, and what the file says of them.

use std::sync::Arc;

use super::document::{Document, Stop, StopView};
use super::ids::JourneyId;
use super::list::by_rank;

/// A stop in its place in the show.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedStop {
    /// What it shows.
    pub view: StopView,
    /// What the file says of it, if anything.
    pub stop: Option<Arc<Stop>>,
}

/// The stops of a show in order: those that the file names stand as it ranks them; every other usual one follows its
/// usual forerunner.
///
/// A usual stop that the file names stands once for each time it is named.
pub fn stops_in_order(document: &Document, journey_id: &JourneyId, usual: &[StopView]) -> Vec<PlacedStop> {
    let of_journey = document.stops.iter().filter(|stop| stop.journey == *journey_id);
    let named = by_rank(of_journey.filter(|stop| is_shown(document, stop, usual)));
    let stored = named.into_iter().map(|stop| PlacedStop { view: stop.view.clone(), stop: Some(Arc::clone(stop)) });
    let mut order: Vec<PlacedStop> = stored.collect();
    let mut forerunner: Option<&StopView> = None;
    for view in usual {
        if !order.iter().any(|placed| placed.view == *view) {
            let place = forerunner.and_then(|before| order.iter().rposition(|placed| placed.view == *before));
            let plain = PlacedStop { view: view.clone(), stop: None };
            order.insert(place.map_or(0, |place| place + 1), plain);
        }
        forerunner = Some(view);
    }
    order
}

/// Whether there is something to be shown: what the stop refers to is still there.
fn is_shown(document: &Document, stop: &Stop, usual: &[StopView]) -> bool {
    let Some(journey) = document.journeys.get(&stop.journey) else { return false };
    match &stop.view {
        StopView::Persona(persona) => document.personas.contains(persona),
        StopView::Touchpoint(touchpoint) => journey.touchpoints.contains(touchpoint),
        StopView::Selection(touchpoints) => touchpoints.iter().any(|id| journey.touchpoints.contains(id)),
        StopView::Stage(_) => usual.contains(&stop.view),
        StopView::Overview | StopView::Emotions | StopView::Answers | StopView::Decisions => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Journey, List, Rank, Stage, StopId};

    /// Usual stops A–E; stored ones by rank, e.g. "Cb" puts C at rank b. Shown by their letters.
    fn check(stored: &[&str], expect: &str) {
        let usual: Vec<StopView> = Stage::ALL.into_iter().map(StopView::Stage).collect();
        let journey_id = JourneyId::parse("j-1").unwrap();
        let mut document = Document::default();
        document.journeys.put(Journey::new(journey_id.clone(), List::default()));
        for (number, text) in stored.iter().enumerate() {
            let (letter, rank) = text.split_at(1);
            let place = "ABCDE".find(letter).map_or(StopView::Overview, |place| usual[place].clone());
            document.stops.put(Stop {
                id: StopId::parse(&format!("v-{number}")).unwrap(),
                rank: Rank::parse(rank).unwrap(),
                journey: journey_id.clone(),
                view: place,
                hidden: false,
                notes: String::new(),
                ink: Vec::new(),
            });
        }
        let letter = |placed: &PlacedStop| match placed.view {
            StopView::Stage(stage) => "ABCDE".as_bytes()[stage.index()] as char,
            _ => 'x',
        };
        let order: String = stops_in_order(&document, &journey_id, &usual).iter().map(letter).collect();
        assert_eq!(order, expect, "{stored:?}");
    }

    #[test]
    fn what_the_file_does_not_name_follows_its_usual_forerunner() {
        check(&[], "ABCDE");
        check(&["Cb"], "ABCDE");
        check(&["Db", "Bc"], "ADEBC");
        check(&["xa"], "ABCDEx");
        check(&["xa", "Cb"], "ABxCDE");
        check(&["Ea", "Ab"], "EABCD");
        check(&["Ab", "Ac"], "AABCDE");
    }
}
