//! `sayso demo`: a developing story that is part of the program.

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use sayso::Known;
use sayso::brief::{MOST_ARTICLES, brief};
use sayso::ledger::store::TemporaryFolder;
use sayso_io::AddTally;
use sayso_io::input::InputOptions;

use super::add::{How, add_inputs};
use super::serve::Serve;
use crate::failure::Failure;
use crate::input::Input;
use crate::ledger_file::{LedgerFile, ledger_name, settle};
use crate::ledger_view;
use crate::model_choice::ModelChoice;
use crate::output::show;

/// Eleven outlets, seven days, 38 articles and versions. Every name in it is invented.
const STREAM: &str = include_str!("../../../../demo/stories/stream.jsonl");

/// The article that opens the story that is shown.
const SHOWN: &str = "d001";

/// Load a developing story into a ledger, show it, and open the desk
///
/// Every country, person, outlet and event in it is invented. The ledger stays: look further with 'sayso stories',
/// 'sayso claim' and the other commands.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where the ledger is kept
    #[arg(long, value_name = "FILE", default_value = "demo.ledger", value_parser = ledger_name())]
    ledger: PathBuf,

    /// Open the desk even where nobody sees the terminal
    #[arg(long)]
    desk: bool,
}

impl Demo {
    pub fn run(self) -> Result<(), Failure> {
        let file = LedgerFile::at(&self.ledger);
        let folder = TemporaryFolder::new()?;
        let stream = folder.file("stream.jsonl");
        fs::write(&stream, STREAM)?;
        let mut ledger = file.write()?;
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let report = &mut |failure: Failure| {
            failure.report();
        };
        let choice = &ModelChoice::default();
        let how = How {
            defaults: &Known::default(),
            threads,
            most: None,
            choice,
            keep: false,
            options: InputOptions::default(),
        };
        add_inputs(&mut ledger, &file, vec![Input::File(stream)], how, &mut AddTally::default(), report)?;
        settle(&mut ledger)?;
        drop(ledger);
        let found = file.look(|view| {
            let Some(story) = view.story(SHOWN)? else { return Ok(None) };
            let sentences = brief(&story, &view.documents_of(&story, MOST_ARTICLES)?);
            Ok(Some((story, sentences)))
        })?;
        let (story, sentences) =
            found.ok_or_else(|| Failure::unread(format!("{}: the demo is not in it", self.ledger.display())))?;
        show(|page| ledger_view::demo(&story, &sentences, &self.ledger, page))?;
        if self.desk || io::stdout().is_terminal() {
            return Serve::of(file).run();
        }
        Ok(())
    }
}
