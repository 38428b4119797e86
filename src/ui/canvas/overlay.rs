//! What is drawn above the map: selection, pointed at, handles for connecting, marks while dragging.

use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::camera::Lens;
use super::gesture::Gesture;
use super::hits::{Hits, Seen, part_of};
use super::outline::flatten;
use super::{aim, arrange, relead};
use crate::model::{Subject, TouchpointId, TransitionId};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Plane, Shape as SceneShape};
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;
use crate::ui::view::View;

/// Draws the marks of this frame.
pub fn overlay_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &View, (lens, hits): (&Lens, &Hits<'_>)) {
    let accent = rgba(ctx.theme.accent);
    let body = ui.painter_at(lens.clip(Plane::Body));
    let zoom = lens.camera.zoom;
    let any = if ctx.selection.is_empty() { &[] } else { hits.all() };
    let selected = ctx.selected();
    // What is carried is drawn under the pointer.
    let carried = view.gesture.carried();
    for seen in any.iter().filter(|seen| !carried.contains(&seen.fragment)) {
        let Some(subject) = selected_subject(seen, ctx) else { continue };
        // A touchpoint is ringed at its card; its words in other lanes would only make noise.
        let words = matches!(subject, Subject::Touchpoint(..)) && !seen.card;
        if selected.contains(&subject) && matches!(subject, Subject::Transition(..)) {
            continue;
        }
        if selected.contains(&subject) && !words {
            let painter = ui.painter_at(around(ctx, seen, lens));
            let width = (2.4 * zoom).clamp(1.5, 3.0);
            let by = view.drift.offset(seen.fragment) * zoom;
            let moved = Seen { rect: seen.rect.translate(by), whole: seen.whole.translate(by), ..seen.clone() };
            ring_ui(&painter, ctx, (&moved, lens), Stroke::new(width, accent));
        }
    }
    cursor_ui(ui, ctx, view, (lens, hits));
    if ctx.selection.iter().any(|subject| matches!(subject, Subject::Transition(..))) {
        let led = |id: &TransitionId| matches!(&view.gesture, Gesture::Relead(relead) if relead.transition == *id);
        let is_marked =
            |subject: &Subject| matches!(subject, Subject::Transition(_, id) if !led(id)) && selected.contains(subject);
        ways(&body, ctx, lens, is_marked);
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| lens.canvas.contains(*pos));
    match &view.gesture {
        Gesture::None => {
            if let Some(pointer) =
                pointer.filter(|pos| ui.rect_contains_pointer(lens.canvas) && !view.strip.covers(*pos))
            {
                hovered(ui, ctx, (pointer, lens, hits));
            }
        }
        Gesture::Pan(_) => ui.set_cursor_icon(egui::CursorIcon::Grabbing),
        Gesture::Move(carried) => {
            ui.set_cursor_icon(carried.carriage.cursor());
            carried.carriage.hint_ui(ui, ctx, (lens, &view.find.covered), "copy-hint");
            for slot in &carried.parting.slots {
                let slot = lens.screen_rect(Plane::Body, *slot);
                let edge = (2.0, accent);
                body.rect(slot, 10.0 * zoom, accent.gamma_multiply(0.10), edge, StrokeKind::Inside);
            }
            if let Some(target) = carried.target.as_ref().filter(|_| carried.parting.slots.is_empty()) {
                let (from, to) = target.mark;
                let ends = [lens.screen_pos(Plane::Body, from), lens.screen_pos(Plane::Body, to)];
                body.line_segment(ends, Stroke::new(3.0, accent));
                for end in ends {
                    body.circle_filled(end, 4.0, accent);
                }
            }
        }
        Gesture::Burden(burden) => burden.marks(ui, ctx, &view.find.covered, (lens, hits)),
        Gesture::Connect { from, to } => {
            let (Some(start), Some(pointer)) = (card_of(ctx, from, (lens, hits)), pointer) else { return };
            let end = to.as_ref().and_then(|to| hits.card(to));
            if let Some(card) = end {
                body.rect_stroke(card, 10.0 * zoom, (2.0, accent), StrokeKind::Outside);
            }
            connection(&body, start, end.map_or(pointer, |card| pos2(card.left(), card.center().y)), accent);
        }
        Gesture::Aim(aim) => aim::marks(ui, ctx, (aim, &view.find.covered), (lens, hits)),
        Gesture::Lane(_) | Gesture::Stretch(_) | Gesture::Step(_) => arrange::marks(ui, ctx, &view.gesture, lens),
        Gesture::Emotion(_) => ui.set_cursor_icon(egui::CursorIcon::ResizeVertical),
        Gesture::Relead(relead) => {
            if let Some(pointer) = pointer {
                relead.marks(ui, ctx, (pointer, lens, hits));
            }
        }
        Gesture::Band(band) => band.marks(ui, ctx, lens),
        Gesture::Cancelled => {}
    }
}

