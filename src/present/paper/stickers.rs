//! Stickers to cut out, twelve on an A4 sheet: blank ones of every kind, then the map's own touchpoints and barriers.

use std::sync::Arc;

use super::sheet::{PaperSize, mm, sheet_of, theme, type_of};
use crate::i18n::Texts;
use crate::model::{Document, Journey, Subject, columns};
use crate::present::workshop::tally::{Scope, choice_words, choices};
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::text::{Align, ShapedText, Shaper, Weight};
use crate::scene::{Color, Rect, Scene, point, rect};

/// Around the stickers, in millimetres: what most printers cannot reach.
const MARGIN: f32 = 10.0;
const COLUMNS: usize = 3;
const ROWS: usize = 4;
/// From a sticker's edge to its words, in millimetres.
const INSET: f32 = 5.0;

/// What a sticker looks like and says.
struct Sticker {
    kind: String,
    words: String,
    fill: Color,
    line: Color,
}

/// The sheets: five blank ones, then as many as touchpoints and barriers need.
pub fn sticker_sheets(document: &Document, journey: &Journey) -> Vec<Scene> {
    let texts = Texts::of(document.info.language);
    let mut sheets: Vec<Vec<Sticker>> = Vec::new();
    for key in ["touchpoint", "thought", "barrier", "strength", "opportunity"] {
        sheets.push((0..COLUMNS * ROWS).map(|_| sticker(texts, key, String::new())).collect());
    }
    let mut printed: Vec<Sticker> = Vec::new();
    for column in columns(journey) {
        for touchpoint in &column.touchpoints {
            let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
            let mut card = sticker(texts, "touchpoint", choice_words(document, &subject, texts));
            let index = column.stage.index();
            let color = |tokens: [Color; 5]| tokens.get(index).copied();
            card.fill = color(theme().stage_tints).unwrap_or(card.fill);
            card.line = color(theme().stages).unwrap_or(card.line);
            printed.push(card);
        }
    }
    sheets.extend(in_sheets(printed));
    let barriers = choices(document, journey, Scope::Barriers);
    let barriers = barriers.iter().map(|it| sticker(texts, "barrier", choice_words(document, it, texts)));
    sheets.extend(in_sheets(barriers.collect()));
    let mut shaper = Shaper::default();
    let title = texts.get("paper-stickers-title");
    let draw = |stickers: Vec<Sticker>| {
        let mut pen = Pen::body();
        for (index, sticker) in stickers.iter().enumerate() {
            draw_sticker(&mut pen, &mut shaper, (place(index), sticker));
        }
        cut_lines(&mut pen);
        sheet_of(PaperSize::A4.upright(), pen, (&title, document.info.language))
    };
    sheets.into_iter().map(draw).collect()
}

fn in_sheets(mut stickers: Vec<Sticker>) -> Vec<Vec<Sticker>> {
    let mut sheets = Vec::new();
    while !stickers.is_empty() {
        let rest = stickers.split_off(stickers.len().min(COLUMNS * ROWS));
        sheets.push(std::mem::replace(&mut stickers, rest));
    }
    sheets
}

fn sticker(texts: &Texts, key: &str, words: String) -> Sticker {
    let theme = theme();
    let (fill, line) = match key {
        "barrier" => (theme.barrier_fill, theme.barrier_line),
        "strength" => (theme.strength_fill, theme.strength_line),
        "opportunity" => (theme.opportunity_fill, theme.opportunity_line),
        "thought" => (theme.pill, theme.card_line),
        _ => (theme.card, theme.card_line),
    };
    Sticker { kind: texts.get(&format!("sticky-{key}")), words, fill, line }
}

/// The sticker's place on the sheet.
fn place(index: usize) -> Rect {
    let paper = PaperSize::A4.upright();
    let width = (paper.width - 2.0 * mm(MARGIN)) / COLUMNS as f32;
    let height = (paper.height - 2.0 * mm(MARGIN)) / ROWS as f32;
    let (row, column) = (index / COLUMNS, index % COLUMNS);
    rect(mm(MARGIN) + width * column as f32, mm(MARGIN) + height * row as f32, width, height)
}

fn draw_sticker(pen: &mut Pen, shaper: &mut Shaper, (place, sticker): (Rect, &Sticker)) {
    let Sticker { kind, words, fill, line } = sticker;
    let inner = place.expand(-mm(1.5));
    pen.rect(inner, mm(2.0), Some(*fill), Some(solid(*line, 1.2)));
    let kind = shaper.shape(kind, type_of(Weight::SemiBold, 13.4), None, Align::Left);
    let left = place.x + mm(INSET);
    pen.text(point(left, place.bottom() - mm(INSET) - kind.height), kind, theme().mute);
    if !words.is_empty() {
        let room = (place.width - 2.0 * mm(INSET), place.height - 2.0 * mm(INSET) - 26.0);
        let text = largest(shaper, words, room);
        pen.text(point(left, place.y + mm(INSET)), text, theme().ink);
    }
}

/// As large as fits; where even the smallest does not, it ends in "…".
fn largest(shaper: &mut Shaper, words: &str, (width, height): (f32, f32)) -> Arc<ShapedText> {
    let mut least = type_of(Weight::SemiBold, 14.0);
    for size in [26.0, 22.0, 19.0, 16.0, 14.0] {
        least = type_of(Weight::SemiBold, size);
        let text = shaper.shape(words, least, Some(width), Align::Left);
        // A word that is wider than the sticker is broken; better smaller than broken.
        let words_stay_whole = words.split_whitespace().all(|word| shaper.measure(word, least) <= width);
        if text.height <= height && words_stay_whole {
            return text;
        }
    }
    let lines = (height / least.line_height).floor().max(1.0) as usize;
    shaper.shape_clipped(words, least, width, lines).0
}

/// Lines to cut along, from edge to edge of what is printed.
fn cut_lines(pen: &mut Pen) {
    let paper = PaperSize::A4.upright();
    let stroke = dashed(theme().faint, 0.8, (5.0, 4.0));
    let reach = mm(4.0);
    for column in 0..=COLUMNS {
        let x = mm(MARGIN) + (paper.width - 2.0 * mm(MARGIN)) * column as f32 / COLUMNS as f32;
        pen.segment(point(x, reach), point(x, paper.height - reach), stroke);
    }
    for row in 0..=ROWS {
        let y = mm(MARGIN) + (paper.height - 2.0 * mm(MARGIN)) * row as f32 / ROWS as f32;
        pen.segment(point(reach, y), point(paper.width - reach, y), stroke);
    }
}
