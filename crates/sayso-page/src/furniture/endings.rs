//! Furniture glued to the end of a paragraph: 'This is a developing story. Read more about … here.'

use crate::article::FurnitureKind;

use super::phrases;

/// At most so many sentences at the end of a line are looked at.
const MOST: usize = 4;

/// The last sentences of a line that are furniture, in order.
pub(super) fn of_line(line: &str) -> Vec<(&str, FurnitureKind)> {
    let mut found = Vec::new();
    let mut rest = line;
    while found.len() < MOST {
        let start = last_sentence(rest);
        let sentence = rest[start..].trim();
        let Some(kind) = phrases::kind_of_ending(sentence).filter(|_| start > 0 || !found.is_empty()) else { break };
        found.push((sentence, kind));
        rest = rest[..start].trim_end();
    }
    found.reverse();
    found
}

/// Where the last sentence begins: behind a full stop and a space, before a capital, a bracket or a quotation mark.
fn last_sentence(text: &str) -> usize {
    let begins = |(at, _): &(usize, &str)| {
        let before = text[..*at].trim_end_matches(['”', '"', '’', ')']);
        let after = text[at + 1..].chars().next();
        before.ends_with(['.', '!', '?'])
            && after.is_some_and(|letter| letter.is_uppercase() || "(“\"‘[".contains(letter))
    };
    text.rmatch_indices(' ').find(begins).map_or(0, |(at, _)| at + 1)
}
