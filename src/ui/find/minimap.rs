//! The minimap: the whole map in small at the canvas' right bottom corner, with a frame around what is seen.
//!
//! It is made of one mesh per scene: stages, cards in their stage's colour, the leading persona's curve.

use std::sync::Arc;

use egui::{Area, Color32, Id, Mesh, Order, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{PersonaId, Stage, Subject};
use crate::scene::fragments::{Drawing, Part};
use crate::scene::shape::HitTarget;
use crate::scene::{self, Color, Fragment, Plane, Scene};
use crate::ui::action::Motion;
use crate::ui::canvas::camera::Lens;
use crate::ui::canvas::gesture::Gesture;
use crate::ui::canvas::hits::{is_card, subject_of};
use crate::ui::context::ViewCtx;
use crate::ui::style::{WIDE_CORNER, rgba};
use crate::ui::view::{CameraWish, View};

/// The most room it takes, in points.
const MOST: Vec2 = vec2(216.0, 132.0);
/// The least height: maps of thousands of touchpoints are lower than a line.
const LEAST_HEIGHT: f32 = 56.0;
const AIR: f32 = 8.0;
/// So near to it the pointer is at work on what it covers, in points.
const NEAR: f32 = 72.0;
/// What is left of it while it gives way.
const FAINT: f32 = 0.2;
/// How long that takes, in seconds.
const FADING: f32 = 0.12;

/// The picture of the scene that is shown.
#[derive(Debug, Default)]
pub struct Minimap {
    /// Whether the user has put it away.
    pub hidden: bool,
    of: Option<(u64, [i32; 4])>,
    /// The scene that was shown last.
    seen: Option<u64>,
    shapes: Vec<Shape>,
    marks: Vec<Marked>,
}

/// A drawing of the scene, with how far it stands from where it was drawn, and what of it is marked.
type Marked = (Drawing, scene::Point, Arc<Marks>);

/// What of a drawing is marked, where it was drawn.
#[derive(Debug, Default)]
struct Marks {
    cards: Vec<scene::Rect>,
    barriers: Vec<scene::Rect>,
    /// What is felt by whom, and where its point stands.
    felt: Vec<(PersonaId, scene::Point)>,
}

impl Marks {
    fn of(part: &[Arc<Fragment>]) -> Self {
        let mut marks = Self::default();
        for fragment in part {
            let Some(hit) = &fragment.hit else { continue };
            match &hit.target {
                HitTarget::Subject(Subject::Touchpoint(..)) if is_card(fragment) => marks.cards.push(hit.area),
                HitTarget::Subject(Subject::Barrier(_)) => marks.barriers.push(hit.area),
                HitTarget::Emotion { persona, emotion: Some(_), .. } => {
                    marks.felt.push((persona.clone(), hit.area.center()));
                }
                _ => {}
            }
        }
        marks
    }
}

/// How the scene is laid into the picture.
#[derive(Debug, Clone, Copy)]
struct Fit {
    inside: Rect,
    scale: Vec2,
}

impl Fit {
    fn new(scene: &Scene, inside: Rect) -> Self {
        let scale = vec2(inside.width() / scene.size.width.max(1.0), inside.height() / scene.size.height.max(1.0));
        Self { inside, scale }
    }

    fn pos(self, x: f32, y: f32) -> Pos2 {
        self.inside.min + vec2(x * self.scale.x, y * self.scale.y)
    }

    fn area(self, area: scene::Rect) -> Rect {
        Rect::from_min_max(self.pos(area.x, area.y), self.pos(area.right(), area.bottom()))
    }

    fn place(self, pos: Pos2) -> scene::Point {
        let offset = (pos.clamp(self.inside.min, self.inside.max) - self.inside.min) / self.scale;
        scene::point(offset.x, offset.y)
    }
}

/// Shows it over the canvas where there is more of the map than is seen.
pub fn minimap_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let Some(lens) = view.lens.filter(|_| !view.find.minimap.hidden) else { return };
    if ctx.journey.is_none() || is_all_seen(ctx.scene, &lens) {
        return;
    }
    let size = size_of(ctx.scene, lens.canvas.width());
    let outer = Rect::from_min_size(lens.canvas.max - size - Vec2::splat(12.0), size);
    if lens.canvas.width() < size.x * 3.5 || lens.canvas.height() < size.y * 3.0 {
        return;
    }
    // Hands that are at work below it are left alone.
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let carrying =
        !matches!(view.gesture, Gesture::None | Gesture::Pan(_)) && pointer.is_some_and(|pos| outer.contains(pos));
    if carrying {
        return;
    }
    if view.rename.is_some() {
        // It comes back when that is written: what is gone on with is not brought to where it will be.
        view.find.covered.push(outer);
        return;
    }
    let fit = Fit::new(ctx.scene, outer.shrink(AIR));
    let corners = [outer.min.x, outer.min.y, outer.max.x, outer.max.y].map(|edge| (edge * 8.0) as i32);
    let minimap = &mut view.find.minimap;
    // An edit is shown on the map at once, and in small a frame later: two short frames rather than a long one.
    let is_new = minimap.seen.replace(ctx.scene_stamp) != Some(ctx.scene_stamp);
    if is_new && minimap.of.is_some_and(|(_, there)| there == corners) {
        ui.request_repaint();
    } else if minimap.of != Some((ctx.scene_stamp, corners)) {
        // What is marked of a part that was there before is known.
        let known = std::mem::take(&mut minimap.marks);
        let known: FxHashMap<_, _> = known.iter().map(|(drawing, _, marks)| (Arc::as_ptr(drawing), marks)).collect();
        let marked = |part: &Part| {
            let drawing = Arc::clone(part.drawing());
            let marks = known.get(&Arc::as_ptr(&drawing)).map(|marks| Arc::clone(marks));
            let marks = marks.unwrap_or_else(|| Arc::new(Marks::of(&drawing)));
            (drawing, part.by(), marks)
        };
        minimap.marks = ctx.scene.fragments.parts().map(|(_, part)| marked(part)).collect();
        minimap.shapes = shapes(ctx, &minimap.marks, fit);
        minimap.of = Some((ctx.scene_stamp, corners));
    }
    let area = Area::new(Id::unique("minimap")).order(Order::Middle).fixed_pos(outer.min).constrain(false);
    area.show(ui.ctx(), |ui| {
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK | Sense::DRAG);
        let name = ctx.text("minimap");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
        let faint = gives_way(ctx, &lens, (outer, pointer));
        let secs = if ctx.motion == Motion::Full { FADING } else { 0.0 };
        let solid = ui.ctx().animate_bool_with_time(ui.scope_id().with("solid"), !faint, secs);
        ui.multiply_opacity(FAINT + (1.0 - FAINT) * solid);
        let painter = ui.painter();
        painter.add(ui.visuals().popup_shadow.as_shape(rect, WIDE_CORNER));
        painter.rect_filled(rect, WIDE_CORNER, rgba(ctx.theme.card));
        painter.extend(view.find.minimap.shapes.iter().cloned());
        let frame = frame_of(ctx.scene, &lens, fit);
        let accent = rgba(ctx.theme.accent);
        painter.rect(frame, 3.0, accent.gamma_multiply(0.06), Stroke::new(1.5, accent), StrokeKind::Inside);
        painter.rect_stroke(rect, WIDE_CORNER, Stroke::new(1.0, rgba(ctx.theme.card_line)), StrokeKind::Inside);
        let pointed = response.interact_pointer_pos();
        if response.dragged()
            && let Some(pos) = pointed
        {
            // The frame's middle follows the pointer, without gliding behind it.
            center(view, ctx.scene, &lens, fit.place(pos));
            ui.request_repaint();
        } else if let (true, Some(pos)) = (response.clicked(), pointed) {
            view.wish = Some(CameraWish::Center(fit.place(pos)));
            ui.request_repaint();
        }
        if response.hovered() {
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
        }
    });
    view.find.covered.push(outer);
}

