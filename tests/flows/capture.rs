//! A persona and a journey of twenty touchpoints by the keyboard alone, in both languages and their layouts: what comes
//! of it, and how many keys it takes.

use crate::driver::typist::Typist;
use crate::driver::{Driver, Setup};
use egui::{Key, Modifiers};
use tropa::format::samples;
use tropa::model::{Journey, Language, Stage, Subject, TouchpointId};

const BOTH: [Language; 2] = [Language::Ru, Language::En];

/// A touchpoint of the journey that is captured.
#[derive(Clone, Copy)]
struct Line {
    stage: Stage,
    title: &'static str,
    emotion: i8,
    barrier: Option<&'static str>,
    /// An alternative below it.
    branch: Option<(&'static str, i8)>,
}

const fn line(stage: Stage, title: &'static str, emotion: i8) -> Line {
    Line { stage, title, emotion, barrier: None, branch: None }
}

const fn with_barrier(line: Line, barrier: &'static str) -> Line {
    Line { barrier: Some(barrier), ..line }
}

const fn with_branch(line: Line, title: &'static str, emotion: i8) -> Line {
    Line { branch: Some((title, emotion)), ..line }
}

fn persona(language: Language) -> &'static str {
    match language {
        Language::Ru => "Ирина, 34",
        Language::En => "Irene, 34",
    }
}

fn lines(language: Language) -> Vec<Line> {
    use Stage::{Attention, Contact, Engagement, Impression, Interest};
    let say = |russian, english| match language {
        Language::Ru => russian,
        Language::En => english,
    };
    vec![
        line(Attention, say("Видит рекламу в лифте", "Sees an ad in the lift"), 0),
        line(Attention, say("Слышит от соседки", "Hears from a neighbour"), 2),
        with_barrier(
            line(Interest, say("Ищет клинику на картах", "Looks for clinics on maps"), 1),
            say("Часы работы устарели", "Opening hours are outdated"),
        ),
        with_branch(
            line(Interest, say("Читает отзывы", "Reads reviews"), -1),
            say("Спрашивает в чате дома", "Asks in the house chat"),
            2,
        ),
        line(Interest, say("Смотрит цены на сайте", "Looks up prices online"), -2),
        with_barrier(
            line(Contact, say("Звонит в регистратуру", "Calls the front desk"), -3),
            say("Долго не берут трубку", "Nobody picks up for long"),
        ),
        with_branch(
            line(Contact, say("Ждёт ответа оператора", "Waits for an operator"), -4),
            say("Записывается в приложении", "Books in the app"),
            4,
        ),
        line(Contact, say("Получает напоминание", "Gets a reminder"), 3),
        with_barrier(
            line(Contact, say("Ищет вход и парковку", "Looks for the entrance"), -2),
            say("Нет указателей во дворе", "No signs in the yard"),
        ),
        line(Contact, say("Отдаёт паспорт", "Hands over the passport"), 0),
        with_barrier(
            line(Contact, say("Сидит в очереди", "Sits in the queue"), -4),
            say("Приём задерживают на полчаса", "Visits run half an hour late"),
        ),
        line(Impression, say("Рассказывает врачу", "Tells the doctor"), 3),
        line(Impression, say("Слышит понятный план", "Hears a clear plan"), 5),
        line(Impression, say("Платит на кассе", "Pays at the till"), -1),
        with_barrier(
            line(Impression, say("Забирает анализы", "Collects the tests"), 1),
            say("Результаты только на бумаге", "Results come on paper only"),
        ),
        line(Engagement, say("Получает письмо с итогами", "Gets a summary by mail"), 3),
        line(Engagement, say("Записывается повторно", "Books again"), 4),
        line(Engagement, say("Советует подруге", "Tells a friend"), 5),
    ]
}

/// The window on the empty map, as `tropa new` writes it.
fn empty_map(language: Language) -> (Typist, tempfile::TempDir) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("map.ron");
    let is_it = |(name, of, _): &&(&str, Language, &[u8])| *name == "empty" && *of == language;
    let (_, _, bytes) = samples::templates().iter().find(is_it).expect("the empty template");
    std::fs::write(&path, bytes).expect("written");
    (Typist::new(Driver::new(Setup { language, file: Some(path), ..Setup::default() })), directory)
}

