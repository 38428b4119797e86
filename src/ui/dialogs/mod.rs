//! Dialogs: one at a time, above everything. They ask; what is answered is carried out by `app`.

mod deletion;
mod export;
pub(in crate::ui) mod fit;
mod message;
mod new;
mod path;
mod print;
mod problems;
mod question;
mod sheets;
mod shortcuts;
mod stops;

use egui::{Id, Key, Modal, Ui};

pub use deletion::Parting;
pub use export::{BoardPart, ExportChoice, ExportFormat, ExportWhat, scale_words};
pub use print::{PaperChoice, PaperWhat};
pub use question::{Doubt, Question};
pub use sheets::SheetsView;

use super::action::{Action, Answer};
use super::clip::{Preview, preview_ui};
use super::context::ViewCtx;
use super::fonts;
use super::present::ShowAction;
use super::start::{Listed, Recovered, Rescue, recovered, settings};
use super::studio::avatars::{self, AvatarDialog};
use super::studio::card::{self, CardChoice};
use super::studio::crop::{self, CropDialog};
use super::view::View;
use super::widgets::{Look, button_ui, ink, rich};
use crate::edit::verbs::Toll;
use crate::present::show::GoTo;
use crate::scene::text::Weight;

/// From a dialog's edge to what stands in it.
const MARGIN: f32 = 24.0;

/// A dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// A question with two or three answers.
    Question(Question),
    /// Something goes that others refer to.
    Deletion(Box<Toll>, Parting),
    /// Something went wrong, in full.
    Message {
        /// The message of its title.
        title_key: &'static str,
        /// What happened.
        text: String,
    },
    /// Where a new document comes from.
    New,
    /// What is exported, and how.
    Export(ExportChoice),
    /// What is printed, and on which paper.
    Print(PaperChoice),
    /// What a pasted table or another program's text will make.
    Paste(Box<Preview>),
    /// What is wrong with the document.
    Problems,
    /// What of a photo becomes a portrait.
    Crop(CropDialog),
    /// Avatars to choose from.
    Avatars(AvatarDialog),
    /// Which persona cards are written, and how.
    Cards(CardChoice),
    /// The stops of the presentation, and the one that is picked.
    Stops(GoTo),
    /// The keys that do something.
    Shortcuts,
    /// What crashes have left.
    Recovered(Vec<Recovered>),
    /// Settings of the window.
    Settings,
    /// About the program.
    About,
    /// A path typed by hand, where the system has no file dialog.
    Path {
        /// The message of its title.
        title_key: &'static str,
        /// What is typed so far.
        typed: String,
        /// Which files of its folder are listed.
        listed: Listed,
        /// Why what was typed before did not do; empty at first.
        problem: String,
    },
}

/// Shows the dialog that is open.
pub fn dialogs_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let Some(mut dialog) = view.dialog.take() else {
        view.dialog_id = None;
        view.dialog_passes = 0;
        return;
    };
    view.dialog_passes = view.dialog_passes.saturating_add(1);
    let id = id_of(&dialog);
    let opened = view.dialog_id != Some(id);
    if opened {
        view.dialog_id = Some(id);
        // What had the keyboard is behind the dialog now.
        ui.memory_mut(|memory| memory.focused().inspect(|focused| memory.surrender_focus(*focused)));
    }
    // A focused button answers Enter itself.
    let free = ui.ctx().text_edit_focused() || ui.memory(egui::Memory::focused).is_none();
    let entered = !opened && free && ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.is_none());
    let dim = egui::Color32::from_black_alpha(72);
    let modal = Modal::new(id).frame(frame(ui)).backdrop_color(dim).show(ui.ctx(), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        fit::give_height(ui);
        match &mut dialog {
            Dialog::Question(question) => question::question_ui(ui, ctx, question),
            Dialog::Deletion(toll, parting) => deletion::deletion_ui(ui, ctx, (toll, *parting)),
            Dialog::Message { title_key, text } => message::message_ui(ui, ctx, title_key, text),
            Dialog::New => new::new_ui(ui, ctx),
            Dialog::Export(choice) => export::export_ui(ui, ctx, choice),
            Dialog::Print(choice) => print::print_ui(ui, ctx, &mut view.sheets, choice),
            Dialog::Paste(preview) => preview_ui(ui, ctx, preview),
            Dialog::Problems => problems::problems_ui(ui, ctx),
            Dialog::Crop(cut) => crop::crop_ui(ui, ctx, view, cut),
            Dialog::Avatars(faces) => avatars::avatars_ui(ui, ctx, view, faces),
            Dialog::Cards(choice) => card::card_ui(ui, ctx, choice),
            Dialog::Stops(list) => stops::stops_ui(ui, ctx, list),
            Dialog::Shortcuts => shortcuts::shortcuts_ui(ui, ctx),
            Dialog::Recovered(found) => {
                fit::width_ui(ui, 560.0);
                recovered::recovered_ui(ui, ctx, found);
                buttons_ui(ui, |ui| {
                    if button_ui(ui, ctx.theme, &ctx.text("recovered-later"), Look::Plain).clicked() {
                        recovered::ask(ctx, Rescue::Later);
                    }
                });
            }
            Dialog::Settings => {
                settings::settings_ui(ui, ctx);
                close_ui(ui, ctx);
            }
            Dialog::About => about_ui(ui, ctx),
            Dialog::Path { title_key, typed, listed, problem } => {
                path::path_ui(ui, ctx, (title_key, problem), (typed, listed));
            }
        }
        fit::leave_room(ui);
    });
    fit::keep_lists_above(ui.ctx(), modal.response.layer_id);
    let escaped = !modal.any_popup_open && ui.input(|input| input.key_pressed(Key::Escape));
    // What was found after a crash is not waved away by a click beside it.
    let is_left = escaped || modal.should_close() && !matches!(dialog, Dialog::Recovered(_));
    if is_left {
        match &dialog {
            Dialog::Question(_) | Dialog::Deletion(..) | Dialog::Path { .. } => {
                ctx.push(Action::Answer(Answer::Cancel));
            }
            Dialog::Recovered(_) => recovered::ask(ctx, Rescue::Later),
            _ => ctx.push(Action::CloseDialog),
        }
    } else if entered && !modal.any_popup_open {
        dialog.confirm(ctx);
    }
    view.dialog = Some(dialog);
}

