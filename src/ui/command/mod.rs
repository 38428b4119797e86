//! The command table: what menus, palette, toolbar, shortcuts and tooltips offer, said once.

mod enabled;
mod figures;
mod pressed;
mod rooms;
mod words;

use egui::{Key, KeyboardShortcut, Modifiers};

pub use pressed::{Keyboard, pressed};
pub use rooms::{Room, RoomKey};
pub use words::{keys_words, name_with_keys, other_words};

use super::context::ViewCtx;
use super::icon::IconName;
use crate::model::Subject;

/// A menu of the menu bar, or one inside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Changes.
    Edit,
    /// Things to add.
    Map,
    /// The selected touchpoint.
    Card,
    /// How it feels.
    Emotion,
    /// How bad the selected barriers are.
    Severity,
    /// What is shown.
    View,
    /// The way over the map.
    Go,
    /// How large the map is seen.
    Zoom,
    /// How large the interface is.
    Scale,
    /// The presentation and the workshop.
    Show,
    /// About the program.
    Help,
}

impl Menu {
    /// The menus of the bar from left to right.
    pub const BAR: [Self; 6] = [Self::File, Self::Edit, Self::Map, Self::View, Self::Show, Self::Help];
    /// All of them, each behind the one that it is in.
    pub const ALL: [Self; 12] = [
        Self::File,
        Self::Edit,
        Self::Map,
        Self::Card,
        Self::Emotion,
        Self::Severity,
        Self::View,
        Self::Go,
        Self::Zoom,
        Self::Scale,
        Self::Show,
        Self::Help,
    ];

    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Map => "menu-map",
            Self::Card => "menu-card",
            Self::Emotion => "menu-emotion",
            Self::Severity => "menu-severity",
            Self::View => "menu-view",
            Self::Go => "menu-go",
            Self::Zoom => "menu-zoom",
            Self::Scale => "menu-scale",
            Self::Show => "menu-show",
            Self::Help => "menu-help",
        }
    }

    /// The menu that it is in, where that is not the bar.
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::Card | Self::Emotion | Self::Severity => Some(Self::Map),
            Self::Go | Self::Zoom | Self::Scale => Some(Self::View),
            _ => None,
        }
    }
}

/// When a command's keys are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever the keyboard is.
    Always,
    /// Only while the map has the keyboard: there letters and digits are commands.
    Map,
}

const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;

macro_rules! scope {
    () => {
        Scope::Always
    };
    ($scope:ident) => {
        Scope::$scope
    };
}

