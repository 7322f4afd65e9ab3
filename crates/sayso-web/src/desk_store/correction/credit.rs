//! What speaks for reading a correction before others: who sent it, how many did, and what became of what they sent before.

use rusqlite::Row;

/// What is known of who sent a correction that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Different households that sent it; none where an earlier version kept nothing of them.
    pub readers: i64,
    /// Corrections that wait and that its sender sent and nobody else, with this one.
    pub alone: i64,
    /// What the desk approved of its sender's.
    pub approved: i64,
    /// What the desk rejected of its sender's.
    pub rejected: i64,
}

/// The credit of each waiting correction, `turn` being which it is of those of its sender that wait. Where several sent it,
/// the best of what is said of one counts.
pub(super) const CREDIT: &str = "
WITH history AS (
    SELECT household, count(*) FILTER (WHERE state = 'approved') AS approved,
        count(*) FILTER (WHERE state = 'rejected') AS rejected
    FROM sender JOIN correction ON correction.id = sender.correction GROUP BY household
), sent AS (
    SELECT correction, household, row_number() OVER (PARTITION BY household ORDER BY number) AS turn,
        count(*) OVER (PARTITION BY correction) AS readers
    FROM sender JOIN correction ON correction.id = sender.correction WHERE state = 'open'
), counted AS (
    SELECT *, count(*) FILTER (WHERE readers = 1) OVER (PARTITION BY household) AS alone FROM sent
), credit AS (
    SELECT correction, max(readers) AS readers, min(turn) AS turn, max(alone) AS alone, max(approved) AS approved,
        min(rejected) AS rejected
    FROM counted JOIN history USING (household) GROUP BY correction
)";

/// The order of reading. Of one sender one comes after another, so that nobody's many hide those of others; of one whom the
/// desk found right before, several at a time. Among those whose turn it is: what several sent, what somebody sent who
/// was right before, what cost work, what is of an outlet that has a name, and the latest. Whoever was rejected three
/// times and never approved comes last.
pub(super) const BY_CREDIT: &str = "
    coalesce(readers = 1 AND rejected >= 3 AND approved = 0, 0),
    (coalesce(turn, 1) - 1) / (1 + min(coalesce(approved, 0), 9)),
    coalesce(readers > 1, 0) DESC, coalesce(approved > 0, 0) DESC, worked DESC, publisher <> '' DESC, number DESC";

/// What [`credit`] reads.
pub(super) const COLUMNS: &str =
    "coalesce(readers, 0), coalesce(alone, 0), coalesce(approved, 0), coalesce(rejected, 0)";

/// Reads the columns of a credit, from a place on.
pub(super) fn credit(row: &Row<'_>, from: usize) -> rusqlite::Result<Credit> {
    Ok(Credit {
        readers: row.get(from)?,
        alone: row.get(from + 1)?,
        approved: row.get(from + 2)?,
        rejected: row.get(from + 3)?,
    })
}
