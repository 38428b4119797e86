//! Scenes → a PDF of one page each: vectors, subset fonts, text that can be selected and searched, title and language.

use std::io::Write;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point as PdfPoint, Size as PdfSize, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint as PdfPaint, SpreadMethod, Stop, Stroke as PdfStroke,
    StrokeDash,
};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document};

use crate::model::{Picture, PictureFormat};
use crate::scene::text::{ShapedLine, ShapedText, Weight};
use crate::scene::{Color, Paint, Path, PathVerb, Point, Rect, Scene, Shape, Stroke};

use super::picture::decode;
use super::png::in_order;
use super::raster::{circle_outline, rect_outline};
use super::{ExportError, area};

/// PDF points in a scene point: 72 dpi against 96.
const PDF_POINTS: f32 = 0.75;

/// The longest side of a page that readers promise to show, in PDF points.
const LONGEST_SIDE: f32 = 14_400.0;

/// What became of the pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PdfReport {
    /// Pages that had to be made smaller, because readers show no page longer than 200 inches.
    pub scaled: Vec<ScaledPage>,
}

/// A page that had to be made smaller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaledPage {
    /// Which one, counted from 1.
    pub page: usize,
    /// Its size against what it should be, below 1.
    pub factor: f32,
}

/// The scenes as a PDF, one page each; the title and the language are the first one's.
///
/// # Errors
/// No scene, or one without area; an embedded picture that cannot be read; failed writing.
pub fn pdf(pages: &[Scene], out: &mut dyn Write) -> Result<PdfReport, ExportError> {
    let Some(first) = pages.first() else { return Err(ExportError::Empty) };
    let fonts = Fonts::load()?;
    let mut document = Document::new();
    let mut report = PdfReport::default();
    for (index, scene) in pages.iter().enumerate() {
        let (width, height) = area(scene)?;
        let longest = width.max(height) * PDF_POINTS;
        let factor = (LONGEST_SIDE / longest).min(1.0);
        if factor < 1.0 {
            report.scaled.push(ScaledPage { page: index + 1, factor });
        }
        page(&mut document, scene, PDF_POINTS * factor, &fonts)?;
    }
    let metadata = Metadata::new()
        .title(first.title.clone())
        .language(first.language.tag().to_owned())
        .creator("Tropa".to_owned());
    document.set_metadata(metadata);
    let bytes = document.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(report)
}

fn page(document: &mut Document, scene: &Scene, scale: f32, fonts: &Fonts) -> Result<(), ExportError> {
    let side = |points: f32| (points * scale).min(LONGEST_SIDE);
    let size = (side(scene.size.width), side(scene.size.height));
    let settings = PageSettings::from_wh(size.0, size.1).ok_or(ExportError::Empty)?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(scale, scale));
    let mut sheet = Sheet { surface, fonts };
    let drawn = sheet.scene(scene);
    // Also after a failure: a surface must be left as it was found.
    sheet.surface.pop();
    drop(sheet);
    page.finish();
    drawn
}

/// The bundled faces.
struct Fonts([Font; Weight::ALL.len()]);

impl Fonts {
    fn load() -> Result<Self, ExportError> {
        let font = |weight: Weight| {
            Font::new(Data::from(weight.font_bytes()), 0).ok_or_else(|| ExportError::Pdf(format!("{weight:?}")))
        };
        let [regular, medium, semi_bold, bold] = Weight::ALL.map(font);
        Ok(Self([regular?, medium?, semi_bold?, bold?]))
    }

    fn get(&self, weight: Weight) -> Font {
        let Self([regular, medium, semi_bold, bold]) = self;
        match weight {
            Weight::Regular => regular.clone(),
            Weight::Medium => medium.clone(),
            Weight::SemiBold => semi_bold.clone(),
            Weight::Bold => bold.clone(),
        }
    }
}

struct Sheet<'a> {
    surface: Surface<'a>,
    fonts: &'a Fonts,
}

