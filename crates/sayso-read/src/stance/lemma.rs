//! The base forms that an English word can have: 'denied' is 'deny', 'told' is 'tell'.

/// Irregular forms of verbs that attribute, sorted by form.
const IRREGULAR: &[(&str, &str)] = &[
    ("'m", "be"),
    ("'re", "be"),
    ("'s", "be"),
    ("am", "be"),
    ("are", "be"),
    ("been", "be"),
    ("being", "be"),
    ("bidden", "bid"),
    ("brought", "bring"),
    ("came", "come"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("did", "do"),
    ("does", "do"),
    ("done", "do"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("felt", "feel"),
    ("foresaw", "foresee"),
    ("foreseen", "foresee"),
    ("foretold", "foretell"),
    ("forgave", "forgive"),
    ("forgiven", "forgive"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("had", "have"),
    ("has", "have"),
    ("heard", "hear"),
    ("held", "hold"),
    ("is", "be"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("learnt", "learn"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("overthrew", "overthrow"),
    ("paid", "pay"),
    ("put", "put"),
    ("said", "say"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shown", "show"),
    ("shrank", "shrink"),
    ("sought", "seek"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taken", "take"),
    ("thought", "think"),
    ("told", "tell"),
    ("took", "take"),
    ("understood", "understand"),
    ("was", "be"),
    ("went", "go"),
    ("were", "be"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("withheld", "withhold"),
    ("written", "write"),
    ("wrote", "write"),
];

/// Longest word in bytes that is taken apart; no English verb comes near.
const LONGEST: usize = 32;

/// A word in lower case, itself first, and what it may be a form of; American '-ize' also as '-ise', so that one
/// spelling in a list serves both.
pub fn forms(word: &str) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    if word.len() > LONGEST {
        return all;
    }
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |(form, _)| form) {
        all.push(IRREGULAR[at].1.to_owned());
    }
    for (ending, replacements) in [
        ("ies", &["y"][..]),
        ("ied", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ed", &["", "e"]),
        ("ying", &["ie", "y"]),
        ("ing", &["", "e"]),
    ] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else { continue };
        all.extend(replacements.iter().map(|replacement| format!("{stem}{replacement}")));
        all.extend(undoubled(stem).filter(|_| ending != "s").map(str::to_owned));
    }
    let british = |form: &String| form.strip_suffix("ize").map(|stem| format!("{stem}ise"));
    let spelt: Vec<String> = all.iter().filter_map(british).collect();
    all.extend(spelt);
    all
}

/// A stem without the second of two equal consonants at its end: 'admitt', 'bann'.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let last = *bytes.last()?;
    let doubled = bytes.len() > 2 && bytes[bytes.len() - 2] == last && last.is_ascii_lowercase();
    (doubled && !b"aeiou".contains(&last)).then(|| &stem[..stem.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_irregular_and_american() {
        for (word, base) in [
            ("denied", "deny"),
            ("denying", "deny"),
            ("admitted", "admit"),
            ("urging", "urge"),
            ("criticized", "criticise"),
            ("said", "say"),
            ("claims", "claim"),
            ("pressed", "press"),
        ] {
            assert!(forms(word).iter().any(|form| form == base), "{word}");
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(IRREGULAR.is_sorted());
    }
}
