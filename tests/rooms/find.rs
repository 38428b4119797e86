//! Search and filters over whole projects: every text of a sample is found, and a large project is searched quickly.

use std::time::Instant;

use tropa::analysis::search::{Match, Query, TextIndex};
use tropa::format::{self, samples};
use tropa::model::{Document, Stage};

fn index(document: &Document) -> TextIndex {
    let mut index = TextIndex::default();
    index.refresh(document, &Stage::ALL.map(|stage| stage.key().to_owned()));
    index
}

/// The texts between quotes in a file, as they are written there.
fn quoted(source: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        if c != '"' {
            continue;
        }
        let mut text = String::new();
        while let Some(c) = chars.next().filter(|c| *c != '"') {
            match c {
                '\\' => text.push(chars.next().map_or('\\', |c| if c == 'n' { '\n' } else { c })),
                c => text.push(c),
            }
        }
        texts.push(text);
    }
    texts
}

#[test]
fn every_text_of_the_samples_is_found() {
    let mut checked = 0;
    for (name, source) in samples::samples() {
        let document = format::read(source).unwrap().document;
        let index = index(&document);
        let source = String::from_utf8(source.to_vec()).unwrap();
        for line in source.lines().filter(|line| !line.trim_start().starts_with("respondents:")) {
            // Words of a file that are no text: ids, ranks, days, keys, pictures.
            let is_text = |text: &String| {
                let words = text.split_whitespace().count();
                words > 1 && text.len() < 4000 && !text.contains('\\')
            };
            for text in quoted(line).into_iter().filter(is_text) {
                let found = index.find(&Query::parse(&text), None);
                let is_it = |found: &Match| found.entry().is_some_and(|entry| entry.text == text);
                assert!(found.iter().any(is_it), "{name}: {text:?} is not found");
                checked += 1;
            }
        }
    }
    assert!(checked > 200, "{checked} texts");
}

#[test]
fn a_letter_typed_in_a_large_project_finds_its_touchpoints() {
    let mut document = crate::generate::journey(5000);
    let mut index = index(&document);
    let begun = Instant::now();
    let mut counts = Vec::new();
    for end in 1..="доставка".chars().count() {
        let typed: String = "доставка".chars().take(end).collect();
        counts.push(index.find(&Query::parse(&typed), None).len());
    }
    let searched = begun.elapsed() / 8;
    assert!(counts.is_sorted_by(|a, b| a >= b) && counts[7] > 1000, "{counts:?}");
    let journey = document.journeys.iter().next().unwrap().id.clone();
    let first = document.journeys.get(&journey).unwrap().touchpoints.iter().next().unwrap().id.clone();
    let changed = document.journeys.get_mut(&journey).unwrap().touchpoints.get_mut(&first).unwrap();
    changed.title = "An unheard-of word".to_owned();
    let begun = Instant::now();
    index.refresh(&document, &Stage::ALL.map(|stage| stage.key().to_owned()));
    let refreshed = begun.elapsed();
    assert_eq!(index.find(&Query::parse("unheard-of"), None).len(), 1);
    // Generous, for machines under load and without optimisation: it is far less in the program.
    assert!(searched.as_millis() < 200 && refreshed.as_millis() < 400, "{searched:?} {refreshed:?}");
}
