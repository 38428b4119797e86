//! Two versions of a list side by side: costs little where they share much.

use std::sync::Arc;

use crate::model::List;
use crate::model::list::Item;

/// Reports each id whose item is not the same in memory in both lists.
pub(super) fn pairs<T: Item>(before: &List<T>, after: &List<T>, mut report: impl FnMut(Option<&T>, Option<&T>)) {
    if before.same(after) {
        return;
    }
    let (mut olds, mut news) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (olds.peek(), news.peek()) {
            (None, None) => return,
            (Some(old), Some(new)) if Arc::ptr_eq(old, new) => {
                olds.next();
                news.next();
            }
            (Some(old), Some(new)) if old.id() == new.id() => {
                report(Some(old), Some(new));
                olds.next();
                news.next();
            }
            (old, new) if new.is_none_or(|new| old.is_some_and(|old| old.id() < new.id())) => {
                report(olds.next().map(Arc::as_ref), None);
            }
            _ => report(None, news.next().map(Arc::as_ref)),
        }
    }
}
