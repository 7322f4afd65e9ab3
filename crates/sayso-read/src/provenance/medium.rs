//! By what medium something was said: 'in a statement on Telegram', 'told Reuters', 'at a press conference'.

use std::ops::Range;

use super::outlets::Outlets;
use super::phrase::{long_end, plain_end};
use super::surroundings::Surroundings;
use crate::tokens::Tokens;

/// The phrases around an attribution that say by what medium it was said, as runs of tokens.
pub(super) fn around(tokens: &Tokens<'_>, frame: &Surroundings, outlets: &Outlets) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for stretch in &frame.stretches {
        let mut index = stretch.start;
        while index < stretch.end {
            let phrase = at(tokens, outlets, index, stretch.end)
                .filter(|phrase| frame.reaches(phrase.start) && !frame.in_source(phrase))
                .filter(|phrase| {
                    !tokens.language().provenance.relay.tells.contains(tokens.word(phrase.start))
                        || frame.cue.contains(&phrase.start)
                });
            index = phrase.as_ref().map_or(index + 1, |phrase| phrase.end.max(index + 1));
            found.extend(phrase);
        }
    }
    found
}

/// The medium that begins at a token.
fn at(tokens: &Tokens<'_>, outlets: &Outlets, index: usize, limit: usize) -> Option<Range<usize>> {
    let words = &tokens.language().provenance;
    let word = tokens.word(index);
    if words.relay.tells.contains(word) {
        let end = plain_end(tokens, index + 1, limit);
        return is_addressee(tokens, outlets, index + 1..end).then_some(index..end);
    }
    if word == "to" && words.relay.speech.contains(tokens.before(index, 1)) {
        let end = plain_end(tokens, index + 1, limit);
        return is_addressee(tokens, outlets, index + 1..end).then_some(index..end);
    }
    if !words.medium.before_medium.contains(word) {
        return None;
    }
    let end = plain_end(tokens, index + 1, limit);
    let is_outlet = matches!(word, "in" | "on")
        && words.relay.speech.contains(tokens.before(index, 1))
        && has_outlet(outlets, index + 1..end);
    let end = if is_outlet { end } else { noun_end(tokens, index + 1, end)? };
    // 'On a lighter note'.
    if word == "on" && tokens.before(end, 1) == "note" {
        return None;
    }
    let end = behind(tokens, end, limit);
    Some(index..named_end(tokens, outlets, end, limit))
}

/// The end of an outlet's name that begins at `end`, or before it: 'for the newspaper The Globe and Mail'.
fn named_end(tokens: &Tokens<'_>, outlets: &Outlets, end: usize, limit: usize) -> usize {
    let start = end + usize::from(tokens.word(end) == "the");
    let name = outlets.within(end - 1..start + 1).last().filter(|mention| mention.tokens.start <= start);
    name.map_or(end, |mention| mention.tokens.end.clamp(end, limit.max(end)))
}

/// The press, an outlet or a gathering.
fn is_addressee(tokens: &Tokens<'_>, outlets: &Outlets, phrase: Range<usize>) -> bool {
    let words = &tokens.language().provenance;
    let last = tokens.before(phrase.end, 1);
    let is_press = words.relay.press.contains(last) || last == "media" || words.relay.reporters.contains(last);
    !phrase.is_empty() && (is_press || words.medium.forums.contains(last) || has_outlet(outlets, phrase))
}

fn has_outlet(outlets: &Outlets, phrase: Range<usize>) -> bool {
    outlets.within(phrase).iter().any(|mention| mention.sure)
}

/// The end of the noun phrase from `start` to `end` up to its last word for a medium; a bare word only where it needs
/// no article.
fn noun_end(tokens: &Tokens<'_>, start: usize, end: usize) -> Option<usize> {
    let words = &tokens.language().provenance;
    let last = (start..end).rev().find(|at| words.medium.mediums.contains(tokens.word(*at)))?;
    // 'in an address following the vote'; but 'in a video game'.
    let next = tokens.word(last + 1);
    let is_last = last + 1 == end
        || ["ing", "ed"].iter().any(|ending| next.ends_with(ending))
        || matches!(next, "given" | "made" | "sent");
    let has_article = words.phrase.determiners.contains(tokens.word(start)) || tokens.is_capital(start);
    let is_bare = words.medium.bare_mediums.contains(tokens.word(last)) || tokens.word(last) == "conference";
    (is_last && (has_article || is_bare)).then_some(last + 1)
}

/// The end of what hangs on a medium: 'with the BBC', 'published by the ministry', 'on his website'.
fn behind(tokens: &Tokens<'_>, end: usize, limit: usize) -> usize {
    let words = &tokens.language().provenance;
    let participle = usize::from(words.medium.issued.contains(tokens.word(end)));
    let tie = end + participle;
    let is_tie = words.medium.behind_medium.contains(tokens.word(tie)) || participle == 1 && tokens.word(tie) == "by";
    if !is_tie || tie >= limit {
        return end;
    }
    let after = long_end(tokens, tie + 1, limit, &words.phrase.ties);
    if after > tie + 1 { after } else { end }
}
