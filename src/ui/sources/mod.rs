//! Transcripts beside the map: what is selected there becomes a claim that keeps its source.
//!
//! Reading order: [`sources_ui`] (the panel), `words` (the text and its keys), `taken` (what was made of it).

mod adding;
mod taken;
mod words;

use egui::{Event, Margin, ScrollArea, Ui};

pub use adding::untitled;
pub use taken::quotes_ui;
pub use words::short;

use super::action::Action;
use super::command::CommandId;
use super::context::ViewCtx;
use super::icon::IconName;
use super::inspector::form::Form;
use super::scrolled::follow_focus;
use super::widgets::{divider_ui, ink, rich, small_icon_button_ui};
use crate::edit::verbs::Extract;
use crate::model::{Evidence, EvidenceId};
use crate::scene::text::Weight;

/// What transcripts ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum SourceAction {
    /// To choose a file and open it as a transcript.
    Open,
    /// To add a text as a transcript of this name.
    Add {
        /// The name; empty: one is made up.
        title: String,
        /// The text.
        text: String,
        /// What stands before a colon in it and is no speaker's name after all.
        others: Vec<String>,
    },
    /// To make words of a transcript a claim.
    Extract(Extract),
    /// To show this transcript.
    Show(EvidenceId),
}

/// What the window remembers of transcripts.
#[derive(Debug, Default)]
pub struct SourcesView {
    /// The transcript that is shown; `None`: the first one.
    pub shown: Option<EvidenceId>,
    /// A text that is pasted or opened, and not added yet, with its name.
    pub pasted: Option<(String, String)>,
    /// What stands before a colon in it and is no speaker's name after all.
    pub others: Vec<String>,
    /// Whether the text wants the keyboard.
    pub wants_focus: bool,
    /// Whether the panel is to show its beginning.
    pub wants_top: bool,
}

impl SourcesView {
    /// Shows a text and who speaks in it, to be added.
    pub fn begin(&mut self, title: String, text: String) {
        self.pasted = Some((title, text));
        self.others.clear();
        self.wants_focus = true;
        self.wants_top = true;
    }

    /// Takes a text that is pasted while the panel has the keyboard, and no field of it.
    pub(in crate::ui) fn take_pasted(&mut self, ui: &Ui) {
        let is_text = |event: &Event| matches!(event, Event::Paste(_));
        let pasted = ui.input_mut(|input| input.events.extract_if(.., |event| is_text(event)).last());
        if let Some(Event::Paste(text)) = pasted {
            self.begin(String::new(), text);
        }
    }
}

/// Asks for something of transcripts.
fn ask(ctx: &ViewCtx<'_>, action: SourceAction) {
    ctx.push(Action::Source(Box::new(action)));
}

/// From this height on, in points, what is made of words stays in sight while their text is scrolled.
const LEAST_STAYING: f32 = 460.0;

/// Shows the panel in place of the inspector.
pub fn sources_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView) {
    let margin = Margin { left: 20, right: 20, top: 14, bottom: 0 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| head_ui(ui, ctx));
    let with_words: Vec<&Evidence> =
        ctx.document.evidence.iter().map(AsRef::as_ref).filter(|it| !it.transcript.is_empty()).collect();
    let shown = with_words.iter().find(|it| Some(&it.id) == view.shown.as_ref()).or(with_words.first()).copied();
    // In a low window there is no room for both them and the text.
    let stays = ui.available_height() >= LEAST_STAYING;
    if let Some(shown) = shown.filter(|_| stays && view.pasted.is_none()) {
        let margin = Margin { left: 20, right: 20, top: 0, bottom: 4 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            words::making_ui(ui, ctx, view, shown);
        });
    }
    let mut area = ScrollArea::vertical().id_salt("sources").auto_shrink(false);
    if std::mem::take(&mut view.wants_top) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        let margin = Margin { left: 20, right: 20, top: 0, bottom: 24 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if view.pasted.is_some() {
                adding::paste_ui(ui, ctx, view);
                return;
            }
            adding::ways_ui(ui, ctx, view, shown.is_none());
            // What is asked for just now comes with the next frame, and gets the keyboard then.
            let Some(shown) = shown.filter(|_| view.pasted.is_none()) else { return };
            which_ui(ui, ctx, view, (&with_words, shown));
            if !stays {
                words::making_ui(ui, ctx, view, shown);
            }
            words::words_ui(ui, ctx, view, shown);
            taken::taken_ui(ui, ctx, shown);
        });
        follow_focus(ui);
    });
}

fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.horizontal(|ui| {
        ui.label(rich(&ctx.text("sources-title"), ink(Weight::Bold, 16.0, ctx.theme.ink)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("sources-close")).clicked() {
                ctx.push(Action::Run(CommandId::Transcript));
            }
        });
    });
    divider_ui(ui, ctx.theme);
}

/// Which transcript is shown, where there are several.
fn which_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView, (all, shown): (&[&Evidence], &Evidence)) {
    if all.len() < 2 {
        ui.label(rich(&title_of(ctx, shown), ink(Weight::SemiBold, super::fonts::BODY, ctx.theme.ink)));
        return;
    }
    let choices: Vec<_> = all.iter().map(|it| (it.id.clone(), title_of(ctx, it))).collect();
    let mut picked = shown.id.clone();
    Form::new(ui, ctx, "sources").choice("transcript", &mut picked, &choices);
    if picked != shown.id {
        view.shown = Some(picked);
        view.wants_focus = true;
    }
}

fn title_of(ctx: &ViewCtx<'_>, evidence: &Evidence) -> String {
    ctx.named(&evidence.title, "evidence-interview")
}
