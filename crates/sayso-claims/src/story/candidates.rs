//! Which documents are compared at all: those listed under a telling term of both, near each other there.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::index::Index;
use super::key::DocumentKey;
use super::signature::Signature;
use super::similarity::own_worth;

/// Terms that a document is listed under.
const LISTINGS: usize = 16;

/// Lists of terms that two documents must share to be compared. With two instead of one the stories of the development
/// stream and of ECB+ stay as they are, and comparing takes a thirtieth of the time of settling instead of a fifth.
const COMMON: usize = 2;

/// What a listing begins with that is an address and no term: sharing it is enough.
const ADDRESS: &str = "//";

/// How far apart in time documents are compared.
const WINDOW: Duration = Duration::from_hours(400 * 24);

/// What a document is listed under: its most telling terms, and its address.
pub(super) fn listings(signature: &Signature) -> Vec<String> {
    let mut terms: Vec<(f32, &str)> =
        signature.terms.iter().map(|term| (own_worth(term), term.stem.as_str())).collect();
    terms.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let address = signature.address.iter().map(|address| format!("{ADDRESS}{address}"));
    let mut listed: Vec<String> =
        terms.into_iter().take(LISTINGS).map(|(_, stem)| stem.to_owned()).chain(address).collect();
    listed.sort_unstable();
    listed.dedup();
    listed
}

/// What stands around a document's place on a list that has it, nearest first.
pub(super) struct ListNeighbours {
    /// For how many lists of terms it counts.
    counts: usize,
    before: Vec<DocumentKey>,
    after: Vec<DocumentKey>,
}

/// What stands within `reach` places of a document on its lists.
pub(super) fn neighbours<I: Index>(
    index: &I,
    key: &DocumentKey,
    listings: &[String],
    reach: usize,
) -> Result<Vec<ListNeighbours>, I::Error> {
    let on = |listing: &String| {
        Ok(ListNeighbours {
            counts: if listing.starts_with(ADDRESS) { COMMON } else { 1 },
            before: index.before(listing, key, reach)?,
            after: index.after(listing, key, reach)?,
        })
    };
    listings.iter().map(on).collect()
}

/// The documents to compare one with. A document is another's candidate where the other is its: both are within reach
/// of each other on [`COMMON`] lists that have both.
pub(super) fn candidates(key: &DocumentKey, neighbours: &[ListNeighbours]) -> BTreeSet<DocumentKey> {
    let mut met: BTreeMap<&DocumentKey, usize> = BTreeMap::new();
    for list in neighbours {
        for other in list.before.iter().chain(&list.after) {
            *met.entry(other).or_default() += list.counts;
        }
    }
    let enough = |(other, lists): &(&DocumentKey, usize)| *lists >= COMMON && key.gap(other) <= WINDOW;
    met.into_iter().filter(enough).map(|(other, _)| other.clone()).collect()
}

/// All that stand within reach.
pub(super) fn beside(neighbours: &[ListNeighbours]) -> BTreeSet<DocumentKey> {
    neighbours.iter().flat_map(|list| list.before.iter().chain(&list.after)).cloned().collect()
}

/// The pairs that a newcomer to its lists moves out of each other's reach: the earlier of each pair, and the later.
pub(super) fn parted(neighbours: &[ListNeighbours], reach: usize) -> BTreeSet<(&DocumentKey, &DocumentKey)> {
    neighbours.iter().flat_map(|list| list.parted(reach)).collect()
}

impl ListNeighbours {
    fn parted(&self, reach: usize) -> impl Iterator<Item = (&DocumentKey, &DocumentKey)> {
        let far = move |place: usize| self.after.get((reach - 1).checked_sub(place)?);
        self.before.iter().enumerate().filter_map(move |(place, earlier)| Some((earlier, far(place)?)))
    }
}
