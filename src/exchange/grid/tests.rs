//! Tables as people paste them, and what they make.

use std::collections::BTreeMap;

use super::table::Separator;
use super::*;
use crate::i18n::Texts;
use crate::model::{CellValue, Emotion, Language, Persona, PersonaId, SeededIds, Stage, touchpoints_in_order};

fn nobody(language: Language) -> Known<'static> {
    Known { stages: vec![String::new(); 5], last_stage: Stage::Attention, personas: Vec::new(), language }
}

fn read(text: &str) -> (Table, Mapping, Plan) {
    let table = Table::read(text, Separator::Tab);
    let known = nobody(Language::En);
    let mapping = Mapping::guess(&table, &known);
    let plan = plan(&table, &mapping, &known, &mut SeededIds::new(1));
    (table, mapping, plan)
}

/// "stage/step title: −3 word | action | channel", one a line, in the order of the map.
fn told(plan: &Plan) -> Vec<String> {
    let document = &plan.piece.document;
    let journey = plan.piece.journey().unwrap();
    touchpoints_in_order(journey)
        .into_iter()
        .map(|it| {
            let step = journey.steps.get(&it.step).unwrap();
            let place = [step.stage.key(), &step.title].into_iter().filter(|it| !it.is_empty());
            let mut said = format!("{} · {}", place.collect::<Vec<_>>().join("/"), it.title);
            for feeling in &it.feelings {
                let points = feeling.emotion.map(|it| it.to_string()).unwrap_or_default();
                let name = &document.personas.get(&feeling.persona).unwrap().name;
                said.push_str(
                    &format!(" · {name} {points} {}{}", feeling.word, feeling.quote).trim_end().replace("  ", " "),
                );
            }
            let channel = it.channel.as_ref().and_then(|id| document.channels.get(id));
            let words = [it.action.as_str(), it.need.as_str(), channel.map_or("", |it| it.name.as_str())];
            for word in words.into_iter().filter(|it| !it.is_empty()) {
                said = format!("{said} · {}", word.replace('\n', "/"));
            }
            said
        })
        .collect()
}

/// Statements with how many touchpoints each is met at.
fn barriers(plan: &Plan) -> BTreeMap<&str, usize> {
    plan.piece.document.barriers.iter().map(|it| (it.statement.as_str(), it.touchpoints.len())).collect()
}

fn notes(plan: &Plan, language: Language) -> Vec<String> {
    plan.notes.iter().map(|note| note.describe(Texts::of(language))).collect()
}

#[test]
fn a_russian_map_of_lanes_from_excel() {
    let text = "Этап\tПривлечение внимания\tИнтерес\tКонтакт\r\n\
        Точки касания\t\"Видит вывеску\nИщет на картах\"\tЧитает меню\tЗаказывает\r\n\
        Что делает клиент\t\tСравнивает цены\tСтоит в очереди\r\n\
        Эмоции\t\"1\n2\"\t0,5\t−3,5 злость\r\n\
        Барьеры\t\tЦены не совпадают\tОчередь\r\n\
        Каналы\t\"улица\nкарты\"\tсайт\tкасса\r\n\
        Цели этапа\tУзнать о нас\t\t\r\n\
        NPS\t\t\t31\r\n\t\t\t\r\n";
    let (_, mapping, plan) = read(text);
    assert_eq!(mapping.layout, Layout::Lanes);
    assert_eq!(
        told(&plan),
        [
            "attention · Видит вывеску · Customer 1.0 · улица",
            "attention · Ищет на картах · Customer 2.0 · карты",
            "interest · Читает меню · Customer 0.5 · Сравнивает цены · сайт",
            "contact · Заказывает · Customer -3.5 злость · Стоит в очереди · касса",
        ]
    );
    assert_eq!(barriers(&plan), [("Очередь", 1), ("Цены не совпадают", 1)].into());
    let journey = plan.piece.journey().unwrap();
    assert_eq!(journey.info.stages[0].goal, "Узнать о нас");
    assert_eq!((journey.transitions.len(), journey.custom_lanes.len()), (3, 1));
    let last = touchpoints_in_order(journey)[3];
    assert_eq!(last.cells[0].value, CellValue::Text("31".to_owned()));
    assert_eq!(notes(&plan, Language::En), Vec::<String>::new());
}

