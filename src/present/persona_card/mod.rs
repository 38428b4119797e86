//! Persona cards: one page a persona, an A4 lying on its side, taller where there is more to say. Nothing is cut off.
//!
//! Words are in the map's language. Reading order: here (the page), `blocks` (what is said, block by block).

mod blocks;

use std::sync::Arc;

use self::blocks::{Block, blocks};
use crate::i18n::Texts;
use crate::i18n::number::percent;
use crate::model::{Document, Persona, PersonaId};
use crate::scene::face::portrait;
use crate::scene::icon::Icon;
use crate::scene::pen::Pen;
use crate::scene::text::{Align, ShapedText, Shaper, TextStyle, Weight};
use crate::scene::{Color, Point, Scene, Size, Theme, ThemeName, point, rect};

/// The page's width, and its height where that is enough: A4 on its side.
const PAGE: Size = Size { width: 1123.0, height: 794.0 };
/// The width of the panel at the left.
const PANEL: f32 = 336.0;
/// From the panel's edge to its words.
const INSET: f32 = 32.0;
/// From the page's edge to its words.
const MARGIN: f32 = 40.0;
/// Between the two columns.
const GAP: f32 = 32.0;
/// Between two blocks of a column.
const BLOCK_GAP: f32 = 24.0;
/// From the last words to the page's end.
const FOOT: f32 = 60.0;
/// The radius of the portrait.
const PORTRAIT: f32 = 84.0;

/// The cards of these personas in their order; unknown ones are left out.
pub fn persona_cards(document: &Document, personas: &[PersonaId], theme: ThemeName) -> Vec<Scene> {
    let mut shaper = Shaper::default();
    let known = personas.iter().filter_map(|id| document.personas.get(id));
    known.map(|persona| persona_card(document, persona, theme, &mut shaper)).collect()
}

/// What a card is drawn with.
struct Desk<'a> {
    document: &'a Document,
    persona: &'a Persona,
    theme: &'static Theme,
    texts: &'static Texts,
    shaper: &'a mut Shaper,
    color: Color,
}

fn persona_card(document: &Document, persona: &Persona, name: ThemeName, shaper: &mut Shaper) -> Scene {
    let theme = Theme::of(name);
    let texts = Texts::of(document.info.language);
    let mut desk = Desk { document, persona, theme, texts, shaper, color: theme.persona(persona.color) };
    let mut panel = Pen::body();
    let panel_bottom = desk.panel(&mut panel);
    let mut body = Pen::body();
    let body_bottom = desk.body(&mut body);
    let height = (panel_bottom.max(body_bottom) + FOOT).max(PAGE.height).ceil();
    let mut ground = Pen::body();
    ground.rect(rect(0.0, 0.0, PANEL, height), 0.0, Some(desk.color.fade(0.09)), None);
    ground.rect(rect(0.0, 0.0, 8.0, height), 0.0, Some(desk.color), None);
    desk.foot(&mut body, height);
    let fragments = [ground, panel, body].into_iter().filter_map(Pen::finish).collect();
    let title = if persona.name.trim().is_empty() { texts.get("card-untitled") } else { persona.name.clone() };
    let size = Size { width: PAGE.width, height };
    Scene { title, language: document.info.language, ..Scene::sheet(size, theme.background, fragments) }
}

/// Type of this weight and size, with lines a little apart.
fn type_of(weight: Weight, size: f32) -> TextStyle {
    TextStyle { weight, size, line_height: (size * 1.38).round() }
}

