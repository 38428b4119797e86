//! Any document at all: every field of the model, odd texts, odd numbers; only the model's own promises are kept.

#[macro_use]
mod parts;

use std::sync::Arc;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use tropa::model::*;

pub(crate) use parts::text;
use parts::*;

fn project_info() -> impl Strategy<Value = ProjectInfo> {
    fields!(ProjectInfo {
        title: text(),
        subtitle: text(),
        language: prop::sample::select(Language::ALL.to_vec()),
        company: text(),
        product: text(),
        authors: few(text()),
        created: option::of(date()),
        updated: option::of(date()),
        vision: fields!(Vision { impression: text(), experience: text() }),
    })
}

fn channel() -> impl Strategy<Value = Channel> {
    fields!(Channel {
        id: channel_id(),
        rank: rank(),
        name: text(),
        icon: prop::sample::select(ChannelIcon::ALL.to_vec()),
    })
}

fn department() -> impl Strategy<Value = Department> {
    fields!(Department { id: department_id(), rank: rank(), name: text() })
}

fn participant() -> impl Strategy<Value = Participant> {
    fields!(Participant { id: participant_id(), name: text(), department: option::of(department_id()) })
}

fn portrait() -> impl Strategy<Value = Portrait> {
    let avatar = fields!(Avatar {
        hair: prop::sample::select(Hair::ALL.to_vec()),
        hair_color: prop::sample::select(HairColor::ALL.to_vec()),
        skin: prop::sample::select(Skin::ALL.to_vec()),
        glasses: any::<bool>(),
        beard: any::<bool>(),
        clothes: prop::sample::select(Clothes::ALL.to_vec()),
    });
    prop_oneof![Just(Portrait::Initials), avatar.prop_map(Portrait::Avatar), picture().prop_map(Portrait::Photo)]
}

/// Any persona.
pub(crate) fn persona() -> impl Strategy<Value = Persona> {
    let demographics = fields!(Demographics {
        age: text(),
        gender: text(),
        place: text(),
        family: text(),
        income: text(),
        occupation: text(),
    });
    fields!(Persona {
        id: persona_id(),
        rank: rank(),
        name: text(),
        portrait: portrait(),
        color: whole::<u8>(),
        quote: text(),
        segment: text(),
        share: option::of(number()),
        demographics: demographics,
        motivation: text(),
        goals: few(text()),
        needs: few(text()),
        pains: few(text()),
        expectations: few(text()),
        channels: few(channel_id()),
        habits: text(),
        devices: text(),
        sliders: few(fields!(Slider { name: text(), low: text(), high: text(), value: number() })),
        fields: few(fields!(Field { name: text(), value: text() })),
    })
}

fn feelings() -> impl Strategy<Value = Vec<Feeling>> {
    let feeling = fields!(Feeling {
        persona: persona_id(),
        emotion: option::of(emotion()),
        word: text(),
        quote: text(),
        expectation: option::of(emotion()),
        promise: text(),
    });
    sorted(feeling, |feeling| feeling.persona.clone())
}

/// A list sorted by a key, each key once.
fn sorted<T, K>(item: impl Strategy<Value = T>, key: fn(&T) -> K) -> impl Strategy<Value = Vec<T>>
where
    T: std::fmt::Debug,
    K: Ord,
{
    vec(item, 0..3).prop_map(move |mut items| {
        items.sort_by_key(key);
        items.dedup_by(|a, b| key(a) == key(b));
        items
    })
}

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let value = prop_oneof![
        text().prop_map(CellValue::Text),
        number().prop_map(CellValue::Number),
        picture().prop_map(CellValue::Picture),
    ];
    sorted(fields!(Cell { lane: lane_id(), value: value }), |cell| cell.lane.clone())
}

