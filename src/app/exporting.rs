//! Exports on a thread of their own: the window goes on, shows how far they are, and can stop them.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use egui::Context;

use super::shell::{App, Report};
use crate::export::{self, Continue, ExportError, ScaledPage};
use crate::i18n::Texts;
use crate::i18n::number::percent;
use crate::model::{Document, JourneyId};
use crate::present::pages::Notes;
use crate::present::{self, BoardOptions, StopOptions, board_scene, board_sheet, deck};
use crate::scene::{MapOptions, Scene, SceneCache, Size, Theme, map_scene};
use crate::storage::{Expected, write_atomic};
use crate::ui::dialogs::{BoardPart, Dialog, ExportChoice, ExportFormat, ExportWhat};
use crate::ui::find::filter::dimmed;
use crate::ui::project_title;

/// An exported board is as large as it stands in a window.
const BOARD_SIZE: Size = Size { width: 1440.0, height: 900.0 };

/// The exports that were asked for: one is drawn, the others wait for it.
#[derive(Default)]
pub(super) struct Exports {
    job: Option<Job>,
    waiting: VecDeque<(Drawing, PathBuf)>,
    /// What was chosen last.
    pub(super) chosen: Option<ExportChoice>,
    /// What is said of those that have ended while others went on.
    said: Vec<String>,
}

/// An export under way.
struct Job {
    /// How far it is, 0–1.
    progress: f32,
    stop: Arc<AtomicBool>,
}

impl Exports {
    /// How far the one under way is, 0–1.
    pub(super) fn progress(&self) -> Option<f32> {
        self.job.as_ref().map(|job| job.progress)
    }

    /// It is so far.
    pub(super) fn come_on(&mut self, progress: f32) {
        if let Some(job) = &mut self.job {
            job.progress = progress;
        }
    }
}

/// How an export ended.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The file is there; pages that had to be made smaller.
    Done(PathBuf, Vec<ScaledPage>),
    /// So many pictures are in this folder.
    DoneMany(usize, PathBuf),
    /// It was stopped; no file was written.
    Stopped,
    /// Why there is no file.
    Failed(String),
}

impl App {
    /// A name for the file: the map's own, else with what it is of.
    pub(super) fn export_name(&self, choice: &ExportChoice) -> String {
        let extension = choice.format.extension();
        choice.what.file_key().map_or_else(|| self.offered_name(extension), |key| self.name_with(key, extension))
    }

    /// The files that an export to this path writes: slides as pictures are numbered.
    pub(super) fn export_targets(&self, choice: &ExportChoice, path: &Path) -> Vec<PathBuf> {
        if !is_numbered(choice) {
            return vec![path.to_owned()];
        }
        let Some(journey) = &choice.journey else { return Vec::new() };
        let slides = deck(self.document(), journey, &StopOptions::new(), &mut SceneCache::default());
        let count = slides.iter().filter(|slide| !slide.hidden).count();
        (0..count).map(|index| export::numbered(path, index, count)).collect()
    }

    /// Starts the export aside from the window.
    pub(super) fn start_export(&mut self, choice: ExportChoice, path: PathBuf) {
        self.exports.chosen = Some(choice.clone());
        let document = self.document().clone();
        let (format, scale, numbered) = (choice.format, choice.scale, is_numbered(&choice));
        let files = if numbered { Files::Numbered } else { Files::One };
        let pages = Box::new(move || pages(&document, &choice));
        self.export_aside(Drawing { pages, format, scale, files }, path);
    }

    /// Draws aside from the window, after what is being drawn there.
    pub(super) fn export_aside(&mut self, drawing: Drawing, path: PathBuf) {
        self.exports.waiting.push_back((drawing, path));
        if self.exports.job.is_none() {
            self.start_next_export();
        }
    }

    fn start_next_export(&mut self) {
        let Some((drawing, path)) = self.exports.waiting.pop_front() else { return };
        let Drawing { pages, format, scale, files } = drawing;
        let stop = Arc::new(AtomicBool::new(false));
        self.exports.job = Some(Job { progress: 0.0, stop: Arc::clone(&stop) });
        let work = Work {
            format,
            scale,
            files,
            texts: self.texts(),
            stop,
            reports: self.reports.clone(),
            context: self.context.clone(),
        };
        std::thread::spawn(move || {
            let outcome = work.run(&path, &pages());
            // The window may be gone by now; the file is there all the same.
            let _ = work.reports.send(Report::ExportEnded(outcome));
            work.context.request_repaint();
        });
    }