/// A digit for an emotion.
fn feel(typist: &mut Typist, emotion: i8) {
    const DIGITS: [Key; 6] = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    typist.place(emotion < 0, DIGITS[usize::from(emotion.unsigned_abs())]);
}

/// Writes the persona and the journey.
fn capture(typist: &mut Typist, (language, lines): (Language, &[Line])) {
    typist.place(true, Key::P);
    typist.write(persona(language));
    typist.key(Key::Enter);
    let mut stage = Stage::Attention;
    for line in lines {
        typist.key(Key::Enter);
        typist.write(line.title);
        while stage < line.stage {
            typist.chord(Modifiers::COMMAND, Key::CloseBracket);
            stage = Stage::ALL[stage.index() + 1];
        }
        typist.key(Key::Enter);
        feel(typist, line.emotion);
        if let Some(barrier) = line.barrier {
            typist.place(false, Key::B);
            typist.write(barrier);
            typist.key(Key::Enter);
        }
        if let Some((title, emotion)) = line.branch {
            typist.chord(Modifiers::COMMAND, Key::Enter);
            typist.write(title);
            typist.key(Key::Enter);
            feel(typist, emotion);
            typist.key(Key::ArrowUp);
        }
    }
}

fn by_title(journey: &Journey, title: &str) -> TouchpointId {
    let found = journey.touchpoints.iter().find(|it| it.title == title);
    found.unwrap_or_else(|| panic!("no {title:?}")).id.clone()
}

#[test]
fn a_journey_of_twenty_touchpoints_is_written_by_keys_alone() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        capture(&mut typist, (language, &lines(language)));
        let (document, journey) = (typist.driver.document(), typist.driver.journey());
        let titles: Vec<&str> = journey.touchpoints.iter().map(|it| it.title.as_str()).collect();
        let barriers: Vec<&str> = document.barriers.iter().map(|it| it.statement.as_str()).collect();
        assert_eq!((titles.len(), barriers.len()), (20, 5), "{titles:?} {barriers:?}");
        let leading = document.personas.iter().find(|it| it.name == persona(language)).expect("the persona");
        let emotion_of = |id: &TouchpointId| {
            journey.touchpoints.get(id).and_then(|it| it.feeling(&leading.id)).and_then(|feeling| feeling.emotion)
        };
        let mut before: Option<TouchpointId> = None;
        for line in lines(language) {
            let id = by_title(journey, line.title);
            let touchpoint = journey.touchpoints.get(&id).expect("there");
            assert_eq!(journey.stage_of(touchpoint), Some(line.stage), "{}", line.title);
            assert_eq!(
                emotion_of(&id).map(tropa::model::Emotion::halves),
                Some(2 * i32::from(line.emotion)),
                "{}",
                line.title
            );
            let barriers: Vec<&str> = document
                .barriers
                .iter()
                .filter(|barrier| barrier.touchpoints.contains(&id))
                .map(|barrier| barrier.statement.as_str())
                .collect();
            assert_eq!(barriers, Vec::from_iter(line.barrier), "{}", line.title);
            if let Some(before) = &before {
                assert!(typist.driver.leads(before, &id), "no way to {}", line.title);
            }
            if let Some((title, emotion)) = line.branch {
                let branch = by_title(journey, title);
                assert!(
                    before.as_ref().is_some_and(|before| typist.driver.leads(before, &branch)),
                    "no way to {title}"
                );
                assert_eq!(
                    emotion_of(&branch).map(tropa::model::Emotion::halves),
                    Some(2 * i32::from(emotion)),
                    "{title}"
                );
            }
            before = Some(id);
        }
        let (presses, letters) = (typist.presses as f64, typist.letters as f64);
        let goal = 1.2 * letters + 8.0 * 20.0;
        assert!(presses <= goal, "{presses} keys for {letters} letters, {goal} at most");
    }
}

