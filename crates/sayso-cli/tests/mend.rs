//! Adding a missed claim, mending a mention and removing an article's text, as a person does it.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::{Value, json};

/// Words of the first article that its reading makes no claim.
const OFF: &str = "off Sorrel Point on Sunday night";

impl Desk {
    /// The mention of an article in the claim whose gist has some words.
    fn mention(&self, article: &str, words: &str) -> String {
        let id = self.claim(words);
        let claims = self.claims();
        let claim = claims.iter().find(|claim| claim["id"] == id.as_str()).unwrap();
        let mentions = claim["mentions"].as_array().unwrap();
        mentions.iter().find(|mention| mention["article"] == article).unwrap()["id"].as_str().unwrap().to_owned()
    }
}

/// Every form of export, each of which must go well.
fn exports(desk: &Desk) {
    for form in ["json", "jsonl", "jsonld", "webannotation"] {
        desk.run(&["export", "--format", form]);
    }
    for kind in ["articles", "claims", "figures", "decisions"] {
        assert!(desk.run(&["export", "--format", "csv", "--kind", kind]).lines().count() > 1, "{kind}");
        let table = desk.output(&["export", "--format", "parquet", "--kind", kind]);
        assert!(table.status.success() && table.stdout.starts_with(b"PAR1"), "{kind}");
    }
}

#[test]
fn a_person_adds_a_claim_that_was_missed() {
    let desk = Desk::new();
    let before = desk.claims().len();
    let said = desk.run(&[
        "decide",
        "--by",
        "Mara",
        "add",
        "a1",
        "--words",
        OFF,
        "--speaker",
        "Harbour Watch",
        "--kind",
        "organisation",
        "--cue",
        "capsized",
        "--stance",
        "confirms",
        "--certainty",
        "probable",
        "--via",
        "Radio Echo",
    ]);
    assert!(said.starts_with("decided as d"), "{said}");
    let claims = desk.claims();
    assert_eq!(claims.len(), before + 1);
    let added = claims.iter().find(|claim| claim["gist"] == OFF).unwrap();
    assert_eq!((&added["speakers"], &added["stance"]), (&json!(["Harbour Watch"]), &json!("confirms")));
    assert_eq!(
        (&added["mentions"][0]["cue"], &added["mentions"][0]["via"]),
        (&json!("capsized"), &json!(["Radio Echo"]))
    );
    let page = desk.run(&["claim", added["id"].as_str().unwrap()]);
    assert!(page.contains("Mara added what a1 says."), "{page}");
    let annotations = desk.run(&["export", "--format", "webannotation"]);
    assert!(annotations.contains(added["id"].as_str().unwrap()));
    exports(&desk);
}

#[test]
fn a_person_mends_a_mention_and_takes_it_back() {
    let desk = Desk::new();
    let before = desk.claims();
    let twelve = desk.mention("a1", "12 people");
    let mended = [
        "decide",
        "--by",
        "Mara",
        "mend",
        &twelve,
        "--speaker",
        "Port Authority",
        "--high",
        "14",
        "--approximate",
        "true",
        "--stance",
        "denies",
    ];
    let said = desk.run(&mended);
    let claim = desk.json(&["claim", &twelve, "--json"])["claim"].clone();
    assert_eq!((&claim["stance"], &claim["speakers"]), (&json!("denies"), &json!(["Port Authority"])));
    let because = claim["because"].to_string();
    assert!(because.contains("Mara set the figures of a1 to about up to 14 people."), "{because}");
    exports(&desk);
    let decision = said.split_whitespace().nth(2).unwrap().trim_end_matches(';');
    desk.run(&["decide", "undo", decision]);
    assert_eq!(desk.claims(), before);
}

