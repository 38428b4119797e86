//! What a customer journey map *is*: plain values, pure functions, no files, clock, randomness or window.
//!
//! Reading order: [`document`] (the whole project), [`journey`] and [`touchpoint`] (the map), [`persona`],
//! [`barrier`], [`opportunity`], [`evidence`], [`metric`] (what is known about it), [`piece`] (a part that stands for
//! itself), then the small
//! value types ([`ids`], [`list`], [`rank`], [`values`]) and [`mod@validate`].
//!
//! Whatever is not known stays empty: an empty string, `None`, an empty list.

pub mod audit;
pub mod barrier;
pub mod document;
pub mod evidence;
pub mod ids;
pub mod journey;
pub mod limits;
pub mod list;
pub mod metric;
pub mod opportunity;
pub mod persona;
pub mod picture;
pub mod piece;
pub mod placement;
pub mod rank;
pub mod show;
pub mod stage;
pub(crate) mod starts;
pub mod subject;
pub mod text_spot;
pub mod touchpoint;
pub mod transition;
pub mod validate;
pub mod values;
pub mod workshop;

pub use audit::{Audit, AuditAnswer, Component};
pub use barrier::{Barrier, BarrierStatus, Blocks, StatusChange, Strength};
pub use document::{
    Channel, ChannelIcon, Comment, Department, Document, InkStroke, Participant, ProjectInfo, Stop, StopView, Vision,
};
pub use evidence::{Evidence, EvidenceKind, Excerpt, Supported};
pub use ids::{
    AgendaItemId, BarrierId, ChannelId, CommentId, DecisionId, DepartmentId, EvidenceId, GlossaryId, IdError, IdSource,
    JourneyId, LaneId, MetricId, OpportunityId, ParkingId, ParticipantId, PersonaId, PollId, SeededIds, StepId, StopId,
    StrengthId, TouchpointId, TransitionId, VoteId,
};
pub use journey::{
    CustomLane, Journey, JourneyInfo, JourneyKind, Lane, LaneContent, LaneSetting, PersonaPath, StageInfo, Step,
};
pub use list::{Item, List, by_rank};
pub use metric::{Metric, MetricData, MetricSubject};
pub use opportunity::{Opportunity, OpportunityStatus};
pub use persona::{Avatar, Clothes, Demographics, Field, Hair, HairColor, Persona, Portrait, Skin, Slider};
pub use picture::{Picture, PictureFormat};
pub use piece::Piece;
pub use placement::{Column, StepColumns, columns, columns_among, step_columns, touchpoints_in_order};
pub use rank::Rank;
pub use show::{PlacedStop, stops_in_order};
pub use stage::Stage;
pub use subject::Subject;
pub use text_spot::{TextField, TextSpot, Written};
pub use touchpoint::{Cell, CellValue, End, Feeling, Ownership, Touchpoint};
pub use transition::Transition;
pub use validate::{Problem, ProblemKind, Severity, validate};
pub use values::{Date, Emotion, Language};
pub use workshop::{AgendaItem, Decision, GlossaryEntry, ParkingItem, Poll, Vote, Workshop};