/// Marks where the keyboard has gone, whether that is selected or not.
fn cursor_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &View, (lens, hits): (&Lens, &Hits<'_>)) {
    let Some(cursor) = &view.cursor else { return };
    let is_it = |seen: &&Seen<'_>| {
        let whole = seen.card || !matches!(cursor, Subject::Touchpoint(..));
        whole && selected_subject(seen, ctx).as_ref() == Some(cursor)
    };
    for seen in hits.all().iter().filter(is_it) {
        let ring = ring(seen, lens.camera.zoom).expand(5.0);
        let corners = [ring.left_top(), ring.right_top(), ring.right_bottom(), ring.left_bottom(), ring.left_top()];
        let stroke = Stroke::new(1.5, rgba(ctx.theme.accent));
        ui.painter_at(around(ctx, seen, lens)).extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
    }
}

/// A touchpoint's card on the screen, or where it is out of sight.
fn card_of(ctx: &ViewCtx<'_>, id: &TouchpointId, (lens, hits): (&Lens, &Hits<'_>)) -> Option<Rect> {
    let scrolled_away = || {
        let subject = Subject::Touchpoint(ctx.journey_id()?.clone(), id.clone());
        let hit = super::rename::fragment_of(ctx.scene, &subject)?.hit.as_ref()?;
        Some(lens.screen_rect(Plane::Body, hit.area))
    };
    hits.card(id).or_else(scrolled_away)
}

/// Draws the selected transitions' own lines once more, in the accent, yet under the words of ways.
fn ways(painter: &egui::Painter, ctx: &ViewCtx<'_>, lens: &Lens, is_marked: impl Fn(&Subject) -> bool) {
    let (accent, zoom) = (rgba(ctx.theme.accent), lens.camera.zoom);
    let marked = ctx.selection.iter().filter(|subject| is_marked(subject));
    // Asked for by what they are: a long way can be pointed at in its middle alone, wherever it passes.
    let places = marked.flat_map(|subject| match subject {
        Subject::Transition(_, id) => ctx.index.drawn_of(id),
        _ => Vec::new(),
    });
    let grounds = grounds(ctx, lens);
    for fragment in places.filter_map(|place| ctx.scene.fragments.get(place as usize)) {
        for shape in &fragment.shapes {
            let SceneShape::Path { path, fill, stroke } = shape else { continue };
            let path = lens.screen_path(fragment.plane, path);
            let width = stroke.map_or(0.0, |stroke| stroke.width) * zoom + 1.5;
            for piece in flatten(&path, 0.25) {
                if fill.is_some() && piece.closed {
                    painter.add(Shape::convex_polygon(piece.points, accent, Stroke::NONE));
                } else {
                    for run in outside(&piece.points, &grounds) {
                        painter.add(Shape::line(run, Stroke::new(width, accent)));
                    }
                }
            }
        }
    }
}

