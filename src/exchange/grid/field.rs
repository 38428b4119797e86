//! What a row or a column of a table says: the fields, and the names people give them in Russian and English.

/// What a lane's row, or a column, says of touchpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Touchpoints: each line is one.
    Touchpoint,
    /// The stage (where each touchpoint has a row).
    Stage,
    /// The step within the stage.
    Step,
    /// What the customer does.
    Action,
    /// What the customer needs.
    Need,
    /// Thoughts and quotes.
    Thought,
    /// The emotion, a number.
    Emotion,
    /// The emotion in a word.
    Word,
    /// What was expected, a number.
    Expectation,
    /// The channel.
    Channel,
    /// Barriers: each line is one.
    Barrier,
    /// Strengths: each line is one.
    Strength,
    /// Opportunities: each line is one.
    Opportunity,
    /// What the company does behind it.
    Backstage,
    /// The systems that take part.
    Systems,
    /// The department that owns it.
    Department,
    /// The goal of the stage.
    Goal,
    /// Notes.
    Notes,
    /// A lane of the user's own.
    Own,
    /// Nothing: it is left out.
    Skip,
}

use Field::{
    Action, Backstage, Barrier, Channel, Department, Emotion, Expectation, Goal, Need, Notes, Opportunity, Own, Skip,
    Stage, Step, Strength, Systems, Thought, Touchpoint, Word,
};

impl Field {
    /// All of them, in the order of a list to choose from.
    pub const ALL: [Self; 20] = [
        Touchpoint,
        Stage,
        Step,
        Action,
        Need,
        Thought,
        Emotion,
        Word,
        Expectation,
        Channel,
        Barrier,
        Strength,
        Opportunity,
        Backstage,
        Systems,
        Department,
        Goal,
        Notes,
        Own,
        Skip,
    ];

    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Touchpoint => "grid-field-touchpoint",
            Stage => "grid-field-stage",
            Step => "grid-field-step",
            Action => "grid-field-action",
            Need => "grid-field-need",
            Thought => "grid-field-thought",
            Emotion => "grid-field-emotion",
            Word => "grid-field-word",
            Expectation => "grid-field-expectation",
            Channel => "grid-field-channel",
            Barrier => "grid-field-barrier",
            Strength => "grid-field-strength",
            Opportunity => "grid-field-opportunity",
            Backstage => "grid-field-backstage",
            Systems => "grid-field-systems",
            Department => "grid-field-department",
            Goal => "grid-field-goal",
            Notes => "grid-field-notes",
            Own => "grid-field-own",
            Skip => "grid-field-skip",
        }
    }

    /// Whether each line of a cell is a thing of its own.
    pub fn is_list(self) -> bool {
        matches!(self, Touchpoint | Barrier | Strength | Opportunity)
    }

    /// Whether what it says differs from persona to persona.
    pub fn is_felt(self) -> bool {
        matches!(self, Thought | Emotion | Word | Expectation)
    }
}

/// What a label names, and whom it speaks of besides: "Эмоции (Анна)" is the emotion of Анна.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The field; `None` where nobody knows the word.
    pub field: Option<Field>,
    /// What stands beside the field's name.
    pub beside: String,
}

/// Reads a label.
pub fn label(text: &str) -> Label {
    let (name, beside) = apart(text);
    let field = named(&name).or_else(|| named(&plain(text)));
    Label { field, beside: if field.is_some() { beside } else { String::new() } }
}

