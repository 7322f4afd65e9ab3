//! The program `sayso`: arguments in, exit status out.

mod agent;
mod arguments;
mod command;
mod failure;
mod fetch;
mod input;
mod intake;
mod ledger_file;
mod ledger_view;
mod model_choice;
mod output;
mod progress;
mod records;
mod terminal;
mod view;
mod watching;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::Arguments;

fn main() -> ExitCode {
    failure::report_panics_in_one_line();
    match Arguments::parse().command.run(Arguments::command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
