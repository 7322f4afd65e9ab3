//! Atom feeds (RFC 4287) of what changes over time. Links lead to the desk's own pages, relative to the feed.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Text};
use jiff::Timestamp;
use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Brief, Claim, StoryRecord};
use sayso::ledger::store::Decision;
use sayso::wording::numbers::count;
use sayso::wording::statement::{says, speakers};
use sayso::wording::{StoryIndex, markup, times};

use crate::components;
use crate::desk_store::Correction;
use crate::page::SpeakerStory;
use crate::watch::WatchState;

/// Entries of a feed.
const ENTRIES: usize = 60;

/// The stories that moved last.
pub fn stories(ledger: &str, briefs: &[Brief]) -> String {
    let entries = briefs.iter().take(ENTRIES).map(|brief| {
        let facts = [count(brief.articles, "article"), count(brief.claims, "claim"), count(brief.disputes, "dispute")];
        Item {
            // A story that moves is told again.
            id: format!("{}:{}", brief.id, brief.articles),
            title: brief.name.clone(),
            at: times::at(brief.last.as_deref()),
            link: components::story_at(&brief.id),
            text: facts.join(", "),
        }
    });
    feed("stories", &format!("Stories in {ledger}"), entries)
}

/// The claims of a story, each when it is first seen, the latest first.
pub fn story(story: &StoryRecord) -> String {
    let shelf = StoryIndex::new(story);
    feed(&story.id, &story.name, story.claims.iter().map(|claim| first_seen(claim, &shelf)))
}

/// The mentions of a claim, and what people decided about it.
pub fn claim(story: &StoryRecord, claim: &Claim, decisions: &[(Decision, bool)]) -> String {
    let shelf = StoryIndex::new(story);
    let mentions = claim.mentions.iter().map(|mention| Item {
        id: short_form(&mention.id).to_owned(),
        title: format!("{} has it", shelf.outlet(&mention.article)),
        at: shelf.published(&mention.article),
        link: components::claim_at(&claim.id),
        text: format!("{}: “{}”", says(claim), claim.gist),
    });
    let decided = decisions.iter().map(|(decision, _)| Item {
        id: short_form(&decision.id).to_owned(),
        title: format!("{}: {}", decision.by, decision.what),
        at: Some(decision.at),
        link: components::claim_at(&claim.id),
        text: format!("{} {}", decision.what, decision.on.join(", ")),
    });
    feed(short_form(&claim.id), &format!("{}: “{}”", speakers(claim), claim.gist), mentions.chain(decided))
}

/// What a speaker says, the latest first.
pub fn speaker(name: &str, spoken: &[SpeakerStory]) -> String {
    let entries = spoken.iter().flat_map(|spoken| {
        let shelf = StoryIndex::new(&spoken.story);
        spoken.claims.iter().filter_map(|id| shelf.claim(id)).map(|claim| first_seen(claim, &shelf)).collect::<Vec<_>>()
    });
    feed(&format!("speaker:{name}"), &format!("What {name} says"), entries)
}

/// All that happened to what a person watches.
pub fn watched(person: &str, watched: &[WatchState]) -> String {
    let entries = watched.iter().flat_map(|standing| {
        standing.turns.iter().map(|turn| Item {
            id: format!("{}:{}:{}", standing.watch.what.word(), standing.watch.mention, turn.key),
            title: turn.told.clone(),
            at: turn.at.or(Some(standing.watch.since)),
            link: turn.link.clone(),
            text: standing.name.clone().unwrap_or_default(),
        })
    });
    feed(&format!("watched:{person}"), &format!("What {person} watches"), entries)
}

/// What a publisher corrected.
pub fn corrections(publisher: &str, corrections: &[Correction]) -> String {
    let entries = corrections.iter().filter_map(|correction| {
        let decided = correction.decided.as_ref()?;
        Some(Item {
            // The reader's private link must not be told.
            id: format!("{}:{}:{}", correction.received.article, decided.at, decided.kind),
            title: format!("{}: {}", decided.kind, correction.received.title),
            at: Some(decided.at),
            link: components::site(&correction.received.url)
                .map(|_| correction.received.url.clone())
                .unwrap_or_default(),
            text: decided.note.clone(),
        })
    });
    feed(&format!("corrections:{publisher}"), &format!("Corrections by {publisher}"), entries)
}

struct Item {
    id: String,
    title: String,
    at: Option<Timestamp>,
    link: String,
    text: String,
}

fn first_seen(claim: &Claim, shelf: &StoryIndex<'_>) -> Item {
    Item {
        // As earlier versions had it: an entry that changes its id is another.
        id: short_form(&claim.id).to_owned(),
        title: format!("{}: “{}”", says(claim), claim.gist),
        at: shelf.began(claim),
        link: components::claim_at(&claim.id),
        text: format!("First seen: {}", shelf.outlet(&claim.origin.article)),
    }
}

fn feed(id: &str, title: &str, items: impl Iterator<Item = Item>) -> String {
    let mut items: Vec<Item> = items.collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.at));
    items.truncate(ENTRIES);
    let updated = items.iter().filter_map(|item| item.at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let feed = Feed {
        id: name(id),
        title: Text::plain(title.to_owned()),
        updated: date(updated),
        entries: items.into_iter().map(entry).collect(),
        ..Feed::default()
    };
    markup::xml(feed.to_string())
}

fn entry(item: Item) -> Entry {
    let at = date(item.at.unwrap_or(Timestamp::UNIX_EPOCH));
    Entry {
        id: name(&item.id),
        title: Text::plain(item.title),
        updated: at,
        published: item.at.map(date),
        links: Some(item.link).filter(|link| !link.is_empty()).map(linked).into_iter().collect(),
        summary: Some(Text::plain(item.text)),
        ..Entry::default()
    }
}

fn linked(href: String) -> Link {
    Link { href, ..Link::default() }
}

/// A lasting name in the program's own space: an Atom id need not lead anywhere.
fn name(id: &str) -> String {
    format!("urn:sayso:{}", components::segment(id))
}

fn date(at: Timestamp) -> FixedDateTime {
    let whole = Timestamp::from_second(at.as_second()).unwrap_or_default().to_string();
    FixedDateTime::parse_from_rfc3339(&whole).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_are_text() {
        let brief = Brief {
            id: "story-d1".to_owned(),
            name: "</title><script>".to_owned(),
            first: None,
            last: Some("2026-02-03T08:00:00Z".to_owned()),
            articles: 2,
            outlets: 1,
            claims: 3,
            disputes: 0,
            edits: 0,
        };
        let feed = stories("a.ledger", &[brief]);
        assert!(!feed.contains("<script>"));
        assert!(feed.contains("&lt;script&gt;") && feed.contains("2026-02-03T08:00:00"));
        assert_eq!(feed.parse::<Feed>().unwrap().entries[0].title.as_str(), "</title><script>");
    }
}