    /// Stops the export under way at its next step.
    pub(super) fn cancel_export(&mut self) {
        if let Some(job) = &self.exports.job {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Says how it ended, beside what was said of those before it, and goes on with the next.
    pub(super) fn export_ended(&mut self, outcome: Outcome) {
        self.exports.job = None;
        let said = match outcome {
            Outcome::Done(path, scaled) => done_words(&path, &scaled, self.texts()),
            Outcome::DoneMany(count, folder) => {
                let folder = folder.display().to_string();
                let words = [("count", count.into()), ("folder", folder.into())];
                self.texts().with("export-done-many", &words)
            }
            Outcome::Stopped => self.texts().get("export-stopped"),
            Outcome::Failed(text) => {
                self.say_export_failed(text);
                self.start_next_export();
                return;
            }
        };
        self.exports.said.push(said);
        self.toast = Some(self.exports.said.join("\n"));
        self.start_next_export();
        if self.exports.job.is_none() {
            self.exports.said.clear();
        }
    }

    /// One failure does not hide another.
    fn say_export_failed(&mut self, text: String) {
        let title_key = "export-failed";
        let text = match &self.view.dialog {
            Some(Dialog::Message { title_key: "export-failed", text: before }) => format!("{before}\n{text}"),
            _ => text,
        };
        self.view.dialog = Some(Dialog::Message { title_key, text });
    }
}

/// Where the file is, and which pages are not as large as they should be.
fn done_words(path: &Path, scaled: &[ScaledPage], texts: &Texts) -> String {
    let mut lines = vec![texts.with("export-done", &[("file", path.display().to_string().into())])];
    lines.extend(scaled.iter().map(|ScaledPage { page, factor }| {
        let factor = percent(f64::from(*factor), texts.language());
        texts.with("cli-export-page-scaled", &[("page", (*page).into()), ("factor", factor.into())])
    }));
    lines.join("\n")
}

/// Whether each page is a file of its own.
fn is_numbered(choice: &ExportChoice) -> bool {
    choice.what == ExportWhat::Slides && choice.format == ExportFormat::Png
}

/// What is drawn, and into what.
pub(super) struct Drawing {
    /// Makes the pages.
    pub(super) pages: Box<dyn FnOnce() -> Vec<Scene> + Send>,
    /// Into what.
    pub(super) format: ExportFormat,
    /// How large a PNG is.
    pub(super) scale: f32,
    /// Into how many files.
    pub(super) files: Files,
}

/// Into how many files pages are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    /// One.
    One,
    /// One for each page, numbered.
    Numbered,
}

fn pages(document: &Document, choice: &ExportChoice) -> Vec<Scene> {
    let mut cache = SceneCache::default();
    let notes = match choice.what {
        ExportWhat::Map => None,
        ExportWhat::Board => return vec![board(document, choice, &mut cache)],
        ExportWhat::Slides => Some(Notes::Without),
        ExportWhat::SlidesWithNotes => Some(Notes::With),
    };
    if let (Some(notes), Some(journey)) = (notes, &choice.journey) {
        let options = StopOptions { theme: choice.theme, ..StopOptions::new() };
        return present::pages(document, journey, (&options, notes), &mut cache);
    }
    let mut page = |journey: JourneyId| {
        let lanes = Some(choice.lanes.clone());
        let filter = choice.filters.get(&journey).filter(|_| choice.dims);
        let lit = filter.zip(document.journeys.get(&journey)).map(|(filter, it)| filter.lit(document, it));
        let options = MapOptions { theme: choice.theme, lanes, ..MapOptions::new(journey) };
        let mut scene = map_scene(document, &options, &mut cache);
        if let Some(lit) = lit {
            scene.dim(&dimmed(&scene, &lit));
        }
        scene
    };
    match &choice.journey {
        Some(journey) => vec![page(journey.clone())],
        None => document.journeys_in_order().into_iter().map(|journey| page(journey.id.clone())).collect(),
    }
}

fn board(document: &Document, choice: &ExportChoice, cache: &mut SceneCache) -> Scene {
    let BoardPart { opportunities, worth } = &choice.board;
    let opportunities: Vec<_> = opportunities.iter().filter_map(|id| document.opportunities.get(id).cloned()).collect();
    let options =
        BoardOptions { theme: Theme::of(choice.theme), size: BOARD_SIZE, scale: 1.0, worth: *worth, front: None };
    let texts = Texts::of(document.info.language);
    let board = board_scene(document, &opportunities, &options, texts, cache.shaper()).scene;
    board_sheet(&board, (&project_title(document, texts), options.theme), cache.shaper())
}

struct Work {
    format: ExportFormat,
    scale: f32,
    files: Files,
    texts: &'static Texts,
    stop: Arc<AtomicBool>,
    reports: Sender<Report>,
    context: Context,
}

impl Work {
    fn run(&self, path: &Path, pages: &[Scene]) -> Outcome {
        if self.files == Files::One {
            return self.file(path, pages, (0, 1));
        }
        for (index, page) in pages.iter().enumerate() {
            let target = export::numbered(path, index, pages.len());
            let outcome = self.file(&target, std::slice::from_ref(page), (index, pages.len()));
            if !matches!(outcome, Outcome::Done(..)) {
                return outcome;
            }
        }
        Outcome::DoneMany(pages.len(), path.parent().unwrap_or(path).to_owned())
    }

