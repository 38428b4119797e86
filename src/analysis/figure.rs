//! Metrics as figures: the value with its interval and sample, computed from raw counts.
//!
//! Percent figures (CSAT, churn, shares) are in percent, NPS in points −100…+100, effort on its 1–7 scale, money and
//! plain numbers in their own unit.

use crate::model::{Metric, MetricData};

/// Quantile of the standard normal distribution for 95 % intervals.
const Z: f64 = 1.96;
/// With fewer answers no interval is given: "few answers" and the counts instead.
pub const FEW_ANSWERS: u64 = 30;

/// Which figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    /// Net Promoter Score, points −100…+100.
    Nps,
    /// Customer satisfaction: percent of 4 and 5 of 5.
    Csat,
    /// Customer effort score 2.0: mean of 1–7, higher is easier.
    Ces,
    /// Churn: percent of the period's first customers lost.
    Churn,
    /// Revenue per customer of a period (simple LTV).
    Revenue,
    /// Life-time value by margin.
    Ltv,
    /// A share, percent.
    Share,
    /// A plain number.
    Number,
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// Nobody was counted.
    NoAnswers,
    /// 1 + i − r ≤ 0: margins would add up without end.
    Unbounded,
    /// A raw number is not finite or not within its range.
    BadNumber,
}

/// A metric's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Which figure.
    pub kind: FigureKind,
    /// The value, or why there is none.
    pub value: Result<f64, Undefined>,
    /// The 95 % interval, where the figure is an estimate from at least [`FEW_ANSWERS`] answers.
    pub interval: Option<(f64, f64)>,
    /// The standard error behind [`is_within_noise`], in the value's unit, under the same condition.
    pub standard_error: Option<f64>,
    /// The sample: answers, customers or cases.
    pub n: Option<u64>,
    /// Whether it is an estimate from fewer than [`FEW_ANSWERS`] answers.
    pub few_answers: bool,
}

/// The figure of a metric.
pub fn figure(metric: &Metric) -> Figure {
    match metric.data {
        MetricData::Nps(counts) => nps(&counts),
        MetricData::Csat(counts) => {
            let [_, _, _, fours, fives] = counts;
            proportion(FigureKind::Csat, fours.saturating_add(fives), total(&counts))
        }
        MetricData::Ces(counts) => ces(&counts),
        MetricData::Churn { lost, at_start } => {
            let value = quotient(lost as f64 * 100.0, at_start);
            Figure { n: Some(at_start), ..certain(FigureKind::Churn, value) }
        }
        MetricData::Revenue { revenue, customers } => {
            Figure { n: Some(customers), ..certain(FigureKind::Revenue, quotient(revenue, customers)) }
        }
        MetricData::Ltv { margin, churn, discount } => certain(FigureKind::Ltv, ltv(margin, churn, discount)),
        MetricData::Share { part, whole } => proportion(FigureKind::Share, part, whole),
        MetricData::Number { value, sample } => {
            let few_answers = sample.is_some_and(|sample| sample < FEW_ANSWERS);
            Figure { n: sample, few_answers, ..certain(FigureKind::Number, finite(value)) }
        }
    }
}

/// Whether the change between two figures of one kind is within noise: |Δ| < 1.96·√(SE₁² + SE₂²). `None` where
/// either has no standard error or the kinds differ.
pub fn is_within_noise(before: &Figure, after: &Figure) -> Option<bool> {
    if before.kind != after.kind {
        return None;
    }
    let change = after.value.ok()? - before.value.ok()?;
    let error = before.standard_error?.hypot(after.standard_error?);
    Some(change.abs() < Z * error)
}

/// Net Promoter Score: 100·(p − d), p the share of 9–10, d that of 0–6.
/// Variance of the difference of two multinomial shares: 100²·(p + d − (p − d)²)/n.
fn nps(counts: &[u64; 11]) -> Figure {
    let n = total(counts);
    let [detractors @ .., _, _, nines, tens] = counts;
    let share = |count: u64| count as f64 / n.max(1) as f64;
    let (p, d) = (share(nines.saturating_add(*tens)), share(total(detractors)));
    let variance = 100.0 * 100.0 * (p + d - (p - d) * (p - d)) / n.max(1) as f64;
    estimate(FigureKind::Nps, 100.0 * (p - d), variance.max(0.0).sqrt(), n)
}

