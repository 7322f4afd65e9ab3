//! One place where an article has a claim: what it is made of, and what it is called.

use sayso_read::record::FigureRecord;
use sayso_read::{Certainty, FigureRelation, SpeakerKind, Stance};
use sayso_text::Span;
use sha2::{Digest, Sha256};

use crate::Document;
use crate::decision::AppliedDecision;

/// One place where an article has a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Derived from the article and the place where it was read, or from the decision that added it: it never changes.
    pub id: String,
    /// The words that hold it.
    pub span: Span,
    /// The sentence or the part of a quotation that they were cut from.
    pub sentence: Span,
    /// Index of its attribution in the document's record; none where the reading has none.
    pub attribution: Option<usize>,
    /// Whether the article states it as its own.
    pub own: bool,
    /// Whose it is, by the names of this article; empty where nobody is named.
    pub speakers: Vec<Named>,
    /// The words that name the source, the nearest to the claim where several pass it on.
    pub source: Vec<Span>,
    /// The words that attribute it.
    pub cue: Vec<Span>,
    /// Those who pass it on, nearest to the claim first; outlets are under `via`.
    pub chain: Vec<Named>,
    /// The outlets between the article and the source, nearest to the article first.
    pub via: Vec<String>,
    /// What the source does with it.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// Whether a word of it negates.
    pub negated: bool,
    /// Whether its words are a clause of their own: without a finite verb they are part of what their sentence says.
    pub finite: bool,
    /// What it counts, in order of place.
    pub figures: Vec<Stated>,
    /// What people decided about it.
    pub decided: Vec<AppliedDecision>,
}

/// A figure of a mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Index into the figures of the document's record; none where the reading missed it.
    pub read: Option<usize>,
    /// As it is meant here, which a person may have set right.
    pub is: FigureRecord,
    /// How it stands to those told of before it.
    pub relations: Vec<FigureRelation>,
}

/// A name and what sort of source it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, or the description.
    pub name: String,
    /// What sort.
    pub kind: SpeakerKind,
}

impl Named {
    pub(super) fn of(speaker: &sayso_read::record::SpeakerRecord) -> Self {
        Self { name: speaker.name.clone(), kind: speaker.kind }
    }
}

/// The id of what a reading has at a place.
pub(super) fn id(document: &Document, span: Span) -> String {
    let (start, end) = document.text.code_points(span);
    let hash = Sha256::digest(format!("{}\n{start}\n{end}", document.id()).as_bytes());
    format!("c{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Bytes of the hash that a mention's id keeps: of a hundred thousand million mentions no two have one id, by all odds.
const ID_BYTES: usize = 16;

/// Characters of the ids that earlier versions gave, which begin the same: a letter, and 5 bytes of the hash.
pub const SHORTEST_ID: usize = 11;

/// The beginning of an id, by which a person can name what it is the id of; longer beginnings do as well.
#[must_use]
pub fn short_form(id: &str) -> &str {
    id.get(..SHORTEST_ID).filter(|_| id.bytes().skip(1).all(|digit| digit.is_ascii_hexdigit())).unwrap_or(id)
}

/// Whether an id of a mention that was read is not whole: an earlier version gave it, or a person typed its beginning.
#[must_use]
pub fn is_shortened(id: &str) -> bool {
    id.starts_with('c') && (SHORTEST_ID..=2 * ID_BYTES).contains(&id.len())
}

/// The figures of the reading that stand in a span.
pub(super) fn figures_in(document: &Document, span: Span) -> Vec<Stated> {
    let stated = |index: usize| Stated {
        read: Some(index),
        is: document.entry.record.figures[index].clone(),
        relations: document.relations(index).to_vec(),
    };
    document.figure_positions.within(span).into_iter().map(stated).collect()
}
