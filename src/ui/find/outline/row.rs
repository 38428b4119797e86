//! A row of the outline: fold mark, title or the field in which it is typed, and what is known at a glance.

use egui::{Color32, CornerRadius, Id, Key, Rect, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::rows::{Row, row_of};
use super::{ROW_HEIGHT, drag, list_id};
use crate::analysis::{Level, level};
use crate::i18n::number::signed;
use crate::model::{Journey, Language, Subject, Touchpoint};
use crate::scene::face::emotion_color;
use crate::scene::text::Weight;
use crate::scene::{Color, icon as map_icon};
use crate::ui::action::{Action, New};
use crate::ui::canvas::rename::select_all;
use crate::ui::command::{CommandId, is_named};
use crate::ui::context::ViewCtx;
use crate::ui::find::FindAction;
use crate::ui::find::names::thing_name;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::inspector::level_said;
use crate::ui::page::Page;
use crate::ui::style::{WIDE_CORNER, rgba};
use crate::ui::view::View;
use crate::ui::widgets::{ink, level_disc, line, line_at, severity_dashes, small_icon_button_ui, told_line_at};

const INDENT: f32 = 24.0;
const LEFT: f32 = 38.0;
const RIGHT: f32 = 24.0;

/// Lays out the row at a place of the list.
pub(super) fn row_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (journey, rows, at): (&Journey, &[Row], usize),
    rect: Rect,
) {
    let Some(row) = rows.get(at) else { return };
    let Row { subject, depth, folds, quote } = row;
    let left = left(rect, *depth);
    let ground = Rect::from_min_max(pos2(rect.left() + 10.0, rect.top() + 1.0), rect.right_bottom() - vec2(10.0, 1.0));
    let name = quote.clone().unwrap_or_else(|| thing_name(ctx, subject));
    // Rows are walked by arrows: the list itself is the one stop of the keyboard.
    let carried = quote.is_none() && matches!(subject, Subject::Touchpoint(..));
    let sense = if carried { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
    let response = ui.interact(ground, Id::unique(("outline-row", subject, quote, at)), sense);
    let selected = quote.is_none() && ctx.is_selected(subject);
    let said = sentence(ctx, journey, (subject, &name), quote.is_some());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, selected, &said));
    if selected {
        ui.painter().rect_filled(ground, CornerRadius::same(WIDE_CORNER), rgba(ctx.theme.accent_tint));
    } else if ui.rect_contains_pointer(ground) && quote.is_none() {
        ui.painter().rect_filled(ground, CornerRadius::same(WIDE_CORNER), rgba(ctx.theme.line).gamma_multiply(0.5));
    }
    if *folds {
        fold_ui(ui, ctx, view, (subject, &name, pos2(left - 12.0, rect.center().y)));
    }
    let buttons = selected || ui.rect_contains_pointer(ground);
    let mut right = rect.right() - RIGHT;
    if buttons && quote.is_none() {
        right = buttons_ui(ui, ctx, (subject, &name, at), pos2(right, rect.center().y));
    } else {
        right -= 56.0;
    }
    let text_left = mark_ui(ui, ctx, journey, (row, pos2(left + 6.0, rect.center().y)));
    let text_right = match (subject, quote) {
        (Subject::Touchpoint(_, id), None) => match journey.touchpoints.get(id) {
            Some(touchpoint) => known_ui(ui, ctx, touchpoint, (text_left, right, rect.center().y)),
            None => right,
        },
        (Subject::Barrier(id), None) => {
            let severity = ctx.document.barriers.get(id).and_then(|barrier| barrier.severity);
            if let Some(severity) = severity {
                severity_dashes(ui.painter(), pos2(right - 102.0, rect.center().y - 2.5), severity, ctx.theme);
            }
            right - 114.0
        }
        (Subject::Opportunity(_) | Subject::Strength(_), None) => right - 26.0,
        _ => right,
    };
    if let Some(known) = level_of(ctx, subject).filter(|_| quote.is_none()) {
        level_disc(ui.painter(), pos2(right - 10.0, rect.center().y), known, ctx.theme.neutral);
    }
    let room = text_right - text_left - 12.0;
    let is_here = || row_of(rows, subject, view.find.outline.at) == Some(at);
    let renamed = view.rename.as_ref().is_some_and(|it| !it.in_tab && it.spot.subject == *subject && is_here());
    if carried && !renamed {
        drag::begin(ctx, &mut view.find.outline, subject, &response);
    }
    if renamed {
        let field = Rect::from_min_max(pos2(text_left - 8.0, rect.top() + 1.0), pos2(text_right, rect.bottom() - 1.0));
        field_ui(ui, ctx, view, field);
        return;
    }
    let (weight, size, color) = look(ctx, journey, row);
    let place = (text_left, rect.center().y);
    let response = told_line_at(ui.painter(), place, (&name, ink(weight, size, color)), room, response);
    if response.clicked() {
        view.find.outline.at = at;
    }
    if response.double_clicked() && (is_named(subject) || matches!(subject, Subject::Stage(..))) {
        ctx.push(Action::BeginRename(subject.clone()));
    } else if response.clicked() {
        let several = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        let subject = subject.clone();
        ctx.push(if several { Action::ToggleSelected(subject) } else { Action::Select(vec![subject]) });
        ui.memory_mut(|memory| memory.request_focus(list_id()));
    }
}

