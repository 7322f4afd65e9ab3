//! The format of the file, and the steps that bring a file of an earlier format to it.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::version::{self, Address};

/// What stands in the database's header as the application's id: the letters `SAYL`.
pub const APPLICATION: i32 = 0x5341_594c;

/// The format that this program writes, kept in the header as the user's version.
#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "a few steps")]
pub const FORMAT: i32 = STEPS.len() as i32;

/// Step n brings a file of format n to format n + 1; an empty file is of format 0.
const STEPS: [&str; 7] = [FORMAT_1, FORMAT_2, FORMAT_3, FORMAT_4, FORMAT_5, FORMAT_6, FORMAT_7];

const FORMAT_1: &str = "
CREATE TABLE document(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_hash BLOB NOT NULL,
    text_hash BLOB NOT NULL,
    address TEXT,
    published INTEGER,
    outlet TEXT,
    outlet_folded TEXT,
    title TEXT,
    recorded_at INTEGER NOT NULL,
    entry BLOB NOT NULL
) STRICT;
CREATE INDEX document_address ON document(address) WHERE address IS NOT NULL;
CREATE TRIGGER document_stands BEFORE UPDATE ON document BEGIN SELECT raise(ABORT, 'a document is never altered'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document BEGIN SELECT raise(ABORT, 'a document is never removed'); END;

CREATE TABLE sighting(
    document INTEGER NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (document, seen)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    concerns TEXT NOT NULL,
    detail TEXT NOT NULL,
    undoes TEXT
) STRICT;
CREATE TRIGGER decision_stands BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'a decision is never altered'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'a decision is never removed'); END;

