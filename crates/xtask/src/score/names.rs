//! Whether two names are one's.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::tokens::words;

/// Words that tell no name from another.
const LITTLE: [&str; 11] = ["the", "a", "an", "of", "s", "and", "for", "in", "at", "to", "unnamed"];

/// Words that a name may have or lack: titles, ranks, offices, and the countries that stand before them.
const TITLES: &str = "mr mrs ms miss dr sir lord lady dame king queen prince princess president vice prime minister \
    deputy foreign defence defense interior finance health justice secretary state general chancellor governor \
    senator sen representative rep congressman congresswoman mp mayor chief head director chairman chairwoman chair \
    spokesman spokeswoman spokesperson judge justice professor prof colonel col captain capt lieutenant lt major maj \
    sergeant sgt admiral commander inspector officer ambassador envoy leader ceo executive coach analyst editor former \
    us uk russian ukrainian british american french german chinese israeli";

/// Whether two lists name the same speakers: each a list of `{name}`, or one string with names parted by ';'.
pub fn same_speakers(gold: &Value, printed: &Value) -> bool {
    let (wanted, mut left) = (names(gold), names(printed));
    wanted.len() == left.len()
        && wanted.iter().all(|name| {
            let found = left.iter().position(|other| same_one(name, other));
            found.map(|index| left.remove(index)).is_some()
        })
}

fn names(speakers: &Value) -> Vec<String> {
    let text = match speakers {
        Value::Array(speakers) => speakers.iter().map(one_name).collect::<Vec<_>>().join(";"),
        other => one_name(other).to_owned(),
    };
    text.split(';').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn one_name(speaker: &Value) -> &str {
    speaker["name"].as_str().or(speaker.as_str()).unwrap_or_default()
}

/// The same words; or one has all words of the other, and the rest are titles, an acronym, or a forename.
fn same_one(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    let holds = |all: &[String], some: &[String]| some.iter().all(|word| all.contains(word));
    if a.is_empty() || b.is_empty() || holds(&a, &b) && holds(&b, &a) {
        return a.is_empty() == b.is_empty();
    }
    let (small, large) = if distinct(&a) <= distinct(&b) { (a, b) } else { (b, a) };
    let rest: Vec<&String> = large.iter().filter(|word| !small.contains(word)).collect();
    if !holds(&large, &small) {
        return false;
    }
    is_acronym(&small, &large, &rest)
        || rest.iter().all(|word| TITLES.split_whitespace().any(|title| title == word.as_str()))
        || small.len() >= 2 && rest.len() <= 2 && small.last() == large.last()
}

/// Whether the one word of a name is made of the initials of the other's words.
fn is_acronym(small: &[String], large: &[String], rest: &[&String]) -> bool {
    let [acronym] = small else { return false };
    let initials = |words: &mut dyn Iterator<Item = &String>| words.filter_map(|word| word.chars().next()).collect();
    let of_rest: String = initials(&mut rest.iter().copied());
    let of_others: String = initials(&mut large.iter().filter(|word| *word != acronym));
    *acronym == of_rest || *acronym == of_others
}

fn distinct(words: &[String]) -> usize {
    words.iter().collect::<std::collections::BTreeSet<_>>().len()
}

/// The words of a name that tell it from another, in lower case and without accents.
pub fn name_words(name: &str) -> Vec<String> {
    let plain: String = name.nfkd().collect::<String>().to_lowercase();
    let parts = words(&plain).into_iter().filter(|word| !LITTLE.contains(word));
    parts.map(|word| word.chars().filter(|letter| !is_combining_mark(*letter)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_name_in_other_words() {
        for (a, b) in [
            ("Russian President Ivan Petrov", "Ivan Petrov"),
            ("Port Security Bureau (PSB)", "PSB"),
            ("Anna Maria Lind", "Anna Lind"),
            ("the ministry", "Ministry"),
        ] {
            assert!(same_speakers(&json!(a), &json!([{"name": b}])), "{a}, {b}");
        }
    }

    #[test]
    fn other_names() {
        for (a, b) in [("Lind", "Anna Lind"), ("Anna Lind; Ole Berg", "Anna Lind"), ("Anna Lind", "")] {
            assert!(!same_speakers(&json!(a), &json!([{"name": b}])), "{a}, {b}");
        }
        assert!(same_speakers(&Value::Null, &json!([])));
    }
}
