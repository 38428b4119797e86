//! Where the program takes its memory from.

use std::ffi::c_int;

use libmimalloc_sys::mi_option_set_default;
use mimalloc::MiMalloc;

/// An edit of a large map makes and drops tens of thousands of small things: with this allocator it takes a quarter less.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The place of `purge_delay` among the options of version 2 (`mi_option_e` in its `mimalloc.h`).
const PURGE_DELAY: c_int = 15;
/// Not purged at all.
const NEVER: i8 = -1;

/// Keeps what is freed for the next edit. Given back to the system after 10 ms, as is usual, it comes back page by page,
/// and an edit of a large map takes a third longer. Whoever sets `MIMALLOC_PURGE_DELAY` is obeyed.
///
/// To be called first of all, while there is one thread.
#[expect(unsafe_code, reason = "there is no safe call for an option of the allocator")]
pub(crate) fn keep_what_is_freed() {
    // SAFETY: the call writes one number of a table that is there from the beginning; no other thread reads it yet.
    unsafe { mi_option_set_default(PURGE_DELAY, NEVER.into()) }
}
