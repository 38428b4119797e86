//! What stops are called in lists, in the interface's language.

use crate::i18n::Texts;
use crate::model::{Document, JourneyId, StopView, TouchpointId};
use crate::present::Slide;

/// The names of all slides.
pub fn names(document: &Document, journey: &JourneyId, slides: &[Slide], texts: &Texts) -> Vec<String> {
    slides.iter().map(|slide| name(document, journey, slide, texts)).collect()
}

/// The name of one: what it shows, and which part of it.
fn name(document: &Document, journey: &JourneyId, slide: &Slide, texts: &Texts) -> String {
    let whole = view_name(document, journey, &slide.view, texts);
    if slide.parts < 2 {
        return whole;
    }
    let part = [("name", whole.into()), ("part", (slide.part + 1).into()), ("parts", slide.parts.into())];
    texts.with("slide-part", &part)
}

/// What a view shows.
pub fn view_name(document: &Document, journey: &JourneyId, view: &StopView, texts: &Texts) -> String {
    match view {
        StopView::Overview => texts.get("slide-overview"),
        StopView::Persona(id) => {
            let persona = document.personas.get(id).map(|persona| persona.name.trim().to_owned());
            or_else(persona, || texts.get("untitled-persona"), texts)
        }
        StopView::Stage(stage) => {
            let own = document.journeys.get(journey).and_then(|it| it.info.stages.get(stage.index()));
            let own = own.map(|info| info.title.trim().to_owned());
            or_else(own, || texts.get(&format!("stage-{}", stage.key())), texts)
        }
        StopView::Touchpoint(id) => touchpoint_name(document, id, texts),
        StopView::Emotions => texts.get("slide-emotions"),
        StopView::Answers => texts.get("slide-answers"),
        StopView::Decisions => texts.get("slide-decisions"),
        StopView::Selection(ids) => match ids.as_slice() {
            [] => texts.get("slide-gone"),
            [one] => touchpoint_name(document, one, texts),
            [first, rest @ ..] => {
                let name = touchpoint_name(document, first, texts);
                texts.with("slide-and-more", &[("name", name.into()), ("count", rest.len().into())])
            }
        },
    }
}

fn touchpoint_name(document: &Document, id: &TouchpointId, texts: &Texts) -> String {
    let title = document.touchpoint(id).map(|(_, touchpoint)| touchpoint.title.trim().to_owned());
    or_else(title, || texts.get("untitled-touchpoint"), texts)
}

/// The thing's own name, what it is called without one, or that it is gone.
fn or_else(name: Option<String>, unnamed: impl Fn() -> String, texts: &Texts) -> String {
    match name {
        Some(name) if name.is_empty() => unnamed(),
        Some(name) => name,
        None => texts.get("slide-gone"),
    }
}
