//! Persona cards: all that is said stands on the page, nothing over anything else.
//!
//! The golden SVG is written anew by `UPDATE_GOLDEN=1 cargo test --test rooms persona_card`; look at it before it is kept.

use proptest::prelude::*;
use tropa::export::svg;
use tropa::format::{self, samples};
use tropa::model::{Document, Field, PersonaId, Slider};
use tropa::present::persona_cards;
use tropa::scene::{Rect, Scene, Shape, ThemeName, rect};

fn document(bytes: &[u8]) -> Document {
    format::read(bytes).unwrap().document
}

fn ids(document: &Document) -> Vec<PersonaId> {
    document.personas_in_order().into_iter().map(|persona| persona.id.clone()).collect()
}

/// The texts of a card with their places.
fn texts(card: &Scene) -> Vec<(String, Rect)> {
    let shapes = card.fragments.iter().flat_map(|fragment| &fragment.shapes);
    let text = |shape: &Shape| match shape {
        Shape::Text { top_left, text, .. } => {
            let words = text.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            let left = text.lines.iter().map(|line| line.x).fold(f32::INFINITY, f32::min);
            let right = text.lines.iter().map(|line| line.x + line.width).fold(0.0, f32::max);
            Some((words, rect(top_left.x + left, top_left.y, (right - left).max(0.0), text.height)))
        }
        _ => None,
    };
    shapes.filter_map(text).collect()
}

fn check(card: &Scene, said: &[&str]) {
    let texts = texts(card);
    let page = rect(0.0, 0.0, card.size.width, card.size.height);
    for (place, (words, area)) in texts.iter().enumerate() {
        let inside = area.x >= 0.0 && area.right() <= page.right() + 0.5 && area.bottom() <= page.bottom();
        assert!(inside, "{words:?} leaves the page: {area:?} of {page:?}");
        for (other, beside) in &texts[place + 1..] {
            // Lines stand in boxes that are a little taller than their letters.
            let apart = !area.expand(-1.0).intersects(beside.expand(-1.0));
            assert!(apart, "{words:?} {area:?} stands over {other:?} {beside:?}");
        }
    }
    // Lines end at spaces and behind hyphens alike.
    let letters = |words: &str| words.split_whitespace().collect::<String>();
    let all = letters(&texts.iter().map(|(words, _)| words.as_str()).collect::<String>());
    for words in said {
        assert!(all.contains(&letters(words)), "{words:?} is not on the card: {all}");
    }
}

#[test]
fn cards_of_the_samples_say_everything_in_every_theme() {
    for (name, bytes) in samples::samples() {
        let document = document(bytes);
        for theme in ThemeName::ALL {
            let cards = persona_cards(&document, &ids(&document), theme);
            assert_eq!(cards.len(), document.personas.len(), "{name}");
            for (card, persona) in cards.iter().zip(document.personas_in_order()) {
                let facts = &persona.demographics;
                let mut said = vec![persona.name.as_str(), &persona.segment, &persona.quote, &persona.motivation];
                said.extend([facts.age.as_str(), &facts.place, &facts.family, &facts.income, &facts.occupation]);
                let lists = [&persona.goals, &persona.needs, &persona.pains, &persona.expectations];
                said.extend(lists.into_iter().flatten().map(String::as_str));
                said.extend([persona.habits.as_str(), &persona.devices]);
                let sliders = persona.sliders.iter();
                said.extend(sliders.flat_map(|slider| [&slider.name, &slider.low, &slider.high]).map(String::as_str));
                said.extend(persona.fields.iter().flat_map(|field| [&field.name, &field.value]).map(String::as_str));
                check(card, &said);
            }
        }
    }
}

#[test]
fn an_empty_persona_has_a_page_and_an_unknown_one_has_none() {
    let mut document = Document::default();
    let id = PersonaId::parse("p-1").unwrap();
    document.personas.put(tropa::model::Persona::new(id.clone(), ""));
    let cards = persona_cards(&document, &[id, PersonaId::parse("p-2").unwrap()], ThemeName::Light);
    let [card] = cards.as_slice() else { panic!("{}", cards.len()) };
    assert_eq!((card.size.width, card.size.height), (1123.0, 794.0));
    assert!(!card.title.is_empty());
    check(card, &[&card.title]);
}

#[test]
fn the_card_is_the_golden_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/persona_card/anna.svg");
    let sample = samples::samples().iter().find(|(name, _)| *name == "coffee-chain.ru").unwrap();
    let document = document(sample.1);
    let cards = persona_cards(&document, &[PersonaId::parse("p-anna").unwrap()], ThemeName::Light);
    let mut drawn = Vec::new();
    svg(&cards[0], &mut drawn).unwrap();
    let drawn = String::from_utf8(drawn).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, &drawn).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(drawn == golden, "the card is not drawn as in {path}");
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[А-яa-z]{1,28}", 0..24).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn however_much_is_said_nothing_is_cut_off(
        (name, segment, quote, motivation) in (words(), words(), words(), words()),
        goals in prop::collection::vec(words(), 0..30),
        pairs in prop::collection::vec((words(), words(), words(), -1.0..2.0_f64), 0..8),
    ) {
        let mut document = Document::default();
        let id = PersonaId::parse("p-1").unwrap();
        let mut persona = tropa::model::Persona::new(id.clone(), name.clone());
        persona.segment = segment;
        persona.quote = quote;
        persona.motivation = motivation.clone();
        persona.share = Some(1.7);
        persona.goals = goals.clone();
        let slider = |(name, low, high, value): &(String, String, String, f64)| {
            Slider { name: name.clone(), low: low.clone(), high: high.clone(), value: *value }
        };
        persona.sliders = pairs.iter().map(slider).collect();
        persona.fields = pairs.iter().map(|(name, value, ..)| Field { name: name.clone(), value: value.clone() }).collect();
        document.personas.put(persona);
        let cards = persona_cards(&document, &[id], ThemeName::Dark);
        check(&cards[0], &[]);
    }
}
