//! How many pages are read in a second of CPU time, beside the extractor alone: `… --example pace -- PAGES.jsonl [ROUNDS]`,
//! JSON Lines with `html_b64` or `html`.
//!
//! Both read the same decoded pages in turn, so that what else the machine does falls on both alike.

use std::error::Error;
use std::fs;
use std::time::Instant;

use base64::prelude::{BASE64_STANDARD, Engine};
use sayso_page::{Known, decode, from_html};
use serde_json::Value;
use trafilatura::{ExtractionFocus, Options};

/// Pages that are read in one go by either.
const TURN: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give a file of pages")?;
    let rounds: usize = arguments.next().map_or(Ok(1), |rounds| rounds.parse())?;
    let pages: Vec<String> = fs::read_to_string(path)?.lines().filter_map(page).collect();
    let (mut whole, mut extractor) = (0.0, 0.0);
    for turn in pages.chunks(TURN).cycle().take(pages.len().div_ceil(TURN) * rounds) {
        whole += seconds(|| turn.iter().for_each(|page| drop(from_html(page, &Known::default()))));
        extractor += seconds(|| turn.iter().for_each(|page| drop(trafilatura::extract(page, &options()))));
    }
    let pace = |seconds: f64| (pages.len() * rounds) as f64 / seconds;
    println!("{} pages, {rounds} times", pages.len());
    println!("HTML to article: {:.1} pages a second", pace(whole));
    println!("extractor alone: {:.1} pages a second", pace(extractor));
    println!("ratio: {:.2}", pace(whole) / pace(extractor));
    Ok(())
}

/// As the extractor is run for an article.
fn options() -> Options {
    Options::default().with_focus(ExtractionFocus::FavorPrecision).with_fallback(true).with_exclude_comments(true)
}

fn page(line: &str) -> Option<String> {
    let document: Value = serde_json::from_str(line).ok()?;
    if let Some(html) = document["html"].as_str() {
        return Some(html.to_owned());
    }
    let bytes = BASE64_STANDARD.decode(document["html_b64"].as_str()?).ok()?;
    decode(&bytes, None).ok().map(|(page, _)| page)
}

/// The CPU time of some work in all threads; the time on the clock where the system does not tell it.
fn seconds(work: impl FnOnce()) -> f64 {
    let (start, before) = (Instant::now(), cpu_seconds());
    work();
    match (before, cpu_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_secs_f64(),
    }
}

/// User and system time of this process, in hundredths of a second (proc(5)).
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}
