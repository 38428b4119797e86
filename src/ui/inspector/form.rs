//! A form over one thing: fields that change a copy of it and remember which field was changed.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Key, Response, RichText, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::i18n::number::{number, plain_number, typed_count, typed_number};
use crate::model::{Language, Subject};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::canvas::rename::select_all;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::FIELD_HEIGHT;
use crate::ui::tabbed::select_on_tab;
use crate::ui::widgets::{ink, label_ui, name_field, rich};

/// A form that is being laid out.
pub struct Form<'f, 'c> {
    /// Where it is laid out.
    pub ui: &'f mut Ui,
    /// What the views read.
    pub ctx: &'f ViewCtx<'c>,
    /// Tells the fields of one thing from those of another.
    pub salt: Id,
    /// The field that was changed in this frame.
    pub changed: Option<&'static str>,
}

/// Gives the keyboard to the title of a thing as soon as the inspector shows it, with its text marked.
pub fn focus_title(context: &egui::Context, subject: &Subject) {
    context.data_mut(|data| data.insert_temp(wanted_title(), salt_of(subject)));
    context.request_repaint();
}

/// Gives the keyboard to this field with its text marked, where [`focus_title`] has asked for the title of this thing.
pub fn claim_title(ui: &Ui, subject: &Subject, field: (Id, &str)) {
    claim(ui, salt_of(subject), field);
}

fn claim(ui: &Ui, salt: Id, (id, text): (Id, &str)) {
    if ui.data(|data| data.get_temp::<Id>(wanted_title())) == Some(salt) {
        ui.data_mut(|data| data.remove::<Id>(wanted_title()));
        ui.memory_mut(|memory| memory.request_focus(id));
        select_all(ui.ctx(), id, text);
    }
}

fn wanted_title() -> Id {
    Id::unique("wanted-title")
}

