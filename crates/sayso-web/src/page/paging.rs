//! Long lists, page by page.

use maud::{Markup, html};

/// One page of a list.
pub struct Page<'i, T> {
    /// What stands on it.
    pub items: &'i [T],
    /// Which it is, counted from 1.
    number: usize,
    /// How many there are.
    pages: usize,
}

impl<'i, T> Page<'i, T> {
    /// The page of a number, with so many items; the last where there are fewer pages.
    pub fn of(all: &'i [T], number: usize, size: usize) -> Self {
        let pages = all.len().div_ceil(size).max(1);
        let number = number.clamp(1, pages);
        Self { items: &all[(number - 1) * size..(number * size).min(all.len())], number, pages }
    }

    /// The way to the pages beside it; nothing where it is the only one.
    pub fn turning(&self, address: &str) -> Markup {
        turning(address, self.number, self.pages)
    }
}

/// The way to the pages beside one; the address may ask for more than a page.
pub fn turning(address: &str, number: usize, pages: usize) -> Markup {
    let page = if address.contains('?') { "&page=" } else { "?page=" };
    html! {
        @if pages > 1 {
            nav.toc aria-label="Pages" {
                @if number > 1 { a rel="prev" href={ (address) (page) (number - 1) } { "Earlier page" } }
                span.dim { "Page " (number) " of " (pages) }
                @if number < pages { a rel="next" href={ (address) (page) (number + 1) } { "Next page" } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_stands_on_one_page() {
        let all: Vec<usize> = (0..250).collect();
        let pages: Vec<usize> = (1..=3).flat_map(|number| Page::of(&all, number, 100).items.to_vec()).collect();
        assert_eq!(pages, all);
        assert_eq!(Page::of(&all, 0, 100).items, Page::of(&all, 1, 100).items);
        assert_eq!(Page::of(&all, 9, 100).items.first(), Some(&200));
        assert!(Page::of(&all[..0], 1, 100).items.is_empty());
    }
}
