//! A stream of lines in, a stream of records out: one for each line that is not blank, in the order of the lines.

use std::io::{self, Write};
use std::num::NonZero;

use sayso::line::{LineError, read_line};
use sayso::{Known, Model};
use serde::Serialize;

use crate::failure::Failure;
use crate::lines::{InputLine, Lines, is_blank, without_mark};
use crate::stream;

/// What is printed for a line.
enum Printed {
    /// A blank line is passed over.
    Nothing,
    /// Its record.
    Record(String),
    /// Why it cannot be read.
    Error(String),
}

/// Prints the records of `lines`; gives how many lines could not be read.
pub fn print_records(
    lines: Lines,
    threads: NonZero<usize>,
    defaults: Known,
    model: Box<dyn Model>,
    unreadable: impl Fn(&io::Error) -> Failure,
) -> Result<u64, Failure> {
    let read =
        move |line: io::Result<(u64, InputLine)>| line.map(|(number, line)| answer(number, &line, &defaults, &*model));
    let weigh = |line: &io::Result<(u64, InputLine)>| line.as_ref().map_or(0, |(_, line)| line.weight());
    let mut unread = 0;
    stream::ordered(lines, threads, weigh, read, |answer| match answer.map_err(|error| unreadable(&error))? {
        Printed::Nothing => Ok(()),
        Printed::Record(record) => print_line(&record),
        Printed::Error(error) => {
            unread += 1;
            print_line(&error)
        }
    })?;
    Ok(unread)
}

/// A value as one line of JSON.
pub fn to_line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have string keys and finite numbers")
}

/// Prints one line, at once: whoever reads a stream may be waiting for it.
pub fn print_line(line: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn answer(number: u64, line: &InputLine, defaults: &Known, model: &dyn Model) -> Printed {
    let result = match line {
        InputLine::Whole(line) if is_blank(line) => return Printed::Nothing,
        InputLine::Whole(line) => read_line(without_mark(line), number, defaults, model),
        InputLine::Refused(reason) => Err(LineError::new(number, reason)),
    };
    match result {
        Ok(record) => Printed::Record(to_line(&record)),
        Err(error) => Printed::Error(to_line(&error)),
    }
}
