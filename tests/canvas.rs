//! The window's canvas and the exported PNG are the same picture: same places, same line breaks, same colours.

mod common {
    pub(crate) mod cpu_renderer;
}

use common::cpu_renderer::CpuRenderer;
use egui::{Rect, pos2, vec2};
use egui_kittest::TestRenderer as _;
use image::RgbaImage;
use tropa::export::{self, Continue};
use tropa::model::Language;
use tropa::scene::{MapOptions, Scene, SceneCache, Theme, ThemeName, map_scene};
use tropa::ui::canvas::camera::{Camera, Lens};
use tropa::ui::canvas::index::Index;
use tropa::ui::canvas::paint::{Drawing, paint_scene};
use tropa::ui::canvas::text::TextSize;
use tropa::ui::picture::Pictures;
use tropa::{app, format};

/// The part of the map that is compared, in pixels.
const SIZE: (u32, u32) = (1100, 800);

/// Both pictures differ at the edges of letters and shapes: two rasterisers spread one edge over neighbouring pixels in
/// their own ways, and letters stand on quarter pixels. On the samples that leaves a root mean square difference of
/// 3.4 of 255; one of the pictures moved by two pixels gives 33.
const MOST: f64 = 5.0;

fn scene(language: Language, theme: ThemeName) -> Scene {
    let document = format::read(format::samples::sample(language)).expect("the sample opens").document;
    let journey = document.journeys_in_order()[0].id.clone();
    map_scene(&document, &MapOptions { theme, ..MapOptions::new(journey) }, &mut SceneCache::default())
}

fn on_screen(scene: &Scene, theme: ThemeName) -> RgbaImage {
    let context = egui::Context::default();
    app::prepare(&context);
    tropa::ui::style::dress(&context, Theme::of(theme));
    let mut renderer = CpuRenderer::default();
    let (index, mut pictures) = (Index::of(scene), Pictures::default());
    let canvas = Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE.0 as f32, SIZE.1 as f32));
    let input = || egui::RawInput { screen_rect: Some(canvas), ..egui::RawInput::default() };
    // The first frame only loads the faces.
    let mut image = None;
    for _ in 0..2 {
        let mut output = context.run_ui(input(), |ui| {
            let lens = Lens::new(canvas, Camera::default(), scene);
            let mut drawing = Drawing { scene, index: &index, pictures: &mut pictures, text_size: TextSize::Exact };
            paint_scene(ui, &mut drawing, &lens);
        });
        renderer.handle_delta(&mut output.textures_delta);
        image = Some(renderer.render(&context, &output, SIZE));
        output.drop_without_applying_deltas();
    }
    image.expect("two frames were drawn")
}

fn exported(scene: &Scene) -> RgbaImage {
    let mut bytes = Vec::new();
    export::png(scene, 1.0, &mut bytes, &mut |_| Continue::Yes).expect("exports");
    image::load_from_memory(&bytes).expect("is a PNG").to_rgba8()
}

/// Root mean square difference of the shared part, `b` moved right by `shift` pixels.
fn difference(a: &RgbaImage, b: &RgbaImage, shift: u32) -> f64 {
    let (mut sum, mut count) = (0.0, 0_u64);
    for y in 0..SIZE.1.min(b.height()) {
        for x in shift..SIZE.0.min(b.width()) {
            let (p, q) = (a.get_pixel(x, y), b.get_pixel(x - shift, y));
            for part in 0..3 {
                sum += (f64::from(p.0[part]) - f64::from(q.0[part])).powi(2);
                count += 1;
            }
        }
    }
    (sum / count as f64).sqrt()
}

#[test]
fn the_canvas_looks_like_the_exported_png() {
    for (language, theme) in [(Language::Ru, ThemeName::Light), (Language::En, ThemeName::Dark)] {
        let scene = scene(language, theme);
        let (screen, file) = (on_screen(&scene, theme), exported(&scene));
        if let Ok(folder) = std::env::var("TROPA_PICTURES") {
            let folder = std::path::Path::new(&folder);
            screen.save(folder.join(format!("{language:?}-screen.png"))).expect("saves");
            file.save(folder.join(format!("{language:?}-file.png"))).expect("saves");
        }
        let (here, moved) = (difference(&screen, &file, 0), difference(&screen, &file, 2));
        assert!(here <= MOST, "{language:?} {theme:?}: the pictures differ by {here:.2}");
        assert!(moved > 4.0 * MOST, "{language:?} {theme:?}: moved by two pixels they differ by only {moved:.2}");
    }
}
