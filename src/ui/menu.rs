//! The menu bar: menus from the command table, the file's name with its mark, language and theme at the right.

use std::sync::Arc;

use egui::containers::menu::MenuConfig;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, Id, Layout, MenuBar, Modifiers, Popup, Rect, ScrollArea, Sense, SetOpenCommand, TextWrapMode, Ui,
    UiKind, UiStackInfo, Vec2, WidgetText, pos2, vec2,
};

use super::action::{Action, Motion, Source, ThemeChoice};
use super::command::{CommandId, Menu, keys_words};
use super::context::{ViewCtx, Work};
use super::fonts;
use super::icon::IconName;
use super::inspector::form::language_name;
use super::menu_keys::{self, Title};
use super::scrolled::{bar_beside, follow_focus};
use super::style::rgba;
use super::widgets::{focus_ring, icon_button_ui, ink, line, rich};
use crate::edit::Command;
use crate::i18n::Texts;
use crate::model::{Document, Language, Subject};
use crate::scene::text::Weight;

/// How wide the field is that opens the palette.
const FIELD_WIDTH: f32 = 236.0;

/// Shows the menu bar; the titles that it has.
pub fn menu_bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) -> Vec<Title> {
    let bar = ui.max_rect();
    let mut left = bar.left();
    let mut right = bar.right();
    let mut titles = Vec::new();
    MenuBar::new().style(egui::style::StyleModifier::default()).ui(ui, |ui| {
        ui.set_min_height(bar.height());
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding = vec2(10.0, 5.0);
        flat_buttons(ui, ctx);
        ui.add_space(6.0);
        let open = Menu::BAR.map(|menu| title_button_ui(ui, ctx, menu));
        titles.extend(open);
        left = ui.cursor().left();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            theme_button_ui(ui, ctx);
            language_button_ui(ui, ctx);
            ui.add_space(8.0);
            // On a narrow window the menus and Ctrl+K lead there as well.
            if ui.available_width() > FIELD_WIDTH + 24.0 {
                super::palette::field_ui(ui, ctx, FIELD_WIDTH);
            }
            right = ui.cursor().right();
        });
    });
    title_ui(ui, ctx, Rect::from_min_max(pos2(left + 16.0, bar.top()), pos2(right - 16.0, bar.bottom())));
    titles
}

/// A title of the bar with its menu. While another menu of the bar is open, the pointer opens this one as it comes by;
/// where it rests, the keys lead.
fn title_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, menu: Menu) -> Title {
    let button = ui.button(title_words(ui, ctx, menu));
    if button.has_focus() {
        focus_ring(ui, button.rect);
    }
    let mut popup = Popup::menu(&button);
    let title = Title { id: button.id, popup: popup.get_id() };
    let bar = Id::unique("open-menu-of-the-bar");
    let comes = button.hovered() && !button.clicked() && ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let other = ui.data(|data| data.get_temp::<Id>(bar)).filter(|other| *other != title.popup);
    if comes && other.is_some_and(|other| Popup::is_id_open(ui.ctx(), other)) {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    let info = UiStackInfo::new(UiKind::Menu).with_tag_value(MenuConfig::MENU_CONFIG_TAG, MenuConfig::default());
    let popup = popup.style(MenuConfig::default().style).info(info);
    if popup.show(|ui| scrolled_menu_ui(ui, |ui| menu_ui(ui, ctx, menu))).is_some() {
        ui.data_mut(|data| data.insert_temp(bar, title.popup));
    }
    title
}

/// A menu's title; while Alt is held, a line below the letter that opens it.
fn title_words(ui: &Ui, ctx: &ViewCtx<'_>, menu: Menu) -> WidgetText {
    let words = ctx.text(menu.key());
    let is_held = ui.input(|input| input.modifiers == Modifiers::ALT) && menu_keys::has_letters(ui.ctx());
    let letter = menu_keys::letter(ctx.texts, menu).filter(|_| is_held);
    let is_it = |shown: char| letter.is_some_and(|letter| shown.to_uppercase().eq(letter.to_uppercase()));
    let Some((at, shown)) = words.char_indices().find(|(_, shown)| is_it(*shown)) else { return words.into() };
    let (before, rest) = words.split_at(at);
    let (marked, after) = rest.split_at(shown.len_utf8());
    let plain = TextFormat::simple(fonts::font(Weight::Regular, fonts::BODY), Color32::PLACEHOLDER);
    let underline = egui::Stroke::new(1.0, rgba(ctx.theme.ink));
    let mut job = LayoutJob::default();
    job.append(before, 0.0, plain.clone());
    job.append(marked, 0.0, TextFormat { underline, ..plain.clone() });
    job.append(after, 0.0, plain);
    job.into()
}

/// Menu names stand on the bar itself until they are pointed at.
fn flat_buttons(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let widgets = &mut ui.visuals_mut().widgets;
    for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        look.bg_stroke = egui::Stroke::NONE;
        look.weak_bg_fill = rgba(ctx.theme.line).gamma_multiply(0.6);
    }
    widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
}

