//! `sayso decide add`: a claim that the reading missed.

use clap::Args;
use sayso::ledger::View;
use sayso::ledger::decision::Marked;
use sayso::ledger::ledger::Choice;
use sayso::record::Offsets;
use sayso::{Certainty, Stance};

use super::place::{SearchedArticle, offsets};
use super::said::StatedArguments;
use crate::failure::Failure;

/// These words of an article are a claim, which its reading missed
///
/// The claim is put together with others, linked and counted like any; figures in its words belong to it. Without
/// --speaker the article states it itself.
#[derive(Clone, Debug, Args)]
pub struct Add {
    /// The article's id, as 'sayso story' and 'sayso claim' show it
    article: String,

    /// The claim, as it is written in the article
    #[arg(long, value_name = "TEXT", required_unless_present = "at", conflicts_with = "at")]
    words: Option<String>,

    /// Or where it stands: characters of the article's text, counted from 0
    #[arg(long, value_name = "START..END", value_parser = offsets)]
    at: Option<Offsets>,

    /// The words beside it that name the source
    #[arg(long, value_name = "TEXT", conflicts_with = "source_at")]
    source: Option<String>,

    /// Or where they stand
    #[arg(long, value_name = "START..END", value_parser = offsets)]
    source_at: Option<Offsets>,

    /// The words beside it that attribute it: 'said'
    #[arg(long, value_name = "TEXT", conflicts_with = "cue_at")]
    cue: Option<String>,

    /// Or where they stand
    #[arg(long, value_name = "START..END", value_parser = offsets)]
    cue_at: Option<Offsets>,

    #[command(flatten)]
    said: StatedArguments,
}

impl Add {
    pub fn choice(&self, view: &View<'_>) -> Result<Choice, Failure> {
        let article = SearchedArticle::of(view, &self.article)?;
        let words = match (self.at, self.words.as_deref()) {
            (Some(at), _) => at,
            (None, words) => article.once(words.unwrap_or_default(), "--at")?,
        };
        let beside = |at: Option<Offsets>, given: &Option<String>, instead: &str| {
            let found = given.as_deref().map(|given| article.once_beside(given, words, instead)).transpose()?;
            Ok::<_, Failure>(at.or(found))
        };
        Ok(Choice::Add(Marked {
            article: self.article.clone(),
            words,
            source: beside(self.source_at, &self.source, "--source-at")?,
            cue: beside(self.cue_at, &self.cue, "--cue-at")?,
            speakers: self.said.speakers(),
            stance: self.said.stance.unwrap_or(Stance::Asserts),
            certainty: self.said.certainty.unwrap_or(Certainty::Certain),
            via: self.said.via.clone(),
        }))
    }
}
