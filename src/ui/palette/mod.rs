//! The palette: every command by its name, in both languages, from one field.

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct PaletteView {}
