//! Full text: what is found, where, and that no query is an error.

use proptest::prelude::*;

use super::*;
use crate::store::{Hit, Order, Query};

fn query(words: &str) -> Query<'_> {
    Query { words, outlet: None, from: None, until: None, order: Order::Newest, limit: 10 }
}

fn ids(writer: &Writer, query: &Query<'_>) -> Vec<String> {
    let hits = writer.search(query).unwrap();
    hits.iter().map(|hit| writer.card(hit.sequence).unwrap().unwrap().id.to_string()).collect()
}

#[test]
fn words_are_found_without_case_and_accents_and_phrases_in_order() {
    let folder = folder();
    let mut writer = writer(folder.path());
    fresh(&mut writer, &document("d1", "Évora’s gas pipeline is closed.", 3));
    fresh(&mut writer, &document("d2", "A pipeline for gas, in evora.", 4));
    assert_eq!(ids(&writer, &query("EVORA pipeline")), ["d2", "d1"]);
    assert_eq!(ids(&writer, &query("“gas pipeline”")), ["d1"]);
    assert_eq!(ids(&writer, &query("harbour ferrand evora gas")), ["d2", "d1"]);
    assert_eq!(ids(&writer, &query("evora -- *")), ["d2", "d1"]);
    assert_eq!(ids(&writer, &Query { order: Order::LastAdded, limit: 1, ..query("evora") }), ["d2"]);
    assert!(ids(&writer, &query("evora oil")).is_empty());
    assert_eq!(ids(&writer, &Query { outlet: Some("FERRAND  Póst"), limit: 1, ..query("gas") }), ["d2"]);
    assert!(ids(&writer, &Query { outlet: Some("Ferrand"), ..query("gas") }).is_empty());
    let fourth = document("", "", 4).published;
    assert_eq!(ids(&writer, &Query { from: fourth, ..query("gas") }), ["d2"]);
    assert_eq!(ids(&writer, &Query { until: fourth, order: Order::Relevance, ..query("gas") }), ["d1"]);
}

#[test]
fn a_hit_says_where_in_code_points() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let text = "\u{e000} Évora: the Gas  pipeline.";
    fresh(&mut writer, &document("d1", text, 3));
    let hits = writer.search(&query("\"gas pipeline\" evora harbour")).unwrap();
    let [Hit { title, text: spans, excerpt, .. }] = hits.as_slice() else { panic!("{hits:?}") };
    assert_eq!((title.as_slice(), spans.as_slice()), (&[(0, 7)][..], &[(2, 7), (13, 26)][..]));
    assert_eq!(*excerpt, (0, text.chars().count()));
}

#[test]
fn ties_do_not_tell_the_order_of_adding() {
    for order in [["d1", "d2", "d3"], ["d3", "d1", "d2"]] {
        let folder = folder();
        let mut writer = writer(folder.path());
        for id in order {
            fresh(&mut writer, &document(id, "Same words.", 3));
        }
        assert_eq!(ids(&writer, &Query { order: Order::Relevance, ..query("words") }), ["d1", "d2", "d3"]);
    }
}

#[test]
fn a_hostile_query_is_no_error() {
    let folder = folder();
    let mut writer = writer(folder.path());
    fresh(&mut writer, &document("d1", "OR NEAR gas ' \u{1F30A} pipeline", 3));
    let long = "gas ".repeat(100_000);
    let wordless = ["", "\"", "\"\"\"", "*", "()", "\0", "\u{1F30A}", "-", "^", "{}:+"];
    let found = ["gas*", "NEAR(gas pipeline)", "OR", "gas\0pipeline", "title-less\" gas", "gas'; --", &long];
    assert!(wordless.iter().all(|words| ids(&writer, &query(words)).is_empty()));
    let count = found.iter().filter(|words| ids(&writer, &query(words)) == ["d1"]).count();
    assert_eq!(count, 6, "only 'title-less' is not there");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_answered(words in ".{0,40}", signs in "[\"'*()^:+{}\\-a \0]{0,40}") {
        let folder = folder();
        let mut writer = writer(folder.path());
        fresh(&mut writer, &document("d1", &format!("{words} a"), 3));
        for words in [&words, &signs] {
            for hit in writer.search(&query(words)).unwrap() {
                prop_assert!(hit.text.iter().all(|(start, end)| start < end && *end <= words.chars().count() + 2 || words == &signs));
            }
        }
    }
}
