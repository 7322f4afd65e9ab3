//! The briefs that were made last: to make one its articles are read, which takes longer than the rest of a story's page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::page::Briefed;

/// Briefs that are kept; each holds the articles that its footnotes point into.
const MOST: usize = 64;

/// Briefs by their stories, each with the change of the ledger after which it was made.
#[derive(Debug, Default)]
pub struct Briefs(Mutex<HashMap<String, (i64, Arc<Briefed>)>>);

impl Briefs {
    /// The brief of a story, where nothing was recorded since it was made.
    pub fn known(&self, story: &str, change: i64) -> Option<Arc<Briefed>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(story).filter(|(made, _)| *made == change).map(|(_, brief)| Arc::clone(brief))
    }

    /// Keeps the brief of a story that was looked at when the ledger stood at a change, or after it.
    pub fn keep(&self, story: String, change: i64, brief: Arc<Briefed>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.retain(|_, (made, _)| *made == change);
        }
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(story, (change, brief));
    }
}
