//! The command line: the window's library calls, with results on `out`, messages on `err` and an exit code.
//!
//! Exit codes: 0 fine, 1 the input is at fault, 2 the call is wrong. Whatever is repeated of names and contents is
//! made printable first.

mod args;
mod check;
mod console;
mod convert;
mod export;
mod help;
mod info;
mod new;
mod output;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use self::args::{Arguments, Command};
pub use self::console::Console;
use crate::i18n::Texts;
use crate::model::Language;

/// The exit code of a wrong call.
const WRONG_CALL: u8 = 2;

/// What came of a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done: the exit code.
    Exit(u8),
    /// The window is wanted.
    Window {
        /// The file to show.
        file: Option<PathBuf>,
        /// The interface's language, where one was asked for.
        language: Option<Language>,
        /// Whether to print how long the first frame took.
        timings: bool,
    },
}

/// Runs a command line, the program's name included.
pub fn run(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = help::language_asked_for(&arguments);
    let texts = Texts::of(language.unwrap_or_else(system_language));
    let mut command = help::localized(Arguments::command(), texts);
    let parsed = command.try_get_matches_from_mut(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return Outcome::Exit(not_parsed(&error, console)),
    };
    let Arguments { lang: _, file, timings, command: wanted } = parsed;
    let Some(wanted) = wanted else {
        return Outcome::Window { file, language, timings };
    };
    if file.is_some() || timings {
        let error = command.error(ErrorKind::ArgumentConflict, texts.get("cli-error-window-and-command"));
        return Outcome::Exit(not_parsed(&error, console));
    }
    let result = match wanted {
        Command::New(arguments) => new::run(&arguments, texts),
        Command::Check(arguments) => check::run(&arguments, console, texts),
        Command::Info(arguments) => info::run(&arguments, console, texts),
        Command::Export(arguments) => export::run(&arguments, console, texts),
        Command::Convert(arguments) => convert::run(&arguments, console, texts),
    };
    Outcome::Exit(match result {
        Ok(code) => code,
        Err(failure) => console.fail(failure, texts),
    })
}

/// Help and version are results, the rest says what is wrong with the call.
fn not_parsed(error: &clap::Error, console: &mut Console<'_>) -> u8 {
    let text = error.render().to_string();
    if error.use_stderr() {
        console.note_lines(&text);
        return WRONG_CALL;
    }
    // Whoever closed the other end has read enough.
    let _ = writeln!(console.out, "{}", text.trim_end());
    0
}

fn system_language() -> Language {
    sys_locale::get_locale().and_then(|locale| Language::from_tag(&locale)).unwrap_or_default()
}
