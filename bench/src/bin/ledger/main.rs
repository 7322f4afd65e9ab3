//! How the ledger keeps up as it grows: `cargo run --release -p sayso-bench --bin ledger [-- --far]`.
//!
//! The encoder reads the demo's stream once; the ledger then grows by variants of those readings.

mod variant;

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use sayso::entry::read_entry;
use sayso::ledger::{Entry, Ledger};
use sayso::{Encoder, Known};
use variant::Stream;

/// The demo's stream: eight stories in 38 articles and versions.
const STREAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/stories/stream.jsonl");

/// Articles at which the ledger is measured.
const SIZES: [usize; 3] = [1_000, 3_000, 10_000];

/// With `--far`, also these.
const FAR: [usize; 2] = [30_000, 100_000];

/// Stories that are looked up at each size, evenly spread over it; the median is told.
const LOOKED_UP: usize = 21;

/// Articles of a large story.
const LARGE: usize = 1_000;

/// Articles that are added at most to get one: retellings make more stories than one.
const MOST_FOR_LARGE: usize = 4_000;

/// What happened since the size before.
#[derive(Default)]
struct Stretch {
    articles: usize,
    adding: Duration,
    settling: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let far = env::args().skip(1).any(|argument| argument == "--far");
    let sizes: Vec<usize> = SIZES.into_iter().chain(FAR.into_iter().filter(|_| far)).collect();
    let (entries, reading) = read_stream()?;
    println!("reading: {:.1} ms an article", milliseconds(reading));
    println!(
        "{:>9} {:>8} {:>9} {:>10} {:>12} {:>11} {:>13}",
        "articles", "stories", "add ms", "settle ms", "look up ms", "megabytes", "of reading %"
    );
    let stream = Stream::new(&entries)?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("grown.ledger");
    let mut ledger = Ledger::open(&path, Duration::from_secs(1))?;
    let (mut round, mut added, mut spent) = (0, 0, Duration::ZERO);
    for size in sizes {
        let mut stretch = Stretch::default();
        while added < size {
            let entries = stream.variant(round)?;
            added += entries.len();
            grow(&mut ledger, entries, &mut stretch)?;
            round += 1;
        }
        spent += stretch.adding + stretch.settling;
        let of_reading = 100.0 * spent.as_secs_f64() / (reading.as_secs_f64() * added as f64);
        let each = |time: Duration| milliseconds(time) / stretch.articles as f64;
        let (adding, settling) = (each(stretch.adding), each(stretch.settling));
        let (look_up, megabytes) = (milliseconds(look_up(&ledger, &stream, round)?), megabytes(&path)?);
        let stories = ledger.view().briefs()?.len();
        println!(
            "{added:>9} {stories:>8} {adding:>9.2} {settling:>10.2} {look_up:>12.2} {megabytes:>11.1} {of_reading:>13.1}"
        );
    }
    large_story(&mut ledger, &stream, round)
}

/// Grows the largest story until it has [`LARGE`] articles, and looks it up.
fn large_story(ledger: &mut Ledger, stream: &Stream, mut round: usize) -> Result<(), Box<dyn Error>> {
    let story = ledger.view().story(&stream.article(0, 0))?.ok_or("the first story is gone")?;
    let articles: BTreeSet<String> = story.articles.iter().map(|article| article.id.to_string()).collect();
    let mut stretch = Stretch::default();
    let mut largest = story.id;
    while stretch.articles < MOST_FOR_LARGE {
        let mut entries = Vec::new();
        while entries.len() < LARGE / 4 {
            entries.extend(stream.retold(round, &articles)?);
            round += 1;
        }
        grow(ledger, entries, &mut stretch)?;
        let briefs = ledger.view().briefs()?;
        let brief = briefs.iter().max_by_key(|brief| brief.articles).ok_or("there are no stories")?;
        largest.clone_from(&brief.id);
        if brief.articles >= LARGE {
            break;
        }
    }
    let each = milliseconds(stretch.settling) / stretch.articles as f64;
    let mut times = Vec::new();
    let mut size = 0;
    for _ in 0..LOOKED_UP {
        let start = Instant::now();
        size = ledger.view().story(&largest)?.map_or(0, |story| story.articles.len());
        times.push(start.elapsed());
    }
    times.sort();
    let look_up = milliseconds(times[LOOKED_UP / 2]);
    println!("a story of {size} articles: settle {each:.2} ms an article, look up {look_up:.1} ms");
    Ok(())
}

/// The stream's entries, and how long the encoder took for one article.
fn read_stream() -> Result<(Vec<Entry>, Duration), Box<dyn Error>> {
    let lines = fs::read_to_string(STREAM).map_err(|error| format!("{STREAM}: {error}"))?;
    let model = Encoder::bundled();
    let start = Instant::now();
    let read = |(number, line): (u64, &str)| {
        read_entry(line.as_bytes(), number, &Known::default(), &model).map_err(|error| error.reason().to_owned())
    };
    let entries: Vec<Entry> = (1..).zip(lines.lines()).map(read).collect::<Result<_, _>>()?;
    let each = start.elapsed() / u32::try_from(entries.len().max(1))?;
    Ok((entries, each))
}

/// As a newsroom's ledger grows: some dozens of articles at a time, each lot settled before the next comes.
fn grow(ledger: &mut Ledger, entries: Vec<Entry>, stretch: &mut Stretch) -> Result<(), Box<dyn Error>> {
    stretch.articles += entries.len();
    let start = Instant::now();
    ledger.add(entries, Timestamp::now())?;
    stretch.adding += start.elapsed();
    let start = Instant::now();
    ledger.refresh(|_| ())?;
    stretch.settling += start.elapsed();
    Ok(())
}

/// The median time to look one story up, with the stories that have to do with it.
fn look_up(ledger: &Ledger, stream: &Stream, rounds: usize) -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::new();
    for place in 0..LOOKED_UP {
        let article = stream.article(place, place * rounds / LOOKED_UP);
        let start = Instant::now();
        ledger.view().story(&article)?.ok_or_else(|| format!("no story has {article}"))?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times[LOOKED_UP / 2])
}

/// The ledger's file with what is not yet folded into it.
fn megabytes(path: &Path) -> Result<f64, Box<dyn Error>> {
    let log = fs::metadata(path.with_extension("ledger-wal")).map_or(0, |file| file.len());
    Ok((fs::metadata(path)?.len() + log) as f64 / 1e6)
}

fn milliseconds(time: Duration) -> f64 {
    1000.0 * time.as_secs_f64()
}
