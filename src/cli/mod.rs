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
mod minutes;
mod new;
mod output;
mod paper;
mod persona;
mod slides;
mod wrong;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches};

use self::args::{Arguments, Command};
pub use self::console::Console;
use self::console::Failure;
use crate::i18n::{Texts, system_language};
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
        Err(error) => return Outcome::Exit(not_parsed(&error, console, texts)),
    };
    let Arguments { lang: _, file, timings, command: wanted } = parsed;
    let result = match wanted {
        None => match file.as_deref().map_or(Ok(()), |file| is_there(file, &command, texts)) {
            Ok(()) => return Outcome::Window { file, language, timings },
            Err(failure) => Err(failure),
        },
        Some(_) if file.is_some() || timings => Err(Failure::call(texts.get("cli-error-window-and-command"))),
        Some(Command::New(arguments)) => new::run(&arguments, texts),
        Some(Command::Check(arguments)) => check::run(&arguments, console, texts),
        Some(Command::Info(arguments)) => info::run(&arguments, console, texts),
        Some(Command::Export(arguments)) => export::run(&arguments, console, texts),
        Some(Command::Slides(arguments)) => slides::run(&arguments, console, texts),
        Some(Command::Convert(arguments)) => convert::run(&arguments, console, texts),
        Some(Command::Minutes(arguments)) => minutes::run(&arguments, console, texts),
        Some(Command::Paper(arguments)) => paper::run(&arguments, console, texts),
        Some(Command::Persona(arguments)) => persona::run(&arguments, console, texts),
        Some(Command::Help(arguments)) => help::run(&arguments, &mut command, console, texts),
    };
    Outcome::Exit(match result {
        Ok(code) => code,
        Err(failure) => console.fail(failure, texts),
    })
}

/// Help and version are results, the rest says what is wrong with the call.
fn not_parsed(error: &clap::Error, console: &mut Console<'_>, texts: &Texts) -> u8 {
    if error.use_stderr() {
        console.note_lines(&wrong::words(error, texts));
        return WRONG_CALL;
    }
    // Whoever closed the other end has read enough.
    let _ = writeln!(console.out, "{}", error.render().to_string().trim_end());
    0
}

/// Whether the window has a file to show; a single word that is no file is most likely a misspelt command.
fn is_there(file: &Path, command: &clap::Command, texts: &Texts) -> Result<(), Failure> {
    if std::fs::metadata(file).map_err(|error| error.kind()).err() != Some(io::ErrorKind::NotFound) {
        return Ok(());
    }
    let name = file.display().to_string();
    if file.components().count() == 1 && file.extension().is_none() {
        return Err(help::no_such_command("cli-error-no-such-file-or-command", &name, command, texts));
    }
    Err(Failure::input(texts.with("cli-error-no-such-file", &[("path", name.into())])))
}
