//! People's decisions. None is altered: a decision is undone by another that names it.

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde_json::Value;

use super::batch::{Batch, run};
use super::bounds::{after_prefix, limit};
use super::columns::instant_in;
use super::error::StoreError;
use super::pending_mark::PendingMark;
use super::reader::Reader;
use crate::decision::{Decision, Verdict};

const COLUMNS: &str = "SELECT id, at, by, what, concerns, detail, undoes FROM decision";

impl Reader {
    /// Every decision, in the order in which they were recorded: clocks are set back, and differ between machines.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        let decisions = self.all(&format!("{COLUMNS} ORDER BY sequence"), (), decision)?;
        decisions.into_iter().map(|decision| self.readable(decision)).collect()
    }

    /// The decision of an id.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn decision(&self, id: &str) -> Result<Option<Decision>, StoreError> {
        let found = self.first(&format!("{COLUMNS} WHERE id = ?1"), [id], decision)?;
        found.map(|decision| self.readable(decision)).transpose()
    }

    /// The ids of decisions that begin so, at most so many.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn decisions_beginning(&self, with: &str, most: usize) -> Result<Vec<String>, StoreError> {
        let decisions = "SELECT id FROM decision WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3";
        self.all(decisions, params![with, after_prefix(with), limit(most)], |row| row.get(0))
    }

    fn readable(&self, decision: Option<Decision>) -> Result<Decision, StoreError> {
        decision.ok_or_else(|| self.damaged("a decision cannot be read"))
    }
}

impl Batch<'_> {
    /// Records a decision, its time to the microsecond, and marks it for concluding; `false` where the same was there, which changes nothing. Another
    /// under the same id is refused, and so is one that undoes what was never decided.
    ///
    /// # Errors
    ///
    /// Where another decision has the id, there is nothing to undo, or the ledger cannot be written.
    pub fn decide(&self, decision: &Decision) -> Result<bool, StoreError> {
        let decision = Decision { at: to_micros(decision.at), ..decision.clone() };
        match self.decision(&decision.id)? {
            Some(known) if known == decision => return Ok(false),
            Some(_) => return Err(StoreError::DecisionClash(decision.id)),
            None => {}
        }
        if let Some(undone) = &decision.undoes
            && self.decision(undone)?.is_none()
        {
            return Err(StoreError::NoDecision(undone.clone()));
        }
        self.insert(&decision).map(|()| true)
    }

    fn insert(&self, decision: &Decision) -> Result<(), StoreError> {
        const DECISION: &str = "INSERT INTO decision(id, at, by, what, concerns, detail, undoes) \
                                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Decision { id, at, by, what, on, detail, undoes } = decision;
        let (what, detail) = (what.word(), detail.to_json().to_string());
        let on = Value::from(on.as_slice()).to_string();
        self.write(|connection| {
            let fields = params![id, at.as_microsecond(), by, what, on, detail, undoes];
            run(connection, DECISION, fields)?;
            PendingMark::Decision(id.clone()).set(connection)
        })
    }
}

/// A row; `None` where what it says is no decision that this program knows: none is passed over in silence.
fn decision(row: &Row<'_>) -> rusqlite::Result<Option<Decision>> {
    let (what, on, detail): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let parsed = (Verdict::of(&what), serde_json::from_str(&on), serde_json::from_str(&detail));
    let (Some(what), Ok(on), Ok(detail)) = parsed else { return Ok(None) };
    Ok(Some(Decision {
        id: row.get(0)?,
        at: instant_in(row, 1)?,
        by: row.get(2)?,
        what,
        on,
        detail,
        undoes: row.get(6)?,
    }))
}

/// An instant as it is kept, to the microsecond.
fn to_micros(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
