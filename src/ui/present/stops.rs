//! Rows of the list of stops: number, name, whether it is hidden. Shared by the show and the editor.

use egui::{Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::ShowAction;
use crate::i18n::Texts;
use crate::present::Slide;
use crate::scene::Theme;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::widgets::{focus_ring, ink, line, line_at, small_icon_button_ui};

/// How rows look.
#[derive(Debug, Clone, Copy)]
pub struct RowLook {
    /// In which colours.
    pub theme: &'static Theme,
    /// How large letters are, in points.
    pub letters: f32,
    /// How high a row is, in points.
    pub height: f32,
    /// The row that stands out.
    pub picked: usize,
}

/// One row over the whole width.
pub fn row_ui(
    ui: &mut Ui,
    (slides, names, texts): (&[Slide], &[String], &Texts),
    at: usize,
    look: RowLook,
) -> Response {
    let RowLook { theme, letters, height, picked } = look;
    let hidden = slides.get(at).is_some_and(|slide| slide.hidden);
    let name = names.get(at).map_or("", String::as_str);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let mark = texts.get("show-hidden-mark");
    let number = at + 1;
    let said = if hidden { format!("{number}. {name} ({mark})") } else { format!("{number}. {name}") };
    let selected = at == picked;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &said));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, letters * 0.35, rgba(theme.accent_tint));
    } else if response.hovered() {
        painter.rect_filled(rect, letters * 0.35, rgba(theme.line.fade(0.5)));
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let y = rect.center().y;
    let color = if hidden { theme.mute } else { theme.ink };
    let digits = line(painter, &number.to_string(), ink(Weight::Regular, letters, theme.mute), letters * 3.0);
    let numbers = rect.left() + letters * 2.0;
    painter.galley(
        egui::pos2(numbers - digits.size().x, y - digits.size().y / 2.0),
        digits,
        egui::Color32::PLACEHOLDER,
    );
    let mut right = rect.right() - letters * 0.6;
    if hidden {
        let mark = line(painter, &mark, ink(Weight::Regular, letters * 0.92, theme.mute), letters * 8.0);
        right -= mark.size().x;
        painter.galley(egui::pos2(right, y - mark.size().y / 2.0), mark, egui::Color32::PLACEHOLDER);
        right -= letters;
    }
    let left = numbers + letters * 0.8;
    let weight = if selected { Weight::SemiBold } else { Weight::Regular };
    let width = line_at(painter, (left, y), name, ink(weight, letters, color), right - left);
    if hidden {
        painter.hline(left..=left + width, y, egui::Stroke::new(1.0_f32.max(letters * 0.06), rgba(theme.mute)));
    }
    response
}

/// Small buttons that move and hide the stop at a place.
pub fn tools_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (slides, names): (&[Slide], &[String]), at: usize) {
    let Some(slide) = slides.get(at) else { return };
    let name = names.get(at).cloned().unwrap_or_default();
    let hide = if slide.hidden { "presenter-show-stop" } else { "presenter-hide-stop" };
    let hide_icon = if slide.hidden { IconName::Eye } else { IconName::EyeOff };
    let tools = [
        (IconName::MoveDown, "presenter-stop-down", ShowAction::Move(at, 1)),
        (IconName::MoveUp, "presenter-stop-up", ShowAction::Move(at, -1)),
        (hide_icon, hide, ShowAction::ToggleHidden(at)),
    ];
    for (icon, key, action) in tools {
        let words = ctx.texts.with(key, &[("name", name.clone().into())]);
        if small_icon_button_ui(ui, ctx.theme, icon, &words).clicked() {
            ctx.push(Action::Show(action));
        }
    }
}
