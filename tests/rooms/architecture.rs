//! The layers: who may use whom, what stays pure, and how long a file may be. Reads `src` and `tests` as text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Who may use whom; everything else is forbidden. `main` is the binary, `lib` the crate's root.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("i18n", &["model"]),
    ("edit", &["i18n", "model"]),
    ("analysis", &["model"]),
    ("format", &["i18n", "model"]),
    ("storage", &["format", "i18n", "model"]),
    ("exchange", &["i18n", "model"]),
    ("scene", &["analysis", "i18n", "model"]),
    ("export", &["i18n", "model", "scene"]),
    ("present", &["analysis", "edit", "i18n", "model", "scene"]),
    ("ui", &["analysis", "edit", "exchange", "i18n", "model", "present", "scene"]),
    ("cli", &["analysis", "exchange", "export", "format", "i18n", "model", "present", "scene", "storage"]),
    (
        "app",
        &["analysis", "edit", "exchange", "export", "format", "i18n", "model", "present", "scene", "storage", "ui"],
    ),
    ("main", &["app", "cli", "memory"]),
    ("memory", &[]),
    ("lib", &[]),
];

/// What must not be named, and by whom: no window, no files, no clock, no randomness.
const PURE: &[(&[&str], &[&str])] = &[
    (
        &["model", "analysis", "scene", "present"],
        &["egui", "eframe", "std::fs", "std::env", "std::time", "SystemTime", "Instant", "getrandom"],
    ),
    (&["i18n", "edit", "format", "exchange", "export"], &["egui", "eframe", "std::fs", "SystemTime", "getrandom"]),
    (&["storage", "cli"], &["egui", "eframe"]),
    (&["ui"], &["std::fs", "ImageReader::open", "SystemTime", "getrandom"]),
];

/// The longest a file may be, in lines.
const LONGEST: usize = 500;

/// The sources, with their paths inside this folder.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut folders = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The layer of a file: its folder, or its own name at the top.
fn layer(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The code without comments, texts and test modules.
fn code(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '"' => skip_text(&mut chars),
            '\'' => {
                // A character, unless it is a lifetime.
                let mut ahead = chars.clone();
                match (ahead.next(), ahead.next()) {
                    (Some('\\'), _) => {
                        chars.nth(1);
                        while chars.next().is_some_and(|c| c != '\'') {}
                    }
                    (Some(_), Some('\'')) => {
                        chars.nth(1);
                    }
                    _ => {}
                }
            }
            _ => out.push(c),
        }
    }
    match out.find("#[cfg(test)]\nmod tests {") {
        Some(tests) => out[..tests].to_owned(),
        None => out,
    }
}

fn skip_text(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => return,
            _ => {}
        }
    }
}

fn word_at(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The names that a path continues with: `model::X` → `model`, `{model::X, scene::{A, B}}` → both.
fn continues_with(text: &str) -> Vec<&str> {
    let Some(group) = text.strip_prefix('{') else {
        return vec![word_at(text)];
    };
    let mut names = Vec::new();
    let mut depth = 0_i32;
    let mut expects_name = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expects_name = true,
            c if c.is_whitespace() => {}
            _ if expects_name => {
                names.push(word_at(&group[at..]));
                expects_name = false;
            }
            _ => {}
        }
    }
    names
}

/// The layers that a file's code names.
fn named_layers(path: &str, code: &str) -> BTreeSet<String> {
    let is_layer = |name: &&str| ARROWS.iter().any(|(layer, _)| layer == name);
    let mut named = BTreeSet::new();
    let mut add = |rest: &str| {
        named.extend(continues_with(rest).iter().filter(|name| is_layer(name)).map(ToString::to_string));
    };
    for root in ["crate::", "tropa::"] {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                add(&code[at + root.len()..]);
            }
        }
    }
    // `super::super::scene` leads out of the room as well.
    let depth = path.split('/').count() - usize::from(path.ends_with("/mod.rs"));
    let climb = "super::".repeat(depth);
    for (at, _) in code.match_indices(&climb) {
        add(&code[at + climb.len()..]);
    }
    named
}

