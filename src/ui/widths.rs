//! How wide the panels beside the middle are: as usual, else as their edges were dragged or set by keys.

use std::ops::RangeInclusive;

use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::action::Action;
use super::context::ViewCtx;
use super::start::HabitAction;
use super::style::rgba;
use super::view::{Beside, Room, View};

const SIDE: f32 = 248.0;
const DOCK: f32 = 340.0;
/// On a narrow window the panel at the right is narrower.
const NARROW_DOCK: f32 = 296.0;
const NARROW: f32 = 1400.0;
/// What fills the middle gets at least so much, where both panels would leave less.
const LEAST_MIDDLE: f32 = 420.0;
/// How far from a panel's edge it can be taken hold of: towards the middle, and into the panel.
const HOLD: (f32, f32) = (5.0, 3.0);
/// By how much a key makes a panel wider.
pub const STEP: f32 = 40.0;

/// The widths that the user has set; where there is none, it is as usual.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Widths {
    /// Of the panel at the left.
    pub side: Option<f32>,
    /// Of the panel at the right.
    pub dock: Option<f32>,
}

impl Widths {
    /// With another width of this panel, within its limits.
    #[must_use]
    pub fn with(mut self, panel: Beside, width: Option<f32>) -> Self {
        let width = width.map(|width| width.clamp(*limits(panel).start(), *limits(panel).end()));
        match panel {
            Beside::Side => self.side = width,
            Beside::Dock => self.dock = width,
        }
        self
    }
}

/// How wide a panel can be made.
fn limits(panel: Beside) -> RangeInclusive<f32> {
    match panel {
        Beside::Side => 180.0..=480.0,
        Beside::Dock => 260.0..=640.0,
    }
}

/// The widths that both panels have on a window of this width; whether they are shown is another matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// Of the panel at the left.
    pub side: f32,
    /// Of the panel at the right.
    pub dock: f32,
    /// Which of them there is room for.
    pub room: Room,
}

/// Where the window has no room for what the user has set, panels give way, but not below what is usual. Where the right
/// one needs its room, it is never narrower than that.
pub fn plan(whole: f32, wanted: Widths, needs_room: bool) -> Plan {
    let is_narrow = whole < NARROW && !needs_room;
    let usual = (SIDE, if is_narrow { NARROW_DOCK } else { DOCK });
    let (mut side, mut dock) = (wanted.side.unwrap_or(usual.0), wanted.dock.unwrap_or(usual.1));
    if needs_room {
        dock = dock.max(usual.1);
    }
    let least = (side.min(usual.0), dock.min(usual.1));
    let room = if whole - least.0 - least.1 >= LEAST_MIDDLE {
        Room::Both
    } else if whole - least.1 >= LEAST_MIDDLE {
        Room::One
    } else {
        Room::None
    };
    let beside = match room {
        Room::Both => side,
        Room::One | Room::None => 0.0,
    };
    dock -= (dock + beside + LEAST_MIDDLE - whole).clamp(0.0, dock - least.1);
    let beside = match room {
        Room::Both => dock,
        Room::One | Room::None => 0.0,
    };
    side -= (side + beside + LEAST_MIDDLE - whole).clamp(0.0, side - least.0);
    Plan { side, dock, room }
}

/// Shows where the panels' edges can be taken hold of; a double click makes a panel as wide as usual.
pub fn grips_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (middle, shown): (Rect, [bool; 2])) {
    let whole = ui.max_rect();
    // Esc ends a drag by itself, and nothing has been set by it.
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        view.pulled = None;
    }
    for (panel, shown) in [Beside::Side, Beside::Dock].into_iter().zip(shown) {
        if !shown {
            continue;
        }
        let (edge, out, name_key) = match panel {
            Beside::Side => (middle.left(), -1.0, "panel-width-side"),
            Beside::Dock => (middle.right(), 1.0, "panel-width-dock"),
        };
        let ends = [edge + out * HOLD.1, edge - out * HOLD.0];
        let hold = Rect::from_two_pos(pos2(ends[0], middle.top()), pos2(ends[1], middle.bottom()));
        let response = ui.interact(hold, Id::unique(name_key), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, ctx.text(name_key)));
        let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
        let set = |width| ctx.push(Action::Habit(Box::new(HabitAction::SetWidth(panel, width))));
        if response.hovered() || response.dragged() {
            let line = Rect::from_center_size(pos2(edge, middle.center().y), vec2(2.0, middle.height()));
            ui.painter().rect_filled(line, 0.0, rgba(ctx.theme.accent));
        }
        if response.double_clicked() {
            set(None);
        }
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            let width = if panel == Beside::Side { pointer.x - whole.left() } else { whole.right() - pointer.x };
            view.pulled = Some((panel, width));
        }
        if let Some((_, width)) = view.pulled.filter(|(pulled, _)| *pulled == panel && !response.dragged()) {
            view.pulled = None;
            set(Some(width));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_are_as_wide_as_wished_where_the_window_has_room() {
        let check = |whole: f32, wanted: (Option<f32>, Option<f32>), expect: (f32, f32, Room)| {
            let wanted = Widths { side: wanted.0, dock: wanted.1 };
            let Plan { side, dock, room } = plan(whole, wanted, false);
            assert_eq!((side, dock, room), expect, "{whole} {wanted:?}");
        };
        check(1920.0, (None, None), (248.0, 340.0, Room::Both));
        check(1240.0, (None, None), (248.0, 296.0, Room::Both));
        check(1920.0, (Some(400.0), Some(600.0)), (400.0, 600.0, Room::Both));
        // The right one gives way first, then the left one, and neither below what is usual.
        check(1240.0, (Some(400.0), Some(600.0)), (400.0, 420.0, Room::Both));
        check(1000.0, (Some(480.0), Some(600.0)), (284.0, 296.0, Room::Both));
        check(900.0, (None, None), (248.0, 296.0, Room::One));
        check(900.0, (Some(200.0), Some(260.0)), (200.0, 260.0, Room::Both));
        check(640.0, (None, None), (248.0, 296.0, Room::None));
        let narrow = plan(1920.0, Widths { side: None, dock: Some(296.0) }, true);
        assert_eq!(narrow.dock, 340.0, "rows of figures are not cut");
        let set = Widths::default().with(Beside::Side, Some(9.0)).with(Beside::Dock, Some(9000.0));
        assert_eq!(set, Widths { side: Some(180.0), dock: Some(640.0) });
    }
}
