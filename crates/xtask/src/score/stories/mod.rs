//! What a ledger is worth: its export against gold for stories, claims, where they come from and how they hang together.

mod cast;
mod claims;
mod edits;
mod groups;
mod links;
mod mentions;
mod printed;
mod series;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use self::values::{sets, string, unordered};
use super::Rates;
use super::Tally;
use super::overlap::listed;
use cast::Cast;
use links::Scope;

pub use claims::Judged;
pub use edits::Edits;
pub use groups::bcubed;
pub use links::LINKS;
pub use mentions::Mentions;
pub use printed::Worth;

/// An export against its gold.
pub struct StoriesScore<'a> {
    /// Articles in stories.
    pub stories: Rates,
    /// Articles that were copied from others.
    pub copies: Tally,
    /// Gold's mentions and the printed ones that stand for them.
    pub mentions: Mentions<'a>,
    /// What became of each claim of gold, in its order.
    pub claims: Vec<Judged<'a>>,
    /// Each kind of link between claims.
    pub links: [Tally; LINKS.len()],
    /// Gold's links, and whether each was found.
    pub links_found: Vec<(&'a Value, bool)>,
    /// Figures with the claims that give them.
    pub points: Tally,
    /// Claims whose figures stand in one series.
    pub pairs: Tally,
    /// Gold's series, and how many of its figures were found, of how many.
    pub series: Vec<(&'a str, usize, usize)>,
    /// Changes between versions.
    pub edits: Edits<'a>,
    /// Where gold has every claim: what those printed are worth, and those shown first.
    pub printed: Option<[Worth; 2]>,
}

impl<'a> StoriesScore<'a> {
    /// `documents` are the articles of the stream.
    pub fn new(gold: &'a Value, export: &'a Value, documents: &[Value]) -> Self {
        let cast = Cast::new(gold);
        let worth = |first| printed::worth(gold, export, documents, &cast, first);
        let mentions = Mentions::new(gold, export, documents);
        let scope = Scope::new(gold, &mentions);
        let found = |link: &'a Value| (link, scope.has(link, export));
        let (points, pairs, series) = series::score(gold, export, &scope);
        Self {
            stories: bcubed(&story_of(gold), &story_of(export)),
            copies: sets(&copies(gold), &copies(export)),
            claims: claims::judge(gold, export, &mentions, &cast),
            links: LINKS.map(|kind| scope.links(kind, gold, export)),
            links_found: listed(gold, "links").into_iter().map(found).collect(),
            points,
            pairs,
            series,
            edits: Edits::new(gold, export),
            printed: (gold["exhaustive"] == true).then(|| [false, true].map(worth)),
            mentions,
        }
    }
}

/// Articles by the story that they are in.
pub fn story_of(record: &Value) -> BTreeMap<String, String> {
    let members = |story: &Value| -> Vec<(String, String)> {
        let articles = story["articles"].as_array().into_iter().flatten();
        articles.map(|article| (string(article).to_owned(), string(&story["id"]).to_owned())).collect()
    };
    listed(record, "stories").into_iter().flat_map(members).collect()
}

fn copies(record: &Value) -> BTreeSet<[&str; 2]> {
    listed(record, "copies").into_iter().map(|copy| unordered(string(&copy["article"]), string(&copy["of"]))).collect()
}

#[cfg(test)]
mod tests;
