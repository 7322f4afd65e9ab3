//! How far a long stream has been read, shown on the standard error where a person sees it.

use std::io::{self, BufRead, BufReader, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar where the length is known, else a count of bytes; nothing where the records go to the same terminal.
pub fn bar(length: Option<u64>) -> ProgressBar {
    if io::stdout().is_terminal() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match length {
        Some(length) => (ProgressBar::new(length), "{bar:32} {binary_bytes} of {binary_total_bytes}, {eta} left"),
        None => (ProgressBar::no_length(), "{spinner} {binary_bytes} read, {binary_bytes_per_sec}"),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The stream, moving the bar as it is read.
pub fn watched(stream: Box<dyn BufRead + Send>, bar: &ProgressBar) -> Box<dyn BufRead + Send> {
    match bar.is_hidden() {
        true => stream,
        false => Box::new(BufReader::new(bar.wrap_read(stream))),
    }
}

/// A bar of steps of which the number is told later; nothing where nobody sees it.
pub fn steps(what: &'static str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = format!("{{bar:32}} {what}: {{pos}} of {{len}}, {{eta}} left");
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(1).with_style(style)
}
