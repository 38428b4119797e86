//! Carries out what orders the map: arrangement from the graph, columns, swimlanes, other stages.

use std::collections::BTreeSet;

use super::shell::App;
use crate::analysis::arrangement;
use crate::edit::verbs::{self, Place, Swimlane};
use crate::model::TouchpointId;
use crate::ui::command::CommandId;

impl App {
    /// Runs its commands of the table.
    pub(super) fn run_arrange(&mut self, command: CommandId) {
        let chosen = self.selected_touchpoints();
        match command {
            CommandId::Arrange => self.arrange(&chosen),
            CommandId::AlignColumns => {
                self.on_journey(|document, journey, ids| verbs::align_columns(document, journey, &chosen, ids));
            }
            CommandId::OwnColumns => {
                self.on_journey(|document, journey, ids| verbs::own_columns(document, journey, &chosen, ids));
            }
            CommandId::Swimlanes => self.toggle_swimlanes(),
            _ => {}
        }
    }

    /// Puts touchpoints somewhere else, where there are swimlanes into that of a channel.
    pub(super) fn move_to(&mut self, touchpoints: &[TouchpointId], place: &Place, swimlane: Option<&Swimlane>) {
        self.on_journey(|document, journey, ids| match swimlane {
            Some(swimlane) => {
                let place = (place, swimlane.channel());
                verbs::move_touchpoints_to_channel(document, journey, touchpoints, place, ids)
            }
            None => verbs::move_touchpoints(document, journey, touchpoints, place, ids),
        });
    }

    /// Puts copies of touchpoints somewhere, and selects them.
    pub(super) fn copy_to(&mut self, touchpoints: &[TouchpointId], at: (&Place, Option<&Swimlane>)) {
        let Some(journey) = self.journey.clone() else { return };
        let made = verbs::duplicate_at(self.session.editor.document(), &journey, touchpoints, at, self.ids.as_mut());
        self.finish_paste(made);
    }

    fn toggle_swimlanes(&mut self) {
        let Some(journey) = self.journey_on_map() else { return };
        let wanted = if journey.info.swimlanes { verbs::Visibility::Hidden } else { verbs::Visibility::Shown };
        self.on_journey(|document, journey, _| verbs::set_swimlanes(document, journey, wanted));
    }

    /// Orders the whole map, or what is selected of it where that is more than one touchpoint; says what came of it.
    fn arrange(&mut self, chosen: &[TouchpointId]) {
        let Some(journey) = self.journey_on_map().cloned() else {
            return;
        };
        let part: BTreeSet<TouchpointId> = chosen.iter().cloned().collect();
        let wanted = arrangement(&journey, (part.len() > 1).then_some(&part));
        let edit = verbs::arrange(self.session.editor.document(), &journey.id, &wanted.steps, self.ids.as_mut());
        let moved = edit.as_ref().map_or(0, |edit| edit.commands.len());
        let failed = edit.is_err();
        self.apply(edit);
        if failed {
            return;
        }
        let (before, after) = (wanted.crossings_before, wanted.crossings_after);
        let texts = self.texts();
        self.toast = Some(if moved == 0 {
            texts.get("arranged-already")
        } else if after < before {
            texts.with("arranged-crossings", &[("before", before.into()), ("after", after.into())])
        } else {
            texts.get("arranged")
        });
    }
}
