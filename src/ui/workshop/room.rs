//! The tools as the room sees them: nothing to press, letters of at least 22 of 1080, counts hidden until revealed.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Rect, RichText, Sense, Ui, vec2};

use super::agenda::current;
use super::capture::sticky_colors;
use super::state::{Captured, Tool, WorkshopView};
use super::{Room, poll, voting};
use crate::i18n::day::date_words;
use crate::i18n::number::signed;
use crate::model::{AgendaItem, Emotion, Poll, Subject, Vote};
use crate::present::workshop::poll::{figures, map_values, points};
use crate::present::workshop::tally::{Ranked, Tally, choice_words, tally};
use crate::present::workshop::timer;
use crate::scene::Color;
use crate::scene::face::emotion_color;
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::font;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, rich};

/// Sizes of letters, in 1080ths of the picture's height: none below 22, body 27 and more, titles 44 and more.
const TITLE: f32 = 48.0;
const BODY: f32 = 30.0;
const SMALL: f32 = 24.0;
const LEAST: f32 = 22.0;
const TIME: f32 = 220.0;
/// The height of a row of a list, with the air below it.
const ROW: f32 = 66.0;
/// The same where a row has two lines of body letters.
const TALL_ROW: f32 = 92.0;

/// How the rows of a list are shown, all of them alike.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rows {
    /// The largest letters.
    letters: f32,
    height: f32,
}

/// One line a row where all fit; else two lines in higher rows where there is room for them, or in smaller letters.
fn rows_alike(is_wide: bool, (count, room): (usize, f32)) -> Rows {
    match is_wide {
        false => Rows { letters: TITLE, height: ROW },
        true if count as f32 * TALL_ROW <= room => Rows { letters: TITLE, height: TALL_ROW },
        true => Rows { letters: LEAST, height: ROW },
    }
}

struct Wall<'r, 'c> {
    ctx: &'r ViewCtx<'c>,
    room: Room,
}

