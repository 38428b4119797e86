//! The map and the figures of the document as it is now, made again only when something they rest on has changed.

use std::sync::Arc;

use crate::analysis::flow::flow;
use crate::model::{Document, Journey, JourneyId, PersonaId, Touchpoint, columns, validate};
use crate::scene::{MapOptions, Scene, SceneCache, ThemeName, map_scene};
use crate::ui::canvas::index::Index;
use crate::ui::context::Figures;

/// What is shown of which state of the document.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    revision: u64,
    options: MapOptions,
}

/// The map and the figures.
#[derive(Debug)]
pub(super) struct Scenes {
    cache: SceneCache,
    key: Option<Key>,
    figures_of: Option<(u64, JourneyId)>,
    /// The map.
    pub(super) scene: Scene,
    /// How many maps have been made so far.
    pub(super) drawn: u64,
    /// Finds what is seen of it.
    pub(super) index: Index,
    /// What is computed.
    pub(super) figures: Figures,
}

impl Scenes {
    /// Nothing is shown yet.
    pub(super) fn new() -> Self {
        let mut cache = SceneCache::default();
        let nowhere = JourneyId::parse("j-0").map(MapOptions::new);
        let scene = match nowhere {
            Ok(options) => map_scene(&Document::default(), &options, &mut cache),
            Err(_) => unreachable!("the id is well formed"),
        };
        let index = Index::of(&scene);
        Self { cache, key: None, figures_of: None, index, scene, drawn: 0, figures: Figures::default() }
    }

    /// Another document was opened, whose revisions count from the start.
    pub(super) fn forget(&mut self) {
        self.key = None;
        self.figures_of = None;
    }

    /// Makes map and figures again if they are out of date.
    pub(super) fn refresh(
        &mut self,
        document: &Document,
        revision: u64,
        (journey, persona): (&JourneyId, Option<&PersonaId>),
        theme: ThemeName,
    ) {
        let options =
            MapOptions { theme, persona: persona.cloned(), invites: true, ..MapOptions::new(journey.clone()) };
        let key = Key { revision, options };
        if self.key.as_ref() != Some(&key) {
            self.scene = map_scene(document, &key.options, &mut self.cache);
            self.index = Index::of(&self.scene);
            self.drawn += 1;
            self.key = Some(key);
        }
        let figures_of = (revision, journey.clone());
        if self.figures_of.as_ref() != Some(&figures_of) {
            self.figures = document.journeys.get(journey).map(|it| figures(document, it)).unwrap_or_default();
            self.figures_of = Some(figures_of);
        }
    }
}

fn figures(document: &Document, journey: &Journey) -> Figures {
    let conversion = flow(journey).ok().map(|flow| (flow.conversion, flow.assumption));
    let mut stages: [Vec<Arc<Touchpoint>>; 5] = Default::default();
    for column in columns(journey) {
        if let Some(stage) = stages.get_mut(column.stage.index()) {
            stage.extend(column.touchpoints);
        }
    }
    Figures {
        problems: validate(document),
        stages,
        touchpoints: journey.touchpoints.len(),
        barriers: document.barriers.iter().filter(|barrier| barrier.concerns(journey)).count(),
        conversion,
    }
}
