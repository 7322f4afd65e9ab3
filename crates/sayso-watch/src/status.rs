//! How the watching goes: what is watched, what came of it, what failed and why.

use jiff::Timestamp;
use sayso::without_secrets;
use serde::Serialize;

use crate::state::{StateError, Target, WatchStore};

/// Articles that could not be had and are listed.
const MOST_FAILED: usize = 50;

/// How it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// What is watched, in order of addresses.
    pub lists: Vec<ListStatus>,
    /// Articles that were found.
    pub found: usize,
    /// Articles that were read.
    pub read: usize,
    /// Texts that were recorded: articles and their changes.
    pub recorded: usize,
    /// Articles that could not be had when they were last tried, the latest first, at most fifty.
    pub failed: Vec<PageStatus>,
}

/// A feed, a sitemap, or a list of such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListStatus {
    /// Where it is; without secrets.
    pub url: String,
    /// The list in which it was found.
    pub found_in: Option<String>,
    /// When it was last read.
    pub read_at: Option<Timestamp>,
    /// When it is visited next.
    pub due: Option<Timestamp>,
    /// Texts that were recorded of what it lists.
    pub recorded: usize,
    /// How often in a row it could not be read.
    pub failures: u32,
    /// Why not.
    pub error: Option<String>,
}

/// An article that could not be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageStatus {
    /// Where it is; without secrets.
    pub url: String,
    /// The list in which it was found.
    pub found_in: Option<String>,
    /// When it was last tried.
    pub at: Option<Timestamp>,
    /// Why it could not be had.
    pub error: String,
    /// When it is tried again; null where it is given up.
    pub due: Option<Timestamp>,
}

impl WatchStore {
    /// How the watching goes.
    ///
    /// # Errors
    ///
    /// Where the state cannot be read.
    pub fn status(&self) -> Result<Status, StateError> {
        let (found, read, recorded) = self.articles()?;
        let mut lists = Vec::new();
        for target in self.lists()? {
            lists.push(ListStatus { recorded: self.recorded_of(&target.key)?, ..of_list(target) });
        }
        let failed = self.failed(MOST_FAILED)?.into_iter().map(of_page).collect();
        Ok(Status { lists, found, read, recorded, failed })
    }
}

fn of_list(target: Target) -> ListStatus {
    ListStatus {
        url: without_secrets(&target.url),
        found_in: target.parent.as_deref().map(without_secrets),
        read_at: target.read_at,
        due: target.due,
        recorded: 0,
        failures: target.failures,
        error: target.error,
    }
}

fn of_page(target: Target) -> PageStatus {
    PageStatus {
        url: without_secrets(&target.url),
        found_in: target.parent.as_deref().map(without_secrets),
        at: target.error_at,
        error: target.error.unwrap_or_default(),
        due: target.due,
    }
}
