//! What agents add, fetched and read as the desk does it, within its limits.

use sayso_mcp::{AddedDocuments, Adder, ToAdd};
use sayso_web::{Intake, IntakeItem};

use crate::failure::Failure;
use crate::intake::ReadingQueue;
use crate::ledger_file::LedgerFile;

/// Adds to a ledger, and puts what it added into stories at once: nobody else may be there to do it.
pub struct AgentIntake {
    queue: ReadingQueue,
    file: LedgerFile,
}

impl AgentIntake {
    /// Into a ledger.
    pub fn new(queue: ReadingQueue, file: LedgerFile) -> Self {
        Self { queue, file }
    }

    fn derive(&self) -> Result<(), Failure> {
        self.file.write()?.refresh(|_| ()).map_err(|error| Failure::ledger(&error))
    }
}

impl Adder for AgentIntake {
    fn add(&self, what: ToAdd) -> AddedDocuments {
        let given = match what {
            ToAdd::Link(link) => IntakeItem::Link(link),
            ToAdd::Line(line) => IntakeItem::File { name: "text.jsonl".to_owned(), bytes: line.into_bytes() },
        };
        let taken = self.queue.take(vec![given]);
        let (added, known, mut failed) = (taken.added, taken.known, taken.failed);
        if added > 0 {
            failed.extend(self.derive().err().map(|failure| failure.to_string()));
        }
        AddedDocuments { added, known, failed }
    }
}
