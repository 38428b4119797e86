//! What the rows and columns of a table mean: guessed first, then as the user says.

use super::field::{Field, label};
use super::scale::{Read, Scale, read};
use super::stages::{Said, said, spread};
use super::table::Table;
use crate::model::{Language, Persona, Stage};

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Stages in the first row, lanes in the first column.
    Lanes,
    /// Fields in the first row, a touchpoint in each row below.
    Rows,
}

/// What the first column of a table of lanes says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstColumn {
    /// What the lanes are called.
    Names,
    /// The same as the others: the lanes have no names.
    Cells,
}

/// Where a part of the way belongs, as the user says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// To the part before it.
    Before,
    /// To this stage.
    To(Stage),
    /// Nowhere: it is left out.
    Nowhere,
}

/// Whether touchpoints are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ways {
    /// Each leads to the next, and has a column of its own.
    InOrder,
    /// None leads anywhere; those of one cell stand below each other.
    None,
}

/// What the rows and columns of a table mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// How the table is laid out.
    pub layout: Layout,
    /// What the first column says, in [`Layout::Lanes`].
    pub first_column: FirstColumn,
    /// What says what cells say: rows in [`Layout::Lanes`], columns in [`Layout::Rows`].
    pub heads: Vec<Head>,
    /// The parts of the way, in order.
    pub parts: Vec<Part>,
    /// The scale of its emotions.
    pub scale: Scale,
    /// Whether touchpoints are connected.
    pub ways: Ways,
}

/// A row or a column that says one thing of touchpoints. Those without a label go with the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Its row or column.
    pub at: usize,
    /// What it is called.
    pub label: String,
    /// What it says.
    pub field: Field,
    /// Whose feelings, where the label says so.
    pub persona: String,
}

/// A part of the way: a titled column, or a name in the column of stages.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The column or row where it begins.
    pub at: usize,
    /// Its title.
    pub title: String,
    /// Its stage; `None`: it is left out.
    pub stage: Option<Stage>,
    /// Whether its title is more than the stage's name: then it is the name of a step.
    pub is_step: bool,
    /// Whether the stage is a guess by the part's place.
    pub guessed: bool,
}

/// What is known of the project that the table comes to.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    /// The journey's own titles of the five stages.
    pub stages: Vec<String>,
    /// The last stage of the journey that has touchpoints: where rows go of which no stage is said.
    pub last_stage: Stage,
    /// The journey's personas, the leading one first.
    pub personas: Vec<&'a Persona>,
    /// The language of the map's own words.
    pub language: Language,
}

impl Mapping {
    /// What the table seems to mean.
    pub fn guess(table: &Table, known: &Known<'_>) -> Self {
        let header = header_row(table);
        let across = (0..table.width()).filter_map(|column| label(table.cell(header, column)).field);
        let across: Vec<Field> = across.collect();
        let down = (header + 1..table.height()).filter(|row| label(table.cell(*row, 0)).field.is_some()).count();
        let tells = across.contains(&Field::Touchpoint) || across.contains(&Field::Stage);
        let rows = across.len() >= 2 && (across.len() > down || tells);
        Self::of(table, if rows { Layout::Rows } else { Layout::Lanes }, known)
    }

    /// What the table seems to mean if it is laid out so.
    pub fn of(table: &Table, layout: Layout, known: &Known<'_>) -> Self {
        Self::with_first_column(table, (layout, first_column(table, known)), known)
    }

    /// What the table seems to mean if it is laid out so and its first column says this.
    pub fn with_first_column(table: &Table, (layout, first_column): (Layout, FirstColumn), known: &Known<'_>) -> Self {
        let mut mapping = Self {
            layout,
            first_column,
            heads: Vec::new(),
            parts: Vec::new(),
            scale: Scale::Ours,
            ways: Ways::InOrder,
        };
        mapping.heads = heads_of(table, &mapping);
        mapping.suit_to_cells(table);
        mapping.find_touchpoints(table);
        mapping.parts = parts(table, &mapping, known);
        mapping.scale = mapping.scale_of(table);
        mapping
    }

    /// Gives a head another meaning; what hangs on it follows.
    pub fn set_field(&mut self, table: &Table, head: usize, field: Field, known: &Known<'_>) {
        let Some(head) = self.heads.get_mut(head) else { return };
        let before = std::mem::replace(&mut head.field, field);
        if self.layout == Layout::Rows && (before == Field::Stage || field == Field::Stage) {
            self.parts = parts(table, self, known);
        }
    }

