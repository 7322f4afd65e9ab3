//! What can be read of a feed that no parser takes as a whole: it breaks off, or one of its entries is broken.

use feed_rs::model::Feed;
use memchr::memmem;

/// A feed with more entries is given up: each is parsed with the feed's head.
const MOST_ENTRIES: usize = 1000;

/// So many bytes of a feed's head are kept: its title and language stand there.
const LONGEST_HEAD: usize = 16 << 10;

/// The kinds of feeds: how their entries begin and end, and what closes the feed behind them.
const KINDS: [(&str, &str, &str); 3] =
    [("<rss", "item", "</channel></rss>"), ("<feed", "entry", "</feed>"), ("<rdf:RDF", "item", "</rdf:RDF>")];

/// The feed with those of its entries that are whole; `None` where there are none.
pub(super) fn salvaged(bytes: &[u8]) -> Option<Feed> {
    let (_, name, close) = *KINDS.iter().find(|(root, ..)| memmem::find(bytes, root.as_bytes()).is_some())?;
    let starts: Vec<usize> = starts(bytes, name).take(MOST_ENTRIES + 1).collect();
    let head = bytes.get(..*starts.first()?).filter(|head| head.len() <= LONGEST_HEAD)?;
    if starts.len() > MOST_ENTRIES {
        return None;
    }
    let end = format!("</{name}>");
    let whole = |at: usize| {
        let next = starts.iter().find(|start| **start > at).map_or(bytes.len(), |start| *start);
        let length = memmem::find(&bytes[at..next], end.as_bytes())? + end.len();
        Some(&bytes[at..at + length])
    };
    let parsed = starts
        .iter()
        .filter_map(|at| whole(*at))
        .filter_map(|entry| feed_rs::parser::parse([head, entry, close.as_bytes()].concat().as_slice()).ok());
    parsed.reduce(|mut all, mut next| {
        all.entries.append(&mut next.entries);
        all
    })
}

/// Where entries begin.
fn starts<'b>(bytes: &'b [u8], name: &str) -> impl Iterator<Item = usize> + 'b {
    let open = format!("<{name}").into_bytes();
    let length = open.len();
    let all = memmem::find_iter(bytes, &open).collect::<Vec<_>>();
    all.into_iter().filter(move |at| {
        bytes.get(at + length).is_some_and(|next| matches!(next, b'>' | b' ' | b'\n' | b'\t' | b'\r'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(feed: &str) -> Vec<String> {
        let entries = salvaged(feed.as_bytes()).map(|feed| feed.entries).unwrap_or_default();
        entries.into_iter().filter_map(|entry| Some(entry.title?.content)).collect()
    }

    #[test]
    fn whole_entries_of_a_feed_that_breaks_off() {
        let rss = "<rss version='2.0'><channel><title>A</title><item><title>One</title></item><item><title>Tw";
        assert_eq!(titles(rss), ["One"]);
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><title>One</title></entry><entry>";
        assert_eq!(titles(atom), ["One"]);
    }

    #[test]
    fn one_broken_entry_costs_itself() {
        let entry = |title: &str| format!("<item><title>{title}</title></item>");
        let feed = ["<rss version='2.0'><channel>", &entry("One"), &entry("<b>"), &entry("Three"), "</channel></rss>"];
        assert_eq!(titles(&feed.concat()), ["One", "Three"]);
    }
}
