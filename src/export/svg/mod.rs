//! Scene → SVG: looks the same in every browser, text can be selected and searched, and the bytes depend on the scene
//! alone.
//!
//! Letters are outlines, each defined once, and so is each word that comes more than once; a transparent `<text>` over
//! each line is what a reader selects.

mod markup;
mod words;

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::{Picture, PictureFormat};
use crate::scene::text::{ShapedText, Weight};
use crate::scene::{Color, Paint, Path, PathVerb, Point, Rect, Scene, Shape, Stroke};

use super::glyphs::{Outlines, UNITS_PER_EM};
use super::picture::decode;
use super::png::in_order;
use super::{ExportError, area};
use markup::Markup;
use words::{Word, Words};

/// The scene as an SVG; one point is one CSS pixel.
///
/// # Errors
/// A scene without area, an embedded picture that cannot be read, and failed writing.
pub fn svg(scene: &Scene, out: &mut dyn Write) -> Result<(), ExportError> {
    let (width, height) = area(scene)?;
    let fragments = in_order(scene);
    let shapes = || fragments.iter().flat_map(|fragment| &fragment.shapes);
    let mut drawing = Drawing { markup: Markup::new(out), words: Words::of(shapes()), ids: 0 };
    drawing.open(scene)?;
    drawing.definitions()?;
    drawing.markup.raw("<rect");
    drawing.size_of(width, height);
    drawing.color("fill", scene.background);
    drawing.markup.raw("/>\n<g fill=\"none\">\n");
    for shape in shapes() {
        drawing.shape(shape)?;
    }
    drawing.markup.raw("</g>\n");
    drawing.selectable(shapes())?;
    drawing.markup.raw("</svg>\n");
    drawing.markup.finish()
}

struct Drawing<'a> {
    markup: Markup<'a>,
    words: Words,
    ids: usize,
}

