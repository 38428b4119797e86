//! A touchpoint's pictures: small ones in a row, larger while pointed at, with ways to add and to take away.

use egui::{Rect, Role, Sense, Tooltip, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Picture, Touchpoint};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{focus_ring, heading_ui, small_icon_button_ui};

/// A small picture, in points.
const SMALL: egui::Vec2 = egui::Vec2::new(92.0, 69.0);

/// The pictures; the field that was changed.
pub(super) fn pictures_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    touchpoint: &mut Touchpoint,
) -> Option<&'static str> {
    ui.add_space(8.0);
    if heading_ui(ui, ctx.theme, &ctx.text("pictures"), Some(&ctx.text("add-picture"))) {
        ctx.push(Action::PickPicture(touchpoint.id.clone()));
    }
    let mut removed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (place, picture) in touchpoint.pictures.iter().enumerate() {
            if picture_ui(ui, ctx, view, (picture, place + 1)) {
                removed = Some(place);
            }
        }
    });
    ui.add_space(6.0);
    let removed = removed.filter(|place| *place < touchpoint.pictures.len())?;
    touchpoint.pictures.remove(removed);
    Some("pictures")
}

/// One picture; true when its × is pressed.
fn picture_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (picture, number): (&Picture, usize)) -> bool {
    let (rect, response) = ui.allocate_exact_size(SMALL, Sense::focusable_noninteractive());
    let name = ctx.texts.with("picture-number", &[("number", number.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if let Some((texture, size)) = view.pictures.texture(ui.ctx(), picture) {
        egui::Image::new((texture, size)).uv(middle(size, SMALL)).corner_radius(6.0).paint_at(ui, rect);
        let large = |ui: &mut Ui| {
            ui.set_max_width(size.x + 16.0);
            ui.image((texture, size));
        };
        if response.has_focus() {
            focus_ring(ui, rect);
            Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, rect).show(large);
        } else {
            response.on_hover_ui(large);
        }
    } else {
        ui.painter().rect_filled(rect, 6.0, rgba(ctx.theme.line));
    }
    let square = Rect::from_center_size(pos2(rect.right() - 13.0, rect.top() + 13.0), vec2(22.0, 22.0));
    ui.painter().rect_filled(square, 7.0, rgba(ctx.theme.card.fade(0.86)));
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(square));
    let label = ctx.texts.with("remove-picture", &[("number", number.into())]);
    small_icon_button_ui(&mut corner, ctx.theme, IconName::Close, &label).clicked()
}

/// The middle of a picture that has the proportions of its place, as parts of its sides.
fn middle(size: egui::Vec2, place: egui::Vec2) -> Rect {
    let scale = (place.x / size.x.max(1.0)).max(place.y / size.y.max(1.0));
    let part = place / (size * scale).max(vec2(1.0, 1.0));
    Rect::from_center_size(pos2(0.5, 0.5), part.min(vec2(1.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_pictures_show_the_middle() {
        let check = |size: (f32, f32), expect: (f32, f32)| {
            let part = middle(size.into(), vec2(80.0, 60.0)).size();
            assert!((part - egui::Vec2::from(expect)).length() < 1e-3, "{size:?}: {part}");
        };
        check((400.0, 300.0), (1.0, 1.0));
        check((800.0, 300.0), (0.5, 1.0));
        check((400.0, 600.0), (1.0, 0.5));
    }
}
