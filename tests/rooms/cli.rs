//! The command line, through the built binary: exit codes, what goes to stdout and what to stderr, and files.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const MERMAID: &str = "journey
    title Coffee
    section Find
      See the sign: 4: Anna, Boris
    section Buy
      Wait in the queue: 1: Boris
";
/// What reading this loses: the comment in line 2 and the score in line 3.
const LOSSY: &str = "journey\n%% a note\nA: 9: Me\n";

fn tropa(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tropa"))
        .args(["--lang", "en"])
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Runs a command that must end with this code, nothing on the stream that is not meant, and returns both streams.
fn check(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let output = tropa(folder, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{}\n{}", out(&output), err(&output));
    (out(&output), err(&output))
}

/// A map of two journeys, each with two touchpoints, the first with a barrier.
fn two_journeys() -> String {
    let journey = |id: &str, rank: &str, kind: &str, tail: &str| {
        format!(
            r#"(id: "j-{id}", rank: "{rank}", title: "{id}", {kind} personas: ["p-anna"], steps: [
                (id: "s-{tail}0", stage: attention, rank: "i"), (id: "s-{tail}1", stage: interest, rank: "i"),
                (id: "s-{tail}2", stage: contact, rank: "i"), (id: "s-{tail}3", stage: impression, rank: "i"),
                (id: "s-{tail}4", stage: engagement, rank: "i"),
            ], touchpoints: [
                (id: "t-{tail}0", title: "Sign", step: "s-{tail}0", column: "i", row: "i",
                 feelings: [(persona: "p-anna", emotion: 2.5)]),
                (id: "t-{tail}1", title: "Counter", step: "s-{tail}2", column: "i", row: "i",
                 feelings: [(persona: "p-anna", emotion: 5)]),
            ], transitions: [(id: "r-{tail}0", from: "t-{tail}0", to: "t-{tail}1")])"#
        )
    };
    format!(
        r#"(tropa: 1, title: "Two ways", language: en, personas: [(id: "p-anna", rank: "i", name: "Anna")],
            barriers: [(id: "b-queue", statement: "The queue is long", touchpoints: ["t-now0"])],
            journeys: [{}, {}])"#,
        journey("now", "i", "", "now"),
        journey("wish", "j", "kind: to_be,", "wish")
    )
}

#[test]
fn help_and_version_are_results() {
    let folder = folder(&[]);
    for arguments in [&["--help"][..], &["-h"], &["check", "--help"], &["--version"], &["export", "-h"]] {
        let (out, err) = check(folder.path(), arguments, 0);
        assert!(out.contains("tropa") && out.ends_with('\n'), "{out}");
        assert_eq!(err, "");
    }
    let (help, _) = check(folder.path(), &["export", "--help"], 0);
    for lane in tropa::model::Lane::BUILT_IN {
        assert!(help.contains(lane.key()), "{}", lane.key());
    }
    let (help, _) = check(folder.path(), &["--help"], 0);
    assert!(help.contains("Examples:"), "{help}");
    let russian = Command::new(env!("CARGO_BIN_EXE_tropa")).args(["--lang", "ru", "--help"]).output().unwrap();
    assert!(out(&russian).contains("Примеры:"));
}

#[test]
fn help_explains_commands() {
    let folder = folder(&[]);
    let (all, err) = check(folder.path(), &["help"], 0);
    assert!(all.contains("tropa help COMMAND") && all.contains("convert"), "{all}");
    assert_eq!(err, "");
    for command in ["new", "check", "info", "export", "slides", "convert", "help"] {
        let (help, err) = check(folder.path(), &["help", command], 0);
        assert!(help.contains("Examples:") && help.contains(&format!("Usage: tropa {command}")), "{help}");
        assert_eq!((help.as_str(), err.as_str()), (check(folder.path(), &[command, "--help"], 0).0.as_str(), ""));
    }
    let (_, err) = check(folder.path(), &["help", "exprt"], 2);
    assert!(err.contains("exprt") && err.contains("tropa export"), "{err}");
}

