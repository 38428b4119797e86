//! Which figure a command sets.

use super::CommandId;
use crate::model::Emotion;

impl CommandId {
    /// The emotion that it sets.
    pub fn emotion(self) -> Option<Emotion> {
        let points = match self {
            Self::Emotion0 => 0,
            Self::Emotion1 => 1,
            Self::Emotion2 => 2,
            Self::Emotion3 => 3,
            Self::Emotion4 => 4,
            Self::Emotion5 => 5,
            Self::EmotionMinus1 => -1,
            Self::EmotionMinus2 => -2,
            Self::EmotionMinus3 => -3,
            Self::EmotionMinus4 => -4,
            Self::EmotionMinus5 => -5,
            _ => return None,
        };
        Some(Emotion::from_halves(points * 2))
    }

    /// The severity that it sets.
    pub fn severity(self) -> Option<u8> {
        match self {
            Self::Severity1 => Some(1),
            Self::Severity2 => Some(2),
            Self::Severity3 => Some(3),
            Self::Severity4 => Some(4),
            Self::Severity5 => Some(5),
            _ => None,
        }
    }
}
