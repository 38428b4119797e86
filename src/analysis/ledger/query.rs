//! Which rows are wanted, in which order and groups: what a user has set at the top of a list.

use std::collections::BTreeSet;

use super::order::{Column, Direction, SortKey};
use super::row::{Kind, Row, Status};
use crate::analysis::evidence::Level;
use crate::model::{ChannelId, DepartmentId, PersonaId, Stage};

/// Whose rows are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// The whole project's.
    #[default]
    Project,
    /// Those of the shown journey, and those that stand nowhere yet.
    Journey,
}

/// What rows are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupBy {
    /// The stage.
    Stage,
    /// The channel.
    Channel,
    /// The department that owns it.
    Owner,
    /// The severity.
    Severity,
    /// The status.
    Status,
}

/// Which group. `None` in it: nothing is said of that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// A stage.
    Stage(Option<Stage>),
    /// A channel.
    Channel(Option<ChannelId>),
    /// A department.
    Owner(Option<DepartmentId>),
    /// A severity.
    Severity(Option<u8>),
    /// A status.
    Status(Option<Status>),
}

/// What is wanted. An empty set of a filter lets everything pass; `None` in a set means "nothing is said of it".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Whose rows.
    pub scope: Scope,
    /// Words that must all occur.
    pub text: String,
    /// Met in one of these stages.
    pub stages: BTreeSet<Option<Stage>>,
    /// Met in one of these channels.
    pub channels: BTreeSet<Option<ChannelId>>,
    /// Owned by one of these.
    pub owners: BTreeSet<Option<DepartmentId>>,
    /// At least so severe.
    pub least_severity: Option<u8>,
    /// In one of these statuses.
    pub statuses: BTreeSet<Status>,
    /// Concerning one of these, as what names nobody concerns everybody.
    pub personas: BTreeSet<PersonaId>,
    /// Known so well.
    pub levels: BTreeSet<Level>,
    /// In which order; the later keys decide where the earlier ones are equal.
    pub sort: Vec<SortKey>,
    /// In which groups.
    pub group: Option<GroupBy>,
    /// The groups whose rows are folded away.
    pub folded: BTreeSet<GroupKey>,
}

impl GroupBy {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Stage, Self::Channel, Self::Owner, Self::Severity, Self::Status];

    /// Whether rows of this kind can be put together by it.
    pub fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Stage | Self::Channel => true,
            Self::Owner | Self::Status => kind != Kind::Strengths,
            Self::Severity => kind == Kind::Barriers,
        }
    }
}

impl Query {
    /// What is wanted of a kind before anything has been set: the worst first.
    pub fn usual(kind: Kind) -> Self {
        let first = match kind {
            Kind::Barriers => SortKey { column: Column::Severity, direction: Direction::Descending },
            Kind::Opportunities => SortKey { column: Column::Rice, direction: Direction::Descending },
            Kind::Strengths => SortKey { column: Column::Stage, direction: Direction::Ascending },
        };
        Self { sort: vec![first], ..Self::default() }
    }

    /// Whether a filter keeps rows out.
    pub fn is_filtered(&self) -> bool {
        let Self { scope, text, stages, channels, owners, least_severity, statuses, personas, levels, .. } = self;
        let all = stages.is_empty()
            && channels.is_empty()
            && owners.is_empty()
            && least_severity.is_none()
            && statuses.is_empty()
            && personas.is_empty()
            && levels.is_empty();
        !all || *scope != Scope::Project || !text.trim().is_empty()
    }

    /// Lets everything pass again; order and groups stay.
    pub fn clear_filters(&mut self) {
        let Self { sort, group, folded, .. } = std::mem::take(self);
        *self = Self { sort, group, folded, ..Self::default() };
    }

    /// Sorts by a column first; what was first before decides between equals. The same column again turns the order.
    pub fn sort_by(&mut self, column: Column) {
        let turned = |key: &SortKey| SortKey { direction: key.direction.other(), ..*key };
        let key = match self.sort.first() {
            Some(first) if first.column == column => turned(first),
            _ => SortKey { column, direction: column.usual_direction() },
        };
        self.sort.retain(|other| other.column != column);
        self.sort.insert(0, key);
        self.sort.truncate(3);
    }

    /// Whether a row passes the filters.
    pub fn passes(&self, row: &Row) -> bool {
        let said = |wanted: bool, nothing_said: bool, none_wanted: bool| wanted || nothing_said && none_wanted;
        let stage = self.stages.is_empty()
            || said(
                row.stages.iter().any(|stage| self.stages.contains(&Some(*stage))),
                row.places.is_empty(),
                self.stages.contains(&None),
            );
        let channel = self.channels.is_empty()
            || said(
                row.channels.iter().any(|channel| self.channels.contains(&Some(channel.clone()))),
                row.channels.is_empty(),
                self.channels.contains(&None),
            );
        let owner = self.owners.is_empty() || self.owners.contains(&row.owner().cloned());
        let severity = self.least_severity.is_none_or(|least| row.severity().is_some_and(|it| it >= least));
        let status = self.statuses.is_empty() || row.status().is_some_and(|status| self.statuses.contains(&status));
        let concerned = row.personas();
        let persona =
            self.personas.is_empty() || concerned.is_empty() || concerned.iter().any(|id| self.personas.contains(id));
        let level = self.levels.is_empty() || self.levels.contains(&row.level);
        let text = self.text.to_lowercase();
        let words = text.split_whitespace().all(|word| row.text.contains(word));
        stage && channel && owner && severity && status && persona && level && words
    }
}

/// The groups that a row stands in: one cause that shows in two stages stands in both.
pub(super) fn groups_of(row: &Row, by: GroupBy) -> Vec<GroupKey> {
    match by {
        GroupBy::Stage if row.stages.is_empty() => vec![GroupKey::Stage(None)],
        GroupBy::Stage => row.stages.iter().map(|stage| GroupKey::Stage(Some(*stage))).collect(),
        GroupBy::Channel if row.channels.is_empty() => vec![GroupKey::Channel(None)],
        GroupBy::Channel => row.channels.iter().map(|channel| GroupKey::Channel(Some(channel.clone()))).collect(),
        GroupBy::Owner => vec![GroupKey::Owner(row.owner().cloned())],
        GroupBy::Severity => vec![GroupKey::Severity(row.severity())],
        GroupBy::Status => vec![GroupKey::Status(row.status())],
    }
}
