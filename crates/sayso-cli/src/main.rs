//! The program `sayso`: arguments in, exit status out.

mod arguments;
mod command;
mod failure;
mod fetch;
mod input;
mod lines;
mod progress;
mod records;
mod stream;
mod terminal;
mod view;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    failure::report_panics_in_one_line();
    match Arguments::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
