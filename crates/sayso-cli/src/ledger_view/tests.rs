//! Pages of a small invented story, and hostile text.

use std::path::Path;

use proptest::prelude::*;
use sayso::Id;
use sayso::ledger::decision::AppliedChange;
use sayso::ledger::record::{Brief, Common, Reason, StoryRecord, Why};
use serde_json::{Value, json};

use super::*;
use crate::view::PageWidth;

const PAGE: PageWidth = PageWidth { width: 80, styled: false };

fn claim_of(id: &str, article: &str, gist: &str, speaker: &str, stance: &str) -> Value {
    json!({"id": id, "gist": gist, "speakers": [speaker], "stance": stance, "certainty": "certain",
           "mentions": [{"id": id, "article": article, "start": 0, "end": 9, "source": speaker, "cue": "said",
                         "via": ["Radio East"], "attribution": "a1", "source_at": [[0, 4]]}],
           "origin": {"article": article, "named": null}, "first_hand": 1, "sources": 1, "because": []})
}

fn point_of(claim: &str, value: Value, high: Value, published: &str) -> Value {
    json!({"claim": claim, "value": value, "low": null, "high": high, "approximate": false, "unit": "houses",
           "published": published})
}

fn story_with(text: &str, speaker: &str) -> StoryRecord {
    let article = |id: &str, published: &str| {
        json!({"id": id, "url": null, "version": 1, "replaces": null, "publisher": "Harbour Post",
               "published": published, "title": text, "copy_of": null, "because": []})
    };
    let story = json!({
        "id": "story-a1", "name": text, "copies": [], "related": [{"story": "story-b", "because": []}],
        "articles": [article("a1", "2026-02-03T06:00:00+02:00"), article("a2", "2026-02-05T08:30:00Z")],
        "claims": [claim_of("c1", "a1", text, speaker, "asserts"), claim_of("c2", "a2", text, "The mayor", "denies")],
        "links": [{"a": "c2", "b": "c1", "kind": "denies", "score": 1.0}],
        "figures": [
            {"id": "f1", "what": text, "series": [
                point_of("c1", json!(1200), json!(null), "2026-02-03T06:00:00+02:00"),
                point_of("c2", json!(null), json!(3000), "2026-02-05T08:30:00Z")]},
            {"id": "f2", "what": text, "series": [point_of("c1", json!(7), json!(null), text)]}],
        "edits": [{"from": "a1", "to": "a2", "where": "title", "change": "figure", "silent": true, "before": text,
                   "after": "none", "claims": ["c1"], "told_by": null}],
    });
    let mut story: StoryRecord = serde_json::from_value(story).expect("a story");
    // Reasons are read from a ledger's file alone.
    let article = || Id::Text("a1".to_owned());
    let why = Why::Decided {
        by: text.to_owned(),
        article: article(),
        change: AppliedChange::Speakers(vec![speaker.to_owned()]),
    };
    story.claims.iter_mut().for_each(|claim| claim.because.push(Reason { why: why.clone(), mentions: Vec::new() }));
    let common = Common::Terms(vec![text.to_owned()]);
    let why = Why::Alike { article: "a1".to_owned(), to: "b1".to_owned(), common };
    story.related[0].because.push(Reason { why, mentions: Vec::new() });
    story
}

fn flooded() -> StoryRecord {
    story_with("1,200 houses are under water", "The fire service")
}

fn hit(text: &str, spans: Vec<(usize, usize)>) -> Hit {
    let text = text.to_owned();
    let [outlet, published, title] = [Some(text.clone()), Some(text.clone()), Some(text.clone())];
    Hit { id: "a1".into(), outlet, published, title, story: None, excerpt: text, spans }
}

fn all(story: &StoryRecord, page: PageWidth) -> String {
    let list = std::slice::from_ref(story);
    let of_lists = [stories(&[Brief::of(story)], page), claims(list, page), figures(list, page), disputes(list, page)];
    let others = [diff(list, page), super::story(story, page), claim(story, &story.claims[0], page)];
    let found = search(&story.name, &[hit(&story.name, vec![(1, 4), (2, 900)])], page);
    let more = [who("mayor", list, page), demo(story, &[], Path::new("a b.ledger"), page), found];
    of_lists.into_iter().chain(others).chain(more).collect()
}

#[test]
fn figures_are_drawn_over_time_in_universal_time() {
    let expected = "\
1,200 houses are under water

How many: houses
3,000 ┤                                                          up to 3,000 ▲
      │                                                                      ↓
2,000 ┤
      │
1,000 ┤● 1,200
      │
    0 ┤
      └───────────────────────────┴───────────────────────────────┴────────────
                                  Feb 4                           Feb 5
  ● The fire service: 1,200 houses · Feb 3, 04:00 UTC · c1
  ▲ The mayor: up to 3,000 houses · Feb 5, 08:30 UTC · c2

Figures given once
  7 houses · The fire service, no date given · “1,200 houses are under water”
";
    assert_eq!(figures(&[flooded()], PAGE), expected);
}

#[test]
fn a_narrow_page_lists_figures() {
    let page = figures(&[flooded()], PageWidth { width: 50, styled: false });
    assert!(!page.contains('┤') && page.contains("● The fire service: 1,200 houses"), "{page}");
}

#[test]
fn both_sides_of_a_dispute_stand_beside_each_other() {
    let page = disputes(&[flooded()], PAGE);
    let said = "The fire service said: “1,200 houses   │ The mayor denied it: “1,200 houses are\n";
    assert!(page.contains(said), "{page}");
}

#[test]
fn a_change_shows_both_wordings() {
    let expected = "\
1,200 houses are under water
Harbour Post: a1 (Feb 3, 04:00 UTC) became a2 (Feb 5, 08:30 UTC)

A figure changed in the headline · readers are not told · touches c1
  - 1,200 houses are under water
  + none
";
    assert_eq!(diff(&[flooded()], PAGE), expected);
}

#[test]
fn found_words_are_marked() {
    let page = search("houses", &[hit("the houses stand", vec![(4, 10)])], PAGE);
    assert!(page.contains("  the [houses] stand\n"), "{page}");
}

#[test]
fn nothing_to_show_says_what_to_do() {
    let pages = [stories(&[], PAGE), claims(&[], PAGE), figures(&[], PAGE), disputes(&[], PAGE), diff(&[], PAGE)];
    assert!(pages.iter().all(|page| page.contains("'sayso ")), "{pages:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn hostile_text_cannot_steer_the_terminal(
        text in prop_oneof!["(?s).{0,80}", "[\\x1b\\x07\\r\\n\\u{202e}\\u{200f}\\u{9b}a ]{0,60}", "[aש]{900,2000}"],
        width in 20usize..200,
    ) {
        let page = all(&story_with(&text, &text), PageWidth { width, styled: false });
        prop_assert!(page.chars().all(|letter| letter == '\n' || !letter.is_control()));
        let turns = page.contains('\u{202e}');
        prop_assert!(!turns);
    }
}
