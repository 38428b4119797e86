//! What is asked of a list: pills that open choices, a field for words, and how rows are grouped.

use std::collections::BTreeSet;

use egui::{Color32, Id, Popup, PopupCloseBehavior, Response, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::bar::INSET;
use super::words::{channel_name, department_name, group_by_name, stage_word};
use crate::analysis::Level;
use crate::analysis::ledger::{GroupBy, Kind, Query, Scope, Status};
use crate::model::Stage;
use crate::scene::text::Weight;
use crate::ui::combo::list_keys;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::inspector::form::chip_ui;
use crate::ui::inspector::{level_word, status_word};
use crate::ui::menu::most_height;
use crate::ui::scrolled::follow_focus;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line, rich, told};

const HEIGHT: f32 = 28.0;
/// More than this in a pill is told as a number.
const LONGEST_WORDS: usize = 26;

/// Shows the pills of a list.
pub(super) fn filters_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, query): (Kind, &mut Query)) {
    pills_ui(ui, |ui| {
        search_ui(ui, ctx, query);
        scope_ui(ui, ctx, query);
        places_ui(ui, ctx, query);
        if kind != Kind::Strengths {
            owners_ui(ui, ctx, query);
            statuses_ui(ui, ctx, (kind, query));
        }
        if kind == Kind::Barriers {
            severity_ui(ui, ctx, query);
            personas_ui(ui, ctx, query);
        }
        let levels = [Level::Hypothesis, Level::Partial, Level::Researched];
        let levels = || levels.into_iter().map(|level| (level, level_word(ctx, level))).collect();
        set_ui(ui, ctx, "ledger-column-evidence", &mut query.levels, levels);
        group_ui(ui, ctx, (kind, query));
        clear_ui(ui, ctx, query);
    });
}

/// A row of pills, which goes on in the next where it is too long.
pub(super) fn pills_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let margin = egui::Margin { left: INSET as i8, right: INSET as i8, top: 0, bottom: 10 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            content(ui);
        });
    });
}

/// The words that must occur.
pub(super) fn search_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    let name = ctx.text("ledger-search");
    let edit = TextEdit::singleline(&mut query.text)
        .id(Id::unique("ledger-search"))
        .hint_text(rich(&name, ink(Weight::Regular, fonts::SMALL, ctx.theme.prompt)))
        .margin(egui::Margin::symmetric(10, 5))
        .desired_width(120.0)
        .min_size(vec2(0.0, HEIGHT))
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add(edit);
    told(ctx, &response, (&name, &query.text));
}

/// Whether other journeys' rows are left out.
pub(super) fn scope_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    if ctx.document.journeys.len() < 2 {
        return;
    }
    let on = query.scope == Scope::Journey;
    let chip = chip_ui(ui, ctx, &ctx.text("ledger-this-journey"), on);
    if chip.on_hover_text(ctx.text("ledger-this-journey-doc")).clicked() {
        query.scope = if on { Scope::Project } else { Scope::Journey };
    }
}

fn places_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    let stages = || {
        let named = Stage::ALL.into_iter().map(|stage| (Some(stage), stage_word(ctx, stage)));
        named.chain([(None, ctx.text("ledger-not-placed"))]).collect()
    };
    set_ui(ui, ctx, "ledger-column-stage", &mut query.stages, stages);
    let channels = || {
        let channels = ctx.document.channels_in_order();
        let named = channels.into_iter().map(|it| (Some(it.id.clone()), channel_name(ctx, &it.id)));
        named.chain([(None, ctx.text("ledger-no-channel"))]).collect()
    };
    set_ui(ui, ctx, "ledger-column-channel", &mut query.channels, channels);
}

pub(super) fn owners_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    let owners = || {
        let departments = ctx.document.departments_in_order();
        let named = departments.into_iter().map(|it| (Some(it.id.clone()), department_name(ctx, &it.id)));
        named.chain([(None, ctx.text("ledger-no-owner"))]).collect()
    };
    set_ui(ui, ctx, "ledger-column-owner", &mut query.owners, owners);
}

pub(super) fn statuses_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, query): (Kind, &mut Query)) {
    let statuses = || Status::all(kind).into_iter().map(|it| (it, status_word(ctx, it))).collect();
    set_ui(ui, ctx, "ledger-column-status", &mut query.statuses, statuses);
}

fn severity_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    let name = ctx.text("ledger-column-severity");
    let from = |least: u8| ctx.texts.with("ledger-from-severity", &[("severity", least.into())]);
    let words = query.least_severity.map_or(name.clone(), from);
    let pill = pill_ui(ui, ctx, (&name, &words), query.least_severity.is_some());
    menu(&pill).show(|ui| {
        let choices: Vec<(Option<u8>, String)> = (1..=5).rev().map(|least| (Some(least), from(least))).collect();
        if let Some(picked) = radios_ui(ui, (query.least_severity, &choices)) {
            query.least_severity = picked.filter(|_| picked != query.least_severity);
        }
    });
}

fn personas_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    let personas = || {
        let personas = ctx.document.personas_in_order();
        personas.into_iter().map(|persona| (persona.id.clone(), persona.name.clone())).collect()
    };
    set_ui(ui, ctx, "ledger-column-personas", &mut query.personas, personas);
}