/// Whether it is only hinted at: something selected lies below it, or the pointer is at work near it, and not on it.
fn gives_way(ctx: &ViewCtx<'_>, lens: &Lens, (outer, pointer): (Rect, Option<Pos2>)) -> bool {
    if pointer.is_some_and(|pos| outer.contains(pos)) {
        return false;
    }
    let near = pointer.is_some_and(|pos| outer.expand(NEAR).contains(pos));
    let (from, to) = (lens.scene_pos(Plane::Body, outer.min), lens.scene_pos(Plane::Body, outer.max));
    let below = scene::rect(from.x, from.y, to.x - from.x, to.y - from.y);
    let is_selected = |place: &u32| {
        let hit = ctx.scene.fragments.get(*place as usize).and_then(|fragment| fragment.hit.as_ref());
        hit.and_then(|hit| subject_of(&hit.target)).is_some_and(|subject| ctx.is_selected(&subject))
    };
    near || !ctx.selection.is_empty() && ctx.index.hit_in(Plane::Body, below).iter().any(is_selected)
}

/// Whether nothing of the map is outside of the canvas.
fn is_all_seen(scene: &Scene, lens: &Lens) -> bool {
    let (pan, zoom, canvas) = (lens.camera.pan, lens.camera.zoom, lens.canvas.size());
    let end = pan + vec2(scene.size.width, scene.size.height) * zoom;
    pan.x >= -1.0 && pan.y >= -1.0 && end.x <= canvas.x + 1.0 && end.y <= canvas.y + 1.0
}

/// On a narrow canvas it is smaller.
fn size_of(scene: &Scene, canvas_width: f32) -> Vec2 {
    let most = MOST * (canvas_width / 1200.0).clamp(0.65, 1.0);
    let aspect = scene.size.height.max(1.0) / scene.size.width.max(1.0);
    let wide = vec2(most.x, (most.x * aspect).max(LEAST_HEIGHT));
    let size = if wide.y <= most.y { wide } else { vec2((most.y / aspect).max(LEAST_HEIGHT), most.y) };
    size.round()
}

