//! Barriers, opportunities and strengths as a table: rows with what is looked up for them, filtered, sorted, grouped.
//!
//! Pure: the same document and [`Query`] give the same [`Table`]. Reading order: [`row`] (what is known of one),
//! [`query`] (which are wanted), [`order`] (in which order), [`table`] (the lines), [`rating`] (value against effort).

pub mod order;
pub mod query;
pub mod rating;
pub mod row;
pub mod table;

pub use order::{Column, Direction, SortKey};
pub use query::{GroupBy, GroupKey, Query, Scope};
pub use rating::{Rating, SCALE, Worth};
pub use row::{Item, Kind, Place, Row, Status, rice};
pub use table::{Group, Line, Sums, Table};
