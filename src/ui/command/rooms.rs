//! The table of the keys that rooms beside the map hear while they have the keyboard: for those who listen and for the
//! cheat-sheet, said once.

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};

use super::{ALT, COMMAND, COMMAND_SHIFT, NONE, SHIFT, keys_words};

/// A room with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The journey as an outline.
    Outline,
    /// Barriers, opportunities and strengths as lists.
    List,
    /// Value against effort.
    Board,
    /// The sheets of personas.
    Sheets,
    /// The list of journeys.
    Journeys,
    /// A transcript.
    Transcript,
    /// The workshop's panel.
    Workshop,
}

impl Room {
    /// All of them, in the order in which they are learnt.
    pub const ALL: [Self; 7] =
        [Self::Outline, Self::List, Self::Board, Self::Sheets, Self::Journeys, Self::Transcript, Self::Workshop];

    /// The message of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Outline => "command-show-outline",
            Self::List => "room-list",
            Self::Board => "room-board",
            Self::Sheets => "command-show-personas",
            Self::Journeys => "command-show-journeys",
            Self::Transcript => "sources-title",
            Self::Workshop => "command-workshop",
        }
    }
}

macro_rules! room_keys {
    ($($name:ident: $room:ident, $key:literal, $meanings:literal of [$($press:expr),*];)*) => {
        /// A key of a room, or several of one kind ("one place up, one place down").
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum RoomKey {
            $(#[doc = concat!("`room-", $key, "`.")] $name,)*
        }

        impl RoomKey {
            /// All of them, by rooms.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The room that hears it.
            pub fn room(self) -> Room {
                match self { $(Self::$name => Room::$room,)* }
            }

            /// The message of what it does.
            pub fn name_key(self) -> &'static str {
                match self { $(Self::$name => concat!("room-", $key),)* }
            }

            /// What is pressed: as many as there are meanings, then other keys of the same meanings.
            fn presses(self) -> &'static [(Modifiers, Key)] {
                match self { $(Self::$name => const { &[$($press),*] },)* }
            }

            fn meanings(self) -> usize {
                match self { $(Self::$name => $meanings,)* }
            }
        }
    };
}

room_keys! {
    OutlineEnter: Outline, "outline-enter", 1 of [(NONE, Key::Enter)];
    OutlineFold: Outline, "outline-fold", 1 of [(NONE, Key::Space)];
    OutlineMove: Outline, "outline-move", 2 of [
        (ALT, Key::ArrowUp), (ALT, Key::ArrowDown), (COMMAND_SHIFT, Key::ArrowUp), (COMMAND_SHIFT, Key::ArrowDown)];
    ListAdd: List, "list-add", 1 of [(NONE, Key::N), (NONE, Key::Insert)];
    ListShow: List, "show-on-map", 1 of [(SHIFT, Key::Enter)];
    ListWrite: List, "list-write", 1 of [(NONE, Key::Enter)];
    ListToggle: List, "list-toggle", 1 of [(NONE, Key::Space)];
    ListStatusBack: List, "list-status-back", 1 of [(SHIFT, Key::S)];
    ListStatus: List, "list-status", 1 of [(NONE, Key::S)];
    ListSeverity: List, "list-severity", 6 of [
        (NONE, Key::Num0), (NONE, Key::Num1), (NONE, Key::Num2), (NONE, Key::Num3), (NONE, Key::Num4), (NONE, Key::Num5)];
    BoardMove: Board, "board-move", 4 of [
        (NONE, Key::ArrowLeft), (NONE, Key::ArrowRight), (NONE, Key::ArrowUp), (NONE, Key::ArrowDown)];
    BoardShow: Board, "show-on-map", 1 of [(SHIFT, Key::Enter)];
    SheetOther: Sheets, "sheet-other", 2 of [(COMMAND, Key::PageUp), (COMMAND, Key::PageDown)];
    SheetMove: Sheets, "sheet-move", 2 of [(ALT, Key::ArrowUp), (ALT, Key::ArrowDown)];
    JourneyMove: Journeys, "journey-move", 4 of [
        (COMMAND_SHIFT, Key::ArrowLeft), (COMMAND_SHIFT, Key::ArrowRight),
        (COMMAND_SHIFT, Key::ArrowUp), (COMMAND_SHIFT, Key::ArrowDown)];
    MakeBarrier: Transcript, "make-barrier", 1 of [(NONE, Key::B)];
    MakeStrength: Transcript, "make-strength", 1 of [(NONE, Key::S)];
    MakeQuote: Transcript, "make-quote", 1 of [(SHIFT, Key::Q)];
    MakeThought: Transcript, "make-thought", 1 of [(NONE, Key::Q)];
    MakeTouchpoint: Transcript, "make-touchpoint", 1 of [(NONE, Key::Enter)];
    WorkshopTool: Workshop, "workshop-tool", 2 of [(COMMAND, Key::PageUp), (COMMAND, Key::PageDown)];
}

