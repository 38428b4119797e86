//! Pictures after edits: whatever is kept from one picture to the next, none shows a trace of the one before.

use crate::commands::{Op, op, perform};
use crate::{arbitrary, generate};
use proptest::prelude::*;
use tropa::edit::Editor;
use tropa::edit::verbs;
use tropa::export;
use tropa::model::{Barrier, BarrierId, Document, List, SeededIds, Stage, Subject, TouchpointId, touchpoints_in_order};
use tropa::scene::{MapOptions, Scene, SceneCache, ThemeName, map_scene};

/// The picture as a file; or why not, for anything may be called a photograph here.
fn svg(scene: &Scene) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    export::svg(scene, &mut bytes).map(|()| bytes).map_err(|error| error.to_string())
}

/// Whether two texts are the same, but for figures that lie a hundredth apart: what was moved stands where it would have
/// been drawn but for the rounding of single-precision sums.
fn are_near(one: &str, other: &str) -> bool {
    let is_figure = |char: char| char.is_ascii_digit() || matches!(char, '.' | '-' | 'e');
    let (mut one, mut other) = (one, other);
    loop {
        let cut = |text: &str| text.find(is_figure).unwrap_or(text.len());
        let (begin, other_begin) = (cut(one), cut(other));
        if one[..begin] != other[..other_begin] {
            return false;
        }
        (one, other) = (&one[begin..], &other[other_begin..]);
        if one.is_empty() || other.is_empty() {
            return one.is_empty() && other.is_empty();
        }
        let end = |text: &str| text.find(|char| !is_figure(char)).unwrap_or(text.len());
        let (figure, other_figure) = (&one[..end(one)], &other[..end(other)]);
        let value = |figure: &str| figure.parse::<f64>().ok();
        let near = value(figure).zip(value(other_figure)).is_some_and(|(a, b)| (a - b).abs() < 0.011);
        if figure != other_figure && !near {
            return false;
        }
        (one, other) = (&one[figure.len()..], &other[other_figure.len()..]);
    }
}

/// The picture of each journey is the one that is drawn anew.
fn check(document: &Document, theme: ThemeName, cache: &mut SceneCache) -> Result<(), TestCaseError> {
    for journey in &document.journeys {
        let options = MapOptions { theme, invites: true, ..MapOptions::new(journey.id.clone()) };
        let kept = map_scene(document, &options, cache);
        let anew = map_scene(document, &options, &mut SceneCache::default());
        for (one, other) in kept.fragments.iter().zip(&anew.fragments) {
            let (one, other) = (format!("{one:?}"), format!("{other:?}"));
            prop_assert!(are_near(&one, &other), "{}\n{}", one, other);
        }
        prop_assert_eq!(kept.fragments.len(), anew.fragments.len());
        prop_assert_eq!((kept.size, kept.header_band), (anew.size, anew.header_band));
        let (kept, anew) = (svg(&kept), svg(&anew));
        let same = match (&kept, &anew) {
            (Ok(kept), Ok(anew)) => are_near(&String::from_utf8_lossy(kept), &String::from_utf8_lossy(anew)),
            _ => kept == anew,
        };
        prop_assert!(same);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_time: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_picture_after_edits_is_the_one_drawn_anew(
        // Large ones have several blocks of columns in a stage.
        first in prop_oneof![
            4 => arbitrary::document(),
            3 => (0_usize..60).prop_map(generate::journey),
            1 => (250_usize..350).prop_map(generate::journey),
        ],
        ops in prop::collection::vec((op(), 0_u8..8), 1..12),
        seed in any::<u64>(),
    ) {
        let mut editor = Editor::new(first);
        let mut source = SeededIds::new(seed);
        let mut cache = SceneCache::default();
        let mut theme = ThemeName::Light;
        check(editor.document(), theme, &mut cache)?;
        for (op, turn) in &ops {
            // Now and then other colours, and several edits between two pictures.
            if *turn == 0 {
                theme = if theme == ThemeName::Light { ThemeName::Dark } else { ThemeName::Light };
            }
            perform(op, &mut editor, &mut source);
            if *turn < 6 || matches!(op, Op::Undo) {
                check(editor.document(), theme, &mut cache)?;
            }
        }
        while editor.undo().is_some() {
            check(editor.document(), theme, &mut cache)?;
        }
    }
}

/// A barrier that concerns a stage alone stands by the first column of that, whichever this is.
#[test]
fn a_barrier_of_a_stage_stands_by_its_first_column_as_columns_go() {
    let mut document = generate::journey(2400);
    let mut journey = document.journeys.iter().next().unwrap().as_ref().clone();
    // A stage of sixty columns is several blocks long; a row of it is enough.
    let row: Vec<_> = touchpoints_in_order(&journey).into_iter().take(480).step_by(8).cloned().collect();
    let ids: Vec<TouchpointId> = row.iter().map(|it| it.id.clone()).collect();
    let id = journey.id.clone();
    let mut of_stage = Barrier::new(BarrierId::parse("b-stage").unwrap(), "Nobody knows the price");
    of_stage.stage = Some((id.clone(), Stage::Attention));
    // This one concerns a touchpoint as long as that is there.
    let mut of_both = Barrier { id: BarrierId::parse("b-both").unwrap(), ..of_stage.clone() };
    of_both.touchpoints = vec![ids[30].clone()];
    (journey.touchpoints, journey.transitions) = (row.into_iter().collect(), List::default());
    document.journeys.put(journey);
    document.barriers = [of_stage, of_both].into_iter().collect();
    (document.strengths, document.opportunities) = (List::default(), List::default());
    let mut editor = Editor::new(document);
    let mut cache = SceneCache::default();
    for touchpoint in ids {
        check(editor.document(), ThemeName::Light, &mut cache).unwrap();
        editor.apply(verbs::remove(&[Subject::Touchpoint(id.clone(), touchpoint)])).unwrap();
    }
    check(editor.document(), ThemeName::Light, &mut cache).unwrap();
    while editor.undo().is_some() {
        check(editor.document(), ThemeName::Light, &mut cache).unwrap();
    }
}
