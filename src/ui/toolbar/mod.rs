//! The row below the menu bar: file buttons, journey tabs, and what is done most often. What a narrow window has no
//! room for is in a menu of its own, so that nothing is without a way to it.

mod tabs;

use egui::{Align, Layout, Popup, Rect, Ui, UiBuilder, pos2, vec2};

use super::action::Action;
use super::command::{CommandId, name_with_keys};
use super::context::ViewCtx;
use super::icon::IconName;
use super::menu::{item_ui, scrolled_menu_ui};
use super::view::View;
use super::widgets::{Look, button_ui, button_width, icon_button_ui};
use tabs::Parted;
pub use tabs::tab_title;

/// Between two things of the row.
const GAP: f32 = 4.0;
/// The width of a button with an icon.
const ICON: f32 = 28.0;
/// Between two groups of the row.
const APART: f32 = 14.0;
const HEIGHT: f32 = 28.0;
/// Nothing else takes so much from the tabs: so many points, or this part of the row.
const LEAST_TABS: (f32, f32) = (240.0, 0.3);

/// What stands left of the tabs, in groups.
const FILES: [&[CommandId]; 2] =
    [&[CommandId::New, CommandId::Open, CommandId::Save], &[CommandId::Back, CommandId::Forward]];
/// What stands right of them.
const TOOLS: [&[CommandId]; 3] = [
    &[CommandId::AddTouchpoint, CommandId::AddBarrier, CommandId::Delete, CommandId::Fit, CommandId::Workshop],
    &[CommandId::Present, CommandId::Export],
    &[CommandId::Undo, CommandId::Redo],
];
/// What makes room first, in this order.
const MAKE_ROOM: [CommandId; 13] = [
    CommandId::Workshop,
    CommandId::Fit,
    CommandId::Delete,
    CommandId::AddBarrier,
    CommandId::Forward,
    CommandId::Back,
    CommandId::Open,
    CommandId::New,
    CommandId::Present,
    CommandId::Redo,
    CommandId::Export,
    CommandId::Save,
    CommandId::AddTouchpoint,
];

/// What stands where in a row of this width.
struct Plan {
    /// What has no room.
    left_out: Vec<CommandId>,
    files: Rect,
    tabs: Rect,
    tools: Rect,
    /// The journeys with a tab, and those without.
    journeys: Parted,
}

impl Plan {
    /// `left` is where the tabs begin on a window that has room for all.
    fn of(ui: &Ui, ctx: &ViewCtx<'_>, (row, left): (Rect, f32)) -> Self {
        let (wanted, narrow) = tabs::widths(ui, ctx);
        let least_tabs = LEAST_TABS.0.max(row.width() * LEAST_TABS.1);
        let width = |groups: &[&[CommandId]], left_out: &[CommandId]| groups_width(ui, ctx, (groups, left_out));
        let fits = |left_out: &[CommandId]| {
            let rest = if left_out.is_empty() { 0.0 } else { ICON + GAP };
            let sides = width(&FILES, left_out) + rest + width(&TOOLS, left_out);
            sides + wanted.min(least_tabs) + 4.0 * APART <= row.width()
        };
        let mut count = 0;
        while count < MAKE_ROOM.len() && !fits(MAKE_ROOM.get(..count).unwrap_or_default()) {
            count += 1;
        }
        let left_out = MAKE_ROOM.get(..count).unwrap_or_default().to_vec();
        let least = row.left() + width(&FILES, &left_out) + 2.0 * APART;
        let mut end = row.right() - width(&TOOLS, &left_out) - 2.0 * APART;
        // They begin where the map does, or before that where they need the room.
        let begin = if left_out.is_empty() { (end - wanted).min(left).max(least) } else { least };
        if !left_out.is_empty() || narrow > end - begin {
            end -= ICON + GAP;
        }
        let inside = row.shrink2(vec2(0.0, (row.height() - HEIGHT) / 2.0));
        let part = |from: f32, to: f32| Rect::from_min_max(pos2(from, inside.top()), pos2(to, inside.bottom()));
        Self {
            journeys: tabs::parted(ui, ctx, end - begin),
            left_out,
            files: part(row.left() + APART, begin),
            tabs: part(begin, end),
            tools: part(end + APART, row.right()),
        }
    }

    fn overflows(&self) -> bool {
        !self.left_out.is_empty() || !self.journeys.others.is_empty()
    }
}

