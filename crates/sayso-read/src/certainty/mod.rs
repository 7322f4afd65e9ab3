//! How firmly a source holds what it is said to hold.
//!
//! Certainty is the commitment that the wording gives to the content, beside the stance: a denial is certain where it is
//! flat. *Certain*: said plainly. *Probable*: said to be likely, or a belief, an estimate, an expectation. *Possible*:
//! left open by 'may', 'possibly', 'up to', or passed on as hearsay by 'reportedly' or 'is said to'. *Unknown*: nothing is
//! held to be so, as in a question, a demand, a refusal to say, an attitude, or a doubt.
//!
//! A hedge counts where it governs the cue or the main clause of the content. In 'troops were seen, possibly in
//! preparation for war' the sighting is certain.

mod clause;
mod clause_words;
mod hedges;
mod level;
#[cfg(test)]
mod tests;
mod vocabulary;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::stance::{Stance, VerbForms};
use crate::tokens::{Kind, Tokens};

pub use self::level::Certainty;
pub(crate) use vocabulary::CertaintyWords;

/// A certainty with the words that lower it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedged {
    /// The lowest that a hedge gives.
    pub certainty: Certainty,
    /// The hedges, the cue's first; empty where the stance alone decides.
    pub because: Vec<Span>,
}

/// The certainty of an attribution whose stance is known.
pub fn certainty(tokens: &Tokens<'_>, attribution: &AttributionSpans, stance: Stance) -> Hedged {
    let least = match stance {
        Stance::Asserts | Stance::Confirms | Stance::Denies => Certainty::Certain,
        Stance::Expects => Certainty::Probable,
        Stance::Asks | Stance::Declines | Stance::Demands | Stance::Doubts | Stance::Other => {
            return Hedged { certainty: Certainty::Unknown, because: Vec::new() };
        }
    };
    let hedges = cue(tokens, attribution).into_iter().chain(clause::hedge(tokens, attribution));
    let mut hedged = Hedged { certainty: least, because: Vec::new() };
    for (index, certainty) in hedges {
        hedged.certainty = hedged.certainty.max(certainty);
        hedged.because.push(tokens.span(index));
    }
    hedged
}

/// The hedge in a cue that leaves most open.
fn cue(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> Option<(usize, Certainty)> {
    let indexes =
        || attribution.cue.iter().flat_map(|span| tokens.within(*span)).filter(|index| tokens.is(*index, Kind::Word));
    let known = &tokens.language().certainty.hedges;
    let read = |index: usize| VerbForms::new(tokens.word(index), &tokens.language().stance);
    let passive = attribution.source.is_empty() && indexes().any(|index| read(index).can_be("be"));
    let hedge = |index: usize| {
        let word = read(index);
        let hearsay = passive && word.forms().any(|form| known.is_hearsay(form));
        let found = word.forms().find_map(|form| known.cue(form)).or(hearsay.then_some(Certainty::Possible));
        found.map(|certainty| (index, certainty))
    };
    indexes().filter_map(hedge).max_by_key(|(_, certainty)| *certainty)
}
