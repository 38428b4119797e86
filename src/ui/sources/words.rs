//! The text of a transcript: to be read and selected, not changed; a key makes the selected words a claim.

use egui::text::{CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Role, TextEdit, Ui, WidgetInfo};

use super::{SourceAction, SourcesView, ask};
use crate::analysis::transcript::respondent_of;
use crate::edit::verbs::{Extract, Sticky, StickyPlace, Wanted};
use crate::model::{Evidence, Language, Stage, Subject};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::{CommandId, RoomKey};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::inspector::form::chip_ui;
use crate::ui::style::{rgba, select_in_ink};
use crate::ui::widgets::{ink, paragraph_ui};

/// Between two paragraphs.
const BREAK: &str = "\n\n";

/// What a key makes of the selected words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Make {
    Barrier,
    Strength,
    Quote,
    Thought,
    Touchpoint,
}

impl Make {
    const ALL: [(Self, RoomKey, &'static str); 5] = [
        (Self::Barrier, RoomKey::MakeBarrier, "sources-barrier"),
        (Self::Strength, RoomKey::MakeStrength, "sources-strength"),
        (Self::Quote, RoomKey::MakeQuote, "sources-quote"),
        (Self::Thought, RoomKey::MakeThought, "sources-thought"),
        (Self::Touchpoint, RoomKey::MakeTouchpoint, "sources-touchpoint"),
    ];

    fn sticky(self) -> Sticky {
        match self {
            Self::Barrier => Sticky::Barrier,
            Self::Strength => Sticky::Strength,
            Self::Quote | Self::Thought => Sticky::Thought,
            Self::Touchpoint => Sticky::Touchpoint,
        }
    }
}

fn text_id(evidence: &Evidence) -> Id {
    Id::unique(("transcript", &evidence.id))
}

/// Shows what can be made of what is selected in the text, and makes it.
pub(super) fn making_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView, evidence: &Evidence) {
    let text = evidence.transcript.join(BREAK);
    let id = text_id(evidence);
    let selected = selected(ui.ctx(), id, &text);
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    if has_keyboard {
        undo_by_keys(ui, ctx);
        view.take_pasted(ui);
    }
    let make = has_keyboard.then(|| pressed(ui)).flatten();
    keys_ui(ui, ctx, (evidence, &text, selected.as_ref()), make);
}

/// Shows the text.
pub(super) fn words_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView, evidence: &Evidence) {
    let text = evidence.transcript.join(BREAK);
    let id = text_id(evidence);
    let marks = marks(evidence, &text);
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let job = job(ctx, text.as_str(), &marks, width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut shown = text.as_str();
    let field = TextEdit::multiline(&mut shown).id(id).layouter(&mut layouter).desired_width(f32::INFINITY);
    let wants_focus = std::mem::take(&mut view.wants_focus);
    if wants_focus {
        begin_at_top(ui.ctx(), id);
    }
    let field = field.margin(egui::Margin::symmetric(11, 9));
    let response = ui.scope(|ui| {
        select_in_ink(ui, ctx.theme, ctx.theme.ink);
        ui.add(field)
    });
    let response = response.inner;
    let name = ctx.text("sources-field");
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, &name);
        info.current_text_value = Some(text.clone());
        info
    });
    if wants_focus {
        response.request_focus();
    }
}

/// Puts the cursor to the beginning of a text in which it has not been yet.
fn begin_at_top(context: &egui::Context, id: Id) {
    if TextEdit::load_state(context, id).is_none() {
        let mut state = TextEditState::default();
        state.cursor.set_char_range(Some(CCursorRange::default()));
        TextEdit::store_state(context, id, state);
    }
}

/// Words selected in the text.
struct Selected {
    words: String,
    /// The byte of the text that they begin at: the same words may stand in it twice.
    at: usize,
}

/// The selected words, whole ones; `None` where nothing is selected.
fn selected(context: &egui::Context, id: Id, text: &str) -> Option<Selected> {
    let range = TextEdit::load_state(context, id)?.cursor.char_range()?.as_sorted_char_range();
    whole_words(text, range.start.0..range.end.0)
}

