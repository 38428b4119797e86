//! What a pasted table or another program's text will make, shown before it is made: the mapping, a summary, remarks.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::table::{Change, table_ui};
use super::values::values_ui;
use super::{ClipAction, Target, counted};
use crate::exchange::decode::Encoding;
use crate::exchange::grid::{self, FirstColumn, Known, Layout, Mapping, Note, Scale, Table, Ways};
use crate::exchange::mermaid::Report;
use crate::model::{Document, Journey, PersonaId, Piece, SeededIds, Stage};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{buttons_ui, fit, title_ui};
use crate::ui::fonts;
use crate::ui::inspector::form::chip_ui;
use crate::ui::widgets::{Look, button_ui, ink, paragraph_ui, rich};

/// The most remarks that are listed.
const MAX_REMARKS: usize = 200;

/// A paste that waits for its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    source: Source,
    /// What will be put in.
    piece: Arc<Piece>,
    /// Where it goes.
    into: Target,
    /// How much of what is made.
    made: Vec<(&'static str, usize)>,
    /// Ids are drawn from this, so that the same mapping always gives the same piece.
    seed: u64,
    /// In which encoding its text was read.
    encoding: Encoding,
}

/// What was pasted.
#[derive(Debug, Clone, PartialEq)]
enum Source {
    /// A table, what it means and what of it cannot be taken as it is.
    Table(Arc<Table>, Mapping, Arc<Vec<Note>>),
    /// A text of Mermaid's, and what of it was lost.
    Mermaid(Arc<Vec<Report>>),
}

/// What is known of the project that a table comes to.
pub fn known<'d>(document: &'d Document, journey: Option<&Journey>, leading: Option<&PersonaId>) -> Known<'d> {
    let going = |id: &PersonaId| journey.is_none_or(|it| it.info.personas.is_empty() || it.info.personas.contains(id));
    let mut personas: Vec<_> =
        document.personas_in_order().into_iter().map(AsRef::as_ref).filter(|persona| going(&persona.id)).collect();
    // The leading one first; the others keep their order.
    personas.sort_by_key(|persona| Some(&persona.id) != leading);
    let stages = journey.map(|it| it.info.stages.iter().map(|stage| stage.title.clone()).collect());
    let last_stage = journey.map_or(Stage::Attention, Journey::last_stage);
    Known { stages: stages.unwrap_or_default(), last_stage, personas, language: document.info.language }
}

impl Preview {
    /// The preview of a table.
    pub fn of_table(table: Table, known: &Known<'_>, seed: u64) -> Self {
        let mapping = Mapping::guess(&table, known);
        let source = Source::Table(Arc::new(table), mapping, Arc::default());
        let mut preview = Self {
            source,
            piece: Arc::default(),
            into: Target::ThisJourney,
            made: Vec::new(),
            seed,
            encoding: Encoding::Utf8,
        };
        preview.plan(known);
        preview
    }

    /// The preview of a journey that Mermaid's text describes.
    pub fn of_mermaid(piece: Piece, reports: Vec<Report>, seed: u64) -> Self {
        let source = Source::Mermaid(Arc::new(reports));
        Self {
            source,
            piece: Arc::new(piece),
            into: Target::ThisJourney,
            made: Vec::new(),
            seed,
            encoding: Encoding::Utf8,
        }
    }

    /// The same, to be put into a journey of its own.
    #[must_use]
    pub fn into_new_journey(mut self) -> Self {
        self.into = Target::NewJourney;
        self
    }

    /// The same, of a text in this encoding.
    #[must_use]
    pub fn read_as(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// Whether there is anything to make.
    pub fn is_ready(&self) -> bool {
        let document = &self.piece.document;
        document.touchpoint_count() > 0 || !document.barriers.is_empty() || !document.opportunities.is_empty()
    }

    /// Asks for what is shown to be made.
    pub fn confirm(&self, ctx: &ViewCtx<'_>) {
        if self.is_ready() {
            let make = ClipAction::Make(Arc::clone(&self.piece), self.target(ctx));
            ctx.push(Action::Clip(Box::new(make)));
        }
    }

    /// Without a journey there is none to join.
    fn target(&self, ctx: &ViewCtx<'_>) -> Target {
        if ctx.journey.is_some() { self.into } else { Target::NewJourney }
    }

    fn plan(&mut self, known: &Known<'_>) {
        if let Source::Table(table, mapping, notes) = &mut self.source {
            let plan = grid::plan(table, mapping, known, &mut SeededIds::new(self.seed));
            self.piece = Arc::new(plan.piece);
            *notes = Arc::new(plan.notes);
            self.made.clear();
        }
    }
}

/// Shows the preview.
pub fn preview_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, preview: &mut Preview) {
    let screen = ui.ctx().content_rect().size();
    ui.set_width((screen.x - 160.0).clamp(480.0, 1120.0));
    let is_table = matches!(preview.source, Source::Table(..));
    title_ui(ui, ctx, &ctx.text(if is_table { "paste-table-title" } else { "paste-mermaid-title" }));
    fit::middle_ui(ui, |ui| middle_ui(ui, ctx, preview, screen.y));
    answers_ui(ui, ctx, preview);
}

