//! `sayso completions`: what a shell needs to complete the commands.

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::failure::Failure;

/// Print the completions for a shell
///
/// For bash: sayso completions bash > ~/.local/share/bash-completion/completions/sayso
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub fn run(self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "sayso", &mut script);
        Ok(io::stdout().write_all(&script)?)
    }
}
