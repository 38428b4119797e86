//! A small card that says one thing about touchpoints: a barrier, a strength or an opportunity.

use std::sync::Arc;

use super::marks;
use crate::analysis::evidence::{Level, level};
use crate::analysis::voices::Voices;
use crate::i18n::number::percent;
use crate::model::{Barrier, BarrierStatus, Document, Opportunity, Strength, Subject, Supported, TextSpot};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::{Color, Theme};

/// From a card's edge to its text.
const INSET: f32 = 10.0;
/// The least height of a barrier's card.
const BARRIER_HEIGHT: f32 = 72.0;
/// The least height of other cards.
pub(super) const NOTE_HEIGHT: f32 = 44.0;

/// How wide the first line below a statement may be: the mark of evidence stands at its right.
const STATUS_ROOM: f32 = CARD_WIDTH - 2.0 * INSET - 14.0;

/// What a note is about.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum About {
    Barrier(Same<Barrier>),
    Strength(Same<Strength>),
    Opportunity(Same<Opportunity>),
}

/// A small card.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Note {
    pub(super) about: About,
    /// How many respondents say so, if anybody is known to.
    pub(super) voices: Option<Voices>,
    /// How well it is known.
    pub(super) level: Level,
    /// In which of the columns it belongs to.
    pub(super) nth: usize,
    /// What it got in the last vote whose result is shown; 0: nothing is said of votes.
    pub(super) dots: u32,
}

/// What a small card says, and how high that makes it.
pub(in crate::scene) struct Words {
    subject: Subject,
    label: Arc<str>,
    statement: Arc<ShapedText>,
    /// How often a barrier is met; an opportunity's value and effort.
    figures: Option<Arc<ShapedText>>,
    /// How far a barrier's removal is; of others how well they are known, where no figures stand beside the mark of that.
    status: Option<Arc<ShapedText>>,
    /// How many respondents say so.
    voices: Option<Arc<ShapedText>>,
    dots: Option<Arc<ShapedText>>,
    pub(super) height: f32,
}

impl About {
    pub(super) fn subject(&self) -> Subject {
        match self {
            Self::Barrier(it) => Subject::Barrier(it.id.clone()),
            Self::Strength(it) => Subject::Strength(it.id.clone()),
            Self::Opportunity(it) => Subject::Opportunity(it.id.clone()),
        }
    }

    /// As what respondents support it.
    pub(super) fn supported(&self) -> Option<Supported> {
        match self {
            Self::Barrier(it) => Some(Supported::Barrier(it.id.clone())),
            Self::Strength(it) => Some(Supported::Strength(it.id.clone())),
            Self::Opportunity(_) => None,
        }
    }

    /// How well it is known.
    pub(super) fn level(&self, document: &Document) -> Level {
        level(
            document,
            match self {
                Self::Barrier(it) => &it.evidence,
                Self::Strength(it) => &it.evidence,
                Self::Opportunity(it) => &it.evidence,
            },
        )
    }

    /// How bad it is, if that is known.
    pub(super) fn severity(&self) -> Option<u8> {
        match self {
            Self::Barrier(barrier) => barrier.severity,
            Self::Strength(_) | Self::Opportunity(_) => None,
        }
    }
}

impl Words {
    /// Which text the statement is, and how wide its lines may be.
    fn spot(&self) -> (TextSpot, f32) {
        (TextSpot::name(self.subject.clone()), CARD_WIDTH - 2.0 * INSET)
    }
}

