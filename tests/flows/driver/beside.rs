//! A window beside the first one, as a desktop opens it: as large as it asks to be on a screen, with a keyboard of its own.

use std::cell::RefCell;
use std::collections::BTreeSet;

use egui::epaint::ClippedShape;
use egui::{ImmediateViewport, RawInput, Rect, Vec2, ViewportInfo, vec2};

use super::Driver;
use super::fit::{Scrolled, cut, overlapping};

thread_local! {
    /// How much higher than it asks the window is made, and what is drawn in it.
    static BESIDE: RefCell<(f32, Vec<ClippedShape>)> = const { RefCell::new((0.0, Vec::new())) };
}

/// Shows one frame of it.
fn show(context: &egui::Context, viewport: ImmediateViewport<'_>) {
    let ImmediateViewport { ids, builder, mut viewport_ui_cb } = viewport;
    let size = builder.inner_size.expect("it asks for a size");
    assert!(builder.min_inner_size.is_some_and(|least| least.x <= size.x && least.y <= size.y));
    let higher = BESIDE.with_borrow(|(higher, _)| *higher);
    let area = Rect::from_min_size(egui::Pos2::ZERO, size + vec2(0.0, higher));
    let info = || ViewportInfo { inner_rect: Some(area), ..ViewportInfo::default() };
    let viewports = [(ids.parent, info()), (ids.this, info())].into_iter().collect();
    let input = RawInput { viewport_id: ids.this, viewports, screen_rect: Some(area), ..RawInput::default() };
    let mut output = context.run_ui(input, |ui| viewport_ui_cb(ui));
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    BESIDE.with_borrow_mut(|(_, seen)| *seen = shapes);
}

impl Driver {
    /// Opens other windows beside this one from now on, on a screen of this size in points.
    pub(crate) fn open_windows_beside(&mut self, screen: Vec2) {
        egui::Context::set_immediate_viewport_renderer(show);
        self.harness.ctx.set_embed_viewports(false);
        let input = self.harness.input_mut();
        input.viewports.entry(input.viewport_id).or_default().monitor_size = Some(screen);
        self.resize(screen);
    }

    /// What is cut, and what lies over each other, in the other window, which is so much higher than it asks to be.
    pub(crate) fn faults_beside(&mut self, higher: f32) -> (BTreeSet<String>, Vec<(String, String)>) {
        BESIDE.with_borrow_mut(|(now, seen)| (*now, *seen) = (higher, Vec::new()));
        (0..3).for_each(|_| self.settle());
        BESIDE.with_borrow(|(_, seen)| {
            assert!(!seen.is_empty(), "the other window is shown");
            let shapes = || seen.iter().map(|it| (it.clip_rect, &it.shape));
            (cut(&self.own_words(), Scrolled::Down, shapes()), overlapping(shapes()))
        })
    }
}
