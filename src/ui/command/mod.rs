//! The command table: what menus, palette, toolbar, shortcuts and tooltips offer, said once.

mod enabled;
mod pressed;

use egui::{Key, KeyboardShortcut, Modifiers};

pub use pressed::pressed;

use super::context::ViewCtx;
use super::icon::IconName;
use crate::model::Subject;

/// A menu of the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Changes.
    Edit,
    /// Things to add.
    Map,
    /// How it is shown.
    View,
    /// The workshop.
    Workshop,
    /// About the program.
    Help,
}

impl Menu {
    /// The menus from left to right.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::Map, Self::View, Self::Workshop, Self::Help];

    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Map => "menu-map",
            Self::View => "menu-view",
            Self::Workshop => "menu-workshop",
            Self::Help => "menu-help",
        }
    }
}

const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;

macro_rules! commands {
    ($($name:ident: $menu:ident, $key:literal, $shortcut:expr, $icon:expr;)*) => {
        /// A command of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandId {
            $(#[doc = concat!("`command-", $key, "`.")] $name,)*
        }

        impl CommandId {
            /// All of them, in the order of the menus.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The message of its name.
            pub fn name_key(self) -> &'static str {
                match self { $(Self::$name => concat!("command-", $key),)* }
            }

            /// The message that says what it does.
            pub fn doc_key(self) -> &'static str {
                match self { $(Self::$name => concat!("command-", $key, "-doc"),)* }
            }

            /// The menu it is in.
            pub fn menu(self) -> Menu {
                match self { $(Self::$name => Menu::$menu,)* }
            }

            /// Its shortcut.
            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                let shortcut: Option<(Modifiers, Key)> = match self { $(Self::$name => $shortcut,)* };
                shortcut.map(|(modifiers, key)| KeyboardShortcut::new(modifiers, key))
            }

            /// Its icon.
            pub fn icon(self) -> Option<IconName> {
                match self { $(Self::$name => $icon,)* }
            }
        }
    };
}

