//! What is found, in which order, and that an index kept through edits equals a new one.

use std::sync::Arc;

use super::*;
use crate::model::{
    Barrier, BarrierId, Evidence, EvidenceId, EvidenceKind, JourneyInfo, Persona, PersonaId, Rank, Stage, Step, StepId,
    TouchpointId,
};

const STAGES: [&str; 5] = ["Attention", "Interest", "Contact", "Impression", "Engagement"];

fn stages() -> [String; 5] {
    STAGES.map(str::to_owned)
}

fn journey(id: &str, titles: &[&str]) -> Journey {
    let step = StepId::parse(&format!("s-{}", &id[2..])).unwrap();
    let steps = Step { id: step.clone(), stage: Stage::Contact, rank: Rank::default(), title: String::new() };
    let mut journey = Journey::new(JourneyId::parse(id).unwrap(), [steps].into_iter().collect());
    journey.info = Arc::new(JourneyInfo { rank: Rank::parse(&id[2..]).unwrap(), ..JourneyInfo::default() });
    let ranks = Rank::spread(titles.len());
    for (at, (title, rank)) in titles.iter().zip(ranks).enumerate() {
        let touchpoint_id = TouchpointId::parse(&format!("t-{}-{}", &id[2..], titles.len() - at)).unwrap();
        let mut touchpoint = Touchpoint::new(touchpoint_id, step.clone(), rank, Rank::default());
        touchpoint.title = (*title).to_owned();
        journey.touchpoints.put(touchpoint);
    }
    journey
}

fn document() -> Document {
    let mut document = Document::default();
    document.journeys.put(journey("j-1", &["Queue at the till", "Waits"]));
    document.journeys.put(journey("j-2", &["Calls", "Queue on the phone"]));
    document.barriers.put(Barrier::new(BarrierId::parse("b-1").unwrap(), "The queue is long"));
    document.personas.put(Persona::new(PersonaId::parse("p-1").unwrap(), "Anna hates a queue"));
    document
}

fn found(index: &TextIndex, typed: &str, journey: Option<&str>) -> Vec<String> {
    let journey = journey.map(|id| JourneyId::parse(id).unwrap());
    let matches = index.find(&Query::parse(typed), journey.as_ref());
    matches.iter().filter_map(Match::entry).map(|entry| entry.text.clone()).collect()
}

#[test]
fn the_shown_journey_comes_first_in_the_order_of_the_map() {
    let mut index = TextIndex::default();
    index.refresh(&document(), &stages());
    let check = |typed: &str, journey: Option<&str>, expect: &[&str]| {
        assert_eq!(found(&index, typed, journey), expect, "{typed:?} {journey:?}");
    };
    let [one, two] = ["Queue at the till", "Queue on the phone"];
    check("queue", Some("j-1"), &[one, "The queue is long", two, "Anna hates a queue"]);
    check("queue", Some("j-2"), &[two, "The queue is long", one, "Anna hates a queue"]);
    check("queue", None, &["The queue is long", one, two, "Anna hates a queue"]);
    check("PHONE queue", Some("j-1"), &[two]);
    check("phone till", None, &[]);
    check("  ", None, &[]);
    check(
        "a",
        Some("j-1"),
        &[
            "Attention",
            "Contact",
            "Engagement",
            one,
            "Waits",
            "Attention",
            "Contact",
            "Engagement",
            "Calls",
            "Anna hates a queue",
        ],
    );
}

#[test]
fn codes_of_respondents_are_not_found() {
    let mut document = document();
    let mut evidence = Evidence::new(EvidenceId::parse("e-1").unwrap(), EvidenceKind::Interview);
    evidence.respondents = vec!["Respondent-17".to_owned()];
    evidence.note = "Said by one of them".to_owned();
    document.evidence.put(evidence);
    let mut index = TextIndex::default();
    index.refresh(&document, &stages());
    assert!(found(&index, "respondent", None).is_empty());
    assert_eq!(found(&index, "said by", None), ["Said by one of them"]);
}

#[test]
fn an_index_kept_through_edits_equals_a_new_one() {
    let mut document = document();
    let mut kept = TextIndex::default();
    kept.refresh(&document, &stages());
    let change = |document: &mut Document, journey_id: &str, id: &str, title: &str| {
        let journey_id = JourneyId::parse(journey_id).unwrap();
        let journey = document.journeys.get_mut(&journey_id).unwrap();
        journey.touchpoints.get_mut(&TouchpointId::parse(id).unwrap()).unwrap().title = title.to_owned();
    };
    change(&mut document, "j-2", "t-2-2", "Waits for an answer");
    kept.refresh(&document, &stages());
    let journey = document.journeys.get_mut(&JourneyId::parse("j-1").unwrap()).unwrap();
    journey.touchpoints.remove(&TouchpointId::parse("t-1-1").unwrap());
    document.barriers.put(Barrier::new(BarrierId::parse("b-0").unwrap(), "No answer"));
    kept.refresh(&document, &stages());
    let mut new = TextIndex::default();
    new.refresh(&document, &stages());
    for typed in ["a", "queue", "waits", "answer", "t"] {
        assert_eq!(found(&kept, typed, Some("j-1")), found(&new, typed, Some("j-1")), "{typed}");
    }
    assert_eq!(found(&kept, "waits", None), ["Waits for an answer"]);
}

#[test]
fn a_channel_is_found_at_its_touchpoints_and_follows_its_name() {
    let mut document = document();
    let channel = crate::model::ChannelId::parse("c-1").unwrap();
    let rank = Rank::default();
    let icon = crate::model::ChannelIcon::Phone;
    document.channels.put(Channel { id: channel.clone(), rank, name: "hotline".to_owned(), icon });
    let id = TouchpointId::parse("t-2-2").unwrap();
    let journey = document.journeys.get_mut(&JourneyId::parse("j-2").unwrap()).unwrap();
    journey.touchpoints.get_mut(&id).unwrap().channel = Some(channel.clone());
    let mut index = TextIndex::default();
    index.refresh(&document, &stages());
    assert_eq!(found(&index, "hotline", None).len(), 2, "the touchpoint and the channel itself");
    document.channels.get_mut(&channel).unwrap().name = "robot".to_owned();
    index.refresh(&document, &stages());
    assert_eq!(found(&index, "hotline", None).len(), 0);
    assert_eq!(found(&index, "robot", None).len(), 2);
}
