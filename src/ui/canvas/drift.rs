//! Things on their way: after a change everything in sight glides from where it stood to where it stands, and while cards
//! are carried the others make room.
//!
//! Nothing is laid out for it: what is painted is moved. Only what is in sight is looked at, and only while it moves.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Vec2, vec2};

use super::bend::Bend;
use super::hits::{Hits, Seen};
use super::index::Index;
use crate::model::{JourneyId, Lane, Subject, TextField, TouchpointId};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Paint, Plane, Point, Rect, Scene, Shape, lane_spans, point, rect};
use crate::ui::action::Motion;
use crate::ui::context::ViewCtx;

/// How long a way takes, in seconds.
const SECONDS: f64 = 0.14;
/// What has moved farther than this, in scene points, is there at once.
const FARTHEST: f32 = 4000.0;

/// The things that are on their way.
#[derive(Debug, Default)]
pub struct Drift {
    /// Which picture of which journey was shown in the last frame.
    shown: Option<(u64, Option<JourneyId>)>,
    /// What of it was in sight.
    stood: Vec<(u32, Arc<Fragment>)>,
    /// The way of each fragment that moves, by its place in the scene.
    ways: HashMap<u32, Glide>,
    /// Transitions whose cards move: their two ends.
    ends: HashMap<u32, (Option<u32>, Option<u32>)>,
    /// The lines of the emotions' lane, while their points glide.
    bend: Option<Bend>,
    /// Losses below cards that move, with their cards.
    losses: HashMap<u32, u32>,
    now: f64,
}

/// A way from one offset to another, in scene points.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Glide {
    from: Vec2,
    to: Vec2,
    began: f64,
}

/// How far a fragment is from where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shift {
    /// All of it by so much.
    Whole(Vec2),
    /// Its beginning by so much, its end by so much.
    Ends(Vec2, Vec2),
}

impl Glide {
    fn at(&self, now: f64) -> Vec2 {
        let t = ((now - self.began) / SECONDS).clamp(0.0, 1.0) as f32;
        // Quick at first, soft at its end.
        let left = (1.0 - t) * (1.0 - t) * (1.0 - t);
        self.to + (self.from - self.to) * left
    }

    fn is_over(&self, now: f64) -> bool {
        now - self.began >= SECONDS
    }
}

