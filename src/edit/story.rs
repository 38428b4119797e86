//! What an entry of the history did, in words: which thing it was about, and how that changed.
//!
//! Told from the two versions of the document, so that it follows the interface's language at any time.

use super::changes::{Change, Changed, changes};
use super::command::EditLabel;
use super::editor::Entry;
use crate::i18n::Texts;
use crate::i18n::number::signed;
use crate::i18n::problems::{subject_name, subject_title};
use crate::model::{Document, Emotion, Subject, Touchpoint};

/// What an entry did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What it was about: "“Waits for the order” · Anna: emotion −2 → −3.5", "3 touchpoints".
    pub what: String,
    /// What was done to it: "Emotion set", "Channel".
    pub how: String,
    /// The things it was about, the first few of them.
    pub about: Vec<Subject>,
}

/// As many things of an entry are worth pointing at.
const MOST_SHOWN: usize = 200;

/// Tells what an entry did.
pub fn story(entry: &Entry<'_>, texts: &Texts) -> Story {
    let all = changes(entry.before, entry.after);
    let main = main_changes(entry, &all);
    let what = what(entry, (&all, &main), texts);
    let about = main.iter().take(MOST_SHOWN).map(|change| change.subject.clone()).collect();
    Story { what, how: how(entry, texts), about }
}

