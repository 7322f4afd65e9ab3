//! Facts about a name in the rest of its article, looked up once a name.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::vocabulary::english;
use crate::{Document, work};

/// Names of an article that are looked for in it, at most: real articles have a few dozen, and each costs a pass over the
/// text.
const MOST: usize = 256;

/// Words of a name from which it may have run over a line break.
const LONG_NAME: usize = 4;

/// What is known of names.
#[derive(Default)]
pub(super) struct NameKnowledge {
    groups: RefCell<HashMap<String, bool>>,
    lines: RefCell<HashMap<String, String>>,
}

impl NameKnowledge {
    /// Whether the article calls a name a group's: 'the militant group Harun Del'.
    pub(super) fn is_group(&self, document: &Document, name: &str) -> bool {
        known(&self.groups, name, || is_group(document.text.as_str(), name)).unwrap_or_default()
    }

    /// A name without what stands on another line: a heading or a caption.
    pub(super) fn on_one_line(&self, document: &Document, name: &str) -> Option<String> {
        known(&self.lines, name, || on_one_line(document.text.as_str(), name).to_owned())
    }
}

/// What is known of a name, or found out; none where too many names were looked for.
fn known<T: Clone>(all: &RefCell<HashMap<String, T>>, name: &str, find: impl FnOnce() -> T) -> Option<T> {
    let mut all = all.borrow_mut();
    if let Some(known) = all.get(name) {
        return Some(known.clone());
    }
    (all.len() < MOST).then(|| all.entry(name.to_owned()).or_insert_with(find).clone())
}

fn is_group(text: &str, name: &str) -> bool {
    let mut places = work::each(text.match_indices(name)).map(|(at, _)| &text[..at]);
    places.any(|before| {
        let before = before.trim_end().rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        english().entity.bodies.contains(&before.to_lowercase())
    })
}

/// What stands on a line before is no part of a name; nor is the last word of a caption, behind a name that the article has
/// elsewhere.
fn on_one_line<'n>(text: &str, name: &'n str) -> &'n str {
    if name.split(' ').count() >= LONG_NAME && !text.contains(name) {
        let mut breaks = name.match_indices(' ').map(|(at, _)| at).take(2 * LONG_NAME);
        let broken = breaks.find(|at| text.contains(&format!("{}\n{}", &name[..*at], &name[at + 1..])));
        return broken.map_or(name, |at| &name[at + 1..]);
    }
    let Some((shorter, _)) = name.rsplit_once(' ').filter(|(shorter, _)| shorter.contains(' ')) else { return name };
    let mut places = work::each(text.match_indices(name));
    let is_caption = places.all(|(at, _)| text[at + name.len()..].starts_with('\n'));
    let is_elsewhere = || text.matches(shorter).count() > text.matches(name).count();
    if is_caption && is_elsewhere() { shorter } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_and_headings_are_no_part_of_a_name() {
        let text = "Ferry row\nUnion leader Sven Arkady\nSven Arkady Archive\nSven Arkady said so.";
        assert_eq!(on_one_line(text, "Ferry row Union leader"), "Union leader");
        assert_eq!(on_one_line(text, "Sven Arkady Archive"), "Sven Arkady");
        assert_eq!(on_one_line(text, "Sven Arkady"), "Sven Arkady");
    }

    #[test]
    fn a_group_is_called_one() {
        assert!(is_group("The militant group Harun Del said no.", "Harun Del"));
        assert!(!is_group("Its leader Emil Orsk said no.", "Emil Orsk"));
    }
}
