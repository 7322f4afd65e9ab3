//! Lines that are furniture by what stands around them: items of an offer, and what stands behind the mark that ends a
//! statement for the press.

use std::sync::LazyLock;

use regex::Regex;

use crate::article::FurnitureKind::{self, Advertisement, Other, SignUp};
use crate::vocabulary::pattern;

use super::lines::FurnitureLine;

/// Longer lines between two of an offer say something.
const LONGEST_ITEM: usize = 40;

/// Marks that end a statement, as agencies have long set them.
static END: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:#(?:\s?#){2}|[-–—]\s?30\s?[-–—])$"));

/// Marks what stands between two lines of an offer, and what stands behind the end of a statement.
pub(super) fn mark(lines: &[FurnitureLine<'_>], kinds: &mut [Option<FurnitureKind>]) {
    for at in 1..lines.len().saturating_sub(1) {
        let is_offer = |at: usize| matches!(kinds[at], Some(SignUp | Advertisement));
        if kinds[at].is_none() && is_item(&lines[at]) && is_offer(at - 1) && is_offer(at + 1) {
            kinds[at] = Some(SignUp);
        }
    }
    let end = lines.iter().rposition(|line| END.is_match(line.text)).filter(|end| *end * 2 >= lines.len());
    if let Some(end) = end {
        kinds[end..].iter_mut().for_each(|kind| *kind = kind.or(Some(Other)));
    }
}

fn is_item(line: &FurnitureLine<'_>) -> bool {
    line.text.len() <= LONGEST_ITEM && !line.is_part && !line.is_sentence() && !line.text.contains(['“', '”', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(lines: &[(&str, Option<FurnitureKind>)]) -> Vec<Option<FurnitureKind>> {
        let mut kinds: Vec<_> = lines.iter().map(|(_, kind)| *kind).collect();
        mark(&lines.iter().map(|(text, _)| FurnitureLine::alone(text)).collect::<Vec<_>>(), &mut kinds);
        kinds
    }

    #[test]
    fn an_item_of_an_offer_is_known_by_its_neighbours() {
        let offer = Some(SignUp);
        assert_eq!(marked(&[("Subscribe", offer), ("The daily e-paper", None), ("Log in", offer)]), [offer; 3]);
        assert_eq!(marked(&[("Subscribe", offer), ("The mayor left.", None), ("Log in", offer)])[1], None);
        assert_eq!(marked(&[("Subscribe", offer), ("The daily e-paper", None), ("He left.", None)])[1], None);
    }

    #[test]
    fn what_stands_behind_the_end_is_no_statement() {
        let lines = [("The council buys two buses.", None), ("It said so.", None), ("###", None), ("About us", None)];
        assert_eq!(marked(&lines), [None, None, Some(Other), Some(Other)]);
        assert_eq!(marked(&[("###", None), ("It said so.", None), ("It did.", None)]), [None; 3]);
    }
}