impl Sheet<'_> {
    fn scene(&mut self, scene: &Scene) -> Result<(), ExportError> {
        let whole = Rect { x: 0.0, y: 0.0, width: scene.size.width, height: scene.size.height };
        self.draw(&rect_outline(whole, 0.0), Some(Paint::Solid(scene.background)), None, LineJoin::Miter);
        in_order(scene).iter().flat_map(|fragment| &fragment.shapes).try_for_each(|shape| self.shape(shape))
    }

    fn shape(&mut self, shape: &Shape) -> Result<(), ExportError> {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                self.draw(&rect_outline(*rect, *radius), *fill, *stroke, LineJoin::Miter);
            }
            Shape::Circle { center, radius, fill, stroke } => {
                self.draw(&circle_outline(*center, *radius), *fill, *stroke, LineJoin::Round);
            }
            Shape::Path { path, fill, stroke } => self.draw(path, *fill, *stroke, LineJoin::Round),
            Shape::Text { top_left, text, color } => self.text(*top_left, text, *color),
            Shape::Picture { rect, picture, round } => return self.picture(*rect, picture, *round),
        }
        Ok(())
    }

    fn draw(&mut self, outline: &Path, fill: Option<Paint>, stroke: Option<Stroke>, join: LineJoin) {
        let (Some(bounds), Some(path)) = (outline.bounds(), path_of(outline)) else { return };
        self.surface.set_fill(fill.map(|fill| fill_of(fill, bounds)));
        self.surface.set_stroke(stroke.map(|stroke| stroke_of(stroke, join)));
        self.surface.draw_path(&path);
    }

    fn text(&mut self, top_left: Point, text: &ShapedText, color: Color) {
        self.surface.set_fill(Some(solid(color)));
        self.surface.set_stroke(None);
        let (font, size) = (self.fonts.get(text.style.weight), text.style.size);
        for line in text.lines.iter().filter(|line| !line.glyphs.is_empty()) {
            let start = PdfPoint::from_xy(top_left.x + line.x, top_left.y + line.baseline);
            self.surface.draw_glyphs(start, &glyphs_of(line, size), font.clone(), &line.text, size, false);
        }
    }

    fn picture(&mut self, rect: Rect, picture: &Picture, round: bool) -> Result<(), ExportError> {
        let (width, height) = decode(picture)?.dimensions();
        let data = Data::from(picture.bytes.to_vec());
        let image = match picture.format {
            PictureFormat::Png => Image::from_png(data, true),
            PictureFormat::Jpeg => Image::from_jpeg(data, true),
        };
        let image = image.map_err(ExportError::Pdf)?;
        let outline = if round {
            circle_outline(rect.center(), rect.width.min(rect.height) / 2.0)
        } else {
            rect_outline(rect, 0.0)
        };
        // It covers its place, and is cut evenly where it is longer.
        let zoom = (rect.width / width as f32).max(rect.height / height as f32);
        let (wide, high) = (width as f32 * zoom, height as f32 * zoom);
        let (Some(clip), Some(size)) = (path_of(&outline), PdfSize::from_wh(wide, high)) else { return Ok(()) };
        let center = rect.center();
        self.surface.push_clip_path(&clip, &FillRule::NonZero);
        self.surface.push_transform(&Transform::from_translate(center.x - wide / 2.0, center.y - high / 2.0));
        self.surface.draw_image(image, size);
        self.surface.pop();
        self.surface.pop();
        Ok(())
    }
}

fn glyphs_of(line: &ShapedLine, size: f32) -> Vec<KrillaGlyph> {
    let mut pen = 0.0;
    let mut glyphs = Vec::with_capacity(line.glyphs.len());
    for (index, glyph) in line.glyphs.iter().enumerate() {
        let later = line.glyphs.iter().skip(index + 1).map(|later| later.cluster);
        let end = later.clone().find(|cluster| *cluster > glyph.cluster).map_or(line.text.len(), |end| end as usize);
        let (advance, dx, dy) = (glyph.advance / size, (glyph.x - pen) / size, -glyph.y / size);
        let id = GlyphId::new(u32::from(glyph.id));
        glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, glyph.cluster as usize..end, None));
        pen += glyph.advance;
    }
    glyphs
}

fn path_of(path: &Path) -> Option<krilla::geom::Path> {
    let mut builder = PathBuilder::new();
    for verb in &path.verbs {
        match *verb {
            PathVerb::Move(to) => builder.move_to(to.x, to.y),
            PathVerb::Line(to) => builder.line_to(to.x, to.y),
            PathVerb::Quad(a, to) => builder.quad_to(a.x, a.y, to.x, to.y),
            PathVerb::Cubic(a, b, to) => builder.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathVerb::Close => builder.close(),
        }
    }
    builder.finish()
}

fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn solid(color: Color) -> Fill {
    let paint = rgb::Color::new(color.r, color.g, color.b).into();
    Fill { paint, opacity: opacity(color), rule: FillRule::NonZero }
}

fn fill_of(paint: Paint, bounds: Rect) -> Fill {
    match paint {
        Paint::Solid(color) => solid(color),
        Paint::Vertical(from, to) => {
            let stop = |offset: NormalizedF32, color: Color| Stop {
                offset,
                color: rgb::Color::new(color.r, color.g, color.b).into(),
                opacity: opacity(color),
            };
            let gradient = LinearGradient {
                x1: 0.0,
                y1: bounds.y,
                x2: 0.0,
                y2: bounds.bottom(),
                transform: Transform::identity(),
                spread_method: SpreadMethod::Pad,
                stops: vec![stop(NormalizedF32::ZERO, from), stop(NormalizedF32::ONE, to)],
                anti_alias: false,
            };
            Fill { paint: gradient.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
        }
    }
}

fn stroke_of(stroke: Stroke, join: LineJoin) -> PdfStroke {
    let paint: PdfPaint = rgb::Color::new(stroke.color.r, stroke.color.g, stroke.color.b).into();
    PdfStroke {
        paint,
        width: stroke.width,
        miter_limit: 4.0,
        line_cap: if stroke.dash.is_some() { LineCap::Butt } else { LineCap::Round },
        line_join: join,
        opacity: opacity(stroke.color),
        dash: stroke.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 }),
    }
}
