//! The program: parses the command line, runs it or the window, and turns the outcome into an exit code.

fn main() {}
