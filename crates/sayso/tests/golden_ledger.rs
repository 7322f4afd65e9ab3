//! The cases in `golden/ledger/`: articles of several outlets, read with the weights that ship, and what the ledger makes
//! of them.

use std::fmt::Write as _;
use std::time::Duration;

use jiff::Timestamp;
use sayso::entry::read_entry;
use sayso::ledger::record::{Claim, LinkKind, Point, StoryRecord};
use sayso::ledger::{Entry, Ledger};
use sayso::{Encoder, Known};
use sayso_golden::{block, with_block};
use serde_json::json;

#[test]
fn stories_are_told_as_agreed() {
    let model = Encoder::bundled();
    sayso_golden::hold("ledger", |case| {
        let articles = block(case, "articles").expect("a case has a block `articles`");
        let entries: Vec<Entry> = articles.split("## ").skip(1).map(|article| read(article, &model)).collect();
        let told: Vec<String> = stories(entries).iter().map(told).collect();
        with_block(case, "expect", &told.join("\n"))
    });
}

/// '## a1 | The Post | 2026-03-02T08:00:00Z | post.example/harbour | Harbour closed', then the text.
fn read(article: &str, model: &Encoder) -> Entry {
    let (head, text) = article.split_once('\n').expect("a head and a text");
    let [id, outlet, published, url, title] = head.split(" | ").collect::<Vec<_>>()[..] else {
        panic!("a head is 'id | outlet | published | url | title': {head}");
    };
    let url = format!("https://{url}");
    let line =
        json!({"id": id, "outlet": outlet, "published": published, "url": url, "title": title, "text": text.trim()});
    read_entry(line.to_string().as_bytes(), 1, &Known::default(), model)
        .unwrap_or_else(|error| panic!("{}", error.reason()))
}

fn stories(entries: Vec<Entry>) -> Vec<StoryRecord> {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger"), Duration::from_secs(1)).unwrap();
    ledger.add(entries, Timestamp::UNIX_EPOCH).unwrap();
    ledger.settle(|_| ()).unwrap();
    ledger.view().stories().unwrap()
}

fn told(story: &StoryRecord) -> String {
    let articles: Vec<String> = story.articles.iter().map(|article| article.id.to_string()).collect();
    let mut told = format!("story: {} ({})\n", story.name, articles.join(", "));
    for copy in &story.copies {
        let kind = serde_json::to_value(copy.kind).unwrap();
        writeln!(told, "  {} is a copy of {}, {}", copy.article, copy.of, kind.as_str().unwrap()).unwrap();
    }
    for (index, claim) in story.claims.iter().enumerate() {
        told += &of_claim(index + 1, claim);
    }
    let place = |id: &str| story.claims.iter().position(|claim| claim.id == id).unwrap() + 1;
    for link in &story.links {
        let does = match link.kind {
            LinkKind::Denies => "denies",
            LinkKind::Supports => "supports",
            LinkKind::Updates => "updates",
            LinkKind::Rivals => "rivals",
        };
        writeln!(told, "  {} {does} {}", place(&link.a), place(&link.b)).unwrap();
    }
    for series in story.figures.iter().filter(|series| series.series.len() > 1) {
        let points: Vec<String> = series.series.iter().map(worth).collect();
        writeln!(told, "  figure: {}: {}", series.what, points.join(" -> ")).unwrap();
    }
    for edit in &story.edits {
        let said = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
        let how = if edit.silent { "silently" } else { "with a note" };
        let change = serde_json::to_value(edit.change).unwrap();
        let change = change.as_str().unwrap();
        writeln!(
            told,
            "  {} to {}, {change}, {how}: {} -> {}",
            edit.from,
            edit.to,
            said(&edit.before),
            said(&edit.after)
        )
        .unwrap();
    }
    told
}

fn of_claim(number: usize, claim: &Claim) -> String {
    let who = if claim.speakers.is_empty() { "nobody named".to_owned() } else { claim.speakers.join(" and ") };
    let articles: Vec<String> = claim.mentions.iter().map(|mention| mention.article.to_string()).collect();
    let named = claim.origin.named.as_deref().map(|named| format!(", by way of {named}")).unwrap_or_default();
    format!(
        "  {number}. {}\n     {who} {}; in {}; first-hand {}, sources {}{named}\n",
        claim.gist.replace('\n', " "),
        claim.stance.name(),
        articles.join(", "),
        claim.first_hand,
        claim.sources
    )
}

fn worth(point: &Point) -> String {
    let number = point.value.as_ref().or(point.high.as_ref()).or(point.low.as_ref());
    number.map_or_else(|| "?".to_owned(), ToString::to_string)
}
