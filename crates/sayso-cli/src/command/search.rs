//! `sayso search`: documents by their words.

use clap::Args;
use sayso::ledger::document::instant;
use sayso::ledger::store::{Order, Query};
use serde_json::json;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view::{self, Hit};
use crate::output::Shown;

/// Find articles by words in their title, text or outlet
#[derive(Debug, Args)]
pub struct SearchArguments {
    /// Words, which an article must all have; a phrase in quotation marks
    #[arg(required = true)]
    words: Vec<String>,

    /// Only articles of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,

    /// Only articles from this day or instant on
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<String>,

    /// Only articles before this day or instant
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<String>,

    /// The latest first, not the most fitting
    #[arg(long)]
    newest: bool,

    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl SearchArguments {
    pub fn run(self) -> Result<(), Failure> {
        let words = self.words.join(" ");
        let query = Query {
            words: &words,
            outlet: self.outlet.as_deref(),
            from: self.from.as_deref().map(day).transpose()?,
            until: self.until.as_deref().map(day).transpose()?,
            order: if self.newest { Order::Newest } else { Order::Relevance },
            limit: self.limit,
        };
        let hits: Vec<Hit> = self.file.look(|view| view.search(&query))?.into_iter().map(Hit::of).collect();
        let rows: Vec<_> = hits
            .iter()
            .map(|hit| {
                json!({"id": hit.id, "outlet": hit.outlet, "published": hit.published, "title": hit.title,
                              "story": hit.story, "excerpt": hit.excerpt, "found": hit.spans})
            })
            .collect();
        self.shown.print(&rows, |page| ledger_view::search(&words, &hits, page))
    }
}

fn day(given: &str) -> Result<jiff::Timestamp, Failure> {
    instant(given).ok_or_else(|| Failure::usage(format!("'{given}' is no day; write it as in 2026-02-28")))
}
