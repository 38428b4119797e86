//! Version 1: the workshop's notes.

use super::leaf::{Date, Id, Number, Rank, Text};
use super::lists::{Counts, Items, Many};
use super::project::Subject;
use super::value::record;
use crate::model;

record! {
    #[derive(Default)]
    Block Workshop {
        agenda?: Items<AgendaItem>,
        parking?: Items<ParkingItem>,
        decisions?: Items<Decision>,
        glossary?: Items<GlossaryEntry>,
        votes?: Items<Vote>,
        polls?: Items<Poll>,
        notes?: Text,
    }
}

record! {
    Flow AgendaItem {
        id: Id<model::AgendaItemId>,
        rank?: Rank,
        title?: Text,
        minutes?: Number,
    }
}

record! {
    Flow ParkingItem {
        id: Id<model::ParkingId>,
        rank?: Rank,
        text?: Text,
        participant?: Option<Id<model::ParticipantId>>,
    }
}

record! {
    Flow Decision {
        id: Id<model::DecisionId>,
        rank?: Rank,
        what?: Text,
        who?: Text,
        due?: Option<Date>,
        opportunities?: Many<Id<model::OpportunityId>>,
    }
}

record! {
    Flow GlossaryEntry {
        id: Id<model::GlossaryId>,
        term?: Text,
        meaning?: Text,
    }
}

record! {
    Flow Vote {
        id: Id<model::VoteId>,
        rank?: Rank,
        title?: Text,
        dots_each?: u32,
        voters?: u32,
        results?: Many<(Subject, u32)>,
        revealed?: bool,
    }
}

record! {
    Flow Poll {
        id: Id<model::PollId>,
        rank?: Rank,
        touchpoint: Id<model::TouchpointId>,
        counts: Counts<u32, 11>,
    }
}