/// Where what stands so deep begins.
pub(super) fn left(rect: Rect, depth: u8) -> f32 {
    rect.left() + LEFT + INDENT * f32::from(depth)
}

/// What the row says to those who do not see it.
fn sentence(ctx: &ViewCtx<'_>, journey: &Journey, (subject, name): (&Subject, &str), is_quote: bool) -> String {
    let known = || level_said(ctx, level_of(ctx, subject).unwrap_or_default());
    match subject {
        _ if is_quote => format!("{}: {name}", ctx.text("find-field-quote")),
        Subject::Stage(_, stage) => {
            let count = ctx.figures.stages.get(stage.index()).map_or(0, Vec::len);
            ctx.texts.with("outline-row-stage", &[("title", name.to_owned().into()), ("count", count.into())])
        }
        Subject::Step(..) => ctx.texts.with("outline-row-step", &[("title", name.to_owned().into())]),
        Subject::Touchpoint(_, id) => {
            let touchpoint = journey.touchpoints.get(id);
            let mut words = vec![name.to_owned()];
            words.extend(touchpoint.and_then(|it| channel(ctx, it)));
            words.extend(touchpoint.and_then(|it| feeling(ctx, it)).map(|(words, _)| words));
            words.push(known());
            words.join(", ")
        }
        Subject::Barrier(_) => format!("{}: {name}, {}", ctx.text("kind-barrier"), known()),
        Subject::Opportunity(_) => format!("{}: {name}, {}", ctx.text("kind-opportunity"), known()),
        Subject::Strength(_) => format!("{}: {name}, {}", ctx.text("kind-strength"), known()),
        _ => name.to_owned(),
    }
}

/// How well it is known, where that can be said of it.
fn level_of(ctx: &ViewCtx<'_>, subject: &Subject) -> Option<Level> {
    let document = ctx.document;
    let evidence = match subject {
        Subject::Touchpoint(_, id) => &ctx.journey?.touchpoints.get(id)?.evidence,
        Subject::Barrier(id) => &document.barriers.get(id)?.evidence,
        Subject::Opportunity(id) => &document.opportunities.get(id)?.evidence,
        Subject::Strength(id) => &document.strengths.get(id)?.evidence,
        _ => return None,
    };
    Some(level(document, evidence))
}

fn fold_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (subject, name, center): (&Subject, &str, egui::Pos2)) {
    let folds = &mut view.find.outline.folds;
    let open = folds.is_open(subject);
    let rect = Rect::from_center_size(center, vec2(22.0, 22.0));
    let response = ui.interact(rect, Id::unique(("outline-fold", subject)), Sense::CLICK);
    let key = if open { "outline-fold" } else { "outline-unfold" };
    let words = ctx.texts.with(key, &[("title", name.to_owned().into())]);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &words));
    let mark = if open { IconName::Down } else { IconName::Right };
    let color = if response.hovered() { ctx.theme.ink } else { ctx.theme.mute };
    icon::paint(ui.painter(), Rect::from_center_size(center, vec2(14.0, 14.0)), mark, rgba(color));
    if response.clicked() {
        folds.set(subject, !open);
    }
}

