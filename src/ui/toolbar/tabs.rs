//! The journeys as tabs: as many as there is room for, the shown one always; the others are in the menu of the rest.

use std::sync::Arc;

use egui::{Color32, Galley, Id, Sense, Stroke, StrokeKind, TextEdit, Ui, vec2};

use super::{GAP, ICON};
use crate::model::{Journey, JourneyKind, Subject};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::canvas::rename::{Rename, select_all};
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::menu::{item_ui, menu_look, reorder_ui};
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Ink, hover_ground, icon_button_ui, ink, line, name_field};

/// From a tab's words to its edges, both together.
const AIR: f32 = 32.0;
/// The same where the words are shortened.
const NARROW_AIR: f32 = 18.0;
/// The words of a tab are no wider than this.
const WIDEST: f32 = 280.0;

/// Fewer letters of a beginning than these are left out where titles begin alike.
const LEAST_BEGINNING: usize = 3;
/// No tab is made narrower than this.
const NARROWEST: f32 = 96.0;

/// The journeys with a tab and those without, both in their order.
#[derive(Default)]
pub(super) struct Parted {
    pub(super) shown: Vec<Arc<Journey>>,
    pub(super) others: Vec<Arc<Journey>>,
    /// No tab is wider than this.
    widest: f32,
}

/// How wide all tabs are, with the button for one more: with all their words, and at the least.
pub(super) fn widths(ui: &Ui, ctx: &ViewCtx<'_>) -> (f32, f32) {
    let all: Vec<f32> = ctx.document.journeys_in_order().into_iter().map(|it| tab_width(ui, ctx, it)).collect();
    let sum = |widest: f32| all.iter().map(|width| width.min(widest) + GAP).sum::<f32>() + ICON;
    (sum(f32::INFINITY), sum(NARROWEST))
}

fn tab_width(ui: &Ui, ctx: &ViewCtx<'_>, journey: &Journey) -> f32 {
    words(ui, ctx, (journey, WIDEST)).size().x + AIR
}

fn words(ui: &Ui, ctx: &ViewCtx<'_>, (journey, room): (&Journey, f32)) -> Arc<Galley> {
    let shown = ctx.journey_id() == Some(&journey.id);
    line(ui.painter(), &tab_title(ctx, journey), ink_of(ctx, shown), room.min(WIDEST))
}

fn ink_of(ctx: &ViewCtx<'_>, shown: bool) -> Ink {
    let weight = if shown { Weight::SemiBold } else { Weight::Regular };
    ink(weight, fonts::BODY, if shown { ctx.theme.ink } else { ctx.theme.mute })
}

/// The words of a tab that is too narrow for all of them, such as no other tab begins with.
fn shortened(ui: &Ui, ctx: &ViewCtx<'_>, (journey, room): (&Journey, f32)) -> Arc<Galley> {
    let plain = words(ui, ctx, (journey, room));
    let seen = plain.rows.first().map_or(0, |row| row.glyphs.len().saturating_sub(1));
    let all = ctx.document.journeys_in_order();
    let others: Vec<String> = all.iter().filter(|it| it.id != journey.id).map(|it| tab_title(ctx, it)).collect();
    let (title, shown) = (tab_title(ctx, journey), ctx.journey_id() == Some(&journey.id));
    let set = |words: &str, room: f32| line(ui.painter(), words, ink_of(ctx, shown), room);
    let fits = |words: &str| !set(words, room).elided;
    told_apart((&title, seen), &others, fits).map_or(plain, |words| set(&words, room))
}

