//! Filters as the window remembers them, one for each journey, and what of the scene they dim.

use std::collections::BTreeMap;

use crate::analysis::{Filter, Lit};
use crate::model::{Document, JourneyId, Subject};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Scene};
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
        ctx.journey_id().is_some_and(|journey| self.by_journey.contains_key(journey))
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

fn dimmed(scene: &Scene, lit: &Lit) -> Vec<bool> {
    let is_dimmed = |fragment: &Fragment| {
        let shown: Option<&Subject> = fragment.hit.as_ref().and_then(|hit| match &hit.target {
            HitTarget::Subject(subject)
            | HitTarget::Emotion { touchpoint: subject, .. }
            | HitTarget::Invite { subject, .. } => Some(subject),
            HitTarget::StageHeader(_) | HitTarget::LaneName(_) | HitTarget::Title => None,
        });
        shown.is_some_and(|subject| !lit.is_lit(subject))
    };
    scene.fragments.iter().map(|fragment| is_dimmed(fragment)).collect()
}