/// The grounds in sight on which words of ways stand.
fn grounds(ctx: &ViewCtx<'_>, lens: &Lens) -> Vec<Rect> {
    let seen = ctx.index.drawn_in(Plane::Body, lens.seen(Plane::Body));
    let words = seen.into_iter().filter_map(|place| ctx.scene.fragments.get(place as usize));
    let has_ground = |it: &Fragment| {
        let begins = matches!((&it.shapes).into_iter().next(), Some(SceneShape::Rect { fill: Some(_), .. }));
        begins && (&it.shapes).into_iter().any(|shape| matches!(shape, SceneShape::Text { .. }))
    };
    let words = words.filter(|it| it.hit.is_none() && has_ground(it));
    words.map(|it| lens.screen_rect(Plane::Body, it.bounds)).collect()
}

/// The runs of a line that lie outside of these rectangles.
fn outside(points: &[Pos2], grounds: &[Rect]) -> Vec<Vec<Pos2>> {
    let mut runs: Vec<Vec<Pos2>> = Vec::new();
    for pair in points.windows(2) {
        let &[start, end] = pair else { continue };
        let mut from = 0.0;
        for (enter, leave) in covered(start, end, grounds) {
            if enter > from {
                go_on(&mut runs, start.lerp(end, from), start.lerp(end, enter));
            }
            from = leave.max(from);
        }
        if from < 1.0 {
            go_on(&mut runs, start.lerp(end, from), end);
        }
    }
    runs
}

/// Adds a segment to the run that ends where it begins, or begins another one.
fn go_on(runs: &mut Vec<Vec<Pos2>>, start: Pos2, end: Pos2) {
    match runs.last_mut().filter(|run| run.last() == Some(&start)) {
        Some(run) => run.push(end),
        None => runs.push(vec![start, end]),
    }
}

/// Which parts of a segment lie within the rectangles, each from 0 at its start to 1 at its end, in that order.
fn covered(start: Pos2, end: Pos2, grounds: &[Rect]) -> Vec<(f32, f32)> {
    let by = end - start;
    let along = |from: f32, by: f32, range: egui::Rangef| {
        if by.abs() < 1e-6 {
            return if range.contains(from) { (0.0, 1.0) } else { (1.0, 0.0) };
        }
        let (first, second) = ((range.min - from) / by, (range.max - from) / by);
        (first.min(second), first.max(second))
    };
    let within = |ground: &Rect| {
        let (left, right) = along(start.x, by.x, ground.x_range());
        let (top, bottom) = along(start.y, by.y, ground.y_range());
        let (enter, leave) = (left.max(top).max(0.0), right.min(bottom).min(1.0));
        (enter < leave).then_some((enter, leave))
    };
    let mut covered: Vec<_> = grounds.iter().filter_map(within).collect();
    covered.sort_by(|a, b| a.0.total_cmp(&b.0));
    covered
}

fn selected_subject(seen: &Seen<'_>, ctx: &ViewCtx<'_>) -> Option<Subject> {
    match seen.target {
        // The whole map is the journey's; a lane has no ring.
        HitTarget::Title
        | HitTarget::Subject(Subject::Journey(_))
        | HitTarget::LaneName(_)
        | HitTarget::Swimlane { .. } => None,
        target => part_of(target, ctx),
    }
}

/// Where a ring may be drawn: what slides under the frozen parts takes its ring along.
fn around(ctx: &ViewCtx<'_>, seen: &Seen<'_>, lens: &Lens) -> Rect {
    let plane = ctx.scene.fragments.get(seen.fragment as usize).map_or(Plane::Body, |fragment| fragment.plane);
    seen.rect.expand(8.0).intersect(lens.clip(plane))
}

