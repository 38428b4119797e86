//! A barrier, strength or opportunity on its way to another touchpoint: only the end that is taken up moves, its other
//! touchpoints stay.

use egui::{Align2, CornerRadius, Pos2, Rect, StrokeKind, Ui, vec2};

use super::camera::Lens;
use super::carriage::Carriage;
use super::drop::Columns;
use super::gesture::touchpoint_of;
use super::ghost;
use super::hits::{Hits, Seen, subject_of};
use crate::edit::verbs::{self, Link, Linked};
use crate::model::{Document, Subject, TouchpointId};
use crate::scene::shape::HitTarget;
use crate::scene::text::Weight;
use crate::scene::{Plane, Point};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::picture::Pictures;
use crate::ui::style::rgba;

/// The widest line of words beside the pointer, in points on the screen.
const ROOM: f32 = 260.0;

/// A small card that is carried.
#[derive(Debug)]
pub struct Burden {
    /// Whose.
    linked: Linked,
    /// Whether it goes there, or is met there as well.
    pub carriage: Carriage,
    /// Its card, by its place in the scene.
    pub card: u32,
    /// Where it was taken up, in the scene.
    pub grip: Point,
    /// The touchpoints that its card stands under; none where it stands there for a whole stage, or for a barrier.
    from: Vec<TouchpointId>,
    /// All of its touchpoints.
    known: Vec<TouchpointId>,
    columns: Columns,
    /// Where it would go.
    to: Option<TouchpointId>,
}

impl Burden {
    /// What a press on a small card takes up.
    pub fn taken(ctx: &ViewCtx<'_>, seen: &Seen<'_>, (grip, carriage): (Point, Carriage)) -> Option<Self> {
        let HitTarget::Subject(subject) = seen.target else { return None };
        let (linked, known) = linked(ctx.document, subject)?;
        let left = ctx.scene.fragments.get(seen.fragment as usize)?.hit.as_ref()?.area.x;
        let columns = Columns::of(ctx.scene, ctx.journey?);
        let above = columns.list.iter().find(|column| (column.left - left).abs() < 1.0);
        let under = above.into_iter().flat_map(|column| &column.cards).map(|(id, _)| id);
        let from = under.filter(|id| known.contains(id)).cloned().collect();
        Some(Self { linked, carriage, card: seen.fragment, grip, from, known, columns, to: None })
    }

    /// Follows the pointer and the keys that are held.
    pub fn update(&mut self, wished: Carriage, (pointer, lens, hits): (Pos2, &Lens, &Hits<'_>)) {
        self.carriage = wished;
        let stays = match wished {
            Carriage::Moved => &self.from,
            Carriage::Copied => &self.known,
        };
        let place = lens.scene_pos(Plane::Body, pointer);
        let inside = lens.clip(Plane::Body).contains(pointer);
        let pointed = || hits.at(pointer).and_then(touchpoint_under).or_else(|| self.columns.nearest(place));
        self.to = inside.then(pointed).flatten().filter(|to| !stays.contains(to));
    }

    /// Puts it where it was dropped; in the void nothing happens.
    pub fn end(self, ctx: &ViewCtx<'_>) {
        let Self { linked, carriage, from, to: Some(to), .. } = self else { return };
        ctx.push_edit(match carriage {
            Carriage::Moved => verbs::move_linked(ctx.document, &linked, (&from, &to)),
            Carriage::Copied => verbs::link_touchpoint(ctx.document, &linked, &to, Link::Make),
        });
    }

    /// Marks the touchpoint that it would go to.
    pub fn marks(&self, ui: &Ui, ctx: &ViewCtx<'_>, covered: &[Rect], (lens, hits): (&Lens, &Hits<'_>)) {
        ui.set_cursor_icon(self.carriage.cursor());
        let hint = match self.linked {
            Linked::Barrier(_) => "copy-barrier-hint",
            Linked::Strength(_) => "copy-strength-hint",
            Linked::Opportunity(_) => "copy-opportunity-hint",
        };
        self.carriage.hint_ui(ui, ctx, (lens, covered), hint);
        let Some(card) = self.to.as_ref().and_then(|to| hits.card(to)) else { return };
        let (body, accent) = (ui.painter_at(lens.clip(Plane::Body)), rgba(ctx.theme.accent));
        let ground = accent.gamma_multiply(0.10);
        body.rect(card, 10.0 * lens.camera.zoom, ground, (2.0, accent), StrokeKind::Outside);
    }

    /// Draws it under the pointer, and says beside that where it would go: the touchpoint may be out of sight.
    pub fn ghost_ui(&self, ui: &Ui, ctx: &ViewCtx<'_>, pictures: &mut Pictures, (pointer, lens): (Pos2, &Lens)) {
        let by = pointer - lens.screen_pos(Plane::Body, self.grip);
        ghost::cards_ui(ui, ctx, (&[self.card], pictures), (lens, &|_| by));
        let touchpoint = self.to.as_ref().and_then(|to| ctx.journey?.touchpoints.get(to));
        let title = touchpoint.map(|it| ctx.named(&it.title, "untitled-touchpoint"));
        let words = match (self.carriage, title) {
            (Carriage::Moved, Some(title)) => format!("→ {title}"),
            (Carriage::Copied, Some(title)) => format!("+ {title}"),
            (Carriage::Copied, None) => "+".to_owned(),
            (Carriage::Moved, None) => return,
        };
        words_ui(ui, ctx, (pointer, lens.canvas), words);
    }
}

/// A thing that small cards show, and its touchpoints.
fn linked(document: &Document, subject: &Subject) -> Option<(Linked, Vec<TouchpointId>)> {
    Some(match subject {
        Subject::Barrier(id) => (Linked::Barrier(id.clone()), document.barriers.get(id)?.touchpoints.clone()),
        Subject::Strength(id) => (Linked::Strength(id.clone()), document.strengths.get(id)?.touchpoints.clone()),
        Subject::Opportunity(id) => {
            (Linked::Opportunity(id.clone()), document.opportunities.get(id)?.touchpoints.clone())
        }
        _ => return None,
    })
}

/// The touchpoint that something stands for, or that an empty cell is of.
fn touchpoint_under(seen: &Seen<'_>) -> Option<TouchpointId> {
    match seen.target {
        HitTarget::Invite { subject, .. } => touchpoint_of(subject).cloned(),
        target => touchpoint_of(&subject_of(target)?).cloned(),
    }
}

/// Words beside the pointer, kept on the canvas.
fn words_ui(ui: &Ui, ctx: &ViewCtx<'_>, (pointer, canvas): (Pos2, Rect), words: String) {
    let painter = ui.painter_at(canvas);
    let color = rgba(ctx.theme.on_accent);
    let text = painter.layout(words, font(Weight::SemiBold, fonts::SMALL), color, ROOM.min(canvas.width() - 40.0));
    let size = text.size() + vec2(16.0, 8.0);
    let free = Rect::from_min_max(canvas.min, (canvas.max - size).max(canvas.min));
    let ground = Rect::from_min_size(free.clamp(pointer + vec2(14.0, 14.0)), size);
    painter.rect_filled(ground, CornerRadius::same(8), rgba(ctx.theme.accent));
    painter.galley(Align2::CENTER_CENTER.align_size_within_rect(text.size(), ground).min, text, color);
}
