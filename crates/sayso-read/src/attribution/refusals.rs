//! Refusals to say anything: 'The ministry did not immediately respond to a request for comment.'
//!
//! The model misses most of them, though news never leaves them out and annotators mark them: of 71 in PolNeAR's training
//! half, 56. They are worded so much alike that a pattern finds them.

use std::ops::Range;

use sayso_text::Span;

use crate::tokens::{Kind, Tokens};

/// How likely it is that a careful reader finds the same: the share that annotators marked in PolNeAR's training half.
pub const CONFIDENCE: f32 = 0.75;

/// Words between 'not' and the verb at most: 'immediately', 'as of Monday'.
const MOST_BETWEEN: usize = 3;

/// Words between the verb and what was asked at most: 'to several written'.
const MOST_BEFORE_ASKED: usize = 6;

/// Words of a subject at most.
const LONGEST_SUBJECT: usize = 24;

/// Somebody who gives no answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Who.
    pub source: Span,
    /// 'did not immediately respond to'.
    pub cue: Span,
    /// 'a request for comment'.
    pub content: Span,
}

/// All refusals, in order.
pub fn refusals(tokens: &Tokens<'_>) -> Vec<Refusal> {
    (0..tokens.len()).filter_map(|at| refusal(tokens, at)).collect()
}

/// The refusal whose helping verb stands at a token.
fn refusal(tokens: &Tokens<'_>, helper: usize) -> Option<Refusal> {
    let words = &tokens.language().attribution.refusals;
    let not = helper + usize::from(words.helpers.contains(tokens.word(helper)));
    let negates =
        matches!(tokens.word(not), "not") && not > helper || words.negated.contains(&plain(tokens.word(helper)));
    if !negates {
        return None;
    }
    let end = tokens.sentence(helper).end;
    let is_answer = |at: &usize| words.answers.contains(tokens.word(*at));
    let verb = (not + 1..(not + 2 + MOST_BETWEEN).min(end)).find(is_answer)?;
    let asked =
        (verb + 1..(verb + 1 + MOST_BEFORE_ASKED).min(end)).find(|at| words.asked.contains(tokens.word(*at)))?;
    let to = (verb + 1..asked).find(|at| tokens.word(*at) == "to").unwrap_or(verb);
    let source = subject(tokens, helper)?;
    let close = (asked..end).find(|at| closes(tokens, *at)).unwrap_or(end);
    Some(Refusal {
        source: tokens.span_of(source)?,
        cue: tokens.span_of(helper..to + 1)?,
        content: tokens.span_of(to + 1..close)?,
    })
}

/// The words before a verb, back to where its clause begins; an apposition between commas is part of them.
fn subject(tokens: &Tokens<'_>, verb: usize) -> Option<Range<usize>> {
    let first = tokens.sentence(verb).start.max(verb.saturating_sub(LONGEST_SUBJECT));
    let behind_comma = verb > first && tokens.word(verb - 1) == ",";
    let last = verb - usize::from(behind_comma);
    let mut commas = 0;
    let opens = |at: &usize| match tokens.word(*at) {
        "," => {
            commas += 1;
            !behind_comma || commas > 1
        }
        word => {
            (matches!(word, ";" | ":" | "“" | "”" | "\"" | "—" | "–")
                || tokens.language().attribution.refusals.clause_openers.contains(word))
        }
    };
    let start = (first..last).rev().find(opens).map_or(first, |at| at + 1);
    let start = start + usize::from(tokens.word(start) == "and");
    let is_cut = start == first && first > tokens.sentence(verb).start;
    (start < last && !is_cut && tokens.is(start, Kind::Word)).then_some(start..last)
}

/// Whether what was asked is over: at a mark, or where another clause begins.
fn closes(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    matches!(word, "." | "," | ";" | ":" | "”" | "\"" | "!" | "?" | "—" | "but" | "while" | "although")
}

/// With a straight apostrophe.
fn plain(word: &str) -> String {
    word.replace('’', "'")
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    fn found(string: &str) -> Vec<[String; 3]> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let slice = |span| text.slice(span).to_owned();
        let shown = |refusal: Refusal| [slice(refusal.source), slice(refusal.cue), slice(refusal.content)];
        refusals(&tokens).into_iter().map(shown).collect()
    }

    #[test]
    fn who_gives_no_answer() {
        let said = [
            (
                "The ministry did not immediately respond to a request for comment.",
                ["The ministry", "did not immediately respond to", "a request for comment"],
            ),
            (
                "It was late, but Ole Berg, the mayor, didn’t return two calls.",
                ["Ole Berg, the mayor", "didn’t return", "two calls"],
            ),
            (
                "He left; his lawyers have not replied to written questions, the paper said.",
                ["his lawyers", "have not replied to", "written questions"],
            ),
        ];
        for (string, [source, cue, content]) in said {
            assert_eq!(found(string), [[source.to_owned(), cue.to_owned(), content.to_owned()]], "{string}");
        }
    }

    #[test]
    fn who_does_something_else() {
        for string in [
            "The troops did not return home.",
            "The heart did not respond to treatment.",
            "He did not say.",
            "Calls went unanswered.",
        ] {
            assert!(found(string).is_empty(), "{string}");
        }
    }
}