/// Rings what is seen: a stage's header along its own outline, everything else by a rectangle.
fn ring_ui(painter: &egui::Painter, ctx: &ViewCtx<'_>, (seen, lens): (&Seen<'_>, &Lens), stroke: Stroke) {
    let zoom = lens.camera.zoom;
    let fragment = ctx.scene.fragments.get(seen.fragment as usize);
    let outline = fragment.filter(|_| matches!(seen.target, HitTarget::StageHeader(_))).and_then(|fragment| {
        let path = fragment.shapes.iter().find_map(|shape| match shape {
            SceneShape::Path { path, .. } => Some(path),
            _ => None,
        })?;
        Some(lens.screen_path(fragment.plane, path))
    });
    match outline {
        Some(path) => {
            for piece in flatten(&path, 0.25) {
                painter.add(Shape::closed_line(piece.points, stroke));
            }
        }
        None => {
            painter.rect_stroke(ring(seen, zoom), corner(seen.target) * zoom, stroke, StrokeKind::Middle);
        }
    }
}

/// Cards are ringed at their edge, bare words with some air.
fn ring(seen: &Seen<'_>, zoom: f32) -> Rect {
    let bare = match seen.target {
        HitTarget::Subject(Subject::Touchpoint(..)) => !seen.card,
        HitTarget::Subject(Subject::Stage(..) | Subject::Step(..) | Subject::Metric(_)) => true,
        _ => false,
    };
    if bare { seen.whole.expand(4.0 * zoom) } else { seen.whole }
}

fn corner(target: &HitTarget) -> f32 {
    match target {
        HitTarget::Subject(Subject::Touchpoint(..)) => 10.0,
        HitTarget::StageHeader(_) => 2.0,
        _ => 8.0,
    }
}

fn hovered(ui: &Ui, ctx: &ViewCtx<'_>, (pointer, lens, hits): (Pos2, &Lens, &Hits<'_>)) {
    let accent = rgba(ctx.theme.accent);
    let painter = ui.painter_at(lens.clip(Plane::Body).expand(1.0));
    if relead::hovered(ui, ctx, (pointer, lens, hits)) {
        return;
    }
    if let Some(from) = relead::connects_at(ctx, (pointer, lens, hits)) {
        if let Some(card) = hits.card(&from) {
            let right = (pointer.x - card.right()).abs() < (pointer.x - card.left()).abs();
            let handle = pos2(if right { card.right() } else { card.left() }, card.center().y);
            painter.circle(handle, 6.0, rgba(ctx.theme.card), Stroke::new(2.0, accent));
            let arm = 3.0;
            painter.line_segment([handle - vec2(arm, 0.0), handle + vec2(arm, 0.0)], (1.5, accent));
            painter.line_segment([handle - vec2(0.0, arm), handle + vec2(0.0, arm)], (1.5, accent));
        }
        ui.set_cursor_icon(egui::CursorIcon::Crosshair);
        return;
    }
    if ui.input(|input| input.key_down(egui::Key::Space)) && !ui.ctx().text_edit_focused() {
        ui.set_cursor_icon(egui::CursorIcon::Grab);
        return;
    }
    if arrange::hovered(ui, ctx, (pointer, lens)) {
        return;
    }
    if let Some(words) = hits.words_at(pointer) {
        ui.set_cursor_icon(egui::CursorIcon::Text);
        painter.rect_filled(words, 4.0, accent.gamma_multiply(0.08));
        return;
    }
    let Some(seen) = hits.at(pointer) else { return };
    match seen.target {
        HitTarget::Emotion { .. } => ui.set_cursor_icon(egui::CursorIcon::ResizeVertical),
        HitTarget::Subject(Subject::Transition(..)) | HitTarget::Title | HitTarget::Fold(_) => {
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        HitTarget::LaneName(_) => ui.set_cursor_icon(egui::CursorIcon::Grab),
        HitTarget::Invite { .. } if invite_ui(&painter, ctx, (seen, lens)) => {
            ui.set_cursor_icon(egui::CursorIcon::Text);
        }
        HitTarget::Subject(_) | HitTarget::StageHeader(_) | HitTarget::Swimlane { .. } | HitTarget::Invite { .. } => {
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
            let is_selected = selected_subject(seen, ctx).is_some_and(|subject| ctx.is_selected(&subject));
            if !is_selected {
                let painter = ui.painter_at(around(ctx, seen, lens));
                let line = Stroke::new(1.5, accent.gamma_multiply(0.55));
                ring_ui(&painter, ctx, (seen, lens), line);
            }
        }
    }
}

/// Shows what an empty cell asks for; whether it asks for words.
fn invite_ui(painter: &egui::Painter, ctx: &ViewCtx<'_>, (seen, lens): (&Seen<'_>, &Lens)) -> bool {
    let fragment = ctx.scene.fragments.get(seen.fragment as usize);
    let Some((fragment, hit)) = fragment.and_then(|fragment| Some((fragment, fragment.hit.as_ref()?))) else {
        return false;
    };
    let Some(words) = hit.words.first() else { return false };
    let zoom = lens.camera.zoom;
    painter.rect_filled(seen.rect.expand2(vec2(4.0, 2.0) * zoom), 4.0, rgba(ctx.theme.accent).gamma_multiply(0.08));
    if fragment.shapes.is_empty() {
        // "+ goal: Its stage" says in the cell only what it asks for.
        let asked = seen.label.split(':').next().unwrap_or_default();
        let corner = lens.screen_pos(fragment.plane, hit.corner_of(words));
        let font = crate::ui::fonts::font(words.style.weight, words.style.size * zoom);
        painter.text(corner, egui::Align2::LEFT_TOP, asked, font, rgba(ctx.theme.mute));
    }
    true
}

