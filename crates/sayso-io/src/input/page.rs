//! A page, a plain text or a feed: what is nothing else.

use super::format::{FoundPage, InputFormat, InputHead, InputItem, InputOptions, Items};
use super::source::InputSource;
use crate::size_limit;

pub const FORMAT: InputFormat = InputFormat {
    name: "page",
    help: "Pages (HTML), plain texts, feeds (RSS, Atom, JSON)",
    has_rows: false,
    recognises: |_, _| true,
    open,
};

pub(super) fn open(source: InputSource, _: &InputHead<'_>, _: &InputOptions) -> Result<Items, String> {
    let bytes = size_limit::whole(source.stream)?;
    let page = FoundPage { bytes, fetched: source.fetched, from: None };
    Ok(Box::new(std::iter::once(InputItem::Page(page))))
}
