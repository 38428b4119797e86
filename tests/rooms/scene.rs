//! The map's layout: nothing overlaps, nothing is clipped, ways go around cards, the same input gives the same picture.

use std::sync::Arc;

use crate::generate;
use proptest::prelude::*;
use tropa::format::{self, samples};
use tropa::i18n::Texts;
use tropa::model::{
    Barrier, BarrierId, BarrierStatus, ChannelId, Document, Evidence, EvidenceId, EvidenceKind, Journey, JourneyId,
    JourneyInfo, Lane, LaneSetting, Language, List, Opportunity, Persona, PersonaId, Picture, PictureFormat, Rank,
    Stage, Step, StepId, Strength, Subject, Touchpoint, TouchpointId, Transition, TransitionId,
};
use tropa::scene::{
    Fragment, HitTarget, MapOptions, PathVerb, Point, Rect, Scene, SceneCache, Shape, map_scene, point, rect, style,
};

const JOURNEY: &str = "j-test";

fn journey_id() -> JourneyId {
    JourneyId::parse(JOURNEY).expect("valid")
}

fn scene_of(document: &Document, options: &MapOptions) -> Scene {
    map_scene(document, options, &mut SceneCache::default())
}

fn touchpoint_id(index: usize) -> TouchpointId {
    TouchpointId::parse(&format!("t-{index:03}")).expect("valid")
}

/// A document from places (step, column, row), titles and pairs of transitions.
fn document(cards: &[(u8, u8, u8, String)], ways: &[(usize, usize)]) -> Document {
    let steps = Stage::ALL.map(|stage| Step {
        id: StepId::parse(&format!("s-{}", stage.key())).expect("valid"),
        stage,
        rank: Rank::default(),
        title: if stage == Stage::Contact { "Заказ".to_owned() } else { String::new() },
    });
    let mut journey = Journey::new(journey_id(), steps.iter().cloned().collect());
    let rank = |place: u8| Rank::parse(&format!("{place:03}")).expect("valid");
    let card = |(index, (step, column, row, title)): (usize, &(u8, u8, u8, String))| {
        let step = steps[usize::from(*step) % 5].id.clone();
        let mut touchpoint = Touchpoint::new(touchpoint_id(index), step, rank(*column), rank(*row));
        touchpoint.title.clone_from(title);
        touchpoint
    };
    journey.touchpoints = cards.iter().enumerate().map(card).collect();
    let way = |(index, (from, to)): (usize, &(usize, usize))| {
        let count = cards.len().max(1);
        let id = TransitionId::parse(&format!("r-{index:03}")).expect("valid");
        let mut way = Transition::new(id, touchpoint_id(from % count), touchpoint_id(to % count));
        way.share = Some(0.4);
        way
    };
    journey.transitions = ways.iter().enumerate().map(way).collect::<List<Transition>>();
    let mut document = Document::default();
    document.personas.put(Persona::new(PersonaId::parse("p-anna").expect("valid"), "Анна, 29"));
    document.journeys.put(journey);
    document
}

fn cards(scene: &Scene) -> Vec<(Rect, &Fragment)> {
    let card = |fragment: &'_ std::sync::Arc<Fragment>| {
        let hit = fragment.hit.as_ref()?;
        let is_card =
            fragment.shapes.iter().any(|shape| matches!(shape, Shape::Rect { radius, .. } if *radius == 10.0));
        (is_card && matches!(hit.target, HitTarget::Subject(Subject::Touchpoint(..)))).then_some(hit.area)
    };
    scene.fragments.iter().filter_map(|fragment| Some((card(fragment)?, &**fragment))).collect()
}

fn cubic_at(curve: [Point; 4], t: f32) -> Point {
    let rest = 1.0 - t;
    let weights = [rest.powi(3), 3.0 * rest * rest * t, 3.0 * rest * t * t, t.powi(3)];
    let sum = |get: fn(&Point) -> f32| curve.iter().zip(weights).map(|(place, weight)| get(place) * weight).sum();
    point(sum(|place| place.x), sum(|place| place.y))
}

