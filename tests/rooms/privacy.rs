//! Respondents are codes: no name of a transcript is in anything that leaves the program.

use tropa::analysis::transcript;
use tropa::edit::verbs::{self, Extract, Sticky, StickyPlace, Wanted};
use tropa::edit::{Edit, apply};
use tropa::exchange::mermaid;
use tropa::export::{pdf, svg};
use tropa::format::{self, samples::sample};
use tropa::i18n::Texts;
use tropa::model::{Date, Document, Language, OpportunityId, Piece, SeededIds, Subject, columns};
use tropa::present::board::{BoardOptions, board_scene, board_sheet};
use tropa::present::paper::{PaperKind, PaperOptions, PaperSize, sheets};
use tropa::present::persona_cards;
use tropa::present::stop::StopOptions;
use tropa::present::workshop::minutes;
use tropa::present::{Notes, pages};
use tropa::scene::{MapOptions, Scene, SceneCache, Shape, Size, Theme, ThemeName, map_scene};

/// A talk in which two people are named in every way that people are, what it is called, and what of their names stays
/// the same.
fn talk(language: Language) -> (&'static str, &'static str, [&'static str; 4]) {
    match language {
        Language::En => (
            "Interviewer: Ann, what happened?\nAnn Quillfeather: Nothing moves, says Zebedee\nZebedee: Quillfeather's \
             right, Ann waited\nANN QUILLFEATHER: I left",
            "Quillfeather and Zebedee",
            ["Ann", "ANN", "Quillfeather", "Zebedee"],
        ),
        Language::Ru => (
            "Интервьюер: Фёкла, что случилось?\nФёкла Перепёлкина: Ничего не движется, спросите Мефодия\nМефодий: У \
             Перепёлкиной всё так, Фёклу не слышат\nФЁКЛА ПЕРЕПЁЛКИНА: Я ушла",
            "Беседа с Фёклой и Мефодием",
            ["Фёкл", "ФЁКЛ", "Перепёлкин", "Мефоди"],
        ),
    }
}

fn applied(document: &mut Document, edit: &Edit) {
    *document = apply(document, &edit.commands).unwrap();
}

/// The sample with a talk of which every paragraph became a claim of every kind, and what those are.
fn after_a_talk(language: Language) -> (Document, Vec<Subject>) {
    let mut document = format::read(sample(language)).unwrap().document;
    let mut ids = SeededIds::new(11);
    let journey = document.journeys_in_order()[0].as_ref().clone();
    let touchpoint = columns(&journey)[1].touchpoints[0].id.clone();
    let (text, title, _) = talk(language);
    let taken = transcript::respondents(&document);
    let found = transcript::read(text, &taken, &[]);
    let title = transcript::unnamed(title, &transcript::speakers(text, &taken));
    let (edit, evidence) = verbs::add_transcript(&title, found.paragraphs.clone(), found.respondents.clone(), &mut ids);
    applied(&mut document, &edit);
    let mut made = vec![Subject::Evidence(evidence.clone())];
    for paragraph in &found.paragraphs {
        for sticky in [Sticky::Barrier, Sticky::Strength, Sticky::Thought, Sticky::Touchpoint] {
            let wanted = Wanted::New {
                sticky,
                place: StickyPlace::Touchpoint(touchpoint.clone()),
                persona: journey.info.personas.first().cloned(),
                text: paragraph.clone(),
            };
            let words = Extract {
                evidence: evidence.clone(),
                quote: paragraph.clone(),
                respondent: transcript::respondent_of(paragraph, &found.respondents).unwrap_or_default().to_owned(),
                wanted,
            };
            let (edit, subject) = verbs::extract(&document, &journey.id, &words, &mut ids).unwrap();
            applied(&mut document, &edit);
            made.push(subject);
        }
    }
    (document, made)
}

/// Every line of text of these pictures, and what they call their regions.
fn words_of(pages: &[Scene]) -> String {
    let fragments = || pages.iter().flat_map(|page| &page.fragments);
    let lines = fragments().flat_map(|fragment| fragment.shapes.iter()).flat_map(|shape| match shape {
        Shape::Text { text, .. } => text.lines.iter().map(|line| line.text.clone()).collect(),
        _ => Vec::new(),
    });
    let labels = fragments().filter_map(|fragment| fragment.hit.as_ref()).map(|hit| hit.label.to_string());
    let titles = pages.iter().map(|page| page.title.clone());
    lines.chain(labels).chain(titles).collect::<Vec<_>>().join("\n")
}

/// What leaves as pictures, by what it is called.
fn pictures(document: &Document) -> Vec<(String, Vec<Scene>)> {
    let journey = document.journeys_in_order()[0].id.clone();
    let mut cache = SceneCache::default();
    let mut all = vec![("map".to_owned(), vec![map_scene(document, &MapOptions::new(journey.clone()), &mut cache)])];
    for notes in [Notes::Without, Notes::With] {
        let options = StopOptions::new();
        all.push((format!("slides {notes:?}"), pages(document, &journey, (&options, notes), &mut cache)));
    }
    for kind in PaperKind::ALL {
        let options = PaperOptions { kind, size: PaperSize::A3, ..PaperOptions::default() };
        all.push((format!("paper {kind:?}"), sheets(document, &journey, &options)));
    }
    let personas: Vec<_> = document.personas.iter().map(|it| it.id.clone()).collect();
    all.push(("persona cards".to_owned(), persona_cards(document, &personas, ThemeName::Light)));
    let theme = Theme::of(ThemeName::Light);
    let size = Size { width: 1200.0, height: 800.0 };
    let worth = tropa::analysis::ledger::Worth::Both;
    let options = BoardOptions { theme, size, scale: 1.0, worth, front: None::<OpportunityId> };
    let opportunities: Vec<_> = document.opportunities.iter().cloned().collect();
    let texts = Texts::of(document.info.language);
    let board = board_scene(document, &opportunities, &options, texts, cache.shaper()).scene;
    all.push(("board".to_owned(), vec![board_sheet(&board, ("Project", theme), cache.shaper())]));
    let minutes = minutes(document, &journey, Some(Date::new(2026, 3, 1).unwrap()));
    all.push(("minutes".to_owned(), minutes.pages()));
    all
}

#[test]
fn no_name_of_a_transcript_leaves_in_any_export() {
    for language in Language::ALL {
        let (document, made) = after_a_talk(language);
        let (_, _, names) = talk(language);
        let journey = document.journeys_in_order()[0].id.clone();
        let check = |what: &str, text: &str| {
            for name in names {
                assert!(!text.contains(name), "{name} in {what}, {language:?}");
            }
        };
        let saved = String::from_utf8(format::to_bytes(&document).unwrap()).unwrap();
        assert!(saved.contains("R01: ") && saved.contains("R02: "), "the talk is in the file");
        check("the saved file", &saved);
        let piece = format::piece_to_text(&Piece::of(&document, &made).unwrap()).unwrap();
        assert!(piece.contains("R01: "), "the talk is in the piece");
        check("a copied piece", &piece);
        let text = minutes(&document, &journey, None).markdown();
        check("the minutes", &text);
        check("Mermaid", &mermaid::write(&document, &journey).unwrap().text);
        for (what, scenes) in pictures(&document) {
            let words = words_of(&scenes);
            assert!(what != "map" || words.contains("R01"), "the claims are on the map");
            check(&what, &words);
            let mut file = Vec::new();
            pdf(&scenes, &mut file).unwrap();
            check(&format!("{what} as PDF"), &crate::export::streams(&file));
            for scene in &scenes {
                let mut file = Vec::new();
                svg(scene, &mut file).unwrap();
                check(&format!("{what} as SVG"), &String::from_utf8(file).unwrap());
            }
        }
    }
}
