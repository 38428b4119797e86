//! What is exported, and how: map, slides or board, format, size, theme, journey, lanes.

use std::collections::BTreeMap;

use egui::Ui;

use super::{buttons_ui, fit, title_ui};
use crate::analysis::Filter;
use crate::analysis::ledger::Worth;
use crate::i18n::number::short_number;
use crate::model::{Document, Journey, JourneyId, Lane, OpportunityId};
use crate::scene::ThemeName;
use crate::scene::lanes::shown;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::form::Form;
use crate::ui::inspector::lanes::lane_name;
use crate::ui::widgets::{Look, button_ui};

/// What is exported, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportChoice {
    /// What of it all.
    pub what: ExportWhat,
    /// Into what.
    pub format: ExportFormat,
    /// How large a PNG is: 1 is 96 dots an inch.
    pub scale: f32,
    /// In which colours.
    pub theme: ThemeName,
    /// Which journey; `None`: all of them, a page each, in a PDF.
    pub journey: Option<JourneyId>,
    /// Which lanes of the map, in its order.
    pub lanes: Vec<Lane>,
    /// What stands on the board.
    pub board: BoardPart,
    /// The filters of those journeys that have one.
    pub filters: BTreeMap<JourneyId, Filter>,
    /// Whether a map shows what its filter dims as it does in the window.
    pub dims: bool,
}

/// What stands on an exported board of value against effort.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BoardPart {
    /// Which opportunities, in the order in which the first ones of a place are seen.
    pub opportunities: Vec<OpportunityId>,
    /// Whose value counts.
    pub worth: Worth,
}

impl BoardPart {
    /// All opportunities of a project, of value to the customer and to the business.
    fn of(document: &Document) -> Self {
        let opportunities = document.opportunities.iter().map(|it| it.id.clone()).collect();
        Self { opportunities, worth: Worth::default() }
    }
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportWhat {
    /// The map.
    Map,
    /// The stops of the show: a page or a numbered picture each.
    Slides,
    /// The same as pages with the presenter's notes below.
    SlidesWithNotes,
    /// The opportunities by value and effort.
    Board,
}

impl ExportWhat {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Map, Self::Slides, Self::SlidesWithNotes, Self::Board];

    /// Its message.
    fn key(self) -> &'static str {
        match self {
            Self::Map => "export-map",
            Self::Slides => "export-slides",
            Self::SlidesWithNotes => "export-slides-with-notes",
            Self::Board => "export-board",
        }
    }

    /// The message of the question where to.
    pub fn pick_key(self) -> &'static str {
        match self {
            Self::Map => "pick-export",
            Self::Slides | Self::SlidesWithNotes => "pick-export-slides",
            Self::Board => "pick-export-board",
        }
    }

    /// The message that a file's name says what it is of with; the map's is called as the project is.
    pub fn file_key(self) -> Option<&'static str> {
        match self {
            Self::Map => None,
            Self::Slides | Self::SlidesWithNotes => Some("file-slides"),
            Self::Board => Some("file-board"),
        }
    }

    /// Whether there is such a thing.
    fn is_there(self, ctx: &ViewCtx<'_>) -> bool {
        match self {
            Self::Map | Self::Slides | Self::SlidesWithNotes => ctx.journey.is_some(),
            Self::Board => !ctx.document.opportunities.is_empty(),
        }
    }

    /// Into what it can be exported.
    fn formats(self) -> &'static [ExportFormat] {
        match self {
            Self::Map | Self::Board => &ExportFormat::ALL,
            Self::Slides => &[ExportFormat::Pdf, ExportFormat::Png],
            Self::SlidesWithNotes => &[ExportFormat::Pdf],
        }
    }
}

/// Into what it is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// A picture of dots.
    Png,
    /// A picture of lines.
    Svg,
    /// Pages.
    Pdf,
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Pdf];

    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
}

impl ExportChoice {
    /// A PNG at twice the size of this journey, in the light theme, with the lanes it shows.
    pub fn of(document: &Document, journey: Option<&Journey>) -> Self {
        Self {
            what: ExportWhat::Map,
            format: ExportFormat::Png,
            scale: 2.0,
            theme: ThemeName::Light,
            journey: journey.map(|journey| journey.id.clone()),
            lanes: journey.map(|journey| shown(document, journey, false)).unwrap_or_default(),
            board: BoardPart::of(document),
            filters: BTreeMap::new(),
            dims: false,
        }
    }

    /// The same, drawn as another one was.
    #[must_use]
    pub fn as_before(self, last: Option<&Self>) -> Self {
        let Some(Self { format, scale, theme, .. }) = last else { return self };
        Self { format: *format, scale: *scale, theme: *theme, ..self }
    }

