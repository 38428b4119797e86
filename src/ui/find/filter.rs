//! Filters as the window remembers them, one for each journey, and what of the scene they dim.

use std::collections::BTreeMap;

use crate::analysis::{Filter, Lit};
use crate::model::{Document, Journey, JourneyId, Subject, Touchpoint, TouchpointId, touchpoints_in_order};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Plane, Rect, Scene};
use crate::ui::canvas::hits::is_card;
use crate::ui::canvas::walk::Way;
use crate::ui::context::ViewCtx;

/// The filters, and what is computed from the one of the shown journey.
#[derive(Debug, Default)]
pub struct Filters {
    /// Whether the panel of choices is open.
    pub open: bool,
    /// Whether its first field is to get the keyboard.
    pub wants_keyboard: bool,
    by_journey: BTreeMap<JourneyId, Filter>,
    lit: Option<(Document, JourneyId, Filter, Lit)>,
    dimmed_of: Option<u64>,
    dimmed: Vec<bool>,
}

impl Filters {
    /// The filter of a journey; an empty one lets everything through.
    pub fn of(&self, journey: &JourneyId) -> Filter {
        self.by_journey.get(journey).cloned().unwrap_or_default()
    }

    /// The filters of all journeys that have one.
    pub fn all(&self) -> &BTreeMap<JourneyId, Filter> {
        &self.by_journey
    }

    /// Whether a journey is filtered.
    pub fn has(&self, journey: &JourneyId) -> bool {
        self.by_journey.contains_key(journey)
    }

    /// The touchpoint after or before one, around the end, of those that the filter of a journey lets through.
    pub fn beside(
        &self,
        document: &Document,
        journey: &Journey,
        (here, way): (Option<&TouchpointId>, Way),
    ) -> Option<TouchpointId> {
        let lit = self.by_journey.get(&journey.id)?.lit(document, journey);
        let order = touchpoints_in_order(journey);
        let at = here.and_then(|here| order.iter().position(|it| it.id == *here));
        let is_lit = |it: &Touchpoint| lit.is_lit(&Subject::Touchpoint(journey.id.clone(), it.id.clone()));
        let lit: Vec<_> = order.iter().enumerate().filter(|(_, it)| is_lit(it)).collect();
        let found = match (at, way) {
            (Some(at), Way::On) => lit.iter().find(|(place, _)| *place > at).or(lit.first()),
            (Some(at), Way::Back) => lit.iter().rfind(|(place, _)| *place < at).or(lit.last()),
            (None, Way::On) => lit.first(),
            (None, Way::Back) => lit.last(),
        };
        found.map(|(_, it)| it.id.clone())
    }

    /// Sets the filter of a journey.
    pub fn set(&mut self, journey: &JourneyId, filter: Filter) {
        if filter.is_empty() {
            self.by_journey.remove(journey);
        } else {
            self.by_journey.insert(journey.clone(), filter);
        }
        self.dimmed_of = None;
    }

    /// Another document was opened.
    pub fn forget(&mut self) {
        *self = Self { open: self.open, ..Self::default() };
    }

    /// Whether the shown journey is filtered.
    pub fn is_on(&self, ctx: &ViewCtx<'_>) -> bool {
        ctx.journey_id().is_some_and(|journey| self.has(journey))
    }

    /// What the filter of the shown journey lets through; `None` where there is none.
    pub fn lit(&mut self, ctx: &ViewCtx<'_>) -> Option<&Lit> {
        let journey = ctx.journey?;
        let filter = self.by_journey.get(&journey.id)?;
        let is_of = |(document, id, of, _): &(Document, JourneyId, Filter, Lit)| {
            document.is_same(ctx.document) && *id == journey.id && of == filter
        };
        if !self.lit.as_ref().is_some_and(is_of) {
            let lit = filter.lit(ctx.document, journey);
            self.lit = Some((ctx.document.clone(), journey.id.clone(), filter.clone(), lit));
        }
        self.lit.as_ref().map(|(_, _, _, lit)| lit)
    }

