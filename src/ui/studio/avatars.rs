//! Avatars to choose from: eight faces at a time, and every choice of a face as the picture it would make.

use egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{StudioAction, ask};
use crate::model::{Avatar, Clothes, Hair, HairColor, Persona, PersonaId, Portrait, Skin};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{buttons_ui, fit, title_ui};
use crate::ui::fonts;
use crate::ui::portrait::portrait_ui;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, ink, label_ui, rich};

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AvatarDialog {
    /// Whose portrait is drawn.
    pub persona: PersonaId,
    /// Faces to choose from.
    pub suggested: Vec<Avatar>,
    /// The face that is picked so far.
    pub picked: Option<Avatar>,
}

impl AvatarDialog {
    /// Asks to take what is picked.
    pub fn take(&self, ctx: &ViewCtx<'_>) {
        ctx.push(match self.picked {
            Some(avatar) => ask(StudioAction::TakeAvatar(self.persona.clone(), avatar)),
            None => Action::CloseDialog,
        });
    }
}

/// Shows the choices; each click is seen at once in the portrait, and the persona gets it when that is done.
pub fn avatars_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, dialog: &mut AvatarDialog) {
    let Some(persona) = ctx.document.personas.get(&dialog.persona) else {
        ctx.push(Action::CloseDialog);
        return;
    };
    fit::width_ui(ui, 600.0);
    let title = ctx.texts.with("avatar-title", &[("name", super::strip::name_of(ctx, persona).into())]);
    title_ui(ui, ctx, &title);
    let mut shown = Persona::clone(persona);
    if let Some(avatar) = dialog.picked {
        shown.portrait = Portrait::Avatar(avatar);
    }
    let picked = fit::middle_ui(ui, |ui| faces_ui(ui, ctx, view, (dialog, &shown)));
    dialog.picked = picked.or(dialog.picked);
    buttons_ui(ui, |ui| {
        if button_ui(ui, ctx.theme, &ctx.text("avatar-done"), Look::Primary).clicked() {
            dialog.take(ctx);
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
        if button_ui(ui, ctx.theme, &ctx.text("avatar-shuffle"), Look::Plain).clicked() {
            ctx.push(ask(StudioAction::Shuffle(dialog.persona.clone())));
        }
    });
}

fn faces_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (dialog, persona): (&AvatarDialog, &Persona),
) -> Option<Avatar> {
    let mut picked = None;
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(160.0, 160.0), Sense::hover());
        // With the ring around it, it is as large as its place.
        portrait_ui(ui, ctx.theme, view, (rect.center(), 73.0, persona));
        ui.add_space(12.0);
        ui.vertical(|ui| picked = suggestions_ui(ui, ctx, view, (dialog, persona)));
    });
    ui.add_space(6.0);
    choices_ui(ui, ctx, view, persona).or(picked)
}

/// The face that the persona has now, or would begin with.
fn current(persona: &Persona) -> Avatar {
    match persona.portrait {
        Portrait::Avatar(avatar) => avatar,
        Portrait::Initials | Portrait::Photo(_) => Avatar::default(),
    }
}

fn suggestions_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (dialog, persona): (&AvatarDialog, &Persona),
) -> Option<Avatar> {
    let mut picked = None;
    ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
    for (row, faces) in dialog.suggested.chunks(4).enumerate() {
        ui.horizontal(|ui| {
            for (column, face) in faces.iter().enumerate() {
                let number = row * 4 + column + 1;
                let name = ctx.texts.with("avatar-suggestion", &[("number", number.into())]);
                let on = persona.portrait == Portrait::Avatar(*face);
                if tile_ui(ui, ctx, view, (persona, *face), (&name, on, 74.0)) {
                    picked = Some(*face);
                }
            }
        });
    }
    picked
}

fn choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Persona) -> Option<Avatar> {
    let now = current(persona);
    let is_drawn = matches!(persona.portrait, Portrait::Avatar(_));
    let mut picked = None;
    let mut row = |ui: &mut Ui, key: &str, faces: Vec<(Avatar, String)>| {
        label_ui(ui, ctx.theme, &ctx.text(key));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (face, word) in faces {
                let name = ctx.text(&word);
                if tile_ui(ui, ctx, view, (persona, face), (&name, is_drawn && face == now, 50.0)) {
                    picked = Some(face);
                }
            }
        });
        ui.add_space(2.0);
    };
    let hair = Hair::ALL.map(|hair| (Avatar { hair, ..now }, format!("hair-{}", word(&hair))));
    row(ui, "field-hair", hair.to_vec());
    let colors = HairColor::ALL.map(|hair_color| (Avatar { hair_color, ..now }, format!("hair-{}", word(&hair_color))));
    let skins = Skin::ALL.map(|skin| (Avatar { skin, ..now }, format!("skin-{}", word(&skin))));
    let clothes = Clothes::ALL.map(|clothes| (Avatar { clothes, ..now }, format!("clothes-{}", word(&clothes))));
    let extras = [
        (Avatar { glasses: !now.glasses, ..now }, if now.glasses { "avatar-no-glasses" } else { "field-glasses" }),
        (Avatar { beard: !now.beard, ..now }, if now.beard { "avatar-no-beard" } else { "field-beard" }),
    ];
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            row(left, "field-hair-color", colors.to_vec());
            row(right, "field-skin", skins.to_vec());
            row(left, "avatar-clothes", clothes.to_vec());
            row(right, "avatar-extras", extras.map(|(face, word)| (face, word.to_owned())).to_vec());
        }
    });
    picked
}

/// A choice as messages call it.
fn word(choice: &impl std::fmt::Debug) -> String {
    format!("{choice:?}").to_lowercase()
}

/// A face in a frame; true where it is picked.
fn tile_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (persona, face): (&Persona, Avatar),
    (name, on, side): (&str, bool, f32),
) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name));
    let ground = if on { ctx.theme.accent_tint } else { ctx.theme.card };
    let edge = if on || response.has_focus() { ctx.theme.accent } else { ctx.theme.line };
    let edge = if response.hovered() && !on { ctx.theme.faint } else { edge };
    let stroke = Stroke::new(if on { 2.0 } else { 1.0 }, rgba(edge));
    ui.painter().rect(rect, 8.0, rgba(ground), stroke, StrokeKind::Inside);
    if response.has_focus() {
        crate::ui::widgets::focus_ring(ui, rect);
    }
    let mut shown = Persona::new(persona.id.clone(), "");
    shown.color = persona.color;
    shown.portrait = Portrait::Avatar(face);
    portrait_ui(ui, ctx.theme, view, (rect.center(), side / 2.0 - 6.0, &shown));
    response.on_hover_text(rich(name, ink(Weight::Regular, fonts::SMALL, ctx.theme.ink))).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn every_choice_is_worded_in_both_languages() {
        let mut words: Vec<String> = Hair::ALL.iter().map(|hair| format!("hair-{}", word(hair))).collect();
        words.extend(HairColor::ALL.iter().map(|color| format!("hair-{}", word(color))));
        words.extend(Skin::ALL.iter().map(|skin| format!("skin-{}", word(skin))));
        words.extend(Clothes::ALL.iter().map(|clothes| format!("clothes-{}", word(clothes))));
        for (language, word) in Language::ALL.into_iter().flat_map(|it| words.iter().map(move |word| (it, word))) {
            assert!(Texts::of(language).has(word), "{word} in {language:?}");
        }
    }
}
