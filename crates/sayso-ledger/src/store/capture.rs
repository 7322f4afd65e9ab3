//! What was fetched, as it came: kept so that it can be read again by a better program, and looked at as it was.

use rusqlite::{Connection, Row, params};

use super::batch::{Batch, run};
use super::columns::json_in;
use super::compressed::{Compressed, decompress};
use super::document::{Hash, Sequence, hash};
use super::error::StoreError;
use super::reader::Reader;

/// Fields of an answer that say who asked or who is to be known again: they are not kept.
// no words of a language: names of HTTP fields
const SECRET: [&str; 6] =
    ["set-cookie", "set-cookie2", "authorization", "proxy-authorization", "www-authenticate", "proxy-authenticate"];

/// Bytes of an answer's fields that are kept at most; what is longer goes, field by field from the end.
const MOST_HEADERS: usize = 64 << 10;

/// What was fetched, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The address that was asked for, without secrets.
    pub asked: Option<String>,
    /// The address that answered, after redirects.
    pub url: Option<String>,
    /// When, in RFC 3339.
    pub at: Option<String>,
    /// The status of the answer, where one is known.
    pub status: Option<u16>,
    /// The fields of the answer, in its order.
    pub headers: Vec<(String, String)>,
    /// The encoding that the answer declared for the bytes.
    pub charset: Option<String>,
}

/// Bytes that were fetched, packed and hashed before the ledger is locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// How they were fetched.
    pub fetched: Fetched,
    /// SHA-256 of the bytes.
    pub hash: Hash,
    bytes: Compressed,
}

impl Capture {
    /// Of bytes as they came, unpacked; secrets among the fields are left out.
    #[must_use]
    pub fn new(mut fetched: Fetched, bytes: &[u8]) -> Self {
        fetched.headers.retain(|(name, _)| !SECRET.iter().any(|secret| name.eq_ignore_ascii_case(secret)));
        let mut room = MOST_HEADERS;
        fetched.headers.retain(|(name, value)| {
            let fits = name.len() + value.len() <= room;
            room = if fits { room - name.len() - value.len() } else { 0 };
            fits
        });
        Self { fetched, hash: hash(bytes), bytes: Compressed::of(bytes) }
    }

    /// The bytes as they came; none where they are damaged.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        decompress(self.bytes.as_bytes()).ok().filter(|bytes| hash(bytes) == self.hash)
    }
}

const CAPTURE: &str = "SELECT hash, asked, url, fetched, status, headers, charset, bytes FROM capture";

impl Reader {
    /// What was fetched that a document was read from; the last of several.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn capture_of(&self, sequence: Sequence) -> Result<Option<Capture>, StoreError> {
        const OF: &str = "number = (SELECT max(capture) FROM captured WHERE document = ?1)";
        self.first(&format!("{CAPTURE} WHERE {OF}"), [sequence.0], capture)
    }

    /// The numbers of all that was fetched, in order of its hashes: the same whatever came first.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn captures(&self) -> Result<Vec<i64>, StoreError> {
        self.all("SELECT number FROM capture ORDER BY hash, url", (), |row| row.get(0))
    }

    /// What was fetched, by its number.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn capture(&self, number: i64) -> Result<Option<Capture>, StoreError> {
        self.first(&format!("{CAPTURE} WHERE number = ?1"), [number], capture)
    }
}

impl Batch<'_> {
    /// Keeps what was fetched for the documents that are in it; the same bytes of one address are kept once.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written.
    pub fn keep(&self, documents: &[Sequence], capture: &Capture) -> Result<(), StoreError> {
        let Capture { fetched: Fetched { asked, url, at, status, headers, charset }, hash, bytes } = capture;
        let headers = serde_json::to_string(headers).expect("texts have a form in JSON");
        let url = url.as_deref().unwrap_or_default();
        self.write(|connection| {
            const KEEP: &str = "INSERT OR IGNORE INTO capture(hash, asked, url, fetched, status, headers, charset, bytes) \
                                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            run(connection, KEEP, params![hash, asked, url, at, status, headers, charset, bytes.as_bytes()])?;
            const CAPTURED: &str = "INSERT OR IGNORE INTO captured \
                                    SELECT ?1, number FROM capture WHERE hash = ?2 AND url = ?3";
            documents.iter().try_for_each(|of| run(connection, CAPTURED, params![of.0, hash, url]).map(drop))
        })
    }
}

/// Takes away what a document that is removed was read from, with whatever else stood in it: a feed has other articles,
/// whose texts stay, and whose source goes.
pub(super) fn forget(connection: &Connection, sequence: Sequence) -> rusqlite::Result<()> {
    const BYTES: &str = "DELETE FROM capture WHERE number IN (SELECT capture FROM captured WHERE document = ?1)";
    run(connection, BYTES, [sequence.0])?;
    run(connection, "DELETE FROM captured WHERE capture NOT IN (SELECT number FROM capture)", ()).map(drop)
}

fn capture(row: &Row<'_>) -> rusqlite::Result<Capture> {
    Ok(Capture {
        hash: row.get(0)?,
        fetched: Fetched {
            asked: row.get(1)?,
            url: Some(row.get::<_, String>(2)?).filter(|url| !url.is_empty()),
            at: row.get(3)?,
            status: row.get(4)?,
            headers: json_in(row, 5)?,
            charset: row.get(6)?,
        },
        bytes: Compressed::kept(row.get(7)?),
    })
}