impl Drawing<'_> {
    fn open(&mut self, scene: &Scene) -> Result<(), ExportError> {
        let (width, height) = (scene.size.width, scene.size.height);
        let language = scene.language.tag();
        self.markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.markup.text_attribute("lang", language);
        self.markup.text_attribute("xml:lang", language);
        self.size_of(width, height);
        self.markup.raw(" viewBox=\"0 0 ");
        self.markup.number(width);
        self.markup.raw(" ");
        self.markup.number(height);
        self.markup.raw("\" role=\"img\">\n<title>");
        self.markup.text(&scene.title);
        self.markup.raw("</title>\n");
        self.markup.flush_when_full()
    }

    fn size_of(&mut self, width: f32, height: f32) {
        self.markup.attribute("width", width);
        self.markup.attribute("height", height);
    }

    /// Every glyph that is drawn, and every word that comes more than once, in font units.
    fn definitions(&mut self) -> Result<(), ExportError> {
        let mut outlines = Outlines::default();
        self.markup.raw("<defs>\n");
        for (weight, glyph) in self.words.glyphs() {
            let outline = outlines.get(weight, glyph);
            self.markup.raw("<path id=\"");
            self.glyph_name(weight, glyph);
            self.markup.raw("\" d=\"");
            self.path_data(&outline);
            self.markup.raw("\"/>\n");
            self.markup.flush_when_full()?;
        }
        for (name, weight, word) in self.words.repeated() {
            self.markup.raw("<g id=\"w");
            self.markup.whole(name as i32);
            self.markup.raw("\">");
            for (glyph, x, y) in &*word {
                self.use_glyph(weight, *glyph, (*x, *y));
            }
            self.markup.raw("</g>\n");
            self.markup.flush_when_full()?;
        }
        self.markup.raw("</defs>\n");
        Ok(())
    }

    fn shape(&mut self, shape: &Shape) -> Result<(), ExportError> {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let fill = self.gradient(*fill, *rect);
                self.markup.raw("<rect");
                self.place(*rect);
                let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
                if radius > 0.0 {
                    self.markup.attribute("rx", radius);
                }
                self.look(fill, *stroke);
                self.markup.raw("/>\n");
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let around = Rect { x: center.x, y: center.y, width: 0.0, height: 0.0 }.expand(*radius);
                let fill = self.gradient(*fill, around);
                self.circle(*center, *radius);
                self.look(fill, *stroke);
                self.markup.raw("/>\n");
            }
            Shape::Path { path, fill, stroke } => {
                let Some(bounds) = path.bounds() else { return Ok(()) };
                let fill = self.gradient(*fill, bounds);
                self.markup.raw("<path d=\"");
                self.path_data(path);
                self.markup.raw("\"");
                self.look(fill, *stroke);
                if stroke.is_some() {
                    self.markup.raw(" stroke-linejoin=\"round\"");
                }
                if stroke.is_some_and(|stroke| stroke.dash.is_none()) {
                    self.markup.raw(" stroke-linecap=\"round\"");
                }
                self.markup.raw("/>\n");
            }
            Shape::Text { top_left, text, color } => self.text(*top_left, text, *color),
            Shape::Picture { rect, picture, round } => self.picture(*rect, picture, *round)?,
        }
        self.markup.flush_when_full()
    }

    fn text(&mut self, top_left: Point, text: &ShapedText, color: Color) {
        if text.lines.iter().all(|line| line.glyphs.is_empty()) {
            return;
        }
        let scale = text.style.size / UNITS_PER_EM;
        self.markup.raw("<g transform=\"matrix(");
        self.markup.precise(scale);
        self.markup.raw(" 0 0 ");
        self.markup.precise(scale);
        self.markup.raw(" ");
        self.markup.number(top_left.x);
        self.markup.raw(" ");
        self.markup.number(top_left.y);
        self.markup.raw(")\"");
        self.color("fill", color);
        self.markup.raw(">");
        let weight = text.style.weight;
        for line in &text.lines {
            let left = (line.x / scale).round() as i32;
            let baseline = (line.baseline / scale).round() as i32;
            for Word { x, glyphs } in words::of_line(line, scale) {
                let at = (left + x, baseline);
                match self.words.name(weight, &glyphs) {
                    Some(name) => {
                        self.markup.raw("<use href=\"#w");
                        self.markup.whole(name as i32);
                        self.use_at(at);
                    }
                    None => {
                        for (glyph, x, y) in &glyphs {
                            self.use_glyph(weight, *glyph, (at.0 + x, at.1 + y));
                        }
                    }
                }
            }
        }
        self.markup.raw("</g>\n");
    }

    fn use_glyph(&mut self, weight: Weight, glyph: u16, at: (i32, i32)) {
        self.markup.raw("<use href=\"#");
        self.glyph_name(weight, glyph);
        self.use_at(at);
    }

    fn use_at(&mut self, (x, y): (i32, i32)) {
        self.markup.raw("\"");
        for (name, value) in [(" x=\"", x), (" y=\"", y)] {
            if value != 0 {
                self.markup.raw(name);
                self.markup.whole(value);
                self.markup.raw("\"");
            }
        }
        self.markup.raw("/>");
    }

    fn glyph_name(&mut self, weight: Weight, glyph: u16) {
        self.markup.raw(match weight {
            Weight::Regular => "r",
            Weight::Medium => "m",
            Weight::SemiBold => "s",
            Weight::Bold => "b",
        });
        self.markup.whole(i32::from(glyph));
    }

    /// What a reader selects and searches: each line once more, transparent, as wide as it is drawn.
    fn selectable<'s>(&mut self, shapes: impl Iterator<Item = &'s Shape>) -> Result<(), ExportError> {
        self.markup.raw("<g fill-opacity=\"0\" font-family=\"Inter,sans-serif\" xml:space=\"preserve\">\n");
        for shape in shapes {
            let Shape::Text { top_left, text, .. } = shape else { continue };
            for line in text.lines.iter().filter(|line| !line.text.trim().is_empty()) {
                self.markup.raw("<text");
                self.markup.attribute("x", top_left.x + line.x);
                self.markup.attribute("y", top_left.y + line.baseline);
                self.markup.attribute("font-size", text.style.size);
                if line.width > 0.0 {
                    self.markup.attribute("textLength", line.width);
                    self.markup.raw(" lengthAdjust=\"spacingAndGlyphs\"");
                }
                self.markup.raw(">");
                self.markup.text(&line.text);
                self.markup.raw("</text>\n");
                self.markup.flush_when_full()?;
            }
        }
        self.markup.raw("</g>\n");
        Ok(())
    }

    fn picture(&mut self, rect: Rect, picture: &Picture, round: bool) -> Result<(), ExportError> {
        decode(picture)?;
        self.markup.raw("<image");
        self.place(rect);
        self.markup.raw(" preserveAspectRatio=\"xMidYMid slice\"");
        if round {
            // The clip stands in the picture itself: a place no other shape can take.
            self.ids += 1;
            self.markup.raw(" clip-path=\"url(#c");
            self.markup.whole(self.ids as i32);
            self.markup.raw(")\"");
        }
        self.markup.raw(match picture.format {
            PictureFormat::Png => " href=\"data:image/png;base64,",
            PictureFormat::Jpeg => " href=\"data:image/jpeg;base64,",
        });
        self.markup.raw(&STANDARD.encode(&picture.bytes));
        self.markup.raw("\"/>\n");
        if round {
            self.markup.raw("<clipPath id=\"c");
            self.markup.whole(self.ids as i32);
            self.markup.raw("\">");
            self.circle(rect.center(), rect.width.min(rect.height) / 2.0);
            self.markup.raw("/></clipPath>\n");
        }
        Ok(())
    }

    fn circle(&mut self, center: Point, radius: f32) {
        self.markup.raw("<circle");
        self.markup.attribute("cx", center.x);
        self.markup.attribute("cy", center.y);
        self.markup.attribute("r", radius);
    }

    fn place(&mut self, rect: Rect) {
        self.markup.attribute("x", rect.x);
        self.markup.attribute("y", rect.y);
        self.size_of(rect.width, rect.height);
    }

    /// Defines the gradient a fill needs.
    fn gradient(&mut self, fill: Option<Paint>, bounds: Rect) -> Fill {
        match fill {
            None => Fill::None,
            Some(Paint::Solid(color)) => Fill::Solid(color),
            Some(Paint::Vertical(from, to)) => {
                self.ids += 1;
                self.markup.raw("<linearGradient id=\"g");
                self.markup.whole(self.ids as i32);
                self.markup.raw("\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\"");
                self.markup.attribute("y1", bounds.y);
                self.markup.attribute("y2", bounds.bottom());
                self.markup.raw("><stop");
                self.color("stop-color", from);
                self.markup.raw("/><stop offset=\"1\"");
                self.color("stop-color", to);
                self.markup.raw("/></linearGradient>\n");
                Fill::Gradient(self.ids)
            }
        }
    }

    fn look(&mut self, fill: Fill, stroke: Option<Stroke>) {
        match fill {
            Fill::None => {}
            Fill::Solid(color) => self.color("fill", color),
            Fill::Gradient(id) => {
                self.markup.raw(" fill=\"url(#g");
                self.markup.whole(id as i32);
                self.markup.raw(")\"");
            }
        }
        let Some(stroke) = stroke else { return };
        self.color("stroke", stroke.color);
        if stroke.width != 1.0 {
            self.markup.attribute("stroke-width", stroke.width);
        }
        if let Some((dash, gap)) = stroke.dash {
            self.markup.raw(" stroke-dasharray=\"");
            self.markup.number(dash);
            self.markup.raw(" ");
            self.markup.number(gap);
            self.markup.raw("\"");
        }
    }

    fn color(&mut self, name: &str, color: Color) {
        self.markup.raw(" ");
        self.markup.raw(name);
        self.markup.raw("=\"");
        self.markup.color(color);
        self.markup.raw("\"");
        if color.a < 255 {
            let opacity = if name == "stop-color" { "stop-opacity" } else { &format!("{name}-opacity") };
            self.markup.raw(" ");
            self.markup.raw(opacity);
            self.markup.raw("=\"");
            self.markup.precise(f32::from(color.a) / 255.0);
            self.markup.raw("\"");
        }
    }

    fn path_data(&mut self, path: &Path) {
        for verb in &path.verbs {
            match *verb {
                PathVerb::Move(to) => self.markup.step("M", &[to]),
                PathVerb::Line(to) => self.markup.step("L", &[to]),
                PathVerb::Quad(a, to) => self.markup.step("Q", &[a, to]),
                PathVerb::Cubic(a, b, to) => self.markup.step("C", &[a, b, to]),
                PathVerb::Close => self.markup.raw("Z"),
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Fill {
    None,
    Solid(Color),
    Gradient(usize),
}
