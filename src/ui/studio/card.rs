//! What persona cards are written as: whose, in which format and colours.

use egui::Ui;

use super::{StudioAction, ask};
use crate::model::PersonaId;
use crate::scene::ThemeName;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{ExportFormat, buttons_ui, fit, title_ui};
use crate::ui::inspector::form::Form;
use crate::ui::widgets::{Look, button_ui};

/// What is written, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct CardChoice {
    /// Whose card; `None`: everybody's, a page or a numbered file each.
    pub persona: Option<PersonaId>,
    /// Into what.
    pub format: ExportFormat,
    /// How large a PNG is: 1 is 96 dots an inch.
    pub scale: f32,
    /// In which colours.
    pub theme: ThemeName,
}

impl CardChoice {
    /// This persona's card as a PDF in the light theme.
    pub fn of(persona: Option<PersonaId>) -> Self {
        Self { persona, format: ExportFormat::Pdf, scale: 2.0, theme: ThemeName::Light }
    }

    /// Whether each card is a file of its own.
    pub fn is_numbered(&self) -> bool {
        self.persona.is_none() && self.format != ExportFormat::Pdf
    }

    /// The message of the question where to.
    pub fn pick_key(&self) -> &'static str {
        if self.persona.is_some() { "pick-export-card" } else { "pick-export-cards" }
    }

    /// Asks for it.
    pub fn go(&self, ctx: &ViewCtx<'_>) {
        ctx.push(ask(StudioAction::ExportCards(self.clone())));
    }
}

/// Shows the choice.
pub fn card_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, choice: &mut CardChoice) {
    fit::width_ui(ui, 440.0);
    title_ui(ui, ctx, &ctx.text("card-title"));
    fit::middle_ui(ui, |ui| choices_ui(ui, ctx, choice));
    buttons_ui(ui, |ui| {
        if button_ui(ui, ctx.theme, &ctx.text("export-go"), Look::Primary).clicked() {
            choice.go(ctx);
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}

fn choices_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, choice: &mut CardChoice) {
    let mut form = Form::new(ui, ctx, "card");
    let personas = ctx.document.personas_in_order();
    let named = personas.iter().map(|persona| (Some(persona.id.clone()), super::strip::name_of(ctx, persona)));
    let mut personas: Vec<_> = named.collect();
    if personas.len() > 1 {
        personas.push((None, ctx.text("card-all")));
    }
    form.choice("card-persona", &mut choice.persona, &personas);
    let formats = [ExportFormat::Pdf, ExportFormat::Png, ExportFormat::Svg];
    let formats = formats.map(|format| (format, ctx.text(&format!("export-{}", format.extension()))));
    form.choice("export-format", &mut choice.format, &formats);
    if choice.format == ExportFormat::Png {
        let scales = [1.0_f32, 2.0, 3.0, 4.0].map(|scale| (scale, crate::ui::dialogs::scale_words(ctx, scale)));
        form.choice("export-scale", &mut choice.scale, &scales);
    }
    let themes = ThemeName::ALL.map(|name| (name, ctx.text(&format!("theme-{}", name.key()))));
    form.choice("export-theme", &mut choice.theme, &themes);
}
