//! The presenter's own window: what the room sees, what comes next, notes, time, what is hidden from the room.

use egui::{
    Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui::{ViewportBuilder, ViewportId};

use super::picture::{Fit, picture_ui};
use super::stops::{self, RowLook};
use super::{ShowAction, ShowCtx, goto, help, ink, is_window, keys, strip, tools};
use crate::model::Vote;
use crate::present::show::{Overlay, ShowCommand};
use crate::scene::Scene;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{label_ui, line_at, paragraph_ui, small_icon_button_ui};

/// The window's size when it opens.
const SIZE: Vec2 = vec2(1240.0, 760.0);
/// The smallest in which everything finds room side by side; in a smaller one it stands in one column and is scrolled.
const LEAST_SIZE: Vec2 = vec2(900.0, 560.0);
/// What a desktop takes of the screen: title bar, task bar.
const BARS: Vec2 = vec2(40.0, 110.0);
const MARGIN: f32 = 20.0;
const HEAD: f32 = 56.0;
const FOOT: f32 = 44.0;
/// The line above a picture.
const HEADING: f32 = 26.0;
/// The height of pictures in one column.
const SMALL_PICTURE: f32 = 180.0;
/// From a row of the head to the next one.
const ROW: f32 = 32.0;
/// The height of lists in one column.
const LIST: f32 = 300.0;

/// The editor's own views, which the window shows while the map is edited, and whether something was typed before.
type Editing = (fn(&mut Ui, &ViewCtx<'_>, &mut View), bool);

/// Shows the window.
pub(super) fn window_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (editor, typing): Editing) {
    let title = format!("{} — Tropa", ctx.text("presenter-title"));
    // The window keeps clear of the bars of a small screen.
    let screen = ui.input(|input| input.viewport().monitor_size).unwrap_or(SIZE + BARS) - BARS;
    let least = LEAST_SIZE.min(screen);
    let size = SIZE.min(screen).max(least);
    let builder = ViewportBuilder::default().with_title(title).with_inner_size(size).with_min_inner_size(least);
    ui.ctx().show_viewport_immediate(ViewportId::from_hash_of("presenter"), builder, |ui, class| {
        let typing = typing || ui.ctx().text_edit_focused();
        if is_window(class) && ui.input(|input| input.viewport().close_requested()) {
            ctx.run(ShowCommand::Presenter);
        }
        if ctx.show.editing {
            view.show.typing |= typing;
            super::edit_ui(ui, ctx, view, editor);
            view.show.typing = ui.ctx().text_edit_focused();
            return;
        }
        if is_window(class) && view.dialog.is_none() {
            keys::follow(ui, ctx, typing);
        }
        let frame = egui::Frame::new().fill(rgba(ctx.view.theme.panel));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| presenter_ui(ui, ctx, view));
        crate::ui::dialogs::dialogs_ui(ui, ctx.view, view);
        crate::ui::toast::toast_ui(ui, ctx.view, ui.ctx().content_rect());
        view.show.typing |= ui.ctx().text_edit_focused();
    });
}

fn presenter_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View) {
    let window = ui.max_rect();
    if window.width() < LEAST_SIZE.x || window.height() < LEAST_SIZE.y {
        column_ui(ui, ctx, view);
    } else {
        beside_ui(ui, ctx, view);
    }
    // The room need not see how a stop is looked for.
    match &ctx.show.overlay {
        Some(Overlay::Help) => help::help_ui(ui, ctx, window),
        Some(Overlay::GoTo(list)) => goto::goto_ui(ui, ctx, view, (list, window)),
        Some(Overlay::Tool(_)) | None => {}
    }
}

/// Everything side by side.
fn beside_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View) {
    let whole = ui.max_rect().shrink(MARGIN);
    let (head, rest) = whole.split_top_bottom_at_y(whole.top() + HEAD);
    let (body, foot) = rest.split_top_bottom_at_y(rest.bottom() - FOOT);
    head_ui(ui, ctx, view, head);
    let (left, right) = body.split_left_right_at_fraction(0.62);
    let (left, right) = (left.with_max_x(left.right() - MARGIN / 2.0), right.with_min_x(right.left() + MARGIN / 2.0));
    let picture_height = (left.width() * 9.0 / 16.0).min(left.height() * 0.66);
    let (now, notes) = left.split_top_bottom_at_y(left.top() + HEADING + picture_height);
    shown_now_ui(ui, ctx, view, now);
    notes_ui(ui, ctx, notes.with_min_y(notes.top() + 14.0));
    foot_ui(ui, ctx, foot.with_min_y(foot.top() + 14.0));
    if let Some(tool) = tools::open_tool(ctx) {
        tools::dock_ui(ui, ctx, view, (tool, right));
        return;
    }
    let next_height = (right.width() * 9.0 / 16.0).min(right.height() * 0.42);
    let next_height = if ctx.next.is_some() { next_height } else { 0.0 };
    let (next, list) = right.split_top_bottom_at_y(right.top() + HEADING + next_height);
    shown_ui(ui, ctx, view, (next, &ctx.next_words(), ctx.next.map(|(_, scene)| scene)));
    list_ui(ui, ctx, view, list.with_min_y(list.top() + 14.0));
}

