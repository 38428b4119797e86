//! The things of a document as rows: touchpoints, barriers, strengths, opportunities, decisions.

use super::desk::Desk;
use super::feel::value_words;
use super::units::{Mark, Row, Tone};
use crate::i18n::day::date_words;
use crate::i18n::number::percent;
use crate::model::{Barrier, Decision, Opportunity, OpportunityStatus, Strength, Subject, Touchpoint, TouchpointId};
use crate::present::findings::{self, Loss, Low};
use crate::scene::HitTarget;
use crate::scene::icon::Icon;

/// A text, or what stands for one that is missing.
fn statement(desk: &Desk<'_>, words: &str) -> String {
    if words.trim().is_empty() { desk.texts.get("map-untitled-note") } else { words.trim().to_owned() }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The titles of touchpoints of this journey, the first few.
fn places(desk: &Desk<'_>, touchpoints: &[TouchpointId]) -> String {
    let here = touchpoints.iter().filter_map(|id| desk.journey.touchpoints.get(id));
    let titles: Vec<String> = here.map(|touchpoint| desk.touchpoint_title(touchpoint)).collect();
    let shown: Vec<String> = titles.iter().take(2).cloned().collect();
    let more = titles.len().saturating_sub(2);
    let more = if more > 0 { desk.texts.with("stop-and-more", &[("count", more.into())]) } else { String::new() };
    joined([shown.join(", "), more])
}

/// A touchpoint with its channel and how it feels.
pub(super) fn touchpoint(desk: &Desk<'_>, touchpoint: &Touchpoint) -> Row {
    let emotion = desk.personas.first().and_then(|persona| touchpoint.feeling(&persona.id)?.emotion);
    Row {
        mark: emotion.map_or(Mark::Icon(Icon::Pin), Mark::Face),
        note: joined([desk.channel_name(touchpoint), desk.known(&touchpoint.evidence)]),
        figure: emotion.map_or(String::new(), |emotion| value_words(desk, emotion.points())),
        target: Some(desk.touchpoint_target(touchpoint)),
        ..Row::new(desk.touchpoint_title(touchpoint), Tone::Plain)
    }
}

/// What a barrier's figures say.
fn barrier_figure(desk: &Desk<'_>, barrier: &Barrier) -> String {
    let share = |share: Option<f64>| share.filter(|share| (0.0..=1.0).contains(share));
    let hit = share(barrier.frequency)
        .map(|share| desk.texts.with("stop-barrier-hit", &[("share", percent(share, desk.language).into())]));
    hit.unwrap_or_default()
}

/// A barrier with its severity and figures, and where it is met.
pub(super) fn barrier(desk: &Desk<'_>, barrier: &Barrier, with_places: WithPlaces) -> Row {
    let leave = barrier.leave.filter(|share| *share > 0.0 && *share <= 1.0);
    let leave = leave.map_or(String::new(), |share| {
        desk.texts.with("stop-barrier-leave", &[("share", percent(share, desk.language).into())])
    });
    let places = if with_places == WithPlaces::Yes { places(desk, &barrier.touchpoints) } else { String::new() };
    Row {
        note: joined([places, leave, desk.known(&barrier.evidence)]),
        figure: barrier_figure(desk, barrier),
        severity: barrier.severity,
        target: Some(HitTarget::Subject(Subject::Barrier(barrier.id.clone()))),
        ..Row::new(statement(desk, &barrier.statement), Tone::Barrier)
    }
}

/// Whether a row says where its thing is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WithPlaces {
    Yes,
    No,
}

/// The worst of the barriers at these touchpoints.
pub(super) fn worst_barrier<T: AsRef<Touchpoint>>(desk: &Desk<'_>, touchpoints: &[T]) -> Option<Row> {
    let here = |barrier: &Barrier| touchpoints.iter().any(|at| barrier.touchpoints.contains(&at.as_ref().id));
    let all = findings::open_barriers(desk.document, desk.journey);
    let worst = all.into_iter().find(|barrier| here(barrier))?;
    let mut row = barrier(desk, worst, WithPlaces::No);
    let severity = worst
        .severity
        .map_or(String::new(), |severity| desk.texts.with("map-severity", &[("severity", severity.into())]));
    row.figure = joined([row.figure, severity]);
    row.note = String::new();
    Some(row)
}

