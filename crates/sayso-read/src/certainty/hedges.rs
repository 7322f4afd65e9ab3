//! The words that hedge, with how much they leave.

use super::Certainty;
use super::Certainty::{Possible, Probable};

/// Verbs, nouns and adverbs that hedge as the cue itself, in base form, sorted.
const CUES: &[(&str, Certainty)] = &[
    ("allegedly", Possible),
    ("apparently", Probable),
    ("appear", Probable),
    ("assume", Probable),
    ("assumption", Probable),
    ("belief", Probable),
    ("believe", Probable),
    ("could", Possible),
    ("estimate", Probable),
    ("evidently", Probable),
    ("expect", Probable),
    ("fear", Possible),
    ("guess", Probable),
    ("hint", Possible),
    ("hope", Possible),
    ("indicate", Probable),
    ("indication", Probable),
    ("likely", Probable),
    ("may", Possible),
    ("might", Possible),
    ("possibility", Possible),
    ("possibly", Possible),
    ("presume", Probable),
    ("probably", Probable),
    ("purportedly", Possible),
    ("reckon", Probable),
    ("reportedly", Possible),
    ("rumor", Possible),
    ("rumour", Possible),
    ("seem", Probable),
    ("seemingly", Probable),
    ("speculate", Possible),
    ("speculation", Possible),
    ("suggest", Probable),
    ("suppose", Probable),
    ("supposedly", Possible),
    ("suspect", Possible),
    ("suspicion", Possible),
    ("theory", Possible),
    ("think", Probable),
    ("unconfirmed", Possible),
];

/// Verbs of speech that hedge in the passive without a source, in base form, sorted: 'is said to' is 'reportedly'.
const HEARSAY: &[&str] = &["allege", "claim", "report", "say"];

/// Adverbs that hedge the clause whose verb they stand before, sorted.
const ADVERBS: &[(&str, Certainty)] = &[
    ("allegedly", Possible),
    ("apparently", Probable),
    ("conceivably", Possible),
    ("maybe", Possible),
    ("perhaps", Possible),
    ("possibly", Possible),
    ("presumably", Probable),
    ("probably", Probable),
    ("purportedly", Possible),
    ("reportedly", Possible),
    ("seemingly", Probable),
    ("supposedly", Possible),
];

/// What hedges behind a form of 'be' or 'have', sorted: 'is believed to', 'is a possibility'.
const PREDICATES: &[(&str, Certainty)] = &[
    ("alleged", Possible),
    ("assumed", Probable),
    ("believed", Probable),
    ("chance", Possible),
    ("estimated", Probable),
    ("expected", Probable),
    ("feared", Possible),
    ("likelihood", Probable),
    ("likely", Probable),
    ("possibility", Possible),
    ("possible", Possible),
    ("presumed", Probable),
    ("probable", Probable),
    ("reported", Possible),
    ("rumored", Possible),
    ("rumoured", Possible),
    ("said", Possible),
    ("suspected", Possible),
    ("thought", Probable),
    ("unlikely", Probable),
];

/// Verbs that hedge as a clause's own, as written, sorted.
const VERBS: &[(&str, Certainty)] = &[
    ("appear", Probable),
    ("appeared", Probable),
    ("appears", Probable),
    ("seem", Probable),
    ("seemed", Probable),
    ("seems", Probable),
];

/// Verbs by which a first person hedges what follows, sorted: 'I think'.
const OPINIONS: &[(&str, Certainty)] = &[
    ("assume", Probable),
    ("believe", Probable),
    ("guess", Probable),
    ("suppose", Probable),
    ("suspect", Possible),
    ("think", Probable),
];

fn found(table: &[(&str, Certainty)], word: &str) -> Option<Certainty> {
    table.binary_search_by_key(&word, |(hedge, _)| hedge).ok().map(|at| table[at].1)
}

/// Of a cue's word in base form.
pub fn cue(word: &str) -> Option<Certainty> {
    found(CUES, word)
}

/// Whether a passive of this verb without a source is hearsay.
pub fn is_hearsay(word: &str) -> bool {
    HEARSAY.binary_search(&word).is_ok()
}

/// Of an adverb before a verb.
pub fn adverb(word: &str) -> Option<Certainty> {
    found(ADVERBS, word)
}

/// Of what follows 'is'.
pub fn predicate(word: &str) -> Option<Certainty> {
    found(PREDICATES, word)
}

/// Of a main verb.
pub fn verb(word: &str) -> Option<Certainty> {
    found(VERBS, word)
}

/// Of a first person's verb.
pub fn opinion(word: &str) -> Option<Certainty> {
    found(OPINIONS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        for table in [CUES, ADVERBS, PREDICATES, VERBS, OPINIONS] {
            assert!(table.is_sorted_by_key(|(word, _)| word));
        }
        assert!(HEARSAY.is_sorted());
    }
}
