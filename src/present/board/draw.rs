//! Draws the board: four quadrants with their names, the axes with their steps, the cards, the counts of piles.

use std::sync::Arc;

use super::BoardOptions;
use super::plot::{Pile, Plot, Standing};
use crate::analysis::ledger::{SCALE, Worth};
use crate::analysis::{Level, level};
use crate::i18n::Texts;
use crate::i18n::number::{number, short_number};
use crate::model::{Document, Opportunity, OpportunityStatus, Subject};
use crate::scene::lanes::evidence_ring;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::HitTarget;
use crate::scene::text::{ShapedText, Shaper, TextStyle, Weight};
use crate::scene::{Fragment, Rect, Theme, point, rect};

/// The sizes of a card's letters, in points: smaller ones where a word would be broken.
const LETTERS: [f32; 5] = [12.0, 11.5, 11.0, 10.5, LEAST_LETTERS];
const LEAST_LETTERS: f32 = 10.0;

/// What is needed to draw.
pub(super) struct Draw<'a> {
    pub(super) document: &'a Document,
    pub(super) theme: &'static Theme,
    pub(super) texts: &'a Texts,
    pub(super) options: &'a BoardOptions,
    pub(super) plot: &'a Plot,
    pub(super) shaper: &'a mut Shaper,
    pub(super) out: Vec<Arc<Fragment>>,
}