impl RoomKey {
    /// Which of its meanings was pressed in this frame, and how many times; nobody else hears it.
    pub fn heard(self, ui: &Ui) -> Option<(usize, usize)> {
        self.presses().iter().enumerate().find_map(|(place, (modifiers, key))| {
            let times = ui.input_mut(|input| input.count_and_consume_key(*modifiers, *key));
            (times > 0).then_some((place % self.meanings(), times))
        })
    }

    /// Whether it was pressed in this frame; nobody else hears it.
    pub fn is_heard(self, ui: &Ui) -> bool {
        self.heard(ui).is_some()
    }

    /// How far it goes where its two meanings are back and on, or up and down.
    pub fn steps(self, ui: &Ui) -> isize {
        std::iter::from_fn(|| self.heard(ui)).map(|(way, times)| if way == 0 { -1 } else { 1 } * times as isize).sum()
    }

    /// Its keys as they stand on keyboards, one for each meaning: "Alt+↑ ↓", "0 … 5".
    pub fn words(self, context: &Context) -> String {
        let presses = self.presses().get(..self.meanings()).unwrap_or_default();
        let spelt = |(modifiers, key): &(Modifiers, Key)| keys_words(context, &KeyboardShortcut::new(*modifiers, *key));
        match presses {
            [first, .., last] if presses.len() > 4 => format!("{} … {}", spelt(first), spelt(last)),
            [first, others @ ..] => {
                // What all of them share is said once.
                let rest = others.iter().map(|(_, key)| spelt(&(NONE, *key)));
                std::iter::once(spelt(first)).chain(rest).collect::<Vec<_>>().join(" ")
            }
            [] => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn every_key_of_a_room_is_worded_in_both_languages() {
        for texts in Language::ALL.map(Texts::of) {
            for key in RoomKey::ALL {
                assert!(texts.has(key.name_key()), "{} in {texts:?}", key.name_key());
            }
            for room in Room::ALL {
                assert!(texts.has(room.key()), "{} in {texts:?}", room.key());
                assert!(RoomKey::ALL.iter().any(|key| key.room() == room), "{room:?} has keys");
            }
        }
    }

    #[test]
    fn no_room_hears_a_key_as_two_things() {
        for (place, key) in RoomKey::ALL.iter().enumerate() {
            assert!(key.presses().len() % key.meanings() == 0, "{key:?}");
            for other in RoomKey::ALL.iter().skip(place + 1).filter(|other| other.room() == key.room()) {
                assert!(!key.presses().iter().any(|press| other.presses().contains(press)), "{key:?} and {other:?}");
            }
        }
    }

    #[test]
    fn what_words_of_an_interview_become_has_the_key_that_it_has_on_a_card() {
        use super::super::CommandId;
        let check = |key: RoomKey, command: CommandId| {
            let first = command.presses().next().map(|press| (press.modifiers, press.logical_key));
            assert_eq!(key.presses().first().copied(), first, "{key:?} and {command:?}");
        };
        check(RoomKey::MakeBarrier, CommandId::AddBarrier);
        check(RoomKey::MakeStrength, CommandId::AddStrength);
        check(RoomKey::MakeThought, CommandId::WriteQuote);
        check(RoomKey::MakeTouchpoint, CommandId::AddTouchpoint);
    }

    #[test]
    fn keys_of_a_kind_share_what_is_held() {
        let context = Context::default();
        let check = |key: RoomKey, expect: &str| assert_eq!(key.words(&context), expect, "{key:?}");
        check(RoomKey::OutlineMove, "Alt+↑ ↓");
        check(RoomKey::BoardMove, "← → ↑ ↓");
        check(RoomKey::ListSeverity, "0 … 5");
        check(RoomKey::ListAdd, "N");
        check(RoomKey::SheetOther, "Ctrl+PgUp PgDn");
    }
}
