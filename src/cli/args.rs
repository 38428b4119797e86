//! What can be asked for on the command line. The words of `--help` are in `cli.ftl`, keyed by the arguments' names.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::SCALES;
use crate::model::{Lane, LaneId, Language};
use crate::scene::ThemeName;

#[derive(Debug, Parser)]
#[command(name = "tropa", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ru|en", value_parser = language)]
    pub(super) lang: Option<Language>,
    #[arg(long)]
    pub(super) timings: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(NewArguments),
    Check(CheckArguments),
    Info(InfoArguments),
    Export(ExportArguments),
    Convert(ConvertArguments),
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    #[arg(long, value_name = "NAME")]
    pub(super) template: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct InfoArguments {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(long, value_name = "text|json", value_enum, default_value_t, hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(super) format: InfoFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum InfoFormat {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) journey: Option<String>,
    #[arg(long, value_name = "N", value_parser = scale)]
    pub(super) scale: Option<f32>,
    #[arg(long, value_name = "light|dark|contrast", value_parser = theme)]
    pub(super) theme: Option<ThemeName>,
    #[arg(long, value_name = "a,b,…", value_delimiter = ',', value_parser = lane)]
    pub(super) lanes: Option<Vec<Lane>>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct ConvertArguments {
    #[arg(value_name = "IN")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long)]
    pub(super) strict: bool,
    #[arg(long)]
    pub(super) force: bool,
}

fn language(text: &str) -> Result<Language, String> {
    Language::ALL.into_iter().find(|language| language.tag() == text).ok_or_else(|| one_of("ru, en"))
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse::<f32>().ok().filter(|scale| SCALES.contains(scale));
    scale.ok_or_else(|| format!("a number from {} to {} is wanted", SCALES.start(), SCALES.end()))
}

fn theme_key(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Light => "light",
        ThemeName::Dark => "dark",
        ThemeName::Contrast => "contrast",
    }
}

fn theme(text: &str) -> Result<ThemeName, String> {
    let themes = [ThemeName::Light, ThemeName::Dark, ThemeName::Contrast];
    let found = themes.into_iter().find(|theme| theme_key(*theme) == text);
    found.ok_or_else(|| one_of(&themes.map(theme_key).join(", ")))
}

/// The names of the built-in lanes, as `--lanes` takes them.
pub(super) fn lane_names() -> String {
    Lane::BUILT_IN.each_ref().map(Lane::key).join(", ")
}

fn lane(text: &str) -> Result<Lane, String> {
    let built_in = Lane::BUILT_IN.into_iter().find(|lane| lane.key() == text);
    built_in.or_else(|| LaneId::parse(text).ok().map(Lane::Custom)).ok_or_else(|| one_of(&lane_names()))
}

/// Said by clap, whose own errors are in English.
fn one_of(known: &str) -> String {
    format!("one of these is wanted: {known}")
}
