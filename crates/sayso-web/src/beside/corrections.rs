//! What readers say is wrong, and what the desk decided.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Beside, failed, instant, notice};
use crate::problem::Problem;

/// Corrections that wait to be decided, of all readers together: more would only bury them.
const OPEN: i64 = 5_000;

/// Of these, such as cost their sender no work: they must not take the place of those that did.
const UNWORKED: i64 = 500;

/// Corrections that a page shows.
const SHOWN: i64 = 200;

/// How long a reader's own words are kept after the decision.
const KEPT_DAYS: i64 = 180;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody decided.
    Open,
    /// The desk agrees: it is published.
    Approved,
    /// The desk does not.
    Rejected,
}

impl State {
    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    fn of(word: &str) -> Self {
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
    pub state: State,
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
    /// How many readers sent it.
    pub times: i64,
    /// How it stands.
    pub state: State,
    /// What was decided.
    pub decided: Option<Decided>,
}

const COLUMNS: &str = "SELECT id, at, article, url, publisher, title, kind, exact, prefix, suffix, wording, reason, \
                       times, state, decided_at, decided_by, old, new, note, start, dated FROM correction";

impl Beside {
    /// Takes a correction under an id, and whether it cost its sender work; gives the id of the one that it repeats, where
    /// it does.
    pub(crate) fn receive(
        &self,
        id: &str,
        received: &Received,
        worked: bool,
        at: Timestamp,
    ) -> Result<String, Problem> {
        let connection = self.locked();
        let known = repeated(&connection, received).map_err(failed)?;
        if let Some(known) = known {
            connection.execute("UPDATE correction SET times = times + 1 WHERE id = ?1", [&known]).map_err(failed)?;
            return Ok(known);
        }
        const WAITING: &str =
            "SELECT count(*), count(*) FILTER (WHERE worked = 0) FROM correction WHERE state = 'open'";
        let waiting = connection.query_row(WAITING, [], |row| Ok((row.get(0)?, row.get(1)?)));
        let (all, unworked): (i64, i64) = waiting.map_err(failed)?;
        if all >= OPEN || (unworked >= UNWORKED && !worked) {
            return Err(Problem::Refused(
                "The desk has more corrections waiting than it can read. Please try again later.".to_owned(),
            ));
        }
        let Received { article, url, publisher, title, kind, exact, prefix, suffix, start, dated, wording, reason } =
            received;
        let at = at.as_second();
        let kept = params![
            id, at, article, url, publisher, title, kind, exact, prefix, suffix, wording, reason, worked, start, dated
        ];
        const KEEP: &str = "INSERT INTO correction(id, at, article, url, publisher, title, kind, exact, prefix, suffix, \
                            wording, reason, worked, start, dated, times, state) \
                            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1, 'open')";
        connection.execute(KEEP, kept).map_err(failed)?;
        Ok(id.to_owned())
    }

    /// The correction of an id.
    pub(crate) fn correction(&self, id: &str) -> Result<Option<Correction>, Problem> {
        let found = self.locked().query_row(&format!("{COLUMNS} WHERE id = ?1"), [id], correction).optional();
        found.map_err(failed)
    }

    /// Corrections in a state: those that wait in the order in which they came, decided ones the latest first.
    pub(crate) fn corrections(&self, state: State) -> Result<Vec<Correction>, Problem> {
        let order = if state == State::Open { "number" } else { "decided_at DESC, number DESC" };
        self.listed(&format!("{COLUMNS} WHERE state = ?1 ORDER BY {order} LIMIT {SHOWN}"), state.word())
    }

