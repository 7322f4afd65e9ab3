//! Roles in apposition to a name: 'Ana Silva, head of the port authority', 'the agency's chief, Otto Reiss'.

use std::ops::Range;

use super::super::evidence::ends_apposition;
use super::super::name;
use super::super::name_part;
use super::phrase::{RolePhrase, filling, is_proper, opened};
use crate::tokens::{Kind, Tokens};

/// How far an apposition reaches, in tokens.
const REACH: usize = 24;

/// How far back what stands before a comma is looked for, in tokens.
const BACK: usize = 14;

/// What stands behind a name: between commas or in brackets, or after 'is'. In a source it ends with it.
pub(super) fn behind(tokens: &Tokens<'_>, name: &Range<usize>, source: Option<&Range<usize>>) -> Option<RolePhrase> {
    let sentence = tokens.sentence(name.start);
    let is_apposed = matches!(tokens.word(name.end), "," | "—" | "–" | "(");
    let is_told = tokens.word(name.end) == "is" || is_apposed && tokens.follows(name.end + 1, "who is");
    let start = name.end + if is_told && is_apposed { 3 } else { 1 };
    if !(is_apposed || is_told) || start >= sentence.end || is_told && !opens(tokens, start) {
        return None;
    }
    let held = source.filter(|source| source.end > start);
    let bound = held.map_or(sentence.end, |source| source.end).min(start + REACH);
    let end = (start..bound).find(|at| ends_apposition(tokens, *at)).unwrap_or(bound);
    let closes = matches!(tokens.word(end), "," | "." | ")" | ";" | "—" | "–" | "who" | "“" | "\"");
    let is_closed = held.is_some() || end == sentence.end || closes || is_told || is_verb(tokens, end);
    let told = filling(tokens, start..end).filter(|_| is_closed && start < end)?;
    // 'Ana Silva, police chief Otto Reiss and others': the next of a list.
    let lists = told.head.is_some_and(|head| is_proper(tokens, head) && !is_noun(tokens, head));
    (!lists).then_some(told)
}

fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "the" | "a" | "an")
}

fn is_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.language().speaker.phrases.behind_appositions.contains(tokens.word(at))
}

fn is_noun(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    words.is_known(tokens.word(at))
}

/// What stands before a name and a comma: 'the president of Kareth, Ivan Petrov'. In a source it begins with it.
pub(super) fn ahead(tokens: &Tokens<'_>, name: &Range<usize>, source: Option<&Range<usize>>) -> Option<RolePhrase> {
    let sentence = tokens.sentence(name.start).start;
    let words = &tokens.language().speaker;
    let address = |at: &usize| words.nouns.titles.contains(tokens.word(*at).trim_end_matches('.'));
    let first = name.start - (sentence..name.start).rev().take_while(address).count();
    let comma = first.checked_sub(1).filter(|comma| tokens.word(*comma) == "," && *comma > sentence)?;
    if let Some(source) = source.filter(|source| source.start < comma) {
        let told = filling(tokens, source.start.max(sentence)..comma).filter(|told| is_role(tokens, told));
        if told.is_some() {
            return told;
        }
    }
    let starts = (sentence..comma).rev().take(BACK).take_while(|at| tokens.word(*at) != ",");
    let whole = |start: usize| {
        let told = filling(tokens, start..comma)?;
        (told.words.end == comma && is_role(tokens, &told) && !runs_on(tokens, &told)).then_some(told)
    };
    starts.filter_map(|at| whole(opening(tokens, at, sentence)?)).next()
}

/// Whether a word that is no title stands before a name in a description: 'vote' of 'after the vote Secretary of State'.
fn runs_on(tokens: &Tokens<'_>, told: &RolePhrase) -> bool {
    let words = &tokens.language().speaker;
    let head = told.head.unwrap_or(told.words.end);
    (told.words.start..head).any(|at| {
        let word = tokens.word(at);
        let titular = words.is_role(word) || words.roles.qualifiers.contains(word) || tokens.is_capital(at);
        !titular && tokens.is(at, Kind::Word) && tokens.is_capital(at + 1)
    })
}

/// Where a noun phrase begins that a token opens: behind a determiner, with an owner, with the sentence.
fn opening(tokens: &Tokens<'_>, at: usize, sentence: usize) -> Option<usize> {
    let words = &tokens.language().speaker;
    let ties = words.roles.ties.contains(tokens.word(at)) || tokens.word(at) == "by";
    if ties || words.phrases.before_roles.contains(tokens.word(at)) {
        return Some(at + 1);
    }
    if tokens.is(at, Kind::Possessive) {
        let owner = (sentence..at).rev().take_while(|at| name_part::is_part(tokens, *at)).last();
        return owner.map(|start| opened(tokens, start..at).start);
    }
    (at == sentence && is_proper(tokens, at)).then_some(at)
}

fn is_role(tokens: &Tokens<'_>, told: &RolePhrase) -> bool {
    told.head.is_some_and(|head| tokens.language().speaker.is_role(tokens.word(head)))
}

/// What somebody belongs to: 'Ana Silva of the Harbour Trust', 'from Kareth University'.
pub(super) fn affiliation(tokens: &Tokens<'_>, name: &Range<usize>) -> Option<RolePhrase> {
    let at = name.end + usize::from(tokens.word(name.end) == ",");
    if !tokens.language().speaker.roles.belonging.contains(tokens.word(at)) {
        return None;
    }
    let body = at + 1 + usize::from(tokens.word(at + 1) == "the");
    let within = body < tokens.sentence(name.start).end && is_proper(tokens, body);
    within.then(|| RolePhrase { words: body..name::end(tokens, body), head: None })
}
