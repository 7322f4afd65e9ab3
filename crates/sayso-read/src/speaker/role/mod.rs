//! The role of a speaker, and other words around the name that show their capacity.

mod apposition;
mod before;
mod phrase;

use std::ops::Range;

use super::words::singular;
use crate::tokens::Tokens;

pub(crate) use phrase::{RolePhrase, phrase};

/// Words of a role that count for its fullness at most.
const FULLEST: usize = 12;

/// What is told of somebody around one mention. Where the mention stands in a source, its bounds are known: the titles
/// do not reach beyond them.
pub(super) fn around(tokens: &Tokens<'_>, name: &Range<usize>, source: Option<&Range<usize>>) -> Vec<RolePhrase> {
    let sentence = tokens.sentence(name.start).start;
    let floor = source.map_or(sentence, |source| source.start.max(sentence));
    let all = [
        before::before(tokens, name, floor),
        apposition::ahead(tokens, name, source),
        apposition::behind(tokens, name, source),
        apposition::affiliation(tokens, name),
    ];
    all.into_iter().flatten().collect()
}

/// The role among what is told of one person: an office before a rank, one held before one of the past, the fullest
/// wording, the first.
pub(super) fn role(tokens: &Tokens<'_>, told: &[RolePhrase]) -> Option<RolePhrase> {
    let offices = told.iter().enumerate().filter(|(_, told)| is_role(tokens, told));
    let best = offices.max_by_key(|(at, told)| {
        let fullness = told.words.len().min(FULLEST);
        (!is_rank(tokens, told), !is_past(tokens, told), fullness, std::cmp::Reverse(*at))
    });
    best.map(|(_, told)| told.clone())
}

/// Whether a description is an office, an occupation or a function of one person.
fn is_role(tokens: &Tokens<'_>, told: &RolePhrase) -> bool {
    let words = &tokens.language().speaker;
    let Some(head) = told.head else { return false };
    let word = tokens.word(head).trim_end_matches('.');
    let last = word.rsplit('-').next().unwrap_or(word);
    let of_body = || {
        (head + 1..told.words.end).any(|at| words.roles.member_of.contains(tokens.word(at)))
            || (told.words.start..head).any(|at| words.roles.member_of.contains(tokens.word(at)))
    };
    if last == "member" {
        return of_body();
    }
    let one = !words.is_plural(word) || singular(word).is_some_and(|stem| !words.is_role(&stem));
    words.is_role(word) && one && !words.roles.no_roles.contains(word) && !words.roles.addresses.contains(word)
}

fn is_rank(tokens: &Tokens<'_>, told: &RolePhrase) -> bool {
    let rank = |at: usize| tokens.language().speaker.roles.ranks.contains(tokens.word(at).trim_end_matches('.'));
    told.head.is_some_and(rank) && told.words.len() <= 2
}

/// Whether a description says that it is of the past: 'former', 'ex-'.
pub(crate) fn is_past(tokens: &Tokens<'_>, told: &RolePhrase) -> bool {
    let past = &tokens.language().speaker.roles.past;
    let is_past = |at: usize| {
        let word = tokens.word(at);
        past.contains(word) || word.split_once('-').is_some_and(|(first, _)| past.contains(first))
    };
    told.words.clone().any(is_past)
}