impl Desk<'_> {
    /// Draws words that wrap and says where they end.
    fn words(&mut self, pen: &mut Pen, at: Point, words: &str, (style, color): (TextStyle, Color), width: f32) -> f32 {
        let text: Arc<ShapedText> = self.shaper.shape(words, style, Some(width), Align::Left);
        let bottom = at.y + text.height;
        pen.text(at, text, color);
        bottom
    }

    /// The same, each line in the middle of the width.
    fn centered(&mut self, pen: &mut Pen, at: Point, words: &str, (style, color): (TextStyle, Color)) -> f32 {
        let text = self.shaper.shape(words, style, Some(PANEL - 2.0 * INSET), Align::Center);
        let bottom = at.y + text.height;
        pen.text(at, text, color);
        bottom
    }

    /// Portrait, name, segment, share, quote and facts; returns where they end.
    fn panel(&mut self, pen: &mut Pen) -> f32 {
        let (theme, persona, color) = (self.theme, self.persona, self.color);
        let width = PANEL - 2.0 * INSET;
        let center = point(PANEL / 2.0 + 4.0, MARGIN + PORTRAIT);
        portrait(pen, (theme, self.shaper), (center, PORTRAIT), persona);
        let mut y = center.y + PORTRAIT + 20.0;
        let name = persona.name.trim();
        let name = if name.is_empty() { self.texts.get("card-untitled") } else { name.to_owned() };
        y = self.centered(pen, point(INSET + 4.0, y), &name, (type_of(Weight::Bold, 26.0), theme.ink));
        if !persona.segment.trim().is_empty() {
            let style = (type_of(Weight::SemiBold, 14.0), color);
            y = self.centered(pen, point(INSET + 4.0, y + 2.0), persona.segment.trim(), style);
        }
        if let Some(share) = persona.share {
            y = self.share(pen, y + 18.0, share);
        }
        if !persona.quote.trim().is_empty() {
            y += 22.0;
            let quote = self.texts.with("stop-quote", &[("words", persona.quote.trim().into())]);
            let style = (type_of(Weight::Medium, 15.0), theme.ink);
            let bottom = self.words(pen, point(INSET + 14.0, y), &quote, style, width - 14.0);
            pen.rect(rect(INSET, y + 2.0, 3.0, bottom - y - 4.0), 1.5, Some(color), None);
            y = bottom;
        }
        self.facts(pen, y + 22.0)
    }

    /// The segment's share as a figure and a bar.
    fn share(&mut self, pen: &mut Pen, top: f32, share: f64) -> f32 {
        let width = PANEL - 2.0 * INSET;
        let figure = percent(share, self.document.info.language);
        let figure = self.shaper.shape(&figure, type_of(Weight::Bold, 24.0), None, Align::Left);
        let (figure_width, figure_height) = (figure.width, figure.height);
        pen.text(point(INSET, top), figure, self.theme.ink);
        let words = self.texts.get("card-of-customers");
        let left = INSET + figure_width + 8.0;
        let style = (type_of(Weight::Regular, 12.0), self.theme.mute);
        let bottom = self.words(pen, point(left, top + 10.0), &words, style, width - figure_width - 8.0);
        let bar = bottom.max(top + figure_height) + 4.0;
        pen.rect(rect(INSET, bar, width, 6.0), 3.0, Some(self.theme.line), None);
        let filled = width * share.clamp(0.0, 1.0) as f32;
        pen.rect(rect(INSET, bar, filled.max(6.0), 6.0), 3.0, Some(self.color), None);
        bar + 6.0
    }

    /// Demographics, one under another.
    fn facts(&mut self, pen: &mut Pen, top: f32) -> f32 {
        let it = &self.persona.demographics;
        let facts = [
            ("field-age", &it.age),
            ("field-gender", &it.gender),
            ("field-occupation", &it.occupation),
            ("field-income", &it.income),
            ("field-family", &it.family),
            ("field-place", &it.place),
        ];
        let names = 96.0;
        let mut y = top;
        for (key, words) in facts.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
            let name = self.texts.get(key);
            let quiet = (type_of(Weight::Regular, 12.0), self.theme.mute);
            let name_bottom = self.words(pen, point(INSET, y + 1.0), &name, quiet, names - 8.0);
            let plain = (type_of(Weight::Medium, 13.0), self.theme.ink);
            let width = PANEL - 2.0 * INSET - names;
            y = self.words(pen, point(INSET + names, y), words.trim(), plain, width).max(name_bottom) + 6.0;
        }
        y
    }

    /// What moves the persona, across; below it the blocks in two columns. Returns where they end.
    fn body(&mut self, pen: &mut Pen) -> f32 {
        let left = PANEL + MARGIN;
        let width = PAGE.width - MARGIN - left;
        let mut top = MARGIN;
        let motivation = self.persona.motivation.trim();
        if !motivation.is_empty() {
            top = self.heading(pen, point(left, top), (Icon::Flame, "stop-motivation"), self.color);
            let style = (type_of(Weight::Medium, 18.0), self.theme.ink);
            top = self.words(pen, point(left, top), motivation, style, width) + BLOCK_GAP + 4.0;
        }
        let column = (width - GAP) / 2.0;
        let mut ends = [top, top];
        for block in blocks(self.document, self.persona, (self.texts, self.theme)) {
            let place = usize::from(ends[1] < ends[0]);
            let x = left + (column + GAP) * place as f32;
            if let Some(end) = ends.get_mut(place) {
                *end = self.block(pen, point(x, *end), (&block, column)) + BLOCK_GAP;
            }
        }
        ends[0].max(ends[1]) - BLOCK_GAP
    }

    /// An icon and a name; returns where what follows begins.
    fn heading(&mut self, pen: &mut Pen, at: Point, (icon, key): (Icon, &str), color: Color) -> f32 {
        let words = self.texts.get(key);
        self.named_heading(pen, at, (icon, &words), color)
    }

    fn named_heading(&mut self, pen: &mut Pen, at: Point, (icon, words): (Icon, &str), color: Color) -> f32 {
        pen.icon(icon, (at, 18.0), color);
        let style = (type_of(Weight::Bold, 13.0), color);
        self.words(pen, point(at.x + 26.0, at.y), words, style, PANEL - 26.0) + 7.0
    }

    fn block(&mut self, pen: &mut Pen, at: Point, (block, width): (&Block, f32)) -> f32 {
        let Block { icon, title, color, pieces } = block;
        let mut y = self.named_heading(pen, at, (*icon, title), *color);
        for piece in pieces {
            y = piece.draw(self, pen, (point(at.x, y), width, *color)) + 5.0;
        }
        y - 5.0
    }

    /// Whose project it is.
    fn foot(&mut self, pen: &mut Pen, height: f32) {
        let project = self.document.info.title.trim();
        let words = self.texts.get("card-foot");
        let words = if project.is_empty() { words } else { format!("{project} · {words}") };
        let style = type_of(Weight::Regular, 11.0);
        let text = self.shaper.shape(&words, style, Some(PAGE.width - PANEL - 2.0 * MARGIN), Align::Left);
        pen.text(point(PANEL + MARGIN, height - 20.0 - text.height), text, self.theme.mute);
    }
}
