//! The history: labelled snapshots that share what did not change.