    /// Which fragments of the scene are dimmed, by their place; nothing where no filter is on.
    pub fn dimmed(&mut self, ctx: &ViewCtx<'_>) -> &[bool] {
        if !self.is_on(ctx) {
            self.dimmed_of = None;
            return &[];
        }
        if self.dimmed_of != Some(ctx.scene_stamp) {
            let lit = self.lit(ctx);
            self.dimmed = lit.map(|lit| dimmed(ctx.scene, lit)).unwrap_or_default();
            self.dimmed_of = Some(ctx.scene_stamp);
        }
        &self.dimmed
    }
}

/// Which fragments of a scene are dimmed where this is lit, by their place.
pub fn dimmed(scene: &Scene, lit: &Lit) -> Vec<bool> {
    let is_dimmed = |fragment: &Fragment| subject_of(fragment).is_some_and(|subject| !lit.is_lit(subject));
    let mut dimmed: Vec<bool> = scene.fragments.drawn().map(|it| is_dimmed(it.drawn)).collect();
    let hosts = Hosts::of(scene, &dimmed);
    for (it, dimmed) in scene.fragments.drawn().zip(&mut dimmed) {
        if it.drawn.hit.is_none() && it.drawn.plane == Plane::Body {
            *dimmed = hosts.dim(it.bounds());
        }
    }
    dimmed
}

fn subject_of(fragment: &Fragment) -> Option<&Subject> {
    match &fragment.hit.as_ref()?.target {
        HitTarget::Subject(subject)
        | HitTarget::Emotion { touchpoint: subject, .. }
        | HitTarget::Invite { subject, .. } => Some(subject),
        HitTarget::StageHeader(_)
        | HitTarget::LaneName(_)
        | HitTarget::Fold(_)
        | HitTarget::Swimlane { .. }
        | HitTarget::Title => None,
    }
}

/// Cards and ways by where they stand, to tell what the small signs that say nothing of themselves belong to: losses
/// below a card, shares on a way.
struct Hosts(BTreeMap<i32, Vec<Host>>);

#[derive(Clone, Copy)]
struct Host {
    area: Rect,
    is_card: bool,
    dimmed: bool,
}

impl Hosts {
    /// The width of a strip of the map, in its points.
    const STRIP: f32 = 256.0;
    /// No sign is larger.
    const SIGN: (f32, f32) = (120.0, 48.0);

    fn of(scene: &Scene, dimmed: &[bool]) -> Self {
        let mut strips: BTreeMap<i32, Vec<Host>> = BTreeMap::new();
        for (it, dimmed) in scene.fragments.drawn().zip(dimmed) {
            let is_card = is_card(it.drawn);
            let is_way = matches!(subject_of(it.drawn), Some(Subject::Transition(..)));
            let Some(area) = it.area().filter(|_| is_card || is_way) else { continue };
            for strip in strip(area.x)..=strip(area.right()) {
                strips.entry(strip).or_default().push(Host { area, is_card, dimmed: *dimmed });
            }
        }
        Self(strips)
    }

    /// Whether a sign belongs to what is dimmed, and to nothing that is not.
    fn dim(&self, sign: Rect) -> bool {
        if sign.width > Self::SIGN.0 || sign.height > Self::SIGN.1 {
            return false;
        }
        let middle = sign.center();
        let belongs = |host: &&Host| {
            let below = (host.area.bottom()..host.area.bottom() + 6.0).contains(&sign.y);
            let under = below && (host.area.x..host.area.right()).contains(&middle.x);
            if host.is_card { under } else { host.area.contains(middle) }
        };
        let near = self.0.get(&strip(middle.x)).map_or(&[][..], Vec::as_slice);
        let mut hosts = near.iter().filter(belongs).peekable();
        hosts.peek().is_some() && hosts.all(|host| host.dimmed)
    }
}

fn strip(x: f32) -> i32 {
    (x / Hosts::STRIP).floor() as i32
}
