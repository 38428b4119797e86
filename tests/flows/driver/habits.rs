//! The window's habits: what is started with, dropped, left by a crash, restored.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui_kittest::kittest::{NodeT, Queryable};

use super::{Driver, Setup, start};

/// A file that is dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

impl Driver {
    /// A file with the sample of the driver's language, as if it had been saved before.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        tropa::storage::save(&path, self.document(), tropa::storage::Expected::Any).expect("saved");
        path
    }

    /// Closes the window and starts it again as this setup says, with the same settings.
    pub(crate) fn start_again(self, setup: Setup) -> Self {
        let Self { harness, directory, windows } = self;
        drop(harness);
        Self { harness: start(setup, directory.path(), windows.clone(), |_| ()), directory, windows }
    }

    /// Waits until unsaved work is kept aside, or no longer.
    pub(crate) fn wait_for_copies(&mut self, count: usize) {
        let folder = self.directory.path().join("unsaved");
        let copies = move || {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            entries.filter(|entry| entry.path().extension().is_some_and(|it| it == "ron")).count()
        };
        self.wait_until(|_| copies() == count);
        // The note is written after the copy.
        std::thread::sleep(Duration::from_millis(30));
    }

    /// Waits until a copy of unsaved work has these words.
    pub(crate) fn wait_for_text_in_copies(&mut self, words: &str) {
        let folder = self.directory.path().join("unsaved");
        self.wait_until(|_| {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            let mut texts = entries.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
            texts.any(|text| text.contains(words))
        });
        std::thread::sleep(Duration::from_millis(30));
    }

    /// Drops files on the window.
    pub(crate) fn drop_files(&mut self, paths: &[&Path]) {
        let file = |path: &&Path| -> egui::DroppedFileHandle { Arc::new(Dropped(path.to_path_buf())) };
        self.harness.input_mut().dropped_files = paths.iter().map(file).collect();
        self.harness.run();
    }

    /// How many points of the screen a point of the interface takes.
    pub(crate) fn scale(&self) -> f32 {
        self.harness.ctx.zoom_factor()
    }

    /// Clicks what is called by words that hold these.
    pub(crate) fn click_part(&mut self, part: &str) {
        if let Some(found) = self.harness.query_all_by_label_contains(part).last() {
            found.scroll_to_me();
        }
        self.harness.run();
        let found = self.harness.query_all_by_label_contains(part).last();
        found.unwrap_or_else(|| panic!("nothing holds {part:?}")).click();
        self.harness.run();
    }

    /// Opens the menu of what is called by words that hold these.
    pub(crate) fn open_menu_of_part(&mut self, part: &str) {
        let found = self.harness.query_all_by_label_contains(part).last();
        found.unwrap_or_else(|| panic!("nothing holds {part:?}")).click_secondary();
        self.harness.run();
    }

    /// Whether the picture of an opened file is there for the start screen.
    pub(crate) fn has_drawn_a_recent_map(&self) -> bool {
        let pictures = std::fs::read_dir(self.directory.path().join("pictures")).into_iter().flatten();
        pictures.flatten().any(|file| file.path().extension().is_some_and(|it| it == "png"))
    }

    /// Where pictures are drawn in the last frame within this.
    pub(crate) fn pictures_within(&self, area: egui::Rect) -> Vec<egui::Rect> {
        let shapes = self.harness.output().shapes.iter();
        let picture = |shape: &egui::Shape| match shape {
            egui::Shape::Rect(it) if it.brush.is_some() && area.contains_rect(it.rect) => Some(it.rect),
            _ => None,
        };
        shapes.filter_map(|it| picture(&it.shape)).collect()
    }

    /// Brings the window to a screen of this height in pixels, with so many pixels for a point of the system.
    pub(crate) fn put_on_screen(&mut self, pixels: f32, native: f32) {
        let input = self.harness.input_mut();
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(native);
        self.harness.step();
        let high = pixels / self.harness.ctx.pixels_per_point();
        let input = self.harness.input_mut();
        let screen = egui::vec2(high * 16.0 / 9.0, high);
        input.viewports.entry(input.viewport_id).or_default().monitor_size = Some(screen);
        (0..3).for_each(|_| self.harness.step());
    }

    /// How the export dialog names a size.
    pub(crate) fn scale_words(&self, scale: u32) -> String {
        let arguments = [("scale", scale.to_string().into()), ("dpi", (f64::from(scale) * 96.0).into())];
        self.app().texts().with("export-scale-words", &arguments)
    }

    /// Runs a command of the table by its menu.
    pub(crate) fn run_command(&mut self, key: &str) {
        let command = tropa::ui::command::CommandId::ALL.iter();
        let name = format!("command-{key}");
        let found = command.copied().find(|command| command.name_key() == name).expect("a command");
        self.click_first(&self.word(found.menu().key()));
        self.click_last_button(&self.word(&name));
    }

    /// Clicks the last button of this name: a heading of the window may be called so as well.
    pub(crate) fn click_last_button(&mut self, name: &str) {
        let is_button = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::Button;
        self.harness.query_all_by_label(name).rfind(is_button).expect(name).scroll_to_me();
        self.harness.run();
        self.harness.query_all_by_label(name).rfind(is_button).expect(name).click();
        self.harness.run();
    }

    /// Selects a thing and brings it into sight, as the outline does.
    pub(crate) fn reveal(&mut self, subject: tropa::model::Subject) {
        self.harness.state_mut().show_subject(subject);
        self.harness.run();
    }

    /// Whether what opens, closes and scrolls in the window takes its time.
    pub(crate) fn fades(&self) -> bool {
        let style = self.harness.ctx.global_style();
        let scrolls = style.scroll_animation != egui::style::ScrollAnimation::none();
        assert_eq!(style.animation_time > 0.0, scrolls);
        scrolls
    }

    /// Presses a key and lets nothing more happen than its own frame.
    pub(crate) fn begin_key(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        let pressed = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        self.harness.input_mut().events.push(pressed);
    }
}