/// Buttons at the end of a row that is pointed at or selected; says where they begin.
fn buttons_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (subject, name, at): (&Subject, &str, usize), right: egui::Pos2) -> f32 {
    let title = || [("title", name.to_owned().into())];
    let mut button = |back: f32, mark: IconName, key: &str| {
        let room = Rect::from_center_size(pos2(right.x - back, right.y), vec2(22.0, 22.0));
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt((key, subject, at)));
        small_icon_button_ui(&mut inner, ctx.theme, mark, &ctx.texts.with(key, &title())).clicked()
    };
    if button(11.0, IconName::Locate, "outline-locate") {
        ctx.push(Action::ShowPage(Page::Map));
        ctx.push(Action::Reveal(subject.clone()));
    }
    let add = match subject {
        Subject::Stage(_, stage) => Some(Action::Add(New::TouchpointIn(*stage))),
        Subject::Step(_, step) => Some(Action::Find(Box::new(FindAction::AddToStep(step.clone())))),
        _ => None,
    };
    if let Some(add) = add
        && button(37.0, IconName::Plus, "outline-add")
    {
        ctx.push(add);
    }
    right.x - 56.0
}

/// The mark before the title; says where the title begins.
fn mark_ui(ui: &Ui, ctx: &ViewCtx<'_>, journey: &Journey, (row, at): (&Row, egui::Pos2)) -> f32 {
    let painter = ui.painter();
    let stage_color = |index: usize| ctx.theme.stages.get(index).copied().unwrap_or(ctx.theme.accent);
    let square = Rect::from_center_size(at + vec2(4.0, 0.0), vec2(11.0, 11.0));
    match &row.subject {
        _ if row.quote.is_some() => {
            let mark = if ctx.language() == Language::Ru { "«" } else { "“" };
            line_at(painter, (at.x, at.y), mark, ink(Weight::Bold, fonts::BODY, ctx.theme.mute), 12.0);
        }
        Subject::Stage(_, stage) => {
            painter.rect_filled(square, 3.0, rgba(stage_color(stage.index())));
        }
        Subject::Touchpoint(_, id) => {
            let stage = journey.touchpoints.get(id).and_then(|it| journey.stage_of(it));
            let bar = Rect::from_center_size(at + vec2(2.0, 0.0), vec2(3.0, ROW_HEIGHT - 14.0));
            painter.rect_filled(bar, 1.5, rgba(stage.map_or(ctx.theme.faint, |stage| stage_color(stage.index()))));
            return at.x + 14.0;
        }
        Subject::Barrier(_) => card_mark(painter, square, (ctx.theme.barrier_fill, ctx.theme.negative)),
        Subject::Opportunity(_) => card_mark(painter, square, (ctx.theme.opportunity_fill, ctx.theme.opportunity_text)),
        Subject::Strength(_) => card_mark(painter, square, (ctx.theme.strength_fill, ctx.theme.positive)),
        _ => return at.x,
    }
    at.x + 20.0
}

fn card_mark(painter: &egui::Painter, square: Rect, (fill, edge): (Color, Color)) {
    painter.rect(square, 3.0, rgba(fill), egui::Stroke::new(1.5, rgba(edge)), egui::StrokeKind::Inside);
}

fn look(ctx: &ViewCtx<'_>, journey: &Journey, row: &Row) -> (Weight, f32, Color) {
    let theme = ctx.theme;
    match &row.subject {
        _ if row.quote.is_some() => (Weight::Regular, fonts::BODY, theme.mute),
        Subject::Stage(..) => (Weight::SemiBold, 14.0, theme.ink),
        Subject::Step(..) => (Weight::SemiBold, fonts::BODY, theme.mute),
        Subject::Touchpoint(_, id) => {
            let named = journey.touchpoints.get(id).is_some_and(|it| !it.title.trim().is_empty());
            (Weight::Medium, fonts::BODY, if named { theme.ink } else { theme.mute })
        }
        _ => (Weight::Regular, fonts::BODY, theme.ink),
    }
}