/// A name in lower case, without marks and double spaces.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е");
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '-')).map(|word| word.trim_matches('-'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// "Emotions (Anna)", "Эмоции: Анна", "Emotions — Anna" → the name and what stands beside it.
fn apart(text: &str) -> (String, String) {
    let marks = |c: char| matches!(c, '(' | ':' | '—' | '–' | '[' | ',' | '/' | '\n');
    let Some(at) = text.find(marks) else { return (plain(text), String::new()) };
    let (name, beside) = text.split_at(at);
    let trimmed = beside.trim_matches(|c: char| !(c.is_alphanumeric() || c == '+' || c == '-' || c == '−'));
    (plain(name), trimmed.to_owned())
}

fn named(name: &str) -> Option<Field> {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(field, _)| *field)
}

/// The names, in lower case, with "е" for "ё".
const NAMES: [(Field, &[&str]); 18] = [
    (
        Touchpoint,
        &[
            "touchpoint",
            "touchpoints",
            "touch point",
            "touch points",
            "touch-point",
            "touch-points",
            "encounter",
            "encounters",
            "interaction",
            "interactions",
            "точка касания",
            "точки касания",
            "точка контакта",
            "точки контакта",
            "точка взаимодействия",
            "точки взаимодействия",
            "касание",
            "касания",
        ],
    ),
    (Stage, &["stage", "stages", "phase", "phases", "этап", "этапы", "стадия", "стадии", "фаза", "фазы", "этап пути"]),
    (Step, &["step", "steps", "substage", "шаг", "шаги", "шаги клиента", "подэтап", "подэтапы"]),
    (
        Action,
        &[
            "action",
            "actions",
            "activity",
            "activities",
            "customer action",
            "customer actions",
            "user action",
            "user actions",
            "doing",
            "what the customer does",
            "действие",
            "действия",
            "действие клиента",
            "действия клиента",
            "действия пользователя",
            "что делает",
            "что делает клиент",
            "активности",
            "поведение",
        ],
    ),
    (
        Need,
        &[
            "need",
            "needs",
            "job",
            "jobs",
            "job to be done",
            "jobs to be done",
            "jobs-to-be-done",
            "jtbd",
            "customer needs",
            "customer goals",
            "потребность",
            "потребности",
            "работа",
            "задача",
            "задачи",
            "задачи клиента",
            "потребности клиента",
            "цели клиента",
            "цель клиента",
            "ожидания клиента",
        ],
    ),
    (
        Thought,
        &[
            "thought",
            "thoughts",
            "quote",
            "quotes",
            "thinking",
            "thoughts and quotes",
            "мысль",
            "мысли",
            "цитата",
            "цитаты",
            "мысли и цитаты",
            "мысли клиента",
            "что думает",
            "вопросы",
            "что думает клиент",
        ],
    ),
    (
        Emotion,
        &[
            "emotion",
            "emotions",
            "feeling",
            "feelings",
            "score",
            "emotion score",
            "experience",
            "satisfaction",
            "sentiment",
            "эмоция",
            "эмоции",
            "чувства",
            "оценка",
            "оценка эмоции",
            "эмоции клиента",
            "реальность",
            "эмоциональный фон",
            "настроение",
            "опыт",
            "удовлетворенность",
        ],
    ),
    (Word, &["emotion word", "emotion in a word", "mood", "слово", "эмоция словом", "эмоция словами", "что чувствует"]),
    (Expectation, &["expectation", "expectations", "expected", "ожидание", "ожидания", "ожидали"]),
    (
        Channel,
        &[
            "channel",
            "channels",
            "medium",
            "place",
            "device",
            "канал",
            "каналы",
            "канал связи",
            "каналы связи",
            "место",
            "площадка",
            "где",
        ],
    ),
    (
        Barrier,
        &[
            "barrier",
            "barriers",
            "pain",
            "pains",
            "pain point",
            "pain points",
            "problem",
            "problems",
            "issue",
            "issues",
            "friction",
            "frustrations",
            "барьер",
            "барьеры",
            "боль",
            "боли",
            "проблема",
            "проблемы",
            "трудности",
            "сложности",
            "болевые точки",
            "боли клиента",
            "проблемы клиента",
            "негатив",
        ],
    ),
    (
        Strength,
        &[
            "strength",
            "strengths",
            "gain",
            "gains",
            "what works",
            "positives",
            "delights",
            "сильная сторона",
            "сильные стороны",
            "плюсы",
            "что работает",
            "что нравится",
            "позитив",
        ],
    ),
    (
        Opportunity,
        &[
            "opportunity",
            "opportunities",
            "idea",
            "ideas",
            "solution",
            "solutions",
            "improvement",
            "improvements",
            "recommendations",
            "возможность",
            "возможности",
            "решение",
            "решения",
            "идея",
            "идеи",
            "улучшения",
            "рекомендации",
            "точки роста",
            "что улучшить",
            "гипотезы",
        ],
    ),
    (
        Backstage,
        &[
            "backstage",
            "internal process",
            "internal processes",
            "process",
            "processes",
            "company actions",
            "внутренние процессы",
            "процессы",
            "бэкстейдж",
            "бизнес-процессы",
            "действия компании",
            "закулисье",
            "что делает компания",
        ],
    ),
    (Systems, &["system", "systems", "it systems", "support systems", "система", "системы", "ит-системы", "сервисы"]),
    (
        Department,
        &[
            "department",
            "departments",
            "owner",
            "owners",
            "responsible",
            "team",
            "отдел",
            "отделы",
            "владелец",
            "ответственный",
            "ответственные",
            "подразделение",
            "подразделения",
            "команда",
            "владелец процесса",
        ],
    ),
    (Goal, &["goal", "goals", "stage goal", "stage goals", "цель", "цели", "цель этапа", "цели этапа", "цели этапов"]),
    (
        Notes,
        &["note", "notes", "comment", "comments", "заметка", "заметки", "комментарий", "комментарии", "примечания"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::{Lane, Language};

    #[test]
    fn labels_are_known_in_both_languages() {
        let check = |text: &str, field: Option<Field>, beside: &str| {
            assert_eq!(label(text), Label { field, beside: beside.to_owned() }, "{text:?}");
        };
        check("Touchpoints", Some(Touchpoint), "");
        check(" ТОЧКИ  КАСАНИЯ ", Some(Touchpoint), "");
        check("Эмоции (Анна)", Some(Emotion), "Анна");
        check("Эмоции: Анна, 29", Some(Emotion), "Анна, 29");
        check("Emotions — Anna", Some(Emotion), "Anna");
        check("Эмоции (1–5)", Some(Emotion), "1–5");
        check("Pain points", Some(Barrier), "");
        check("Pains/problems", Some(Barrier), "problems");
        check("Каналы", Some(Channel), "");
        check("Jobs-to-be-done", Some(Need), "");
        check("NPS", None, "");
        check("Погода (утро)", None, "");
        check("", None, "");
    }

    #[test]
    fn our_own_lane_names_are_known() {
        for language in Language::ALL {
            let texts = Texts::of(language);
            for lane in Lane::BUILT_IN.iter().filter(|lane| **lane != Lane::Metrics) {
                let name = texts.get(&format!("lane-{}", lane.key()));
                assert!(label(&name).field.is_some(), "{name}");
            }
            for field in Field::ALL {
                assert!(texts.has(field.key()), "{field:?} in {language:?}");
            }
        }
    }

    #[test]
    fn no_name_means_two_things() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|(_, names)| *names).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|name| plain(name) == *name));
    }
}
