//! Carries out what the lists and the board of barriers and opportunities ask for.

use super::shell::App;
use crate::analysis::ledger::{Kind, Place, Query, Row};
use crate::edit::{Command, Edit, EditLabel, ItemValue};
use crate::i18n::Texts;
use crate::model::{
    Barrier, BarrierId, JourneyId, Opportunity, OpportunityId, Stage, Strength, StrengthId, Subject, TextSpot,
};
use crate::ui::dialogs::{Dialog, ExportChoice};
use crate::ui::find::spot::lane_of;
use crate::ui::inspector::form::focus_title;
use crate::ui::ledger::LedgerAction;
use crate::ui::page::{Dock, Page};
use crate::ui::view::CameraWish;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn ledger_action(&mut self, action: LedgerAction) {
        match action {
            LedgerAction::Add(kind) => self.add_to_list(kind),
            LedgerAction::ShowList(kind) => {
                self.view.ledger.kind = kind;
                self.view.page = Page::Barriers;
            }
            LedgerAction::ShowOnMap(subject) => self.show_on_map(&subject),
            LedgerAction::ExportBoard(board) => {
                let journey = self.journey_on_map();
                let choice = ExportChoice::of(self.document(), journey.map(AsRef::as_ref));
                let choice = choice.as_before(self.exports.chosen.as_ref()).of_board(board);
                self.view.dialog = Some(Dialog::Export(choice));
            }
            LedgerAction::Copied(count) => {
                self.toast = Some(Texts::of(self.language).with("ledger-copied", &[("count", count.into())]));
            }
        }
    }

    /// Adds one to a list and lets it be written there. It gets what the list's filters ask of all that it shows.
    fn add_to_list(&mut self, kind: Kind) {
        let ids = self.ids.as_mut();
        let query = &self.view.ledger.sheet_of(kind).query;
        let (label, item, subject) = match kind {
            Kind::Barriers => {
                let barrier = barrier_as_asked(BarrierId::random(ids), query, self.journey.as_ref());
                let subject = Subject::Barrier(barrier.id.clone());
                (EditLabel::AddBarrier, ItemValue::Barrier(barrier.into()), subject)
            }
            Kind::Opportunities => {
                let mut opportunity = Opportunity::new(OpportunityId::random(ids), "");
                opportunity.owner = only(&query.owners).cloned().flatten();
                let subject = Subject::Opportunity(opportunity.id.clone());
                (EditLabel::AddOpportunity, ItemValue::Opportunity(opportunity.into()), subject)
            }
            Kind::Strengths => {
                let id = StrengthId::random(ids);
                let subject = Subject::Strength(id.clone());
                let (statement, touchpoints, evidence) = (String::new(), Vec::new(), Vec::new());
                let strength = Strength { id, statement, touchpoints, evidence };
                (EditLabel::Add, ItemValue::Strength(strength.into()), subject)
            }
        };
        self.apply(Ok(Edit { label, merge: None, commands: vec![Command::Put(item)] }));
        if subject.is_in(self.document()) {
            if self.view.page != Page::Opportunities {
                self.view.page = Page::Barriers;
            }
            self.begin_rename(subject);
            self.view.ledger.mark_fresh();
        }
    }

    /// Leads to the map, to a thing's card in the shown journey, if it is met there, else in the first where it is. Where
    /// its lane is hidden, to the place where it is met.
    fn show_on_map(&mut self, subject: &Subject) {
        let places = Row::of(self.document(), subject).map(|row| row.places).unwrap_or_default();
        let here = places.iter().find(|place| Some(&place.journey) == self.journey.as_ref());
        let Some(place) = here.or(places.first()).cloned() else {
            self.toast = Some(Texts::of(self.language).get("ledger-nowhere"));
            return;
        };
        let Place { journey, stage, touchpoint, .. } = place;
        let target = match (touchpoint, stage) {
            (Some(touchpoint), _) => Subject::Touchpoint(journey.clone(), touchpoint),
            (None, stage) => Subject::Stage(journey.clone(), stage.unwrap_or(Stage::Attention)),
        };
        self.view.page = Page::Map;
        self.show_journey(journey.clone());
        let spot = TextSpot::name(subject.clone());
        let lane = lane_of(&spot);
        let lanes = self.document().journeys.get(&journey).map(|journey| journey.lanes_in_order()).unwrap_or_default();
        if lanes.iter().any(|setting| setting.hidden && Some(&setting.lane) == lane.as_ref()) {
            self.reveal(target);
        } else {
            self.view.find.opened = lane.filter(|lane| self.is_folded(lane));
            self.reveal(subject.clone());
            self.view.wish = Some(CameraWish::Find(spot));
        }
    }

    /// Goes back to the map from where it cannot be seen.
    pub(super) fn leave_lists(&mut self) {
        if matches!(self.view.page, Page::Barriers | Page::Opportunities | Page::Start) {
            self.view.page = Page::Map;
        }
    }

    /// Begins to write a statement in its list, or beside the board, where one of them is shown; whether that is so.
    pub(super) fn begin_writing_in_list(&mut self, subject: &Subject, text: &str) -> bool {
        match (self.view.page, Kind::of(subject)) {
            (Page::Barriers, Some(_)) => self.view.ledger.begin_writing(subject.clone(), text.to_owned()),
            (Page::Opportunities, Some(Kind::Opportunities)) => {
                self.view.show_dock(Dock::Inspector);
                focus_title(&self.context, subject);
            }
            _ => return false,
        }
        self.selection = vec![subject.clone()];
        true
    }
}

/// A barrier of which that is known which the filters ask of all barriers.
fn barrier_as_asked(id: BarrierId, query: &Query, journey: Option<&JourneyId>) -> Barrier {
    let mut barrier = Barrier::new(id, "");
    barrier.owner = only(&query.owners).cloned().flatten();
    barrier.severity = query.least_severity;
    barrier.personas = only(&query.personas).cloned().into_iter().collect();
    if let (Some(Some(stage)), Some(journey)) = (only(&query.stages), journey) {
        barrier.stage = Some((journey.clone(), *stage));
    }
    barrier
}

/// The one thing of a set that holds just one.
fn only<T: Ord>(set: &std::collections::BTreeSet<T>) -> Option<&T> {
    if set.len() == 1 { set.first() } else { None }
}
