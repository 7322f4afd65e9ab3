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

/// The names that a value gives.
pub fn names(speakers: &Value) -> Vec<String> {
    let text = match speakers {
        Value::Array(speakers) => speakers.iter().map(one_name).collect::<Vec<_>>().join(";"),
        other => one_name(other).to_owned(),
    };
    text.split(';').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn one_name(speaker: &Value) -> &str {
    speaker["name"].as_str().or(speaker.as_str()).unwrap_or_default()
}

/// Whether a word tells no name from another, as a title does.
pub fn is_title(word: &str) -> bool {
    TITLES.split_whitespace().any(|title| title == word)
}

/// The same words; or one has all words of the other, and the rest are titles, an acronym, or a forename.
pub fn same_one(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    let holds = |all: &[String], some: &[String]| some.iter().all(|word| all.contains(word));
    if a.is_empty() || b.is_empty() || holds(&a, &b) && holds(&b, &a) {
        return a.is_empty() == b.is_empty();
    }
    if stands_alone_for(&a, &b) || stands_alone_for(&b, &a) {
        return true;
    }
    let (small, large) = if distinct(&a) <= distinct(&b) { (a, b) } else { (b, a) };
    let rest: Vec<&String> = large.iter().filter(|word| !small.contains(word)).collect();
    if !holds(&large, &small) {
        return false;
    }
    // 'US' is not the 'US President'.
    is_acronym(&small, &large, &rest)
        || !small.iter().all(|word| is_title(word))
            && (rest.iter().all(|word| is_title(word))
                || small.len() >= 2 && rest.len() <= 2 && small.last() == large.last())
}

/// Whether a name is the acronym of another, which does not have it beside it.
fn stands_alone_for(acronym: &[String], long: &[String]) -> bool {
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    matches!(acronym, [acronym] if acronym.chars().count() >= 2 && long.len() >= 2 && *acronym == initials)
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
    let plain: String = name.nfkd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase();
    let whole = plain.split_whitespace().map(without_points).collect::<Vec<_>>().join(" ");
    words(&whole).into_iter().filter(|word| !LITTLE.contains(word)).map(str::to_owned).collect()
}

/// 'U.S.' is 'US'.
fn without_points(word: &str) -> String {
    let letters: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    let is_acronym = letters.len() > 1 && letters.iter().all(|letter| letter.chars().count() == 1);
    if is_acronym { letters.concat() } else { word.to_owned() }
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
            ("Port Security Bureau", "PSB"),
            ("U.S. Port Bureau", "US Port Bureau"),
        ] {
            assert!(same_speakers(&json!(a), &json!([{"name": b}])), "{a}, {b}");
        }
    }

    #[test]
    fn other_names() {
        for (a, b) in
            [("Lind", "Anna Lind"), ("Anna Lind; Ole Berg", "Anna Lind"), ("Anna Lind", ""), ("US", "US President")]
        {
            assert!(!same_speakers(&json!(a), &json!([{"name": b}])), "{a}, {b}");
        }
        assert!(same_speakers(&Value::Null, &json!([])));
    }
}
