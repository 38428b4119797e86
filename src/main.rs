//! The program: parses the command line, runs it or the window, and turns the outcome into an exit code.

fn main() -> anyhow::Result<()> {
    let file = std::env::args_os().skip(1).find(|word| !word.to_string_lossy().starts_with('-')).map(Into::into);
    let timings = std::env::args_os().any(|word| word == "--timings");
    tropa::app::run(tropa::app::Options { file, timings, ..Default::default() })
}
