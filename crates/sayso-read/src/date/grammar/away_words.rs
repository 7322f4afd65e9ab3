//! Words that the rules of `away.rs` go by.

use sayso_lang::Grouped;
use serde::Deserialize;

use crate::date::meaning::Origin;
use crate::date::phrases::Phrased;

/// What puts a point a length away: from what, and on which side of it.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "AwayFile")]
pub struct AwayWords {
    pub points: Phrased<(Origin, i32)>,
    /// Phrases between a length and the day that it is counted from, with the side.
    pub from_days: Phrased<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwayFile {
    publication: Grouped<Side>,
    pub narrative: Grouped<Side>,
    days: Grouped<Side>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Before,
    After,
}

impl From<AwayFile> for AwayWords {
    fn from(file: AwayFile) -> Self {
        let sign = |side| match side {
            Side::Before => -1,
            Side::After => 1,
        };
        let publication = file.publication.iter().map(|(phrase, side)| (phrase, (Origin::Publication, sign(*side))));
        let narrative = file.narrative.iter().map(|(phrase, side)| (phrase, (Origin::Narrative, sign(*side))));
        let from_days = file.days.iter().map(|(phrase, side)| (phrase, sign(*side))).collect();
        Self { points: publication.chain(narrative).collect(), from_days }
    }
}
