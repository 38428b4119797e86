//! The list of journeys: a card for each with a picture of its map, its question and its figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{
    Color32, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::model::{Journey, JourneyId, JourneyKind, Picture, Subject};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::canvas::rename::select_all;
use crate::ui::command::{CommandId, RoomKey};
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::menu::{menu_look, reorder_ui};
use crate::ui::page::{self, Page};
use crate::ui::portrait::portrait_ui;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{ink, line, line_at, paragraph_ui, rich, small_icon_button_ui};

const CARD: egui::Vec2 = vec2(290.0, 304.0);
const PICTURE_HEIGHT: f32 = 172.0;
const GAP: f32 = 20.0;
const MARGIN: f32 = 28.0;

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct JourneysView {
    /// Pictures of the maps.
    pub thumbs: BTreeMap<JourneyId, Picture>,
    /// The card that is carried to another place.
    carried: Option<JourneyId>,
}

/// Shows the list in place of the map.
pub fn journeys_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let journeys = ctx.document.journeys_in_order();
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width();
        let columns = ((width - 2.0 * MARGIN + GAP) / (CARD.x + GAP)).floor().max(1.0) as usize;
        // Cards share what is left of the width.
        let card = vec2(((width - 2.0 * MARGIN + GAP) / columns as f32 - GAP).min(CARD.x * 1.3), CARD.y);
        ui.add_space(22.0);
        ui.horizontal(|ui| {
            ui.add_space(MARGIN);
            ui.label(rich(&ctx.text("journeys"), ink(Weight::Bold, 20.0, ctx.theme.ink)));
        });
        ui.add_space(14.0);
        let origin = pos2(ui.max_rect().left() + MARGIN, ui.cursor().top());
        let place = |at: usize| {
            let (column, row) = ((at % columns) as f32, (at / columns) as f32);
            Rect::from_min_size(origin + vec2(column * (card.x + GAP), row * (card.y + GAP)), card)
        };
        page::stop_ui(ui, ctx, (ui.clip_rect(), &ctx.text("journeys")));
        let mut responses = Vec::new();
        for (at, journey) in journeys.iter().enumerate() {
            responses.push(card_ui(ui, ctx, view, (journey, place(at))));
        }
        new_ui(ui, ctx, place(journeys.len()));
        walk(ui, ctx, (&journeys, &responses), columns);
        carry(ui, ctx, view, (&journeys, &responses));
        let rows = journeys.len() / columns + 1;
        ui.add_space(rows as f32 * (card.y + GAP) + 12.0);
    });
}

fn id_of(journey: &JourneyId) -> Id {
    Id::unique(("journey-card", journey))
}

fn card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, rect): (&Arc<Journey>, Rect)) -> Response {
    let subject = Subject::Journey(journey.id.clone());
    let response = ui.interact(rect, id_of(&journey.id), Sense::click_and_drag());
    let theme = ctx.theme;
    let selected = ctx.is_selected(&subject);
    let title = title(ctx, journey);
    let counts = counts(ctx, journey);
    let words = format!("{title}, {}. {counts}", kind(ctx, journey));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, selected, &words));
    let painter = ui.painter();
    let shown = ctx.journey_id() == Some(&journey.id);
    let edge = match (selected, response.hovered()) {
        (true, _) => Stroke::new(2.0, rgba(theme.accent)),
        (false, true) => Stroke::new(1.5, rgba(theme.accent.fade(0.55))),
        (false, false) => Stroke::new(1.0, rgba(theme.card_line)),
    };
    painter.rect(rect, 12.0, rgba(theme.card), edge, StrokeKind::Inside);
    if response.has_focus() {
        painter.rect_stroke(rect.expand(3.0), 15.0, (2.0, rgba(theme.accent)), StrokeKind::Inside);
    }
    let picture = Rect::from_min_size(rect.min, vec2(rect.width(), PICTURE_HEIGHT)).shrink(10.0);
    picture_ui(ui, ctx, view, (journey, picture));
    let (left, right) = (rect.left() + 14.0, rect.right() - 14.0);
    let mut y = rect.top() + PICTURE_HEIGHT + 8.0;
    title_ui(ui, ctx, view, (journey, &title, Rect::from_min_max(pos2(left, y - 12.0), pos2(right - 26.0, y + 12.0))));
    let more = Rect::from_center_size(pos2(right - 8.0, y), vec2(22.0, 22.0));
    menu_button_ui(ui, ctx, (journey, more));
    y += 22.0;
    let chip = kind(ctx, journey);
    let color = if journey.info.kind == JourneyKind::ToBe { theme.opportunity_text } else { theme.accent };
    let galley = line(ui.painter(), &chip, ink(Weight::SemiBold, fonts::LABEL, color), 140.0);
    let pill = Rect::from_min_size(pos2(left, y - 9.0), vec2(galley.size().x + 16.0, 18.0));
    let fill = if journey.info.kind == JourneyKind::ToBe { theme.opportunity_fill } else { theme.accent_tint };
    ui.painter().rect_filled(pill, 9.0, rgba(fill));
    let at = pill.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    let note = ink(Weight::Regular, fonts::SMALL, theme.mute);
    line_at(ui.painter(), (pill.right() + 10.0, y), &counts, note, right - pill.right() - 10.0);
    y += 20.0;
    let question = journey.info.question.trim();
    if !question.is_empty() {
        let room = Rect::from_min_max(pos2(left, y - 6.0), pos2(right, y + 28.0));
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(room));
        inner.shrink_clip_rect(room);
        paragraph_ui(&mut inner, question, ink(Weight::Regular, fonts::SMALL, theme.ink));
    }
    personas_ui(ui, ctx, view, (journey, pos2(left, rect.bottom() - 24.0), right));
    if shown {
        let words = ctx.text("journeys-shown");
        let galley = line(ui.painter(), &words, ink(Weight::Medium, fonts::LABEL, theme.mute), 120.0);
        let at = pos2(right - galley.size().x, rect.bottom() - 24.0 - galley.size().y / 2.0);
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    }
    if response.double_clicked() {
        open(ctx, &journey.id);
    } else if response.clicked() || response.gained_focus() && !selected {
        ctx.push(Action::Select(vec![subject]));
    }
    context_menu(&response, |ui| menu_items_ui(ui, ctx, journey));
    response
}

