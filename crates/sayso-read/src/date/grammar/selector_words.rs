//! Words that the rules of `selector.rs` go by.

use sayso_lang::{Grouped, Table, Words};
use serde::Deserialize;

use crate::date::meaning::Origin;
use crate::date::phrases::{PhraseList, Phrased};

/// Which one: so many steps from an origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selector {
    pub from: Origin,
    pub by: i32,
}

/// Words that tell which of several.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "SelectorFile")]
pub struct SelectorWords {
    pub phrases: Phrased<Selector>,
    /// What stands in front of a day to tell of the one before or behind it.
    pub further: Phrased<Step>,
    /// What stands behind a unit to tell of the one beyond the last or the next: 'the week before last'.
    pub beyond: Phrased<Step>,
    /// What stands behind a day to tell of the one a week after it: 'Monday week'.
    pub week_after: Words,
    /// What stands behind a unit to tell of the one beside that told of: 'the day before'.
    pub beside: Table<Step>,
    /// Words that can follow that, beside marks.
    pub behind_beside: Words,
    /// Phrases behind a period that end it with publication: 'the year to date'.
    pub to_date: PhraseList,
    /// Kinds of years and the like that differ from the calendar's in where they begin.
    pub kinds: Words,
    /// Words behind 'the week' or 'the year' that make it another than the one at hand.
    pub behind_definite: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectorFile {
    pub kinds: Words,
    pub behind_definite: Words,
    publication: Grouped<Step>,
    pub narrative: Grouped<Step>,
    pub further: Phrased<Step>,
    pub beyond: Phrased<Step>,
    pub week_after: Words,
    pub beside: Table<Step>,
    pub behind_beside: Words,
    pub to_date: PhraseList,
}

/// One step back, none, or one on.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Previous,
    Current,
    Next,
}

impl Step {
    /// In numbers.
    pub fn by(self) -> i32 {
        match self {
            Self::Previous => -1,
            Self::Current => 0,
            Self::Next => 1,
        }
    }
}

impl From<SelectorFile> for SelectorWords {
    fn from(file: SelectorFile) -> Self {
        let publication = file
            .publication
            .iter()
            .map(|(phrase, step)| (phrase, Selector { from: Origin::Publication, by: step.by() }));
        let narrative =
            file.narrative.iter().map(|(phrase, step)| (phrase, Selector { from: Origin::Narrative, by: step.by() }));
        Self {
            phrases: publication.chain(narrative).collect(),
            further: file.further,
            beyond: file.beyond,
            week_after: file.week_after,
            beside: file.beside,
            behind_beside: file.behind_beside,
            to_date: file.to_date,
            kinds: file.kinds,
            behind_definite: file.behind_definite,
        }
    }
}
