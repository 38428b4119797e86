//! Which stage a column's title means: by its name, by the journey's own name for it, else by its place.

use super::field::plain;
use crate::exchange::mermaid::stage_named;
use crate::model::Stage;

/// What a title says of its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It is the stage's own name: no name of a step.
    Name(Stage),
    /// It means the stage and is a name of its own.
    Like(Stage),
    /// Nothing.
    Nothing,
}

/// What a title says; `own` are the journey's titles of its stages.
pub(super) fn said(title: &str, own: &[String]) -> Said {
    let name = plain(title);
    let is_own = |title: &String| !name.is_empty() && plain(title) == name;
    if let Some(stage) = own.iter().position(is_own).and_then(|index| Stage::ALL.get(index)) {
        return Said::Name(*stage);
    }
    if let Some(stage) = stage_named(title).or_else(|| numbered(&name)) {
        return Said::Name(stage);
    }
    let like = LIKE.iter().find(|(_, names)| names.contains(&name.as_str()));
    like.map_or(Said::Nothing, |(stage, _)| Said::Like(*stage))
}

/// "1", "этап 3", "stage 5".
fn numbered(name: &str) -> Option<Stage> {
    let number = name.strip_prefix("этап").or_else(|| name.strip_prefix("stage")).unwrap_or(name).trim();
    let index = number.parse::<usize>().ok()?.checked_sub(1)?;
    Stage::ALL.get(index).copied()
}

/// The stages of titles that stand in a row. One that says nothing goes by its place, spread over the five stages, but
/// never behind what stands before it nor past what follows.
pub(super) fn spread(titles: &[&str], own: &[String]) -> Vec<(Stage, Said)> {
    let said: Vec<Said> = titles.iter().map(|title| said(title, own)).collect();
    let stage = |said: &Said| match said {
        Said::Name(stage) | Said::Like(stage) => Some(*stage),
        Said::Nothing => None,
    };
    let mut reached = Stage::Attention;
    let mut stages = Vec::with_capacity(titles.len());
    for (index, it) in said.iter().enumerate() {
        let by_place = Stage::ALL.get(5 * index / said.len()).copied().unwrap_or(Stage::Engagement);
        // A title that follows may say that this one cannot be so far yet.
        let ahead = said.iter().skip(index).find_map(stage).unwrap_or(Stage::Engagement);
        reached = stage(it).unwrap_or_else(|| by_place.min(ahead).max(reached));
        stages.push((reached, *it));
    }
    stages
}

/// Names of stages from other schools.
const LIKE: [(Stage, &[&str]); 5] = [
    (Stage::Attention, &["awareness", "discovery", "осведомленность", "узнавание", "осознание", "знакомство"]),
    (
        Stage::Interest,
        &[
            "consideration",
            "research",
            "evaluation",
            "search",
            "рассмотрение",
            "выбор",
            "поиск",
            "исследование",
            "сравнение",
        ],
    ),
    (
        Stage::Contact,
        &[
            "first contact",
            "visit",
            "sign-up",
            "onboarding",
            "decision",
            "визит",
            "обращение",
            "первый контакт",
            "решение",
        ],
    ),
    (
        Stage::Impression,
        &[
            "use",
            "usage",
            "service",
            "experience",
            "delivery",
            "использование",
            "обслуживание",
            "сервис",
            "опыт",
            "получение",
        ],
    ),
    (
        Stage::Engagement,
        &[
            "purchase",
            "retention",
            "loyalty",
            "advocacy",
            "repurchase",
            "renewal",
            "покупка",
            "сделка",
            "удержание",
            "лояльность",
            "рекомендация",
            "рекомендации",
            "повторная покупка",
            "адвокация",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_find_their_stages() {
        let check = |titles: &[&str], expect: &[usize]| {
            let own = ["", "", "Зал", "", ""].map(str::to_owned);
            let stages: Vec<usize> = spread(titles, &own).iter().map(|(stage, _)| stage.index()).collect();
            assert_eq!(stages, expect, "{titles:?}");
        };
        check(&["Привлечение внимания", "Интерес", "Контакт", "Впечатление", "Вовлечение"], &[0, 1, 2, 3, 4]);
        check(&["1", "2", "3", "4", "5"], &[0, 1, 2, 3, 4]);
        check(&["Этап 2", "Stage 4: Impression"], &[1, 3]);
        check(&["Awareness", "Consideration", "Onboarding", "Usage", "Loyalty"], &[0, 1, 2, 3, 4]);
        check(&["a", "b", "c", "d", "e"], &[0, 1, 2, 3, 4]);
        check(&["a", "b", "c"], &[0, 1, 3]);
        check(&["зал"], &[2]);
        check(&["x", "Интерес", "y"], &[0, 1, 3]);
        check(&["Контакт", "x"], &[2, 2]);
        check(&["a", "b", "c", "Интерес"], &[0, 1, 1, 1]);
    }

    #[test]
    fn names_of_stages_are_no_names_of_steps() {
        let check = |title: &str, expect: Said| assert_eq!(said(title, &[]), expect, "{title}");
        check("3. Контакт", Said::Name(Stage::Contact));
        check("Stage 1", Said::Name(Stage::Attention));
        check("Выбор", Said::Like(Stage::Interest));
        check("Заходит в зал", Said::Nothing);
        check("6", Said::Nothing);
        check("", Said::Nothing);
    }
}
