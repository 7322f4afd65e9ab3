//! The brief of a story: what an editor must know of it, in fifteen sentences at most, each with the passages that carry it.
//!
//! Sentences are made from what the ledger concluded, by templates ([`wording`](crate), `lang/en/brief/`), and hold no word of
//! an article that is not quoted. What is quoted stands alone: a quotation with its speaker where there is a clean one, else
//! the whole sentence of the article with its outlet. Where neither can be had nothing is said: a false sentence costs more
//! than a missing one.
//!
//! [`brief`] takes the record of a story and its documents. `coverage` joins the two; `candidate` finds passages that carry
//! claims by themselves, `worth` says how much an editor would miss a claim, `choose` picks passages, `tell` makes typed facts
//! of them and `wording` sentences of those. [`markdown`] and [`html`] write them down.

mod candidate;
mod choose;
mod corroboration;
mod coverage;
mod edits;
mod fact;
mod facts;
mod features;
mod figures;
mod gist;
pub mod html;
mod limits;
pub mod markdown;
mod names;
mod quoted;
mod self_contained;
mod sentence;
mod single_source;
mod standing;
mod terms;
mod vocabulary;
mod wording;
mod worth;

use sayso_claims::Document;
use sayso_claims::record::StoryRecord;

pub use features::Features;
pub use limits::{LONGEST_NOTE, MOST, MOST_ARTICLES};
pub use sentence::{Sentence, SentenceKind};
pub use wording::{cited, head, sections};

/// The brief of a story, in the order in which an editor needs it; `documents` are those of its articles, in any order.
///
/// The same story and documents give the same brief, byte for byte.
#[must_use]
pub fn brief(story: &StoryRecord, documents: &[Document]) -> Vec<Sentence> {
    let coverage = coverage::Coverage::new(story, documents);
    let worth = worth::of_claims(&coverage);
    let mut facts = edits::facts(&coverage);
    facts.extend(figures::facts(&coverage, &worth));
    facts.extend(single_source::fact(&coverage, &worth));
    let candidates = candidate::candidates(&coverage, &worth);
    let chosen = choose::choose(&coverage, &candidates, &worth, MOST - facts.len());
    facts.splice(0..0, chosen.iter().map(|one| facts::fact(&coverage, one)));
    facts.sort_by_key(|fact| fact.kind);
    facts.iter().map(wording::sentence).collect()
}

/// What is known of each claim of a story, by its id, from which its worth is told: for fitting weights.
#[must_use]
pub fn claim_features(story: &StoryRecord, documents: &[Document]) -> Vec<(String, Features)> {
    let coverage = coverage::Coverage::new(story, documents);
    let ids = story.claims.iter().map(|claim| claim.id.clone());
    ids.zip(features::of_claims(&coverage)).collect()
}