#[test]
fn a_person_adds_a_figure_that_was_missed_and_says_from_whom_it_comes() {
    let desk = Desk::new();
    let before = desk.claims();
    let twelve = desk.mention("a1", "12 people");
    let said = desk.run(&["decide", "mend", &twelve, "--figure", "Blue Heron", "--value", "2", "--counted", "herons"]);
    let figures = desk.json(&["export"])["figures"].to_string();
    assert!(figures.contains("\"herons\""), "{figures}");
    exports(&desk);
    let decision = said.split_whitespace().nth(2).unwrap().trim_end_matches(';');
    desk.run(&["decide", "undo", decision]);
    assert_eq!(desk.claims(), before);
    desk.run(&["decide", "mend", &twelve, "--figure", "12 people", "--value", "13"]);
    let claim = desk.json(&["claim", &twelve, "--json"])["claim"].clone();
    assert!(claim["because"].to_string().contains("to 13 people."), "words around a figure mean that figure: {claim}");
    desk.run(&["decide", "mend", &twelve, "--via", "Radio Echo"]);
    let claim = desk.json(&["claim", &twelve, "--json"])["claim"].clone();
    let mentions = claim["mentions"].as_array().unwrap();
    assert!(mentions.iter().any(|mention| mention["via"] == json!(["Radio Echo"])), "{claim}");
}

#[test]
fn what_is_said_wrongly_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let before = desk.run(&["export"]);
    let twelve = desk.mention("a1", "12 people");
    let cases: [(&[&str], &str); 9] = [
        (&["mend", "x", "--stance", "denies"], "there is no mention 'x'"),
        (&["mend", &twelve], "say what is to be set right"),
        (&["mend", &twelve, "--at", "5..9000"], "there are no words at 5..9000"),
        (&["mend", &twelve, "--figure", "12"], "say what the figure is"),
        (&["mend", &twelve, "--figure", "13", "--value", "5"], "say with --figure which of its figures: '12'"),
        (&["add", "a9", "--words", OFF], "there is no article 'a9'"),
        (&["add", "a1", "--words", "the ferry"], "stands 2 times in the text of a1"),
        (&["add", "a1", "--words", "no such words"], "does not stand in the text of a1"),
        (&["add", "a1", "--at", "7"], "write START..END"),
    ];
    for (arguments, expected) in cases {
        let told = desk.refused(&[&["decide"], arguments].concat());
        assert!(told.contains(expected), "{arguments:?}: {told}");
    }
    assert_eq!(desk.run(&["export"]), before);
}

#[test]
fn a_person_removes_an_articles_text() {
    let desk = Desk::new();
    let twelve = desk.mention("a2", "20 people");
    desk.run(&["decide", "mend", &twelve, "--speaker", "Zebedee Quill"]);
    assert!(desk.refused(&["remove", "a2", "--why", "an order"]).contains("say --yes"));
    assert!(desk.refused(&["remove", "a9", "--why", "an order", "--yes"]).contains("no article 'a9'"));
    assert!(desk.refused(&["remove", "a2", "--why", " ", "--yes"]).contains("say why"));
    let said = desk.run(&["remove", "a2", "--why", "an order", "--by", "Mara", "--yes"]);
    assert!(said.contains("backups made before still have it"), "{said}");
    let export = desk.json(&["export"]);
    let articles = export["articles"].as_array().unwrap();
    let gone = articles.iter().find(|article| article["id"] == "a2").unwrap();
    assert_eq!((&gone["title"], &gone["removed"]["why"]), (&Value::Null, &json!("an order")));
    assert!(articles.iter().filter(|article| article["id"] != "a2").all(|article| article["removed"].is_null()));
    assert_eq!(export["decisions"][1]["what"], "remove");
    let bytes = fs::read(desk.path().join("sayso.ledger")).unwrap();
    let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window.eq_ignore_ascii_case(words));
    assert!(!has(b"seafarers") && !has(b"Zebedee"));
    exports(&desk);

    let again = desk.output(&["add", "stream.jsonl"]);
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(again.status.success() && told.contains("a2 is known, and its text was removed on"), "{told}");
    assert_eq!(desk.json(&["export"]), export);
    assert!(desk.run(&["remove", "a1", "--why", "an order", "--yes"]).contains("other versions of it stay: a3"));
}
