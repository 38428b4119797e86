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

/// The stages of titles that stand in a row. Names of stages are taken at their word; the other titles are never behind
/// what stands before them nor past what follows, else as they mean, else by their place, spread over the five stages.
/// Five titles in a row are the five stages.
pub(super) fn spread(titles: &[&str], own: &[String]) -> Vec<(Stage, Said)> {
    let said: Vec<Said> = titles.iter().map(|title| said(title, own)).collect();
    let stages = if are_the_five(&said) { Stage::ALL.to_vec() } else { cheapest(&said) };
    stages.into_iter().zip(said).collect()
}

/// Whether these may be the five stages in their order.
fn are_the_five(said: &[Said]) -> bool {
    let begins = !matches!(said.first(), Some(Said::Like(stage)) if *stage != Stage::Attention);
    let fits = |(it, stage): (&Said, Stage)| !matches!(it, Said::Name(named) if *named != stage);
    said.len() == Stage::ALL.len() && begins && said.iter().zip(Stage::ALL).all(fits)
}

/// What no other reason outweighs.
const NEVER: usize = 1_000_000;
/// Names of stages that stand out of order go back all the same.
const BACK: usize = 1_000;
/// How much more a meaning weighs than a place.
const MEANING: usize = 8;

/// The stages that go against the least of what is said.
fn cheapest(said: &[Said]) -> Vec<Stage> {
    let count = Stage::ALL.len();
    // For each title and each of its stages what it costs up to there, and from which stage one comes.
    let mut ways: Vec<[(usize, usize); 5]> = Vec::with_capacity(said.len());
    for (index, it) in said.iter().enumerate() {
        let by_place = count * index / said.len();
        let before = ways.last().copied();
        ways.push(std::array::from_fn(|stage| {
            let away = stage.abs_diff(by_place);
            let own = match it {
                Said::Name(named) => NEVER * usize::from(named.index() != stage),
                Said::Like(like) => MEANING * like.index().abs_diff(stage) + away,
                Said::Nothing => away,
            };
            let back = if matches!(it, Said::Name(_)) { BACK } else { NEVER };
            let from = |(from, (cost, _)): (usize, (usize, usize))| (cost + back * usize::from(from > stage), from);
            let (cost, from) = before.into_iter().flatten().enumerate().map(from).min().unwrap_or_default();
            (cost + own, from)
        }));
    }
    let last = ways.last().and_then(|costs| (0..count).min_by_key(|stage| costs.get(*stage).map(|(cost, _)| *cost)));
    let mut stage = last.unwrap_or_default();
    let mut stages = Vec::with_capacity(said.len());
    for costs in ways.iter().rev() {
        stages.push(Stage::ALL.get(stage).copied().unwrap_or(Stage::Engagement));
        stage = costs.get(stage).map_or(stage, |(_, from)| *from);
    }
    stages.reverse();
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
            "доставка",
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
            "repeat",
            "renewal",
            "покупка",
            "сделка",
            "удержание",
            "лояльность",
            "рекомендация",
            "рекомендации",
            "повторная покупка",
            "повтор",
            "повторные покупки",
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
        // Five in a row are the five stages, whatever other schools call them.
        check(&["Attention", "Interest", "Purchase", "Delivery", "Loyalty"], &[0, 1, 2, 3, 4]);
        check(&["Внимание", "Интерес", "Покупка", "Доставка", "Повтор"], &[0, 1, 2, 3, 4]);
        check(&["Search", "Visit", "Purchase", "Delivery", "Loyalty"], &[1, 2, 3, 3, 4]);
        // No title goes back behind the one before it.
        check(&["Awareness", "Purchase", "Delivery", "Loyalty"], &[0, 3, 3, 4]);
        check(&["Awareness", "Loyalty", "x", "Usage"], &[0, 3, 3, 3]);
        check(&["Awareness", "Purchase"], &[0, 4]);
        // But names of stages mean what they say.
        check(&["Контакт", "x", "Интерес"], &[2, 2, 1]);
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
