//! The strip above the map, with its title and the chips of its personas: where it is wider than the canvas it can be
//! moved sideways, by wheel, by the buttons at its ends, and by keys, for it follows the persona that leads.

use egui::{Color32, Mesh, Pos2, Rangef, Rect, Role, Sense, Shape, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::camera::{Camera, Lens};
use crate::model::{JourneyId, PersonaId, Subject};
use crate::scene::shape::HitTarget;
use crate::scene::{self, Plane, rect};
use crate::ui::context::ViewCtx;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::round_focus_ring;

/// Behind the last chip, in scene points.
const AIR: f32 = 16.0;
/// The side of a button at the strip's end, on the screen.
const BUTTON: f32 = 28.0;
/// From the canvas' edge to what no button covers, on the screen.
const COVERED: f32 = BUTTON + 18.0;

/// How far the chips fade beside a button, on the screen.
const FADE: f32 = 20.0;

/// How the strip stands.
#[derive(Debug, Default)]
pub struct Strip {
    /// How far it is moved to the left, in scene points.
    scroll: f32,
    /// How far it can be.
    most: f32,
    /// How much of it is seen, in scene points.
    room: f32,
    /// How much of it the button at an end covers, in scene points.
    covered: f32,
    /// The chips, in the scene.
    chips: Vec<scene::Rect>,
    /// The buttons of the last frame, on the screen.
    buttons: Vec<Rect>,
    /// Which journey was shown when it was looked at last, and who led.
    led: (Option<JourneyId>, Option<PersonaId>),
}

impl Strip {
    /// How far it is moved to the left, in scene points.
    pub fn scroll(&self) -> f32 {
        self.scroll
    }

    /// Whether one of its buttons lies over this place.
    pub fn covers(&self, pos_on_screen: Pos2) -> bool {
        self.buttons.iter().any(|button| button.contains(pos_on_screen))
    }

    /// Takes in what is shown and how much of it fits; where somebody else leads now, the chip comes into sight.
    pub fn settle(&mut self, ctx: &ViewCtx<'_>, (camera, size): (Camera, Vec2)) {
        let above = rect(0.0, 0.0, ctx.scene.size.width, ctx.scene.header_band.y);
        let (mut right, mut leading) = (0.0_f32, None);
        self.chips.clear();
        for place in ctx.index.drawn_in(Plane::Title, above) {
            let Some(fragment) = ctx.scene.fragments.get(place as usize) else { continue };
            right = right.max(fragment.bounds.right());
            let Some(hit) = &fragment.hit else { continue };
            if let HitTarget::Subject(Subject::Persona(id)) = &hit.target {
                self.chips.push(hit.area);
                leading = leading.or((ctx.persona == Some(id)).then_some(fragment.bounds));
            }
        }
        self.room = (size.x - camera.pan.x.max(0.0)) / camera.zoom;
        self.covered = COVERED / camera.zoom;
        self.most = (right + AIR - self.room).max(0.0);
        let leads = (ctx.journey_id().cloned(), ctx.persona.cloned());
        if self.led.0 != leads.0 {
            // Another map is read from its title on.
            self.scroll = 0.0;
        } else if self.led.1 != leads.1
            && let Some(chip) = leading
        {
            self.reveal(chip);
        }
        self.led = leads;
        self.scroll = self.scroll.clamp(0.0, self.most);
    }

    /// Brings a part of it into sight.
    pub fn reveal(&mut self, area: scene::Rect) {
        // What is wider than there is room for is shown from its beginning.
        self.scroll = self.scroll.max(area.right() + self.covered - self.room).min((area.x - self.covered).max(0.0));
        self.scroll = self.scroll.clamp(0.0, self.most);
    }

    /// Whether the wheel moves it here, by so many points on the screen.
    pub fn wheel(&mut self, pos: Pos2, points: f32, lens: &Lens) -> bool {
        let below = lens.screen_pos(Plane::Title, scene::point(0.0, lens.header_top())).y;
        let takes = self.most > 0.0 && points != 0.0 && pos.y < below;
        if takes {
            self.scroll = (self.scroll - points / lens.camera.zoom).clamp(0.0, self.most);
        }
        takes
    }

    /// Shows a button at each end behind which there is more.
    pub fn buttons_ui(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, lens: &Lens) {
        self.buttons.clear();
        let all = self.chips.iter().copied().reduce(scene::Rect::union);
        let Some(chips) = all.filter(|_| self.most > 0.0) else { return };
        let row = lens.screen_rect(Plane::Title, chips);
        let y = row.center().y;
        if y < lens.canvas.top() + BUTTON / 2.0 {
            return;
        }
        let inset = BUTTON / 2.0 + 8.0;
        let ends = [
            (self.scroll > 0.5, lens.canvas.left() + inset, (IconName::MoveLeft, "chips-back"), self.back()),
            (self.scroll < self.most - 0.5, lens.canvas.right() - inset, (IconName::ArrowRight, "chips-on"), self.on()),
        ];
        for (_, x, look, to) in ends.into_iter().filter(|(more, ..)| *more) {
            let area = Rect::from_center_size(pos2(x, y), Vec2::splat(BUTTON));
            self.buttons.push(area);
            let outer = if x < lens.canvas.center().x { lens.canvas.left() } else { lens.canvas.right() };
            fade(ui.painter(), (row.y_range().expand(4.0), x, outer), rgba(ctx.theme.background));
            if button_ui(ui, ctx, area, look) {
                self.scroll = to;
                ui.request_repaint();
            }
        }
    }

    /// Where the first chip that is not wholly seen at the right stands at the left.
    fn on(&self) -> f32 {
        let seen = self.scroll + self.room - self.covered;
        let cut = self.chips.iter().filter(|chip| chip.right() > seen).map(|chip| chip.x).reduce(f32::min);
        // Of what is wider than all that is seen the rest follows.
        let wished = cut.map_or(self.most, |x| x - self.covered).max(self.scroll + self.room / 4.0);
        wished.min(self.most)
    }

    /// Where the last chip that is not wholly seen at the left stands at the right.
    fn back(&self) -> f32 {
        let seen = self.scroll + self.covered;
        let cut = self.chips.iter().filter(|chip| chip.x < seen).map(|chip| chip.right()).reduce(f32::max);
        let wished = cut.map_or(0.0, |right| right + self.covered - self.room).min(self.scroll - self.room / 4.0);
        wished.max(0.0)
    }
}

/// The chips fade into the ground from the outer edge, which hides them, to beyond the button's middle.
fn fade(painter: &egui::Painter, (y, middle, outer): (Rangef, f32, f32), ground: Color32) {
    let side = (middle - outer).signum();
    let (hidden, seen) = (middle + side * BUTTON / 2.0, middle + side * (BUTTON / 2.0 + FADE));
    let mut mesh = Mesh::default();
    for (x, color) in [(outer, ground), (hidden, ground), (seen, Color32::TRANSPARENT)] {
        mesh.colored_vertex(pos2(x, y.min), color);
        mesh.colored_vertex(pos2(x, y.max), color);
    }
    for from in [0, 2] {
        mesh.add_triangle(from, from + 1, from + 2);
        mesh.add_triangle(from + 1, from + 2, from + 3);
    }
    painter.add(Shape::mesh(mesh));
}

/// A round button over the strip; whether it was pressed.
fn button_ui(ui: &Ui, ctx: &ViewCtx<'_>, area: Rect, (name, key): (IconName, &str)) -> bool {
    let label = ctx.text(key);
    let response = ui.interact(area, ui.scope_id().with(key), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let (theme, painter) = (ctx.theme, ui.painter());
    let edge = if response.hovered() { theme.accent } else { theme.card_line };
    painter.rect(area, BUTTON / 2.0, rgba(theme.card), (1.2, rgba(edge)), StrokeKind::Middle);
    if response.has_focus() {
        round_focus_ring(ui, area);
    }
    icon::paint(painter, area.shrink2(vec2(6.0, 6.0)), name, rgba(theme.ink));
    response.on_hover_text(label).clicked()
}
