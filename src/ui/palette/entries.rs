//! What the palette offers for what is typed: commands by their names and other words in both languages, then things of the project.

use super::chooser::{Choice, Picture};
use super::fuzzy::{Fit, begins_a_word, fit, in_other_layout};
use crate::i18n::Texts;
use crate::model::{Language, Subject};
use crate::ui::command::{CommandId, keys_words, other_words};
use crate::ui::context::ViewCtx;

/// Things of the project are many: of those that fit only the best are offered.
const MOST_THINGS: usize = 24;
/// What fits this much worse than the best is not offered.
const LEAST_OF_BEST: i32 = 3;

/// Commands that fit this much worse than a thing stand below things.
const FAR_FETCHED: i32 = 2;

/// What a row of the palette leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Goal {
    /// A command of the table.
    Run(CommandId),
    /// A thing of the project.
    Go(Subject),
}

/// The rows for what is typed, and where each leads; where nothing fits, for what it would be in the other layout.
pub(super) fn entries(
    context: &egui::Context,
    ctx: &ViewCtx<'_>,
    typed: &str,
    recent: &[CommandId],
) -> Vec<(Choice, Goal)> {
    if typed.trim().is_empty() {
        return all(context, ctx, recent);
    }
    let rows = fitting(context, ctx, typed);
    if rows.is_empty() { fitting(context, ctx, &in_other_layout(typed)) } else { rows }
}

fn fitting(context: &egui::Context, ctx: &ViewCtx<'_>, typed: &str) -> Vec<(Choice, Goal)> {
    let mut commands: Vec<(i32, Choice, CommandId)> =
        CommandId::ALL.iter().filter_map(|command| found(context, ctx, *command, typed)).collect();
    commands.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let best_command = commands.first().map_or(0, |(score, ..)| *score);
    commands.retain(|(score, ..)| *score * LEAST_OF_BEST >= best_command);
    let mut commands: Vec<(Choice, Goal)> =
        commands.into_iter().map(|(_, choice, command)| (choice, Goal::Run(command))).collect();
    let mut things: Vec<(i32, Choice, Subject)> = things(ctx)
        .filter_map(|(title, subject)| {
            let fit = fit(typed, &title)?;
            let choice = Choice { name: title, places: fit.places, right: kind(ctx, &subject), ..Choice::default() };
            Some((fit.score, choice, subject))
        })
        .collect();
    things.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let best_thing = things.first().map_or(0, |(score, ..)| *score);
    let things = things.into_iter().take(MOST_THINGS).filter(|(score, ..)| *score * LEAST_OF_BEST >= best_thing);
    let mut things: Vec<(Choice, Goal)> = things.map(|(_, choice, subject)| (choice, Goal::Go(subject))).collect();
    head(&mut commands, &ctx.text("palette-commands"));
    head(&mut things, &ctx.text("palette-things"));
    // Commands come first, unless letters strewn over their names are all that fits where a thing is called so.
    let (mut rows, below) =
        if best_command * FAR_FETCHED < best_thing { (things, commands) } else { (commands, things) };
    rows.extend(below);
    rows
}

/// Puts a heading above the first of a group.
fn head(rows: &mut [(Choice, Goal)], heading: &str) {
    if let Some((choice, _)) = rows.first_mut() {
        choice.heading = Some(heading.to_owned());
    }
}

/// Nothing is typed: what was used last, then every command in the order of the menus.
fn all(context: &egui::Context, ctx: &ViewCtx<'_>, recent: &[CommandId]) -> Vec<(Choice, Goal)> {
    let row = |command: &CommandId| (choice(context, ctx, *command), Goal::Run(*command));
    let mut rows: Vec<(Choice, Goal)> = recent.iter().map(row).collect();
    head(&mut rows, &ctx.text("palette-recent"));
    let mut menu = None;
    for command in CommandId::ALL.iter().filter(|command| is_offered(**command) && !recent.contains(command)) {
        let mut row = [row(command)];
        if menu != Some(command.menu()) {
            menu = Some(command.menu());
            head(&mut row, &ctx.text(command.menu().key()));
        }
        rows.extend(row);
    }
    rows
}