impl Draw<'_> {
    fn style(&self, weight: Weight, size: f32) -> TextStyle {
        let size = size * self.options.scale;
        TextStyle { weight, size, line_height: (size * 1.25).round() }
    }

    fn put(&mut self, pen: Pen) {
        self.out.extend(pen.finish());
    }

    /// The quadrants: the one to begin with is tinted, the one to think over is dim.
    pub(super) fn ground(&mut self) {
        let Rect { x, y, width, height } = self.plot.area;
        let (theme, scale) = (self.theme, self.options.scale);
        let middle = self.plot.area.center();
        let mut pen = Pen::body();
        pen.rect(rect(x, y, width / 2.0, height / 2.0), 0.0, Some(theme.opportunity_fill), None);
        pen.rect(rect(middle.x, middle.y, width / 2.0, height / 2.0), 0.0, Some(theme.pill), None);
        let line = dashed(theme.faint, 1.0 * scale, (5.0 * scale, 5.0 * scale));
        pen.segment(point(middle.x, y), point(middle.x, y + height), line);
        pen.segment(point(x, middle.y), point(x + width, middle.y), line);
        pen.rect(self.plot.area, 0.0, None, Some(solid(theme.line, 1.0 * scale)));
        let heading = self.style(Weight::Bold, 14.0);
        let top = y - 26.0 * scale;
        let bottom = y + height + 6.0 * scale;
        let names = [
            ("board-quick-wins", x, top, theme.opportunity_text),
            ("board-big-bets", middle.x + 8.0 * scale, top, theme.ink),
            ("board-fill-ins", x, bottom, theme.ink),
            ("board-reconsider", middle.x + 8.0 * scale, bottom, theme.mute),
        ];
        for (key, left, top, color) in names {
            let room = width / 2.0 - 12.0 * scale;
            let (words, _) = self.shaper.shape_clipped(&self.texts.get(key), heading, room, 1);
            pen.text(point(left, top), words, color);
        }
        self.put(pen);
    }

    /// The steps of both axes, and what they measure.
    pub(super) fn axes(&mut self) {
        let (theme, scale) = (self.theme, self.options.scale);
        let area = self.plot.area;
        let (small, name) = (self.style(Weight::Medium, 11.5), self.style(Weight::SemiBold, 12.0));
        let mut pen = Pen::body();
        let row = area.height / 5.0;
        for step in SCALE.0..=SCALE.1 {
            let x = area.x + (f32::from(step) - 0.5) * area.width / 5.0;
            let words = step.to_string();
            pen.label(self.shaper, point(x, area.bottom() + 38.0 * scale), (&words, small), theme.mute);
            // Where means count, a whole value is every second row, the outer ones half as far from the edge.
            let y = match self.plot.worth {
                Worth::Both => area.y + (10.5 - f32::from(step) * 2.0) * area.height / 9.0,
                Worth::Customer | Worth::Business => area.y + (5.5 - f32::from(step)) * row,
            };
            pen.label(self.shaper, point(area.x - 14.0 * scale, y), (&words, small), theme.mute);
        }
        let key = match self.plot.worth {
            Worth::Both => "board-value-both",
            Worth::Customer => "board-value-customer",
            Worth::Business => "board-value-business",
        };
        let (effort, value) = (self.texts.get("board-effort"), self.texts.get(key));
        let (effort, _) = self.shaper.shape_clipped(&effort, name, area.width, 1);
        let (value, _) = self.shaper.shape_clipped(&value, name, area.width, 1);
        pen.text(point(area.right() - effort.width, area.bottom() + 7.0 * scale), effort, theme.mute);
        pen.text(point(area.x, 3.0 * scale), value, theme.mute);
        self.put(pen);
    }

    /// A card: what is to be done, and below it what that costs and how far it is, where there is room.
    pub(super) fn card(&mut self, opportunity: &Opportunity, standing: &Standing) {
        let (theme, scale) = (self.theme, self.options.scale);
        let area = standing.area;
        let subject = Subject::Opportunity(opportunity.id.clone());
        let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), self.sentence(opportunity, standing));
        let over = matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Rejected);
        let (fill, ink) = if over { (theme.pill, theme.mute) } else { (theme.card, theme.ink) };
        let edge = solid(if over { theme.line } else { theme.opportunity_line }, 1.0 * scale);
        for behind in (1..=standing.behind.min(2)).rev() {
            let shift = 3.0 * scale * behind as f32;
            pen.rect(area.translate(shift, shift), 8.0 * scale, Some(fill), Some(edge));
        }
        pen.rect(area, 8.0 * scale, Some(fill), Some(edge));
        // Two lines of smaller letters say more than one of larger ones.
        let is_low = area.height < 40.0 * scale;
        let sizes = if is_low { &LETTERS[1..] } else { &LETTERS[..] };
        let small = self.style(Weight::Regular, 11.0);
        let inset = 9.0 * scale;
        // The count of those behind stands in the corner.
        let badge = if standing.behind > 0 { 22.0 * scale } else { 0.0 };
        let mut room = area.width - 2.0 * inset - badge;
        // At the foot the mark of evidence stands at the right; a card without a foot gives it the room of its words.
        let ring = 15.0 * scale;
        let statement = opportunity.statement.trim();
        let untitled = self.texts.get("map-untitled-note");
        let whole = if statement.is_empty() { untitled.as_str() } else { statement };
        // Its mark beside it, where it has no foot.
        let mut narrow = if standing.behind > 0 { room } else { room - ring };
        let (mut words, mut statement) = self.unbroken(whole, sizes, narrow);
        let mut below_badge = 0.0;
        if standing.behind > 0 && self.broken(&statement, words, narrow).is_some() {
            // Beside the count there is no room for a whole word: they stand below it.
            (room, below_badge) = (room + badge, 10.0 * scale);
            narrow = room - ring;
            (words, statement) = self.unbroken(whole, sizes, narrow);
        }
        let statement = statement.as_str();
        let above = |feet: usize| area.height - 10.0 * scale - below_badge - feet as f32 * small.line_height;
        let lines = |height: f32| ((height / words.line_height) + 0.01).floor().max(1.0) as usize;
        // Two lines of what is to be done come first, where it is as long.
        let needed = self.shaper.shape_clipped(statement, words, room, 2).0.height;
        let most = (1..=2).rev().find(|feet| above(*feet) >= needed).unwrap_or_default();
        let foot = self.foot(opportunity, (small, room - ring, most));
        let has_foot = !foot.is_empty();
        let height = if has_foot { above(foot.len()) } else { area.height - 4.0 * scale - below_badge };
        let room = if has_foot { room } else { narrow };
        let (text, _) = self.shaper.shape_clipped(statement, words, room, lines(height));
        let foot_height = if has_foot { foot.len() as f32 * small.line_height + 1.0 * scale } else { 0.0 };
        let all = text.height + foot_height;
        let top = (area.center().y - all / 2.0).max(area.y + 2.0 * scale + below_badge);
        let mut below = top + text.height + 1.0 * scale;
        pen.text(point(area.x + inset, top), text, ink);
        for line in foot {
            pen.text(point(area.x + inset, below), line, theme.mute);
            below += small.line_height;
        }
        let place = point(area.right() - inset - 3.0 * scale, area.bottom() - inset - 3.0 * scale);
        evidence_ring(&mut pen, (place, 4.2 * scale), self.level(opportunity), theme.mute);
        self.put(pen);
    }

    /// The largest letters in which no word is broken in this width, and the words that are shown: where none are small
    /// enough, those before the first that would be.
    fn unbroken(&mut self, statement: &str, sizes: &[f32], width: f32) -> (TextStyle, String) {
        let mut style = self.style(Weight::Medium, sizes.first().copied().unwrap_or(LEAST_LETTERS));
        for size in sizes {
            style = self.style(Weight::Medium, *size);
            if self.broken(statement, style, width).is_none() {
                return (style, statement.to_owned());
            }
        }
        match self.broken(statement, style, width).and_then(|at| statement.get(..at)).map(str::trim_end) {
            Some(before) if !before.is_empty() => (style, format!("{before}…")),
            _ => (style, statement.to_owned()),
        }
    }

    /// Where the first word begins that is wider than this.
    fn broken(&mut self, statement: &str, style: TextStyle, width: f32) -> Option<usize> {
        let mut at = 0;
        for piece in statement.split_inclusive(|letter: char| letter.is_whitespace() || letter == '-') {
            if self.shaper.measure(piece.trim_end(), style) > width {
                return Some(at);
            }
            at += piece.len();
        }
        None
    }

    fn level(&self, opportunity: &Opportunity) -> Level {
        level(self.document, &opportunity.evidence)
    }

    /// What it costs, in so many lines at most, each as wide as there is room: "0.4 M once · 20 k per period". A number
    /// that is cut is another number, so that what has no room is left out whole, and "…" says that there is more.
    fn foot(
        &mut self,
        opportunity: &Opportunity,
        (style, room, most): (TextStyle, f32, usize),
    ) -> Vec<Arc<ShapedText>> {
        let costs = self.costs(opportunity);
        let first = costs.first().cloned().unwrap_or_default();
        let mut ways = vec![vec![costs.join(" · ")]];
        if costs.len() > 1 {
            ways.extend([costs, vec![format!("{first} · …")], vec![first]]);
        }
        let mut shaped = |way: &Vec<String>| {
            let lines = way.iter().map(|words| self.shaper.shape_clipped(words, style, room, 1));
            lines.map(|(line, cut)| (!cut).then_some(line)).collect::<Option<Vec<_>>>()
        };
        ways.iter()
            .filter(|way| way.len() <= most && !way.concat().is_empty())
            .find_map(&mut shaped)
            .unwrap_or_default()
    }

    /// "0.4 M once", "20 k per period".
    fn costs(&self, opportunity: &Opportunity) -> Vec<String> {
        let language = self.texts.language();
        let cost = opportunity
            .cost_once
            .filter(|cost| *cost > 0.0)
            .map(|cost| self.texts.with("ledger-cost-once", &[("sum", short_number(cost, 0, language).into())]));
        let period = opportunity
            .cost_per_period
            .filter(|cost| *cost > 0.0)
            .map(|cost| self.texts.with("ledger-cost-period", &[("sum", short_number(cost, 0, language).into())]));
        [cost, period].into_iter().flatten().collect()
    }

    /// The card as assistive technology says it.
    fn sentence(&self, opportunity: &Opportunity, standing: &Standing) -> String {
        let language = self.texts.language();
        let value = standing.rating.value();
        let value = number(value, usize::from(value.fract() > 0.0), language);
        let arguments = [
            ("statement", opportunity.statement.trim().to_owned().into()),
            ("value", value.into()),
            ("effort", standing.rating.effort.into()),
        ];
        let known = self.texts.get(self.level(opportunity).key());
        let known = self.texts.with("map-known", &[("level", known.into())]);
        format!("{}, {known}", self.texts.with("board-card", &arguments))
    }

    /// How many stand behind the front card.
    pub(super) fn count(&mut self, pile: &Pile) {
        let more = format!("+{}", pile.members.len().saturating_sub(1));
        let style = self.style(Weight::Bold, 11.0);
        let mut pen = Pen::body();
        pen.rect(pile.badge, pile.badge.height / 2.0, Some(self.theme.accent), None);
        pen.label(self.shaper, pile.badge.center(), (&more, style), self.theme.on_accent);
        self.put(pen);
    }
}

