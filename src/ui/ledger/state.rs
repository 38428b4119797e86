//! What the window remembers of the lists: which one, what is asked of each, where the keyboard stands, what is written.

use std::sync::Arc;

use egui::{Id, Ui};

use super::board::BoardView;
use crate::analysis::ledger::{Kind, Query, Table};
use crate::model::{Document, JourneyId, Subject};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;

/// What the window remembers of barriers and opportunities.
#[derive(Debug)]
pub struct LedgerView {
    /// Which list is shown.
    pub kind: Kind,
    sheets: [Sheet; 3],
    /// The statement that is written in its row.
    pub writing: Option<Writing>,
    /// What was added just now: shown whatever the filters say.
    pub pinned: Option<Subject>,
    cache: Option<Cache>,
    /// The board of opportunities.
    pub board: BoardView,
    /// The last frame in which the lists were shown.
    last_frame: Option<u64>,
}

/// What is remembered of one list.
#[derive(Debug)]
pub struct Sheet {
    /// What is asked of it.
    pub query: Query,
    /// The line at which the keyboard stands.
    pub cursor: usize,
    /// The line from which a range is selected.
    pub anchor: usize,
    /// What was selected when the list was left.
    kept: Vec<Subject>,
    /// Whether that line is to be brought into sight.
    pub bring_cursor: bool,
    /// How far the columns are moved to the left.
    pub shift: f32,
    /// How far they are asked to be moved.
    pub wanted_shift: Option<f32>,
}

/// A statement that is written in its row.
#[derive(Debug, Clone)]
pub struct Writing {
    /// Whose.
    pub subject: Subject,
    /// What is written so far.
    pub text: String,
    /// Whether it has got the keyboard yet.
    pub focused: bool,
    /// Whether it was added just now: giving up takes it away again.
    pub fresh: bool,
}

/// A table and what it was made from.
#[derive(Debug)]
struct Cache {
    document: Document,
    kind: Kind,
    journey: Option<JourneyId>,
    query: Query,
    pinned: Option<Subject>,
    table: Arc<Table>,
}

impl Default for LedgerView {
    fn default() -> Self {
        let sheet = |kind| Sheet {
            query: Query::usual(kind),
            cursor: 0,
            anchor: 0,
            kept: Vec::new(),
            bring_cursor: false,
            shift: 0.0,
            wanted_shift: None,
        };
        Self {
            kind: Kind::default(),
            sheets: Kind::ALL.map(sheet),
            writing: None,
            pinned: None,
            cache: None,
            board: BoardView::default(),
            last_frame: None,
        }
    }
}

/// The list's place in the order of the keyboard.
pub(super) fn grid_id() -> Id {
    Id::unique("ledger-grid")
}

impl LedgerView {
    /// What is remembered of the shown list.
    pub fn sheet(&self) -> &Sheet {
        let [barriers, opportunities, strengths] = &self.sheets;
        match self.kind {
            Kind::Barriers => barriers,
            Kind::Opportunities => opportunities,
            Kind::Strengths => strengths,
        }
    }

    /// The same, to be changed.
    pub fn sheet_mut(&mut self) -> &mut Sheet {
        self.sheet_of(self.kind)
    }

    /// What is remembered of this list, to be changed.
    pub fn sheet_of(&mut self, kind: Kind) -> &mut Sheet {
        let [barriers, opportunities, strengths] = &mut self.sheets;
        match kind {
            Kind::Barriers => barriers,
            Kind::Opportunities => opportunities,
            Kind::Strengths => strengths,
        }
    }

    /// Whether the keyboard belongs to something that is going on here.
    pub fn is_busy(&self) -> bool {
        self.writing.is_some() || self.board.is_busy()
    }

    /// What is asked of a list, to be changed.
    pub(super) fn query_of(&mut self, kind: Kind) -> &mut Query {
        &mut self.sheet_of(kind).query
    }

    /// Begins to write a statement in its row.
    pub fn begin_writing(&mut self, subject: Subject, text: String) {
        if let Some(kind) = Kind::of(&subject) {
            self.kind = kind;
            self.sheet_mut().bring_cursor = true;
            self.writing = Some(Writing { subject, text, focused: false, fresh: false });
        }
    }

    /// What is written was added just now.
    pub fn mark_fresh(&mut self) {
        if let Some(writing) = &mut self.writing {
            writing.fresh = true;
            self.pinned = Some(writing.subject.clone());
        }
    }

