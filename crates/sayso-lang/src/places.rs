//! Countries and other places by name, and what else stands for them.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::words::Words;

/// How a word stands for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the place's name.
    Name,
    /// It says that something is the country's: 'French'.
    Adjective,
    /// It is the capital, which stands for the government.
    Capital,
}

/// Countries, and places that are none, as a language's `places.toml` has them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Places {
    names: Vec<String>,
    /// Words in lower case with the places and the ways in which they stand for them: 'US' is name and adjective.
    standing: FxHashMap<String, Vec<(usize, Standing)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    countries: Vec<Country>,
    regions: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    name: String,
    #[serde(default)]
    also: Words,
    #[serde(default)]
    adjectives: Words,
    #[serde(default)]
    capitals: Words,
}

impl From<File> for Places {
    fn from(file: File) -> Self {
        let mut places = Self::default();
        for Country { name, also, adjectives, capitals } in file.countries {
            let place = places.named(&name);
            for (words, standing) in
                [(also, Standing::Name), (adjectives, Standing::Adjective), (capitals, Standing::Capital)]
            {
                words.iter().for_each(|word| places.stands(word, place, standing));
            }
        }
        for region in file.regions.iter() {
            places.named(region);
        }
        places
    }
}

impl Places {
    fn named(&mut self, name: &str) -> usize {
        let place = self.names.len();
        self.names.push(name.to_owned());
        self.stands(name, place, Standing::Name);
        place
    }

    fn stands(&mut self, word: &str, place: usize, standing: Standing) {
        self.standing.entry(word.to_ascii_lowercase()).or_default().push((place, standing));
    }

    /// The name of the country, or of another place, that a phrase in lower case stands for in one of the ways given.
    #[must_use]
    pub fn country(&self, phrase: &str, standings: &[Standing]) -> Option<&str> {
        let found = self.standing.get(phrase)?;
        found.iter().find(|(_, standing)| standings.contains(standing)).map(|(place, _)| self.names[*place].as_str())
    }

    /// Whether a word in lower case says that something is a country's.
    #[must_use]
    pub fn is_adjective(&self, word: &str) -> bool {
        self.country(word, &[Standing::Adjective]).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Languages;

    #[test]
    fn names_adjectives_and_capitals() {
        let places: Places = Languages::shipped().get("en").unwrap().parse("places.toml").unwrap();
        assert_eq!(places.country("u.s.", &[Standing::Name]), Some("United States"));
        assert_eq!(places.country("tehran", &[Standing::Capital]), Some("Iran"));
        assert_eq!(places.country("tehran", &[Standing::Name, Standing::Adjective]), None);
        assert!(places.is_adjective("french") && !places.is_adjective("france"));
    }
}
