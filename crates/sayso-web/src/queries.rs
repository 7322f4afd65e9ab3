//! What pages need of the ledger, looked up.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use sayso::ledger::decision::undone;
use sayso::ledger::document::instant;
use sayso::ledger::ledger;
use sayso::ledger::record::{Claim, MentionRecord, StoryRecord};
use sayso::ledger::store::{Decision, Order, Query, Removed, name_key};
use sayso::ledger::{Entry, View};

use crate::page::{Comparison, MovedStory, SearchPage, SpeakerStory};
use crate::problem::Problem;

/// Stories that moved which are shown in full.
pub const FULL: usize = 12;

/// Articles that a search shows.
pub const FOUND: usize = 20;

/// Mentions of a claim that are shown in the words of their articles.
const QUOTED: usize = 40;

/// Stories of a speaker that are shown, those that moved last.
const SPOKEN: usize = 32;

/// Speakers that a search names, and stories that are looked through for them.
const NAMED: usize = 12;
const LOOKED_THROUGH: usize = 4;

/// Stories of which everything is new.
pub fn unseen(view: &View<'_>, ids: &[String]) -> Result<Vec<MovedStory>, Problem> {
    let mut unseen = Vec::new();
    for id in ids {
        unseen.extend(view.record(id)?.map(|story| MovedStory {
            fresh: story.articles.iter().map(|article| article.id.to_string()).collect(),
            story,
        }));
    }
    Ok(unseen)
}

/// The stories with documents after one, the one that moved last first, and how many there are.
pub fn moved(view: &View<'_>, after: i64) -> Result<(Vec<MovedStory>, usize), Problem> {
    let mut fresh: BTreeMap<String, (i64, Vec<String>)> = BTreeMap::new();
    for (document, id, story) in view.added_after(after)? {
        let (last, ids) = fresh.entry(story).or_default();
        *last = document;
        ids.push(id);
    }
    let mut latest: Vec<(String, (i64, Vec<String>))> = fresh.into_iter().collect();
    latest.sort_by_key(|(_, (last, _))| Reverse(*last));
    let all = latest.len();
    let mut moved = Vec::new();
    for (story, (_, fresh)) in latest.into_iter().take(FULL) {
        moved.extend(view.record(&story)?.map(|story| MovedStory { story, fresh }));
    }
    Ok((moved, all))
}

/// A claim with all that its page shows.
pub struct ClaimPage {
    pub story: StoryRecord,
    pub claim: Claim,
    pub entries: Vec<Entry>,
    pub decisions: Vec<(Decision, bool)>,
}

/// A claim by its id or by that of one of its mentions.
pub fn claim_found(view: &View<'_>, id: &str) -> Result<ClaimPage, Problem> {
    let (story, claim) = view.claim(id)?.ok_or_else(|| {
        Problem::Missing(format!(
            "There is no claim “{id}”. A claim that was rejected or merged is found by its story."
        ))
    })?;
    let mut entries = Vec::new();
    for mention in claim.mentions.iter().take(QUOTED) {
        entries.extend(view.document(&mention.article.to_string())?);
    }
    let mut decisions = standing(view)?;
    decisions.retain(|(decision, _)| is_about(decision, &claim));
    Ok(ClaimPage { story, claim, entries, decisions })
}

/// Every decision but those that undo, the latest first, and whether each holds.
pub fn standing(view: &View<'_>) -> Result<Vec<(Decision, bool)>, Problem> {
    let all = view.decisions()?;
    let gone: BTreeSet<String> = undone(&all).into_iter().map(str::to_owned).collect();
    let kept = all.into_iter().rev().filter(|decision| decision.undoes.is_none());
    let judged = kept.map(|decision| {
        let holds = !gone.contains(&decision.id);
        (decision, holds)
    });
    Ok(judged.collect())
}

fn is_about(decision: &Decision, claim: &Claim) -> bool {
    let about = &decision.detail;
    let mut touched = about.these.iter().chain(&about.not);
    let has = |id: &String| claim.mentions.iter().any(|mention| mention.has_id(id));
    decision.on.iter().any(|id| claim.mentions.first().is_some_and(|first| first.has_id(id))) || touched.any(has)
}

/// What there is under an article's id.
pub enum FoundArticle {
    /// The article, its story, and the version before where that is wanted.
    Here(Box<Entry>, Option<Box<StoryRecord>>, Option<Comparison>),
    /// What is left of one whose text was removed.
    Removed(Removed),
}