#[test]
fn an_english_map_of_lanes_with_stages_of_another_school() {
    let text = "\tAwareness\tConsideration\t\tPurchase\n\
        Actions\tSees an ad\tCompares\tReads reviews\tPays\n\
        Thinking\t\t\"\"\"Is it safe?\"\"\"\t\t\n\
        Emotion\tgood\t7\t3.3\t-2\n\
        Pain points\t\t\"No prices\nNo reviews\"\t\tNo prices\n";
    let (_, mapping, plan) = read(text);
    assert_eq!(
        mapping.parts.iter().map(|it| it.stage).collect::<Vec<_>>(),
        [Some(Stage::Attention), Some(Stage::Interest), Some(Stage::Engagement),]
    );
    // Nothing is called touchpoints: actions are. A blank title goes on with the stage before.
    assert_eq!(
        told(&plan),
        [
            "attention/Awareness · Sees an ad · Customer good",
            "interest/Consideration · Compares · Customer 5.0 \"Is it safe?\"",
            "interest/Consideration · Reads reviews · Customer 3.5",
            "engagement/Purchase · Pays · Customer -2.0",
        ]
    );
    assert_eq!(barriers(&plan), [("No prices", 2), ("No reviews", 1)].into());
    assert_eq!(
        notes(&plan, Language::En),
        [
            "Row 4, column B: the emotion “good” is not a number from −5 to 5; it is kept as a word",
            "Row 4, column C: “7” is outside of the scale; it becomes 5",
            "Row 4, column D: “3.3” becomes 3.5",
        ]
    );
    assert_eq!(
        notes(&plan, Language::Ru)[0],
        "Строка 4, столбец B: эмоция «good» — не число от −5 до 5; останется словом"
    );
}

#[test]
fn a_touchpoint_a_row_from_google_sheets() {
    let text = "Stage\tTouchpoint\tChannel\tEmotion\tBarrier\tOwner\n\
        Attention\tSees the sign\tstreet\t2\t\t\n\
        \tAsks a friend\t\t1\t\t\n\
        Contact\tOrders\ttill, app\t-1\tQueue\tHall\n\
        \t\t\t\tNo menu\t\n\
        \tWaits\thall\t-4\tQueue\thall\n\
        \t\t\t\t\t\n";
    let (_, mapping, plan) = read(text);
    assert_eq!(mapping.layout, Layout::Rows);
    assert_eq!(
        told(&plan),
        [
            "attention · Sees the sign · Customer 2.0 · street",
            "attention · Asks a friend · Customer 1.0",
            "contact · Orders · Customer -1.0 · till",
            "contact · Waits · Customer -4.0 · hall",
        ]
    );
    assert_eq!(barriers(&plan), [("No menu", 1), ("Queue", 2)].into());
    assert_eq!(plan.piece.document.departments.len(), 1);
    let said = "Row 4, column C: a touchpoint has one channel; “till” is taken, the others are left out";
    assert_eq!(notes(&plan, Language::En), [said]);
}

#[test]
fn feelings_of_several_personas_and_words_for_numbers() {
    let text = "\tИнтерес\tКонтакт\n\
        Точки касания\tЧитает\tЗвонит\n\
        Эмоции (Анна)\t3\t-2\n\
        Эмоции (Олег)\t🙂\t--\n\
        Ожидания\tбыстрый ответ\tвежливость\n";
    let table = Table::read(text, Separator::Tab);
    let anna = Persona::new(PersonaId::parse("p-anna").unwrap(), "Анна, 29");
    let marta = Persona::new(PersonaId::parse("p-marta").unwrap(), "Марта");
    let known = Known { personas: vec![&marta, &anna], ..nobody(Language::Ru) };
    let mapping = Mapping::guess(&table, &known);
    let plan = plan(&table, &mapping, &known, &mut SeededIds::new(1));
    let feelings: Vec<BTreeMap<&str, Option<f64>>> = touchpoints_in_order(plan.piece.journey().unwrap())
        .iter()
        .map(|it| {
            let name = |id: &PersonaId| plan.piece.document.personas.get(id).unwrap().name.as_str();
            it.feelings.iter().map(|it| (name(&it.persona), it.emotion.map(Emotion::points))).collect()
        })
        .collect();
    assert_eq!(feelings[0], [("Анна, 29", Some(3.0)), ("Олег", Some(2.0))].into());
    assert_eq!(feelings[1], [("Анна, 29", Some(-2.0)), ("Олег", Some(-4.0))].into());
    // Expectations in words are needs.
    assert_eq!(touchpoints_in_order(plan.piece.journey().unwrap())[0].need, "быстрый ответ");
    assert_eq!(plan.notes.len(), 2);
}

#[test]
fn what_the_user_says_of_rows_and_columns_counts() {
    let text = "\tОдин\tДва\nШаг пути\ta\tb\nЧто-то\tx\ty\nБарьеры\tq\t\n";
    let table = Table::read(text, Separator::Tab);
    let known = nobody(Language::Ru);
    let mut mapping = Mapping::guess(&table, &known);
    let check = |mapping: &Mapping, expect: &[&str]| {
        let plan = plan(&table, mapping, &known, &mut SeededIds::new(1));
        assert_eq!(told(&plan), expect);
        plan
    };
    check(&mapping, &["attention/Один · a", "contact/Два · b"]);
    mapping.parts[1].stage = None;
    mapping.parts[0].stage = Some(Stage::Impression);
    check(&mapping, &["impression/Один · a"]);
    mapping.set_field(&table, 0, Field::Skip, &known);
    mapping.set_field(&table, 1, Field::Touchpoint, &known);
    let made = check(&mapping, &["impression/Один · x"]);
    assert_eq!(made.piece.journey().unwrap().custom_lanes.len(), 0);
    mapping.set_field(&table, 1, Field::Own, &known);
    let made = check(&mapping, &[]);
    // Without a touchpoint a barrier stands in its stage, and a lane has nothing to stand at.
    assert_eq!(made.piece.document.barriers.iter().next().unwrap().stage.as_ref().unwrap().1, Stage::Impression);
    assert_eq!(made.notes.len(), 2);
}

