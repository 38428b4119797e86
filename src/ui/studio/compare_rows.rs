//! What personas placed side by side say: one row a field, those of all that any of them says.

use std::collections::BTreeSet;

use super::traits::is_same;
use crate::i18n::Texts;
use crate::model::{Document, Persona};

/// A row over all compared personas.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// What is compared.
    pub(super) name: String,
    /// What each says of it.
    pub(super) cells: Cells,
}

/// What each persona says, in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cells {
    /// Shares of customers.
    Shares(Vec<Option<f64>>),
    /// Texts; empty where one says nothing.
    Words(Vec<String>),
    /// Entries of lists, each with whether all others have it too.
    Lists(Vec<Vec<(String, bool)>>),
    /// Knobs on one rail.
    Trait {
        /// The left end.
        low: String,
        /// The right end.
        high: String,
        /// Where each stands; `None` where it was not said.
        values: Vec<Option<f64>>,
    },
}

/// How far two knobs stand apart that are no longer taken for the same.
const APART: f64 = 0.15;

impl Row {
    /// Whether not all say the same.
    pub(super) fn differs(&self) -> bool {
        match &self.cells {
            Cells::Shares(shares) => shares.windows(2).any(|pair| pair.first() != pair.last()),
            Cells::Words(words) => words.iter().zip(words.iter().skip(1)).any(|(one, other)| !is_same(one, other)),
            Cells::Lists(lists) => lists.iter().flatten().any(|(_, shared)| !shared),
            Cells::Trait { values, .. } => {
                let known: Vec<f64> = values.iter().flatten().copied().collect();
                let least = known.iter().copied().fold(f64::INFINITY, f64::min);
                let most = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                known.len() < values.len() || most - least > APART
            }
        }
    }

    fn is_empty(&self) -> bool {
        match &self.cells {
            Cells::Shares(shares) => shares.iter().all(Option::is_none),
            Cells::Words(words) => words.iter().all(|word| word.trim().is_empty()),
            Cells::Lists(lists) => lists.iter().all(Vec::is_empty),
            Cells::Trait { values, .. } => values.iter().all(Option::is_none),
        }
    }
}

/// The rows, in the order of the sheet.
pub(super) fn rows(document: &Document, personas: &[&Persona], texts: &Texts) -> Vec<Row> {
    let words = |key: &str, words: fn(&Persona) -> &String| Row {
        name: texts.get(key),
        cells: Cells::Words(personas.iter().map(|persona| words(persona).trim().to_owned()).collect()),
    };
    let list = |key: &str, lines: fn(&Persona) -> &Vec<String>| Row {
        name: texts.get(key),
        cells: lists(personas.iter().map(|persona| lines(persona).clone()).collect()),
    };
    let channels = |persona: &&Persona| {
        let named = persona.channels.iter().filter_map(|id| document.channels.get(id));
        named.map(|channel| channel.name.clone()).collect()
    };
    let shares = Cells::Shares(personas.iter().map(|persona| persona.share).collect());
    let mut rows = vec![
        Row { name: texts.get("studio-share"), cells: shares },
        words("field-persona-quote", |it| &it.quote),
        words("field-age", |it| &it.demographics.age),
        words("field-gender", |it| &it.demographics.gender),
        words("field-occupation", |it| &it.demographics.occupation),
        words("field-income", |it| &it.demographics.income),
        words("field-family", |it| &it.demographics.family),
        words("field-place", |it| &it.demographics.place),
        words("studio-motivation", |it| &it.motivation),
        list("studio-goals", |it| &it.goals),
        list("studio-needs", |it| &it.needs),
        list("studio-pains", |it| &it.pains),
        list("studio-expectations", |it| &it.expectations),
        Row { name: texts.get("studio-channels"), cells: lists(personas.iter().map(channels).collect()) },
        words("studio-habits", |it| &it.habits),
        words("studio-devices", |it| &it.devices),
    ];
    rows.extend(trait_rows(personas));
    rows.extend(field_rows(personas));
    rows.retain(|row| !row.is_empty());
    rows
}

fn lists(lists: Vec<Vec<String>>) -> Cells {
    let said: Vec<BTreeSet<String>> =
        lists.iter().map(|lines| lines.iter().map(|line| line.trim().to_lowercase()).collect()).collect();
    let shared = |line: &str| said.iter().all(|lines| lines.contains(&line.trim().to_lowercase()));
    let told = |line: String| {
        let by_all = shared(&line);
        (line, by_all)
    };
    Cells::Lists(lists.into_iter().map(|lines| lines.into_iter().map(told).collect()).collect())
}