/// Customer effort score 2.0: the mean of 1–7, its interval the mean ± 1.96·s/√n with the sample's deviation s.
fn ces(counts: &[u64; 7]) -> Figure {
    let n = total(counts);
    let sum = |term: &dyn Fn(f64) -> f64| -> f64 {
        counts.iter().zip(1..).map(|(count, answer)| *count as f64 * term(f64::from(answer))).sum()
    };
    let mean = sum(&|answer| answer) / n.max(1) as f64;
    let variance = sum(&|answer| (answer - mean) * (answer - mean)) / n.saturating_sub(1).max(1) as f64;
    estimate(FigureKind::Ces, mean, (variance / n.max(1) as f64).sqrt(), n)
}

/// A percentage with the Wilson score interval (Wilson, 1927): centre (p + z²/2n)/(1 + z²/n), half-width
/// z/(1 + z²/n)·√(p(1 − p)/n + z²/4n²).
fn proportion(kind: FigureKind, part: u64, whole: u64) -> Figure {
    if part > whole {
        return Figure { n: Some(whole), ..certain(kind, Err(Undefined::BadNumber)) };
    }
    let n = whole.max(1) as f64;
    let p = part as f64 / n;
    let spread = Z * Z / n;
    let centre = (p + spread / 2.0) / (1.0 + spread);
    let half = Z / (1.0 + spread) * (p * (1.0 - p) / n + spread / (4.0 * n)).sqrt();
    let figure = estimate(kind, 100.0 * p, 100.0 * (p * (1.0 - p) / n).sqrt(), whole);
    // Rounding must not carry the ends of all or nothing beyond what a share can be.
    let interval = (100.0 * (centre - half).max(0.0), 100.0 * (centre + half).min(1.0));
    Figure { interval: figure.interval.and(Some(interval)), ..figure }
}

/// Life-time value by margin: m·r/(1 + i − r) with retention r = 1 − churn and discount rate i, the first margin one
/// period out; unbounded where 1 + i − r ≤ 0.
fn ltv(margin: f64, churn: f64, discount: f64) -> Result<f64, Undefined> {
    let numbers = [margin, churn, discount].iter().all(|number| number.is_finite());
    if !numbers || !(0.0..=1.0).contains(&churn) {
        return Err(Undefined::BadNumber);
    }
    // 1 + i − r with r = 1 − churn, written without the cancelling ones.
    let denominator = discount + churn;
    if denominator <= 0.0 {
        return Err(Undefined::Unbounded);
    }
    finite(margin * (1.0 - churn) / denominator)
}

fn total(counts: &[u64]) -> u64 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() { Ok(value) } else { Err(Undefined::BadNumber) }
}

fn quotient(part: f64, whole: u64) -> Result<f64, Undefined> {
    if whole == 0 { Err(Undefined::NoAnswers) } else { finite(part / whole as f64) }
}

/// A figure that is counted, not estimated.
fn certain(kind: FigureKind, value: Result<f64, Undefined>) -> Figure {
    Figure { kind, value, interval: None, standard_error: None, n: None, few_answers: false }
}