    /// What a publisher corrected, the latest first.
    pub(crate) fn published(&self, publisher: &str) -> Result<Vec<Correction>, Problem> {
        let sql = format!(
            "{COLUMNS} WHERE publisher = ?1 AND state = 'approved' ORDER BY decided_at DESC, number DESC LIMIT {SHOWN}"
        );
        self.listed(&sql, publisher)
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> Result<usize, Problem> {
        let count = self
            .locked()
            .query_row("SELECT count(*) FROM correction WHERE state = 'open'", [], |row| row.get::<_, i64>(0));
        Ok(usize::try_from(count.map_err(failed)?).unwrap_or(0))
    }

    /// Records what the desk decides, and has told who waits for it; an earlier decision is replaced.
    pub(crate) fn decide(&self, id: &str, decided: &Decided) -> Result<(), Problem> {
        const DECIDE: &str = "UPDATE correction SET state = ?2, kind = ?3, decided_at = ?4, decided_by = ?5, old = ?6, \
                              new = ?7, note = ?8 WHERE id = ?1";
        let Decided { state, kind, at, by, old, new, note } = decided;
        let kept = params![id, state.word(), kind, at.as_second(), by, old, new, note];
        let mut connection = self.locked();
        let transaction = connection.transaction().map_err(failed)?;
        if transaction.execute(DECIDE, kept).map_err(failed)? == 0 {
            return Err(Problem::Missing("There is no such correction.".to_owned()));
        }
        if *state != State::Open {
            notice::decided(&transaction, id, *at).map_err(failed)?;
        }
        transaction.commit().map_err(failed)?;
        notice::scrub(&connection)
    }

    /// Takes a reader's own words and address out; what the desk decided stays.
    pub(crate) fn erase(&self, id: &str) -> Result<(), Problem> {
        const ERASE: &str = "UPDATE correction SET wording = NULL, reason = NULL WHERE id = ?1";
        let mut connection = self.locked();
        let transaction = connection.transaction().map_err(failed)?;
        transaction.execute(ERASE, [id]).map_err(failed)?;
        notice::erased(&transaction, id).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        notice::scrub(&connection)
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
        let mut connection = self.locked();
        let transaction = connection.transaction().map_err(failed)?;
        let erase = |transaction: &Connection| {
            let mut waiting = transaction.prepare(WAITING)?;
            let waiting: Vec<String> =
                waiting.query_map([article], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            transaction.execute(CLOSE, params![article, now.as_second(), by])?;
            waiting.iter().try_for_each(|id| notice::decided(transaction, id, now))?;
            transaction.execute(ERASE, params![article, keeps_title])
        };
        let erased = erase(&transaction).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        notice::scrub(&connection)?;
        Ok(erased)
    }

    /// Takes out readers' words that are kept no longer.
    pub(crate) fn forget_words(&self, now: Timestamp) -> Result<(), Problem> {
        let before = now.as_second() - KEPT_DAYS * 24 * 60 * 60;
        const FORGET: &str = "UPDATE correction SET wording = NULL, reason = NULL WHERE state <> 'open' \
                              AND decided_at < ?1 AND (wording IS NOT NULL OR reason IS NOT NULL)";
        let connection = self.locked();
        match connection.execute(FORGET, [before]).map_err(failed)? {
            0 => Ok(()),
            _ => notice::scrub(&connection),
        }
    }

    fn listed(&self, sql: &str, about: &str) -> Result<Vec<Correction>, Problem> {
        let connection = self.locked();
        let mut statement = connection.prepare(sql).map_err(failed)?;
        let rows = statement.query_map([about], correction).and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
        rows.map_err(failed)
    }
}

/// The id of a waiting correction of the same words, of the same kind and with the same wording.
fn repeated(connection: &Connection, received: &Received) -> rusqlite::Result<Option<String>> {
    const REPEATED: &str = "SELECT id FROM correction WHERE state = 'open' AND url = ?1 AND kind = ?2 AND exact = ?3 \
                            AND prefix = ?4 AND wording IS ?5 LIMIT 1";
    let Received { url, kind, exact, prefix, wording, .. } = received;
    connection.query_row(REPEATED, params![url, kind, exact, prefix, wording], |row| row.get(0)).optional()
}

fn correction(row: &Row<'_>) -> rusqlite::Result<Correction> {
    let state = State::of(&row.get::<_, String>(13)?);
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
    Ok(Correction { id: row.get(0)?, at: instant(row.get(1)?), received, times: row.get(12)?, state, decided })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside() -> Beside {
        Beside::in_memory()
    }

    fn received(wording: &str) -> Received {
        Received {
            exact: "34 dead".to_owned(),
            kind: "correction".to_owned(),
            wording: Some(wording.to_owned()),
            reason: Some("I was there".to_owned()),
            publisher: "The Post".to_owned(),
            ..Received::default()
        }
    }

    fn approved() -> Decided {
        Decided {
            state: State::Approved,
            kind: "correction".to_owned(),
            at: Timestamp::UNIX_EPOCH,
            by: "A. Editor".to_owned(),
            old: "34 dead".to_owned(),
            new: "36 dead".to_owned(),
            note: "The number was wrong.".to_owned(),
        }
    }

    #[test]
    fn repeated_corrections_are_counted() {
        let beside = beside();
        let at = Timestamp::UNIX_EPOCH;
        assert_eq!(beside.receive("a", &received("36 dead"), true, at).unwrap(), "a");
        assert_eq!(beside.receive("b", &received("36 dead"), true, at).unwrap(), "a");
        assert_eq!(beside.receive("c", &received("37 dead"), true, at).unwrap(), "c");
        assert_eq!((beside.waiting().unwrap(), beside.correction("a").unwrap().unwrap().times), (2, 2));
    }

    #[test]
    fn what_cost_nothing_leaves_room_for_what_did() {
        let beside = beside();
        let send = |number: i64, worked| {
            let received = Received { prefix: number.to_string(), ..received("36 dead") };
            beside.receive(&format!("{worked} {number}"), &received, worked, Timestamp::UNIX_EPOCH).is_ok()
        };
        assert_eq!((0..600).filter(|number| send(*number, false)).count() as i64, UNWORKED);
        assert!(send(600, true));
    }

    #[test]
    fn what_was_quoted_of_an_article_goes_and_what_the_desk_told_stays() {
        let beside = beside();
        let of = |article: &str, exact: &str| Received {
            article: article.to_owned(),
            url: format!("https://{article}.example"),
            title: "Ferry capsizes".to_owned(),
            exact: exact.to_owned(),
            ..received("36 dead")
        };
        for (id, article, exact) in [("a", "a1", "34 dead"), ("b", "a1", "on Sunday"), ("c", "a2", "34 dead")] {
            beside.receive(id, &of(article, exact), true, Timestamp::UNIX_EPOCH).unwrap();
        }
        beside.decide("a", &approved()).unwrap();
        assert_eq!(beside.quoted().unwrap(), ["a1", "a2"]);
        assert_eq!(beside.erase_quotations("a1", false, "Boss", Timestamp::UNIX_EPOCH).unwrap(), 2);
        assert_eq!(beside.quoted().unwrap(), ["a2"]);
        let [a, b, c] = ["a", "b", "c"].map(|id| beside.correction(id).unwrap().unwrap());
        assert_eq!(a.received, kept(&a.received));
        let told = a.decided.unwrap();
        assert_eq!((told.note.as_str(), told.old.as_str(), told.new.as_str()), ("The number was wrong.", "", ""));
        assert_eq!((b.state, b.decided.unwrap().by.as_str()), (State::Rejected, "Boss"));
        assert_eq!((c.state, c.received.exact.as_str()), (State::Open, "34 dead"));
        assert_eq!(beside.erase_quotations("a1", false, "Boss", Timestamp::UNIX_EPOCH).unwrap(), 0, "once is enough");
    }

    /// A correction of which only what is no one's words is left.
    fn kept(of: &Received) -> Received {
        Received {
            article: of.article.clone(),
            url: of.url.clone(),
            kind: of.kind.clone(),
            publisher: of.publisher.clone(),
            ..Received::default()
        }
    }

    #[test]
    fn a_decision_outlives_the_readers_words() {
        let beside = beside();
        beside.receive("a", &received("36 dead"), true, Timestamp::UNIX_EPOCH).unwrap();
        let decided = approved();
        beside.decide("a", &decided).unwrap();
        assert!(beside.decide("none", &decided).is_err());
        let long_after = Timestamp::from_second((KEPT_DAYS + 1) * 24 * 60 * 60).unwrap();
        beside.forget_words(long_after).unwrap();
        let kept = &beside.published("The Post").unwrap()[0];
        assert_eq!((kept.received.reason.as_deref(), kept.decided.as_ref()), (None, Some(&decided)));
        assert!(beside.published("Another").unwrap().is_empty());
    }
}
