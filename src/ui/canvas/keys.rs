//! The keyboard on the map: who has it, arrows from thing to thing, Tab from card to card.

use egui::{Event, Key, Modifiers, Ui, Vec2, vec2};

use super::walk::{self, Way};
use crate::model::Subject;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::page::Page;
use crate::ui::view::{CameraWish, View};

pub use super::walk::neighbour;

/// Where the arrow keys of this frame point: right and down are positive.
pub fn arrows(ui: &Ui) -> Vec2 {
    ui.input(|input| {
        let pressed = |key: Key| if input.modifiers.is_none() && input.key_pressed(key) { 1.0 } else { 0.0 };
        vec2(pressed(Key::ArrowRight) - pressed(Key::ArrowLeft), pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
    })
}

/// Whether the keys of this frame are for the map.
pub fn has_keyboard(ui: &Ui, view: &View) -> bool {
    let nobody_else = ui.memory(egui::Memory::focused).is_none_or(|id| id == super::id());
    nobody_else && is_free(ui, view)
}

/// Whether nothing lies over the map that wants the keyboard.
fn is_free(ui: &Ui, view: &View) -> bool {
    let covered = view.dialog.is_some() || view.palette.is_open() || egui::Popup::is_any_open(ui.ctx());
    view.page == Page::Map && view.rename.is_none() && !covered
}

/// Gives the map the keyboard that nobody else has, so that Tab and arrows walk it.
pub fn hold_keyboard(ui: &Ui, view: &View) {
    if ui.memory(egui::Memory::focused).is_none() && is_free(ui, view) {
        ui.memory_mut(|memory| memory.request_focus(super::id()));
        // Arrow keys are the map's own only from the frame after.
        ui.request_repaint();
    }
}

/// What arrows do on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stride {
    /// They select what they come to.
    Select,
    /// They select it as well.
    Extend,
    /// They only go.
    Go,
}

/// Where the arrow keys of this frame point, and what they do: with Shift they extend, with the command key they only go.
/// What was held is told by the key itself: it may be let go within the frame.
fn stride(ui: &Ui) -> (Stride, Vec2) {
    let of = |event: &Event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        let way = match key {
            Key::ArrowLeft => vec2(-1.0, 0.0),
            Key::ArrowRight => vec2(1.0, 0.0),
            Key::ArrowUp => vec2(0.0, -1.0),
            Key::ArrowDown => vec2(0.0, 1.0),
            _ => return None,
        };
        let strides =
            [(Modifiers::NONE, Stride::Select), (Modifiers::SHIFT, Stride::Extend), (Modifiers::COMMAND, Stride::Go)];
        let (_, stride) = strides.into_iter().find(|(wanted, _)| modifiers.matches_exact(*wanted))?;
        Some((stride, way))
    };
    ui.input(|input| input.events.iter().rev().find_map(of)).unwrap_or((Stride::Select, Vec2::ZERO))
}

/// Arrows go from where the keyboard is to what is beside it, or move the map while it is nowhere: by how much. Tab goes
/// through the cards in the order of the journey.
pub fn walk(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) -> Vec2 {
    let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab));
    let on = !back && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    if on || back {
        let way = if back { Way::Back } else { Way::On };
        let here = here(ctx, view);
        if let Some(card) = ctx.journey.and_then(|journey| walk::card_beside(journey, ctx.document, here, way)) {
            ctx.push(Action::Reveal(card));
        }
        return Vec2::ZERO;
    }
    let (stride, wished) = stride(ui);
    if wished == Vec2::ZERO {
        return Vec2::ZERO;
    }
    let Some(here) = here(ctx, view) else {
        return if stride == Stride::Select { wished * -80.0 } else { Vec2::ZERO };
    };
    let next = match ctx.journey {
        Some(journey) => {
            walk::end_of(journey, here, wished).or_else(|| walk::beside(ctx.scene, &journey.id, here, wished))
        }
        None => None,
    };
    let Some(next) = next else { return Vec2::ZERO };
    match stride {
        Stride::Select => ctx.push(Action::Reveal(next)),
        Stride::Extend => {
            ctx.push(Action::Select(extended(ctx.selection, &next)));
            view.cursor = None;
            view.wish = Some(CameraWish::Reveal(next));
        }
        Stride::Go => {
            view.wish = Some(CameraWish::Reveal(next.clone()));
            view.cursor = Some(next);
            ui.request_repaint();
        }
    }
    Vec2::ZERO
}

/// The thing that the keyboard is at: where it has gone to, else what is selected last.
pub fn here<'a>(ctx: &'a ViewCtx<'_>, view: &'a View) -> Option<&'a Subject> {
    let seen = |subject: &&Subject| super::rename::fragment_of(ctx.scene, subject).is_some();
    view.cursor.as_ref().filter(seen).or(ctx.focus())
}

/// What is selected with one thing more. Back to the last but one, the last is no longer selected.
fn extended(selection: &[Subject], next: &Subject) -> Vec<Subject> {
    if let [before @ .., _] = selection
        && before.last() == Some(next)
    {
        return before.to_vec();
    }
    let others = selection.iter().filter(|other| *other != next);
    others.chain([next]).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stage;

    #[test]
    fn a_selection_grows_by_one_and_shrinks_on_the_way_back() {
        let journey = crate::model::JourneyId::parse("j-1").unwrap();
        let all: Vec<Subject> = Stage::ALL.iter().map(|stage| Subject::Stage(journey.clone(), *stage)).collect();
        let check = |selection: &[usize], next: usize, expect: &[usize]| {
            let of = |places: &[usize]| places.iter().map(|place| all[*place].clone()).collect::<Vec<_>>();
            assert_eq!(extended(&of(selection), &all[next]), of(expect), "{selection:?} to {next}");
        };
        check(&[], 1, &[1]);
        check(&[1], 2, &[1, 2]);
        check(&[1, 2], 1, &[1]);
        check(&[1, 2, 3], 1, &[2, 3, 1]);
    }
}