macro_rules! commands {
    ($($name:ident: $menu:ident, $key:literal, $shortcut:expr, $icon:expr
        $(, also [$($also:expr),*])? $(, on $scope:ident)?;)*) => {
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

            /// The message with other words by which it is looked for; not every command has one.
            pub fn other_words_key(self) -> &'static str {
                match self { $(Self::$name => concat!("command-", $key, "-also"),)* }
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

            /// Other keys that people's fingers know from elsewhere.
            fn also(self) -> &'static [(Modifiers, Key)] {
                match self { $(Self::$name => const { &[$($($also),*)?] },)* }
            }

            /// When its keys are heard.
            pub fn scope(self) -> Scope {
                match self { $(Self::$name => scope!($($scope)?),)* }
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
    ExportPersona: File, "export-persona", None, None;
    ProjectInfo: File, "project", None, None;
    StartScreen: File, "start-screen", None, None;
    UnsavedWork: File, "unsaved-work", None, None;
    Settings: File, "settings", Some((COMMAND, Key::Comma)), None;
    Quit: File, "quit", Some((COMMAND, Key::Q)), None;
    Undo: Edit, "undo", Some((COMMAND, Key::Z)), Some(IconName::Undo);
    Redo: Edit, "redo", Some((COMMAND_SHIFT, Key::Z)), Some(IconName::Redo), also [(COMMAND, Key::Y)];
    History: Edit, "history", Some((COMMAND, Key::H)), Some(IconName::History);
    Cut: Edit, "cut", Some((COMMAND, Key::X)), None;
    Copy: Edit, "copy", Some((COMMAND, Key::C)), None;
    Paste: Edit, "paste", Some((COMMAND, Key::V)), None;
    Duplicate: Edit, "duplicate", Some((COMMAND, Key::D)), None;
    Delete: Edit, "delete", Some((NONE, Key::Delete)), Some(IconName::Delete), also [(NONE, Key::Backspace)];
    Join: Edit, "join", Some((NONE, Key::J)), None, on Map;
    SelectAll: Edit, "select-all", Some((COMMAND, Key::A)), None;
    SelectNone: Edit, "select-none", Some((NONE, Key::Escape)), None;
    ToggleSelected: Edit, "toggle-selected", Some((COMMAND, Key::Space)), None, on Map;
    Palette: Edit, "palette", Some((COMMAND, Key::K)), None;
    ContextMenu: Edit, "context-menu", Some((SHIFT, Key::F10)), None, also [(NONE, Key::Menu)], on Map;
    Find: Edit, "find", Some((COMMAND, Key::F)), None;
    FindNext: Edit, "find-next", Some((NONE, Key::F3)), None;
    FindPrevious: Edit, "find-previous", Some((SHIFT, Key::F3)), None;
    Filter: Edit, "filter", Some((COMMAND_SHIFT, Key::F)), None;
    AddTouchpoint: Map, "add-touchpoint", Some((NONE, Key::Enter)), Some(IconName::AddTouchpoint), on Map;
    AddAlternative: Map, "add-alternative", Some((COMMAND, Key::Enter)), None, on Map;
    Connect: Map, "connect", Some((NONE, Key::T)), None, also [(NONE, Key::L), (COMMAND, Key::L)], on Map;
    AddBarrier: Map, "add-barrier", Some((NONE, Key::B)), Some(IconName::AddBarrier), also [(COMMAND, Key::B)], on Map;
    AddOpportunity: Map, "add-opportunity", Some((NONE, Key::O)), None, on Map;
    AddStrength: Map, "add-strength", Some((NONE, Key::S)), None, on Map;
    Rename: Card, "rename", Some((NONE, Key::F2)), None, also [(NONE, Key::Enter)];
    Channel: Card, "channel", Some((NONE, Key::C)), None, on Map;
    MomentOfTruth: Card, "moment-of-truth", Some((NONE, Key::M)), None, on Map;
    Goal: Card, "goal", Some((NONE, Key::G)), None, on Map;
    WriteQuote: Card, "write-quote", Some((NONE, Key::Q)), None, on Map;
    WriteWord: Card, "write-word", Some((NONE, Key::W)), None, on Map;
    NextStage: Card, "next-stage", Some((COMMAND, Key::CloseBracket)), None;
    PreviousStage: Card, "previous-stage", Some((COMMAND, Key::OpenBracket)), None;
    NudgeLeft: Card, "nudge-left", Some((COMMAND_SHIFT, Key::ArrowLeft)), None, on Map;
    NudgeRight: Card, "nudge-right", Some((COMMAND_SHIFT, Key::ArrowRight)), None, on Map;
    NudgeUp: Card, "nudge-up", Some((COMMAND_SHIFT, Key::ArrowUp)), None, on Map;
    NudgeDown: Card, "nudge-down", Some((COMMAND_SHIFT, Key::ArrowDown)), None, on Map;
    NextWay: Card, "next-way", Some((NONE, Key::A)), None, on Map;
    NextPersona: Emotion, "next-persona", Some((NONE, Key::P)), None, on Map;
    Emotion0: Emotion, "emotion-0", Some((NONE, Key::Num0)), None, on Map;
    Emotion1: Emotion, "emotion-1", Some((NONE, Key::Num1)), None, on Map;
    Emotion2: Emotion, "emotion-2", Some((NONE, Key::Num2)), None, on Map;
    Emotion3: Emotion, "emotion-3", Some((NONE, Key::Num3)), None, on Map;
    Emotion4: Emotion, "emotion-4", Some((NONE, Key::Num4)), None, on Map;
    Emotion5: Emotion, "emotion-5", Some((NONE, Key::Num5)), None, on Map;
    EmotionMinus1: Emotion, "emotion-minus-1", Some((SHIFT, Key::Num1)), None, on Map;
    EmotionMinus2: Emotion, "emotion-minus-2", Some((SHIFT, Key::Num2)), None, on Map;
    EmotionMinus3: Emotion, "emotion-minus-3", Some((SHIFT, Key::Num3)), None, on Map;
    EmotionMinus4: Emotion, "emotion-minus-4", Some((SHIFT, Key::Num4)), None, on Map;
    EmotionMinus5: Emotion, "emotion-minus-5", Some((SHIFT, Key::Num5)), None, on Map;
    EmotionUp: Emotion, "emotion-up", Some((NONE, Key::Plus)), None, also [(NONE, Key::Equals)], on Map;
    EmotionDown: Emotion, "emotion-down", Some((NONE, Key::Minus)), None, on Map;
    EmotionNone: Emotion, "emotion-none", Some((SHIFT, Key::Num0)), None, on Map;
    Expectation: Emotion, "expectation", Some((NONE, Key::E)), None, on Map;
    Severity1: Severity, "severity-1", None, None, also [(NONE, Key::Num1)], on Map;
    Severity2: Severity, "severity-2", None, None, also [(NONE, Key::Num2)], on Map;
    Severity3: Severity, "severity-3", None, None, also [(NONE, Key::Num3)], on Map;
    Severity4: Severity, "severity-4", None, None, also [(NONE, Key::Num4)], on Map;
    Severity5: Severity, "severity-5", None, None, also [(NONE, Key::Num5)], on Map;
    Arrange: Map, "arrange", Some((COMMAND_SHIFT, Key::A)), None;
    AlignColumns: Map, "align-columns", None, None;
    OwnColumns: Map, "own-columns", None, None;
    Swimlanes: Map, "swimlanes", None, None;
    AddPersona: Map, "add-persona", Some((SHIFT, Key::P)), Some(IconName::AddPersona), on Map;
    AddJourney: Map, "add-journey", None, None;
    JourneyInfo: Map, "journey", None, None;
    DuplicateJourney: Map, "duplicate-journey", None, Some(IconName::Copy);
    DeleteJourney: Map, "delete-journey", None, None;
    ShowMap: View, "show-map", Some((COMMAND, Key::Num4)), None;
    ShowOutline: View, "show-outline", Some((COMMAND, Key::Num5)), None;
    ShowPersonas: View, "show-personas", Some((COMMAND, Key::Num6)), None;
    ComparePersonas: View, "compare-personas", Some((COMMAND_SHIFT, Key::Num6)), Some(IconName::Compare);
    ShowBarriers: View, "show-barriers", Some((COMMAND, Key::Num7)), None;
    ShowOpportunities: View, "show-opportunities", Some((COMMAND, Key::Num8)), None;
    ShowJourneys: View, "show-journeys", Some((COMMAND, Key::Num9)), None;
    Back: View, "back", Some((ALT, Key::ArrowLeft)), Some(IconName::MoveLeft);
    Forward: View, "forward", Some((ALT, Key::ArrowRight)), Some(IconName::ArrowRight);
    RowStart: Go, "row-start", Some((NONE, Key::Home)), None, on Map;
    RowEnd: Go, "row-end", Some((NONE, Key::End)), None, on Map;
    JourneyStart: Go, "journey-start", Some((COMMAND, Key::Home)), None, on Map;
    JourneyEnd: Go, "journey-end", Some((COMMAND, Key::End)), None, on Map;
    Fit: Zoom, "fit", Some((COMMAND, Key::Num0)), Some(IconName::Fit);
    ZoomActual: Zoom, "zoom-actual", Some((COMMAND, Key::Num1)), None;
    ZoomStage: Zoom, "zoom-stage", Some((COMMAND, Key::Num2)), None;
    ZoomSelection: Zoom, "zoom-selection", Some((COMMAND, Key::Num3)), None;
    ZoomIn: Zoom, "zoom-in", Some((ALT, Key::Plus)), Some(IconName::ZoomIn),
        also [(ALT, Key::Equals), (NONE, Key::Plus), (NONE, Key::Equals)];
    ZoomOut: Zoom, "zoom-out", Some((ALT, Key::Minus)), Some(IconName::ZoomOut), also [(NONE, Key::Minus)];
    Minimap: Zoom, "minimap", Some((COMMAND, Key::M)), None;
    ScaleUp: Scale, "scale-up", Some((COMMAND, Key::Plus)), None, also [(COMMAND, Key::Equals)];
    ScaleDown: Scale, "scale-down", Some((COMMAND, Key::Minus)), None;
    ScaleReset: Scale, "scale-reset", None, None;
    NextPane: View, "next-pane", Some((NONE, Key::F6)), None;
    PreviousPane: View, "previous-pane", Some((SHIFT, Key::F6)), None;
    Transcript: View, "transcript", Some((COMMAND, Key::T)), None;
    ToggleSide: View, "toggle-side", Some((NONE, Key::F9)), None;
    ToggleInspector: View, "toggle-inspector", Some((NONE, Key::F10)), None;
    PanelWider: View, "panel-wider", Some((COMMAND_SHIFT, Key::Period)), None;
    PanelNarrower: View, "panel-narrower", Some((COMMAND_SHIFT, Key::Comma)), None;
    Problems: View, "problems", Some((NONE, Key::F8)), None;
    Present: Show, "present", Some((NONE, Key::F5)), Some(IconName::Present);
    PresentFirst: Show, "present-first", Some((SHIFT, Key::F5)), None;
    Stops: Show, "stops", None, None;
    AddStop: Show, "add-stop", None, None;
    Workshop: Show, "workshop", Some((NONE, Key::F4)), Some(IconName::Workshop);
    TimerToggle: Show, "timer-toggle", Some((NONE, Key::F7)), None;
    TimerMore: Show, "timer-more", Some((SHIFT, Key::F7)), None;
    TimerNext: Show, "timer-next", Some((COMMAND, Key::F7)), None;
    Minutes: Show, "minutes", None, None;
    Shortcuts: Help, "shortcuts", Some((NONE, Key::F1)), None, also [(NONE, Key::Questionmark)];
    About: Help, "about", None, None;
}

impl CommandId {
    /// Every key that asks for it, the one to learn first.
    pub fn presses(self) -> impl Iterator<Item = KeyboardShortcut> {
        let also = self.also().iter().map(|(modifiers, key)| KeyboardShortcut::new(*modifiers, *key));
        self.shortcut().into_iter().chain(also)
    }

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
                | Self::Delete
                | Self::SelectAll
                | Self::Palette
                | Self::Channel
                | Self::NextStage
                | Self::NextWay
                | Self::Emotion0
                | Self::EmotionMinus1
                | Self::EmotionUp
                | Self::Arrange
                | Self::AddPersona
                | Self::AddJourney
                | Self::Back
                | Self::ZoomIn
                | Self::Minimap
                | Self::NextPane
                | Self::Transcript
                | Self::Problems
                | Self::Workshop
                | Self::TimerToggle
                | Self::Minutes
        )
    }

    /// Whether something is typed as soon as it has run: keys behind it are for that.
    pub fn begins_typing(self) -> bool {
        matches!(
            self,
            Self::AddTouchpoint
                | Self::AddAlternative
                | Self::AddBarrier
                | Self::AddOpportunity
                | Self::AddStrength
                | Self::AddPersona
                | Self::AddJourney
                | Self::Rename
                | Self::Channel
                | Self::Palette
                | Self::Find
                | Self::Filter
        )
    }

    /// Whether it is heard while a text is typed on the map.
    pub fn goes_with_typing(self) -> bool {
        matches!(self, Self::NextStage | Self::PreviousStage | Self::Save | Self::SaveAs)
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
            | Subject::Stage(..)
            | Subject::Transition(..)
            | Subject::Metric(_)
            | Subject::Department(_)
    )
}

