//! Randomness for new ids, from the system.

use std::hash::{BuildHasher, RandomState};

use crate::model::IdSource;

/// Bits from the system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl IdSource for SystemIds {
    fn next_bits(&mut self) -> u64 {
        // The standard library's hash seeds are random as well, and differ from call to call.
        getrandom::u64().unwrap_or_else(|_| RandomState::new().hash_one(0))
    }
}
