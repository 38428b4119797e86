//! What the program remembers between runs: language, theme, size and habits, in a small file of its own.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::Language;
use crate::scene::ThemeName;
use crate::storage::{Expected, write_atomic};
use crate::ui::action::{Motion, ThemeChoice};
use crate::ui::start::{Preferences, StartWith};
use crate::ui::view::Beside;
use crate::ui::widths::Widths;

const FILE_NAME: &str = "settings.json";

/// The settings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The language of the interface; none: the system's.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// The theme of shows.
    pub show_theme: ThemeName,
    /// Whether stops glide.
    pub motion: Motion,
    /// Whether the strip below the show's picture is hidden.
    pub strip_hidden: bool,
    /// How high the room's screen is, in centimetres.
    pub screen_height_cm: u16,
    /// Size of the interface, start.
    pub preferences: Preferences,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    theme: Option<String>,
    show_theme: Option<String>,
    less_motion: bool,
    hide_strip: bool,
    screen_height_cm: Option<u16>,
    scale: Option<f32>,
    start_with_last_file: bool,
    side_width: Option<f32>,
    dock_width: Option<f32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            show_theme: ThemeName::Contrast,
            motion: Motion::Full,
            strip_hidden: false,
            screen_height_cm: 150,
            preferences: Preferences::default(),
        }
    }
}

impl Settings {
    /// Reads the settings; what is missing or cannot be read is as on the first start.
    pub fn read(directory: &Path) -> Self {
        let text = std::fs::read_to_string(directory.join(FILE_NAME)).unwrap_or_default();
        let usual = Self::default();
        let stored: Stored = serde_json::from_str(&text).unwrap_or_default();
        Self {
            language: stored.language.and_then(|tag| Language::from_tag(&tag)),
            theme: stored.theme.and_then(|key| ThemeChoice::from_key(&key)).unwrap_or_default(),
            show_theme: stored.show_theme.and_then(|key| theme_of(&key)).unwrap_or(usual.show_theme),
            motion: if stored.less_motion { Motion::Reduced } else { Motion::Full },
            strip_hidden: stored.hide_strip,
            screen_height_cm: stored.screen_height_cm.unwrap_or(usual.screen_height_cm).clamp(50, 1200),
            preferences: Preferences {
                scale: stored.scale.map(|scale| scale.clamp(0.5, 3.0)),
                start: if stored.start_with_last_file { StartWith::LastFile } else { StartWith::Screen },
                widths: Widths::default().with(Beside::Side, stored.side_width).with(Beside::Dock, stored.dock_width),
            },
        }
    }

    /// Writes them. Settings that cannot be kept are no reason to disturb anybody: the next start is as the first.
    pub fn write(self, directory: &Path) {
        let stored = Stored {
            language: self.language.map(|language| language.tag().to_owned()),
            theme: Some(self.theme.key().to_owned()),
            show_theme: Some(self.show_theme.key().to_owned()),
            less_motion: self.motion == Motion::Reduced,
            hide_strip: self.strip_hidden,
            screen_height_cm: Some(self.screen_height_cm),
            scale: self.preferences.scale,
            start_with_last_file: self.preferences.start == StartWith::LastFile,
            side_width: self.preferences.widths.side,
            dock_width: self.preferences.widths.dock,
        };
        let Ok(text) = serde_json::to_string_pretty(&stored) else { return };
        if std::fs::create_dir_all(directory).is_err() {
            return;
        }
        let path = directory.join(FILE_NAME);
        let _ = write_atomic(&path, Expected::Any, &mut |out| out.write_all(text.as_bytes()));
    }
}

/// The theme of this name.
fn theme_of(key: &str) -> Option<ThemeName> {
    ThemeName::ALL.into_iter().find(|name| name.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_kept_and_nonsense_is_forgiven() {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(Settings::read(directory.path()), Settings::default());
        let settings = Settings {
            language: Some(Language::Ru),
            theme: ThemeChoice::Fixed(ThemeName::Contrast),
            show_theme: ThemeName::Dark,
            motion: Motion::Reduced,
            strip_hidden: true,
            screen_height_cm: 240,
            preferences: Preferences {
                scale: Some(1.25),
                start: StartWith::LastFile,
                widths: Widths { side: Some(300.0), dock: None },
            },
        };
        settings.write(directory.path());
        assert_eq!(Settings::read(directory.path()), settings);
        std::fs::write(directory.path().join(FILE_NAME), "{\"theme\": 7").unwrap();
        assert_eq!(Settings::read(directory.path()), Settings::default());
    }
}
