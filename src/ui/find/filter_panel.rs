//! The panel in which a filter is put together, and the strip above the map that says what is filtered.

use std::collections::BTreeSet;

use egui::{
    Align, Area, Frame, Id, Key, Layout, Margin, Modifiers, Order, Panel, Rect, Sense, Stroke, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{FindAction, FindView};
use crate::analysis::{Filter, Level};
use crate::i18n::Texts;
use crate::model::Journey;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::canvas::walk::Way;
use crate::ui::command::{CommandId, name_with_keys};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::inspector::form::chip_ui;
use crate::ui::inspector::level_word;
use crate::ui::scrolled::{bar_beside, follow_focus};
use crate::ui::style::{WIDE_CORNER, rgba};
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, focus_ring, ink, label_ui, line, paragraph_ui, rich, small_icon_button_ui};

const WIDTH: f32 = 336.0;
const STRIP_HEIGHT: f32 = 40.0;
const LEVELS: [Level; 3] = [Level::Researched, Level::Partial, Level::Hypothesis];

/// Esc closes the panel before it does anything else.
pub fn keys(ui: &Ui, view: &mut View) {
    let typing = ui.memory(|memory| memory.has_focus(Id::unique("filter-text")));
    let free = typing || super::bar::is_free(ui, view);
    let filters = &mut view.find.filters;
    if filters.open && free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        filters.open = false;
        ui.memory_mut(|memory| memory.focused().map(|id| memory.surrender_focus(id)));
    }
}

/// Shows the panel over the map, if it is open.
pub fn panel_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, find: &mut FindView, middle: Rect) {
    let Some(journey) = ctx.journey.filter(|_| find.filters.open) else { return };
    let before = find.filters.of(&journey.id);
    let mut filter = before.clone();
    // The strip has its room before it is there: what is pointed at stays where it is.
    let corner = middle.left_top() + vec2(12.0, 10.0 + STRIP_HEIGHT);
    let most = middle.bottom() - corner.y - 72.0;
    let area = Area::new(Id::unique("filter-panel")).order(Order::Middle).fixed_pos(corner).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(rgba(ctx.theme.card))
            .stroke(Stroke::new(1.0, rgba(ctx.theme.card_line)))
            .corner_radius(WIDE_CORNER)
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(Margin { left: 14, right: 6, top: 10, bottom: 12 });
        frame.show(ui, |ui| {
            ui.set_width(WIDTH - 20.0);
            ui.horizontal(|ui| {
                ui.set_height(24.0);
                ui.label(rich(&ctx.text("filter"), ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("filter-close")).clicked() {
                        find.filters.open = false;
                    }
                    let some = !filter.is_empty();
                    let clear = ctx.text("filter-clear");
                    if ui.add_enabled_ui(some, |ui| quiet_button_ui(ui, ctx, &clear)).inner {
                        filter = Filter::default();
                    }
                });
            });
            bar_beside(ui);
            let scroll = egui::ScrollArea::vertical().id_salt("filter-choices").max_height(most);
            scroll.min_scrolled_height(most).show(ui, |ui| {
                ui.set_width(WIDTH - 36.0);
                let wants_keyboard = std::mem::take(&mut find.filters.wants_keyboard);
                choices_ui(ui, ctx, journey, (&mut filter, wants_keyboard));
                follow_focus(ui);
            });
        });
    });
    find.covered.push(shown.response.rect);
    if filter != before {
        find.filters.set(&journey.id, filter);
        ui.request_repaint();
    }
}

