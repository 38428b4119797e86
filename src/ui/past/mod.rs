//! The history as a panel: what was done, the newest first, and a way back to any point of it.

use std::collections::BTreeMap;

use egui::{Id, Rect, Ui, pos2, vec2};

use super::action::Action;
use super::context::ViewCtx;
use super::fonts;
use super::icon::{self, IconName};
use super::page::Dock;
use super::style::rgba;
use super::widgets::{ink, line_at, paragraph_ui, rich, row_ui, small_icon_button_ui, told_to_its_end_at};
use crate::edit::story::{Story, story};
use crate::edit::{EditLabel, Entry};
use crate::model::Language;
use crate::scene::text::Weight;

/// The height of a row.
const ROW: f32 = 46.0;
/// Stories of so many entries are kept; more are told anew.
const MOST_KEPT: usize = 2000;

/// What this room asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PastAction {
    /// Undoes or does again until so many entries are done.
    GoTo(usize),
}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct PastView {
    /// The panel has just been opened: the present takes the keyboard.
    pub opened: bool,
    /// When each revision came about, as "14:32".
    pub times: BTreeMap<u64, String>,
    /// What entries did, by the revision after them, in one language.
    stories: (Option<Language>, BTreeMap<u64, Story>),
}

impl PastView {
    fn story(&mut self, ctx: &ViewCtx<'_>, entry: &Entry<'_>) -> Story {
        let (language, stories) = &mut self.stories;
        if *language != Some(ctx.language()) || stories.len() > MOST_KEPT {
            *language = Some(ctx.language());
            stories.clear();
        }
        stories.entry(entry.revision).or_insert_with(|| story(entry, ctx.texts)).clone()
    }

    /// Another document was opened.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// Shows the panel in place of the inspector.
pub fn past_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut PastView) {
    head_ui(ui, ctx);
    let entries = ctx.editor.entries();
    if entries.is_empty() {
        empty_ui(ui, ctx);
        view.opened = false;
        return;
    }
    let position = ctx.editor.position();
    let saved = ctx.editor.saved_position();
    egui::ScrollArea::vertical().id_salt("history").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::Frame::new().inner_margin(egui::Margin { left: 8, right: 8, top: 0, bottom: 16 }).show(ui, |ui| {
            for (index, entry) in entries.iter().enumerate().rev() {
                let point = index + 1;
                let Story { what, how, .. } = view.story(ctx, entry);
                let time = view.times.get(&entry.revision).map(String::as_str);
                let how = [Some(how.as_str()), time].into_iter().flatten().collect::<Vec<_>>().join(" · ");
                let when = When::of(point, position);
                let look = Row { icon: icon_of(entry.label), what, how, when, saved: saved == Some(point) };
                row(ui, ctx, (point, &look), view);
            }
            let (what, when) = (ctx.text("history-beginning"), When::of(0, position));
            let look = Row { icon: IconName::Open, what, how: String::new(), when, saved: saved == Some(0) };
            row(ui, ctx, (0, &look), view);
        });
    });
    view.opened = false;
}

fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    egui::Frame::new().inner_margin(egui::Margin { left: 20, right: 12, top: 14, bottom: 8 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(rich(&ctx.text("history-title"), ink(Weight::Bold, 16.0, ctx.theme.ink)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("history-close")).clicked() {
                    ctx.push(Action::ShowDock(Dock::Inspector));
                }
            });
        });
    });
}

fn empty_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(20, 8)).show(ui, |ui| {
        paragraph_ui(ui, &ctx.text("history-empty"), ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink));
        ui.add_space(2.0);
        paragraph_ui(ui, &ctx.text("history-empty-text"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    });
}

/// Where a point of the history stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Past,
    Now,
    Undone,
}

impl When {
    fn of(point: usize, position: usize) -> Self {
        match point.cmp(&position) {
            std::cmp::Ordering::Less => Self::Past,
            std::cmp::Ordering::Equal => Self::Now,
            std::cmp::Ordering::Greater => Self::Undone,
        }
    }
}

struct Row {
    icon: IconName,
    what: String,
    how: String,
    when: When,
    saved: bool,
}

