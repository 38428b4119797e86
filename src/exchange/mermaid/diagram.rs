//! What a Mermaid journey says, before it becomes a document.

/// A journey as Mermaid understands it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MermaidJourney {
    /// Its title.
    pub title: String,
    /// Its title for people who cannot see the picture.
    pub acc_title: String,
    /// Its description for people who cannot see the picture.
    pub acc_descr: String,
    /// The sections in their order; sections of one name stay separate.
    pub sections: Vec<Section>,
    /// The tasks in their order.
    pub tasks: Vec<Task>,
}

/// A section: a named part of the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The line it stands on, from 1.
    pub line: u32,
    /// Its name.
    pub name: String,
}

/// A task: something the customer does.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The line it stands on, from 1.
    pub line: u32,
    /// The index of its section; `None` before the first one.
    pub section: Option<usize>,
    /// Its name.
    pub name: String,
    /// Its score as written, meant to be 1–5 but possibly anything, infinite too; `None` where no number is written.
    pub score: Option<f64>,
    /// Who does it, as written: names may be empty or repeated.
    pub people: Vec<String>,
}
