//! What the map says: a touchpoint's card in a sentence, and how many respondents a barrier rests on.

use tropa::edit::verbs;
use tropa::edit::{Edit, apply};
use tropa::model::{
    BarrierId, Channel, ChannelIcon, ChannelId, Document, Emotion, Evidence, EvidenceId, EvidenceKind, Excerpt,
    JourneyId, Language, PersonaId, ProjectInfo, Rank, SeededIds, Stage, Supported, TouchpointId,
};
use tropa::scene::{MapOptions, Scene, SceneCache, Shape, map_scene};

fn applied(document: &mut Document, edit: &Edit) {
    *document = apply(document, &edit.commands).unwrap();
}

/// A journey of Anna's with one touchpoint at its third stage, and two barriers there.
fn ground(language: Language) -> (Document, JourneyId, PersonaId, TouchpointId, Vec<BarrierId>) {
    let mut ids = SeededIds::new(4);
    let mut document = Document::default();
    document.info = ProjectInfo { language, ..document.info.as_ref().clone() }.into();
    let (edit, journey) = verbs::add_journey(&document, "Way", &mut ids);
    applied(&mut document, &edit);
    let (edit, persona) = verbs::add_persona(&document, "Anna", Some(&journey), &mut ids).unwrap();
    applied(&mut document, &edit);
    let (edit, touchpoint) = verbs::add_touchpoint_in_stage(&document, &journey, Stage::Contact, &mut ids).unwrap();
    applied(&mut document, &edit);
    let mut barrier = |statement| {
        let (edit, id) = verbs::add_barrier_at(&document, &touchpoint, statement, &mut ids).unwrap();
        applied(&mut document, &edit);
        id
    };
    let barriers = vec![barrier("Slow"), barrier("Rude")];
    (document, journey, persona, touchpoint, barriers)
}

fn scene_of(document: &Document, journey: JourneyId) -> Scene {
    map_scene(document, &MapOptions::new(journey), &mut SceneCache::default())
}

#[test]
fn a_card_is_said_in_a_sentence() {
    for (language, expect) in [
        (
            Language::En,
            "Stage Contact, touchpoint Call centre, channel Phone, emotion −3 for Anna, 2 barriers, moment of truth, \
             goal of the journey, evidence: partial",
        ),
        (
            Language::Ru,
            "Этап Контакт, точка касания Call centre, канал Phone, эмоция −3 (Anna), 2 барьера, момент истины, цель \
             пути, изученность: частично",
        ),
    ] {
        let (mut document, journey, persona, id, _) = ground(language);
        let evidence = Evidence::new(EvidenceId::parse("e-1").unwrap(), EvidenceKind::Survey);
        let channel = Channel {
            id: ChannelId::parse("c-phone").unwrap(),
            rank: Rank::default(),
            name: "Phone".to_owned(),
            icon: ChannelIcon::Phone,
        };
        let mut shown = document.journeys.get(&journey).unwrap().as_ref().clone();
        let mut touchpoint = shown.touchpoints.get(&id).unwrap().as_ref().clone();
        touchpoint.title = "Call centre".to_owned();
        touchpoint.channel = Some(channel.id.clone());
        touchpoint.feeling_mut(&persona).emotion = Emotion::from_points(-3.0);
        (touchpoint.moment_of_truth, touchpoint.goal) = (true, true);
        touchpoint.evidence = vec![evidence.id.clone()];
        shown.touchpoints.put(touchpoint);
        document.journeys.put(shown);
        document.channels.put(channel);
        document.evidence.put(evidence);
        let scene = scene_of(&document, journey);
        let said: Vec<_> = scene.fragments.iter().filter_map(|it| it.hit.as_ref()).map(|hit| &*hit.label).collect();
        assert!(said.contains(&expect), "{said:?}");
    }
}

#[test]
fn a_barrier_says_on_the_map_how_many_respondents_it_rests_on() {
    for (language, expect) in [(Language::En, "11 of 24 respondents"), (Language::Ru, "11 из 24 респондентов")]
    {
        let (mut document, journey, _, _, barriers) = ground(language);
        let codes: Vec<String> = (1..=24).map(|number| format!("R{number:02}")).collect();
        let mut evidence = Evidence::new(EvidenceId::parse("e-1").unwrap(), EvidenceKind::Interview);
        evidence.excerpts = codes
            .iter()
            .take(11)
            .map(|code| Excerpt {
                quote: "Slow".to_owned(),
                respondent: code.clone(),
                supports: Supported::Barrier(barriers[0].clone()),
            })
            .collect();
        evidence.respondents = codes;
        document.evidence.put(evidence);
        let scene = scene_of(&document, journey);
        let shapes = scene.fragments.iter().flat_map(|fragment| fragment.shapes.iter());
        let lines = shapes.flat_map(|shape| match shape {
            Shape::Text { text, .. } => text.lines.iter().map(|line| line.text.clone()).collect(),
            _ => Vec::new(),
        });
        let found: Vec<String> = lines.filter(|line| line.contains("24")).collect();
        assert_eq!(found, [expect], "one barrier says so, the other nothing");
        let mut file = Vec::new();
        tropa::export::svg(&scene, &mut file).unwrap();
        assert!(String::from_utf8(file).unwrap().contains(expect));
    }
}
