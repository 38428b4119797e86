//! What is printed for a workshop: a blank poster, voting sheets, stickers; and the map as a poster.
//!
//! All of it is scenes of the paper's exact size: one scene point is 1/96 inch. Words are in the map's language.

mod fit;
mod map_poster;
mod poster;
mod seams;
pub mod sheet;
mod stickers;
mod voting;

pub use map_poster::{map_poster, map_tiles};
pub use poster::blank_poster;
pub use sheet::PaperSize;
pub use stickers::sticker_sheets;
pub use voting::voting_sheets;

use super::workshop::Scope;
use crate::model::{Document, JourneyId};
use crate::scene::Scene;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperKind {
    /// A blank map to write on.
    #[default]
    Poster,
    /// Choices with circles for dots.
    Voting,
    /// Stickers to cut out.
    Stickers,
    /// The map itself.
    Map,
}

impl PaperKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Poster, Self::Voting, Self::Stickers, Self::Map];

    /// The name used on the command line and in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Voting => "voting",
            Self::Stickers => "stickers",
            Self::Map => "map",
        }
    }

    /// Whether it comes in several sizes; the others are always on A4.
    pub fn has_sizes(self) -> bool {
        matches!(self, Self::Poster | Self::Map)
    }
}

/// What is printed, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperOptions {
    /// What.
    pub kind: PaperKind,
    /// How large posters are.
    pub size: PaperSize,
    /// On sheets of which size the map is printed in parts; `None`: on one sheet.
    pub tiles: Option<PaperSize>,
    /// What is voted on.
    pub scope: Scope,
    /// How many dots each voter has.
    pub dots_each: u32,
}

impl Default for PaperOptions {
    fn default() -> Self {
        let (kind, scope) = (PaperKind::default(), Scope::default());
        Self { kind, size: PaperSize::A0, tiles: None, scope, dots_each: 3 }
    }
}

/// Sheets as they are laid beside each other.
#[derive(Debug, Default)]
pub struct Laid {
    /// All of them, row by row.
    pub sheets: Vec<Scene>,
    /// How many are glued side by side to one picture; `None`: each stands alone.
    pub columns: Option<usize>,
}

/// The sheets; none where there is nothing to vote on, or the journey is unknown.
pub fn sheets(document: &Document, journey: &JourneyId, options: &PaperOptions) -> Vec<Scene> {
    laid_out(document, journey, options).sheets
}

/// The same with how they lie.
pub fn laid_out(document: &Document, journey: &JourneyId, options: &PaperOptions) -> Laid {
    let PaperOptions { kind, size, tiles, scope, dots_each } = *options;
    let Some(shown) = document.journeys.get(journey) else { return Laid::default() };
    let sheets = match (kind, tiles) {
        (PaperKind::Map, Some(tile)) => return map_tiles(document, journey, size, tile),
        (PaperKind::Map, None) => vec![map_poster(document, journey, size)],
        (PaperKind::Poster, _) => vec![blank_poster(document, shown, size)],
        (PaperKind::Voting, _) => voting_sheets(document, shown, (scope, dots_each)),
        (PaperKind::Stickers, _) => sticker_sheets(document, shown),
    };
    Laid { sheets, columns: None }
}
