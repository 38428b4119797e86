//! The table of the show's commands: name, keys and group said once, for the keyboard and for the overlay of keys.

use crate::model::Stage;

/// A key of the keyboard or of a clicker, wherever its letter stands in the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// →
    Right,
    /// ←
    Left,
    /// ↑
    Up,
    /// ↓
    Down,
    /// The long one.
    Space,
    /// Enter.
    Enter,
    /// Backspace.
    Backspace,
    /// A clicker's way back.
    PageUp,
    /// A clicker's way on.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Esc.
    Escape,
    /// A digit.
    Digit(u8),
    /// A letter, by its place on a Latin keyboard.
    Letter(char),
    /// A sign, as it is typed.
    Sign(char),
}

/// A key with what was held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Press {
    /// The key.
    pub key: Key,
    /// Whether Shift was held. Signs say by themselves how they were typed.
    pub shift: bool,
}

/// Commands that stand together in the overlay of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// From stop to stop.
    Moving,
    /// What the room sees.
    Picture,
    /// What the presenter points with.
    Pointing,
    /// The show itself.
    Show,
    /// The workshop's tools.
    Workshop,
}

impl Group {
    /// The groups in the overlay's order.
    pub const ALL: [Self; 5] = [Self::Moving, Self::Picture, Self::Pointing, Self::Show, Self::Workshop];

    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::Moving => "show-group-moving",
            Self::Picture => "show-group-picture",
            Self::Pointing => "show-group-pointing",
            Self::Show => "show-group-show",
            Self::Workshop => "show-group-workshop",
        }
    }
}

/// A key without Shift.
const fn plain(key: Key) -> Press {
    Press { key, shift: false }
}

/// A letter without Shift.
const fn letter(letter: char) -> Press {
    plain(Key::Letter(letter))
}

/// A key with Shift.
const fn shifted(key: Key) -> Press {
    Press { key, shift: true }
}

const fn sign(sign: char) -> Press {
    plain(Key::Sign(sign))
}

macro_rules! commands {
    ($($name:ident: $group:ident, $key:literal, [$($press:expr),*];)*) => {
        /// What can be asked of a running show.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ShowCommand {
            $(#[doc = concat!("`show-", $key, "`.")] $name,)*
        }

        impl ShowCommand {
            /// All of them, in the overlay's order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The message that says what it does.
            pub fn name_key(self) -> &'static str {
                match self { $(Self::$name => concat!("show-", $key),)* }
            }

            /// Where it stands in the overlay of keys.
            pub fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// The keys that ask for it, the one to learn first.
            pub fn presses(self) -> &'static [Press] {
                match self { $(Self::$name => const { &[$($press),*] },)* }
            }
        }
    };
}

commands! {
    Next: Moving, "next", [plain(Key::Right), plain(Key::Space), plain(Key::PageDown), plain(Key::Enter)];
    Previous: Moving, "previous", [plain(Key::Left), plain(Key::PageUp), plain(Key::Backspace), shifted(Key::Space)];
    First: Moving, "first", [plain(Key::Home)];
    Last: Moving, "last", [plain(Key::End)];
    Attention: Moving, "stage-attention", [plain(Key::Digit(1))];
    Interest: Moving, "stage-interest", [plain(Key::Digit(2))];
    Contact: Moving, "stage-contact", [plain(Key::Digit(3))];
    Impression: Moving, "stage-impression", [plain(Key::Digit(4))];
    Engagement: Moving, "stage-engagement", [plain(Key::Digit(5))];
    Overview: Moving, "overview", [plain(Key::Digit(0))];
    GoTo: Moving, "go-to", [letter('G')];
    Black: Picture, "black", [letter('B'), sign('.')];
    White: Picture, "white", [letter('W'), sign(',')];
    CurveOnly: Picture, "curve-only", [letter('C')];
    Persona: Picture, "persona", [letter('P')];
    LargerText: Picture, "larger-text", [sign('+')];
    SmallerText: Picture, "smaller-text", [sign('−')];
    Theme: Picture, "theme", [letter('T')];
    Dim: Pointing, "dim", [letter('D')];
    DimMore: Pointing, "dim-more", [sign(']'), shifted(Key::Letter('D'))];
    DimLess: Pointing, "dim-less", [sign('[')];
    FocusNext: Pointing, "focus-next", [plain(Key::Down)];
    FocusPrevious: Pointing, "focus-previous", [plain(Key::Up)];
    Laser: Pointing, "laser", [letter('L')];
    Pen: Pointing, "pen", [letter('N')];
    UndoStroke: Pointing, "undo-stroke", [letter('Z')];
    KeepInk: Pointing, "keep-ink", [letter('K')];
    Agenda: Workshop, "agenda", [letter('A')];
    Participants: Workshop, "participants", [letter('Y')];
    Capture: Workshop, "capture", [letter('I')];
    Voting: Workshop, "voting", [letter('V')];
    Poll: Workshop, "poll", [letter('Q')];
    Decisions: Workshop, "decisions", [letter('R')];
    Parking: Workshop, "parking", [letter('J')];
    Glossary: Workshop, "glossary", [letter('U')];
    Minutes: Workshop, "minutes", [letter('M')];
    Edit: Show, "edit", [letter('E')];
    Freeze: Show, "freeze", [letter('F')];
    Presenter: Show, "presenter", [letter('X')];
    OtherScreen: Show, "other-screen", [letter('O')];
    Strip: Show, "strip", [letter('S')];
    Help: Show, "help", [sign('?')];
    Leave: Show, "leave", [plain(Key::Escape)];
}

impl ShowCommand {
    /// What a key asks for.
    pub fn of(press: Press) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.presses().contains(&press))
    }

    /// The stage that it goes to.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Attention => Some(Stage::Attention),
            Self::Interest => Some(Stage::Interest),
            Self::Contact => Some(Stage::Contact),
            Self::Impression => Some(Stage::Impression),
            Self::Engagement => Some(Stage::Engagement),
            _ => None,
        }
    }
}
