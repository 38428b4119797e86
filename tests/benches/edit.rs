//! What an edit costs, from the verb through layout, index and figures to the triangles of the frame that shows it.
//!
//! Whole edits go through the real window without a graphics card; what of them is layout, index and figures is measured
//! beside it with the same functions. A drag is a press, and a frame for each move of the pointer.

use std::time::Duration;

use egui::{Context, Event, Modifiers, PointerButton, Pos2, pos2, vec2};
use tropa::analysis::flow::flow;
use tropa::analysis::search::Query;
use tropa::analysis::{Filter, TextIndex, arrangement};
use tropa::app::{App, prepare};
use tropa::edit::verbs::{self, ColumnPlace, Place};
use tropa::edit::{ApplyError, Edit, Editor};
use tropa::model::{
    Document, Emotion, Journey, PersonaId, PersonaPath, SeededIds, Subject, Touchpoint, TouchpointId,
    touchpoints_in_order, validate,
};
use tropa::scene::shape::HitTarget;
use tropa::scene::{MapOptions, SceneCache, ThemeName, map_scene};
use tropa::ui::action::Action;
use tropa::ui::canvas::index::Index;
use tropa::ui::command::CommandId;

use super::pan::{frame, opened, spent};

/// How often each kind of edit is done, at places all over the map; on a huge one less often.
const TIMES: usize = 20;
const TIMES_ON_HUGE: usize = 6;
/// From so many touchpoints on a map is huge.
const HUGE: usize = 20_000;
/// Frames of a drag.
const FRAMES: usize = 120;

/// Something that was measured, the shortest time first.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) times: Vec<Duration>,
}

/// A single edit of one touchpoint.
type Verb = fn(&Document, &Spot, &mut SeededIds) -> Result<Edit, ApplyError>;

/// What is edited, and what it is moved or joined to.
struct Spot {
    journey: Journey,
    at: TouchpointId,
    other: Touchpoint,
    persona: PersonaId,
}

const VERBS: [(&str, Verb); 7] = [
    ("rename to two lines", |document, spot, _| {
        let long = "A title that is long enough to need two lines";
        verbs::rename(document, &Subject::Touchpoint(spot.journey.id.clone(), spot.at.clone()), long)
    }),
    ("set an emotion", |document, spot, _| {
        verbs::set_emotion(document, &spot.journey.id, &spot.at, &spot.persona, Emotion::from_points(-3.5))
    }),
    ("add a touchpoint after", |document, spot, ids| {
        verbs::add_touchpoint_after(document, &spot.journey.id, &spot.at, ids).map(|(edit, _)| edit)
    }),
    ("add a barrier", |document, spot, ids| {
        verbs::add_barrier_at(document, &spot.at, "Nobody answers", ids).map(|(edit, _)| edit)
    }),
    ("move to another column", |document, spot, ids| {
        let place = Place { step: spot.other.step.clone(), column: ColumnPlace::Before(0), row: 0 };
        verbs::move_touchpoints(document, &spot.journey.id, std::slice::from_ref(&spot.at), &place, ids)
    }),
    ("connect", |document, spot, ids| {
        verbs::connect(document, &spot.journey.id, &spot.at, &spot.other.id, ids).map(|(edit, _)| edit)
    }),
    ("delete", |_, spot, _| Ok(verbs::remove(&[Subject::Touchpoint(spot.journey.id.clone(), spot.at.clone())]))),
];

/// All figures for a map; of single edits those whose names begin like one of `kinds`, in their order.
pub(crate) fn rows(document: &Document, kinds: &[&str]) -> anyhow::Result<Vec<Row>> {
    let document = felt(document);
    let verbs: Vec<(&str, Verb)> =
        kinds.iter().flat_map(|kind| VERBS.into_iter().filter(move |(name, _)| name.starts_with(kind))).collect();
    let mut rows = whole_edits(&document, &verbs)?;
    rows.extend(parts(&document, &verbs)?);
    rows.extend(questions(&document));
    rows.extend(drags(&document)?);
    for row in &mut rows {
        row.times.sort_unstable();
    }
    Ok(rows)
}