/// What is taken, as what, and what will be made of it.
fn middle_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, preview: &mut Preview, screen_height: f32) {
    let known = known(ctx.document, ctx.journey.map(AsRef::as_ref), ctx.persona);
    let mut changed = false;
    if let Source::Table(table, mapping, notes) = &mut preview.source {
        changed |= choices_ui(ui, ctx, (table, mapping), &known);
        // What stands below the table has its place whatever the table's size.
        let height = (screen_height - 430.0).clamp(150.0, 440.0);
        let change = table_ui(ui, ctx, (table, mapping, notes), height);
        let change = values_ui(ui, ctx, mapping).or(change);
        changed |= change.is_some();
        match change {
            Some(Change::Field(head, field)) => mapping.set_field(table, head, field, &known),
            Some(Change::Stage(column, belongs)) => mapping.set_stage(column, belongs),
            Some(Change::Value(title, stage)) => mapping.set_stage_of(&title, stage),
            None => {}
        }
    }
    if changed {
        preview.plan(&known);
    }
    if preview.made.is_empty() {
        preview.made = counted(ctx, &preview.piece, preview.target(ctx));
    }
    made_ui(ui, ctx, preview);
    if let Some(key) = preview.encoding.doubt_key() {
        paragraph_ui(ui, &ctx.text(key), ink(Weight::Regular, fonts::SMALL, ctx.theme.ink));
    }
    remarks_ui(ui, ctx, &preview.source);
    into_ui(ui, ctx, preview);
}

/// How the table is laid out, on which scale, whether its touchpoints are connected.
fn choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (table, mapping): (&Table, &mut Mapping), known: &Known<'_>) -> bool {
    let choices = |mapping: &Mapping| (mapping.layout, mapping.first_column, mapping.scale, mapping.ways);
    let before = choices(mapping);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (layout, key) in [(Layout::Lanes, "paste-layout-lanes"), (Layout::Rows, "paste-layout-rows")] {
            let on = mapping.layout == layout;
            if chip_ui(ui, ctx, &ctx.text(key), on).clicked() && !on {
                let ways = mapping.ways;
                *mapping = Mapping { ways, ..Mapping::of(table, layout, known) };
            }
        }
        if mapping.layout == Layout::Lanes {
            ui.add_space(12.0);
            let mut named = mapping.first_column == FirstColumn::Names;
            if ui.checkbox(&mut named, ctx.text("paste-lanes-named")).changed() {
                let first = if named { FirstColumn::Names } else { FirstColumn::Cells };
                let ways = mapping.ways;
                *mapping = Mapping { ways, ..Mapping::with_first_column(table, (Layout::Lanes, first), known) };
            }
        }
        ui.add_space(12.0);
        let mut connected = mapping.ways == Ways::InOrder;
        if ui.checkbox(&mut connected, ctx.text("paste-connect")).changed() {
            mapping.ways = if connected { Ways::InOrder } else { Ways::None };
        }
    });
    if mapping.heads.iter().any(|it| matches!(it.field, grid::Field::Emotion | grid::Field::Expectation)) {
        scales_ui(ui, ctx, &mut mapping.scale);
    }
    before != choices(mapping)
}

fn scales_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, chosen: &mut Scale) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(rich(&ctx.text("paste-scale"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute)));
        for scale in Scale::ALL {
            if chip_ui(ui, ctx, &ctx.text(scale.key()), *chosen == scale).clicked() {
                *chosen = scale;
            }
        }
    });
}

/// "Will be made: 14 touchpoints in 5 stages, …".
fn made_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, preview: &Preview) {
    let words: Vec<String> = preview
        .made
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| ctx.texts.with(key, &[("count", (*count).into())]))
        .collect();
    let text = if preview.is_ready() {
        // "14 touchpoints in 5 stages" is one phrase.
        let what = words.join(", ").replacen(", ", " ", usize::from(preview.piece.touchpoint_count() > 0));
        ctx.texts.with("paste-made", &[("what", what.into())])
    } else {
        ctx.text("paste-made-nothing")
    };
    paragraph_ui(ui, &text, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink));
}

/// What cannot be taken as it is.
fn remarks_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, source: &Source) {
    let remarks: Vec<String> = match source {
        Source::Table(_, _, notes) => notes.iter().take(MAX_REMARKS).map(|note| note.describe(ctx.texts)).collect(),
        Source::Mermaid(reports) => {
            let said = |report: &Report| {
                let (line, text) = (report.line.to_string(), report.kind.describe(ctx.texts));
                ctx.texts.with("paste-on-line", &[("line", line.into()), ("text", text.into())])
            };
            reports.iter().take(MAX_REMARKS).map(said).collect()
        }
    };
    let count = match source {
        Source::Table(_, _, notes) => notes.len(),
        Source::Mermaid(reports) => reports.len(),
    };
    if count == 0 {
        ui.label(rich(&ctx.text("paste-no-remarks"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)));
        return;
    }
    let heading = ctx.texts.with("paste-remarks", &[("count", count.into())]);
    ui.label(rich(&heading, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.negative_text)));
    ScrollArea::vertical().id_salt("paste-remarks").max_height(76.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for remark in &remarks {
            paragraph_ui(ui, remark, ink(Weight::Regular, fonts::SMALL, ctx.theme.ink));
        }
    });
}

fn into_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, preview: &mut Preview) {
    let Some(journey) = ctx.journey else { return };
    let title = crate::ui::tab_title(ctx, journey);
    let mut into = preview.into;
    let choices = [
        (Target::ThisJourney, ctx.texts.with("paste-into-this", &[("journey", title.into())])),
        (Target::NewJourney, ctx.text("paste-into-new")),
    ];
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for (target, name) in choices {
            if ui.radio(into == target, name).clicked() {
                into = target;
            }
        }
    });
    if into != preview.into {
        preview.into = into;
        preview.made.clear();
    }
}

fn answers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, preview: &Preview) {
    buttons_ui(ui, |ui| {
        let name = ctx.text("paste-go");
        let ready = preview.is_ready();
        if ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &name, Look::Primary)).inner.clicked() {
            preview.confirm(ctx);
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}
