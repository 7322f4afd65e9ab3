//! `sayso man`: the manual page, of the program or of one command.

use std::io::{self, Write};

use clap::{Args, Command};

use crate::failure::Failure;

/// Print the manual page, for 'man -l -'
#[derive(Debug, Args)]
pub struct Man {
    /// The command whose page to print; without it, the program's
    command: Option<String>,
}

impl Man {
    /// `program` is what the pages are of.
    pub fn run(self, program: Command) -> Result<(), Failure> {
        let mut page = Vec::new();
        clap_mangen::Man::new(self.command(program)?).render(&mut page)?;
        Ok(io::stdout().write_all(&page)?)
    }

    fn command(&self, mut program: Command) -> Result<Command, Failure> {
        program.build();
        let Some(name) = &self.command else {
            return Ok(program);
        };
        let found = program.find_subcommand(name).cloned();
        found.ok_or_else(|| Failure::usage(format!("there is no command '{name}'; 'sayso help' lists them")))
    }
}
