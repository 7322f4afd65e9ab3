//! Titles: which words are, and which part of a run of capitalised words is the bare name.

use std::ops::Range;

use super::name::knows_place;
use super::name_part::is_part;
use super::words::has_any_number;
use crate::tokens::{Kind, Tokens};

/// What a run of capitalised words is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TitleRun {
    /// A name, without the titles before it.
    Name(Range<usize>),
    /// A name that titles before it give as a person's.
    Person(Range<usize>),
    /// Nothing but titles: 'Prime Minister'.
    Titles,
}

/// Parts the titles of a run from the bare name.
pub(super) fn bare(tokens: &Tokens<'_>, run: Range<usize>) -> TitleRun {
    let words = &tokens.language().speaker;
    if run.len() == 1 && matches!(tokens.word(run.start), "democrats" | "liberals" | "republicans") {
        return TitleRun::Name(run);
    }
    let of = run.clone().find(|at| matches!(tokens.word(*at), "of" | "for"));
    let inner = run
        .clone()
        .rev()
        .find(|at| at + 1 < run.end && words.is_role(tokens.word(*at)) && of.is_some_and(|of| *at > of));
    if let Some(inner) = inner {
        let plain = (inner + 1..run.end)
            .all(|at| is_part(tokens, at) && !has_any_number(&words.nouns.organisations, tokens.word(at)));
        if plain {
            return TitleRun::Person(inner + 1..run.end);
        }
    }
    if of.is_some_and(|of| of > run.start && has_any_number(&words.nouns.organisations, tokens.word(of - 1))) {
        return TitleRun::Name(run);
    }
    let titles = of.filter(|of| *of > run.start && words.is_role(tokens.word(of - 1))).map(|of| of - 1);
    let titles_one = |at: &usize| {
        let named = *at > run.start && words.names.surnames.contains(tokens.word(*at)) && !titular(tokens, at - 1);
        words.is_role(tokens.word(*at)) && !(named && at + 1 < run.end)
    };
    let last = titles.or_else(|| run.clone().rev().find(titles_one));
    let Some(last) = last else { return TitleRun::Name(run) };
    let tail = last + 1..run.end;
    // 'Reporters Without Borders', 'Mothers Against Drunk Driving'
    if words.is_plural(tokens.word(last)) && words.names.behind_plurals.contains(tokens.word(tail.start)) {
        return TitleRun::Name(run);
    }
    if tail.is_empty() {
        return if run.clone().all(|at| titular(tokens, at)) { TitleRun::Titles } else { headed(tokens, run) };
    }
    if words.names.ties.contains(tokens.word(tail.start)) {
        return behind_purview(tokens, run, tail);
    }
    let organised = tail
        .clone()
        .any(|at| has_any_number(&words.nouns.organisations, tokens.word(at)) || tokens.is(at, Kind::Possessive));
    if organised { TitleRun::Name(run) } else { TitleRun::Person(tail) }
}

fn titular(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    let word = tokens.word(at);
    words.is_role(word) || words.places.is_adjective(word) || words.names.portfolios.contains(word)
}

/// A run that ends with a role: 'Peter T. King' is a name, 'US State Department Spokesman' is none, 'United Auto Workers' is
/// one again.
fn headed(tokens: &Tokens<'_>, run: Range<usize>) -> TitleRun {
    let words = &tokens.language().speaker;
    let last = tokens.word(run.end - 1);
    let gathers = words.is_plural(last) && !titular(tokens, run.start) && !knows_place(tokens, run.start..run.end - 1);
    if words.names.surnames.contains(last) || gathers || run.len() == 1 {
        TitleRun::Name(run)
    } else {
        TitleRun::Titles
    }
}

/// 'President of Brazil Dilma Rousseff': a name may follow what the role is of.
fn behind_purview(tokens: &Tokens<'_>, run: Range<usize>, tail: Range<usize>) -> TitleRun {
    let words = &tokens.language().speaker;
    // 'Undersecretary of the Army for Acquisition Jo Hale'
    let mut purviews = tail.clone().skip(1).filter(|at| matches!(tokens.word(*at), "of" | "for"));
    let second = purviews.next().filter(|at| tokens.word(*at) == "for" && purviews.next().is_none());
    let mut object = second.unwrap_or(tail.start) + 1;
    object += usize::from(tokens.word(object) == "the");
    let country = (1..=3)
        .rev()
        .map(|length| object..object + length)
        .find(|part| part.end <= run.end && knows_place(tokens, part.clone()));
    let name = country.map_or(object + 1, |part| part.end)..run.end;
    let organised = name.clone().any(|at| {
        has_any_number(&words.nouns.organisations, tokens.word(at))
            || words.places.is_adjective(tokens.word(at))
            || !is_part(tokens, at)
    });
    match name.len() {
        2..=4 if !organised => TitleRun::Person(name),
        _ if words.nouns.organisations.contains(tokens.word(run.start)) => TitleRun::Name(run),
        _ => TitleRun::Titles,
    }
}
