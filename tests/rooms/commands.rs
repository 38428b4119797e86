//! Anything that can be done to an editor: commands of every kind, sensible or not, verbs, gestures, undo and redo.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use tropa::analysis::arrangement;
use tropa::edit::verbs::{self, ColumnPlace, Direction, DuplicateAs, Place, Towards};
use tropa::edit::{Command, Edit, EditLabel, Editor, ItemValue, MergeKey};
use tropa::model::limits::{MAX_PICTURE_BYTES, MAX_TEXT_BYTES};
use tropa::model::*;

use crate::arbitrary;

/// One thing that is done.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    /// Puts of some of what another document holds, in one edit.
    Puts(Box<Document>, Vec<Index>),
    /// What is said of the other document's project, audit and workshop.
    Set(Box<Document>),
    Remove(Vec<Subject>),
    RemoveComment(CommentId),
    /// A put that cannot be saved, or not as it is.
    Odd(Odd, Index),
    Verb(Verb, [Index; 4]),
    Rename(Subject, String),
    BeginGesture,
    CommitGesture,
    CancelGesture,
    BreakMerge,
    MarkSaved,
    Undo,
    Redo,
}

/// Puts that break the caps or the normal form.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Odd {
    EndlessNumber,
    LongText,
    LargePicture,
    DoubledFeelings,
    ManyAuthors,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Verb {
    AddAfter,
    AddAlternative,
    AddAt,
    AddOn,
    Move,
    Nudge,
    MoveToStage,
    Connect,
    Emotion,
    Barrier,
    Persona,
    Journey,
    Duplicate,
    AddStep,
    MoveStep,
    MoveLane,
    Reorder,
    Arrange,
    ArrangePart,
    AlignColumns,
    OwnColumns,
    Swimlanes,
    MoveToChannel,
}

const VERBS: [Verb; 23] = [
    Verb::AddAfter,
    Verb::AddAlternative,
    Verb::AddAt,
    Verb::AddOn,
    Verb::Move,
    Verb::Nudge,
    Verb::MoveToStage,
    Verb::Connect,
    Verb::Emotion,
    Verb::Barrier,
    Verb::Persona,
    Verb::Journey,
    Verb::Duplicate,
    Verb::AddStep,
    Verb::MoveStep,
    Verb::MoveLane,
    Verb::Reorder,
    Verb::Arrange,
    Verb::ArrangePart,
    Verb::AlignColumns,
    Verb::OwnColumns,
    Verb::Swimlanes,
    Verb::MoveToChannel,
];

/// Anything to be done.
pub(crate) fn op() -> impl Strategy<Value = Op> {
    let odd = prop::sample::select(vec![
        Odd::EndlessNumber,
        Odd::LongText,
        Odd::LargePicture,
        Odd::DoubledFeelings,
        Odd::ManyAuthors,
    ]);
    let comment = (0..6_u8).prop_map(|number| CommentId::parse(&format!("n-{number}")).expect("an id"));
    let document = || arbitrary::document().prop_map(Box::new);
    prop_oneof![
        3 => (document(), prop::collection::vec(any::<Index>(), 1..6)).prop_map(|(from, which)| Op::Puts(from, which)),
        1 => document().prop_map(Op::Set),
        4 => prop::collection::vec(arbitrary::subject(), 1..4).prop_map(Op::Remove),
        1 => comment.prop_map(Op::RemoveComment),
        1 => (odd, any::<Index>()).prop_map(|(odd, which)| Op::Odd(odd, which)),
        10 => (prop::sample::select(VERBS.to_vec()), any::<[Index; 4]>()).prop_map(|(verb, which)| Op::Verb(verb, which)),
        2 => (arbitrary::subject(), arbitrary::text()).prop_map(|(subject, text)| Op::Rename(subject, text)),
        1 => Just(Op::BeginGesture),
        1 => Just(Op::CommitGesture),
        1 => Just(Op::CancelGesture),
        1 => Just(Op::BreakMerge),
        1 => Just(Op::MarkSaved),
        2 => Just(Op::Undo),
        1 => Just(Op::Redo),
    ]
}

/// Does it; says whether an edit was refused.
pub(crate) fn perform(op: &Op, editor: &mut Editor, source: &mut dyn IdSource) -> bool {
    let edit = match op {
        Op::Puts(from, which) => Ok(puts(from, which)),
        Op::Set(from) => Ok(edit(vec![
            Command::SetProject(Arc::clone(&from.info)),
            Command::SetAudit(Arc::clone(&from.audit)),
            Command::SetWorkshop(Arc::clone(&from.workshop)),
        ])),
        Op::Remove(subjects) => Ok(verbs::remove(subjects)),
        Op::RemoveComment(comment_id) => Ok(verbs::remove_comment(comment_id)),
        Op::Odd(odd, which) => Ok(odd_edit(editor.document(), *odd, *which)),
        Op::Verb(verb, which) => verb_edit(editor.document(), *verb, which, source),
        Op::Rename(subject, text) => verbs::rename(editor.document(), subject, text),
        other => return perform_without_edit(other, editor),
    };
    edit.and_then(|edit| editor.apply(edit)).is_err()
}

