//! Sentences cut into what they state, with what is done with each.

use sayso_page::{Known, from_text};
use sayso_text::Text;

use super::*;
use crate::vocabulary::{english, english_reading};

/// What a text states as the content of one attribution, whose cue is its first word.
fn attributed(string: &str, quote_type: QuoteType, stance: Stance) -> Vec<String> {
    let text: Text = Text::new(string);
    let cue = text.span(0, string.find(' ').unwrap()).unwrap();
    let content = text.span(cue.end() + 1, text.len()).unwrap();
    let figures = english().figures(&text, &[text.whole()], &[]);
    let tokens = Tokens::new(&text, &[text.whole()], english_reading());
    let reader = StatementReader::new(&tokens, &figures);
    let told = AttributedContent { source: &[], cue: &[cue], content: &[content], quote_type, stance, by_cue: stance };
    let told = reader.attributed(&told);
    told.iter().map(|one| format!("{} {}", one.stance.name(), text.slice(one.span))).collect()
}

fn said(string: &str) -> Vec<String> {
    attributed(&format!("said {string}"), QuoteType::Indirect, Stance::Asserts)
}

#[test]
fn each_count_with_a_verb_is_a_statement() {
    for (string, stated) in [
        ("that 18 people died, 160 were rescued and 63 were missing", 3),
        ("that 18 banks failed, 160 merged and 63 closed", 3),
        ("that 40 flights were cancelled and 12 diverted to Orme", 2),
        ("that 7 schools reopened, but 19 stayed shut", 2),
        ("that 300 firms moved, 20 left", 2),
        ("that 18 banks, 160 insurers and 63 brokers failed", 1),
        ("that the police had arrested 20 men and 5 women suspected of theft", 1),
        ("the men, Suhaib Majeed (30) and 2 others, were charged", 1),
        ("that it had sold 18 trucks and 160 armed cars", 1),
    ] {
        assert_eq!(said(string).len(), stated, "{string}: {:?}", said(string));
    }
}

#[test]
fn what_adds_to_a_statement_is_left_out() {
    assert_eq!(said("that the ferry had sunk, which nobody saw"), ["asserts the ferry had sunk"]);
    assert_eq!(
        said("that 3,000 men were there, including 500 officers"),
        ["asserts 3,000 men were there", "asserts including 500 officers"]
    );
    assert_eq!(
        said("that the yard was sold in June for 40 million dollars"),
        ["asserts the yard was sold in June", "asserts for 40 million dollars"]
    );
}

#[test]
fn a_statement_takes_the_side_of_its_own_words() {
    assert_eq!(said("there are no soldiers in the port"), ["denies there are no soldiers in the port"]);
    assert_eq!(said("that it was not clear whether he left"), ["doubts it was not clear whether he left"]);
    assert_eq!(
        attributed("denied that the ferry had sunk", QuoteType::Indirect, Stance::Denies),
        ["denies denied that the ferry had sunk"]
    );
}

#[test]
fn what_is_not_known_is_doubted() {
    for open in [
        "they were still investigating whether the strike had killed him",
        "it was checking reports to see if the files were real",
        "it would be surprised if the bank had known",
        "it was reviewing whether to appeal",
        "she would be astonished if he won",
        "it had no record of a call",
        "they had no details",
        "they had no information that the dam would fail",
    ] {
        assert!(said(open).iter().all(|one| one.starts_with("doubts ")), "{open}: {:?}", said(open));
    }
    for plain in [
        "he was investigating the case",
        "he would have no idea where it went",
        "he had no criminal record",
        "there is no other choice but to resist",
        "there was no question of leaving",
        "she would be surprised by the noise",
        "he would not be surprised if the bank failed",
        "nurses were looking after him as if he were family",
    ] {
        assert!(said(plain).iter().all(|one| one.starts_with("asserts ")), "{plain}: {:?}", said(plain));
    }
}

#[test]
fn a_sentence_behind_another_takes_a_side_of_its_own() {
    let stated = |string: &str, stance| {
        let text: Text = Text::new(string);
        let cue = text.span(0, 4).unwrap();
        let content = text.span(5, text.len()).unwrap();
        let tokens = Tokens::new(&text, &[text.whole()], english_reading());
        let reader = StatementReader::new(&tokens, &[]);
        let told = AttributedContent {
            source: &[],
            cue: &[cue],
            content: &[content],
            quote_type: QuoteType::Direct,
            stance,
            by_cue: Stance::Asserts,
        };
        reader.attributed(&told).iter().map(|one| one.stance.name()).collect::<Vec<_>>()
    };
    let unaware = "said “We're not aware of any flights. The pilots keep a close eye on the border.”";
    assert_eq!(stated(unaware, Stance::Doubts), ["doubts", "asserts"]);
    // What explains a denial is one with it.
    let denied = "said “That is untrue. The mayor was at home on Monday.”";
    assert_eq!(stated(denied, Stance::Denies), ["denies", "denies"]);
    let urged = "said “The plant has failed. We urge the council to close it.”";
    assert_eq!(stated(urged, Stance::Asserts), ["asserts", "demands"]);
}

#[test]
fn what_others_do_is_no_side_of_a_statement() {
    for plain in [
        "the rescue succeeded while lawmakers remained skeptical",
        "the bridge was safe although residents were unconvinced",
        "sales rose whereas the outlook is uncertain",
        "the dam held though its builder was unable to confirm it",
        "the vote stands while the panel had no information",
    ] {
        assert!(said(plain).iter().all(|one| one.starts_with("asserts ")), "{plain}: {:?}", said(plain));
    }
    assert_eq!(said("while it is unclear who fired"), ["doubts while it is unclear who fired"]);
}

#[test]
fn what_states_nothing_is_none() {
    assert!(said("not to be named in public").is_empty());
    assert!(attributed("said “a sad day”", QuoteType::Direct, Stance::Asserts).is_empty());
    assert_eq!(said("he resigned").len(), 1);
}

#[test]
fn a_clause_is_told_by_its_verb() {
    let words = english();
    for clause in [
        "he resigned",
        "it's over",
        "They don't know",
        "the bank closed its doors",
        "Orlin resigned on Monday",
        "the ferry sank",
        "shares fell",
        "the council approved 40 plans",
        "we've won",
    ] {
        assert!(words.is_finite(clause), "{clause}");
    }
    for phrase in [
        "the injured men",
        "18 wounded soldiers",
        "five women suspected of theft",
        "a hundred days",
        "the sinking of it",
        "armed men in the port",
        "banks closed in May by the regulator",
    ] {
        assert!(!words.is_finite(phrase), "{phrase}");
    }
}

#[test]
fn sentences_that_carry_on_are_one_statement_of_their_paragraph() {
    let string = "The ferry sank. That was on Monday. Nobody was hurt. “It is over,” she said.\nIt was raised.";
    let article = from_text(string, &Known::default()).unwrap();
    let reading = crate::read(article, &crate::NoAttributions);
    let held: Vec<&str> = reading.statements.iter().map(|one| reading.article.text.slice(one.span)).collect();
    assert_eq!(
        held,
        ["The ferry sank. That was on Monday.", "Nobody was hurt.", "“It is over,” she said.", "It was raised."]
    );
    assert_eq!(reading.statements.iter().map(|one| one.negated).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(reading.sentences.len(), 5);
}