/// The field, where it was one, else the label.
fn how(entry: &Entry<'_>, texts: &Texts) -> String {
    let field = entry.merge.map(|merge| format!("field-{}", merge.field.replace('_', "-")));
    let words = match field.filter(|key| texts.has(key)) {
        // Units and hints follow a comma.
        Some(key) => texts.get(&key).split(',').next().unwrap_or_default().to_owned(),
        None => texts.get(entry.label.key()),
    };
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// What the entry is about: of the things that it says to have added, removed or changed, the largest kind.
fn main_changes<'a>(entry: &Entry<'_>, all: &'a [Change]) -> Vec<&'a Change> {
    let wanted = match entry.label {
        EditLabel::Remove | EditLabel::Cut => Some(Changed::Removed),
        EditLabel::Add
        | EditLabel::AddTouchpoint
        | EditLabel::AddBarrier
        | EditLabel::AddOpportunity
        | EditLabel::AddPersona
        | EditLabel::AddJourney
        | EditLabel::AddStep
        | EditLabel::Connect
        | EditLabel::DuplicateJourney
        | EditLabel::Paste
        | EditLabel::AddTranscript
        | EditLabel::Extract
        | EditLabel::Duplicate => Some(Changed::Added),
        _ => None,
    };
    let mut main: Vec<&Change> = all.iter().filter(|change| wanted.is_none_or(|it| it == change.changed)).collect();
    if main.is_empty() {
        main = all.iter().collect();
    }
    if let Some(merge) = entry.merge
        && main.iter().any(|change| change.subject == merge.subject)
    {
        main.retain(|change| change.subject == merge.subject);
    }
    let largest = main.iter().map(|change| size(&change.subject)).min();
    main.retain(|change| Some(size(&change.subject)) == largest);
    main
}

/// The place of a kind among kinds: what takes much along comes first.
fn size(subject: &Subject) -> usize {
    match subject {
        Subject::Journey(_) => 0,
        Subject::Step(..) => 1,
        Subject::Persona(_) => 2,
        Subject::Touchpoint(..) => 3,
        Subject::Barrier(_) => 4,
        Subject::Opportunity(_) => 5,
        Subject::Strength(_) => 6,
        Subject::Evidence(_) => 7,
        Subject::Metric(_) => 8,
        Subject::Channel(_) => 9,
        Subject::Department(_) => 10,
        Subject::Participant(_) => 11,
        Subject::Lane(..) => 12,
        Subject::Stop(_) => 13,
        Subject::Transition(..) => 14,
        Subject::Stage(..) => 15,
        Subject::Project => 16,
    }
}

fn what(entry: &Entry<'_>, (all, main): (&[Change], &[&Change]), texts: &Texts) -> String {
    match main {
        [] => texts.get("past-nothing"),
        [change] if change.changed == Changed::Otherwise => changed(entry, &change.subject, texts),
        [change] => {
            let document = if change.changed == Changed::Removed { entry.before } else { entry.after };
            let mut words = vec![subject_name(&change.subject, document, texts)];
            if change.changed == Changed::Removed {
                words.extend(along(all, change, texts));
            }
            words.join(", ")
        }
        [first, ..] => count_words(&first.subject, main.len(), texts),
    }
}

/// What was removed besides, counted by kinds.
fn along(all: &[Change], main: &Change, texts: &Texts) -> Vec<String> {
    let mut besides: Vec<&Subject> = all
        .iter()
        .filter(|change| change.changed == Changed::Removed && change.subject != main.subject)
        .map(|change| &change.subject)
        .collect();
    besides.sort_by_key(|subject| size(subject));
    let counted = |kind: &[&Subject]| kind.first().map(|first| count_words(first, kind.len(), texts));
    besides.chunk_by(|a, b| size(a) == size(b)).filter_map(counted).collect()
}

/// A thing that is there before and after: its old and new name, what it feels like, or just what it is called.
fn changed(entry: &Entry<'_>, subject: &Subject, texts: &Texts) -> String {
    let titles = [entry.before, entry.after].map(|document| subject_title(subject, document, texts));
    let quoted = |title: &str| texts.with("problem-quoted", &[("title", title.into())]);
    if let [Some(before), Some(after)] = &titles
        && before != after
        && !matches!(subject, Subject::Stage(..))
    {
        return format!("{} → {}", quoted(before), quoted(after));
    }
    let [_, after] = titles;
    let name = match (after, subject) {
        (Some(title), Subject::Touchpoint(..) | Subject::Barrier(_) | Subject::Opportunity(_)) => quoted(&title),
        _ => subject_name(subject, entry.after, texts),
    };
    match felt(entry, subject, texts) {
        Some(felt) => format!("{name} · {felt}"),
        None => name,
    }
}

/// Whose emotion or expectation changed, from what to what.
fn felt(entry: &Entry<'_>, subject: &Subject, texts: &Texts) -> Option<String> {
    let Subject::Touchpoint(journey, id) = subject else { return None };
    let touchpoint = |document: &Document| -> Option<Touchpoint> {
        Some(document.journeys.get(journey)?.touchpoints.get(id)?.as_ref().clone())
    };
    let (before, after) = (touchpoint(entry.before)?, touchpoint(entry.after)?);
    let mut personas: Vec<_> = before.feelings.iter().chain(&after.feelings).map(|feeling| &feeling.persona).collect();
    personas.sort();
    personas.dedup();
    personas.into_iter().find_map(|persona| {
        let name = entry.after.personas.get(persona).map(|persona| persona.name.clone()).unwrap_or_default();
        let [old, new] = [&before, &after].map(|touchpoint| touchpoint.feeling(persona));
        let pairs = [
            ("past-emotion", old.and_then(|it| it.emotion), new.and_then(|it| it.emotion)),
            ("past-expectation", old.and_then(|it| it.expectation), new.and_then(|it| it.expectation)),
        ];
        let (key, old, new) = pairs.into_iter().find(|(_, old, new)| old != new)?;
        let points = |emotion: Option<Emotion>| match emotion {
            Some(emotion) => {
                let points = emotion.points();
                signed(points, usize::from(points.fract() != 0.0), texts.language())
            }
            None => texts.get("past-not-known"),
        };
        // What was not there before is not said to have been anything.
        let from = if old.is_some() { format!("{} → ", points(old)) } else { String::new() };
        Some(texts.with(key, &[("name", name.into()), ("points", format!("{from}{}", points(new)).into())]))
    })
}

/// "3 touchpoints": so many things of a kind.
pub fn count_words(kind: &Subject, count: usize, texts: &Texts) -> String {
    let key = match kind {
        Subject::Project => "count-of-project",
        Subject::Channel(_) => "count-of-channel",
        Subject::Department(_) => "count-of-department",
        Subject::Participant(_) => "count-of-participant",
        Subject::Persona(_) => "count-of-persona",
        Subject::Journey(_) => "count-of-journey",
        Subject::Stage(..) => "count-of-stage",
        Subject::Step(..) => "count-of-step",
        Subject::Lane(..) => "count-of-lane",
        Subject::Touchpoint(..) => "count-of-touchpoint",
        Subject::Transition(..) => "count-of-transition",
        Subject::Barrier(_) => "count-of-barrier",
        Subject::Strength(_) => "count-of-strength",
        Subject::Opportunity(_) => "count-of-opportunity",
        Subject::Evidence(_) => "count-of-evidence",
        Subject::Metric(_) => "count-of-metric",
        Subject::Stop(_) => "count-of-stop",
    };
    texts.with(key, &[("count", count.into())])
}