fn choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Journey, (filter, wants_keyboard): (&mut Filter, bool)) {
    ui.spacing_mut().item_spacing.y = 5.0;
    let name = ctx.text("filter-text");
    let label = label_ui(ui, ctx.theme, &name);
    let edit = TextEdit::singleline(&mut filter.text).id(Id::unique("filter-text"));
    let field = ui.add(edit.margin(vec2(9.0, 6.0)).desired_width(f32::INFINITY)).labelled_by(label.id);
    if wants_keyboard {
        field.request_focus();
    }
    let document = ctx.document;
    let personas = journey.info.personas.iter().filter_map(|id| document.personas.get(id));
    let personas = personas.map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>();
    chips_ui(ui, ctx, "filter-persona", &mut filter.personas, &personas);
    let used: BTreeSet<_> = journey.touchpoints.iter().filter_map(|it| it.channel.clone()).collect();
    let channels = document.channels_in_order().into_iter().filter(|it| used.contains(&it.id));
    let channels = channels.map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>();
    chips_ui(ui, ctx, "filter-channel", &mut filter.channels, &channels);
    let used = crate::analysis::filter::owners(document, journey);
    let owners = document.departments_in_order().into_iter().filter(|it| used.contains(&it.id));
    let owners = owners.map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>();
    chips_ui(ui, ctx, "filter-owner", &mut filter.owners, &owners);
    let levels = LEVELS.map(|level| (level, level_word(ctx, level)));
    chips_ui(ui, ctx, "filter-evidence", &mut filter.levels, &levels);
    ui.add_space(4.0);
    label_ui(ui, ctx.theme, &ctx.text("filter-severity"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for least in 1..=5_u8 {
            let on = filter.severity == Some(least);
            let response = chip_ui(ui, ctx, &severity_chip(least), on);
            let name = severity_words(ctx.texts, least);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, &name));
            if response.clicked() {
                filter.severity = if on { None } else { Some(least) };
            }
        }
    });
    ui.add_space(4.0);
    label_ui(ui, ctx.theme, &ctx.text("filter-marks"));
    if chip_ui(ui, ctx, &ctx.text("field-moment-of-truth"), filter.moments).clicked() {
        filter.moments = !filter.moments;
    }
    if journey.touchpoints.is_empty() {
        paragraph_ui(ui, &ctx.text("filter-no-touchpoints"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    }
}

fn severity_chip(least: u8) -> String {
    if least == 5 { "5".to_owned() } else { format!("{least}+") }
}

fn severity_words(texts: &Texts, least: u8) -> String {
    texts.with("filter-severity-from", &[("least", least.into())])
}

fn chips_ui<T: Ord + Clone>(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    key: &str,
    chosen: &mut BTreeSet<T>,
    choices: &[(T, String)],
) {
    if choices.is_empty() {
        return;
    }
    ui.add_space(4.0);
    label_ui(ui, ctx.theme, &ctx.text(key));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (choice, name) in choices {
            if chip_ui(ui, ctx, name, chosen.contains(choice)).clicked() && !chosen.remove(choice) {
                chosen.insert(choice.clone());
            }
        }
    });
}

/// A button without a frame.
fn quiet_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, name: &str) -> bool {
    let button = egui::Button::new(rich(name, ink(Weight::Medium, fonts::SMALL, ctx.theme.accent)));
    ui.add(button.frame_when_inactive(false)).clicked()
}

/// Shows above the map what is filtered, if anything is.
pub fn strip_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, find: &mut FindView) {
    let Some(journey) = ctx.journey.filter(|_| find.filters.is_on(ctx)) else { return };
    let lit = find.filters.lit(ctx).map_or(0, crate::analysis::Lit::touchpoints);
    let mut filter = find.filters.of(&journey.id);
    let before = filter.clone();
    let frame = Frame::new().fill(rgba(ctx.theme.panel)).inner_margin(Margin::symmetric(14, 0));
    let panel = Panel::top("filter-strip").exact_size(STRIP_HEIGHT).show_separator_line(false).resizable(false);
    panel.frame(frame).show(ui, |ui| {
        let bar = ui.max_rect();
        ui.painter().hline(bar.x_range().expand(14.0), bar.bottom() - 0.5, Stroke::new(1.0, rgba(ctx.theme.line)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button_ui(ui, ctx.theme, &ctx.text("filter-clear"), Look::Plain).clicked() {
                filter = Filter::default();
            }
            ui.add_enabled_ui(lit > 0, |ui| ways_ui(ui, ctx, find.search.open));
            let left = Layout::left_to_right(Align::Center);
            ui.with_layout(left, |ui| pieces_ui(ui, ctx, &mut filter, (lit, journey.touchpoints.len())));
        });
    });
    if filter != before {
        find.filters.set(&journey.id, filter);
        ui.request_repaint();
    }
}