/// The palette does not lead to itself.
fn is_offered(command: CommandId) -> bool {
    command != CommandId::Palette
}

/// A command that fits what is typed, by its name in either language or by another word for it, and how well.
fn found(
    context: &egui::Context,
    ctx: &ViewCtx<'_>,
    command: CommandId,
    typed: &str,
) -> Option<(i32, Choice, CommandId)> {
    if !is_offered(command) {
        return None;
    }
    let mut choice = choice(context, ctx, command);
    let off = if choice.off.is_some() { 8 } else { 0 };
    let here = fit(typed, &choice.name);
    let beside = beside_the_name(ctx.language(), command, typed);
    let least = here.as_ref().map_or(i32::MIN, |here| here.score);
    let score = match (here, beside) {
        (_, Some((score, word, places))) if score > least => {
            choice.note = Some((word, places));
            score
        }
        (Some(here), _) => {
            choice.places = here.places;
            here.score
        }
        _ => return None,
    };
    Some((score - off, choice, command))
}

/// What of a command fits beside its name, best first: its name in the other language, or another word for it.
fn beside_the_name(here: Language, command: CommandId, typed: &str) -> Option<(i32, String, Vec<usize>)> {
    let there = match here {
        Language::Ru => Language::En,
        Language::En => Language::Ru,
    };
    let fitting = |less: i32, word: String| {
        let Fit { score, places } = fit(typed, &word)?;
        Some((score - less, word, places))
    };
    let name = fitting(1, Texts::of(there).get(command.name_key()));
    // Another word is not read letter by letter: nobody would see why it fits.
    let words = [here, there].into_iter().flat_map(|language| other_words(command, language));
    let words = words.filter(|word| begins_a_word(typed, word)).filter_map(|word| fitting(2, word));
    name.into_iter().chain(words).max_by_key(|(score, ..)| *score)
}

fn choice(context: &egui::Context, ctx: &ViewCtx<'_>, command: CommandId) -> Choice {
    let off = (!command.enabled(ctx)).then(|| command.why_off(ctx).map(|key| ctx.text(key)).unwrap_or_default());
    Choice {
        name: command.name(ctx),
        right: command.presses().next().map(|shortcut| keys_words(context, &shortcut)).unwrap_or_default(),
        icon: command.icon().map(Picture::Window),
        off,
        ..Choice::default()
    }
}

/// Everything that has a title, by that.
fn things<'a>(ctx: &'a ViewCtx<'_>) -> impl Iterator<Item = (String, Subject)> + 'a {
    let document = ctx.document;
    let journeys = document.journeys_in_order();
    let touchpoints = journeys.clone().into_iter().flat_map(|journey| {
        let subject = |id: &crate::model::TouchpointId| Subject::Touchpoint(journey.id.clone(), id.clone());
        journey.touchpoints.iter().map(move |it| (it.title.clone(), subject(&it.id)))
    });
    let barriers = document.barriers.iter().map(|it| (it.statement.clone(), Subject::Barrier(it.id.clone())));
    let strengths = document.strengths.iter().map(|it| (it.statement.clone(), Subject::Strength(it.id.clone())));
    let opportunities =
        document.opportunities.iter().map(|it| (it.statement.clone(), Subject::Opportunity(it.id.clone())));
    let personas = document.personas_in_order().into_iter();
    let personas = personas.map(|it| (it.name.clone(), Subject::Persona(it.id.clone())));
    let journeys = journeys.into_iter().map(|it| (it.info.title.clone(), Subject::Journey(it.id.clone())));
    let all = touchpoints.chain(barriers).chain(strengths).chain(opportunities).chain(personas).chain(journeys);
    all.filter(|(title, _)| !title.trim().is_empty())
}

fn kind(ctx: &ViewCtx<'_>, subject: &Subject) -> String {
    let key = match subject {
        Subject::Touchpoint(..) => "kind-touchpoint",
        Subject::Barrier(_) => "kind-barrier",
        Subject::Strength(_) => "kind-strength",
        Subject::Opportunity(_) => "kind-opportunity",
        Subject::Persona(_) => "kind-persona",
        _ => "kind-journey",
    };
    ctx.text(key)
}