    /// Says where the part that begins at a column belongs. A column without a title belongs to the part before it until
    /// it is said to be a part of its own.
    pub fn set_stage(&mut self, at: usize, belongs: Belongs) {
        self.parts.retain(|part| part.at != at || belongs != Belongs::Before || !part.title.is_empty());
        let stage = match belongs {
            Belongs::Before => return,
            Belongs::To(stage) => Some(stage),
            Belongs::Nowhere => None,
        };
        let index = self.parts.partition_point(|part| part.at < at);
        if let Some(part) = self.parts.get_mut(index).filter(|part| part.at == at) {
            (part.stage, part.guessed) = (stage, false);
        } else {
            let title = String::new();
            self.parts.insert(index, Part { at, title, stage, is_step: false, guessed: false });
        }
    }

    /// Says where all parts of this title belong.
    pub fn set_stage_of(&mut self, title: &str, stage: Option<Stage>) {
        for part in self.parts.iter_mut().filter(|part| part.title == title) {
            (part.stage, part.guessed) = (stage, false);
        }
    }

    /// The column where cells begin, in [`Layout::Lanes`].
    pub(super) fn cells_begin(&self) -> usize {
        match self.first_column {
            FirstColumn::Names => 1,
            FirstColumn::Cells => 0,
        }
    }

    /// The head that a row or column belongs to.
    pub(super) fn head_of(&self, at: usize) -> Option<usize> {
        self.heads.partition_point(|head| head.at <= at).checked_sub(1)
    }

    /// The part that a column or a row belongs to.
    pub(super) fn part_of(&self, at: usize) -> Option<usize> {
        self.parts.partition_point(|part| part.at <= at).checked_sub(1)
    }

    /// The first row or column that says this.
    pub(super) fn place_of(&self, field: Field) -> Option<usize> {
        self.heads.iter().find(|head| head.field == field).map(|head| head.at)
    }

    /// What a head's cells say: those of its row or column, and of the ones up to the next head.
    fn cells<'t>(&self, table: &'t Table, head: usize) -> Vec<&'t str> {
        let Some(from) = self.heads.get(head).map(|head| head.at) else { return Vec::new() };
        let next = self.heads.get(head + 1).map(|next| next.at);
        let (rows, columns) = match self.layout {
            Layout::Lanes => (from..next.unwrap_or(table.height()), self.cells_begin()..table.width()),
            Layout::Rows => (header_row(table) + 1..table.height(), from..next.unwrap_or(table.width())),
        };
        let all = rows.flat_map(|row| columns.clone().map(move |column| table.cell(row, column)));
        all.filter(|cell| !cell.is_empty()).collect()
    }

    /// A lane of emotions in words is one of words, and expectations in words are needs.
    fn suit_to_cells(&mut self, table: &Table) {
        for index in 0..self.heads.len() {
            let cells = self.cells(table, index);
            let numbers = cells.iter().filter(|cell| matches!(read(cell, Scale::Ours), Read { emotion: Some(_), .. }));
            let numeric = numbers.count() * 2 > cells.len();
            let Some(head) = self.heads.get_mut(index).filter(|_| !cells.is_empty() && !numeric) else { continue };
            head.field = match head.field {
                Field::Emotion => Field::Word,
                Field::Expectation => Field::Need,
                other => other,
            };
        }
    }

    /// Where nothing is called touchpoints, actions are, else the first lane whose name nobody knows.
    fn find_touchpoints(&mut self, table: &Table) {
        if self.place_of(Field::Touchpoint).is_some() {
            return;
        }
        let like = [Field::Action, Field::Own, Field::Channel, Field::Step];
        let says = |index: &usize| !self.cells(table, *index).is_empty();
        let found = like.iter().find_map(|field| {
            let mut of_field =
                (0..self.heads.len()).filter(|index| self.heads.get(*index).is_some_and(|head| head.field == *field));
            of_field.find(says)
        });
        if let Some(head) = found.and_then(|index| self.heads.get_mut(index)) {
            head.field = Field::Touchpoint;
        }
    }

    fn scale_of(&self, table: &Table) -> Scale {
        let felt = |head: &&Head| matches!(head.field, Field::Emotion | Field::Expectation);
        let said = self.heads.iter().filter(felt).find_map(|head| Scale::said(&head.label));
        let numeric = (0..self.heads.len()).filter(|index| self.heads.get(*index).as_ref().is_some_and(felt));
        let cells: Vec<&str> = numeric.flat_map(|index| self.cells(table, index)).collect();
        said.unwrap_or_else(|| Scale::of(cells.into_iter()))
    }
}

