//! Numbers outside their range; what is no finite number is outside any.

use super::{Found, ProblemKind};
use crate::model::{Barrier, CellValue, Document, Journey, Metric, MetricData, Opportunity, Subject};

/// The fields that are checked, as the file names them; each has its words in `i18n`.
pub const FIELDS: [&str; 30] = [
    "share",
    "value",
    "customers",
    "ltv",
    "revenue_per_customer",
    "height",
    "start",
    "duration_minutes",
    "waiting_minutes",
    "minutes",
    "severity",
    "frequency",
    "leave",
    "emotion_cost",
    "value_to_customer",
    "value_to_business",
    "effort",
    "cost_once",
    "cost_per_period",
    "reach",
    "impact",
    "confidence",
    "lost",
    "revenue",
    "margin",
    "churn",
    "discount",
    "part",
    "target",
    "score",
];

const SHARE: (f64, f64) = (0.0, 1.0);
const POINTS: (f64, f64) = (1.0, 5.0);
const NOT_NEGATIVE: (f64, f64) = (0.0, f64::MAX);
const ANY: (f64, f64) = (f64::MIN, f64::MAX);

pub(super) fn check(document: &Document, found: &mut Found) {
    for persona in &document.personas {
        let mut check = Check::new(found, Subject::Persona(persona.id.clone()));
        check.number("share", persona.share, SHARE);
        for slider in &persona.sliders {
            check.number("value", Some(slider.value), SHARE);
        }
    }
    for journey in &document.journeys {
        check_journey(journey, found);
        check_map(journey, found);
    }
    for barrier in &document.barriers {
        check_barrier(barrier, found);
    }
    for opportunity in &document.opportunities {
        check_opportunity(opportunity, found);
    }
    for metric in &document.metrics {
        check_metric(metric, found);
    }
    let mut check = Check::new(found, Subject::Project);
    for answer in &document.audit.answers {
        check.whole("score", answer.score, (0.0, 4.0));
    }
    for item in &document.workshop.agenda {
        check.number("minutes", Some(item.minutes), NOT_NEGATIVE);
    }
}

fn check_journey(journey: &Journey, found: &mut Found) {
    let mut check = Check::new(found, Subject::Journey(journey.id.clone()));
    let info = &journey.info;
    check.number("customers", info.customers, NOT_NEGATIVE);
    check.number("ltv", info.ltv, ANY);
    check.number("revenue_per_customer", info.revenue_per_customer, ANY);
    for lane in &info.lanes {
        check.number("height", lane.height, NOT_NEGATIVE);
    }
}

fn check_map(journey: &Journey, found: &mut Found) {
    for touchpoint in &journey.touchpoints {
        let mut check = Check::new(found, Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone()));
        check.number("start", touchpoint.start, SHARE);
        check.number("duration_minutes", touchpoint.duration_minutes, NOT_NEGATIVE);
        check.number("waiting_minutes", touchpoint.waiting_minutes, NOT_NEGATIVE);
        for cell in &touchpoint.cells {
            if let CellValue::Number(number) = cell.value {
                check.number("value", Some(number), ANY);
            }
        }
    }
    for transition in &journey.transitions {
        let mut check = Check::new(found, Subject::Transition(journey.id.clone(), transition.id.clone()));
        check.number("share", transition.share, SHARE);
        check.number("minutes", transition.minutes, NOT_NEGATIVE);
    }
}

fn check_barrier(barrier: &Barrier, found: &mut Found) {
    let mut check = Check::new(found, Subject::Barrier(barrier.id.clone()));
    check.whole("severity", barrier.severity, POINTS);
    check.number("frequency", barrier.frequency, SHARE);
    check.number("leave", barrier.leave, SHARE);
    check.number("emotion_cost", barrier.emotion_cost, (0.0, 10.0));
}

fn check_opportunity(opportunity: &Opportunity, found: &mut Found) {
    let mut check = Check::new(found, Subject::Opportunity(opportunity.id.clone()));
    check.whole("value_to_customer", opportunity.value_to_customer, POINTS);
    check.whole("value_to_business", opportunity.value_to_business, POINTS);
    check.whole("effort", opportunity.effort, POINTS);
    // A saving is a negative cost.
    check.number("cost_once", opportunity.cost_once, ANY);
    check.number("cost_per_period", opportunity.cost_per_period, ANY);
    check.number("reach", opportunity.reach, NOT_NEGATIVE);
    check.number("impact", opportunity.impact, (0.0, 3.0));
    check.number("confidence", opportunity.confidence, SHARE);
}

fn check_metric(metric: &Metric, found: &mut Found) {
    let mut check = Check::new(found, Subject::Metric(metric.id.clone()));
    check.number("target", metric.target, ANY);
    match metric.data {
        MetricData::Nps(_) | MetricData::Csat(_) | MetricData::Ces(_) => {}
        MetricData::Churn { lost, at_start } => check.number("lost", Some(lost as f64), (0.0, at_start as f64)),
        MetricData::Revenue { revenue, customers: _ } => check.number("revenue", Some(revenue), ANY),
        MetricData::Ltv { margin, churn, discount } => {
            check.number("margin", Some(margin), ANY);
            check.number("churn", Some(churn), SHARE);
            check.number("discount", Some(discount), (-1.0, f64::MAX));
        }
        MetricData::Share { part, whole } => check.number("part", Some(part as f64), (0.0, whole as f64)),
        MetricData::Number { value, sample: _ } => check.number("value", Some(value), ANY),
    }
}

/// Checks the numbers of one subject.
struct Check<'a> {
    found: &'a mut Found,
    subject: Subject,
}

impl<'a> Check<'a> {
    fn new(found: &'a mut Found, subject: Subject) -> Self {
        Self { found, subject }
    }

    fn number(&mut self, field: &'static str, value: Option<f64>, (min, max): (f64, f64)) {
        let Some(value) = value else { return };
        debug_assert!(FIELDS.contains(&field), "{field} has no words");
        if !(min..=max).contains(&value) {
            self.found.add(self.subject.clone(), ProblemKind::OutOfRange { field, value, min, max });
        }
    }

    fn whole(&mut self, field: &'static str, value: Option<u8>, range: (f64, f64)) {
        self.number(field, value.map(f64::from), range);
    }
}
