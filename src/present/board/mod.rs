//! The board of value against effort: opportunities as cards in four quadrants, as a picture that the window shows and
//! every export can write.
//!
//! Cards of one place stand beside and below each other as long as they can be read; what is too much becomes a pile
//! whose front card is seen and whose count is said. Reading order: [`plot`] (where everything stands), `draw`.

mod draw;
pub mod plot;

use std::sync::Arc;

pub use self::plot::{Pile, Plot, Standing};

use crate::analysis::ledger::Worth;
use crate::i18n::Texts;
use crate::model::{Document, Opportunity, OpportunityId};
use crate::scene::pen::Pen;
use crate::scene::text::{Shaper, TextStyle, Weight};
use crate::scene::{Scene, Size, Theme, point};

/// How the board is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardOptions {
    /// In which colours.
    pub theme: &'static Theme,
    /// The picture's size in points.
    pub size: Size,
    /// How much larger letters are than in the window.
    pub scale: f32,
    /// Whose value counts.
    pub worth: Worth,
    /// What is at the front of its pile.
    pub front: Option<OpportunityId>,
}

/// The board.
#[derive(Debug, Clone)]
pub struct Board {
    /// Its picture.
    pub scene: Scene,
    /// Where its steps are.
    pub plot: Plot,
    /// The cards that are seen, in the order they were given.
    pub cards: Vec<Standing>,
    /// What stands behind others.
    pub piles: Vec<Pile>,
}

/// The board of these opportunities; those that are not rated do not stand on it. Of one place the first ones are seen.
pub fn board_scene(
    document: &Document,
    opportunities: &[Arc<Opportunity>],
    options: &BoardOptions,
    texts: &Texts,
    shaper: &mut Shaper,
) -> Board {
    let plot = Plot::new(options.size, options.scale, options.worth);
    let (cards, piles) = plot::stand(&plot, opportunities, options);
    let theme = options.theme;
    let mut scene = Scene::sheet(options.size, theme.background, Vec::new());
    scene.title = texts.get("board-title");
    scene.language = texts.language();
    let mut draw = draw::Draw { document, theme, texts, options, plot: &plot, shaper, out: Vec::new() };
    draw.ground();
    draw.axes();
    for card in &cards {
        if let Some(opportunity) = opportunities.get(card.index) {
            draw.card(opportunity, card);
        }
    }
    for pile in &piles {
        draw.count(pile);
    }
    scene.fragments = draw.out.into();
    Board { scene, plot, cards, piles }
}

/// From the board to the sheet's edges, in points.
const SHEET_MARGIN: f32 = 32.0;
/// The height of the title above the board, in points.
const TITLE_HEIGHT: f32 = 72.0;

/// The board as a picture that stands alone: with air around it, and above it the project and what the board is.
pub fn board_sheet(board: &Scene, (project, theme): (&str, &Theme), shaper: &mut Shaper) -> Scene {
    let Size { width, height } = board.size;
    let size = Size { width: width + 2.0 * SHEET_MARGIN, height: height + TITLE_HEIGHT + 2.0 * SHEET_MARGIN };
    let style = |weight, size: f32| TextStyle { weight, size, line_height: (size * 1.25).round() };
    let mut pen = Pen::body();
    let (title, _) = shaper.shape_clipped(project, style(Weight::Bold, 28.0), width, 1);
    let (name, _) = shaper.shape_clipped(&board.title, style(Weight::Regular, 16.0), width, 1);
    pen.text(point(SHEET_MARGIN, SHEET_MARGIN), title, theme.ink);
    pen.text(point(SHEET_MARGIN, SHEET_MARGIN + 38.0), name, theme.mute);
    let by = point(SHEET_MARGIN, SHEET_MARGIN + TITLE_HEIGHT);
    let below = board.fragments.iter().map(|fragment| Arc::new(fragment.moved(by)));
    let mut sheet = Scene::sheet(size, board.background, pen.finish().into_iter().chain(below).collect());
    sheet.title = format!("{project} · {}", board.title);
    sheet.language = board.language;
    sheet
}
