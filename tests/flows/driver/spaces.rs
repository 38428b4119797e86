//! Where things stand, and whether anything stands over them.

use egui::epaint::ClippedShape;
use egui::{Pos2, Rect};
use egui_kittest::kittest::Queryable;

use super::Driver;
use super::fit::{background_id, look};

impl Driver {
    /// Where the rows of a list are that are all in sight.
    pub(crate) fn row_rects(&self) -> Vec<Rect> {
        let rows = self.harness.query_all_by_role(egui::accesskit::Role::Row);
        let end = self.harness.ctx.content_rect().bottom() - 80.0;
        rows.map(|node| node.rect()).filter(|row| row.bottom() < end).collect()
    }

    /// Moves the pointer there, with no button down.
    pub(crate) fn point_at(&mut self, pos: Pos2) {
        self.harness.event(egui::Event::PointerMoved(pos));
        self.harness.run();
    }

    /// The lines of the panels and pages that stand in this part of the window. What lies over them does not count.
    pub(crate) fn lines_in(&self, area: Rect) -> Vec<String> {
        let behind: usize = self.harness.ctx.data(|data| data.get_temp(background_id())).expect("a frame was drawn");
        let mut found = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in self.harness.output().shapes.iter().take(behind) {
            look(shape, *clip_rect, &mut |words, clip, text| {
                let rows = words.rows.iter().map(|row| row.rect().translate(text.min - words.rect.min));
                if rows.map(|row| row.intersect(clip)).any(|row| row.intersect(area).is_positive()) {
                    found.push(words.job.text.clone());
                }
            });
        }
        found
    }

    /// Where the message at the bottom of the window is.
    pub(crate) fn message_rect(&self) -> Option<Rect> {
        self.harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("toast")))
    }
}