impl Thing for Note {
    type Words = Words;
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Words {
        let (mut label, statement, figures) = match &self.about {
            About::Barrier(barrier) => barrier_words(lay, barrier),
            About::Strength(strength) => {
                let label = lay.texts.with("map-strength-label", &[("statement", strength.statement.as_str().into())]);
                (label, shaped(lay, &strength.statement), None)
            }
            About::Opportunity(opportunity) => opportunity_words(lay, opportunity),
        };
        let dots = (self.dots > 0).then(|| {
            label = format!("{label}, {}", marks::votes_said(lay, self.dots));
            marks::figure(lay, self.dots)
        });
        let level = lay.texts.get(self.level.key());
        let status = match &self.about {
            About::Barrier(barrier) => {
                let word = lay.texts.get(&format!("barrier-status-{}", barrier.status.key()));
                let state = [("status", word.as_str().into()), ("level", level.into())];
                label = format!("{label}, {}", lay.texts.with("map-barrier-state", &state));
                Some(word)
            }
            About::Strength(_) | About::Opportunity(_) => {
                label = format!("{label}, {level}");
                figures.is_none().then_some(level)
            }
        };
        let status = status.map(|word| lay.shaper.shape(&word, style::LANE_NOTE, Some(STATUS_ROOM), Align::Left));
        let voices = self.voices.map(|Voices { said, asked }| {
            let words = lay.texts.with("voices", &[("said", said.into()), ("asked", asked.into())]);
            label = format!("{label}, {words}");
            lay.shaper.shape(&words, style::LANE_NOTE, Some(CARD_WIDTH - 2.0 * INSET), Align::Left)
        });
        let height = match &self.about {
            About::Barrier(barrier) if is_weighed(barrier) => {
                (statement.height + figures_height(status.as_ref()) + 16.0 + 16.0).max(BARRIER_HEIGHT)
            }
            About::Barrier(_) => (statement.height + figures_height(status.as_ref()) + 16.0).max(NOTE_HEIGHT),
            _ => {
                let below = figures_height(figures.as_ref()) + figures_height(status.as_ref());
                (statement.height + below + 14.0).max(NOTE_HEIGHT)
            }
        } + figures_height(voices.as_ref());
        let subject = self.about.subject();
        Words { subject, label: label.into(), statement, figures, status, voices, dots, height }
    }

    fn draw(&self, words: &Words, Point { x: left, y: top }: Point, theme: &Theme) -> Drawn {
        let area = rect(left, top, CARD_WIDTH, words.height);
        let pen = Pen::body().hit(area, HitTarget::Subject(words.subject.clone()), Arc::clone(&words.label));
        let pen = match &self.about {
            About::Barrier(barrier) => draw_barrier(pen, (barrier, self.level), (words, area, theme)),
            About::Strength(_) => {
                draw_note(pen, (words, self.level), (area, theme, [theme.strength_fill, theme.strength_line]))
            }
            About::Opportunity(_) => {
                draw_note(pen, (words, self.level), (area, theme, [theme.opportunity_fill, theme.opportunity_line]))
            }
        };
        [pen.finish(), words.dots.as_ref().and_then(|figure| marks::votes(area, (figure, theme)).finish())]
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.notes
    }
}

fn shaped(lay: &mut Lay<'_>, words: &str) -> Arc<ShapedText> {
    let untitled = lay.texts.get("map-untitled-note");
    let words = if words.trim().is_empty() { untitled.as_str() } else { words };
    lay.shaper.shape(words, style::SMALL_CARD, Some(CARD_WIDTH - 2.0 * INSET), Align::Left)
}

/// Whether it is said how bad a barrier is, or how often it is met.
fn is_weighed(barrier: &Barrier) -> bool {
    barrier.severity.is_some() || barrier.frequency.is_some()
}

fn is_gone(barrier: &Barrier) -> bool {
    matches!(barrier.status, BarrierStatus::Fixed | BarrierStatus::Verified)
}

type Said = (String, Arc<ShapedText>, Option<Arc<ShapedText>>);

fn barrier_words(lay: &mut Lay<'_>, barrier: &Barrier) -> Said {
    let mut label = lay.texts.with("map-barrier-label", &[("statement", barrier.statement.as_str().into())]);
    if let Some(severity) = barrier.severity {
        label.push_str(", ");
        label.push_str(&lay.texts.with("map-severity", &[("severity", severity.into())]));
    }
    let statement = if is_gone(barrier) { format!("✓ {}", barrier.statement) } else { barrier.statement.clone() };
    let statement = shaped(lay, &statement);
    let language = lay.document.info.language;
    let figure = barrier
        .frequency
        .map(|frequency| lay.shaper.shape(&percent(frequency, language), style::SMALL_CARD_FIGURE, None, Align::Left));
    (label, statement, figure)
}

