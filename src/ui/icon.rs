//! The window's own icons: Tabler Icons (MIT), drawn as strokes at any size.

use std::sync::LazyLock;

use egui::{Color32, Painter, Rect, Stroke};

use super::canvas::outline;
use crate::scene::icon::{self, ICON_FIELD, Icon};
use crate::scene::{Path, point};

macro_rules! icons {
    ($($name:ident = $file:literal;)*) => {
        /// An icon of the window.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum IconName {
            $(#[doc = concat!("Tabler's `", $file, "`.")] $name,)*
        }

        impl IconName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../assets/icons/", $file, ".svg")),)*
                }
            }
        }
    };
}

icons! {
    Plus = "plus";
    NewFile = "file-plus";
    Open = "folder-open";
    Save = "device-floppy";
    Undo = "arrow-back-up";
    Redo = "arrow-forward-up";
    Fit = "maximize";
    Delete = "trash";
    Theme = "contrast";
    Copy = "copy";
    Close = "x";
    Down = "chevron-down";
    Right = "chevron-right";
    Check = "check";
    Warning = "alert-triangle";
    Photo = "photo";
    ArrowRight = "arrow-right";
    MoveLeft = "arrow-left";
    Export = "file-export";
    ZoomIn = "zoom-in";
    ZoomOut = "zoom-out";
    AddTouchpoint = "circle-plus";
    AddBarrier = "barrier-block";
    MoveUp = "arrow-up";
    MoveDown = "arrow-down";
    AddPersona = "user-plus";
    More = "dots";
    Present = "presentation";
    Eye = "eye";
    EyeOff = "eye-off";
    Workshop = "messages";
    Move = "arrows-move";
    Feel = "mood-smile";
    Reload = "refresh";
    History = "history";
    Search = "search";
    Filter = "filter";
    Locate = "current-location";
    Up = "chevron-up";
    Pencil = "pencil";
    Crop = "crop";
    Shuffle = "arrows-shuffle";
    Compare = "columns-3";
    PhotoEdit = "photo-edit";
    MoreVertical = "dots-vertical";
    Avatar = "user-circle";
    ShowOnMap = "map-pin";
    Idea = "bulb";
    ThumbUp = "thumb-up";
}

static PATHS: LazyLock<Vec<Path>> =
    LazyLock::new(|| IconName::ALL.iter().map(|name| icon::read(name.source())).collect());

/// Draws an icon of the window in the square.
pub fn paint(painter: &Painter, square: Rect, name: IconName, color: Color32) {
    if let Some(path) = PATHS.get(name as usize) {
        stroke(painter, square, path, color);
    }
}

/// Draws an icon of the map in the square.
pub fn paint_map_icon(painter: &Painter, square: Rect, icon: Icon, color: Color32) {
    stroke(painter, square, &icon.path(), color);
}

fn stroke(painter: &Painter, square: Rect, path: &Path, color: Color32) {
    let scale = square.width() / ICON_FIELD;
    let on_screen = path.map(|place| point(square.left() + place.x * scale, square.top() + place.y * scale));
    let line = Stroke::new((2.0 * scale).max(1.3), color);
    for piece in outline::flatten(&on_screen, 0.15) {
        painter.add(egui::epaint::PathShape {
            points: piece.points,
            closed: piece.closed,
            fill: Color32::TRANSPARENT,
            stroke: line.into(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_read() {
        for (name, path) in IconName::ALL.iter().zip(PATHS.iter()) {
            assert!(path.verbs.len() > 1, "{name:?}");
        }
    }
}
