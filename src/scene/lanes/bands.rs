//! Swimlanes in the touchpoints' lane: lines between the bands, and each channel's sign and name at the left.

use super::cards::Rows;
use crate::model::ChannelId;
use crate::scene::geometry::{point, rect};
use crate::scene::icon::Icon;
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::{Pen, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, LANE_PADDING, MARGIN};
use crate::scene::text::Align;

/// A channel's sign.
const ICON: f32 = 16.0;
/// From the sign's left edge to the name.
const NAME_LEFT: f32 = 22.0;

/// Draws them from `top`, the first name below the lane's own; returns where the last name ends.
pub(super) fn draw(lay: &mut Lay<'_>, rows: &Rows, (top, name_bottom): (f32, f32)) -> f32 {
    let bands = lay.grid.bands.clone();
    let mut band_top = top;
    let mut free = name_bottom;
    for (index, band) in bands.iter().enumerate() {
        let band_bottom = top + rows.bottoms.get(band.last()).copied().unwrap_or(rows.bottom);
        if index > 0 {
            let mut line = Pen::body();
            line.segment(point(MARGIN, band_top), point(lay.grid.right, band_top), solid(lay.theme.line, 1.0));
            lay.put(line);
        }
        let y = (band_top + LANE_PADDING).max(free + 10.0);
        free = name(lay, (band.channel.as_ref(), y), (band_top, band_bottom));
        band_top = band_bottom;
    }
    free
}

/// The sign and the name of a channel; returns where they end.
fn name(lay: &mut Lay<'_>, (channel, y): (Option<&ChannelId>, f32), span_y: (f32, f32)) -> f32 {
    let known = channel.and_then(|id| lay.document.channels.get(id));
    let words = known.map_or_else(|| lay.texts.get("map-no-channel"), |channel| channel.name.clone());
    let color = if known.is_some() { lay.theme.ink } else { lay.theme.mute };
    let (room, left) = (style::LANE_TEXT - NAME_LEFT, MARGIN + NAME_LEFT);
    let text = lay.shaper.shape(&words, style::BAND, Some(room), Align::Left);
    let bottom = y + text.height.max(ICON);
    let area = rect(MARGIN, y, style::LANE_TEXT, bottom - y);
    let mut pen = Pen::on(LANE_PLANE).hit(area, HitTarget::Swimlane { channel: channel.cloned(), span_y }, words);
    if let Some(channel) = known {
        pen.icon(Icon::of_channel(channel.icon), (point(MARGIN - 1.0, y), ICON), lay.theme.mute);
    }
    pen.text(point(if known.is_some() { left } else { MARGIN }, y), text, color);
    lay.put(pen);
    bottom
}
