//! `sayso read` as other programs use it: the built program, its output and its exit status.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// A stream with everything that a stream may have in it.
const STREAM: &str = concat!(
    "\u{feff}{\"id\":\"d1\",\"text\":\"“Да,” she said.\",\"date\":\"2026-02-03\",\"other\":[1]}\n",
    "{\"id\":7.50,\"text\":\"One\\r\\nTwo\",\"publisher\":\"The Mail\"}\r\n",
    "\n",
    "{\"id\":\"d3\"}\n",
    "not JSON\n",
    "{\"text\":\"No id here.\"}\n",
    "{\"id\":9,\"text\":1}",
);

fn sayso(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(arguments)
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "80")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn records(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn record(arguments: &[&str], input: &[u8]) -> Value {
    let output = sayso(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    records(&output).remove(0)
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_record_has_every_field() {
    let text = "The harbour master said that two ships had left.\n";
    let given = ["read", "--json", "-", "--date", "2026-02-03", "--publisher", "The Arden Mail"];
    let record = record(&given, text.as_bytes());
    let fields = [
        "schema",
        "id",
        "text",
        "article",
        "furniture",
        "sentences",
        "statements",
        "attributions",
        "figures",
        "dates",
        "warnings",
        "model",
    ];
    assert_eq!(record.as_object().unwrap().keys().len(), fields.len());
    assert!(fields.iter().all(|field| record.get(*field).is_some()));
    assert_eq!(record["text"], text);
    assert_eq!(record["article"]["published"], "2026-02-03");
    assert_eq!(record["article"]["publisher"], "The Arden Mail");
    assert_eq!(record["article"]["byline"], json!([]));
}

#[test]
fn text_is_kept_but_for_its_byte_order_mark() {
    let record = record(&["read", "--json", "-"], "\u{feff}She agreed.\r\n\r\nHe did not.".as_bytes());
    assert_eq!(record["text"], "She agreed.\r\n\r\nHe did not.");
}

#[test]
fn a_derived_id_depends_on_the_text_alone() {
    let id = |text: &str| record(&["read", "--json", "-"], text.as_bytes())["id"].clone();
    assert_eq!(id("She agreed."), record(&["read", "--jsonl"], br#"{"text":"She agreed."}"#)["id"]);
    assert_ne!(id("She agreed."), id("He agreed."));
}

#[test]
fn offsets_are_code_points_into_the_text() {
    let text = "😀 “Да, мы закончили,” she said. “Now go,” Mayor Ilse Brandt said.";
    let record = record(&["read", "--json", "-"], text.as_bytes());
    let length = text.chars().count() as u64;
    for attribution in record["attributions"].as_array().unwrap() {
        for part in ["source", "cue", "content"] {
            for span in attribution[part].as_array().unwrap() {
                assert!(span[0].as_u64() < span[1].as_u64() && span[1].as_u64() <= Some(length), "{attribution}");
            }
        }
    }
}

#[test]
fn a_stream_keeps_order_and_ids_and_goes_on_after_errors() {
    let output = sayso(&["read", "--jsonl"], STREAM.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).starts_with("sayso: 3 of the lines could not be read"));
    let lines: Vec<String> = String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect();
    assert!(lines[1].starts_with("{\"schema\":3,\"id\":7.50,"), "{}", lines[1]);
    let records = records(&output);
    assert_eq!(records.len(), 6);
    assert_eq!((&records[0]["id"], &records[0]["text"]), (&json!("d1"), &json!("“Да,” she said.")));
    assert_eq!(records[0]["article"]["published"], "2026-02-03");
    assert_eq!((&records[1]["text"], &records[1]["article"]["publisher"]), (&json!("One\r\nTwo"), &json!("The Mail")));
    assert_eq!((&records[2]["id"], &records[2]["line"]), (&json!("d3"), &json!(4)));
    assert_eq!((&records[3]["id"], &records[3]["line"]), (&json!(null), &json!(5)));
    assert!(records[4]["id"].is_string() && records[4]["error"].is_null());
    assert_eq!((&records[5]["id"], &records[5]["line"]), (&json!(9), &json!(7)));
    assert!(records[5]["error"].is_string());
}

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let stream: String =
        (0..60).map(|n| format!("{{\"id\":{n},\"text\":\"{}\"}}\n", "“Go,” she said. ".repeat(1 + n % 7))).collect();
    let one = sayso(&["read", "--jsonl", "--threads", "1", "-"], stream.as_bytes());
    let four = sayso(&["read", "--jsonl", "--threads", "4", "-"], stream.as_bytes());
    assert_eq!(one.status.code(), Some(0), "{}", told(&one));
    assert_eq!(records(&one).len(), 60);
    assert_eq!(one.stdout, four.stdout);
}

#[test]
fn an_empty_stream_gives_nothing() {
    let output = sayso(&["read", "--jsonl", "-"], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}

#[test]
fn binary_input_never_panics() {
    let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
    for arguments in [&["read", "--json", "-"], &["read", "--jsonl", "-"]] {
        let output = sayso(arguments, &noise);
        assert!(matches!(output.status.code(), Some(0 | 1)));
        assert!(!told(&output).contains("fault"), "{}", told(&output));
    }
}

#[test]
fn wrong_usage_says_what_to_do() {
    for (arguments, help) in [
        (&["read"][..], "PATH|URL|-"),
        (&["read", "--date", "2026-02-30", "-"], "no day of the calendar"),
        (&["read", "--json", "--jsonl", "-"], "cannot be used with"),
        (&["read", "ftp://a.example/"], "http or https"),
        (&["read", "--jsonl", "https://a.example/"], "pipe it in"),
        (&["read", "--threads", "0", "--jsonl"], "--threads"),
    ] {
        let output = sayso(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told(&output).contains(help), "{arguments:?}: {}", told(&output));
    }
}

#[test]
fn what_cannot_be_read_is_told_in_one_line() {
    for (input, help) in [
        ("no-such-file.txt", "there is no such file"),
        ("/", "it is a folder"),
        ("http://127.0.0.1:9/", "this machine and is not fetched"),
        ("http://localhost:9/", "this machine and is not fetched"),
    ] {
        let output = sayso(&["read", "--json", input], b"");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{input}");
        assert!(told(&output).starts_with("sayso: ") && told(&output).lines().count() == 1, "{}", told(&output));
        assert!(told(&output).contains(help), "{input}: {}", told(&output));
    }
}

#[test]
fn a_reader_that_stops_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(["read", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let _ = input.write_all("{\"id\":1,\"text\":\"She agreed.\"}\n".repeat(20).as_bytes());
    // The input stays open: the program ends although more could come.
    let status = child.wait().unwrap();
    drop(input);
    let mut told = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut told).unwrap();
    assert_eq!((status.code(), told.as_str()), (Some(0), ""));
}

#[test]
fn the_built_in_article_is_shown_without_escapes_in_a_pipe() {
    let output = sayso(&["read", "--demo"], b"");
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(page.contains("National Security Bureau (NSB)") && !page.contains('\u{1b}'));
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../../../README.md");
    let picture = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let printed = String::from_utf8(sayso(&["read", "--demo"], b"").stdout).unwrap();
    let mut lines = printed.lines();
    for line in picture.lines().filter(|line| *line != "…") {
        assert!(lines.any(|printed| printed == line), "README.md shows a line that is not printed there: {line}");
    }
}

#[test]
fn completions_and_manual_are_printed() {
    assert!(String::from_utf8_lossy(&sayso(&["completions", "bash"], b"").stdout).contains("_sayso"));
    assert!(String::from_utf8_lossy(&sayso(&["man", "read"], b"").stdout).contains("\\-\\-jsonl"));
    assert_eq!(sayso(&["man", "write"], b"").status.code(), Some(2));
}
