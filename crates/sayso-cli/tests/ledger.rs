//! The ledger's commands as a person and other programs use them: the built program, its output and its exit status.

mod desk;

use std::fs;
use std::io::Write;
use std::sync::Arc;

use desk::Desk;
use serde_json::{Value, json};

#[test]
fn every_page_tells_of_the_story() {
    let desk = Desk::new();
    assert!(desk.run(&["stories"]).contains("3 articles · 2 outlets"));
    let story = desk.run(&["story", "a1"]);
    assert!(story.contains("The Harbour Post") && story.contains("Inland Courier"), "{story}");
    assert!(desk.run(&["claims"]).contains("20 people died"));
    assert!(desk.run(&["claim", &desk.claim("20 people")]).contains("Inland Courier"));
    assert!(desk.run(&["who", "port authority"]).contains("overloaded"));
    assert!(desk.run(&["figures"]).contains("15"));
    assert!(desk.run(&["disputes"]).contains("Another figure for it"));
    assert!(desk.run(&["search", "Sorrel"]).contains("[Sorrel] Point"));
    let changes = desk.run(&["diff", "https://www.post.example/heron?utm_source=x"]);
    assert!(changes.contains("12 people") && changes.contains("15 people"), "{changes}");
}

#[test]
fn programs_get_json_from_every_page() {
    let desk = Desk::new();
    let claim = desk.claim("20 people");
    for page in [
        &["stories"][..],
        &["story", "a1"],
        &["claims"],
        &["claim", &claim],
        &["who", "coastguard"],
        &["figures"],
        &["disputes"],
        &["search", "Sorrel"],
        &["diff"],
    ] {
        let printed = desk.json(&[page, &["--json"]].concat());
        let is_empty = printed.as_array().is_some_and(Vec::is_empty);
        assert!(!is_empty && !printed.is_null(), "{page:?}");
    }
    assert_eq!(desk.json(&["stories", "--json"])[0]["articles"], 3);
}

#[test]
fn the_same_stream_again_changes_nothing() {
    let desk = Desk::new();
    let before = desk.run(&["export"]);
    desk.run(&["add", "stream.jsonl"]);
    assert_eq!(desk.run(&["export"]), before);
}

#[test]
fn a_person_merges_rejects_and_undoes() {
    let desk = Desk::new();
    let (twelve, twenty) = (desk.claim("12 people"), desk.claim("20 people"));
    desk.run(&["decide", "--by", "Mara", "merge", &twelve, &twenty]);
    let merged = desk.claims().into_iter().find(|claim| claim["id"] == twelve.as_str()).unwrap();
    assert!(merged["mentions"].as_array().unwrap().iter().any(|mention| mention["article"] == "a2"));
    let decision = desk.json(&["export"])["decisions"][0].clone();
    assert_eq!((&decision["by"], &decision["what"]), (&json!("Mara"), &json!("merge")));
    desk.run(&["decide", "undo", decision["id"].as_str().unwrap()]);
    assert_eq!(desk.claim("20 people"), twenty);
    desk.run(&["decide", "reject", &twenty]);
    assert!(desk.claims().iter().all(|claim| claim["id"] != twenty.as_str()));
}

#[test]
fn the_export_has_each_form() {
    let desk = Desk::new();
    let claims = desk.claims().len();
    let lines = desk.run(&["export", "--format", "jsonl"]);
    assert_eq!(lines.lines().filter(|line| line.contains("\"kind_of_row\":\"claims\"")).count(), claims);
    assert!(desk.run(&["export", "--format", "csv"]).lines().count() > claims);
    let linked = desk.json(&["export", "--format", "jsonld"]);
    assert_eq!(linked["@context"], "https://schema.org");
    assert_eq!(linked["@graph"].as_array().unwrap().len(), claims);
    assert_eq!(linked["@graph"][0]["firstAppearance"]["publisher"]["name"], "The Harbour Post");
    let annotations = desk.run(&["export", "--format", "webannotation"]);
    for line in annotations.lines() {
        let annotation: Value = serde_json::from_str(line).unwrap();
        let [quote, place] = [0, 1].map(|at| annotation["target"]["selector"][at].clone());
        let length = place["end"].as_u64().unwrap() - place["start"].as_u64().unwrap();
        assert_eq!(quote["exact"].as_str().unwrap().encode_utf16().count() as u64, length);
    }
    assert!(annotations.lines().count() >= claims);
}

