//! The grammar of a source: lists, appositions, articles, heads.

use std::ops::Range;

use super::name;
use super::name_part;
use super::titles::{self, TitleRun};
use super::words::singular;
use crate::tokens::{Kind, Tokens};

/// What a noun phrase is built on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A proper name, titles left out.
    Name(Range<usize>),
    /// A common noun, or titles in capitals; the token of the noun.
    Noun(usize),
    /// No word at all.
    None,
}

/// A phrase without marks, possessive endings and words of number at its ends.
pub(super) fn trim(tokens: &Tokens<'_>, mut phrase: Range<usize>) -> Range<usize> {
    let words = &tokens.language().speaker;
    let mark = |at: usize| tokens.is(at, Kind::Mark) && !matches!(tokens.word(at), "$" | "€" | "£" | "%" | "@");
    while !phrase.is_empty() && (mark(phrase.start) || words.phrases.leads.contains(tokens.word(phrase.start))) {
        phrase.start += 1;
    }
    let loose =
        |at: usize| at > phrase.start && !tokens.is_capital(at) && words.phrases.trails.contains(tokens.word(at));
    while !phrase.is_empty()
        && (mark(phrase.end - 1) || tokens.is(phrase.end - 1, Kind::Possessive) || loose(phrase.end - 1))
    {
        if tokens.word(phrase.end - 1) == ")" && phrase.clone().any(|at| tokens.word(at) == "(") {
            break;
        }
        phrase.end -= 1;
    }
    phrase
}

/// A phrase without its leading article.
pub(super) fn bare(tokens: &Tokens<'_>, phrase: Range<usize>) -> Range<usize> {
    let article = matches!(tokens.word(phrase.start), "the" | "a" | "an");
    if article && phrase.len() > 1 { phrase.start + 1..phrase.end } else { phrase }
}

/// Where what follows the head of a phrase begins: a preposition, a clause, a bracket.
pub(super) fn head_end(tokens: &Tokens<'_>, phrase: &Range<usize>) -> usize {
    let mut at = phrase.start;
    while at < phrase.end {
        if name_part::is_part(tokens, at) && !tokens.language().speaker.small.function.contains(tokens.word(at)) {
            at = name::end(tokens, at).min(phrase.end);
        } else if at > phrase.start && (follows_head(tokens, at) || is_verb_behind_name(tokens, at)) {
            return at;
        } else {
            at += 1;
        }
    }
    phrase.end
}

/// Whether a word behind a name is a verb, by the English ending or a list, and none of the name.
fn is_verb_behind_name(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    let verb =
        (word.ends_with("ed") && !word.contains('-')) || tokens.language().speaker.phrases.behind_names.contains(word);
    verb && !tokens.is_capital(at) && name_part::is_part(tokens, at - 1)
}

fn follows_head(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    matches!(word, "(" | "," | "—" | "–") || tokens.language().speaker.phrases.behind_heads.contains(word)
}

/// What a phrase is built on.
pub(super) fn head(tokens: &Tokens<'_>, phrase: Range<usize>) -> Head {
    let phrase = bare(tokens, trim(tokens, phrase));
    if phrase.is_empty() {
        return Head::None;
    }
    let end = head_end(tokens, &phrase);
    match last_run(tokens, phrase.start..end) {
        Some(run) if run.end == end && is_common(tokens, &run) => Head::Noun(run.start),
        Some(run) if run.end == end => match titles::bare(tokens, run) {
            TitleRun::Name(name) | TitleRun::Person(name) => Head::Name(name),
            TitleRun::Titles => Head::Noun(title(tokens, phrase.start..end)),
        },
        _ => Head::Noun(end - 1),
    }
}

/// The title that titles in capitals are built on: 'Secretary' of 'Secretary of State'.
fn title(tokens: &Tokens<'_>, titles: Range<usize>) -> usize {
    let of = titles.clone().find(|at| matches!(tokens.word(*at), "of" | "for")).unwrap_or(titles.end);
    (titles.start..of).rev().find(|at| tokens.language().speaker.is_role(tokens.word(*at))).unwrap_or(titles.end - 1)
}

/// Whether a run is a common noun with the capital of its sentence.
fn is_common(tokens: &Tokens<'_>, run: &Range<usize>) -> bool {
    let word = tokens.word(run.start);
    let plural = singular(word).is_some();
    run.len() == 1 && plural && tokens.language().speaker.is_known(word) && name::begins(tokens, run.start)
}

/// The last run of name words in a stretch.
pub(super) fn last_run(tokens: &Tokens<'_>, stretch: Range<usize>) -> Option<Range<usize>> {
    let mut last = None;
    let mut at = stretch.start;
    while at < stretch.end {
        let function =
            tokens.language().speaker.small.function.contains(tokens.word(at)) && !name::is_acronym(tokens.raw(at));
        if name_part::is_part(tokens, at) && !function {
            let end = name::end(tokens, at).min(stretch.end);
            last = Some(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    last
}
