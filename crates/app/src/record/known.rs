//! What was found out about a partnership, remembered until its next event. Some pages are read far more often than a
//! partnership acts, and every act leaves an event, on whichever node it happens: what was found at the newest event is true
//! as long as that event is the newest.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// What is known, by partnership or by partnership and language, each with the event it was found at.
#[derive(Debug)]
pub struct Known<K, T> {
    found: Mutex<HashMap<K, (i64, T)>>,
    most: usize,
}

impl<K: Eq + Hash, T: Clone> Known<K, T> {
    /// Nothing yet, and never more than so many: beyond them all are forgotten at once and asked anew.
    pub fn at_most(most: usize) -> Self {
        Self { found: Mutex::default(), most }
    }

    /// What was found when event number `last` was the newest.
    pub fn at(&self, of: &K, last: i64) -> Option<T> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.get(of).filter(|(at, _)| *at == last).map(|(_, what)| what.clone())
    }

    /// Remembers what was found. A look that began earlier may come back later: what is remembered never goes back.
    pub fn keep(&self, of: K, last: i64, what: T) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= self.most {
            found.clear();
        }
        if found.get(&of).is_none_or(|(at, _)| *at < last) {
            found.insert(of, (last, what));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_before_an_event_is_not_given_after_it() {
        let known = Known::at_most(8);
        known.keep("here", 7, "old");
        assert_eq!(
            (known.at(&"here", 7), known.at(&"here", 8), known.at(&"there", 7)),
            (Some("old"), None, None)
        );
        known.keep("here", 8, "new");
        known.keep("here", 7, "old");
        assert_eq!((known.at(&"here", 7), known.at(&"here", 8)), (None, Some("new")));
    }

    #[test]
    fn it_holds_no_more_than_it_may() {
        let known = Known::at_most(3);
        for n in 0..100 {
            known.keep(n, 1, n);
            assert!(known.found.lock().unwrap().len() <= 3);
        }
        assert_eq!(known.at(&99, 1), Some(99));
    }
}