impl Drift {
    /// Takes in this frame's picture; whether anything moves. With reduced motion everything is at its place at once.
    pub fn settle(&mut self, ctx: &ViewCtx<'_>, hits: &Hits<'_>, (now, motion): (f64, Motion)) -> bool {
        self.now = now;
        let shown = (ctx.scene_stamp, ctx.journey_id().cloned());
        if self.shown.as_ref() != Some(&shown) {
            let same_map = self.shown.as_ref().is_some_and(|(_, journey)| *journey == shown.1);
            (self.ways, self.bend) = if same_map && motion == Motion::Full {
                self.glides_from_old_places(ctx, hits)
            } else {
                (HashMap::new(), None)
            };
            self.shown = Some(shown);
            self.ends = HashMap::new();
            self.losses = HashMap::new();
        }
        self.bend = self.bend.take().filter(|bend| now - bend.began < SECONDS);
        self.ways.retain(|_, glide| !glide.is_over(now) || glide.to != Vec2::ZERO);
        if self.ways.is_empty() {
            self.ends.clear();
            self.losses.clear();
        } else if self.ends.is_empty() {
            self.ends = ends(ctx, hits);
            let cards: Vec<u32> = hits.all().iter().filter(|seen| seen.card).map(|seen| seen.fragment).collect();
            self.losses = losses_below(ctx.scene, ctx.index, &cards).into_iter().collect();
        }
        let of = |seen: &Seen<'_>| {
            let fragment = ctx.scene.fragments.get(seen.fragment as usize)?;
            Some((seen.fragment, Arc::clone(fragment)))
        };
        self.stood = hits.all().iter().filter_map(of).collect();
        self.ways.values().any(|glide| !glide.is_over(now))
    }

    /// Where everything in sight comes from, of what was in sight before.
    fn glides_from_old_places(&self, ctx: &ViewCtx<'_>, hits: &Hits<'_>) -> (HashMap<u32, Glide>, Option<Bend>) {
        let mut stood: HashMap<Key, Vec2> = HashMap::new();
        let mut names = Names::default();
        for (place, fragment) in &self.stood {
            if let Some((key, corner)) = names.of(fragment) {
                stood.insert(key, corner + self.offset(*place));
            }
        }
        let mut names = Names::default();
        let mut ways = HashMap::new();
        let mut felt = Vec::new();
        for seen in hits.all() {
            let Some(fragment) = ctx.scene.fragments.get(seen.fragment as usize) else { continue };
            let Some((key, corner)) = names.of(fragment) else { continue };
            let Some(before) = stood.get(&key) else { continue };
            let from = *before - corner;
            let glides = from.length() > 0.5 && from.length() < FARTHEST;
            if glides {
                ways.insert(seen.fragment, Glide { from, to: Vec2::ZERO, began: self.now });
            }
            if matches!(seen.target, HitTarget::Emotion { persona, emotion: Some(_), .. } if ctx.persona == Some(persona))
            {
                let middle = fragment.hit.as_ref().map_or(corner.x, |hit| hit.area.center().x);
                felt.push((middle, if glides { from } else { Vec2::ZERO }));
            }
        }
        (ways, self.bend(ctx, felt))
    }

    /// How lines are bent whose points come from so far.
    fn bend(&self, ctx: &ViewCtx<'_>, felt: Vec<(f32, Vec2)>) -> Option<Bend> {
        let span = lane_spans(ctx.scene).into_iter().find(|span| span.lane == Lane::Emotions)?;
        let leading = ctx.theme.persona(ctx.document.personas.get(ctx.persona?)?.color);
        Bend::through(felt, (span.top, span.bottom), (leading, self.now))
    }

    /// A line as it is bent on its way; `None`: as it is laid out.
    pub fn bent(&self, fragment: &Fragment) -> Option<Fragment> {
        let bend = self.bend.as_ref()?;
        let glide = Glide { from: vec2(1.0, 0.0), to: Vec2::ZERO, began: bend.began };
        bend.bent(fragment, glide.at(self.now).x)
    }

    /// Cards make room: each is on its way to the offset wished for it, all others back to where they stand. Whether
    /// any sets out.
    pub fn part(&mut self, hits: &Hits<'_>, wished: impl Fn(&TouchpointId) -> Option<Point>, motion: Motion) -> bool {
        let mut sets_out = false;
        for seen in hits.all().iter().filter(|seen| seen.card) {
            let HitTarget::Subject(Subject::Touchpoint(_, id)) = seen.target else { continue };
            let to = wished(id).map_or(Vec2::ZERO, |by| vec2(by.x, by.y));
            let before = self.ways.get(&seen.fragment);
            if before.map_or(Vec2::ZERO, |glide| glide.to) == to {
                continue;
            }
            let from = before.map_or(Vec2::ZERO, |glide| glide.at(self.now));
            let began = if motion == Motion::Full { self.now } else { f64::NEG_INFINITY };
            self.ways.insert(seen.fragment, Glide { from, to, began });
            self.ends.clear();
            sets_out = true;
        }
        sets_out
    }

    /// What was carried goes from where it was let go to where it stands.
    pub fn let_go(&mut self, cards: &[u32], by: Vec2, motion: Motion) {
        if motion == Motion::Full {
            let glide = Glide { from: by, to: Vec2::ZERO, began: self.now };
            self.ways.extend(cards.iter().map(|place| (*place, glide)));
        }
    }

    /// How far a fragment is from where it stands, in scene points.
    pub fn offset(&self, fragment: u32) -> Vec2 {
        self.ways.get(&fragment).map_or(Vec2::ZERO, |glide| glide.at(self.now))
    }

    /// How a fragment is to be painted elsewhere than it stands; `None`: where it stands.
    pub fn shift(&self, fragment: u32) -> Option<Shift> {
        if self.ways.is_empty() {
            return None;
        }
        if let Some((from, to)) = self.ends.get(&fragment) {
            let offset = |card: &Option<u32>| card.map_or(Vec2::ZERO, |card| self.offset(card));
            let (from, to) = (offset(from), offset(to));
            return (from != Vec2::ZERO || to != Vec2::ZERO).then_some(Shift::Ends(from, to));
        }
        let offset = self.offset(self.losses.get(&fragment).copied().unwrap_or(fragment));
        (offset != Vec2::ZERO).then_some(Shift::Whole(offset))
    }
}

/// The signs of loss below these cards, each with its card, by their places in the scene.
pub fn losses_below(scene: &Scene, index: &Index, cards: &[u32]) -> Vec<(u32, u32)> {
    let edge = |card: u32| {
        let area = scene.fragments.get(card as usize)?.hit.as_ref()?.area;
        Some((rect(area.x, area.bottom(), area.width, 4.0), card))
    };
    let edges: Vec<(Rect, u32)> = cards.iter().filter_map(|card| edge(*card)).collect();
    let Some(around) = edges.iter().map(|(edge, _)| *edge).reduce(Rect::union) else { return Vec::new() };
    let loss = |place: u32| {
        let fragment = scene.fragments.get(place as usize).filter(|it| it.hit.is_none())?;
        let (shapes, _) = fragment.shapes.as_drawn();
        let fades = matches!(shapes.first(), Some(Shape::Path { fill: Some(Paint::Vertical(..)), .. }));
        let top = fades.then(|| point(fragment.bounds.center().x, fragment.bounds.y))?;
        let (_, card) = edges.iter().find(|(edge, _)| edge.contains(top))?;
        Some((place, *card))
    };
    index.drawn_in(Plane::Body, around).into_iter().filter_map(loss).collect()
}

