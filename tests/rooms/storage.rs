//! Files: the old one is never lost, links and modes are kept, and changes from outside are noticed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tropa::format;
use tropa::i18n::Texts;
use tropa::model::{Document, Language, Persona, PersonaId};
use tropa::storage::{self, Expected, OpenError, SaveError, recent};

fn directory() -> tempfile::TempDir {
    tempfile::tempdir().expect("a directory")
}

fn named(name: &str) -> Document {
    let mut document = Document::default();
    document.personas.put(Persona::new(PersonaId::parse("p-anna").expect("an id"), name));
    document
}

fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).expect("readable");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A file that holds a document, and its stamp.
fn saved(directory: &Path, document: &Document) -> (PathBuf, storage::FileStamp) {
    let path = directory.join("map.ron");
    let stamp = storage::save(&path, document, Expected::New).expect("saved");
    (path, stamp)
}

#[test]
fn what_is_saved_is_opened() {
    let directory = directory();
    let (path, stamp) = saved(directory.path(), &named("Anna"));
    let opened = storage::open(&path).unwrap();
    assert_eq!(opened.document, named("Anna"));
    assert_eq!(opened.stamp, stamp);
    assert_eq!(opened.path, std::fs::canonicalize(&path).unwrap());
    assert!(!opened.has_comments);
    let stamp = storage::save(&path, &named("Boris"), Expected::Same(&stamp)).unwrap();
    assert_eq!(storage::open(&path).unwrap().document, named("Boris"));
    assert!(!stamp.may_differ(&path));
    assert_eq!(names(directory.path()), ["map.ron"]);
}

#[test]
fn opening_touches_nothing() {
    let directory = directory();
    let (path, _) = saved(directory.path(), &named("Anna"));
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    storage::open(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before);
    assert_eq!(names(directory.path()), ["map.ron"]);
}

#[test]
fn a_change_from_outside_is_noticed() {
    let directory = directory();
    let (path, stamp) = saved(directory.path(), &named("Anna"));
    let old = std::fs::read(&path).unwrap();

    // Another time with the same bytes is no change.
    let touched = std::fs::File::options().append(true).open(&path).unwrap();
    touched.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    assert!(stamp.may_differ(&path));
    let stamp = storage::save(&path, &named("Anna"), Expected::Same(&stamp)).unwrap();

    // The same size at the same time with other bytes is one.
    let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
    let other = String::from_utf8(old).unwrap().replace("Anna", "Olga");
    std::fs::write(&path, &other).unwrap();
    std::fs::File::options().append(true).open(&path).unwrap().set_modified(modified).unwrap();
    assert!(!stamp.may_differ(&path));
    let error = storage::save(&path, &named("Boris"), Expected::Same(&stamp)).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOutside { .. }), "{error:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), other);

    storage::save(&path, &named("Boris"), Expected::Any).unwrap();
    assert_eq!(storage::open(&path).unwrap().document, named("Boris"));

    std::fs::remove_file(&path).unwrap();
    let error = storage::save(&path, &named("Boris"), Expected::Same(&stamp)).unwrap_err();
    assert!(matches!(error, SaveError::Gone { .. }), "{error:?}");
    assert!(names(directory.path()).is_empty());
}

#[test]
fn a_change_while_writing_is_noticed() {
    let directory = directory();
    let (path, stamp) = saved(directory.path(), &named("Anna"));
    let mut write = |out: &mut dyn Write| {
        std::fs::write(&path, "theirs")?;
        out.write_all(b"ours")
    };
    let error = storage::write_atomic(&path, Expected::Same(&stamp), &mut write).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOutside { .. }), "{error:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
    assert_eq!(names(directory.path()), ["map.ron"]);
}

#[test]
fn a_new_file_never_overwrites() {
    let directory = directory();
    let (path, _) = saved(directory.path(), &named("Anna"));
    let error = storage::save(&path, &named("Boris"), Expected::New).unwrap_err();
    assert!(matches!(error, SaveError::Exists { .. }), "{error:?}");
    assert_eq!(storage::open(&path).unwrap().document, named("Anna"));
}