/// Everything below each other: what is done all the time first.
fn column_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View) {
    egui::ScrollArea::vertical().id_salt("presenter").auto_shrink(false).show(ui, |ui| {
        let frame = egui::Frame::new().inner_margin(MARGIN);
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 14.0;
            let width = ui.available_width();
            let head = Rect::from_min_size(ui.cursor().min, vec2(width, HEAD));
            let bottom = head_ui(ui, ctx, view, head);
            ui.advance_cursor_after_rect(head.with_max_y(bottom));
            let place = |ui: &mut Ui, height: f32| ui.allocate_exact_size(vec2(width, height), Sense::hover()).0;
            let picture = HEADING + (width * 9.0 / 16.0).min(SMALL_PICTURE);
            let now = place(ui, picture);
            shown_now_ui(ui, ctx, view, now);
            if let Some(tool) = tools::open_tool(ctx) {
                let dock = place(ui, LIST);
                tools::dock_ui(ui, ctx, view, (tool, dock));
            }
            let notes = place(ui, 120.0);
            notes_ui(ui, ctx, notes);
            let next = place(ui, if ctx.next.is_some() { picture } else { HEADING });
            shown_ui(ui, ctx, view, (next, &ctx.next_words(), ctx.next.map(|(_, scene)| scene)));
            let list = place(ui, LIST);
            list_ui(ui, ctx, view, list);
            let foot = Rect::from_min_size(ui.cursor().min, vec2(width, 3.0 * FOOT));
            let bottom = foot_ui(ui, ctx, foot);
            ui.advance_cursor_after_rect(foot.with_max_y(bottom));
            crate::ui::scrolled::follow_focus(ui);
        });
    });
}

/// What the room sees, or why it sees something else.
fn shown_now_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, rect: Rect) {
    if let (Some(tool), None) = (tools::open_tool(ctx), ctx.show.curtain) {
        let words = format!("{} · {}", ctx.text("presenter-now"), ctx.text(tool.name_key()));
        let area = shown_ui(ui, ctx, view, (rect, &words, None));
        let size = crate::scene::Size { width: 1920.0, height: 1080.0 };
        let place = Fit::new(size, area).rect;
        tools::small_ui(ui, ctx, view, (tool, place.translate(area.min - place.min)));
        return;
    }
    let heading = if ctx.show.frozen { "show-mode-frozen-note" } else { "presenter-now" };
    let words = format!("{} · {} · {}", ctx.text(heading), ctx.position(), ctx.name(ctx.show.at));
    shown_ui(ui, ctx, view, (rect, &words, Some(ctx.now)));
}

