//! Problems in words: each a sentence that names the thing, says what is wrong and what to do.

use super::number::short_number;
use super::{FluentValue, Texts};
use crate::model::validate::{Problem, ProblemKind};
use crate::model::{Document, Subject, TouchpointId};

/// The longest title that is quoted in full, in characters.
const QUOTED_CHARS: usize = 60;

/// A problem as a sentence, in the language of the texts.
pub fn word(problem: &Problem, document: &Document, texts: &Texts) -> String {
    let subject = subject_name(&problem.subject, document, texts);
    let language = texts.language();
    let say = |key: &str, arguments: &[(&str, FluentValue<'_>)]| {
        let mut all = vec![("subject", FluentValue::from(subject.as_str()))];
        all.extend(arguments.iter().cloned());
        texts.with(key, &all)
    };
    match &problem.kind {
        ProblemKind::Dangling { id } => say("problem-dangling", &[("id", id.as_str().into())]),
        ProblemKind::SharedId => say("problem-shared-id", &[]),
        ProblemKind::OutOfRange { field, value, min, max } => {
            let number = |value: f64| FluentValue::from(short_number(value, 6, language));
            let arguments = [
                ("field", texts.get(&format!("problem-field-{}", field.replace('_', "-"))).into()),
                ("value", number(*value)),
                ("min", number(*min)),
                ("max", number(*max)),
            ];
            say(out_of_range_key(*value, *max), &arguments)
        }
        ProblemKind::StageWithoutStep => say("problem-stage-without-step", &[]),
        ProblemKind::SelfTransition => say("problem-self-transition", &[]),
        ProblemKind::SharesAboveOne { sum } => {
            say("problem-shares-above-one", &[("sum", short_number(sum * 100.0, 2, language).into())])
        }
        ProblemKind::StartsAboveOne { sum } => {
            say("problem-starts-above-one", &[("sum", short_number(sum * 100.0, 2, language).into())])
        }
        ProblemKind::DoubledTransition => say("problem-doubled-transition", &[]),
        ProblemKind::ClosedLoop { touchpoints } => {
            say("problem-closed-loop", &[("touchpoints", (*touchpoints).into())])
        }
        ProblemKind::Unreachable => say("problem-unreachable", &[]),
        ProblemKind::Untitled => say("problem-untitled", &[]),
        ProblemKind::NoPersona => say("problem-no-persona", &[]),
        ProblemKind::Unplaced => match problem.subject {
            Subject::Strength(_) => say("problem-unplaced-strength", &[]),
            _ => say("problem-unplaced", &[]),
        },
        ProblemKind::LostBehindGoal { goal } => {
            say("problem-lost-behind-goal", &[("goal", touchpoint_name(goal, document, texts).into())])
        }
        ProblemKind::BrokenPath { after } => {
            say("problem-broken-path", &[("after", touchpoint_name(after, document, texts).into())])
        }
        ProblemKind::UndrawnScript { sample } => say("problem-undrawn-script", &[("sample", sample.as_str().into())]),
        ProblemKind::ImprovesNoAsIs => say("problem-improves-no-as-is", &[]),
    }
}

/// What a touchpoint is called; its id where it is missing.
fn touchpoint_name(id: &str, document: &Document, texts: &Texts) -> String {
    let found = TouchpointId::parse(id).ok().and_then(|id| document.touchpoint(&id));
    match found.map(|(_, touchpoint)| touchpoint.title.trim()) {
        Some("") => texts.get("untitled-touchpoint"),
        Some(title) => shortened(title),
        None => id.to_owned(),
    }
}

fn out_of_range_key(value: f64, max: f64) -> &'static str {
    if !value.is_finite() {
        "problem-out-of-range-number"
    } else if max == f64::MAX {
        "problem-out-of-range-low"
    } else {
        "problem-out-of-range"
    }
}

/// A problem in two parts: what it is about, and what is wrong with it, each fit to begin a line.
pub fn parts(problem: &Problem, document: &Document, texts: &Texts) -> (String, String) {
    let subject = subject_name(&problem.subject, document, texts);
    let whole = word(problem, document, texts);
    let rest = whole.strip_prefix(subject.as_str()).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(&whole);
    let mut letters = rest.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    (subject, first + letters.as_str())
}

/// A thing's kind and name: "Touchpoint “Waits for the order”"; its kind alone where it has no name.
pub fn subject_name(subject: &Subject, document: &Document, texts: &Texts) -> String {
    let title = title(subject, document, texts).filter(|title| !title.trim().is_empty());
    let key = match &title {
        Some(_) => kind_key(subject).to_owned(),
        None => kind_key(subject).replace("-subject-", "-nameless-"),
    };
    let quoted = |title: String| texts.with("problem-quoted", &[("title", shortened(&title).into())]);
    let name = title.map(quoted).unwrap_or_default();
    let stage = match subject {
        Subject::Stage(_, stage) => stage.key(),
        _ => "",
    };
    texts.with(&key, &[("name", name.into()), ("stage", stage.into())])
}

