//! The window's canvas and the exported PNG are the same picture: same places, same line breaks, same colours.

use std::cell::RefCell;

use crate::cpu_renderer::CpuRenderer;
use egui::vec2;
use egui_kittest::Harness;
use image::RgbaImage;
use tropa::export::{self, Continue};
use tropa::i18n::Texts;
use tropa::model::{Date, Document, JourneyId, Language, Subject};
use tropa::scene::{HitTarget, MapOptions, Scene, SceneCache, Theme, ThemeName, map_scene};
use tropa::ui::action::{Motion, ThemeChoice};
use tropa::ui::canvas::canvas_ui;
use tropa::ui::canvas::index::Index;
use tropa::ui::context::{Figures, FileInfo, Offers};
use tropa::ui::{View, ViewCtx};
use tropa::{app, format};

/// The part of the map that is compared, in pixels.
const SIZE: (u32, u32) = (1100, 800);

/// What the harness leaves free around what it shows, in pixels.
const MARGIN: u32 = 8;

/// Both pictures differ at the edges of letters and shapes: two rasterisers spread one edge over neighbouring pixels in
/// their own ways, and letters stand on quarter pixels. On the samples that leaves a root mean square difference of
/// 3.4 and 3.6 of 255; one of the pictures moved by two pixels gives 33 and 28.
const MOST: f64 = 5.0;

/// A document with what the canvas reads of it.
struct Shown {
    document: Document,
    journey: JourneyId,
    scene: Scene,
    index: Index,
    theme: ThemeName,
    view: View,
}

#[test]
fn a_transition_is_found_wherever_it_is_drawn() {
    let shown = Shown::new(Language::En, ThemeName::Light);
    let journey = shown.document.journeys.get(&shown.journey).expect("the journey");
    // In the index of another scene too, which takes over what is in both.
    for index in [&shown.index, &shown.index.after(&shown.scene)] {
        for transition in &journey.transitions {
            let is_it = |hit: &tropa::scene::Hit| match &hit.target {
                HitTarget::Subject(Subject::Transition(_, id)) => *id == transition.id,
                _ => false,
            };
            let drawn = shown.scene.fragments.drawn().filter(|it| it.drawn.hit.as_ref().is_some_and(is_it));
            let places: Vec<u32> = drawn.map(|it| it.place as u32).collect();
            assert!(!places.is_empty() && index.drawn_of(&transition.id) == places, "{}", transition.id);
        }
    }
}

impl Shown {
    fn new(language: Language, theme: ThemeName) -> Self {
        let document = format::read(format::samples::sample(language)).expect("the sample opens").document;
        let journey = document.journeys_in_order()[0].id.clone();
        let options = MapOptions { theme, ..MapOptions::new(journey.clone()) };
        let scene = map_scene(&document, &options, &mut SceneCache::default());
        // The camera stands where the export begins: in the corner, at 1:1.
        let view = View { camera_of: Some(journey.clone()), ..View::default() };
        Self { index: Index::of(&scene), document, journey, scene, theme, view }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let (actions, figures, file, offers) =
            (RefCell::default(), Figures::default(), FileInfo::default(), Offers::default());
        let editor = tropa::edit::Editor::new(Document::default());
        let ctx = ViewCtx {
            opened: None,
            document: &self.document,
            journey: self.document.journeys.get(&self.journey),
            persona: None,
            selection: &[],
            scene: &self.scene,
            scene_stamp: 0,
            index: &self.index,
            theme: Theme::of(self.theme),
            theme_choice: ThemeChoice::Fixed(self.theme),
            texts: Texts::of(Language::En),
            figures: &figures,
            file: &file,
            offers: &offers,
            editor: &editor,
            undo: None,
            redo: None,
            today: Date::constant(2026, 11, 22),
            motion: Motion::Full,
            slides: &[],
            slide_names: &[],
            actions: &actions,
        };
        canvas_ui(ui, &ctx, &mut self.view);
        assert!(actions.into_inner().is_empty(), "nobody has touched anything");
    }
}

/// The whole canvas in a window that consists of nothing else.
fn on_screen(shown: Shown) -> RgbaImage {
    let theme = shown.theme;
    let renderer = CpuRenderer::default();
    let around = 2 * MARGIN;
    let (width, height) = (SIZE.0 + around, SIZE.1 + around);
    let prepare = move |context: &egui::Context| {
        app::prepare(context);
        tropa::ui::style::dress(context, Theme::of(theme), tropa::ui::action::Motion::Full);
    };
    let builder = Harness::builder()
        .with_size(vec2(width as f32, height as f32))
        .with_pixels_per_point(1.0)
        .with_context_setup(prepare);
    let builder = builder.renderer(renderer.clone());
    let mut harness = builder.build_ui_state(|ui, shown: &mut Shown| shown.show(ui), shown);
    harness.run();
    let whole = renderer.render(&harness.ctx, harness.output(), (width, height));
    image::imageops::crop_imm(&whole, MARGIN, MARGIN, SIZE.0, SIZE.1).to_image()
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
        let shown = Shown::new(language, theme);
        let file = exported(&shown.scene);
        let screen = on_screen(shown);
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
