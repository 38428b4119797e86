//! Something went wrong, in full: words that wrap, and the lines of a file with their mark under the right letters.

use egui::text::CCursor;
use egui::{ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{close_button_ui, fit, title_ui};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, ink, rich};

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Words.
    Words(String),
    /// A line of the file with its number, and which letters are meant: the first, and how many.
    Line { number: String, code: String, mark: (usize, usize) },
}

/// Shows it.
pub(super) fn message_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, title_key: &str, text: &str) {
    fit::width_ui(ui, 600.0);
    title_ui(ui, ctx, &ctx.text(title_key));
    fit::middle_ui(ui, |ui| {
        for part in parts(text) {
            match part {
                Part::Words(words) => {
                    let words = rich(&words, ink(Weight::Regular, fonts::BODY, ctx.theme.ink));
                    ui.add(egui::Label::new(words).wrap().selectable(true));
                }
                Part::Line { number, code, mark } => line_ui(ui, ctx, (&number, &code), mark),
            }
        }
    });
    super::buttons_ui(ui, |ui| {
        close_button_ui(ui, ctx);
        if button_ui(ui, ctx.theme, &ctx.text("copy"), Look::Plain).clicked() {
            ui.ctx().copy_text(text.to_owned());
        }
    });
}

/// The line on a ground of its own; what is meant is underlined where its letters really stand.
fn line_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (number, code): (&str, &str), (first, count): (usize, usize)) {
    let theme = ctx.theme;
    let ground = egui::Frame::new().fill(rgba(theme.pill)).corner_radius(7.0).inner_margin(vec2(12.0, 10.0));
    ground.show(ui, |ui| {
        ScrollArea::horizontal().id_salt("line-of-file").auto_shrink([false, true]).show(ui, |ui| {
            let lay = |text: &str, color| {
                ui.painter().layout_no_wrap(text.to_owned(), font(Weight::Regular, fonts::BODY), rgba(color))
            };
            let (figure, words) = (lay(number, theme.mute), lay(code, theme.ink));
            let left = figure.size().x + 16.0;
            let size = vec2(left + words.size().x + 8.0, words.size().y + 8.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, code));
            let x = |letter: usize| rect.left() + left + words.pos_from_cursor(CCursor::new(letter)).min.x;
            let (from, to) = (x(first), x(first + count.max(1)));
            let y = rect.top() + words.size().y + 3.0;
            ui.painter().galley(rect.min, figure, egui::Color32::PLACEHOLDER);
            ui.painter().galley(pos2(rect.left() + left, rect.top()), words, egui::Color32::PLACEHOLDER);
            // At the end of a line there is no letter to stand under.
            ui.painter().hline(from..=to.max(from + 6.0), y, Stroke::new(2.5, rgba(theme.negative)));
        });
    });
}

/// Takes a report apart: `12 | code` above `   |   ^^^` is a line of the file, everything else is words.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let mark = lines.peek().and_then(|below| mark_of(below));
        if let (Some((number, code)), Some(mark)) = (numbered(line), mark) {
            lines.next();
            parts.push(Part::Line { number, code, mark });
            continue;
        }
        // The empty line above the excerpt, and the margin before the advice, are for terminals.
        let words = line.trim_start().trim_start_matches(['|', '=']).trim();
        if words.is_empty() {
            continue;
        }
        if let Some(Part::Words(before)) = parts.last_mut() {
            before.push('\n');
            before.push_str(words);
        } else {
            parts.push(Part::Words(words.to_owned()));
        }
    }
    parts
}

fn numbered(line: &str) -> Option<(String, String)> {
    let (number, code) = line.split_once(" | ")?;
    let is_number = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    is_number.then(|| (number.to_owned(), code.to_owned()))
}

fn mark_of(line: &str) -> Option<(usize, usize)> {
    let (margin, marks) = line.split_once(" | ")?;
    let gap = marks.chars().take_while(|letter| *letter == ' ').count();
    let count = marks.chars().skip(gap).filter(|letter| *letter == '^').count();
    let only_marks = margin.trim().is_empty() && gap + count == marks.chars().count();
    (only_marks && count > 0).then_some((gap, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_come_apart_into_words_and_lines() {
        let words = |text: &str| Part::Words(text.to_owned());
        let check = |text: &str, expect: &[Part]| assert_eq!(parts(text), expect, "{text}");
        check("No such file", &[words("No such file")]);
        let line = Part::Line { number: "12".to_owned(), code: "  titel: \"A\",".to_owned(), mark: (2, 5) };
        check(
            "a.ron:12:3: error: unknown field\n   |\n12 |   titel: \"A\",\n   |   ^^^^^\n   = help: title?",
            &[words("a.ron:12:3: error: unknown field"), line, words("help: title?")],
        );
        check("one | two\nthree", &[words("one | two\nthree")]);
    }
}