/// What a thing is called, on one line and cut where it is long; `None` where it has no name or is not there.
pub fn subject_title(subject: &Subject, document: &Document, texts: &Texts) -> Option<String> {
    title(subject, document, texts).filter(|title| !title.trim().is_empty()).map(|title| shortened(&title))
}

fn kind_key(subject: &Subject) -> &'static str {
    match subject {
        Subject::Project => "problem-subject-project",
        Subject::Channel(_) => "problem-subject-channel",
        Subject::Department(_) => "problem-subject-department",
        Subject::Participant(_) => "problem-subject-participant",
        Subject::Persona(_) => "problem-subject-persona",
        Subject::Journey(_) => "problem-subject-journey",
        Subject::Stage(..) => "problem-subject-stage",
        Subject::Step(..) => "problem-subject-step",
        Subject::Lane(..) => "problem-subject-lane",
        Subject::Touchpoint(..) => "problem-subject-touchpoint",
        Subject::Transition(..) => "problem-subject-transition",
        Subject::Barrier(_) => "problem-subject-barrier",
        Subject::Strength(_) => "problem-subject-strength",
        Subject::Opportunity(_) => "problem-subject-opportunity",
        Subject::Evidence(_) => "problem-subject-evidence",
        Subject::Metric(_) => "problem-subject-metric",
        Subject::Stop(_) => "problem-subject-stop",
    }
}

/// What the thing is called in the document, if it is there and is called something.
fn title(subject: &Subject, document: &Document, texts: &Texts) -> Option<String> {
    let journey = |id| document.journeys.get(id);
    Some(match subject {
        Subject::Project | Subject::Stop(_) => return None,
        Subject::Channel(id) => document.channels.get(id)?.name.clone(),
        Subject::Department(id) => document.departments.get(id)?.name.clone(),
        Subject::Participant(id) => document.participants.get(id)?.name.clone(),
        Subject::Persona(id) => document.personas.get(id)?.name.clone(),
        Subject::Journey(id) | Subject::Stage(id, _) => journey(id)?.info.title.clone(),
        Subject::Step(at, id) => journey(at)?.steps.get(id)?.title.clone(),
        Subject::Lane(at, id) => journey(at)?.custom_lanes.get(id)?.title.clone(),
        Subject::Touchpoint(at, id) => journey(at)?.touchpoints.get(id)?.title.clone(),
        Subject::Transition(at, id) => {
            let journey = journey(at)?;
            let transition = journey.transitions.get(id)?;
            let end = |id| match journey.touchpoints.get(id) {
                Some(touchpoint) if touchpoint.title.trim().is_empty() => texts.get("untitled-touchpoint"),
                Some(touchpoint) => touchpoint.title.clone(),
                // Nothing but the id is known of what is not there.
                None => id.to_string(),
            };
            format!("{} → {}", end(&transition.from), end(&transition.to))
        }
        Subject::Barrier(id) => document.barriers.get(id)?.statement.clone(),
        Subject::Strength(id) => document.strengths.get(id)?.statement.clone(),
        Subject::Opportunity(id) => document.opportunities.get(id)?.statement.clone(),
        Subject::Evidence(id) => document.evidence.get(id)?.title.clone(),
        Subject::Metric(id) => document.metrics.get(id)?.title.clone(),
    })
}

