//! How fast the parts of a reading are, in one run: `cargo run --release -p sayso-bench [DOCUMENTS.jsonl [MODEL…]]`.
//!
//! Ratios within one run are worth more than its times: machines differ, and so do their neighbours.

use std::env;
use std::error::Error;
use std::fs;
use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use sayso::{Calibration, Encoder, Known, Links, Model, ModelFolder, ModelIdentity, Scan, Span, Text, document, read};

/// Thirty news articles that ship.
const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../eval/wikinews/wikinews-open.jsonl");

fn main() -> Result<(), Box<dyn Error>> {
    let mut asked = env::args().skip(1);
    let path = asked.next().unwrap_or_else(|| DOCUMENTS.to_owned());
    let names: Vec<String> = asked.collect();
    let lines = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let texts: Vec<String> = lines.lines().filter_map(text_of).collect();
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    println!("{} documents, {words} words; words a second of one processor", texts.len());
    let [pages, marks] = around_a_model(&texts);
    println!("page and furniture: {:.0}", words as f64 / pages.as_secs_f64());
    println!("dates and figures: {:.0}", words as f64 / marks.as_secs_f64());
    let names = if names.is_empty() { vec!["standard".to_owned()] } else { names };
    names.iter().try_for_each(|name| measure(name, &texts, words))
}

/// How fast a model reads, and what its two parts take of it.
fn measure(name: &str, texts: &[String], words: usize) -> Result<(), Box<dyn Error>> {
    let model = Parts::new(Encoder::new(&ModelFolder::find(name)?, NonZero::<usize>::MIN)?);
    let mut readings = Duration::ZERO;
    for string in texts {
        for document in document::documents(string.as_bytes(), None, &Known::default())?.documents {
            readings += timed(|| read(document.article, &model)).1;
        }
    }
    let percent = |part: &Mutex<Duration>| {
        let part = part.lock().expect("nobody panics");
        100.0 * part.as_secs_f64() / readings.as_secs_f64()
    };
    let [speed, scans, links] = [words as f64 / readings.as_secs_f64(), percent(&model.scans), percent(&model.links)];
    println!("{name}: {speed:.0}; encoder {scans:.0} %, links {links:.0} % for {:?} cues", model.cues);
    Ok(())
}

/// How long what is no model's takes: pages, and dates with figures.
fn around_a_model(texts: &[String]) -> [Duration; 2] {
    let mut taken = [Duration::ZERO; 2];
    for string in texts {
        let text: Text = Text::new(string.as_str());
        taken[0] += timed(|| document::documents(string.as_bytes(), None, &Known::default())).1;
        taken[1] += timed(|| marked(&text)).1;
    }
    taken
}

/// A model, and how long its two parts took.
struct Parts {
    model: Encoder,
    scans: Mutex<Duration>,
    links: Mutex<Duration>,
    cues: AtomicUsize,
}

impl Parts {
    fn new(model: Encoder) -> Self {
        Self { model, scans: Mutex::default(), links: Mutex::default(), cues: AtomicUsize::default() }
    }
}

impl Model for Parts {
    fn identity(&self) -> Option<&ModelIdentity> {
        self.model.identity()
    }

    fn calibration(&self) -> &Calibration {
        self.model.calibration()
    }

    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        let (scan, taken) = timed(|| self.model.scan(text, visible));
        *self.scans.lock().expect("nobody panics") += taken;
        scan
    }

    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
        self.cues.fetch_add(cues.len(), Ordering::Relaxed);
        let (links, taken) = timed(|| self.model.link(scan, cues));
        *self.links.lock().expect("nobody panics") += taken;
        links
    }
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
    let start = processor();
    (work(), processor() - start)
}

/// The time that the program's threads have had of a processor, where the system tells; else the clock's.
fn processor() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let told = threads.filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok());
    let times: Vec<u64> = told.filter_map(|told| told.split(' ').next()?.parse().ok()).collect();
    if times.is_empty() { START.elapsed() } else { Duration::from_nanos(times.iter().sum()) }
}
