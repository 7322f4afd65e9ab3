//! What states nothing that could be followed.

use sayso_text::Span;

use super::{AttributedContent, StatementReader};
use crate::quote_type::QuoteType;
use crate::stance::Stance;
use crate::tokens::Kind;

/// Words of a content from which it says something; of shorter ones in real coverage one in thirteen did.
pub(super) const FEWEST_WORDS: usize = 4;

impl StatementReader<'_> {
    /// Whether a source only says how it is to be named: 'asked not to be identified'.
    pub(super) fn is_condition(&self, span: Span) -> bool {
        let words = self.tokens.within(span).filter(|at| self.tokens.is(*at, Kind::Word));
        let first = words.map(|at| (at, self.tokens.word(at))).find(|(_, word)| *word != "that");
        first.is_some_and(|(at, _)| self.phrase_at(at, &self.words.shown.conditions).is_some())
    }

    /// Whether a content is a few words that state nothing which can be followed: 'dismissed allegations', 'the death',
    /// 'It is that simple.' A denial may be as short as it likes.
    pub(super) fn is_fragment(&self, span: Span, told: &AttributedContent<'_>) -> bool {
        let run = self.tokens.within(span);
        let few = run.clone().filter(|at| self.tokens.is(*at, Kind::Word)).count() < FEWEST_WORDS;
        let says_no = matches!(told.stance, Stance::Denies | Stance::Declines);
        let stands = says_no || told.quote_type != QuoteType::Direct && self.is_finite(run);
        few && !stands && !self.counts_something(span)
    }

    /// Whether a digit stands in some words.
    pub(super) fn counts_something(&self, span: Span) -> bool {
        self.text.slice(span).contains(|letter: char| letter.is_ascii_digit())
    }
}
