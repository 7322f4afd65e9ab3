//! What a person asks for, as an expression of the full-text index.
//!
//! There is no query language: words and phrases in quotation marks, and a document has them all. Each is handed to
//! the index as a string, so signs and operators (`*`, `NEAR`, `OR`, `title:`) stand for themselves, and no query is an
//! error.

/// The most words and phrases that are looked for: ten times what a person types. Those after are not looked for.
const MOST: usize = 100;

/// Quotation marks that begin or end a phrase.
const QUOTES: [char; 6] = ['"', '\u{ab}', '\u{bb}', '\u{201c}', '\u{201d}', '\u{201e}'];

/// The expression; `None` where the query has no word.
pub fn expression(query: &str) -> Option<String> {
    let mut phrases: Vec<String> = Vec::new();
    for (place, piece) in query.split(QUOTES).enumerate() {
        let quoted = place % 2 == 1;
        if quoted {
            phrases.extend(phrase(piece));
        } else {
            phrases.extend(piece.split_whitespace().filter_map(phrase));
        }
        if phrases.len() > MOST {
            break;
        }
    }
    phrases.truncate(MOST);
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

/// A phrase as the index takes it; `None` where it has no letter and no digit, which the index could not find.
fn phrase(words: &str) -> Option<String> {
    let plain = words.replace(char::is_control, " ");
    plain.contains(char::is_alphanumeric).then(|| format!("\"{plain}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_are_strings_to_the_index() {
        let cases = [
            ("gas pipeline", Some("\"gas\" AND \"pipeline\"")),
            ("“gas pipeline” Ferrand", Some("\"gas pipeline\" AND \"Ferrand\"")),
            ("NEAR(a, b) OR title:x*", Some("\"NEAR(a,\" AND \"b)\" AND \"OR\" AND \"title:x*\"")),
            ("an \"open end", Some("\"an\" AND \"open end\"")),
            (" -- * \"\" ", None),
        ];
        for (query, expected) in cases {
            assert_eq!(expression(query).as_deref(), expected, "{query}");
        }
    }
}
