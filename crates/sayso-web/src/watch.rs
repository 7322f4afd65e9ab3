//! Changes to what a person watches: each is reported once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sayso::ledger::View;
use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Claim, StoryRecord};
use sayso::wording::numbers::counted;
use sayso::wording::statement::{relation, says, speakers};
use sayso::wording::{StoryIndex, times};

use crate::components;
use crate::desk_store::{Watched, WatchedItem, seal};
use crate::problem::Problem;

/// Something that can be told of what is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchEvent {
    /// Tells it from the others for as long as the ledger lasts.
    pub key: String,
    /// The article that it is from.
    pub article: String,
    /// When it came about.
    pub at: Option<Timestamp>,
    /// In words.
    pub told: String,
    /// Where it is shown.
    pub link: String,
}

/// What a person watches, as it stands.
#[derive(Clone, Debug)]
pub struct WatchState {
    /// What they watch.
    pub watch: WatchedItem,
    /// What it is called; nothing where it is no claim any more.
    pub name: Option<String>,
    /// Where it is shown.
    pub link: String,
    /// All that can be told of it, in order of time.
    pub turns: Vec<WatchEvent>,
}

impl WatchEvent {
    /// What is kept where it was told.
    pub fn sealed(&self) -> String {
        seal(&self.key, &self.article)
    }

    fn is_in(&self, told: &BTreeSet<String>) -> bool {
        // Earlier versions did not keep the article.
        told.contains(&self.sealed()) || told.contains(&seal(&self.key, ""))
    }
}

impl WatchState {
    /// What they have not been told yet.
    pub fn news(&self) -> impl Iterator<Item = &WatchEvent> {
        self.turns.iter().filter(|turn| self.is_new(turn))
    }

    /// Whether they have not been told of a turn.
    pub fn is_new(&self, turn: &WatchEvent) -> bool {
        !turn.is_in(&self.watch.told)
    }
}

/// Everything that a person watches, as it stands.
pub fn standing(view: &View<'_>, watches: Vec<WatchedItem>) -> Result<Vec<WatchState>, Problem> {
    // Several claims of one story are the rule: each story is read once.
    let mut stories: BTreeMap<String, StoryRecord> = BTreeMap::new();
    let mut standing = Vec::new();
    for watch in watches {
        let known =
            stories.values().find_map(|story| Some((story.id.clone(), claim_of(story, &watch.mention)?.clone())));
        let found = match known {
            Some(known) => Some(known),
            None => view.claim(&watch.mention)?.map(|(story, claim)| {
                let id = story.id.clone();
                stories.insert(id.clone(), story);
                (id, claim)
            }),
        };
        standing.push(match found.as_ref().and_then(|(id, claim)| Some((stories.get(id)?, claim))) {
            Some((story, claim)) => stands(watch, story, claim),
            None => gone(watch),
        });
    }
    Ok(standing)
}

fn claim_of<'s>(story: &'s StoryRecord, mention: &str) -> Option<&'s Claim> {
    story.claims.iter().find(|claim| claim.mentions.iter().any(|known| known.has_id(mention)))
}

fn stands(watch: WatchedItem, story: &StoryRecord, claim: &Claim) -> WatchState {
    let shelf = StoryIndex::new(story);
    let mut turns = match watch.what {
        Watched::Claim => mentions(claim, &shelf).chain(links(story, claim, &shelf)).collect(),
        Watched::Figure => points(story, claim, &shelf),
    };
    turns.sort_by(|one: &WatchEvent, other| (one.at, &one.key).cmp(&(other.at, &other.key)));
    WatchState {
        name: Some(format!("{}: “{}”", says(claim), claim.gist)),
        link: components::claim_at(&claim.id),
        turns,
        watch,
    }
}

/// A claim that was rejected, or whose article is gone.
fn gone(watch: WatchedItem) -> WatchState {
    let told = "It is no claim any more: somebody rejected it, or its article was removed.".to_owned();
    let turn = WatchEvent {
        key: "gone".to_owned(),
        article: "none".to_owned(),
        at: None,
        told,
        link: "/decisions".to_owned(),
    };
    WatchState { name: None, link: "/decisions".to_owned(), turns: vec![turn], watch }
}

fn mentions<'t>(claim: &'t Claim, shelf: &'t StoryIndex<'t>) -> impl Iterator<Item = WatchEvent> + 't {
    claim.mentions.iter().map(|mention| WatchEvent {
        key: format!("mention {}", short_form(&mention.id)),
        article: mention.article.to_string(),
        at: shelf.published(&mention.article),
        told: format!("{} has it", shelf.outlet(&mention.article)),
        link: components::claim_at(&claim.id),
    })
}

/// Denials, support, later figures and rivals.
fn links<'t>(
    story: &'t StoryRecord,
    claim: &'t Claim,
    shelf: &'t StoryIndex<'t>,
) -> impl Iterator<Item = WatchEvent> + 't {
    story.links.iter().filter_map(move |link| {
        let is_first = link.a == claim.id;
        let other = match (is_first, link.b == claim.id) {
            (true, _) => &link.b,
            (_, true) => &link.a,
            _ => return None,
        };
        let other = shelf.claim(other)?;
        let word = relation(link.kind, is_first);
        let first = other.mentions.first()?;
        Some(WatchEvent {
            // By a mention: the claim's own id may change with the next document.
            key: format!("{word} {}", short_form(&first.id)),
            article: first.article.to_string(),
            at: shelf.began(other),
            told: format!("{word}: “{}” ({})", other.gist, speakers(other)),
            link: components::claim_at(&other.id),
        })
    })
}

/// Every number that anybody gives for what the claim counts.
fn points(story: &StoryRecord, claim: &Claim, shelf: &StoryIndex<'_>) -> Vec<WatchEvent> {
    let series = story.figures.iter().filter(|series| series.series.iter().any(|point| point.claim == claim.id));
    let points = series.flat_map(|series| &series.series).filter_map(|point| {
        let of = shelf.claim(&point.claim)?;
        let first = of.mentions.first()?;
        Some(WatchEvent {
            key: format!("{} {}", counted(point), short_form(&first.id)),
            article: first.article.to_string(),
            at: times::at(point.published.as_deref()),
            told: format!("{}, by {}", counted(point), speakers(of)),
            link: components::claim_at(&of.id),
        })
    });
    points.collect()
}
