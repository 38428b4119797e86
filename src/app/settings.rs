//! What the program remembers between runs: language and theme, in a small file of its own.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::Language;
use crate::storage::{Expected, write_atomic};
use crate::ui::action::ThemeChoice;

const FILE_NAME: &str = "settings.json";

/// The settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the interface; none: the system's.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    theme: Option<String>,
}

impl Settings {
    /// Reads the settings; what is missing or cannot be read is as on the first start.
    pub fn read(directory: &Path) -> Self {
        let text = std::fs::read_to_string(directory.join(FILE_NAME)).unwrap_or_default();
        let stored: Stored = serde_json::from_str(&text).unwrap_or_default();
        Self {
            language: stored.language.and_then(|tag| Language::from_tag(&tag)),
            theme: stored.theme.and_then(|key| ThemeChoice::from_key(&key)).unwrap_or_default(),
        }
    }

    /// Writes them. Settings that cannot be kept are no reason to disturb anybody: the next start is as the first.
    pub fn write(self, directory: &Path) {
        let stored = Stored {
            language: self.language.map(|language| language.tag().to_owned()),
            theme: Some(self.theme.key().to_owned()),
        };
        let Ok(text) = serde_json::to_string_pretty(&stored) else { return };
        if std::fs::create_dir_all(directory).is_err() {
            return;
        }
        let path = directory.join(FILE_NAME);
        let _ = write_atomic(&path, Expected::Any, &mut |out| out.write_all(text.as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::ThemeName;

    #[test]
    fn settings_are_kept_and_nonsense_is_forgiven() {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(Settings::read(directory.path()), Settings::default());
        let settings = Settings { language: Some(Language::Ru), theme: ThemeChoice::Fixed(ThemeName::Contrast) };
        settings.write(directory.path());
        assert_eq!(Settings::read(directory.path()), settings);
        std::fs::write(directory.path().join(FILE_NAME), "{\"theme\": 7").unwrap();
        assert_eq!(Settings::read(directory.path()), Settings::default());
    }
}
