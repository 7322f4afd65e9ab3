//! Attributions with fixed wording, found by patterns in addition to those that the model finds.

use sayso_text::{Span, Text};

use super::pattern::Worded;
use super::{AttributionSpans, accounts, figures_given, quote_type, refusals};
use crate::quotation::Quotation;
use crate::stance::Stance;
use crate::tokens::Tokens;

/// What all patterns find, `figures` being those of the text, in order.
pub fn worded(text: &Text, tokens: &Tokens<'_>, quotations: &[Quotation], figures: &[Span]) -> Vec<AttributionSpans> {
    let triple = |stance: Stance, confidence: f32| {
        move |one: Worded| AttributionSpans {
            quote_type: quote_type::quote_type(text, &[one.content], quotations),
            likely_stance: stance,
            confidence,
            source: vec![one.source],
            cue: vec![one.cue],
            content: vec![one.content],
            parent: None,
        }
    };
    let refusals = refusals::refusals(tokens).into_iter().map(triple(Stance::Declines, refusals::CONFIDENCE));
    let given = figures_given::given(tokens, figures).into_iter();
    let accounts = accounts::accounts(tokens).into_iter();
    refusals
        .chain(given.map(triple(Stance::Asserts, figures_given::CONFIDENCE)))
        .chain(accounts.map(triple(Stance::Asserts, accounts::CONFIDENCE)))
        .collect()
}
