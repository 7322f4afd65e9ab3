//! Tests of the provenance that the words around an attribution show.

use proptest::prelude::*;
use sayso_text::{Span, Text};

use super::{Provenance, provenance};
use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

/// One attribution: source, cue, content, number of the parent.
type AttributionWords<'a> = (&'a str, &'a str, &'a str, Option<usize>);

fn read(string: &str, attributions: &[AttributionWords<'_>], publisher: Option<&str>) -> (Text, Vec<Provenance>) {
    let text: Text = Text::new(string);
    let span = |words: &str| {
        let found = (!words.is_empty()).then(|| text.find(words).expect("stands in the text"));
        found.into_iter().collect::<Vec<Span>>()
    };
    let triples: Vec<AttributionSpans> = attributions
        .iter()
        .map(|(source, cue, content, parent)| AttributionSpans::of(span(source), span(cue), span(content), *parent))
        .collect();
    let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
    let all = provenance(&tokens, &text, &triples, publisher);
    (text, all)
}

/// The names in `via` of the last of the attributions.
fn via(string: &str, attributions: &[AttributionWords<'_>]) -> Vec<String> {
    let (_, all) = read(string, attributions, Some("The Laumont Observer"));
    all.last().map_or(Vec::new(), |last| last.via.iter().map(|via| via.name.clone()).collect())
}

/// The words of the spans that `part` takes of a single attribution.
fn words(string: &str, one: AttributionWords<'_>, part: fn(&Provenance) -> &Vec<Span>) -> Vec<String> {
    let (text, all) = read(string, &[one], None);
    part(&all[0]).iter().map(|span| text.slice(*span).to_owned()).collect()
}

#[test]
fn an_outlet_that_is_told_or_quotes_is_the_way() {
    let minister = |cue| [("The minister", cue, "the dam is safe", None)];
    assert_eq!(via("The minister told Reuters on Monday that the dam is safe.", &minister("told")), ["Reuters"]);
    assert_eq!(
        via("The minister told the British newspaper The Guardian the dam is safe.", &minister("told")),
        ["The Guardian"]
    );
    assert_eq!(
        via("The minister is quoted by the Sunday Telegraph saying the dam is safe.", &minister("saying")),
        ["Sunday Telegraph"]
    );
    assert_eq!(via("The minister said in an interview with the BBC the dam is safe.", &minister("said")), ["BBC"]);
    assert_eq!(via("The minister said the dam is safe, Kyodo News reported.", &minister("said")), ["Kyodo News"]);
    assert_eq!(via("The minister said the dam is safe, per state agency BNK.", &minister("said")), ["BNK"]);
    assert_eq!(via("The minister said the dam is safe (AFP).", &minister("said")), ["AFP"]);
    let sources = [("Harbour Post sources in the ministry", "said", "the dam is safe", None)];
    assert_eq!(via("Harbour Post sources in the ministry said the dam is safe.", &sources), ["Harbour Post"]);
}

#[test]
fn an_outlet_that_no_list_has_is_told_by_being_told_something() {
    let minister = [("The minister", "told", "the dam is safe", None)];
    for (sentence, name) in [
        ("The minister told Tallow that the dam is safe.", "Tallow"),
        ("The minister told Tallow in May the dam is safe.", "Tallow"),
        ("The minister told The Harwick Report that the dam is safe.", "The Harwick Report"),
        ("The minister told WQRX the dam is safe.", "WQRX"),
        ("The minister told the Laumont media outlet Tallow that the dam is safe.", "Tallow"),
        ("The minister told Canada’s CBC News that the dam is safe.", "CBC News"),
    ] {
        assert_eq!(via(sentence, &minister), [name], "{sentence}");
    }
    // Elsewhere, too, once it is known for one.
    let two = [
        ("The minister", "told", "the dam is safe", None),
        ("A diver", "said", "it leaks", None),
        ("A diver", "said", "it leaks", None),
    ];
    assert_eq!(
        via("The minister told Tallow the dam is safe. A diver said it leaks, Tallow reported.", &two),
        ["Tallow"]
    );
}

#[test]
fn whoever_else_is_told_something_is_no_outlet() {
    let minister = [("The minister", "told", "the dam is safe", None)];
    for sentence in [
        "The minister told Fennick that the dam is safe. Rose Fennick lives below it.",
        "The minister told France that the dam is safe.",
        "The minister told the Halden exchange the dam is safe.",
        "The minister told ORDO militants the dam is safe.",
        "The minister told God that the dam is safe.",
    ] {
        assert_eq!(via(sentence, &minister), [""; 0], "{sentence}");
    }
    let passive = [("The minister", "was told", "the dam is safe", None)];
    assert_eq!(via("The minister was told Tallow says the dam is safe.", &passive), [""; 0]);
}

#[test]
fn what_is_said_on_the_air_came_by_it() {
    let minister = [("the minister", "said", "The dam is safe", None)];
    assert_eq!(
        via("“The dam is safe,” the minister said of the worries below it on CNN Monday night.", &minister),
        ["CNN"]
    );
    assert_eq!(
        via("“The dam is safe,” the minister said of one more of those films on CNN that showed cracks.", &minister),
        [""; 0]
    );
}

#[test]
fn a_line_that_credits_an_outlet_credits_it_with_all() {
    let minister = [("The minister", "said", "the dam is safe", None)];
    let rest = "It was built in a dry year. ".repeat(12);
    let text =
        format!("The minister said the dam is safe. {rest}\n\nInformation from: The Harbour Herald, http://x.example");
    assert_eq!(via(&text, &minister), ["The Harbour Herald"]);
    let text = format!("Source: The Harbour Herald\n\nThe minister said the dam is safe. {rest}");
    assert_eq!(via(&text, &minister), [""; 0]);
}

#[test]
fn who_is_no_outlet_is_no_way() {
    let minister = |cue| [("The minister", cue, "the dam is safe", None)];
    assert_eq!(via("The minister told Parliament that the dam is safe.", &minister("told")), [""; 0]);
    assert_eq!(via("The minister told the Press Secretary that the dam is safe.", &minister("told")), [""; 0]);
    assert_eq!(via("The minister told the National Security Agency that the dam is safe.", &minister("told")), [""; 0]);
    assert_eq!(via("The minister, a former BBC editor, said the dam is safe.", &minister("said")), [""; 0]);
    // The article's own outlet.
    assert_eq!(via("The minister told the Observer that the dam is safe.", &minister("told")), [""; 0]);
    // Another's report.
    let two = [("The Guardian", "reported", "a flood", None), ("the minister", "said", "the dam is safe", None)];
    assert_eq!(via("The Guardian reported a flood, but the minister said the dam is safe.", &two), [""; 0]);
}

#[test]
fn what_an_outlet_reports_came_through_it() {
    let nested = [
        ("Yonhap", "reported", "that the ministry denies the launch", None),
        ("the ministry", "denies", "the launch", Some(0)),
    ];
    let (_, all) = read("Yonhap reported that the ministry denies the launch.", &nested, None);
    assert_eq!(all[1].via[0].name, "Yonhap");
    assert!(all[0].via.is_empty());
    assert_eq!(all[0].reporter[0].name, "Yonhap");
    let editor = [
        ("The editor of The Times", "said", "that the ministry denies the launch", None),
        ("the ministry", "denies", "the launch", Some(0)),
    ];
    assert_eq!(via("The editor of The Times said that the ministry denies the launch.", &editor), [""; 0]);
}

#[test]
fn a_chain_is_told_from_the_article_on() {
    let string = "PORT LOUIS, Feb 3 (AP) - The Harbour Herald said, citing a report in the Island Gazette, that the port will close.";
    let (_, all) =
        read(string, &[("The Harbour Herald", "said", "that the port will close", None)], Some("The Arden Mail"));
    assert_eq!(all[0].via[0].name, "AP");
    let names: Vec<_> = all[0].reporter.iter().map(|via| via.name.as_str()).collect();
    assert_eq!(names, ["The Harbour Herald", "Island Gazette"]);
    let (_, own) = read(string, &[("The Harbour Herald", "said", "that the port will close", None)], None);
    assert_eq!(own[0].via, []);
}

#[test]
fn what_a_source_goes_on_to_say_came_the_same_way() {
    let told = ("Ann Lee", "told", "she had resigned", None);
    let goes_on = [told, ("She", "added", "there was no choice", None)];
    assert_eq!(
        via("Ann Lee told Al Jazeera she had resigned. She added there was no choice.", &goes_on),
        ["Al Jazeera"]
    );
    let other = [told, ("Bob Ray", "said", "there was no choice", None)];
    assert_eq!(via("Ann Lee told Al Jazeera she had resigned. Bob Ray said there was no choice.", &other), [""; 0]);
    assert_eq!(via("Ann Lee told Al Jazeera she had resigned.\nShe added there was no choice.", &goes_on), [""; 0]);
}

#[test]
fn a_short_name_takes_the_full_one() {
    let told = |name| [("She", name, "it was over", None)];
    let string = "The story was in the Harbour Press Agency (HPA). She told HPA it was over.";
    assert_eq!(via(string, &told("told")), ["Harbour Press Agency"]);
    let string = "The story was in the Island Register. She told the newspaper it was over.";
    assert_eq!(via(string, &told("told")), ["Island Register"]);
    // No outlet named: the article's own.
    assert_eq!(via("She told the newspaper it was over.", &told("told")), [""; 0]);
}

#[test]
fn the_medium_is_how_it_was_said() {
    let medium = |string, cue| words(string, ("Newsom", cue, "he would run", None), |one| &one.medium);
    assert_eq!(
        medium("Newsom said in a statement on Telegram that he would run.", "said"),
        ["in a statement on Telegram"]
    );
    assert_eq!(medium("Newsom told reporters he would run.", "told"), ["told reporters"]);
    assert_eq!(
        medium("At a joint press conference with Lee, Newsom said he would run.", "said"),
        ["At a joint press conference with Lee"]
    );
    assert_eq!(medium("Newsom announced via Twitter he would run.", "announced"), ["via Twitter"]);
    assert_eq!(medium("Newsom told Lee he would run.", "told"), [""; 0]);
    assert_eq!(medium("Newsom, who starred in a video game, said he would run.", "said"), [""; 0]);
}

#[test]
fn evidence_is_what_it_rests_on() {
    let evidence = |string| words(string, ("The group", "said", "the village burned", None), |one| &one.evidence);
    assert_eq!(evidence("The group, citing satellite images, said the village burned."), ["satellite images"]);
    assert_eq!(
        evidence("The group said the village burned, based on an analysis of photographs."),
        ["an analysis of photographs"]
    );
    assert_eq!(evidence("The group, citing two officials, said the village burned."), [""; 0]);
    assert_eq!(evidence("The group, citing security concerns, said the village burned."), [""; 0]);
    let seen = ("documents seen by the Herald", "According to", "the village burned", None);
    let string = "According to documents seen by the Herald, the village burned.";
    assert_eq!(words(string, seen, |one| &one.evidence), ["documents"]);
    assert_eq!(via(string, &[seen]), ["Herald"]);
}

proptest! {
    #[test]
    fn any_text_with_any_spans_is_read(
        string in "(\\PC{0,3}|[ ,.()\"“”\n]|told |said |by |in a |statement |The |Times |BBC |via |the newspaper |citing |data |media in |Radio |and ){0,60}",
        cuts in prop::collection::vec((0_usize..200, 0_usize..40), 0..24),
        hidden in 0_usize..100,
    ) {
        let text: Text = Text::new(string.as_str());
        let length = string.chars().count();
        let span = |(start, size): (usize, usize)| {
            text.span_of_code_points(start.min(length), (start + size).min(length)).expect("in bounds")
        };
        let visible: Vec<Span> = [span((0, hidden)), span((hidden + 5, length))].into_iter().filter(|span| !span.is_empty()).collect();
        let triples: Vec<AttributionSpans> = cuts
            .chunks(3)
            .enumerate()
            .map(|(number, cut)| {
                let at = |index: usize| cut.get(index).map(|cut| span(*cut)).into_iter().collect::<Vec<_>>();
                AttributionSpans::of(at(0), at(1), at(2), number.checked_sub(2).or(Some(number + 1)))
            })
            .collect();
        let tokens = Tokens::new(&text, &visible, crate::vocabulary::english_reading());
        let all = provenance(&tokens, &text, &triples, None);
        prop_assert_eq!(all.len(), triples.len());
        for one in &all {
            let vias = one.via.iter().chain(&one.reporter).map(|via| via.span);
            for span in vias.chain(one.medium.iter().copied()).chain(one.evidence.iter().copied()) {
                prop_assert!(!span.is_empty() && visible.iter().any(|stretch| stretch.contains(span)));
            }
        }
    }
}