/// Which cards the transitions in sight hang on.
fn ends(ctx: &ViewCtx<'_>, hits: &Hits<'_>) -> HashMap<u32, (Option<u32>, Option<u32>)> {
    let Some(journey) = ctx.journey else { return HashMap::new() };
    let mut cards: HashMap<&TouchpointId, u32> = HashMap::new();
    for seen in hits.all().iter().filter(|seen| seen.card) {
        if let HitTarget::Subject(Subject::Touchpoint(_, id)) = seen.target {
            cards.insert(id, seen.fragment);
        }
    }
    let ends = |seen: &Seen<'_>| {
        let HitTarget::Subject(Subject::Transition(_, id)) = seen.target else { return None };
        let transition = journey.transitions.get(id)?;
        let card = |id: &TouchpointId| cards.get(id).copied();
        Some((seen.fragment, (card(&transition.from), card(&transition.to))))
    };
    hits.all().iter().filter_map(ends).collect()
}

/// What a fragment is, whatever the picture: the thing, which of its texts comes first, and which of several.
type Key = (String, Option<Subject>, Option<TextField>, usize);

/// Tells fragments of two pictures by what they are.
#[derive(Debug, Default)]
struct Names {
    seen: HashMap<(String, Option<Subject>, Option<TextField>), usize>,
}

impl Names {
    /// A fragment's name and its left top corner; of what does not move by itself none.
    fn of(&mut self, fragment: &Fragment) -> Option<(Key, Vec2)> {
        let hit = fragment.hit.as_ref()?;
        let field = hit.words.first().map(|words| words.spot.field.clone());
        let (kind, subject) = match &hit.target {
            // Ways follow their cards, as curves do their points.
            HitTarget::Subject(Subject::Transition(..) | Subject::Department(_)) | HitTarget::Title => return None,
            HitTarget::Emotion { touchpoint, persona, .. } => (format!("felt {persona}"), Some(touchpoint.clone())),
            HitTarget::StageHeader(stage) => (format!("stage {}", stage.key()), None),
            HitTarget::Subject(subject) => (String::new(), Some(subject.clone())),
            HitTarget::Invite { lane, subject } => (lane.key().to_owned(), Some(subject.clone())),
            HitTarget::LaneName(lane) => (format!("name {}", lane.key()), None),
            HitTarget::Fold(lane) => (format!("fold {}", lane.key()), None),
            HitTarget::Swimlane { channel, .. } => ("swimlane".to_owned(), channel.clone().map(Subject::Channel)),
        };
        let count = self.seen.entry((kind.clone(), subject.clone(), field.clone())).or_insert(0);
        *count += 1;
        Some(((kind, subject, field, *count), vec2(hit.area.x, hit.area.y)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::format::{read, samples};
    use crate::model::Language;
    use crate::scene::{MapOptions, SceneCache, map_scene};
    use crate::ui::canvas::hits::is_card;

    #[test]
    fn a_card_has_no_more_losses_than_its_own() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0];
        let scene = map_scene(&document, &MapOptions::new(journey.id.clone()), &mut SceneCache::default());
        let index = Index::of(&scene);
        let cards: Vec<u32> =
            scene.fragments.drawn().filter(|it| is_card(it.drawn)).map(|it| it.place as u32).collect();
        let below = losses_below(&scene, &index, &cards);
        assert!(below.len() > 1, "the sample loses customers at several touchpoints");
        let losses: BTreeSet<u32> = below.iter().map(|(loss, _)| *loss).collect();
        let lost_at: BTreeSet<u32> = below.iter().map(|(_, card)| *card).collect();
        assert_eq!((losses.len(), lost_at.len()), (below.len(), below.len()), "each card has its own: {below:?}");
        // Asked for one by one it is the same.
        let alone: Vec<(u32, u32)> = cards.iter().flat_map(|card| losses_below(&scene, &index, &[*card])).collect();
        assert_eq!(alone.into_iter().collect::<BTreeSet<_>>(), below.into_iter().collect());
    }

    #[test]
    fn a_way_ends_where_it_leads_to_and_in_time() {
        let glide = Glide { from: vec2(100.0, 0.0), to: Vec2::ZERO, began: 2.0 };
        let places: Vec<f32> = [1.0, 2.0, 2.03, 2.07, 2.14, 9.0].into_iter().map(|now| glide.at(now).x).collect();
        assert_eq!((places[0], places[1], places[4], places[5]), (100.0, 100.0, 0.0, 0.0));
        assert!(places[1] > places[2] && places[2] > places[3] && places[3] > 0.0, "{places:?}");
        assert!(SECONDS <= 0.15 && glide.is_over(2.0 + SECONDS) && !glide.is_over(2.1));
    }
}