/// Any touchpoint.
pub(crate) fn touchpoint() -> impl Strategy<Value = Touchpoint> {
    fields!(Touchpoint {
        id: touchpoint_id(),
        step: step_id(),
        column: rank(),
        row: rank(),
        title: text(),
        action: text(),
        need: text(),
        feelings: feelings(),
        channel: option::of(channel_id()),
        ownership: prop::sample::select(vec![Ownership::Ours, Ownership::Partner, Ownership::Outside]),
        duration_minutes: option::of(number()),
        waiting_minutes: option::of(number()),
        pictures: few(picture()),
        backstage: text(),
        systems: text(),
        department: option::of(department_id()),
        participants: few(department_id()),
        evidence: few(evidence_id()),
        moment_of_truth: any::<bool>(),
        goal: any::<bool>(),
        start: option::of(number()),
        end: prop::sample::select(vec![End::None, End::Reached, End::Lost]),
        cells: cells(),
        notes: text(),
    })
}

fn transition() -> impl Strategy<Value = Transition> {
    fields!(Transition {
        id: transition_id(),
        from: touchpoint_id(),
        to: touchpoint_id(),
        share: option::of(number()),
        reason: text(),
        minutes: option::of(number()),
        context_carries: option::of(any::<bool>()),
    })
}

fn lane() -> impl Strategy<Value = Lane> {
    prop_oneof![prop::sample::select(Lane::BUILT_IN.to_vec()), lane_id().prop_map(Lane::Custom)]
}

fn journey_info() -> impl Strategy<Value = JourneyInfo> {
    let stage_info = || fields!(StageInfo { title: text(), goal: text(), notes: text() });
    let stages = [stage_info(), stage_info(), stage_info(), stage_info(), stage_info()];
    let path = fields!(PersonaPath { persona: persona_id(), touchpoints: few(touchpoint_id()) });
    fields!(JourneyInfo {
        rank: rank(),
        title: text(),
        kind: prop::sample::select(vec![JourneyKind::AsIs, JourneyKind::ToBe]),
        improves: option::of(journey_id()),
        question: text(),
        scope_from: text(),
        scope_to: text(),
        period: text(),
        customers: option::of(number()),
        personas: few(persona_id()),
        ltv: option::of(number()),
        revenue_per_customer: option::of(number()),
        currency: text(),
        date: option::of(date()),
        authors: few(text()),
        stages: stages,
        lanes: few(fields!(LaneSetting {
            lane: lane(),
            hidden: any::<bool>(),
            folded: any::<bool>(),
            height: option::of(number()),
        })),
        swimlanes: any::<bool>(),
        paths: sorted(path, |path| path.persona.clone()),
    })
}

/// Any journey.
pub(crate) fn journey() -> impl Strategy<Value = Journey> {
    let step = fields!(Step { id: step_id(), stage: stage(), rank: rank(), title: text() });
    let contents = vec![LaneContent::Text, LaneContent::Number, LaneContent::Picture];
    let custom_lane = fields!(CustomLane { id: lane_id(), title: text(), content: prop::sample::select(contents) });
    fields!(Journey {
        id: journey_id(),
        info: journey_info().prop_map(Arc::new),
        steps: list(step, 4),
        custom_lanes: list(custom_lane, 2),
        touchpoints: list(touchpoint(), 4),
        transitions: list(transition(), 4),
    })
}

fn barrier() -> impl Strategy<Value = Barrier> {
    let status = || prop::sample::select(BarrierStatus::ALL.to_vec());
    let blocks = btree_set(prop::sample::select(Blocks::ALL.to_vec()), 0..4);
    fields!(Barrier {
        id: barrier_id(),
        statement: text(),
        blocks: blocks.prop_map(|blocks| blocks.into_iter().collect()),
        touchpoints: few(touchpoint_id()),
        stage: option::of((journey_id(), stage())),
        personas: few(persona_id()),
        severity: option::of(whole::<u8>()),
        frequency: option::of(number()),
        leave: option::of(number()),
        emotion_cost: option::of(number()),
        evidence: few(evidence_id()),
        owner: option::of(department_id()),
        status: status(),
        history: few(fields!(StatusChange { date: date(), status: status() })),
        notes: text(),
    })
}

