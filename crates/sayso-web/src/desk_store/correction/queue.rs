//! Corrections in lists, page by page: those that wait, by who sent them or when; those that are decided, the latest first.

use rusqlite::params;

use super::super::{DeskStore, failed};
use super::credit::{BY_CREDIT, COLUMNS as CREDITED, CREDIT, Credit, credit};
use super::{COLUMNS, Correction, CorrectionState, correction};
use crate::problem::Problem;

/// Corrections that a public page or a feed shows.
const SHOWN: i64 = 200;

/// In which order those that wait are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// By what speaks for them.
    #[default]
    Credit,
    /// The latest first.
    Newest,
    /// The one that waits longest first.
    Oldest,
}

impl QueueOrder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Credit, Self::Newest, Self::Oldest];

    /// The word for it in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Credit => "credit",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// What a word means; what means nothing else is by credit.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.word() == word).unwrap_or_default()
    }
}

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Of those in this state.
    pub state: CorrectionState,
    /// In this order; decided ones always come the latest first.
    pub order: QueueOrder,
    /// Which page, from 1.
    pub page: usize,
    /// How many to a page.
    pub size: usize,
}

/// A correction in a list, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// The correction.
    pub correction: Correction,
    /// Of those that wait.
    pub credit: Credit,
}

impl Listing {
    /// Its address at the desk.
    pub fn address(self) -> String {
        format!("{}&page={}", self.address_of_all(), self.page)
    }

    /// The same without the number of a page.
    pub fn address_of_all(self) -> String {
        format!("/corrections?state={}&order={}", self.state.word(), self.order.word())
    }
}

impl DeskStore {
    /// One page of corrections.
    pub(crate) fn corrections(&self, listing: Listing) -> Result<Vec<Queued>, Problem> {
        let order = match (listing.state, listing.order) {
            (CorrectionState::Approved | CorrectionState::Rejected, _) => "decided_at DESC, number DESC",
            (CorrectionState::Open, QueueOrder::Credit) => BY_CREDIT,
            (CorrectionState::Open, QueueOrder::Newest) => "number DESC",
            (CorrectionState::Open, QueueOrder::Oldest) => "number",
        };
        let sql = format!(
            "{CREDIT} SELECT {COLUMNS}, {CREDITED} FROM correction LEFT JOIN credit ON credit.correction = correction.id \
             WHERE state = ?1 ORDER BY {order} LIMIT ?2 OFFSET ?3"
        );
        let from = listing.page.saturating_sub(1).saturating_mul(listing.size);
        let connection = self.locked();
        let mut statement = connection.prepare(&sql).map_err(failed)?;
        let page = params![
            listing.state.word(),
            i64::try_from(listing.size).unwrap_or(i64::MAX),
            i64::try_from(from).unwrap_or(i64::MAX)
        ];
        let rows =
            statement.query_map(page, |row| Ok(Queued { correction: correction(row)?, credit: credit(row, 22)? }));
        rows.and_then(Iterator::collect).map_err(failed)
    }

    /// What a publisher corrected, the latest first.
    pub(crate) fn published(&self, publisher: &str) -> Result<Vec<Correction>, Problem> {
        let sql = format!(
            "SELECT {COLUMNS} FROM correction WHERE publisher = ?1 AND state = 'approved' \
             ORDER BY decided_at DESC, number DESC LIMIT {SHOWN}"
        );
        let connection = self.locked();
        let mut statement = connection.prepare(&sql).map_err(failed)?;
        statement.query_map([publisher], correction).and_then(Iterator::collect).map_err(failed)
    }

    /// How many are in a state.
    pub(crate) fn count_of(&self, state: CorrectionState) -> Result<usize, Problem> {
        const COUNT: &str = "SELECT count(*) FROM correction WHERE state = ?1";
        let count = self.locked().query_row(COUNT, [state.word()], |row| row.get::<_, i64>(0));
        Ok(usize::try_from(count.map_err(failed)?).unwrap_or(0))
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> Result<usize, Problem> {
        self.count_of(CorrectionState::Open)
    }
}
