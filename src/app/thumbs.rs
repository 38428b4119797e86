//! Pictures of maps in small, for the start screen: drawn aside when a file is opened or saved, kept by the file's path.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::ImageFormat;

use super::files::file_name;
use super::shell::App;
use crate::export::{self, Continue};
use crate::model::{Document, JourneyId, Picture, PictureFormat};
use crate::scene::{MapOptions, SceneCache, Size, ThemeName, map_scene};
use crate::storage::{Expected, write_atomic};
use crate::ui::start::RecentFile;

const DIRECTORY: &str = "pictures";
/// What of a map is shown, in its own points: its beginning, as wide as a card.
const SEEN: Size = Size { width: 1640.0, height: 923.0 };
/// The picture's width and height in pixels: twice the card's points.
const PIXELS: (u32, u32) = (472, 266);
const MAX_BYTES: u64 = 2 << 20;

impl App {
    /// Draws the open file's map for the start screen, aside from the window.
    pub(super) fn draw_thumb(&mut self) {
        self.recents = None;
        let (Some(directory), Some(file)) = (self.directory.clone(), self.session.path.clone()) else { return };
        let document = self.document().clone();
        let journey = self.journey.clone().or_else(|| document.journeys_in_order().first().map(|it| it.id.clone()));
        let Some(journey) = journey else { return };
        let theme = self.theme_name();
        std::thread::spawn(move || {
            let Some(bytes) = draw(&document, &journey, theme) else { return };
            let target = path_of(&directory, &file);
            let folder = target.parent().unwrap_or(&directory);
            // A picture that cannot be kept is not shown; that is all.
            if std::fs::create_dir_all(folder).is_ok() {
                let _ = write_atomic(&target, Expected::Any, &mut |out| out.write_all(&bytes));
            }
        });
    }
}

/// The beginning of the map in small; `None` where it is too large to be drawn.
pub(super) fn draw(document: &Document, journey: &JourneyId, theme: ThemeName) -> Option<Vec<u8>> {
    let options = MapOptions { theme, ..MapOptions::new(journey.clone()) };
    let mut scene = map_scene(document, &options, &mut SceneCache::default());
    scene.size = SEEN;
    let mut bytes = Vec::new();
    export::png(&scene, *export::SCALES.start(), &mut bytes, &mut |_| Continue::Yes).ok()?;
    let image = image::load_from_memory_with_format(&bytes, ImageFormat::Png).ok()?;
    let small = image.resize_exact(PIXELS.0, PIXELS.1, image::imageops::FilterType::Triangle);
    let mut out = Vec::new();
    small.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).ok()?;
    Some(out)
}

fn path_of(directory: &Path, file: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    file.hash(&mut hasher);
    directory.join(DIRECTORY).join(format!("{:016x}.png", hasher.finish()))
}

/// What the start screen shows of a file.
pub(super) fn recent_file(path: &Path, directory: Option<&Path>) -> RecentFile {
    let modified = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let day = modified.and_then(|time| jiff::Timestamp::try_from(time).ok());
    let day = day.map(|time| time.to_zoned(jiff::tz::TimeZone::system()).date());
    let picture = directory.map(|directory| path_of(directory, path)).and_then(|path| read(&path));
    let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    RecentFile { path: path.to_owned(), name: file_name(path), folder, day, picture }
}

fn read(path: &Path) -> Option<Picture> {
    if std::fs::metadata(path).ok()?.len() > MAX_BYTES {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    Some(Picture { format: PictureFormat::Png, bytes: bytes.into() })
}
