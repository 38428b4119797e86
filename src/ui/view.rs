//! What the window itself remembers between frames: camera, gesture under way, dialog, open panels.

use super::canvas::camera::{Camera, Lens};
use super::canvas::drift::Drift;
use super::canvas::edge::EdgeScroll;
use super::canvas::flight::Flight;
use super::canvas::gesture::Gesture;
use super::canvas::letters::Letters;
use super::canvas::menus::KeyMenu;
use super::canvas::rename::Rename;
use super::canvas::strip::Strip;
use super::dialogs::{Dialog, SheetsView};
use super::find::FindView;
use super::inspector::KnownFlow;
use super::ledger::LedgerView;
use super::menu_keys::Title;
use super::page::{Dock, Page};
use super::palette::PaletteView;
use super::panes::Panes;
use super::past::PastView;
use super::picture::Pictures;
use super::popups::Popups;
use super::present::ShowView;
use super::sources::SourcesView;
use super::start::StartView;
use super::studio::StudioView;
use super::workshop::WorkshopView;
use crate::model::{JourneyId, Stage, Subject, TextSpot};
use crate::scene::Point;
use crate::scene::text::Shaper;

/// A panel beside the middle of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Personas and outline, at the left.
    Side,
    /// Inspector, history, interviews or workshop, at the right.
    Dock,
}

/// How much room there is for panels beside the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Room {
    /// Both fit.
    #[default]
    Both,
    /// One fits: the right one, unless the left one is asked for.
    One,
    /// None fits; one that is asked for is shown all the same.
    None,
}

/// The window's own state; none of it belongs to the document.
#[derive(Default)]
pub struct View {
    /// How the map is seen.
    pub camera: Camera,
    /// How the strip above the map stands.
    pub strip: Strip,
    /// Which journey the camera was set up for; another one is shown from its beginning.
    pub camera_of: Option<JourneyId>,
    /// What the camera is asked for, carried out when the canvas' size is known.
    pub wish: Option<CameraWish>,
    /// The camera's way to where it was asked to go.
    pub flight: Option<Flight>,
    /// What the pointer is doing.
    pub gesture: Gesture,
    /// What is on its way to where it stands.
    pub drift: Drift,
    /// Scrolls the map while something is carried near its edge.
    pub edge: EdgeScroll,
    /// The thing that the keyboard has gone to without selecting it.
    pub cursor: Option<Subject>,
    /// What is written in place.
    pub rename: Option<Rename>,
    /// The menu of the map that the keyboard opens.
    pub key_menu: KeyMenu,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What is printed, in small.
    pub sheets: SheetsView,
    /// The dialog of the last frame, to tell its opening.
    pub dialog_id: Option<egui::Id>,
    /// In how many passes a dialog has been shown.
    pub dialog_passes: u32,
    /// Whether personas and outline are hidden.
    pub hide_side: bool,
    /// Whether the inspector is hidden.
    pub hide_inspector: bool,
    /// Which panel is shown where there is no room for both.
    pub preferred: Option<Beside>,
    /// The panel whose edge is being dragged, and how wide it is by that.
    pub pulled: Option<(Beside, f32)>,
    /// How much room there was for panels in the last frame.
    pub room: Room,
    /// What fills the middle of the window.
    pub page: Page,
    /// What stands at its right.
    pub dock: Dock,
    /// What the window remembers of its parts.
    pub panes: Panes,
    /// The titles of the menu bar in the last frame.
    pub menu_titles: Vec<Title>,
    /// What the window remembers of the pop-up that is open.
    pub popups: Popups,
    /// What the keyboard is about to write on the map.
    pub capture: CaptureView,
    /// What the window remembers of the palette.
    pub palette: PaletteView,
    /// How customers flow through the journey of which the inspector shows a touchpoint.
    pub flow: KnownFlow,
    /// What the window remembers of the persona builder.
    pub studio: StudioView,
    /// What the window remembers of barriers and opportunities.
    pub ledger: LedgerView,
    /// What the window remembers of search, filters and places.
    pub find: FindView,
    /// What the window remembers of the history's panel.
    pub past: PastView,
    /// What the window remembers of transcripts.
    pub sources: SourcesView,
    /// What the window remembers of the start screen.
    pub start: StartView,
    /// What the window remembers of the workshop.
    pub workshop: WorkshopView,
    /// The stage whose touchpoints the outline lists.
    pub outline_stage: Option<Stage>,
    /// Pictures on the graphics card.
    pub pictures: Pictures,
    /// Shapes the initials of portraits.
    pub shaper: Shaper,
    /// How the map stood on the screen in the last frame.
    pub lens: Option<Lens>,
    /// The letters that are in sight on the map.
    pub letters: Letters,
    /// The zoom of the last frame, to tell zooming from rest.
    pub last_zoom: f32,
    /// What the views of a running show remember.
    pub show: ShowView,
}