#[test]
fn bad_input_is_refused_with_what_to_do_and_nothing_is_lost() {
    let desk = Desk::new();
    let before = desk.run(&["export"]);
    assert!(desk.refused(&["story", "a9"]).contains("'sayso stories' lists them"));
    assert!(desk.refused(&["claim", "c0"]).contains("no claim"));
    assert!(desk.refused(&["who", "nobody at all"]).contains("nobody called"));
    assert!(desk.refused(&["diff", "a2"]).contains("one version"));
    assert!(desk.refused(&["decide", "reject", "c0"]).contains("'sayso claims' lists them"));
    assert!(desk.refused(&["decide", "undo", "d0"]).contains("d0"));
    assert!(desk.refused(&["stories", "--ledger", "none.ledger"]).contains("'sayso add' makes one"));
    assert!(desk.refused(&["stories", "--ledger", "stream.jsonl"]).contains("stream.jsonl"));
    assert!(desk.refused(&["add", "--ledger", "stream.jsonl", "stream.jsonl"]).contains("stream.jsonl"));
    assert_eq!(desk.run(&["export"]), before);
}

#[test]
fn a_backup_is_the_ledger() {
    let desk = Desk::new();
    desk.run(&["backup", "copy.ledger"]);
    assert_eq!(desk.run(&["export", "--ledger", "copy.ledger"]), desk.run(&["export"]));
    assert!(desk.refused(&["backup", "copy.ledger"]).contains("copy.ledger"));
}

#[test]
fn web_archives_and_packed_streams_are_read() {
    let desk = Desk::new();
    let page = "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The mayor of Sorrel \
                said on Monday that the old bridge would stay closed until the spring.</p></article></body></html>";
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://sorrel.example/bridge\r\n\
         WARC-Date: 2026-03-02T09:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    let packed = |name: &str, text: &str| {
        let file = fs::File::create(desk.path().join(name)).unwrap();
        let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap();
    };
    packed("crawl.warc.gz", &record);
    packed("more.jsonl.gz", &json!({"id": "b1", "text": "The council denied that the bridge was unsafe."}).to_string());
    desk.run(&["add", "crawl.warc.gz", "more.jsonl.gz"]);
    let articles = desk.json(&["export"])["articles"].as_array().unwrap().clone();
    assert!(articles.iter().any(|article| article["url"] == "https://sorrel.example/bridge"));
    assert!(articles.iter().any(|article| article["id"] == "b1"));
    packed("cut.warc.gz", &record[..record.len() - 40]);
    assert!(desk.refused(&["add", "cut.warc.gz"]).contains("damaged after 0 records"));
}

#[test]
fn tables_come_in_and_go_out() {
    let desk = Desk::new();
    let out = desk.output(&["export", "--format", "parquet", "--kind", "claims"]);
    assert!(out.stdout.starts_with(b"PAR1") && out.stdout.ends_with(b"PAR1"));
    let schema =
        "message row { OPTIONAL BYTE_ARRAY id (UTF8); OPTIONAL BYTE_ARRAY text (UTF8); OPTIONAL INT32 date (DATE); }";
    let schema = Arc::new(parquet::schema::parser::parse_message_type(schema).unwrap());
    let file = fs::File::create(desk.path().join("news.parquet")).unwrap();
    let mut writer = parquet::file::writer::SerializedFileWriter::new(file, schema, Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for words in ["t1", "The mayor said the bridge was safe."] {
        let mut column = group.next_column().unwrap().unwrap();
        let words = [parquet::data_type::ByteArray::from(words)];
        column.typed::<parquet::data_type::ByteArrayType>().write_batch(&words, Some(&[1]), None).unwrap();
        column.close().unwrap();
    }
    let mut column = group.next_column().unwrap().unwrap();
    // 2 March 2026, in days from 1970.
    column.typed::<parquet::data_type::Int32Type>().write_batch(&[20_514], Some(&[1]), None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    desk.run(&["add", "news.parquet"]);
    let articles = desk.json(&["export"])["articles"].as_array().unwrap().clone();
    let added = articles.iter().find(|article| article["id"] == "t1").unwrap();
    assert_eq!(added["published"], "2026-03-02");
}

#[test]
fn a_ledger_of_an_earlier_version_is_brought_up_when_it_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("old.ledger");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../sayso-ledger/src/store/tests/format-1.ledger"), &ledger).unwrap();
    for told in [true, false] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"))
            .args(["search", "harbour", "--ledger"])
            .arg(&ledger)
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{stderr}");
        assert_eq!(stderr.contains("brought up to date"), told, "{stderr}");
    }
}

