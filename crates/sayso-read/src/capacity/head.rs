//! The capacity that a description shows by its head noun and the words next to that.

use std::ops::Range;

use super::SourceType;
use crate::speaker::RolePhrase;
use crate::tokens::Tokens;

/// Words of a phrase that the lexicon can have.
pub(super) const MOST_WORDS: usize = 3;

/// What a description tells by its head, and where that is open by the words around it.
pub(super) fn of_head(tokens: &Tokens<'_>, told: &RolePhrase) -> Option<SourceType> {
    let words = &tokens.language().capacity.types;
    let head = told.head?;
    let behind = head + MOST_WORDS..=told.words.end;
    let office = behind.contains(&(head + MOST_WORDS)).then(|| words.head(&joined(tokens, head..head + MOST_WORDS)));
    let decisive =
        office.flatten().or_else(|| phrases(told, head).find_map(|phrase| words.head(&joined(tokens, phrase))));
    if decisive.is_some() {
        return decisive;
    }
    let word = tokens.word(head);
    if tokens.language().speaker.is_people(word) {
        return Some(SourceType::Other);
    }
    let last = word.rsplit('-').next().filter(|last| last.len() < word.len());
    if let Some(told) = last.and_then(|last| words.head(last)) {
        return Some(told);
    }
    let (phrase, otherwise) =
        phrases(told, head).find_map(|phrase| Some((phrase.clone(), words.open(&joined(tokens, phrase))?)))?;
    around(tokens, told, phrase.clone()).or_else(|| owned(tokens, told, &phrase, otherwise))
}

/// The phrases of a description that end with its head, the longest first.
fn phrases(told: &RolePhrase, head: usize) -> impl Iterator<Item = Range<usize>> {
    let first = told.words.start.max((head + 1).saturating_sub(MOST_WORDS));
    (first..=head).map(move |start| start..head + 1)
}

/// What a country or a firm beside a head whose capacity is open makes of it: 'Kareth's spokesman', 'a Velmar spokesman'.
fn owned(tokens: &Tokens<'_>, told: &RolePhrase, head: &Range<usize>, otherwise: SourceType) -> Option<SourceType> {
    let is_firms = || tokens.language().capacity.types.is_of_firms_too(&joined(tokens, head.clone()));
    let by_owner = matches!(otherwise, SourceType::Organisation | SourceType::Company) || is_firms();
    let political = matches!(otherwise, SourceType::Government | SourceType::Politician);
    if !by_owner && !political {
        return None;
    }
    let mut beside = (told.words.start..head.start).rev().chain(head.end..told.words.end);
    if let Some(country) = beside.find_map(|at| of_country(tokens, at)) {
        return Some(country);
    }
    let mut names = (told.words.start..head.start).filter(|at| tokens.is_capital(*at));
    let name = names.next().filter(|_| by_owner && names.next().is_none())?;
    tokens.raw(name).chars().any(char::is_lowercase).then_some(SourceType::Company)
}

/// What a head whose capacity lies in the words around it means where these tell nothing.
pub(super) fn of_open(tokens: &Tokens<'_>, told: &RolePhrase) -> Option<SourceType> {
    let head = told.head?;
    let words = &tokens.language().capacity.types;
    phrases(told, head).find_map(|phrase| words.open(&joined(tokens, phrase)))
}

/// What the words around a head tell: those before it, the nearest first, then those behind.
pub(super) fn around(tokens: &Tokens<'_>, told: &RolePhrase, head: Range<usize>) -> Option<SourceType> {
    let before = (told.words.start..head.start).rev();
    let behind = head.end..told.words.end;
    let context = |at: usize| of_context(tokens, at, &told.words);
    let found = before.into_iter().find_map(context);
    found.or_else(|| of_object(tokens, told, head.end)).or_else(|| behind.into_iter().find_map(context))
}

/// What a word, or a phrase that begins with it, tells of what stands beside it.
pub(super) fn of_context(tokens: &Tokens<'_>, at: usize, within: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    let before = (at > within.start).then(|| joined(tokens, at - 1..at + 1));
    let body = |phrase: &String| lexicon.head(phrase).filter(|found| found.is_body());
    let tells = |phrase: &String| lexicon.context(phrase).or_else(|| body(phrase));
    if let Some(told) = before.as_ref().and_then(tells) {
        return Some(told);
    }
    let ends = (at + 1..=within.end.min(at + MOST_WORDS)).rev();
    let phrases = ends.map(|end| joined(tokens, at..end));
    phrases.into_iter().find_map(|phrase| tells(&phrase))
}

/// What a country's name, adjective or capital stands for.
pub(super) fn of_country(tokens: &Tokens<'_>, at: usize) -> Option<SourceType> {
    let places = tokens.language().speaker.places();
    let word = tokens.word(at);
    let all = [sayso_lang::Standing::Name, sayso_lang::Standing::Adjective, sayso_lang::Standing::Capital];
    places.country(word, &all).map(|_| SourceType::Government)
}

/// Tokens as words in lower case with single spaces.
pub(super) fn joined(tokens: &Tokens<'_>, run: Range<usize>) -> String {
    run.map(|at| tokens.word(at)).collect::<Vec<_>>().join(" ")
}

/// What the body tells that the preposition behind a head ties to it: 'head of the Reef Research Foundation'.
fn of_object(tokens: &Tokens<'_>, told: &RolePhrase, tie: usize) -> Option<SourceType> {
    let words = &tokens.language().speaker;
    let start = tie + 1 + usize::from(tokens.word(tie + 1) == "the");
    let end = (start..told.words.end).find(|at| words.is_tie(tokens.word(*at))).unwrap_or(told.words.end);
    (start < end).then(|| of_words(tokens, &(start..end))).flatten()
}

/// What a body's name tells: its head, then its other words from the last on.
pub(super) fn of_words(tokens: &Tokens<'_>, words: &Range<usize>) -> Option<SourceType> {
    let heads = |at: &usize| matches!(tokens.word(*at), "of" | "for" | "on");
    let head = words.clone().find(heads).unwrap_or(words.end).checked_sub(1)?;
    let context = |at: usize| of_context(tokens, at, words);
    let is_office = tokens.language().capacity.types.open(tokens.word(head)) == Some(SourceType::Government);
    let mut rest = words.clone().rev().filter(|at| *at != head);
    // An Energy Agency is no firm.
    let told = context(head)
        .or_else(|| rest.find_map(|at| context(at).filter(|kind| !is_office || *kind != SourceType::Company)));
    let country = || words.clone().any(|at| of_country(tokens, at).is_some());
    told.or_else(|| (is_open(tokens, head) && country()).then_some(SourceType::Government))
}

fn is_open(tokens: &Tokens<'_>, head: usize) -> bool {
    tokens.language().capacity.types.open(tokens.word(head)).is_some()
}
