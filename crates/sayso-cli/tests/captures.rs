//! What was fetched is kept: it goes out as a web archive, comes in again, is read again, and goes with its article.

mod desk;

use std::fs;
use std::path::Path;

use desk::Desk;
use serde_json::Value;

const PAGE: &str = "<html><head><title>Bridge closed</title></head><body><nav>Home</nav><article><h1>Bridge closed</h1>\
                    <p>The mayor of Sorrel said on Monday that the old bridge would stay closed until the spring.</p>\
                    <p>The council denied that 12 people had been hurt there.</p></article></body></html>";

/// An archive with one page, whose server set a cookie.
fn archive(desk: &Desk, url: &str) {
    let http = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: session=quillfeather\r\n\
         ETag: \"seven\"\r\n\r\n{PAGE}"
    );
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-02T09:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    fs::write(desk.path().join("crawl.warc"), record).unwrap();
}

fn with_page() -> Desk {
    let desk = Desk::new();
    archive(&desk, "https://sorrel.example/bridge");
    desk.run(&["add", "crawl.warc"]);
    desk
}

/// A folder `model` with a model that is sure of nothing.
fn doubtful_model(desk: &Desk) {
    let folder = desk.path().join("model");
    fs::create_dir(&folder).unwrap();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/standard")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    let manifest = folder.join("model.toml");
    let written = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, written.replacen("least = 0.15", "least = 1.0", 1)).unwrap();
}

/// The claims of the page, each by who says what.
fn claims(claims: &[Value]) -> Vec<String> {
    claims
        .iter()
        .map(|claim| format!("{} {}", claim["speakers"], claim["gist"]))
        .filter(|told| told.contains("bridge"))
        .collect()
}

#[test]
fn an_export_as_an_archive_is_read_as_what_was_fetched() {
    let desk = with_page();
    let out = desk.output(&["export", "--format", "warc"]).stdout;
    let told = String::from_utf8_lossy(&out).into_owned();
    assert!(told.contains("WARC-Target-URI: https://sorrel.example/bridge\r\n") && told.contains("ETag: \"seven\""));
    assert!(told.contains("WARC-Date: 2026-03-02T09:00:00Z\r\n") && told.contains(PAGE));
    assert!(!told.contains("quillfeather"), "a cookie is a secret");
    fs::write(desk.path().join("out.warc"), &out).unwrap();
    desk.run(&["add", "out.warc", "--ledger", "other.ledger"]);
    let other = desk.json(&["export", "--ledger", "other.ledger"]);
    assert_eq!(other["articles"].as_array().unwrap().len(), 1);
    let own = desk.json(&["export"])["articles"].as_array().unwrap().clone();
    let own = own.iter().find(|article| article["id"] == other["articles"][0]["id"]).unwrap().clone();
    for field in ["url", "title", "published"] {
        assert_eq!(own[field], other["articles"][0][field]);
    }
    assert_eq!(desk.output(&["export", "--format", "warc", "--ledger", "other.ledger"]).stdout, out);
    assert!(desk.output(&["add", "out.warc"]).status.success(), "what is known is no error");
}

#[test]
fn reading_again_with_the_same_program_changes_nothing() {
    let desk = with_page();
    let before = desk.run(&["export"]);
    let output = desk.output(&["reread"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("0 otherwise than before") && told.contains("1 from what was fetched"), "{told}");
    assert_eq!(desk.run(&["export"]), before);
}

#[test]
fn another_model_reads_otherwise_and_the_first_can_read_it_back() {
    let desk = with_page();
    let before = desk.json(&["export"]);
    let read = claims(&desk.claims());
    doubtful_model(&desk);
    desk.run(&["reread", "--model", "model"]);
    assert!(!read.is_empty() && claims(&desk.claims()).len() < read.len());
    assert!(desk.output(&["search", "bridge"]).status.success());
    desk.run(&["reread"]);
    assert_eq!(desk.json(&["export"]), before);
}

#[test]
fn a_decision_that_finds_nothing_any_more_is_told() {
    let desk = Desk::new();
    let claim = desk.claim("overloaded");
    desk.run(&["decide", "confirm", &claim]);
    doubtful_model(&desk);
    let output = desk.output(&["reread", "--model", "model"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("1 decision finds nothing any more"), "{told}");
    let story = desk.refused(&["reread", "--story", "none"]);
    assert!(story.contains("there is no story 'none'"), "{story}");
    assert!(desk.refused(&["reread", "--article", "none"]).contains("there is no article 'none'"));
}

#[test]
fn nothing_is_kept_where_that_is_not_wanted_and_after_a_removal() {
    let desk = Desk::new();
    archive(&desk, "https://sorrel.example/bridge");
    desk.run(&["add", "--no-capture", "crawl.warc"]);
    let has_page = |desk: &Desk| {
        let out = desk.output(&["export", "--format", "warc"]).stdout;
        String::from_utf8_lossy(&out).contains("WARC-Type: response")
    };
    assert!(!has_page(&desk));
    let desk = with_page();
    assert!(has_page(&desk));
    let export = desk.json(&["export"]);
    let mut articles = export["articles"].as_array().unwrap().iter();
    let article = articles.find(|article| article["url"] == "https://sorrel.example/bridge").unwrap();
    desk.run(&["remove", article["id"].as_str().unwrap(), "--why", "a court's order", "--yes"]);
    assert!(!has_page(&desk));
}

#[test]
fn many_files_are_read_as_one_stream_and_one_that_cannot_be_costs_itself() {
    let desk = Desk::new();
    let folder = desk.path().join("notes");
    fs::create_dir(&folder).unwrap();
    for number in 0..30 {
        fs::write(folder.join(format!("{number:02}.txt")), format!("Note {number}: the mayor said so.")).unwrap();
    }
    fs::write(folder.join("15b.txt"), [0x89, b'P', b'N', b'G', 0, 0, 0, 13]).unwrap();
    fs::write(folder.join("20b.jsonl"), "{\"id\":\"s1\",\"text\":\"The council denied it.\"}\n").unwrap();
    let told = desk.refused(&["add", "notes"]);
    assert!(told.contains("31 added") && told.contains("15b.txt"), "{told}");
}
