//! Wrong calls in words: what clap found, said in the language of the messages.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Wanted;
use crate::export::SCALES;
use crate::i18n::number::short_number;
use crate::i18n::{FluentValue, Texts};

/// What is wrong with the call, how it should look, and where more is to be read.
pub(super) fn words(error: &clap::Error, texts: &Texts) -> String {
    let mut lines = vec![texts.with("cli-error", &[("message", message(error, texts).into())])];
    if let Some(nearest) = nearest(error) {
        lines.push(texts.with("cli-wrong-nearest", &[("nearest", nearest.into())]));
    }
    if let Some(usage) = error.get(ContextKind::Usage).map(ToString::to_string) {
        // Clap begins it with its own heading, in English.
        let usage = usage.trim().trim_start_matches("Usage:").trim_start().to_owned();
        lines.push(String::new());
        lines.push(format!("{} {usage}", texts.get("cli-heading-usage")));
    }
    lines.push(texts.get("cli-wrong-more"));
    lines.join("\n")
}

fn message(error: &clap::Error, texts: &Texts) -> String {
    let of = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = || FluentValue::from(of(ContextKind::InvalidArg));
    let value = || FluentValue::from(of(ContextKind::InvalidValue));
    let with_value = |key: &str, known: FluentValue<'_>| {
        texts.with(key, &[("argument", argument()), ("value", value()), ("known", known)])
    };
    match error.kind() {
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            texts.with("cli-wrong-no-value", &[("argument", argument())])
        }
        ErrorKind::InvalidValue => with_value("cli-wrong-value-known", of(ContextKind::ValidValue).into()),
        ErrorKind::ValueValidation => match error.source().and_then(|source| source.downcast_ref::<Wanted>()) {
            Some(Wanted::OneOf(known)) => with_value("cli-wrong-value-known", known.as_str().into()),
            Some(Wanted::Scale) => {
                let figure = |scale: f32| short_number(f64::from(scale), 1, texts.language());
                let arguments = [
                    ("argument", argument()),
                    ("value", value()),
                    ("least", figure(*SCALES.start()).into()),
                    ("most", figure(*SCALES.end()).into()),
                ];
                texts.with("cli-wrong-scale", &arguments)
            }
            None => with_value("cli-wrong-value", "".into()),
        },
        ErrorKind::UnknownArgument => texts.with("cli-wrong-unknown", &[("argument", argument())]),
        ErrorKind::InvalidSubcommand => {
            let name = of(ContextKind::InvalidSubcommand);
            texts.with("cli-error-no-such-command", &[("name", name.into())])
        }
        ErrorKind::MissingRequiredArgument => texts.with("cli-wrong-missing", &[("argument", argument())]),
        ErrorKind::ArgumentConflict => {
            let prior = of(ContextKind::PriorArg);
            if prior.is_empty() || prior == of(ContextKind::InvalidArg) {
                return texts.with("cli-wrong-twice", &[("argument", argument())]);
            }
            texts.with("cli-wrong-conflict", &[("argument", argument()), ("prior", prior.into())])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            texts.with("cli-wrong-count", &[("argument", argument())])
        }
        ErrorKind::InvalidUtf8 => texts.get("cli-wrong-utf8"),
        _ => texts.get("cli-wrong-other"),
    }
}

/// What was probably meant.
fn nearest(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    kinds.into_iter().find_map(|kind| match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(several) => several.first().cloned(),
        _ => None,
    })
}
