//! Buttons in a row that are one stop of the keyboard: Tab leads to one of them, arrows from one to the next.

use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// A row of them that is being laid out.
pub struct Roving {
    /// Where it is remembered which one Tab leads to; `None`: always to the same one.
    kept: Option<Id>,
    /// The one that Tab leads to.
    at: usize,
    places: Vec<Id>,
    /// The one that was pressed or has the keyboard.
    here: Option<usize>,
}

impl Roving {
    /// A row of which one is chosen: Tab leads to that.
    pub fn chosen(at: usize) -> Self {
        Self { kept: None, at, places: Vec::new(), here: None }
    }

    /// A row of so many, any of which can be chosen: Tab leads to where the keyboard was last.
    pub fn any(ui: &Ui, id: Id, count: usize) -> Self {
        let at = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or_default().min(count.saturating_sub(1));
        Self { kept: Some(id), at, places: Vec::new(), here: None }
    }

    /// What the next button takes.
    pub fn sense(&self) -> Sense {
        if self.places.len() == self.at { Sense::click() } else { Sense::CLICK }
    }

    /// Notes the next button.
    pub fn note(&mut self, response: &Response) {
        if response.clicked() || response.has_focus() {
            self.here = Some(self.places.len());
        }
        self.places.push(response.id);
    }

    /// Leads the keyboard on; says where, if it was led on.
    pub fn follow(self, ui: &Ui) -> Option<usize> {
        let here = self.here?;
        let id = *self.places.get(here)?;
        let mut to = here;
        if ui.memory(|memory| memory.has_focus(id)) {
            let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
            let presses = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            let on = presses(Key::ArrowRight) + presses(Key::ArrowDown);
            let back = presses(Key::ArrowLeft) + presses(Key::ArrowUp);
            let last = self.places.len().saturating_sub(1);
            to = (here + on).min(last).saturating_sub(back);
        }
        if let Some(kept) = self.kept.filter(|_| to != self.at) {
            ui.data_mut(|data| data.insert_temp(kept, to));
        }
        let next = *self.places.get(to)?;
        if to == here {
            return None;
        }
        ui.memory_mut(|memory| memory.request_focus(next));
        Some(to)
    }
}