#[cfg(test)]
mod tests {
    use super::super::board_scene;
    use super::*;
    use crate::model::{Language, OpportunityId};
    use crate::scene::{Shape, Size, ThemeName};

    fn rated(statement: &str) -> Opportunity {
        let mut it = Opportunity::new(OpportunityId::parse("o-1").unwrap(), statement);
        (it.effort, it.value_to_customer, it.value_to_business) = (Some(3), Some(3), Some(3));
        it
    }

    /// The lines of the card of this opportunity on a board of this width.
    fn lines_of(it: &Opportunity, (width, worth): (f32, Worth), texts: &Texts) -> Vec<String> {
        lines_of_all(&[Arc::new(it.clone())], (width, worth), texts)
    }

    /// The lines of all cards.
    fn lines_of_all(all: &[Arc<Opportunity>], (width, worth): (f32, Worth), texts: &Texts) -> Vec<String> {
        let size = Size { width, height: 600.0 };
        let options = BoardOptions { theme: Theme::of(ThemeName::Light), size, scale: 1.0, worth, front: None };
        let board = board_scene(&Document::default(), all, &options, texts, &mut Shaper::new());
        let cards: Vec<_> = board.scene.fragments.iter().filter(|it| it.hit.is_some()).collect();
        assert!(!cards.is_empty());
        let shown = |shape: &Shape| match shape {
            Shape::Text { text, .. } => text.lines.iter().map(|line| line.text.trim().to_owned()).collect(),
            _ => Vec::new(),
        };
        cards.into_iter().flat_map(|card| &card.shapes).flat_map(shown).collect()
    }

