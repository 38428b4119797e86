//! The room: a journey as a show of stops, a workshop that runs inside the file, and what is printed for it.
//!
//! Pure like [`crate::scene`]: no window, no files, no clock. Reading order: [`mod@deck`] (which stops, in which order),
//! [`stop`] (what one shows), [`legibility`] (how far it can be read), [`glide`] (from one stop to the next),
//! [`show`] (keys → what the room sees), [`workshop`] (voting, polls, minutes), [`paper`] (what is printed before),
//! [`persona_card`] (one persona on a page).

pub mod board;
pub mod deck;
pub mod findings;
pub mod glide;
pub mod legibility;
pub mod pages;
pub mod paper;
pub mod persona_card;
mod rail;
pub mod show;
pub mod stop;
pub mod workshop;

pub use board::{Board, BoardOptions, board_scene, board_sheet};
pub use deck::{Slide, deck, usual_stops};
pub use pages::{Notes, pages};
pub use persona_card::persona_cards;
pub use stop::{StopOptions, stop_scene};
