//! A description of somebody: a noun phrase, and the noun that it is built on.

use std::ops::Range;

use super::super::name;
use super::super::name_part;
use super::super::phrase;
use crate::tokens::{Kind, Tokens};

/// Tokens of a description at most; what goes on longer is cut before the next preposition.
const LONGEST: usize = 16;

/// What an article says somebody is, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RolePhrase {
    /// The words, without what opens them.
    pub(crate) words: Range<usize>,
    /// The noun that they are built on; none for what somebody only belongs to ('of the Harbour Trust').
    pub(crate) head: Option<usize>,
}

/// The description that fills a stretch: 'head of the port authority', 'Mirzal's envoy to Kareth'. What follows its
/// complement ('who left in May') is left out.
pub(super) fn filling(tokens: &Tokens<'_>, stretch: Range<usize>) -> Option<RolePhrase> {
    let words = &tokens.language().speaker;
    let whole = opened(tokens, stretch);
    if words.roles.not_now.contains(tokens.word(whole.start)) {
        return None;
    }
    let end = whole.clone().skip(1).find(|at| ends(tokens, *at)).unwrap_or(whole.end);
    let tie = tie(tokens, whole.start..end);
    let head = tie.checked_sub(1).filter(|head| *head >= whole.start && is_noun(tokens, *head))?;
    if words.roles.quantities.contains(tokens.word(head)) && tokens.word(tie) == "of" && tie + 1 < end {
        return filling(tokens, tie + 1..end);
    }
    Some(RolePhrase { words: shortened(tokens, whole.start..end), head: Some(head) })
}

fn is_noun(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Kind::Word) || tokens.word(at) == "%"
}

/// A stretch without the words that open it: 'a', 'another', 'his'.
pub(super) fn opened(tokens: &Tokens<'_>, mut stretch: Range<usize>) -> Range<usize> {
    let words = &tokens.language().speaker.roles;
    let opens = |at: usize| {
        let word = tokens.word(at);
        words.openers.contains(word) || !tokens.is(at, Kind::Word) || word.ends_with("-year-old")
    };
    while stretch.len() > 1 && opens(stretch.start) {
        stretch.start += 1;
    }
    stretch
}

/// The first preposition of a description, or its end.
pub(super) fn tie(tokens: &Tokens<'_>, stretch: Range<usize>) -> usize {
    let words = &tokens.language().speaker.roles;
    stretch.clone().skip(1).find(|at| words.ties.contains(tokens.word(*at))).unwrap_or(stretch.end)
}

/// Whether a description ends before a token: a clause, a participle, a mark.
fn ends(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    let word = tokens.word(at);
    let participle = word.ends_with("ed") && !word.contains('-') && !tokens.is_capital(at) && !words.is_role(word);
    let joins = word == "and" && words.roles.openers.contains(tokens.word(at + 1));
    let mark = tokens.is(at, Kind::Mark) && !matches!(word, "&" | "-" | "’" | "'" | "%" | "/" | "." | "–");
    words.roles.ends.contains(word) || participle || joins || mark || is_gerund(tokens, at)
}

/// 'operating on the victim' behind a noun, by the English ending; 'operating officer' goes on.
fn is_gerund(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    let behind = tokens.word(at + 1);
    let goes_on = words.roles.ties.contains(behind) || words.roles.openers.contains(behind);
    tokens.word(at).ends_with("ing") && !tokens.is_capital(at) && goes_on && words.is_role(tokens.before(at, 1))
}

/// Words that are not too many: cut before the last preposition that leaves few enough.
fn shortened(tokens: &Tokens<'_>, words: Range<usize>) -> Range<usize> {
    if words.len() <= LONGEST {
        return words;
    }
    let most = words.start + LONGEST;
    let ties = &tokens.language().speaker.roles.ties;
    let cut = (words.start + 1..most).rev().find(|at| ties.contains(tokens.word(*at)));
    words.start..cut.unwrap_or(most)
}

/// What a source without a name is called: 'ministry spokesman' of 'a ministry spokesman who was there'.
pub(crate) fn phrase(tokens: &Tokens<'_>, source: Range<usize>) -> Option<RolePhrase> {
    let phrase = phrase::trim(tokens, source);
    (!phrase.is_empty()).then(|| filling(tokens, phrase)).flatten()
}

/// Whether a token can be a word of a name and is no small word.
pub(super) fn is_proper(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    let small = words.small.function.contains(tokens.word(at)) && !name::is_acronym(tokens.raw(at));
    name_part::is_part(tokens, at) && !small
}