/// The first row that says anything.
pub(super) fn header_row(table: &Table) -> usize {
    (0..table.height()).find(|row| !table.is_blank_row(*row)).unwrap_or(0)
}

/// Lanes have no names where the title above the first column names a stage, or where there is a single row that nobody
/// would call a lane and no title names a stage.
fn first_column(table: &Table, known: &Known<'_>) -> FirstColumn {
    let header = header_row(table);
    let title = table.cell(header, 0);
    let is_lane = |row: usize| label(table.cell(row, 0)).field.is_some();
    let names_a_stage = |column: usize| said(table.cell(header, column), &known.stages) != Said::Nothing;
    let mut rows = header + 1..table.height();
    let alone = rows.len() == 1;
    if title.is_empty() || label(title).field.is_some() || rows.any(is_lane) {
        return FirstColumn::Names;
    }
    let cells = names_a_stage(0) || alone && !(1..table.width()).any(names_a_stage);
    if cells { FirstColumn::Cells } else { FirstColumn::Names }
}

fn heads_of(table: &Table, mapping: &Mapping) -> Vec<Head> {
    let (header, layout) = (header_row(table), mapping.layout);
    let name = |row: usize| if mapping.first_column == FirstColumn::Names { table.cell(row, 0) } else { "" };
    let labels: Vec<(usize, &str)> = match layout {
        Layout::Lanes => (header + 1..table.height()).map(|row| (row, name(row))).collect(),
        Layout::Rows => (0..table.width()).map(|column| (column, table.cell(header, column))).collect(),
    };
    let first = labels.first().map(|(at, _)| *at);
    let titled = labels.into_iter().filter(|(at, text)| !text.is_empty() || Some(*at) == first);
    titled
        .map(|(at, text)| {
            let known = label(text);
            let is_persona = known.beside.chars().any(char::is_alphabetic) && Scale::said(&known.beside).is_none();
            let felt = known.field.is_some_and(Field::is_felt) && is_persona;
            let unknown = if text.is_empty() && layout == Layout::Rows { Field::Skip } else { Field::Own };
            let field = match known.field {
                // In a table of lanes the stages are said by the columns.
                Some(Field::Stage) if layout == Layout::Lanes => Field::Skip,
                Some(field) => field,
                None => unknown,
            };
            Head { at, label: text.to_owned(), field, persona: if felt { known.beside } else { String::new() } }
        })
        .collect()
}

fn parts(table: &Table, mapping: &Mapping, known: &Known<'_>) -> Vec<Part> {
    let header = header_row(table);
    let mut titles: Vec<(usize, &str)> = match mapping.layout {
        Layout::Lanes => {
            (mapping.cells_begin()..table.width()).map(|column| (column, table.cell(header, column))).collect()
        }
        Layout::Rows => {
            let stage = mapping.place_of(Field::Stage);
            let said = |row: usize| stage.map_or("", |column| table.cell(row, column));
            (header + 1..table.height()).map(|row| (row, said(row))).collect()
        }
    };
    let first = titles.first().map(|(at, _)| *at);
    let mut before = "";
    titles.retain(|(at, title)| {
        let begins = (!title.is_empty() && *title != before) || Some(*at) == first;
        if begins {
            before = title;
        }
        begins
    });
    // In a column of stages a name means the same wherever it stands again.
    let mut names: Vec<&str> = Vec::new();
    let mut places = Vec::new();
    for (_, title) in &titles {
        let before = names.iter().position(|name| name == title).filter(|_| mapping.layout == Layout::Rows);
        places.push(before.unwrap_or(names.len()));
        if before.is_none() {
            names.push(title);
        }
    }
    let mut spread = spread(&names, &known.stages);
    if let ([(stage, _)], [""], Layout::Rows) = (spread.as_mut_slice(), names.as_slice(), mapping.layout) {
        *stage = known.last_stage;
    }
    let stages = places.into_iter().filter_map(|place| spread.get(place).copied());
    let part = |((at, title), (stage, said)): ((usize, &str), (Stage, Said))| Part {
        at,
        title: title.to_owned(),
        stage: Some(stage),
        is_step: !matches!(said, Said::Name(_)) && !title.is_empty(),
        guessed: !matches!(said, Said::Name(it) | Said::Like(it) if it == stage),
    };
    titles.into_iter().zip(stages).map(part).collect()
}
