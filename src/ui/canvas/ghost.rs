//! What is carried: the cards themselves under the pointer, and how many they are.

use std::collections::BTreeSet;

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, StrokeKind, Ui, Vec2, vec2};

use super::camera::Lens;
use super::carriage::Carriage;
use super::gesture::{Carried, touchpoint_of};
use super::hits::{is_card, subject_of};
use super::paint::paint_fragment;
use super::sink::{Detail, Sink};
use super::text::TextSize;
use crate::model::{Subject, TouchpointId};
use crate::scene::fragments::Standing;
use crate::scene::shape::HitTarget;
use crate::scene::text::Weight;
use crate::scene::{Fragment, Hit, Plane, Point, Rect as SceneRect, Scene};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::picture::Pictures;
use crate::ui::style::rgba;

/// As many cards are drawn under the pointer; of more, the nearest.
const MOST: usize = 40;

/// The cards of these touchpoints, by their place in the scene, the nearest to the pointer first.
pub fn cards_of(scene: &Scene, touchpoints: &[TouchpointId], grip: Point) -> Vec<u32> {
    let wanted: BTreeSet<&TouchpointId> = touchpoints.iter().collect();
    let far = |it: &Standing<'_>| {
        let center = it.area().map(SceneRect::center).unwrap_or_default();
        (center.x - grip.x).hypot(center.y - grip.y)
    };
    let mut cards: Vec<(f32, u32)> = Vec::new();
    for it in scene.fragments.drawn().filter(|it| is_card(it.drawn)) {
        let subject = it.drawn.hit.as_ref().and_then(|hit| subject_of(&hit.target));
        if subject.as_ref().and_then(touchpoint_of).is_some_and(|id| wanted.contains(id)) {
            cards.push((far(&it), it.place as u32));
        }
    }
    cards.sort_by(|one, other| one.0.total_cmp(&other.0));
    cards.truncate(MOST);
    cards.into_iter().map(|(_, place)| place).collect()
}

/// Draws what is carried under the pointer, and where it was taken from while it goes nowhere.
pub fn ghost_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    (carried, pictures): (&Carried, &mut Pictures),
    (pointer, lens): (Pos2, &Lens),
) {
    let zoom = lens.camera.zoom;
    let by = pointer - lens.screen_pos(Plane::Body, carried.grip);
    if carried.target.is_none() && carried.carriage == Carriage::Moved {
        let body = ui.painter_at(lens.clip(Plane::Body));
        let edge = (1.0, rgba(ctx.theme.card_line));
        let areas = carried.cards.iter().filter_map(|place| card_at(ctx.scene, *place)).map(|(_, hit)| hit.area);
        for card in areas.map(|area| lens.screen_rect(Plane::Body, area)) {
            body.rect(card, 10.0 * zoom, Color32::TRANSPARENT, edge, StrokeKind::Middle);
        }
    }
    cards_ui(ui, ctx, (&carried.cards, pictures), (lens, &|_| by));
    let count = carried.touchpoints.len();
    let words = match carried.carriage {
        Carriage::Copied if count > 1 => format!("+{count}"),
        Carriage::Copied => "+".to_owned(),
        Carriage::Moved if count > 1 => count.to_string(),
        Carriage::Moved => return,
    };
    badge(ui, ctx, (pointer + vec2(14.0, 14.0), lens.canvas), words);
}

/// Draws cards somewhere else than they stand, lifted a little from the map.
pub fn cards_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    (cards, pictures): (&[u32], &mut Pictures),
    (lens, by): (&Lens, &dyn Fn(u32) -> Vec2),
) {
    let zoom = lens.camera.zoom;
    let mut above = ui.painter_at(lens.canvas);
    above.set_opacity(0.92);
    // The farthest first: the card that was taken up lies on top.
    for place in cards.iter().rev() {
        let Some((fragment, hit)) = card_at(ctx.scene, *place) else { continue };
        let by = by(*place);
        let card = lens.screen_rect(Plane::Body, hit.area).translate(by);
        if !card.intersects(lens.canvas) {
            continue;
        }
        above.rect_filled(card.translate(vec2(0.0, 3.0)).expand(1.0), 10.0 * zoom, Color32::from_black_alpha(28));
        let mut sink = Sink::new(&above, Detail::Full);
        paint_fragment(&mut sink, (pictures, TextSize::Exact), fragment, (lens.origin(Plane::Body) + by, zoom));
        sink.finish();
    }
}

/// The card at this place of the scene, a touchpoint's or a small one, if it still is one.
fn card_at(scene: &Scene, place: u32) -> Option<(&Fragment, &Hit)> {
    let fragment = scene.fragments.get(place as usize)?;
    let hit = fragment.hit.as_ref()?;
    let small =
        |subject: &Subject| matches!(subject, Subject::Barrier(_) | Subject::Strength(_) | Subject::Opportunity(_));
    let is_small = matches!(&hit.target, HitTarget::Subject(subject) if small(subject));
    (is_small || is_card(fragment)).then_some((fragment, hit))
}

/// How many are carried, and whether they are copies, beside the pointer.
fn badge(ui: &Ui, ctx: &ViewCtx<'_>, (corner, canvas): (Pos2, Rect), words: String) {
    let painter = ui.painter_at(canvas);
    let color = rgba(ctx.theme.on_accent);
    let text = painter.layout_no_wrap(words, font(Weight::SemiBold, fonts::SMALL), color);
    let size = vec2((text.size().x + 14.0).max(22.0), 22.0);
    let ground = Rect::from_min_size(corner, size);
    painter.rect_filled(ground, CornerRadius::same(11), rgba(ctx.theme.accent));
    let place = Align2::CENTER_CENTER.align_size_within_rect(text.size(), ground).min;
    painter.galley(place, text, color);
}
