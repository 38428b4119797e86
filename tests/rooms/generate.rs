//! Generated journeys of any size, for measuring: five stages of equal size, every touchpoint joined to its neighbour in
//! the next stage and every third one to a second neighbour, at most eight rows a column, something in every lane.

use std::sync::Arc;

use tropa::model::{
    Barrier, BarrierId, Channel, ChannelIcon, ChannelId, Department, DepartmentId, Document, Emotion, IdSource,
    Journey, JourneyId, JourneyInfo, List, Metric, MetricData, MetricId, MetricSubject, Opportunity, OpportunityId,
    Persona, PersonaId, ProjectInfo, Rank, SeededIds, Stage, StageInfo, Step, StepId, Strength, StrengthId, Touchpoint,
    TouchpointId, Transition, TransitionId,
};

/// Rows of one column.
const ROWS: usize = 8;

const RUSSIAN: &str = "поиск сравнение оплата доставка отзыв магазин корзина заказ звонок вопрос возврат выбор товара карта \
                       скидка чат оператор письмо кабинет пункт выдачи";
const ENGLISH: &str = "search compare checkout delivery review storefront basket order support question refund choice product \
                       card discount chat operator letter account pickup";
const FEELINGS: [&str; 5] = ["frustrated", "worried", "neutral", "pleased", "delighted"];
const ACTORS: [(&str, &str, ChannelIcon); 4] = [
    ("Покупатель", "сайт", ChannelIcon::Website),
    ("Support agent", "phone", ChannelIcon::Phone),
    ("Курьер", "доставка", ChannelIcon::Courier),
    ("Store manager", "shop", ChannelIcon::Shop),
];

fn id<T>(parsed: Result<T, tropa::model::IdError>) -> T {
    parsed.expect("generated ids are ids")
}

/// A label of some thirty characters, Russian and English in turn.
fn label(index: usize, source: &mut SeededIds) -> String {
    let words: Vec<&str> = if index % 2 == 1 { RUSSIAN } else { ENGLISH }.split_whitespace().collect();
    let mut label = String::new();
    while label.chars().count() < 22 {
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(words[(source.next_bits() % words.len() as u64) as usize]);
    }
    format!("{label} {index}").chars().take(34).collect()
}

/// A project with one journey of so many touchpoints; the same count gives the same project.
pub(crate) fn journey(count: usize) -> Document {
    let mut source = SeededIds::new(20_000 + count as u64);
    let mut document = Document {
        info: Arc::new(ProjectInfo {
            title: format!("Карта пути / journey map, {count} touchpoints"),
            ..ProjectInfo::default()
        }),
        ..Document::default()
    };
    for (index, (actor, channel, icon)) in ACTORS.into_iter().enumerate() {
        let mut persona = Persona::new(id(PersonaId::parse(&format!("p-{index}"))), actor);
        persona.color = index as u8;
        document.personas.put(persona);
        let rank = Rank::default();
        document.channels.put(Channel {
            id: id(ChannelId::parse(&format!("c-{index}"))),
            rank: rank.clone(),
            name: channel.into(),
            icon,
        });
        document.departments.put(Department {
            id: id(DepartmentId::parse(&format!("d-{index}"))),
            rank,
            name: actor.into(),
        });
    }
    let journey = graph(count, &mut source);
    barriers(&mut document, count);
    metrics(&mut document, &journey.id);
    document.journeys.put(journey);
    document
}

/// How many touchpoints each stage holds.
fn per_stage(count: usize) -> [usize; 5] {
    [0, 1, 2, 3, 4].map(|stage| count / 5 + usize::from(stage < count % 5))
}

fn graph(count: usize, source: &mut SeededIds) -> Journey {
    let step = |stage: Stage| id(StepId::parse(&format!("s-{}", stage.key())));
    let steps = Stage::ALL.map(|stage| Step { id: step(stage), stage, rank: Rank::default(), title: String::new() });
    let mut journey = Journey::new(id(JourneyId::parse("j-generated")), steps.into_iter().collect());
    let personas = (0..ACTORS.len()).map(|index| id(PersonaId::parse(&format!("p-{index}")))).collect();
    let stages = Stage::ALL.map(|stage| StageInfo { goal: format!("Goal of {}", stage.key()), ..StageInfo::default() });
    journey.info = Arc::new(JourneyInfo { title: "Generated".into(), personas, stages, ..JourneyInfo::default() });
    let sizes = per_stage(count);
    let mut touchpoints = Vec::with_capacity(count);
    let mut first = [0; 5];
    let rows = Rank::spread(ROWS);
    for (stage, size) in Stage::ALL.into_iter().zip(sizes) {
        first[stage.index()] = touchpoints.len();
        let columns = Rank::spread(size.div_ceil(ROWS));
        for place in 0..size {
            let rank = (columns[place / ROWS].clone(), rows[place % ROWS].clone());
            touchpoints.push(touchpoint(touchpoints.len(), (step(stage), rank), source));
        }
    }
    journey.touchpoints = touchpoints.into_iter().collect();
    journey.transitions = transitions(first, sizes);
    journey
}

