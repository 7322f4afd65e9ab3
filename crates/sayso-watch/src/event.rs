//! What one step of watching did.

use jiff::Timestamp;
use sayso::without_secrets;
use serde::Serialize;

/// What one step did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What was visited; without secrets.
    pub url: String,
    /// What came of it, in a few words.
    pub what: String,
    /// Whether it failed.
    pub is_failure: bool,
    /// Whether something was recorded.
    pub has_recorded: bool,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchStep {
    /// Something was visited.
    Did(Event),
    /// Something is due, and its site is to be left alone until then.
    Pause(Timestamp),
    /// Nothing is due until then, or ever.
    Idle(Option<Timestamp>),
}

/// What a step did.
pub fn told(url: &str, what: &str, is_failure: bool) -> WatchStep {
    WatchStep::Did(Event { url: without_secrets(url), what: what.to_owned(), is_failure, has_recorded: false })
}

impl WatchStep {
    /// The same, and something was recorded, or not.
    pub(crate) fn recorded(self, has_recorded: bool) -> Self {
        match self {
            Self::Did(event) => Self::Did(Event { has_recorded, ..event }),
            other => other,
        }
    }
}
