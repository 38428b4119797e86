//! `tropa new`: a file to start from.

use std::sync::Arc;

use super::args::NewArguments;
use super::console::{Console, Failure};
use super::output::{Force, expected};
use crate::i18n::Texts;
use crate::model::{Document, Journey, JourneyId, JourneyInfo, ProjectInfo, Rank, Stage, Step, StepId};
use crate::storage;
use crate::storage::entropy::SystemIds;

/// The names of the templates.
pub(super) const TEMPLATES: [&str; 1] = ["empty"];

/// Writes a new file.
pub(super) fn run(arguments: &NewArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let _ = console;
    let document = start(arguments.template.as_deref().unwrap_or(TEMPLATES[0]), texts)?;
    let expected = expected(&arguments.output, Force::from(arguments.force), texts)?;
    storage::save(&arguments.output, &document, expected).map_err(|error| Failure::save(&error, texts))?;
    Ok(0)
}

fn start(template: &str, texts: &Texts) -> Result<Document, Failure> {
    if !TEMPLATES.contains(&template) {
        let arguments = [("name", template.to_owned().into()), ("known", TEMPLATES.join(", ").into())];
        return Err(Failure::call(texts.with("cli-error-no-such-template", &arguments)));
    }
    let mut ids = SystemIds;
    let rank = Rank::between(None, None, &mut ids);
    let step = |stage: Stage| Step { id: StepId::random(&mut ids), stage, rank: rank.clone(), title: String::new() };
    let steps = Stage::ALL.map(step).into_iter().collect();
    let mut journey = Journey::new(JourneyId::random(&mut ids), steps);
    let title = texts.get("cli-new-title");
    journey.info = Arc::new(JourneyInfo { rank, title: title.clone(), ..JourneyInfo::default() });
    let info = ProjectInfo { title, language: texts.language(), ..ProjectInfo::default() };
    Ok(Document { info: Arc::new(info), journeys: std::iter::once(journey).collect(), ..Document::default() })
}
