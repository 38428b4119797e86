//! Exports of a picture made by hand: what each format must hold.
//!
//! The golden SVG is written anew by `UPDATE_GOLDEN=1 cargo test --test rooms export`; look at it before it is kept.

use std::io::{self, Read as _, Write};

use proptest::prelude::*;
use tropa::export::{Continue, ExportError, ScaledPage, pdf, png, png_in_bands, svg};
use tropa::i18n::Texts;
use tropa::model::{Language, Picture, PictureFormat};
use tropa::scene::{Scene, Shape, Size, rect};

use crate::drawing::{scene, scene_saying};

fn png_of(scene: &Scene, scale: f32) -> Vec<u8> {
    let mut out = Vec::new();
    png(scene, scale, &mut out, &mut |_| Continue::Yes).unwrap();
    out
}

fn svg_of(scene: &Scene) -> String {
    let mut out = Vec::new();
    svg(scene, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn pdf_of(pages: &[Scene]) -> Vec<u8> {
    let mut out = Vec::new();
    pdf(pages, &mut out).unwrap();
    out
}

struct Pixels {
    width: usize,
    height: usize,
    dots_per_metre: u32,
    title: String,
    rgb: Vec<u8>,
}

fn decoded(file: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(io::Cursor::new(file)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgb).unwrap();
    reader.finish().unwrap();
    let info = reader.info();
    let dims = info.pixel_dims.unwrap();
    assert_eq!((dims.xppu, dims.unit), (dims.yppu, png::Unit::Meter));
    let title = info.utf8_text.iter().find(|chunk| chunk.keyword == "Title").unwrap().get_text().unwrap();
    Pixels { width: info.width as usize, height: info.height as usize, dots_per_metre: dims.xppu, title, rgb }
}

impl Pixels {
    fn at(&self, x: usize, y: usize) -> u32 {
        let at = (y * self.width + x) * 3;
        u32::from_be_bytes([0, self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]])
    }

    /// How much darker than white a part is on the whole.
    fn ink(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> f64 {
        let area = (columns.len() * rows.len()) as f64;
        let dark = |x: usize, y: usize| 255.0 - f64::from(self.at(x, y) >> 8 & 0xff);
        rows.map(|y| columns.clone().map(|x| dark(x, y)).sum::<f64>()).sum::<f64>() / area / 255.0
    }
}

#[test]
fn a_png_has_the_size_and_density_asked_for() {
    let check = |scale: f32, size: (usize, usize), dots_per_metre: u32| {
        let pixels = decoded(&png_of(&scene(), scale));
        assert_eq!((pixels.width, pixels.height), size, "{scale}×");
        assert_eq!(pixels.dots_per_metre, dots_per_metre, "{scale}×");
        assert_eq!(pixels.title, "Кофейня «Зерно»: визит");
    };
    check(0.5, (210, 140), 1890);
    check(1.0, (420, 280), 3780);
    check(1.37, (576, 384), 5178);
    check(8.0, (3360, 2240), 30236);
}

#[test]
fn a_png_shows_every_shape_in_its_place() {
    let pixels = decoded(&png_of(&scene(), 2.0));
    let check = |what: &str, x: f32, y: f32, expect: &str| {
        let expect = u32::from_str_radix(expect, 16).unwrap();
        let found = pixels.at((x * 2.0) as usize, (y * 2.0) as usize);
        let far = |shift: u32| ((found >> shift & 0xff) as i32 - (expect >> shift & 0xff) as i32).abs();
        assert!([0, 8, 16].iter().all(|shift| far(*shift) <= 2), "{what}: {found:06x}, not {expect:06x}");
    };
    check("background", 5.0, 5.0, "f7f8fa");
    check("card", 100.0, 150.0, "ffffff");
    check("card's corner", 30.6, 104.6, "f7f8fa");
    check("card's edge", 100.0, 104.3, "d5dae3");
    check("mark", 32.0, 130.0, "5046e5");
    check("chevron's top", 40.0, 60.1, "6d5ef0");
    check("chevron's foot", 40.0, 91.8, "5046e5");
    check("loss's top", 345.0, 100.2, "d55e00");
    check("loss's end", 345.0, 139.9, "f7f8fa");
    check("curve", 40.0, 230.0, "33407f");
    check("gap", 280.0, 215.0, "f2e0d3");
    check("face", 145.0, 186.0, "ffffff");
    check("face's edge", 159.0, 190.2, "0072b2");
    check("portrait's disc", 386.0, 26.0, "d55e00");
    check("outside of the portrait's circle", 371.0, 11.0, "f7f8fa");
    check("a dash", 42.0, 200.0, "6b7280");
    assert!(pixels.ink(60..512, 38..80) > 0.1, "the title is written");
    assert!(pixels.ink(386..440, 232..262) > 0.1, "and so are the cards");
}

#[test]
fn bands_join_without_a_seam() {
    let whole = |scale: f32| {
        let mut out = Vec::new();
        png_in_bands(&scene(), scale, usize::MAX, &mut out, &mut |_| Continue::Yes).unwrap();
        decoded(&out).rgb
    };
    for scale in [0.5, 1.0, 1.37, 3.0] {
        let expect = whole(scale);
        for band_bytes in [0, 3000, 20_000] {
            let mut out = Vec::new();
            png_in_bands(&scene(), scale, band_bytes, &mut out, &mut |_| Continue::Yes).unwrap();
            assert!(decoded(&out).rgb == expect, "{scale}× in bands of {band_bytes} bytes");
        }
    }
}

#[test]
fn an_export_tells_how_far_it_is_and_stops_when_asked() {
    let mut told = Vec::new();
    let mut out = Vec::new();
    png_in_bands(&scene(), 1.0, 50_000, &mut out, &mut |done| {
        told.push(done);
        Continue::Yes
    })
    .unwrap();
    assert!(told.len() > 3 && told.is_sorted() && told.last() == Some(&1.0), "{told:?}");
    let mut asked = 0;
    let cancelled = png_in_bands(&scene(), 1.0, 5_000, &mut io::sink(), &mut |_| {
        asked += 1;
        if asked < 3 { Continue::Yes } else { Continue::Cancel }
    });
    assert!(matches!(cancelled, Err(ExportError::Cancelled)) && asked == 3);
}

#[test]
fn what_cannot_be_exported_says_why() {
    let png = |scene: &Scene, scale: f32| png(scene, scale, &mut io::sink(), &mut |_| Continue::Yes);
    for scale in [0.49, 8.01, f32::NAN, -1.0] {
        assert!(matches!(png(&scene(), scale), Err(ExportError::Scale { .. })), "{scale}");
    }
    let long = Scene { size: Size { width: 600_000.0, height: 100.0 }, ..scene() };
    assert!(matches!(png(&long, 8.0), Err(ExportError::Size { width: 4_800_000.0, height: 800.0 })));
    for size in [Size { width: 0.0, height: 10.0 }, Size { width: 10.0, height: f32::NAN }] {
        let empty = Scene { size, ..scene() };
        assert!(matches!(png(&empty, 1.0), Err(ExportError::Empty)), "{size:?}");
        assert!(matches!(svg(&empty, &mut io::sink()), Err(ExportError::Empty)), "{size:?}");
        assert!(matches!(pdf(&[empty], &mut io::sink()), Err(ExportError::Empty)), "{size:?}");
    }
    assert!(matches!(pdf(&[], &mut io::sink()), Err(ExportError::Empty)));
}

#[test]
fn a_picture_that_cannot_be_read_fails_the_export() {
    let huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0\x08\x06\0\0\0\xaa\xe8\xb9\x0f".as_slice();
    for bytes in [b"no picture".as_slice(), huge] {
        let mut broken = scene();
        let picture = Picture { format: PictureFormat::Png, bytes: bytes.into() };
        let mut rest = broken.fragments.iter().cloned().collect::<Vec<_>>().into_iter();
        let mut fragment = (*rest.next().unwrap()).clone();
        let more = Shape::Picture { rect: rect(30.0, 10.0, 9.0, 9.0), picture, round: true };
        fragment.shapes = fragment.shapes.iter().cloned().chain([more]).collect();
        broken.fragments = std::iter::once(std::sync::Arc::new(fragment)).chain(rest).collect();
        let png = png(&broken, 1.0, &mut io::sink(), &mut |_| Continue::Yes);
        assert!(matches!(png, Err(ExportError::Picture(_))));
        assert!(matches!(svg(&broken, &mut io::sink()), Err(ExportError::Picture(_))));
        assert!(matches!(pdf(&[broken], &mut io::sink()), Err(ExportError::Picture(_))));
    }
}

/// A disk that is full after so many bytes.
struct FullAfter(usize);

impl Write for FullAfter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 < bytes.len() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0 -= bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_fails_the_export() {
    for room in [0, 60, 2000] {
        let is_full = |result: Result<(), ExportError>| match result {
            Err(ExportError::Io(error)) => error.kind() == io::ErrorKind::StorageFull,
            _ => false,
        };
        assert!(is_full(png(&scene(), 1.0, &mut FullAfter(room), &mut |_| Continue::Yes)), "PNG, {room}");
        assert!(is_full(svg(&scene(), &mut FullAfter(room))), "SVG, {room}");
        assert!(is_full(pdf(&[scene()], &mut FullAfter(room)).map(|_| ())), "PDF, {room}");
    }
}

#[test]
fn the_svg_is_the_golden_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/export/scene.svg");
    let found = svg_of(&scene());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &found).unwrap();
    }
    let expect = std::fs::read_to_string(path).unwrap();
    let differs = found.lines().zip(expect.lines()).position(|(found, expect)| found != expect);
    assert!(found == expect, "differs from {path} first in line {:?}", differs.map(|line| line + 1));
}