fn touchpoint(index: usize, (step, (column, row)): (StepId, (Rank, Rank)), source: &mut SeededIds) -> Touchpoint {
    let mut touchpoint = Touchpoint::new(touchpoint_id(index), step, column, row);
    touchpoint.title = label(index, source);
    let score = (source.next_bits() % 5) as usize;
    let actor = (source.next_bits() % 4) as usize;
    touchpoint.channel = Some(id(ChannelId::parse(&format!("c-{actor}"))));
    touchpoint.department = Some(id(DepartmentId::parse(&format!("d-{actor}"))));
    touchpoint.moment_of_truth = index.is_multiple_of(16);
    if index.is_multiple_of(16) {
        touchpoint.need = "Wants to know when it comes".into();
    }
    if index.is_multiple_of(8) {
        touchpoint.action = "Opens the page and looks for the price".into();
    }
    let feeling = touchpoint.feeling_mut(&id(PersonaId::parse(&format!("p-{actor}"))));
    feeling.emotion = Some(Emotion::from_halves(score as i32 * 5 - 10));
    feeling.expectation = Some(Emotion::from_halves(4));
    feeling.word = FEELINGS[score].into();
    if index % 8 == 4 {
        feeling.quote = "Где мой заказ?".into();
    }
    touchpoint
}

fn touchpoint_id(index: usize) -> TouchpointId {
    id(TouchpointId::parse(&format!("t-{index:06}")))
}

/// Touchpoint i of a stage leads to i of the next one, and every third one also to i + 1.
fn transitions(first: [usize; 5], sizes: [usize; 5]) -> List<Transition> {
    let mut pairs = Vec::new();
    for stage in 0..4 {
        for place in 0..sizes[stage] {
            let Some(last) = sizes[stage + 1].checked_sub(1) else { continue };
            pairs.push((first[stage] + place, first[stage + 1] + place.min(last)));
            if place.is_multiple_of(3) && place < last {
                pairs.push((first[stage] + place, first[stage + 1] + place + 1));
            }
        }
    }
    let transition = |(index, (from, to)): (usize, (usize, usize))| {
        Transition::new(id(TransitionId::parse(&format!("r-{index:06}"))), touchpoint_id(from), touchpoint_id(to))
    };
    pairs.into_iter().enumerate().map(transition).collect()
}

fn barriers(document: &mut Document, count: usize) {
    let mut barriers = Vec::new();
    for index in (0..count).step_by(4) {
        let statement =
            if index.is_multiple_of(8) { "Нет ответа больше суток" } else { "Form is too long" };
        let mut barrier = Barrier::new(id(BarrierId::parse(&format!("b-{index:06}"))), statement);
        barrier.touchpoints = vec![touchpoint_id(index)];
        barrier.severity = Some((index / 4 % 5) as u8 + 1);
        barrier.frequency = Some((index % 90) as f64 / 100.0 + 0.05);
        barriers.push(barrier);
    }
    document.barriers = barriers.into_iter().collect();
    let mut opportunities = Vec::new();
    for index in (0..count).step_by(16) {
        let mut opportunity =
            Opportunity::new(id(OpportunityId::parse(&format!("o-{index:06}"))), "Answer within the hour");
        opportunity.barriers = vec![id(BarrierId::parse(&format!("b-{index:06}")))];
        opportunities.push(opportunity);
    }
    document.opportunities = opportunities.into_iter().collect();
    let strength = |index: usize| Strength {
        id: id(StrengthId::parse(&format!("g-{index:06}"))),
        statement: "Быстрый ответ".into(),
        touchpoints: vec![touchpoint_id(index)],
        evidence: Vec::new(),
    };
    document.strengths = (0..count).step_by(16).map(strength).collect();
}

fn metrics(document: &mut Document, journey: &JourneyId) {
    for stage in Stage::ALL {
        document.metrics.put(Metric {
            id: id(MetricId::parse(&format!("m-{}", stage.key()))),
            rank: Rank::default(),
            subject: MetricSubject::Stage(journey.clone(), stage),
            persona: None,
            title: String::new(),
            data: MetricData::Csat([8, 11, 40, 90, 70]),
            period: String::new(),
            unit: String::new(),
            target: None,
        });
    }
}
