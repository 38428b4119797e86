//! Collects what is drawn: plain rectangles gather in one mesh, everything else is added in order between them.

use egui::epaint::{CircleShape, PathShape, PathStroke, RectShape, Vertex, WHITE_UV};
use egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::fill::fill;
use super::outline::{Piece, flatten_seen};
use super::style_of;
use crate::scene::{Paint, Path, Stroke as SceneStroke};

/// Where shapes of one plane go.
pub struct Sink<'a> {
    painter: &'a Painter,
    quads: Mesh,
    feather: f32,
}

impl<'a> Sink<'a> {
    /// A sink that draws through this painter, within its clip.
    pub fn new(painter: &'a Painter) -> Self {
        let feather = 1.0 / painter.pixels_per_point();
        Self { painter, quads: Mesh::default(), feather }
    }

    /// Draws what is still gathered.
    pub fn finish(mut self) {
        self.flush();
    }

    /// The side of a pixel in points.
    pub fn pixel(&self) -> f32 {
        self.feather
    }

    /// The painter, to draw right above everything so far.
    pub fn painter(&mut self) -> &Painter {
        self.flush();
        self.painter
    }

    fn flush(&mut self) {
        if !self.quads.is_empty() {
            self.painter.add(Shape::mesh(std::mem::take(&mut self.quads)));
        }
    }

    fn add(&mut self, shape: impl Into<Shape>) {
        self.flush();
        self.painter.add(shape);
    }

    /// A plain rectangle, without soft edges: for what is too small to have round corners.
    pub fn quad(&mut self, rect: Rect, paint: Paint) {
        let rect = rect.intersect(self.painter.clip_rect());
        if !rect.is_positive() {
            return;
        }
        let [top, bottom] = ends(paint);
        let base = self.quads.vertices.len() as u32;
        for (pos, color) in [
            (rect.left_top(), top),
            (rect.right_top(), top),
            (rect.right_bottom(), bottom),
            (rect.left_bottom(), bottom),
        ] {
            self.quads.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        }
        self.quads.add_triangle(base, base + 1, base + 2);
        self.quads.add_triangle(base, base + 2, base + 3);
    }

    /// A rectangle with round corners.
    pub fn rect(&mut self, rect: Rect, radius: f32, fill: Option<Paint>, stroke: Option<(Stroke, Option<(f32, f32)>)>) {
        if let Some(Paint::Vertical(..)) = fill {
            let outline = round_outline(rect, radius);
            self.polygon(&Piece { points: outline, closed: true }, fill);
        }
        let solid = match fill {
            Some(Paint::Solid(color)) => style_of(color),
            _ => Color32::TRANSPARENT,
        };
        let corners = CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8);
        match stroke {
            Some((stroke, Some((dash, gap)))) => {
                if solid != Color32::TRANSPARENT {
                    self.add(RectShape::filled(rect, corners, solid));
                }
                let mut outline = round_outline(rect, radius);
                outline.extend(outline.first().copied());
                self.flush();
                self.painter.extend(Shape::dashed_line(&outline, stroke, dash, gap));
            }
            Some((stroke, None)) => self.add(RectShape::new(rect, corners, solid, stroke, StrokeKind::Middle)),
            None if solid == Color32::TRANSPARENT => {}
            None => self.add(RectShape::filled(rect, corners, solid)),
        }
    }

    /// A circle.
    pub fn circle(&mut self, center: Pos2, radius: f32, fill: Option<Paint>, stroke: Stroke) {
        let fill = fill.map_or(Color32::TRANSPARENT, |paint| ends(paint)[0]);
        self.add(CircleShape { center, radius, fill, stroke });
    }

    /// An outline that is already on the screen.
    pub fn path(&mut self, path: &Path, fill: Option<Paint>, stroke: Option<(Stroke, Option<(f32, f32)>)>) {
        let seen = self.painter.clip_rect().expand(8.0);
        for piece in flatten_seen(path, 0.15 / self.painter.pixels_per_point(), seen) {
            if fill.is_some() {
                self.polygon(&piece, fill);
            }
            let Some((stroke, dash)) = stroke else { continue };
            for piece in seen_runs(piece, seen) {
                self.line(piece, stroke, dash);
            }
        }
    }

    fn line(&mut self, mut piece: Piece, stroke: Stroke, dash: Option<(f32, f32)>) {
        let Some((dash, gap)) = dash else {
            let Piece { points, closed } = piece;
            self.add(PathShape { points, closed, fill: Color32::TRANSPARENT, stroke: PathStroke::from(stroke) });
            return;
        };
        if piece.closed {
            piece.points.extend(piece.points.first().copied());
        }
        self.flush();
        self.painter.extend(Shape::dashed_line(&piece.points, stroke, dash, gap));
    }

    fn polygon(&mut self, piece: &Piece, paint: Option<Paint>) {
        let Some(paint) = paint else { return };
        let [top, bottom] = ends(paint);
        let bounds = Rect::from_points(&piece.points);
        let color_at = move |place: Pos2| {
            if top == bottom {
                return top;
            }
            top.lerp_to_gamma(bottom, ((place.y - bounds.top()) / bounds.height().max(0.01)).clamp(0.0, 1.0))
        };
        let mut mesh = Mesh::default();
        fill(&mut mesh, &piece.points, self.feather, &color_at);
        if !mesh.is_empty() {
            self.add(Shape::mesh(mesh));
        }
    }
}

/// The colours at the top and at the bottom.
fn ends(paint: Paint) -> [Color32; 2] {
    match paint {
        Paint::Solid(color) => [style_of(color); 2],
        Paint::Vertical(top, bottom) => [style_of(top), style_of(bottom)],
    }
}

/// A scene's stroke on the screen.
pub fn on_screen(stroke: SceneStroke, zoom: f32) -> (Stroke, Option<(f32, f32)>) {
    let dash = stroke.dash.map(|(dash, gap)| ((dash * zoom).max(0.5), (gap * zoom).max(0.5)));
    (Stroke::new(stroke.width * zoom, style_of(stroke.color)), dash)
}

/// The parts of a line that can be seen: a curve over a whole map is drawn only where the canvas is.
fn seen_runs(piece: Piece, seen: Rect) -> Vec<Piece> {
    if piece.points.len() < 64 || piece.closed {
        return vec![piece];
    }
    let mut runs: Vec<Piece> = Vec::new();
    let mut drawing = false;
    for (a, b) in piece.points.iter().zip(piece.points.iter().skip(1)) {
        let visible = Rect::from_two_pos(*a, *b).intersects(seen);
        if visible && !drawing {
            runs.push(Piece { points: vec![*a], closed: false });
        }
        if let (true, Some(run)) = (visible, runs.last_mut()) {
            run.points.push(*b);
        }
        drawing = visible;
    }
    runs
}

fn round_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let corners = [
        (rect.right() - radius, rect.top() + radius, -90.0_f32),
        (rect.right() - radius, rect.bottom() - radius, 0.0),
        (rect.left() + radius, rect.bottom() - radius, 90.0),
        (rect.left() + radius, rect.top() + radius, 180.0),
    ];
    let arc = |(x, y, from): (f32, f32, f32)| {
        (0..=6).map(move |step| {
            let angle = (from + 15.0 * step as f32).to_radians();
            pos2(x + radius * angle.cos(), y + radius * angle.sin())
        })
    };
    corners.into_iter().flat_map(arc).collect()
}
