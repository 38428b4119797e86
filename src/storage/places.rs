//! Where one was in each file when it was left: a small list in the program's own directory; never worth an error.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Expected, write_atomic};

/// How many files are remembered.
const MAX_PLACES: usize = 60;
const FILE_NAME: &str = "places.json";
/// A list that large is not ours.
const MAX_BYTES: u64 = 1 << 20;

/// Where one was in a file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The journey's id.
    pub journey: String,
    /// The leading persona's id.
    pub persona: String,
    /// Points on the screen per point of the map.
    pub zoom: f32,
    /// Where the map's left top corner was, from the canvas' own, in points.
    pub pan: (f32, f32),
}

#[derive(Debug, Serialize, Deserialize)]
struct Known {
    file: PathBuf,
    place: Place,
}

/// Where one was in this file, if that is known.
pub fn find(directory: &Path, file: &Path) -> Option<Place> {
    let known = list(directory).into_iter().find(|known| known.file == file)?;
    let Place { zoom, pan: (x, y), .. } = known.place;
    (zoom.is_finite() && x.is_finite() && y.is_finite() && zoom > 0.0).then_some(known.place)
}

/// Remembers where one is in a file. A place that cannot be kept is no reason to disturb anybody.
pub fn remember(directory: &Path, file: &Path, place: &Place) {
    let mut places = list(directory);
    places.retain(|known| known.file != file);
    places.insert(0, Known { file: file.to_owned(), place: place.clone() });
    places.truncate(MAX_PLACES);
    let Ok(text) = serde_json::to_string_pretty(&places) else { return };
    if std::fs::create_dir_all(directory).is_ok() {
        let _ = write_atomic(&directory.join(FILE_NAME), Expected::Any, &mut |out| out.write_all(text.as_bytes()));
    }
}

fn list(directory: &Path) -> Vec<Known> {
    let path = directory.join(FILE_NAME);
    if std::fs::metadata(&path).map_or(true, |metadata| !metadata.is_file() || metadata.len() > MAX_BYTES) {
        return Vec::new();
    }
    serde_json::from_str(&std::fs::read_to_string(&path).unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_of_each_file_is_known_and_nonsense_is_forgiven() {
        let directory = tempfile::tempdir().unwrap();
        let place = |zoom: f32| Place { journey: "j-1".to_owned(), zoom, pan: (1.0, -2.5), ..Place::default() };
        let (a, b) = (Path::new("/maps/a.ron"), Path::new("/maps/b.ron"));
        assert_eq!(find(directory.path(), a), None);
        remember(directory.path(), a, &place(1.0));
        remember(directory.path(), b, &place(2.0));
        remember(directory.path(), a, &place(0.5));
        assert_eq!(find(directory.path(), a), Some(place(0.5)));
        assert_eq!(find(directory.path(), b), Some(place(2.0)));
        remember(directory.path(), a, &place(0.0));
        assert_eq!(find(directory.path(), a), None, "no zoom at all");
        std::fs::write(directory.path().join(FILE_NAME), "[7").unwrap();
        assert_eq!(find(directory.path(), b), None);
    }
}
