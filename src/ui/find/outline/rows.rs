//! The rows of the outline: stages, steps, touchpoints and what belongs to them, as far as they are unfolded.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Document, Journey, Stage, Subject, TouchpointId, columns};

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub subject: Subject,
    /// How deep it stands: stages 0, steps 1, touchpoints below.
    pub depth: u8,
    /// Whether there is something below it that can be folded away.
    pub folds: bool,
    /// A thought or a quote, where the row shows one and not the thing itself.
    pub quote: Option<String>,
}

/// What is folded away, or unfolded where it is folded at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folds {
    /// Stages and steps that are folded.
    pub folded: BTreeSet<Subject>,
    /// Touchpoints that are unfolded.
    pub unfolded: BTreeSet<TouchpointId>,
}

impl Folds {
    /// Whether what belongs to this is shown below it.
    pub fn is_open(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Touchpoint(_, id) => self.unfolded.contains(id),
            subject => !self.folded.contains(subject),
        }
    }

    /// Shows or hides what belongs to this.
    pub fn set(&mut self, subject: &Subject, open: bool) {
        match (subject, open) {
            (Subject::Touchpoint(_, id), true) => {
                self.unfolded.insert(id.clone());
            }
            (Subject::Touchpoint(_, id), false) => {
                self.unfolded.remove(id);
            }
            (subject, true) => {
                self.folded.remove(subject);
            }
            (subject, false) => {
                self.folded.insert(subject.clone());
            }
        }
    }
}

/// The row that shows a thing: what belongs to several touchpoints stands in several, and the nearest to `near` counts.
pub(super) fn row_of(rows: &[Row], subject: &Subject, near: usize) -> Option<usize> {
    let shows = |(_, row): &(usize, &Row)| row.subject == *subject && row.quote.is_none();
    rows.iter().enumerate().filter(shows).map(|(at, _)| at).min_by_key(|at| at.abs_diff(near))
}

/// What belongs to a touchpoint: barriers, strengths, opportunities.
type Belongings = BTreeMap<TouchpointId, Vec<Subject>>;

fn belongings(document: &Document) -> Belongings {
    let mut all = Belongings::new();
    let mut add = |touchpoints: &[TouchpointId], subject: &Subject| {
        for touchpoint in touchpoints {
            let here = all.entry(touchpoint.clone()).or_default();
            if !here.contains(subject) {
                here.push(subject.clone());
            }
        }
    };
    for barrier in &document.barriers {
        add(&barrier.touchpoints, &Subject::Barrier(barrier.id.clone()));
    }
    for strength in &document.strengths {
        add(&strength.touchpoints, &Subject::Strength(strength.id.clone()));
    }
    for opportunity in &document.opportunities {
        let subject = Subject::Opportunity(opportunity.id.clone());
        add(&opportunity.touchpoints, &subject);
        for barrier in opportunity.barriers.iter().filter_map(|id| document.barriers.get(id)) {
            add(&barrier.touchpoints, &subject);
        }
    }
    all
}

/// The rows from top to bottom. A step without a name is no row of its own.
pub fn rows(document: &Document, journey: &Journey, folds: &Folds) -> Vec<Row> {
    let belongings = belongings(document);
    let columns = columns(journey);
    let mut rows = Vec::new();
    for stage in Stage::ALL {
        let subject = Subject::Stage(journey.id.clone(), stage);
        let steps: Vec<_> = journey.steps_in_order().into_iter().filter(|step| step.stage == stage).collect();
        let named = |title: &str| !title.trim().is_empty();
        let any = columns.iter().any(|column| column.stage == stage) || steps.iter().any(|step| named(&step.title));
        let open = folds.is_open(&subject);
        rows.push(Row { subject, depth: 0, folds: any, quote: None });
        if !open {
            continue;
        }
        for step in steps {
            let own: Vec<_> = columns.iter().filter(|column| column.step == step.id).collect();
            let mut depth = 1;
            if named(&step.title) {
                let subject = Subject::Step(journey.id.clone(), step.id.clone());
                let open = folds.is_open(&subject);
                rows.push(Row { subject, depth, folds: !own.is_empty(), quote: None });
                if !open {
                    continue;
                }
                depth = 2;
            }
            for touchpoint in own.iter().flat_map(|column| &column.touchpoints) {
                let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
                let quotes = touchpoint.feelings.iter().map(|feeling| feeling.quote.trim()).filter(|it| !it.is_empty());
                let quotes: Vec<String> = quotes.map(str::to_owned).collect();
                let things = belongings.get(&touchpoint.id).map_or(&[][..], Vec::as_slice);
                let open = folds.is_open(&subject);
                let folds = !things.is_empty() || !quotes.is_empty();
                rows.push(Row { subject: subject.clone(), depth, folds, quote: None });
                if open {
                    let below = depth + 1;
                    let quoted =
                        |quote| Row { subject: subject.clone(), depth: below, folds: false, quote: Some(quote) };
                    rows.extend(quotes.into_iter().map(quoted));
                    let thing = |it: &Subject| Row { subject: it.clone(), depth: below, folds: false, quote: None };
                    rows.extend(things.iter().map(thing));
                }
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Barrier, BarrierId, JourneyId, Rank, Step, StepId, Touchpoint};

    #[test]
    fn rows_follow_the_map_and_what_is_folded() {
        let mut document = Document::default();
        let step = |id: &str, stage, title: &str| Step {
            id: StepId::parse(id).unwrap(),
            stage,
            rank: Rank::default(),
            title: title.to_owned(),
        };
        let steps = [step("s-1", Stage::Attention, ""), step("s-2", Stage::Contact, "At the till")];
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), steps.into_iter().collect());
        for (id, step) in [("t-1", "s-1"), ("t-2", "s-2")] {
            let (id, step) = (TouchpointId::parse(id).unwrap(), StepId::parse(step).unwrap());
            journey.touchpoints.put(Touchpoint::new(id, step, Rank::default(), Rank::default()));
        }
        let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Queue");
        barrier.touchpoints = vec![TouchpointId::parse("t-2").unwrap()];
        document.barriers.put(barrier);
        let mut folds = Folds::default();
        let shown = |folds: &Folds| -> Vec<String> {
            let rows = rows(&document, &journey, folds);
            rows.iter()
                .map(|row| {
                    let what = match &row.subject {
                        Subject::Stage(_, stage) => stage.key(),
                        subject => subject.id_text(),
                    };
                    format!("{}{what}{}", " ".repeat(row.depth.into()), if row.folds { "+" } else { "" })
                })
                .collect()
        };
        let [attention, interest, impression] = ["attention+", "interest", "impression"];
        let before = [attention, " t-1", interest, "contact+", " s-2+", "  t-2+", impression, "engagement"];
        assert_eq!(shown(&folds), before);
        let second = Subject::Touchpoint(journey.id.clone(), TouchpointId::parse("t-2").unwrap());
        folds.set(&second, true);
        folds.set(&Subject::Stage(journey.id.clone(), Stage::Attention), false);
        let after = [attention, interest, "contact+", " s-2+", "  t-2+", "   b-1", impression, "engagement"];
        assert_eq!(shown(&folds), after);
        folds.set(&Subject::Step(journey.id.clone(), StepId::parse("s-2").unwrap()), false);
        assert_eq!(shown(&folds), [attention, interest, "contact+", " s-2+", impression, "engagement"]);
    }
}
