//! Reasons in sentences that a person can check.

use std::fmt;

use sayso_read::record::FigureRecord;

use super::{Common, Joined, Reason, SourceMatch, Way, Why};
use crate::decision::AppliedChange;

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Joined(joined) => joined.fmt(f),
            Self::FirstHand(outlets) if outlets.is_empty() => {
                f.write_str("No outlet that is read here has it first-hand.")
            }
            Self::FirstHand(outlets) => write!(f, "{outlets} {} it first-hand.", has(outlets.count)),
            Self::Relayed { outlets, way } => write!(f, "{outlets} {} it {way}.", has(outlets.count)),
            Self::Sources { names, supporters } => match (names.count, supporters) {
                (0, _) => f.write_str("Nobody is named as its source."),
                (1, _) => write!(f, "One source stands behind it: {names}."),
                (many, 0) => write!(f, "{many} sources stand behind it: {names}."),
                (many, _) => write!(f, "{many} sources stand behind it and what supports it: {names}."),
            },
            Self::Decided { by, article, change: AppliedChange::Added } => write!(f, "{by} added what {article} says."),
            Self::Decided { by, article, change } => {
                write!(f, "{by} set {} of {article} to {}.", thing(change), SetTo(change))
            }
            Self::Alike { article, to, common } => write!(f, "{article} {common} {to}"),
        }
    }
}

fn has(outlets: usize) -> &'static str {
    if outlets == 1 { "has" } else { "have" }
}

/// 'd005: a source that may be the same, shares Mirzali, servicemen and the figure.'
impl fmt::Display for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { article, source, words, figure } = self;
        write!(f, "{article}: {source}")?;
        if !words.is_empty() {
            let words: Vec<&str> = words.iter().map(|shared| shared.word.as_str()).collect();
            write!(f, ", shares {}{}", words.join(", "), if *figure { " and the figure" } else { "" })?;
        }
        f.write_str(".")
    }
}

impl fmt::Display for SourceMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => "same source",
            Self::Near => "a source that may be the same",
            Self::Open => "no source named",
            Self::Apart => "joined by another mention",
        })
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsaid => f.write_str("without saying from whom"),
            Self::Source => f.write_str("from its source"),
            Self::Copy(via) => write!(f, "in a text copied from {}", via.join(", which cites ")),
            Self::Outlets(via) => write!(f, "from {}", via.join(", which cites ")),
        }
    }
}

impl fmt::Display for Common {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => f.write_str("has the address of"),
            Self::Wording => f.write_str("has the wording of"),
            Self::Terms(terms) => write!(f, "shares {} with", terms.join(", ")),
        }
    }
}

fn thing(change: &AppliedChange) -> &'static str {
    match change {
        AppliedChange::Added | AppliedChange::Words { .. } => "the words",
        AppliedChange::Source { .. } => "the words that name the source",
        AppliedChange::Speakers(_) => "the speaker",
        AppliedChange::Stance(_) => "the stance",
        AppliedChange::Certainty(_) => "the certainty",
        AppliedChange::Figures(_) => "the figures",
        AppliedChange::Via(_) => "the intermediate outlets",
    }
}

/// What a thing was set to.
struct SetTo<'d>(&'d AppliedChange);

impl fmt::Display for SetTo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            AppliedChange::Added => Ok(()),
            AppliedChange::Words { text, .. } | AppliedChange::Source { text, .. } => write!(f, "“{text}”"),
            AppliedChange::Speakers(names) => f.write_str(&joined_or(names, "the article itself")),
            AppliedChange::Stance(stance) => f.write_str(stance.name()),
            AppliedChange::Certainty(certainty) => f.write_str(certainty.name()),
            AppliedChange::Figures(figures) => {
                f.write_str(&joined_or(&figures.iter().map(told).collect::<Vec<_>>(), "none"))
            }
            AppliedChange::Via(outlets) => f.write_str(&joined_or(outlets, "none")),
        }
    }
}

fn joined_or(all: &[String], none: &str) -> String {
    if all.is_empty() { none.to_owned() } else { all.join(" and ") }
}

/// 'about 1,500 soldiers', with the digits as JSON has them.
fn told(figure: &FigureRecord) -> String {
    let bound =
        |word: &str, number: &Option<serde_json::Number>| number.as_ref().map(|number| format!("{word}{number}"));
    let numbers = [bound("", &figure.value), bound("from ", &figure.low), bound("up to ", &figure.high)];
    let about = figure.approximate.then(|| "about".to_owned());
    let of_what = figure.unit.clone().or_else(|| figure.counted.clone());
    about.into_iter().chain(numbers.into_iter().flatten()).chain(of_what).collect::<Vec<_>>().join(" ")
}
