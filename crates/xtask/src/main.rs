//! Tests, measurements and tidiness of this repository.

mod advisories;
mod attack;
mod bless;
mod browser;
mod cases;
mod eval;
mod floors;
mod fuzz;
mod notices;
mod program;
mod python;
mod score;
mod sets;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Tests, measurements and tidiness of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Run the whole test suite: format, clippy, tests, documentation, tidy
    Test(test::TestOptions),
    /// Measure what the program prints against gold
    Eval(eval::EvalOptions),
    /// Record anew what is expected
    #[command(subcommand)]
    Bless(bless::What),
    /// Check the order of the repository: crate edges, file heads, lengths, links, lists
    Tidy,
    /// Fuzz every target
    Fuzz(fuzz::FuzzOptions),
    /// Attack the program: kill it, feed it damaged documents, send it to inner addresses, use it for an hour
    #[command(subcommand)]
    Attack(attack::Attack),
}

fn main() -> ExitCode {
    if std::env::var_os(fuzz::WRAPS).is_some() {
        return fuzz::compile();
    }
    let outcome = match Task::parse() {
        Task::Test(options) => test::test(&options),
        Task::Eval(options) => eval::eval(&options),
        Task::Bless(what) => bless::bless(&what),
        Task::Tidy => tidy::report(),
        Task::Fuzz(options) => fuzz::fuzz(&options),
        Task::Attack(what) => attack::attack(&what),
    };
    outcome.map_or_else(
        |error| {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}
