//! Lines that the page repeats: a paragraph that stands twice, a pulled quotation, the headline below itself.

use std::collections::HashSet;

use memchr::memmem;

use crate::article::FurnitureKind::{self, Repeat};

use super::lines::{self, FurnitureLine};

/// A shorter line may well stand twice: 'She did not reply.'
const LONG: usize = 40;

/// A line that stands more often is part of a list: the steps of a recipe, the fields of a form.
const TWICE: usize = 2;

/// Where the headline stands again: right below itself, or below the byline.
const HEAD: usize = 4;

/// In longer texts quotations are not looked for: the search grows with the square of the length.
const LONGEST_SEARCHED: usize = 128 << 10;

pub(super) fn mark(lines: &[FurnitureLine<'_>], text: &str, kinds: &mut [Option<FurnitureKind>]) {
    let counts = lines::counts(lines);
    let mut seen = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        let paragraph = line.text.len() >= LONG && line.is_sentence() && counts[line.text] == TWICE;
        let again = !seen.insert(line.text) && (paragraph || is_headline_again(at, line, lines));
        if kinds[at].is_none() && (again || is_pulled(at, line, lines, text)) {
            kinds[at] = Some(Repeat);
        }
    }
}

fn is_headline_again(at: usize, line: &FurnitureLine<'_>, lines: &[FurnitureLine<'_>]) -> bool {
    at < HEAD && lines[0].text == line.text && line.is_headline_like()
}

/// A quotation set apart that stands in a paragraph as well. Headlines and ordinary short sentences are no quotations.
fn is_pulled(at: usize, line: &FurnitureLine<'_>, lines: &[FurnitureLine<'_>], text: &str) -> bool {
    let core = line.text.trim_matches(['“', '”', '"', '‘', '’', '„', '«', '»', ' ']);
    if at == 0 || core.len() < LONG || text.len() > LONGEST_SEARCHED {
        return false;
    }
    memmem::find_iter(text.as_bytes(), core).take(2).count() == 2
        && lines.iter().any(|other| other.text.len() > line.text.len() + LONG && other.text.contains(core))
}