fn channel(ctx: &ViewCtx<'_>, touchpoint: &Touchpoint) -> Option<String> {
    ctx.document.channels.get(touchpoint.channel.as_ref()?).map(|channel| channel.name.clone())
}

/// The leading persona's emotion in figures and a word, with its colour.
fn feeling(ctx: &ViewCtx<'_>, touchpoint: &Touchpoint) -> Option<(String, Color)> {
    let feeling = touchpoint.feeling(ctx.persona?)?;
    let emotion = feeling.emotion?;
    let value = signed(emotion.points(), 1, ctx.language());
    let color = match emotion.halves() {
        halves if halves < 0 => ctx.theme.negative_text,
        0 => ctx.theme.mute,
        _ => ctx.theme.positive_text,
    };
    Some((format!("{value} {}", feeling.word.trim()).trim().to_owned(), color))
}

/// What is known of a touchpoint, in columns from the right; says where they begin.
fn known_ui(ui: &Ui, ctx: &ViewCtx<'_>, touchpoint: &Touchpoint, (left, right, y): (f32, f32, f32)) -> f32 {
    let painter = ui.painter();
    // On a narrow page the title keeps its room: the channel goes first, then the emotion's word and empty places.
    let (wide, narrow) = (right - left > 620.0, right - left < 400.0);
    let mut x = right - 36.0;
    for (on, mark, color) in [
        (touchpoint.moment_of_truth, map_icon::Icon::Star, ctx.theme.star),
        (touchpoint.goal, map_icon::Icon::Target, ctx.theme.positive),
    ] {
        if on {
            let square = Rect::from_center_size(pos2(x + 4.0, y), vec2(15.0, 15.0));
            icon::paint_map_icon(painter, square, mark, rgba(color));
        }
        if on || !narrow {
            x -= 20.0;
        }
    }
    let feeling = feeling(ctx, touchpoint);
    x -= if narrow { 40.0 } else { 132.0 };
    if let Some((words, color)) = feeling {
        let words = if narrow { words.split(' ').next().unwrap_or_default() } else { &words };
        let emotion = ctx.persona.and_then(|persona| touchpoint.feeling(persona)?.emotion);
        let dot = emotion.map_or(color, |emotion| emotion_color(ctx.theme, emotion));
        painter.circle_filled(pos2(x, y), 4.0, rgba(dot));
        line_at(painter, (x + 10.0, y), words, ink(Weight::Medium, fonts::SMALL, color), 126.0);
    }
    if wide {
        x -= 136.0;
        if let Some(channel) = channel(ctx, touchpoint) {
            let galley = line(painter, &channel, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute), 116.0);
            painter.galley(pos2(x, y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
        }
    }
    x - 8.0
}

/// The field in which a title is typed.
fn field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, room: Rect) {
    let Some(rename) = view.rename.as_mut() else { return };
    let id = Id::unique("rename-in-outline");
    let name = ctx.text("rename-field");
    let edit = TextEdit::singleline(&mut rename.text).id(id).margin(vec2(8.0, 5.0)).desired_width(room.width());
    let response = ui.put(room, edit);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &name));
    if !rename.focused {
        rename.focused = true;
        response.request_focus();
        select_all(ui.ctx(), id, &rename.text);
        return;
    }
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if response.has_focus() && !escaped {
        return;
    }
    let Some(rename) = view.rename.take() else { return };
    // What was typed for something new stays.
    if !escaped || rename.fresh && !rename.text.trim().is_empty() {
        ctx.push(Action::Rename(rename.spot.subject, rename.text.trim().to_owned()));
    } else if rename.fresh {
        ctx.push(Action::Run(CommandId::Undo));
    }
    ui.memory_mut(|memory| memory.request_focus(list_id()));
}
