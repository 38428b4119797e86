//! What can be asked for on the command line. The words of `--help` are in `cli.ftl`, keyed by the arguments' names.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::SCALES;
use crate::model::{Date, Lane, LaneId, Language};
use crate::present::paper::{PaperKind, PaperSize};
use crate::present::workshop::Scope;
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
    Slides(SlidesArguments),
    Convert(ConvertArguments),
    Minutes(MinutesArguments),
    Paper(PaperArguments),
    Persona(PersonaArguments),
    Help(HelpArguments),
}

#[derive(Debug, Args)]
pub(super) struct HelpArguments {
    #[arg(value_name = "COMMAND")]
    pub(super) topic: Option<String>,
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
pub(super) struct SlidesArguments {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) journey: Option<String>,
    #[arg(long, value_name = "light|dark|contrast", value_parser = theme)]
    pub(super) theme: Option<ThemeName>,
    #[arg(long)]
    pub(super) notes: bool,
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

#[derive(Debug, Args)]
pub(super) struct MinutesArguments {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) journey: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct PaperArguments {
    #[arg(value_name = "poster|voting|stickers|map", value_parser = paper_kind)]
    pub(super) kind: PaperKind,
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) journey: Option<String>,
    #[arg(long, value_name = "a0|a1|a2|a3|a4", value_parser = paper_size)]
    pub(super) size: Option<PaperSize>,
    #[arg(long, value_name = "a3|a4", value_parser = tile_size)]
    pub(super) tiles: Option<PaperSize>,
    #[arg(long, value_name = "barriers|touchpoints|opportunities", value_parser = scope)]
    pub(super) choices: Option<Scope>,
    #[arg(long, value_name = "N", value_parser = dots)]
    pub(super) dots: Option<u32>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct PersonaArguments {
    #[arg(value_name = "FILE")]
    pub(super) input: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) persona: Option<String>,
    #[arg(long, value_name = "N", value_parser = scale)]
    pub(super) scale: Option<f32>,
    #[arg(long, value_name = "light|dark|contrast", value_parser = theme)]
    pub(super) theme: Option<ThemeName>,
    #[arg(long)]
    pub(super) force: bool,
}

/// What belongs where a value does not fit, as data: [`super::wrong`] has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// One of these.
    OneOf(String),
    /// A scale of [`SCALES`].
    Scale,
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Wanted {}

fn language(text: &str) -> Result<Language, Wanted> {
    Language::ALL.into_iter().find(|language| language.tag() == text).ok_or_else(|| one_of("ru, en"))
}

fn scale(text: &str) -> Result<f32, Wanted> {
    let scale = text.parse::<f32>().ok().filter(|scale| SCALES.contains(scale));
    scale.ok_or(Wanted::Scale)
}

fn theme(text: &str) -> Result<ThemeName, Wanted> {
    let found = ThemeName::ALL.into_iter().find(|theme| theme.key() == text);
    found.ok_or_else(|| one_of(&ThemeName::ALL.map(ThemeName::key).join(", ")))
}

/// The names of the built-in lanes, as `--lanes` takes them.
pub(super) fn lane_names() -> String {
    Lane::BUILT_IN.each_ref().map(Lane::key).join(", ")
}

fn lane(text: &str) -> Result<Lane, Wanted> {
    let built_in = Lane::BUILT_IN.into_iter().find(|lane| lane.key() == text);
    built_in.or_else(|| LaneId::parse(text).ok().map(Lane::Custom)).ok_or_else(|| one_of(&lane_names()))
}

fn date(text: &str) -> Result<Date, Wanted> {
    text.parse().ok().ok_or_else(|| one_of("2026-11-22"))
}

fn paper_kind(text: &str) -> Result<PaperKind, Wanted> {
    let found = PaperKind::ALL.into_iter().find(|kind| kind.key() == text);
    found.ok_or_else(|| one_of(&PaperKind::ALL.map(PaperKind::key).join(", ")))
}

fn paper_size(text: &str) -> Result<PaperSize, Wanted> {
    let found = PaperSize::ALL.into_iter().find(|size| size.key() == text);
    found.ok_or_else(|| one_of(&PaperSize::ALL.map(PaperSize::key).join(", ")))
}

fn tile_size(text: &str) -> Result<PaperSize, Wanted> {
    paper_size(text).ok().filter(|size| *size >= PaperSize::A3).ok_or_else(|| one_of("a3, a4"))
}

fn scope(text: &str) -> Result<Scope, Wanted> {
    let found = Scope::ALL.into_iter().find(|scope| scope.key() == text);
    found.ok_or_else(|| one_of(&Scope::ALL.map(Scope::key).join(", ")))
}

fn dots(text: &str) -> Result<u32, Wanted> {
    text.parse().ok().filter(|dots| (1..=6).contains(dots)).ok_or_else(|| one_of("1, 2, 3, 4, 5, 6"))
}

fn one_of(known: &str) -> Wanted {
    Wanted::OneOf(known.to_owned())
}