/// A point of the history: what led to it. A click, or Enter on it, goes there.
fn row(ui: &mut Ui, ctx: &ViewCtx<'_>, (point, look): (usize, &Row), view: &PastView) {
    let Row { icon, what, how, when, saved } = look;
    let key = match when {
        When::Past => "history-row",
        When::Now => "history-row-now",
        When::Undone => "history-row-undone",
    };
    let name = if how.is_empty() {
        let now = (*when == When::Now).then(|| ctx.text("history-now"));
        [Some(what.clone()), now].into_iter().flatten().collect::<Vec<_>>().join(", ")
    } else {
        ctx.texts.with(key, &[("what", what.clone().into()), ("how", how.clone().into())])
    };
    let shown = ui.push_id(("history", point), |ui| row_ui(ui, ctx, (ROW, 0.0), &name, *when == When::Now)).inner;
    let (rect, mut response) = (shown.rect, shown.response);
    if ui.is_rect_visible(rect) {
        let (strong, weak) = match when {
            When::Undone => (ctx.theme.mute, ctx.theme.mute),
            _ => (ctx.theme.ink, ctx.theme.mute),
        };
        let side = 16.0;
        let square = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(side, side));
        let color = if *when == When::Now { ctx.theme.accent } else { weak };
        icon::paint(ui.painter(), square, *icon, rgba(color));
        let left = rect.left() + 40.0;
        let room = rect.right() - left - if *saved { 28.0 } else { 10.0 };
        let weight = match when {
            When::Now => Weight::SemiBold,
            When::Past => Weight::Medium,
            When::Undone => Weight::Regular,
        };
        let first_y = if how.is_empty() { rect.center().y } else { rect.center().y - 8.5 };
        let words = (what.as_str(), ink(weight, fonts::BODY, strong));
        response = told_to_its_end_at(ui.painter(), (left, first_y), words, room, response);
        line_at(ui.painter(), (left, rect.center().y + 9.5), how, ink(Weight::Regular, fonts::LABEL, weak), room);
        if *saved {
            saved_ui(ui, ctx, Rect::from_center_size(pos2(rect.right() - 16.0, rect.center().y), vec2(18.0, 18.0)));
        }
    }
    if view.opened && *when == When::Now {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    }
    if response.clicked() {
        ctx.push(Action::Past(Box::new(PastAction::GoTo(point))));
    }
}

/// The disc of what is in the file.
fn saved_ui(ui: &Ui, ctx: &ViewCtx<'_>, square: Rect) {
    let disc = ui.interact(square, Id::unique("history-saved"), egui::Sense::hover());
    let name = ctx.text("history-saved");
    disc.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    disc.on_hover_text(&name);
    icon::paint(ui.painter(), square.shrink(1.5), IconName::Save, rgba(ctx.theme.accent));
}

fn icon_of(label: EditLabel) -> IconName {
    match label {
        EditLabel::ChangeText
        | EditLabel::ChangeProperty
        | EditLabel::ChangeSeveral
        | EditLabel::SetStatus
        | EditLabel::Rate => IconName::Pencil,
        EditLabel::AddTouchpoint | EditLabel::Add | EditLabel::AddStep | EditLabel::AddJourney => {
            IconName::AddTouchpoint
        }
        EditLabel::MoveTouchpoints
        | EditLabel::MoveBarrier
        | EditLabel::MoveNote
        | EditLabel::Arrange
        | EditLabel::AlignColumns
        | EditLabel::ArrangeLanes
        | EditLabel::FoldLane
        | EditLabel::UnfoldLane
        | EditLabel::Swimlanes
        | EditLabel::Reorder => IconName::Move,
        EditLabel::Connect | EditLabel::Reconnect => IconName::ArrowRight,
        EditLabel::SetEmotion => IconName::Feel,
        EditLabel::AddBarrier => IconName::AddBarrier,
        EditLabel::AddOpportunity | EditLabel::AddTranscript | EditLabel::Extract => IconName::Plus,
        EditLabel::AddPersona | EditLabel::ChangePersona | EditLabel::ChangeCast => IconName::AddPersona,
        EditLabel::Remove | EditLabel::Cut => IconName::Delete,
        EditLabel::DuplicateJourney | EditLabel::Duplicate | EditLabel::Paste => IconName::Copy,
        EditLabel::CountDots | EditLabel::RevealVote | EditLabel::AddDecision | EditLabel::Park => IconName::Workshop,
        EditLabel::Reload => IconName::Reload,
    }
}