impl View {
    /// Whether a panel is in sight, as far as there is room for it.
    pub fn shows(&self, panel: Beside) -> bool {
        let hidden = match panel {
            _ if self.page == Page::Start => true,
            Beside::Side => self.hide_side,
            Beside::Dock => self.hide_inspector && !self.workshop.open,
        };
        let preferred = self.preferred;
        !hidden
            && match self.room {
                Room::Both => true,
                Room::One => preferred.map_or(panel == Beside::Dock, |preferred| preferred == panel),
                Room::None => preferred == Some(panel),
            }
    }

    /// Shows this at the right of the window, whatever hid it: where there is no room, over the middle.
    pub fn show_dock(&mut self, dock: Dock) {
        self.dock = dock;
        self.workshop.open = false;
        self.hide_inspector = false;
        // A sheet says all that the inspector would say of a persona.
        if dock == Dock::Inspector && self.page == Page::Personas {
            self.page = Page::Map;
        }
        self.bring_dock();
    }

    /// Shows the workshop's tools at the right of the window, where there is no room, over the middle.
    pub fn show_workshop(&mut self) {
        self.workshop.open = true;
        self.bring_dock();
    }

    /// Hides them again; what they covered is seen.
    pub fn hide_workshop(&mut self) {
        self.workshop.open = false;
        self.workshop.wants_focus = false;
        if self.room == Room::None {
            self.preferred = None;
        }
    }

    fn bring_dock(&mut self) {
        self.preferred = Some(Beside::Dock);
        // The start screen leaves no room for panels.
        if self.page == Page::Start {
            self.page = Page::Map;
        }
    }
}

/// What the keyboard is about to write on the map.
#[derive(Debug, Default)]
pub struct CaptureView {
    /// Whether a command has just begun something that is typed: letters behind its key are for that.
    pub begins_typing: bool,
    /// Whether the next digit sets what was expected, and not how it felt.
    pub expects: bool,
    /// Whether the next digit sets an emotion that is named at once.
    pub names: bool,
}

impl CaptureView {
    /// Whether a digit is awaited, and letters are no commands meanwhile.
    pub fn awaits_digit(&self) -> bool {
        self.expects || self.names
    }

    /// No digit is awaited any more. Returns whether one was.
    pub fn give_up(&mut self) -> bool {
        std::mem::take(&mut self.expects) | std::mem::take(&mut self.names)
    }
}

/// What the camera is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum CameraWish {
    /// The whole map.
    Fit,
    /// This zoom, around what is selected, else around the middle.
    Zoom(f32),
    /// Larger or smaller by this factor, around the same.
    By(f32),
    /// This in sight.
    Reveal(Subject),
    /// This text in sight, gliding there and clear of what covers the canvas.
    Find(TextSpot),
    /// The stage of what is selected, else the one in the middle.
    Stage,
    /// What is selected.
    Selection,
    /// This place of the scene in the middle.
    Center(Point),
    /// Exactly this.
    At(Camera),
    /// This text in sight, in letters that can be written in: in this fragment, where several show it.
    RevealText(TextSpot, Option<usize>),
}