fn salt_of(thing: impl Hash + Debug) -> Id {
    Id::unique(("form", Id::unique(thing)))
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unit {
    /// A plain number.
    Plain,
    /// A share 0–1, typed as percent 0–100.
    Percent,
}

impl<'f, 'c> Form<'f, 'c> {
    /// A form for the thing with this salt.
    pub fn new(ui: &'f mut Ui, ctx: &'f ViewCtx<'c>, salt: impl Hash + Debug) -> Self {
        Self { ui, ctx, salt: salt_of(salt), changed: None }
    }

    pub(super) fn id(&self, field: &'static str) -> Id {
        self.salt.with(field)
    }

    pub(super) fn label(&mut self, field: &'static str) -> Response {
        let text = self.ctx.text(&format!("field-{field}"));
        self.ui.spacing_mut().item_spacing.y = 4.0;
        label_ui(self.ui, self.ctx.theme, &text)
    }

    pub(super) fn gap(&mut self) {
        self.ui.add_space(6.0);
    }

    pub(super) fn note(&mut self, field: &'static str, changed: bool) {
        if changed {
            self.changed = Some(field);
        }
    }

    /// A line of text.
    pub fn text(&mut self, field: &'static str, value: &mut String) {
        let label = self.label(field);
        let response = self.line_edit(field, value).labelled_by(label.id);
        self.note(field, response.changed());
        self.gap();
    }

    pub(super) fn line_edit(&mut self, field: &'static str, value: &mut String) -> Response {
        let edit = TextEdit::singleline(value)
            .id(self.id(field))
            .margin(egui::Margin::symmetric(11, 6))
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, FIELD_HEIGHT))
            .align(egui::Align2::LEFT_CENTER);
        let response = self.ui.add(edit);
        select_on_tab(self.ui, &response, value);
        self.leave(&response);
        whole_on_hover(self.ui, response, value)
    }

    fn leave(&self, response: &Response) {
        if response.lost_focus() {
            self.ctx.push(Action::BreakMerge);
        }
    }

    /// Text of several lines.
    pub fn long_text(&mut self, field: &'static str, value: &mut String) {
        self.lines_edit(field, value);
        self.gap();
    }

    fn lines_edit(&mut self, field: &'static str, value: &mut String) -> Response {
        let label = self.label(field);
        let edit = TextEdit::multiline(value)
            .id(self.id(field))
            .margin(egui::Margin::symmetric(11, 7))
            .desired_width(f32::INFINITY)
            .desired_rows(2);
        let response = self.ui.add(edit).labelled_by(label.id);
        self.leave(&response);
        self.note(field, response.changed());
        response
    }

    /// The thing's title, large and without a frame until it is pointed at.
    pub fn title(&mut self, field: &'static str, value: &mut String) {
        let name = self.ctx.text(&format!("field-{field}"));
        // In another weight, so that it is not taken for a title in themes of few greys.
        let hint = rich(&name, ink(Weight::Regular, 20.0, self.ctx.theme.prompt));
        let id = self.id(field);
        claim(self.ui, self.salt, (id, value));
        let edit = TextEdit::multiline(value)
            .id(self.id(field))
            .font(fonts::font(Weight::Bold, 20.0))
            .frame(egui::Frame::NONE)
            .margin(egui::Margin::symmetric(0, 2))
            .desired_width(f32::INFINITY)
            .desired_rows(1)
            .hint_text(hint)
            .return_key(None);
        let response = self.ui.add(edit);
        select_on_tab(self.ui, &response, value);
        name_field(&response, (&name, value));
        if response.has_focus() {
            // A title has no frame of its own.
            let line = egui::Stroke::new(2.0, self.ui.visuals().selection.stroke.color);
            self.ui.painter().hline(response.rect.x_range(), response.rect.bottom() + 1.0, line);
        }
        if response.has_focus() && self.ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.is_none()) {
            response.surrender_focus();
        }
        self.leave(&response);
        self.note(field, response.changed());
        self.ui.add_space(4.0);
    }

    /// Several entries, one a line.
    pub fn lines(&mut self, field: &'static str, value: &mut Vec<String>) {
        let id = self.id(field);
        let mut text = self.buffer(id, || value.join("\n"));
        let before = text.clone();
        let response = self.lines_edit(field, &mut text);
        self.keep_buffer(id, &text, &response);
        if text != before {
            *value = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        }
        self.gap();
    }

    /// A number, empty where it is not known. What is typed and cannot be read changes nothing.
    pub fn number(&mut self, field: &'static str, unit: Unit, value: &mut Option<f64>) {
        let language = self.ctx.language();
        let shown = value.map(|value| match unit {
            Unit::Plain => plain_number(value, 4, language),
            Unit::Percent => plain_number(value * 100.0, 2, language),
        });
        let hint = self.ctx.text("number-hint");
        let read = |text: &str| typed_number(text, language).map_err(|_not_a_number| hint.clone());
        if let Some(typed) = self.typed(field, shown.unwrap_or_default(), read) {
            *value = typed.map(|number| if unit == Unit::Percent { number / 100.0 } else { number });
        }
    }

    /// A whole number from 0 to the most that there can be, empty where it is not known.
    pub fn count(&mut self, field: &'static str, most: u64, value: &mut Option<u64>) {
        let language = self.ctx.language();
        let hint = self.ctx.texts.with("count-hint", &[("most", number(most as f64, 0, language).into())]);
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let read = |text: &str| typed_count(text, most, language).ok_or_else(|| hint.clone());
        if let Some(typed) = self.typed(field, shown, read) {
            *value = typed;
        }
    }

    /// One of a few.
    pub fn choice<T: PartialEq + Clone>(&mut self, field: &'static str, value: &mut T, choices: &[(T, String)]) {
        let label = self.label(field);
        let name = self.ctx.text(&format!("field-{field}"));
        let chosen = choices.iter().position(|(choice, _)| choice == value);
        let words: Vec<_> = choices.iter().map(|(_, name)| RichText::new(name)).collect();
        let shown = chosen.and_then(|place| words.get(place)).cloned().unwrap_or_default();
        let combo = Combo { salt: self.salt.with(field), name: &name, shown, width: self.ui.available_width() };
        let picked = self.ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = FIELD_HEIGHT;
            let (response, picked) = combo_ui(ui, self.ctx.theme, combo, (chosen, &words));
            response.labelled_by(label.id);
            picked
        });
        let picked = picked.inner.and_then(|place| choices.get(place)).filter(|(choice, _)| choice != value);
        let changed = picked.is_some();
        if let Some((choice, _)) = picked {
            *value = choice.clone();
        }
        self.note(field, changed);
        self.gap();
    }

    /// Yes or no.
    pub fn toggle(&mut self, field: &'static str, value: &mut bool) {
        let name = self.ctx.text(&format!("field-{field}"));
        let changed = self.ui.checkbox(value, name).changed();
        self.note(field, changed);
    }

    /// Any of a few, as chips that are pressed in.
    pub fn chips<T: Ord + Clone>(&mut self, field: &'static str, value: &mut Vec<T>, choices: &[(T, String)]) {
        if choices.is_empty() {
            return;
        }
        self.label(field);
        let mut changed = false;
        self.ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (choice, name) in choices {
                let on = value.contains(choice);
                if chip_ui(ui, self.ctx, name, on).clicked() {
                    if on {
                        value.retain(|other| other != choice);
                    } else {
                        value.push(choice.clone());
                        value.sort();
                    }
                    changed = true;
                }
            }
        });
        self.note(field, changed);
        self.gap();
    }

    /// A score 1–5, by pressing one of five.
    pub fn score(&mut self, field: &'static str, value: &mut Option<u8>) {
        self.label(field);
        let name = self.ctx.text(&format!("field-{field}"));
        let mut changed = false;
        self.ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for score in 1..=5_u8 {
                let on = *value == Some(score);
                let response = chip_ui(ui, self.ctx, &score.to_string(), on);
                let label = format!("{name} {score}");
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
                if response.clicked() {
                    *value = if on { None } else { Some(score) };
                    changed = true;
                }
            }
        });
        self.note(field, changed);
        self.gap();
    }

    /// What is being typed in a field, where that differs from what the value would show ("1," on the way to "1,5").
    pub(super) fn buffer(&self, id: Id, shown: impl FnOnce() -> String) -> String {
        let focused = self.ui.memory(|memory| memory.has_focus(id));
        let kept = self.ui.data(|data| data.get_temp::<String>(id));
        kept.filter(|_| focused).unwrap_or_else(shown)
    }

    /// Keeps what is being typed for [`Form::buffer`] until the field is left.
    pub(super) fn keep_buffer(&self, id: Id, text: &str, response: &Response) {
        if response.has_focus() || response.gained_focus() {
            self.ui.data_mut(|data| data.insert_temp(id, text.to_owned()));
        } else {
            self.ui.data_mut(|data| data.remove::<String>(id));
        }
    }
}

