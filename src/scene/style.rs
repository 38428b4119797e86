//! The map's type and measures: one place for every size, so that the picture stays one designer's hand.

use super::text::{TextStyle, Weight};

const fn style(weight: Weight, size: f32, line_height: f32) -> TextStyle {
    TextStyle { weight, size, line_height }
}

/// The map's title.
pub const TITLE: TextStyle = style(Weight::Bold, 28.0, 34.0);
/// The line below the title.
pub const SUBTITLE: TextStyle = style(Weight::Regular, 13.0, 18.0);
/// The as-is / to-be tag.
pub const TAG: TextStyle = style(Weight::SemiBold, 13.0, 16.0);
/// A persona's name on its chip.
pub const CHIP_NAME: TextStyle = style(Weight::SemiBold, 14.0, 18.0);
/// The line below it.
pub const CHIP_NOTE: TextStyle = style(Weight::Regular, 12.0, 16.0);
/// A stage's header.
pub const STAGE: TextStyle = style(Weight::Bold, 16.0, 20.0);
/// A stage's question.
pub const QUESTION: TextStyle = style(Weight::Medium, 12.0, 16.0);
/// A step's name.
pub const STEP: TextStyle = style(Weight::SemiBold, 11.0, 14.0);
/// A lane's name.
pub const LANE: TextStyle = style(Weight::SemiBold, 13.0, 17.0);
/// What a lane's name is explained by, and the legend.
pub const LANE_NOTE: TextStyle = style(Weight::Regular, 11.0, 15.0);
/// A swimlane's name.
pub const BAND: TextStyle = style(Weight::Medium, 12.0, 16.0);
/// A touchpoint's title.
pub const CARD: TextStyle = style(Weight::SemiBold, 13.0, 17.0);
/// A touchpoint's channel.
pub const CHANNEL: TextStyle = style(Weight::Regular, 11.0, 14.0);
/// The number on a badge.
pub const BADGE: TextStyle = style(Weight::Bold, 10.5, 14.0);
/// A share on a transition.
pub const SHARE: TextStyle = style(Weight::SemiBold, 10.5, 14.0);
/// The share of those who leave.
pub const LOSS: TextStyle = style(Weight::Bold, 11.0, 14.0);
/// Words of a text lane.
pub const WORDS: TextStyle = style(Weight::Regular, 12.0, 16.0);
/// A word at an emotion point.
pub const EMOTION_WORD: TextStyle = style(Weight::Medium, 11.0, 14.0);
/// A figure that stands for a whole path.
pub const LANE_FIGURE: TextStyle = style(Weight::Bold, 18.0, 22.0);
/// A gap's figure.
pub const GAP: TextStyle = style(Weight::Bold, 12.0, 16.0);
/// Text on the cards of barriers, strengths and opportunities.
pub const SMALL_CARD: TextStyle = style(Weight::Medium, 12.0, 15.0);
/// A figure on such a card.
pub const SMALL_CARD_FIGURE: TextStyle = style(Weight::SemiBold, 11.0, 14.0);
/// A metric's name.
pub const METRIC_NAME: TextStyle = style(Weight::Medium, 11.0, 14.0);
/// A metric's figure.
pub const METRIC: TextStyle = style(Weight::Bold, 20.0, 24.0);
/// A department's pill.
pub const PILL: TextStyle = style(Weight::Medium, 11.5, 14.0);

/// From the picture's edge to what it shows.
pub const MARGIN: f32 = 40.0;
/// The width of the lane column, from the picture's edge to the body.
pub const LANE_COLUMN: f32 = 184.0;
/// The width of text in the lane column.
pub const LANE_TEXT: f32 = LANE_COLUMN - MARGIN - 12.0;
/// From the edge of a stage to its first card.
pub const STAGE_PADDING: f32 = 16.0;
/// Between the spans of two stages.
pub const STAGE_GAP: f32 = 4.0;
/// A card's width.
pub const CARD_WIDTH: f32 = 146.0;
/// Between two columns: room for an arrow and its share.
pub const COLUMN_GAP: f32 = 40.0;
/// The least height of a card.
pub const CARD_HEIGHT: f32 = 96.0;
/// Between two rows of cards.
pub const ROW_GAP: f32 = 20.0;
/// From a lane's line to what it shows.
pub const LANE_PADDING: f32 = 14.0;
/// From a lane's line to where its name can be pointed at.
pub const LANE_NAME_TOP: f32 = 8.0;
/// Below the last lane.
pub const BELOW_LANES: f32 = MARGIN * 0.75;
