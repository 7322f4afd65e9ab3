//! Stances of whole attributions, each given as `[source] <cue> {content}` in a sentence.

use proptest::prelude::*;
use sayso_text::{Span, Text};

use super::{Judgement, Stance, stance};
use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

/// A text and the attribution that its brackets mark.
fn marked(sentence: &str) -> (Text, AttributionSpans) {
    let mut plain = String::new();
    let (mut open, mut found) = (0, [Vec::new(), Vec::new(), Vec::new()]);
    for letter in sentence.chars() {
        match letter {
            '[' | '<' | '{' => open = plain.len(),
            ']' | '>' | '}' => found["]>}".find(letter).unwrap()].push((open, plain.len())),
            _ => plain.push(letter),
        }
    }
    let text: Text = Text::new(plain);
    let spans = |pairs: &[(usize, usize)]| pairs.iter().map(|(start, end)| text.span(*start, *end).unwrap()).collect();
    let triple = AttributionSpans::of(spans(&found[0]), spans(&found[1]), spans(&found[2]), None);
    (text, triple)
}

fn judged(sentence: &str) -> Judgement {
    let (text, triple) = marked(sentence);
    stance(&Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading()), &triple)
}

fn all_are(expected: Stance, sentences: &[&str]) {
    for sentence in sentences {
        assert_eq!(judged(sentence).stance, expected, "{sentence}");
    }
}

#[test]
fn the_cue_decides() {
    all_are(Stance::Asserts, &["[Police] <said> {no one was hurt}.", "[She] <accused> {the firm of fraud}."]);
    all_are(Stance::Denies, &["[Al-Manar officials] <strongly deny> {this}.", "[He] <dismissed> {reports of a deal}."]);
    all_are(Stance::Confirms, &["[Apple] <confirmed> {that he had left}.", "{It} <was later confirmed by> [Libya]."]);
    all_are(Stance::Expects, &["{The flight} <is expected> {to take place in August}."]);
    all_are(Stance::Other, &["[Labour] <criticised> {the plan}.", "[He] <dismissed> {the proposals}."]);
}

#[test]
fn what_lies_somewhere_is_no_lie() {
    all_are(
        Stance::Asserts,
        &[
            "{“The blame for this lies with the ministry,”} <said> [Orlin].",
            "[He] <said> {all of that lies in the past}.",
        ],
    );
    all_are(
        Stance::Asserts,
        &["{“The cause of it lies elsewhere,”} <said> [a coach].", "[She] <said> {these lies behind us}."],
    );
    all_are(Stance::Asserts, &["{“The duty to do this lies squarely with owners,”} the [judge] <said>."]);
    all_are(
        Stance::Denies,
        &[
            "[He] <said> {the reports were lies}.",
            "[She] <said> {“These are lies.”}",
            "[He] <called> {the claims lies}.",
        ],
    );
}

#[test]
fn negation_turns_it() {
    all_are(Stance::Declines, &["[Apple] <has not confirmed> {the rumours}.", "[Apple] did not <say> {why he left}."]);
    all_are(Stance::Declines, &["[Neither country] <has revealed> {what the offer included}."]);
    all_are(Stance::Doubts, &["It <is not known> {when he left}.", "[Most] <do not believe> {reform would hurt}."]);
    all_are(Stance::Doubts, &["It <has not been confirmed> {that he is dead}."]);
    all_are(Stance::Asserts, &["[She] not only <said> {so}."]);
}

#[test]
fn the_form_of_the_content_decides_between_senses() {
    all_are(Stance::Asks, &["[He] <asked> {whether it was safe}.", "[She] <asked>: {“Is it safe?”}"]);
    all_are(Stance::Demands, &["[He] <asked> {them to leave}.", "{They} <were told> {to keep still}."]);
    all_are(Stance::Asserts, &["[He] <told> the paper {he planned to stay}."]);
    all_are(Stance::Other, &["[The law] <seeks> {to prevent strikes}."]);
    all_are(Stance::Demands, &["[Ukraine] <is seeking> {a loan}."]);
}

#[test]
fn the_first_word_that_is_firm_decides() {
    all_are(Stance::Declines, &["[Officials] <refused to confirm> {the report}."]);
    all_are(Stance::Denies, &["[Officials] <issued a statement denying> {the report}."]);
    all_are(Stance::Asserts, &["[He] <was keen to point out> {that it was new}."]);
    all_are(Stance::Doubts, &["[Officials] <expressed> {doubts about the report}."]);
}

