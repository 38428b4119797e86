//! A small picture made by hand that holds every kind of shape, drawn as a map would draw it.

use std::sync::Arc;

use tropa::model::{Language, Picture, PictureFormat};
use tropa::scene::text::{Align, Shaper, TextStyle, Weight};
use tropa::scene::{
    Color, Fragment, Paint, Path, PathVerb, Plane, Point, Rect, Scene, Shape, Size, Stroke, point, rect,
};

/// An opaque colour from `rrggbb`.
pub(crate) fn color(hex: &str) -> Color {
    let [_, r, g, b] = u32::from_str_radix(hex, 16).unwrap().to_be_bytes();
    Color { r, g, b, a: 255 }
}

/// A solid line.
pub(crate) fn line(hex: &str, width: f32) -> Stroke {
    Stroke { color: color(hex), width, dash: None }
}

/// Text at the left, in a block so wide.
pub(crate) fn text(says: &str, top_left: Point, (weight, size): (Weight, f32), width: Option<f32>, hex: &str) -> Shape {
    let style = TextStyle { weight, size, line_height: (size * 1.4).round() };
    let text = Shaper::new().shape(says, style, width, Align::Left);
    Shape::Text { top_left, text, color: color(hex) }
}

/// A portrait of 48 × 32 pixels: dark at the left, light at the right, with a disc.
pub(crate) fn portrait() -> Picture {
    let image = image::RgbaImage::from_fn(48, 32, |x, y| {
        let in_disc = (x as i32 - 24).pow(2) + (y as i32 - 16).pow(2) < 64;
        if in_disc { image::Rgba([213, 94, 0, 255]) } else { image::Rgba([x as u8 * 5, 114, 178, 255]) }
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    Picture { format: PictureFormat::Png, bytes: bytes.into_inner().into() }
}

fn fragment(plane: Plane, bounds: Rect, shapes: Vec<Shape>) -> Arc<Fragment> {
    Arc::new(Fragment { plane, bounds, hit: None, shapes: shapes.into() })
}

/// A card with a shadow-like edge, a coloured mark and a title.
fn card(place: Rect, title: &str) -> Arc<Fragment> {
    let mark = rect(place.x, place.y + 10.0, 3.0, place.height - 20.0);
    let shapes = vec![
        Shape::Rect {
            rect: place,
            radius: 8.0,
            fill: Some(Paint::Solid(color("ffffff"))),
            stroke: Some(line("d5dae3", 1.0)),
        },
        Shape::Rect { rect: mark, radius: 1.5, fill: Some(Paint::Solid(color("5046e5"))), stroke: None },
        text(
            title,
            point(place.x + 12.0, place.y + 10.0),
            (Weight::SemiBold, 13.0),
            Some(place.width - 24.0),
            "1b2030",
        ),
    ];
    fragment(Plane::Body, place.expand(1.0), shapes)
}

fn curve() -> Arc<Fragment> {
    let (a, b, c) = (point(40.0, 230.0), point(150.0, 190.0), point(300.0, 250.0));
    let verbs = vec![
        PathVerb::Move(a),
        PathVerb::Cubic(point(80.0, 230.0), point(110.0, 190.0), b),
        PathVerb::Quad(point(220.0, 190.0), c),
    ];
    let real = Path { verbs: verbs.clone() };
    let mut gap = Path { verbs };
    gap.verbs.extend([PathVerb::Line(point(300.0, 200.0)), PathVerb::Line(point(40.0, 200.0)), PathVerb::Close]);
    let expected = Path::polyline(&[point(40.0, 200.0), point(300.0, 200.0)]);
    let dashed = Stroke { color: color("6b7280"), width: 1.5, dash: Some((5.0, 4.0)) };
    let smile = Path {
        verbs: vec![PathVerb::Move(point(146.0, 192.0)), PathVerb::Quad(point(150.0, 196.0), point(154.0, 192.0))],
    };
    let shapes = vec![
        Shape::Path { path: Arc::new(gap), fill: Some(Paint::Solid(Color { a: 40, ..color("d55e00") })), stroke: None },
        Shape::Path { path: Arc::new(expected), fill: None, stroke: Some(dashed) },
        Shape::Path { path: Arc::new(real), fill: None, stroke: Some(line("33407f", 3.0)) },
        Shape::Circle {
            center: b,
            radius: 9.0,
            fill: Some(Paint::Solid(color("ffffff"))),
            stroke: Some(line("0072b2", 2.0)),
        },
        Shape::Path { path: Arc::new(smile), fill: None, stroke: Some(line("0072b2", 1.5)) },
    ];
    fragment(Plane::Body, rect(30.0, 170.0, 290.0, 100.0), shapes)
}

fn losses() -> Arc<Fragment> {
    let place = rect(340.0, 100.0, 10.0, 40.0);
    let fade = Paint::Vertical(color("d55e00"), Color { a: 0, ..color("d55e00") });
    let invite = Stroke { color: color("b5bcc9"), width: 1.0, dash: Some((4.0, 3.0)) };
    let shapes = vec![
        Shape::Rect { rect: place, radius: 0.0, fill: Some(fade), stroke: None },
        Shape::Rect { rect: rect(340.5, 160.5, 59.0, 31.0), radius: 8.0, fill: None, stroke: Some(invite) },
        text("−22 %", point(356.0, 108.0), (Weight::Bold, 11.0), None, "d55e00"),
    ];
    fragment(Plane::Body, rect(338.0, 98.0, 70.0, 96.0), shapes)
}

fn header() -> Arc<Fragment> {
    let chevron = Path::polygon(&[
        point(30.0, 60.0),
        point(300.0, 60.0),
        point(310.0, 76.0),
        point(300.0, 92.0),
        point(30.0, 92.0),
    ]);
    let fill = Paint::Vertical(color("6d5ef0"), color("5046e5"));
    let shapes = vec![
        Shape::Path { path: Arc::new(chevron), fill: Some(fill), stroke: None },
        text("Привлечение внимания", point(90.0, 67.0), (Weight::SemiBold, 13.0), None, "ffffff"),
    ];
    fragment(Plane::Header, rect(30.0, 60.0, 280.0, 32.0), shapes)
}

fn title(says: &str) -> Arc<Fragment> {
    let shapes = vec![
        text(says, point(30.0, 16.0), (Weight::Bold, 18.0), None, "1b2030"),
        Shape::Picture { rect: rect(370.0, 10.0, 32.0, 32.0), picture: portrait(), round: true },
        Shape::Picture { rect: rect(330.0, 14.0, 36.0, 24.0), picture: portrait(), round: false },
    ];
    fragment(Plane::Title, rect(20.0, 8.0, 390.0, 40.0), shapes)
}

/// The picture, with these words as its title and on its cards.
pub(crate) fn scene_saying(words: &str) -> Scene {
    Scene {
        size: Size { width: 420.0, height: 280.0 },
        background: color("f7f8fa"),
        frozen: color("f7f8fa"),
        lane_column_width: 0.0,
        header_band: rect(0.0, 60.0, 420.0, 32.0),
        fragments: vec![
            title(words),
            card(rect(30.5, 104.5, 140.0, 56.0), words),
            card(rect(180.5, 104.5, 140.0, 56.0), "Ask 漢 in chat, Wi‑Fi → ok"),
            curve(),
            losses(),
            header(),
        ]
        .into(),
        title: words.to_owned(),
        language: Language::Ru,
    }
}

/// The picture.
pub(crate) fn scene() -> Scene {
    scene_saying("Кофейня «Зерно»: визит")
}