/// What customers like, and where.
pub(super) fn strength(desk: &Desk<'_>, strength: &Strength) -> Row {
    Row {
        mark: Mark::Icon(Icon::ThumbUp),
        note: joined([places(desk, &strength.touchpoints), desk.known(&strength.evidence)]),
        target: Some(HitTarget::Subject(Subject::Strength(strength.id.clone()))),
        ..Row::new(statement(desk, &strength.statement), Tone::Strength)
    }
}

/// A touchpoint where it is good or bad, with what was expected.
pub(super) fn felt(desk: &Desk<'_>, low: &Low, tone: Tone) -> Row {
    let gap = low
        .gap
        .filter(|gap| gap.abs() >= 0.5)
        .map_or(String::new(), |gap| desk.texts.with("stop-gap", &[("gap", value_words(desk, gap).into())]));
    let word = desk.personas.first().and_then(|persona| low.touchpoint.feeling(&persona.id));
    let word = word.map_or(String::new(), |feeling| feeling.word.trim().to_owned());
    Row {
        mark: Mark::Face(low.emotion),
        note: joined([word, gap, desk.known(&low.touchpoint.evidence)]),
        figure: value_words(desk, low.emotion.points()),
        target: Some(desk.touchpoint_target(&low.touchpoint)),
        ..Row::new(desk.touchpoint_title(&low.touchpoint), tone)
    }
}

/// Where customers are lost, and because of what.
pub(super) fn loss(desk: &Desk<'_>, loss: &Loss) -> Row {
    let barriers = findings::barriers_at(desk.document, &loss.touchpoint.id);
    let leaving = barriers.iter().find(|barrier| barrier.leave.is_some_and(|leave| leave > 0.0));
    let why = leaving.or(barriers.first()).map_or(String::new(), |barrier| barrier.statement.trim().to_owned());
    Row {
        note: joined([why, desk.known(&loss.touchpoint.evidence)]),
        figure: format!("−{}", percent(loss.share, desk.language)),
        target: Some(desk.touchpoint_target(&loss.touchpoint)),
        ..Row::new(desk.touchpoint_title(&loss.touchpoint), Tone::Barrier)
    }
}

/// What could be done, with its value and effort.
pub(super) fn opportunity(desk: &Desk<'_>, opportunity: &Opportunity) -> Row {
    let figures = match (findings::value(opportunity), opportunity.effort) {
        (Some(value), Some(effort)) => {
            desk.texts.with("map-value-effort", &[("value", value.into()), ("effort", effort.into())])
        }
        _ => String::new(),
    };
    let status = match opportunity.status {
        OpportunityStatus::InWork => desk.texts.get("stop-in-work"),
        OpportunityStatus::Chosen => desk.texts.get("stop-chosen"),
        _ => String::new(),
    };
    let owner = opportunity.owner.as_ref().and_then(|id| desk.document.departments.get(id));
    let owner = owner.map_or(String::new(), |owner| owner.name.trim().to_owned());
    Row {
        note: joined([status, owner, figures, desk.known(&opportunity.evidence)]),
        target: Some(HitTarget::Subject(Subject::Opportunity(opportunity.id.clone()))),
        ..Row::new(statement(desk, &opportunity.statement), Tone::Opportunity)
    }
}

/// What was decided: what, who, by when.
pub(super) fn decision(desk: &Desk<'_>, decision: &Decision) -> Row {
    let by_day = |due| desk.texts.with("stop-by-day", &[("date", date_words(due, desk.language).into())]);
    let due = decision.due.map_or(String::new(), by_day);
    Row {
        mark: Mark::Icon(Icon::Flag),
        note: joined([decision.who.trim().to_owned(), due]),
        ..Row::new(statement(desk, &decision.what), Tone::Plain)
    }
}

/// What is said, in the language's quotes, whichever it had.
pub(super) fn quoted(desk: &Desk<'_>, words: &str) -> String {
    crate::i18n::quotes::quoted(words, desk.texts.language())
}