/// Each dialog has its own size, so that it does not take over that of one shown before.
fn id_of(dialog: &Dialog) -> Id {
    let kind = std::mem::discriminant(dialog);
    match dialog {
        Dialog::Question(question) => Id::unique(("dialog", kind, question.doubt)),
        Dialog::Message { title_key, text } => Id::unique(("dialog", kind, title_key, text)),
        Dialog::Path { title_key, .. } => Id::unique(("dialog", kind, title_key)),
        _ => Id::unique(("dialog", kind)),
    }
}

impl Dialog {
    /// Does what its first button does.
    fn confirm(&self, ctx: &ViewCtx<'_>) {
        match self {
            Self::Question(question) => ctx.push(Action::Answer(question.doubt.first_answer())),
            Self::Deletion(..) => ctx.push(Action::Answer(Answer::Proceed)),
            Self::Export(choice) if !choice.is_ready() => {}
            Self::Export(choice) => ctx.push(Action::Export(choice.clone())),
            Self::Print(choice) if !print::is_ready(ctx, choice) => {}
            Self::Print(choice) => ctx.push(Action::Print(choice.clone())),
            Self::Paste(preview) => preview.confirm(ctx),
            Self::Path { typed, .. } if typed.trim().is_empty() => {}
            Self::Path { typed, .. } => ctx.push(Action::Answer(Answer::Path(typed.trim().into()))),
            Self::Crop(cut) => cut.take(ctx),
            Self::Avatars(faces) => faces.take(ctx),
            Self::Cards(choice) => choice.go(ctx),
            // Its rows have the keyboard and answer themselves.
            Self::New => {}
            Self::Stops(list) => ctx.push(Action::Show(ShowAction::GoTo(list.picked))),
            Self::Recovered(_) => recovered::ask(ctx, Rescue::Restore(0)),
            Self::Message { .. } | Self::Problems | Self::Shortcuts | Self::Settings | Self::About => {
                ctx.push(Action::CloseDialog);
            }
        }
    }
}

fn frame(ui: &Ui) -> egui::Frame {
    egui::Frame::popup(ui.style()).inner_margin(MARGIN).corner_radius(12.0)
}

/// A dialog's title.
pub(in crate::ui) fn title_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, words: &str) {
    ui.label(rich(words, ink(Weight::Bold, 16.0, ctx.theme.ink)));
    ui.add_space(4.0);
}

fn body_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, words: &str) {
    super::widgets::paragraph_ui(ui, words, ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
}

/// Buttons at the right end, the one to press first.
pub(in crate::ui) fn buttons_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    let size = egui::vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center).with_main_wrap(true), content);
}

fn close_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    buttons_ui(ui, |ui| close_button_ui(ui, ctx));
}

fn close_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    if button_ui(ui, ctx.theme, &ctx.text("close"), Look::Primary).clicked() {
        ctx.push(Action::CloseDialog);
    }
}

fn about_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    fit::width_ui(ui, 420.0);
    let version = env!("CARGO_PKG_VERSION");
    title_ui(ui, ctx, &ctx.texts.with("about-title", &[("version", version.into())]));
    fit::middle_ui(ui, |ui| {
        body_ui(ui, ctx, &ctx.text("about-text"));
        body_ui(ui, ctx, &ctx.text("about-credits"));
    });
    close_ui(ui, ctx);
}
