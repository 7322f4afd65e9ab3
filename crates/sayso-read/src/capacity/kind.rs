//! The capacities in which a source can speak.

use serde::{Deserialize, Serialize};

/// In what capacity an article lets a source speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceType {
    /// A state, its ministries and agencies, their heads and spokespeople, a parliament as a body.
    Government,
    /// An official of the state who is not named.
    OfficialUnnamed,
    /// A party, members of parliaments, candidates, former office-holders.
    Politician,
    /// Forces and officers.
    Military,
    /// Police, prosecutors, courts, judges.
    PoliceJustice,
    /// Scientists, analysts, medics.
    Expert,
    /// Firms and who speaks for them.
    Company,
    /// International bodies, associations, clubs, charities, universities, armed movements.
    Organisation,
    /// Outlets and journalists.
    Media,
    /// A text or a piece of evidence, whoever issued it.
    Document,
    /// Who saw it, lived it, is from there, or is a relative.
    Witness,
    /// Another person with a name.
    Person,
    /// Another person without one.
    Unnamed,
    /// A public or a group that holds an attitude.
    Other,
}

impl SourceType {
    /// All of them, in the order of the contract.
    pub const ALL: [Self; 14] = [
        Self::Government,
        Self::OfficialUnnamed,
        Self::Politician,
        Self::Military,
        Self::PoliceJustice,
        Self::Expert,
        Self::Company,
        Self::Organisation,
        Self::Media,
        Self::Document,
        Self::Witness,
        Self::Person,
        Self::Unnamed,
        Self::Other,
    ];

    /// Whether it is a body, whose name beside a noun tells for whom somebody speaks: 'police spokesman'.
    pub(crate) fn is_body(self) -> bool {
        use SourceType::{Document, Other, Person, Unnamed, Witness};
        !matches!(self, Document | Other | Person | Unnamed | Witness)
    }

    /// The type as it stands in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::OfficialUnnamed => "official-unnamed",
            Self::Politician => "politician",
            Self::Military => "military",
            Self::PoliceJustice => "police-justice",
            Self::Expert => "expert",
            Self::Company => "company",
            Self::Organisation => "organisation",
            Self::Media => "media",
            Self::Document => "document",
            Self::Witness => "witness",
            Self::Person => "person",
            Self::Unnamed => "unnamed",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_records() {
        for kind in SourceType::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
        }
    }
}
