//! What everything that draws a stop works with: the document, the colours, the type, and where things may stand.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::StopOptions;
use crate::analysis::flow::{Flow, told_flow};
use crate::analysis::level;
use crate::analysis::path::curve_path;
use crate::i18n::Texts;
use crate::model::{Document, EvidenceId, Journey, Language, Persona, Stage, Subject, Touchpoint, TouchpointId};
use crate::scene::map::personas;
use crate::scene::pen::Pen;
use crate::scene::text::{Align, ShapedText, Shaper, TextStyle, Weight};
use crate::scene::{Fragment, HitTarget, Rect, Theme, rect};

/// The height of every stop, in points.
pub const HEIGHT: f32 = 1080.0;
/// The least size of a letter's em on a stop, in points: 1/50 of the screen's height.
pub const LEAST_TEXT: f32 = 22.0;
/// What projectors may cut off, of the width and of the height.
pub const OVERSCAN: f32 = 0.05;
/// From the top of the picture to the header.
pub(super) const TOP: f32 = 60.0;
/// The top of the band of stages.
pub(super) const BAND_TOP: f32 = 962.0;
/// The height of the band of stages.
pub(super) const BAND_HEIGHT: f32 = 42.0;
/// The bottom of what may be drawn.
pub(super) const BOTTOM: f32 = 1026.0;

/// The sizes of type on a stop at a text scale of 1; nothing is smaller than [`LEAST_TEXT`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Type {
    /// The title of a stop.
    Title,
    /// A heading, a stage's name.
    Heading,
    /// A statement that has a picture nearly to itself.
    Lead,
    /// What a card is about.
    Card,
    /// A statement in a list.
    Statement,
    /// Running text.
    Body,
    /// What stands beside: channels, notes.
    Note,
    /// A figure in a line.
    Figure,
    /// A figure that stands alone.
    Large,
}

