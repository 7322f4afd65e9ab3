//! Titles right before a name: 'Interior Minister Ana Ruiz', 'the president of Kareth Ivan Petrov'.

use std::ops::Range;

use super::phrase::{RolePhrase, is_proper, opened, tie};
use crate::tokens::{Kind, Tokens};

/// How far titles reach back, in tokens.
const REACH: usize = 14;

/// Words in small letters, beside roles, that a title may have in a row: 'senior vice president', 'port health officer'.
const SMALL: usize = 3;

/// The titles before a name; they do not reach back over `floor`.
pub(super) fn before(tokens: &Tokens<'_>, name: &Range<usize>, floor: usize) -> Option<RolePhrase> {
    let roles = &tokens.language().speaker.roles;
    let mut start = name.start;
    let mut small = 0;
    while start > floor && name.start - start < REACH {
        let Some(step) = step(tokens, start - 1, name.start) else { break };
        small = if step == Step::Small { small + 1 } else { 0 };
        if small > SMALL {
            break;
        }
        start -= 1;
    }
    let mut words = opened(tokens, start..name.start);
    let loose = |at: usize| {
        let word = tokens.word(at);
        roles.addresses.contains(word.trim_end_matches('.')) || roles.ties.contains(word) || !tokens.is(at, Kind::Word)
    };
    while !words.is_empty() && loose(words.end - 1) {
        words.end -= 1;
    }
    while !words.is_empty() && loose(words.start) {
        words.start += 1;
    }
    (!words.is_empty()).then(|| told(tokens, without_rank(tokens, words)))
}

/// 'ministry spokesman Colonel' is the spokesman: an office is no part of the rank behind it.
fn without_rank(tokens: &Tokens<'_>, words: Range<usize>) -> Range<usize> {
    let known = &tokens.language().speaker;
    let rank = |at: &usize| known.roles.ranks.contains(tokens.word(*at).trim_end_matches('.'));
    let office = words.end - words.clone().rev().take_while(rank).count();
    let is_office = office > words.start && known.is_role(tokens.word(office - 1)) && !rank(&(office - 1));
    let word = tokens.word(office.saturating_sub(1));
    let is_part = known.roles.qualifiers.contains(word) || known.roles.before_general.contains(word);
    if is_office && !is_part { words.start..office } else { words }
}

fn told(tokens: &Tokens<'_>, words: Range<usize>) -> RolePhrase {
    let tie = tie(tokens, words.clone());
    let is_role = |at: &usize| tokens.language().speaker.is_role(tokens.word(*at));
    // 'Department of Trade Secretary Ana Ruiz'
    let head = (words.start..tie).rev().find(is_role).or_else(|| words.clone().rev().find(is_role));
    let head = head.or(tie.checked_sub(1));
    RolePhrase { words, head }
}

/// What a word is to the title that goes on behind it.
#[derive(PartialEq, Eq)]
enum Step {
    /// A role, a name, a word that ties.
    Firm,
    /// A word in small letters, which only a role behind it makes part of a title.
    Small,
}

/// What a token is to the title between it and the name that begins at `name`; nothing where it is no part of it.
fn step(tokens: &Tokens<'_>, at: usize, name: usize) -> Option<Step> {
    let words = &tokens.language().speaker;
    let word = tokens.word(at);
    let next = at + 1;
    let role = |at: usize| words.is_role(tokens.word(at));
    // 'Port University of Kareth Professor Ana Ruiz'
    let body = |at: usize| tokens.is_capital(at) && words.nouns.organisations.contains(tokens.word(at));
    let owner = |at: usize| is_proper(tokens, at) || words.nouns.generic.contains(tokens.word(at));
    let firm = match word {
        _ if next < name && words.roles.qualifiers.contains(word) => true,
        "the" => words.roles.inside_titles.contains(tokens.before(at, 1)) && next < name,
        _ if words.roles.inside_titles.contains(word) => {
            next < name && at > 0 && (role(at - 1) || word == "of" && body(at - 1))
        }
        "and" | "&" => at > 0 && role(at - 1) && next < name,
        _ if tokens.is(at, Kind::Possessive) => next < name && at > 0 && owner(at - 1),
        _ => is_proper(tokens, at) || role(at) || words.places.is_adjective(word),
    };
    if firm {
        return Some(Step::Firm);
    }
    let plain = tokens.is(at, Kind::Word) && word.len() > 2 && !tokens.is_capital(at);
    let verb = word.ends_with("ed") && !word.contains('-') || words.roles.verbs.contains(word);
    let small = plain && !verb && !words.small.function.contains(word) && next < name && !tokens.is_capital(next);
    small.then_some(Step::Small)
}
