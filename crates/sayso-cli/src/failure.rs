//! How the program fails: one plain line on the standard error, and an exit status.

use std::fmt;
use std::io::{self, Write};
use std::panic;
use std::process::ExitCode;

use sayso::ledger::store::StoreError;
use sayso::wording::advice;
use sayso_io::exports::ExportError;

use crate::terminal::harmless;

/// Why the program ends without having done all it was asked.
#[derive(Debug)]
pub enum Failure {
    /// Asked wrongly: status 2.
    Usage(String),
    /// Some documents could not be read: status 1.
    Unread(String),
    /// Whoever reads the output has stopped: no failure of ours, and nobody to tell.
    Closed,
}

impl Failure {
    /// Asked wrongly.
    pub fn usage(message: impl ToString) -> Self {
        Self::Usage(message.to_string())
    }

    /// Could not be read.
    pub fn unread(message: impl ToString) -> Self {
        Self::Unread(message.to_string())
    }

    /// The ledger failed.
    pub fn ledger(error: &StoreError) -> Self {
        Self::Unread(advice::of_ledger(error))
    }

    /// Tells the person and gives the exit status.
    pub fn report(self) -> ExitCode {
        let (message, status) = match self {
            Self::Usage(message) => (message, 2),
            Self::Unread(message) => (message, 1),
            Self::Closed => return ExitCode::SUCCESS,
        };
        tell(&message);
        ExitCode::from(status)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Unread(message) => f.write_str(message),
            Self::Closed => f.write_str("nobody reads the output"),
        }
    }
}

impl From<io::Error> for Failure {
    /// An error in writing; errors in reading are told with the name of what was read.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::unread(format!("the output cannot be written: {error}")),
        }
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Ledger(error) => Self::ledger(&error),
            ExportError::Write(error) => error.into(),
            ExportError::Table(error) => Self::unread(error),
            ExportError::Unknown(_) => Self::usage(error),
            ExportError::Damaged => Self::unread(error),
        }
    }
}

/// A panic is contained by the document in which it happens; what is left to say is where it was.
pub fn report_panics_in_one_line() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|location| format!(" at {location}")).unwrap_or_default();
        let reason = panic.payload_as_str().unwrap_or("no reason given");
        tell(&format!("a fault of the program's own{place}: {reason}"));
    }));
}

/// Writes one line to the standard error, if there is one.
pub fn tell(message: &str) {
    let line = message.lines().collect::<Vec<_>>().join(" ");
    let _ = writeln!(io::stderr(), "sayso: {}", harmless(&line));
}
