//! The format of the file beside a ledger, and the steps that bring an earlier one to it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::notified::seal_told;

/// Step n brings a file of format n to format n + 1; an empty file is of format 0.
const STEPS: [&str; 5] = [SEEN_AND_CORRECTIONS, ACCOUNTS, NOTICES, PLACES, STRANGERS];

/// Files that were made before formats were counted have these tables already.
const SEEN_AND_CORRECTIONS: &str = "
CREATE TABLE IF NOT EXISTS seen(
    person TEXT PRIMARY KEY,
    document INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS correction(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    article TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    wording TEXT,
    reason TEXT,
    times INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER,
    decided_by TEXT,
    old TEXT,
    new TEXT,
    note TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS correction_state ON correction(state, number);
CREATE INDEX IF NOT EXISTS correction_publisher ON correction(publisher, decided_at);
";

/// Of sessions and keys the hash is kept, so that whoever reads the file cannot sign in with it.
const ACCOUNTS: &str = "
CREATE TABLE account(
    name TEXT PRIMARY KEY COLLATE NOCASE,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    made INTEGER NOT NULL
) STRICT;
CREATE TABLE session(
    hash BLOB PRIMARY KEY,
    account TEXT NOT NULL COLLATE NOCASE REFERENCES account(name) ON DELETE CASCADE,
    began INTEGER NOT NULL,
    active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE access_key(
    hash BLOB PRIMARY KEY,
    account TEXT NOT NULL COLLATE NOCASE REFERENCES account(name) ON DELETE CASCADE,
    made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE audit(
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    outcome TEXT NOT NULL,
    address TEXT
) STRICT;
CREATE TRIGGER audit_stands BEFORE UPDATE OF number, at, who, what, outcome ON audit
BEGIN SELECT raise(ABORT, 'the log is never altered'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'nothing is taken from the log'); END;
ALTER TABLE correction ADD COLUMN worked INTEGER NOT NULL DEFAULT 0;
CREATE TABLE watch(
    person TEXT NOT NULL COLLATE NOCASE,
    what TEXT NOT NULL,
    mention TEXT NOT NULL,
    since INTEGER NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (person, what, mention)
) STRICT, WITHOUT ROWID;
";

/// `state` is 'asked', 'confirmed' or 'decided'; a mail is to be tried when `due` is past. Of the link's secret the hash is
/// kept.
const NOTICES: &str = "
CREATE TABLE notice(
    correction TEXT NOT NULL REFERENCES correction(id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    hash BLOB UNIQUE,
    since INTEGER NOT NULL,
    due INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (correction, address)
) STRICT;
";

/// Where on their page a reader chose the words, and of when that page says to be.
const PLACES: &str = "
ALTER TABLE correction ADD COLUMN start INTEGER;
ALTER TABLE correction ADD COLUMN dated TEXT;
";

/// Browsers that are known, and who sent which correction, disguised; addresses of pages are the ledger's own. What earlier
/// versions left in unused parts of the file goes.
const STRANGERS: &str = "
CREATE TABLE setting(name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES ('disguise', randomblob(32)), ('remains', 1);
CREATE TABLE device(
    hash BLOB NOT NULL,
    account TEXT NOT NULL COLLATE NOCASE REFERENCES account(name) ON DELETE CASCADE,
    household TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (hash, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_account ON device(account);
CREATE TABLE sender(
    correction TEXT NOT NULL REFERENCES correction(id) ON DELETE CASCADE,
    household BLOB NOT NULL,
    network BLOB NOT NULL,
    PRIMARY KEY (correction, household)
) STRICT, WITHOUT ROWID;
CREATE INDEX sender_household ON sender(household);
CREATE INDEX sender_network ON sender(network);
ALTER TABLE correction ADD COLUMN resolved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE correction ADD COLUMN rejection TEXT;
CREATE INDEX correction_rejection ON correction(rejection) WHERE rejection IS NOT NULL;
";

/// From this format on what people were told of what they watch is kept without its words.
const SEALED: usize = 5;

/// Brings a file to the present format. Another process may do the same at the same time: who comes second finds nothing
/// to do.
#[expect(clippy::cast_possible_wrap, reason = "a few steps")]
pub fn bring_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA foreign_keys = on; PRAGMA secure_delete = on; PRAGMA temp_store = memory;",
    )?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let format: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let format = usize::try_from(format).unwrap_or(STEPS.len());
    for step in STEPS.iter().skip(format) {
        transaction.execute_batch(step)?;
    }
    if format < SEALED {
        seal_told(&transaction)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len().max(format) as i64)?;
    transaction.commit()
}
