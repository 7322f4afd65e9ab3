//! Which words show a statement: without its marks and its 'that'; with the cue where the cue is what is said.

use sayso_text::Span;

use super::empty::FEWEST_WORDS;
use super::{AttributedContent, StatementReader};
use crate::quote_type::QuoteType;
use crate::stance::Stance;

/// Quotation marks, and what stands at the end of what they hold.
const AROUND: [char; 10] = ['"', '“', '”', '‘', '’', '\'', '«', '»', ',', ' '];

/// Bytes between a cue and the content that it governs directly.
const NEAR: usize = 3;

/// Letters of the longest word that says nothing by itself: 'it', 'that'.
const SMALL: usize = 4;

impl StatementReader<'_> {
    /// The words that show a clause of an attribution: 'declined to comment on the briefing' with its cue. None where
    /// nothing is left.
    pub(super) fn words_shown(&self, told: &AttributedContent<'_>, clause: Span) -> Option<Span> {
        let bare = self.bare(clause)?;
        let cue = told.cue.first().filter(|_| self.says_by_cue(told));
        let joined = |cue: &&Span| cue.end() <= clause.start() && clause.start() - cue.end() <= NEAR;
        match cue.filter(joined) {
            Some(cue) => self.text.span(cue.start(), bare.end()),
            None => self.has_word(bare).then_some(bare),
        }
    }

    /// Whether the stance stands in the cue and not in the content.
    fn says_by_cue(&self, told: &AttributedContent<'_>) -> bool {
        if told.quote_type == QuoteType::Direct {
            return false;
        }
        let mut cue = told.cue.iter().flat_map(|span| self.tokens.within(*span));
        let plain = |at: usize| self.words.shown.plain_cues.contains(self.tokens.word(at));
        match told.stance {
            Stance::Declines => true,
            Stance::Denies | Stance::Doubts => !cue.any(plain),
            _ => false,
        }
    }

    fn bare(&self, clause: Span) -> Option<Span> {
        let held = self.text.slice(clause);
        let start = held.trim_start_matches(AROUND);
        let start = start.strip_prefix("that ").unwrap_or(start);
        let from = clause.start() + (held.len() - start.len());
        let end = start.trim_end_matches(AROUND);
        self.text.span(from, from + end.len()).filter(|span| !span.is_empty())
    }

    /// A content of small words says nothing by itself where it is no clause, or one that breaks off.
    fn has_word(&self, span: Span) -> bool {
        let run = self.tokens.within(span);
        let long = |at: usize| self.tokens.word(at).chars().count() > SMALL;
        let breaks_off = |last: usize| self.words.shown.open.contains(self.tokens.word(last));
        let is_clause = || run.len() >= FEWEST_WORDS && !run.clone().next_back().is_some_and(breaks_off);
        self.counts_something(span) || run.clone().any(long) || is_clause() && self.is_finite(run.clone())
    }
}
