//! The paths that personas follow on a journey: along the largest shares, or a list of touchpoints of one's own.

use std::sync::Arc;

use egui::{Align, Layout, Ui, vec2};

use super::form::chip_ui;
use super::links::{heading_pick_ui, touchpoint_choices};
use crate::analysis::path::curve_path;
use crate::edit::Command;
use crate::model::{Journey, JourneyInfo, Persona, PersonaId, PersonaPath, Subject, TouchpointId, columns};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::widgets::{ink, line_at, paragraph_ui, row_ui, small_icon_button_ui, told_line_at};
use crate::ui::{fonts, widgets};

/// The path of each persona who goes the journey; the field that was changed.
pub(super) fn paths_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, info): (&Arc<Journey>, &mut JourneyInfo),
) -> Option<&'static str> {
    paragraph_ui(ui, &ctx.text("paths-note"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    let mut changed = None;
    for persona in super::touchpoint::personas_of(ctx, journey) {
        changed = path_ui(ui, ctx, (journey, info, persona)).or(changed);
    }
    changed
}

fn path_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, info, persona): (&Arc<Journey>, &mut JourneyInfo, &Persona),
) -> Option<&'static str> {
    let mut changed = None;
    let name = ctx.named(&persona.name, "untitled-persona");
    let own = info.paths.iter().find(|path| path.persona == persona.id).map(|path| path.touchpoints.clone());
    ui.add_space(8.0);
    ui.label(widgets::rich(&name, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip_ui(ui, ctx, &ctx.text("path-by-shares"), own.is_none()).clicked() && own.is_some() {
            set_path(info, &persona.id, Vec::new());
            changed = Some("path");
        }
        if chip_ui(ui, ctx, &ctx.text("path-of-own"), own.is_some()).clicked() && own.is_none() {
            // What the curve follows already is the best beginning.
            set_path(info, &persona.id, curve_path(journey, &persona.id));
            changed = Some("path");
        }
    });
    let Some(mut path) = own else { return changed };
    let choices = || touchpoint_choices(ctx, journey, &|id| !path.contains(id));
    let words = (ctx.text("path-touchpoints"), ctx.texts.with("add-to-path", &[("persona", name.clone().into())]));
    let picked = heading_pick_ui(ui, ctx, (&words.0, &words.1), choices);
    let wish = rows_ui(ui, ctx, (journey, &path));
    if let Some(touchpoint) = picked {
        path.push(touchpoint);
    } else if let Some((place, wish)) = wish {
        carry_out(&mut path, place, wish);
    } else {
        return changed;
    }
    set_path(info, &persona.id, path);
    Some("path")
}

/// What is asked of one place of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Earlier,
    Later,
    Away,
}

fn carry_out(path: &mut Vec<TouchpointId>, place: usize, wish: Wish) {
    match wish {
        Wish::Earlier if place > 0 => path.swap(place, place - 1),
        Wish::Later if place + 1 < path.len() => path.swap(place, place + 1),
        Wish::Away if place < path.len() => drop(path.remove(place)),
        Wish::Earlier | Wish::Later | Wish::Away => {}
    }
}

