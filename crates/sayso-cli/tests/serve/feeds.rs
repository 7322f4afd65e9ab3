//! Feeds are well-formed whatever stands in the ledger.

use std::fs;

use serde_json::json;

use crate::served::{Served, sayso, status, token_in};

/// Every control, both characters that XML forbids beside them, and marks that turn the direction of writing.
fn dirt() -> String {
    ('\0'..=' ').chain(['\u{7f}', '\u{85}', '\u{fffe}', '\u{ffff}', '\u{202e}', '\u{2066}', '<', '&', ']']).collect()
}

#[test]
fn every_feed_of_a_dirty_ledger_is_read_by_a_strict_reader() {
    let desk = Served::with(&["--site", "a3.example"], |folder| {
        let dirt = dirt();
        let dirty = json!({
            "id": "a3", "outlet": format!("Dirty{dirt}Post"), "published": "2026-03-02T09:00:00Z",
            "url": "https://a3.example/heron", "title": format!("Ferry{dirt}capsizes"),
            "text": format!("14 people died when the ferry Blue Heron capsized off Sorrel Point, Anna\u{1}Berg\u{fffe}man said.\n\n\
                “The ferry Blue Heron{dirt}was old,” the Harbour\u{b}Union said.\n"),
        });
        fs::write(folder.path().join("dirty.jsonl"), dirty.to_string()).unwrap();
        assert!(sayso(folder).args(["add", "dirty.jsonl"]).status().unwrap().success());
    });
    let token = desk.token();
    let story = desk.json("/stories.json")["stories"][0]["id"].as_str().unwrap().to_owned();
    let claims = desk.json(&format!("/story/{story}.json"))["claims"].clone();
    let mut feeds = vec!["/stories.atom".to_owned(), format!("/story/{story}.atom"), "/watched.atom".to_owned()];
    for claim in claims.as_array().unwrap() {
        feeds.push(format!("/claim/{}.atom", claim["id"].as_str().unwrap()));
        let mention = claim["mentions"][0]["id"].as_str().unwrap();
        desk.own_post("/watch", &format!("token={token}&what=claim&mention={mention}"));
        let speakers = claim["speakers"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        feeds.extend(speakers.map(|name| format!("/speaker/{}.atom", encoded(name))));
    }
    let form = token_in(&desk.get("/corrections/write"));
    let sent = format!(
        "token={form}&url=https://a3.example/heron&kind=typo&exact=14+people&wording=%00%0115&reason=&website="
    );
    let sent = desk.own_post("/corrections/write", &sent);
    let id = sent.split("/corrections/outcome/").nth(1).unwrap().lines().next().unwrap();
    let verdict = format!("token={token}&id={id}&verdict=approved&old=%0114&new=%1B15&note=It+was%00+%EF%BF%BE15.");
    assert_eq!(status(&desk.own_post("/corrections/decide", &verdict)), "303");
    feeds.push(format!("/corrections/by/{}.atom", encoded(&format!("Dirty{}Post", dirt()))));

    assert!(feeds.len() > 6, "{feeds:?}");
    for feed in &feeds {
        let answer = desk.get(feed);
        assert_eq!(status(&answer), "200", "{feed}: {answer}");
        let body = unchunked(answer.split_once("\r\n\r\n").unwrap());
        let parsed = roxmltree::Document::parse(&body).unwrap_or_else(|error| panic!("{feed}: {error}: {body}"));
        assert_eq!(parsed.root_element().tag_name().name(), "feed");
        assert!(parsed.descendants().any(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))), "{feed}");
    }
    let pages =
        ["/".to_owned(), format!("/story/{story}"), "/article/a3".to_owned(), "/corrections?state=approved".to_owned()];
    for path in pages {
        let page = desk.get(&path);
        let controls = page.chars().filter(|sign| sign.is_control() && !"\r\n\t\u{c}".contains(*sign));
        assert_eq!(controls.count(), 0, "{path}: {page:?}");
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// A body, whether it was sent in chunks or whole.
fn unchunked((head, body): (&str, &str)) -> String {
    if !head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        return body.to_owned();
    }
    let (mut rest, mut whole) = (body, String::new());
    while let Some((size, behind)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap();
        whole.push_str(&behind[..size]);
        if size == 0 {
            break;
        }
        rest = &behind[size + 2..];
    }
    whole
}
