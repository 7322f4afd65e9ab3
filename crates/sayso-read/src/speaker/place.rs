//! Which country a name, an adjective or a capital stands for.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::countries::COUNTRIES;
use super::regions::REGIONS;

/// How a word stands for a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is the country's name.
    Name,
    /// It says that something is the country's: 'French'.
    Adjective,
    /// It is the capital, which stands for the government.
    Capital,
}

/// Words in lower case with the country and the ways in which they stand for it: 'US' is name and adjective.
static PLACES: LazyLock<HashMap<String, Vec<(&'static str, Standing)>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<(&'static str, Standing)>> = HashMap::new();
    for country in COUNTRIES {
        let lists = [
            (country.name, Standing::Name),
            (country.also, Standing::Name),
            (country.adjectives, Standing::Adjective),
            (country.capitals, Standing::Capital),
        ];
        for (list, standing) in lists {
            for word in list.split(',').filter(|word| !word.is_empty()) {
                all.entry(word.to_ascii_lowercase()).or_default().push((country.name, standing));
            }
        }
    }
    for region in REGIONS {
        all.entry(region.to_ascii_lowercase()).or_default().push((region, Standing::Name));
    }
    all
});

/// The country that a phrase in lower case stands for in one of the ways given.
pub(super) fn country(phrase: &str, standings: &[Standing]) -> Option<&'static str> {
    let found = PLACES.get(phrase)?;
    found.iter().find(|(_, standing)| standings.contains(standing)).map(|(country, _)| *country)
}

/// Whether a word in lower case says that something is a country's.
pub(super) fn is_adjective(word: &str) -> bool {
    country(word, &[Standing::Adjective]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_adjectives_and_capitals() {
        assert_eq!(country("u.s.", &[Standing::Name]), Some("United States"));
        assert_eq!(country("tehran", &[Standing::Capital]), Some("Iran"));
        assert_eq!(country("tehran", &[Standing::Name, Standing::Adjective]), None);
        assert!(is_adjective("french") && !is_adjective("france"));
    }
}
