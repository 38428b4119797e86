//! The rooms of the library from outside, the program by its command line, and the walls between the rooms.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod arbitrary;
mod commands;
mod cpu_renderer;
mod drawing;
mod generate;

mod architecture;
mod canvas;
mod cli;
mod cli_workshop;
mod clip;
mod edit;
mod export;
mod find;
mod format;
mod format_errors;
mod mermaid;
mod persona_card;
mod poster;
mod present;
mod privacy;
mod said;
mod samples;
mod scene;
mod scene_edits;
mod storage;
mod text;
mod validate;
mod workshop;
