//! Where the file beside a ledger lies, and that it is that ledger's: a ledger is known by what was recorded in it first,
//! not by the path that somebody took to it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{OptionalExtension, params};
use sayso::ledger::store::{Reader, StoreError};

use super::{DeskStore, PATIENCE, failed};
use crate::problem::Problem;

/// Under what the ledger's name for itself is kept.
const LEDGER: &str = "ledger";

impl DeskStore {
    /// What is kept beside a ledger, in `LEDGER.desk`, where the ledger itself lies, whatever link leads to it; the file is
    /// made where there is none, for its owner alone to read.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened, lies beside a link that leads to the ledger, or belongs to another ledger.
    pub fn of(ledger: &Path) -> Result<Self, Problem> {
        let (store, file) = Self::lying_at(ledger)?;
        match identity(ledger)? {
            Some(identity) if !store.is_of(identity.as_deref())? => Err(Problem::Failed(format!(
                "{}: it belongs to another ledger than {}, which has other articles. Move it away, and a new one is made; \
                 or say that its accounts and corrections are this ledger’s from now on: sayso account adopt",
                file.display(),
                ledger.display()
            ))),
            _ => Ok(store),
        }
    }

    /// The same, and nothing where nothing is kept beside the ledger.
    ///
    /// # Errors
    ///
    /// As for [`DeskStore::of`].
    pub fn existing(ledger: &Path) -> Result<Option<Self>, Problem> {
        if file(ledger)?.exists() { Self::of(ledger).map(Some) } else { Ok(None) }
    }

    /// Makes what is kept beside a ledger the ledger's own, to whichever it belonged; for a ledger that was put in the place
    /// of another.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened, or lies beside a link that leads to the ledger.
    pub fn adopted(ledger: &Path) -> Result<Self, Problem> {
        let (store, _) = Self::lying_at(ledger)?;
        if let Some(identity) = identity(ledger)? {
            store.belongs_to(identity.as_deref())?;
        }
        Ok(store)
    }

    /// Notes whose it is; nobody's for a ledger without articles.
    pub(crate) fn belongs_to(&self, identity: Option<&str>) -> Result<(), Problem> {
        let connection = self.locked();
        let noted = match identity {
            Some(identity) => {
                connection.execute("INSERT OR REPLACE INTO setting VALUES (?1, ?2)", params![LEDGER, identity])
            }
            None => connection.execute("DELETE FROM setting WHERE name = ?1", [LEDGER]),
        };
        noted.map(drop).map_err(failed)
    }

    fn lying_at(ledger: &Path) -> Result<(Self, PathBuf), Problem> {
        let file = file(ledger)?;
        let opened = Self::opened(&file).map_err(|error| {
            Problem::Failed(format!("{}: {error}; what is kept beside the ledger cannot be kept there", file.display()))
        });
        let store = opened?;
        // What a program that was stopped left to be done; where another holds the file open, the next will do it.
        let _ = store.clear_remains();
        Ok((store, file))
    }

    /// Whether it belongs to the ledger of this name. One that is nobody's yet belongs to it from now on; one that is
    /// somebody's is not that of a ledger in which nothing was ever recorded.
    fn is_of(&self, identity: Option<&str>) -> Result<bool, Problem> {
        const KNOWN: &str = "SELECT value FROM setting WHERE name = ?1";
        let known: Option<String> =
            self.locked().query_row(KNOWN, [LEDGER], |row| row.get(0)).optional().map_err(failed)?;
        match known {
            None => self.belongs_to(identity).map(|()| true),
            known => Ok(known.as_deref() == identity),
        }
    }
}

/// What the ledger says that it is; nothing where there is no ledger yet.
fn identity(ledger: &Path) -> Result<Option<Option<String>>, Problem> {
    match Reader::open(ledger, PATIENCE) {
        Ok(reader) => Ok(Some(reader.identity()?)),
        Err(StoreError::Missing(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Where the file lies. One that lies beside a link to the ledger was made by an earlier version, and has accounts without
/// which the desk would be open to everybody: it is not passed over.
fn file(ledger: &Path) -> Result<PathBuf, Problem> {
    let real = fs::canonicalize(ledger).unwrap_or_else(|_| ledger.to_owned());
    let (file, other) = (with_ending(&real), with_ending(ledger));
    let stray = fs::canonicalize(&other).ok().filter(|other| fs::canonicalize(&file).ok().as_ref() != Some(other));
    match stray {
        None => Ok(file),
        Some(stray) => Err(Problem::Failed(format!(
            "{} is a link to {}, and beside the link lies {}. What is kept beside a ledger lies where the ledger itself does: \
             move that file to {}, or, where there is one already, keep the one that has your accounts.",
            ledger.display(),
            real.display(),
            stray.display(),
            file.display()
        ))),
    }
}

fn with_ending(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".desk");
    PathBuf::from(name)
}
