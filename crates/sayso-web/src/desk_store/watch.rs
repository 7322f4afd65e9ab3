//! What a person watches, and which changes of it they have been informed of.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::params;

use super::notified::{read, rewritten, written};
use super::{DeskStore, failed};
use crate::problem::Problem;

/// Things that one person watches at most: each is looked up for their pages.
const MOST: i64 = 50;

/// What is watched of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Who has it, and what speaks for and against it.
    Claim,
    /// The figure that it gives, whoever gives another.
    Figure,
}

impl Watched {
    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Figure => "figure",
        }
    }

    /// What a word means.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Claim, Self::Figure].into_iter().find(|watched| watched.word() == word)
    }
}

/// One thing that a person watches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedItem {
    /// What.
    pub what: Watched,
    /// A mention of the claim: its id stays when claims are concluded anew.
    pub mention: String,
    /// Since when.
    pub since: Timestamp,
    /// What they have been told, as [`seal`] keeps it.
    pub told: BTreeSet<String>,
}

impl DeskStore {
    /// What a person watches, in the order in which they began to.
    pub(crate) fn watches(&self, person: &str) -> Result<Vec<WatchedItem>, Problem> {
        const WATCHES: &str = "SELECT what, mention, since, told FROM watch WHERE person = ?1 ORDER BY since, mention";
        let connection = self.locked();
        let mut statement = connection.prepare(WATCHES).map_err(failed)?;
        let rows = statement.query_map([person], |row| {
            let (what, told): (String, String) = (row.get(0)?, row.get(3)?);
            Ok(WatchedItem {
                what: Watched::of(&what).unwrap_or(Watched::Claim),
                mention: row.get(1)?,
                since: super::instant(row.get(2)?),
                told: read(&told),
            })
        });
        rows.and_then(Iterator::collect).map_err(failed)
    }

    /// Forgets what people were told of articles whose text was removed.
    pub(crate) fn forget_told(&self, removed: &BTreeSet<String>) -> Result<(), Problem> {
        // Of what earlier versions kept it is not known from which article it is: it goes with the first removal.
        let is_left = |told: &String| match told.split_once(' ') {
            Some((_, "")) => removed.is_empty(),
            Some((_, article)) => !removed.contains(article),
            None => false,
        };
        let forget = |told: BTreeSet<String>| told.into_iter().filter(is_left).collect();
        self.erasing(|transaction| rewritten(transaction, forget).map_err(failed)).map(drop)
    }

    /// Begins to watch, or remembers that all of it was told.
    pub(crate) fn watch(&self, person: &str, watch: &WatchedItem) -> Result<(), Problem> {
        let connection = self.locked();
        let WatchedItem { what, mention, since, told } = watch;
        const OTHERS: &str = "SELECT count(*) FROM watch WHERE person = ?1 AND NOT (what = ?2 AND mention = ?3)";
        let others: i64 =
            connection.query_row(OTHERS, params![person, what.word(), mention], |row| row.get(0)).map_err(failed)?;
        if others >= MOST {
            return Err(Problem::Wrong(format!("You watch {MOST} things already. Stop watching one of them first.")));
        }
        const WATCH: &str = "INSERT INTO watch(person, what, mention, since, told) VALUES (?1, ?2, ?3, ?4, ?5) \
                             ON CONFLICT (person, what, mention) DO UPDATE SET told = excluded.told";
        let told = written(told);
        connection.execute(WATCH, params![person, what.word(), mention, since.as_second(), told]).map_err(failed)?;
        Ok(())
    }

    /// Stops watching.
    pub(crate) fn unwatch(&self, person: &str, what: Watched, mention: &str) -> Result<(), Problem> {
        const UNWATCH: &str = "DELETE FROM watch WHERE person = ?1 AND what = ?2 AND mention = ?3";
        let watch = params![person, what.word(), mention];
        self.erasing(|transaction| transaction.execute(UNWATCH, watch).map_err(failed)).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::super::seal;
    use super::*;

    #[test]
    fn what_is_watched_is_kept_by_person() {
        let store = DeskStore::in_memory();
        let watch = |mention: &str, told: &[&str]| WatchedItem {
            what: Watched::Figure,
            mention: mention.to_owned(),
            since: Timestamp::UNIX_EPOCH,
            told: told.iter().map(|key| (*key).to_owned()).collect(),
        };
        store.watch("A", &watch("m1", &[])).unwrap();
        store.watch("A", &watch("m1", &["p1"])).unwrap();
        assert_eq!(store.watches("A").unwrap(), [watch("m1", &["p1"])]);
        assert!(store.watches("B").unwrap().is_empty());
        let kept = (0..100).filter(|number| store.watch("B", &watch(&number.to_string(), &[])).is_ok()).count();
        assert_eq!(kept as i64, MOST);
        store.unwatch("A", Watched::Figure, "m1").unwrap();
        assert!(store.watches("A").unwrap().is_empty());
    }

    #[test]
    fn what_was_told_is_kept_without_its_words_and_goes_with_its_article() {
        let store = DeskStore::in_memory();
        let told = [("34 people m1", "a1"), ("36 people m2", "a2"), ("says no m3", "")];
        let told = told.iter().map(|(key, article)| seal(key, article)).collect();
        let watch = WatchedItem { what: Watched::Figure, mention: "m1".to_owned(), since: Timestamp::UNIX_EPOCH, told };
        assert!(watch.told.iter().all(|told| !told.contains("people")));
        store.watch("A", &watch).unwrap();
        store.forget_told(&BTreeSet::new()).unwrap();
        assert_eq!(store.watches("A").unwrap(), [watch]);
        store.forget_told(&["a1".to_owned()].into()).unwrap();
        assert_eq!(store.watches("A").unwrap()[0].told, [seal("36 people m2", "a2")].into());
    }
}