#[test]
fn a_row_without_the_name_of_a_lane_is_touchpoints_and_any_column_can_be_a_stage() {
    let check = |text: &str, said: &[(usize, Belongs)], expect: &[&str]| {
        let table = Table::read(text, Separator::Tab);
        let known = nobody(Language::Ru);
        let mut mapping = Mapping::guess(&table, &known);
        for (column, belongs) in said {
            mapping.set_stage(*column, *belongs);
        }
        assert_eq!(told(&plan(&table, &mapping, &known, &mut SeededIds::new(1))), expect, "{text:?}");
    };
    let text = "Раз\tДва\tТри\na\tb\tc\n";
    check(text, &[], &["attention/Раз · a", "interest/Два · b", "impression/Три · c"]);
    let said = [(0, Belongs::To(Stage::Contact)), (1, Belongs::Nowhere), (2, Belongs::To(Stage::Engagement))];
    check(text, &said, &["contact/Раз · a", "engagement/Три · c"]);
    check("Внимание\tКонтакт\na\tb\n\tc\n", &[], &["attention · a", "contact · b", "contact · c"]);
    // A column without a title goes with the one before it, until it is said to be another stage.
    let text = "Этап\tРаз\t\t\nТочки касания\ta\tb\tc\n";
    check(text, &[], &["attention/Раз · a", "attention/Раз · b", "attention/Раз · c"]);
    let second = (2, Belongs::To(Stage::Contact));
    check(text, &[second], &["attention/Раз · a", "contact · b", "contact · c"]);
    check(text, &[second, (2, Belongs::Before)], &["attention/Раз · a", "attention/Раз · b", "attention/Раз · c"]);
    // Names of lanes are found even where no title says that they are there.
    check("Раз\tДва\nТочки касания\ta\n", &[], &["attention/Два · a"]);
}

#[test]
fn touchpoints_of_a_cell_stand_below_each_other_where_nothing_leads_on() {
    let text = "\tContact\nTouchpoints\t\"a\nb\nc\"\nBarriers\t\"one\ntwo\"\n";
    let (table, mut mapping, plan) = read(text);
    assert_eq!(crate::model::columns(plan.piece.journey().unwrap()).len(), 3);
    assert_eq!(notes(&plan, Language::En), ["Row 3, column B: 2 lines for 3 touchpoints; they are given out in order"]);
    mapping.ways = Ways::None;
    let plan = super::plan(&table, &mapping, &nobody(Language::En), &mut SeededIds::new(1));
    let journey = plan.piece.journey().unwrap();
    assert_eq!((crate::model::columns(journey).len(), journey.transitions.len()), (1, 0));
}

/// Anything may be opened that ends in `.csv`: thousands of rows, each with a name that nobody knows.
#[test]
fn long_tables_are_read_in_no_time() {
    let row = |row: usize| format!("r{row}\tClient {row}\t{}\n", row % 7);
    let lanes: String = (0..6_000).map(row).collect();
    let (_, mapping, plan) = read(&format!("id\tname\tsum\n{lanes}"));
    assert_eq!((mapping.layout, mapping.heads.len()), (Layout::Lanes, 6_000));
    assert_eq!(plan.piece.journey().unwrap().custom_lanes.len(), 5_999);
    let rows = (0..6_000).map(|row| format!("Way {row}\tStep {row}")).collect::<Vec<_>>().join("\n");
    let (_, mapping, plan) = read(&format!("Touchpoint\tStep\n{rows}"));
    assert_eq!((mapping.layout, plan.piece.document.touchpoint_count()), (Layout::Rows, 6_000));
}

#[test]
fn odd_tables_make_nothing_and_never_fail() {
    for text in ["", "\t\n\t\n", "a\tb", "\t\t\nx\t\n", "Stage\tTouchpoint\n", "Touchpoint\tEmotion\n\t3\n"] {
        let (_, _, plan) = read(text);
        assert!(plan.piece.document.touchpoint_count() <= 1, "{text:?}");
    }
}

#[test]
fn rows_of_which_no_stage_is_said_go_to_the_last_stage() {
    let check = |text: &str, expect: Stage| {
        let table = Table::read(text, Separator::Tab);
        let known = Known { last_stage: Stage::Impression, ..nobody(Language::En) };
        let plan = plan(&table, &Mapping::guess(&table, &known), &known, &mut SeededIds::new(1));
        let journey = plan.piece.journey().unwrap();
        let stages: Vec<_> = journey.touchpoints.iter().filter_map(|it| journey.stage_of(it)).collect();
        assert!(!stages.is_empty() && stages.iter().all(|stage| *stage == expect), "{text:?}: {stages:?}");
    };
    check("Touchpoint\tEmotion\nAsks\t2\nPays\t-1\n", Stage::Impression);
    check("Stage\tTouchpoint\nInterest\tAsks\nInterest\tPays\n", Stage::Interest);
}