#[test]
fn a_failed_write_leaves_the_old_file() {
    let directory = directory();
    let (path, stamp) = saved(directory.path(), &named("Anna"));
    let mut write = |out: &mut dyn Write| {
        out.write_all("x".repeat(1 << 20).as_bytes())?;
        Err(std::io::ErrorKind::StorageFull.into())
    };
    let error = storage::write_atomic(&path, Expected::Same(&stamp), &mut write).unwrap_err();
    assert!(matches!(error, SaveError::Io { .. }), "{error:?}");
    let mut broken = named("Anna");
    broken.personas.get_mut(&PersonaId::parse("p-anna").unwrap()).unwrap().share = Some(f64::INFINITY);
    let error = storage::save(&path, &broken, Expected::Same(&stamp)).unwrap_err();
    assert!(matches!(error, SaveError::Write(_)), "{error:?}");
    assert_eq!(storage::open(&path).unwrap().document, named("Anna"));
    assert_eq!(names(directory.path()), ["map.ron"]);
}

#[test]
fn a_read_only_file_is_refused() {
    let directory = directory();
    let (path, stamp) = saved(directory.path(), &named("Anna"));
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    for expected in [Expected::Same(&stamp), Expected::Any] {
        let error = storage::save(&path, &named("Boris"), expected).unwrap_err();
        assert!(matches!(error, SaveError::ReadOnly { .. }), "{error:?}");
    }
    assert_eq!(storage::open(&path).unwrap().document, named("Anna"));
}

#[test]
fn directories_are_no_files() {
    let directory = directory();
    let error = storage::open(directory.path()).unwrap_err();
    assert!(matches!(error, OpenError::NotAFile { .. }), "{error:?}");
    let error = storage::save(directory.path(), &named("Anna"), Expected::Any).unwrap_err();
    assert!(matches!(error, SaveError::NotAFile { .. }), "{error:?}");
    let error = storage::save(&directory.path().join("no/map.ron"), &named("Anna"), Expected::New).unwrap_err();
    assert!(matches!(error, SaveError::NoDirectory { .. }), "{error:?}");
    let error = storage::open(&directory.path().join("none.ron")).unwrap_err();
    assert!(matches!(error, OpenError::Io { .. }), "{error:?}");
}