/// Points along the lines of a transition's fragment.
fn points_along(fragment: &Fragment) -> Vec<Point> {
    let mut points = Vec::new();
    for shape in &fragment.shapes {
        let Shape::Path { path, stroke: Some(_), .. } = shape else { continue };
        let mut at = Point::default();
        for verb in &path.verbs {
            let curve = match *verb {
                PathVerb::Move(to) => [to; 4],
                PathVerb::Line(to) => [at, at, to, to],
                PathVerb::Quad(by, to) => [at, by, by, to],
                PathVerb::Cubic(first, second, to) => [at, first, second, to],
                PathVerb::Close => continue,
            };
            points.extend((0..=16).map(|step| cubic_at(curve, step as f32 / 16.0)));
            at = curve[3];
        }
    }
    points
}

fn check_layout(document: &Document, options: &MapOptions) {
    let scene = scene_of(document, options);
    let cards = cards(&scene);
    for (index, (area, fragment)) in cards.iter().enumerate() {
        for (other, _) in &cards[index + 1..] {
            assert!(!area.expand(-0.5).intersects(other.expand(-0.5)), "{area:?} overlaps {other:?}");
        }
        for shape in &fragment.shapes {
            let Shape::Text { top_left, text, .. } = shape else { continue };
            let inside = area.expand(0.6);
            let end = point(top_left.x + text.width, top_left.y + text.height);
            assert!(inside.contains(*top_left) && inside.contains(end), "{:?} leaves {area:?}", text.lines);
        }
    }
    for fragment in &scene.fragments {
        let Some(hit) = &fragment.hit else { continue };
        let HitTarget::Subject(Subject::Transition(..)) = hit.target else { continue };
        for place in points_along(fragment) {
            let behind = cards.iter().find(|(area, _)| area.expand(-1.0).contains(place));
            assert!(behind.is_none(), "{} passes behind {:?} at {place:?}", hit.label, behind.map(|(area, _)| area));
        }
    }
    let canvas = Rect { x: 0.0, y: 0.0, width: scene.size.width, height: scene.size.height };
    for fragment in &scene.fragments {
        let (bounds, inside) = (fragment.bounds, canvas.expand(0.5));
        let fits =
            inside.contains(point(bounds.x, bounds.y)) && inside.contains(point(bounds.right(), bounds.bottom()));
        assert!(fits, "{bounds:?} leaves the picture {canvas:?}: {:?}", fragment.hit);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn cards_stay_apart_and_ways_go_around_them(
        places in prop::collection::vec((0_u8..5, 0_u8..4, 0_u8..4, "[а-яa-z]{1,24}( [а-яa-z]{1,14}){0,6}"), 1..24),
        ways in prop::collection::vec((any::<usize>(), any::<usize>()), 0..20),
    ) {
        check_layout(&document(&places, &ways), &MapOptions::new(journey_id()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn swimlanes_hold_the_cards_of_their_channels(
        places in prop::collection::vec((0_u8..5, 0_u8..4, 0_u8..4, "[а-яa-z]{1,24}( [а-яa-z]{1,14}){0,6}"), 1..24),
        ways in prop::collection::vec((any::<usize>(), any::<usize>()), 0..20),
        channels in prop::collection::vec(0_usize..5, 24),
    ) {
        let document = with_swimlanes(document(&places, &ways), &channels);
        check_layout(&document, &MapOptions::new(journey_id()));
        let scene = scene_of(&document, &MapOptions::new(journey_id()));
        let bands = bands(&scene);
        for pair in bands.windows(2) {
            prop_assert_eq!(pair[0].1.1, pair[1].1.0, "bands follow each other");
        }
        let journey = document.journeys.get(&journey_id()).expect("valid");
        for (area, fragment) in cards(&scene) {
            let Some(HitTarget::Subject(Subject::Touchpoint(_, id))) = fragment.hit.as_ref().map(|hit| &hit.target) else {
                continue;
            };
            let known = |id: &&ChannelId| document.channels.contains(id);
            let own = journey.touchpoints.get(id).expect("valid").channel.as_ref().filter(known);
            let (_, (top, bottom)) = bands.iter().find(|(channel, _)| channel.as_ref() == own).expect("its band");
            prop_assert!(area.y > *top && area.bottom() < *bottom, "{area:?} leaves {top}–{bottom}");
        }
        let order: Vec<Option<usize>> = bands
            .iter()
            .map(|(channel, _)| document.channels_in_order().iter().position(|it| Some(&it.id) == channel.as_ref()))
            .collect();
        // None stands last: it has no place among the channels.
        prop_assert!(order.is_sorted_by_key(|place| place.unwrap_or(usize::MAX)), "{order:?}");
    }
}

/// Channels 0–2 are there, 3 is gone, 4 is none.
fn with_swimlanes(mut document: Document, channels: &[usize]) -> Document {
    let id = |number: usize| ChannelId::parse(&format!("c-{number}")).expect("valid");
    for number in 0..3 {
        // The last one by id stands first.
        let rank = Rank::parse(&format!("{}", 9 - number)).expect("valid");
        let icon = tropa::model::ChannelIcon::Shop;
        document
            .channels
            .put(tropa::model::Channel { id: id(number), rank, name: format!("Канал {number}"), icon });
    }
    let journey = document.journeys.get_mut(&journey_id()).expect("valid");
    journey.info = JourneyInfo { swimlanes: true, ..journey.info.as_ref().clone() }.into();
    let mut channels = channels.iter();
    journey.touchpoints.update(|touchpoint| {
        let channel = channels.next().filter(|number| **number < 4).map(|number| id(*number));
        Some(Touchpoint { channel, ..touchpoint.clone() })
    });
    document
}

/// The swimlanes from top to bottom, with their tops and bottoms.
fn bands(scene: &Scene) -> Vec<(Option<ChannelId>, (f32, f32))> {
    let band = |hit: &tropa::scene::Hit| match &hit.target {
        HitTarget::Swimlane { channel, span_y } => Some((channel.clone(), *span_y)),
        _ => None,
    };
    scene.fragments.iter().filter_map(|fragment| band(fragment.hit.as_ref()?)).collect()
}

#[test]
fn generated_maps_lay_out_at_every_size() {
    for count in [0, 1, 5, 50, 300] {
        let document = generate::journey(count);
        let journey = document.journeys.iter().next().expect("valid").id.clone();
        check_layout(&document, &MapOptions::new(journey.clone()));
        check_layout(&document, &MapOptions { invites: true, ..MapOptions::new(journey) });
    }
}

#[test]
fn the_same_document_gives_the_same_picture() {
    let document = generate::journey(60);
    let options = MapOptions::new(document.journeys.iter().next().expect("valid").id.clone());
    let (first, second) = (scene_of(&document, &options), scene_of(&document, &options));
    assert_eq!(format!("{:?}", first.fragments), format!("{:?}", second.fragments));
    // What an earlier picture left in the cache must not show in a later one.
    let mut cache = SceneCache::default();
    map_scene(&generate::journey(30), &options, &mut cache);
    let warm = map_scene(&document, &options, &mut cache);
    assert_eq!(format!("{:?}", first.fragments), format!("{:?}", warm.fragments));
}

#[test]
fn lanes_follow_the_journey_and_the_option() {
    let mut document = document(&[(0, 0, 0, "Вывеска".into())], &[]);
    let setting = |lane: Lane, hidden| LaneSetting { hidden, ..LaneSetting::usual(lane) };
    let info = JourneyInfo {
        lanes: vec![setting(Lane::Emotions, false), setting(Lane::Touchpoints, false), setting(Lane::Barriers, true)],
        ..JourneyInfo::default()
    };
    let mut journey = Journey::clone(document.journeys.iter().next().expect("valid"));
    journey.info = info.into();
    let order: Vec<Lane> = journey.lanes_in_order().into_iter().map(|setting| setting.lane).collect();
    assert_eq!(order[..4], [Lane::Goals, Lane::Emotions, Lane::Barriers, Lane::Strengths]);
    document.journeys.put(journey);
    let names = |options: &MapOptions| -> Vec<Lane> {
        let lane = |fragment: &std::sync::Arc<Fragment>| match fragment.hit.as_ref().map(|hit| &hit.target) {
            Some(HitTarget::LaneName(lane)) => Some(lane.clone()),
            _ => None,
        };
        scene_of(&document, options).fragments.iter().filter_map(lane).collect()
    };
    let options = MapOptions::new(journey_id());
    assert_eq!(names(&options), [Lane::Emotions, Lane::Touchpoints]);
    let options = MapOptions { lanes: Some(vec![Lane::Barriers, Lane::Touchpoints]), ..options };
    assert_eq!(names(&options), [Lane::Barriers, Lane::Touchpoints]);
}

#[test]
fn a_card_shows_its_first_pictures_and_how_many_more_there_are() {
    let bytes: std::sync::Arc<[u8]> = Vec::new().into();
    let check = |count: usize, shown: usize, more: Option<&str>| {
        let mut document = document(&[(0, 0, 0, "Вывеска".into()), (1, 0, 0, "Меню".into())], &[]);
        let mut journey = Journey::clone(document.journeys.iter().next().expect("valid"));
        let mut touchpoint = Touchpoint::clone(journey.touchpoints.get(&touchpoint_id(0)).expect("there"));
        let picture = Picture { format: PictureFormat::Png, bytes: std::sync::Arc::clone(&bytes) };
        touchpoint.pictures = vec![picture; count];
        journey.touchpoints.put(touchpoint);
        document.journeys.put(journey);
        let scene = scene_of(&document, &MapOptions::new(journey_id()));
        let (area, card) = cards(&scene)[0];
        let mut drawn = 0;
        let mut said = None;
        for shape in &card.shapes {
            match shape {
                Shape::Picture { rect, .. } => {
                    assert_eq!(rect.union(area), area, "outside of the card");
                    drawn += 1;
                }
                Shape::Text { text, .. } => {
                    let words: String = text.lines.iter().map(|line| line.text.as_str()).collect();
                    said = Some(words).filter(|words| words.starts_with('+')).or(said);
                }
                _ => {}
            }
        }
        assert_eq!((drawn, said.as_deref()), (shown, more), "{count} pictures");
        assert_eq!(area.height > 96.0, count > 0, "a card with pictures grows: {}", area.height);
    };
    check(0, 0, None);
    check(1, 1, None);
    check(3, 3, None);
    check(5, 2, Some("+3"));
}

/// The golden picture is drawn anew with `UPDATE_GOLDEN=1 cargo test --test rooms scene`; look at it before it is committed.
#[test]
fn the_example_map_is_drawn_as_before() {
    check_golden("example", |_| {});
    check_golden("swimlanes", |journey| {
        journey.info = JourneyInfo { swimlanes: true, ..journey.info.as_ref().clone() }.into();
    });
}

fn check_golden(name: &str, change: impl FnOnce(&mut Journey)) {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let bytes = std::fs::read(fixtures.join("format/example.ron")).expect("the example is there");
    let mut document = tropa::format::read(&bytes).expect("the example opens").document;
    let journey = document.journeys_in_order()[0].id.clone();
    change(document.journeys.get_mut(&journey).expect("it is there"));
    let mut svg = Vec::new();
    tropa::export::svg(&scene_of(&document, &MapOptions::new(journey)), &mut svg).expect("exports");
    let golden = fixtures.join(format!("scene/{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(fixtures.join("scene")).expect("the folder can be made");
        std::fs::write(&golden, &svg).expect("the golden picture can be written");
    }
    let expected = std::fs::read(&golden).expect("the golden picture is there");
    let line =
        svg.split(|byte| *byte == b'\n').zip(expected.split(|byte| *byte == b'\n')).position(|(new, old)| new != old);
    assert!(svg == expected, "the picture differs from tests/fixtures/scene/{name}.svg from line {line:?} on");
}

/// The words on ways and beside losses of a map, each with where it stands.
fn words_on_ways(scene: &Scene) -> Vec<(String, Rect)> {
    let shapes = scene.fragments.iter().flat_map(|fragment| &fragment.shapes);
    let words = |shape: &Shape| match shape {
        Shape::Text { top_left, text, .. } if [style::SHARE, style::LOSS].contains(&text.style) => {
            let says = text.lines.iter().map(|line| line.text.as_str()).collect();
            Some((says, rect(top_left.x, top_left.y, text.width, text.height)))
        }
        _ => None,
    };
    shapes.filter_map(words).collect()
}

#[test]
fn words_on_ways_of_the_samples_stand_apart() {
    for (name, bytes) in samples::samples() {
        let document = format::read(bytes).expect("samples are read").document;
        for journey in document.journeys_in_order() {
            let words = words_on_ways(&scene_of(&document, &MapOptions::new(journey.id.clone())));
            assert!(words.len() > 4, "{name}: shares are said");
            for (index, (says, place)) in words.iter().enumerate() {
                let other = words.iter().skip(index + 1).find(|(_, other)| other.intersects(*place));
                assert!(other.is_none(), "{name}: {says:?} and {other:?}");
            }
        }
    }
}

#[test]
fn a_barriers_card_says_its_status_and_how_well_it_is_known_with_nothing_cut() {
    let status = |language, status: BarrierStatus| Texts::of(language).get(&format!("barrier-status-{}", status.key()));
    let all = [
        BarrierStatus::Found,
        BarrierStatus::Studied,
        BarrierStatus::InWork,
        BarrierStatus::Fixed,
        BarrierStatus::Verified,
        BarrierStatus::Accepted,
    ];
    for language in [Language::En, Language::Ru] {
        let mut document = format::read(samples::sample(language)).expect("a sample").document;
        let journey = document.journeys_in_order()[0].id.clone();
        let kinds = [EvidenceKind::ExpertOpinion, EvidenceKind::Survey, EvidenceKind::Interview];
        let evidence = kinds.map(|kind| {
            let id = EvidenceId::parse(&format!("e-{kind:?}").to_lowercase()).expect("valid");
            document.evidence.put(Evidence::new(id.clone(), kind));
            id
        });
        let levels = ["map-hypothesis", "map-partial", "map-researched"];
        let ids: Vec<BarrierId> = document.barriers.iter().map(|barrier| barrier.id.clone()).collect();
        for (place, state) in all.into_iter().enumerate() {
            let level = place % levels.len();
            for (nth, id) in ids.iter().enumerate() {
                let before = document.barriers.get(id).expect("there").as_ref().clone();
                let known = if level == 0 { &evidence[..1] } else { &evidence[1..=level] };
                // Weighed and not, of few words and of many.
                let severity = (nth % 2 == 0).then_some(5);
                let frequency = severity.map(|_| 1.0);
                let statement = if nth % 3 == 0 { "Ждёт" } else { before.statement.as_str() }.to_owned();
                let evidence = known.to_vec();
                document.barriers.put(Barrier { status: state, severity, frequency, statement, evidence, ..before });
            }
            let scene = scene_of(&document, &MapOptions::new(journey.clone()));
            let is_card = |it: &&Arc<Fragment>| {
                it.hit.as_ref().is_some_and(|hit| matches!(hit.target, HitTarget::Subject(Subject::Barrier(_))))
            };
            let cards: Vec<_> = scene.fragments.iter().filter(is_card).collect();
            assert!(cards.len() >= 4, "{language:?}");
            let (word, known) = (status(language, state), Texts::of(language).get(levels[level]));
            for card in cards {
                let hit = card.hit.as_ref().expect("a card");
                assert!(hit.label.contains(&word) && hit.label.contains(&known), "{}", hit.label);
                let words = card.shapes.iter().filter_map(|shape| match shape {
                    Shape::Text { top_left, text, .. } => {
                        let says: Vec<&str> = text.lines.iter().map(|line| line.text.trim()).collect();
                        Some((says.join(" "), rect(top_left.x, top_left.y, text.width, text.height)))
                    }
                    _ => None,
                });
                let words: Vec<(String, Rect)> = words.collect();
                assert!(words.iter().any(|(says, _)| *says == word), "{words:?}");
                let discs = card.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).count();
                assert_eq!(discs, if level == 2 { 2 } else { 1 }, "a ring, filled where it is researched");
                for shape in &card.shapes {
                    let inside =
                        shape.bounds().is_none_or(|bounds| hit.area.expand(1.0).union(bounds) == hit.area.expand(1.0));
                    assert!(inside, "{} beyond {:?}", hit.label, hit.area);
                }
                for (index, (says, area)) in words.iter().enumerate() {
                    let others = words.iter().skip(index + 1);
                    let clear = others.clone().all(|(_, other)| !area.expand(-0.5).intersects(other.expand(-0.5)));
                    assert!(clear, "{says} is written over: {words:?}");
                }
            }
        }
    }
}

#[test]
fn cards_of_strengths_and_opportunities_say_how_well_they_are_known() {
    for language in [Language::En, Language::Ru] {
        let mut document = format::read(samples::sample(language)).expect("a sample").document;
        let journey = document.journeys_in_order()[0].id.clone();
        let evidence = [EvidenceKind::Survey, EvidenceKind::Interview].map(|kind| {
            let id = EvidenceId::parse(&format!("e-{kind:?}").to_lowercase()).expect("valid");
            document.evidence.put(Evidence::new(id.clone(), kind));
            id
        });
        for (level, key) in ["map-hypothesis", "map-partial", "map-researched"].into_iter().enumerate() {
            let known = evidence[..level].to_vec();
            let strengths: Vec<_> = document.strengths.iter().map(|it| it.as_ref().clone()).collect();
            for strength in strengths {
                document.strengths.put(Strength { evidence: known.clone(), ..strength });
            }
            let opportunities: Vec<_> = document.opportunities.iter().map(|it| it.as_ref().clone()).collect();
            for opportunity in opportunities {
                document.opportunities.put(Opportunity { evidence: known.clone(), ..opportunity });
            }
            let scene = scene_of(&document, &MapOptions::new(journey.clone()));
            let mut kinds = [0, 0];
            for card in &scene.fragments {
                let Some(hit) = &card.hit else { continue };
                match hit.target {
                    HitTarget::Subject(Subject::Strength(_)) => kinds[0] += 1,
                    HitTarget::Subject(Subject::Opportunity(_)) => kinds[1] += 1,
                    _ => continue,
                }
                assert!(hit.label.contains(&Texts::of(language).get(key)), "{key}: {}", hit.label);
                let discs = card.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).count();
                assert_eq!(discs, if level == 2 { 2 } else { 1 }, "a ring, filled where it is researched");
                let room = hit.area.expand(1.0);
                let inside = |shape: &Shape| shape.bounds().is_none_or(|bounds| room.union(bounds) == room);
                assert!(card.shapes.iter().all(inside), "{} beyond {:?}", hit.label, hit.area);
            }
            assert!(kinds.iter().all(|count| *count > 0), "{kinds:?}");
        }
    }
}
