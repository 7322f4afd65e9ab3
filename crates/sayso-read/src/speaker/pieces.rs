//! Lists and appositions: the phrases of a source that each name a speaker.

use std::ops::Range;

use super::name;
use super::name_part;
use super::phrase::{Head, bare, head, head_end, trim};
use super::words::has_any_number;
use crate::tokens::Tokens;

/// What parts two stretches of a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parting {
    Comma,
    And,
    CommaAnd,
    Along,
}

/// Cuts a source into the phrases that each name a speaker: one for most, several for 'Ukraine and South Korea'.
/// Of an apposition, the half with the name is kept.
pub(super) fn pieces(tokens: &Tokens<'_>, source: Range<usize>) -> Vec<Range<usize>> {
    let words = &tokens.language().speaker;
    let mut parts = parts(tokens, trim(tokens, source.clone()));
    if let Some(example) =
        parts.iter().skip(1).position(|(_, part)| words.phrases.examples.contains(tokens.word(part.start)))
    {
        parts.truncate(example + 1);
    }
    let Some((_, first)) = parts.first().cloned() else { return Vec::new() };
    let joined = parts.iter().any(|(parting, _)| *parting != Parting::Comma);
    let apposed =
        parts.get(1).is_some_and(|(parting, part)| *parting == Parting::Comma && is_apposition(tokens, &first, part));
    if parts.len() == 1 {
        return vec![first];
    }
    if gathers(tokens, &first, &parts[1..]) {
        return vec![trim(tokens, source)];
    }
    let places = |part: &Range<usize>| name::knows_place(tokens, bare(tokens, part.clone()));
    if !joined && parts.iter().all(|(_, part)| places(part)) {
        return parts.into_iter().map(|(_, part)| part).collect();
    }
    if issues(tokens, &first) {
        return vec![trim(tokens, source)];
    }
    if !joined || apposed {
        return apposition(tokens, &parts);
    }
    let plural = |part: &Range<usize>| matches!(head(tokens, part.clone()), Head::Noun(noun) if words.is_plural(tokens.word(noun)));
    if parts[1].0 == Parting::Comma
        && parts.len() > 2
        && plural(&first)
        && parts[1..].iter().all(|(_, part)| is_named(tokens, part))
    {
        return parts.into_iter().skip(1).map(|(_, part)| part).collect();
    }
    if let [_, (Parting::And, second)] = parts.as_slice()
        && shares_name(tokens, &first, second)
    {
        return vec![second.clone()];
    }
    if let Some((Parting::Comma, last)) = parts.last() {
        let roles = |part: &Range<usize>| matches!(head(tokens, part.clone()), Head::Noun(noun) if words.is_role(tokens.word(noun)));
        if is_named(tokens, last) && parts[..parts.len() - 1].iter().all(|(_, part)| roles(part)) {
            return vec![last.clone()];
        }
    }
    let whole = first.start..parts.last().map_or(first.end, |(_, part)| part.end);
    let commas = parts.iter().skip(1).any(|(parting, _)| *parting == Parting::Comma);
    let stands = |part: &Range<usize>| is_named(tokens, part) || opens(tokens, part.start);
    let alone = parts.iter().skip(1).all(|(_, part)| stands(part)) && (stands(&first) || commas);
    if alone { parts.into_iter().map(|(_, part)| part).collect() } else { vec![whole] }
}

/// 'officials in Ukraine, Poland and Romania', 'groups such as Oxfam and Save the Children': the list tells which ones.
fn gathers(tokens: &Tokens<'_>, first: &Range<usize>, rest: &[(Parting, Range<usize>)]) -> bool {
    let words = &tokens.language().speaker;
    let end = head_end(tokens, first);
    let noun = end.saturating_sub(1).max(first.start);
    let many = words.is_plural(tokens.word(noun)) && (!is_named(tokens, &(first.start..end)) || noun == first.start);
    let titled = |part: &Range<usize>| part.clone().any(|at| words.is_role(tokens.word(at)));
    let listing = match tokens.word(end) {
        word if words.phrases.gathering.contains(word) => true,
        word if words.phrases.gathering_names.contains(word) => {
            rest.iter().all(|(_, part)| is_named(tokens, part) && !titled(part))
        }
        _ => false,
    };
    many && listing && end + 1 < first.end && name_part::is_part(tokens, first.end - 1)
}

/// 'reports by Reuters, Interfax and others': the list belongs to whoever issued the document.
fn issues(tokens: &Tokens<'_>, first: &Range<usize>) -> bool {
    let Head::Noun(noun) = head(tokens, first.clone()) else { return false };
    has_any_number(&tokens.language().speaker.nouns.documents, tokens.word(noun))
        && matches!(tokens.word(noun + 1), "by" | "from")
        && noun + 1 < first.end
}

