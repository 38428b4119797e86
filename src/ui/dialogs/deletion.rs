//! The question before something is deleted or cut that others refer to: what goes along, and what only loses a link.

use egui::Ui;

use super::{body_ui, buttons_ui, fit, title_ui};
use crate::edit::story::count_words;
use crate::edit::verbs::Toll;
use crate::i18n::problems::{subject_name, subject_title};
use crate::model::Subject;
use crate::scene::text::Weight;
use crate::ui::action::{Action, Answer};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{Look, button_ui, heading_ui, ink, paragraph_ui};

/// As many things of a kind are named; further ones are counted.
const MOST_NAMED: usize = 4;

/// How something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// For good.
    Delete,
    /// Onto the clipboard.
    Cut,
}

impl Parting {
    /// The messages of the question and of its first answer.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Delete => ("delete-title", "answer-delete"),
            Self::Cut => ("cut-title", "answer-cut"),
        }
    }
}

/// Shows the question.
pub(super) fn deletion_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (toll, parting): (&Toll, Parting)) {
    let (title, answer) = parting.keys();
    fit::width_ui(ui, 480.0);
    title_ui(ui, ctx, &ctx.texts.with(title, &[("what", what(ctx, &toll.named).into())]));
    let mut goes = lines(ctx, &toll.goes);
    for (key, count) in
        [("delete-feelings", toll.feelings), ("delete-comments", toll.comments), ("delete-polls", toll.polls)]
    {
        if count > 0 {
            goes.push(ctx.texts.with(key, &[("count", count.into())]));
        }
    }
    fit::middle_ui(ui, |ui| {
        for (key, lines) in [("delete-goes", goes), ("delete-loses", lines(ctx, &toll.loses))] {
            if lines.is_empty() {
                continue;
            }
            heading_ui(ui, ctx.theme, &ctx.text(key), None);
            for words in lines {
                paragraph_ui(ui, &words, ink(Weight::Regular, fonts::BODY, ctx.theme.ink));
            }
            ui.add_space(6.0);
        }
    });
    body_ui(ui, ctx, &ctx.text("delete-undo-hint"));
    buttons_ui(ui, |ui| {
        if button_ui(ui, ctx.theme, &ctx.text(answer), Look::Danger).clicked() {
            ctx.push(Action::Answer(Answer::Proceed));
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::Answer(Answer::Cancel));
        }
    });
}

/// What is named, within a sentence: "touchpoint “Waits for the order”", "3 touchpoints, 1 barrier".
fn what(ctx: &ViewCtx<'_>, named: &[Subject]) -> String {
    if let [one] = named {
        let name = subject_name(one, ctx.document, ctx.texts);
        let mut letters = name.chars();
        return letters
            .next()
            .map_or(String::new(), |first| first.to_lowercase().collect::<String>() + letters.as_str());
    }
    let counted = |kind: &[Subject]| kind.first().map(|first| count_words(first, kind.len(), ctx.texts));
    kinds(named).into_iter().filter_map(counted).collect::<Vec<_>>().join(", ")
}

/// The things by their kinds.
fn kinds(subjects: &[Subject]) -> Vec<&[Subject]> {
    // They are sorted, kinds first.
    subjects.chunk_by(|a, b| std::mem::discriminant(a) == std::mem::discriminant(b)).collect()
}

/// A line for each kind: how many, and what the first few are called.
fn lines(ctx: &ViewCtx<'_>, subjects: &[Subject]) -> Vec<String> {
    let mut subjects = subjects.to_vec();
    subjects.sort_unstable();
    let line = |kind: &[Subject]| {
        let first = kind.first()?;
        let count = count_words(first, kind.len(), ctx.texts);
        let quoted = |title: String| ctx.texts.with("problem-quoted", &[("title", title.into())]);
        let titles = kind.iter().filter_map(|it| subject_title(it, ctx.document, ctx.texts));
        let mut names: Vec<String> = titles.take(MOST_NAMED).map(quoted).collect();
        let more = kind.len() - names.len();
        if names.is_empty() {
            return Some(count);
        }
        if more > 0 {
            names.push(ctx.texts.with("delete-more", &[("count", more.into())]));
        }
        Some(format!("{count}: {}", names.join(", ")))
    };
    kinds(&subjects).into_iter().filter_map(line).collect()
}
