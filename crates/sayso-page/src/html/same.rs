//! Finds an extractor's paragraph among those of its page, by letters alone: extractors change blanks and punctuation.

use std::collections::HashMap;

use crate::work;

use super::paragraphs::Paragraphs;

/// So many letters are alike at the start of few paragraphs.
const START: usize = 24;

/// Fewer letters are not looked for inside a paragraph.
const SHORTEST_PART: usize = 12;

/// So many letters are alike where two paragraphs go on together behind what one of them lacks.
const AGAIN: usize = 8;

/// How many paragraphs are looked for in vain elsewhere than at a start: each costs a pass over the page.
const MISSES: usize = 64;

/// Of ten letters of an extractor's paragraph, so many may be missing from where it was found.
const MISSING_OF_TEN: usize = 2;

/// The paragraphs of a page, to be found by their letters.
pub(super) struct ParagraphIndex {
    letters: Vec<String>,
    by_start: HashMap<String, Vec<usize>>,
    /// The letters of all, a line each, and where each begins.
    all: String,
    starts: Vec<usize>,
    misses: usize,
}

impl ParagraphIndex {
    pub(super) fn of(page: &Paragraphs) -> Self {
        let letters: Vec<String> = page.each().map(|paragraph| letters(page.slice(&paragraph))).collect();
        let mut by_start: HashMap<String, Vec<usize>> = HashMap::new();
        let (mut all, mut starts) = (String::new(), Vec::new());
        for (at, letters) in letters.iter().enumerate() {
            by_start.entry(first(letters, START).to_owned()).or_default().push(at);
            starts.push(all.len());
            all.push_str(letters);
            all.push('\n');
        }
        Self { letters, by_start, all, starts, misses: 0 }
    }

    /// The page's paragraphs that hold an extractor's, most likely from the one with the number `next` on; `None` where they
    /// hold too little of it.
    pub(super) fn holding(&mut self, paragraph: &str, mut next: usize) -> Option<Vec<usize>> {
        let whole = letters(paragraph);
        let (mut rest, mut found) = (whole.as_str(), Vec::new());
        while !rest.is_empty() {
            let Some((at, taken)) = self.place(rest, next) else { break };
            found.push(at);
            next = at + 1;
            rest = &rest[taken..];
        }
        (!found.is_empty() && rest.len() * 10 <= whole.len() * MISSING_OF_TEN).then_some(found)
    }

    /// Where letters begin, and how many of them stand there.
    fn place(&mut self, rest: &str, next: usize) -> Option<(usize, usize)> {
        if let Some(letters) =
            self.letters.get(next).filter(|letters| !letters.is_empty() && rest.starts_with(*letters))
        {
            return Some((next, letters.len()));
        }
        let begun = self.by_start.get(first(rest, START)).map(Vec::as_slice).unwrap_or_default();
        let nearest = begun.get(begun.partition_point(|at| *at < next)).or(begun.first());
        if let Some(at) = nearest {
            return Some((*at, together(rest, &self.letters[*at])));
        }
        let found = (self.misses < MISSES).then(|| self.inside(rest, next).or_else(|| self.at_line(rest))).flatten();
        self.misses += usize::from(found.is_none());
        found
    }

    /// A paragraph that begins as this one does before something that the extractor dropped.
    fn at_line(&self, rest: &str) -> Option<(usize, usize)> {
        let part = first(rest, SHORTEST_PART);
        let at =
            work::each(&self.letters).position(|letters| part.len() >= SHORTEST_PART && letters.starts_with(part))?;
        Some((at, together(rest, &self.letters[at])))
    }

    fn inside(&self, rest: &str, next: usize) -> Option<(usize, usize)> {
        let part = first(rest, START);
        if part.len() < SHORTEST_PART {
            return None;
        }
        let from = self.starts.get(next).copied().unwrap_or(self.all.len());
        work::count(self.all.len());
        let found = self.all[from..].find(part).map(|found| from + found).or_else(|| self.all.find(part))?;
        let at = self.starts.partition_point(|start| *start <= found) - 1;
        Some((at, together(rest, &self.letters[at][found - self.starts[at]..])))
    }
}

/// How many letters of one text stand in another in their order, where the other may have more in between.
fn together(one: &str, other: &str) -> usize {
    let (mut taken, mut from) = (0, 0);
    loop {
        let alike = alike(&one[taken..], &other[from..]);
        work::count(alike + 1);
        (taken, from) = (taken + alike, from + alike);
        let again = first(&one[taken..], AGAIN);
        match other[from..].find(again) {
            Some(found) if !again.is_empty() => from += found,
            _ => return taken,
        }
    }
}

/// How many bytes are alike from the start.
fn alike(one: &str, other: &str) -> usize {
    let mut pairs = one.char_indices().zip(other.chars());
    pairs.find(|((_, one), other)| one != other).map_or(one.len().min(other.len()), |((at, _), _)| at)
}

fn first(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_found_whole_joined_and_in_part() {
        let page = Paragraphs::of_fragment(
            "<p>The mayor of Caldry denied it on Monday.</p><p>She left.</p><p>A ferry sank off Caldry on Tuesday night, he said.</p>",
        );
        let mut own = ParagraphIndex::of(&page);
        assert_eq!(own.holding("The mayor of Caldry denied it on Monday. She left.", 0), Some(vec![0, 1]));
        assert_eq!(own.holding("A ferry sank off Caldry, he said.", 0), Some(vec![2]));
        assert_eq!(own.holding("off Caldry on Tuesday", 0), Some(vec![2]));
        assert_eq!(own.holding("Nobody knows what it cost.", 0), None);
        assert_eq!(own.holding("", 0), None);
    }
}
