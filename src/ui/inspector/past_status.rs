//! When a barrier got which status: each day and status can be put right, taken away, or added for a day that is past.

use std::sync::Arc;

use egui::{Id, Key, RichText, TextEdit, Ui, vec2};

use super::typed::dress_as_wrong;
use crate::edit::ItemValue;
use crate::i18n::day::{Lean, typed_day};
use crate::model::{Barrier, BarrierStatus, Date, StatusChange, Subject};
use crate::ui::action::Action;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::style::{FIELD_HEIGHT, rgba};
use crate::ui::widgets::{heading_ui, small_icon_button_ui, told};

/// The room of a day.
const DAY: f32 = 106.0;

/// Shows the history, oldest first.
pub(super) fn history_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, barrier: &Barrier) {
    let mut changed = barrier.clone();
    if heading_ui(ui, ctx.theme, &ctx.text("status-history"), Some(&ctx.text("status-add"))) {
        let place = changed.history.partition_point(|change| change.date <= ctx.today);
        changed.history.insert(place, StatusChange { date: ctx.today, status: changed.status });
    }
    for (place, change) in barrier.history.iter().enumerate() {
        if let Some(wanted) = change_ui(ui, ctx, (barrier, place), *change) {
            changed.correct_history(place, wanted);
        }
    }
    ui.add_space(6.0);
    if changed != *barrier {
        ctx.put(Subject::Barrier(barrier.id.clone()), "status", ItemValue::Barrier(Arc::new(changed)));
        ctx.push(Action::BreakMerge);
    }
}

/// One entry; what it is to become, if it is touched: nothing, when it is to go.
#[expect(clippy::option_option, reason = "untouched, to go, or to become another")]
fn change_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (barrier, place): (&Barrier, usize),
    change: StatusChange,
) -> Option<Option<StatusChange>> {
    let name = |key: &str| ctx.texts.with(key, &[("number", (place + 1).into())]);
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = FIELD_HEIGHT;
        let id = Id::unique(("status-day", &barrier.id, place));
        if let Some(date) = day_ui(ui, ctx, (id, &name("status-day")), change.date) {
            wanted = Some(Some(StatusChange { date, ..change }));
        }
        let words: Vec<_> = BarrierStatus::ALL
            .into_iter()
            .map(|status| RichText::new(ctx.text(&format!("barrier-status-{}", status.key()))))
            .collect();
        let chosen = BarrierStatus::ALL.iter().position(|status| *status == change.status);
        let shown = chosen.and_then(|chosen| words.get(chosen)).cloned().unwrap_or_default();
        let (salt, width) = (id.with("status"), ui.available_width() - 28.0);
        let combo = Combo { salt, name: &name("status-entry"), shown, width };
        let (_, picked) = combo_ui(ui, ctx.theme, combo, (chosen, &words));
        if let Some(status) = picked.and_then(|picked| BarrierStatus::ALL.get(picked)).copied() {
            wanted = Some(Some(StatusChange { status, ..change }));
        }
        if small_icon_button_ui(ui, ctx.theme, IconName::Close, &name("status-remove")).clicked() {
            wanted = Some(None);
        }
    });
    wanted
}

/// A day that counts when its field is left, so that no entry changes its place while it is typed; Esc leaves it as it
/// was.
fn day_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, name): (Id, &str), date: Date) -> Option<Date> {
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| date.to_string());
    let read = |text: &str| typed_day(text, (ctx.today, Lean::Back)).ok().flatten();
    let response = ui.scope(|ui| {
        if read(&text).is_none() {
            dress_as_wrong(ui, rgba(ctx.theme.negative_text));
        }
        let edit = TextEdit::singleline(&mut text).id(id).margin(egui::Margin::symmetric(9, 6));
        ui.add(edit.desired_width(DAY).min_size(vec2(DAY, FIELD_HEIGHT)).align(egui::Align2::LEFT_CENTER))
    });
    let response = response.inner;
    told(ctx, &response, (name, &text));
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    if !response.lost_focus() {
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let given_up = ui.input(|input| input.key_pressed(Key::Escape));
    read(&text).filter(|day| !given_up && *day != date)
}
