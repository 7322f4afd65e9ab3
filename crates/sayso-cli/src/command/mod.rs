//! The commands, a file each.

mod account;
pub mod add;
mod backup;
mod brief;
mod claim;
mod completions;
mod decide;
mod demo;
mod diff;
mod export;
mod man;
mod mcp;
mod read;
mod refresh;
mod remove;
mod reread;
mod search;
mod serve;
mod stories;
mod story;
mod watch;
mod who;

use clap::Subcommand;

use crate::failure::Failure;

/// One of the commands with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    Read(read::Read),
    Add(add::Add),
    Stories(stories::Stories),
    Story(story::Story),
    Brief(brief::Brief),
    Claims(story::Claims),
    Claim(claim::Claim),
    Who(who::Who),
    Figures(story::Figures),
    Disputes(story::Disputes),
    Diff(diff::Diff),
    Search(search::SearchArguments),
    Decide(decide::Decide),
    Refresh(refresh::Refresh),
    Remove(remove::Remove),
    Reread(reread::Reread),
    Export(export::Export),
    Serve(serve::Serve),
    Account(account::Account),
    Watch(watch::Watch),
    Mcp(mcp::Mcp),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Demo(demo::Demo),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does what is asked. `program` tells of the program as a whole, for what describes it.
    pub fn run(self, program: fn() -> clap::Command) -> Result<(), Failure> {
        match self {
            Self::Read(read) => read.run(),
            Self::Add(add) => add.run(),
            Self::Stories(stories) => stories.run(),
            Self::Story(story) => story.run(),
            Self::Brief(brief) => brief.run(),
            Self::Claims(claims) => claims.run(),
            Self::Claim(claim) => claim.run(),
            Self::Who(who) => who.run(),
            Self::Figures(figures) => figures.run(),
            Self::Disputes(disputes) => disputes.run(),
            Self::Diff(diff) => diff.run(),
            Self::Search(search) => search.run(),
            Self::Decide(decide) => decide.run(),
            Self::Refresh(refresh) => refresh.run(),
            Self::Remove(remove) => remove.run(),
            Self::Reread(reread) => reread.run(),
            Self::Export(export) => export.run(),
            Self::Serve(serve) => serve.run(),
            Self::Account(account) => account.run(),
            Self::Watch(watch) => watch.run(),
            Self::Mcp(mcp) => mcp.run(),
            Self::Backup(backup) => backup.run(),
            Self::Restore(restore) => restore.run(),
            Self::Demo(demo) => demo.run(),
            Self::Completions(completions) => completions.run(program()),
            Self::Man(man) => man.run(program()),
        }
    }
}