/// The buttons that go from one touchpoint that is let through to the next; F3 is theirs while no search is open.
fn ways_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, searching: bool) {
    let ways = [
        (Way::On, IconName::ArrowRight, "filter-next", CommandId::FindNext),
        (Way::Back, IconName::MoveLeft, "filter-previous", CommandId::FindPrevious),
    ];
    for (way, icon, key, command) in ways {
        let name = if searching { ctx.text(key) } else { name_with_keys(ui.ctx(), ctx.text(key), command) };
        if small_icon_button_ui(ui, ctx.theme, icon, &name).clicked() {
            ctx.push(Action::Find(Box::new(FindAction::Lit(way))));
        }
    }
}

fn pieces_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, filter: &mut Filter, (lit, count): (usize, usize)) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let (square, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    icon::paint(ui.painter(), square, IconName::Filter, rgba(ctx.theme.mute));
    let words = ctx.texts.with("filter-count", &[("lit", lit.into()), ("count", count.into())]);
    let color = if lit == 0 { ctx.theme.negative_text } else { ctx.theme.ink };
    ui.label(rich(&words, ink(Weight::SemiBold, fonts::SMALL, color)));
    ui.add_space(6.0);
    let scroll = egui::ScrollArea::horizontal().id_salt("filter-pieces").auto_shrink(false);
    let hidden = egui::scroll_area::ScrollBarVisibility::AlwaysHidden;
    scroll.scroll_bar_visibility(hidden).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            for (words, without) in pieces(ctx, filter) {
                if piece_ui(ui, ctx, &words) {
                    *filter = without;
                }
            }
            let more = ctx.text("filter-more");
            if small_icon_button_ui(ui, ctx.theme, IconName::Plus, &more).clicked() {
                ctx.push(Action::Run(CommandId::Filter));
            }
        });
    });
}

/// Each choice of a filter, with the filter that is left without it.
fn pieces(ctx: &ViewCtx<'_>, filter: &Filter) -> Vec<(String, Filter)> {
    let mut pieces = Vec::new();
    let mut add = |words: String, change: &dyn Fn(&mut Filter)| {
        let mut without = filter.clone();
        change(&mut without);
        pieces.push((words, without));
    };
    if !filter.text.trim().is_empty() {
        let quoted = ctx.texts.with("filter-quoted", &[("text", filter.text.trim().to_owned().into())]);
        add(quoted, &|it| it.text.clear());
    }
    let document = ctx.document;
    for id in &filter.personas {
        let name = document.personas.get(id).map(|it| it.name.clone());
        add(name.unwrap_or_else(|| id.to_string()), &|it| {
            it.personas.remove(id);
        });
    }
    for id in &filter.channels {
        let name = document.channels.get(id).map(|it| it.name.clone());
        add(name.unwrap_or_else(|| id.to_string()), &|it| {
            it.channels.remove(id);
        });
    }
    for id in &filter.owners {
        let name = document.departments.get(id).map(|it| it.name.clone());
        add(name.unwrap_or_else(|| id.to_string()), &|it| {
            it.owners.remove(id);
        });
    }
    for level in LEVELS.iter().filter(|level| filter.levels.contains(level)) {
        add(level_word(ctx, *level), &|it| {
            it.levels.remove(level);
        });
    }
    if let Some(least) = filter.severity {
        add(severity_words(ctx.texts, least), &|it| it.severity = None);
    }
    if filter.moments {
        add(ctx.text("field-moment-of-truth"), &|it| it.moments = false);
    }
    pieces
}

/// A choice with its cross; true when it is taken away.
fn piece_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, words: &str) -> bool {
    let theme = ctx.theme;
    let galley = line(ui.painter(), words, ink(Weight::Medium, fonts::SMALL, theme.accent), 200.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, 26.0), Sense::click());
    let name = ctx.texts.with("filter-remove", &[("what", words.to_owned().into())]);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    ui.painter().rect(
        rect,
        13.0,
        rgba(theme.accent_tint),
        Stroke::new(1.0, rgba(if response.hovered() { theme.accent } else { theme.accent.fade(0.35) })),
        egui::StrokeKind::Inside,
    );
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let y = rect.center().y;
    let text = pos2(rect.left() + 11.0, y - galley.size().y / 2.0);
    ui.painter().galley(text, galley, egui::Color32::PLACEHOLDER);
    let cross = Rect::from_center_size(pos2(rect.right() - 15.0, y), vec2(12.0, 12.0));
    icon::paint(ui.painter(), cross, IconName::Close, rgba(theme.accent));
    response.on_hover_text(name).clicked()
}
