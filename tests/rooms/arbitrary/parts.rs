//! The small parts that documents are made of: texts, numbers, ids, lists.

use proptest::collection::vec;
use proptest::prelude::*;
use tropa::model::*;

/// Texts that break naive writers: quotes, controls, other scripts, emoji, direction marks, and long ones.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        6 => "[a-zа-яё ]{1,20}",
        3 => any::<String>(),
        2 => vec(prop::sample::select(ODD.to_vec()), 1..6).prop_map(|parts| parts.concat()),
        1 => "[ -~]{0,40}",
        1 => (1_usize..3000).prop_map(|length| "длинно ".repeat(length)),
    ]
}

const ODD: [&str; 20] = [
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{202e}אבג",
    "\u{feff}",
    "👩‍👩‍👧",
    "// no comment",
    "/*",
    "r#\"",
    "\u{2028}",
    "'",
    "), (",
    "{}[]",
    "\u{10ffff}",
    "e\u{301}",
];

/// Finite numbers of every size, zeros of both signs.
pub(crate) fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-0.0),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        Just(0.1 + 0.2),
        0.0..=1.0,
        -1e6..1e6,
        any::<f64>().prop_filter("finite", |number| number.is_finite()),
    ]
}

/// Whole numbers, with more zeros than chance gives: a zero is a default that may be left out where it must not.
pub(crate) fn whole<T: Arbitrary + Default + Clone + 'static>() -> impl Strategy<Value = T> {
    prop_oneof![1 => Just(T::default()), 3 => any::<T>()]
}

pub(crate) fn emotion() -> impl Strategy<Value = Emotion> {
    (-10..=10).prop_map(Emotion::from_halves)
}

pub(crate) fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

pub(crate) fn rank() -> impl Strategy<Value = Rank> {
    "[0-9a-z]{0,6}".prop_map(|text| Rank::parse(&text).expect("a rank"))
}

pub(crate) fn picture() -> impl Strategy<Value = Picture> {
    let format = prop_oneof![Just(PictureFormat::Png), Just(PictureFormat::Jpeg)];
    (format, vec(any::<u8>(), 0..40)).prop_map(|(format, bytes)| Picture { format, bytes: bytes.into() })
}

macro_rules! ids {
    ($($name:ident: $id:ident;)*) => {$(
        /// A few ids only, so that references often meet.
        pub(crate) fn $name() -> impl Strategy<Value = $id> {
            prop_oneof![
                8 => (0..6_u8).prop_map(|n| $id::parse(&format!("{}-{n}", $id::PREFIX)).expect("an id")),
                1 => "[a-z0-9-]{1,60}".prop_map(|tail| $id::parse(&format!("{}-{tail}", $id::PREFIX)).expect("an id")),
            ]
        }
    )*};
}

ids! {
    agenda_id: AgendaItemId;
    barrier_id: BarrierId;
    channel_id: ChannelId;
    comment_id: CommentId;
    decision_id: DecisionId;
    department_id: DepartmentId;
    evidence_id: EvidenceId;
    glossary_id: GlossaryId;
    journey_id: JourneyId;
    lane_id: LaneId;
    metric_id: MetricId;
    opportunity_id: OpportunityId;
    parking_id: ParkingId;
    participant_id: ParticipantId;
    persona_id: PersonaId;
    poll_id: PollId;
    step_id: StepId;
    stop_id: StopId;
    strength_id: StrengthId;
    touchpoint_id: TouchpointId;
    transition_id: TransitionId;
    vote_id: VoteId;
}

pub(crate) fn stage() -> impl Strategy<Value = Stage> {
    prop::sample::select(Stage::ALL.to_vec())
}

pub(crate) fn few<T: std::fmt::Debug>(item: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    vec(item, 0..3)
}

pub(crate) fn list<T: Item + std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    most: usize,
) -> impl Strategy<Value = List<T>> {
    vec(item, 0..=most).prop_map(|items| items.into_iter().collect())
}

/// Pairs within pairs, as pattern and as strategy: tuples end at twelve, and pairs still shrink.
macro_rules! nest {
    () => { () };
    ($first:ident $($rest:ident)*) => { ($first, nest!($($rest)*)) };
}

macro_rules! nest_strategies {
    () => { Just(()) };
    ($first:expr, $($rest:expr,)*) => { (Strategy::boxed($first), nest_strategies!($($rest,)*)) };
}

/// A strategy for a struct from one strategy for each of its fields, none left out.
macro_rules! fields {
    ($name:ident { $($field:ident: $strategy:expr),* $(,)? }) => {
        nest_strategies!($($strategy,)*).prop_map(|nest!($($field)*)| $name { $($field,)* })
    };
}