#[test]
fn a_quotation_that_is_a_deed_takes_its_stance() {
    all_are(Stance::Demands, &["[She] <added>: {“We urge both sides to stop.”}"]);
    all_are(Stance::Doubts, &["[She] <said>, {“I don’t think it will pass.”}"]);
    all_are(Stance::Expects, &["[He] <said>: {“As before, we hope for peace.”}"]);
    all_are(Stance::Declines, &["[A spokeswoman] <said>: {“We do not comment on speculation.”}"]);
    all_are(
        Stance::Denies,
        &["[She] <said>: {“That is simply untrue.”}", "[She] <called> {the report a fabrication}."],
    );
    all_are(
        Stance::Asserts,
        &["[She] <said>: {“We urged both sides to stop.”}", "[She] <said>: {“We know it is true.”}"],
    );
}

#[test]
fn nothing_of_what_was_raised_is_a_denial() {
    all_are(Stance::Denies, &["Papers spoke of bribes. [The mayor] <said> {there were no bribes}."]);
    all_are(Stance::Asserts, &["A storm came. [The mayor] <said> {there were no deaths}."]);
}

#[test]
fn who_is_not_able_to_say_denies_nothing() {
    for sentence in [
        "[The admiral] <said> {he could not confirm that the crew had left}.",
        "[She] <said>: {“I cannot confirm that and I hope it is not so.”}",
        "[The force] <said> {it was unable to say that the man was armed}.",
        "Papers spoke of a recall. [The maker] <said>: {“There are no further details at this stage.”}",
        "The inquiry began. [The court] <said> {there was no update}.",
    ] {
        assert_ne!(judged(sentence).stance, Stance::Denies, "{sentence}");
    }
    assert_ne!(judged("[She] <said>: {“I don’t know if that man lived.”}").stance, Stance::Denies);
    all_are(Stance::Denies, &["[He] <said> {he never claimed that the bridge was safe}."]);
}

#[test]
fn what_nothing_supports_is_denied() {
    all_are(
        Stance::Denies,
        &[
            "[The club] <said> {suggestions that it would move were not supported by any document}.",
            "[He] <said> {the allegations are not substantiated}.",
            "[She] <said> {claims of a leak were not founded on anything}.",
            "[The bank] <said> {the rumours are not credible}.",
        ],
    );
    all_are(
        Stance::Asserts,
        &[
            "[She] <said> {the bill was not supported by the Senate}.",
            "[He] <said> {the report is not false}.",
            "[She] <said> {the figures were not based on the latest census}.",
        ],
    );
}

#[test]
fn some_words_are_not_turned_by_a_negation() {
    all_are(
        Stance::Asserts,
        &[
            "[Orlin] <is not alone in saying> {that the dam leaks}.",
            "[She] <is not the first to say> {that the dam leaks}.",
            "[The paper] <was not the only one to report> {a leak}.",
            "{“It was here,”} [Nor] <said>.",
            "{“It was here,”} <said> [Nor].",
        ],
    );
    all_are(Stance::Declines, &["[She] would not <say> {who was there}."]);
}

#[test]
fn a_gerund_is_no_order() {
    all_are(
        Stance::Asserts,
        &[
            "{Letting drivers to skip breaks is a danger}, [Orlin] <told> the paper.",
            "{Asking nurses to work more is wrong}, [she] <told> the panel.",
            "{“We have to ask if anyone saw it,”} <said> [Orlin].",
        ],
    );
    all_are(Stance::Demands, &["[She] <told> {the crews to leave}."]);
}

#[test]
fn an_unknown_cue_is_a_guess() {
    let guess = judged("[He] <frobbed> {that it was late}.");
    assert_eq!((guess.stance, guess.known), (Stance::Asserts, false));
    assert_eq!(judged("[He] <frobbed> {the crew to leave}.").stance, Stance::Demands);
}

proptest! {
    #[test]
    fn any_text_and_spans_are_judged(string in "\\PC{0,80}|[a-z \"“”’.,?\n]{0,120}", cuts in prop::collection::vec(0usize..120, 8)) {
        let text: Text = Text::new(string);
        let span = |at: usize| text.span(cuts[at].min(cuts[at + 1]), cuts[at].max(cuts[at + 1]));
        let spans = |at: usize| span(at).into_iter().collect::<Vec<Span>>();
        let triple = AttributionSpans::of(spans(0), spans(2), [spans(4), spans(6)].concat(), None);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let judgement = stance(&tokens, &triple);
        for span in crate::certainty::certainty(&tokens, &triple, judgement.stance).because {
            prop_assert!(!text.slice(span).trim().is_empty());
        }
    }
}
