//! What can be pointed at in this frame: the hit regions that are seen, as widgets for the pointer and for assistive
//! technology.

use egui::{Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::camera::Lens;
use super::gesture::EDGE;
use super::index::{Index, PLANES};
use crate::model::{Lane, Subject, TouchpointId};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Hit, Plane, Scene, Shape};
use crate::ui::context::ViewCtx;

/// Regions lower than this on the screen cannot be aimed at, in points.
const LEAST_HEIGHT: f32 = 7.0;
/// More regions than this are not offered one by one: the map is then a picture of itself.
const MOST: usize = 1500;

/// From this many regions on they are a crowd.
const CROWD: usize = 400;

/// The regions that are seen, in the order they are drawn.
#[derive(Debug, Default)]
pub struct Hits<'a> {
    seen: Vec<Seen<'a>>,
}

/// A region on the screen.
#[derive(Debug, Clone)]
pub struct Seen<'a> {
    /// Where it is, cut by its plane's clip.
    pub rect: Rect,
    /// Where all of it would be.
    pub whole: Rect,
    /// What it stands for.
    pub target: &'a HitTarget,
    /// Its full text.
    pub label: &'a str,
    /// The place of its fragment in the scene.
    pub fragment: u32,
    /// Whether it is a touchpoint's own card, as against its words in other lanes.
    pub card: bool,
    /// Where the words stand that are read with it but lie beside it: an emotion's.
    pub words: Option<Rect>,
}

/// The thing that a region stands for.
pub fn subject_of(target: &HitTarget) -> Option<Subject> {
    subject_in(target).cloned()
}

/// The same; and the journey's own parts: a stage for its header, a lane or a channel for its name, the journey for the title.
pub fn part_of(target: &HitTarget, ctx: &ViewCtx<'_>) -> Option<Subject> {
    match target {
        HitTarget::StageHeader(stage) => Some(Subject::Stage(ctx.journey_id()?.clone(), *stage)),
        HitTarget::Title => Some(Subject::Journey(ctx.journey_id()?.clone())),
        HitTarget::LaneName(Lane::Custom(lane)) => Some(Subject::Lane(ctx.journey_id()?.clone(), lane.clone())),
        HitTarget::Swimlane { channel, .. } => channel.clone().map(Subject::Channel),
        target => subject_of(target),
    }
}

fn subject_in(target: &HitTarget) -> Option<&Subject> {
    match target {
        HitTarget::Subject(subject) | HitTarget::Emotion { touchpoint: subject, .. } => Some(subject),
        HitTarget::StageHeader(_)
        | HitTarget::LaneName(_)
        | HitTarget::Swimlane { .. }
        | HitTarget::Fold(_)
        | HitTarget::Invite { .. }
        | HitTarget::Title => None,
    }
}

impl Seen<'_> {
    /// Its full text: a way says from where to where it leads, an empty cell of which touchpoint it is.
    pub fn name(&self, ctx: &ViewCtx<'_>) -> String {
        let title = |id: &TouchpointId| ctx.journey?.touchpoints.get(id).map(|touchpoint| touchpoint.title.trim());
        match self.target {
            HitTarget::Invite { subject: Subject::Touchpoint(_, id), .. } => match title(id).unwrap_or_default() {
                "" => self.label.to_owned(),
                title => format!("{}: {title}", self.label),
            },
            HitTarget::Subject(Subject::Transition(_, id)) => {
                let way = ctx.journey.and_then(|journey| journey.transitions.get(id));
                let titles = way.and_then(|way| Some((title(&way.from)?, title(&way.to)?)));
                let Some((from, to)) = titles else { return self.label.to_owned() };
                let comma = if self.label.is_empty() { "" } else { ", " };
                format!("{from} → {to}{comma}{}", self.label)
            }
            _ => self.label.to_owned(),
        }
    }
}

impl<'a> Hits<'a> {
    /// Collects what is seen of the scene.
    pub fn of(scene: &'a Scene, index: &Index, lens: &Lens) -> Self {
        let mut seen = Vec::new();
        for plane in PLANES {
            for place in index.hit_in(plane, lens.seen(plane)) {
                let Some(fragment) = scene.fragments.get(place as usize) else { continue };
                if let Some(hit) = &fragment.hit {
                    let region = region(hit, plane, place, lens);
                    seen.extend(region.map(|seen| Seen { card: is_card(fragment), ..seen }));
                }
                if seen.len() > MOST {
                    return Self::default();
                }
            }
        }
        Self { seen }
    }

    /// All of them.
    pub fn all(&self) -> &[Seen<'a>] {
        &self.seen
    }