/// The menu bar's height, and what a menu has around its items.
const AROUND: f32 = 64.0;

/// How high a menu's items are at most, in points: on a low window they are scrolled.
pub fn most_height(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - AROUND
}

/// Shows a menu's items close to each other, scrolled where the window is lower than they are.
pub fn scrolled_menu_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    menu_look(ui);
    let room = most_height(ui);
    bar_beside(ui);
    let items = ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let inner = content(ui);
        follow_focus(ui);
        inner
    });
    items.inner
}

/// Items that put a thing one place on or back among its kind, called as its kind stands: side by side or in a column.
pub fn reorder_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject, [back, on]: [&str; 2]) {
    for (key, places) in [(back, -1), (on, 1)] {
        if ui.button(ctx.text(key)).clicked() {
            ctx.push(Action::Reorder(subject.clone(), places));
            ui.close();
        }
    }
}

fn menu_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, menu: Menu) {
    ui.set_width(272.0);
    let mut inner = None;
    for command in CommandId::ALL {
        if command.menu().parent() == Some(menu) && inner != Some(command.menu()) {
            // It stands where its first command stands in the table.
            inner = Some(command.menu());
            inner_menu_ui(ui, ctx, command.menu());
        }
        let is_idle = *command == CommandId::UnsavedWork && ctx.file.left_over == 0;
        if command.menu() != menu || is_idle {
            continue;
        }
        if command.begins_group() {
            ui.separator();
        }
        item_ui(ui, ctx, *command);
        if *command == CommandId::Open {
            recent_ui(ui, ctx);
            samples_ui(ui, ctx);
        }
    }
    if menu == Menu::View {
        ui.separator();
        let mut less = ctx.motion == Motion::Reduced;
        if ui.checkbox(&mut less, ctx.text("reduced-motion")).on_hover_text(ctx.text("reduced-motion-doc")).clicked() {
            ctx.push(Action::SetMotion(if less { Motion::Reduced } else { Motion::Full }));
        }
        ui.menu_button(ctx.text("menu-theme"), |ui| {
            menu_look(ui);
            themes_ui(ui, ctx);
        });
        ui.menu_button(ctx.text("menu-language"), |ui| {
            menu_look(ui);
            for language in Language::ALL {
                if ui.radio(ctx.language() == language, language_name(language)).clicked() {
                    ctx.push(Action::SetLanguage(language));
                }
            }
        });
        ui.add_enabled_ui(ctx.file.work == Work::Shown, |ui| map_language_ui(ui, ctx));
    }
}

/// A menu inside of another.
fn inner_menu_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, menu: Menu) {
    ui.menu_button(ctx.text(menu.key()), |ui| {
        scrolled_menu_ui(ui, |ui| {
            ui.set_width(272.0);
            for command in CommandId::ALL.iter().filter(|command| command.menu() == menu) {
                if command.begins_group() {
                    ui.separator();
                }
                item_ui(ui, ctx, *command);
            }
        });
    });
}

/// The language of the map's own words, which belongs to the document.
fn map_language_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let shown = ctx.document.info.language;
    let menu = ui.menu_button(ctx.text("menu-map-language"), |ui| {
        menu_look(ui);
        for language in Language::ALL {
            if ui.radio(shown == language, language_name(language)).clicked() && shown != language {
                let mut info = (*ctx.document.info).clone();
                info.language = language;
                ctx.change(Subject::Project, "language", Command::SetProject(Arc::new(info)));
                ctx.push(Action::BreakMerge);
            }
        }
    });
    menu.response.on_hover_text(ctx.text("map-language-note"));
}

/// Sets the items of a menu close to each other.
pub fn menu_look(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.set_min_width(180.0);
}