    /// The same while journeys are filtered.
    #[must_use]
    pub fn filtered(self, filters: BTreeMap<JourneyId, Filter>) -> Self {
        Self { filters, ..self }
    }

    /// Whether a filter dims something of the journey that is chosen, or of one of them all.
    fn is_filtered(&self) -> bool {
        match &self.journey {
            _ if self.what != ExportWhat::Map => false,
            Some(journey) => self.filters.contains_key(journey),
            None => !self.filters.is_empty(),
        }
    }

    /// The same of the board.
    #[must_use]
    pub fn of_board(self, board: BoardPart) -> Self {
        Self { what: ExportWhat::Board, board, ..self }
    }

    /// Whether there is anything to export.
    pub(super) fn is_ready(&self) -> bool {
        self.what != ExportWhat::Map || !self.lanes.is_empty()
    }
}

/// The lanes of the shown journey in its order, with their names.
fn lanes_of(ctx: &ViewCtx<'_>) -> Vec<(Lane, String)> {
    let Some(journey) = ctx.journey else { return Vec::new() };
    let lanes = journey.lanes_in_order().into_iter().map(|setting| setting.lane);
    lanes.map(|lane| (lane.clone(), lane_name(ctx, journey, &lane))).collect()
}

/// Shows the choice.
pub(super) fn export_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, choice: &mut ExportChoice) {
    fit::width_ui(ui, 440.0);
    title_ui(ui, ctx, &ctx.text("export-title"));
    fit::middle_ui(ui, |ui| choices_ui(ui, ctx, choice));
    buttons_ui(ui, |ui| {
        let ready = choice.is_ready();
        let name = ctx.text("export-go");
        if ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &name, Look::Primary)).inner.clicked() {
            ctx.push(Action::Export(choice.clone()));
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}

fn choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, choice: &mut ExportChoice) {
    let mut form = Form::new(ui, ctx, "export");
    let whats = ExportWhat::ALL.into_iter().filter(|what| what.is_there(ctx));
    let whats: Vec<_> = whats.map(|what| (what, ctx.text(what.key()))).collect();
    form.choice("export-what", &mut choice.what, &whats);
    let formats = choice.what.formats();
    if let (false, Some(first)) = (formats.contains(&choice.format), formats.first()) {
        choice.format = *first;
    }
    let words: Vec<_> =
        formats.iter().map(|format| (*format, ctx.text(&format!("export-{}", format.extension())))).collect();
    form.choice("export-format", &mut choice.format, &words);
    if choice.format == ExportFormat::Png {
        let scales = [0.5_f32, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0];
        let scales: Vec<_> = scales.into_iter().map(|scale| (scale, scale_words(ctx, scale))).collect();
        form.choice("export-scale", &mut choice.scale, &scales);
    }
    let themes: Vec<_> =
        ThemeName::ALL.into_iter().map(|name| (name, ctx.text(&format!("theme-{}", name.key())))).collect();
    form.choice("export-theme", &mut choice.theme, &themes);
    let mut journeys: Vec<(Option<JourneyId>, String)> = ctx
        .document
        .journeys_in_order()
        .into_iter()
        .map(|journey| (Some(journey.id.clone()), crate::ui::tab_title(ctx, journey)))
        .collect();
    if choice.what == ExportWhat::Map && choice.format == ExportFormat::Pdf && journeys.len() > 1 {
        journeys.insert(0, (None, ctx.text("export-all-journeys")));
    } else if choice.journey.is_none() {
        choice.journey = ctx.journey_id().cloned();
    }
    if choice.what != ExportWhat::Board {
        form.choice("export-journey", &mut choice.journey, &journeys);
    }
    if choice.what == ExportWhat::Map {
        lanes_ui(&mut form, choice);
    }
    if choice.is_filtered() {
        form.toggle("export-dims", &mut choice.dims);
    }
}

/// "2× · 192 dpi".
pub fn scale_words(ctx: &ViewCtx<'_>, scale: f32) -> String {
    let factor = short_number(f64::from(scale), 1, ctx.language());
    ctx.texts.with("export-scale-words", &[("scale", factor.into()), ("dpi", (f64::from(scale) * 96.0).into())])
}

fn lanes_ui(form: &mut Form<'_, '_>, choice: &mut ExportChoice) {
    let lanes = lanes_of(form.ctx);
    let mut picked = choice.lanes.clone();
    picked.sort();
    form.chips("export-lanes", &mut picked, &lanes);
    if form.changed == Some("export-lanes") {
        choice.lanes = lanes.into_iter().map(|(lane, _)| lane).filter(|lane| picked.contains(lane)).collect();
    }
}
