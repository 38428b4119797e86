//! The head of a sheet: the portrait, who it is in a line, what it would say, and the segment's share of customers.

use egui::{Align, Id, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::draft::{Change, Draft};
use super::field::{Field, INSET, Lines, field_ui};
use super::rail::{Look, Rail, rail_ui};
use super::{StudioAction, ask};
use crate::i18n::number::percent;
use crate::model::{Document, Persona, Portrait};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::inspector::form::{Form, Unit, claim_title};
use crate::ui::menu::menu_look;
use crate::ui::page;
use crate::ui::portrait::portrait_ui;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Look as ButtonLook, button_ui, ink, paragraph_ui};

/// The radius of the portrait.
const PORTRAIT: f32 = 60.0;
/// The width of what stands at the right.
const ASIDE: f32 = 248.0;
/// Narrower heads show below what stands at the right otherwise.
const NARROW: f32 = 760.0;

/// Shows it.
pub(super) fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, draft: &mut Draft) {
    let is_wide = ui.available_width() >= NARROW;
    let page = format!("{}: {}", ctx.text("command-show-personas"), draft.persona.name);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        face_ui(ui, ctx, view, &draft.persona);
        page::stop_ui(ui, ctx, (ui.clip_rect(), &page));
        let width = if is_wide { ui.available_width() - ASIDE - 20.0 } else { ui.available_width() };
        column_ui(ui, width, |ui| words_ui(ui, ctx, draft));
        if is_wide {
            column_ui(ui, ASIDE, |ui| aside_ui(ui, ctx, draft));
        }
    });
    if !is_wide {
        column_ui(ui, ui.available_width(), |ui| aside_ui(ui, ctx, draft));
    }
}

fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 2.0;
        content(ui);
    });
}

fn words_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let theme = ctx.theme;
    let Draft { persona, .. } = draft;
    let color = theme.persona(persona.color);
    let id = |part: &'static str| Id::unique(("persona-head", &persona.id, part));
    let mut change = None;
    let name = ctx.text("field-persona-name");
    let name_id = id("name");
    claim_title(ui, &crate::model::Subject::Persona(persona.id.clone()), (name_id, &persona.name));
    let field = Field { ink: ink(Weight::Bold, 28.0, theme.ink), ..Field::body(theme, name_id, (&name, &name)) };
    let segment_id = id("segment");
    let quote_id = id("quote");
    if field_ui(ui, ctx, &field, &mut persona.name).changed() {
        persona.name = persona.name.replace('\n', " ");
        change = Some(Change::Typed("persona-name"));
    }
    let (name, hint) = (ctx.text("field-segment"), ctx.text("studio-segment-hint"));
    let field = Field { ink: ink(Weight::SemiBold, 14.0, color), ..Field::body(theme, segment_id, (&name, &hint)) };
    if field_ui(ui, ctx, &field, &mut persona.segment).changed() {
        persona.segment = persona.segment.replace('\n', " ");
        change = Some(Change::Typed("segment"));
    }
    ui.add_space(6.0);
    let (name, hint) = (ctx.text("field-persona-quote"), ctx.text("studio-quote-hint"));
    let ink = ink(Weight::Medium, 15.0, theme.ink);
    let top = ui.cursor().top();
    ui.horizontal(|ui| {
        ui.add_space(f32::from(INSET) + 4.0);
        let field = Field { ink, lines: Lines::Many, ..Field::body(theme, quote_id, (&name, &hint)) };
        if field_ui(ui, ctx, &field, &mut persona.quote).changed() {
            change = Some(Change::Typed("persona-quote"));
        }
    });
    // The mark of a quotation: a bar in the persona's colour.
    let bar = Rect::from_min_max(
        pos2(ui.min_rect().left() + f32::from(INSET), top + 3.0),
        pos2(ui.min_rect().left() + f32::from(INSET) + 3.0, ui.min_rect().bottom() - 3.0),
    );
    ui.painter().rect_filled(bar, 1.5, rgba(color));
    draft.note(change);
}

