//! Where the text that a correction is about stands in the versions that the ledger has.

use jiff::Timestamp;
use sayso::ledger::anchor::{Anchor, Fit, KeptVersion, Part, Selector, anchor_in};
use sayso::ledger::record::{Claim, StoryRecord};
use sayso::ledger::{Entry, View};
use sayso::wording::times;

use super::selector;
use crate::desk_store::Received;
use crate::problem::Problem;

/// A passage in the latest version of its article.
#[derive(Debug)]
pub struct Placed {
    /// The latest version; nothing where the ledger has the article no more.
    pub latest: Option<Entry>,
    /// Where the passage stands in it.
    pub anchor: Anchor,
    /// Whether a version that the ledger has holds the words: those of a caption or a credit are in none.
    pub is_kept: bool,
    /// Claims that are stated there, with their stories' ids.
    pub claims: Vec<Claim>,
}

/// The version that a reader saw of a page: one in which the passage stands, that of the date which their page gave if there
/// is one, otherwise the latest; the latest of all where it stands in none. With it the address of the article, as the
/// ledger has it, the same for every version and for every way to write it.
pub fn version(view: &View<'_>, url: &str, received: &Received) -> Result<Option<(Entry, String)>, Problem> {
    let mut versions = view.documents_at(url)?;
    let Some(address) = versions.iter().find_map(|entry| entry.record.article.url.clone()) else { return Ok(None) };
    let sought = selector(received);
    let has = |entry: &Entry| stands(&sought, entry);
    let known: Vec<_> = versions.iter().map(|entry| (has(entry), date(entry))).collect();
    let seen = match which(&known, times::at(received.dated.as_deref())) {
        Some(place) => Some(versions.swap_remove(place)),
        None => versions.pop(),
    };
    Ok(seen.map(|entry| (entry, address)))
}

/// What a passage can stand in.
fn kept(entry: &Entry) -> KeptVersion<'_> {
    KeptVersion { text: &entry.record.text, title: entry.record.article.title.as_deref() }
}

/// Whether a version holds the words.
fn stands(sought: &Selector, entry: &Entry) -> bool {
    matches!(anchor_in(sought, None, kept(entry)).fit, Fit::Exact | Fit::Moved | Fit::Ambiguous)
}

/// Of versions in order, told whether they have the passage and of when they are, the one that was seen.
fn which(versions: &[(bool, Option<Timestamp>)], seen: Option<Timestamp>) -> Option<usize> {
    let of_date = |(has, date): &(bool, Option<Timestamp>)| *has && seen.is_some() && *date == seen;
    versions.iter().rposition(of_date).or_else(|| versions.iter().rposition(|(has, _)| *has))
}

/// The date that an article gives of its version.
fn date(entry: &Entry) -> Option<Timestamp> {
    let article = &entry.record.article;
    [&article.modified, &article.published, &entry.published].into_iter().find_map(|given| times::at(given.as_deref()))
}

/// Where the passage of a correction stands now.
pub fn placed(view: &View<'_>, received: &Received) -> Result<Placed, Problem> {
    let mut earlier = view.documents_at(&received.url)?;
    let Some(latest) = earlier.pop() else {
        return Ok(Placed {
            latest: None,
            anchor: Anchor::in_text(Fit::Orphan, Vec::new()),
            is_kept: true,
            claims: Vec::new(),
        });
    };
    let seen = earlier.iter().find(|version| version.record.id.to_string() == received.article);
    let sought = selector(received);
    let mut anchor = anchor_in(&sought, seen.map(kept), kept(&latest));
    if seen.is_none() {
        anchor.confirm_start(received.start);
    }
    let is_kept = anchor.fit != Fit::Orphan || earlier.iter().any(|version| stands(&sought, version));
    let story = view.record_with(&latest.record.id.to_string())?.filter(|_| anchor.part == Part::Text);
    let claims = story.map(|story| touched(story, &latest, &anchor)).unwrap_or_default();
    Ok(Placed { anchor, is_kept, claims, latest: Some(latest) })
}

/// The claims with a mention where the passage stands.
fn touched(story: StoryRecord, latest: &Entry, anchor: &Anchor) -> Vec<Claim> {
    let is_there = |claim: &Claim| {
        claim
            .mentions
            .iter()
            .filter(|mention| mention.article == latest.record.id)
            .any(|mention| anchor.places.iter().any(|place| mention.start < place.end && place.start < mention.end))
    };
    story.claims.into_iter().filter(is_there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_that_was_seen_has_the_passage_and_where_it_can_the_date() {
        let at = |second| Some(Timestamp::from_second(second).unwrap());
        let versions = [(true, at(1)), (true, at(2)), (false, at(3)), (true, None)];
        assert_eq!(which(&versions, at(1)), Some(0));
        assert_eq!(which(&versions, at(3)), Some(3), "what it said of itself does not fit");
        assert_eq!(which(&versions, None), Some(3));
        assert_eq!(which(&versions[2..3], at(3)), None);
    }
}
