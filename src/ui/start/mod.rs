//! The start screen and the window's habits: recent files with their pictures, templates, samples; what a crash has
//! left; settings.

mod folder;
mod recents;
pub mod recovered;
pub mod settings;

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};

pub use folder::{Entry, Folder, Listed, folder_ui};
use recents::MapCard;
pub use recents::RecentFile;
pub use recovered::{Recovered, Rescue};
pub use settings::{Preferences, StartWith};

use super::action::{Action, Source};
use super::command::{CommandId, keys_words};
use super::context::{ViewCtx, Work};
use super::fonts;
use super::icon::{self, IconName};
use super::picture::Pictures;
use super::scrolled::follow_focus;
use super::style::rgba;
use super::view::Beside;
use super::widgets::{heading_ui, ink, line_at, row_ui, told_line_at};
use crate::model::Picture;
use crate::scene::text::Weight;

/// What the start screen and the window's habits ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum HabitAction {
    /// Opens a file in another window.
    OpenInNewWindow(PathBuf),
    /// Takes a file off the list of recent ones.
    ForgetRecent(PathBuf),
    /// What is to become of what a crash has left.
    Rescue(Rescue),
    /// Sets the size of the interface; `None`: as it suits the screen.
    SetScale(Option<f32>),
    /// Sets how wide a panel is; `None`: as usual.
    SetWidth(Beside, Option<f32>),
    /// Sets what the window starts with.
    SetStart(StartWith),
}

/// What the window remembers of the start screen.
#[derive(Default)]
pub struct StartView {
    /// Small pictures of samples and templates, by their names.
    pub offers: BTreeMap<&'static str, Picture>,
    /// All pictures on the graphics card.
    pictures: Pictures,
}

/// From this width on the recent files stand beside what can be begun anew.
const WIDE: f32 = 820.0;
const COLUMN: f32 = 360.0;
/// The size of a template's picture: two stand in the column, as large as those of recent maps and with less of the map.
const THUMB: egui::Vec2 = vec2(172.0, 72.0);
const MARGIN: f32 = 32.0;

/// Shows the start screen in place of the map.
pub fn start_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut StartView) {
    ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add_space(MARGIN);
        let room = ui.available_width() - 2.0 * MARGIN;
        if room < WIDE {
            inset(ui, |ui| {
                recents::recents_ui(ui, ctx, &mut view.pictures);
                ui.add_space(24.0);
                begin_ui(ui, ctx, view);
                ui.add_space(24.0);
                samples_ui(ui, ctx, view);
            });
        } else {
            let whole = ui.available_rect_before_wrap();
            let left = Rect::from_min_size(whole.min + vec2(MARGIN, 0.0), vec2(COLUMN, f32::INFINITY));
            let right =
                Rect::from_min_max(pos2(left.right() + 40.0, whole.top()), pos2(whole.right() - MARGIN, f32::INFINITY));
            let first = ui.scope_builder(egui::UiBuilder::new().max_rect(left), |ui| begin_ui(ui, ctx, view));
            let builder = egui::UiBuilder::new().max_rect(right);
            let second = ui.scope_builder(builder, |ui| {
                recents::recents_ui(ui, ctx, &mut view.pictures);
                ui.add_space(24.0);
                samples_ui(ui, ctx, view);
            });
            let bottom = first.response.rect.bottom().max(second.response.rect.bottom());
            ui.allocate_rect(Rect::from_min_max(whole.min, pos2(whole.right(), bottom)), Sense::hover());
        }
        ui.add_space(MARGIN);
        follow_focus(ui);
    });
}

fn inset(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    egui::Frame::new().inner_margin(vec2(MARGIN, 0.0)).show(ui, content);
}

/// What can be begun: an existing map, or a new one.
fn begin_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut StartView) {
    let go_on = (ctx.file.work == Work::Aside).then_some(CommandId::ShowMap);
    let unsaved = (ctx.file.left_over > 0).then_some(CommandId::UnsavedWork);
    for command in std::iter::once(CommandId::Open).chain(go_on).chain(unsaved) {
        let name = match command {
            CommandId::ShowMap => ctx.texts.with("start-go-on", &[("title", super::window_title(ctx).into())]),
            _ => ctx.text(command.name_key()),
        };
        let icon = command.icon().unwrap_or(IconName::ArrowRight);
        let row = row_ui(ui, ctx, (36.0, 0.0), &name, false);
        let y = row.rect.center().y;
        let square = Rect::from_center_size(pos2(row.rect.left() + 20.0, y), vec2(18.0, 18.0));
        icon::paint(ui.painter(), square, icon, rgba(ctx.theme.accent));
        let keys = command.shortcut().map(|shortcut| keys_words(ui.ctx(), &shortcut)).unwrap_or_default();
        let keys_ink = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
        let width = super::widgets::line(ui.painter(), &keys, keys_ink, 90.0).size().x;
        line_at(ui.painter(), (row.rect.right() - 12.0 - width, y), &keys, keys_ink, 90.0);
        let words = ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink);
        let response = told_line_at(
            ui.painter(),
            (row.rect.left() + 40.0, y),
            (&name, words),
            row.rect.width() - 64.0 - width,
            row.response,
        );
        if response.clicked() {
            ctx.push(Action::Run(command));
        }
    }
    ui.add_space(18.0);
    heading_ui(ui, ctx.theme, &ctx.text("new-title"), None);
    ui.add_space(6.0);
    recents::grid_ui(ui, (&ctx.offers.templates, THUMB.x), |ui, template| {
        let (name, note) = (ctx.text(&format!("template-{template}")), ctx.text(&format!("template-{template}-note")));
        let picture = view.offers.get(template);
        let card =
            MapCard { said: &name, name: &name, note: &note, note_lines: 2, is_there: true, picture, size: THUMB };
        if recents::map_card_ui(ui, ctx, &mut view.pictures, &card).clicked() {
            ctx.push(Action::NewFrom(Source::Template(template)));
        }
    });
}

/// The samples as cards, as many in a row as fit.
fn samples_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut StartView) {
    heading_ui(ui, ctx.theme, &ctx.text("start-samples"), None);
    ui.add_space(6.0);
    let mut samples = ctx.offers.samples.clone();
    samples.sort_by_key(|name| !name.ends_with(ctx.language().tag()));
    recents::grid_ui(ui, (&samples, recents::PICTURE.x), |ui, sample| {
        let name = ctx.text(&format!("sample-{}", sample.replace('.', "-")));
        let (picture, size) = (view.offers.get(sample), recents::PICTURE);
        let card = MapCard { said: &name, name: &name, note: "", note_lines: 0, is_there: true, picture, size };
        if recents::map_card_ui(ui, ctx, &mut view.pictures, &card).clicked() {
            ctx.push(Action::NewFrom(Source::Sample(sample)));
        }
    });
}

/// Says what becomes of a file that is held over the window.
pub fn drop_hint_ui(ui: &Ui, ctx: &ViewCtx<'_>) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let screen = ui.ctx().content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop-hint"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(screen, 0.0, rgba(ctx.theme.background.fade(0.82)));
    let frame = egui::Stroke::new(2.0, rgba(ctx.theme.accent));
    painter.rect_stroke(screen.shrink(16.0), 12.0, frame, egui::StrokeKind::Inside);
    let words = ink(Weight::SemiBold, 20.0, ctx.theme.ink);
    super::widgets::centered(&painter, screen, &ctx.text("drop-hint"), words);
}
