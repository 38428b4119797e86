//! The channel of the selected touchpoints, chosen by its first letters; a name that is new makes a new one.

use egui::{Pos2, Rect, pos2, vec2};

use super::chooser::{Choice, Picture};
use super::fuzzy::fit;
use crate::edit::EditLabel;
use crate::edit::verbs::change::{self, FieldKind};
use crate::model::{ChannelIcon, ChannelId, TouchpointId};
use crate::scene::icon::Icon;
use crate::ui::action::{Action, New};
use crate::ui::canvas::rename::fragment_of;
use crate::ui::context::ViewCtx;
use crate::ui::view::View;

const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 320.0;

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Goal {
    /// A channel that is there, or none.
    Is(Option<ChannelId>),
    /// A new one of this name.
    New(String),
}

/// The channels that fit what is typed, and a new one where none is called so.
pub(super) fn entries(ctx: &ViewCtx<'_>, touchpoints: &[TouchpointId], typed: &str) -> Vec<(Choice, Goal)> {
    let typed = typed.trim();
    let now = touchpoints.first().and_then(|id| ctx.document.touchpoint(id)).and_then(|(_, it)| it.channel.clone());
    let channels = ctx.document.channels_in_order();
    let mut rows: Vec<(i32, Choice, Goal)> = channels
        .iter()
        .filter_map(|channel| {
            let fit = fit(typed, &channel.name)?;
            let right = if now.as_ref() == Some(&channel.id) { ctx.text("channels-now") } else { String::new() };
            let icon = Some(Picture::Map(Icon::of_channel(channel.icon)));
            let choice = Choice { name: channel.name.clone(), places: fit.places, right, icon, ..Choice::default() };
            Some((fit.score, choice, Goal::Is(Some(channel.id.clone()))))
        })
        .collect();
    if typed.is_empty() {
        if now.is_some() {
            let choice = Choice { name: ctx.text("channels-none"), ..Choice::default() };
            rows.push((0, choice, Goal::Is(None)));
        }
    } else {
        rows.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
        if !channels.iter().any(|channel| channel.name.to_lowercase() == typed.to_lowercase()) {
            let name = ctx.texts.with("channels-new", &[("name", typed.into())]);
            let icon = Some(Picture::Window(crate::ui::icon::IconName::Plus));
            rows.push((0, Choice { name, icon, ..Choice::default() }, Goal::New(typed.to_owned())));
        }
    }
    rows.into_iter().map(|(_, choice, goal)| (choice, goal)).collect()
}

/// By the card that it is for, if that is in sight: corner, width, height.
pub(super) fn place(ctx: &ViewCtx<'_>, view: &View, whole: Rect) -> (Pos2, f32, f32) {
    let card = ctx.focus().and_then(|subject| fragment_of(ctx.scene, subject)).zip(view.lens.as_ref());
    let card = card.and_then(|(fragment, lens)| Some(lens.screen_rect(fragment.plane, fragment.hit.as_ref()?.area)));
    let room = whole.shrink(12.0);
    let beside = card.map_or(whole.center() - vec2(WIDTH, HEIGHT) / 2.0, |card| {
        // Where there is no room below the card, the list stands at its side: the card stays in sight.
        let below = card.bottom() + 6.0 + HEIGHT <= room.bottom();
        if below { pos2(card.left(), card.bottom() + 6.0) } else { pos2(card.right() + 8.0, card.top()) }
    });
    let corner = pos2(
        beside.x.clamp(room.left(), (room.right() - WIDTH).max(room.left())),
        beside.y.clamp(room.top(), (room.bottom() - HEIGHT).max(room.top())),
    );
    (corner, WIDTH, HEIGHT)
}

/// Gives the touchpoints the channel: one entry of the history.
pub(super) fn choose(ctx: &ViewCtx<'_>, touchpoints: &[TouchpointId], goal: &Goal) {
    match goal {
        Goal::Is(channel) => {
            let Some(journey) = ctx.journey_id() else { return };
            ctx.push(Action::BeginGesture(EditLabel::ChangeProperty));
            for touchpoint in touchpoints {
                let field = FieldKind::Property;
                ctx.push_edit(change::touchpoint(ctx.document, journey, touchpoint, field, |it| {
                    it.channel.clone_from(channel);
                }));
            }
            ctx.push(Action::CommitGesture);
        }
        Goal::New(name) => {
            let first = touchpoints.first().cloned();
            ctx.push(Action::Add(New::Channel(name.clone(), ChannelIcon::default(), first)));
        }
    }
}
