//! `sayso mcp`: the ledger for agents.

use std::num::NonZero;
use std::thread;

use clap::Args;
use sayso::Model;
use sayso_mcp::{ToolContext, serve_stdio};

use crate::agent::AgentIntake;
use crate::failure::Failure;
use crate::intake::ReadingQueue;
use crate::ledger_file::LedgerFile;
use crate::model_choice::ModelChoice;

/// Let an agent look things up in the ledger: a server of the Model Context Protocol
///
/// Speaks with the assistant that started it over the standard input and output. It finds stories and claims, shows articles
/// and who says what in them, and tells briefs with their footnotes. It writes nothing, unless --allow-add is given.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Mcp {
    #[command(flatten)]
    file: LedgerFile,

    /// Reads texts that the agent gives.
    #[command(flatten)]
    choice: ModelChoice,

    /// Let the agent add articles: addresses of the public internet, and texts
    #[arg(long)]
    allow_add: bool,
}

const EXAMPLES: &str = "\
How an assistant is told of it, in the file that lists its servers:
  {\"mcpServers\": {\"sayso\": {\"command\": \"sayso\", \"args\": [\"mcp\", \"--ledger\", \"/path/to/news.ledger\"]}}}";

impl Mcp {
    pub fn run(self) -> Result<(), Failure> {
        // What would be wrong is told before anybody waits for an answer; an earlier format is brought up here.
        self.file.read()?;
        self.choice.try_out()?;
        let (choice, threads) = (self.choice.clone(), thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN));
        let load = move || {
            let model = choice.load(threads).map_err(|failure| failure.to_string())?;
            Ok(Box::new(model) as Box<dyn Model>)
        };
        let mut desk = ToolContext::new(self.file.path().to_owned(), Box::new(load));
        if self.allow_add {
            let queue = ReadingQueue::new(self.file.clone(), self.choice.clone());
            desk = desk.with_adder(Box::new(AgentIntake::new(queue, self.file.clone())));
        }
        serve_stdio(desk).map_err(Failure::unread)
    }
}