#[test]
fn only_our_own_stale_temporary_files_are_swept() {
    let directory = directory();
    let old = SystemTime::now() - Duration::from_hours(1);
    let make = |name: &str, modified: SystemTime| {
        let file = std::fs::File::create(directory.path().join(name)).unwrap();
        file.set_modified(modified).unwrap();
        file
    };
    drop(make(".tropa-save-0123456789abcdef.tmp", old));
    drop(make(".tropa-save-00000000000000aa.tmp", SystemTime::now()));
    let used = make(".tropa-save-00000000000000bb.tmp", old);
    used.lock().unwrap();
    drop(make(".tropa-save-notours.tmp", old));
    drop(make("tropa-save-0123456789abcdef.tmp", old));
    saved(directory.path(), &named("Anna"));
    let expect = [
        ".tropa-save-00000000000000aa.tmp",
        ".tropa-save-00000000000000bb.tmp",
        ".tropa-save-notours.tmp",
        "map.ron",
        "tropa-save-0123456789abcdef.tmp",
    ];
    assert_eq!(names(directory.path()), expect);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let directory = directory();
    let path = directory.path().join("map.ron");
    std::fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let error = storage::open(&path).unwrap_err();
    let OpenError::Format { error, .. } = error else { panic!("{error:?}") };
    assert!(matches!(error.kind, format::FormatErrorKind::FileTooLarge { .. }), "{error:?}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn the_mode_is_kept() {
        let directory = directory();
        let (path, stamp) = saved(directory.path(), &named("Anna"));
        for mode in [0o600, 0o664, 0o755] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            storage::save(&path, &named("Anna"), Expected::Same(&stamp)).unwrap();
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    #[test]
    fn links_stay_links() {
        let directory = directory();
        let elsewhere = directory.path().join("elsewhere");
        std::fs::create_dir(&elsewhere).unwrap();
        let (target, stamp) = saved(&elsewhere, &named("Anna"));
        let link = directory.path().join("link.ron");
        symlink("elsewhere/map.ron", &link).unwrap();
        let opened = storage::open(&link).unwrap();
        assert_eq!(opened.path, std::fs::canonicalize(&target).unwrap());
        storage::save(&link, &named("Boris"), Expected::Same(&stamp)).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(storage::open(&target).unwrap().document, named("Boris"));
        assert_eq!(names(directory.path()), ["elsewhere", "link.ron"]);

        // A link to a file that is not there yet: the file is made where it leads.
        let ahead = directory.path().join("ahead.ron");
        symlink("elsewhere/new.ron", &ahead).unwrap();
        storage::save(&ahead, &named("Vera"), Expected::New).unwrap();
        assert!(ahead.symlink_metadata().unwrap().is_symlink());
        assert_eq!(names(&elsewhere), ["map.ron", "new.ron"]);

        let ring = directory.path().join("ring.ron");
        symlink("ring.ron", &ring).unwrap();
        assert!(storage::save(&ring, &named("Anna"), Expected::Any).is_err());
    }

    #[test]
    fn pipes_and_devices_are_no_files() {
        let error = storage::open(Path::new("/dev/null")).unwrap_err();
        assert!(matches!(error, OpenError::NotAFile { .. }), "{error:?}");
        let error = storage::save(Path::new("/dev/null"), &named("Anna"), Expected::Any).unwrap_err();
        assert!(matches!(error, SaveError::NotAFile { .. }), "{error:?}");
    }
}

#[test]
fn recent_files_are_remembered_newest_first() {
    let directory = directory();
    let settings = directory.path().join("deep/tropa");
    assert!(recent::list(&settings).is_empty());
    for number in 0..15 {
        recent::remember(&settings, Path::new(&format!("/maps/{number}.ron"))).unwrap();
    }
    recent::remember(&settings, Path::new("/maps/7.ron")).unwrap();
    let list = recent::list(&settings);
    assert_eq!(list.len(), recent::MAX_RECENT);
    assert_eq!(list.first(), Some(&PathBuf::from("/maps/7.ron")));
    assert_eq!(list.get(1), Some(&PathBuf::from("/maps/14.ron")));
    assert_eq!(list.iter().filter(|path| path.ends_with("7.ron")).count(), 1);
    recent::forget(&settings, Path::new("/maps/14.ron")).unwrap();
    assert!(!recent::list(&settings).contains(&PathBuf::from("/maps/14.ron")));
    std::fs::write(settings.join("recent.json"), "[broken").unwrap();
    assert!(recent::list(&settings).is_empty());
    recent::remember(&settings, Path::new("/maps/1.ron")).unwrap();
    assert_eq!(recent::list(&settings), [PathBuf::from("/maps/1.ron")]);
}

#[test]
fn every_error_has_words_in_both_languages() {
    let path = || PathBuf::from("кар\u{1b}та.ron");
    let io = |kind: std::io::ErrorKind| SaveError::Io { path: path(), error: kind.into() };
    let spot = || format::Spot { id: "p-anna".into(), field: "quote" };
    let format_error = format::read(b"(tropa: 1, x: 3)").unwrap_err();
    let errors = [
        SaveError::ChangedOutside { path: path() },
        SaveError::Gone { path: path() },
        SaveError::Exists { path: path() },
        SaveError::ReadOnly { path: path() },
        SaveError::DirectoryReadOnly { path: path() },
        SaveError::NoDirectory { path: path() },
        SaveError::NotAFile { path: path() },
        SaveError::Write(format::WriteError::TextTooLong { spot: spot(), bytes: 1 }),
        SaveError::Write(format::WriteError::NotFinite { spot: spot() }),
        SaveError::Write(format::WriteError::TooManyItems { spot: spot(), items: 1 }),
        SaveError::Write(format::WriteError::TooManyTouchpoints { touchpoints: 1 }),
        SaveError::Write(format::WriteError::PictureTooLarge { spot: spot(), bytes: 1 }),
        SaveError::Write(format::WriteError::FileTooLarge),
        SaveError::NotReadable { error: Box::new(format_error.clone()) },
        SaveError::ReadsDifferently,
        io(std::io::ErrorKind::NotFound),
        io(std::io::ErrorKind::PermissionDenied),
        io(std::io::ErrorKind::StorageFull),
        io(std::io::ErrorKind::QuotaExceeded),
        io(std::io::ErrorKind::ReadOnlyFilesystem),
        io(std::io::ErrorKind::InvalidFilename),
    ];
    let opens = [
        OpenError::Io { path: path(), error: std::io::ErrorKind::NotFound.into() },
        OpenError::NotAFile { path: path() },
        OpenError::Format { path: path(), error: Box::new(format_error) },
    ];
    for language in Language::ALL {
        let texts = Texts::of(language);
        let words = errors.iter().map(|error| error.describe(texts));
        for words in words.chain(opens.iter().map(|error| error.describe(texts))) {
            let untold = words.contains("error-") || words.contains("{ $") || words.contains('\u{1b}');
            assert!(!untold && words.len() > 20, "{language:?}: {words}");
        }
    }
}