/// What a reader of the SVG selects, line by line.
fn selectable(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let lines = document.descendants().filter(|node| node.has_tag_name("text"));
    lines.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn an_svg_can_be_searched_and_read_aloud() {
    let svg = svg_of(&scene());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("lang"), Some("ru"));
    let title = root.children().find(roxmltree::Node::is_element).unwrap();
    assert_eq!((title.tag_name().name(), title.text()), ("title", Some("Кофейня «Зерно»: визит")));
    let lines = selectable(&svg);
    assert!(lines.contains(&"Ask 漢 in chat,".to_owned()), "{lines:?}");
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    for name in document.descendants().filter(|node| node.has_tag_name("use")).filter_map(|node| node.attribute("href"))
    {
        assert!(unique.contains(&name[1..]), "{name} is not defined");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_svg_is_well_formed_whatever_it_says(words in "(?s)(.|[\\x00-\\x1f<>&'\"\\]\u{fffe}\u{ffff}]){0,40}") {
        let svg = svg_of(&scene_saying(&words));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let title = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
        let clean = |c: char| match c {
            '\t' | '\n' | '\r' => ' ',
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c => c,
        };
        prop_assert_eq!(title.text().unwrap_or_default(), words.chars().map(clean).collect::<String>());
    }

    #[test]
    fn nothing_that_is_said_breaks_an_export(words in "(?s).{0,40}") {
        let scene = scene_saying(&words);
        prop_assert!(png_of(&scene, 0.5).starts_with(b"\x89PNG"));
        prop_assert!(pdf_of(&[scene]).starts_with(b"%PDF-"));
    }
}

/// All of a PDF's streams, unpacked.
pub(crate) fn streams(pdf: &[u8]) -> String {
    let mut text = String::new();
    let find = |from: usize, what: &[u8]| pdf[from..].windows(what.len()).position(|part| part == what);
    let mut at = 0;
    while let Some(begin) = find(at, b"stream\n") {
        let begin = at + begin + 7;
        let end = begin + find(begin, b"endstream").unwrap();
        let mut bytes = Vec::new();
        let is_packed = flate2::read::ZlibDecoder::new(&pdf[begin..end]).read_to_end(&mut bytes).is_ok();
        text += &String::from_utf8_lossy(if is_packed { &bytes } else { &pdf[begin..end] });
        at = end + 9;
    }
    text
}

#[test]
fn a_pdf_has_pages_and_text_and_says_what_it_is() {
    let file = pdf_of(&[scene(), scene_saying("Вторая")]);
    assert!(file.starts_with(b"%PDF-1.7"));
    assert_eq!(file, pdf_of(&[scene(), scene_saying("Вторая")]), "the same bytes each time");
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("/Count 2"));
    assert!(text.contains("/MediaBox[0 0 315 210]"), "0.75 PDF points a point");
    assert!(text.contains("/Lang(ru)"));
    let unpacked = streams(&file);
    assert!(unpacked.contains("<dc:title>") && unpacked.contains("Кофейня «Зерно»: визит"));
    // К, о and я are mapped back from the glyphs of a subset.
    for code in ["041A", "043E", "044F"] {
        assert!(unpacked.contains(&format!("<{code}>")), "{code} is in no ToUnicode map");
    }
    assert!(text.contains("Inter-SemiBold") && file.len() < 60_000, "{} bytes", file.len());
}

