//! How much a paste will make: counted in the very edit that would be done.

use std::collections::BTreeSet;

use super::Target;
use crate::edit::verbs::{self, Origin, Paste};
use crate::edit::{Command, ItemValue};
use crate::model::{Piece, SeededIds, Stage};
use crate::ui::context::ViewCtx;

/// The messages of what is made, each with how much of it.
pub(super) fn counted(ctx: &ViewCtx<'_>, piece: &Piece, into: Target) -> Vec<(&'static str, usize)> {
    let mut ids = SeededIds::new(0);
    let edit = match (into, ctx.journey_id()) {
        (Target::ThisJourney, Some(journey)) => {
            let how = Paste { piece, origin: Origin::Elsewhere, journey, after: &[] };
            verbs::paste(ctx.document, &how, &mut ids).map(|(edit, _)| edit)
        }
        _ => verbs::paste_as_journey(ctx.document, (piece, Origin::Elsewhere), "", &mut ids).map(|(edit, _)| edit),
    };
    let commands = edit.map(|edit| edit.commands).unwrap_or_default();
    let document = ctx.document;
    let stages: BTreeSet<Stage> = piece
        .journey()
        .map(|journey| journey.touchpoints.iter().filter_map(|it| journey.stage_of(it)).collect())
        .unwrap_or_default();
    let mut counts = [
        ("paste-made-touchpoints", piece.touchpoint_count()),
        ("paste-made-stages", stages.len()),
        ("paste-made-steps", 0),
        ("paste-made-transitions", 0),
        ("paste-made-barriers", 0),
        ("paste-made-strengths", 0),
        ("paste-made-opportunities", 0),
        ("paste-made-lanes", 0),
        ("paste-made-channels", 0),
        ("paste-made-departments", 0),
        ("paste-made-personas", 0),
    ];
    for command in &commands {
        let Command::Put(item) = command else { continue };
        let key = match item {
            ItemValue::Step(..) => "paste-made-steps",
            ItemValue::Transition(..) => "paste-made-transitions",
            ItemValue::Barrier(it) if !document.barriers.contains(&it.id) => "paste-made-barriers",
            ItemValue::Strength(it) if !document.strengths.contains(&it.id) => "paste-made-strengths",
            ItemValue::Opportunity(it) if !document.opportunities.contains(&it.id) => "paste-made-opportunities",
            ItemValue::Lane(..) => "paste-made-lanes",
            ItemValue::Channel(_) => "paste-made-channels",
            ItemValue::Department(_) => "paste-made-departments",
            ItemValue::Persona(_) => "paste-made-personas",
            _ => continue,
        };
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == key) {
            *count += 1;
        }
    }
    counts.to_vec()
}