/// A title without the middle of what it begins with, where another one begins with all that is seen of it.
fn told_apart((title, seen): (&str, usize), others: &[String], fits: impl Fn(&str) -> bool) -> Option<String> {
    let common = |other: &String| title.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
    let common = others.iter().filter(|other| *other != title).map(common).max().filter(|common| *common >= seen)?;
    let (end, _) = title.char_indices().nth(common)?;
    // Their own words begin where a word does.
    let begun = title.get(..end)?;
    let whole = title.get(end..)?.starts_with(' ').then_some(begun);
    let head = whole.or_else(|| begun.rsplit_once(' ').map(|(head, _)| head))?;
    let own = title.get(head.len()..)?.trim_start_matches([' ', '·']);
    let without = |kept: usize| format!("{}…{own}", head.get(..kept).unwrap_or_default().trim_end());
    let kept = head.char_indices().enumerate().take_while(|(_, (at, _))| fits(&without(*at))).last();
    // A letter or two of a beginning tell nothing.
    Some(without(kept.map_or(0, |(count, (at, _))| if count < LEAST_BEGINNING { 0 } else { at })))
}

/// Parts the journeys into those whose tabs fit and the others. Tabs are made narrower before one is left out, the
/// widest first.
pub(super) fn parted(ui: &Ui, ctx: &ViewCtx<'_>, room: f32) -> Parted {
    let is_shown = |journey: &Journey| ctx.journey_id() == Some(&journey.id);
    let room = room - ICON;
    let all = ctx.document.journeys_in_order().into_iter().map(|it| (Arc::clone(it), tab_width(ui, ctx, it)));
    let all: Vec<(Arc<Journey>, f32)> = all.collect();
    let least = |width: f32| width.min(NARROWEST) + GAP;
    let shown = all.iter().find(|(journey, _)| is_shown(journey));
    let mut left = room - shown.map_or(0.0, |(_, width)| least(*width));
    let (mut parted, mut widths) = (Parted::default(), Vec::new());
    for (journey, width) in all {
        if !is_shown(&journey) {
            left -= least(width);
        }
        if is_shown(&journey) || left >= 0.0 {
            parted.shown.push(journey);
            widths.push(width);
        } else {
            parted.others.push(journey);
        }
    }
    parted.widest = widest(widths, room);
    parted
}

/// The width that none may exceed for all of them to fit.
fn widest(mut widths: Vec<f32>, room: f32) -> f32 {
    widths.sort_by(f32::total_cmp);
    let mut left = room - GAP * widths.len() as f32;
    for (place, width) in widths.iter().enumerate() {
        let share = left / (widths.len() - place) as f32;
        if *width > share {
            return share;
        }
        left -= width;
    }
    f32::INFINITY
}

/// Shows the tabs, and the button for one more.
pub(super) fn tabs_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, parted: &Parted) {
    let room = (ui.max_rect().width() - ICON - GAP).min(parted.widest);
    for journey in &parted.shown {
        tab_ui(ui, ctx, view, (journey, room));
    }
    let can_add = CommandId::AddJourney.enabled(ctx);
    if can_add && icon_button_ui(ui, ctx.theme, IconName::Plus, &ctx.text("command-add-journey")).clicked() {
        ctx.push(Action::Add(New::Journey));
    }
}

/// What a tab says: the title, and for a to-be journey what it is.
pub fn tab_title(ctx: &ViewCtx<'_>, journey: &Journey) -> String {
    let title = ctx.named(&journey.info.title, "untitled-journey");
    match journey.info.kind {
        JourneyKind::AsIs => title,
        JourneyKind::ToBe => {
            let mark = ctx.text("map-to-be");
            if title.to_lowercase().contains(&mark) { title } else { format!("{title} · {mark}") }
        }
    }
}