/// Shows the row; `left` is where the tabs begin.
pub fn toolbar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, left: f32) {
    let plan = Plan::of(ui, ctx, (ui.max_rect(), left + APART));
    part_ui(ui, plan.files, |ui| groups_ui(ui, ctx, view, (&FILES, &plan.left_out)));
    part_ui(ui, plan.tabs, |ui| tabs::tabs_ui(ui, ctx, view, &plan.journeys));
    part_ui(ui, plan.tools, |ui| {
        if plan.overflows() {
            rest_ui(ui, ctx, view, &plan);
        }
        groups_ui(ui, ctx, view, (&TOOLS, &plan.left_out));
    });
}

fn part_ui(ui: &mut Ui, place: Rect, content: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        content(ui);
    });
}

/// What of these groups is not left out.
fn kept<'g>(groups: &'g [&'g [CommandId]], left_out: &'g [CommandId]) -> impl Iterator<Item = Vec<CommandId>> + 'g {
    let stays = |command: &CommandId| !left_out.contains(command);
    groups
        .iter()
        .map(move |group| group.iter().copied().filter(stays).collect())
        .filter(|group: &Vec<_>| !group.is_empty())
}

fn groups_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, (groups, left_out): (&[&[CommandId]], &[CommandId])) {
    for (place, group) in kept(groups, left_out).enumerate() {
        if place > 0 {
            ui.add_space(GAP);
        }
        for command in group {
            tool_ui(ui, ctx, view, command);
        }
    }
}

fn groups_width(ui: &Ui, ctx: &ViewCtx<'_>, (groups, left_out): (&[&[CommandId]], &[CommandId])) -> f32 {
    let width = |group: Vec<CommandId>| {
        let tools = group.into_iter().map(|command| tool_width(ui, ctx, command) + GAP);
        tools.sum::<f32>() + GAP
    };
    kept(groups, left_out).map(width).sum()
}

/// Whether a command is shown by its name instead of an icon.
fn has_words(command: CommandId) -> bool {
    matches!(command, CommandId::Present | CommandId::Export)
}

fn tool_width(ui: &Ui, ctx: &ViewCtx<'_>, command: CommandId) -> f32 {
    if has_words(command) { button_width(ui, ctx.theme, &ctx.text(command.name_key())) } else { ICON }
}

fn is_enabled(ctx: &ViewCtx<'_>, view: &View, command: CommandId) -> bool {
    match command {
        CommandId::Back | CommandId::Forward if !command.enabled(ctx) => false,
        CommandId::Back => view.find.trail.can_go_back(),
        CommandId::Forward => view.find.trail.can_go_forward(),
        _ => command.enabled(ctx),
    }
}

/// The button of a command.
fn tool_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, command: CommandId) {
    let tooltip = tooltip(ui, ctx, command);
    let enabled = is_enabled(ctx, view, command);
    ui.add_enabled_ui(enabled, |ui| {
        let mut response = match command.icon() {
            Some(icon) if !has_words(command) => icon_button_ui(ui, ctx.theme, icon, &tooltip),
            _ => button_ui(ui, ctx.theme, &ctx.text(command.name_key()), Look::Plain).on_hover_text(tooltip),
        };
        if let Some(key) = command.why_off(ctx).filter(|_| !enabled) {
            response = response.on_disabled_hover_text(ctx.text(key));
        }
        if response.clicked() {
            ctx.push(Action::Run(command));
        }
    });
}

fn tooltip(ui: &Ui, ctx: &ViewCtx<'_>, command: CommandId) -> String {
    name_with_keys(ui.ctx(), command.name(ctx), command)
}

/// The menu of what the row has no room for: journeys, then commands.
fn rest_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, plan: &Plan) {
    let button = icon_button_ui(ui, ctx.theme, IconName::More, &ctx.text("toolbar-rest"));
    Popup::menu(&button).show(|ui| {
        scrolled_menu_ui(ui, |ui| {
            for journey in &plan.journeys.others {
                if ui.button(tab_title(ctx, journey)).clicked() {
                    ctx.push(Action::ShowJourney(journey.id.clone()));
                    ui.close();
                }
            }
            if !plan.journeys.others.is_empty() && !plan.left_out.is_empty() {
                ui.separator();
            }
            for command in FILES.iter().chain(&TOOLS).flat_map(|group| group.iter().copied()) {
                if plan.left_out.contains(&command) {
                    ui.add_enabled_ui(is_enabled(ctx, view, command), |ui| item_ui(ui, ctx, command));
                }
            }
        });
    });
}
