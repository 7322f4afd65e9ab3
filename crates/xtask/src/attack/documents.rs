//! Damaged documents: those of the repository, cut, spliced, flipped and mixed with what parsers dislike.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use fastrand::Rng;
use serde_json::{Value, json};

use super::AttackOutcome;
use crate::program::Program;
use crate::workspace::{files, path};

/// Documents that one run of the program is fed; where one makes it break off, each is fed alone.
const TOGETHER: usize = 64;

/// The longest document that is damaged: what is looked for does not need a long one.
const LONGEST: usize = 4 << 10;

/// What parsers dislike.
const DISLIKED: [&[u8]; 24] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\r",
    b"\x0b\x0c\x1b[31m",
    "\u{202e}\u{2066}".as_bytes(),
    "\u{fffe}\u{feff}".as_bytes(),
    "e\u{301}\u{301}\u{301}\u{301}".as_bytes(),
    "“‘„»«".as_bytes(),
    b"\"\"\"'''",
    b"<![CDATA[",
    b"<!--",
    b"<script>",
    b"</p></div></body></html>",
    b"<table><tr><td><table>",
    b"&#0;&#xD800;&#x110000;&amp",
    b"<svg><math><style>",
    b"{\"@graph\":[[[[",
    b"99999999999999999999999999999999999999.9e999",
    b"31 February 0000 25:61 BC",
    b"said said said said that that that",
];

/// Feeds damaged documents and looks at each answer.
pub fn attack(program: &Program, count: u64, seed: u64) -> Result<AttackOutcome> {
    let mut random = Rng::with_seed(seed);
    let sources = sources()?;
    let mut found = Vec::new();
    let mut made = 0;
    while made < count {
        let lines: Vec<Value> = (0..TOGETHER.min(usize::try_from(count - made).unwrap_or(TOGETHER)))
            .map(|place| line(made + place as u64, &damaged(&sources, &mut random), &mut random))
            .collect();
        made += lines.len() as u64;
        if let Err(error) = fed(program, &lines) {
            let alone: Vec<String> = lines.iter().filter_map(|line| told(program, line)).collect();
            found.extend(if alone.is_empty() { vec![format!("together only: {error:#}")] } else { alone });
        }
    }
    Ok(AttackOutcome { done: format!("{made} damaged documents, seed {seed}"), found })
}

fn told(program: &Program, line: &Value) -> Option<String> {
    let error = fed(program, std::slice::from_ref(line)).err()?;
    let kept = std::env::temp_dir().join(format!("sayso-attack-{}.jsonl", line["id"].as_str().unwrap_or_default()));
    std::fs::write(&kept, format!("{line}\n")).ok()?;
    Some(format!("{error:#}; kept as {}", kept.display()))
}

/// What is damaged: articles, pages and cases of the repository.
fn sources() -> Result<Vec<Vec<u8>>> {
    let mut sources = Vec::new();
    for folder in ["demo", "golden"] {
        for file in files(&path(folder))? {
            let mut bytes = std::fs::read(&file)?;
            bytes.truncate(LONGEST);
            sources.push(bytes);
        }
    }
    Ok(sources)
}

fn damaged(sources: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let mut bytes = random.choice(sources).cloned().unwrap_or_default();
    for _ in 0..random.usize(1..=8) {
        damage(&mut bytes, sources, random);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn damage(bytes: &mut Vec<u8>, sources: &[Vec<u8>], random: &mut Rng) {
    let at = random.usize(0..=bytes.len());
    match random.u8(0..6) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(..at)),
        2 => {
            for _ in 0..random.usize(1..32) {
                if let Some(byte) = random.choice(bytes.iter_mut()) {
                    *byte ^= 1 << random.u8(0..8);
                }
            }
        }
        3 => {
            let with = random.choice(DISLIKED).unwrap_or_default().repeat(random.usize(1..64));
            drop(bytes.splice(at..at, with));
        }
        4 => {
            let other = random.choice(sources).map_or(&[][..], Vec::as_slice);
            let from = random.usize(0..=other.len());
            drop(bytes.splice(at..at, other[from..].iter().copied()));
        }
        _ => {
            let again = bytes[at..].to_vec();
            bytes.extend(again);
        }
    }
}

/// As plain text where it still is text and chance wills it, else as the bytes of a page.
fn line(number: u64, bytes: &[u8], random: &mut Rng) -> Value {
    let id = format!("damaged-{number}");
    match std::str::from_utf8(bytes) {
        Ok(text) if random.bool() => json!({"id": id, "text": text}),
        Ok(page) if random.bool() => json!({"id": id, "html": page}),
        _ => json!({"id": id, "html_b64": BASE64_STANDARD.encode(bytes)}),
    }
}

/// Feeds lines and holds the answers to what the interface promises.
fn fed(program: &Program, lines: &[Value]) -> Result<()> {
    let mut child = Command::new(program.path())
        .args(["read", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("the program could not be started")?;
    let mut input = child.stdin.take().context("no way to feed the program")?;
    let all: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let feeding = std::thread::spawn(move || input.write_all(all.as_bytes()));
    let output = child.wait_with_output()?;
    let _ = feeding.join();
    let said = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(matches!(output.status.code(), Some(0 | 1)), "it ended with {}: {said}", output.status);
    anyhow::ensure!(!said.contains("panicked"), "it panicked: {said}");
    let answers: Vec<Value> = String::from_utf8(output.stdout)?
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context("an answer is not JSON")?;
    anyhow::ensure!(answers.len() == lines.len(), "{} lines gave {} answers", lines.len(), answers.len());
    lines.iter().zip(&answers).try_for_each(|(line, answer)| holds(line, answer))
}

fn holds(line: &Value, answer: &Value) -> Result<()> {
    anyhow::ensure!(answer["id"] == line["id"], "{} is answered as {}", line["id"], answer["id"]);
    let length = answer["text"].as_str().map_or(0, |text| text.chars().count() as u64);
    let mut spans = Vec::new();
    collect(answer, &mut spans);
    let out = spans.iter().find(|(start, end)| start > end || *end > length);
    anyhow::ensure!(out.is_none(), "{}: the span {out:?} lies outside a text of {length}", line["id"]);
    Ok(())
}

/// Lists of an attribution that hold indexes of figures and dates; the document's own lists of that name hold objects.
const INDEXES: [&str; 2] = ["figures", "dates"];

/// All that looks like a span: fields `start` and `end`, and pairs of numbers.
fn collect(value: &Value, spans: &mut Vec<(u64, u64)>) {
    match value {
        Value::Object(fields) => {
            let [start, end] = ["start", "end"].map(|key| fields.get(key).and_then(Value::as_u64));
            spans.extend(start.zip(end));
            let are_spans = |(key, value): &(&String, &Value)| !INDEXES.contains(&key.as_str()) || !value[0].is_u64();
            fields.iter().filter(are_spans).for_each(|(_, value)| collect(value, spans));
        }
        Value::Array(items) => {
            if let [start, end] = &items[..] {
                spans.extend(start.as_u64().zip(end.as_u64()).filter(|_| start.is_u64() && end.is_u64()));
            }
            items.iter().for_each(|value| collect(value, spans));
        }
        _ => {}
    }
}
