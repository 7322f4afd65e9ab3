//! What was found goes into the ledger in the way of `sayso add`.

use std::num::NonZero;
use std::thread;

use jiff::Timestamp;
use sayso::ledger::Ledger;
use sayso::ledger::store::Fetched;
use sayso::{Document, Encoder, Id, Known, Model, document};
use sayso_io::{AddTally, FoundDocuments, Report, add_found};
use sayso_watch::{FoundArticle, FoundPage, Recorded, Recorder};

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

    fn add(&self, found: FoundArticle) -> Result<Recorded, Failure> {
        let mut ledger = self.file.write()?;
        let known = self.file.read()?;
        let (name, found) = match found {
            FoundArticle::Page(page) => match documents(&page) {
                Ok(documents) => (page.url.clone(), self.page(*page, documents)),
                Err(why) => return Ok(Recorded { failed: Some(why), ..Recorded::default() }),
            },
            FoundArticle::Entry { id, article, seen } => {
                let name = article.metadata.url.clone().unwrap_or_default();
                let id = id.map(Id::from).filter(|id| is_free(&ledger, id, article.text.as_str()));
                let (documents, seen) = (vec![Document::new(id, *article)], Some(seen.to_string()));
                (name, FoundDocuments { documents, seen, fetched: None })
            }
        };
        let (mut tally, mut failed) = (AddTally::default(), None);
        let report = &mut |report: Report| match report {
            Report::Unread(why) => failed = Some(why),
            Report::Refused(error) => failed = Some(Failure::ledger(&error).to_string()),
            Report::Note(_) => {}
        };
        let reading = (&self.model as &dyn Model, &known);
        add_found(&mut ledger, (found, &name), reading, Timestamp::now, &mut tally, report)
            .map_err(|error| Failure::ledger(&error))?;
        Ok(Recorded { added: tally.recorded, known: tally.known, failed })
    }

    fn page(&self, page: FoundPage, documents: Vec<Document>) -> FoundDocuments {
        let FoundPage { asked, url, at, status, headers, charset, bytes, defaults } = page;
        let documents = documents.into_iter().map(|document| document.or_else_known(&defaults)).collect();
        let (seen, asked, url) = (Some(at.to_string()), Some(asked), Some(url));
        let fetched = Fetched { asked, url, at: seen.clone(), status: Some(status), headers, charset };
        FoundDocuments { documents, seen, fetched: self.keep.then_some((fetched, bytes)) }
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
    fn record(&mut self, found: FoundArticle) -> Result<Recorded, String> {
        self.add(found).map_err(|failure| failure.to_string())
    }
}

/// Puts what was recorded into stories.
pub fn derive(file: &LedgerFile) -> Result<(), Failure> {
    settle(&mut file.write()?)
}