fn opportunity_words(lay: &mut Lay<'_>, opportunity: &Opportunity) -> Said {
    let label = lay.texts.with("map-opportunity-label", &[("statement", opportunity.statement.as_str().into())]);
    let value = opportunity.value_to_customer.max(opportunity.value_to_business);
    let figures = value.zip(opportunity.effort).map(|(value, effort)| {
        let words = lay.texts.with("map-value-effort", &[("value", value.into()), ("effort", effort.into())]);
        lay.shaper.shape(&words, style::LANE_NOTE, Some(STATUS_ROOM), Align::Left)
    });
    (label, shaped(lay, &opportunity.statement), figures)
}

fn draw_barrier(
    mut pen: Pen,
    (barrier, level): (&Barrier, Level),
    (words, area, theme): (&Words, Rect, &Theme),
) -> Pen {
    let gone = is_gone(barrier);
    let (fill, line) =
        if gone { (theme.opportunity_fill, theme.opportunity_line) } else { (theme.barrier_fill, theme.barrier_line) };
    pen.rect(area, 8.0, Some(fill), Some(solid(line, 1.0)));
    let (left, top) = (area.x + INSET, area.y);
    let said = [&words.status, &words.voices].into_iter().map(|line| figures_height(line.as_ref())).sum::<f32>()
        + words.statement.height;
    let text_top = if is_weighed(barrier) { top + 8.0 } else { top + (area.height - said) / 2.0 };
    let ink = if gone { theme.mute } else { theme.ink };
    pen.written(point(left, text_top), Arc::clone(&words.statement), ink, words.spot());
    let mut line_top = text_top + words.statement.height + 2.0;
    if let Some(status) = &words.status {
        pen.text(point(left, line_top), Arc::clone(status), theme.mute);
        marks::evidence(&mut pen, point(area.right() - 14.0, line_top + status.height / 2.0), level, theme.mute);
        line_top += status.height + 2.0;
    }
    if let Some(voices) = &words.voices {
        pen.text(point(left, line_top), Arc::clone(voices), theme.mute);
    }
    if let Some(severity) = barrier.severity {
        for place in 0..5_u8 {
            let color = if place < severity { theme.negative } else { theme.line };
            let dash = rect(left + f32::from(place) * 11.0, area.bottom() - 13.0, 8.0, 4.0);
            pen.rect(dash, 2.0, Some(color), None);
        }
    }
    if let Some(figure) = &words.figures {
        let place = point(area.right() - INSET - figure.width, area.bottom() - 18.0);
        pen.text(place, Arc::clone(figure), theme.negative_text);
    }
    pen
}

fn figures_height(figures: Option<&Arc<ShapedText>>) -> f32 {
    figures.map_or(0.0, |figures| figures.height + 2.0)
}

fn draw_note(
    mut pen: Pen,
    (words, level): (&Words, Level),
    (area, theme, [fill, line]): (Rect, &Theme, [Color; 2]),
) -> Pen {
    let Words { statement, figures, status, voices, .. } = words;
    pen.rect(area, 8.0, Some(fill), Some(solid(line, 1.0)));
    let below = [figures, status, voices].into_iter().map(|line| figures_height(line.as_ref())).sum::<f32>();
    let text_top = area.y + (area.height - statement.height - below) / 2.0;
    pen.written(point(area.x + INSET, text_top), Arc::clone(statement), theme.ink, words.spot());
    let mut line_top = text_top + statement.height + 2.0;
    for (nth, words) in [figures, status, voices].into_iter().flatten().enumerate() {
        pen.text(point(area.x + INSET, line_top), Arc::clone(words), theme.mute);
        if nth == 0 {
            marks::evidence(&mut pen, point(area.right() - 14.0, line_top + words.height / 2.0), level, theme.mute);
        }
        line_top += words.height + 2.0;
    }
    pen
}
