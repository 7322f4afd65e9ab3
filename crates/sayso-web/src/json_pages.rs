//! Pages as JSON, for programs.

use sayso::ledger::Entry;
use sayso::ledger::ledger;
use sayso::ledger::ledger::WithPending;
use sayso::ledger::record::{Claim, StoryRecord};
use sayso::ledger::store::{Decision, Removed};
use serde_json::{Value, json};

use crate::correction::Placed;
use crate::desk_store::Queued;
use crate::overview::Overview;
use crate::page::{self, Queue, SpeakerStory};
use crate::queries::ClaimPage;
use crate::watch::{WatchEvent, WatchState};

/// The stories, a line each.
pub fn stories(overview: &Overview) -> Value {
    let told =
        overview.briefs.iter().map(|told| WithPending { value: told, pending: overview.behind.get(&told.id).cloned() });
    json!({"stories": told.collect::<Vec<_>>(), "pending": overview.pending})
}

/// A story.
pub fn story(story: &StoryRecord, overview: &Overview) -> Value {
    json!(WithPending { value: story, pending: overview.behind.get(&story.id).cloned() })
}

/// A claim with its story, its links and what people decided about it.
pub fn claim(found: &ClaimPage, overview: &Overview) -> Value {
    let ClaimPage { story, claim, decisions: standing, .. } = found;
    let links: Vec<_> = story.links.iter().filter(|link| link.a == claim.id || link.b == claim.id).collect();
    json!({
        "claim": claim,
        "story": {"id": story.id, "name": story.name, "pending": overview.behind.get(&story.id)},
        "links": links,
        "decisions": decisions(standing),
    })
}

/// A page of corrections, with what readers wrote.
pub fn corrections(queue: &Queue) -> Value {
    let listed: Vec<Value> = queue.items.iter().map(|(queued, placed)| correction(queued, placed.as_ref())).collect();
    json!({
        "state": queue.listing.state.word(),
        "order": queue.listing.order.word(),
        "page": queue.listing.page,
        "pages": queue.pages(),
        "total": queue.total(),
        "corrections": listed,
    })
}

fn correction(Queued { correction, credit }: &Queued, placed: Option<&Placed>) -> Value {
    let received = &correction.received;
    json!({
        "id": correction.id,
        "at": correction.at,
        "article": received.article,
        "url": received.url,
        "publisher": received.publisher,
        "title": received.title,
        "kind": received.kind,
        "passage": received.exact,
        "fit": placed.map(|placed| page::fit(placed.anchor.fit).0),
        "wording": received.wording,
        "reason": received.reason,
        "times": correction.times,
        "worked": correction.worked,
        "readers": credit.readers,
        "approved_before": credit.approved,
        "rejected_before": credit.rejected,
        "decided": correction.decided.as_ref().map(|decided| json!({
            "state": decided.state.word(),
            "at": decided.at,
            "by": decided.by,
            "old": decided.old,
            "new": decided.new,
            "note": decided.note,
        })),
    })
}

/// An article as it was read, and where it stands.
pub fn article(entry: &Entry, story: Option<&StoryRecord>) -> Value {
    let own = story.and_then(|story| story.articles.iter().find(|article| article.id == entry.record.id));
    json!({
        "reading": entry.record,
        "article": own,
        "story": story.map(|story| json!({"id": story.id, "name": story.name})),
        "edits": story.map(|story| story.edits.iter().filter(|edit| edit.to == entry.record.id).collect::<Vec<_>>()),
    })
}

/// What a person watches, and what of it they have not been told.
pub fn watched(watched: &[WatchState]) -> Value {
    let turn = |standing: &WatchState, turn: &WatchEvent| json!({"at": turn.at, "told": turn.told, "new": standing.is_new(turn)});
    let watched = watched.iter().map(|standing| {
        let turns: Vec<Value> = standing.turns.iter().map(|one| turn(standing, one)).collect();
        json!({"what": standing.watch.what.word(), "mention": standing.watch.mention, "claim": standing.name, "turns": turns})
    });
    json!({"watched": watched.collect::<Vec<_>>()})
}

/// What is left of an article whose text was removed.
pub fn removed(removed: &Removed) -> Value {
    json!({
        "article": {"id": removed.id, "url": removed.url, "publisher": removed.outlet, "published": removed.published, "title": removed.title},
        "removed": {"at": removed.at, "by": removed.by, "why": removed.why},
    })
}

/// What a speaker says, story by story.
pub fn speaker(name: &str, spoken: &[SpeakerStory]) -> Value {
    let stories: Vec<Value> = spoken
        .iter()
        .map(|spoken| {
            let claims: Vec<&Claim> =
                spoken.story.claims.iter().filter(|claim| spoken.claims.contains(&claim.id)).collect();
            json!({"id": spoken.story.id, "name": spoken.story.name, "claims": claims})
        })
        .collect();
    json!({"name": name, "stories": stories})
}

/// What a search found; places are in code points of the title and of the text.
pub fn search(speakers: &[String], found: &[ledger::SearchResult]) -> Value {
    let articles: Vec<Value> = found
        .iter()
        .map(|found| {
            let record = &found.entry.record;
            json!({
                "id": record.id,
                "title": record.article.title,
                "publisher": found.entry.outlet(),
                "published": found.entry.published(),
                "story": found.story,
                "in_title": found.hit.title,
                "in_text": found.hit.text,
            })
        })
        .collect();
    json!({"speakers": speakers, "articles": articles})
}

/// Decisions, and whether each holds.
pub fn decisions(standing: &[(Decision, bool)]) -> Vec<Value> {
    standing
        .iter()
        .map(|(decision, holds)| {
            json!({"id": decision.id, "at": decision.at.to_string(), "by": decision.by, "what": decision.what.word(), "on": decision.on, "undone": !holds})
        })
        .collect()
}