fn strength() -> impl Strategy<Value = Strength> {
    fields!(Strength {
        id: strength_id(),
        statement: text(),
        touchpoints: few(touchpoint_id()),
        evidence: few(evidence_id()),
    })
}

fn opportunity() -> impl Strategy<Value = Opportunity> {
    fields!(Opportunity {
        id: opportunity_id(),
        statement: text(),
        barriers: few(barrier_id()),
        touchpoints: few(touchpoint_id()),
        value_to_customer: option::of(whole::<u8>()),
        value_to_business: option::of(whole::<u8>()),
        effort: option::of(whole::<u8>()),
        cost_once: option::of(number()),
        cost_per_period: option::of(number()),
        reach: option::of(number()),
        impact: option::of(number()),
        confidence: option::of(number()),
        evidence: few(evidence_id()),
        owner: option::of(department_id()),
        due: option::of(date()),
        status: prop::sample::select(OpportunityStatus::ALL.to_vec()),
        notes: text(),
    })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    fields!(Evidence {
        id: evidence_id(),
        kind: prop::sample::select(EvidenceKind::ALL.to_vec()),
        title: text(),
        date: option::of(date()),
        sample: option::of(whole::<u32>()),
        note: text(),
        respondents: few(text()),
        link: text(),
        transcript: few(text()),
        excerpts: few(excerpt()),
    })
}

fn excerpt() -> impl Strategy<Value = Excerpt> {
    let supports = prop_oneof![
        barrier_id().prop_map(Supported::Barrier),
        strength_id().prop_map(Supported::Strength),
        touchpoint_id().prop_map(Supported::Touchpoint),
    ];
    fields!(Excerpt { quote: text(), respondent: text(), supports: supports })
}

fn metric_data() -> impl Strategy<Value = MetricData> {
    prop_oneof![
        any::<[u64; 11]>().prop_map(MetricData::Nps),
        any::<[u64; 5]>().prop_map(MetricData::Csat),
        any::<[u64; 7]>().prop_map(MetricData::Ces),
        (whole::<u64>(), whole::<u64>()).prop_map(|(lost, at_start)| MetricData::Churn { lost, at_start }),
        (number(), whole::<u64>()).prop_map(|(revenue, customers)| MetricData::Revenue { revenue, customers }),
        (number(), number(), number()).prop_map(|(margin, churn, discount)| MetricData::Ltv {
            margin,
            churn,
            discount
        }),
        (whole::<u64>(), whole::<u64>()).prop_map(|(part, whole)| MetricData::Share { part, whole }),
        (number(), option::of(whole::<u64>())).prop_map(|(value, sample)| MetricData::Number { value, sample }),
    ]
}

fn metric() -> impl Strategy<Value = Metric> {
    let subject = prop_oneof![
        journey_id().prop_map(MetricSubject::Journey),
        (journey_id(), stage()).prop_map(|(journey, stage)| MetricSubject::Stage(journey, stage)),
        touchpoint_id().prop_map(MetricSubject::Touchpoint),
    ];
    fields!(Metric {
        id: metric_id(),
        rank: rank(),
        subject: subject,
        persona: option::of(persona_id()),
        title: text(),
        data: metric_data(),
        period: text(),
        unit: text(),
        target: option::of(number()),
    })
}

fn audit() -> impl Strategy<Value = Audit> {
    let key = (prop::sample::select(Component::ALL.to_vec()), whole::<u8>());
    let answer = (option::of(whole::<u8>()), text(), few(evidence_id()));
    btree_map(key, answer, 0..3).prop_map(|answers| {
        let answer = |((component, question), (score, note, evidence))| AuditAnswer {
            component,
            question,
            score,
            note,
            evidence,
        };
        Audit { answers: answers.into_iter().map(answer).collect() }
    })
}

