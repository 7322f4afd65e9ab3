//! The ledger that a command works on.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser};
use sayso::ledger::ledger::{Progress, RefreshScope};
use sayso::ledger::store::{Pending, QueueNumber, Reader, StoreError};
use sayso::ledger::{Ledger, View};
use sayso::wording::advice;
use sayso::wording::numbers::count;
use sayso::wording::times;

use crate::failure::Failure;
use crate::progress;

/// How long another program that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The file.
#[derive(Clone, Debug, Args)]
pub struct LedgerFile {
    /// The ledger's file
    #[arg(long, value_name = "FILE", default_value = "sayso.ledger", env = "SAYSO_LEDGER", global = true,
        value_parser = ledger_name())]
    ledger: PathBuf,
}

impl LedgerFile {
    /// A file given by the program itself.
    pub fn at(path: &Path) -> Self {
        Self { ledger: path.to_owned() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.ledger
    }

    /// Opens it for writing, and makes it where there is none.
    pub fn write(&self) -> Result<Ledger, Failure> {
        Ledger::open(&self.ledger, PATIENCE).map_err(|error| Failure::ledger(&error))
    }

    /// Looks something up in it, as it stands at one moment: nothing is waited for. What is recorded and in no story yet is
    /// told.
    pub fn look<T>(&self, look: impl FnOnce(&View<'_>) -> Result<T, StoreError>) -> Result<T, Failure> {
        self.look_at(|reader| look(&View::new(reader)).map_err(|error| Failure::ledger(&error)))
    }

    fn look_at<T>(&self, look: impl FnOnce(&Reader) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut reader = self.read()?;
        let moment = reader.snapshot().map_err(|error| Failure::ledger(&error))?;
        if let Some(pending) = View::new(&moment).pending().map_err(|error| Failure::ledger(&error))? {
            eprintln!("{}; 'sayso refresh' derives them, where no other program does", told(&pending));
        }
        look(&moment)
    }

    /// Looks at the whole of it, for programs, which do not read what is told beside: what a program that was stopped left
    /// underived is derived first. What another program derives at this moment is not waited for.
    pub fn look_whole<T>(&self, look: impl FnOnce(&Reader) -> Result<T, Failure>) -> Result<T, Failure> {
        if self.read()?.pending().map_err(|error| Failure::ledger(&error))?.is_some() {
            // A file that cannot be written is looked at as it stands; what is not in the stories is told then.
            let derived = Ledger::open(&self.ledger, PATIENCE)
                .and_then(|mut ledger| ledger.refresh_share(RefreshScope::All, QueueNumber::NONE, None));
            derived.map_or_else(cannot_be_written, |_| Ok(())).map_err(|error| Failure::ledger(&error))?;
        }
        self.look_at(look)
    }

    /// Opens it for reading; one of an earlier format is brought to this program's first.
    pub fn read(&self) -> Result<Reader, Failure> {
        match Reader::open(&self.ledger, PATIENCE) {
            Err(StoreError::Past(_, format)) if format > 0 => self.brought_up(),
            Err(StoreError::Missing(path)) => Err(Failure::unread(format!(
                "{}: there is no ledger; 'sayso add' makes one, or give another with --ledger",
                path.display()
            ))),
            opened => opened.map_err(|error| Failure::ledger(&error)),
        }
    }

    /// From some formats all conclusions are derived again, which is not done in a moment.
    fn brought_up(&self) -> Result<Reader, Failure> {
        let mut ledger = self.write()?;
        eprintln!("{}: an earlier version of sayso wrote it; it is brought up to date, once.", self.ledger.display());
        settle(&mut ledger)?;
        Reader::open(&self.ledger, PATIENCE).map_err(|error| Failure::ledger(&error))
    }
}

/// The name of a ledger's file: any path but those that mean something else to the database, and so to whoever types them.
pub fn ledger_name() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match path.to_str() {
        Some(":memory:") => Err("a ledger is a file; for one of this name write './:memory:'".to_owned()),
        Some(name) if name.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("file:")) => {
            Err(format!("addresses of files are not taken; give the path, or './{name}' for a file of this name"))
        }
        _ => Ok(path),
    })
}

/// Whether nothing was wrong but that the file cannot be written now, or a story cannot be derived, which is told.
fn cannot_be_written(error: StoreError) -> Result<(), StoreError> {
    match error {
        StoreError::ReadOnly(_) | StoreError::Denied(_) | StoreError::Full(_) | StoreError::Busy(..) => Ok(()),
        // It holds one story up, which stays as it was derived last; the others are looked at all the same.
        ambiguous @ StoreError::AmbiguousMention(_) => {
            eprintln!("a story could not be derived: {}", advice::of_ledger(&ambiguous));
            Ok(())
        }
        other => Err(other),
    }
}

/// What is not in the stories yet.
fn told(pending: &Pending) -> String {
    let Pending { articles, decisions, since } = pending;
    let counted = [(*articles, "article"), (*decisions, "decision")].into_iter().filter(|(number, _)| *number > 0);
    let counted: Vec<String> = counted.map(|(number, what)| count(number, what)).collect();
    let since = since.map(|since| format!(" since {}", times::moment(Some(&since.to_string())))).unwrap_or_default();
    match counted.is_empty() {
        true => "some stories are not derived again yet".to_owned(),
        false => format!("not in the stories yet: {}{since}", counted.join(" and ")),
    }
}

/// Takes in what was added, with a bar of what is done and left.
pub fn settle(ledger: &mut Ledger) -> Result<(), Failure> {
    let bar = progress::steps("putting into stories");
    let told = |Progress { done, all }: Progress| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let settled = ledger.refresh(told).map_err(|error| Failure::ledger(&error));
    bar.finish_and_clear();
    settled
}