#[test]
fn nothing_is_lost_of_what_is_typed_faster_than_the_window_draws() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        let lines = &lines(language)[..4];
        typist.hurry();
        capture(&mut typist, (language, lines));
        typist.let_draw(400);
        let (document, journey) = (typist.driver.document(), typist.driver.journey());
        let leading = document.personas.iter().find(|it| it.name == persona(language)).expect("the persona");
        let barriers: Vec<&str> = document.barriers.iter().map(|it| it.statement.as_str()).collect();
        assert_eq!(barriers, lines.iter().filter_map(|line| line.barrier).collect::<Vec<_>>());
        let branches = lines.iter().filter_map(|line| line.branch);
        let written: Vec<_> = lines.iter().map(|line| (line.title, line.emotion)).chain(branches).collect();
        assert_eq!(journey.touchpoints.len(), written.len());
        for (title, emotion) in written {
            let touchpoint = journey.touchpoints.get(&by_title(journey, title)).expect("there");
            let felt = touchpoint.feeling(&leading.id).and_then(|feeling| feeling.emotion);
            assert_eq!(felt.map(tropa::model::Emotion::halves), Some(2 * i32::from(emotion)), "{title}");
        }
    }
}

#[test]
fn thoughts_are_written_where_nobody_has_any_yet() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        let first = &lines(language)[..1];
        capture(&mut typist, (language, first));
        let id = by_title(typist.driver.journey(), first[0].title);
        let card = Subject::Touchpoint(typist.driver.journey().id.clone(), id.clone());
        let write = |typist: &mut Typist, text: &str| {
            typist.driver.select_on_map(&card);
            typist.place(false, Key::Q);
            typist.write(text);
            typist.key(Key::Enter);
        };
        // There is no lane for thoughts yet.
        write(&mut typist, "Too dear");
        typist.place(true, Key::P);
        typist.write("Vera");
        typist.key(Key::Enter);
        // Somebody else thinks something there already.
        write(&mut typist, "Just right");
        let touchpoint = typist.driver.journey().touchpoints.get(&id).expect("there");
        let mut quotes: Vec<&str> = touchpoint.feelings.iter().map(|feeling| feeling.quote.as_str()).collect();
        quotes.sort_unstable();
        assert_eq!((touchpoint.title.as_str(), quotes), (first[0].title, vec!["Just right", "Too dear"]));
    }
}

#[test]
fn adding_naming_and_moving_on_is_one_entry_of_the_history() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        typist.key(Key::Enter);
        typist.write("Первая");
        typist.key(Key::Enter);
        typist.key(Key::Enter);
        typist.write("Вторая");
        typist.chord(Modifiers::COMMAND, Key::CloseBracket);
        typist.write(" точка");
        typist.key(Key::Enter);
        let journey = typist.driver.journey();
        let second = journey.touchpoints.get(&by_title(journey, "Вторая точка")).expect("there");
        assert_eq!(journey.stage_of(second), Some(Stage::Interest));
        typist.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(typist.driver.touchpoint_count(), 1);
        // Esc takes back what has been begun, wherever it has gone meanwhile, and the way on starts where it did.
        typist.key(Key::Tab);
        let before = typist.driver.document().clone();
        typist.key(Key::Enter);
        typist.chord(Modifiers::COMMAND, Key::CloseBracket);
        typist.key(Key::Escape);
        assert_eq!(typist.driver.document(), &before);
        assert_eq!(typist.driver.selected(), [by_title(typist.driver.journey(), "Первая")]);
    }
}

#[test]
fn a_key_that_opens_a_field_does_not_write_into_it_and_what_follows_at_once_does() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        typist.key(Key::Enter);
        typist.write("A");
        typist.key(Key::Enter);
        typist.place(false, Key::B);
        typist.key(Key::Enter);
        assert_eq!(typist.driver.document().barriers.iter().next().expect("a barrier").statement, "");
        // Enter, a title, Enter, Enter and the next title, all within one frame.
        let enter = |pressed| egui::Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let text = |text: &str| egui::Event::Text(text.to_owned());
        let mut all = Vec::new();
        for typed in ["", "b2", "", "3"] {
            all.extend(typed.chars().map(|letter| text(&letter.to_string())));
            all.extend([enter(true), enter(false)]);
        }
        typist.driver.events(all);
        let titles: Vec<&str> = typist.driver.journey().touchpoints.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles.len(), 3, "{titles:?}");
        let (first, second, third) = {
            let journey = typist.driver.journey();
            (by_title(journey, "A"), by_title(journey, "b2"), by_title(journey, "3"))
        };
        assert!(typist.driver.leads(&first, &second) && typist.driver.leads(&second, &third));
        assert_eq!(typist.driver.document().barriers.len(), 1, "letters of a title are no commands");
    }
}

