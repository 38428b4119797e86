//! Samples and templates are what they promise: canonical files without problems, rich enough to show every part.

use std::collections::BTreeSet;

use tropa::analysis::{curve_path, flow};
use tropa::format::{self, samples};
use tropa::model::{Document, Journey, JourneyKind, Language, Portrait, Stage, TouchpointId, validate};

/// Name, file bytes.
fn files() -> Vec<(String, &'static [u8])> {
    let samples = samples::samples().iter().map(|(name, bytes)| ((*name).to_owned(), *bytes));
    let named = |name: &str, language: Language| format!("{name}.{}", language.tag());
    let templates = samples::templates().iter().map(|(name, language, bytes)| (named(name, *language), *bytes));
    samples.chain(templates).collect()
}

/// The file behind such a name: `coffee-chain.ru` is a sample, `shop.en` a template.
fn path_of(name: &str) -> std::path::PathBuf {
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let sample = assets.join(format!("samples/{name}.ron"));
    match name.rsplit_once('.') {
        Some((template, language)) if !sample.exists() => assets.join(format!("templates/{language}/{template}.ron")),
        _ => sample,
    }
}

fn read(name: &str, bytes: &[u8]) -> Document {
    format::read(bytes).unwrap_or_else(|error| panic!("{name}: {error:?}")).document
}

/// Whoever edits such a file by hand saves it once: `UPDATE_GOLDEN=1 cargo test --test rooms samples`.
#[test]
fn every_file_is_as_the_program_saves_it() {
    for (name, bytes) in files() {
        let saved = format::to_bytes(&read(&name, bytes)).unwrap();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(path_of(&name), &saved).unwrap();
            continue;
        }
        assert!(saved == bytes, "{name} is not canonical");
    }
}

#[test]
fn every_file_is_without_problems_and_in_its_language() {
    for (name, bytes) in files() {
        let document = read(&name, bytes);
        assert_eq!(validate(&document), [], "{name}");
        let tag = document.info.language.tag();
        assert!(name.ends_with(tag), "{name} is in {tag}");
    }
}

#[test]
fn samples_are_rich() {
    for (name, bytes) in samples::samples() {
        let document = read(name, bytes);
        assert!((2..=4).contains(&document.personas.len()), "{name}");
        for persona in &document.personas {
            assert!(
                matches!(persona.portrait, Portrait::Avatar(_)) && persona.share.is_some(),
                "{name} {}",
                persona.id
            );
            assert!(!persona.goals.is_empty() && !persona.pains.is_empty(), "{name} {}", persona.id);
        }
        assert!((15..=40).contains(&document.touchpoint_count()), "{name}: {}", document.touchpoint_count());
        assert!(document.barriers.iter().all(|barrier| !barrier.evidence.is_empty()), "{name}");
        assert!(document.barriers.len() >= 5 && document.opportunities.len() >= 5, "{name}");
        assert!(document.metrics.len() >= 5 && !document.strengths.is_empty(), "{name}");
        for journey in &document.journeys {
            check_journey(name, journey);
        }
    }
}

fn check_journey(name: &str, journey: &Journey) {
    let at = format!("{name} {}", journey.id);
    let touchpoints = || journey.touchpoints.iter();
    let stages: BTreeSet<Stage> = touchpoints().filter_map(|touchpoint| journey.stage_of(touchpoint)).collect();
    assert_eq!(stages.len(), 5, "{at}");
    let channels: BTreeSet<_> = touchpoints().filter_map(|touchpoint| touchpoint.channel.as_ref()).collect();
    assert!(channels.len() >= 5, "{at}");
    let switches = journey.transitions.iter().any(|transition| transition.context_carries == Some(false));
    assert!(switches || journey.info.kind == JourneyKind::ToBe, "{at}: no change of channel loses its context");
    let flow = flow(journey).expect("a flow");
    assert!(!flow.assumption && flow.lost > 0.0, "{at}");
    assert!(has_loop(journey), "{at}");
    let leading = journey.info.personas.first().expect("a leading persona");
    for id in curve_path(journey, leading) {
        let felt = journey.touchpoints.get(&id).and_then(|touchpoint| touchpoint.feeling(leading)?.emotion);
        assert!(felt.is_some(), "{at}: {leading} feels nothing at {id}");
    }
}

/// Taking out what nothing leads into, again and again, leaves the loops and what follows them.
fn has_loop(journey: &Journey) -> bool {
    let mut left: BTreeSet<&TouchpointId> = journey.touchpoints.iter().map(|touchpoint| &touchpoint.id).collect();
    loop {
        let from_left = journey.transitions.iter().filter(|way| left.contains(&way.from));
        let led_to: BTreeSet<&TouchpointId> = from_left.map(|way| &way.to).collect();
        if led_to.len() == left.len() {
            return !left.is_empty();
        }
        left = led_to;
    }
}

#[test]
fn templates_invent_no_figures() {
    for (name, language, bytes) in samples::templates() {
        let document = read(name, bytes);
        assert!(document.metrics.is_empty() && document.barriers.is_empty(), "{name} {language:?}");
        for journey in &document.journeys {
            assert!(journey.touchpoints.iter().all(|touchpoint| touchpoint.feelings.is_empty()), "{name}");
            assert!(journey.transitions.iter().all(|transition| transition.share.is_none()), "{name}");
            let expected = if *name == "empty" { 0..=0 } else { 8..=14 };
            assert!(expected.contains(&journey.touchpoints.len()), "{name}: {}", journey.touchpoints.len());
        }
    }
}

#[test]
fn the_first_start_has_a_sample_in_each_language() {
    for language in Language::ALL {
        assert_eq!(read("first", samples::sample(language)).info.language, language);
    }
}
