//! What readers send is taken: so much of each household, network and of all together, and the same but once.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::super::{DeskStore, failed};
use super::{Received, Sender};
use crate::problem::Problem;

/// Corrections that wait to be decided, and how many of these cost their sender no work: such must not take the place of
/// those that did.
#[derive(Clone, Copy)]
struct WaitingCounts {
    all: i64,
    unworked: i64,
}

/// Of all readers together: more would only bury them.
const EVERYBODY: WaitingCounts = WaitingCounts { all: 5_000, unworked: 500 };

/// Of one network, a /24 of IPv4 or a /48 of IPv6.
const NETWORK: WaitingCounts = WaitingCounts { all: 200, unworked: 50 };

/// Of one household: nobody reads an article so closely.
const HOUSEHOLD: WaitingCounts = WaitingCounts { all: 30, unworked: 10 };

impl DeskStore {
    /// Takes a correction under an id, from whom it came and whether it cost them work; gives the id of the one that it
    /// repeats, where it does.
    pub(crate) fn receive(
        &self,
        id: &str,
        received: &Received,
        (sender, worked): (&Sender, bool),
        at: Timestamp,
    ) -> Result<String, Problem> {
        let mut connection = self.locked();
        let transaction = Transaction::new(&mut connection, TransactionBehavior::Immediate).map_err(failed)?;
        let known = repeated(&transaction, received).map_err(failed)?;
        if let Some(known) = &known {
            const AGAIN: &str = "UPDATE correction SET times = times + 1, worked = max(worked, ?2) WHERE id = ?1";
            transaction.execute(AGAIN, params![known, worked]).map_err(failed)?;
        } else {
            has_room(&transaction, sender, worked)?;
            keep(&transaction, id, received, worked, at).map_err(failed)?;
        }
        let kept = known.unwrap_or_else(|| id.to_owned());
        sender.sent(&transaction, &kept).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(kept)
    }
}

fn keep(
    connection: &Connection,
    id: &str,
    received: &Received,
    worked: bool,
    at: Timestamp,
) -> rusqlite::Result<usize> {
    const KEEP: &str = "INSERT INTO correction(id, at, article, url, publisher, title, kind, exact, prefix, suffix, \
                        wording, reason, worked, start, dated, resolved, times, state) \
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1, 1, 'open')";
    let Received { article, url, publisher, title, kind, exact, prefix, suffix, start, dated, wording, reason } =
        received;
    let at = at.as_second();
    let kept = params![
        id, at, article, url, publisher, title, kind, exact, prefix, suffix, wording, reason, worked, start, dated
    ];
    connection.execute(KEEP, kept)
}

/// The id of a waiting correction of the same words, of the same kind and with the same wording.
fn repeated(connection: &Connection, received: &Received) -> rusqlite::Result<Option<String>> {
    const REPEATED: &str = "SELECT id FROM correction WHERE state = 'open' AND url = ?1 AND kind = ?2 AND exact = ?3 \
                            AND prefix = ?4 AND wording IS ?5 LIMIT 1";
    let Received { url, kind, exact, prefix, wording, .. } = received;
    connection.query_row(REPEATED, params![url, kind, exact, prefix, wording], |row| row.get(0)).optional()
}

fn has_room(connection: &Connection, sender: &Sender, worked: bool) -> Result<(), Problem> {
    const WAITING: &str = "SELECT count(*), count(*) FILTER (WHERE worked = 0) FROM correction WHERE state = 'open'";
    let of = |column: &str| format!("{WAITING} AND id IN (SELECT correction FROM sender WHERE sender.{column} = ?1)");
    let [household, network] = ["household", "network"].map(of);
    let is_full = |sql: &str, given: &[&Vec<u8>], room: WaitingCounts| {
        let waiting =
            connection.query_row(sql, rusqlite::params_from_iter(given), |row| Ok((row.get(0)?, row.get(1)?)));
        let (all, unworked): (i64, i64) = waiting.map_err(failed)?;
        Ok::<_, Problem>(all >= room.all || (!worked && unworked >= room.unworked))
    };
    if is_full(&household, &[&sender.household], HOUSEHOLD)? || is_full(&network, &[&sender.network], NETWORK)? {
        return Err(Problem::Refused(
            "Many corrections from your connection wait already. The desk reads them first; please try again later."
                .to_owned(),
        ));
    }
    if is_full(WAITING, &[], EVERYBODY)? {
        return Err(Problem::Refused(
            "The desk has more corrections waiting than it can read. Please try again later.".to_owned(),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, received};
    use super::*;
    use crate::rate_limit::Household;

    #[test]
    fn repeated_corrections_are_counted() {
        let store = DeskStore::in_memory();
        let from = |host| store.sender(Household::of([192, 0, 2, host].into()));
        let send = |id, wording, host| store.receive(id, &received(wording), (&from(host), true), at(0)).unwrap();
        assert_eq!(send("a", "36 dead", 1), "a");
        assert_eq!(send("b", "36 dead", 2), "a");
        assert_eq!(send("c", "37 dead", 1), "c");
        assert_eq!((store.waiting().unwrap(), store.correction("a").unwrap().unwrap().times), (2, 2));
    }

    /// How many of a thousand different ones are taken.
    fn taken(worked: bool, address: impl Fn(usize) -> String) -> i64 {
        let store = DeskStore::in_memory();
        let send = |number: &usize| {
            let sender = store.sender(Household::of(address(*number).parse().unwrap()));
            let received = Received { prefix: number.to_string(), ..received("36 dead") };
            store.receive(&number.to_string(), &received, (&sender, worked), at(0)).is_ok()
        };
        (0..1_000).filter(send).count() as i64
    }

    #[test]
    fn one_sender_takes_nobodys_room() {
        assert_eq!(taken(true, |_| "192.0.2.1".to_owned()), HOUSEHOLD.all);
        assert_eq!(taken(false, |_| "192.0.2.1".to_owned()), HOUSEHOLD.unworked);
        assert_eq!(taken(true, |number| format!("192.0.2.{}", number % 250)), NETWORK.all);
        assert_eq!(taken(false, |number| format!("2001:db8:1:{number:x}::1")), NETWORK.unworked);
        assert_eq!(taken(true, |number| format!("2001:db8:{number:x}:1::1")), 1_000);
    }

    #[test]
    fn what_cost_nothing_leaves_room_for_what_did() {
        assert_eq!(taken(false, |number| format!("2001:db8:{number:x}:1::1")), EVERYBODY.unworked);
    }
}