#[test]
fn the_window_needs_its_file() {
    let folder = folder(&[]);
    let calls: &[(&str, i32, &str)] = &[
        ("frobnicate", 2, "neither a file nor a command frobnicate"),
        ("frobnicate", 2, "new, check, info"),
        ("chek", 2, "perhaps meant: tropa check"),
        ("missing.ron", 1, "there is no file missing.ron"),
        ("nowhere/map", 1, "there is no file nowhere/map"),
    ];
    for (word, code, expect) in calls {
        let (out, err) = check(folder.path(), &[word], *code);
        assert!(out.is_empty() && err.starts_with("error: ") && err.contains(expect), "{word}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_there_is_one_plain_sentence() {
    let call = |language: &str| {
        let mut call = Command::new(env!("CARGO_BIN_EXE_tropa"));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            call.env_remove(name);
        }
        call.env("RUST_BACKTRACE", "1").args(["--lang", language]).output().unwrap()
    };
    for (language, expect) in [("en", "tropa: no display: "), ("ru", "tropa: нет дисплея: ")] {
        let output = call(language);
        let said = err(&output);
        assert_eq!((output.status.code(), said.lines().count()), (Some(1), 1), "{said}");
        assert!(said.starts_with(expect) && !said.contains(".rs"), "{said}");
    }
}

#[test]
fn wrong_calls_are_said_in_russian() {
    let folder = folder(&[("a.ron", &two_journeys())]);
    let calls: &[(&[&str], &str)] = &[
        (&["--colour"], "ключа или аргумента --colour здесь нет"),
        (&["export", "a.ron"], "не хватает: --output <OUT>"),
        (&["export", "a.ron", "-o", "b.png", "--scale", "9"], "нужно число от 0,5 до 8"),
        (&["export", "a.ron", "-o", "b.png", "--scale"], "после --scale <N> нужно значение"),
        (&["export", "a.ron", "-o", "b.png", "--theme", "pink"], "возможны: light, dark, contrast"),
        (&["export", "a.ron", "-o", "b.png", "--force", "--force"], "--force указан дважды"),
        (&["info", "a.ron", "--format", "xml"], "возможны: text, json"),
        (&["info", "a.ron", "--fromat", "json"], "возможно, имелось в виду: --format"),
        (&["--timings", "info", "a.ron"], "не могут стоять перед командой"),
    ];
    for (call, expect) in calls {
        let mut tropa = Command::new(env!("CARGO_BIN_EXE_tropa"));
        let output = tropa.args(["--lang", "ru"]).args(*call).current_dir(folder.path()).output().unwrap();
        let said = err(&output);
        assert_eq!(output.status.code(), Some(2), "{call:?}: {said}");
        assert!(said.starts_with("ошибка: ") && said.contains(expect), "{call:?}: {said}");
        for english in ["error", "Usage", "invalid", "argument", "unexpected"] {
            assert!(!said.contains(english), "{call:?}: {said}");
        }
    }
}

#[test]
fn wrong_calls_end_with_2() {
    let folder = folder(&[("a.ron", &two_journeys()), ("a.mmd", MERMAID)]);
    let calls: &[&[&str]] = &[
        &["check"],
        &["--no-such-thing"],
        &["--lang", "de", "check", "a.ron"],
        &["info", "a.ron", "--format", "xml"],
        &["new"],
        &["new", "--template", "nothing", "-o", "b.ron"],
        &["export", "a.ron"],
        &["export", "a.ron", "-o", "b.gif"],
        &["export", "a.ron", "-o", "b"],
        &["export", "a.ron", "-o", "b.png", "--scale", "9"],
        &["export", "a.ron", "-o", "b.png", "--scale", "NaN"],
        &["export", "a.ron", "-o", "b.svg", "--scale", "2"],
        &["export", "a.ron", "-o", "b.png", "--theme", "pink"],
        &["export", "a.ron", "-o", "b.png", "--lanes", "emotions,cats"],
        &["export", "a.ron", "-o", "b.png", "--journey", "j-nowhere"],
        &["slides", "a.ron"],
        &["slides", "a.ron", "-o", "b.svg"],
        &["slides", "a.ron", "-o", "b.png", "--notes"],
        &["slides", "a.ron", "-o", "b.pdf", "--journey", "j-nowhere"],
        &["convert", "a.mmd"],
        &["convert", "a.mmd", "-o", "b.mmd"],
        &["convert", "a.txt", "-o", "b.ron"],
        &["a.ron", "check", "a.ron"],
        &["--timings", "info", "a.ron"],
    ];
    for call in calls {
        let (out, err) = check(folder.path(), call, 2);
        assert_eq!(out, "", "{call:?}");
        assert!(err.starts_with("error: "), "{call:?}: {err}");
    }
    assert!(!folder.path().join("b.ron").exists() && !folder.path().join("b.png").exists());
}

#[test]
fn inputs_at_fault_end_with_1() {
    let folder = folder(&[
        ("bad.ron", "(tropa: 1, titel: \"x\")"),
        ("none.ron", "(tropa: 1)"),
        ("bad.mmd", "journey\n  Make tea\n"),
    ]);
    let calls: &[(&[&str], &str)] = &[
        (&["info", "bad.ron"], "1:12"),
        (&["info", "nothing.ron"], "nothing.ron"),
        (&["info", "."], "."),
        (&["export", "bad.ron", "-o", "b.png"], "1:12"),
        (&["export", "none.ron", "-o", "b.png"], "no journeys"),
        (&["slides", "none.ron", "-o", "b.pdf"], "no journeys"),
        (&["convert", "bad.mmd", "-o", "b.ron"], "line 2: “Make tea”"),
        (&["convert", "none.ron", "-o", "b.mmd"], "no journeys"),
        (&["convert", "none.ron", "-o", "nowhere/b.mmd"], "no journeys"),
    ];
    for (call, expect) in calls {
        let (out, err) = check(folder.path(), call, 1);
        assert_eq!(out, "", "{call:?}");
        assert!(err.starts_with("error: ") && err.contains(expect), "{call:?}: {err}");
    }
    assert!(!folder.path().join("b.ron").exists() && !folder.path().join("b.png").exists());
}

#[test]
fn check_names_file_line_and_column() {
    let broken = two_journeys().replace("from: \"t-now0\"", "from: \"t-gone\"");
    let folder =
        folder(&[("good.ron", &two_journeys()), ("broken.ron", &broken), ("bad.ron", "(tropa: 1,\n titel: 1)")]);
    let (out, err) = check(folder.path(), &["check", "good.ron"], 0);
    assert_eq!((out.as_str(), err.as_str()), ("", "1 file checked: 0 errors, 0 warnings\n"));
    let (out, err) = check(folder.path(), &["check", "good.ron", "broken.ron", "bad.ron", "nothing.ron"], 1);
    let line = broken.lines().position(|line| line.contains("t-gone")).unwrap() + 1;
    assert!(
        out.lines().any(|found| found.starts_with(&format!("broken.ron:{line}:")) && found.contains(": error: ")),
        "{out}"
    );
    assert!(out.contains("bad.ron:2:2: error: ") && out.contains("^^^^^"), "{out}");
    assert!(err.contains("nothing.ron") && err.contains("4 files checked: "), "{err}");
}

#[test]
fn info_counts() {
    let folder = folder(&[("a.ron", &two_journeys())]);
    let (out, err) = check(folder.path(), &["info", "a.ron", "--format", "json"], 0);
    assert_eq!(err, "");
    let journey = |id: &str, kind: &str, barriers: u32| json!({"id": format!("j-{id}"), "title": id, "kind": kind, "touchpoints": 2, "transitions": 1, "barriers": barriers});
    let journeys = [journey("now", "as-is", 1), journey("wish", "to-be", 0)];
    let expect = json!({"title": "Two ways", "personas": 1, "journeys": journeys});
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), expect);
    assert!(out.starts_with(r#"{"title":"Two ways","personas":1,"journeys":[{"id":"#), "{out}");
    let (out, _) = check(folder.path(), &["info", "a.ron"], 0);
    assert!(out.contains("j-now  now (as-is): 2 touchpoints, 1 transition, 1 barrier\n"), "{out}");
}

#[test]
fn new_files_are_sound_and_never_replace_others() {
    let folder = folder(&[("taken.ron", "mine")]);
    let (out, err) = check(folder.path(), &["new", "-o", "a.ron"], 0);
    assert_eq!((out.as_str(), err.as_str()), ("", ""));
    check(folder.path(), &["check", "a.ron"], 0);
    for (at, (template, _, _)) in tropa::format::samples::templates().iter().enumerate() {
        for language in ["ru", "en"] {
            let name = format!("{language}{at}.ron");
            let call = ["--lang", language, "new", "--template", *template, "-o", name.as_str()];
            let made =
                Command::new(env!("CARGO_BIN_EXE_tropa")).args(call).current_dir(folder.path()).output().unwrap();
            assert_eq!(made.status.code(), Some(0), "{call:?}");
            let text = std::fs::read_to_string(folder.path().join(&name)).unwrap();
            assert_eq!(text.contains("language: ru"), language == "ru", "{call:?}");
            check(folder.path(), &["check", name.as_str()], 0);
        }
    }
    let (_, err) = check(folder.path(), &["new", "-o", "taken.ron"], 2);
    assert!(err.contains("--force"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.path().join("taken.ron")).unwrap(), "mine");
    check(folder.path(), &["new", "-o", "taken.ron", "--force"], 0);
    check(folder.path(), &["check", "taken.ron"], 0);
}

#[test]
fn exports_begin_as_their_formats_do() {
    let folder = folder(&[("a.ron", &two_journeys())]);
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let (out, err) = check(folder.path(), &["export", "a.ron", "-o", "a.png"], 0);
    assert_eq!(out, "");
    assert!(err.contains("2 journeys") && err.contains("j-now") && err.contains("--journey"), "{err}");
    assert!(read("a.png").starts_with(b"\x89PNG"));
    let (_, err) = check(folder.path(), &["export", "a.ron", "-o", "a.pdf"], 0);
    assert_eq!(err, "");
    assert!(read("a.pdf").starts_with(b"%PDF"));
    let (_, err) = check(folder.path(), &["export", "a.ron", "-o", "wish.SVG", "--journey", "j-wish"], 0);
    assert_eq!(err, "");
    assert!(String::from_utf8(read("wish.SVG")).unwrap().contains("<svg"));
    check(folder.path(), &["export", "a.ron", "-o", "wish.SVG", "--journey", "j-wish"], 2);
    check(folder.path(), &["export", "a.ron", "-o", "now.svg", "--journey", "j-now", "--force"], 0);
    assert_ne!(read("wish.SVG"), read("now.svg"));
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    let kids = b"/Type/Page";
    let spaced: Vec<u8> = pdf.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    spaced.windows(kids.len() + 1).filter(|it| it.starts_with(kids) && it[kids.len()] != b's').count()
}

#[test]
fn slides_are_a_page_or_a_picture_each() {
    let stops = r#", stops: [(id: "v-1", rank: "i", journey: "j-now", view: stage(contact), hidden: true),
                     (id: "v-2", rank: "j", journey: "j-now", view: answers, notes: "Breathe first")])"#;
    let map = two_journeys();
    let hidden = format!("{}{stops}", map.trim_end().strip_suffix(')').unwrap());
    let folder = folder(&[("a.ron", &map), ("h.ron", &hidden)]);
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let (out, err) = check(folder.path(), &["slides", "a.ron", "-o", "a.pdf"], 0);
    assert!(out.is_empty() && err.contains("2 journeys") && err.contains("j-now"), "{out}{err}");
    let (_, err) = check(folder.path(), &["slides", "h.ron", "-o", "h.pdf", "--journey", "j-now"], 0);
    assert_eq!(err, "");
    let all = pages(&read("a.pdf"));
    assert!(all > 5 && pages(&read("h.pdf")) == all - 1, "{all}");
    check(folder.path(), &["slides", "h.ron", "-o", "n.pdf", "--journey", "j-now", "--notes"], 0);
    assert_eq!(pages(&read("n.pdf")), all - 1);
    assert_ne!(read("n.pdf"), read("h.pdf"));
    check(folder.path(), &["slides", "a.ron", "-o", "a.pdf"], 2);
    check(folder.path(), &["slides", "a.ron", "-o", "d.png", "--journey", "j-now", "--theme", "dark"], 0);
    assert!(read("d-01.png").starts_with(b"\x89PNG") && read(&format!("d-{all:02}.png")).starts_with(b"\x89PNG"));
    assert!(!folder.path().join(format!("d-{:02}.png", all + 1)).exists() && !folder.path().join("d.png").exists());
    // One name that is taken keeps all of them from being written.
    std::fs::remove_file(folder.path().join("d-01.png")).unwrap();
    check(folder.path(), &["slides", "a.ron", "-o", "d.png", "--journey", "j-now"], 2);
    assert!(!folder.path().join("d-01.png").exists());
    check(folder.path(), &["slides", "a.ron", "-o", "d.png", "--journey", "j-now", "--force"], 0);
    assert!(folder.path().join("d-01.png").exists());
}

