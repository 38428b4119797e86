//! A blank poster: five stages, lanes and the emotion scale, to be filled with stickies and pens.

use super::fit::Fit;
use super::sheet::{PaperSize, mm, sheet, sheet_of, theme, type_of};
use crate::i18n::Texts;
use crate::i18n::number::signed;
use crate::model::{Document, Emotion, Journey, Stage};
use crate::scene::face::face;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::text::{Align, Shaper, TextStyle, Weight};
use crate::scene::{Color, Path, Point, Rect, Scene, point, rect};

/// All measures are those of an A0 sheet, in millimetres; smaller sheets are the same picture, smaller.
const MARGIN: f32 = 25.0;
const HEAD: f32 = 112.0;
const LANE_COLUMN: f32 = 118.0;
const CHEVRON: f32 = 40.0;
const CHEVRON_POINT: f32 = 14.0;
const QUESTION: f32 = 30.0;
const CELL_GAP: f32 = 5.0;
/// The lanes by their names' messages, with their heights against each other.
const LANES: [(&str, f32); 7] = [
    ("paper-steps", 40.0),
    ("lane-touchpoints", 88.0),
    ("lane-actions", 72.0),
    ("lane-thoughts", 72.0),
    ("lane-emotions", 132.0),
    ("lane-barriers", 84.0),
    ("lane-opportunities", 84.0),
];

/// The poster, lying. Stages have the names that the journey gives them.
pub fn blank_poster(document: &Document, journey: &Journey, size: PaperSize) -> Scene {
    let texts = Texts::of(document.info.language);
    let title = texts.get("paper-poster-title");
    let about = (title.as_str(), document.info.language);
    let whole = PaperSize::A0.lying();
    let mut draft = Draft { pen: Pen::body(), shaper: Shaper::default(), texts, journey };
    draft.head(whole.width);
    draft.table(rect(
        mm(MARGIN),
        mm(MARGIN + HEAD),
        whole.width - 2.0 * mm(MARGIN),
        whole.height - mm(2.0 * MARGIN + HEAD),
    ));
    let poster = sheet_of(whole, draft.pen, about);
    if size == PaperSize::A0 {
        return poster;
    }
    let paper = size.lying();
    let factor = (paper.width / whole.width).min(paper.height / whole.height);
    let by = point((paper.width - whole.width * factor) / 2.0, (paper.height - whole.height * factor) / 2.0);
    let fit = Fit { factor, by };
    sheet(paper, poster.fragments.iter().map(|fragment| fit.fragment(fragment)), about)
}

struct Draft<'a> {
    pen: Pen,
    shaper: Shaper,
    texts: &'a Texts,
    journey: &'a Journey,
}