fn group_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, query): (Kind, &mut Query)) {
    let name = ctx.text("ledger-group");
    let by = |by: GroupBy| {
        let what = group_by_name(ctx, by).to_lowercase();
        ctx.texts.with("ledger-group-by", &[("what", what.into())])
    };
    let words = query.group.map_or(name.clone(), by);
    let pill = pill_ui(ui, ctx, (&name, &words), query.group.is_some());
    menu(&pill).show(|ui| {
        let by = GroupBy::ALL.into_iter().filter(|by| by.fits(kind)).map(|by| (Some(by), group_by_name(ctx, by)));
        let choices: Vec<_> = std::iter::once((None, ctx.text("ledger-group-none"))).chain(by).collect();
        if let Some(picked) = radios_ui(ui, (query.group, &choices)) {
            query.group = picked;
            query.folded.clear();
        }
    });
}

/// Choices of which one holds; the one that was picked, with which the list closes.
pub(super) fn radios_ui<T: PartialEq + Clone>(ui: &mut Ui, (chosen, choices): (T, &[(T, String)])) -> Option<T> {
    let is_on = |(choice, _): &(T, String)| *choice == chosen;
    let items: Vec<Response> = choices.iter().map(|choice| ui.radio(is_on(choice), choice.1.as_str())).collect();
    let names: Vec<&str> = choices.iter().map(|(_, name)| name.as_str()).collect();
    list_keys(ui, &items, (choices.iter().position(is_on), &names));
    let picked = items.iter().position(Response::clicked).and_then(|place| choices.get(place));
    if picked.is_some() {
        ui.close();
    }
    picked.map(|(choice, _)| choice.clone())
}

/// What lets everything pass again, where something does not.
pub(super) fn clear_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, query: &mut Query) {
    if !query.is_filtered() {
        return;
    }
    let words = rich(&ctx.text("ledger-clear"), ink(Weight::Medium, fonts::SMALL, ctx.theme.accent));
    if ui.add(egui::Button::new(words).frame(false).min_size(vec2(0.0, HEIGHT))).clicked() {
        query.clear_filters();
    }
}

/// A pill that opens a list of things, any of which can be wanted.
fn set_ui<T: Ord + Clone>(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    name_key: &str,
    wanted: &mut BTreeSet<T>,
    choices: impl Fn() -> Vec<(T, String)>,
) {
    let name = ctx.text(name_key);
    let words = if wanted.is_empty() { name.clone() } else { told_choices(ctx, &name, &chosen(wanted, choices())) };
    let pill = pill_ui(ui, ctx, (&name, &words), !wanted.is_empty());
    menu(&pill).show(|ui| {
        let choices = choices();
        if choices.is_empty() {
            ui.label(rich(&ctx.text("nothing-to-pick"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)));
        }
        egui::ScrollArea::vertical().max_height(most_height(ui).min(320.0)).show(ui, |ui| {
            let (mut items, mut names) = (Vec::new(), Vec::new());
            for (choice, words) in choices {
                let mut on = wanted.contains(&choice);
                let item = ui.checkbox(&mut on, words.as_str());
                if item.changed() {
                    if on {
                        wanted.insert(choice);
                    } else {
                        wanted.remove(&choice);
                    }
                }
                items.push(item);
                names.push(words);
            }
            list_keys(ui, &items, (None, &names));
            follow_focus(ui);
        });
    });
}

fn chosen<T: Ord>(wanted: &BTreeSet<T>, choices: Vec<(T, String)>) -> Vec<String> {
    choices.into_iter().filter(|(choice, _)| wanted.contains(choice)).map(|(_, words)| words).collect()
}

/// "Stage: Contact, Interest", or how many where that is too long.
fn told_choices(ctx: &ViewCtx<'_>, name: &str, chosen: &[String]) -> String {
    let all = chosen.join(", ");
    let what = if all.chars().count() <= LONGEST_WORDS { all } else { chosen.len().to_string() };
    ctx.texts.with("ledger-filter-is", &[("name", name.to_owned().into()), ("what", what.into())])
}

/// What a press on a pill opens.
pub(super) fn menu(pill: &Response) -> Popup<'_> {
    Popup::menu(pill).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// A pill with its words and the mark of something that opens; `name` is what assistive technology calls it.
pub(super) fn pill_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (name, words): (&str, &str), on: bool) -> Response {
    let theme = ctx.theme;
    let color = if on { theme.accent } else { theme.mute };
    let galley = line(ui.painter(), words, ink(Weight::Medium, fonts::SMALL, color), 280.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, HEIGHT), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = on.then(|| words.to_owned());
        info
    });
    let edge = if on { theme.accent } else { theme.card_line };
    let fill = if on { theme.accent_tint } else { theme.card };
    // Its words would be too pale on a darker tint: what is on shows the pointer by its edge.
    let width = if on && response.hovered() { 2.0 } else { 1.0 };
    let stroke = egui::Stroke::new(width, rgba(edge));
    ui.painter().rect(rect, 7.0, rgba(fill), stroke, egui::StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(1.0), 8.0, (2.0, rgba(theme.accent)), egui::StrokeKind::Outside);
    }
    if response.hovered() && !on {
        ui.painter().rect_filled(rect, 7.0, rgba(theme.ink.fade(0.05)));
    }
    let at = egui::pos2(rect.left() + 11.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    let square = egui::Rect::from_center_size(egui::pos2(rect.right() - 14.0, rect.center().y), vec2(14.0, 14.0));
    icon::paint(ui.painter(), square, IconName::Down, rgba(color));
    response
}
