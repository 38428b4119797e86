//! The deck and its pictures, made again only when something they rest on has changed.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::i18n::Texts;
use crate::model::{Document, JourneyId, Language, Subject, TouchpointId};
use crate::present::{Slide, StopOptions, deck, stop_scene};
use crate::scene::{HitTarget, Scene, SceneCache};
use crate::ui::present::names::names;

/// Pictures that are kept, so that ways back and to the stages begin at once; the last used ones stay.
const MOST_PICTURES: usize = 64;

/// A state of the document: a journey at a revision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) document: &'a Document,
    pub(super) revision: u64,
    pub(super) journey: &'a JourneyId,
}

/// What a deck rests on.
#[derive(Debug, Clone, PartialEq)]
struct DeckKey {
    revision: u64,
    journey: JourneyId,
    options: StopOptions,
    language: Language,
}

/// What a picture rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PictureKey {
    pub(super) revision: u64,
    pub(super) at: usize,
    pub(super) options: StopOptions,
}

/// The deck of a journey with its pictures.
#[derive(Debug, Default)]
pub(super) struct Slides {
    cache: SceneCache,
    key: Option<DeckKey>,
    /// The slides, hidden ones among them.
    pub(super) deck: Vec<Slide>,
    /// Their names, in the interface's language.
    pub(super) names: Vec<String>,
    pictures: VecDeque<(PictureKey, Arc<Scene>)>,
}

impl Slides {
    /// Another document was opened, whose revisions count from the start.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Makes the deck again if it is out of date, and returns the one before it then.
    pub(super) fn refresh(
        &mut self,
        source: Source<'_>,
        options: &StopOptions,
        language: Language,
    ) -> Option<Vec<Slide>> {
        // Neither colours nor what is dimmed decide which stops there are.
        let plain = StopOptions { size: options.size, text_scale: options.text_scale, ..StopOptions::new() };
        let Source { document, revision, journey } = source;
        let key = DeckKey { revision, journey: journey.clone(), options: plain, language };
        if self.key.as_ref() == Some(&key) {
            return None;
        }
        let slides = deck(document, journey, &key.options, &mut self.cache);
        self.names = names(document, journey, &slides, Texts::of(language));
        if self.key.as_ref().is_none_or(|before| before.revision != revision || before.journey != *journey) {
            self.pictures.clear();
        }
        self.key = Some(key);
        Some(std::mem::replace(&mut self.deck, slides))
    }

    /// The picture of a slide.
    pub(super) fn picture(&mut self, source: Source<'_>, at: usize, options: &StopOptions) -> Option<Arc<Scene>> {
        let key = PictureKey { revision: source.revision, at, options: options.clone() };
        let known = self.pictures.iter().position(|(known, _)| *known == key);
        if let Some(known) = known.and_then(|known| self.pictures.remove(known)) {
            let scene = Arc::clone(&known.1);
            self.pictures.push_front(known);
            return Some(scene);
        }
        let slide = self.deck.get(at)?;
        let scene = Arc::new(stop_scene(source.document, source.journey, slide, options, &mut self.cache));
        self.pictures.push_front((key, Arc::clone(&scene)));
        self.pictures.truncate(MOST_PICTURES);
        Some(scene)
    }
}

/// The touchpoints of a picture, in its order, each once.
pub(super) fn touchpoints_of(scene: &Scene) -> Vec<TouchpointId> {
    let mut found: Vec<TouchpointId> = Vec::new();
    for fragment in &scene.fragments {
        let Some(hit) = &fragment.hit else { continue };
        if let HitTarget::Subject(Subject::Touchpoint(_, id)) = &hit.target
            && !found.contains(id)
        {
            found.push(id.clone());
        }
    }
    found
}
