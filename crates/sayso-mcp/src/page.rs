//! Long lists, a page at a time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Items of a page unless another number is asked for, and at most.
const USUAL: usize = 20;
const MOST: usize = 50;

/// Bytes of a page, as JSON: some 12,000 tokens, a part of what an agent can keep in mind. One item is given whatever it
/// has; what it has is bounded itself.
const LARGEST: usize = 48 << 10;

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct PageRequest {
    /// How many at most; 20 unless given, 50 at most.
    #[serde(default)]
    pub limit: Option<usize>,
    /// `next` of the page before; the first page where it is left out.
    #[serde(default)]
    pub cursor: Option<String>,
}

/// A page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResultPage<T> {
    /// What was found, as much as fits.
    pub items: Vec<T>,
    /// Give it as `cursor` to go on; null at the end.
    pub next: Option<String>,
}

/// Where a walk through stories and what they hold goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// How many stories are behind it.
    pub story: usize,
    /// How many items of the next one are.
    pub item: usize,
}

impl PageRequest {
    /// How many items are wanted.
    pub fn limit(&self) -> usize {
        self.limit.unwrap_or(USUAL).clamp(1, MOST)
    }

    /// Where in a list the page begins.
    pub fn start(&self) -> Result<usize, String> {
        Ok(self.place()?.item)
    }

    /// Where in a walk through stories it begins.
    pub fn place(&self) -> Result<Place, String> {
        let Some(cursor) = &self.cursor else { return Ok(Place::default()) };
        let place = cursor
            .split_once('.')
            .and_then(|(story, item)| Some(Place { story: story.parse().ok()?, item: item.parse().ok()? }));
        place
            .ok_or_else(|| "the cursor is none that this tool gave: give 'next' of the page before, or none".to_owned())
    }

    /// The page of a list that is asked for.
    pub fn of<T: Serialize, I>(&self, list: &[I], shown: impl Fn(&I) -> T) -> Result<ResultPage<T>, String> {
        let start = self.start()?;
        let mut page = Filling::new(self.limit());
        for (index, item) in list.iter().enumerate().skip(start) {
            if !page.take(shown(item)) {
                return Ok(page.ended(Some(Place { story: 0, item: index })));
            }
        }
        Ok(page.ended(None))
    }
}

impl Place {
    fn told(self) -> String {
        format!("{}.{}", self.story, self.item)
    }
}

/// A page that is being filled.
pub struct Filling<T> {
    items: Vec<T>,
    limit: usize,
    bytes: usize,
}

impl<T: Serialize> Filling<T> {
    /// An empty one.
    pub fn new(limit: usize) -> Self {
        Self { items: Vec::new(), limit, bytes: 0 }
    }

    /// Puts an item on it, if it fits.
    pub fn take(&mut self, item: T) -> bool {
        let bytes = serde_json::to_string(&item).map_or(0, |json| json.len());
        let fits = self.items.is_empty() || self.items.len() < self.limit && self.bytes + bytes <= LARGEST;
        if fits {
            self.items.push(item);
            self.bytes += bytes;
        }
        fits
    }

    /// The page, and where it goes on.
    pub fn ended(self, next: Option<Place>) -> ResultPage<T> {
        ResultPage { items: self.items, next: next.map(Place::told) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(list: &[String], limit: usize) -> Vec<usize> {
        let mut part = PageRequest { limit: Some(limit), cursor: None };
        let mut pages = Vec::new();
        loop {
            let page = part.of(list, Clone::clone).unwrap();
            pages.push(page.items.len());
            match page.next {
                Some(next) => part.cursor = Some(next),
                None => return pages,
            }
        }
    }

    #[test]
    fn pages_hold_a_list_without_gap_or_overlap() {
        let list: Vec<String> = (0..7).map(|number| number.to_string()).collect();
        assert_eq!(walked(&list, 3), [3, 3, 1]);
        assert_eq!(walked(&list, 7), [7]);
        assert_eq!(walked(&[], 7), [0]);
    }

    #[test]
    fn a_page_has_so_many_bytes_and_one_item_at_least() {
        let list = vec!["x".repeat(LARGEST / 2), "y".repeat(LARGEST / 2), "z".repeat(LARGEST * 2), "w".to_owned()];
        assert_eq!(walked(&list, 50), [1, 1, 1, 1]);
    }

    #[test]
    fn a_cursor_of_somebody_elses_is_told() {
        let part = PageRequest { limit: None, cursor: Some("7; DROP TABLE".to_owned()) };
        assert!(part.start().is_err() && part.place().is_err());
    }
}
