//! Settings: language, colours, size, motion, and what the window starts with.

use egui::Ui;

use super::HabitAction;
use crate::i18n::number::percent;
use crate::model::Language;
use crate::ui::action::{Action, Motion, ThemeChoice};
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{fit, title_ui};
use crate::ui::inspector::form::{chip_ui, language_name, said_chip_ui};
use crate::ui::widgets::label_ui;
use crate::ui::widths::Widths;

/// The sizes that the interface can have.
pub const SCALES: [f32; 9] = [0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5];

/// What the window starts with where no file is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StartWith {
    /// The start screen.
    #[default]
    Screen,
    /// The file of the last time, at the place where it was left.
    LastFile,
}

/// What of the settings the views show.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Preferences {
    /// The size of the interface; `None`: as it suits the screen.
    pub scale: Option<f32>,
    /// What the window starts with.
    pub start: StartWith,
    /// How wide the panels are.
    pub widths: Widths,
}

/// The next size in this direction.
pub fn next_scale(now: f32, larger: bool) -> f32 {
    let mut beyond = SCALES.into_iter().filter(|scale| if larger { *scale > now + 0.01 } else { *scale < now - 0.01 });
    let next = if larger { beyond.next() } else { beyond.next_back() };
    next.unwrap_or(now)
}

/// Shows them; each takes effect at once.
pub fn settings_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    fit::width_ui(ui, 460.0);
    title_ui(ui, ctx, &ctx.text("settings-title"));
    fit::middle_ui(ui, |ui| {
        row(ui, ctx, "menu-language", |ui| {
            for language in Language::ALL {
                if chip_ui(ui, ctx, language_name(language), ctx.language() == language).clicked() {
                    ctx.push(Action::SetLanguage(language));
                }
            }
        });
        row(ui, ctx, "menu-theme", |ui| {
            for choice in ThemeChoice::ALL {
                let name = ctx.text(&format!("theme-{}", choice.key()));
                if chip_ui(ui, ctx, &name, ctx.theme_choice == choice).clicked() {
                    ctx.push(Action::SetTheme(choice));
                }
            }
        });
        row(ui, ctx, "settings-scale", |ui| scale_ui(ui, ctx));
        row(ui, ctx, "settings-motion", |ui| {
            for (motion, key) in [(Motion::Full, "settings-motion-full"), (Motion::Reduced, "settings-motion-reduced")]
            {
                if chip_ui(ui, ctx, &ctx.text(key), ctx.motion == motion).clicked() {
                    ctx.push(Action::SetMotion(motion));
                }
            }
        });
        row(ui, ctx, "settings-start", |ui| {
            let choices = [(StartWith::Screen, "settings-start-screen"), (StartWith::LastFile, "settings-start-last")];
            for (start, key) in choices {
                if chip_ui(ui, ctx, &ctx.text(key), ctx.file.preferences.start == start).clicked() {
                    ctx.push(Action::Habit(Box::new(HabitAction::SetStart(start))));
                }
            }
        });
    });
}

fn scale_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let set = |scale| ctx.push(Action::Habit(Box::new(HabitAction::SetScale(scale))));
    let now = ctx.file.preferences.scale;
    if chip_ui(ui, ctx, &ctx.text("settings-scale-auto"), now.is_none()).clicked() {
        set(None);
    }
    for scale in SCALES {
        let figure = percent(f64::from(scale), ctx.language());
        let said = format!("{}: {figure}", ctx.text("settings-scale"));
        if said_chip_ui(ui, ctx, (&figure, &said), now == Some(scale)).clicked() {
            set(Some(scale));
        }
    }
}

fn row(ui: &mut Ui, ctx: &ViewCtx<'_>, key: &str, content: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
    label_ui(ui, ctx.theme, &ctx.text(key));
    ui.horizontal_wrapped(content);
    ui.add_space(8.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_up_and_down_and_end() {
        let check = |now: f32, larger: bool, expect: f32| assert_eq!(next_scale(now, larger), expect, "{now} {larger}");
        check(1.0, true, 1.1);
        check(1.0, false, 0.9);
        check(1.33, true, 1.5);
        check(1.33, false, 1.25);
        check(2.5, true, 2.5);
        check(0.75, false, 0.75);
    }
}
