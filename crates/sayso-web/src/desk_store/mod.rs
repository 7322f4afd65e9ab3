//! What is kept beside a ledger and is no part of the record: who may sign in, what people have seen and did, and what
//! readers wrote. It lies in a file of its own, from which it can be erased.

mod account;
mod audit;
mod correction;
mod device;
mod notice;
mod notified;
mod place;
mod remains;
mod schema;
mod seen;
mod session;
#[cfg(test)]
mod tests;
mod watch;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::problem::Problem;

pub use audit::AuditEntry;
pub use correction::{Correction, CorrectionState, Credit, Decided, Listing, QueueOrder, Queued, Received};
pub use device::{DeviceStanding, KNOWN_DAYS};
pub use notice::{DueMail, Purpose, TRIES};
pub use notified::seal;
pub use seen::SeenMark;
pub use watch::{Watched, WatchedItem};

/// How long another process that writes to the file is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is kept beside a ledger.
///
/// ```
/// use jiff::Timestamp;
/// use sayso_web::{DeskStore, Name, Password, Role};
///
/// let folder = tempfile::tempdir()?;
/// let beside = DeskStore::of(&folder.path().join("news.ledger"))?;
/// let name = Name::new("A. Editor")?;
/// let password = Password::new(&name, "four words nobody joins")?;
/// beside.make_account(&name, Role::Admin, &password, Timestamp::now())?;
/// assert_eq!(beside.accounts()?[0].name, "A. Editor");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct DeskStore {
    connection: Mutex<Connection>,
    /// With what households are disguised that sent corrections: another in each file.
    disguise: Vec<u8>,
}

impl DeskStore {
    /// What lies in a file, which is made where there is none.
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
        let disguise =
            connection.query_row("SELECT value FROM setting WHERE name = 'disguise'", [], |row| row.get(0))?;
        Ok(Self { connection: Mutex::new(connection), disguise })
    }

    /// Takes out what is kept no longer: readers' words long after a decision, addresses in the log, those of readers who
    /// wait for a mail, sessions that are over and browsers that are known no longer.
    pub(crate) fn forget(&self, now: Timestamp) -> Result<(), Problem> {
        self.forget_words(now)?;
        self.forget_addresses(now)?;
        self.forget_notices(now)?;
        self.forget_sessions(now)?;
        self.forget_devices(now)?;
        self.clear_remains()
    }

    fn locked(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Said of everything that fails here: the ledger itself is not touched.
fn failed(error: rusqlite::Error) -> Problem {
    Problem::Failed(format!("what is kept beside the ledger failed: {error}. The ledger itself is not touched."))
}

fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_default()
}