CREATE TABLE shelf(
    id TEXT PRIMARY KEY,
    instant INTEGER NOT NULL,
    signature BLOB NOT NULL,
    around BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE listing(
    listing TEXT NOT NULL,
    instant INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (listing, instant, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tie(
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    instant INTEGER NOT NULL,
    to_id TEXT NOT NULL,
    to_instant INTEGER NOT NULL,
    PRIMARY KEY (kind, id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_from ON tie(kind, to_id);

CREATE TABLE story(
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    conclusion BLOB NOT NULL
) STRICT;
CREATE TABLE member(
    document INTEGER PRIMARY KEY,
    story INTEGER NOT NULL
) STRICT;
CREATE INDEX member_story ON member(story);
CREATE TABLE pointer(
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (kind, key, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX pointer_story ON pointer(story);
CREATE TABLE mark(
    kind INTEGER NOT NULL,
    key ANY NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(
    title, text, outlet, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
";

/// What is kept for grouping is kept for fetching a thousand of at a time, and ties for finding them from both ends
/// without looking through all of their kind; a story's line in lists can be read alone. All conclusions are derived anew.
const FORMAT_2: &str = "
DROP TABLE shelf;
CREATE TABLE shelf(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    instant INTEGER NOT NULL,
    around TEXT NOT NULL,
    outline BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
DROP TABLE tie;
CREATE TABLE tie(
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    instant INTEGER NOT NULL,
    to_id TEXT NOT NULL,
    to_instant INTEGER NOT NULL,
    PRIMARY KEY (id, kind, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_from ON tie(to_id, kind, instant, id);
DELETE FROM listing;
DROP TABLE story;
CREATE TABLE story(
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    brief TEXT NOT NULL,
    conclusion BLOB NOT NULL
) STRICT;
DELETE FROM member;
DELETE FROM pointer;
DELETE FROM mark;
INSERT INTO mark SELECT 1, sequence FROM document;
INSERT INTO mark SELECT 2, id FROM decision;
";

/// A document's text can be removed, and nothing else of it: the row of a document can lose its entry and its title once
/// the removal is recorded, which names the decision to remove it; a decision can lose what a person typed of it.
const FORMAT_3: &str = "
CREATE TABLE removal(
    document INTEGER PRIMARY KEY,
    decision TEXT NOT NULL UNIQUE,
    url TEXT,
    published TEXT
) STRICT;
CREATE TRIGGER removal_is_decided BEFORE INSERT ON removal
WHEN NOT EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND what = 'remove')
BEGIN SELECT raise(ABORT, 'a removal is decided first'); END;
CREATE TRIGGER removal_stands BEFORE UPDATE ON removal BEGIN SELECT raise(ABORT, 'a removal is never altered'); END;
CREATE TRIGGER removal_stays BEFORE DELETE ON removal BEGIN SELECT raise(ABORT, 'a removal is never undone'); END;

DROP TRIGGER document_stands;
CREATE TRIGGER document_stands BEFORE UPDATE ON document
WHEN NOT (
    EXISTS (SELECT 1 FROM removal WHERE removal.document = OLD.sequence)
    AND NEW.entry = x''
    AND (NEW.title IS NULL OR NEW.title IS OLD.title)
    AND (NEW.sequence, NEW.id, NEW.entry_hash, NEW.text_hash, NEW.address, NEW.published, NEW.outlet,
         NEW.outlet_folded, NEW.recorded_at)
     IS (OLD.sequence, OLD.id, OLD.entry_hash, OLD.text_hash, OLD.address, OLD.published, OLD.outlet,
         OLD.outlet_folded, OLD.recorded_at)
)
BEGIN SELECT raise(ABORT, 'a document is never altered'); END;

DROP TRIGGER decision_stands;
CREATE TRIGGER decision_stands BEFORE UPDATE ON decision
WHEN NOT (
    NEW.detail = json_remove(OLD.detail, '$.marked', '$.mending')
    AND EXISTS (
        SELECT 1 FROM removal
        JOIN document ON document.sequence = removal.document
        JOIN json_each(OLD.detail, '$.articles') AS article
          ON document.id IN (json_quote(article.value), article.value)
    )
    AND (NEW.sequence, NEW.id, NEW.at, NEW.by, NEW.what, NEW.concerns, NEW.undoes)
     IS (OLD.sequence, OLD.id, OLD.at, OLD.by, OLD.what, OLD.concerns, OLD.undoes)
)
BEGIN SELECT raise(ABORT, 'a decision is never altered'); END;
";

/// Stories are derived while others write: which are to be derived stands in a list, and each publication of a story has a
/// number that no other has; a restored backup is another generation, so that nothing is published into it that was derived
/// from what it replaced. What was concluded stays.
const FORMAT_4: &str = "
CREATE TABLE due(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    decision TEXT,
    story TEXT,
    taken INTEGER
) STRICT;
CREATE INDEX due_document ON due(document);
CREATE INDEX due_story ON due(story);
ALTER TABLE story ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
CREATE TABLE edition(last INTEGER NOT NULL, generation INTEGER NOT NULL) STRICT;
INSERT INTO edition VALUES (0, 0);
";

/// A record has its reasons as values, and no longer as sentences, so that none of an earlier format can be read: all that
/// was concluded goes, and is concluded anew. Nothing that was derived from the file before may be published into it.
const FORMAT_5: &str = "
DELETE FROM story;
DELETE FROM member;
DELETE FROM pointer;
DELETE FROM due;
DELETE FROM shelf;
DELETE FROM listing;
DELETE FROM tie;
DELETE FROM mark WHERE kind < 4;
INSERT INTO mark SELECT 1, sequence FROM document;
INSERT INTO mark SELECT 2, id FROM decision;
UPDATE edition SET generation = generation + 1;
";

/// Ids of mentions, and so of claims, are longer, and begin with what they were: all that was derived goes, and is derived
/// anew. What people decided stays as it was recorded. What was fetched is kept, and a document can be read again:
/// then the columns that it is found by follow its latest reading, and all that was recorded first stays.
const FORMAT_6: &str = "
CREATE TABLE capture(
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    asked TEXT,
    url TEXT NOT NULL,
    fetched TEXT,
    status INTEGER,
    headers TEXT NOT NULL,
    charset TEXT,
    bytes BLOB NOT NULL,
    UNIQUE (hash, url)
) STRICT;
CREATE TABLE captured(
    document INTEGER NOT NULL,
    capture INTEGER NOT NULL,
    PRIMARY KEY (document, capture)
) STRICT, WITHOUT ROWID;
CREATE INDEX captured_from ON captured(capture);
CREATE TRIGGER capture_stands BEFORE UPDATE ON capture BEGIN SELECT raise(ABORT, 'a capture is never altered'); END;
CREATE TRIGGER capture_stays BEFORE DELETE ON capture
WHEN NOT EXISTS (
    SELECT 1 FROM captured JOIN removal ON removal.document = captured.document WHERE captured.capture = OLD.number
)
BEGIN SELECT raise(ABORT, 'a capture goes with its article alone'); END;

CREATE TABLE reading(
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    entry_hash BLOB NOT NULL,
    entry BLOB NOT NULL
) STRICT;
CREATE INDEX reading_of ON reading(document, number);
CREATE TRIGGER reading_stands BEFORE UPDATE ON reading BEGIN SELECT raise(ABORT, 'a reading is never altered'); END;
CREATE TRIGGER reading_stays BEFORE DELETE ON reading
WHEN NOT EXISTS (SELECT 1 FROM removal WHERE removal.document = OLD.document)
BEGIN SELECT raise(ABORT, 'a reading goes with its article alone'); END;

DROP TRIGGER document_stands;
CREATE TRIGGER document_stands BEFORE UPDATE ON document
WHEN NOT (
    EXISTS (SELECT 1 FROM removal WHERE removal.document = OLD.sequence)
    AND NEW.entry = x''
    AND (NEW.title IS NULL OR NEW.title IS OLD.title)
    AND (NEW.sequence, NEW.id, NEW.entry_hash, NEW.text_hash, NEW.address, NEW.published, NEW.outlet,
         NEW.outlet_folded, NEW.recorded_at)
     IS (OLD.sequence, OLD.id, OLD.entry_hash, OLD.text_hash, OLD.address, OLD.published, OLD.outlet,
         OLD.outlet_folded, OLD.recorded_at)
    OR EXISTS (SELECT 1 FROM reading WHERE reading.document = OLD.sequence)
    AND (NEW.sequence, NEW.id, NEW.entry_hash, NEW.address, NEW.recorded_at, NEW.entry)
     IS (OLD.sequence, OLD.id, OLD.entry_hash, OLD.address, OLD.recorded_at, OLD.entry)
)
BEGIN SELECT raise(ABORT, 'a document is never altered'); END;

DELETE FROM story;
DELETE FROM member;
DELETE FROM pointer;
DELETE FROM due;
DELETE FROM shelf;
DELETE FROM listing;
DELETE FROM tie;
DELETE FROM mark WHERE kind < 4;
INSERT INTO mark SELECT 1, sequence FROM document;
INSERT INTO mark SELECT 2, id FROM decision;
UPDATE edition SET generation = generation + 1;
";

/// Claims say how sure they are and list their sources: all that was concluded goes, as before format 5.
const FORMAT_7: &str = FORMAT_5;

/// Brings an empty or earlier file to [`FORMAT`] in one transaction. Another process may do the same at the same time:
/// who comes second finds nothing to do.
pub fn bring_up(connection: &Connection) -> rusqlite::Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let format = usize::try_from(number(&transaction, "user_version")?).unwrap_or(STEPS.len());
    for step in STEPS.iter().skip(format) {
        transaction.execute_batch(step)?;
    }
    if (1..SPELLED_AS_NOW).contains(&format) {
        spell_addresses(&transaction)?;
    }
    if format < STEPS.len() {
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", FORMAT)?;
    }
    transaction.commit()
}

/// The format from which on addresses are spelled as they are now.
const SPELLED_AS_NOW: usize = 6;

/// Spells the addresses by which versions are found as this program does: an earlier one kept more of their parameters.
/// They follow from what was recorded, which stays; the trigger that keeps documents from being altered rests meanwhile.
fn spell_addresses(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    let spelled = spell_each(connection);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)?;
    spelled
}

fn spell_each(connection: &Connection) -> rusqlite::Result<()> {
    let mut all = connection.prepare("SELECT sequence, address FROM document WHERE address IS NOT NULL")?;
    let rows = all.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<(i64, String)>, _>>()?;
    let mut spell = connection.prepare("UPDATE document SET address = ?2 WHERE sequence = ?1")?;
    for (sequence, address) in rows {
        let now = version::address(&format!("https://{address}"));
        let now = now.as_ref().map(Address::as_str);
        if now != Some(address.as_str()) {
            spell.execute((sequence, now))?;
        }
    }
    Ok(())
}

/// A number that the database keeps about itself.
pub fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