fn stop() -> impl Strategy<Value = Stop> {
    let view = prop_oneof![
        Just(StopView::Overview),
        persona_id().prop_map(StopView::Persona),
        stage().prop_map(StopView::Stage),
        touchpoint_id().prop_map(StopView::Touchpoint),
        Just(StopView::Emotions),
        Just(StopView::Answers),
        Just(StopView::Decisions),
        few(touchpoint_id()).prop_map(StopView::Selection),
    ];
    fields!(Stop {
        id: stop_id(),
        rank: rank(),
        journey: journey_id(),
        view: view,
        hidden: any::<bool>(),
        notes: text(),
        ink: few(fields!(InkStroke { points: few((whole::<u16>(), whole::<u16>())) })),
    })
}

/// A reference to anything.
pub(crate) fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        Just(Subject::Project),
        channel_id().prop_map(Subject::Channel),
        department_id().prop_map(Subject::Department),
        participant_id().prop_map(Subject::Participant),
        persona_id().prop_map(Subject::Persona),
        journey_id().prop_map(Subject::Journey),
        (journey_id(), stage()).prop_map(|(journey, stage)| Subject::Stage(journey, stage)),
        (journey_id(), step_id()).prop_map(|(journey, id)| Subject::Step(journey, id)),
        (journey_id(), lane_id()).prop_map(|(journey, id)| Subject::Lane(journey, id)),
        (journey_id(), touchpoint_id()).prop_map(|(journey, id)| Subject::Touchpoint(journey, id)),
        (journey_id(), transition_id()).prop_map(|(journey, id)| Subject::Transition(journey, id)),
        barrier_id().prop_map(Subject::Barrier),
        strength_id().prop_map(Subject::Strength),
        opportunity_id().prop_map(Subject::Opportunity),
        evidence_id().prop_map(Subject::Evidence),
        metric_id().prop_map(Subject::Metric),
        stop_id().prop_map(Subject::Stop),
    ]
}

fn workshop() -> impl Strategy<Value = Workshop> {
    let agenda = fields!(AgendaItem { id: agenda_id(), rank: rank(), title: text(), minutes: number() });
    let parking = fields!(ParkingItem {
        id: parking_id(),
        rank: rank(),
        text: text(),
        participant: option::of(participant_id())
    });
    let decision = fields!(Decision {
        id: decision_id(),
        rank: rank(),
        what: text(),
        who: text(),
        due: option::of(date()),
        opportunities: few(opportunity_id()),
    });
    let entry = fields!(GlossaryEntry { id: glossary_id(), term: text(), meaning: text() });
    let vote = fields!(Vote {
        id: vote_id(),
        rank: rank(),
        title: text(),
        dots_each: whole::<u32>(),
        voters: whole::<u32>(),
        results: few((subject(), whole::<u32>())),
        revealed: any::<bool>(),
    });
    let poll = fields!(Poll { id: poll_id(), rank: rank(), touchpoint: touchpoint_id(), counts: any::<[u32; 11]>() });
    fields!(Workshop {
        agenda: list(agenda, 2),
        parking: list(parking, 2),
        decisions: list(decision, 2),
        glossary: list(entry, 2),
        votes: list(vote, 2),
        polls: list(poll, 2),
        notes: text(),
    })
}

fn comment() -> impl Strategy<Value = Comment> {
    fields!(Comment {
        id: comment_id(),
        subject: subject(),
        author: text(),
        date: option::of(date()),
        text: text(),
        settled: any::<bool>(),
    })
}

/// Any document.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    fields!(Document {
        info: project_info().prop_map(Arc::new),
        channels: list(channel(), 3),
        departments: list(department(), 2),
        participants: list(participant(), 2),
        personas: list(persona(), 2),
        barriers: list(barrier(), 3),
        strengths: list(strength(), 2),
        opportunities: list(opportunity(), 2),
        evidence: list(evidence(), 2),
        metrics: list(metric(), 3),
        journeys: list(journey(), 2),
        audit: audit().prop_map(Arc::new),
        stops: list(stop(), 3),
        workshop: workshop().prop_map(Arc::new),
        comments: list(comment(), 2),
    })
}
