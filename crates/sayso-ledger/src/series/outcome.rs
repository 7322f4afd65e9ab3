//! What became of those who are counted: the dead, the missing and the rescued of one disaster are series of their own.

/// What became of people or things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Outcome {
    Dead,
    Bodies,
    Missing,
    Injured,
    Rescued,
    Arrested,
    Evacuated,
    Infected,
    Aboard,
    Captured,
    Dismissed,
}

impl Outcome {
    /// The outcome that a stretch of text tells; the one whose word stands first.
    pub(crate) fn of(words: &[String]) -> Option<Self> {
        words.iter().find_map(|word| {
            let at = WORDS.binary_search_by_key(&word.as_str(), |(word, _)| word).ok()?;
            Some(WORDS[at].1)
        })
    }
}

/// Sorted; general news English.
const WORDS: [(&str, Outcome); 54] = [
    ("aboard", Outcome::Aboard),
    ("arrested", Outcome::Arrested),
    ("arrests", Outcome::Arrested),
    ("bodies", Outcome::Bodies),
    ("body", Outcome::Bodies),
    ("captured", Outcome::Captured),
    ("casualties", Outcome::Injured),
    ("charged", Outcome::Arrested),
    ("corpses", Outcome::Bodies),
    ("dead", Outcome::Dead),
    ("death", Outcome::Dead),
    ("deaths", Outcome::Dead),
    ("detained", Outcome::Arrested),
    ("die", Outcome::Dead),
    ("died", Outcome::Dead),
    ("disappeared", Outcome::Missing),
    ("dismissed", Outcome::Dismissed),
    ("displaced", Outcome::Evacuated),
    ("drowned", Outcome::Dead),
    ("evacuated", Outcome::Evacuated),
    ("evacuees", Outcome::Evacuated),
    ("fatalities", Outcome::Dead),
    ("fled", Outcome::Evacuated),
    ("hospitalised", Outcome::Injured),
    ("hospitalized", Outcome::Injured),
    ("hostages", Outcome::Captured),
    ("hurt", Outcome::Injured),
    ("infected", Outcome::Infected),
    ("infections", Outcome::Infected),
    ("injured", Outcome::Injured),
    ("injuries", Outcome::Injured),
    ("jailed", Outcome::Arrested),
    ("kill", Outcome::Dead),
    ("killed", Outcome::Dead),
    ("killing", Outcome::Dead),
    ("killings", Outcome::Dead),
    ("lives", Outcome::Dead),
    ("missing", Outcome::Missing),
    ("perished", Outcome::Dead),
    ("prisoners", Outcome::Captured),
    ("remains", Outcome::Bodies),
    ("rescued", Outcome::Rescued),
    ("sacked", Outcome::Dismissed),
    ("saved", Outcome::Rescued),
    ("survived", Outcome::Rescued),
    ("survivors", Outcome::Rescued),
    ("toll", Outcome::Dead),
    ("trapped", Outcome::Missing),
    ("unaccounted", Outcome::Missing),
    ("unfound", Outcome::Missing),
    ("victims", Outcome::Dead),
    ("wounded", Outcome::Injured),
    ("wounding", Outcome::Injured),
    ("wounds", Outcome::Injured),
];
