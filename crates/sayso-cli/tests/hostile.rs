//! What strangers hand in, what was left by a program that was killed, and what programs make of what comes out.

mod desk;

use std::fs;
use std::io::Write;

use desk::Desk;
use serde_json::{Value, json};

/// A record as `sayso read --json` prints it, made hostile.
fn record(desk: &Desk, change: impl Fn(&mut Value)) -> String {
    fs::write(desk.path().join("article.txt"), "The mayor said on Monday that 14 people had left the harbour.\n")
        .unwrap();
    let mut record = desk.json(&["read", "--json", "article.txt"]);
    change(&mut record);
    record.to_string()
}

#[test]
fn no_cell_of_an_export_is_a_formula() {
    let desk = Desk::new();
    let line = record(&desk, |record| {
        for attribution in record["attributions"].as_array_mut().unwrap() {
            attribution["speakers"][0]["name"] = "=HYPERLINK(\"https://evil.example\")".into();
        }
    });
    fs::write(desk.path().join("record.jsonl"), line).unwrap();
    desk.run(&["add", "record.jsonl"]);
    let table = desk.run(&["export", "--format", "csv"]);
    assert!(table.contains("'=HYPERLINK"), "{table}");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let cells: Vec<String> =
        rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(cells.iter().any(|cell| cell.starts_with("'=HYPERLINK")));
    assert!(cells.contains(&desk.claim("14 people")));
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '@', '+'])), "{cells:?}");
}

#[test]
fn a_secret_in_an_address_is_nowhere_in_what_is_kept() {
    let desk = Desk::new();
    let read = json!({"id": "s1", "url": "https://ann:hushhush@a.example/1", "text": "The mayor said no."}).to_string();
    let made = record(&desk, |record| record["article"]["url"] = "https://a.example/2?api_key=hushhush".into());
    fs::write(desk.path().join("secrets.jsonl"), [read, made].join("\n")).unwrap();
    desk.run(&["add", "secrets.jsonl"]);
    let export = desk.run(&["export"]);
    assert!(export.contains("https://a.example/1") && export.contains("https://a.example/2"));
    assert!(!export.contains("hushhush"));
    let said = desk.refused(&["add", "http://ann:hushhush@127.0.0.1:1/?token=hushhush"]);
    assert!(said.contains("http://127.0.0.1:1/") && !said.contains("hushhush"), "{said}");
    let file = fs::read(desk.path().join("sayso.ledger")).unwrap();
    assert!(!file.windows(8).any(|part| part == b"hushhush"));
}

#[test]
fn a_damaged_archive_is_read_as_far_as_it_goes_and_says_what_is_missing() {
    let desk = Desk::new();
    let member = |name: &str, headers: &str, body: &str| {
        let http = format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n{body}");
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://sorrel.example/{name}\r\nContent-Length: {}\r\n\r\n\
             {http}\r\n\r\n",
            http.len()
        );
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(record.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    let page = |name: &str| {
        format!("<html><body><p>The mayor of {name} said on Monday that the bridge was open.</p></body></html>")
    };
    let mut damaged = member("lost", "Content-Type: text/html", &page("Lost"));
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8].fill(0x55);
    let archive = [
        member("first", "Content-Type: text/html", &page("First")),
        damaged,
        member("image", "Content-Type: image/png", "\u{1}PNG"),
        member("untyped", "Server: none", &page("Untyped")),
    ];
    fs::write(desk.path().join("crawl.warc.gz"), archive.concat()).unwrap();
    let said = desk.refused(&["add", "crawl.warc.gz"]);
    assert!(said.contains("damaged after 1 records") && said.contains("2 added"), "{said}");
    assert!(said.contains("passed over: 1 neither pages nor plain texts"), "{said}");
    let export = desk.run(&["export"]);
    assert!(export.contains("sorrel.example/first") && export.contains("sorrel.example/untyped"));
}

#[test]
fn a_backup_that_was_killed_stands_in_nobodys_way() {
    let desk = Desk::new();
    let left = desk.path().join(".sayso-temporary-left");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("lock"), "").unwrap();
    fs::write(left.join("copy"), "half").unwrap();
    // As versions before this one left it.
    fs::write(desk.path().join("copy.ledger.part"), "half").unwrap();
    desk.run(&["backup", "copy.ledger"]);
    assert!(!left.exists());
    desk.run(&["restore", "copy.ledger", "--keep", "kept.ledger"]);
    let names = fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.starts_with(".sayso")));
}

#[test]
fn a_ledger_is_a_path_and_nothing_else() {
    let desk = Desk::new();
    for name in ["file:other", "FILE:other?mode=memory", ":memory:", ""] {
        for command in
            [&["stories", "--ledger", name][..], &["add", "stream.jsonl", "--ledger", name], &["backup", name]]
        {
            let output = desk.output(command);
            assert_eq!(output.status.code(), Some(2), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    assert!(!desk.path().join("other").exists() && !desk.path().join("file:other").exists());
    desk.run(&["add", "stream.jsonl", "--ledger", "./file:other"]);
    desk.run(&["backup", "./:memory:", "--ledger", "./file:other"]);
    assert!(desk.path().join("file:other").exists() && desk.path().join(":memory:").exists());
    assert_eq!(desk.run(&["export", "--ledger", "./:memory:"]), desk.run(&["export"]));
}

#[test]
fn entries_without_text_are_counted() {
    let desk = Desk::new();
    let feed = "<rss version='2.0'><channel><title>The Mail</title><item><guid>f1</guid><description>The mayor said \
                no.</description></item><item><guid>f2</guid><title>Nothing</title></item></channel></rss>";
    fs::write(desk.path().join("feed.xml"), feed).unwrap();
    let output = desk.output(&["add", "feed.xml"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("1 added, passed over: 1 entries without text"), "{said}");
}
