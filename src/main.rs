//! The program: parses the command line, runs it or the window, and turns the outcome into an exit code.

use std::io;
use std::process::ExitCode;

use tropa::cli::{self, Console, Outcome};

fn main() -> ExitCode {
    let outcome = {
        let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
        cli::run(std::env::args_os(), &mut Console { out: &mut out, err: &mut err })
    };
    match outcome {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Window { .. } => ExitCode::FAILURE,
    }
}
