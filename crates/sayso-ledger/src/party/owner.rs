//! Whose a body is: 'Corrand' in "Corrand's National Security Bureau", or the country that a dateline names.

use std::collections::BTreeMap;

use crate::words::words;

/// Bodies and offices that every country has, so that the bare name does not say whose it is.
const EVERY_COUNTRY_HAS: [&str; 27] = [
    "agency",
    "army",
    "authorities",
    "bureau",
    "cabinet",
    "coastguard",
    "directorate",
    "embassy",
    "government",
    "inspectorate",
    "meteorological",
    "military",
    "minister",
    "ministry",
    "navy",
    "office",
    "parliament",
    "police",
    "presidency",
    "president",
    "prosecutor",
    "regulator",
    "secretary",
    "senate",
    "service",
    "treasury",
    "watchdog",
];

/// A dateline is found at the head of a text.
const HEAD: usize = 120;

/// The owner that texts give a name most often, as in "Corrand's National Security Bureau"; the first by letters of several.
pub(super) fn named_owner(name: &str, texts: &[&str]) -> Option<String> {
    let bare = name.split(" (").next().unwrap_or_default();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        for (at, _) in text.match_indices(bare) {
            let before = text[..at].trim_end();
            let word = before.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
            let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
            if let Some(owner) = owner.filter(|owner| owner.starts_with(char::is_uppercase)) {
                *owners.entry(owner.to_owned()).or_default() += 1;
            }
        }
    }
    owners.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(owner, _)| owner)
}

/// The owner that a name begins with: "Corrand's intelligence service".
pub(super) fn own_owner(name: &str) -> Option<String> {
    let first = name.split_whitespace().next().filter(|first| first.starts_with(char::is_uppercase))?;
    let owner = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s"))?;
    (name.split_whitespace().count() > 1).then(|| owner.to_owned())
}

/// Whether a name may be any country's: 'Interior Ministry', 'coastguard'.
pub(crate) fn is_everywhere(words: &[String]) -> bool {
    words.len() <= 4 && words.iter().any(|word| EVERY_COUNTRY_HAS.binary_search(&word.as_str()).is_ok())
}

/// The country that the datelines name, where all that name one agree: 'SANDHOLM, Caldry, Feb 4 (MPA) - '.
pub(super) fn dateline_country(texts: &[&str]) -> Option<String> {
    let mut countries: Vec<String> = texts.iter().filter_map(|text| country(text)).collect();
    countries.sort();
    countries.dedup();
    if countries.len() == 1 { countries.pop() } else { None }
}

fn country(text: &str) -> Option<String> {
    let line = text.trim_start().lines().next()?;
    let head = &line[..line.char_indices().map(|(at, _)| at).take_while(|at| *at <= HEAD).last().unwrap_or(0)];
    let dateline = [" - ", " – ", " — "].iter().find_map(|dash| head.split_once(dash))?.0;
    let place = dateline.split('(').next()?;
    let mut parts = place.split(',').map(str::trim);
    let town = parts.next().filter(|town| town.len() > 1 && town.chars().all(|letter| !letter.is_lowercase()))?;
    let country = parts.next().filter(|country| !country.chars().any(|letter| letter.is_ascii_digit()))?;
    let proper = country.split_whitespace().all(|word| word.starts_with(char::is_uppercase)) && !country.is_empty();
    (proper && words(town) != words(country) && !is_month(country)).then(|| country.to_owned())
}

fn is_month(word: &str) -> bool {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    months.iter().any(|month| word.to_lowercase().starts_with(month) && word.len() <= 9)
}