    #[test]
    fn words_on_cards_are_whole_and_nothing_stands_for_what_is_not_known() {
        let statement = "Расширить узлы подключения";
        let whole: Vec<&str> = statement.split(' ').collect();
        for width in (300..1300).step_by(20) {
            for worth in [Worth::Both, Worth::Customer] {
                let mut lines = lines_of(&rated(statement), (width as f32, worth), Texts::of(Language::Ru));
                let pile = |place: usize| Opportunity {
                    id: OpportunityId::parse(&format!("o-{place}")).unwrap(),
                    ..rated(statement)
                };
                let pile: Vec<_> = (1..30).map(|place| Arc::new(pile(place))).collect();
                lines.extend(lines_of_all(&pile, (width as f32, worth), Texts::of(Language::Ru)));
                for word in lines.iter().flat_map(|line| line.split(' ')) {
                    // What gives way to "…" does so where there is no room left.
                    let is_cut = word.ends_with('…');
                    assert!(is_cut || whole.contains(&word), "{width} {worth:?}: {lines:?}");
                }
                assert!(!lines.iter().any(|line| line.contains('·')), "{width} {worth:?}: {lines:?}");
            }
        }
    }

    #[test]
    fn a_sum_of_money_is_whole_or_not_there() {
        let costs = [(Some(2_600_000.0), Some(420_000.0)), (Some(2_600_000.0), None), (None, Some(1_234_567.0))];
        let mut seen = 0;
        for language in Language::ALL {
            let texts = Texts::of(language);
            for (once, period) in costs {
                let mut it = rated("To be done");
                (it.cost_once, it.cost_per_period) = (once, period);
                let [once, period] = [("ledger-cost-once", once), ("ledger-cost-period", period)].map(|(key, sum)| {
                    sum.map(|sum| texts.with(key, &[("sum", short_number(sum, 0, language).into())]))
                });
                let parts: Vec<String> = [once, period].into_iter().flatten().collect();
                let mut whole = vec![parts.join(" · "), format!("{} · …", parts[0])];
                whole.extend(parts.clone());
                for width in (300..1900).step_by(50) {
                    let lines = lines_of(&it, (width as f32, Worth::Both), texts);
                    let money = lines.iter().filter(|line| line.contains(|letter: char| letter.is_ascii_digit()));
                    for line in money {
                        seen += 1;
                        assert!(whole.contains(line), "{width}: {line:?} of {whole:?}");
                    }
                }
            }
        }
        assert!(seen > 100, "{seen}");
    }
}
