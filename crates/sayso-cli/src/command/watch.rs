//! `sayso watch`: feeds and news sitemaps, as long as it runs.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use sayso_watch::{Event, StateError, VisitIntervals, Watch as Watching, WatchStore};

use crate::failure::Failure;
use crate::fetch::PublicWeb;
use crate::input::Input;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::model_choice::ModelChoice;
use crate::output::Shown;
use crate::records::print_line;
use crate::terminal::harmless;
use crate::watching::{LedgerRecorder, Rounds, sources, watch};

/// Minutes between two visits of a feed, and the fewest.
const MINUTES: u16 = 15;
const FEWEST_MINUTES: i64 = 5;

/// Watch feeds and news sitemaps, and add their articles as they come
///
/// RSS, Atom and JSON Feed, news sitemaps, and lists of these (OPML, indexes of sitemaps, an address a line). Where a feed has
/// a teaser, the page is visited; articles are visited again after 1 hour, 6 hours, 1, 3 and 7 days, since some are changed
/// silently. Sites are asked by their rules: robots.txt, a pause between requests, and only for what has changed. What was
/// seen is kept beside the ledger, so that it can be stopped at any time and goes on where it was.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Watch {
    /// Addresses of feeds, sitemaps and lists, or files with such addresses. Without any, what was watched last
    #[arg(value_name = "FILE|URL")]
    inputs: Vec<Input>,

    #[command(flatten)]
    file: LedgerFile,

    /// Visit what is due, and end: for cron
    #[arg(long, conflicts_with = "status")]
    once: bool,

    /// Tell what is watched, what came of it, what failed and why
    #[arg(long, conflicts_with = "inputs")]
    status: bool,

    /// Minutes between two visits of a feed
    #[arg(long, value_name = "MINUTES", default_value_t = MINUTES, value_parser = clap::value_parser!(u16).range(FEWEST_MINUTES..))]
    every: u16,

    #[command(flatten)]
    choice: ModelChoice,

    /// Do not keep pages as their servers sent them
    #[arg(long)]
    no_capture: bool,

    #[command(flatten)]
    shown: Shown,
}

const EXAMPLES: &str = "\
Examples:
  sayso watch https://site.example/feed.xml    one feed, until it is stopped
  sayso watch --once feeds.opml                all feeds of a list, once
  sayso watch --once                           what was watched last, once: a line of crontab
  sayso watch --status                         how it goes";

impl Watch {
    pub fn run(self) -> Result<(), Failure> {
        let path = WatchStore::beside(self.file.path());
        if self.status {
            return self.tell_status(&path);
        }
        let given = sources(&self.inputs, Timestamp::now())?;
        if given.is_empty() && !path.exists() {
            return Err(Failure::usage("nothing is watched yet; give the address of a feed, or a file with addresses"));
        }
        let _alone = alone(&path)?;
        let mut recorder = LedgerRecorder::new(self.file.clone(), &self.choice, !self.no_capture)?;
        let pace = VisitIntervals { lists: SignedDuration::from_mins(self.every.into()), ..VisitIntervals::default() };
        let web = PublicWeb::default();
        let mut watching = Watching::new(WatchStore::open(&path).map_err(told)?, &web, &mut recorder, pace);
        if !given.is_empty() {
            watching.watch_only(&given, Timestamp::now()).map_err(told)?;
        }
        let rounds = if self.once { Rounds::One } else { Rounds::Endless };
        match watch(&mut watching, &self.file, rounds, |event| self.tell(event))? {
            0 => Ok(()),
            failures => Err(Failure::unread(format!(
                "{failures} visits failed, each is told above; 'sayso watch --status --ledger {}' tells what is tried again",
                self.file.path().display()
            ))),
        }
    }

    /// A line for each visit.
    fn tell(&self, event: &Event) -> Result<(), Failure> {
        if self.shown.is_json() {
            return print_line(&crate::records::to_line(event));
        }
        print_line(&harmless(&format!("{}: {}", event.url, event.what)))
    }

    fn tell_status(&self, path: &Path) -> Result<(), Failure> {
        if !path.exists() {
            return Err(Failure::unread(format!("nothing is watched for {}", self.file.path().display())));
        }
        let status = WatchStore::open(path).and_then(|state| state.status()).map_err(told)?;
        self.shown.print(&status, |page| ledger_view::watch(&status, page))
    }
}

fn told(error: StateError) -> Failure {
    Failure::unread(error)
}

/// Two programs that watch for one ledger would ask every site twice as often as it likes. The system gives the lock back when
/// the program ends, however it does.
fn alone(state: &Path) -> Result<File, Failure> {
    let mut name = state.as_os_str().to_owned();
    name.push(".lock");
    let path = PathBuf::from(name);
    let failed = |error: std::io::Error| Failure::unread(format!("{}: {error}", path.display()));
    let file = File::create(&path).map_err(failed)?;
    file.try_lock().map_err(|error| match error {
        std::fs::TryLockError::WouldBlock => Failure::unread("another 'sayso watch' watches for this ledger"),
        std::fs::TryLockError::Error(error) => failed(error),
    })?;
    Ok(file)
}
