//! Which stage a section belongs to: by its place among the sections, or by its name where that leads forward.

use super::report::{Report, ReportKind, excerpt};
use crate::model::Stage;

/// The names of the stages, as sections say them in Russian and English.
const NAMES: [(&str, Stage); 16] = [
    ("attention", Stage::Attention),
    ("привлечение внимания", Stage::Attention),
    ("привлечение", Stage::Attention),
    ("внимание", Stage::Attention),
    ("interest", Stage::Interest),
    ("интерес", Stage::Interest),
    ("contact", Stage::Contact),
    ("контакт", Stage::Contact),
    ("impression", Stage::Impression),
    ("impressions", Stage::Impression),
    ("впечатление", Stage::Impression),
    ("впечатления", Stage::Impression),
    ("engagement", Stage::Engagement),
    ("вовлечение", Stage::Engagement),
    ("вовлечённость", Stage::Engagement),
    ("вовлеченность", Stage::Engagement),
];
/// Words that stand beside a stage's name without saying anything of their own.
const FILLERS: [&str; 6] = ["stage", "phase", "step", "этап", "стадия", "фаза"];

/// A section's line and name; sections that the text does not name have no line.
pub(super) type Named<'a> = (Option<u32>, &'a str);

/// The stage of each section: section i of N goes to stage ⌊5i/N⌋; one whose name says its stage goes there, unless
/// that leads backwards. What follows never falls behind what stands before it.
pub(super) fn stages(sections: &[Named<'_>], reports: &mut Vec<Report>) -> Vec<Stage> {
    let mut reached = Stage::Attention;
    let mut stages = Vec::with_capacity(sections.len());
    for (index, (line, name)) in sections.iter().enumerate() {
        let by_place = Stage::ALL.get(5 * index / sections.len()).copied().unwrap_or(Stage::Engagement);
        let said = stage_named(name);
        let report = match said {
            Some(stage) if stage >= reached => None,
            Some(_) => Some(ReportKind::StageBackwards { text: excerpt(name) }),
            None if by_place < reached => Some(ReportKind::StageFollows { text: excerpt(name) }),
            None => None,
        };
        if let (Some(line), Some(report)) = (line, report) {
            reports.push(report.on(*line));
        }
        reached = said.filter(|stage| *stage >= reached).unwrap_or_else(|| by_place.max(reached));
        stages.push(reached);
    }
    stages
}

/// The stage that a name says, numbers and words like "stage" aside.
pub(in crate::exchange) fn stage_named(name: &str) -> Option<Stage> {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let name = words.collect::<Vec<_>>().join(" ");
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, stage)| *stage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn usual_names_say_their_stage() {
        for language in Language::ALL {
            for stage in Stage::ALL {
                let name = Texts::of(language).get(&format!("stage-{}", stage.key()));
                assert_eq!(stage_named(&name), Some(stage), "{name}");
            }
        }
    }

    #[test]
    fn sections_find_their_stages() {
        let check = |names: &[&str], expect: &[usize], reported: usize| {
            let sections: Vec<Named<'_>> = names.iter().map(|name| (Some(1), *name)).collect();
            let mut reports = Vec::new();
            let stages: Vec<usize> = stages(&sections, &mut reports).into_iter().map(Stage::index).collect();
            assert_eq!(stages, expect, "{names:?}");
            assert_eq!(reports.len(), reported, "{names:?}");
        };
        check(&["a", "b", "c", "d", "e"], &[0, 1, 2, 3, 4], 0);
        check(&["a", "b", "c"], &[0, 1, 3], 0);
        check(&["a", "b"], &[0, 2], 0);
        check(&["a"], &[0], 0);
        check(&["a", "b", "c", "d", "e", "f", "g"], &[0, 0, 1, 2, 2, 3, 4], 0);
        check(&["Interest", "Контакт", "Впечатления"], &[1, 2, 3], 0);
        check(&["1. Attention", "Этап 5: Вовлечение"], &[0, 4], 0);
        // Backwards: it stays, which is where its place and the ones before it put it.
        check(&["Contact", "Interest", "x"], &[2, 2, 3], 1);
        check(&["Engagement", "x", "y"], &[4, 4, 4], 2);
        check(&["Contact support", "Интересные находки"], &[0, 2], 0);
    }
}
