//! In what capacity a source speaks, and why it is not named where the article says so.
//!
//! ```text
//! A ministry spokesman said … Dr Lena Ortega said … “We had no warning,” said an engineer who asked not to be named.
//! ^^^^^^^^^^^^^^^^^^^^ government ^^^^^^^^^^^ expert                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ why
//! ```

mod anonymity;
mod anonymity_words;
mod head;
mod kind;
mod lexicon;
mod source;
mod source_type;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use kind::SourceType;
pub(crate) use vocabulary::CapacityWords;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::provenance::Provenance;
use crate::speaker::Voice;
use crate::tokens::Tokens;

/// In what capacity the source of an attribution speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    /// What kind of source it is; none where nobody is given.
    pub source_type: Option<SourceType>,
    /// The words that say why it is not named.
    pub why_unnamed: Vec<Span>,
}

/// The capacity of each attribution's source, in their order.
pub(crate) fn capacities(
    tokens: &Tokens<'_>,
    triples: &[AttributionSpans],
    voices: &[Vec<Voice>],
    provenances: &[Provenance],
) -> Vec<Capacity> {
    let whys = anonymity::whys(tokens, triples, voices);
    let all = triples.iter().zip(voices).zip(provenances).zip(whys);
    all.map(|(((triple, voices), provenance), why_unnamed)| Capacity {
        source_type: source_type::source_type(tokens, triple, voices, provenance),
        why_unnamed,
    })
    .collect()
}
