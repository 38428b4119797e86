//! The clipboard's views: what a pasted table will make, before it is made.

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum ClipAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct ClipView {}