/// Shows what the room is to see of a tool, in what is free of `ui`.
pub(super) fn room_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &WorkshopView, (tool, room): (Tool, Room)) {
    let wall = Wall { ctx, room };
    ui.spacing_mut().item_spacing = vec2(16.0, 14.0) * room.unit;
    let workshop = &ctx.document.workshop;
    match tool {
        Tool::Agenda => wall.agenda(ui, view),
        Tool::Capture => wall.captured(ui, view),
        Tool::Voting => match voting::shown(ctx, view) {
            Some(vote) => wall.vote(ui, vote),
            None => wall.nothing(ui, tool),
        },
        Tool::Poll => match poll::shown(ctx, view) {
            Some(poll) => wall.poll(ui, poll),
            None => wall.nothing(ui, tool),
        },
        Tool::Participants => {
            let department =
                |id: &crate::model::DepartmentId| ctx.document.departments.get(id).map(|it| it.name.clone());
            let row = |it: &&Arc<crate::model::Participant>| {
                (it.name.clone(), it.department.as_ref().and_then(department).unwrap_or_default())
            };
            wall.list(ui, tool, &ctx.document.participants_in_order().iter().map(row).collect::<Vec<_>>());
        }
        Tool::Decisions | Tool::Minutes => {
            let row = |it: &&Arc<crate::model::Decision>| {
                let due = it.due.map(|due| date_words(due, ctx.language())).unwrap_or_default();
                let who = [it.who.as_str(), due.as_str()];
                (it.what.clone(), who.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "))
            };
            wall.list(ui, Tool::Decisions, &workshop.decisions_in_order().iter().map(row).collect::<Vec<_>>());
        }
        Tool::Parking => {
            let parking = workshop.parking_in_order();
            wall.list(ui, tool, &parking.iter().map(|it| (it.text.clone(), String::new())).collect::<Vec<_>>());
        }
        Tool::Glossary => {
            let glossary = workshop.glossary_in_order();
            wall.list(ui, tool, &glossary.iter().map(|it| (it.term.clone(), it.meaning.clone())).collect::<Vec<_>>());
        }
    }
}

impl Wall<'_, '_> {
    fn words(&self, words: &str, (weight, size): (Weight, f32), color: Color) -> RichText {
        rich(words, ink(weight, size * self.room.unit, color))
    }

    fn label(&self, ui: &mut Ui, words: &str, style: (Weight, f32), color: Color) {
        ui.add(egui::Label::new(self.words(words, style, color)).wrap());
    }

    fn title(&self, ui: &mut Ui, words: &str) {
        self.label(ui, words, (Weight::Bold, TITLE), self.ctx.theme.ink);
    }

    fn nothing(&self, ui: &mut Ui, tool: Tool) {
        self.title(ui, &self.ctx.text(tool.name_key()));
        self.label(ui, &self.ctx.text("room-nothing"), (Weight::Regular, BODY), self.ctx.theme.mute);
    }

    fn agenda(&self, ui: &mut Ui, view: &WorkshopView) {
        let Some(item) = current(self.ctx, view) else {
            let row = |it: &&Arc<AgendaItem>| {
                let minutes = crate::i18n::number::short_number(it.minutes, 1, self.ctx.language());
                (it.title.clone(), self.ctx.texts.with("agenda-minutes-only", &[("minutes", minutes.into())]))
            };
            let agenda = self.ctx.document.workshop.agenda_in_order();
            self.list(ui, Tool::Agenda, &agenda.iter().map(row).collect::<Vec<_>>());
            return;
        };
        let theme = self.ctx.theme;
        self.title(ui, &item.title);
        let now = ui.input(|input| input.time);
        let left = view.timer.left_secs(now);
        let color = if left < 0.0 { theme.negative_text } else { theme.ink };
        self.label(ui, &timer::words(left), (Weight::Bold, TIME), color);
        if left < 0.0 {
            self.label(ui, &self.ctx.text("timer-over"), (Weight::SemiBold, TITLE), theme.negative_text);
        }
        self.bar(ui, view.timer.gone_share(now), if left < 0.0 { theme.negative } else { theme.accent });
        let agenda = self.ctx.document.workshop.agenda_in_order();
        let after = agenda.iter().skip_while(|other| other.id != item.id).nth(1);
        if let Some(next) = after {
            let words = format!("{}: {}", self.ctx.text("timer-next"), next.title);
            self.label(ui, &words, (Weight::Regular, BODY), theme.mute);
        }
    }

    fn bar(&self, ui: &mut Ui, share: f64, color: Color) {
        let size = vec2(ui.available_width(), 14.0 * self.room.unit);
        let (rail, _) = ui.allocate_exact_size(size, Sense::hover());
        let corner = rail.height() / 2.0;
        ui.painter().rect_filled(rail, corner, rgba(self.ctx.theme.line));
        let width = rail.width() * share.clamp(0.0, 1.0) as f32;
        if width > 0.0 {
            let done = Rect::from_min_size(rail.min, vec2(width.max(rail.height()), rail.height()));
            ui.painter().rect_filled(done, corner, rgba(color));
        }
    }

    /// How the rows of a list are shown below the cursor, and for how many of them there is room.
    fn rows<'s>(&self, ui: &Ui, words: impl Iterator<Item = (&'s str, Weight)>, width: f32) -> (Rows, usize) {
        let unit = self.room.unit;
        let is_wide = |(words, weight): (&str, Weight)| {
            let galley = ui.painter().layout_no_wrap(words.to_owned(), font(weight, BODY * unit), Color32::PLACEHOLDER);
            galley.size().x > width
        };
        let widths: Vec<bool> = words.map(is_wide).collect();
        let room = ui.available_height() / unit;
        let rows = rows_alike(widths.contains(&true), (widths.len(), room));
        (rows, (room / rows.height).floor().max(1.0) as usize)
    }

    /// The last rows that fit, the newest at the end.
    fn list(&self, ui: &mut Ui, tool: Tool, rows: &[(String, String)]) {
        if rows.is_empty() {
            self.nothing(ui, tool);
            return;
        }
        self.title(ui, &self.ctx.text(tool.name_key()));
        // Meanings are longer than the words that they explain.
        let share = if tool == Tool::Glossary { 0.62 } else { 0.32 };
        let gap = 16.0 * self.room.unit;
        let least = ui.available_width() * (1.0 - share) - gap;
        let (look, fits) = self.rows(ui, rows.iter().map(|(words, _)| (words.as_str(), Weight::SemiBold)), least);
        let skipped = rows.len().saturating_sub(fits);
        for (words, more) in rows.iter().skip(skipped) {
            ui.horizontal(|ui| {
                let theme = self.ctx.theme;
                let more_width = if more.is_empty() { 0.0 } else { ui.available_width() * share };
                let width = ui.available_width() - more_width - gap;
                self.cell(ui, (width, look), (words, Weight::SemiBold, BODY), theme.ink);
                self.cell(ui, (more_width, look), (more, Weight::Regular, SMALL), theme.mute);
            });
        }
    }

    /// Two lines at most, and only what is longer still is cut with "…": the whole text is with the facilitator.
    fn cell(&self, ui: &mut Ui, (width, rows): (f32, Rows), (words, weight, size): (&str, Weight, f32), color: Color) {
        let unit = self.room.unit;
        let font = font(weight, size.min(rows.letters) * unit);
        let mut job = LayoutJob::simple(words.to_owned(), font, rgba(color), width);
        job.wrap.max_rows = 2;
        let size = vec2(width, (rows.height - 14.0) * unit);
        ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_width(width);
            ui.add(egui::Label::new(job).wrap());
        });
    }

    fn captured(&self, ui: &mut Ui, view: &WorkshopView) {
        if view.captured.is_empty() {
            self.nothing(ui, Tool::Capture);
            return;
        }
        self.title(ui, &self.ctx.text(&format!("sticky-{}", view.sticky.key())));
        let unit = self.room.unit;
        let fits = ((ui.available_height() / (104.0 * unit)).floor() as usize).max(1);
        for Captured { sticky, place, text } in view.captured.iter().take(fits) {
            let (fill, line) = sticky_colors(self.ctx, *sticky);
            let frame = egui::Frame::new().fill(rgba(fill)).stroke((2.0 * unit, rgba(line))).corner_radius(12.0 * unit);
            frame.inner_margin(14.0 * unit).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0 * unit;
                let style = (Weight::SemiBold, BODY);
                ui.add(egui::Label::new(self.words(text, style, self.ctx.theme.ink)).truncate());
                let kind = self.ctx.text(&format!("sticky-{}", sticky.key()));
                let words = if place.is_empty() { kind } else { format!("{kind} · {place}") };
                let style = (Weight::Regular, SMALL);
                ui.add(egui::Label::new(self.words(&words, style, self.ctx.theme.mute)).truncate());
            });
        }
    }

    fn vote(&self, ui: &mut Ui, vote: &Vote) {
        self.title(ui, &vote.title);
        let tally = tally(vote);
        let theme = self.ctx.theme;
        if vote.revealed && !self.room.masked {
            self.ranking(ui, &tally);
            return;
        }
        let rules = self.ctx.texts.with("room-vote-rules", &[("dots", vote.dots_each.into())]);
        let words = format!("{} · {rules}", self.ctx.text("room-vote-open"));
        self.label(ui, &words, (Weight::Medium, BODY), theme.mute);
        let share = if tally.expected == 0 { 0.0 } else { tally.entered as f64 / tally.expected as f64 };
        self.bar(ui, share, theme.accent);
        self.label(ui, &tally.entered_words(self.ctx.texts), (Weight::SemiBold, BODY), theme.ink);
        let numbered = |(index, (choice, _)): (usize, &(Subject, u32))| {
            format!("{}. {}", index + 1, choice_words(self.ctx.document, choice, self.ctx.texts))
        };
        let choices: Vec<String> = vote.results.iter().enumerate().map(numbered).collect();
        let width = ui.available_width();
        let (look, fits) = self.rows(ui, choices.iter().map(|words| (words.as_str(), Weight::Regular)), width);
        for words in choices.iter().take(fits) {
            self.cell(ui, (width, look), (words, Weight::Regular, BODY), theme.ink);
        }
        if vote.results.len() > fits {
            self.label(ui, &format!("… {}", vote.results.len()), (Weight::Regular, SMALL), theme.mute);
        }
    }

    fn ranking(&self, ui: &mut Ui, tally: &Tally) {
        let most = tally.ranking.first().map_or(1, |first| first.dots).max(1);
        let theme = self.ctx.theme;
        let unit = self.room.unit;
        let words = |ranked: &Ranked| choice_words(self.ctx.document, &ranked.choice, self.ctx.texts);
        let choices: Vec<String> = tally.ranking.iter().map(words).collect();
        // Beside the place, and with a gap on both sides.
        let width = (ui.available_width() - (52.0 + 16.0 + 32.0) * unit) * 0.55;
        let (look, fits) = self.rows(ui, choices.iter().map(|words| (words.as_str(), Weight::SemiBold)), width);
        for (ranked, words) in tally.ranking.iter().zip(&choices).take(fits) {
            ui.horizontal(|ui| {
                self.cell(ui, (52.0 * unit, look), (&ranked.place.to_string(), Weight::Bold, BODY), theme.ink);
                let rest = ui.available_width() - 32.0 * unit;
                self.cell(ui, (width, look), (words, Weight::SemiBold, BODY), theme.ink);
                let (rail, _) = ui.allocate_exact_size(vec2(rest * 0.36, 26.0 * unit), Sense::hover());
                let width = rail.width() * ranked.dots as f32 / most as f32;
                let bar = Rect::from_min_size(rail.min, vec2(width, rail.height()));
                ui.painter().rect_filled(bar, 6.0 * unit, rgba(theme.accent));
                ui.label(self.words(&ranked.dots.to_string(), (Weight::Bold, BODY), theme.ink));
            });
        }
    }

    fn poll(&self, ui: &mut Ui, asked: &Poll) {
        let theme = self.ctx.theme;
        self.title(ui, &poll::touchpoint_words(self.ctx, &asked.touchpoint));
        self.label(ui, &self.ctx.text("room-poll-question"), (Weight::Regular, BODY), theme.mute);
        let found = figures(asked);
        let answers = found.as_ref().map_or(0, |found| found.answers);
        if self.room.masked {
            let words = self.ctx.texts.with("room-poll-hidden", &[("count", answers.into())]);
            self.label(ui, &words, (Weight::SemiBold, TITLE), theme.ink);
            return;
        }
        let unit = self.room.unit;
        let most = asked.counts.iter().copied().max().unwrap_or(0).max(1);
        let map = map_values(self.ctx.document, asked);
        let height = ((ui.available_height() / unit - 120.0) / 11.0).clamp(30.0, 56.0) * unit;
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, count) in asked.counts.iter().enumerate().rev() {
            ui.horizontal(|ui| {
                let words = signed(points(place), 0, self.ctx.language());
                let label = self.words(&words, (Weight::SemiBold, SMALL), theme.mute);
                ui.add_sized(vec2(64.0 * unit, height), egui::Label::new(label));
                let room = vec2(ui.available_width() - 90.0 * unit, height);
                let (rail, _) = ui.allocate_exact_size(room, Sense::hover());
                let color = Emotion::from_points(points(place)).map(|it| emotion_color(theme, it));
                let width = (rail.width() - 60.0 * unit) * *count as f32 / most as f32;
                let bar = Rect::from_min_size(rail.min, vec2(width, height)).shrink2(vec2(0.0, height * 0.16));
                if *count > 0 {
                    ui.painter().rect_filled(bar, 6.0 * unit, rgba(color.unwrap_or(theme.neutral)));
                    ui.label(self.words(&count.to_string(), (Weight::Bold, SMALL), theme.ink));
                }
                let here = map.iter().filter(|(_, emotion)| emotion.points().round() == points(place));
                for (index, (persona, _)) in here.enumerate() {
                    let x = rail.right() - (16.0 + 30.0 * index as f32) * unit;
                    let center = egui::pos2(x, rail.center().y);
                    ui.painter().circle_filled(center, 11.0 * unit, rgba(theme.persona(persona.color)));
                }
            });
        }
        ui.spacing_mut().item_spacing.y = 14.0 * unit;
        if let Some(found) = &found {
            let rows = poll::figure_rows(self.ctx, found);
            let words: Vec<String> = rows.iter().take(3).map(|(name, value)| format!("{name} {value}")).collect();
            self.label(ui, &words.join(" · "), (Weight::SemiBold, BODY), theme.ink);
        }
        ui.horizontal_wrapped(|ui| {
            if !map.is_empty() {
                ui.label(self.words(&self.ctx.text("poll-map"), (Weight::Regular, SMALL), theme.mute));
            }
            for (persona, emotion) in &map {
                let (dot, _) = ui.allocate_exact_size(vec2(26.0, 30.0) * unit, Sense::hover());
                ui.painter().circle_filled(dot.center(), 11.0 * unit, rgba(theme.persona(persona.color)));
                let words = format!("{} {}", persona.name, signed(emotion.points(), 1, self.ctx.language()));
                ui.label(self.words(&words, (Weight::Medium, SMALL), theme.ink));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_list_are_alike() {
        let check = |is_wide: bool, count: usize, expect: (f32, f32)| {
            let Rows { letters, height } = rows_alike(is_wide, (count, 700.0));
            assert_eq!((letters.min(BODY), height), expect, "{is_wide} {count}");
        };
        check(false, 20, (BODY, ROW));
        check(true, 7, (BODY, TALL_ROW));
        check(true, 8, (LEAST, ROW));
    }
}