/// A figure estimated from n answers, with the interval value ± 1.96·SE where they are enough.
fn estimate(kind: FigureKind, value: f64, standard_error: f64, n: u64) -> Figure {
    let value = if n == 0 { Err(Undefined::NoAnswers) } else { finite(value) };
    let few_answers = n < FEW_ANSWERS;
    let known = value.ok().filter(|_| !few_answers);
    Figure {
        kind,
        value,
        interval: known.map(|value| (value - Z * standard_error, value + Z * standard_error)),
        standard_error: known.map(|_| standard_error),
        n: Some(n),
        few_answers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JourneyId, MetricId, MetricSubject, Rank};
    use MetricData::{Ces, Churn, Csat, Ltv, Nps, Number, Revenue, Share};

    fn of(data: MetricData) -> Figure {
        figure(&Metric {
            id: MetricId::parse("m-1").unwrap(),
            rank: Rank::default(),
            subject: MetricSubject::Journey(JourneyId::parse("j-1").unwrap()),
            persona: None,
            title: String::new(),
            data,
            period: String::new(),
            unit: String::new(),
            target: None,
        })
    }

    /// Value, interval (rounded to hundredths), sample.
    fn check(data: &MetricData, value: Result<f64, Undefined>, interval: Option<(f64, f64)>, n: Option<u64>) {
        let round = |value: f64| (value * 100.0).round() / 100.0;
        let got = of(data.clone());
        assert_eq!(got.value.map(round), value, "{data:?}");
        assert_eq!(got.interval.map(|(low, high)| (round(low), round(high))), interval, "{data:?}");
        assert_eq!(got.n, n, "{data:?}");
    }

    #[test]
    fn figures_by_hand() {
        check(&Ces([80, 210, 140, 110, 160, 180, 120]), Ok(4.08), Some((3.96, 4.2)), Some(1000));
        // p = 0.5, d = 0.2: variance 10000·(0.7 − 0.09)/100 = 61, error 7.81.
        check(&Nps([0, 0, 0, 0, 0, 0, 20, 15, 15, 25, 25]), Ok(30.0), Some((14.69, 45.31)), Some(100));
        check(&Nps([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40]), Ok(100.0), Some((100.0, 100.0)), Some(40));
        // Wilson for 141 of 198 and for 99 of 412.
        check(&Csat([9, 18, 30, 78, 63]), Ok(71.21), Some((64.55, 77.07)), Some(198));
        check(&Share { part: 99, whole: 412 }, Ok(24.03), Some((20.16, 28.38)), Some(412));
        check(&Share { part: 0, whole: 50 }, Ok(0.0), Some((0.0, 7.14)), Some(50));
        check(&Share { part: 50, whole: 50 }, Ok(100.0), Some((92.86, 100.0)), Some(50));
        check(&Churn { lost: 30, at_start: 1200 }, Ok(2.5), None, Some(1200));
        check(&Revenue { revenue: 125_000.0, customers: 100 }, Ok(1250.0), None, Some(100));
        // 100·0.8/(1 + 0.1 − 0.8) = 266.67
        check(&Ltv { margin: 100.0, churn: 0.2, discount: 0.1 }, Ok(266.67), None, None);
        check(&Number { value: 18_400.0, sample: None }, Ok(18_400.0), None, None);
    }

    #[test]
    fn undefined_figures_say_why() {
        check(&Ltv { margin: 100.0, churn: 0.0, discount: 0.0 }, Err(Undefined::Unbounded), None, None);
        check(&Ltv { margin: 100.0, churn: 0.1, discount: -0.2 }, Err(Undefined::Unbounded), None, None);
        check(&Ltv { margin: 100.0, churn: 1.5, discount: 0.1 }, Err(Undefined::BadNumber), None, None);
        check(&Csat([0; 5]), Err(Undefined::NoAnswers), None, Some(0));
        check(&Nps([0; 11]), Err(Undefined::NoAnswers), None, Some(0));
        check(&Ces([0; 7]), Err(Undefined::NoAnswers), None, Some(0));
        check(&Churn { lost: 1, at_start: 0 }, Err(Undefined::NoAnswers), None, Some(0));
        check(&Revenue { revenue: f64::NAN, customers: 3 }, Err(Undefined::BadNumber), None, Some(3));
        check(&Share { part: 3, whole: 2 }, Err(Undefined::BadNumber), None, Some(2));
        check(&Number { value: f64::INFINITY, sample: None }, Err(Undefined::BadNumber), None, None);
        assert_eq!(of(Nps([u64::MAX; 11])).n, Some(u64::MAX));
    }

    #[test]
    fn few_answers_have_no_interval() {
        let check = |data: MetricData, few: bool| {
            let got = of(data.clone());
            assert_eq!((got.few_answers, got.interval.is_none()), (few, few), "{data:?}");
        };
        check(Csat([0, 0, 9, 10, 10]), true);
        check(Csat([0, 0, 10, 10, 10]), false);
        check(Share { part: 1, whole: 29 }, true);
        check(Ces([0, 0, 0, 0, 0, 0, 1]), true);
        assert!(of(Number { value: 1.0, sample: Some(5) }).few_answers);
        assert!(!of(Churn { lost: 1, at_start: 5 }).few_answers);
    }

    #[test]
    fn small_changes_are_noise() {
        let share = |part, whole| of(Share { part, whole });
        // Errors of 5 points each: 1.96·√50 = 13.86.
        assert_eq!(is_within_noise(&share(50, 100), &share(60, 100)), Some(true));
        assert_eq!(is_within_noise(&share(50, 100), &share(65, 100)), Some(false));
        assert_eq!(is_within_noise(&share(5, 10), &share(6, 10)), None);
        assert_eq!(is_within_noise(&share(50, 100), &of(Ces([9; 7]))), None);
    }
}