commands! {
    New: File, "new", Some((COMMAND, Key::N)), Some(IconName::NewFile);
    NewWindow: File, "new-window", Some((COMMAND_SHIFT, Key::N)), None;
    Open: File, "open", Some((COMMAND, Key::O)), Some(IconName::Open);
    Save: File, "save", Some((COMMAND, Key::S)), Some(IconName::Save);
    SaveAs: File, "save-as", Some((COMMAND_SHIFT, Key::S)), None;
    Export: File, "export", Some((COMMAND, Key::E)), Some(IconName::Export);
    Print: File, "print", Some((COMMAND, Key::P)), None;
    ProjectInfo: File, "project", None, None;
    StartScreen: File, "start-screen", None, None;
    Settings: File, "settings", Some((COMMAND, Key::Comma)), None;
    Quit: File, "quit", Some((COMMAND, Key::Q)), None;
    Undo: Edit, "undo", Some((COMMAND, Key::Z)), Some(IconName::Undo);
    Redo: Edit, "redo", Some((COMMAND_SHIFT, Key::Z)), Some(IconName::Redo);
    History: Edit, "history", Some((COMMAND, Key::H)), Some(IconName::History);
    Cut: Edit, "cut", Some((COMMAND, Key::X)), None;
    Copy: Edit, "copy", Some((COMMAND, Key::C)), None;
    Paste: Edit, "paste", Some((COMMAND, Key::V)), None;
    Duplicate: Edit, "duplicate", Some((COMMAND, Key::D)), None;
    Rename: Edit, "rename", Some((NONE, Key::F2)), None;
    Delete: Edit, "delete", Some((NONE, Key::Delete)), Some(IconName::Delete);
    SelectAll: Edit, "select-all", Some((COMMAND, Key::A)), None;
    SelectNone: Edit, "select-none", Some((NONE, Key::Escape)), None;
    Palette: Edit, "palette", Some((COMMAND, Key::K)), None;
    Find: Edit, "find", Some((COMMAND, Key::F)), None;
    FindNext: Edit, "find-next", Some((NONE, Key::F3)), None;
    FindPrevious: Edit, "find-previous", Some((SHIFT, Key::F3)), None;
    Filter: Edit, "filter", Some((COMMAND_SHIFT, Key::F)), None;
    AddTouchpoint: Map, "add-touchpoint", Some((COMMAND, Key::Enter)), Some(IconName::AddTouchpoint);
    AddAlternative: Map, "add-alternative", Some((COMMAND_SHIFT, Key::Enter)), None;
    Connect: Map, "connect", Some((COMMAND, Key::L)), None;
    AddBarrier: Map, "add-barrier", Some((COMMAND, Key::B)), Some(IconName::AddBarrier);
    AddOpportunity: Map, "add-opportunity", None, None;
    NextStage: Map, "next-stage", Some((COMMAND, Key::CloseBracket)), None;
    PreviousStage: Map, "previous-stage", Some((COMMAND, Key::OpenBracket)), None;
    Arrange: Map, "arrange", Some((COMMAND_SHIFT, Key::A)), None;
    AlignColumns: Map, "align-columns", None, None;
    OwnColumns: Map, "own-columns", None, None;
    Swimlanes: Map, "swimlanes", None, None;
    AddPersona: Map, "add-persona", None, Some(IconName::AddPersona);
    AddJourney: Map, "add-journey", None, None;
    JourneyInfo: Map, "journey", None, None;
    DuplicateJourney: Map, "duplicate-journey", None, Some(IconName::Copy);
    DeleteJourney: Map, "delete-journey", None, None;
    Present: View, "present", Some((NONE, Key::F5)), Some(IconName::Present);
    PresentFirst: View, "present-first", Some((SHIFT, Key::F5)), None;
    Stops: View, "stops", None, None;
    AddStop: View, "add-stop", None, None;
    ShowMap: View, "show-map", Some((COMMAND, Key::Num4)), None;
    ShowOutline: View, "show-outline", Some((COMMAND, Key::Num5)), None;
    ShowPersonas: View, "show-personas", Some((COMMAND, Key::Num6)), None;
    ShowBarriers: View, "show-barriers", Some((COMMAND, Key::Num7)), None;
    ShowOpportunities: View, "show-opportunities", Some((COMMAND, Key::Num8)), None;
    ShowJourneys: View, "show-journeys", Some((COMMAND, Key::Num9)), None;
    Back: View, "back", Some((ALT, Key::ArrowLeft)), None;
    Forward: View, "forward", Some((ALT, Key::ArrowRight)), None;
    Fit: View, "fit", Some((COMMAND, Key::Num0)), Some(IconName::Fit);
    ZoomActual: View, "zoom-actual", Some((COMMAND, Key::Num1)), None;
    ZoomStage: View, "zoom-stage", Some((COMMAND, Key::Num2)), None;
    ZoomSelection: View, "zoom-selection", Some((COMMAND, Key::Num3)), None;
    ZoomIn: View, "zoom-in", Some((ALT, Key::Plus)), Some(IconName::ZoomIn);
    ZoomOut: View, "zoom-out", Some((ALT, Key::Minus)), Some(IconName::ZoomOut);
    Minimap: View, "minimap", Some((COMMAND, Key::M)), None;
    ScaleUp: View, "scale-up", Some((COMMAND, Key::Plus)), None;
    ScaleDown: View, "scale-down", Some((COMMAND, Key::Minus)), None;
    ScaleReset: View, "scale-reset", None, None;
    NextPane: View, "next-pane", Some((NONE, Key::F6)), None;
    PreviousPane: View, "previous-pane", Some((SHIFT, Key::F6)), None;
    Transcript: View, "transcript", Some((COMMAND, Key::T)), None;
    ToggleSide: View, "toggle-side", Some((NONE, Key::F9)), None;
    ToggleInspector: View, "toggle-inspector", Some((NONE, Key::F10)), None;
    Problems: View, "problems", Some((NONE, Key::F8)), None;
    Workshop: Workshop, "workshop", Some((NONE, Key::F4)), Some(IconName::Workshop);
    TimerToggle: Workshop, "timer-toggle", Some((NONE, Key::F7)), None;
    TimerMore: Workshop, "timer-more", Some((SHIFT, Key::F7)), None;
    TimerNext: Workshop, "timer-next", Some((COMMAND, Key::F7)), None;
    Minutes: Workshop, "minutes", None, None;
    Shortcuts: Help, "shortcuts", Some((NONE, Key::F1)), None;
    About: Help, "about", None, None;
}

