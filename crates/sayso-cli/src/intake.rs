//! What people give at the desk, fetched and read as `sayso add` does it: one at a time, within limits.

use std::fs;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use sayso::ledger::store::TemporaryFolder;
use sayso::{Known, without_secrets};
use sayso_io::AddTally;
use sayso_io::input::InputOptions;
use sayso_web::{Intake, IntakeItem, IntakeOutcome};

use crate::command::add::{How, add_inputs};
use crate::failure::Failure;
use crate::input::Input;
use crate::ledger_file::LedgerFile;
use crate::model_choice::ModelChoice;

/// How much of what is given at once is read, unpacked: a form has 64 MiB at most, and what is packed unfolds.
const MOST_UNPACKED: u64 = 1 << 30;

/// How many may wait while another's is read. Their files wait on the disk.
const MOST_WAITING: usize = 8;

/// Reads what is given, one person's at a time.
pub struct ReadingQueue {
    file: LedgerFile,
    choice: ModelChoice,
    here: AtomicUsize,
    turn: Mutex<()>,
}

/// What is given, its bytes on the disk.
struct Received {
    /// What the person knows it by.
    name: String,
    input: Input,
    _folder: Option<TemporaryFolder>,
}

/// A place among those who wait or are read; given back whatever happens.
struct QueueSlot<'r>(&'r ReadingQueue);

impl Drop for QueueSlot<'_> {
    fn drop(&mut self) {
        self.0.here.fetch_sub(1, Ordering::Relaxed);
    }
}

impl ReadingQueue {
    /// Into a ledger. What an earlier desk that was killed left of people's files is cleared.
    pub fn new(file: LedgerFile, choice: ModelChoice) -> Self {
        TemporaryFolder::clear(&std::env::temp_dir());
        Self { file, choice, here: AtomicUsize::new(0), turn: Mutex::new(()) }
    }

    fn enter(&self) -> Option<QueueSlot<'_>> {
        let before = self.here.fetch_add(1, Ordering::Relaxed);
        let place = QueueSlot(self);
        (before <= MOST_WAITING).then_some(place)
    }

    fn take_one(&self, kept: &Received, taken: &mut IntakeOutcome) -> Result<(), Failure> {
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let mut ledger = self.file.write()?;
        let mut failed = Vec::new();
        let report = &mut |failure: Failure| failed.push(failure.to_string());
        let how = How {
            defaults: &Known::default(),
            threads,
            most: Some(MOST_UNPACKED),
            choice: &self.choice,
            keep: true,
            options: InputOptions::default(),
        };
        let mut tally = AddTally::default();
        let added = add_inputs(&mut ledger, &self.file, vec![kept.input.clone()], how, &mut tally, report);
        taken.failed.extend(failed.iter().map(|reason| kept.told(reason)));
        kept.count(&tally, taken);
        added.map_err(|failure| Failure::unread(kept.told(&failure.to_string())))
    }
}

impl Intake for ReadingQueue {
    fn take(&self, given: Vec<IntakeItem>) -> IntakeOutcome {
        let mut taken = IntakeOutcome::default();
        let Some(_place) = self.enter() else {
            taken.failed.push("Others are adding documents; try again in a minute.".to_owned());
            return taken;
        };
        let kept: Vec<Result<Received, Failure>> = given.into_iter().map(Received::new).collect();
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        for kept in kept {
            if let Err(failure) = kept.and_then(|kept| self.take_one(&kept, &mut taken)) {
                taken.failed.push(failure.to_string());
            }
        }
        taken
    }
}

impl Received {
    fn new(given: IntakeItem) -> Result<Self, Failure> {
        match given {
            IntakeItem::Link(link) => {
                let name = without_secrets(&link);
                Ok(Self { input: url(&link, &name)?, name, _folder: None })
            }
            IntakeItem::File { name, bytes } => {
                let folder = TemporaryFolder::new()?;
                let path = folder.file(&format!("given.{}", ending(&name)));
                fs::write(&path, bytes)?;
                Ok(Self { name, input: Input::File(path), _folder: Some(folder) })
            }
        }
    }

    fn count(&self, tally: &AddTally, taken: &mut IntakeOutcome) {
        taken.added += tally.recorded;
        taken.known += tally.known;
        taken.failed.extend(tally.passed.told().map(|passed| format!("{}: passed over {passed}", self.name)));
    }

    /// With the name that the person knows it by.
    fn told(&self, reason: &str) -> String {
        reason.replace(&self.input.to_string(), &self.name)
    }
}

/// A person at the desk gives no paths of this machine.
fn url(link: &str, shown: &str) -> Result<Input, Failure> {
    match link.parse::<Input>() {
        Ok(input @ Input::Url(_)) => Ok(input),
        _ => Err(Failure::unread(format!("{shown}: this is no address of http or https"))),
    }
}

/// What a stream is told by.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    ending.chars().filter(char::is_ascii_alphanumeric).take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_wait_and_the_next_is_told_to_come_again() {
        let reading = ReadingQueue::new(LedgerFile::at("none.ledger".as_ref()), ModelChoice::default());
        let places: Vec<_> = (0..=MOST_WAITING).map(|_| reading.enter().unwrap()).collect();
        let taken = reading.take(vec![IntakeItem::Link("https://a.example/".to_owned())]);
        assert!(taken.failed[0].contains("try again"), "{taken:?}");
        drop(places);
        assert!(reading.enter().is_some());
    }

    #[test]
    fn a_link_is_told_without_its_password() {
        let reading = ReadingQueue::new(LedgerFile::at("none.ledger".as_ref()), ModelChoice::default());
        let taken = reading.take(vec![IntakeItem::Link("ftp://ann:secret@a.example/".to_owned())]);
        assert_eq!(taken.failed, ["ftp://a.example/: this is no address of http or https"]);
    }
}
