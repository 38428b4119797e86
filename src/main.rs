//! The program: parses the command line, runs it or the window, and turns the outcome into an exit code.
//!
//! On Windows it stays a program of the console: the commands print there and scripts wait for their exit code, which
//! `windows_subsystem = "windows"` would take away.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Instant;

use tropa::app;
use tropa::cli::{self, Console, Outcome};

mod memory;

fn main() -> ExitCode {
    memory::keep_what_is_freed();
    let started = Instant::now();
    let outcome = {
        let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
        cli::run(std::env::args_os(), &mut Console { out: &mut out, err: &mut err })
    };
    let (file, language, timings) = match outcome {
        Outcome::Exit(code) => return ExitCode::from(code),
        Outcome::Window { file, language, timings } => (file, language, timings),
    };
    match app::run(app::Options { file, language, timings, started }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where nobody listens the message is lost; the code still tells.
            let _ = writeln!(io::stderr(), "tropa: {error}");
            ExitCode::FAILURE
        }
    }
}