/// Whether a thing can be removed by itself.
pub fn is_removable(subject: &Subject) -> bool {
    !matches!(subject, Subject::Project | Subject::Stage(..))
}

/// Whether a thing can be copied as what it is, and not by its words alone.
pub fn is_copyable(subject: &Subject) -> bool {
    is_cuttable(subject) || matches!(subject, Subject::Journey(_))
}

/// Whether a thing can be taken away and put in elsewhere. What everything else refers to cannot.
pub fn is_cuttable(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Touchpoint(..)
            | Subject::Step(..)
            | Subject::Barrier(_)
            | Subject::Strength(_)
            | Subject::Opportunity(_)
            | Subject::Persona(_)
            | Subject::Evidence(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;
    use std::collections::BTreeMap;

    #[test]
    fn every_command_is_worded_in_both_languages() {
        for language in Language::ALL {
            let texts = Texts::of(language);
            for command in CommandId::ALL {
                assert!(texts.has(command.name_key()), "{} in {language:?}", command.name_key());
                assert!(texts.has(command.doc_key()), "{} in {language:?}", command.doc_key());
                assert!(command.off_key().is_none_or(|key| texts.has(key)), "{command:?} in {language:?}");
            }
            for menu in Menu::ALL {
                assert!(texts.has(menu.key()), "{} in {language:?}", menu.key());
            }
        }
    }

    #[test]
    fn no_shortcut_is_given_twice_and_a_second_key_gives_way_to_it() {
        let mut first = BTreeMap::new();
        for command in CommandId::ALL {
            if let Some(shortcut) = command.shortcut() {
                let before = first.insert(format!("{shortcut:?}"), *command);
                assert_eq!(before, None, "{command:?}");
            }
        }
        let mut second = BTreeMap::new();
        for command in CommandId::ALL {
            for (modifiers, key) in command.also() {
                let press = format!("{:?}", KeyboardShortcut::new(*modifiers, *key));
                // Where one key asks for two things, the first of the table is asked first.
                let owner = first.get(&press).copied().or_else(|| second.insert(press, *command));
                assert!(owner.is_none_or(|owner| owner < *command), "{command:?} would be asked before {owner:?}");
            }
        }
    }

    #[test]
    fn keys_that_type_are_commands_on_the_map_alone() {
        for command in CommandId::ALL.iter().filter(|command| command.scope() == Scope::Always) {
            let types =
                |shortcut: &KeyboardShortcut| shortcut.modifiers.is_none() && (shortcut.logical_key.name().len() == 1);
            assert!(!command.shortcut().is_some_and(|shortcut| types(&shortcut)), "{command:?}");
        }
    }
}