/// 'the foreign minister and prime minister-designate Tzipi Livni': two roles of one person.
fn shares_name(tokens: &Tokens<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let words = &tokens.language().speaker;
    let Head::Noun(noun) = head(tokens, first.clone()) else { return false };
    let Head::Name(name) = head(tokens, second.clone()) else { return false };
    let role = |at: usize| words.is_role(tokens.word(at)) && !words.is_plural(tokens.word(at));
    let titled = (second.start..name.start).any(role) && !opens(tokens, second.start);
    role(noun) && titled
}

/// Keeps the half with a name, and whoever is added with 'along with'.
fn apposition(tokens: &Tokens<'_>, parts: &[(Parting, Range<usize>)]) -> Vec<Range<usize>> {
    let first = &parts[0].1;
    let is_telling = |part: &&(Parting, Range<usize>)| {
        let short = head_end(tokens, first) == first.end;
        matches!(head(tokens, part.1.clone()), Head::Name(name) if name.len() > 1 || short || name::is_acronym(tokens.raw(name.start)) || tokens.word(part.1.start) == "the")
    };
    let last = parts[1..].iter().take_while(|(parting, _)| *parting == Parting::Comma).filter(is_telling).last();
    let main = match last {
        Some((_, named)) if !is_named(tokens, first) || is_place_of(tokens, first, named) => named.clone(),
        _ => first.clone(),
    };
    let adds = |parting: Parting, part: &Range<usize>| {
        parting == Parting::Along || (parting == Parting::CommaAnd && is_named(tokens, part))
    };
    let added = parts[1..].iter().filter(|(parting, part)| adds(*parting, part)).map(|(_, part)| part.clone());
    std::iter::once(main).chain(added).collect()
}

/// 'Houston, Texas representative Al Edwards': a place before the role of whoever is meant.
fn is_place_of(tokens: &Tokens<'_>, first: &Range<usize>, named: &Range<usize>) -> bool {
    let Head::Name(name) = head(tokens, named.clone()) else { return false };
    let role = name.start > named.start && tokens.language().speaker.is_role(tokens.word(name.start - 1));
    first.len() == 1 && role && tokens.is_capital(named.start)
}

fn is_apposition(tokens: &Tokens<'_>, first: &Range<usize>, part: &Range<usize>) -> bool {
    let words = &tokens.language().speaker;
    let opener = tokens.word(part.start);
    let small = !tokens.is_capital(part.start) && !words.phrases.no_apposition.contains(opener);
    let roles = part.clone().any(|at| words.is_role(tokens.word(at)));
    let named = is_named(tokens, part);
    match (is_named(tokens, first), named) {
        (true, true) => small,
        (true, false) => small || roles || opener == "the",
        (false, true) => !opens(tokens, first.start) || first.clone().any(|at| words.is_role(tokens.word(at))),
        (false, false) => false,
    }
}

/// Whether a phrase opens with a word that begins a noun phrase of its own.
fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    tokens.language().speaker.phrases.openers.contains(word)
}

/// Whether a phrase is built on a proper name.
pub(super) fn is_named(tokens: &Tokens<'_>, part: &Range<usize>) -> bool {
    matches!(head(tokens, part.clone()), Head::Name(_))
}

/// The stretches between commas and conjunctions outside of names.
fn parts(tokens: &Tokens<'_>, source: Range<usize>) -> Vec<(Parting, Range<usize>)> {
    let mut out = Vec::new();
    let mut parting = Parting::Comma;
    let mut start = source.start;
    let mut at = source.start;
    while at < source.end {
        let (found, length) = match tokens.word(at) {
            "," | "—" | "–" => (Some(Parting::Comma), 1),
            "and" | "nor" | "or" => (Some(Parting::And), 1),
            "along" | "together" if tokens.word(at + 1) == "with" => (Some(Parting::Along), 2),
            "as" if tokens.follows(at, "as well as") => (Some(Parting::Along), 3),
            _ if name_part::is_part(tokens, at) => (None, name::end(tokens, at) - at),
            _ => (None, 1),
        };
        if let Some(found) = found {
            if start < at {
                out.push((parting, trim(tokens, start..at)));
            }
            let behind_comma = start >= at && parting == Parting::Comma && !out.is_empty();
            parting = if behind_comma && found == Parting::And { Parting::CommaAnd } else { found };
            start = at + length;
        }
        at += length;
    }
    if start < source.end {
        out.push((parting, trim(tokens, start..source.end)));
    }
    out.retain(|(_, part)| !part.is_empty());
    out
}
