//! `sayso export`: the whole ledger, for programs.

use std::io::{self, IsTerminal, Write};

use clap::{Args, ValueEnum};
use sayso::ledger::export::linked_data;
use serde_json::Value;

use crate::columnar;
use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::table_rows::Table;
use crate::warc;

/// Print the whole ledger for programs
///
/// One JSON object with articles, stories, copies, claims, links, figures, edits and decisions; the same as JSON Lines,
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
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// For CSV and Parquet, which kind of rows
    #[arg(long, value_enum, default_value_t = Kind::Claims)]
    kind: Kind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One object
    Json,
    /// One object a line
    Jsonl,
    /// A table
    Csv,
    /// A table for programs, its columns typed
    Parquet,
    /// Claims in the words of schema.org
    Jsonld,
    /// One W3C Web Annotation a line, each a mention of a claim
    Webannotation,
    /// What was fetched, as a web archive
    Warc,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
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
    /// One row a decision
    Decisions,
}

impl Export {
    pub fn run(self) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let whole = || self.file.look_whole(|view| view.export());
        match self.format {
            Format::Json => writeln!(out, "{}", json(&whole()?)?)?,
            Format::Jsonl => lines(&mut out, &whole()?.rows())?,
            Format::Csv => Table::of(self.kind.name(), &whole()?.rows()).write_csv(&mut out)?,
            Format::Parquet => {
                if out.is_terminal() {
                    return Err(Failure::usage(
                        "a Parquet file is not for a terminal; send it into a file with '> FILE'",
                    ));
                }
                let table = Table::of(self.kind.name(), &whole()?.rows());
                out.write_all(&columnar::write(&table).map_err(Failure::unread)?)?;
            }
            Format::Jsonld => writeln!(out, "{}", json(&linked_data(&self.file.look_whole(|view| view.stories())?))?)?,
            Format::Webannotation => {
                for annotation in self.file.look_whole(|view| view.annotations())? {
                    writeln!(out, "{annotation}")?;
                }
            }
            Format::Warc => self.captures(&mut out)?,
        }
        Ok(out.flush()?)
    }
}

impl Export {
    /// What was fetched, one after another: the whole need not fit into memory.
    fn captures(&self, out: &mut impl Write) -> Result<(), Failure> {
        let reader = self.file.read()?;
        warc::write_head(out)?;
        for number in reader.captures().map_err(|error| Failure::ledger(&error))? {
            let Some(capture) = reader.capture(number).map_err(|error| Failure::ledger(&error))? else { continue };
            let bytes = capture.bytes().ok_or_else(|| Failure::unread("what was fetched is damaged in the ledger"))?;
            warc::write_capture(out, &capture, &bytes)?;
        }
        Ok(())
    }
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Stories => "stories",
            Self::Copies => "copies",
            Self::Claims => "claims",
            Self::Links => "links",
            Self::Figures => "figures",
            Self::Edits => "edits",
            Self::Decisions => "decisions",
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(Failure::unread)
}

/// Every row of every kind as a line, with its kind.
fn lines(out: &mut impl Write, export: &Value) -> Result<(), Failure> {
    for (kind, rows) in export.as_object().into_iter().flatten() {
        for row in rows.as_array().into_iter().flatten() {
            let mut row = row.clone();
            if let Some(fields) = row.as_object_mut() {
                fields.insert("kind_of_row".to_owned(), kind.as_str().into());
            }
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}
