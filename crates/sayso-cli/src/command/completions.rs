//! `sayso completions`: what a shell needs to complete the commands.

use std::io::{self, Write};

use clap::{Args, Command};
use clap_complete::Shell;

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
    /// `program` is what is completed.
    pub fn run(self, mut program: Command) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, "sayso", &mut script);
        Ok(io::stdout().write_all(&script)?)
    }
}