    /// What is topmost at this place.
    pub fn at(&self, pos_on_screen: Pos2) -> Option<&Seen<'a>> {
        self.seen.iter().rev().find(|seen| seen.rect.contains(pos_on_screen))
    }

    /// The words at this place, where they are topmost.
    pub fn words_at(&self, pos_on_screen: Pos2) -> Option<Rect> {
        let at = |rect: &Rect| rect.contains(pos_on_screen);
        let topmost = self.seen.iter().rev().find(|seen| at(&seen.rect) || seen.words.as_ref().is_some_and(at))?;
        topmost.words.filter(|_| !at(&topmost.rect))
    }

    /// The touchpoint whose card has its left or right edge here.
    pub fn card_edge_at(&self, pos_on_screen: Pos2) -> Option<TouchpointId> {
        self.seen.iter().rev().find_map(|seen| {
            let HitTarget::Subject(Subject::Touchpoint(_, touchpoint)) = seen.target else { return None };
            let near = |x: f32| (pos_on_screen.x - x).abs() <= EDGE.min(seen.whole.width() / 8.0);
            let beside = seen.whole.y_range().contains(pos_on_screen.y);
            let aimed = near(seen.whole.right()) || near(seen.whole.left());
            (seen.card && beside && aimed).then(|| touchpoint.clone())
        })
    }

    /// Where a touchpoint's card is.
    pub fn card(&self, touchpoint: &TouchpointId) -> Option<Rect> {
        let is_it = |seen: &&Seen<'_>| {
            matches!(seen.target, HitTarget::Subject(Subject::Touchpoint(_, id)) if id == touchpoint) && seen.card
        };
        self.seen.iter().find(is_it).map(|seen| seen.whole)
    }

    /// Makes each region a widget, so that it is clicked and named. The keyboard stops at the map as a whole: what is
    /// walked to is said as what has it. Of a crowd only the cards and what is under the pointer are offered: the rest is
    /// too small to be walked through one by one.
    pub fn widgets(&self, ui: &Ui, ctx: &ViewCtx<'_>, here: Option<&Subject>) -> Vec<(Response, &Seen<'a>)> {
        let all_selected = ctx.selected();
        let widget = |seen: &Seen<'a>| {
            let response = ui.interact(seen.rect, id_of(ui, seen), Sense::CLICK);
            let subject = subject_in(seen.target);
            let selected = subject.is_some_and(|subject| all_selected.contains(subject));
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, seen.name(ctx)));
            let whole = seen.card || !matches!(subject, Some(Subject::Touchpoint(..)));
            if whole && subject.is_some() && subject == here {
                let active = response.id.accesskit_id();
                ui.ctx().accesskit_node_builder(super::id(), |map| map.set_active_descendant(active));
            }
            response
        };
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let crowd = self.seen.len() > CROWD;
        let under = |rect: Rect| pointer.is_some_and(|pos| rect.contains(pos));
        let mut widgets = Vec::with_capacity(self.seen.len());
        for seen in &self.seen {
            // Words stand over what was drawn before, and give way to what they are read with.
            if let Some(words) = seen.words.filter(|words| !crowd || under(*words)) {
                widgets.push((words_widget(ui, ctx, (seen, words)), seen));
            }
            if !crowd || seen.card || under(seen.rect) {
                widgets.push((widget(seen), seen));
            }
        }
        widgets
    }
}

/// Whether a fragment is a touchpoint's own card: only that one is drawn on a rectangle.
pub fn is_card(fragment: &Fragment) -> bool {
    let of_touchpoint = |hit: &Hit| matches!(hit.target, HitTarget::Subject(Subject::Touchpoint(..)));
    let (drawn, _) = fragment.shapes.as_drawn();
    fragment.hit.as_ref().is_some_and(of_touchpoint) && matches!(drawn.first(), Some(Shape::Rect { .. }))
}

/// Words beside what they are read with, as a widget of their own.
fn words_widget(ui: &Ui, ctx: &ViewCtx<'_>, (seen, words): (&Seen<'_>, Rect)) -> Response {
    let response = ui.interact(words, id_of(ui, seen).with("words"), Sense::CLICK);
    let name = || format!("{}: {}", ctx.text("field-word"), seen.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    response
}

fn region<'a>(hit: &'a Hit, plane: Plane, fragment: u32, lens: &Lens) -> Option<Seen<'a>> {
    let whole = lens.screen_rect(plane, hit.area);
    let rect = whole.intersect(lens.clip(plane));
    if whole.height() < LEAST_HEIGHT || !rect.is_positive() {
        return None;
    }
    let words = words_beside(hit, plane, lens);
    Some(Seen { rect, whole, target: &hit.target, label: &hit.label, fragment, card: false, words })
}

/// Where the word of an emotion stands, with some air; nowhere while it is too small to be aimed at.
fn words_beside(hit: &Hit, plane: Plane, lens: &Lens) -> Option<Rect> {
    let HitTarget::Emotion { .. } = hit.target else { return None };
    let words = hit.words.first().filter(|words| words.shape.is_some())?;
    let (corner, size) = (hit.corner_of(words), words.size);
    let on_screen = lens.screen_rect(plane, crate::scene::rect(corner.x, corner.y, size.width, size.height));
    let rect = on_screen.expand2(egui::vec2(3.0, 0.0)).intersect(lens.clip(plane));
    (on_screen.height() >= LEAST_HEIGHT && rect.is_positive()).then_some(rect)
}

/// Steady while the thing stays where it is; two regions of one thing stand at two places.
fn id_of(ui: &Ui, seen: &Seen<'_>) -> Id {
    let what = match seen.target {
        HitTarget::Subject(subject) => Id::unique(("subject", subject)),
        HitTarget::Emotion { touchpoint, persona, .. } => Id::unique(("emotion", touchpoint, persona)),
        HitTarget::StageHeader(stage) => Id::unique(("stage", stage)),
        HitTarget::LaneName(lane) => Id::unique(("lane", lane.key())),
        HitTarget::Swimlane { channel, .. } => Id::unique(("swimlane", channel)),
        HitTarget::Fold(lane) => Id::unique(("fold", lane.key())),
        HitTarget::Invite { lane, subject } => Id::unique(("invite", lane.key(), subject)),
        HitTarget::Title => Id::unique("title"),
    };
    ui.scope_id().with((what, seen.fragment))
}
