//! The show: which stops there are, what they look like to the last row of the room, and how they are changed.

use crate::arbitrary;
use crate::generate;
use proptest::prelude::*;
use tropa::analysis::{Level, level};
use tropa::edit::Editor;
use tropa::edit::verbs::{self, Show, Visibility};
use tropa::format::samples;
use tropa::model::{Document, InkStroke, JourneyId, SeededIds, StopView, Subject, TouchpointId, stops_in_order};
use tropa::present::glide::between;
use tropa::present::stop::{HEIGHT, LEAST_TEXT, StopOptions};
use tropa::present::{Slide, deck, legibility, stop_scene, usual_stops};
use tropa::scene::{Fragment, HitTarget, Rect, Scene, SceneCache, Shape, Size, ThemeName, rect};

/// What projectors may cut off, of each side.
const OVERSCAN: f32 = 0.035;

fn options(width: f32, text_scale: f32) -> StopOptions {
    StopOptions { size: Size { width, height: HEIGHT }, text_scale, ..StopOptions::new() }
}

fn read(bytes: &[u8]) -> Document {
    tropa::format::read(bytes).unwrap().document
}

struct Text {
    area: Rect,
    size: f32,
    words: String,
    fragment: usize,
}

fn texts(scene: &Scene) -> Vec<Text> {
    let mut texts = Vec::new();
    for (fragment, it) in scene.fragments.iter().enumerate() {
        for shape in &it.shapes {
            let Shape::Text { top_left, text, .. } = shape else { continue };
            for line in text.lines.iter().filter(|line| !line.text.trim().is_empty()) {
                // From the ascender to the descender, without the line's own leading.
                let top = top_left.y + line.baseline - text.style.size * 0.74;
                let area = rect(top_left.x + line.x, top, line.width, text.style.size * 0.94);
                texts.push(Text { area, size: text.style.size, words: line.text.clone(), fragment });
            }
        }
    }
    texts
}

/// The rectangle of the card that a fragment draws first, if it is one.
fn card(fragment: &Fragment) -> Option<Rect> {
    fragment.shapes.iter().find_map(|shape| match shape {
        Shape::Rect { rect, radius, .. } if *radius >= 16.0 => Some(*rect),
        _ => None,
    })
}

fn inside(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x - 0.6
        && inner.y >= outer.y - 0.6
        && inner.right() <= outer.right() + 0.6
        && inner.bottom() <= outer.bottom() + 0.6
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x + 1.0 < b.right() && b.x + 1.0 < a.right() && a.y + 1.0 < b.bottom() && b.y + 1.0 < a.bottom()
}

/// What is wrong with a picture, in words.
fn faults(scene: &Scene, what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let safe = rect(
        scene.size.width * OVERSCAN,
        HEIGHT * OVERSCAN,
        scene.size.width * (1.0 - 2.0 * OVERSCAN),
        HEIGHT * (1.0 - 2.0 * OVERSCAN),
    );
    let texts = texts(scene);
    for Text { area, size, words, fragment } in &texts {
        if *size < LEAST_TEXT - 1e-3 {
            faults.push(format!("{what}: {words:?} is {size} high"));
        }
        if !inside(*area, safe) {
            faults.push(format!("{what}: {words:?} at {area:?} leaves the screen"));
        }
        if let Some(card) = card(scene.fragments.get(*fragment).unwrap()).filter(|card| !inside(*area, *card)) {
            faults.push(format!("{what}: {words:?} at {area:?} leaves its card {card:?}"));
        }
    }
    let outside = scene.fragments.iter().filter(|fragment| !inside(fragment.bounds, safe));
    faults.extend(outside.map(|fragment| format!("{what}: {:?} leaves the screen", fragment.bounds)));
    for (index, text) in texts.iter().enumerate() {
        let over = texts[index + 1..].iter().filter(|other| overlap(text.area, other.area));
        faults.extend(
            over.map(|other| {
                format!("{what}: {:?} {:?} over {:?} {:?}", text.words, text.area, other.words, other.area)
            }),
        );
    }
    faults
}

