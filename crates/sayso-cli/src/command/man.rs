//! `sayso man`: the manual page, of the program or of one command.

use std::io::{self, Write};

use clap::{Args, CommandFactory};

use crate::arguments::Arguments;
use crate::failure::Failure;

/// Print the manual page, for 'man -l -'
#[derive(Debug, Args)]
pub struct Man {
    /// The command whose page to print; without it, the program's
    command: Option<String>,
}

impl Man {
    pub fn run(self) -> Result<(), Failure> {
        let mut page = Vec::new();
        clap_mangen::Man::new(self.command()?).render(&mut page)?;
        Ok(io::stdout().write_all(&page)?)
    }

    fn command(&self) -> Result<clap::Command, Failure> {
        let mut program = Arguments::command();
        program.build();
        let Some(name) = &self.command else {
            return Ok(program);
        };
        let found = program.find_subcommand(name).cloned();
        found.ok_or_else(|| Failure::usage(format!("there is no command '{name}'; 'sayso help' lists them")))
    }
}