/// The names of all, in the order in which they are met; those that say the same once.
fn names<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in all {
        if !names.iter().any(|known| is_same(known, name)) {
            names.push(name.clone());
        }
    }
    names
}

fn trait_rows(personas: &[&Persona]) -> Vec<Row> {
    let all = personas.iter().flat_map(|persona| persona.sliders.iter().map(|slider| &slider.name));
    let row = |name: String| {
        let of = |persona: &&Persona| persona.sliders.iter().find(|slider| is_same(&slider.name, &name)).cloned();
        let sliders: Vec<_> = personas.iter().map(of).collect();
        let ends = sliders.iter().flatten().next().map(|slider| (slider.low.clone(), slider.high.clone()));
        let (low, high) = ends.unwrap_or_default();
        let values = sliders.iter().map(|slider| slider.as_ref().map(|slider| slider.value)).collect();
        Row { name, cells: Cells::Trait { low, high, values } }
    };
    names(all).into_iter().map(row).collect()
}

fn field_rows(personas: &[&Persona]) -> Vec<Row> {
    let all = personas.iter().flat_map(|persona| persona.fields.iter().map(|field| &field.name));
    let row = |name: String| {
        let words = personas.iter().map(|persona| {
            let field = persona.fields.iter().find(|field| is_same(&field.name, &name));
            field.map(|field| field.value.trim().to_owned())
        });
        let cells = Cells::Words(words.map(Option::unwrap_or_default).collect());
        Row { name, cells }
    };
    names(all).into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Language, Slider};

    fn persona(name: &str, build: impl FnOnce(&mut Persona)) -> Persona {
        let mut persona = Persona::new(crate::model::PersonaId::parse(&format!("p-{name}")).unwrap(), name);
        build(&mut persona);
        persona
    }

    fn rows_of(personas: &[Persona]) -> Vec<Row> {
        let personas: Vec<&Persona> = personas.iter().collect();
        rows(&Document::default(), &personas, Texts::of(Language::En))
    }

    #[test]
    fn only_what_somebody_says_is_a_row() {
        let none = rows_of(&[persona("a", |_| {}), persona("b", |_| {})]);
        assert_eq!(none, []);
        let rows = rows_of(&[persona("a", |it| it.share = Some(0.4)), persona("b", |it| it.habits = "walks".into())]);
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Share of customers", "Habits"]);
    }

    #[test]
    fn traits_and_fields_of_one_name_share_a_row() {
        let slider = |name: &str, value: f64| Slider { name: name.into(), low: "l".into(), high: "h".into(), value };
        let field = |name: &str, value: &str| Field { name: name.into(), value: value.into() };
        let rows = rows_of(&[
            persona("a", |it| {
                it.sliders = vec![slider("Time", 0.1), slider("Price", 0.5)];
                it.fields = vec![field("Drink", "tea")];
            }),
            persona("b", |it| {
                it.sliders = vec![slider("time ", 0.9)];
                it.fields = vec![field("drink", "Tea")];
            }),
        ]);
        let told: Vec<(&str, bool)> = rows.iter().map(|row| (row.name.as_str(), row.differs())).collect();
        assert_eq!(told, [("Time", true), ("Price", true), ("Drink", false)]);
        let Cells::Trait { values, .. } = &rows[0].cells else { panic!("{:?}", rows[0]) };
        assert_eq!(values, &[Some(0.1), Some(0.9)]);
    }

    #[test]
    fn entries_that_all_have_are_told_from_the_others() {
        let goals = |it: &mut Persona, goals: &[&str]| it.goals = goals.iter().map(ToString::to_string).collect();
        let rows = rows_of(&[
            persona("a", |it| goals(it, &["Be quick", "Eat well"])),
            persona("b", |it| goals(it, &["eat well"])),
        ]);
        let Cells::Lists(lists) = &rows[0].cells else { panic!("{:?}", rows[0]) };
        assert_eq!(lists[0], [("Be quick".to_owned(), false), ("Eat well".to_owned(), true)]);
        assert_eq!(lists[1], [("eat well".to_owned(), true)]);
        assert!(rows[0].differs());
    }
}