#[test]
fn what_was_added_is_counted_though_the_input_breaks_off() {
    let desk = Desk::new();
    let before = desk.json(&["export"])["articles"].as_array().unwrap().len();
    let line = |number: usize| json!({"id": format!("n{number}"), "text": format!("Note {number}.")}).to_string();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all((0..20).map(line).collect::<Vec<_>>().join("\n").as_bytes()).unwrap();
    encoder.write_all(b"\n").unwrap();
    let mut packed = encoder.finish().unwrap();
    packed.extend(b"no member of a gzip file");
    fs::write(desk.path().join("broken.jsonl.gz"), packed).unwrap();
    let told = desk.refused(&["add", "broken.jsonl.gz"]);
    assert!(
        told.contains("broken.jsonl.gz") && told.contains(&format!("20 added; sayso.ledger now has {}", before + 20)),
        "{told}"
    );
    let added = desk.json(&["export"])["articles"].as_array().unwrap().len() - before;
    assert_eq!(added, 20, "{told}");
}

#[test]
fn an_export_has_what_a_stopped_program_left_undrawn() {
    let desk = Desk::new();
    let before = desk.json(&["export"])["articles"].as_array().unwrap().len();
    stopped(&desk);
    let output = desk.output(&["export"]);
    let export: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(export["articles"].as_array().unwrap().len(), before + 3);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Articles that a program recorded which was stopped before it derived them.
fn stopped(desk: &Desk) {
    let entries = include_str!("../../sayso-ledger/tests/fixtures/entries.jsonl");
    let entries =
        entries.lines().take(3).map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<sayso::ledger::Entry>>();
    let at = "2026-03-04T14:03:00Z".parse().unwrap();
    let path = desk.path().join("sayso.ledger");
    let mut ledger = sayso::ledger::Ledger::open(&path, std::time::Duration::from_secs(10)).unwrap();
    ledger.add(entries, at).unwrap();
}

#[test]
fn what_is_not_derived_yet_is_told_and_nothing_waits_for_it() {
    let desk = Desk::new();
    let whole = desk.json(&["stories", "--json"]);
    assert!(whole[0]["pending"].is_null(), "{whole}");
    let twelve = desk.claim("12 people");
    stopped(&desk);
    let told = "not in the stories yet: 3 articles since Mar 4, 14:03 UTC; 'sayso refresh' derives them";
    for look in [&["stories", "--json"][..], &["story", "a1"], &["claims"]] {
        let output = desk.output(look);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && stderr.contains(told), "{look:?}: {stderr}");
    }
    assert_eq!(desk.json(&["stories", "--json"]), whole);
    desk.run(&["decide", "reject", &twelve]);
    let claims = desk.output(&["claims", "--json"]).stdout;
    assert!(!String::from_utf8_lossy(&claims).contains(&twelve), "what it touches is derived");
    assert_eq!(desk.json(&["stories", "--json"]).as_array().unwrap().len(), 1, "and nothing else");
    desk.run(&["refresh"]);
    let output = desk.output(&["stories", "--json"]);
    assert!(output.stderr.is_empty() && desk.json(&["stories", "--json"]).as_array().unwrap().len() > 1);
}