#[test]
fn export_options_change_the_picture() {
    let folder = folder(&[("a.ron", &two_journeys())]);
    let draw = |arguments: &[&str]| {
        let mut all = vec!["export", "a.ron", "--journey", "j-now", "--force"];
        all.extend(arguments);
        check(folder.path(), &all, 0);
        std::fs::read(folder.path().join(arguments[1])).unwrap()
    };
    let usual = draw(&["-o", "a.svg"]);
    assert_eq!(draw(&["-o", "b.svg"]), usual, "the same call, the same bytes");
    assert_ne!(draw(&["-o", "b.svg", "--theme", "dark"]), usual);
    assert_ne!(draw(&["-o", "b.svg", "--theme", "contrast"]), usual);
    assert_ne!(draw(&["-o", "b.svg", "--lanes", "touchpoints,emotions"]), usual);
    // Width and height stand right after the first chunk's name.
    let size = |png: &[u8]| [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
    let (one, two) = (size(&draw(&["-o", "a.png"])), size(&draw(&["-o", "b.png", "--scale", "2"])));
    assert_eq!(two, one.map(|side| side * 2));
}

#[test]
fn mermaid_goes_there_and_back() {
    let folder = folder(&[("a.mmd", MERMAID), ("lossy.mmd", LOSSY)]);
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let (out, err) = check(folder.path(), &["convert", "a.mmd", "-o", "a.ron", "--strict"], 0);
    assert_eq!((out.as_str(), err.as_str()), ("", ""));
    check(folder.path(), &["check", "a.ron"], 0);
    check(folder.path(), &["convert", "a.ron", "-o", "back.mermaid", "--strict"], 0);
    assert_eq!(read("back.mermaid"), MERMAID);
    check(folder.path(), &["convert", "a.mmd", "-o", "again.ron"], 0);
    assert_eq!(read("again.ron"), read("a.ron"), "converting twice gives the same file");

    let (out, err) = check(folder.path(), &["convert", "lossy.mmd", "-o", "lossy.ron"], 0);
    assert_eq!(out, "");
    let lines: Vec<&str> = err.lines().collect();
    assert!(lines[0].starts_with("line 2: ") && lines[0].contains("a note"), "{err}");
    assert!(lines[1].starts_with("line 3: ") && lines[1].contains('9') && lines.len() == 2, "{err}");
    let (_, err) = check(folder.path(), &["convert", "lossy.mmd", "-o", "strict.ron", "--strict"], 1);
    assert!(err.contains("line 2: ") && err.contains("--strict"), "{err}");
    assert!(!folder.path().join("strict.ron").exists());
    check(folder.path(), &["convert", "lossy.mmd", "-o", "a.ron"], 2);
    assert_eq!(read("again.ron"), read("a.ron"), "nothing is overwritten");
    check(folder.path(), &["convert", "lossy.mmd", "-o", "a.ron", "--force"], 0);
    assert_eq!(read("lossy.ron"), read("a.ron"));
}

#[test]
fn what_mermaid_cannot_hold_is_listed_by_line() {
    let text = two_journeys();
    let folder = folder(&[("a.ron", &text)]);
    let (_, err) = check(folder.path(), &["convert", "a.ron", "-o", "a.mmd"], 0);
    let line = text.lines().position(|line| line.contains("b-queue")).unwrap() + 1;
    assert!(err.contains(&format!("line {line}: one barrier is left out\n")), "{err}");
    assert!(err.contains("one more journey is left out"), "{err}");
    check(folder.path(), &["convert", "a.ron", "-o", "b.mmd", "--strict"], 1);
    assert!(!folder.path().join("b.mmd").exists());
}

#[test]
fn hostile_names_and_contents_are_made_printable() {
    let title = "(tropa: 1, title: \"a\\u{1b}[31mred\\u{202e}\")";
    let folder = folder(&[("t.ron", title), ("x.mmd", "journey\nMake \u{1b}[31mtea\n")]);
    let printable = |text: &str| !text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}');
    let name = "no\u{1b}[2J\u{202e}\u{7}.ron";
    let calls: &[(&[&str], i32)] = &[
        (&["info", "t.ron"], 0),
        (&["info", name], 1),
        (&["check", name], 1),
        (&["export", "t.ron", "-o", "a\u{1b}.gif"], 2),
        (&["export", "t.ron", "-o", "a.png", "--journey", "j\u{1b}"], 2),
        (&["convert", "x.mmd", "-o", "x.ron"], 1),
        (&["new", "--template", "\u{1b}[31m", "-o", "y.ron"], 2),
        (&["--format\u{1b}[31m"], 2),
    ];
    for (call, code) in calls {
        let (out, err) = check(folder.path(), call, *code);
        assert!(printable(&out) && printable(&err), "{call:?}: {out}{err}");
        assert!(!out.is_empty() || !err.is_empty(), "{call:?}");
    }
    #[cfg(unix)]
    {
        std::fs::write(folder.path().join(name), title).unwrap();
        let (out, err) = check(folder.path(), &["check", name], 0);
        assert!(printable(&out) && printable(&err), "{out}{err}");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_taken() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.ron");
    let run = |command: &str, option: &str| {
        let mut call = Command::new(env!("CARGO_BIN_EXE_tropa"));
        call.current_dir(folder.path()).arg(command);
        if !option.is_empty() {
            call.arg(option);
        }
        call.arg(name).output().unwrap().status.code()
    };
    assert_eq!(run("new", "-o"), Some(0));
    assert_eq!(run("check", ""), Some(0));
}

#[test]
fn a_table_or_a_mermaid_journey_is_read_in_the_encoding_of_its_program() {
    let folder = folder(&[]);
    let table = "Этап;Точка касания\nКонтакт;Заказ\n";
    let journey = "journey\n  title Кофейня\n  section Контакт\n    Заказ: 3: Анна\n";
    for (ending, text) in [("csv", table), ("mmd", journey)] {
        let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        // Cyrillic letters are 0xC0 and more there.
        let windows: Vec<u8> =
            text.chars().map(|c| if c.is_ascii() { c as u8 } else { (c as u32 - 0x410 + 0xc0) as u8 }).collect();
        for (name, bytes) in [("utf8", text.as_bytes()), ("utf16", &utf16), ("windows", &windows)] {
            let file = format!("{name}.{ending}");
            std::fs::write(folder.path().join(&file), bytes).unwrap();
            let made = format!("{file}.ron");
            let (_, err) = check(folder.path(), &["convert", &file, "-o", &made, "--strict"], 0);
            assert_eq!(err.contains("Windows-1251"), name == "windows", "{err}");
            assert!(std::fs::read_to_string(folder.path().join(&made)).unwrap().contains("Заказ"));
        }
        let file = format!("picture.{ending}");
        std::fs::write(folder.path().join(&file), b"\x89PNG\0\0").unwrap();
        check(folder.path(), &["convert", &file, "-o", "no.ron"], 1);
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_quiet() {
    let journeys: Vec<String> = (0..3000).map(|at| format!("(id: \"j-{at}\", title: \"{at}\")")).collect();
    let folder = folder(&[("many.ron", &format!("(tropa: 1, journeys: [{}])", journeys.join(",")))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_tropa"))
        .args(["--lang", "en", "info", "many.ron"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One byte is read, then the reading end is closed while much more is to come.
    child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(err, "");
    assert!(child.wait().unwrap().code().is_some(), "no signal, no panic");
}
