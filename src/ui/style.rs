//! egui's style from a theme's tokens: what makes the window look like the map and not like stock egui.

use std::sync::Arc;

use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Vec2, Visuals, vec2};

use egui::epaint::FontColorTransferFunction;

use super::action::Motion;
use super::fonts::{self, font};
use crate::scene::text::Weight;
use crate::scene::{Color, Theme};

/// Corners of fields and buttons, in points.
pub const CORNER: u8 = 7;
/// Corners of windows, menus and list rows.
pub const WIDE_CORNER: u8 = 8;
/// Height of fields, in points.
pub const FIELD_HEIGHT: f32 = 32.0;

/// A theme's colour on the screen.
pub fn rgba(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// Dresses the whole window in the theme, with what fades and scrolls in it moving or not. Cheap, yet only to be called
/// when one of them changes.
pub fn dress(context: &Context, theme: &Theme, motion: Motion) {
    let style = Arc::new(style(theme, motion));
    context.set_style_of(egui::Theme::Light, Arc::clone(&style));
    context.set_style_of(egui::Theme::Dark, style);
}

/// Whether light text stands on dark ground in this theme.
pub fn is_dark(theme: &Theme) -> bool {
    theme.is_dark()
}

fn style(theme: &Theme, motion: Motion) -> Style {
    let mut style = Style { visuals: visuals(theme), animation_time: 0.08, ..Style::default() };
    if motion == Motion::Reduced {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
    }
    style.text_styles = [
        (TextStyle::Small, font(Weight::Regular, fonts::LABEL)),
        (TextStyle::Body, font(Weight::Regular, fonts::BODY)),
        (TextStyle::Button, font(Weight::Regular, fonts::BODY)),
        (TextStyle::Monospace, font(Weight::Regular, fonts::BODY)),
        (TextStyle::Heading, font(Weight::Bold, 20.0)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 8.0;
    spacing.icon_spacing = 8.0;
    spacing.combo_width = 80.0;
    spacing.combo_height = 320.0;
    spacing.menu_width = 240.0;
    spacing.tooltip_width = 360.0;
    // A bar is there wherever something is out of sight, whether or not the pointer is.
    spacing.scroll =
        ScrollStyle { bar_width: 8.0, floating_width: 4.0, dormant_handle_opacity: 0.45, ..ScrollStyle::floating() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.resize_grab_radius_side = 3.0;
    style
}

fn visuals(theme: &Theme) -> Visuals {
    let mut visuals = if is_dark(theme) { Visuals::dark() } else { Visuals::light() };
    visuals.text_options.color_transfer_function = FontColorTransferFunction::Off;
    visuals.text_options.font_hinting = false;
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(rgba(theme.prompt));
    visuals.widgets = widgets(theme);
    visuals.selection =
        Selection { bg_fill: rgba(theme.field_selection()), stroke: Stroke::new(1.0, rgba(theme.accent)) };
    visuals.hyperlink_color = rgba(theme.accent);
    visuals.faint_bg_color = rgba(theme.pill);
    visuals.extreme_bg_color = rgba(theme.card);
    visuals.text_edit_bg_color = Some(rgba(theme.card));
    visuals.code_bg_color = rgba(theme.pill);
    visuals.warn_fg_color = rgba(theme.negative_text);
    visuals.error_fg_color = rgba(theme.negative_text);
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(WIDE_CORNER);
    visuals.window_fill = rgba(theme.card);
    visuals.window_stroke = Stroke::new(1.0, rgba(theme.card_line));
    visuals.window_shadow = shadow(24, 8);
    visuals.popup_shadow = shadow(12, 4);
    visuals.panel_fill = rgba(theme.panel);
    visuals.text_cursor.stroke = Stroke::new(1.5, rgba(theme.accent));
    visuals.slider_trailing_fill = true;
    visuals.disabled_alpha = 0.45;
    visuals
}

/// Lets selected letters keep their ink, on a ground that stands out more: for texts without a frame, which would have
/// the colour of selected letters.
pub fn select_in_ink(ui: &mut egui::Ui, theme: &Theme, ink: Color) {
    let selection = &mut ui.visuals_mut().selection;
    selection.bg_fill = rgba(theme.selection());
    selection.stroke.color = rgba(ink);
}

fn shadow(blur: u8, down: i8) -> Shadow {
    Shadow { offset: [0, down], blur, spread: 0, color: Color32::from_black_alpha(36) }
}

fn widgets(theme: &Theme) -> Widgets {
    let corner_radius = CornerRadius::same(CORNER);
    let look = |fill: Color, line: Color, ink: Color, width: f32| WidgetVisuals {
        bg_fill: rgba(fill),
        weak_bg_fill: rgba(fill),
        bg_stroke: Stroke::new(width, rgba(line)),
        corner_radius,
        fg_stroke: Stroke::new(1.0, rgba(ink)),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(theme.card, theme.line, theme.ink, 1.0),
        inactive: look(theme.card, theme.card_line, theme.ink, 1.0),
        hovered: look(theme.pill, theme.faint, theme.ink, 1.0),
        active: look(theme.accent_tint, theme.accent, theme.ink, 1.0),
        open: look(theme.accent_tint, theme.accent, theme.ink, 1.0),
    }
}

/// The size of a small square button, in points.
pub fn icon_button_size() -> Vec2 {
    vec2(28.0, 28.0)
}
