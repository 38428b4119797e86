//! How transcripts come in: from a file, or pasted.

use egui::{Id, ScrollArea, TextEdit, Ui};

use super::{SourceAction, SourcesView, ask};
use crate::analysis::transcript::{Speaker, respondents, speakers};
use crate::i18n::Texts;
use crate::model::Document;
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::FIELD_HEIGHT;
use crate::ui::widgets::{Look, button_ui, ink, label_ui, paragraph_ui, told};

/// So many codes stand in a title.
const MOST_CODES: usize = 3;
/// The text has as much height, in points.
const ROOM_FOR_TEXT: f32 = 210.0;
/// So many speakers are listed.
const MOST_SPEAKERS: usize = 30;

/// The buttons; where nothing is there yet, also what they are for.
pub(super) fn ways_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView, first: bool) {
    if first {
        paragraph_ui(ui, &ctx.text("sources-none"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
        ui.add_space(6.0);
    }
    ui.horizontal_wrapped(|ui| {
        let look = if first { Look::Primary } else { Look::Plain };
        let open = button_ui(ui, ctx.theme, &ctx.text("sources-open"), look);
        if first && std::mem::take(&mut view.wants_focus) {
            open.request_focus();
        }
        if open.clicked() {
            ask(ctx, SourceAction::Open);
        }
        if button_ui(ui, ctx.theme, &ctx.text("sources-paste"), Look::Plain).clicked() {
            view.begin(String::new(), String::new());
        }
    });
    ui.add_space(4.0);
}

/// What a transcript without a title is called: by the codes of who answers in it, never by a name.
pub fn untitled(texts: &Texts, document: &Document, codes: &[String]) -> String {
    let shown = codes.iter().take(MOST_CODES).map(String::as_str).collect::<Vec<_>>().join(", ");
    match codes.len() {
        0 => {
            let number = document.evidence.iter().filter(|it| !it.transcript.is_empty()).count() + 1;
            texts.with("sources-untitled", &[("number", number.to_string().into())])
        }
        1..=MOST_CODES => texts.with("sources-untitled", &[("number", shown.into())]),
        _ => texts.with("sources-untitled", &[("number", format!("{shown} …").into())]),
    }
}

/// The fields of a text that is not added yet.
pub(super) fn paste_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView) {
    let Some((title, text)) = &mut view.pasted else { return };
    let mut speakers = speakers(text, &respondents(ctx.document));
    let codes: Vec<String> =
        speakers.iter().filter(|it| !view.others.contains(&it.name)).map(|it| it.code.clone()).collect();
    let name = ctx.text("sources-paste-title");
    label_ui(ui, ctx.theme, &name);
    let field = TextEdit::singleline(title).id(Id::unique("sources-paste-title")).desired_width(f32::INFINITY);
    let field = field.hint_text(untitled(ctx.texts, ctx.document, &codes));
    let field = field.margin(egui::Margin::symmetric(11, 6)).min_size(egui::vec2(0.0, FIELD_HEIGHT));
    let response = ui.add(field);
    told(ctx, &response, (&name, title));
    let name = ctx.text("sources-paste-field");
    label_ui(ui, ctx.theme, &name);
    let field = TextEdit::multiline(text).id(Id::unique("sources-paste-field")).desired_width(f32::INFINITY);
    // A long text leaves in sight who speaks in it, and the buttons.
    let area = ScrollArea::vertical().id_salt("sources-paste").max_height(ROOM_FOR_TEXT);
    let response = area.show(ui, |ui| ui.add(field.margin(egui::Margin::symmetric(11, 7)).desired_rows(10))).inner;
    told(ctx, &response, (&name, text));
    if std::mem::take(&mut view.wants_focus) {
        response.request_focus();
    }
    let nobody = speakers.is_empty() && !text.trim().is_empty();
    speakers.retain(|it| it.name != it.code);
    speakers_ui(ui, ctx, speakers, &mut view.others);
    if nobody {
        paragraph_ui(ui, &ctx.text("sources-no-speakers"), ink(Weight::Medium, fonts::BODY, ctx.theme.ink));
    } else {
        paragraph_ui(ui, &ctx.text("sources-names-note"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    }
    let ready = !text.trim().is_empty();
    let mut done = false;
    ui.horizontal(|ui| {
        let take = ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &ctx.text("sources-take"), Look::Primary));
        if ready && take.inner.clicked() {
            ask(
                ctx,
                SourceAction::Add { title: title.trim().to_owned(), text: text.clone(), others: view.others.clone() },
            );
            done = true;
        }
        done |= button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked();
    });
    if done {
        view.pasted = None;
        view.wants_focus = true;
    }
}

/// Who speaks, each with the code that will stand for the name; what is no name is unticked.
fn speakers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, speakers: Vec<Speaker>, others: &mut Vec<String>) {
    if speakers.is_empty() {
        return;
    }
    label_ui(ui, ctx.theme, &ctx.text("sources-speakers"));
    for Speaker { name, code } in speakers.into_iter().take(MOST_SPEAKERS) {
        let mut speaks = !others.contains(&name);
        let words = ctx.texts.with("sources-speaker", &[("name", name.clone().into()), ("code", code.into())]);
        if ui.checkbox(&mut speaks, words).changed() {
            if speaks {
                others.retain(|other| *other != name);
            } else {
                others.push(name);
            }
        }
    }
}
