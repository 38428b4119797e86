//! The map and the figures of the document as it is now, made again only when something they rest on has changed.

use super::figuring::Figuring;
use crate::model::{Document, JourneyId, Lane, PersonaId};
use crate::scene::{Fragments, MapOptions, Scene, SceneCache, ThemeName, map_scene};
use crate::ui::canvas::index::Index;

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
    /// The map.
    pub(super) scene: Scene,
    /// Changes whenever the map does.
    pub(super) stamp: u64,
    /// Finds what is seen of it.
    pub(super) index: Index,
    /// What is computed.
    pub(super) figuring: Figuring,
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
        Self { cache, key: None, stamp: 0, index: Index::of(&scene), scene, figuring: Figuring::default() }
    }

    /// Another document was opened, whose revisions count from the start.
    pub(super) fn forget(&mut self) {
        self.key = None;
        self.figuring.forget();
    }

    /// Makes the map again if it is out of date.
    pub(super) fn refresh(
        &mut self,
        document: &Document,
        revision: u64,
        (journey, persona, opened): (&JourneyId, Option<&PersonaId>, Option<&Lane>),
        theme: ThemeName,
    ) {
        let shown = MapOptions::new(journey.clone());
        let (persona, opened) = (persona.cloned(), opened.cloned());
        let options = MapOptions { theme, persona, opened, invites: true, ..shown };
        let key = Key { revision, options };
        if self.key.as_ref() != Some(&key) {
            // What the new picture does not share with the old one is let go of at once: its room is used again.
            self.scene.fragments = Fragments::default();
            self.scene = map_scene(document, &key.options, &mut self.cache);
            self.index = self.index.after(&self.scene);
            self.stamp += 1;
            self.key = Some(key);
        }
    }

    /// Makes the figures again if they are out of date, after the map; `wake` is called when they come later.
    pub(super) fn figure(
        &mut self,
        document: &Document,
        (revision, journey): (u64, &JourneyId),
        wake: impl FnOnce() + Send + 'static,
    ) {
        self.figuring.refresh(document, (revision, journey), self.cache.grid(), wake);
    }
}
