//! The command table: what menus, toolbar, shortcuts and tooltips offer, said once.

use egui::{Key, KeyboardShortcut, Modifiers};

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
    Open: File, "open", Some((COMMAND, Key::O)), Some(IconName::Open);
    Save: File, "save", Some((COMMAND, Key::S)), Some(IconName::Save);
    SaveAs: File, "save-as", Some((COMMAND_SHIFT, Key::S)), None;
    Export: File, "export", Some((COMMAND, Key::E)), Some(IconName::Export);
    Print: File, "print", Some((COMMAND, Key::P)), None;
    ProjectInfo: File, "project", None, None;
    Quit: File, "quit", Some((COMMAND, Key::Q)), None;
    Undo: Edit, "undo", Some((COMMAND, Key::Z)), Some(IconName::Undo);
    Redo: Edit, "redo", Some((COMMAND_SHIFT, Key::Z)), Some(IconName::Redo);
    Rename: Edit, "rename", Some((NONE, Key::F2)), None;
    Delete: Edit, "delete", Some((NONE, Key::Delete)), Some(IconName::Delete);
    SelectAll: Edit, "select-all", Some((COMMAND, Key::A)), None;
    SelectNone: Edit, "select-none", Some((NONE, Key::Escape)), None;
    AddTouchpoint: Map, "add-touchpoint", Some((COMMAND, Key::Enter)), Some(IconName::AddTouchpoint);
    AddAlternative: Map, "add-alternative", Some((COMMAND_SHIFT, Key::Enter)), None;
    Connect: Map, "connect", Some((COMMAND, Key::L)), None;
    AddBarrier: Map, "add-barrier", Some((COMMAND, Key::B)), Some(IconName::AddBarrier);
    AddOpportunity: Map, "add-opportunity", None, None;
    AddPersona: Map, "add-persona", None, Some(IconName::AddPersona);
    AddJourney: Map, "add-journey", None, None;
    JourneyInfo: Map, "journey", None, None;
    DuplicateJourney: Map, "duplicate-journey", None, Some(IconName::Copy);
    DeleteJourney: Map, "delete-journey", None, None;
    Present: View, "present", Some((NONE, Key::F5)), Some(IconName::Present);
    PresentFirst: View, "present-first", Some((SHIFT, Key::F5)), None;
    Stops: View, "stops", None, None;
    AddStop: View, "add-stop", None, None;
    Fit: View, "fit", Some((COMMAND, Key::Num0)), Some(IconName::Fit);
    ZoomActual: View, "zoom-actual", Some((COMMAND, Key::Num1)), None;
    ZoomIn: View, "zoom-in", Some((COMMAND, Key::Plus)), Some(IconName::ZoomIn);
    ZoomOut: View, "zoom-out", Some((COMMAND, Key::Minus)), Some(IconName::ZoomOut);
    ToggleSide: View, "toggle-side", Some((NONE, Key::F9)), None;
    ToggleInspector: View, "toggle-inspector", Some((NONE, Key::F10)), None;
    Problems: View, "problems", Some((NONE, Key::F8)), None;
    Workshop: Workshop, "workshop", Some((NONE, Key::F4)), Some(IconName::Workshop);
    TimerToggle: Workshop, "timer-toggle", Some((NONE, Key::F6)), None;
    TimerMore: Workshop, "timer-more", Some((Modifiers::SHIFT, Key::F6)), None;
    TimerNext: Workshop, "timer-next", Some((COMMAND, Key::F6)), None;
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
                | Self::Rename
                | Self::SelectAll
                | Self::AddPersona
                | Self::AddJourney
                | Self::Fit
                | Self::ToggleSide
                | Self::Problems
                | Self::TimerToggle
                | Self::Minutes
        )
    }

    /// Whether it can be run now.
    pub fn enabled(self, ctx: &ViewCtx<'_>) -> bool {
        let picked = |wanted: fn(&Subject) -> bool| ctx.focus().is_some_and(wanted);
        match self {
            Self::Undo => ctx.undo.is_some(),
            Self::Redo => ctx.redo.is_some(),
            Self::Save => ctx.file.modified || ctx.file.path.is_none(),
            Self::Rename => picked(is_named),
            Self::Delete => ctx.selection.iter().any(is_removable),
            Self::SelectNone => !ctx.selection.is_empty(),
            Self::AddAlternative | Self::Connect => picked(|subject| matches!(subject, Subject::Touchpoint(..))),
            Self::AddOpportunity => picked(|subject| matches!(subject, Subject::Touchpoint(..) | Subject::Barrier(_))),
            Self::AddBarrier => ctx.selection.iter().any(|subject| matches!(subject, Subject::Touchpoint(..))),
            Self::SelectAll
            | Self::AddTouchpoint
            | Self::JourneyInfo
            | Self::DuplicateJourney
            | Self::DeleteJourney
            | Self::Present
            | Self::PresentFirst
            | Self::Stops
            | Self::AddStop => ctx.journey.is_some(),
            Self::TimerToggle | Self::TimerMore | Self::TimerNext => !ctx.document.workshop.agenda.is_empty(),
            Self::Export | Self::Print => ctx.journey.is_some() && ctx.file.export_progress.is_none(),
            Self::New
            | Self::Open
            | Self::SaveAs
            | Self::ProjectInfo
            | Self::Quit
            | Self::AddPersona
            | Self::AddJourney
            | Self::Fit
            | Self::ZoomActual
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ToggleSide
            | Self::ToggleInspector
            | Self::Problems
            | Self::Workshop
            | Self::Minutes
            | Self::Shortcuts
            | Self::About => true,
        }
    }

    /// What has to be done before it can be run, where that is worth saying.
    pub fn off_key(self) -> Option<&'static str> {
        match self {
            Self::AddBarrier | Self::AddAlternative | Self::Connect => Some("command-off-touchpoint"),
            Self::AddOpportunity => Some("command-off-touchpoint-barrier"),
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

/// The commands that the keyboard asks for now. The more modified of two alike comes first, so that
/// Ctrl+Shift+Z is not taken for Ctrl+Z.
pub fn pressed(context: &egui::Context, typing: bool) -> Vec<CommandId> {
    let mut commands: Vec<(KeyboardShortcut, CommandId)> =
        CommandId::ALL.iter().filter_map(|command| Some((command.shortcut()?, *command))).collect();
    // What people's fingers know from elsewhere.
    commands.push((KeyboardShortcut::new(COMMAND, Key::Y), CommandId::Redo));
    commands.push((KeyboardShortcut::new(NONE, Key::Backspace), CommandId::Delete));
    commands.push((KeyboardShortcut::new(COMMAND, Key::Equals), CommandId::ZoomIn));
    commands.sort_by_key(|(shortcut, _)| std::cmp::Reverse(weight(shortcut.modifiers)));
    let belongs_to_text = |command: CommandId| {
        use CommandId::{Delete, Redo, Rename, SelectAll, SelectNone, Undo};
        matches!(command, Undo | Redo | Delete | SelectAll | SelectNone | Rename)
    };
    commands
        .into_iter()
        .filter(|(_, command)| !(typing && belongs_to_text(*command)))
        .flat_map(|(shortcut, command)| {
            let KeyboardShortcut { modifiers, logical_key } = shortcut;
            let times = context.input_mut(|input| input.count_and_consume_key(modifiers, logical_key));
            std::iter::repeat_n(command, times)
        })
        .collect()
}

fn weight(modifiers: Modifiers) -> u8 {
    u8::from(modifiers.command) + u8::from(modifiers.shift) + u8::from(modifiers.alt)
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
