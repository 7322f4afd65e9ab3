//! Words of how news is handed on; general English.

/// Verbs of a report, behind an outlet as their subject.
pub(super) const REPORTS: &[&str] = &[
    "added",
    "adds",
    "announced",
    "broadcast",
    "carried",
    "cited",
    "cites",
    "claimed",
    "claims",
    "noted",
    "notes",
    "published",
    "quoted",
    "quotes",
    "reported",
    "reports",
    "revealed",
    "reveals",
    "said",
    "says",
    "writes",
    "wrote",
];

/// Verbs of relaying, whose subject is the outlet and whose object the source.
pub(super) const RELAYS: &[&str] = &["cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"];

/// Participles before 'by' and an outlet.
pub(super) const HANDED_ON: &[&str] = &[
    "aired",
    "broadcast",
    "carried",
    "cited",
    "interviewed",
    "obtained",
    "posted",
    "published",
    "quoted",
    "released",
    "reported",
    "reports",
    "reviewed",
    "seen",
    "viewed",
];

/// Verbs with an addressee and no 'to'.
pub(super) const TELLS: &[&str] = &["tell", "telling", "tells", "told"];

/// Words of speech before 'to', 'with', 'on' or 'for' and an outlet.
pub(super) const SPEECH: &[&str] = &[
    "added",
    "appearance",
    "appeared",
    "appearing",
    "article",
    "column",
    "comment",
    "commented",
    "comments",
    "confirmed",
    "conversation",
    "described",
    "disclosed",
    "e-mail",
    "email",
    "explained",
    "interview",
    "interviews",
    "leaked",
    "letter",
    "message",
    "op-ed",
    "post",
    "posted",
    "quoted",
    "remark",
    "remarked",
    "remarks",
    "response",
    "said",
    "says",
    "speaking",
    "spoke",
    "statement",
    "statements",
    "talked",
    "talking",
    "writing",
    "wrote",
];

/// The press as addressees.
pub(super) const PRESS: &[&str] = &["correspondents", "journalists", "newsmen", "press", "reporters"];

/// Those who report for an outlet.
pub(super) const REPORTERS: &[&str] =
    &["correspondent", "correspondents", "journalist", "journalists", "reporter", "reporters"];

/// Nouns that with 'the' before them go back to a source quoted earlier.
pub(super) const AGAIN: &[&str] = &[
    "aide",
    "diplomat",
    "executive",
    "expert",
    "insider",
    "lawyer",
    "man",
    "minister",
    "officer",
    "official",
    "officials",
    "person",
    "president",
    "source",
    "sources",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "woman",
];

/// Pronouns that go back to a source quoted earlier.
pub(super) const PRONOUNS: &[&str] = &["he", "it", "she", "they"];
