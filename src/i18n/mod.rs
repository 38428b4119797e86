//! What the product says, in Russian and in English: Fluent messages from `assets/i18n/<language>/*.ftl`.
//!
//! Errors and problems are data elsewhere and get their words here. Numbers follow the language: a decimal comma and
//! thin spaces in Russian.

pub mod day;
pub mod fields;
pub mod number;
pub mod problems;
pub mod quotes;
pub mod reasons;

use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
pub use fluent_bundle::{FluentArgs, FluentValue};

use crate::model::{Journey, Language, Stage};

macro_rules! resources {
    ($language:literal) => {
        [
            include_str!(concat!("../../assets/i18n/", $language, "/ui.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/map.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/problems.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/errors.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/cli.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/exchange.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/edit.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/present.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/show.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/workshop.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/paper.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/commands.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/also.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/keys.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/hands.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/clip.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/personas.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/ledger.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/find.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/arrange.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/history.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/habits.ftl")),
            include_str!(concat!("../../assets/i18n/", $language, "/sources.ftl")),
        ]
    };
}

/// The name of a stage in a journey: its own, else the usual one.
pub fn stage_name(journey: &Journey, stage: Stage, texts: &Texts) -> String {
    let own = journey.info.stages.get(stage.index()).map_or("", |info| info.title.trim());
    if own.is_empty() { texts.get(&format!("stage-{}", stage.key())) } else { own.to_owned() }
}

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

static RU: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::Ru, &resources!("ru")));
static EN: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::En, &resources!("en")));

impl Texts {
    /// The messages of this language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Ru => &RU,
            Language::En => &EN,
        }
    }

    fn load(language: Language, sources: &[&str]) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for source in sources {
            // What does not parse is left out; a test reads every file strictly.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A message without arguments; an unknown key is returned as it is.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with arguments: `texts.with("map-more", &[("count", 3.into())])`.
    pub fn with(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, value.clone());
        }
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({:?})", self.language)
    }
}

/// The system's language, as far as it is one of ours; else the default.
pub fn system_language() -> Language {
    sys_locale::get_locale().and_then(|locale| Language::from_tag(&locale)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys(source: &str) -> BTreeSet<String> {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("valid Fluent");
        let _ = resource;
        let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase()) && line.contains('=');
        let name = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
        source.lines().filter(is_key).map(name).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        for (ru, en) in resources!("ru").iter().zip(resources!("en")) {
            assert_eq!(keys(ru), keys(en));
        }
    }
}