/// What stands at these letters, with the rest of the words that are begun or ended there.
fn whole_words(text: &str, range: std::ops::Range<usize>) -> Option<Selected> {
    let letters: Vec<char> = text.chars().collect();
    let is_space = |at: &usize| letters.get(*at).is_none_or(|letter| letter.is_whitespace());
    let is_part = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric() || "-'’".contains(*letter));
    let mut start = range.clone().find(|at| !is_space(at))?;
    let mut end = range.rev().find(|at| !is_space(at))? + 1;
    while start > 0 && is_part(start) && is_part(start - 1) {
        start -= 1;
    }
    while is_part(end) && is_part(end - 1) {
        end += 1;
    }
    let at = letters.get(..start)?.iter().map(|letter| letter.len_utf8()).sum();
    Some(Selected { words: letters.get(start..end)?.iter().collect(), at })
}

/// The key pressed in this frame that makes something; its letter goes no further.
fn pressed(ui: &Ui) -> Option<Make> {
    let found = Make::ALL.iter().find(|(_, key, _)| key.is_heard(ui));
    let (make, ..) = found?;
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
    Some(*make)
}

/// What is not typed cannot be taken back as typing: undo and redo mean the document.
fn undo_by_keys(ui: &Ui, ctx: &ViewCtx<'_>) {
    for command in [CommandId::Redo, CommandId::Undo] {
        for press in command.presses() {
            let times = ui.input_mut(|input| input.count_and_consume_key(press.modifiers, press.logical_key));
            for _ in 0..times {
                ctx.push(Action::Run(command));
            }
        }
    }
}

/// The buttons of what can be made, each with its key, and where it goes.
fn keys_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (evidence, text, selected): (&Evidence, &str, Option<&Selected>),
    pressed: Option<Make>,
) {
    let note = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    paragraph_ui(ui, &ctx.text("sources-select-hint"), note);
    let place = place(ctx);
    let known = match ctx.focus() {
        Some(Subject::Barrier(id)) => ctx.document.barriers.get(id),
        _ => None,
    };
    let mut wanted = pressed.filter(|_| selected.is_some());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (make, key, name) in Make::ALL {
            let name = match known {
                Some(barrier) if make == Make::Barrier => {
                    ctx.texts.with("sources-barrier-known", &[("title", short(&barrier.statement).into())])
                }
                _ => ctx.text(name),
            };
            if chip_ui(ui, ctx, &format!("{} {name}", key.words(ui.ctx())), false).clicked() {
                wanted = Some(make);
            }
        }
    });
    let title = place.as_ref().map(|(_, title)| title.clone());
    let goes = match (known, title) {
        (Some(_), _) => String::new(),
        (None, Some(title)) => ctx.texts.with("sources-place", &[("title", title.into())]),
        (None, None) => ctx.text("sources-no-place"),
    };
    let respondent = selected.and_then(|selected| respondent(evidence, text, selected.at));
    let said = match (&respondent, selected) {
        (Some(code), _) => ctx.texts.with("sources-respondent", &[("code", code.clone().into())]),
        (None, Some(_)) => ctx.text("sources-respondent-unknown"),
        (None, None) => ctx.text("sources-none-selected"),
    };
    // A line of its own, whatever it says: what is being selected below does not move.
    paragraph_ui(ui, &said, note);
    if !goes.is_empty() {
        paragraph_ui(ui, &goes, note);
    }
    ui.add_space(2.0);
    let Some(make) = wanted else { return };
    let Some(Selected { words: quote, .. }) = selected else {
        ctx.push(Action::Say("sources-no-words"));
        return;
    };
    let wanted = match (make, known, place) {
        (Make::Barrier, Some(barrier), _) => Wanted::Known(barrier.id.clone()),
        (make, _, Some((place, _))) => new(ctx, make, place, quote),
        (Make::Barrier | Make::Touchpoint, _, None) => new(ctx, make, StickyPlace::Stage(selected_stage(ctx)), quote),
        _ => {
            ctx.push(Action::Say("sources-no-place"));
            return;
        }
    };
    let extract = Extract {
        evidence: evidence.id.clone(),
        quote: quote.to_owned(),
        respondent: respondent.unwrap_or_default(),
        wanted,
    };
    ask(ctx, SourceAction::Extract(extract));
}

