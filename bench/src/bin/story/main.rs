//! How long one large story takes to derive: `cargo run --release -p sayso-bench --bin story [-- PART OF A NAME]`.
//!
//! The stories are those whose steps the ledger's tests count. Each is derived from nothing, then again when one article has
//! joined those that are known.

#[path = "../../../../crates/sayso-claims/tests/growth/page.rs"]
mod page;
#[path = "../../../../crates/sayso-claims/tests/growth/stories.rs"]
mod stories;
#[path = "../../../../crates/sayso-claims/tests/growth/words.rs"]
mod words;

use std::env;
use std::time::Instant;

use sayso::ledger::decision::EffectiveDecisions;
use sayso::ledger::record::{StoryRecord, encode};
use sayso::ledger::story_record::{StoryGroup, derive_story};
use sayso::ledger::{Document, Entry};
use stories::STORIES;

/// Sizes of stories that grow inside few articles.
const SENTENCES: [usize; 4] = [2_000, 4_000, 8_000, 12_000];

/// Sizes of stories that grow by articles.
const ARTICLES: [usize; 3] = [250, 500, 1_000];

/// Parts of a story by which it shows whether it grows by articles.
const FEW: usize = 64;

fn main() {
    let wanted = env::args().nth(1).unwrap_or_default();
    println!("{:<32} {:>6} {:>9} {:>9} {:>9}", "of", "parts", "derived s", "again s", "written s");
    for (name, _, story) in STORIES.iter().filter(|(name, ..)| name.contains(&wanted)) {
        let sizes = if story(FEW).len() == FEW { ARTICLES.as_slice() } else { SENTENCES.as_slice() };
        for size in sizes {
            let documents: Vec<Document> = story(*size).into_iter().map(Document::new).collect();
            let (first, record) = timed(|| derived(&documents));
            let (again, _) = timed(|| derived(&joined(&documents)));
            let (kept, _) = timed(|| encode(&record));
            println!("{name:<32} {size:>6} {first:>9.3} {again:>9.3} {kept:>9.3}");
        }
    }
}

fn derived(documents: &[Document]) -> StoryRecord {
    derive_story(StoryGroup::default(), documents, &EffectiveDecisions::default())
}

/// The same documents, the last as if it were not known yet.
fn joined(documents: &[Document]) -> Vec<Document> {
    let last = documents.last().map(|document| Document::new(document.entry.clone()));
    documents[..documents.len().saturating_sub(1)].iter().cloned().chain(last).collect()
}

/// How many seconds something takes.
fn timed<T>(run: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let returned = run();
    (start.elapsed().as_secs_f64(), returned)
}
