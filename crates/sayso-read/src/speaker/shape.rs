//! How far a name reaches: what stands around a run that belongs to it, and what within it does not.

use std::ops::Range;

use super::name;
use super::name_part;
use super::words::has_any_number;
use crate::tokens::{Kind, Tokens};

/// How far back an owner is looked for, in tokens.
const REACH: usize = 12;

/// 'president of Chad Idriss Deby', 'minister of Foreign Affairs Maxime Verhagen', 'Finance Minster Benjamin Netanyahu':
/// the two last words, where a role and a country stand before them, or where the last one is used alone elsewhere and
/// too many words stand before for one name.
pub(super) fn behind_purview(
    tokens: &Tokens<'_>,
    run: &Range<usize>,
    alone: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let words = &tokens.language().speaker;
    let name = run.end.checked_sub(2).filter(|_| run.len() > 2)?..run.end;
    let of = run.start.saturating_sub(1 + usize::from(tokens.before(run.start, 1) == "the"));
    let role = words.phrases.before_holders.contains(tokens.word(of)) && words.is_role(tokens.before(of, 1));
    let country = name::knows_place(tokens, run.start..name.start);
    let plain = run.clone().skip(1).all(|at| name_part::is_part(tokens, at))
        && name.clone().all(|at| !has_any_number(&words.nouns.organisations, tokens.word(at)));
    let called = alone(tokens.raw(run.end - 1)) && (role || country || run.len() > 3);
    // 'chairman of Adler Holdings Ruth Kern'
    let company = run.start + 1 < name.start && words.nouns.organisations.contains(tokens.word(name.start - 1));
    (plain && (called || (role && (country || company)))).then_some(name)
}

/// The name inside titles in capitals: 'President of the Union of Concerned Scientists'.
pub(super) fn purview(tokens: &Tokens<'_>, run: &Range<usize>) -> Option<Range<usize>> {
    let of = run.clone().find(|at| matches!(tokens.word(*at), "of" | "for"))?;
    let start = of + 1 + usize::from(tokens.word(of + 1) == "the");
    let headed = start < run.end
        && (has_any_number(&tokens.language().speaker.nouns.organisations, tokens.word(start))
            || name::is_acronym(tokens.raw(start))
            || name::knows_place(tokens, start..run.end));
    headed.then_some(start..run.end)
}

/// The last words of a name, if they are those that an acronym is made of.
pub(super) fn spelt_out<'n>(name: &'n str, acronym: &str) -> Option<&'n str> {
    let starts =
        name.char_indices().filter(|(at, letter)| letter.is_uppercase() && (*at == 0 || name[..*at].ends_with(' ')));
    let starts: Vec<(usize, char)> = starts.collect();
    let first = starts.len().checked_sub(acronym.chars().count())?;
    let spelt = starts[first..].iter().map(|(_, letter)| *letter).eq(acronym.chars());
    spelt.then(|| &name[starts[first].0..])
}

/// A name together with its owner, where the name alone could be anybody's: 'Bulgaria's Health Ministry'.
pub(super) fn with_owner(tokens: &Tokens<'_>, run: &Range<usize>) -> Range<usize> {
    let words = &tokens.language().speaker;
    let open = run.clone().all(|at| {
        words.names.open.contains(tokens.word(at)) || has_any_number(&words.nouns.organisations, tokens.word(at))
    });
    let Some(possessive) = run.start.checked_sub(1).filter(|at| open && tokens.is(*at, Kind::Possessive)) else {
        return run.clone();
    };
    let sentence = tokens.sentence(run.start).start;
    let part = |at: &usize| name_part::is_part(tokens, *at) || tokens.word(*at) == "of";
    let length = (sentence..possessive).rev().take(REACH).take_while(part).count();
    let mut start = possessive - length;
    while start < possessive && (words.small.function.contains(tokens.word(start)) || tokens.word(start) == "of") {
        start += 1;
    }
    if start < possessive { start..run.end } else { run.clone() }
}

/// A run as it stands in the text, white space made single.
pub(super) fn written(tokens: &Tokens<'_>, run: Range<usize>) -> String {
    let mut out = String::new();
    for at in run.clone() {
        let apart = at > run.start && tokens.span(at - 1).end() < tokens.span(at).start();
        if apart {
            out.push(' ');
        }
        out.push_str(&tokens.written(at));
    }
    out
}

/// The token of an acronym in brackets right behind a name.
pub(super) fn bracketed(tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let raw = tokens.raw(end + 1);
    let bracketed = tokens.word(end) == "(" && tokens.word(end + 2) == ")";
    let fits = bracketed && end > 0 && end + 2 < tokens.paragraph(end - 1).end && raw.len() <= 10;
    let capitals = raw.chars().filter(|letter| letter.is_uppercase()).count();
    (fits && capitals > 1 && 2 * capitals > raw.chars().count() && !raw.contains('-')).then_some(end + 1)
}
