//! What goes from corrections: a reader's words, all that was quoted of a text that was removed, what is kept no longer; and
//! addresses of pages as readers wrote them.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::super::{DeskStore, failed, notice};
use super::decide::ids;
use crate::problem::Problem;

/// How long a reader's own words, and who they were, are kept after the decision.
const KEPT_DAYS: i64 = 180;

impl DeskStore {
    /// Takes a reader's own words and address out, and who they were; what the desk decided stays.
    pub(crate) fn erase(&self, id: &str) -> Result<(), Problem> {
        const ERASE: &str = "UPDATE correction SET wording = NULL, reason = NULL WHERE id = ?1";
        let erase = |transaction: &Connection| {
            let erased = transaction.execute(ERASE, [id])?;
            transaction.execute("DELETE FROM sender WHERE correction = ?1", [id])?;
            notice::erased(transaction, id).map(|addresses| erased + addresses)
        };
        self.erasing(|transaction| erase(transaction).map_err(failed)).map(drop)
    }

    /// The articles of which corrections have words.
    pub(crate) fn quoted(&self) -> Result<Vec<String>, Problem> {
        const QUOTED: &str = "SELECT DISTINCT article FROM correction WHERE exact <> ''";
        let connection = self.locked();
        let mut statement = connection.prepare(QUOTED).map_err(failed)?;
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(failed)
    }

    /// Takes out all that was quoted of an article, and what readers wrote about it; those that wait are closed, since
    /// nobody can look them up any more. What the desk told readers in its own words stays. Gives how many there were.
    pub(crate) fn erase_quotations(
        &self,
        article: &str,
        keeps_title: bool,
        by: &str,
        now: Timestamp,
    ) -> Result<usize, Problem> {
        const WAITING: &str = "SELECT id FROM correction WHERE article = ?1 AND state = 'open'";
        const CLOSE: &str = "UPDATE correction SET state = 'rejected', decided_at = ?2, decided_by = ?3, \
                             note = 'The text of the article was removed.' WHERE article = ?1 AND state = 'open'";
        const ERASE: &str = "UPDATE correction SET exact = '', prefix = '', suffix = '', wording = NULL, reason = NULL, \
                             old = '', new = '', title = iif(?2, title, '') WHERE article = ?1 AND exact <> ''";
        let erase = |transaction: &Connection| {
            let waiting = ids(transaction, WAITING, article)?;
            transaction.execute(CLOSE, params![article, now.as_second(), by])?;
            for id in &waiting {
                notice::decided(transaction, id, now)?;
            }
            transaction.execute(ERASE, params![article, keeps_title])
        };
        self.erasing(|transaction| erase(transaction).map_err(failed))
    }

    /// Takes out readers' words that are kept no longer, and who they were.
    pub(crate) fn forget_words(&self, now: Timestamp) -> Result<(), Problem> {
        let before = now.as_second() - KEPT_DAYS * 24 * 60 * 60;
        const FORGET: &str = "UPDATE correction SET wording = NULL, reason = NULL WHERE state <> 'open' \
                              AND decided_at < ?1 AND (wording IS NOT NULL OR reason IS NOT NULL)";
        const SENDERS: &str = "DELETE FROM sender WHERE correction IN \
                               (SELECT id FROM correction WHERE state <> 'open' AND decided_at < ?1)";
        let forget = |transaction: &Connection| {
            let senders = transaction.execute(SENDERS, [before])?;
            transaction.execute(FORGET, [before]).map(|words| words + senders)
        };
        self.erasing(|transaction| forget(transaction).map_err(failed)).map(drop)
    }

    /// The articles of corrections whose page's address is as a reader wrote it, in files of earlier versions.
    pub(crate) fn unresolved(&self) -> Result<Vec<String>, Problem> {
        const UNRESOLVED: &str = "SELECT DISTINCT article FROM correction WHERE resolved = 0";
        let connection = self.locked();
        let mut statement = connection.prepare(UNRESOLVED).map_err(failed)?;
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(failed)
    }

    /// Puts the addresses that the ledger has of articles in place of what readers wrote.
    pub(crate) fn resolve(&self, addresses: &[(String, String)]) -> Result<(), Problem> {
        const RESOLVE: &str = "UPDATE correction SET url = ?2, resolved = 1 WHERE article = ?1 AND resolved = 0";
        let resolve = |transaction: &Connection| {
            addresses
                .iter()
                .map(|(article, url)| transaction.execute(RESOLVE, [article, url]))
                .sum::<rusqlite::Result<usize>>()
        };
        self.erasing(|transaction| resolve(transaction).map_err(failed)).map(drop)
    }
}