/// What is wrong with one file.
fn faults(path: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let layer = layer(path);
    let code = code(source);
    match ARROWS.iter().find(|(name, _)| *name == layer) {
        None => faults.push(format!("{path}: the layer {layer} has no row in ARROWS")),
        Some((_, allowed)) => {
            let may = |name: &str| name == layer || allowed.contains(&name);
            let forbidden = named_layers(path, &code).into_iter().filter(|name| !may(name));
            faults.extend(forbidden.map(|name| format!("{path}: {layer} may not use {name}")));
        }
    }
    for (layers, words) in PURE.iter().filter(|(layers, _)| layers.contains(&layer)) {
        for word in *words {
            let stands_alone = |(at, _): (usize, &str)| {
                let joins = |c: char| c.is_alphanumeric() || c == '_';
                let before = code[..at].chars().next_back().is_some_and(joins);
                !before && !code[at + word.len()..].starts_with(joins)
            };
            if code.match_indices(word).any(stands_alone) {
                faults.push(format!("{path}: {word} has no place in {}", layers.join(", ")));
            }
        }
    }
    faults.extend(faults_of_any_file(path, source));
    faults
}

/// What is wrong with one file wherever it stands.
fn faults_of_any_file(path: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.starts_with("//! ") {
        faults.push(format!("{path}: a file begins with its contract, `//! …`"));
    }
    let lines = source.lines().count();
    if lines > LONGEST {
        faults.push(format!("{path}: {lines} lines, {LONGEST} at most"));
    }
    faults
}

#[test]
fn tests_are_short_and_say_what_they_are_for() {
    let sources = sources("tests");
    assert!(sources.len() > 10, "the tests were not found");
    let faults: Vec<String> = sources.iter().flat_map(|(path, source)| faults_of_any_file(path, source)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn layers_are_kept() {
    let sources = sources("src");
    assert!(sources.len() > 50, "the sources were not found");
    let faults: Vec<String> = sources.iter().flat_map(|(path, source)| faults(path, source)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn arrows_never_point_back() {
    for (layer, allowed) in ARROWS {
        for target in *allowed {
            let (_, back) = ARROWS.iter().find(|(name, _)| name == target).unwrap();
            assert!(!back.contains(layer), "{layer} and {target} use each other");
        }
    }
}

#[test]
fn planted_faults_are_found() {
    let check = |path: &str, body: &str, expect: &[&str]| {
        let found = faults(path, &format!("//! A contract.\n{body}\n"));
        let matches = found.len() == expect.len() && found.iter().zip(expect).all(|(a, b)| a.contains(b));
        assert!(matches, "{body}\n{found:?}");
    };
    check("model/x.rs", "use crate::scene::Scene;", &["model may not use scene"]);
    check("model/x.rs", "use crate::{model::Rank, edit::{Edit, apply}};", &["model may not use edit"]);
    check("model/x.rs", "fn f() { super::super::ui::draw() }", &["model may not use ui"]);
    check("model/mod.rs", "use super::format;", &["model may not use format"]);
    check("scene/map/x.rs", "use crate::i18n::Texts;\nuse crate::app::Options;", &["scene may not use app"]);
    check("export/x.rs", "use std::fs::File;", &["std::fs"]);
    check("analysis/x.rs", "let now = Instant::now();", &["Instant"]);
    check("ui/x.rs", "let reader = ImageReader::open(path)?;", &["ImageReader::open"]);
    check("scene/x.rs", "fn f(ui: &mut egui::Ui) {}", &["egui"]);
    check("main.rs", "use tropa::{cli, storage};", &["main may not use storage"]);
    check("news/x.rs", "", &["no row"]);
    check("edit/x.rs", &"\n".repeat(600), &["602 lines"]);
    // What only looks like a fault.
    check("model/x.rs", "// use crate::scene::Scene;\nlet text = \"crate::ui and \\\" egui\"; let c = '\"';", &[]);
    check("model/x.rs", "fn f<'a>(x: &'a str) {}\n#[cfg(test)]\nmod tests {\n use crate::edit::apply;\n}", &[]);
    check("model/x.rs", "use super::rank::Rank; struct EguiLike; fn instant() {}", &[]);
    assert_eq!(faults("model/x.rs", "use std::fmt;\n").len(), 1);
}
