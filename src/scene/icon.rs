//! Icons as outlines on a 24 × 24 field: Tabler Icons (MIT), read from `assets/icons/*.svg`.

use std::sync::{Arc, LazyLock};

use super::geometry::{Path, Point, point};
use super::svg_path;
use crate::model::ChannelIcon;

/// The side of the field that icons are drawn on.
pub const ICON_FIELD: f32 = 24.0;
/// The width of icons' lines on that field.
pub const ICON_STROKE: f32 = 2.0;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        /// An icon.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
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
    /// A place.
    Pin = "map-pin";
    /// A shop.
    Shop = "building-store";
    /// A flag: the street.
    Flag = "flag";
    /// A map.
    Map = "map-2";
    /// A website.
    World = "world";
    /// A mobile phone: an app.
    Mobile = "device-mobile";
    /// A speech bubble: a messenger.
    Message = "message";
    /// A telephone.
    Phone = "phone";
    /// A thumb up: a social network.
    ThumbUp = "thumb-up";
    /// A letter.
    Mail = "mail";
    /// A delivery van.
    Truck = "truck-delivery";
    /// A person.
    User = "user";
    /// A till.
    Till = "cash-register";
    /// A sheet of paper.
    Paper = "file-text";
    /// A loudspeaker: the media.
    Speaker = "speakerphone";
    /// Two speech bubbles: word of mouth.
    Talk = "messages";
    /// A router: a device.
    Router = "router";
    /// A video call.
    Video = "video";
    /// A target: a goal.
    Target = "target";
    /// An angle downwards: what is open.
    ChevronDown = "chevron-down";
    /// An angle to the right: what is folded.
    ChevronRight = "chevron-right";
    /// A star, to be filled: a moment of truth.
    Star = "star";
    /// A badge: who somebody is.
    Badge = "id-badge-2";
    /// A flame: what moves somebody.
    Flame = "flame";
    /// A bulb: what somebody needs.
    Bulb = "bulb";
    /// A raised hand: what hurts.
    Hand = "hand-stop";
    /// Sparkles: what somebody hopes for.
    Sparkles = "sparkles";
    /// Devices.
    Devices = "devices";
    /// What comes again and again: a habit.
    Repeat = "repeat";
    /// Sliders: traits between two ends.
    Sliders = "adjustments-horizontal";
    /// A list of details: fields of the user's own.
    Details = "list-details";
    /// A way on a map: a journey.
    Route = "map-route";
}

/// Outlines by the icon's place among all.
static PATHS: LazyLock<Vec<Arc<Path>>> =
    LazyLock::new(|| Icon::ALL.iter().map(|icon| Arc::new(read(icon.source()))).collect());

impl Icon {
    /// Its outline on the 24 × 24 field.
    pub fn path(self) -> Arc<Path> {
        PATHS.get(self as usize).map(Arc::clone).unwrap_or_default()
    }

    /// Its outline in a square with this left top corner and side.
    pub fn placed(self, left_top: Point, side: f32) -> Path {
        let scale = side / ICON_FIELD;
        self.path().map(|place| point(left_top.x + place.x * scale, left_top.y + place.y * scale))
    }

    /// The icon of a channel.
    pub fn of_channel(icon: ChannelIcon) -> Self {
        match icon {
            ChannelIcon::Place => Self::Pin,
            ChannelIcon::Shop => Self::Shop,
            ChannelIcon::Street => Self::Flag,
            ChannelIcon::Map => Self::Map,
            ChannelIcon::Website => Self::World,
            ChannelIcon::App => Self::Mobile,
            ChannelIcon::Messenger => Self::Message,
            ChannelIcon::Phone => Self::Phone,
            ChannelIcon::Social => Self::ThumbUp,
            ChannelIcon::Email => Self::Mail,
            ChannelIcon::Courier => Self::Truck,
            ChannelIcon::Person => Self::User,
            ChannelIcon::Payment => Self::Till,
            ChannelIcon::Paper => Self::Paper,
            ChannelIcon::Media => Self::Speaker,
            ChannelIcon::WordOfMouth => Self::Talk,
            ChannelIcon::Device => Self::Router,
            ChannelIcon::Video => Self::Video,
        }
    }
}

/// All `d="…"` of an icon's file, without the empty field that frames it.
pub fn read(source: &str) -> Path {
    let mut path = Path::default();
    for element in source.split("<path").skip(1) {
        let data = element.split_once(" d=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(data, _)| data);
        let Some(data) = data.filter(|data| !data.starts_with("M0 0h24")) else { continue };
        path.verbs.extend(svg_path::parse(data).unwrap_or_default().verbs);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_read_and_stays_in_its_field() {
        for icon in Icon::ALL {
            let bounds = icon.path().bounds().unwrap_or_default();
            // A chevron is half as high as it is wide.
            let (short, long) = (bounds.width.min(bounds.height), bounds.width.max(bounds.height));
            assert!(short > 5.0 && long > 8.0, "{icon:?} {bounds:?}");
            assert!(
                bounds.x >= 0.0 && bounds.y >= 0.0 && bounds.right() <= 24.0 && bounds.bottom() <= 24.0,
                "{icon:?} {bounds:?}"
            );
        }
    }
}
