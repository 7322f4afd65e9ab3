//! `sayso reread`: recorded articles read again, with the program and the model of today.

use std::num::NonZero;
use std::thread;

use clap::Args;
use jiff::Timestamp;
use sayso::ledger::store::{Capture, Sequence};
use sayso::ledger::{Entry, Ledger, View};
use sayso::reread::reread;
use sayso::wording::numbers::count;
use sayso::{Model, Record};
use sayso_io::pipeline;

use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, settle};
use crate::model_choice::ModelChoice;

/// Read recorded articles again, with this version of the program
///
/// Where a page was kept as it was fetched, the article is found anew in it; else its text is read again. The later reading
/// stands before the earlier one, which stays in the ledger; ids and people's decisions stay. Without a story or articles,
/// all are read again. It can be stopped at any time and run again.
#[derive(Debug, Args)]
pub struct Reread {
    /// Only the articles of this story
    #[arg(long, value_name = "STORY", conflicts_with = "articles")]
    story: Option<String>,

    /// Only this article; may be given several times
    #[arg(long = "article", value_name = "ID")]
    articles: Vec<String>,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    choice: ModelChoice,

    /// Threads that read; all cores unless given
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

/// What became of the articles.
#[derive(Default)]
struct RereadTally {
    same: usize,
    changed: usize,
    from_captures: usize,
    failed: usize,
}

/// An article on its way, and what it was read from.
type Recorded = (Entry, Option<Capture>);

/// An article that was read again, by its id as printed.
struct Again {
    id: String,
    is_from_capture: bool,
    record: Result<Record, String>,
}

impl Reread {
    pub fn run(self) -> Result<(), Failure> {
        let sequences = self.sequences()?;
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
        let model = self.choice.load(threads)?;
        let mut ledger = self.file.write()?;
        let before = ledger.view().unplaced_decisions().map_err(|error| Failure::ledger(&error))?;
        let reader = self.file.read()?;
        let items = sequences.into_iter().filter_map(move |sequence| {
            let entry = reader.entry(sequence).transpose()?;
            Some(
                entry
                    .and_then(|entry| Ok((entry, reader.capture_of(sequence)?)))
                    .map_err(|error| Failure::ledger(&error)),
            )
        });
        let weigh =
            |item: &Result<Recorded, Failure>| item.as_ref().map_or(0, |(entry, _)| entry.record.text.len() as u64);
        let work =
            move |item: Result<Recorded, Failure>| item.map(|(entry, capture)| again(&entry, capture.as_ref(), &model));
        let mut tally = RereadTally::default();
        let read = pipeline::ordered(items, threads, weigh, work, |again| tally.take(again?, &mut ledger));
        // However it ends, what was read again is put into its stories and told.
        let settled = settle(&mut ledger);
        eprintln!("{}", tally.told());
        read.and(settled)?;
        tell_unplaced(&ledger.view(), &before)?;
        match tally.failed {
            0 => Ok(()),
            failed => Err(Failure::unread(format!("{} could not be read again; told above", count(failed, "article")))),
        }
    }

    /// The documents to be read again, in order of adding.
    fn sequences(&self) -> Result<Vec<Sequence>, Failure> {
        let reader = self.file.read()?;
        let view = View::new(&reader);
        let named = match &self.story {
            Some(story) => {
                let found = view.story(story).map_err(|error| Failure::ledger(&error))?;
                let found = found.ok_or_else(|| {
                    Failure::unread(format!("there is no story '{story}'; 'sayso stories' lists them with their ids"))
                })?;
                found.articles.iter().map(|article| article.id.to_string()).collect()
            }
            None if self.articles.is_empty() => return reader.sequences().map_err(|error| Failure::ledger(&error)),
            None => self.articles.clone(),
        };
        let sequence = |id: &String| {
            let found = reader.sequence_of_printed(id).map_err(|error| Failure::ledger(&error))?;
            found.ok_or_else(|| {
                Failure::unread(format!(
                    "there is no article '{id}'; 'sayso export --format csv --kind articles' lists them"
                ))
            })
        };
        named.iter().map(sequence).collect()
    }
}

fn again(entry: &Entry, capture: Option<&Capture>, model: &dyn Model) -> Again {
    let record = reread(entry, capture, model).map_err(|error| error.to_string());
    Again { id: entry.record.id.to_string(), is_from_capture: capture.is_some(), record }
}

impl RereadTally {
    fn take(&mut self, again: Again, ledger: &mut Ledger) -> Result<(), Failure> {
        match again.record {
            Ok(record) => {
                self.from_captures += usize::from(again.is_from_capture);
                match ledger.read_again(record, Timestamp::now()).map_err(|error| Failure::ledger(&error))? {
                    true => self.changed += 1,
                    false => self.same += 1,
                }
            }
            Err(reason) => {
                Failure::unread(format!("{}: {reason}", again.id)).report();
                self.failed += 1;
            }
        }
        Ok(())
    }

    fn told(&self) -> String {
        let Self { same, changed, from_captures, .. } = self;
        format!(
            "{} read again: {changed} otherwise than before, {same} as before; {from_captures} from what was fetched",
            count(same + changed, "article")
        )
    }
}

/// Says which decisions no longer find what they are about.
fn tell_unplaced(view: &View<'_>, before: &[String]) -> Result<(), Failure> {
    let after = view.unplaced_decisions().map_err(|error| Failure::ledger(&error))?;
    let lost: Vec<&str> = after.iter().filter(|id| !before.contains(id)).map(String::as_str).collect();
    if !lost.is_empty() {
        eprintln!(
            "{} nothing any more, as what they were about is read otherwise now: {}; 'sayso export' has them",
            if lost.len() == 1 { "1 decision finds".to_owned() } else { format!("{} decisions find", lost.len()) },
            lost.join(", ")
        );
    }
    Ok(())
}
