//! Other formats ↔ document, each with a report of what was lost or repaired.

pub mod decode;
pub mod grid;
pub mod lines;
pub mod mermaid;
