//! A transition: a directed way from one touchpoint to another.

use super::ids::{TouchpointId, TransitionId};
use super::list::items;

/// A way from one touchpoint to another; ways may branch, merge and loop.
#[derive(Debug, Clone, PartialEq)]
pub struct Transition {
    /// Its id.
    pub id: TransitionId,
    /// Where it leaves.
    pub from: TouchpointId,
    /// Where it leads.
    pub to: TouchpointId,
    /// Share of the customers at `from` who take it, 0–1.
    pub share: Option<f64>,
    /// Why customers take it.
    pub reason: String,
    /// The median time it takes, in minutes.
    pub minutes: Option<f64>,
    /// Whether the customer need not repeat themselves after a change of channel.
    pub context_carries: Option<bool>,
}

impl Transition {
    /// A transition of which only its ends are known.
    pub fn new(id: TransitionId, from: TouchpointId, to: TouchpointId) -> Self {
        Self { id, from, to, share: None, reason: String::new(), minutes: None, context_carries: None }
    }
}

items! {
    Transition: TransitionId;
}
