//! A persona's full sheet: its head, and blocks in as many columns as there is room for.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use super::aside::asides_ui;
use super::draft::{Change, Draft};
use super::field::{block_ui, heading_ui, label_ui};
use super::lines::{ListField, lines_ui};
use super::{facts, head, journeys, traits};
use crate::model::Persona;
use crate::scene::icon::Icon;
use crate::ui::context::ViewCtx;
use crate::ui::scrolled::follow_focus;
use crate::ui::view::View;
use crate::ui::widgets::divider_ui;

/// A part of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Motivation,
    Facts,
    Habits,
    Channels,
    Goals,
    Needs,
    Pains,
    Expectations,
    Traits,
    Fields,
    Journeys,
}

use Block::{Channels, Expectations, Facts, Fields, Goals, Habits, Journeys, Motivation, Needs, Pains, Traits};

/// The blocks of each column, by how wide the sheet is.
fn columns(width: f32) -> &'static [&'static [Block]] {
    const THREE: [&[Block]; 3] =
        [&[Facts, Motivation, Habits, Channels], &[Goals, Needs, Pains, Expectations], &[Traits, Fields, Journeys]];
    const TWO: [&[Block]; 2] =
        [&[Facts, Motivation, Goals, Needs, Pains, Expectations], &[Traits, Channels, Habits, Fields, Journeys]];
    const ONE: [&[Block]; 1] =
        [&[Facts, Motivation, Goals, Needs, Pains, Expectations, Traits, Channels, Habits, Fields, Journeys]];
    match width {
        900.0.. => &THREE,
        560.0.. => &TWO,
        _ => &ONE,
    }
}

impl Block {
    fn icon(self) -> Icon {
        match self {
            Motivation => Icon::Flame,
            Facts => Icon::Badge,
            Habits => Icon::Repeat,
            Channels => Icon::Message,
            Goals => Icon::Target,
            Needs => Icon::Bulb,
            Pains => Icon::Hand,
            Expectations => Icon::Sparkles,
            Traits => Icon::Sliders,
            Fields => Icon::Details,
            Journeys => Icon::Route,
        }
    }

    /// The message of its heading.
    fn key(self) -> &'static str {
        match self {
            Motivation => "studio-motivation",
            Facts => "studio-facts",
            Habits => "studio-habits-and-devices",
            Channels => "studio-channels",
            Goals => "studio-goals",
            Needs => "studio-needs",
            Pains => "studio-pains",
            Expectations => "studio-expectations",
            Traits => "studio-traits",
            Fields => "studio-fields",
            Journeys => "studio-journeys",
        }
    }
}

/// Shows the sheet.
pub(super) fn sheet_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Arc<Persona>) {
    let mut draft = Draft::of(persona);
    // Another persona is shown from its beginning.
    ScrollArea::vertical().id_salt(("sheet", &persona.id)).auto_shrink(false).show(ui, |ui| {
        let margin = Margin { left: 28, right: 28, top: 24, bottom: 24 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            head::head_ui(ui, ctx, view, &mut draft);
            divider_ui(ui, ctx.theme);
            ui.add_space(8.0);
            let columns = columns(ui.available_width());
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.columns(columns.len(), |uis| {
                for (ui, blocks) in uis.iter_mut().zip(columns) {
                    for block in *blocks {
                        one_ui(ui, ctx, view, (*block, &mut draft));
                    }
                }
            });
            asides_ui(ui, ctx, &mut view.studio, &mut draft);
        });
        follow_focus(ui);
    });
    draft.send(ctx);
}

fn one_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (block, draft): (Block, &mut Draft)) {
    let own = ctx.theme.persona(draft.persona.color);
    let color = if block == Pains { ctx.theme.negative } else { own };
    let title = ctx.text(block.key());
    block_ui(ui, ctx.theme, |ui| {
        heading_ui(ui, ctx.theme, (block.icon(), &title, color), |ui| match block {
            Traits => traits::add_trait_ui(ui, ctx, draft),
            Fields => traits::add_field_ui(ui, ctx, draft),
            _ => {}
        });
        match block {
            Motivation => facts::text_ui(ui, ctx, (draft, "studio-motivation"), |draft| &mut draft.persona.motivation),
            Facts => facts::facts_ui(ui, ctx, draft),
            Habits => {
                label_ui(ui, ctx.theme, &ctx.text("studio-habits"));
                facts::text_ui(ui, ctx, (draft, "studio-habits"), |draft| &mut draft.persona.habits);
                ui.add_space(4.0);
                label_ui(ui, ctx.theme, &ctx.text("studio-devices"));
                facts::text_ui(ui, ctx, (draft, "studio-devices"), |draft| &mut draft.persona.devices);
            }
            Channels => facts::channels_ui(ui, ctx, draft),
            Goals | Needs | Pains | Expectations => list_ui(ui, ctx, view, (block, draft, color)),
            Traits => traits::traits_ui(ui, ctx, draft),
            Fields => traits::fields_ui(ui, ctx, draft),
            Journeys => journeys::journeys_ui(ui, ctx, draft),
        }
    });
}

fn list_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (block, draft, color): (Block, &mut Draft, crate::scene::Color),
) {
    let persona = draft.persona.id.clone();
    let lines: fn(&mut Persona) -> &mut Vec<String> = match block {
        Goals => |persona| &mut persona.goals,
        Needs => |persona| &mut persona.needs,
        Pains => |persona| &mut persona.pains,
        _ => |persona| &mut persona.expectations,
    };
    let list = ListField { persona: &persona, key: block.key(), color, lines };
    let change: Option<Change> = lines_ui(ui, ctx, &mut view.studio, &list, draft);
    draft.note(change);
}
