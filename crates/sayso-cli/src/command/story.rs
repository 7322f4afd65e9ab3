//! `sayso story`, `sayso claims`, `sayso figures`, `sayso disputes`: one story, or a part of it.

use clap::Args;
use sayso::ledger::ledger::WithPending;
use sayso::ledger::record::StoryRecord;
use serde::Serialize;
use serde_json::json;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::Shown;

/// Show one story: its figures, its most carried claims, its disputes, its quiet edits
#[derive(Debug, Args)]
pub struct Story {
    /// The story's id, or that of one of its articles; 'sayso stories' lists them
    #[arg(value_name = "STORY|ARTICLE")]
    id: String,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

/// List what is claimed, by whom, how many outlets have it first-hand and how many sources stand behind it
#[derive(Debug, Args)]
pub struct Claims {
    #[command(flatten)]
    of: StorySelection,
}

/// Show how figures move, by whom
#[derive(Debug, Args)]
pub struct Figures {
    #[command(flatten)]
    of: StorySelection,
}

/// Show who disputes what: denials, and figures that rival each other
#[derive(Debug, Args)]
pub struct Disputes {
    #[command(flatten)]
    of: StorySelection,
}

/// Of which story.
#[derive(Debug, Args)]
struct StorySelection {
    /// The story's id, or that of one of its articles; all stories unless given
    #[arg(value_name = "STORY|ARTICLE")]
    id: Option<String>,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl Story {
    pub fn run(self) -> Result<(), Failure> {
        let WithPending { value: told, pending } = one(&self.file, &self.id)?;
        self.shown.print(&WithPending { value: &told, pending }, |page| ledger_view::story(&told, page))
    }
}

impl Claims {
    pub fn run(self) -> Result<(), Failure> {
        let stories = self.of.stories()?;
        self.of.shown.print(&rows(&stories, |story| &story.claims), |page| ledger_view::claims(&stories, page))
    }
}

impl Figures {
    pub fn run(self) -> Result<(), Failure> {
        let stories = self.of.stories()?;
        self.of.shown.print(&rows(&stories, |story| &story.figures), |page| ledger_view::figures(&stories, page))
    }
}

impl Disputes {
    pub fn run(self) -> Result<(), Failure> {
        let stories = self.of.stories()?;
        self.of.shown.print(&rows(&stories, |story| &story.links), |page| ledger_view::disputes(&stories, page))
    }
}

impl StorySelection {
    fn stories(&self) -> Result<Vec<StoryRecord>, Failure> {
        match &self.id {
            Some(id) => Ok(vec![one(&self.file, id)?.value]),
            None => self.file.look(|view| view.stories()),
        }
    }
}

fn one(file: &LedgerFile, id: &str) -> Result<WithPending<StoryRecord>, Failure> {
    let found = file.look(|view| {
        let told = view.story(id)?;
        told.map(|told| Ok(WithPending { pending: view.pending_of(&told.id)?, value: told })).transpose()
    })?;
    found.ok_or_else(|| Failure::unread(format!("there is no story and no article '{id}'; 'sayso stories' lists them")))
}

/// A part of each story, with the story's id.
fn rows<'s, T: Serialize + 's>(
    stories: &'s [StoryRecord],
    part: impl Fn(&'s StoryRecord) -> &'s [T],
) -> serde_json::Value {
    stories.iter().map(|story| json!({"story": story.id, "name": story.name, "rows": part(story)})).collect()
}
