//! Collects what is drawn: plain rectangles gather in one mesh, everything else is added in order between them.

use egui::epaint::{CircleShape, PathShape, PathStroke, RectShape, Vertex, WHITE_UV};
use egui::{Color32, CornerRadius, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::clip::{dashes, seen_runs};
use super::fill::fill;
use super::letters::Letters;
use super::outline::{Piece, cubic_at, flatten_seen};
use crate::scene::{Paint, Path, PathVerb, Point, Stroke as SceneStroke};
use crate::ui::style::rgba;

/// What is paler than this is not drawn.
const LEAST_ALPHA: u8 = 16;

/// How much of what is drawn can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Everything, in its order.
    Full,
    /// Quads and lines that hardly show; letters come last, so that all the rest is one mesh.
    Plain,
}

/// Where shapes of one plane go.
pub struct Sink<'a> {
    painter: &'a Painter,
    quads: Mesh,
    letters: Vec<Shape>,
    detail: Detail,
    feather: f32,
    /// Those in sight, where not all have to be drawn at once.
    in_sight: Option<&'a mut Letters>,
}

impl<'a> Sink<'a> {
    /// A sink that draws through this painter, within its clip.
    pub fn new(painter: &'a Painter, detail: Detail) -> Self {
        let feather = 1.0 / painter.pixels_per_point();
        Self { painter, quads: Mesh::default(), letters: Vec::new(), detail, feather, in_sight: None }
    }

    /// The same, which puts off lines of letters where too many come into sight.
    #[must_use]
    pub fn with_letters(self, letters: &'a mut Letters) -> Self {
        Self { in_sight: Some(letters), ..self }
    }

    /// Whether a line is drawn in letters.
    pub fn is_due(&mut self, line: &str, font: &FontId) -> bool {
        self.in_sight.as_mut().is_none_or(|letters| letters.is_due(line, font))
    }

    /// Where it is drawn, and how fonts are reached.
    pub fn context(&self) -> &'a Painter {
        self.painter
    }

    /// A line of letters.
    pub fn letters(&mut self, galley: impl Into<Shape>) {
        match self.detail {
            Detail::Full => self.add(galley),
            Detail::Plain => self.letters.push(galley.into()),
        }
    }

    /// Draws what is still gathered.
    pub fn finish(mut self) {
        self.flush();
        self.painter.extend(std::mem::take(&mut self.letters));
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

    /// A line too thin to show its ends and corners: quads of a pixel's width at the least, paler where it is thinner.
    pub fn hairline(&mut self, path: &Path, (place, zoom): (impl Fn(Point) -> Pos2, f32), stroke: SceneStroke) {
        let (mut width, mut share) = (stroke.width * zoom, 1.0);
        if let Some((dash, gap)) = stroke.dash {
            share = dash / (dash + gap).max(f32::MIN_POSITIVE);
        }
        if width < self.feather {
            share *= width / self.feather;
            width = self.feather;
        }
        let color = rgba(stroke.color).gamma_multiply(share);
        if color.a() < LEAST_ALPHA {
            return;
        }
        let seen = self.painter.clip_rect().expand(width);
        let (mut begin, mut here) = (Pos2::ZERO, Pos2::ZERO);
        for verb in &path.verbs {
            let from = here;
            let (first, second, to) = match *verb {
                PathVerb::Move(to) => {
                    (begin, here) = (place(to), place(to));
                    continue;
                }
                PathVerb::Line(to) => (from, from, place(to)),
                PathVerb::Quad(control, to) => (place(control), place(control), place(to)),
                PathVerb::Cubic(first, second, to) => (place(first), place(second), place(to)),
                PathVerb::Close => (from, from, begin),
            };
            here = to;
            if !Rect::from_points(&[from, first, second, to]).intersects(seen) {
                continue;
            }
            let bend = ((from - first) - (first - second)).length().max(((first - second) - (second - to)).length());
            let steps = if first == from { 1 } else { (bend / 2.0).sqrt().ceil().clamp(1.0, 12.0) as usize };
            let mut last = from;
            for step in 1..=steps {
                let next = cubic_at([from, first, second, to], step as f32 / steps as f32);
                self.thin_quad((last, next), width, color);
                last = next;
            }
        }
    }

    fn thin_quad(&mut self, (from, to): (Pos2, Pos2), width: f32, color: Color32) {
        let aside = (to - from).normalized().rot90() * (width / 2.0);
        let base = self.quads.vertices.len() as u32;
        for pos in [from - aside, to - aside, to + aside, from + aside] {
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
            Some(Paint::Solid(color)) => rgba(color),
            _ => Color32::TRANSPARENT,
        };
        let corners = CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8);
        match stroke {
            Some((stroke, Some((dash, gap)))) => {
                if solid != Color32::TRANSPARENT {
                    self.add(RectShape::filled(rect, corners, solid));
                }
                let outline = Piece { points: round_outline(rect, radius), closed: true };
                self.line(outline, stroke, Some((dash, gap)));
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
            if let Some((stroke, dash)) = stroke {
                self.line(piece, stroke, dash);
            }
        }
    }

    fn line(&mut self, mut piece: Piece, stroke: Stroke, dash: Option<(f32, f32)>) {
        let seen = self.painter.clip_rect().expand(8.0 + stroke.width);
        if dash.is_none() && (piece.closed || piece.points.len() < 64) {
            self.run(piece, stroke);
            return;
        }
        if piece.closed {
            piece.points.extend(piece.points.first().copied());
        }
        for run in seen_runs(&piece.points, seen) {
            match dash {
                None => self.run(Piece { points: run.points, closed: false }, stroke),
                Some((dash, gap)) => {
                    for points in dashes(&run, dash, gap) {
                        self.run(Piece { points, closed: false }, stroke);
                    }
                }
            }
        }
    }

    fn run(&mut self, Piece { points, closed }: Piece, stroke: Stroke) {
        self.add(PathShape { points, closed, fill: Color32::TRANSPARENT, stroke: PathStroke::from(stroke) });
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
        Paint::Solid(color) => [rgba(color); 2],
        Paint::Vertical(top, bottom) => [rgba(top), rgba(bottom)],
    }
}

/// A scene's stroke on the screen.
pub fn on_screen(stroke: SceneStroke, zoom: f32) -> (Stroke, Option<(f32, f32)>) {
    let dash = stroke.dash.map(|(dash, gap)| ((dash * zoom).max(0.5), (gap * zoom).max(0.5)));
    (Stroke::new(stroke.width * zoom, rgba(stroke.color)), dash)
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
