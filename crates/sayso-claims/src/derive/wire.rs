//! Which outlet's report an article carries on, sentence by sentence: an article that names an agency and has its sentences
//! has them from it, whatever else it has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sayso_read::QuoteType;
use sayso_text::Span;

use super::features::MentionFeatures;
use crate::claim::Sequence;
use crate::origin::Outlets;
use crate::{Document, work};

/// Words in one piece by which a sentence is looked for in earlier articles.
const SHINGLE: usize = 6;

/// Share of a sentence's pieces that an earlier article has, from which the sentence is its.
const CARRIED: f64 = 0.5;

/// Words of a sentence from which it is told by its pieces.
const LEAST_WORDS: usize = 10;

/// For each mention, by its place, the outlet whose sentence it is.
pub(super) fn carried(
    documents: &[&Document],
    all: &[(usize, Arc<MentionFeatures>)],
    outlets: &Outlets,
) -> HashMap<usize, String> {
    let mut first: HashMap<u64, usize> = HashMap::new();
    let (mut told, mut quoted) = (HashMap::new(), Vec::new());
    let mut named: HashMap<usize, HashSet<String>> = HashMap::new();
    for (place, (document, features)) in work::each(all.iter().enumerate()) {
        let article = documents[*document];
        let pieces = pieces(article, features);
        if let Some(original) = original(&pieces, &first, *document) {
            let outlet = documents[original].outlet().filter(|outlet| Some(*outlet) != article.outlet());
            let names =
                named.entry(*document).or_insert_with(|| outlets.within(article.text.as_str()).into_iter().collect());
            if let Some(outlet) = outlet.filter(|outlet| names.contains(*outlet)) {
                if is_quoted(article, features) {
                    quoted.push((place, *document, outlet.to_owned()));
                } else {
                    told.insert(place, (*document, outlet.to_owned()));
                }
            }
        }
        for piece in pieces {
            first.entry(piece).or_insert(*document);
        }
    }
    // A quotation is anybody's, but in an article that has other sentences from there.
    let from: HashSet<(usize, String)> = told.values().cloned().collect();
    let mut carried: HashMap<usize, String> = told.into_iter().map(|(place, (_, outlet))| (place, outlet)).collect();
    let also = quoted.into_iter().filter(|(_, document, outlet)| from.contains(&(*document, outlet.clone())));
    carried.extend(also.map(|(place, _, outlet)| (place, outlet)));
    carried
}

/// The earlier document that has most of some pieces, where it has enough of them.
fn original(pieces: &[u64], first: &HashMap<u64, usize>, own: usize) -> Option<usize> {
    let mut having: HashMap<usize, usize> = HashMap::new();
    for document in pieces.iter().filter_map(|piece| first.get(piece)).filter(|document| **document < own) {
        *having.entry(*document).or_default() += 1;
    }
    let (document, count) =
        having.into_iter().max_by_key(|(document, count)| (*count, std::cmp::Reverse(*document)))?;
    (count as f64 >= CARRIED * pieces.len() as f64).then_some(document)
}

/// The pieces of the words of a mention with those that name its source and attribute it.
fn pieces(document: &Document, features: &MentionFeatures) -> Vec<u64> {
    let mention = &features.mention;
    let parts = || mention.source.iter().chain(&mention.cue).chain([&mention.span]);
    let (start, end) = (parts().map(|span| span.start()).min(), parts().map(|span| span.end()).max());
    let whole: Option<Span> = start.zip(end).and_then(|(start, end)| document.text.span(start, end));
    let sequence = whole.map(|whole| Sequence::of(document.text.slice(whole))).unwrap_or_default();
    if sequence.len() < LEAST_WORDS { Vec::new() } else { sequence.pieces(SHINGLE) }
}

fn is_quoted(document: &Document, features: &MentionFeatures) -> bool {
    let attribution = features.mention.attribution.and_then(|index| document.entry.record.attributions.get(index));
    attribution.is_some_and(|attribution| attribution.quote_type == QuoteType::Direct)
}
