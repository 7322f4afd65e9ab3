//! `sayso export`: the whole ledger, for programs.

use std::io::{self, IsTerminal};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};
use sayso_io::exports::{self, EXPORTS, ExportSource};

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// Print the whole ledger for programs
///
/// One JSON object with articles, stories, copies, claims, links, figures, edits, entities and decisions; the same as JSON Lines,
/// each line with its 'kind_of_row'; or as CSV or Parquet, one kind at a time. For the web: claims in the words of schema.org as JSON-LD,
/// or each mention of a claim as a W3C Web Annotation, one a line. What was fetched leaves as a web archive (WARC), which
/// 'sayso add' reads.
///
/// Each reason ('because') has a 'kind', a fixed word; a 'text', which may be worded otherwise one day; and 'mentions', the
/// words of articles that it is about. In CSV and Parquet reasons are their texts.
///
/// In CSV no text can run as a formula of a spreadsheet: an apostrophe stands before it, at the head of a cell or behind a
/// separator or line end in one (';', '|', tab). A program drops one apostrophe at each of these places to have the text
/// as it was; numbers are as they are.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    file: LedgerFile,

    /// In what form
    #[arg(long, value_parser = formats(), default_value = EXPORTS[0].name)]
    format: String,

    /// For CSV and Parquet, which kind of rows
    #[arg(long, value_enum, default_value_t = RowKind::Claims)]
    kind: RowKind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RowKind {
    /// One row an article or version
    Articles,
    /// One row a story
    Stories,
    /// One row a copy
    Copies,
    /// One row a mention of a claim
    Claims,
    /// One row a link between claims
    Links,
    /// One row a figure of a claim
    Figures,
    /// One row a change
    Edits,
    /// One row a person, body or unnamed source
    Entities,
    /// One row a decision
    Decisions,
}

impl Export {
    pub fn run(self) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let is_binary = EXPORTS.iter().any(|format| format.name == self.format && format.is_binary);
        if is_binary && out.is_terminal() {
            return Err(Failure::usage(
                "this is a file for programs, not for a terminal; send it into one with '> FILE'",
            ));
        }
        let rows = self.kind.name();
        self.file
            .look_whole(|reader| Ok(exports::write(EXPORTS, &self.format, &ExportSource { reader, rows }, &mut out)?))
    }
}

/// The names of the forms, with what they are.
fn formats() -> PossibleValuesParser {
    EXPORTS.iter().map(|format| PossibleValue::new(format.name).help(format.help)).collect::<Vec<_>>().into()
}

impl RowKind {
    fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Stories => "stories",
            Self::Copies => "copies",
            Self::Claims => "claims",
            Self::Links => "links",
            Self::Figures => "figures",
            Self::Edits => "edits",
            Self::Entities => "entities",
            Self::Decisions => "decisions",
        }
    }
}
