//! The names of an entry's authors: as the entry gives them, else as its feed does.

use feed_rs::model::{Entry, Feed, FeedType};

use crate::metadata::names_in;

/// The names of those who wrote an entry. An entry of Atom or of a JSON Feed without any has its feed's (RFC 4287, section
/// 4.2.1; JSON Feed 1.1); the editor of an RSS channel wrote none. The feed's own name is nobody's.
pub(super) fn authors(entry: &Entry, feed: &Feed) -> Vec<String> {
    let inherits = matches!(feed.feed_type, FeedType::Atom | FeedType::JSON);
    let people = if entry.authors.is_empty() && inherits { &feed.authors } else { &entry.authors };
    let outlet = feed.title.as_ref().map(|title| title.content.trim());
    let mut names: Vec<String> = Vec::new();
    for name in people.iter().filter_map(|person| person.name.as_deref()).flat_map(|written| names_in(&bare(written))) {
        if !names.contains(&name) && outlet != Some(name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// 'ada@courier.example (Ada Quill)', '(Ada Quill)', 'Ada Quill <ada@courier.example>': the name alone.
fn bare(written: &str) -> String {
    let is_address = |word: &&str| word.contains('@') && !word.contains(' ');
    let words: Vec<&str> = written.split_whitespace().filter(|word| !is_address(word)).collect();
    let name = words.join(" ");
    let inside = name.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_go_and_names_stay() {
        for written in [
            "ada@a.example (Ada Quill)",
            "(Ada Quill)",
            "Ada Quill <ada@a.example>",
            "Ada Quill (ada@a.example)",
            " Ada  Quill ",
        ] {
            assert_eq!(names_in(&bare(written)), ["Ada Quill"], "{written}");
        }
        assert_eq!(names_in(&bare("desk@a.example")), Vec::<String>::new());
        assert_eq!(names_in(&bare("Ada Quill and Bo Rask")), ["Ada Quill", "Bo Rask"]);
    }
}
