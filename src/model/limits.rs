//! How much a file may hold: the same caps bind reading, editing and saving, so nothing can be saved that cannot be opened.

/// The largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// The most touchpoints in one project.
pub const MAX_TOUCHPOINTS: usize = 100_000;
/// The most items in any other list of the project or of a journey.
pub const MAX_ITEMS: usize = 200_000;
/// The longest text of one field, in bytes.
pub const MAX_TEXT_BYTES: usize = 64 << 10;
/// The largest embedded picture, in encoded bytes.
pub const MAX_PICTURE_BYTES: usize = 4 << 20;
/// The widest and tallest picture that is read in, in pixels.
pub const MAX_PICTURE_SIDE: u32 = 8192;
/// The most memory that decoding one picture may take, in bytes.
pub const MAX_PICTURE_DECODE_BYTES: u64 = 64 << 20;
/// The widest and tallest embedded picture after downscaling, in pixels.
pub const EMBEDDED_PICTURE_SIDE: u32 = 512;
/// The most pen strokes that are kept on one stop; the latest ones stay.
pub const MAX_INK_STROKES: usize = 200;
/// The most points that are kept of one pen stroke; longer ones are thinned.
pub const MAX_INK_POINTS: usize = 400;
