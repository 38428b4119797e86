//! What the views read: the document, what is shown and selected, words and colours; and where they push actions.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::action::{Action, Motion, ThemeChoice};
use super::canvas::index::Index;
use super::start::{Folder, Preferences, RecentFile};
use crate::edit::{ApplyError, Command, Edit, EditLabel, Editor, ItemValue, MergeKey};
use crate::i18n::Texts;
use crate::model::{
    Date, Document, Journey, JourneyId, Lane, Language, PersonaId, Problem, Stage, Subject, Touchpoint, TouchpointId,
};
use crate::present::Slide;
use crate::scene::{Scene, Theme};

/// One frame's view of everything. Views never change it: they push [`Action`]s.
pub struct ViewCtx<'a> {
    /// The document.
    pub document: &'a Document,
    /// The journey that is shown.
    pub journey: Option<&'a Arc<Journey>>,
    /// The persona that leads the map.
    pub persona: Option<&'a PersonaId>,
    /// A folded lane that is shown open.
    pub opened: Option<&'a Lane>,
    /// What is selected, in the order it was.
    pub selection: &'a [Subject],
    /// The map as a picture, with its index.
    pub scene: &'a Scene,
    /// Changes whenever the picture does.
    pub scene_stamp: u64,
    /// Finds what is seen of it.
    pub index: &'a Index,
    /// The theme's colours.
    pub theme: &'static Theme,
    /// The theme as the user wants it.
    pub theme_choice: ThemeChoice,
    /// The interface's words.
    pub texts: &'static Texts,
    /// What is computed from the document.
    pub figures: &'a Figures,
    /// The open file.
    pub file: &'a FileInfo,
    /// What a new document can be begun from.
    pub offers: &'a Offers,
    /// The document's editor, for its history.
    pub editor: &'a Editor,
    /// What can be undone.
    pub undo: Option<EditLabel>,
    /// What can be redone.
    pub redo: Option<EditLabel>,
    /// Today's date, which the application knows.
    pub today: Date,
    /// Whether what changes its place glides there.
    pub motion: Motion,
    /// The stops of the presentation, while they are listed or shown.
    pub slides: &'a [Slide],
    /// Their names.
    pub slide_names: &'a [String],
    /// Where actions go.
    pub actions: &'a RefCell<Vec<Action>>,
}

/// What the status bar and the problems list say, computed once a revision.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// How many touchpoints the journey has.
    pub touchpoints: usize,
    /// The journey's touchpoints by stage, in the order of the map.
    pub stages: [Vec<Arc<Touchpoint>>; 5],
    /// How many barriers concern the journey.
    pub barriers: usize,
    /// The share of customers who reach the journey's goal, and whether that rests on untyped shares.
    pub conversion: Option<(f64, bool)>,
}

/// The names of what comes with the program.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// The templates.
    pub templates: Vec<&'static str>,
    /// The samples.
    pub samples: Vec<&'static str>,
}

/// What there is to work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Work {
    /// Nothing has been opened or begun yet.
    Nothing,
    /// A document is open; the start screen is shown in its place.
    Aside,
    /// A document is shown.
    #[default]
    Shown,
}

/// What is known of the open file.
#[derive(Debug, Clone, Default)]
pub struct FileInfo {
    /// Whether a document is open, and shown.
    pub work: Work,
    /// How many maps wait that crashes have left.
    pub left_over: usize,
    /// Its path; `None` before the first save.
    pub path: Option<PathBuf>,
    /// Whether the document differs from the file.
    pub modified: bool,
    /// When it was saved last, as "14:32".
    pub saved_at: Option<String>,
    /// Files opened lately, the last one first.
    pub recent: Vec<PathBuf>,
    /// The same with what the start screen shows of them, while it does.
    pub recents: Arc<[RecentFile]>,
    /// What is in the folder of a path that is being typed.
    pub folder: Option<Arc<Folder>>,
    /// Settings that the views show.
    pub preferences: Preferences,
    /// How far the export is, 0–1.
    pub export_progress: Option<f32>,
    /// A short message that asks for nothing.
    pub toast: Option<String>,
    /// Whether the message offers to undo what it tells of.
    pub offers_undo: bool,
    /// Whether it can offer to join what stood on both sides of what was deleted.
    pub offers_join: bool,
}

impl FileInfo {
    /// The file's name; `None` before the first save.
    pub fn name(&self) -> Option<String> {
        self.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned())
    }
}

impl ViewCtx<'_> {
    /// Asks for something.
    pub fn push(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }

    /// Asks to replace a thing in which a field was changed. Changes of one field in a row are undone together.
    pub fn put(&self, subject: Subject, field: &'static str, value: ItemValue) {
        self.change(subject, field, Command::Put(value));
    }

    /// Like [`Self::put`] for what is no list item.
    pub fn change(&self, subject: Subject, field: &'static str, command: Command) {
        let merge = Some(MergeKey { subject, field });
        self.push(Action::Edit(Edit { label: EditLabel::ChangeProperty, merge, commands: vec![command] }));
    }

    /// Asks for a change put together by a verb. One whose thing has just gone is dropped.
    pub fn push_edit(&self, edit: Result<Edit, ApplyError>) {
        if let Ok(edit) = edit {
            self.push(Action::Edit(edit));
        }
    }

    /// A message.
    pub fn text(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// A name, or what is said where there is none.
    pub fn named(&self, name: &str, otherwise: &str) -> String {
        let name = name.trim();
        if name.is_empty() { self.text(otherwise) } else { name.to_owned() }
    }

    /// The interface's language.
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// The id of the journey that is shown.
    pub fn journey_id(&self) -> Option<&JourneyId> {
        self.journey.map(|journey| &journey.id)
    }

    /// Whether this is selected.
    pub fn is_selected(&self, subject: &Subject) -> bool {
        self.selection.contains(subject)
    }

    /// All that is selected, for asking about many things at once.
    pub fn selected(&self) -> HashSet<&Subject> {
        self.selection.iter().collect()
    }

    /// What the inspector shows: the last selected thing.
    pub fn focus(&self) -> Option<&Subject> {
        self.selection.last()
    }

    /// The stage of the shown journey that the last selected thing is in.
    pub fn focused_stage(&self) -> Option<Stage> {
        let journey = self.journey?;
        let of_touchpoint = |id: &TouchpointId| journey.stage_of(journey.touchpoints.get(id)?);
        let of_any = |ids: &[TouchpointId]| ids.iter().find_map(of_touchpoint);
        match self.focus()? {
            Subject::Stage(_, stage) => Some(*stage),
            Subject::Step(_, id) => journey.steps.get(id).map(|step| step.stage),
            Subject::Touchpoint(_, id) => of_touchpoint(id),
            Subject::Transition(_, id) => of_touchpoint(&journey.transitions.get(id)?.from),
            Subject::Barrier(id) => {
                let barrier = self.document.barriers.get(id)?;
                let here = barrier.stage.as_ref().filter(|(it, _)| *it == journey.id);
                of_any(&barrier.touchpoints).or(here.map(|(_, stage)| *stage))
            }
            Subject::Strength(id) => of_any(&self.document.strengths.get(id)?.touchpoints),
            Subject::Opportunity(id) => of_any(&self.document.opportunities.get(id)?.touchpoints),
            _ => None,
        }
    }
}
