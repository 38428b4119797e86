//! The usual agenda of a mapping workshop, with a time for each part.

use crate::i18n::Texts;
use crate::model::{Language, Workshop};

/// The parts of the usual workshop by their messages (`agenda-<key>`), with their minutes.
pub const PRESET: [(&str, f64); 11] = [
    ("opening", 10.0),
    ("persona", 15.0),
    ("steps", 25.0),
    ("interactions", 15.0),
    ("say-think", 15.0),
    ("emotions", 15.0),
    ("break", 10.0),
    ("pain-points", 15.0),
    ("voting", 10.0),
    ("critical-moments", 25.0),
    ("future-state", 30.0),
];

/// The usual agenda in this language: titles and minutes.
pub fn preset(language: Language) -> Vec<(String, f64)> {
    let texts = Texts::of(language);
    PRESET.iter().map(|(key, minutes)| (texts.get(&format!("agenda-{key}")), *minutes)).collect()
}

/// How long the whole agenda takes, in minutes.
pub fn total_minutes(workshop: &Workshop) -> f64 {
    workshop.agenda.iter().map(|item| item.minutes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_agenda_is_worded_in_both_languages() {
        for language in Language::ALL {
            let agenda = preset(language);
            assert!(agenda.iter().all(|(title, _)| !title.starts_with("agenda-")), "{agenda:?}");
            assert_eq!(agenda.iter().map(|(_, minutes)| minutes).sum::<f64>(), 185.0);
        }
        assert_ne!(preset(Language::Ru)[0].0, preset(Language::En)[0].0);
    }
}