impl CommandId {
    /// Whether a line stands above it in its menu.
    pub fn begins_group(self) -> bool {
        matches!(
            self,
            Self::Save
                | Self::Export
                | Self::Quit
                | Self::StartScreen
                | Self::History
                | Self::Cut
                | Self::Rename
                | Self::SelectAll
                | Self::Palette
                | Self::NextStage
                | Self::AddPersona
                | Self::AddJourney
                | Self::ShowMap
                | Self::Back
                | Self::Fit
                | Self::Minimap
                | Self::ScaleUp
                | Self::NextPane
                | Self::Transcript
                | Self::Problems
                | Self::TimerToggle
                | Self::Minutes
        )
    }

    /// What has to be done before it can be run, where that is worth saying.
    pub fn off_key(self) -> Option<&'static str> {
        match self {
            Self::AddBarrier | Self::AddAlternative | Self::Connect | Self::OwnColumns => {
                Some("command-off-touchpoint")
            }
            Self::AddOpportunity => Some("command-off-touchpoint-barrier"),
            Self::AlignColumns => Some("command-off-touchpoints"),
            _ => None,
        }
    }

    /// Its name, with the label of what would be undone or redone.
    pub fn name(self, ctx: &ViewCtx<'_>) -> String {
        let label = match self {
            Self::Undo => ctx.undo,
            Self::Redo => ctx.redo,
            _ => None,
        };
        let Some(label) = label else { return ctx.text(self.name_key()) };
        let key = if self == Self::Undo { "command-undo-what" } else { "command-redo-what" };
        ctx.texts.with(key, &[("what", ctx.text(label.key()).into())])
    }
}

/// A shortcut as it stands on keyboards and not as programmers spell it.
pub fn keys_words(context: &egui::Context, shortcut: &KeyboardShortcut) -> String {
    let spelt = context.format_shortcut(shortcut);
    let shown = match shortcut.logical_key {
        Key::Plus => "+",
        Key::Minus => "\u{2212}",
        Key::Escape => "Esc",
        Key::Delete => "Del",
        _ => return spelt,
    };
    match spelt.strip_suffix(shortcut.logical_key.name()) {
        Some(modifiers) => format!("{modifiers}{shown}"),
        None => spelt,
    }
}

/// Whether a thing has a title that can be changed in place.
pub fn is_named(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Touchpoint(..)
            | Subject::Barrier(_)
            | Subject::Opportunity(_)
            | Subject::Strength(_)
            | Subject::Step(..)
            | Subject::Journey(_)
            | Subject::Persona(_)
    )
}

/// Whether a thing can be removed by itself.
pub fn is_removable(subject: &Subject) -> bool {
    !matches!(subject, Subject::Project | Subject::Stage(..))
}

/// Whether a thing can be copied as what it is, and not by its words alone.
pub fn is_copyable(subject: &Subject) -> bool {
    is_cuttable(subject) || matches!(subject, Subject::Persona(_) | Subject::Evidence(_) | Subject::Journey(_))
}

/// Whether a thing can be taken away and put back as it was. What everything else refers to cannot.
pub fn is_cuttable(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Touchpoint(..)
            | Subject::Step(..)
            | Subject::Barrier(_)
            | Subject::Strength(_)
            | Subject::Opportunity(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;
    use std::collections::BTreeMap;

    #[test]
    fn every_command_is_worded_and_no_shortcut_is_given_twice() {
        let mut seen = BTreeMap::new();
        for command in CommandId::ALL {
            for language in Language::ALL {
                let texts = Texts::of(language);
                assert!(texts.has(command.name_key()), "{} in {language:?}", command.name_key());
                assert!(texts.has(command.doc_key()), "{} in {language:?}", command.doc_key());
                assert!(command.off_key().is_none_or(|key| texts.has(key)), "{command:?} in {language:?}");
            }
            if let Some(shortcut) = command.shortcut() {
                let before = seen.insert(format!("{shortcut:?}"), command);
                assert_eq!(before, None, "{command:?}");
            }
        }
    }
}