/// Shows the journey's map.
fn open(ctx: &ViewCtx<'_>, journey: &JourneyId) {
    ctx.push(Action::ShowJourney(journey.clone()));
    ctx.push(Action::ShowPage(Page::Map));
}

fn title(ctx: &ViewCtx<'_>, journey: &Journey) -> String {
    ctx.named(&journey.info.title, "untitled-journey")
}

fn kind(ctx: &ViewCtx<'_>, journey: &Journey) -> String {
    ctx.text(match journey.info.kind {
        JourneyKind::AsIs => "map-as-is",
        JourneyKind::ToBe => "map-to-be",
    })
}

fn counts(ctx: &ViewCtx<'_>, journey: &Journey) -> String {
    let count = |key: &str, count: usize| ctx.texts.with(key, &[("count", count.into())]);
    let barriers = ctx.document.barriers.iter().filter(|barrier| barrier.concerns(journey)).count();
    let touchpoints = count("count-touchpoints", journey.touchpoints.len());
    if barriers == 0 { touchpoints } else { format!("{touchpoints} · {}", count("count-barriers", barriers)) }
}

fn picture_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, room): (&Journey, Rect)) {
    let painter = ui.painter();
    painter.rect_filled(room, 8.0, rgba(ctx.theme.background));
    if journey.touchpoints.is_empty() {
        let words = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
        crate::ui::widgets::centered(painter, room, &ctx.text("journeys-empty"), words);
    } else if let Some(picture) = view.find.journeys.thumbs.get(&journey.id)
        && let Some((texture, size)) = view.pictures.texture(ui.ctx(), picture)
    {
        let scale = (room.width() / size.x).min(room.height() / size.y);
        let area = Rect::from_center_size(room.center(), size * scale);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, area, whole, Color32::WHITE);
    }
    painter.rect_stroke(room, 8.0, Stroke::new(1.0, rgba(ctx.theme.line)), StrokeKind::Inside);
}

/// The title, or the field in which it is typed.
fn title_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, title, room): (&Journey, &str, Rect)) {
    let subject = Subject::Journey(journey.id.clone());
    let renamed = view.rename.as_mut().filter(|rename| rename.spot.subject == subject && !rename.in_tab);
    let Some(rename) = renamed else {
        let words = ink(Weight::SemiBold, 14.0, ctx.theme.ink);
        line_at(ui.painter(), (room.left(), room.center().y), title, words, room.width());
        return;
    };
    let id = Id::unique("rename-journey-card");
    let name = ctx.text("rename-field");
    let edit = TextEdit::singleline(&mut rename.text).id(id).margin(vec2(8.0, 4.0)).desired_width(room.width());
    let response = ui.put(room.expand2(vec2(6.0, 2.0)), edit);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &name));
    if !rename.focused {
        rename.focused = true;
        response.request_focus();
        select_all(ui.ctx(), id, &rename.text);
        return;
    }
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if !response.has_focus() || escaped {
        // Enter is spent here: the card that gets the keyboard back would open its map.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let typed = view.rename.take();
        if let Some(rename) = typed.filter(|_| !escaped) {
            ctx.push(Action::Rename(subject, rename.text.trim().to_owned()));
        }
        ui.memory_mut(|memory| memory.request_focus(id_of(&journey.id)));
    }
}

fn menu_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, room): (&Journey, Rect)) {
    let name = ctx.texts.with("journeys-more", &[("title", title(ctx, journey).into())]);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt(("more", &journey.id)));
    let response = small_icon_button_ui(&mut inner, ctx.theme, IconName::More, &name);
    egui::Popup::menu(&response).show(|ui| menu_items_ui(ui, ctx, journey));
}

