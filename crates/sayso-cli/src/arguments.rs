//! What can be asked of the program.

use clap::Parser;

use crate::command::Command;

/// Reads the news and keeps the record of who said what, on whose say-so
#[derive(Debug, Parser)]
#[command(name = "sayso", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  sayso read --demo                   who says what in a built-in article
  sayso read article.txt              the same for a file: plain text, HTML or a feed
  sayso read --json article.html      as one JSON object, for programs
  sayso read --jsonl < news.jsonl     a stream: one document a line in, one record a line out

'sayso help COMMAND' tells more of a command.";

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
