//! What a source does with a content: asserts, denies, confirms, doubts, asks, demands, expects, declines, or another
//! thing.

mod content_form;
mod content_form_words;
mod cue;
mod cue_words;
mod denial;
mod denial_words;
mod lemma;
mod lexicon;
mod lexicon_rows;
mod opening;
mod opening_words;
mod small_words;
mod stances;
mod unsaid;
mod unsaid_words;
mod words;

#[cfg(test)]
mod tests;
mod vocabulary;

pub(crate) use opening::main_clause;
pub use stances::{Judgement, Stance};
pub(crate) use words::VerbForms;

pub(crate) use vocabulary::StanceWords;

use std::ops::Range;

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

use content_form::ContentForm;
use cue::Cue;

/// The stance of an attribution.
pub fn stance(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> Judgement {
    let cue = Cue::of(tokens, attribution);
    let frame = ContentForm::of(tokens, attribution);
    // 'dismissed a claim | that': the word for the claim may stand in the cue.
    let frame = ContentForm {
        claim: frame.claim || cue.names_claim(|word| tokens.language().stance.frame.is_claim_noun(word)),
        ..frame
    };
    if unsaid::is_unsaid(tokens, attribution) {
        return unsaid(cue.stance(frame));
    }
    let (by_cue, known) = cue.stance(frame).map_or((guess(frame), false), |stance| (stance, true));
    let content = attribution.content.first().map(|span| tokens.within(*span));
    match content.and_then(|content| said(tokens, content, by_cue, !attribution.source.is_empty())) {
        Some(stance) => Judgement { stance, by_cue, known: true },
        None => Judgement { stance: by_cue, by_cue, known },
    }
}

/// The stance of what was not said: a question, a demand or a refusal stays one, but nobody vouches for anything.
fn unsaid(cue: Option<Stance>) -> Judgement {
    let open = |stance: &Stance| matches!(stance, Stance::Asks | Stance::Demands | Stance::Declines | Stance::Expects);
    let stance = cue.filter(open).unwrap_or(Stance::Other);
    Judgement { stance, by_cue: stance, known: true }
}

/// The stance that a content, or a sentence of it, takes by itself where the cue leaves it the word; with whether a source
/// is named.
pub(crate) fn said(tokens: &Tokens<'_>, content: Range<usize>, cue: Stance, sourced: bool) -> Option<Stance> {
    match cue {
        Stance::Asserts if denial::denies(tokens, content.clone(), sourced) => Some(Stance::Denies),
        Stance::Asserts => opening::of(tokens, content),
        _ => None,
    }
}

/// What a cue that the lexicon does not know most often does with a content of this form.
fn guess(frame: ContentForm) -> Stance {
    if frame.question {
        Stance::Asks
    } else if frame.clause {
        Stance::Asserts
    } else if frame.order {
        Stance::Demands
    } else {
        Stance::Other
    }
}