/// What can be done with the persona, its colour, and the segment's share.
fn aside_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let several = ctx.document.personas.len() > 1;
        let compare = ctx.text("studio-compare");
        let button = ui.add_enabled_ui(several, |ui| button_ui(ui, ctx.theme, &compare, ButtonLook::Plain)).inner;
        if button.on_disabled_hover_text(ctx.text("studio-compare-off")).clicked() {
            ctx.push(Action::Run(CommandId::ComparePersonas));
        }
        if button_ui(ui, ctx.theme, &ctx.text("studio-card"), ButtonLook::Plain).clicked() {
            ctx.push(Action::Run(CommandId::ExportPersona));
        }
    });
    ui.add_space(8.0);
    let mut share = draft.persona.share;
    {
        let mut form = Form::new(ui, ctx, ("sheet", &draft.persona.id));
        form.number("segment-share", Unit::Percent, &mut share);
        if form.changed.is_some() {
            draft.persona.share = share;
            draft.note(Some(Change::Typed("segment-share")));
        }
    }
    let name = ctx.text("field-segment-share");
    let rail = Rail {
        id: Id::unique(("persona-share", &draft.persona.id)),
        name: &name,
        color: ctx.theme.persona(draft.persona.color),
        value: draft.persona.share,
        step: 0.01,
        look: Look::Filled,
    };
    if let Some(value) = rail_ui(ui, ctx, &rail) {
        draft.persona.share = Some(value);
        draft.note(Some(Change::Typed("segment-share")));
    }
    sum_ui(ui, ctx, &draft.persona);
    ui.add_space(4.0);
    let picked = super::colors::colors_ui(ui, ctx, &mut draft.persona);
    draft.note(picked.then_some(Change::Done));
}

/// The shares of all personas together, this one as it is in the sheet.
pub(super) fn sum_of_shares(document: &Document, persona: &Persona) -> f64 {
    let share = |other: &std::sync::Arc<Persona>| if other.id == persona.id { persona.share } else { other.share };
    document.personas.iter().filter_map(share).sum()
}

fn sum_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, persona: &Persona) {
    let sum = sum_of_shares(ctx.document, persona);
    let words = percent(sum, ctx.language());
    // What cannot be told from the whole at a glance is no excess.
    let (key, color) = if sum > 1.0005 {
        ("studio-shares-excess", ctx.theme.negative_text)
    } else {
        ("studio-shares", ctx.theme.mute)
    };
    let words = ctx.texts.with(key, &[("sum", words.into())]);
    paragraph_ui(ui, &words, ink(Weight::Regular, fonts::LABEL, color));
}

/// The portrait: pressing it offers other ways to be shown; a picture can be dropped on it.
fn face_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Persona) {
    let theme = ctx.theme;
    let side = 2.0 * PORTRAIT + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let name = ctx.text("studio-portrait");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    portrait_ui(ui, theme, view, (rect.center(), PORTRAIT, persona));
    let color = rgba(theme.persona(persona.color));
    let dropping = ui.input(|input| !input.raw.hovered_files.is_empty());
    if dropping {
        ui.painter().circle_filled(rect.center(), PORTRAIT, rgba(theme.card.fade(0.9)));
        ui.painter().circle_stroke(rect.center(), PORTRAIT, Stroke::new(2.0, rgba(theme.accent)));
        let words = ctx.text("studio-drop-here");
        crate::ui::widgets::centered(ui.painter(), rect, &words, ink(Weight::Medium, fonts::SMALL, theme.accent));
    } else if response.hovered() || response.has_focus() {
        let color = if response.has_focus() { rgba(theme.accent) } else { color };
        ui.painter().circle_stroke(rect.center(), PORTRAIT + 2.0, Stroke::new(2.0, color));
    }
    let badge = rect.right_bottom() - vec2(20.0, 20.0);
    ui.painter().circle(badge, 14.0, rgba(theme.card), Stroke::new(1.0, rgba(theme.card_line)));
    let square = Rect::from_center_size(badge, vec2(16.0, 16.0));
    icon::paint(ui.painter(), square, IconName::PhotoEdit, rgba(theme.mute));
    let response = response.on_hover_text(&name);
    egui::Popup::menu(&response).show(|ui| portrait_menu(ui, ctx, persona));
}

fn portrait_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, persona: &Persona) {
    menu_look(ui);
    ui.set_min_width(240.0);
    let id = || persona.id.clone();
    let item = |ui: &mut Ui, key: &str, action: Action| {
        if ui.button(ctx.text(key)).clicked() {
            ctx.push(action);
            ui.close();
        }
    };
    item(ui, "studio-choose-photo", Action::PickPhoto(id()));
    if matches!(persona.portrait, Portrait::Photo(_)) {
        item(ui, "studio-crop-photo", ask(StudioAction::CropPhoto(id())));
    }
    item(ui, "studio-draw-avatar", ask(StudioAction::DrawAvatar(id())));
    if !matches!(persona.portrait, Portrait::Initials) {
        item(ui, "portrait-initials", ask(StudioAction::ShowInitials(id())));
    }
    ui.separator();
    paragraph_ui(ui, &ctx.text("studio-portrait-hint"), ink(Weight::Regular, fonts::LABEL, ctx.theme.mute));
}
