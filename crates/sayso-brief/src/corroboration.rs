//! Other outlets that have the same words from the same source.

use sayso_claims::record::At;

use crate::candidate::Candidate;
use crate::coverage::Coverage;
use crate::names::names;
use crate::self_contained;
use crate::terms::{share, terms};
use crate::vocabulary::english;

/// Share of the terms that another outlet's passage must have to carry the same sentence.
const SAME_WORDS: f64 = 0.9;

/// Outlets that are named beside the first; more is a list, not a sentence.
const MOST: usize = 4;

/// An outlet with the passage in which it has the words.
pub(crate) struct Other {
    pub(crate) outlet: String,
    pub(crate) note: At,
}

/// The other outlets that have what a candidate quotes, each once, in order of publication.
pub(crate) fn others(coverage: &Coverage<'_>, candidate: &Candidate) -> Vec<Other> {
    let first = &coverage.articles[candidate.article];
    let words = candidate.gist.as_ref().map_or_else(|| first.words(candidate.passage), |gist| &gist.words);
    let wanted = terms(words, &english().standing);
    let speaker = candidate.gist.as_ref().map(|gist| gist.speaker.as_str());
    let mut found: Vec<Other> = Vec::new();
    for article in coverage.articles.iter().filter(|article| !article.is_replaced && article.record.copy_of.is_none()) {
        let Some(outlet) = article.record.publisher.as_deref() else { continue };
        if first.record.publisher.as_deref() == Some(outlet) || found.iter().any(|other| other.outlet == outlet) {
            continue;
        }
        let statements = article.statements.iter().filter(|one| candidate.claims.contains(&one.claim));
        let note = statements.flat_map(|one| self_contained::around(article, one)).find(|passage| {
            let held = article.words(*passage);
            speaker.is_none_or(|speaker| names(held, speaker))
                && share(&wanted, &terms(held, &english().standing)) >= SAME_WORDS
        });
        found.extend(note.map(|passage| Other { outlet: outlet.to_owned(), note: article.note(passage) }));
    }
    found.truncate(MOST);
    found
}