fn tab_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, room): (&Journey, f32)) {
    let subject = Subject::Journey(journey.id.clone());
    if let Some(rename) = view.rename.as_mut().filter(|rename| rename.in_tab && rename.spot.subject == subject) {
        let id = Id::unique(("rename-tab", &journey.id));
        let edit = TextEdit::singleline(&mut rename.text)
            .id(id)
            .desired_width((room - 20.0).clamp(60.0, 200.0))
            .margin(vec2(10.0, 5.0));
        let response = ui.add(edit);
        name_field(&response, (&ctx.text("rename-field"), &rename.text));
        if !rename.focused {
            rename.focused = true;
            response.request_focus();
            select_all(ui.ctx(), id, &rename.text);
        } else if response.lost_focus() {
            let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if let Some(rename) = view.rename.take().filter(|_| !escaped) {
                ctx.push(Action::Rename(subject, rename.text.trim().to_owned()));
            }
        }
        return;
    }
    let shown = ctx.journey_id() == Some(&journey.id);
    let name = tab_title(ctx, journey);
    let whole = words(ui, ctx, (journey, WIDEST));
    let width = (whole.size().x + AIR).min(room);
    let has_room = !whole.elided && whole.size().x + AIR <= room + 0.01;
    let width_of_words = if whole.size().x + AIR <= room + 0.01 { WIDEST } else { room - NARROW_AIR };
    let galley = if has_room { whole } else { shortened(ui, ctx, (journey, width_of_words)) };
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, shown, &name));
    if shown {
        ui.painter().rect_filled(rect, 7.0, rgba(ctx.theme.accent_tint));
    } else {
        hover_ground(ui, rect, &response, ctx.theme);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 7.0, Stroke::new(1.5, rgba(ctx.theme.accent)), StrokeKind::Inside);
    }
    let is_shortened = !has_room;
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    let response = if is_shortened { response.on_hover_text(&name) } else { response };
    if response.double_clicked() {
        view.rename = Some(Rename::in_tab(subject.clone(), journey.info.title.clone()));
    } else if response.clicked() {
        ctx.push(Action::ShowJourney(journey.id.clone()));
    }
    context_menu(&response, |ui| {
        menu_look(ui);
        if !shown {
            ctx.push(Action::ShowJourney(journey.id.clone()));
        }
        if ui.button(ctx.text("command-rename")).clicked() {
            view.rename = Some(Rename::in_tab(subject.clone(), journey.info.title.clone()));
            ui.close();
        }
        for command in [CommandId::JourneyInfo, CommandId::DuplicateJourney, CommandId::DeleteJourney] {
            item_ui(ui, ctx, command);
        }
        reorder_ui(ui, ctx, &subject, ["move-left", "move-right"]);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_begin_alike_are_told_apart() {
        let check = |title: &str, seen: usize, others: &[&str], expect: Option<&str>| {
            let others: Vec<String> = others.iter().map(ToString::to_string).collect();
            let told = told_apart((title, seen), &others, |words| words.chars().count() <= 16);
            assert_eq!(told.as_deref(), expect, "{title} beside {others:?}");
        };
        check("Connection and first month", 15, &["Connection and first year"], Some("Connection…month"));
        check("Connection and first month", 15, &["Connection and first month"], None);
        check("Connection and first month", 15, &["Leaving", "Connecting"], None);
        check("First visit · to be", 11, &["First visit"], Some("First visi…to be"));
        check("Onboarding in thirteen days", 9, &["Onboarding in May"], Some("…thirteen days"));
        check("First visit", 6, &["First visit · to be"], None);
        check("Onboarding a very long other one", 9, &["Onboarding a year"], Some("…very long other one"));
        check("Постоянный гость утром", 15, &["Постоянный гость вечером"], Some("Постоянный…утром"));
    }

    #[test]
    fn the_widest_tabs_give_way_first() {
        let check = |widths: &[f32], room: f32, expect: f32| assert_eq!(widest(widths.to_vec(), room), expect);
        let gaps = 3.0 * GAP;
        check(&[100.0, 200.0, 150.0], 450.0 + gaps, f32::INFINITY);
        check(&[100.0, 200.0, 150.0], 430.0 + gaps, 180.0);
        check(&[100.0, 200.0, 150.0], 380.0 + gaps, 140.0);
        check(&[100.0, 200.0, 150.0], 270.0 + gaps, 90.0);
        check(&[], 100.0, f32::INFINITY);
    }
}
