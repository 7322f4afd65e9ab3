//! `sayso decide mend`: what is set right in one mention.

use clap::Args;
use sayso::ledger::View;
use sayso::ledger::decision::{Amendment, Figures, Reread};
use sayso::ledger::ledger::Choice;
use sayso::ledger::record::{MentionRecord, StatedFigure};
use sayso::record::Offsets;
use serde_json::Number;

use super::place::{SearchedArticle, offsets};
use super::said::StatedArguments;
use crate::failure::Failure;

/// Something about a mention is other than it was read
///
/// What is not given stays as it was. The mention keeps its id, and what was decided about it stands.
#[derive(Clone, Debug, Args)]
pub struct Mend {
    /// The mention, as 'sayso claim' shows it
    mention: String,

    /// The claim's words, as they are written in the article
    #[arg(long, value_name = "TEXT", conflicts_with = "at")]
    words: Option<String>,

    /// Or where they stand: characters of the article's text, counted from 0
    #[arg(long, value_name = "START..END", value_parser = offsets)]
    at: Option<Offsets>,

    /// The words beside it that name the source
    #[arg(long, value_name = "TEXT", conflicts_with = "source_at")]
    source: Option<String>,

    /// Or where they stand
    #[arg(long, value_name = "START..END", value_parser = offsets)]
    source_at: Option<Offsets>,

    /// The article states it itself
    #[arg(long, conflicts_with = "speakers")]
    no_speaker: bool,

    #[command(flatten)]
    said: StatedArguments,

    /// The article has it from no outlet
    #[arg(long, conflicts_with = "via")]
    no_via: bool,

    #[command(flatten)]
    figure: MendedFigure,
}

/// A figure as it is meant.
#[derive(Clone, Debug, Args)]
struct MendedFigure {
    /// Which of its figures, as it is written; needed where there are several. Words of the claim in which none was read are
    /// a figure that was missed
    #[arg(long, value_name = "TEXT")]
    figure: Option<String>,

    /// The number that the figure states
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["low", "high"])]
    value: Option<Number>,

    /// The least that it can be
    #[arg(long, value_name = "NUMBER")]
    low: Option<Number>,

    /// The most that it can be
    #[arg(long, value_name = "NUMBER")]
    high: Option<Number>,

    /// Whether the text says 'about'
    #[arg(long, value_name = "true|false")]
    approximate: Option<bool>,

    /// What it is measured in, in the singular; '' for nothing
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,

    /// What is counted; '' for nothing
    #[arg(long, value_name = "TEXT")]
    counted: Option<String>,

    /// It has no figure
    #[arg(long, conflicts_with_all = ["figure", "value", "low", "high", "approximate", "unit", "counted"])]
    no_figures: bool,
}

impl Mend {
    pub fn choice(&self, view: &View<'_>) -> Result<Choice, Failure> {
        let found = view.mention(&self.mention).map_err(|error| Failure::ledger(&error))?;
        let mention = found.ok_or_else(|| {
            let id = &self.mention;
            Failure::unread(format!("there is no mention '{id}'; 'sayso claim' shows those of a claim with their ids"))
        })?;
        let article = SearchedArticle::of(view, &mention.article.to_string())?;
        let given = self.words.as_deref().map(|words| article.once(words, "--at")).transpose()?;
        let words = self.at.or(given);
        let place = words.unwrap_or((mention.start, mention.end));
        let source = self.source.as_deref().map(|given| article.once_beside(given, place, "--source-at"));
        let amendment = Amendment {
            words,
            source: self.source_at.or(source.transpose()?),
            speakers: (self.no_speaker || !self.said.speakers.is_empty()).then(|| self.said.speakers()),
            stance: self.said.stance,
            certainty: self.said.certainty,
            figures: self.figure.meant(&mention, &article, place)?,
            via: (self.no_via || !self.said.via.is_empty()).then(|| self.said.via.clone()),
        };
        Ok(Choice::Mend { mention: mention.id, amendment })
    }
}

impl MendedFigure {
    fn meant(
        &self,
        mention: &MentionRecord,
        article: &SearchedArticle,
        words: Offsets,
    ) -> Result<Option<Figures>, Failure> {
        if self.no_figures {
            return Ok(Some(Figures::Nothing));
        }
        let numbers = [&self.value, &self.low, &self.high];
        let is_said = numbers.iter().any(|number| number.is_some())
            || self.approximate.is_some()
            || self.unit.is_some()
            || self.counted.is_some();
        match (is_said, &self.figure) {
            (false, None) => Ok(None),
            (false, Some(_)) => {
                Err(Failure::usage("say what the figure is: --value, --low, --high, --unit, --counted"))
            }
            (true, _) => Ok(Some(Figures::Reread(vec![self.over(self.which(mention, article, words)?)]))),
        }
    }

    /// The figure that is meant, as it was read; with nothing in it where it was missed.
    fn which(&self, mention: &MentionRecord, article: &SearchedArticle, words: Offsets) -> Result<Reread, Failure> {
        let written = |figure: &StatedFigure| article.words((figure.is.start, figure.is.end)).to_owned();
        let all: Vec<String> = mention.figures.iter().map(|figure| format!("'{}'", written(figure))).collect();
        let Some(given) = &self.figure else {
            return match &mention.figures[..] {
                [one] => Ok(one.reread()),
                [] => Err(Failure::usage(format!(
                    "mention {} has no figure; say with --figure which words of it are one",
                    mention.id
                ))),
                _ => Err(Failure::usage(format!("say with --figure which of its figures: {}", all.join(", ")))),
            };
        };
        if let Some(one) = mention.figures.iter().find(|figure| written(figure) == *given) {
            return Ok(one.reread());
        }
        let place = article.once_in(given, words).ok_or_else(|| {
            Failure::usage(format!(
                "say with --figure which of its figures: {}; or words that stand once in the claim, where a figure was missed",
                if all.is_empty() { "it has none".to_owned() } else { all.join(", ") }
            ))
        })?;
        let read = mention.figures.iter().find(|figure| figure.is.start < place.1 && place.0 < figure.is.end);
        Ok(read.map_or_else(|| Reread::missed(place), StatedFigure::reread))
    }

    /// The figure with what is given of it: a number takes the place of bounds, and bounds of a number.
    fn over(&self, is: Reread) -> Reread {
        let bounded = self.low.is_some() || self.high.is_some();
        let (value, low, high) = match (&self.value, bounded) {
            (Some(value), _) => (Some(value.clone()), None, None),
            (None, true) => (None, self.low.clone(), self.high.clone()),
            (None, false) => (is.value, is.low, is.high),
        };
        let named =
            |given: &Option<String>, read: Option<String>| given.clone().or(read).filter(|name| !name.is_empty());
        Reread {
            figure: is.figure,
            value,
            low,
            high,
            approximate: self.approximate.unwrap_or(is.approximate),
            unit: named(&self.unit, is.unit),
            counted: named(&self.counted, is.counted),
        }
    }
}
