//! Arrow keys on the map: from card to card, or the map itself.

use egui::{Key, Ui, Vec2, vec2};

use super::hits::{is_card, subject_of};
use super::rename;
use crate::model::Subject;
use crate::scene::{Fragment, Scene};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;

/// Where the arrow keys of this frame point: right and down are positive.
pub fn arrows(ui: &Ui) -> Vec2 {
    ui.input(|input| {
        let pressed = |key: Key| if input.modifiers.is_none() && input.key_pressed(key) { 1.0 } else { 0.0 };
        vec2(pressed(Key::ArrowRight) - pressed(Key::ArrowLeft), pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
    })
}

/// Arrow keys go from the selected card to the next one, or move the map while none is selected: by how much.
pub fn arrow_keys(ui: &Ui, ctx: &ViewCtx<'_>) -> Vec2 {
    let wished = arrows(ui);
    if wished == Vec2::ZERO {
        return wished;
    }
    let Some(card) = ctx.focus().filter(|subject| matches!(subject, Subject::Touchpoint(..))) else {
        return wished * -80.0;
    };
    if let Some(next) = neighbour(ctx.scene, card, wished) {
        ctx.push(Action::Reveal(next));
    }
    Vec2::ZERO
}

/// The card nearest to this one in a direction; what lies aside counts as farther.
pub fn neighbour(scene: &Scene, card: &Subject, direction: Vec2) -> Option<Subject> {
    let middle = |fragment: &Fragment| {
        let area = fragment.hit.as_ref()?.area;
        Some(vec2(area.x + area.width / 2.0, area.y + area.height / 2.0))
    };
    let here = middle(rename::fragment_of(scene, card)?)?;
    let far = |fragment: &Fragment| {
        let way = middle(fragment)? - here;
        let (along, aside) = (way.dot(direction), way.dot(direction.rot90()).abs());
        (along > 1.0).then_some(along + 2.0 * aside)
    };
    let cards = scene.fragments.iter().filter(|fragment| is_card(fragment));
    let cards = cards.filter_map(|fragment| Some((far(fragment)?, fragment)));
    let (_, nearest) = cards.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    subject_of(&nearest.hit.as_ref()?.target)
}
