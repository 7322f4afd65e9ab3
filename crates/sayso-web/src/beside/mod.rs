//! What is kept beside a ledger and is no part of the record: who may sign in, what people have seen and did, and what
//! readers wrote. It lies in a file of its own, from which it can be erased.

mod account;
mod audit;
mod corrections;
mod notice;
mod schema;
mod seen;
mod session;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::problem::Problem;

pub use audit::Deed;
pub use corrections::{Correction, Decided, Received, State};
pub use notice::{Errand, Purpose, TRIES};
pub use seen::Mark;
pub use watch::{Watch, Watched};

/// How long another process that writes to the file is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is kept beside a ledger.
///
/// ```
/// use jiff::Timestamp;
/// use sayso_web::{Beside, Name, Password, Role};
///
/// let folder = tempfile::tempdir()?;
/// let beside = Beside::of(&folder.path().join("news.ledger"))?;
/// let name = Name::new("A. Editor")?;
/// let password = Password::new(&name, "four words nobody joins")?;
/// beside.make_account(&name, Role::Admin, &password, Timestamp::now())?;
/// assert_eq!(beside.accounts()?[0].name, "A. Editor");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Beside {
    connection: Mutex<Connection>,
}

impl Beside {
    /// What is kept beside a ledger, in `LEDGER.desk`; the file is made where there is none, for its owner alone to read.
    pub fn of(ledger: &Path) -> Result<Self, Problem> {
        let path = file(ledger);
        Self::opened(&path).map_err(|error| {
            Problem::Failed(format!("{}: {error}; what is kept beside the ledger cannot be kept there", path.display()))
        })
    }

    /// The same, and nothing where nothing is kept beside the ledger.
    pub fn existing(ledger: &Path) -> Result<Option<Self>, Problem> {
        if file(ledger).exists() { Self::of(ledger).map(Some) } else { Ok(None) }
    }

    fn opened(path: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        // SQLite takes some names for more than a path.
        let connection = Connection::open(std::path::absolute(path)?)?;
        // What SQLite puts beside the file takes over who may read it.
        #[cfg(unix)]
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        connection.busy_timeout(PATIENCE)?;
        Ok(Self::ready(connection)?)
    }

    #[cfg(test)]
    fn in_memory() -> Self {
        Connection::open_in_memory().and_then(Self::ready).unwrap()
    }

    fn ready(connection: Connection) -> rusqlite::Result<Self> {
        schema::bring_up(&connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Takes out what is kept no longer: readers' words long after a decision, addresses in the log,
    /// those of readers who wait for a mail.
    pub(crate) fn forget(&self, now: Timestamp) -> Result<(), Problem> {
        self.forget_words(now)?;
        self.forget_addresses(now)?;
        self.forget_notices(now)
    }

    fn locked(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where it lies.
fn file(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".desk");
    PathBuf::from(name)
}

/// Said of everything that fails here: the ledger itself is not touched.
fn failed(error: rusqlite::Error) -> Problem {
    Problem::Failed(format!("what is kept beside the ledger failed: {error}. The ledger itself is not touched."))
}

fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_default()
}
