//! How fast the parts of a reading are, in one run: `cargo run --release -p sayso-bench [DOCUMENTS.jsonl]`.
//!
//! Ratios within one run are worth more than its times: machines differ, and so do their neighbours.

use std::env;
use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use sayso::{Encoder, Known, Model, Text, document, read};

/// Thirty news articles that ship.
const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../eval/wikinews/wikinews-open.jsonl");

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| DOCUMENTS.to_owned());
    let lines = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let texts: Vec<String> = lines.lines().filter_map(text_of).collect();
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    let model = Encoder::bundled();
    let bytes: usize = texts.iter().map(String::len).sum();
    let [mut pages, mut scans, mut marks, mut readings] = [Duration::ZERO; 4];
    for string in &texts {
        let text: Text = Text::new(string.as_str());
        scans += timed(|| model.scan(&text, &[text.whole()])).1;
        marks += timed(|| marked(&text)).1;
        let (documents, page) = timed(|| document::documents(string.as_bytes(), None, &Known::default()));
        pages += page;
        for document in documents.into_iter().flat_map(|found| found.documents) {
            readings += timed(|| read(document.article, &model)).1;
        }
    }
    println!("{} documents, {words} words", texts.len());
    for (name, time) in [("page and furniture", pages), ("encoder alone", scans), ("reading", readings)] {
        println!("{name}: {:.0} words a second", words as f64 / time.as_secs_f64());
    }
    println!("dates and figures, one core: {:.1} MB a second", bytes as f64 / 1e6 / marks.as_secs_f64());
    Ok(())
}

/// How many dates and figures a text has.
fn marked(text: &Text) -> usize {
    let dates = sayso::english().dates(text, &[text.whole()], None);
    let spans: Vec<_> = dates.iter().map(|date| date.span).collect();
    dates.len() + sayso::english().figures(text, &[text.whole()], &spans).len()
}

fn text_of(line: &str) -> Option<String> {
    serde_json::from_str::<serde_json::Value>(line).ok()?.get("text")?.as_str().map(str::to_owned)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}