/// Every stop of every journey, at two proportions and two sizes of text.
fn check_show(document: &Document, name: &str) {
    let mut cache = SceneCache::default();
    let mut found = Vec::new();
    for journey in &document.journeys {
        for (width, scale) in [(1920.0, 1.0), (1440.0, 1.0), (1920.0, 1.5), (1440.0, 1.5)] {
            let options = options(width, scale);
            let slides = deck(document, &journey.id, &options, &mut cache);
            assert!(slides.len() > 4, "{name}");
            for slide in &slides {
                let what = format!("{name} {width} {scale} {:?} {}/{}", slide.view, slide.part + 1, slide.parts);
                let scene = stop_scene(document, &journey.id, slide, &options, &mut cache);
                found.extend(faults(&scene, &what));
                assert!(legibility::check(&scene, 2.0).too_small.is_empty(), "{what}");
            }
        }
    }
    found.truncate(12);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_stop_of_the_samples_is_readable_at_the_back() {
    for (name, bytes) in samples::samples() {
        check_show(&read(bytes), name);
    }
}

#[test]
fn stops_of_maps_of_any_size_are_readable_at_the_back() {
    for count in [5, 12, 40, 120, 300] {
        check_show(&generate::journey(count), &format!("{count} touchpoints"));
    }
}

#[test]
fn the_curve_alone_and_selections_are_readable_too() {
    let document = read(samples::sample(tropa::model::Language::Ru));
    let journey = document.journeys_in_order()[0];
    let mut cache = SceneCache::default();
    let picked: Vec<TouchpointId> = journey.touchpoints.iter().map(|it| it.id.clone()).take(6).collect();
    let options = StopOptions { curve_only: true, ..StopOptions::new() };
    let mut slides = deck(&document, &journey.id, &options, &mut cache);
    let first = slides[0].clone();
    slides.extend((0..2).map(|part| Slide {
        view: StopView::Selection(picked.clone()),
        part,
        parts: 2,
        ..first.clone()
    }));
    for slide in &slides {
        let scene = stop_scene(&document, &journey.id, slide, &options, &mut cache);
        assert_eq!(faults(&scene, &format!("{:?}", slide.view)), [""; 0]);
        let plain = stop_scene(&document, &journey.id, slide, &StopOptions::new(), &mut cache);
        assert_eq!(faults(&plain, &format!("{:?}", slide.view)), [""; 0]);
    }
}

#[test]
fn a_deck_goes_from_the_whole_to_the_stages_to_the_answers() {
    let document = read(samples::sample(tropa::model::Language::Ru));
    let journey = document.journeys_in_order()[0].id.clone();
    let said: Vec<String> = usual_stops(&document, &journey).iter().map(said).collect();
    let expect = "overview p-anna p-oleg p-marta attention interest contact t-wait impression t-taste t-mistake \
                  engagement t-recommend emotions answers decisions";
    assert_eq!(said.join(" "), expect);
}

fn said(view: &StopView) -> String {
    match view {
        StopView::Overview => "overview".to_owned(),
        StopView::Persona(id) => id.to_string(),
        StopView::Stage(stage) => stage.key().to_owned(),
        StopView::Touchpoint(id) => id.to_string(),
        StopView::Emotions => "emotions".to_owned(),
        StopView::Answers => "answers".to_owned(),
        StopView::Decisions => "decisions".to_owned(),
        StopView::Selection(ids) => format!("{ids:?}"),
    }
}

/// A stop of the sample's show: everything but the touchpoint that is spoken of is dimmed.
#[test]
fn dimming_leaves_the_one_that_is_spoken_of() {
    let document = read(samples::sample(tropa::model::Language::Ru));
    let journey = document.journeys_in_order()[0].id.clone();
    let mut cache = SceneCache::default();
    let id = TouchpointId::parse("t-wait").unwrap();
    let slides = deck(&document, &journey, &StopOptions::new(), &mut cache);
    let contact = slides.iter().find(|slide| said(&slide.view) == "contact").unwrap();
    let mut draw = |strength: f32| {
        let options = StopOptions { focus: Some((id.clone(), strength)), ..StopOptions::new() };
        stop_scene(&document, &journey, contact, &options, &mut cache)
    };
    let ink = |scene: &Scene, words: &str| {
        let mut inks = scene.fragments.iter().flat_map(|fragment| &fragment.shapes).filter_map(|shape| match shape {
            Shape::Text { text, color, .. } if text.lines.iter().any(|line| line.text.contains(words)) => Some(*color),
            _ => None,
        });
        inks.next().unwrap()
    };
    let (clear, dim, gone) = (draw(0.0), draw(0.6), draw(1.0));
    assert_eq!(ink(&clear, "Ждёт"), ink(&gone, "Ждёт"));
    assert_ne!(ink(&clear, "Заходит"), ink(&dim, "Заходит"));
    assert_eq!(ink(&gone, "Заходит"), gone.background);
}

#[test]
fn between_two_stops_nothing_is_lost_at_the_ends() {
    let document = read(samples::sample(tropa::model::Language::En));
    let journey = document.journeys_in_order()[0].id.clone();
    let mut cache = SceneCache::default();
    let options = StopOptions::new();
    let slides = deck(&document, &journey, &options, &mut cache);
    let scenes: Vec<Scene> =
        slides.iter().map(|slide| stop_scene(&document, &journey, slide, &options, &mut cache)).collect();
    let svg = |scene: &Scene| {
        let mut out = Vec::new();
        tropa::export::svg(scene, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    for pair in scenes.windows(2).step_by(5) {
        assert!(svg(&between(&pair[0], &pair[1], 0.0)) == svg(&pair[0]));
        assert!(svg(&between(&pair[0], &pair[1], 1.0)) == svg(&pair[1]));
        let half = between(&pair[0], &pair[1], 0.5);
        let cards = |scene: &Scene| {
            let is_band = |it: &&std::sync::Arc<Fragment>| {
                it.hit.as_ref().is_some_and(|hit| matches!(hit.target, HitTarget::StageHeader(_)))
            };
            scene.fragments.iter().filter(is_band).count()
        };
        // The band of stages stays where it is.
        assert!(cards(&half) >= 5);
    }
}

#[test]
fn a_card_of_a_stage_says_how_well_it_is_known() {
    let document = read(samples::sample(tropa::model::Language::En));
    let journey = document.journeys_in_order()[0].clone();
    let (mut cache, options) = (SceneCache::default(), StopOptions::new());
    let texts = tropa::i18n::Texts::of(document.info.language);
    let slides = deck(&document, &journey.id, &options, &mut cache);
    let mut seen = std::collections::BTreeMap::new();
    for slide in slides.iter().filter(|slide| matches!(slide.view, StopView::Stage(_))) {
        let scene = stop_scene(&document, &journey.id, slide, &options, &mut cache);
        for fragment in scene.fragments.iter().filter(|fragment| card(fragment).is_some()) {
            let Some(hit) = &fragment.hit else { continue };
            let HitTarget::Subject(Subject::Touchpoint(_, id)) = &hit.target else { continue };
            let level = level(&document, &journey.touchpoints.get(id).unwrap().evidence);
            let word = texts.with("map-known", &[("level", texts.get(level.key()).into())]);
            assert!(hit.label.ends_with(&word), "{:?} is not said to be {word:?}", hit.label);
            // An empty ring, one whose half is filled, one on a disc.
            let circles: Vec<bool> = fragment.shapes.iter().filter_map(filled_circle).collect();
            let expected: &[bool] = if level == Level::Researched { &[true, false] } else { &[false] };
            assert_eq!(circles, expected, "{level:?}");
            *seen.entry(level.key()).or_insert(0) += 1;
        }
    }
    assert!(seen.len() >= 2 && seen.values().sum::<usize>() >= 8, "{seen:?}");
}

#[test]
fn a_touchpoint_in_a_list_says_how_well_it_is_known() {
    let mut seen = 0;
    for (name, bytes) in samples::samples() {
        let document = read(bytes);
        let journey = document.journeys_in_order()[0].clone();
        let (mut cache, options) = (SceneCache::default(), StopOptions::new());
        let words = tropa::i18n::Texts::of(document.info.language);
        let slides = deck(&document, &journey.id, &options, &mut cache);
        for slide in slides.iter().filter(|slide| said(&slide.view) == "answers") {
            let scene = stop_scene(&document, &journey.id, slide, &options, &mut cache);
            let all = texts(&scene);
            for (place, fragment) in scene.fragments.iter().enumerate() {
                let Some(HitTarget::Subject(Subject::Touchpoint(_, id))) = fragment.hit.as_ref().map(|hit| &hit.target)
                else {
                    continue;
                };
                let lines: Vec<&str> = all.iter().filter(|it| it.fragment == place).map(|it| it.words.trim()).collect();
                let level = level(&document, &journey.touchpoints.get(id).unwrap().evidence);
                let word = words.with("map-known", &[("level", words.get(level.key()).into())]);
                let lines = lines.join(" ");
                assert!(lines.contains(&word), "{name}: {lines:?} does not say {word:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn a_persona_shows_its_traits_on_one_slide_where_they_have_room() {
    let mut one_slide = 0;
    for (name, bytes) in samples::samples() {
        let document = read(bytes);
        let journey = document.journeys_in_order()[0].clone();
        for scale in [1.0, 1.5] {
            let (mut cache, options) = (SceneCache::default(), options(1920.0, scale));
            let slides = deck(&document, &journey.id, &options, &mut cache);
            for persona in &document.personas {
                let of_it = |slide: &&Slide| slide.view == StopView::Persona(persona.id.clone());
                let slides: Vec<&Slide> = slides.iter().filter(of_it).collect();
                let mut said = Vec::new();
                for slide in &slides {
                    let scene = stop_scene(&document, &journey.id, slide, &options, &mut cache);
                    said.extend(texts(&scene).into_iter().map(|text| text.words.trim().to_owned()));
                }
                let said = said.join(" ");
                for word in persona.sliders.iter().flat_map(|trait_| [&trait_.name, &trait_.low, &trait_.high]) {
                    assert!(slides.is_empty() || said.contains(word.as_str()), "{name}, {scale}: {word} is not said");
                }
                one_slide += usize::from(slides.len() == 1 && !persona.sliders.is_empty());
            }
        }
    }
    assert!(one_slide > 3, "{one_slide}");
}

/// Whether a circle is filled.
fn filled_circle(shape: &Shape) -> Option<bool> {
    match shape {
        Shape::Circle { fill, .. } => Some(fill.is_some()),
        _ => None,
    }
}

/// Whoever changes the looks draws it anew: `UPDATE_GOLDEN=1 cargo test --test rooms present`.
#[test]
fn golden_stops() {
    let document = read(samples::sample(tropa::model::Language::Ru));
    let journey = document.journeys_in_order()[0].id.clone();
    let mut cache = SceneCache::default();
    let options = StopOptions { theme: ThemeName::Dark, ..StopOptions::new() };
    let slides = deck(&document, &journey, &options, &mut cache);
    for name in ["contact", "answers"] {
        let slide = slides.iter().find(|slide| said(&slide.view) == name).unwrap();
        let scene = stop_scene(&document, &journey, slide, &options, &mut cache);
        let mut svg = Vec::new();
        tropa::export::svg(&scene, &mut svg).unwrap();
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/present/{name}.svg"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &svg).unwrap();
        }
        assert!(std::fs::read(&path).unwrap() == svg, "{name} looks different");
    }
}

/// Something done to a show.
#[derive(Debug, Clone)]
enum Op {
    Move(usize, usize),
    Hide(usize, bool),
    Note(usize, String),
    Ink(usize, usize),
    Add(usize),
    Remove(usize),
}

fn op() -> impl Strategy<Value = Op> {
    let place = || 0..24_usize;
    prop_oneof![
        3 => (place(), place()).prop_map(|(from, to)| Op::Move(from, to)),
        2 => (place(), any::<bool>()).prop_map(|(index, hidden)| Op::Hide(index, hidden)),
        2 => (place(), arbitrary::text()).prop_map(|(index, notes)| Op::Note(index, notes)),
        1 => (place(), 0..3000_usize).prop_map(|(index, points)| Op::Ink(index, points)),
        2 => place().prop_map(Op::Add),
        1 => place().prop_map(Op::Remove),
    ]
}

/// The order as the room sees it, with what is hidden.
fn order(document: &Document, journey: &JourneyId) -> Vec<(String, bool)> {
    let usual = usual_stops(document, journey);
    let placed = stops_in_order(document, journey, &usual);
    placed.iter().map(|it| (said(&it.view), it.stop.as_ref().is_some_and(|stop| stop.hidden))).collect()
}

/// Does it, and checks that the order is the wanted one.
fn perform(editor: &mut Editor, journey: &JourneyId, op: &Op, source: &mut SeededIds) -> Result<(), TestCaseError> {
    let document = editor.document().clone();
    let usual = usual_stops(&document, journey);
    let show = Show { document: &document, journey, usual: &usual };
    let mut expect = order(&document, journey);
    let count = expect.len();
    let edit = match op {
        Op::Move(from, to) => {
            let (from, to) = (from % count, to % count);
            let moved = expect.remove(from);
            expect.insert(to, moved);
            verbs::move_stop(show, from, to, source)
        }
        Op::Hide(index, hidden) => {
            expect[index % count].1 = *hidden;
            let visibility = if *hidden { Visibility::Hidden } else { Visibility::Shown };
            verbs::set_stop_visibility(show, index % count, visibility, source)
        }
        Op::Note(index, notes) => verbs::set_stop_notes(show, index % count, notes, source),
        Op::Ink(index, points) => {
            let stroke = InkStroke { points: (0..*points).map(|point| (point as u16, 7)).collect() };
            verbs::set_stop_ink(show, index % count, &[stroke], source)
        }
        Op::Add(index) => {
            let touchpoint = document.journeys.get(journey).unwrap().touchpoints.iter().next().unwrap().id.clone();
            let view = StopView::Selection(vec![touchpoint]);
            expect.insert(index % (count + 1), (said(&view), false));
            verbs::add_stop_at(show, view, index % (count + 1), source).map(|(edit, _)| edit)
        }
        Op::Remove(index) => {
            let placed = stops_in_order(&document, journey, &usual);
            let Some(stop) = placed[index % count].stop.as_ref().filter(|stop| said(&stop.view).starts_with('['))
            else {
                return Ok(());
            };
            expect.remove(index % count);
            Ok(verbs::remove(&[tropa::model::Subject::Stop(stop.id.clone())]))
        }
    };
    editor.apply(edit.unwrap()).unwrap();
    prop_assert_eq!(order(editor.document(), journey), expect, "{:?}", op);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_show_is_changed_as_wanted_and_back(ops in prop::collection::vec(op(), 1..16), seed in any::<u64>()) {
        let document = read(samples::sample(tropa::model::Language::Ru));
        let journey = document.journeys_in_order()[0].id.clone();
        let mut editor = Editor::new(document.clone());
        let mut source = SeededIds::new(seed);
        for op in &ops {
            perform(&mut editor, &journey, op, &mut source)?;
            editor.break_merge();
        }
        let bytes = tropa::format::to_bytes(editor.document()).unwrap();
        prop_assert_eq!(&read(&bytes), editor.document());
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.document(), &document);
    }

    #[test]
    fn any_document_has_a_show(document in arbitrary::document()) {
        let mut cache = SceneCache::default();
        let options = StopOptions::new();
        for journey in &document.journeys {
            let slides = deck(&document, &journey.id, &options, &mut cache);
            prop_assert_eq!(&slides, &deck(&document, &journey.id, &options, &mut cache));
            prop_assert!(!slides.is_empty());
            for slide in &slides {
                let scene = stop_scene(&document, &journey.id, slide, &options, &mut cache);
                prop_assert!(legibility::check(&scene, 1.0).too_small.is_empty());
            }
        }
        prop_assert!(deck(&document, &JourneyId::parse("j-nowhere-at-all").unwrap(), &options, &mut cache).is_empty());
    }
}