/// The touchpoints of a path with what can be done to each.
fn rows_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, path): (&Journey, &[TouchpointId])) -> Option<(usize, Wish)> {
    let mut wished = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, id) in path.iter().enumerate() {
        let Some(touchpoint) = journey.touchpoints.get(id) else { continue };
        let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
        let said = ctx.texts.with("path-place", &[("place", (place + 1).into()), ("title", title.clone().into())]);
        let row = row_ui(ui, ctx, (26.0, 0.0), &said, false);
        let (rect, y) = (row.rect, row.rect.center().y);
        let figure = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
        line_at(ui.painter(), (rect.left() + 4.0, y), &(place + 1).to_string(), figure, 24.0);
        let words = ink(Weight::Regular, 12.5, ctx.theme.ink);
        let room = rect.width() - 26.0 - 74.0;
        let response = told_line_at(ui.painter(), (rect.left() + 26.0, y), (&title, words), room, row.response);
        let mut buttons =
            ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
        buttons.spacing_mut().item_spacing.x = 2.0;
        let moves = [
            (Wish::Away, IconName::Close, "leave-path", true),
            (Wish::Later, IconName::MoveDown, "later-on-path", place + 1 < path.len()),
            (Wish::Earlier, IconName::MoveUp, "earlier-on-path", place > 0),
        ];
        for (wish, icon, key, possible) in moves {
            let label = ctx.texts.with(key, &[("title", title.clone().into())]);
            let button = |ui: &mut Ui| small_icon_button_ui(ui, ctx.theme, icon, &label);
            if buttons.add_enabled_ui(possible, button).inner.clicked() {
                wished = Some((place, wish));
            }
        }
        if response.clicked() {
            ctx.push(Action::Reveal(Subject::Touchpoint(journey.id.clone(), id.clone())));
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    wished
}

/// Whether a touchpoint is on the path of this persona, where that has a list of its own: to be put there or taken away.
pub(super) fn membership_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, touchpoint, persona): (&Arc<Journey>, &TouchpointId, &Persona),
) {
    let Some(path) = journey.info.paths.iter().find(|path| path.persona == persona.id) else { return };
    let mut on = path.touchpoints.contains(touchpoint);
    let name = ctx.named(&persona.name, "untitled-persona");
    if !ui.checkbox(&mut on, ctx.texts.with("on-path-of", &[("persona", name.into())])).changed() {
        return;
    }
    let mut touchpoints = path.touchpoints.clone();
    touchpoints.retain(|id| id != touchpoint);
    if on {
        touchpoints.insert(place_on_path(journey, &touchpoints, touchpoint), touchpoint.clone());
    }
    let mut info = (*journey.info).clone();
    set_path(&mut info, &persona.id, touchpoints);
    let subject = Subject::Journey(journey.id.clone());
    ctx.change(subject, "path", Command::SetJourney(journey.id.clone(), Arc::new(info)));
    ctx.push(Action::BreakMerge);
}

/// Before the first touchpoint of the path that stands further right on the map.
fn place_on_path(journey: &Journey, path: &[TouchpointId], touchpoint: &TouchpointId) -> usize {
    let columns = columns(journey);
    let column = |id: &TouchpointId| columns.iter().position(|column| column.touchpoints.iter().any(|it| it.id == *id));
    let here = column(touchpoint);
    path.iter().position(|other| column(other) > here).unwrap_or(path.len())
}

/// Gives a persona this path; an empty one: along the largest shares.
fn set_path(info: &mut JourneyInfo, persona: &PersonaId, touchpoints: Vec<TouchpointId>) {
    info.paths.retain(|path| path.persona != *persona);
    if !touchpoints.is_empty() {
        info.paths.push(PersonaPath { persona: persona.clone(), touchpoints });
        info.paths.sort_by(|one, other| one.persona.cmp(&other.persona));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_a_path_are_moved_and_taken_away() {
        let id = |text: &str| TouchpointId::parse(text).unwrap();
        let check = |place: usize, wish: Wish, expect: &[&str]| {
            let mut path = ["t-1", "t-2", "t-3"].map(id).to_vec();
            carry_out(&mut path, place, wish);
            let expect: Vec<_> = expect.iter().map(|text| id(text)).collect();
            assert_eq!(path, expect, "{place} {wish:?}");
        };
        check(1, Wish::Earlier, &["t-2", "t-1", "t-3"]);
        check(1, Wish::Later, &["t-1", "t-3", "t-2"]);
        check(0, Wish::Earlier, &["t-1", "t-2", "t-3"]);
        check(2, Wish::Later, &["t-1", "t-2", "t-3"]);
        check(2, Wish::Away, &["t-1", "t-2"]);
    }
}