/// A menu's item: name, shortcut, tooltip.
pub fn item_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, command: CommandId) -> egui::Response {
    let mut button = egui::Button::new(command.name(ctx)).frame_when_inactive(false).wrap_mode(TextWrapMode::Extend);
    if let Some(shortcut) = command.presses().next() {
        button = button
            .shortcut_text(rich(&keys_words(ui.ctx(), &shortcut), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)));
    }
    let enabled = command.enabled(ctx);
    let mut response = ui.add_enabled(enabled, button);
    // By its name alone: the keys are said with the other keys.
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, command.name(ctx)));
    if let Some(key) = command.why_off(ctx) {
        response = response.on_disabled_hover_text(ctx.text(key));
    }
    response = response.on_hover_text(ctx.text(command.doc_key()));
    if response.clicked() {
        ctx.push(Action::Run(command));
        ui.close();
    }
    response
}

fn recent_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.add_enabled_ui(!ctx.file.recent.is_empty(), |ui| {
        ui.menu_button(ctx.text("menu-recent"), |ui| {
            scrolled_menu_ui(ui, |ui| {
                ui.set_min_width(280.0);
                for path in &ctx.file.recent {
                    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                        ctx.push(Action::OpenPath(path.clone()));
                        ui.close();
                    }
                }
            });
        });
    });
}

fn samples_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.menu_button(ctx.text("menu-samples"), |ui| {
        menu_look(ui);
        ui.set_min_width(280.0);
        for name in ctx.offers.samples.iter().copied() {
            let key = format!("sample-{}", name.replace('.', "-"));
            if ui.button(ctx.text(&key)).clicked() {
                ctx.push(Action::NewFrom(Source::Sample(name)));
                ui.close();
            }
        }
    });
}

fn theme_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let name = ctx.text("switch-theme");
    let response = icon_button_ui(ui, ctx.theme, IconName::Theme, &name);
    egui::Popup::menu(&response).show(|ui| {
        menu_look(ui);
        ui.set_min_width(200.0);
        themes_ui(ui, ctx);
    });
}

fn themes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    for choice in ThemeChoice::ALL {
        if ui.radio(ctx.theme_choice == choice, ctx.text(&format!("theme-{}", choice.key()))).clicked() {
            ctx.push(Action::SetTheme(choice));
            ui.close();
        }
    }
}

/// The language in two letters; pressing it switches to the other one.
fn language_button_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let other = if ctx.language() == Language::Ru { Language::En } else { Language::Ru };
    let name = ctx.text("switch-language");
    let (rect, response) = ui.allocate_exact_size(vec2(36.0, 28.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    super::widgets::hover_ground(ui, rect, &response, ctx.theme);
    let letters = ctx.language().tag().to_uppercase();
    super::widgets::centered(ui.painter(), rect, &letters, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute));
    if response.on_hover_text(name).clicked() {
        ctx.push(Action::SetLanguage(other));
    }
}

/// Project and file, with a dot while there are changes, in the middle of the window if there is room.
fn title_ui(ui: &Ui, ctx: &ViewCtx<'_>, room: Rect) {
    if room.width() < 80.0 || ctx.file.work == Work::Nothing {
        return;
    }
    let words = window_title(ctx);
    let galley = line(ui.painter(), &words, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink), room.width() - 20.0);
    let width = galley.size().x;
    let middle = ui.max_rect().center().x;
    let left = (middle - width / 2.0).clamp(room.left(), (room.right() - width - 20.0).max(room.left()));
    let y = room.center().y;
    let place = Rect::from_center_size(pos2(left + width / 2.0, y), galley.size());
    let response = ui.interact(place, ui.scope_id().with("window-title"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    ui.painter().galley(place.min, galley, Color32::PLACEHOLDER);
    if ctx.file.modified {
        ui.painter().circle_filled(pos2(left + width + 11.0, y), 3.5, rgba(ctx.theme.accent));
    }
}

/// What the project is called, wherever it is named.
pub fn project_title(document: &Document, texts: &Texts) -> String {
    let title = document.info.title.trim();
    if title.is_empty() { texts.get("untitled-project") } else { title.to_owned() }
}

/// "Project · file.ron".
pub fn window_title(ctx: &ViewCtx<'_>) -> String {
    let title = project_title(ctx.document, ctx.texts);
    match ctx.file.name() {
        Some(name) => format!("{title} · {name}"),
        None => title,
    }
}
