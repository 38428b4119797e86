//! Words for values that several rooms show.

use super::cards::blocks_key;
use super::opportunity;
use crate::analysis::ledger::Status;
use crate::model::Blocks;
use crate::ui::context::ViewCtx;

/// What a barrier keeps the customer from.
pub(in crate::ui) fn blocks_word(ctx: &ViewCtx<'_>, blocks: Blocks) -> String {
    ctx.text(&format!("blocks-{}", blocks_key(blocks)))
}

/// How far a barrier or an opportunity is.
pub(in crate::ui) fn status_word(ctx: &ViewCtx<'_>, status: Status) -> String {
    match status {
        Status::Barrier(status) => ctx.text(&format!("barrier-status-{}", status.key())),
        Status::Opportunity(status) => ctx.text(&format!("opportunity-status-{}", opportunity::status_key(status))),
    }
}