fn new(ctx: &ViewCtx<'_>, make: Make, place: StickyPlace, quote: &str) -> Wanted {
    let text = match (make, ctx.document.info.language) {
        (Make::Quote, Language::Ru) => format!("«{quote}»"),
        (Make::Quote, Language::En) => format!("“{quote}”"),
        _ => quote.to_owned(),
    };
    Wanted::New { sticky: make.sticky(), place, persona: ctx.persona.cloned(), text }
}

/// Where claims go: to the touchpoint that was selected last.
fn place(ctx: &ViewCtx<'_>) -> Option<(StickyPlace, String)> {
    ctx.selection.iter().rev().find_map(|subject| match subject {
        Subject::Touchpoint(_, id) => {
            let (_, touchpoint) = ctx.document.touchpoint(id)?;
            let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
            Some((StickyPlace::Touchpoint(id.clone()), short(&title)))
        }
        _ => None,
    })
}

/// The stage that is selected, else the first.
fn selected_stage(ctx: &ViewCtx<'_>) -> Stage {
    let stage = |subject: &Subject| match subject {
        Subject::Stage(_, stage) => Some(*stage),
        _ => None,
    };
    ctx.selection.iter().rev().find_map(stage).unwrap_or(Stage::Attention)
}

/// The beginning of words, for a title or a message.
pub fn short(words: &str) -> String {
    let words = words.trim();
    if words.chars().count() <= 40 {
        return words.to_owned();
    }
    let cut: String = words.chars().take(38).collect();
    format!("{}…", cut.trim_end())
}

/// Who says what stands at this byte of the text, by its paragraph.
fn respondent(evidence: &Evidence, text: &str, at: usize) -> Option<String> {
    let paragraph = text.get(..at)?.matches(BREAK).count();
    let paragraph = evidence.transcript.get(paragraph)?;
    respondent_of(paragraph, &evidence.respondents).map(str::to_owned)
}

/// Where words stand that support a claim already, sorted, none over another.
fn marks(evidence: &Evidence, text: &str) -> Vec<std::ops::Range<usize>> {
    let found = |quote: &str| text.find(quote).map(|at| at..at + quote.len());
    let mut marks: Vec<_> = evidence.excerpts.iter().filter_map(|excerpt| found(&excerpt.quote)).collect();
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.start >= end && mark.start < mark.end;
        end = if free { mark.end } else { end };
        free
    });
    marks
}

fn job(ctx: &ViewCtx<'_>, text: &str, marks: &[std::ops::Range<usize>], width: f32) -> LayoutJob {
    let plain = TextFormat {
        line_height: Some(19.0),
        ..TextFormat::simple(font(Weight::Regular, fonts::BODY), rgba(ctx.theme.ink))
    };
    let marked = TextFormat { background: rgba(ctx.theme.marked()), ..plain.clone() };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut from = 0;
    let mut add = |range: std::ops::Range<usize>, format: &TextFormat| {
        if let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) {
            job.append(piece, 0.0, format.clone());
        }
    };
    for mark in marks {
        add(from..mark.start, &plain);
        add(mark.clone(), &marked);
        from = mark.end;
    }
    add(from..text.len(), &plain);
    job
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn half_a_word_is_taken_whole() {
        let check = |text: &str, range: std::ops::Range<usize>, expect: Option<&str>| {
            let taken = whole_words(text, range.clone());
            assert_eq!(taken.as_ref().map(|it| it.words.as_str()), expect, "{text:?} {range:?}");
            let there = taken.is_none_or(|it| text.get(it.at..).is_some_and(|rest| rest.starts_with(&it.words)));
            assert!(there, "{text:?} {range:?}");
        };
        check("Очередь не движется, жду", 2..13, Some("Очередь не движется"));
        check("The line does not move", 5..12, Some("line does"));
        check("The line does not move", 3..4, None);
        check("The line does not move", 3..9, Some("line"));
        check("I don't know", 3..4, Some("don't"));
        check("кто-то ушёл.", 1..2, Some("кто-то"));
        check("кто-то ушёл.", 8..12, Some("ушёл."));
        check("a\n\nb", 0..4, Some("a\n\nb"));
        check("move", 0..99, Some("move"));
        check("", 0..0, None);
    }
}
