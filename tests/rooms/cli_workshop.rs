//! `tropa minutes` and `tropa paper` through the built binary: what is written where, and what is said of wrong calls.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use tropa::format::samples::sample;
use tropa::model::Language;

/// A folder with a map that has had a workshop.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("map.ron"), sample(Language::Ru)).unwrap();
    folder
}

/// Runs a command that must end with this code and returns both streams.
fn check(folder: &Path, language: &str, arguments: &[&str], code: i32) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tropa"))
        .args(["--lang", language])
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

#[test]
fn minutes_are_printed_or_written() {
    let folder = folder();
    let file = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let dated = ["minutes", "map.ron", "--date", "2026-11-22"];
    let (printed, err) = check(folder.path(), "en", &dated, 0);
    // In the map's language, whatever the language of messages.
    assert!(printed.starts_with("# Протокол: ") && printed.contains("\n22.11.2026\n"), "{printed}");
    assert_eq!(err, "");
    let (out, _) = check(folder.path(), "ru", &[&dated[..], &["-o", "minutes.md"]].concat(), 0);
    assert_eq!((out.as_str(), String::from_utf8(file("minutes.md")).unwrap()), ("", printed));
    check(folder.path(), "en", &[&dated[..], &["-o", "minutes.pdf"]].concat(), 0);
    assert!(file("minutes.pdf").starts_with(b"%PDF"));
    let before = file("minutes.md");
    let (_, err) = check(folder.path(), "en", &["minutes", "map.ron", "-o", "minutes.md"], 2);
    assert!(err.contains("--force"), "{err}");
    assert_eq!(file("minutes.md"), before);
    check(folder.path(), "en", &["minutes", "map.ron", "-o", "minutes.md", "--date", "2020-01-31", "--force"], 0);
    assert_ne!(file("minutes.md"), before);
}

#[test]
fn paper_is_written_at_its_size() {
    let folder = folder();
    let boxes = |arguments: &[&str]| {
        check(folder.path(), "en", &[&["paper"], arguments, &["map.ron", "-o", "out.pdf", "--force"]].concat(), 0);
        let bytes = std::fs::read(folder.path().join("out.pdf")).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let at = text.match_indices("/MediaBox").map(|(at, _)| &text[at..text.len().min(at + 60)]);
        let numbers = |part: &str| -> Vec<f64> {
            let inside = part.split(['[', ']']).nth(1).unwrap();
            inside.split_whitespace().map(|number| number.parse::<f64>().unwrap()).collect()
        };
        let size = |part: &str| match numbers(part).as_slice() {
            [_, _, width, height] => [width, height].map(|points| (points / 72.0 * 25.4).round() as u32),
            other => panic!("{other:?}"),
        };
        at.map(size).collect::<Vec<_>>()
    };
    assert_eq!(boxes(&["poster"]), [[1189, 841]]);
    assert_eq!(boxes(&["poster", "--size", "a3"]), [[420, 297]]);
    assert_eq!(boxes(&["voting", "--choices", "opportunities", "--dots", "5"]), [[210, 297]]);
    assert!(boxes(&["stickers"]).iter().all(|size| *size == [210, 297]));
    let map = boxes(&["map", "--size", "a2"]);
    assert!(map == [[420, 594]] || map == [[594, 420]], "{map:?}");
    let tiles = boxes(&["map", "--size", "a1", "--tiles", "a4"]);
    assert!(tiles.len() >= 4 && tiles.iter().all(|size| size.contains(&210)), "{tiles:?}");
}

#[test]
fn wrong_calls_are_explained_in_both_languages() {
    let folder = folder();
    let calls: &[(&[&str], [&str; 2])] = &[
        (&["minutes", "map.ron", "-o", "minutes.txt"], [".md, .pdf", ".md, .pdf"]),
        (&["minutes", "map.ron", "--journey", "j-none"], ["no journey j-none", "пути j-none нет"]),
        (&["minutes", "map.ron", "--date", "tomorrow"], ["2026-11-22", "2026-11-22"]),
        (&["paper", "banner", "map.ron", "-o", "x.pdf"], ["poster, voting", "poster, voting"]),
        (&["paper", "poster", "map.ron", "-o", "x.png"], [".pdf", ".pdf"]),
        (&["paper", "voting", "map.ron", "-o", "x.pdf", "--size", "a1"], ["always A4", "всегда A4"]),
        (&["paper", "poster", "map.ron", "-o", "x.pdf", "--tiles", "a4"], ["for map only", "только для map"]),
        (&["paper", "map", "map.ron", "-o", "x.pdf", "--tiles", "a1"], ["a3, a4", "a3, a4"]),
        (&["paper", "map", "map.ron", "-o", "x.pdf", "--dots", "2"], ["for voting only", "только для voting"]),
        (&["paper", "voting", "map.ron", "-o", "x.pdf", "--dots", "7"], ["1, 2, 3", "1, 2, 3"]),
    ];
    for (arguments, words) in calls {
        for (language, words) in ["en", "ru"].into_iter().zip(words) {
            let (out, err) = check(folder.path(), language, arguments, 2);
            assert!(out.is_empty() && err.contains(words), "{arguments:?}: {err}");
            assert!(!folder.path().join("x.pdf").exists());
        }
    }
    let empty = r#"(tropa: 1, journeys: [(id: "j-x", steps: [(id: "s-0", stage: attention)])])"#;
    std::fs::write(folder.path().join("empty.ron"), empty).unwrap();
    let (_, err) = check(folder.path(), "en", &["paper", "voting", "empty.ron", "-o", "x.pdf"], 1);
    assert!(err.contains("nothing to vote on"), "{err}");
}

#[test]
fn persona_cards_are_pages_or_numbered_pictures() {
    let folder = folder();
    let there = |name: &str| folder.path().join(name).exists();
    check(folder.path(), "en", &["persona", "map.ron", "-o", "all.pdf"], 0);
    assert!(std::fs::read(folder.path().join("all.pdf")).unwrap().starts_with(b"%PDF"));
    check(folder.path(), "en", &["persona", "map.ron", "-o", "all.svg", "--theme", "dark"], 0);
    assert!(there("all-01.svg") && there("all-03.svg") && !there("all-04.svg") && !there("all.svg"));
    check(folder.path(), "en", &["persona", "map.ron", "-o", "oleg.png", "--persona", "p-oleg", "--scale", "0.5"], 0);
    let oleg = image::open(folder.path().join("oleg.png")).unwrap();
    assert_eq!(oleg.width(), 562);
    // Nothing is written where one of the names is taken.
    std::fs::remove_file(folder.path().join("all-01.svg")).unwrap();
    let (_, err) = check(folder.path(), "en", &["persona", "map.ron", "-o", "all.svg"], 2);
    assert!(err.contains("all-02.svg") && !there("all-01.svg"), "{err}");
    let (_, err) = check(folder.path(), "ru", &["persona", "map.ron", "-o", "x.png", "--persona", "p-olga"], 2);
    assert!(err.contains("p-olga") && err.contains("p-oleg"), "{err}");
    let (_, err) = check(folder.path(), "en", &["persona", "map.ron", "-o", "x.pdf", "--scale", "2"], 2);
    assert!(err.contains("--scale"), "{err}");
}
