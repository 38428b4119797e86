//! `--help` in both languages: words from `cli.ftl`, put into clap's commands by the arguments' names.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use super::args::{HelpArguments, lane_names};
use super::console::{Console, Failure};
use super::new::template_names;
use crate::format::suggest;
use crate::i18n::Texts;
use crate::model::Language;

/// The language that `--lang` names, wherever it stands: it is needed before anything is parsed.
pub(super) fn language_asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let tag = match argument.strip_prefix("--lang") {
            Some("") => arguments.next()?,
            Some(rest) => rest.strip_prefix('=').unwrap_or_default(),
            None if argument == "--" => return None,
            None => continue,
        };
        return Language::ALL.into_iter().find(|language| language.tag() == tag);
    }
    None
}

/// The command with the words of one language.
pub(super) fn localized(command: Command, texts: &'static Texts) -> Command {
    let flags = [
        Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true),
        Arg::new("version").short('V').long("version").action(ArgAction::Version),
    ];
    let command = with_words(command, "tropa", texts).args(flags.map(|flag| with_help(flag, "tropa", texts)));
    command.subcommand_help_heading(texts.get("cli-heading-commands")).mut_subcommands(|subcommand| {
        let name = subcommand.get_name().to_owned();
        with_words(subcommand, &name, texts)
    })
}

/// Prints the help on a command, or on all of it.
pub(super) fn run(
    arguments: &HelpArguments,
    command: &mut Command,
    console: &mut Console<'_>,
    texts: &Texts,
) -> Result<u8, Failure> {
    // Only what is built knows its full name, "tropa export".
    command.build();
    let help = match &arguments.topic {
        None => command.render_help(),
        Some(topic) => match command.find_subcommand_mut(topic) {
            Some(found) => found.render_help(),
            None => return Err(no_such_command("cli-error-no-such-command", topic, command, texts)),
        },
    };
    writeln!(console.out, "{}", help.to_string().trim_end())?;
    Ok(0)
}

/// There is no such command; the nearest one, or all of them, are named.
pub(super) fn no_such_command(key: &str, name: &str, command: &Command, texts: &Texts) -> Failure {
    let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let message = texts.with(key, &[("name", name.into())]);
    let hint = match suggest::nearest(name, &known) {
        Some(nearest) => texts.with("cli-wrong-nearest", &[("nearest", format!("tropa {nearest}").into())]),
        None => texts.with("cli-wrong-commands", &[("known", known.join(", ").into())]),
    };
    Failure::call(format!("{message}\n{hint}"))
}

fn with_words(command: Command, name: &str, texts: &'static Texts) -> Command {
    let usage = texts.get("cli-heading-usage");
    command
        .about(texts.get(&format!("cli-about-{name}")))
        .after_help(texts.get(&format!("cli-examples-{name}")))
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .mut_args(|argument| with_help(argument, name, texts))
}

/// The argument's own words for this command, else those that it has in all.
fn with_help(argument: Arg, command: &str, texts: &'static Texts) -> Arg {
    let own = format!("cli-arg-{command}-{}", argument.get_id());
    let key = if texts.has(&own) { own } else { format!("cli-arg-{}", argument.get_id()) };
    let heading = if argument.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
    let lists = [("lanes", lane_names().into()), ("templates", template_names().into())];
    argument.help(texts.with(&key, &lists)).help_heading(texts.get(heading))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::args::Arguments;
    use super::*;

    #[test]
    fn every_argument_has_words_in_both_languages() {
        for language in Language::ALL {
            let mut command = localized(Arguments::command(), Texts::of(language));
            let mut helps = vec![command.render_long_help().to_string()];
            helps.extend(command.get_subcommands_mut().map(|command| command.render_long_help().to_string()));
            for help in helps {
                assert!(!help.contains("cli-"), "{help}");
                assert_eq!(language == Language::Ru, help.contains("Примеры"), "{help}");
            }
            command.debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_before_parsing() {
        let check = |arguments: &[&str], expect: Option<Language>| {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            assert_eq!(language_asked_for(&arguments), expect, "{arguments:?}");
        };
        check(&["tropa", "--lang", "ru", "check"], Some(Language::Ru));
        check(&["tropa", "check", "x", "--lang=en"], Some(Language::En));
        check(&["tropa", "--lang", "de"], None);
        check(&["tropa", "--", "--lang", "ru"], None);
        check(&["--lang=ru"], None);
    }
}
