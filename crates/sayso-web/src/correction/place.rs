//! Where a correction's passage stands in the versions that the ledger has.

use sayso::ledger::anchor::{Anchor, Fit, anchor};
use sayso::ledger::record::{Claim, StoryRecord};
use sayso::ledger::{Entry, View};

use super::selector;
use crate::beside::Received;
use crate::problem::Problem;

/// A passage in the latest version of its article.
#[derive(Debug)]
pub struct Placed {
    /// The latest version; nothing where the ledger has the article no more.
    pub latest: Option<Entry>,
    /// Where the passage stands in it.
    pub anchor: Anchor,
    /// Claims that are stated there, with their stories' ids.
    pub claims: Vec<Claim>,
}

/// The version in which a passage stands, the latest first; the latest where it stands in none.
pub fn version(view: &View<'_>, received: &Received) -> Result<Option<Entry>, Problem> {
    let mut versions = view.documents_at(&received.url)?;
    let sought = selector(received);
    let has = |entry: &Entry| matches!(anchor(&sought, None, &entry.record.text).fit, Fit::Exact | Fit::Moved);
    match versions.iter().rposition(has) {
        Some(place) => Ok(Some(versions.swap_remove(place))),
        None => Ok(versions.pop()),
    }
}

/// Where the passage of a correction stands now.
pub fn placed(view: &View<'_>, received: &Received) -> Result<Placed, Problem> {
    let mut earlier = view.documents_at(&received.url)?;
    let Some(latest) = earlier.pop() else {
        return Ok(Placed {
            latest: None,
            anchor: Anchor { fit: Fit::Orphan, places: Vec::new() },
            claims: Vec::new(),
        });
    };
    let seen = earlier.iter().find(|version| version.record.id.to_string() == received.article);
    let anchor = anchor(&selector(received), seen.map(|seen| seen.record.text.as_str()), &latest.record.text);
    let story = view.record_with(&latest.record.id.to_string())?;
    let claims = story.map(|story| touched(story, &latest, &anchor)).unwrap_or_default();
    Ok(Placed { anchor, claims, latest: Some(latest) })
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