fn perform_without_edit(op: &Op, editor: &mut Editor) -> bool {
    match op {
        Op::BeginGesture => editor.begin_gesture(EditLabel::MoveTouchpoints),
        Op::CommitGesture => editor.commit_gesture(),
        Op::CancelGesture => editor.cancel_gesture(),
        Op::BreakMerge => editor.break_merge(),
        Op::MarkSaved => editor.mark_saved(),
        Op::Undo => return editor.undo().is_none(),
        _ => return editor.redo().is_none(),
    }
    false
}

fn edit(commands: Vec<Command>) -> Edit {
    // All of these merge with each other, as typing does.
    let merge = Some(MergeKey { subject: Subject::Project, field: "title" });
    Edit { label: EditLabel::ChangeText, merge, commands }
}

/// Everything a document holds, as puts.
fn items(document: &Document) -> Vec<ItemValue> {
    let mut items: Vec<ItemValue> = Vec::new();
    items.extend(document.channels.iter().cloned().map(ItemValue::Channel));
    items.extend(document.departments.iter().cloned().map(ItemValue::Department));
    items.extend(document.participants.iter().cloned().map(ItemValue::Participant));
    items.extend(document.personas.iter().cloned().map(ItemValue::Persona));
    items.extend(document.barriers.iter().cloned().map(ItemValue::Barrier));
    items.extend(document.strengths.iter().cloned().map(ItemValue::Strength));
    items.extend(document.opportunities.iter().cloned().map(ItemValue::Opportunity));
    items.extend(document.evidence.iter().cloned().map(ItemValue::Evidence));
    items.extend(document.metrics.iter().cloned().map(ItemValue::Metric));
    items.extend(document.stops.iter().cloned().map(ItemValue::Stop));
    items.extend(document.comments.iter().cloned().map(ItemValue::Comment));
    for journey in &document.journeys {
        items.push(ItemValue::Journey(Arc::clone(journey)));
        let id = || journey.id.clone();
        items.extend(journey.steps.iter().map(|it| ItemValue::Step(id(), Arc::clone(it))));
        items.extend(journey.custom_lanes.iter().map(|it| ItemValue::Lane(id(), Arc::clone(it))));
        items.extend(journey.touchpoints.iter().map(|it| ItemValue::Touchpoint(id(), Arc::clone(it))));
        items.extend(journey.transitions.iter().map(|it| ItemValue::Transition(id(), Arc::clone(it))));
    }
    items
}

fn puts(from: &Document, which: &[Index]) -> Edit {
    let items = items(from);
    let chosen = which.iter().filter(|_| !items.is_empty()).map(|index| index.get(&items).clone());
    edit(chosen.map(Command::Put).collect())
}

fn odd_edit(document: &Document, odd: Odd, which: Index) -> Edit {
    let put = match odd {
        Odd::LongText => {
            let title = "x".repeat(MAX_TEXT_BYTES + which.index(2));
            Command::SetProject(ProjectInfo { title, ..ProjectInfo::default() }.into())
        }
        Odd::ManyAuthors => {
            let authors = vec![String::new(); 100];
            Command::SetProject(ProjectInfo { authors, ..ProjectInfo::default() }.into())
        }
        Odd::EndlessNumber | Odd::LargePicture | Odd::DoubledFeelings => {
            let Some((journey_id, mut touchpoint)) = any_touchpoint(document, which) else { return edit(Vec::new()) };
            match odd {
                Odd::EndlessNumber => touchpoint.start = Some(f64::NAN),
                Odd::LargePicture => touchpoint
                    .pictures
                    .push(Picture { format: PictureFormat::Png, bytes: vec![0; MAX_PICTURE_BYTES + 1].into() }),
                _ => {
                    let feeling = |name: &str| Feeling {
                        word: name.to_owned(),
                        ..Feeling::new(PersonaId::parse(&format!("p-{name}")).expect("an id"))
                    };
                    touchpoint.feelings = ["2", "1", "2"].map(feeling).to_vec();
                }
            }
            Command::Put(ItemValue::Touchpoint(journey_id, touchpoint.into()))
        }
    };
    edit(vec![put])
}

fn any_touchpoint(document: &Document, which: Index) -> Option<(JourneyId, Touchpoint)> {
    let all: Vec<(&JourneyId, &Arc<Touchpoint>)> =
        document.journeys.iter().flat_map(|it| it.touchpoints.iter().map(|touchpoint| (&it.id, touchpoint))).collect();
    let (journey_id, touchpoint) = all.get(which.index(all.len().max(1)))?;
    Some(((*journey_id).clone(), touchpoint.as_ref().clone()))
}

