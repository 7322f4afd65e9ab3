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
    let (stance, known) = cue.stance(frame).map_or((guess(frame), false), |stance| (stance, true));
    if let Some(stance) = said(tokens, attribution, stance) {
        return Judgement { stance, known: true };
    }
    Judgement { stance, known }
}

/// The stance of what was not said: a question, a demand or a refusal stays one, but nobody vouches for anything.
fn unsaid(cue: Option<Stance>) -> Judgement {
    let open = |stance: &Stance| matches!(stance, Stance::Asks | Stance::Demands | Stance::Declines | Stance::Expects);
    Judgement { stance: cue.filter(open).unwrap_or(Stance::Other), known: true }
}

/// The stance that the content itself takes, where the cue leaves it the word.
fn said(tokens: &Tokens<'_>, attribution: &AttributionSpans, cue: Stance) -> Option<Stance> {
    match cue {
        Stance::Asserts if denial::denies(tokens, attribution) => Some(Stance::Denies),
        Stance::Asserts => opening::of(tokens, attribution),
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
