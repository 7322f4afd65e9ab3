//! Which words to show for a claim.

use sayso_read::record::AttributionRecord;
use sayso_read::{QuoteType, Stance};
use sayso_text::Span;

use crate::Document;

/// Quotation marks, and what stands at the end of what they hold.
const AROUND: [char; 10] = ['"', '“', '”', '‘', '’', '\'', '«', '»', ',', ' '];

/// Bytes between a cue and the content that it governs directly.
const NEAR: usize = 3;

/// The words that hold a clause of an attribution: without its marks and its 'that'; with the cue where the cue is what
/// is said, as in 'declined to comment on the briefing'. None where nothing is left.
pub(super) fn shown(document: &Document, attribution: &AttributionRecord, cue: &[Span], clause: Span) -> Option<Span> {
    let bare = bare(document, clause)?;
    let Some(cue) = cue.first().filter(|_| says_by_cue(document, attribution, cue)) else {
        return has_word(document, bare).then_some(bare);
    };
    let joined = cue.end() <= clause.start() && clause.start() - cue.end() <= NEAR;
    if joined { document.text.span(cue.start(), bare.end()) } else { has_word(document, bare).then_some(bare) }
}

/// Whether the stance stands in the cue and not in the content.
fn says_by_cue(document: &Document, attribution: &AttributionRecord, cue: &[Span]) -> bool {
    if attribution.quote_type == QuoteType::Direct {
        return false;
    }
    match attribution.stance {
        Stance::Declines => true,
        Stance::Denies | Stance::Doubts => {
            let words: Vec<&str> = cue.iter().flat_map(|span| document.text.slice(*span).split_whitespace()).collect();
            !words.iter().any(|word| document.language.mention.plain_cues.contains(word))
        }
        _ => false,
    }
}

fn bare(document: &Document, clause: Span) -> Option<Span> {
    let held = document.text.slice(clause);
    let start = held.trim_start_matches(AROUND);
    let start = start.strip_prefix("that ").unwrap_or(start);
    let from = clause.start() + (held.len() - start.len());
    let end = start.trim_end_matches(AROUND);
    document.text.span(from, from + end.len()).filter(|span| !span.is_empty())
}

/// A content of one small word ('it', 'that') says nothing by itself.
fn has_word(document: &Document, span: Span) -> bool {
    document.text.slice(span).split(|letter: char| !letter.is_alphanumeric()).any(|word| word.chars().count() > 4)
        || document.text.slice(span).chars().any(|letter| letter.is_ascii_digit())
}
