//! What readers say is wrong, and what the desk decided: as it is kept.

mod credit;
mod decide;
mod erase;
mod queue;
mod receive;
mod sender;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row};

use super::{DeskStore, failed, instant};
use crate::problem::Problem;

pub use credit::Credit;
pub use queue::{Listing, QueueOrder, Queued};
pub use sender::Sender;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionState {
    /// Nobody decided.
    Open,
    /// The desk agrees: it is published.
    Approved,
    /// The desk does not.
    Rejected,
}

impl CorrectionState {
    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    /// What a word means; what means nothing else is open.
    pub fn of(word: &str) -> Self {
        [Self::Approved, Self::Rejected].into_iter().find(|state| state.word() == word).unwrap_or(Self::Open)
    }
}

/// What a reader sends, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The version in which the passage was found.
    pub article: String,
    /// Its address.
    pub url: String,
    /// Its outlet.
    pub publisher: String,
    /// Its headline.
    pub title: String,
    /// 'typo', 'correction', 'clarification' or 'retraction'.
    pub kind: String,
    /// The words chosen, and what stands around them.
    pub exact: String,
    /// Before.
    pub prefix: String,
    /// Behind.
    pub suffix: String,
    /// Where the words begin in the text of the reader's page, in code points.
    pub start: Option<u32>,
    /// The date that their page gives of itself.
    pub dated: Option<String>,
    /// What should stand there.
    pub wording: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// What the desk decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Approved, rejected, or open again.
    pub state: CorrectionState,
    /// Of what kind, which the desk may see otherwise than the reader.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
    /// What readers are told.
    pub note: String,
}

/// A correction as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the private link has: whoever knows it sees the outcome.
    pub id: String,
    /// When it came first.
    pub at: Timestamp,
    /// What came.
    pub received: Received,
    /// How often it was sent.
    pub times: i64,
    /// Whether it cost its sender work.
    pub worked: bool,
    /// How it stands.
    pub state: CorrectionState,
    /// What was decided.
    pub decided: Option<Decided>,
}

/// What a correction is made of, in the order in which [`correction`] reads it.
const COLUMNS: &str = "correction.id, at, article, url, publisher, title, kind, exact, prefix, suffix, wording, reason, \
                       times, state, decided_at, decided_by, old, new, note, start, dated, worked";

impl DeskStore {
    /// The correction of an id.
    pub(crate) fn correction(&self, id: &str) -> Result<Option<Correction>, Problem> {
        let sql = format!("SELECT {COLUMNS} FROM correction WHERE id = ?1");
        self.locked().query_row(&sql, [id], correction).optional().map_err(failed)
    }
}

fn correction(row: &Row<'_>) -> rusqlite::Result<Correction> {
    let state = CorrectionState::of(&row.get::<_, String>(13)?);
    let kind: String = row.get(6)?;
    let decided = match row.get::<_, Option<i64>>(14)? {
        None => None,
        Some(at) => Some(Decided {
            state,
            kind: kind.clone(),
            at: instant(at),
            by: row.get::<_, Option<String>>(15)?.unwrap_or_default(),
            old: row.get::<_, Option<String>>(16)?.unwrap_or_default(),
            new: row.get::<_, Option<String>>(17)?.unwrap_or_default(),
            note: row.get::<_, Option<String>>(18)?.unwrap_or_default(),
        }),
    };
    let received = Received {
        article: row.get(2)?,
        url: row.get(3)?,
        publisher: row.get(4)?,
        title: row.get(5)?,
        kind,
        exact: row.get(7)?,
        prefix: row.get(8)?,
        suffix: row.get(9)?,
        start: row.get(19)?,
        dated: row.get(20)?,
        wording: row.get(10)?,
        reason: row.get(11)?,
    };
    Ok(Correction {
        id: row.get(0)?,
        at: instant(row.get(1)?),
        received,
        times: row.get(12)?,
        worked: row.get(21)?,
        state,
        decided,
    })
}
