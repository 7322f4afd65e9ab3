//! Refusals to say anything: 'The ministry did not immediately respond to a request for comment.'
//!
//! The model misses most of them, though news never leaves them out and annotators mark them: of 71 in PolNeAR's training
//! half, 56. They are worded so much alike that a pattern finds them.

use super::clause::subject;
use super::pattern::Worded;
use crate::tokens::Tokens;

/// How likely it is that a careful reader finds the same: the share that annotators marked in PolNeAR's training half.
pub const CONFIDENCE: f32 = 0.75;

/// Words between 'not' and the verb at most: 'immediately', 'as of Monday'.
const MOST_BETWEEN: usize = 3;

/// Words between the verb and what was asked at most: 'to several written'.
const MOST_BEFORE_ASKED: usize = 6;

/// All refusals, in order.
pub fn refusals(tokens: &Tokens<'_>) -> Vec<Worded> {
    (0..tokens.len()).filter_map(|at| refusal(tokens, at)).collect()
}

/// The refusal whose helping verb stands at a token.
fn refusal(tokens: &Tokens<'_>, helper: usize) -> Option<Worded> {
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
    Some(Worded {
        source: tokens.span_of(source)?,
        cue: tokens.span_of(helper..to + 1)?,
        content: tokens.span_of(to + 1..close)?,
    })
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
        let shown = |refusal: Worded| [slice(refusal.source), slice(refusal.cue), slice(refusal.content)];
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