#[test]
fn a_page_longer_than_readers_show_is_made_smaller_and_said() {
    let long = Scene { size: Size { width: 38_400.0, height: 280.0 }, ..scene() };
    let mut out = Vec::new();
    let report = pdf(&[scene(), long], &mut out).unwrap();
    assert_eq!(report.scaled, [ScaledPage { page: 2, factor: 0.5 }]);
    assert!(String::from_utf8_lossy(&out).contains("/MediaBox[0 0 14400 105]"));
}

#[test]
fn every_failure_has_its_words() {
    let failures = [
        ExportError::Scale { scale: 9.0 },
        ExportError::Size { width: 5e6, height: 1.0 },
        ExportError::Empty,
        ExportError::Picture(image::ImageError::Limits(image::error::LimitError::from_kind(
            image::error::LimitErrorKind::DimensionError,
        ))),
        ExportError::Pdf("why".to_owned()),
        ExportError::Cancelled,
        ExportError::Io(io::ErrorKind::StorageFull.into()),
    ];
    for failure in &failures {
        for language in [Language::Ru, Language::En] {
            let words = failure.describe(Texts::of(language));
            assert!(words.contains(' ') && !words.contains("error-export") && !words.contains('$'), "{words}");
        }
    }
    let words = failures[0].describe(Texts::of(Language::Ru));
    assert_eq!(words, "Масштаб 9 не подходит: укажите от 0,5 до 8.");
}
