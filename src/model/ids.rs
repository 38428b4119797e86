//! Ids: a kind's prefix and at least 60 random bits, so that copies of one file never collide.
//!
//! An id is text (`t-4k7q9x2mz3ab`), unique in its document, and stays the same for the thing's whole life.
//! Hand-written ids (`t-queue`) are welcome: any lower-case letters, digits and dashes after the prefix.

use std::fmt;
use std::sync::Arc;

/// Digits of the random part, in ascending byte order: base 32 without `i`, `l`, `o` and `u`.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Random digits in a new id: 12 × 5 = 60 bits.
const RANDOM_DIGITS: usize = 12;
/// The longest id that is accepted, in bytes, prefix included.
pub const MAX_ID_BYTES: usize = 64;

/// Where new ids and rank tails come from: the system's randomness in the program, a seed in tests and conversions.
pub trait IdSource {
    /// The next 64 random bits.
    fn next_bits(&mut self) -> u64;
}

/// Bits from a seed (SplitMix64): the same seed gives the same ids, for conversions and tests.
#[derive(Debug, Clone)]
pub struct SeededIds(u64);

impl SeededIds {
    /// A source that starts from this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A source whose seed is drawn from bytes (FNV-1a), so that the same input gives the same ids.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let fold = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Self(bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold))
    }
}

impl IdSource for SeededIds {
    fn next_bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// Why a text is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text does not start with the kind's prefix and a dash.
    #[error("an id of this kind starts with \"{prefix}-\"")]
    Prefix {
        /// The prefix of the kind, without its dash.
        prefix: &'static str,
    },
    /// Something other than `a`–`z`, `0`–`9` and `-` follows the prefix, or nothing does.
    #[error("after the prefix an id holds lower-case Latin letters, digits and dashes")]
    Characters,
    /// Longer than [`MAX_ID_BYTES`].
    #[error("an id holds at most {MAX_ID_BYTES} characters")]
    TooLong,
}

fn check_id(text: &str, prefix: &'static str) -> Result<(), IdError> {
    let Some(rest) = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-')) else {
        return Err(IdError::Prefix { prefix });
    };
    if text.len() > MAX_ID_BYTES {
        return Err(IdError::TooLong);
    }
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if rest.is_empty() || !rest.bytes().all(allowed) {
        return Err(IdError::Characters);
    }
    Ok(())
}

fn random_id(prefix: &str, source: &mut dyn IdSource) -> Arc<str> {
    let mut bits = source.next_bits();
    let mut text = format!("{prefix}-");
    for _ in 0..RANDOM_DIGITS {
        text.push(char::from(DIGITS[(bits & 31) as usize]));
        bits >>= 5;
    }
    text.into()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// What ids of this kind start with, without the dash.
            pub const PREFIX: &'static str = $prefix;

            /// Reads an id.
            ///
            /// # Errors
            /// When the text is not an id of this kind.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check_id(text, Self::PREFIX)?;
                Ok(Self(text.into()))
            }

            /// A new id from 60 bits of the source.
            pub fn random(source: &mut dyn IdSource) -> Self {
                Self(random_id(Self::PREFIX, source))
            }

            /// The id's text, prefix included.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A channel.
    ChannelId = "c";
    /// A department.
    DepartmentId = "d";
    /// A workshop participant.
    ParticipantId = "u";
    /// A persona.
    PersonaId = "p";
    /// A journey.
    JourneyId = "j";
    /// A step of a stage.
    StepId = "s";
    /// A touchpoint.
    TouchpointId = "t";
    /// A transition.
    TransitionId = "r";
    /// A lane of the user's own.
    LaneId = "l";
    /// A barrier.
    BarrierId = "b";
    /// A strength.
    StrengthId = "g";
    /// An opportunity.
    OpportunityId = "o";
    /// A piece of evidence.
    EvidenceId = "e";
    /// A metric.
    MetricId = "m";
    /// A stop of the presentation.
    StopId = "v";
    /// A comment.
    CommentId = "n";
    /// An item of the workshop's agenda.
    AgendaItemId = "a";
    /// An item of the parking lot.
    ParkingId = "k";
    /// A decision.
    DecisionId = "q";
    /// An entry of the glossary.
    GlossaryId = "y";
    /// A round of dot voting.
    VoteId = "x";
    /// An emotion poll.
    PollId = "z";
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(u64);
    impl IdSource for Fixed {
        fn next_bits(&mut self) -> u64 {
            self.0
        }
    }

    #[test]
    fn ids_parse_only_their_own_kind() {
        assert_eq!(TouchpointId::parse("t-queue").unwrap().as_str(), "t-queue");
        assert_eq!(TouchpointId::parse("p-anna"), Err(IdError::Prefix { prefix: "t" }));
        assert_eq!(TouchpointId::parse("t-"), Err(IdError::Characters));
        assert_eq!(TouchpointId::parse("t-Очередь"), Err(IdError::Characters));
        assert_eq!(TouchpointId::parse(&format!("t-{}", "a".repeat(80))), Err(IdError::TooLong));
    }

    #[test]
    fn random_ids_use_sixty_bits() {
        let all = TouchpointId::random(&mut Fixed(u64::MAX));
        assert_eq!(all.as_str(), "t-zzzzzzzzzzzz");
        for bit in 0..60 {
            let one = TouchpointId::random(&mut Fixed(1 << bit));
            assert_ne!(one, TouchpointId::random(&mut Fixed(0)), "bit {bit}");
            assert_eq!(TouchpointId::parse(one.as_str()), Ok(one));
        }
    }
}