/// The leading persona feels all along the first row: a long curve, as a map of one way has it.
fn felt(document: &Document) -> Document {
    let mut document = document.clone();
    let journey = journey_of(&document);
    let persona = journey.info.personas.first().cloned().expect("a persona");
    let mut journey = journey.clone();
    let order: Vec<Touchpoint> = touchpoints_in_order(&journey).into_iter().map(|it| (**it).clone()).collect();
    let columns = order.chunk_by(|a, b| (&a.step, &a.column) == (&b.step, &b.column));
    let row: Vec<Touchpoint> = columns.filter_map(|column| column.first()).cloned().collect();
    let mut info = (*journey.info).clone();
    info.paths =
        vec![PersonaPath { persona: persona.clone(), touchpoints: row.iter().map(|it| it.id.clone()).collect() }];
    journey.info = info.into();
    for (place, mut touchpoint) in row.into_iter().enumerate() {
        let feeling = touchpoint.feeling_mut(&persona);
        feeling.emotion = Some(Emotion::from_halves((place as i32 * 7) % 19 - 9));
        feeling.expectation = Some(Emotion::from_halves((place as i32 * 5) % 13 - 6));
        journey.touchpoints.put(touchpoint);
    }
    document.journeys.put(journey);
    document
}

fn journey_of(document: &Document) -> &Journey {
    document.journeys.iter().next().expect("one journey")
}

/// Places spread over the whole map, the same in each run.
fn spots(document: &Document) -> Vec<Spot> {
    let journey = journey_of(document);
    let order = touchpoints_in_order(journey);
    let times = if order.len() < HUGE { TIMES } else { TIMES_ON_HUGE };
    let spot = |turn: usize| {
        let place = turn * order.len() / times;
        let other = (place + 3 + turn % 5 * 8) % order.len();
        Spot {
            journey: journey.clone(),
            at: order[place].id.clone(),
            other: Touchpoint::clone(order[other]),
            persona: journey.info.personas.first().cloned().expect("a persona"),
        }
    };
    (0..times).map(spot).collect()
}

/// A window with the map in it, at the size at which it is edited.
struct Desk {
    app: App,
    context: Context,
}

impl Desk {
    fn of(document: &Document) -> anyhow::Result<Self> {
        let mut desk = Self { app: opened(document)?, context: Context::default() };
        prepare(&desk.context);
        desk.rest();
        desk.app.zoom_to(0.8);
        desk.rest();
        Ok(desk)
    }

    fn frame(&mut self, events: Vec<Event>) -> Duration {
        let begun = spent();
        frame(&self.context, &mut self.app, events);
        spent().saturating_sub(begun)
    }

    fn rest(&mut self) {
        for _ in 0..4 {
            self.frame(Vec::new());
        }
    }

    /// Carries something out and shows it.
    #[inline(never)]
    fn act(&mut self, act: impl FnOnce(&mut App)) -> Duration {
        let begun = spent();
        act(&mut self.app);
        let acted = spent().saturating_sub(begun);
        acted + self.frame(Vec::new())
    }
}

fn whole_edits(document: &Document, verbs: &[(&str, Verb)]) -> anyhow::Result<Vec<Row>> {
    let mut desk = Desk::of(document)?;
    let idle = (0..FRAMES).map(|_| desk.frame(Vec::new())).collect();
    let mut rows = vec![Row { name: "a frame in which nothing changes".into(), times: idle }];
    let mut undone = Vec::new();
    let mut ids = SeededIds::new(5);
    for (name, verb) in verbs.iter().copied() {
        let mut times = Vec::new();
        for spot in spots(document) {
            times.push(desk.act(|app| {
                if let Ok(edit) = verb(app.document(), &spot, &mut ids) {
                    app.carry_out(Action::Edit(edit));
                }
            }));
            desk.rest();
            undone.push(desk.act(|app| app.carry_out(Action::Run(CommandId::Undo))));
            desk.rest();
        }
        rows.push(Row { name: name.into(), times });
    }
    rows.push(Row { name: "undo".into(), times: undone });
    Ok(rows)
}