/// The table a stop is drawn on.
pub(super) struct Desk<'a> {
    pub(super) document: &'a Document,
    pub(super) journey: &'a Arc<Journey>,
    pub(super) options: &'a StopOptions,
    pub(super) theme: &'static Theme,
    pub(super) texts: &'static Texts,
    pub(super) language: Language,
    /// The journey's personas, the leading one first.
    pub(super) personas: Vec<Arc<Persona>>,
    /// The path that the leading persona's curve follows.
    pub(super) path: Vec<TouchpointId>,
    /// The same, to be asked for one by one.
    passed: BTreeSet<TouchpointId>,
    /// The drop-off figures, once asked for.
    flow: OnceCell<Option<Flow>>,
    pub(super) shaper: &'a mut Shaper,
    pub(super) out: Vec<Arc<Fragment>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        document: &'a Document,
        journey: &'a Arc<Journey>,
        options: &'a StopOptions,
        shaper: &'a mut Shaper,
    ) -> Self {
        let personas = personas(document, journey, options.persona.as_ref());
        let path = personas.first().map(|persona| curve_path(journey, &persona.id)).unwrap_or_default();
        Self {
            document,
            journey,
            options,
            theme: Theme::of(options.theme),
            texts: Texts::of(document.info.language),
            language: document.info.language,
            personas,
            passed: path.iter().cloned().collect(),
            path,
            flow: OnceCell::new(),
            shaper,
            out: Vec::new(),
        }
    }

    /// Whether the leading persona's curve runs through a touchpoint.
    pub(super) fn is_on_path(&self, touchpoint: &TouchpointId) -> bool {
        self.passed.contains(touchpoint)
    }

    /// The journey's drop-off figures, where it says anything of them.
    pub(super) fn flow(&self) -> Option<&Flow> {
        self.flow.get_or_init(|| told_flow(self.journey)).as_ref()
    }

    /// Takes a finished fragment into the picture.
    pub(super) fn put(&mut self, pen: Pen) {
        self.out.extend(pen.finish());
    }

    /// What may be drawn on: the picture without what projectors cut off.
    pub(super) fn safe(&self) -> Rect {
        let width = self.options.size.width;
        rect(width * OVERSCAN, TOP, width * (1.0 - 2.0 * OVERSCAN), BOTTOM - TOP)
    }

    /// How much larger letters are than usual.
    pub(super) fn scale(&self) -> f32 {
        if self.options.text_scale.is_finite() { self.options.text_scale.clamp(1.0, 2.0) } else { 1.0 }
    }

    /// A style in the size of this stop.
    pub(super) fn style(&self, kind: Type) -> TextStyle {
        let (weight, size, line) = match kind {
            Type::Title => (Weight::Bold, 52.0, 1.18),
            Type::Heading => (Weight::Bold, 44.0, 1.2),
            Type::Lead => (Weight::SemiBold, 38.0, 1.24),
            Type::Card => (Weight::SemiBold, 34.0, 1.24),
            Type::Statement => (Weight::SemiBold, 30.0, 1.26),
            Type::Body => (Weight::Regular, 28.0, 1.32),
            Type::Note => (Weight::Medium, 25.0, 1.3),
            Type::Figure => (Weight::Bold, 32.0, 1.25),
            Type::Large => (Weight::Bold, 60.0, 1.15),
        };
        let size = size * self.scale();
        TextStyle { weight, size, line_height: (size * line).round() }
    }

    /// The text in lines of this width.
    pub(super) fn shape(&mut self, words: &str, kind: Type, width: f32) -> Arc<ShapedText> {
        let style = self.style(kind);
        self.shaper.shape(words.trim(), style, Some(width.max(1.0)), Align::Left)
    }

    /// The text in lines of this width, and no more than stand in this height (one at the least); what does not fit
    /// gives way to "…", which the check of legibility names.
    pub(super) fn fit(&mut self, words: &str, kind: Type, (width, height): (f32, f32)) -> Arc<ShapedText> {
        let style = self.style(kind);
        let lines = (height / style.line_height + 0.01).floor().max(1.0) as usize;
        self.shaper.shape_clipped(words.trim(), style, width.max(1.0), lines).0
    }

    /// One line of this width at the most.
    pub(super) fn line(&mut self, words: &str, kind: Type, width: f32) -> Arc<ShapedText> {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.fit(&line, kind, (width, 0.0))
    }

    /// The width of the words in one line.
    pub(super) fn measure(&mut self, words: &str, kind: Type) -> f32 {
        let style = self.style(kind);
        self.shaper.measure(words.trim(), style)
    }

    /// The width of the longest word, which is as narrow as a block can be without breaking one.
    pub(super) fn longest_word(&mut self, words: &str, kind: Type) -> f32 {
        let style = self.style(kind);
        // Nobody measures a word of a hundred letters to find out that it must be broken.
        let words = words.split_whitespace().filter(|word| word.chars().count() < 100).take(60);
        words.map(|word| self.shaper.measure(word, style)).fold(0.0, f32::max)
    }

    /// The journey's own name for a stage, or its usual one.
    pub(super) fn stage_title(&self, stage: Stage) -> String {
        let own = self.journey.info.stages.get(stage.index()).map_or("", |info| info.title.trim());
        if own.is_empty() { self.texts.get(&format!("stage-{}", stage.key())) } else { own.to_owned() }
    }

    /// What a click on a touchpoint's card means.
    pub(super) fn touchpoint_target(&self, touchpoint: &Touchpoint) -> HitTarget {
        HitTarget::Subject(Subject::Touchpoint(self.journey.id.clone(), touchpoint.id.clone()))
    }

    /// A touchpoint's title, or what stands for one.
    pub(super) fn touchpoint_title(&self, touchpoint: &Touchpoint) -> String {
        let title = touchpoint.title.trim();
        if title.is_empty() { self.texts.get("map-untitled-touchpoint") } else { title.to_owned() }
    }

    /// How well something is known that rests on these sources.
    pub(super) fn known(&self, evidence: &[EvidenceId]) -> String {
        let word = self.texts.get(level(self.document, evidence).key());
        self.texts.with("map-known", &[("level", word.into())])
    }

    /// The name of a touchpoint's channel.
    pub(super) fn channel_name(&self, touchpoint: &Touchpoint) -> String {
        let channel = touchpoint.channel.as_ref().and_then(|id| self.document.channels.get(id));
        channel.map_or(String::new(), |channel| channel.name.trim().to_owned())
    }
}
