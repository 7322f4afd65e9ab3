//! The day: everything that should be in the ledger is there, once, and nothing else happened.

use std::net::TcpListener;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use sayso::ledger::View;
use sayso_watch::{Event, Status, VisitIntervals, Watch, WatchStep, WatchStore};

use super::server::Server;
use super::world::{answer, morning, set};
use crate::fetch::PublicWeb;
use crate::ledger_file::LedgerFile;
use crate::model_choice::ModelChoice;
use crate::watching::LedgerRecorder;

/// Steps of a day at most: more is a circle.
const MOST_STEPS: usize = 5_000;

/// Plays a day, or the part of it until `stop` says so; gives what was told, and when.
fn play(
    ledger: &Path,
    web: &PublicWeb,
    from: Timestamp,
    mut stop: impl FnMut(usize) -> bool,
) -> (Vec<Event>, Timestamp) {
    let file = LedgerFile::at(ledger);
    let mut recorder = LedgerRecorder::new(file, &ModelChoice::default(), true).unwrap();
    let state = WatchStore::open(&WatchStore::beside(ledger)).unwrap();
    let mut watch = Watch::new(state, web, &mut recorder, VisitIntervals::default());
    watch.watch_only(&["http://lists.example/all.opml".parse().unwrap()], from).unwrap();
    let (mut now, mut told) = (from, Vec::new());
    let evening = morning() + SignedDuration::from_hours(24);
    for step in 0..MOST_STEPS {
        set(now);
        match watch.step(now).unwrap() {
            WatchStep::Did(event) => told.push(event),
            WatchStep::Pause(until) | WatchStep::Idle(Some(until)) if until <= evening => now = until,
            _ => return (told, now),
        }
        if stop(step) {
            return (told, now);
        }
    }
    panic!("the day does not end");
}

fn status(ledger: &Path) -> Status {
    WatchStore::open(&WatchStore::beside(ledger)).unwrap().status().unwrap()
}

/// The addresses and first words of all texts in a ledger.
fn texts(ledger: &Path) -> Vec<String> {
    let reader = LedgerFile::at(ledger).read().unwrap();
    let view = View::new(&reader);
    let mut texts: Vec<String> = Vec::new();
    for url in ADDRESSES {
        for entry in view.documents_at(url).unwrap() {
            let number = entry.record.text.split(' ').find(|word| word.chars().all(|letter| letter.is_ascii_digit()));
            texts.push(format!("{url} {}", number.unwrap_or_default()));
        }
    }
    assert_eq!(view.count().unwrap(), texts.len(), "nothing is there beside them");
    texts
}

const ADDRESSES: [&str; 8] = [
    "http://good.example/one",
    "http://good.example/two",
    "http://whole.example/1",
    "http://www.weak.example/late",
    "http://busy.example/article",
    "http://slow.example/a",
    "http://slow.example/b",
    "http://json.example/j",
];

/// All that should be there: each article once, and once more where it was changed.
const EXPECTED: [&str; 10] = [
    "http://good.example/one 7",
    "http://good.example/two 30",
    "http://good.example/two 31",
    "http://whole.example/1 9",
    "http://whole.example/1 12",
    "http://www.weak.example/late 5",
    "http://busy.example/article 3",
    "http://slow.example/a 11",
    "http://slow.example/b 12",
    "http://json.example/j 2",
];

#[test]
fn a_day_brings_what_it_should_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("day.ledger");
    let inside = TcpListener::bind("127.0.0.1:0").unwrap();
    inside.set_nonblocking(true).unwrap();
    let within = format!("http://{}/secret", inside.local_addr().unwrap());
    let server = Server::start(move |asked| answer(asked, &within));
    let web = PublicWeb::of_tests(server.address);

    // Stopped in the morning, as by kill -9: nothing is said to the state, and another goes on from what it holds.
    let (_, now) = play(&ledger, &web, morning(), |step| step == 40);
    let (told, _) = play(&ledger, &web, now, |_| false);

    assert_eq!(texts(&ledger), EXPECTED);
    assert!(inside.accept().is_err(), "nobody has connected to this machine");
    let failed = |url: &str| {
        let failed = status(&ledger).failed.into_iter().find(|page| page.url.contains(url));
        failed.unwrap_or_else(|| panic!("{url}: {told:?}")).error
    };
    assert!(failed("bad.example/inside").contains("this machine"));
    assert!(failed("bad.example/cloud").contains("link-local"));
    assert!(failed("169.254.169.254").contains("link-local"));
    assert!(failed("127.0.0.1").contains("this machine"));
    assert!(failed("bad.example/round").contains("without end"));
    assert!(failed("bad.example/huge").contains("longer than"));
    assert!(failed("bad.example/bomb").contains("longer than"));
    assert!(failed("bad.example/drip").contains("in time") || failed("bad.example/drip").contains("broke off"));
    assert!(failed("bad.example/gone").contains("404"));
    assert!(failed("bad.example/picture").contains("PNG"));
    assert!(failed("forbidden.example/article").contains("robots.txt forbids"));

    assert_eq!(server.times("forbidden.example/article"), 0);
    assert_eq!(server.times("down.example/feed"), 0, "a site whose rules cannot be had is not visited");
    assert_eq!(server.times("slow.example/old"), 0);
    assert!(server.times("bad.example/huge") <= 1 && server.times("bad.example/bomb") <= 1);
    let tags = server.asked().into_iter().filter(|asked| asked.address == "good.example/feed" && asked.etag.is_some());
    assert!(tags.count() > 50, "the feed is asked for what has changed alone");
    let robots = server.asked().iter().filter(|asked| asked.address == "good.example/robots.txt").count();
    assert!((1..=2).contains(&robots));
    assert!(server.times("good.example/one?utm_source=rss") >= 3, "articles are visited again");
    assert!(server.times("weak.example/feed") > 3, "what failed is tried again");

    let lists = status(&ledger).lists;
    let error = |url: &str| lists.iter().find(|list| list.url.contains(url)).unwrap().error.clone();
    assert!(error("broken.example").is_some() && error("down.example").unwrap().contains("robots.txt cannot be had"));
    assert_eq!(error("good.example"), None);
    assert_eq!(lists.len(), 12, "{lists:?}");
}
