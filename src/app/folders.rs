//! What is in the folder of a path that is being typed; looked up once a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::ui::dialogs::Dialog;
use crate::ui::start::{Entry, Folder};

/// More entries than these are not listed: the name has to be typed.
const MOST_ENTRIES: usize = 2000;

/// The folder that was looked up last.
#[derive(Debug, Default)]
pub(super) struct Folders {
    shown: Option<Arc<Folder>>,
}

impl Folders {
    /// What is in the folder of the path that is typed in this dialog, if any is.
    pub(super) fn of(&mut self, dialog: Option<&Dialog>) -> Option<Arc<Folder>> {
        let Some(Dialog::Path { typed, .. }) = dialog else {
            self.shown = None;
            return None;
        };
        let path = folder_of(typed)?;
        if self.shown.as_ref().is_none_or(|shown| shown.path != path) {
            self.shown = list(&path).map(Arc::new);
        }
        self.shown.clone()
    }
}

/// The folder that a path is in, or that it is; the home folder where nothing is typed.
fn folder_of(typed: &str) -> Option<PathBuf> {
    if typed.trim().is_empty() {
        return directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    }
    let path = Path::new(typed.trim());
    let names_a_folder = typed.ends_with(std::path::is_separator);
    let folder = if names_a_folder { Some(path) } else { path.parent() };
    folder.filter(|folder| folder.is_dir()).map(Path::to_owned)
}

/// What is in a folder: folders first, then files, by name; what is hidden by a dot stays so.
fn list(path: &Path) -> Option<Folder> {
    let entry = |entry: std::fs::DirEntry| Entry {
        name: entry.file_name().to_string_lossy().into_owned(),
        is_folder: entry.path().is_dir(),
    };
    let mut entries: Vec<Entry> = std::fs::read_dir(path).ok()?.flatten().take(MOST_ENTRIES).map(entry).collect();
    entries.retain(|entry| !entry.name.starts_with('.'));
    entries.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Some(Folder { path: path.to_owned(), entries })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_what_is_typed_is_listed() {
        let directory = tempfile::tempdir().unwrap();
        let at = |name: &str| directory.path().join(name);
        std::fs::create_dir(at("maps")).unwrap();
        for name in ["b.ron", "A.ron", ".hidden"] {
            std::fs::write(at(name), "").unwrap();
        }
        let names = |typed: String| {
            let (listed, problem) = (crate::ui::start::Listed::default(), String::new());
            let dialog = Dialog::Path { title_key: "pick-open", typed, listed, problem };
            let folder = Folders::default().of(Some(&dialog));
            folder.map(|folder| folder.entries.iter().map(|entry| entry.name.clone()).collect::<Vec<_>>())
        };
        let all = Some(["maps", "A.ron", "b.ron"].map(str::to_owned).to_vec());
        assert_eq!(names(at("b").display().to_string()), all);
        assert_eq!(names(format!("{}/", directory.path().display())), all);
        assert_eq!(names(format!("{}/", at("maps").display())), Some(Vec::new()));
        assert_eq!(names(format!("{}/x", at("nowhere").display())), None);
        assert_eq!(Folders::default().of(Some(&Dialog::About)), None);
    }
}