/// On one line, and cut with an ellipsis where it is long.
fn shortened(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED_CHARS) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Journey, JourneyId, Language, List, StrengthId, Touchpoint, Transition, TransitionId};

    /// One of each kind; a kind that is added is missed by the match and by this list together.
    fn one_of_each() -> Vec<ProblemKind> {
        let kinds = vec![
            ProblemKind::Dangling { id: "t-gone".into() },
            ProblemKind::SharedId,
            ProblemKind::OutOfRange { field: "share", value: 1.5, min: 0.0, max: 1.0 },
            ProblemKind::OutOfRange { field: "minutes", value: -1.0, min: 0.0, max: f64::MAX },
            ProblemKind::OutOfRange { field: "target", value: f64::NAN, min: f64::MIN, max: f64::MAX },
            ProblemKind::StageWithoutStep,
            ProblemKind::SelfTransition,
            ProblemKind::SharesAboveOne { sum: 1.25 },
            ProblemKind::StartsAboveOne { sum: 1.25 },
            ProblemKind::DoubledTransition,
            ProblemKind::ClosedLoop { touchpoints: 3 },
            ProblemKind::Unreachable,
            ProblemKind::Untitled,
            ProblemKind::NoPersona,
            ProblemKind::Unplaced,
            ProblemKind::LostBehindGoal { goal: "t-queue".into() },
            ProblemKind::BrokenPath { after: "t-queue".into() },
            ProblemKind::UndrawnScript { sample: "漢字".into() },
            ProblemKind::ImprovesNoAsIs,
        ];
        let different: std::collections::HashSet<_> = kinds.iter().map(std::mem::discriminant).collect();
        assert_eq!(different.len(), 17);
        kinds
    }

    fn document() -> Document {
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), List::default());
        for (id, title) in [("t-queue", "Ждёт заказ"), ("t-pay", "")] {
            let step = crate::model::StepId::parse("s-1").unwrap();
            let rank = crate::model::Rank::default();
            let mut touchpoint = Touchpoint::new(TouchpointId::parse(id).unwrap(), step, rank.clone(), rank);
            title.clone_into(&mut touchpoint.title);
            journey.touchpoints.put(touchpoint);
        }
        let ends = ["t-queue", "t-pay"].map(|id| TouchpointId::parse(id).unwrap());
        let [from, to] = ends;
        journey.transitions.put(Transition::new(TransitionId::parse("r-1").unwrap(), from, to));
        Document { journeys: [journey].into_iter().collect(), ..Document::default() }
    }

    fn touchpoint(id: &str) -> Subject {
        Subject::Touchpoint(JourneyId::parse("j-1").unwrap(), TouchpointId::parse(id).unwrap())
    }

    #[test]
    fn every_problem_has_words_in_both_languages() {
        let document = document();
        for language in Language::ALL {
            for kind in one_of_each() {
                for subject in [touchpoint("t-queue"), Subject::Strength(StrengthId::parse("g-1").unwrap())] {
                    let said = word(&Problem { subject, kind: kind.clone() }, &document, Texts::of(language));
                    let whole = !said.contains("problem-") && !said.contains("{$") && !said.contains("{ $");
                    assert!(whole, "{language:?} {kind:?}: {said}");
                    assert!(said.ends_with('.'), "{said}");
                }
            }
        }
    }

    #[test]
    fn every_field_has_a_name_in_both_languages() {
        for language in Language::ALL {
            for field in crate::model::validate::FIELDS {
                let key = format!("problem-field-{}", field.replace('_', "-"));
                assert!(Texts::of(language).has(&key), "{language:?} {key}");
            }
        }
    }

    #[test]
    fn sentences_name_the_thing() {
        let check = |subject: Subject, kind: ProblemKind, language: Language, expect: &str| {
            let said = word(&Problem { subject, kind }, &document(), Texts::of(language));
            assert!(said.starts_with(expect), "{said}");
        };
        let transition = Subject::Transition(JourneyId::parse("j-1").unwrap(), TransitionId::parse("r-1").unwrap());
        let too_large = ProblemKind::OutOfRange { field: "share", value: 1.5, min: 0.0, max: 1.0 };
        check(touchpoint("t-queue"), ProblemKind::Unreachable, Language::Ru, "Точка касания «Ждёт заказ»: сюда");
        check(touchpoint("t-pay"), ProblemKind::Untitled, Language::En, "Untitled touchpoint: there is no title.");
        check(
            transition,
            too_large,
            Language::Ru,
            "Переход «Ждёт заказ → Без названия»: доля — 1,5, а должно быть от 0 до 1.",
        );
        let sum = ProblemKind::SharesAboveOne { sum: 1.004 };
        check(
            touchpoint("t-queue"),
            sum,
            Language::En,
            "Touchpoint “Ждёт заказ”: the shares of the transitions from here add up to 100.4%",
        );
        let closed = |touchpoints| ProblemKind::ClosedLoop { touchpoints };
        let ru = Language::Ru;
        check(touchpoint("t-queue"), closed(21), ru, "Точка касания «Ждёт заказ»: отсюда начинается круг из 21 точки,");
        check(touchpoint("t-queue"), closed(5), ru, "Точка касания «Ждёт заказ»: отсюда начинается круг из 5 точек,");
    }

    #[test]
    fn parts_name_the_thing_once_and_never_by_its_id() {
        let texts = Texts::of(Language::Ru);
        let mut document = document();
        let barrier = crate::model::BarrierId::parse("b-f1cc26h1tbzj").unwrap();
        document.barriers.put(crate::model::Barrier::new(barrier.clone(), " "));
        let problem = Problem { subject: Subject::Barrier(barrier), kind: ProblemKind::Unplaced };
        let (about, wrong) = parts(&problem, &document, texts);
        assert_eq!(about, "Барьер без формулировки");
        assert!(wrong.starts_with("На карте его не видно."), "{wrong}");
        for kind in one_of_each() {
            for id in ["t-queue", "t-pay"] {
                let (about, wrong) = parts(&Problem { subject: touchpoint(id), kind: kind.clone() }, &document, texts);
                assert!(!about.contains("t-") && !wrong.contains(&about), "{about} | {wrong}");
            }
        }
    }

    #[test]
    fn every_kind_without_a_name_has_words() {
        let source = include_str!("../../assets/i18n/en/problems.ftl");
        for line in source.lines().filter_map(|line| line.strip_prefix("problem-subject-")) {
            let kind = line.split(' ').next().unwrap_or_default();
            assert!(Texts::of(Language::En).has(&format!("problem-nameless-{kind}")), "{kind}");
        }
    }

    #[test]
    fn long_titles_are_cut_at_a_character() {
        assert_eq!(shortened("  два\nслова "), "два слова");
        let long = shortened(&"ё".repeat(200));
        assert_eq!(long.chars().count(), QUOTED_CHARS + 1);
        assert!(long.ends_with('…'));
    }
}