/// What is wider than its field is told in full where it is pointed at.
pub(super) fn whole_on_hover(ui: &Ui, field: Response, text: &str) -> Response {
    if !field.hovered() || field.has_focus() {
        return field;
    }
    let font = fonts::font(Weight::Regular, fonts::BODY);
    let words = ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER);
    let room = field.rect.width() - 22.0;
    if words.size().x > room { field.on_hover_text(text) } else { field }
}

/// A chip: a word that is pressed in or not.
pub fn chip_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, name: &str, on: bool) -> Response {
    said_chip_ui(ui, ctx, (name, name), on)
}

/// The same for a word that says enough only beside its heading: `said` is what assistive technology calls it.
pub fn said_chip_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, names: (&str, &str), on: bool) -> Response {
    sensing_chip_ui(ui, ctx, names, (on, Sense::click()))
}

/// The same for a chip of a row that is one stop of the keyboard.
pub fn sensing_chip_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (name, said): (&str, &str),
    (on, sense): (bool, Sense),
) -> Response {
    use crate::ui::style::rgba;
    let theme = ctx.theme;
    let color = if on { theme.accent } else { theme.mute };
    // No wider than the panel: what is too long says all of it to who points at it.
    let room = (ui.max_rect().width() - 20.0).min(260.0);
    let galley = crate::ui::widgets::line(ui.painter(), name, ink(Weight::Medium, fonts::SMALL, color), room);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, 26.0), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, said));
    let edge = if on { theme.accent } else { theme.card_line };
    let fill = if on { theme.accent_tint } else { theme.card };
    // Its words would be too pale on a darker tint: what is on shows the pointer by its edge.
    let width = match (on, response.hovered()) {
        (true, true) => 2.5,
        (true, false) => 1.75,
        (false, _) => 1.0,
    };
    let stroke = egui::Stroke::new(width, rgba(edge));
    ui.painter().rect(rect, 13.0, rgba(fill), stroke, egui::StrokeKind::Inside);
    if response.hovered() && !on {
        ui.painter().rect_filled(rect, 13.0, rgba(theme.ink.fade(0.05)));
    }
    if response.has_focus() {
        crate::ui::widgets::round_focus_ring(ui, rect);
    }
    let is_cut = galley.elided;
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, egui::Color32::PLACEHOLDER);
    if is_cut { response.on_hover_text(name) } else { response }
}

/// The words of a language for its own name.
pub fn language_name(language: Language) -> &'static str {
    match language {
        Language::Ru => "Русский",
        Language::En => "English",
    }
}