impl Draft<'_> {
    fn words(&mut self, at: Point, words: &str, (style, color): (TextStyle, Color), width: Option<f32>) -> f32 {
        let text = self.shaper.shape(words, style, width, Align::Left);
        let height = text.height;
        self.pen.text(at, text, color);
        height
    }

    /// A name with a line to write on.
    fn line_to_fill(&mut self, key: &str, area: Rect) {
        let style = type_of(Weight::Medium, 36.0);
        let words = self.texts.get(key);
        let text = self.shaper.shape(&words, style, None, Align::Left);
        let from = area.x + text.width + mm(4.0);
        self.pen.text(point(area.x, area.bottom() - text.height), text, theme().mute);
        let y = area.bottom() - mm(1.5);
        self.pen.segment(point(from, y), point(area.right(), y), solid(theme().faint, 2.0));
    }

    /// Title, question and date to be filled in; at the right a place for the persona.
    fn head(&mut self, sheet_width: f32) {
        let (left, top) = (mm(MARGIN), mm(MARGIN));
        let persona_width = mm(400.0);
        let width = sheet_width - 2.0 * left - persona_width - mm(24.0);
        let title = self.texts.get("paper-poster-title");
        self.words(point(left, top - mm(4.0)), &title, (type_of(Weight::Bold, 96.0), theme().ink), None);
        let row = |index: f32| rect(left, top + mm(32.0 + 22.0 * index), width, mm(18.0));
        self.line_to_fill("paper-journey", row(0.0));
        self.line_to_fill("paper-question", row(1.0));
        let third = row(2.0);
        let half = (third.width - mm(16.0)) / 2.0;
        self.line_to_fill("paper-company", Rect { width: half, ..third });
        self.line_to_fill("paper-date", Rect { x: third.x + half + mm(16.0), width: half, ..third });
        let place = rect(sheet_width - left - persona_width, top, persona_width, mm(HEAD - 14.0));
        self.persona(place);
    }

    fn persona(&mut self, place: Rect) {
        self.pen.rect(place, mm(4.0), None, Some(solid(theme().card_line, 3.0)));
        let radius = mm(30.0);
        let center = point(place.x + mm(12.0) + radius, place.center().y);
        self.pen.circle(center, radius, None, Some(dashed(theme().faint, 2.5, (14.0, 12.0))));
        let words = self.texts.get("paper-portrait");
        self.pen.label(&mut self.shaper, center, (&words, type_of(Weight::Medium, 30.0)), theme().mute);
        let left = center.x + radius + mm(12.0);
        let row = |index: f32| rect(left, place.y + mm(6.0 + 20.5 * index), place.right() - mm(12.0) - left, mm(18.0));
        for (index, key) in ["paper-persona", "paper-segment", "paper-goal", "paper-pain"].into_iter().enumerate() {
            self.line_to_fill(key, row(index as f32));
        }
    }

    fn table(&mut self, area: Rect) {
        let stages_left = area.x + mm(LANE_COLUMN);
        let stage_width = (area.right() - stages_left) / 5.0;
        for stage in Stage::ALL {
            let left = stages_left + stage_width * stage.index() as f32;
            self.stage(stage, rect(left, area.y, stage_width, mm(CHEVRON)));
        }
        let top = area.y + mm(CHEVRON + QUESTION);
        let shares: f32 = LANES.iter().map(|(_, share)| share).sum();
        let room = area.bottom() - top;
        let mut y = top;
        for (key, share) in LANES {
            let height = room * share / shares;
            self.lane(key, rect(area.x, y, area.width, height), (stages_left, stage_width));
            y += height;
        }
    }

    fn stage(&mut self, stage: Stage, place: Rect) {
        let index = stage.index();
        let [fill, ink, color] = [theme().stage_headers, theme().stage_header_inks, theme().stages]
            .map(|tokens| tokens.get(index).copied().unwrap_or(theme().accent));
        let tip = mm(CHEVRON_POINT);
        let gap = mm(1.5);
        let (left, right, middle) = (place.x + gap, place.right() - gap, place.center().y);
        let mut outline = vec![
            point(left, place.y),
            point(right - tip + gap, place.y),
            point(right + gap, middle),
            point(right - tip + gap, place.bottom()),
            point(left, place.bottom()),
        ];
        if index > 0 {
            outline.push(point(left + tip, middle));
        }
        self.pen.solid(Path::polygon(&outline), fill);
        let own = self.journey.info.stages.get(index).map(|info| info.title.trim().to_owned()).unwrap_or_default();
        let title = if own.is_empty() { self.texts.get(&format!("stage-{}", stage.key())) } else { own };
        let room = place.width - mm(2.0 * CHEVRON_POINT + 8.0);
        let title = self.largest(&title, (Weight::Bold, &[58.0, 50.0, 42.0, 34.0, 26.0]), (room, place.height));
        let lead = if index > 0 { tip / 2.0 } else { 0.0 };
        self.pen.text(point(place.center().x + lead / 2.0 - room / 2.0, middle - title.height / 2.0), title, ink);
        let question = self.texts.get(&format!("map-question-{}", stage.key()));
        let style = type_of(Weight::Medium, 34.0);
        self.words(
            point(left + mm(4.0), place.bottom() + mm(5.0)),
            &question,
            (style, color),
            Some(place.width - mm(12.0)),
        );
    }

    /// The words in the largest of these sizes that fits, centred in the width.
    fn largest(
        &mut self,
        words: &str,
        (weight, sizes): (Weight, &[f32]),
        (width, height): (f32, f32),
    ) -> std::sync::Arc<crate::scene::text::ShapedText> {
        let mut shape = |size: f32| self.shaper.shape(words, type_of(weight, size), Some(width), Align::Center);
        let fits = sizes.iter().map(|size| shape(*size)).find(|text| text.height <= height && text.width <= width);
        let least = sizes.last().copied().unwrap_or(20.0);
        fits.unwrap_or_else(|| shape(least))
    }

    fn lane(&mut self, key: &str, place: Rect, (stages_left, stage_width): (f32, f32)) {
        self.pen.segment(point(place.x, place.y), point(place.right(), place.y), solid(theme().line, 3.0));
        let name = self.texts.get(key);
        let width = mm(LANE_COLUMN) - mm(if key == "lane-emotions" { 40.0 } else { 8.0 });
        let style = (type_of(Weight::SemiBold, 42.0), theme().ink);
        let height = self.words(point(place.x, place.y + mm(6.0)), &name, style, Some(width));
        let note = self.texts.get(&format!("{key}-note"));
        let style = (type_of(Weight::Regular, 30.0), theme().mute);
        self.words(point(place.x, place.y + mm(7.0) + height), &note, style, Some(width));
        if key == "lane-emotions" {
            self.emotions(place, stages_left);
            return;
        }
        for index in 0..5_u8 {
            let left = stages_left + stage_width * f32::from(index);
            let cell = rect(left, place.y, stage_width, place.height).expand(-mm(CELL_GAP));
            self.pen.rect(cell, mm(3.0), None, Some(dashed(theme().card_line, 2.0, (12.0, 10.0))));
        }
    }

    /// Eleven lines from +5 to −5 with faces at a few of them.
    fn emotions(&mut self, place: Rect, stages_left: f32) {
        let (top, bottom) = (place.y + mm(12.0), place.bottom() - mm(12.0));
        for points in -5..=5_i32 {
            let y = bottom + (top - bottom) * (points + 5) as f32 / 10.0;
            let stroke = if points == 0 { solid(theme().faint, 3.0) } else { dashed(theme().line, 2.0, (8.0, 10.0)) };
            self.pen.segment(point(stages_left, y), point(place.right(), y), stroke);
            let words = signed(f64::from(points), 0, self.texts.language());
            let text = self.shaper.shape(&words, type_of(Weight::SemiBold, 32.0), None, Align::Left);
            self.pen.text(point(stages_left - mm(4.0) - text.width, y - text.height / 2.0), text, theme().mute);
            if matches!(points.abs(), 0 | 3 | 5) {
                let emotion = Emotion::from_halves(points * 2);
                face(&mut self.pen, theme(), (point(stages_left - mm(24.0), y), mm(6.5)), emotion);
            }
        }
    }
}
