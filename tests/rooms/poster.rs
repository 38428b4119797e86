//! The map on several sheets: neighbours show the same along their seam, and each sheet says where to cut and to glue.

use tropa::format::{self, samples};
use tropa::model::Language;
use tropa::present::paper::sheet::mm;
use tropa::present::paper::{Laid, PaperKind, PaperOptions, PaperSize, laid_out};
use tropa::scene::{PathVerb, Plane, Point, Rect, Scene, Shape, Stroke, point, rect};

/// What printers cannot reach of a sheet, in millimetres.
const UNPRINTABLE: f32 = 8.0;
/// How far neighbours show the same at the least, in millimetres.
const OVERLAP: f32 = 10.0;

/// The part of the map on a sheet.
fn part(sheet: &Scene) -> Rect {
    let margin = mm(UNPRINTABLE);
    rect(margin, margin, sheet.size.width - 2.0 * margin, sheet.size.height - 2.0 * margin)
}

/// The straight lines of a sheet's own frame, each with its stroke.
fn lines(sheet: &Scene) -> Vec<(Point, Point, Stroke)> {
    let frame = sheet.fragments.iter().filter(|fragment| fragment.plane == Plane::Title).last().expect("a frame");
    let line = |shape: &Shape| match shape {
        Shape::Path { path, stroke: Some(stroke), .. } => match path.verbs.as_slice() {
            [PathVerb::Move(from), PathVerb::Line(to)] => Some((*from, *to, *stroke)),
            _ => None,
        },
        _ => None,
    };
    frame.shapes.iter().filter_map(line).collect()
}

fn near(one: Point, other: Point, reach: f32) -> bool {
    (one.x - other.x).abs() < reach && (one.y - other.y).abs() < reach
}

/// Whether a line leads from a corner outwards, away from the part.
fn marks(part: Rect, corner: Point, (from, to): (Point, Point)) -> (bool, bool) {
    let outside = |place: Point| !part.contains(place);
    let out = outside(from) && outside(to) && near(from, corner, mm(2.0)) && !near(to, corner, mm(4.0));
    (out && from.x == corner.x && to.x == corner.x, out && from.y == corner.y && to.y == corner.y)
}

/// The texts of a map's part, with their places.
fn texts(sheet: &Scene) -> Vec<(String, Point)> {
    let of_map = sheet.fragments.iter().flat_map(|fragment| &fragment.shapes);
    let text = |shape: &Shape| match shape {
        Shape::Text { top_left, text, .. } => {
            let words: Vec<_> = text.lines.iter().map(|line| line.text.clone()).collect();
            Some((words.join(" "), *top_left, text.width))
        }
        _ => None,
    };
    of_map.filter_map(text).map(|(words, at, _)| (words, at)).collect()
}

fn check(laid: &Laid, tile: PaperSize) -> usize {
    let columns = laid.columns.expect("they are glued");
    let rows = laid.sheets.len() / columns;
    assert!(laid.sheets.len() > 1 && rows * columns == laid.sheets.len());
    let mut shared = 0;
    for (at, sheet) in laid.sheets.iter().enumerate() {
        assert!(sheet.size == tile.upright() || sheet.size == tile.lying(), "{:?}", sheet.size);
        let (part, lines) = (part(sheet), lines(sheet));
        for x in [part.x, part.right()] {
            for y in [part.y, part.bottom()] {
                let of_corner = lines.iter().map(|(from, to, _)| marks(part, point(x, y), (*from, *to)));
                let (upright, lying) =
                    of_corner.fold((0, 0), |(a, b), (c, d)| (a + usize::from(c), b + usize::from(d)));
                assert_eq!((upright, lying), (1, 1), "sheet {at}: marks to cut along at {x}, {y}");
            }
        }
        // What the next sheet is glued on is marked by a dashed line over the whole part.
        let (right, below) = ((at + 1) % columns != 0, at + columns < laid.sheets.len());
        let dashed: Vec<_> = lines.iter().filter(|(_, _, stroke)| stroke.dash.is_some()).collect();
        let upright = dashed.iter().find(|(from, to, _)| from.x == to.x).map(|(from, ..)| *from);
        let lying = dashed.iter().find(|(from, to, _)| from.y == to.y).map(|(from, ..)| *from);
        assert_eq!((upright.is_some(), lying.is_some()), (right, below), "sheet {at}");
        assert!(lying.is_none_or(|from| from.x == part.x && from.y < part.bottom() - mm(OVERLAP) + 0.01));
        // The neighbour at the right shows the same strip, so much further left.
        if let Some(upright) = upright {
            assert!(upright.y == part.y && upright.x < part.right() - mm(OVERLAP) + 0.01, "{upright:?}");
            let strip = rect(upright.x, part.y, part.right() - upright.x, part.height);
            let other = texts(&laid.sheets[at + 1]);
            for (words, place) in texts(sheet).into_iter().filter(|(_, place)| strip.contains(*place)) {
                let there = point(place.x - (upright.x - part.x), place.y);
                assert!(other.iter().any(|it| it.0 == words && near(it.1, there, 0.05)), "sheet {at}: {words:?}");
                shared += 1;
            }
        }
    }
    shared
}

#[test]
fn parts_of_a_poster_overlap_and_say_where_to_cut() {
    let mut shared = 0;
    for language in Language::ALL {
        let document = format::read(samples::sample(language)).unwrap().document;
        let journey = document.journeys_in_order()[0].id.clone();
        for (size, tile) in
            [(PaperSize::A1, PaperSize::A4), (PaperSize::A0, PaperSize::A4), (PaperSize::A0, PaperSize::A3)]
        {
            let options = PaperOptions { kind: PaperKind::Map, size, tiles: Some(tile), ..PaperOptions::default() };
            shared += check(&laid_out(&document, &journey, &options), tile);
        }
    }
    assert!(shared > 10, "words stand in the strips that are glued: {shared}");
}