fn menu_items_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Journey) {
    menu_look(ui);
    let subject = Subject::Journey(journey.id.clone());
    if ui.button(ctx.text("journeys-open")).clicked() {
        open(ctx, &journey.id);
        ui.close();
    }
    if ui.button(ctx.text("command-rename")).clicked() {
        ctx.push(Action::BeginRename(subject.clone()));
        ui.close();
    }
    if ui.button(ctx.text("command-duplicate-journey")).clicked() {
        ctx.push(Action::DuplicateJourney(journey.id.clone()));
        ui.close();
    }
    ui.separator();
    reorder_ui(ui, ctx, &subject, ["move-left", "move-right"]);
    ui.separator();
    if ui.button(ctx.text("command-delete-journey")).clicked() {
        ctx.push(Action::Select(vec![subject]));
        ctx.push(Action::Run(CommandId::Delete));
        ui.close();
    }
}

fn personas_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, at, right): (&Journey, egui::Pos2, f32)) {
    let mut x = at.x + 12.0;
    let personas = journey.info.personas.iter().filter_map(|id| ctx.document.personas.get(id));
    let mut names = Vec::new();
    for persona in personas {
        if x + 40.0 < right {
            portrait_ui(ui, ctx.theme, view, (pos2(x, at.y), 12.0, persona));
            x += 18.0;
        }
        names.push(persona.name.as_str());
    }
    let words = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    line_at(ui.painter(), (x + 4.0, at.y), &names.join(", "), words, right - x - 134.0);
}

/// The place of a journey that is not there yet.
fn new_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let response = ui.interact(rect, ui.scope_id().with("new-journey"), Sense::click());
    let name = ctx.text("command-add-journey");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let theme = ctx.theme;
    let on = response.hovered() || response.has_focus();
    let color = if on { theme.accent } else { theme.faint };
    let path = egui::Shape::dashed_line(
        &[rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()],
        Stroke::new(1.5, rgba(color)),
        6.0,
        5.0,
    );
    ui.painter().extend(path);
    let ink_color = if on { theme.accent } else { theme.mute };
    let plus = Rect::from_center_size(rect.center() - vec2(0.0, 16.0), vec2(24.0, 24.0));
    icon::paint(ui.painter(), plus, IconName::Plus, rgba(ink_color));
    let words = Rect::from_center_size(rect.center() + vec2(0.0, 14.0), vec2(rect.width(), 20.0));
    crate::ui::widgets::centered(ui.painter(), words, &name, ink(Weight::Medium, fonts::BODY, ink_color));
    if response.clicked() {
        ctx.push(Action::Add(New::Journey));
    }
}

/// Arrow keys go from card to card; Enter opens; with the command and Shift keys the card goes along.
fn walk(ui: &Ui, ctx: &ViewCtx<'_>, (journeys, cards): (&[&Arc<Journey>], &[Response]), columns: usize) {
    let Some(at) = cards.iter().position(Response::has_focus) else { return };
    let (Some(card), Some(journey)) = (cards.get(at), journeys.get(at)) else { return };
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(card.id, filter));
    // In the order of the table of keys.
    let steps = [
        (Key::ArrowLeft, -1),
        (Key::ArrowRight, 1),
        (Key::ArrowUp, -(columns as isize)),
        (Key::ArrowDown, columns as isize),
    ];
    if let Some((_, by)) = RoomKey::JourneyMove.heard(ui).and_then(|(way, _)| steps.get(way)) {
        ctx.push(Action::Reorder(Subject::Journey(journey.id.clone()), *by as i32));
    }
    for (key, by) in steps {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            && let Some((next, journey)) = at.checked_add_signed(by).and_then(|at| cards.get(at).zip(journeys.get(at)))
        {
            next.request_focus();
            next.scroll_to_me(None);
            ctx.push(Action::Select(vec![Subject::Journey(journey.id.clone())]));
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        open(ctx, &journey.id);
    }
}

/// A card that is dragged stands, when let go, where the card under it stood.
fn carry(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (journeys, cards): (&[&Arc<Journey>], &[Response])) {
    let carried = &mut view.find.journeys.carried;
    for (card, journey) in cards.iter().zip(journeys) {
        if card.drag_started() {
            *carried = Some(journey.id.clone());
        }
    }
    let Some(id) = carried.clone() else { return };
    let at = journeys.iter().position(|journey| journey.id == id);
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let over = pointer.and_then(|pos| cards.iter().position(|card| card.rect.contains(pos)));
    let goal = over.filter(|over| Some(*over) != at);
    if let Some(card) = goal.and_then(|goal| cards.get(goal)) {
        let stroke = Stroke::new(3.0, rgba(ctx.theme.accent));
        ui.painter().rect_stroke(card.rect.expand(4.0), 14.0, stroke, StrokeKind::Inside);
    }
    ui.set_cursor_icon(egui::CursorIcon::Grabbing);
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        *carried = None;
    } else if ui.input(|input| input.pointer.any_released()) {
        *carried = None;
        if let (Some(at), Some(goal)) = (at, goal) {
            ctx.push(Action::Reorder(Subject::Journey(id), goal as i32 - at as i32));
        }
    }
}
