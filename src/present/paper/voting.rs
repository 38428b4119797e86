//! Voting sheets: the choices, numbered as the window numbers them, with circles for dots. A4, upright.

use super::sheet::{PaperSize, mm, sheet_of, theme, type_of};
use crate::i18n::Texts;
use crate::model::{Document, Journey};
use crate::present::workshop::tally::{Scope, choice_words, choices};
use crate::scene::pen::{Pen, solid};
use crate::scene::text::{Align, ShapedText, Shaper, Weight};
use crate::scene::{Scene, point};

const MARGIN: f32 = 18.0;
/// A circle's diameter and the room it takes, in millimetres.
const CIRCLE: (f32, f32) = (8.0, 10.5);
/// The most circles in a row of one choice.
const MOST_CIRCLES: u32 = 6;
const ROW_PADDING: f32 = 3.6;

/// The sheets; none where there is nothing to choose from.
pub fn voting_sheets(document: &Document, journey: &Journey, (scope, dots_each): (Scope, u32)) -> Vec<Scene> {
    let texts = Texts::of(document.info.language);
    let title = texts.get(&format!("vote-title-{}", scope.key()));
    let mut shaper = Shaper::default();
    let size = PaperSize::A4.upright();
    let circles = dots_each.clamp(1, MOST_CIRCLES);
    let words_left = mm(MARGIN + 13.0);
    let circles_left = size.width - mm(MARGIN) - mm(CIRCLE.1) * circles as f32;
    let style = type_of(Weight::Medium, 17.0);
    let rows: Vec<std::sync::Arc<ShapedText>> = choices(document, journey, scope)
        .iter()
        .map(|choice| choice_words(document, choice, texts))
        .map(|words| clipped(&mut shaper, &words, style, circles_left - words_left - mm(4.0)))
        .collect();
    let top = mm(MARGIN + 44.0);
    let bottom = size.height - mm(MARGIN + 6.0);
    let mut pages: Vec<Vec<(usize, f32)>> = Vec::new();
    let mut y = f32::INFINITY;
    for (index, text) in rows.iter().enumerate() {
        let height = row_height(text);
        if y + height > bottom {
            pages.push(Vec::new());
            y = top;
        }
        if let Some(page) = pages.last_mut() {
            page.push((index, y));
        }
        y += height;
    }
    let count = pages.len();
    let mut scenes = Vec::with_capacity(count);
    for (number, page) in pages.into_iter().enumerate() {
        let mut pen = Pen::body();
        head(&mut pen, &mut shaper, (texts, &title, dots_each));
        for (index, y) in page {
            let Some(text) = rows.get(index) else { continue };
            let height = row_height(text);
            pen.segment(point(mm(MARGIN), y), point(size.width - mm(MARGIN), y), solid(theme().line, 1.0));
            let number = shaper.shape(&(index + 1).to_string(), type_of(Weight::Bold, 18.0), None, Align::Left);
            let middle = y + height / 2.0;
            pen.text(point(mm(MARGIN), middle - number.height / 2.0), number, theme().ink);
            pen.text(point(words_left, middle - text.height / 2.0), std::sync::Arc::clone(text), theme().ink);
            for circle in 0..circles {
                let x = circles_left + mm(CIRCLE.1) * (circle as f32 + 0.5);
                pen.circle(point(x, middle), mm(CIRCLE.0) / 2.0, None, Some(solid(theme().mute, 1.4)));
            }
        }
        let words = format!("{} / {count}", number + 1);
        let text = shaper.shape(&words, type_of(Weight::Regular, 13.4), None, Align::Left);
        let place = point(size.width - mm(MARGIN) - text.width, size.height - mm(MARGIN) + 4.0);
        pen.text(place, text, theme().mute);
        scenes.push(sheet_of(size, pen, (&title, document.info.language)));
    }
    scenes
}

/// At most six lines: a choice is read at a glance or on the map.
fn clipped(
    shaper: &mut Shaper,
    words: &str,
    style: crate::scene::text::TextStyle,
    width: f32,
) -> std::sync::Arc<ShapedText> {
    shaper.shape_clipped(words, style, width, 6).0
}

fn row_height(text: &ShapedText) -> f32 {
    (text.height + 2.0 * mm(ROW_PADDING)).max(mm(CIRCLE.1 + 2.0))
}

/// The question, the rules, and a line for the voter's name.
fn head(pen: &mut Pen, shaper: &mut Shaper, (texts, title, dots_each): (&Texts, &str, u32)) {
    let width = PaperSize::A4.upright().width - 2.0 * mm(MARGIN);
    let text = shaper.shape(title, type_of(Weight::Bold, 28.0), Some(width), Align::Left);
    let below = mm(MARGIN) + text.height;
    pen.text(point(mm(MARGIN), mm(MARGIN)), text, theme().ink);
    let rules = texts.with("paper-voting-rules", &[("dots", dots_each.into())]);
    let rules = shaper.shape(&rules, type_of(Weight::Regular, 15.0), Some(width), Align::Left);
    pen.text(point(mm(MARGIN), below + 4.0), rules, theme().mute);
    let name = shaper.shape(&texts.get("paper-voting-name"), type_of(Weight::Medium, 15.0), None, Align::Left);
    let y = mm(MARGIN + 36.0);
    let from = mm(MARGIN) + name.width + 10.0;
    pen.text(point(mm(MARGIN), y - name.height + 3.0), name, theme().mute);
    pen.segment(point(from, y), point(mm(MARGIN) + width, y), solid(theme().faint, 1.2));
}
