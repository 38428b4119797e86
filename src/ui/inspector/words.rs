//! Words for values that several rooms show.

use crate::analysis::Level;
use crate::analysis::ledger::Status;
use crate::model::{Blocks, OpportunityStatus};
use crate::ui::context::ViewCtx;

/// What a barrier keeps the customer from.
pub(in crate::ui) fn blocks_word(ctx: &ViewCtx<'_>, blocks: Blocks) -> String {
    ctx.text(match blocks {
        Blocks::Choosing => "blocks-choosing",
        Blocks::Buying => "blocks-buying",
        Blocks::Using => "blocks-using",
        Blocks::Loving => "blocks-loving",
        Blocks::Recommending => "blocks-recommending",
    })
}

/// How well something is known, said where no column says what the word is about.
pub(in crate::ui) fn level_said(ctx: &ViewCtx<'_>, level: Level) -> String {
    ctx.texts.with("map-known", &[("level", ctx.text(level.key()).into())])
}

/// How far a barrier or an opportunity is.
pub(in crate::ui) fn status_word(ctx: &ViewCtx<'_>, status: Status) -> String {
    match status {
        Status::Barrier(status) => ctx.text(&format!("barrier-status-{}", status.key())),
        Status::Opportunity(status) => ctx.text(match status {
            OpportunityStatus::Idea => "opportunity-status-idea",
            OpportunityStatus::Chosen => "opportunity-status-chosen",
            OpportunityStatus::InWork => "opportunity-status-in-work",
            OpportunityStatus::Done => "opportunity-status-done",
            OpportunityStatus::Rejected => "opportunity-status-rejected",
        }),
    }
}

/// How well something is known.
pub(in crate::ui) fn level_word(ctx: &ViewCtx<'_>, level: Level) -> String {
    ctx.text(level.key())
}
