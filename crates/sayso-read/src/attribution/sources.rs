//! What of a source names nobody: the caption above the line that it stands in, and lone words that are no noun.

use sayso_text::{Span, Text};

use crate::tokens::{Kind, Tokens};

use super::AttributionSpans;

/// Words of a caption at least.
const LEAST_CAPTION: usize = 4;

/// Leaves out of each source what names nobody.
pub fn settle(text: &Text, tokens: &Tokens<'_>, triples: &mut [AttributionSpans]) {
    for source in triples.iter_mut().map(|triple| &mut triple.source) {
        for span in source.iter_mut() {
            *span = below_caption(text, *span);
        }
        source.retain(|span| !is_nobody(tokens, *span));
    }
}

/// A source without the caption in the line above: 'Harbour Workers Ada Obi Archive', and below 'Workers claim'. Four words
/// or more, all with capitals, are seldom a part of a sentence that was broken into lines.
fn below_caption(text: &Text, source: Span) -> Span {
    let Some((above, below)) = text.slice(source).split_once('\n') else { return source };
    let words = above.split_whitespace();
    let is_caption =
        words.clone().count() >= LEAST_CAPTION && words.clone().all(|word| word.starts_with(char::is_uppercase));
    let below = text.span_of(below).map(|span| text.trim(span));
    below.filter(|below| is_caption && !below.is_empty()).unwrap_or(source)
}

/// Whether a source is one small word that is no noun: 'THERE are reports', 'it was investigating reports that', 'earlier
/// claims'. Of 3,807 annotated sources of one word in small letters one ends in '-ing'.
fn is_nobody(tokens: &Tokens<'_>, source: Span) -> bool {
    let run = tokens.within(source);
    if run.len() != 1 || !tokens.is(run.start, Kind::Word) {
        return false;
    }
    let word = tokens.word(run.start);
    let known = &tokens.language().attribution.cues_before_sources;
    // Not 'bank broke rules, filing shows'.
    let goes_on = tokens.language().attribution.clauses.be.contains(tokens.before(run.start, 1));
    goes_on && !tokens.is_capital(run.start) && word.ends_with("ing") || known.nobodies.contains(word)
}
