//! The fields of everything a document holds, walked one by one: what is checked and what is weighed is listed once.
//!
//! Each struct is taken apart by name, so that a new field of the model does not compile until it is walked here.

mod journey;
mod notes;
mod project;
mod research;

use crate::model::{Picture, Rank};

/// Takes fields in, one by one. Names are those of the model.
pub(super) trait Fields {
    /// A text; an empty one is not known.
    fn text(&mut self, field: &'static str, text: &str);
    /// A number that is known.
    fn number(&mut self, field: &'static str, value: f64);
    /// A place in an order.
    fn rank(&mut self, rank: &Rank);
    /// A picture.
    fn picture(&mut self, picture: &Picture);
    /// An id, the thing's own or one it refers to.
    fn id(&mut self, id: &str);
    /// So many small fields that are never at fault and say something: a choice, a mark, a date, a whole number.
    fn small(&mut self, count: usize);
    /// How many entries a list inside the thing has.
    fn entries(&mut self, field: &'static str, count: usize);
    /// A part with fields of its own, which is to be walked.
    fn part(&mut self, part: &dyn Walk);
}

/// Something whose fields can be walked.
pub(super) trait Walk {
    /// Hands every field over.
    fn walk(&self, fields: &mut dyn Fields);
}

fn number(fields: &mut dyn Fields, name: &'static str, value: Option<f64>) {
    if let Some(value) = value {
        fields.number(name, value);
    }
}

fn texts(fields: &mut dyn Fields, name: &'static str, texts: &[String]) {
    fields.entries(name, texts.len());
    for text in texts {
        fields.part(&Line(name, text));
    }
}

/// A line of a list of texts, which is written even where it is empty.
struct Line<'a>(&'static str, &'a str);

impl Walk for Line<'_> {
    fn walk(&self, fields: &mut dyn Fields) {
        fields.text(self.0, self.1);
    }
}

fn walk_all<T: Walk>(fields: &mut dyn Fields, name: &'static str, things: &[T]) {
    fields.entries(name, things.len());
    for thing in things {
        fields.part(thing);
    }
}

fn marks<const N: usize>(fields: &mut dyn Fields, marks: [bool; N]) {
    fields.small(marks.into_iter().filter(|mark| *mark).count());
}

/// The ids of a list; the kinds of id share no trait, hence a macro.
macro_rules! ids {
    ($fields:expr, $name:literal, $ids:expr) => {
        $fields.entries($name, $ids.iter().len());
        for id in $ids.iter() {
            $fields.id(id.as_str());
        }
    };
}

/// An id that may be missing.
macro_rules! id {
    ($fields:expr, $id:expr) => {
        if let Some(id) = $id {
            $fields.id(id.as_str());
        }
    };
}
use {id, ids};