#[test]
fn escape_keeps_what_was_typed_for_something_new_and_takes_away_what_is_empty() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        let before = typist.driver.document().clone();
        typist.key(Key::Enter);
        typist.key(Key::Escape);
        assert_eq!(typist.driver.document(), &before, "nothing was typed");
        typist.key(Key::Enter);
        typist.write("First");
        typist.key(Key::Escape);
        let first = by_title(typist.driver.journey(), "First");
        assert_eq!(typist.driver.selected(), std::slice::from_ref(&first), "the way goes on from it");
        typist.place(false, Key::B);
        typist.write("Slow");
        typist.key(Key::Escape);
        assert_eq!(typist.driver.document().barriers.iter().next().expect("a barrier").statement, "Slow");
        // In a text that was there before, Esc restores it.
        typist.driver.click_card("First");
        typist.key(Key::F2);
        typist.write("Other");
        typist.key(Key::Escape);
        assert_eq!(typist.driver.titles(), ["First"]);
        typist.chord(Modifiers::COMMAND, Key::Z);
        typist.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(typist.driver.document(), &before, "each is one entry of the history");
    }
}

#[test]
fn an_emotion_that_is_not_known_is_set_by_a_digit_before_it_is_named() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        typist.place(true, Key::P);
        typist.write(persona(language));
        typist.key(Key::Enter);
        typist.key(Key::Enter);
        typist.write("First");
        typist.key(Key::Enter);
        let before = typist.driver.document().clone();
        typist.place(false, Key::W);
        assert!(typist.driver.asks("names-hint"));
        // Letters are no commands meanwhile: no barrier, no mark, no card.
        for key in [Key::B, Key::M, Key::G] {
            typist.place(false, key);
        }
        typist.key(Key::Enter);
        assert!(typist.driver.asks("names-hint") && typist.driver.document() == &before);
        typist.key(Key::Escape);
        assert!(!typist.driver.asks("names-hint"));
        typist.place(false, Key::W);
        typist.place(true, Key::Num4);
        typist.write("angry");
        typist.key(Key::Enter);
        let journey = typist.driver.journey();
        let touchpoint = journey.touchpoints.get(&by_title(journey, "First")).expect("there");
        let felt = &touchpoint.feelings[0];
        assert_eq!((felt.emotion.map(tropa::model::Emotion::halves), felt.word.as_str()), (Some(-8), "angry"));
        // Now that it is known the word alone is written, and the map is as large as before, with its card in sight.
        typist.chord(Modifiers::COMMAND, Key::Num1);
        let zoom = typist.driver.zoom();
        typist.place(false, Key::W);
        assert!(typist.driver.is_writing() && !typist.driver.asks("names-hint"));
        assert_eq!(typist.driver.zoom(), zoom);
    }
}

#[test]
fn a_digit_says_how_bad_the_selected_barriers_are() {
    for language in BOTH {
        let (mut typist, _directory) = empty_map(language);
        typist.key(Key::Enter);
        typist.write("First");
        typist.key(Key::Enter);
        typist.place(false, Key::B);
        typist.write("Slow");
        typist.key(Key::Enter);
        let barrier = typist.driver.document().barriers.iter().next().expect("a barrier").id.clone();
        let severity = |typist: &Typist| typist.driver.document().barriers.get(&barrier).expect("there").severity;
        typist.driver.select_on_map(&Subject::Barrier(barrier.clone()));
        typist.place(false, Key::Num4);
        assert_eq!(severity(&typist), Some(4));
        typist.place(false, Key::Num2);
        assert_eq!(severity(&typist), Some(2));
        typist.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(severity(&typist), Some(4));
        typist.key(Key::F1);
        let row = format!("1 … 5: {}", typist.driver.word("shortcuts-severity"));
        assert!(typist.driver.sees(&row), "{row}");
    }
}
