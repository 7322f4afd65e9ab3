//! Printing what a command found: for a person, or as JSON for a program.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use crate::failure::Failure;
use crate::records::{print_line, to_line};
use crate::terminal;
use crate::view::PageWidth;

/// For whom it is printed.
#[derive(Clone, Copy, Debug, Args)]
pub struct Shown {
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

impl Shown {
    /// Whether it is for a program.
    pub fn is_json(self) -> bool {
        self.json
    }

    /// Prints a value as one line of JSON, or its view.
    pub fn print(self, value: &impl Serialize, view: impl FnOnce(PageWidth) -> String) -> Result<(), Failure> {
        if self.json {
            return print_line(&to_line(value));
        }
        show(view)
    }
}

/// Prints a view for a person.
pub fn show(view: impl FnOnce(PageWidth) -> String) -> Result<(), Failure> {
    let page = PageWidth { width: terminal::width(), styled: terminal::is_styled() };
    let mut out = anstream::stdout().lock();
    write!(out, "{}", view(page))?;
    Ok(out.flush()?)
}