    /// Everything that the shown list shows, in its order.
    pub fn shown(&self) -> Vec<Subject> {
        let Some(cache) = &self.cache else { return Vec::new() };
        let rows = cache.table.wanted.iter().filter_map(|index| cache.table.rows.get(*index));
        rows.map(crate::analysis::ledger::Row::subject).collect()
    }

    /// Everything that stands on the board or waits beside it.
    pub fn shown_on_board(&self) -> Vec<Subject> {
        self.board.shown()
    }

    /// Shows another list.
    pub(super) fn show(&mut self, ctx: &ViewCtx<'_>, kind: Kind) {
        if kind != self.kind {
            self.kind = kind;
            self.pinned = None;
            ctx.push(Action::Select(self.sheet().kept.clone()));
        }
    }

    /// Where the lists have not been on the screen in the last frame: goes to what is selected on the map, else back to
    /// what was selected here.
    pub(super) fn arrive(&mut self, ui: &Ui, ctx: &ViewCtx<'_>) {
        let frame = ui.ctx().cumulative_frame_nr();
        let arrives = self.last_frame.is_none_or(|last| frame > last + 1);
        self.last_frame = Some(frame);
        if arrives {
            if let Some(kind) = ctx.focus().and_then(Kind::of) {
                self.kind = kind;
                self.sheet_mut().bring_cursor = true;
            } else {
                let kept = self.sheet().kept.iter().filter(|subject| subject.is_in(ctx.document));
                ctx.push(Action::Select(kept.cloned().collect()));
            }
            if self.writing.is_none() {
                ui.memory_mut(|memory| memory.request_focus(grid_id()));
            }
        } else if ctx.focus().is_some_and(|subject| Kind::of(subject) == Some(self.kind)) {
            self.sheet_mut().kept = ctx.selection.to_vec();
        }
    }

    /// The table of the shown list, made again only when something it rests on has changed.
    pub(super) fn table(&mut self, ctx: &ViewCtx<'_>) -> Arc<Table> {
        let is_same = |cache: &Cache| {
            cache.kind == self.kind
                && cache.query == self.sheet().query
                && cache.pinned == self.pinned
                && cache.journey.as_ref() == ctx.journey_id()
                && has_same_lists(&cache.document, ctx.document)
        };
        let fresh = self.cache.as_ref().filter(|cache| is_same(cache)).map(|cache| Arc::clone(&cache.table));
        let table = fresh.unwrap_or_else(|| {
            let query = self.sheet().query.clone();
            let table = Table::of(ctx.document, (self.kind, ctx.journey_id()), &query, self.pinned.as_ref());
            let table = Arc::new(table);
            self.cache = Some(Cache {
                document: ctx.document.clone(),
                kind: self.kind,
                journey: ctx.journey_id().cloned(),
                query,
                pinned: self.pinned.clone(),
                table: Arc::clone(&table),
            });
            table
        });
        self.follow_selection(ctx, &table);
        table
    }

    /// The keyboard stands at what is selected, where the list shows that.
    fn follow_selection(&mut self, ctx: &ViewCtx<'_>, table: &Table) {
        let last = table.lines.len().saturating_sub(1);
        let sheet = self.sheet_mut();
        sheet.cursor = sheet.cursor.min(last);
        sheet.anchor = sheet.anchor.min(last);
        let Some(subject) = ctx.focus() else { return };
        let stands_there = table.row(sheet.cursor).is_some_and(|row| row.is(subject));
        // A line that the keyboard stands at without selecting it is left alone.
        let stands_beside = table.row(sheet.cursor).is_some_and(|row| !ctx.is_selected(&row.subject()));
        if stands_there || stands_beside && !sheet.bring_cursor && ctx.selection.len() > 1 {
            return;
        }
        if let Some(line) = table.line_of(subject, sheet.cursor) {
            sheet.cursor = line;
        }
    }
}

/// Whether the lists that tables are made from are the very same.
pub(super) fn has_same_lists(a: &Document, b: &Document) -> bool {
    a.barriers.same(&b.barriers)
        && a.opportunities.same(&b.opportunities)
        && a.strengths.same(&b.strengths)
        && a.evidence.same(&b.evidence)
        && a.journeys.same(&b.journeys)
        && a.personas.same(&b.personas)
        && a.departments.same(&b.departments)
        && a.channels.same(&b.channels)
}
