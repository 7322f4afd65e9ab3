//! Which words can stand in a name.

use super::name_words::NameWords;
use crate::tokens::{Kind, Tokens};

/// Whether a token can be a word of a name.
pub(super) fn is_part(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    // 'al-Zawahri', 'd'Escoto'
    let behind_article = || {
        let parts = tokens.raw(at).split_once(['-', '\'', '’']);
        let is_article =
            |article: &str| article == "d" || words.small.particles.contains(article) && article.len() == 2;
        parts.is_some_and(|(article, name)| name.starts_with(char::is_uppercase) && is_article(article))
    };
    tokens.is(at, Kind::Word)
        && (tokens.is_capital(at) && !is_modifier(tokens.raw(at), &words.names) || behind_article())
}

/// 'Paris-based' and 'Sunni-led' stand before a name and belong to none; neither does 'I'm'.
fn is_modifier(raw: &str, words: &NameWords) -> bool {
    let ending = raw.rsplit_once('-').map_or("", |(_, ending)| ending);
    words.modifiers.contains(ending) || raw.starts_with("I'") || raw.starts_with("I’")
}