/// What of each edit is the command, the layout, the index and the figures.
fn parts(document: &Document, verbs: &[(&str, Verb)]) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let options = MapOptions { invites: true, ..MapOptions::new(journey_of(document).id.clone()) };
    let mut cache = SceneCache::default();
    let mut ids = SeededIds::new(5);
    for (name, verb) in verbs.iter().copied() {
        let [mut apply, mut scene, mut index, mut figures] = [(); 4].map(|()| Vec::new());
        for spot in spots(document) {
            let mut editor = Editor::new(document.clone());
            let before = Index::of(&map_scene(document, &options, &mut cache));
            timed(&mut apply, || verb(editor.document(), &spot, &mut ids).and_then(|edit| editor.apply(edit)))?;
            let edited = editor.document();
            let shown = timed(&mut scene, || map_scene(edited, &options, &mut cache));
            timed(&mut index, || before.after(&shown));
            timed(&mut figures, || (validate(edited), flow(journey_of(edited)).is_ok()));
        }
        let part = |part: &str, times| Row { name: format!("  {name}: {part}"), times };
        rows.extend([part("apply", apply), part("layout", scene), part("index", index), part("figures", figures)]);
    }
    // Other colours: nothing that was drawn before is of use.
    let mut full = Vec::new();
    for theme in [ThemeName::Dark, ThemeName::Light].into_iter().cycle().take(8) {
        let options = MapOptions { theme, ..options.clone() };
        timed(&mut full, || map_scene(document, &options, &mut cache));
    }
    rows.push(Row { name: "layout of everything, letters shaped before".into(), times: full });
    Ok(rows)
}

/// What is asked of a whole map: how to arrange it, where a word is, what a filter lets through.
fn questions(document: &Document) -> Vec<Row> {
    let journey = journey_of(document);
    let mut index = TextIndex::default();
    index.refresh(document, &Default::default());
    let query = Query::parse("touchpoint 42");
    let channels = document.channels.iter().take(1).map(|channel| channel.id.clone()).collect();
    let filter = Filter { channels, ..Filter::default() };
    let [mut arranging, mut searching, mut filtering] = [(); 3].map(|()| Vec::new());
    for _ in 0..TIMES {
        timed(&mut arranging, || arrangement(journey, None));
        timed(&mut searching, || index.find(&query, Some(&journey.id)));
        timed(&mut filtering, || filter.lit(document, journey));
    }
    let row = |name: &str, times| Row { name: name.into(), times };
    vec![
        row("arranging all of it", arranging),
        row("searching all texts", searching),
        row("filtering by a channel", filtering),
    ]
}

fn timed<T>(times: &mut Vec<Duration>, run: impl FnOnce() -> T) -> T {
    let begun = spent();
    let made = std::hint::black_box(run());
    times.push(spent().saturating_sub(begun));
    made
}

fn drags(document: &Document) -> anyhow::Result<Vec<Row>> {
    let mut desk = Desk::of(document)?;
    let is_felt = |target: &HitTarget| matches!(target, HitTarget::Emotion { .. });
    let is_card = |target: &HitTarget| matches!(target, HitTarget::Subject(Subject::Touchpoint(..)));
    let card = drag(&mut desk, is_card, |turn| vec2(turn as f32 * 4.0, (turn % 40) as f32));
    // The lane of emotions stands below the cards: it is brought into sight first.
    for _ in 0..20 {
        if desk.app.hits().all().iter().any(|seen| is_felt(seen.target)) {
            break;
        }
        desk.frame(scroll_down());
        desk.rest();
    }
    let emotion = drag(&mut desk, is_felt, |turn| vec2(0.0, ((turn % 60) as f32 - 30.0) * 2.0));
    Ok(vec![
        Row { name: "a frame of dragging a card".into(), times: card },
        Row { name: "a frame of dragging an emotion".into(), times: emotion },
    ])
}

fn scroll_down() -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -200.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(900.0, 500.0)), wheel]
}

/// Presses in the middle of the first thing of a kind that is in sight, and moves the pointer.
fn drag(desk: &mut Desk, wanted: fn(&HitTarget) -> bool, way: impl Fn(usize) -> egui::Vec2) -> Vec<Duration> {
    let middle = pos2(900.0, 500.0);
    let place = {
        let hits = desk.app.hits();
        let seen = hits.all().iter().filter(|seen| wanted(seen.target));
        let near = seen.min_by_key(|seen| seen.rect.center().distance(middle) as i32);
        near.map(|seen| seen.rect.center())
    };
    let Some(place) = place else { return Vec::new() };
    let button = |pos: Pos2, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    desk.frame(vec![Event::PointerMoved(place)]);
    desk.frame(vec![button(place, true)]);
    desk.frame(vec![Event::PointerMoved(place + vec2(8.0, 8.0))]);
    let times = (0..FRAMES).map(|turn| desk.frame(vec![Event::PointerMoved(place + way(turn))])).collect();
    desk.frame(vec![button(place, false)]);
    desk.rest();
    times
}
