//! An outlet recognised by a noun: 'the Sandholm Post newspaper', 'Iranian state television', 'the newspaper'.

use std::ops::Range;

use sayso_lang::Words;

use super::name::{is_of_name, is_telling, run_before, run_from};
use super::outlet_words::OutletWords;
use crate::tokens::Tokens;

/// What a noun tells.
pub(super) enum DescribedOutlet {
    /// A name, before or behind the noun.
    Named(Range<usize>),
    /// No name: the words that describe it.
    Unnamed(Range<usize>),
    /// An outlet named earlier.
    Back(Range<usize>),
}

/// What the noun at a token tells; nothing before token `floor` belongs to it.
pub(super) fn at(tokens: &Tokens<'_>, index: usize, floor: usize) -> Option<DescribedOutlet> {
    let words = &tokens.language().provenance;
    let noun = tokens.word(index);
    let is_back = tokens.before(index, 1) == "the" || tokens.precedes(index, "the same");
    if noun == "media" && tokens.word(index + 1) == "in" && is_of_name(tokens, index + 2) {
        return Some(DescribedOutlet::Unnamed(index..run_from(tokens, index + 2).end));
    }
    let is_lower = !tokens.is_capital(index) || tokens.raw(index) == "TV";
    let is_noun = [&words.outlets.papers, &words.outlets.broadcasters, &words.outlets.others]
        .iter()
        .any(|list| list.contains(noun));
    if !is_lower || index < floor {
        return None;
    }
    let behind = behind(tokens, index);
    if !behind.is_empty() {
        let is_told = behind.clone().any(|at| is_telling(tokens, at));
        return (is_noun && !is_told && tells(tokens, index)).then_some(DescribedOutlet::Named(behind));
    }
    if let Some(named) = words.outlets.papers.contains(noun).then(|| before(tokens, index, floor)).flatten() {
        return Some(DescribedOutlet::Named(named));
    }
    if is_back
        && [&words.outlets.back_to_paper, &words.outlets.back_to_broadcaster, &words.outlets.back_to_other]
            .iter()
            .any(|list| list.contains(noun))
    {
        return Some(DescribedOutlet::Back(index..index + 1));
    }
    (is_noun && tells(tokens, index)).then(|| unnamed(tokens, index, floor)).flatten().map(DescribedOutlet::Unnamed)
}

/// Whether an outlet of this name may be gone back to by this noun.
pub(super) fn can_be(words: &OutletWords, name: &str, noun: &str) -> bool {
    let lower = name.to_lowercase();
    let has = |parts: &Words| parts.iter().any(|part| lower.contains(part));
    let has_agency = lower.contains("agency");
    let is_acronym = name.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_broadcaster = is_acronym || has(&words.in_broadcasters);
    let is_agency = is_acronym || has(&words.in_agencies);
    match noun {
        "agency" => is_agency,
        noun if words.back_to_broadcaster.contains(noun) => is_broadcaster && !has_agency,
        noun if words.back_to_paper.contains(noun) => !has(&words.not_in_papers) && !is_acronym,
        _ => !has_agency && !is_acronym,
    }
}

/// Whether the noun, with what stands before it, tells an outlet.
fn tells(tokens: &Tokens<'_>, index: usize) -> bool {
    let words = &tokens.language().provenance;
    let (noun, before) = (tokens.word(index), tokens.before(index, 1));
    let is_of = |list: &Words| list.contains(before);
    match noun {
        noun if words.outlets.papers.contains(noun) => true,
        "broadcaster" | "broadcasters" => true,
        // 'the Carran media outlet Sendan'.
        noun if words.outlets.media.contains(noun) && words.outlets.others.contains(tokens.word(index + 1)) => false,
        noun if words.outlets.media.contains(noun) => {
            is_of(&words.outlets.whose) || index > 0 && is_people(tokens, index - 1)
        }
        _ => is_of(&words.outlets.of_news) || noun == "agency" && before == "state",
    }
}

/// The name behind the noun: 'newspaper La Repubblica', 'newspaper, The Tech'.
fn behind(tokens: &Tokens<'_>, index: usize) -> Range<usize> {
    let end = tokens.sentence(index).end;
    let article = usize::from(tokens.raw(index + 1) == ",") + usize::from(tokens.word(index + 2) == "the");
    let first = index + 1 + if article == 2 { 2 } else { usize::from(tokens.word(index + 1) == "the") };
    let run = run_from(tokens, first);
    run.start..run.end.min(end).max(run.start)
}

/// The name before the noun, where it is more than a people's: 'the Laumont newspaper', not 'a Russian newspaper'.
fn before(tokens: &Tokens<'_>, index: usize, floor: usize) -> Option<Range<usize>> {
    let run = run_before(tokens, index, floor.max(tokens.sentence(index).start));
    run.clone().any(|at| !is_people(tokens, at)).then_some(run)
}

/// From the first word that describes the noun to the noun, with an article that is not 'the'.
fn unnamed(tokens: &Tokens<'_>, index: usize, floor: usize) -> Option<Range<usize>> {
    let words = &tokens.language().provenance;
    let describes = |at: usize| {
        let word = tokens.word(at);
        words.outlets.whose.contains(word) || words.outlets.of_news.contains(word) || is_people(tokens, at)
    };
    let mut start = index;
    while start > floor && describes(start - 1) && tokens.sentence(start - 1) == tokens.sentence(index) {
        start -= 1;
    }
    let before = tokens.before(start, 1);
    if matches!(before, "this" | "our") {
        return None;
    }
    let has_article = start > floor && words.phrase.determiners.contains(before) && before != "the";
    let is_bare = start == index && !has_article;
    (!is_bare).then_some(start - usize::from(has_article)..index + 1)
}

/// Whether a token names a people or a country: 'Iranian', 'Danish', 'Kuwaiti', 'U.S.'.
pub(super) fn is_people(tokens: &Tokens<'_>, index: usize) -> bool {
    let words = &tokens.language().provenance;
    let word = tokens.word(index);
    let by_ending = words.outlets.people_endings.iter().any(|ending| word.len() > 4 && word.ends_with(ending));
    is_of_name(tokens, index) && (by_ending || words.outlets.peoples.contains(word))
}