/// An article by its id.
pub fn article_found(view: &View<'_>, id: &str, wants_changes: bool) -> Result<FoundArticle, Problem> {
    let Some(entry) = view.document(id)? else {
        let removed = view.removed(id)?;
        return removed
            .map(FoundArticle::Removed)
            .ok_or_else(|| Problem::Missing(format!("There is no article “{id}”.")));
    };
    let story = view.record_with(id)?;
    let own = story.as_ref().and_then(|story| story.articles.iter().find(|article| article.id == entry.record.id));
    let before = own.and_then(|own| own.replaces.as_ref()).filter(|_| wants_changes);
    let before = before.map(|before| view.document(&before.to_string())).transpose()?.flatten();
    let comparison = before.map(|before| Comparison { before: before.record.text });
    Ok(FoundArticle::Here(Box::new(entry), story.map(Box::new), comparison))
}

/// A mention with the text of its article.
pub fn mention_found(view: &View<'_>, id: &str) -> Result<(MentionRecord, String), Problem> {
    let missing = || Problem::Missing(format!("There is no mention “{id}”. Open its claim and choose it there."));
    let mention = view.mention(id)?.ok_or_else(missing)?;
    let entry = view.document(&mention.article.to_string())?.ok_or_else(missing)?;
    Ok((mention, entry.record.text))
}

/// What somebody says whose name is this; whose name has these words, where nobody is called just so.
pub fn spoken(view: &View<'_>, name: &str) -> Result<Vec<SpeakerStory>, Problem> {
    let wanted = name_key(name);
    let exact = view.who_is(name, SPOKEN)?;
    let whole = !exact.is_empty();
    let stories = if whole { exact } else { view.who_has(name, SPOKEN)? };
    let is_theirs = |claim: &&Claim| {
        claim
            .speakers
            .iter()
            .map(|speaker| name_key(speaker))
            .any(|speaker| if whole { speaker == wanted } else { speaker.contains(&wanted) })
    };
    let spoken: Vec<SpeakerStory> = stories
        .into_iter()
        .map(|story| SpeakerStory {
            claims: story.claims.iter().filter(is_theirs).map(|claim| claim.id.clone()).collect(),
            story,
        })
        .filter(|spoken| !spoken.claims.is_empty())
        .collect();
    if spoken.is_empty() {
        return Err(Problem::Missing(format!(
            "Nobody called “{name}” says anything here. Try a part of the name in the search."
        )));
    }
    Ok(spoken)
}

/// Speakers and articles.
pub type LookedFor = (Vec<String>, Vec<ledger::SearchResult>);

/// What a search finds; one article more than are shown tells that there are more.
pub fn looked_for(view: &View<'_>, asked: &SearchPage) -> Result<LookedFor, Problem> {
    let day = |given: &str, what: &str| match given.trim() {
        "" => Ok(None),
        given => instant(given)
            .map(Some)
            .ok_or_else(|| Problem::Wrong(format!("“{given}” is no day for “{what}”; write it as in 2026-02-28."))),
    };
    let until = day(&asked.until, "until")?.map(|until| until + jiff::SignedDuration::from_hours(24));
    let query = Query {
        words: &asked.words,
        outlet: Some(asked.outlet.trim()).filter(|outlet| !outlet.is_empty()),
        from: day(&asked.from, "from")?,
        until,
        order: Order::LastAdded,
        limit: FOUND + 1,
    };
    let found = view.search(&query)?;
    Ok((speakers(view, &asked.words, &found)?, found))
}

/// Speakers whose name has the words, in the stories of the articles that were found: whoever speaks is named there.
fn speakers(view: &View<'_>, words: &str, found: &[ledger::SearchResult]) -> Result<Vec<String>, Problem> {
    let wanted = name_key(words.trim());
    let mut names: Vec<String> = Vec::new();
    let mut stories: Vec<&String> = found.iter().filter_map(|found| found.story.as_ref()).collect();
    stories.dedup();
    for story in stories.into_iter().take(LOOKED_THROUGH) {
        for name in view.record(story)?.into_iter().flat_map(|story| story.claims).flat_map(|claim| claim.speakers) {
            if name_key(&name).contains(&wanted) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.sort();
    names.truncate(NAMED);
    Ok(names)
}