/// What is seen, held within the picture.
fn frame_of(scene: &Scene, lens: &Lens, fit: Fit) -> Rect {
    let seen = lens.seen(Plane::Body);
    let whole = scene::rect(0.0, 0.0, scene.size.width, scene.size.height);
    let left_top = scene::point(seen.x.clamp(0.0, whole.width), seen.y.clamp(0.0, whole.height));
    let right = seen.right().clamp(left_top.x, whole.width);
    let bottom = seen.bottom().clamp(left_top.y, whole.height);
    let frame = Rect::from_min_max(fit.pos(left_top.x, left_top.y), fit.pos(right, bottom));
    // Of a map of thousands little is seen at once: the frame can still be found.
    Rect::from_center_size(frame.center(), frame.size().max(Vec2::splat(6.0))).intersect(fit.inside.expand(3.0))
}

/// Puts a place of the scene in the middle of what is seen of the body.
fn center(view: &mut View, scene: &Scene, lens: &Lens, place: scene::Point) {
    let clip = lens.clip(Plane::Body);
    let middle = clip.center() - lens.canvas.min;
    view.flight = None;
    view.camera.pan = middle - vec2(place.x, place.y) * view.camera.zoom;
    view.camera.hold(scene.size, lens.canvas.size());
}

fn shapes(ctx: &ViewCtx<'_>, marked: &[Marked], fit: Fit) -> Vec<Shape> {
    if ctx.journey.is_none() {
        return Vec::new();
    }
    let mut mesh = Mesh::default();
    let mut curve: Vec<Pos2> = Vec::new();
    // Of cards that fall on one pixel one is enough.
    let mut taken: FxHashSet<(i32, i32)> = FxHashSet::default();
    let mut bar = |mesh: &mut Mesh, card: Rect, color: Color32| {
        if taken.insert((card.min.x as i32, card.min.y as i32)) {
            mesh.add_colored_rect(Rect::from_min_size(card.min, card.size().max(vec2(1.0, 1.5))), color);
        }
    };
    let color_of =
        |stage: Stage, colors: &[Color; 5]| colors.get(stage.index()).map_or(Color32::TRANSPARENT, |it| rgba(*it));
    let stages = stages(ctx.scene);
    for (stage, band) in &stages {
        let band = fit.area(*band);
        let band = Rect::from_min_size(band.min, vec2((band.width() - 1.0).max(1.0), band.height().max(4.0)));
        mesh.add_colored_rect(band, color_of(*stage, &ctx.theme.stage_headers));
    }
    for (_, by, marks) in marked {
        let Marks { cards, barriers, felt } = &**marks;
        for card in cards {
            let card = card.translate(by.x, by.y);
            let inside = |(_, band): &&(Stage, scene::Rect)| band.x <= card.x && card.x < band.right();
            let color = stages.iter().find(inside).map_or(Color32::GRAY, |(it, _)| color_of(*it, &ctx.theme.stages));
            bar(&mut mesh, fit.area(card), color.gamma_multiply(0.45));
        }
        for barrier in barriers {
            bar(&mut mesh, fit.area(barrier.translate(by.x, by.y)), rgba(ctx.theme.negative).gamma_multiply(0.30));
        }
        let of_leading = felt.iter().filter(|(persona, _)| Some(persona) == ctx.persona);
        curve.extend(of_leading.map(|(_, at)| fit.pos(at.x + by.x, at.y + by.y)));
    }
    curve.sort_by(|one, other| one.x.total_cmp(&other.x));
    curve.dedup_by(|next, last| next.x - last.x < 0.75);
    let line = ctx.persona.and_then(|id| ctx.document.personas.get(id));
    let line = line.map_or(ctx.theme.accent, |persona| ctx.theme.persona(persona.color));
    vec![Shape::Mesh(Arc::new(mesh)), Shape::line(curve, Stroke::new(1.25, rgba(line)))]
}

/// The stages' headers.
fn stages(scene: &Scene) -> Vec<(Stage, scene::Rect)> {
    let hits = scene.frame().filter_map(|fragment| fragment.hit.as_ref());
    let header =
        |hit: &scene::Hit| if let HitTarget::StageHeader(stage) = hit.target { Some((stage, hit.area)) } else { None };
    hits.filter_map(header).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn places_and_positions_belong_together() {
        let scene = Scene::sheet(scene::Size { width: 4000.0, height: 1000.0 }, Color::rgb(0, 0, 0), Vec::new());
        let inside = Rect::from_min_size(pos2(100.0, 50.0), vec2(200.0, 50.0));
        let fit = Fit::new(&scene, inside);
        let check = |x: f32, y: f32, at: Pos2| {
            assert_eq!(fit.pos(x, y), at);
            assert_eq!(fit.place(at), scene::point(x, y));
        };
        check(0.0, 0.0, pos2(100.0, 50.0));
        check(4000.0, 1000.0, pos2(300.0, 100.0));
        check(2000.0, 200.0, pos2(200.0, 60.0));
        assert_eq!(fit.place(pos2(0.0, 0.0)), scene::point(0.0, 0.0), "beside the picture is its edge");
    }
}
