//! Roles, source types and grounds of anonymity, on texts that a newcomer can read, and on any text.

use proptest::prelude::*;
use sayso_text::{Span, Text};

use super::{SourceType, capacities};
use crate::attribution::AttributionSpans;
use crate::provenance::Provenance;
use crate::speaker::{Voice, speakers};
use crate::tokens::Tokens;

/// What was found of one source.
type Found = (Option<String>, Option<SourceType>, Vec<String>);

/// The role, the source type and the grounds of anonymity of sources marked `[so]` in a text.
fn read(marked: &str) -> Vec<Found> {
    let plain: String = marked.chars().filter(|letter| !"[]".contains(*letter)).collect();
    let text: Text = Text::new(plain);
    let (mut sources, mut at, mut start) = (Vec::new(), 0, 0);
    for letter in marked.chars() {
        match letter {
            '[' => start = at,
            ']' => sources.push(text.span(start, at).unwrap()),
            letter => at += letter.len_utf8(),
        }
    }
    found(&text, &sources)
}

fn found(text: &Text, sources: &[Span]) -> Vec<Found> {
    let triples: Vec<AttributionSpans> =
        sources.iter().map(|source| AttributionSpans::of(vec![*source], Vec::new(), Vec::new(), None)).collect();
    let tokens = Tokens::new(text, &[text.whole()], crate::vocabulary::english_reading());
    let voices = speakers(&tokens, &triples);
    let all = capacities(&tokens, &triples, &voices, &vec![Provenance::default(); triples.len()]);
    let role = |voices: &Vec<Voice>| {
        let told = voices.iter().find_map(|voice| voice.role.clone())?;
        tokens.span_of(told.words).map(|span| text.slice(span).to_owned())
    };
    let whys = |spans: &[Span]| spans.iter().map(|span| text.slice(*span).to_owned()).collect();
    let each = voices.iter().zip(&all);
    each.map(|(voices, one)| (role(voices), one.source_type, whys(&one.why_unnamed))).collect()
}

fn role(marked: &str) -> Option<String> {
    read(marked).last().unwrap().0.clone()
}

fn kind(marked: &str) -> Option<SourceType> {
    read(marked).last().unwrap().1
}

#[test]
fn a_role_holds_wherever_its_holder_speaks() {
    assert_eq!(role("[Port Minister Ana Ruiz] left. [Ruiz] said so.").unwrap(), "Port Minister");
    assert_eq!(role("[The mayor of Orme, Otto Brandt], left. [He] said so.").unwrap(), "mayor of Orme");
    assert_eq!(role("[Mara Voss, head of the lock board], left. [Voss] said so.").unwrap(), "head of the lock board");
    assert_eq!(role("[A senior Velmar Bank economist] said so.").unwrap(), "senior Velmar Bank economist");
    assert_eq!(role("[Secretary General Nils Holm] said so.").unwrap(), "Secretary General");
}

#[test]
fn what_is_no_role() {
    for marked in
        ["[Mr. Otto Brandt] said so.", "[Two ministers] said so.", "[Otto Brandt, a friend of hers,] said so."]
    {
        assert_eq!(role(marked), None, "{marked}");
    }
    assert_eq!(role("[Otto Brandt, until May the head of the board,] said so."), None);
}

#[test]
fn words_beside_an_open_noun_tell() {
    assert_eq!(kind("[A police spokeswoman] said so."), Some(SourceType::PoliceJustice));
    assert_eq!(kind("[A spokeswoman for the dairy firm] said so."), Some(SourceType::Company));
    assert_eq!(kind("[Nora Lind, chief executive of the Reef Foundation,] said so."), Some(SourceType::Organisation));
    assert_eq!(kind("[Former minister Nora Lind] said so."), Some(SourceType::Politician));
    assert_eq!(kind("[A ministry official] said so."), Some(SourceType::OfficialUnnamed));
}

#[test]
fn a_ground_ends_where_what_is_said_begins() {
    let found = read("[A nurse], who spoke on condition of anonymity for fear of losing her job, said so.");
    assert_eq!(found[0].2, ["who spoke on condition of anonymity for fear of losing her job"]);
    let found = read("[A guard] said it would open on condition that the road is clear.");
    assert!(found[0].2.is_empty());
}

proptest! {
    #[test]
    fn any_text_can_be_asked(words in prop::collection::vec("[A-Z]?[a-z]{1,6}|,|of|the|anonymity|[.]|'s|%|and|minister", 1..60)) {
        let text: Text = Text::new(words.join(" "));
        let whole = text.whole();
        let half = text.span(0, whole.len() / 2).unwrap_or(whole);
        for (_, _, whys) in found(&text, &[half, whole]) {
            prop_assert!(whys.iter().all(|why| !why.is_empty()));
        }
    }
}
