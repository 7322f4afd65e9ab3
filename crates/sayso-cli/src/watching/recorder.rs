//! What was found goes into the ledger in the way of `sayso add`.

use std::num::NonZero;
use std::thread;

use sayso::ledger::Ledger;
use sayso::ledger::store::{Fetched, Reader};
use sayso::{Document, Encoder, Id, Known, document};
use sayso_watch::{Found, FoundPage, Recorded, Recorder};

use crate::command::add::{AddTally, add_read};
use crate::entries::Opened;
use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, settle};
use crate::model_choice::ModelChoice;

/// Records in a ledger, which is made when there is something to record.
pub struct LedgerRecorder {
    file: LedgerFile,
    model: Encoder,
    keep: bool,
}

impl LedgerRecorder {
    /// Into a ledger, read by a model; `keep` says whether pages are kept as they came.
    pub fn new(file: LedgerFile, choice: &ModelChoice, keep: bool) -> Result<Self, Failure> {
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Ok(Self { file, model: choice.load(threads)?, keep })
    }

    fn add(&self, found: Found) -> Result<Recorded, Failure> {
        let mut ledger = self.file.write()?;
        let known = self.file.read()?;
        let (name, opened) = match found {
            Found::Page(page) => match documents(&page) {
                Ok(documents) => (page.url.clone(), self.page(page, documents, &known)?),
                Err(why) => return Ok(Recorded { failed: Some(why), ..Recorded::default() }),
            },
            Found::Entry { id, article, seen } => {
                let name = article.metadata.url.clone().unwrap_or_default();
                let id = id.map(Id::from).filter(|id| is_free(&ledger, id, article.text.as_str()));
                let mut opened = Opened::new(vec![Document::new(id, *article)], &Known::default(), &known)?;
                opened.seen = Some(seen.to_string());
                (name, opened)
            }
        };
        let (mut tally, mut failed) = (AddTally::default(), None);
        let report = &mut |failure: Failure| failed = Some(failure.to_string());
        add_read(&mut ledger, opened.read(&self.model), &name, &mut tally, report)?;
        Ok(Recorded { added: tally.recorded, known: tally.known, failed })
    }

    fn page(&self, page: FoundPage, documents: Vec<Document>, known: &Reader) -> Result<Opened, Failure> {
        let mut opened = Opened::new(documents, &page.defaults, known)?;
        opened.seen = Some(page.at.to_string());
        let FoundPage { asked, url, at, status, headers, charset, bytes, .. } = page;
        let fetched = Fetched {
            asked: Some(asked),
            url: Some(url),
            at: Some(at.to_string()),
            status: Some(status),
            headers,
            charset,
        };
        opened.fetched = self.keep.then_some((fetched, bytes));
        Ok(opened)
    }
}

fn documents(page: &FoundPage) -> Result<Vec<Document>, String> {
    let from = Known { url: Some(page.url.clone()), ..Known::default() };
    let found = document::documents(&page.bytes, page.charset.as_deref(), &from).map_err(|error| error.to_string())?;
    Ok(found.documents)
}

/// Whether no other text has this id. One that a feed changed is another text: its id is made of its words then.
fn is_free(ledger: &Ledger, id: &Id, text: &str) -> bool {
    let there = ledger.view().document(&id.to_string());
    there.is_ok_and(|there| there.is_none_or(|entry| entry.record.text == text))
}

impl Recorder for LedgerRecorder {
    fn record(&mut self, found: Found) -> Result<Recorded, String> {
        self.add(found).map_err(|failure| failure.to_string())
    }
}

/// Puts what was recorded into stories.
pub fn draw(file: &LedgerFile) -> Result<(), Failure> {
    settle(&mut file.write()?)
}