/// Draws a transition from a card to a place as it is being made.
pub fn connection(painter: &egui::Painter, start: Rect, end: Pos2, color: Color32) {
    let from = if end.x >= start.center().x {
        pos2(start.right(), start.center().y)
    } else {
        pos2(start.left(), start.center().y)
    };
    let bend = vec2(((end.x - from.x) / 2.0).abs().max(24.0) * (end.x - from.x).signum(), 0.0);
    let curve = [from, from + bend, end - bend, end];
    let stroke = Stroke::new(2.0, color);
    painter.add(egui::epaint::CubicBezierShape::from_points_stroke(curve, false, Color32::TRANSPARENT, stroke));
    let back = vec2(-8.0 * (end.x - from.x).signum(), 0.0);
    let head = vec![end, end + back + vec2(0.0, 5.0), end + back - vec2(0.0, 5.0)];
    painter.add(Shape::convex_polygon(head, color, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_gaps_where_words_stand() {
        let ground = |left: f32, right: f32| Rect::from_min_max(pos2(left, -5.0), pos2(right, 5.0));
        let check = |points: &[(f32, f32)], grounds: &[Rect], expect: &[&[(f32, f32)]]| {
            let points: Vec<Pos2> = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
            let runs = outside(&points, grounds);
            let runs: Vec<Vec<(f32, f32)>> =
                runs.iter().map(|run| run.iter().map(|at| (at.x.round(), at.y.round())).collect()).collect();
            assert_eq!(runs, expect, "{points:?}");
        };
        let line = [(0.0, 0.0), (100.0, 0.0), (100.0, 50.0)];
        check(&line, &[], &[&line]);
        check(&line, &[ground(40.0, 60.0)], &[&[(0.0, 0.0), (40.0, 0.0)], &[(60.0, 0.0), (100.0, 0.0), (100.0, 50.0)]]);
        check(
            &line,
            &[ground(50.0, 70.0), ground(40.0, 60.0)],
            &[&[(0.0, 0.0), (40.0, 0.0)], &[(70.0, 0.0), (100.0, 0.0), (100.0, 50.0)]],
        );
        check(&line, &[ground(-10.0, 120.0)], &[&[(100.0, 5.0), (100.0, 50.0)]]);
        check(&line, &[Rect::from_min_max(pos2(0.0, 10.0), pos2(90.0, 20.0))], &[&line]);
    }
}
