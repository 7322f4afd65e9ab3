//! Which documents are compared at all: those listed under a telling term of both, near each other there.

use std::collections::BTreeSet;
use std::time::Duration;

use super::index::Index;
use super::key::DocumentKey;
use super::likeness::own_worth;
use super::signature::Signature;

/// Terms that a document is listed under.
const LISTINGS: usize = 16;

/// How far apart in time documents are compared.
const WINDOW: Duration = Duration::from_hours(400 * 24);

/// What a document is listed under: its most telling terms, and its address.
pub(super) fn listings(signature: &Signature) -> Vec<String> {
    let mut terms: Vec<(f32, &str)> =
        signature.terms.iter().map(|term| (own_worth(term), term.stem.as_str())).collect();
    terms.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let address = signature.address.iter().map(|address| format!("//{address}"));
    let mut listed: Vec<String> =
        terms.into_iter().take(LISTINGS).map(|(_, stem)| stem.to_owned()).chain(address).collect();
    listed.sort_unstable();
    listed.dedup();
    listed
}

/// The documents to compare one with. A document is another's candidate where the other is its: both are within
/// `reach` places of each other on a list that has both.
pub(super) fn candidates(
    index: &impl Index,
    key: &DocumentKey,
    listings: &[String],
    reach: usize,
) -> BTreeSet<DocumentKey> {
    let near = |listing: &String| [index.before(listing, key, reach), index.after(listing, key, reach)];
    listings.iter().flat_map(near).flatten().filter(|other| key.gap(other) <= WINDOW).collect()
}

/// The pairs that a newcomer to a list moves out of each other's reach: the earlier of each pair, and the later.
pub(super) fn parted(
    index: &impl Index,
    key: &DocumentKey,
    listings: &[String],
    reach: usize,
) -> Vec<(DocumentKey, DocumentKey)> {
    let on = |listing: &String| {
        let before = index.before(listing, key, reach);
        let after = index.after(listing, key, reach);
        let far = after.into_iter().take(reach).collect::<Vec<_>>();
        let pairs = before.into_iter().enumerate().filter_map(move |(place, earlier)| {
            far.get((reach - 1).checked_sub(place)?).map(|later| (earlier, later.clone()))
        });
        pairs.collect::<Vec<_>>()
    };
    listings.iter().flat_map(on).collect()
}