type Planned = Result<Edit, tropa::edit::ApplyError>;

fn verb_edit(document: &Document, verb: Verb, which: &[Index; 4], source: &mut dyn IdSource) -> Planned {
    let [first, second, third, fourth] = which;
    let nothing = || Ok(edit(Vec::new()));
    let Some((journey_id, touchpoint)) = any_touchpoint(document, *first) else { return nothing() };
    let Some(journey) = document.journeys.get(&journey_id) else { return nothing() };
    let cards: Vec<TouchpointId> = journey.touchpoints.iter().map(|it| it.id.clone()).collect();
    let other = second.get(&cards).clone();
    let both = [touchpoint.id.clone(), other.clone()];
    let steps: Vec<StepId> = journey.steps.iter().map(|it| it.id.clone()).collect();
    let step = steps.get(third.index(steps.len().max(1))).cloned().unwrap_or(touchpoint.step.clone());
    let number = fourth.index(4);
    let column = if number % 2 == 0 { ColumnPlace::In(number / 2) } else { ColumnPlace::Before(number) };
    let place = Place { step: step.clone(), column, row: number };
    let stage = *third.get(&Stage::ALL);
    match verb {
        Verb::AddAfter => first_of(verbs::add_touchpoint_after(document, &journey_id, &other, source)),
        Verb::AddAlternative => first_of(verbs::add_alternative(document, &journey_id, &other, source)),
        Verb::AddAt => first_of(verbs::add_touchpoint_at(document, &journey_id, &place, source)),
        Verb::AddOn => {
            let Some(way) = journey.transitions.iter().next() else { return nothing() };
            first_of(verbs::add_touchpoint_on(document, &journey_id, &way.id, source))
        }
        Verb::Move => verbs::move_touchpoints(document, &journey_id, &both, &place, source),
        Verb::Nudge => {
            let directions = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
            verbs::nudge(document, &journey_id, &both, *fourth.get(&directions), source)
        }
        Verb::MoveToStage => {
            let towards = *fourth.get(&[Towards::NextStage, Towards::PreviousStage]);
            verbs::move_touchpoints_to_stage(document, &journey_id, &both, towards, source)
        }
        Verb::Connect => first_of(verbs::connect(document, &journey_id, &touchpoint.id, &other, source)),
        Verb::Emotion => {
            let personas: Vec<PersonaId> = document.personas.iter().map(|it| it.id.clone()).collect();
            let Some(persona) = personas.get(third.index(personas.len().max(1))) else { return nothing() };
            let emotion = Some(Emotion::from_halves(fourth.index(21) as i32 - 10));
            verbs::set_emotion(document, &journey_id, &touchpoint.id, persona, emotion)
        }
        Verb::Barrier => first_of(verbs::add_barrier_at(document, &touchpoint.id, "Barrier", source)),
        Verb::Persona => first_of(verbs::add_persona(document, "Persona", Some(&journey_id), source)),
        Verb::Journey => Ok(verbs::add_journey(document, "Journey", source).0),
        Verb::Duplicate => {
            let duplicate_as = *fourth.get(&[DuplicateAs::Variant, DuplicateAs::ToBe]);
            first_of(verbs::duplicate_journey(document, &journey_id, "Copy", duplicate_as, source))
        }
        Verb::AddStep => first_of(verbs::add_step(document, &journey_id, (stage, number), "Step", source)),
        Verb::MoveStep => verbs::move_step(document, &journey_id, &step, (stage, number), source),
        Verb::MoveLane => verbs::move_lane(document, &journey_id, second.get(&Lane::BUILT_IN), number),
        Verb::Reorder => verbs::reorder(document, &Subject::Journey(journey_id), number, source),
        Verb::Arrange => {
            let wanted = arrangement(journey, None);
            verbs::arrange(document, &journey_id, &wanted.steps, source)
        }
        Verb::ArrangePart => {
            let wanted = arrangement(journey, Some(&both.into_iter().collect()));
            verbs::arrange(document, &journey_id, &wanted.steps, source)
        }
        Verb::AlignColumns => verbs::align_columns(document, &journey_id, &both, source),
        Verb::OwnColumns => verbs::own_columns(document, &journey_id, &both, source),
        Verb::Swimlanes => {
            let visibility = if number % 2 == 0 { verbs::Visibility::Shown } else { verbs::Visibility::Hidden };
            verbs::set_swimlanes(document, &journey_id, visibility)
        }
        Verb::MoveToChannel => {
            let channels: Vec<ChannelId> = document.channels.iter().map(|it| it.id.clone()).collect();
            let channel = channels.get(fourth.index(channels.len() + 1));
            verbs::move_touchpoints_to_channel(document, &journey_id, &both, (&place, channel), source)
        }
    }
}

fn first_of<T>(planned: Result<(Edit, T), tropa::edit::ApplyError>) -> Planned {
    planned.map(|(edit, _)| edit)
}
