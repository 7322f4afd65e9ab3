//! A small stream with gold, scored as it is and with one thing amiss.

use serde_json::{Value, json};

use super::*;

fn documents() -> Vec<Value> {
    vec![
        json!({"id": "a", "text": "The mayor said the bridge is safe."}),
        json!({"id": "b", "text": "Its mayor told the Herald that the bridge is safe. The engineer denied it was."}),
    ]
}

fn mention(article: &str, span: &str, via: &[&str]) -> Value {
    let text = documents().iter().find(|document| document["id"] == article).map(|d| string(&d["text"]).to_owned());
    let start = text.and_then(|text| text.find(span)).unwrap_or_default();
    json!({"article": article, "span": span, "start": start, "end": start + span.len(), "source": "mayor", "via": via})
}

/// Gold that is its own export: it has the fields of both.
fn gold() -> Value {
    let mentions = [mention("a", "the bridge is safe", &[]), mention("b", "the bridge is safe", &["Herald"])];
    let origin = json!({"article": "a", "named": "Herald"});
    json!({
        "stories": [{"id": "s", "articles": ["a", "b"]}],
        "copies": [{"article": "b", "of": "a"}],
        "claims": [
            {"id": "w1", "speaker": "the mayor", "speakers": ["mayor"], "polarity": "asserts", "stance": "expects",
                "mentions": mentions, "origin": origin, "independent": 1, "first_hand": 1},
            {"id": "w2", "speaker": "the engineer", "speakers": ["engineer"], "polarity": "denies", "stance": "denies",
                "mentions": [mention("b", "it was", &[])], "origin": {"article": "b"}, "independent": 1},
        ],
        "links": [{"a": "w2", "b": "w1", "kind": "denies"}],
        "figures": [{"id": "g", "series": [{"claim": "w1", "value": 3}, {"claim": "w2", "low": 2}]}],
        "edits": [{"from": "a", "to": "b", "change": "wording", "silent": true, "before": "safe", "after": null}],
    })
}

#[test]
fn gold_is_worth_everything() {
    let (gold, documents) = (gold(), documents());
    let score = StoriesScore::new(&gold, &gold, &documents);
    let full = |tally: Tally| tally.gold > 0 && tally.rates().f1 == 100.0;
    assert!([score.copies, score.links[0], score.points, score.pairs, score.edits.tally()].into_iter().all(full));
    assert_eq!((score.stories.f1, score.mentions.found(), score.mentions.right()), (100.0, (3, 3), 3));
    let first = &score.claims[0];
    let all = [first.merged, first.speaker, first.stance, first.origin, first.named_origin, first.first_hand];
    assert_eq!((all, first.via.as_slice()), ([Some(true); 6], &[true][..]));
}

#[test]
fn a_link_the_other_way_round_is_another() {
    let (gold, documents) = (gold(), documents());
    let mut export = gold.clone();
    export["links"][0] = json!({"a": "w1", "b": "w2", "kind": "denies"});
    assert_eq!(StoriesScore::new(&gold, &export, &documents).links[0], Tally::matched(0, 1, 1));
}

#[test]
fn half_of_the_mentions_are_enough_and_a_stretch_elsewhere_is_none() {
    let (gold, documents) = (gold(), documents());
    let mut export = gold.clone();
    export["claims"][0]["mentions"][1]["start"] = json!(0);
    let score = StoriesScore::new(&gold, &export, &documents);
    assert_eq!((score.mentions.found().0, score.claims[0].merged), (2, Some(true)));
    assert_eq!(score.links[0].found, 1);
}
