//! Samples and templates that come with the program, as file bytes.
//!
//! Samples (`assets/samples`) are invented and complete: they show what a finished map looks like. Templates
//! (`assets/templates`) are what a new project starts from: typical steps and touchpoints without figures or feelings.

use crate::model::Language;

macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../assets/samples/", $name, ".ron")))
    };
}

macro_rules! templates {
    ($($name:literal),*) => {
        &[$(
            ($name, Language::Ru, include_bytes!(concat!("../../assets/templates/ru/", $name, ".ron"))),
            ($name, Language::En, include_bytes!(concat!("../../assets/templates/en/", $name, ".ron"))),
        )*]
    };
}

const COFFEE_CHAIN_RU: (&str, &[u8]) = sample!("coffee-chain.ru");
const HOME_INTERNET_EN: (&str, &[u8]) = sample!("home-internet.en");

/// The sample that the first start shows in this language.
pub fn sample(language: Language) -> &'static [u8] {
    match language {
        Language::Ru => COFFEE_CHAIN_RU.1,
        Language::En => HOME_INTERNET_EN.1,
    }
}

/// All samples: name without ending (`coffee-chain.ru`), file bytes.
pub fn samples() -> &'static [(&'static str, &'static [u8])] {
    &[COFFEE_CHAIN_RU, HOME_INTERNET_EN, sample!("home-internet.ru"), sample!("language-school.en")]
}

/// All templates in both languages: name (`shop`), language, file bytes.
pub fn templates() -> &'static [(&'static str, Language, &'static [u8])] {
    templates!["empty", "shop", "online-service", "bank-branch", "clinic", "b2b-sale"]
}
