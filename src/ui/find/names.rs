//! What things are called in lists of what was found, and under which heading they stand.

use crate::analysis::search::{Entry, Field, Notes, Place};
use crate::i18n::stage_name;
use crate::model::{Document, JourneyId, Subject};
use crate::ui::context::ViewCtx;
use crate::ui::toolbar::tab_title;
use crate::ui::workshop::Tool;

/// A heading of a list of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// A journey, by its title.
    Journey(JourneyId),
    /// Things of a kind, by their message.
    Kind(&'static str),
}

impl Heading {
    /// The heading under which a text stands.
    pub fn of(entry: &Entry) -> Self {
        if entry.field == Field::Comment {
            return Self::Kind("find-group-comments");
        }
        match &entry.place {
            Place::Workshop(_) => Self::Kind("find-group-workshop"),
            Place::Thing(subject) => match subject {
                Subject::Journey(journey)
                | Subject::Stage(journey, _)
                | Subject::Step(journey, _)
                | Subject::Lane(journey, _)
                | Subject::Touchpoint(journey, _)
                | Subject::Transition(journey, _) => Self::Journey(journey.clone()),
                Subject::Barrier(_) => Self::Kind("find-group-barriers"),
                Subject::Opportunity(_) => Self::Kind("find-group-opportunities"),
                Subject::Strength(_) => Self::Kind("find-group-strengths"),
                Subject::Metric(_) => Self::Kind("find-group-metrics"),
                Subject::Persona(_) => Self::Kind("find-group-personas"),
                Subject::Evidence(_) => Self::Kind("find-group-sources"),
                Subject::Stop(_) => Self::Kind("find-group-show"),
                Subject::Project | Subject::Channel(_) | Subject::Department(_) | Subject::Participant(_) => {
                    Self::Kind("find-group-project")
                }
            },
        }
    }

    /// Its words.
    pub fn words(&self, ctx: &ViewCtx<'_>) -> String {
        match self {
            Self::Journey(id) => {
                ctx.document.journeys.get(id).map_or_else(|| ctx.text("kind-journey"), |it| tab_title(ctx, it))
            }
            Self::Kind(key) => ctx.text(key),
        }
    }
}

/// What the place of a text is called.
pub fn place_name(ctx: &ViewCtx<'_>, place: &Place) -> String {
    match place {
        Place::Thing(subject) => thing_name(ctx, subject),
        Place::Workshop(notes) => ctx.text(notes_tool(*notes).map_or("find-group-workshop", Tool::name_key)),
    }
}

/// The tool of the workshop in which notes stand.
pub fn notes_tool(notes: Notes) -> Option<Tool> {
    match notes {
        Notes::Agenda => Some(Tool::Agenda),
        Notes::Parking => Some(Tool::Parking),
        Notes::Decisions => Some(Tool::Decisions),
        Notes::Glossary => Some(Tool::Glossary),
        Notes::Votes => Some(Tool::Voting),
        Notes::Free => None,
    }
}

/// What a thing is called; what has no name yet is called so.
pub fn thing_name(ctx: &ViewCtx<'_>, subject: &Subject) -> String {
    let name = own_name(ctx, ctx.document, subject);
    if !name.trim().is_empty() {
        return name;
    }
    ctx.text(match subject {
        Subject::Project => "kind-project",
        Subject::Journey(_) => "untitled-journey",
        Subject::Persona(_) => "untitled-persona",
        Subject::Barrier(_) | Subject::Opportunity(_) | Subject::Strength(_) => "map-untitled-note",
        Subject::Metric(_) => "kind-metric",
        Subject::Evidence(_) => "kind-evidence",
        Subject::Stop(_) => "find-stop",
        _ => "untitled-touchpoint",
    })
}

fn own_name(ctx: &ViewCtx<'_>, document: &Document, subject: &Subject) -> String {
    let title = |id| document.touchpoint(id).map(|(_, it)| it.title.clone()).unwrap_or_default();
    let name = match subject {
        Subject::Project => Some(document.info.title.clone()),
        Subject::Channel(id) => document.channels.get(id).map(|it| it.name.clone()),
        Subject::Department(id) => document.departments.get(id).map(|it| it.name.clone()),
        Subject::Participant(id) => document.participants.get(id).map(|it| it.name.clone()),
        Subject::Persona(id) => document.personas.get(id).map(|it| it.name.clone()),
        Subject::Journey(id) => document.journeys.get(id).map(|it| it.info.title.clone()),
        Subject::Stage(id, stage) => document.journeys.get(id).map(|it| stage_name(it, *stage, ctx.texts)),
        Subject::Step(journey, id) => {
            document.journeys.get(journey).and_then(|it| it.steps.get(id)).map(|it| it.title.clone())
        }
        Subject::Lane(journey, id) => {
            document.journeys.get(journey).and_then(|it| it.custom_lanes.get(id)).map(|it| it.title.clone())
        }
        Subject::Touchpoint(_, id) => Some(title(id)),
        Subject::Transition(journey, id) => {
            let transition = document.journeys.get(journey).and_then(|it| it.transitions.get(id));
            transition.map(|it| format!("{} → {}", title(&it.from), title(&it.to)))
        }
        Subject::Barrier(id) => document.barriers.get(id).map(|it| it.statement.clone()),
        Subject::Strength(id) => document.strengths.get(id).map(|it| it.statement.clone()),
        Subject::Opportunity(id) => document.opportunities.get(id).map(|it| it.statement.clone()),
        Subject::Evidence(id) => document.evidence.get(id).map(|it| it.title.clone()),
        Subject::Metric(id) => document.metrics.get(id).map(|it| it.title.clone()),
        Subject::Stop(_) => None,
    };
    name.unwrap_or_default()
}