    /// Writes one file, the one of this place among so many.
    fn file(&self, path: &Path, pages: &[Scene], part: (usize, usize)) -> Outcome {
        let mut failure = None;
        let mut scaled = Vec::new();
        let written = write_atomic(path, Expected::Any, &mut |out| {
            self.write((pages, part), out).map(|pages| scaled = pages).map_err(|error| match error {
                ExportError::Io(error) => error,
                other => {
                    let words = io::Error::other(other.to_string());
                    failure = Some(other);
                    words
                }
            })
        });
        match (written, failure) {
            (Ok(_), _) => Outcome::Done(path.to_owned(), scaled),
            (Err(_), Some(ExportError::Cancelled)) => Outcome::Stopped,
            (Err(_), Some(error)) => Outcome::Failed(error.describe(self.texts)),
            (Err(error), None) => Outcome::Failed(error.describe(self.texts)),
        }
    }

    fn write(
        &self,
        (pages, (index, count)): (&[Scene], (usize, usize)),
        out: &mut dyn Write,
    ) -> Result<Vec<ScaledPage>, ExportError> {
        let first = || pages.first().ok_or(ExportError::Empty);
        let mut go_on = |progress: f32| self.go_on((index as f32 + progress) / count as f32);
        match self.format {
            ExportFormat::Png => export::png(first()?, self.scale, out, &mut go_on)?,
            ExportFormat::Svg => export::svg(first()?, out)?,
            ExportFormat::Pdf => return Ok(export::pdf(pages, out)?.scaled),
        }
        Ok(Vec::new())
    }

    fn go_on(&self, progress: f32) -> Continue {
        let _ = self.reports.send(Report::ExportProgress(progress));
        self.context.request_repaint();
        if self.stop.load(Ordering::Relaxed) { Continue::Cancel } else { Continue::Yes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture::app_with;
    use crate::model::Language;

    #[test]
    fn an_export_that_is_asked_for_while_another_runs_is_written_as_well() {
        let directory = tempfile::tempdir().unwrap();
        let sample = crate::format::samples::sample(Language::En);
        let mut app = app_with(crate::format::read(sample).unwrap().document);
        let journey = app.document().journeys_in_order().first().map(|journey| Arc::clone(journey));
        let choice = ExportChoice { format: ExportFormat::Svg, ..ExportChoice::of(app.document(), journey.as_deref()) };
        let path = |name: &str| directory.path().join(name);
        app.start_export(choice.clone(), path("one.svg"));
        app.start_export(choice.clone(), path("nowhere/two.svg"));
        app.start_export(choice, path("three.svg"));
        assert_eq!((app.exports.progress(), app.exports.waiting.len()), (Some(0.0), 2));
        for _ in 0..3000 {
            app.receive();
            if app.exports.job.is_none() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        assert!(path("one.svg").exists() && path("three.svg").exists());
        let toast = app.toast.unwrap();
        assert!(toast.contains("one.svg") && toast.contains("three.svg"), "{toast}");
        assert!(matches!(app.view.dialog, Some(Dialog::Message { title_key: "export-failed", .. })));
    }

    #[test]
    fn pages_made_smaller_are_named() {
        let check = |scaled: &[ScaledPage], expect: &str| {
            assert_eq!(done_words(Path::new("a.pdf"), scaled, Texts::of(Language::En)), expect);
        };
        check(&[], "Exported to a.pdf");
        let expect = "Exported to a.pdf\npage 2 is larger than a PDF can be, it is drawn at 50%";
        check(&[ScaledPage { page: 2, factor: 0.5 }], expect);
    }
}
