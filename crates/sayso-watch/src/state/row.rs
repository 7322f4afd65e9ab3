//! Something to be visited, as it is kept.

use jiff::Timestamp;
use rusqlite::{Row, ToSql, types::ToSqlOutput};

use super::at;

/// What is visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// A feed, a sitemap, or a list of such.
    List,
    /// A page with an article.
    Page,
    /// An article whose whole text stands in its feed; its page is not visited.
    Entry,
}

impl TargetKind {
    fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Page => "page",
            Self::Entry => "entry",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "list" => Self::List,
            "entry" => Self::Entry,
            _ => Self::Page,
        }
    }
}

impl ToSql for TargetKind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}

/// Something to be visited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// One name for all its addresses.
    pub key: String,
    /// What it is.
    pub kind: TargetKind,
    /// Where it is asked for.
    pub url: String,
    /// The list in which it was found; none for what was given.
    pub parent: Option<String>,
    /// How many lists are above it.
    pub depth: u32,
    /// When it is visited next; never where there is nothing.
    pub due: Option<Timestamp>,
    /// Where it sent us, on the way.
    pub location: Option<String>,
    /// How often it did.
    pub hops: u32,
    /// What the server called what it sent last.
    pub etag: Option<String>,
    /// When that was changed, as the server said.
    pub modified: Option<String>,
    /// How often it was read.
    pub visits: u32,
    /// How often it could not be, since it last was.
    pub failures: u32,
    /// Why not.
    pub error: Option<String>,
    /// When.
    pub error_at: Option<Timestamp>,
    /// When it last was.
    pub read_at: Option<Timestamp>,
    /// How many texts of it, or of what it lists, are in the ledger because of us.
    pub recorded: u32,
    /// What lists say of a page.
    pub title: Option<String>,
    /// Likewise.
    pub published: Option<String>,
    /// Likewise.
    pub publisher: Option<String>,
}

/// The columns of [`Target`].
pub const COLUMNS: &str = "key, kind, url, parent, depth, due, location, hops, etag, modified, visits, failures, error, error_at, \
                           read_at, recorded, title, published, publisher";

impl Target {
    /// Of a row with [`COLUMNS`].
    pub fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key: row.get(0)?,
            kind: TargetKind::named(&row.get::<_, String>(1)?),
            url: row.get(2)?,
            parent: row.get(3)?,
            depth: row.get(4)?,
            due: at(row.get(5)?),
            location: row.get(6)?,
            hops: row.get(7)?,
            etag: row.get(8)?,
            modified: row.get(9)?,
            visits: row.get(10)?,
            failures: row.get(11)?,
            error: row.get(12)?,
            error_at: at(row.get(13)?),
            read_at: at(row.get(14)?),
            recorded: row.get(15)?,
            title: row.get(16)?,
            published: row.get(17)?,
            publisher: row.get(18)?,
        })
    }

    /// Where it is asked for now: where it was sent, or its own address.
    pub fn address(&self) -> &str {
        self.location.as_deref().unwrap_or(&self.url)
    }
}