/// Time of day, time since the beginning, and what is out of the ordinary, in as many rows as it takes. Says where they
/// end.
fn head_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &View, head: Rect) -> f32 {
    let theme = ctx.view.theme;
    let mut y = head.top() + 20.0;
    let edge = head.right() - 40.0;
    let mut x = head.left();
    for (name, value) in [("show-clock", ctx.clock.to_owned()), ("show-elapsed", strip::elapsed_words(ctx))] {
        let name = ctx.text(name);
        let mute = ink(Weight::Regular, 13.0, theme.mute);
        x += line_at(ui.painter(), (x, y + 3.0), &name, mute, 160.0) + 10.0;
        let width = line_at(ui.painter(), (x, y), &value, ink(Weight::SemiBold, 28.0, theme.ink), 200.0);
        let rect = Rect::from_min_size(pos2(x, y - 16.0), vec2(width, 32.0));
        let response = ui.interact(rect, ui.scope_id().with(("time", &name)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {value}")));
        x += width + 32.0;
    }
    if let Some(timer) = strip::timer_words(ui, ctx, view) {
        if x + 120.0 > edge {
            (x, y) = (head.left(), y + ROW);
        }
        let room = (edge - x).min(340.0);
        x += line_at(ui.painter(), (x, y), &timer, ink(Weight::SemiBold, 20.0, theme.accent), room) + 24.0;
    }
    for words in hidden_from_room(ctx) {
        if x > head.left() && x + strip::badge_width(ui, &words) > edge {
            (x, y) = (head.left(), y + ROW);
        }
        x += strip::badge_ui(ui, ctx, (x, y), &words) + 10.0;
    }
    let right = Layout::right_to_left(Align::Min);
    ui.scope_builder(UiBuilder::new().max_rect(head).layout(right), |ui| {
        if small_icon_button_ui(ui, theme, IconName::Close, &ctx.text("presenter-close")).clicked() {
            ctx.run(ShowCommand::Presenter);
        }
    });
    head.bottom().max(y + ROW)
}

/// What the room does not see as the presenter does: modes, and votes that are not shown yet.
fn hidden_from_room(ctx: &ShowCtx<'_>) -> Vec<String> {
    let votes = ctx.view.document.workshop.votes.iter().filter(|vote| !vote.revealed);
    let words = |vote: &std::sync::Arc<Vote>| {
        let entered: u32 = vote.results.iter().map(|(_, dots)| dots).sum();
        let all = vote.dots_each.saturating_mul(vote.voters);
        let of = [("title", vote.title.trim().into()), ("entered", entered.into()), ("all", all.into())];
        ctx.view.texts.with("presenter-vote", &of)
    };
    strip::modes(ctx).into_iter().chain(votes.map(words)).collect()
}

/// A picture under its heading; says where it is.
fn shown_ui(
    ui: &mut Ui,
    ctx: &ShowCtx<'_>,
    view: &mut View,
    (rect, words, scene): (Rect, &str, Option<&Scene>),
) -> Rect {
    let theme = ctx.view.theme;
    let heading = ink(Weight::SemiBold, fonts::BODY, theme.ink);
    line_at(ui.painter(), (rect.left(), rect.top() + 9.0), words, heading, rect.width());
    let area = rect.with_min_y(rect.top() + HEADING);
    let response = ui.interact(rect, ui.scope_id().with(("shown", rect.left() as i32)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let Some(scene) = scene else { return area };
    let place = Fit::new(scene.size, area).rect;
    let place = place.translate(area.min - place.min);
    picture_ui(ui, &mut view.pictures, (scene, false), place);
    ui.painter().rect_stroke(place, 0.0, Stroke::new(1.0, rgba(theme.card_line)), StrokeKind::Outside);
    area
}

/// What the presenter wants to say, to be changed at any time.
fn notes_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, rect: Rect) {
    let Some(slide) = ctx.slides.get(ctx.show.at) else { return };
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let label = label_ui(ui, ctx.view.theme, &ctx.text("presenter-notes"));
        let mut notes = slide.notes.clone();
        egui::ScrollArea::vertical().id_salt("presenter-notes").show(ui, |ui| {
            let edit = TextEdit::multiline(&mut notes)
                // Not by its stop: a stop that nothing was said of yet has none before the first letter.
                .id(egui::Id::unique(("presenter-notes", ctx.show.at)))
                .font(fonts::font(Weight::Regular, 16.0))
                .margin(egui::Margin::symmetric(11, 8))
                .hint_text(ctx.text("presenter-notes-hint"))
                .desired_rows(3)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).labelled_by(label.id);
            if response.changed() {
                ctx.push(ShowAction::SetNotes(ctx.show.at, notes.clone()));
            }
            if response.lost_focus() {
                ctx.view.push(Action::BreakMerge);
            }
        });
    });
}

/// All stops: a click shows one, buttons move and hide it.
fn list_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, rect: Rect) {
    let theme = ctx.view.theme;
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            ui.set_height(22.0);
            label_ui(ui, theme, &ctx.text("presenter-stops"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stops::tools_ui(ui, ctx.view, (ctx.slides, ctx.names), ctx.show.at);
            });
        });
        let look = RowLook { theme, letters: 13.5, height: 28.0, picked: ctx.show.at };
        let scroll = view.show.listed_to != Some(ctx.show.at);
        view.show.listed_to = Some(ctx.show.at);
        egui::ScrollArea::vertical().id_salt("presenter-stops").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in 0..ctx.slides.len() {
                let response = stops::row_ui(ui, (ctx.slides, ctx.names, ctx.view.texts), at, look);
                if scroll && at == ctx.show.at {
                    response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                }
                if response.clicked() {
                    ctx.push(ShowAction::GoTo(at));
                }
            }
        });
    });
}

/// From how far the stop can be read. Says where it ends.
fn foot_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, foot: Rect) -> f32 {
    let theme = ctx.view.theme;
    let words = |ui: &mut Ui| {
        let label = label_ui(ui, theme, &ctx.text("presenter-screen-height"));
        let mut height = ctx.screen_height_m;
        let drag = egui::DragValue::new(&mut height).range(0.5..=12.0).speed(0.05).max_decimals(1);
        if ui.add(drag).labelled_by(label.id).changed() {
            ctx.push(ShowAction::ScreenHeight(height));
        }
        ui.add_space(10.0);
    };
    let readable = |ui: &mut Ui| {
        paragraph_ui(ui, &ctx.readable_words(), ink(Weight::Regular, fonts::BODY, theme.ink));
    };
    let in_a_row = Layout::left_to_right(Align::Center);
    let shown = if foot.width() < LEAST_SIZE.x - 2.0 * MARGIN {
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
            ui.horizontal(words);
            readable(ui);
        })
    } else {
        ui.scope_builder(UiBuilder::new().max_rect(foot).layout(in_a_row), |ui| {
            words(ui);
            readable(ui);
        })
    };
    shown.response.rect.bottom()
}
