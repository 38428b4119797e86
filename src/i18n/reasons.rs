//! What the system and the picture decoders say, in our words: theirs are in English.

use std::io;

use image::ImageError;

use super::Texts;

/// Why the system refused, as the end of a sentence.
pub fn io(error: &io::Error, texts: &Texts) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "error-storage-reason-not-found",
        io::ErrorKind::PermissionDenied => "error-storage-reason-denied",
        io::ErrorKind::StorageFull => "error-storage-reason-full",
        io::ErrorKind::QuotaExceeded => "error-storage-reason-quota",
        io::ErrorKind::ReadOnlyFilesystem => "error-storage-reason-read-only",
        io::ErrorKind::InvalidFilename => "error-storage-reason-name",
        _ => {
            return match error.raw_os_error() {
                Some(code) => texts.with("error-storage-reason-code", &[("code", code.to_string().into())]),
                None => texts.get("error-storage-reason-unknown"),
            };
        }
    };
    texts.get(key)
}

/// Why a picture cannot be read, as the end of a sentence.
pub fn picture(error: &ImageError, texts: &Texts) -> String {
    let key = match error {
        ImageError::IoError(error) => return io(error, texts),
        ImageError::Unsupported(_) => "error-picture-reason-kind",
        ImageError::Limits(_) => "error-picture-reason-limits",
        _ => "error-picture-reason-damaged",
    };
    texts.get(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn reasons_are_in_the_language_asked_for() {
        let check = |error: io::Error, expect: &str| assert_eq!(io(&error, Texts::of(Language::Ru)), expect);
        check(io::ErrorKind::StorageFull.into(), "на диске нет места");
        check(io::Error::from_raw_os_error(5), "система сообщила об ошибке с кодом 5");
        check(io::Error::other("english words"), "неизвестная ошибка");
        let damaged = image::load_from_memory(b"\x89PNG\r\n\x1a\n nothing").expect_err("no picture");
        let said = picture(&damaged, Texts::of(Language::Ru));
        assert!(said.is_ascii() == said.is_empty(), "{said}");
        let unknown = image::load_from_memory(b"words").expect_err("no picture");
        assert_eq!(picture(&unknown, Texts::of(Language::Ru)), "такие картинки не читаются");
    }
}
