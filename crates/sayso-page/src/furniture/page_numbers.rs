//! Numbers of pages in what was copied from a document of several: 'Page 1 of 3', '1/3', '1' by itself, each one more than
//! the one before.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::article::FurnitureKind::{self, Other};
use crate::vocabulary::pattern;

use super::lines::FurnitureLine;

/// A page, of how many, and what stands around it; in any language.
static OF_PAGES: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\PN{0,12}?)(\d{1,4})(\PN{1,6}?)(\d{1,4})(\PN{0,3})$"));
static ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^([-–—|\[ ]{0,3})(\d{1,4})([-–—|\] ]{0,3})$"));

/// What all numbers of one run share: what stands around them, and how many pages there are.
type Run = (String, String, String);

/// Marks every line that goes on counting, and the one with which the run begins.
pub(super) fn mark(lines: &[FurnitureLine<'_>], kinds: &mut [Option<FurnitureKind>]) {
    let mut runs: HashMap<Run, (usize, u32)> = HashMap::new();
    for (at, (run, number)) in lines.iter().enumerate().filter_map(|(at, line)| Some((at, number(line.text)?))) {
        if let Some((before, last)) = runs.insert(run, (at, number))
            && last + 1 == number
        {
            kinds[before].get_or_insert(Other);
            kinds[at].get_or_insert(Other);
        }
    }
}

fn number(line: &str) -> Option<(Run, u32)> {
    let part = |found: &regex::Captures<'_>, group: usize| found.get(group).map_or("", |part| part.as_str()).to_owned();
    if let Some(found) = OF_PAGES.captures(line) {
        let (number, all) = (part(&found, 2).parse::<u32>().ok()?, part(&found, 4));
        let within = number >= 1 && all.parse::<u32>().is_ok_and(|all| number <= all);
        return within.then(|| ((part(&found, 1), part(&found, 3) + &all, part(&found, 5)), number));
    }
    let found = ALONE.captures(line)?;
    Some(((part(&found, 1), String::new(), part(&found, 3)), part(&found, 2).parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(lines: &[&str]) -> usize {
        let lines: Vec<_> = lines.iter().map(|text| FurnitureLine::alone(text)).collect();
        let mut kinds = vec![None; lines.len()];
        mark(&lines, &mut kinds);
        kinds.iter().flatten().count()
    }

    #[test]
    fn what_counts_pages_is_told_from_other_numbers() {
        assert_eq!(marked(&["She agreed.", "Page 1 of 3", "He left.", "Page 2 of 3", "Page 3 of 3"]), 3);
        assert_eq!(marked(&["Seite 4/5", "Sie ging.", "Seite 5/5"]), 2);
        assert_eq!(marked(&["- 1 -", "She agreed.", "- 2 -"]), 2);
        assert_eq!(marked(&["Lions 2 - Bears 3", "Lions 3 - Bears 4", "1990", "2010"]), 0);
    }
}
