//! Arranging, swimlanes and the history under test.

use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use tropa::model::{ChannelId, StepId, TouchpointId, columns};
use tropa::scene::HitTarget;

use super::Driver;

impl Driver {
    /// The map's columns with their touchpoints from top to bottom.
    pub(crate) fn arrangement(&self) -> Vec<(StepId, Vec<TouchpointId>)> {
        let ids = |column: &tropa::model::Column| column.touchpoints.iter().map(|it| it.id.clone()).collect();
        columns(self.journey()).iter().map(|column| (column.step.clone(), ids(column))).collect()
    }

    /// A place inside a swimlane at this x of the window, with the channel of that swimlane.
    pub(crate) fn swimlanes(&self) -> Vec<(Option<ChannelId>, String, Pos2)> {
        let (corner, zoom) = (self.canvas().min + self.map_corner(), self.zoom());
        let hits = self.app().hits();
        let band = |seen: &tropa::ui::canvas::hits::Seen<'_>| match seen.target {
            HitTarget::Swimlane { channel, span_y: (top, bottom) } => {
                let y = corner.y + top.midpoint(*bottom) * zoom;
                Some((channel.clone(), seen.label.to_owned(), pos2(seen.rect.left(), y)))
            }
            _ => None,
        };
        hits.all().iter().filter_map(band).collect()
    }

    /// The channel of a touchpoint.
    pub(crate) fn channel_of(&self, id: &TouchpointId) -> Option<ChannelId> {
        self.journey().touchpoints.get(id).and_then(|touchpoint| touchpoint.channel.clone())
    }

    fn claims(&self, id: &TouchpointId) -> Option<String> {
        let barriers = &self.document().barriers;
        barriers.iter().find(|barrier| barrier.touchpoints.contains(id)).map(|barrier| barrier.statement.clone())
    }

    /// A card in sight that only transitions hang on.
    pub(crate) fn unclaimed_touchpoint(&self) -> TouchpointId {
        let small = |id: &TouchpointId| {
            let subject = tropa::model::Subject::Touchpoint(self.journey().id.clone(), id.clone());
            tropa::edit::verbs::toll(self.document(), &[subject]).is_ok_and(|toll| toll.is_small())
        };
        self.cards_in_sight().into_iter().find(small).expect("a card without barriers")
    }

    /// A card in sight with a barrier.
    pub(crate) fn claimed_touchpoint(&self) -> TouchpointId {
        self.cards_in_sight().into_iter().find(|id| self.claims(id).is_some()).expect("a card with a barrier")
    }

    /// What the first barrier at a touchpoint says.
    pub(crate) fn barrier_at(&self, id: &TouchpointId) -> String {
        self.claims(id).expect("a barrier")
    }

    /// What the message at the bottom says, if there is one.
    pub(crate) fn toast(&self) -> String {
        self.app().toast().unwrap_or_default().to_owned()
    }

    /// The rows of the history from the newest to the oldest, and which is the present one.
    pub(crate) fn history_rows(&self) -> (Vec<String>, Option<usize>) {
        let ends = [self.word("history-beginning"), ", ".to_owned()];
        let rows = self.harness.query_all_by(|node| {
            let wide = |area: egui::accesskit::Rect| area.x0 > 1500.0 && area.y0 > 100.0 && area.width() > 300.0;
            node.role() == egui::accesskit::Role::Button
                && node.label().is_some_and(|label| ends.iter().any(|end| label.contains(end.as_str())))
                && node.bounding_box().is_some_and(wide)
        });
        let rows: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
        let end = format!(", {}", self.word("history-now"));
        let now = rows.iter().position(|row| row.ends_with(&end));
        (rows, now)
    }

    /// Clicks a card with these keys held.
    pub(crate) fn click_card_with(&mut self, modifiers: Modifiers, title: &str) {
        let label = self.card_label(title);
        self.harness.get_by_label(&label).click_modifiers(modifiers);
        self.harness.run();
    }

    pub(crate) fn undo(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Z);
    }
}
