//! `tropa new`: a file to start from, made of a template.

use super::args::NewArguments;
use super::console::Failure;
use super::output::{Force, expected};
use crate::format::{self, samples};
use crate::i18n::Texts;
use crate::model::{Document, Language};
use crate::storage;

/// The template where none is named.
const USUAL: &str = "empty";

/// The names of the templates, each once.
pub(super) fn template_names() -> String {
    let russian = samples::templates().iter().filter(|(_, language, _)| *language == Language::Ru);
    russian.map(|(name, _, _)| *name).collect::<Vec<_>>().join(", ")
}

/// Writes a new file in the language of the messages.
pub(super) fn run(arguments: &NewArguments, texts: &Texts) -> Result<u8, Failure> {
    let document = template(arguments.template.as_deref().unwrap_or(USUAL), texts)?;
    let expected = expected(&arguments.output, Force::from(arguments.force), texts)?;
    storage::save(&arguments.output, &document, expected).map_err(|error| Failure::save(&error, texts))?;
    Ok(0)
}

fn template(name: &str, texts: &Texts) -> Result<Document, Failure> {
    let of_language = |language: Language| language == texts.language();
    let found = samples::templates().iter().find(|(known, language, _)| *known == name && of_language(*language));
    let Some((_, _, bytes)) = found else {
        let arguments = [("name", name.to_owned().into()), ("known", template_names().into())];
        return Err(Failure::call(texts.with("cli-error-no-such-template", &arguments)));
    };
    let opened = format::read(bytes).map_err(|error| Failure::input(format::describe(&error, name, texts)))?;
    Ok(opened.document)
}
