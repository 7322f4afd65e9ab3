//! What each address of the desk answers: a page, its JSON for programs, its feed.

use std::ops::Range;
use std::sync::Arc;

use axum::extract::{Path, Query, Request, State};
use axum::response::{IntoResponse, Response};
use sayso::ledger::View;
use sayso::ledger::record::{Brief, StoryRecord};
use sayso::wording::statement::story_name;
use serde::Deserialize;
use serde_json::json;

use crate::annotated_text::AnnotatedText;
use crate::desk::{Desk, Shared};
use crate::middleware::{Visitor, sign_in_first};
use crate::page::{self, Briefed, DeskSection, Frame, NewsSince, OtherStories, SearchPage, SeenClaim};
use crate::problem::Problem;
use crate::queries::{
    ClaimPage, FOUND, FULL, FoundArticle, article_found, claim_found, looked_for, mention_found, moved, spoken,
    standing, unseen,
};
use crate::representation::{Asked, Representation};
use crate::response::{answered, fed, told};
use crate::{components, feed, json_pages};

/// Stories on one page of the list.
const LISTED: usize = 60;

const STORY_KEYS: &[(&str, &str)] = &[("j k", "next, previous"), ("Enter", "open"), ("g s", "stories")];
const CLAIM_KEYS: &[(&str, &str)] =
    &[("c", "confirm"), ("x", "not a claim"), ("s", "split"), ("e", "merge"), ("u", "undo")];
const ARTICLE_KEYS: &[(&str, &str)] =
    &[("j k", "next, previous attribution"), ("d", "changes"), ("b", "bare text"), ("a", "add a claim")];

pub async fn nothing(State(desk): Shared, request: Request) -> Response {
    let Some(visitor) = request.extensions().get::<Visitor>().cloned() else { return sign_in_first(&request) };
    let problem = Problem::Missing("There is no such page. Go by the stories, or search.".to_owned());
    answered(&desk, &visitor, async { Err(problem) }).await
}

pub async fn keys(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        Ok(Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Elsewhere, "Keys")
            .around(&page::keys())
            .into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn add(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Add, "Add articles");
        let main = page::add(&frame);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn upkeep(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Elsewhere, "Back up and restore");
        let main = page::upkeep(&frame);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

#[derive(Deserialize)]
pub struct PageQuery {
    page: Option<usize>,
}

pub async fn stories(State(desk): Shared, visitor: Visitor, Query(asked): Query<PageQuery>) -> Response {
    answered(&desk, &visitor, stories_page(&desk, &visitor, asked.page.unwrap_or(1).max(1))).await
}

async fn stories_page(desk: &Arc<Desk>, visitor: &Visitor, page: usize) -> Result<Response, Problem> {
    let overview = desk.overview().await?;
    let person = visitor.name.clone();
    let mark = desk.aside(move |store| store.seen_by(&person)).await?;
    let after = mark.map(|mark| mark.document);
    let (moved, all) = match after {
        _ if page > 1 => (Vec::new(), 0),
        Some(after) => desk.look(move |view| moved(view, after)).await?,
        None => {
            let ids: Vec<String> = overview.briefs.iter().take(FULL).map(|brief| brief.id.clone()).collect();
            (desk.look(move |view| unseen(view, &ids)).await?, overview.briefs.len())
        }
    };
    let rest: Vec<&Brief> =
        overview.briefs.iter().filter(|brief| !moved.iter().any(|moved| moved.story.id == brief.id)).collect();
    let pages = rest.len().div_ceil(LISTED).max(1);
    let page = page.min(pages);
    let briefs = &rest[(page - 1) * LISTED..(page * LISTED).min(rest.len())];
    let frame = Frame::new(desk, visitor, Arc::clone(&overview), DeskSection::Stories, "Stories")
        .json_at("/stories.json".to_owned())
        .feed("/stories.atom".to_owned())
        .keys(&[("j k", "next, previous"), ("Enter", "open"), ("m", "mark all as seen")]);
    let watched = desk.watched(&visitor.name).await?;
    let since = NewsSince { mark, moved: &moved, more: all - moved.len(), watched: &watched };
    let main = page::stories(&frame, &since, &OtherStories { briefs, page, pages });
    Ok(frame.around(&main).into_response())
}

pub async fn stories_json(State(desk): Shared) -> Response {
    told(desk.overview().await.map(|overview| json_pages::stories(&overview)))
}

pub async fn stories_feed(State(desk): Shared) -> Response {
    fed(desk.overview().await.map(|overview| feed::stories(&desk.name(), &overview.briefs)))
}

pub async fn story(State(desk): Shared, visitor: Visitor, asked: Asked) -> Response {
    // Looked at before the story is: what is kept of it under this change is never from an earlier one.
    let before = desk.overview().await;
    let (_, form, found) = asked.find(|id| desk.look(move |view| story_of(view, &id))).await;
    match form {
        Representation::Json => {
            let overview = desk.overview().await;
            told(found.and_then(|story| Ok(json_pages::story(&story, &*overview?))))
        }
        Representation::Feed => fed(found.map(|story| feed::story(&story))),
        Representation::Page => {
            let made = async {
                let (change, story, overview) = (before?.change, found?, desk.overview().await?);
                let (story, briefed) = briefed(&desk, story, change).await?;
                let main = page::story(&story, &briefed, &overview);
                let frame = Frame::new(&desk, &visitor, overview, DeskSection::Stories, story_name(&story.name))
                    .json_at(components::story_at(&story.id) + Representation::Json.query())
                    .feed(components::story_at(&story.id) + Representation::Feed.query())
                    .keys(STORY_KEYS);
                Ok(frame.around(&main).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

/// A story with its brief, made anew where something was recorded since it was made.
async fn briefed(desk: &Arc<Desk>, story: StoryRecord, change: i64) -> Result<(StoryRecord, Arc<Briefed>), Problem> {
    if let Some(known) = desk.briefs.known(&story.id, change) {
        return Ok((story, known));
    }
    let made = desk.look(move |view| Ok((Arc::new(Briefed::of(view, &story)?), story)));
    let (briefed, story) = made.await?;
    desk.briefs.keep(story.id.clone(), change, Arc::clone(&briefed));
    Ok((story, briefed))
}

/// `GET /story/ID/claims` and the other lists of a story.
pub async fn story_list(
    State(desk): Shared,
    visitor: Visitor,
    Path((id, list)): Path<(String, String)>,
    Query(asked): Query<PageQuery>,
) -> Response {
    let made = async {
        let list = page::List::of(&list);
        let list = list.ok_or_else(|| Problem::Missing("A story has no such list.".to_owned()))?;
        let story = desk.look(move |view| story_of(view, &id)).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Stories, list.title())
            .json_at(components::story_at(&story.id) + Representation::Json.query())
            .keys(STORY_KEYS);
        Ok(frame.around(&page::story_list(&story, list, asked.page.unwrap_or(1))).into_response())
    };
    answered(&desk, &visitor, made).await
}

fn story_of(view: &View<'_>, id: &str) -> Result<StoryRecord, Problem> {
    view.story(id)?.ok_or_else(|| Problem::Missing(format!("There is no story “{id}”.")))
}

pub async fn claim(State(desk): Shared, visitor: Visitor, asked: Asked) -> Response {
    let (_, form, found) = asked.find(|id| desk.look(move |view| claim_found(view, &id))).await;
    match form {
        Representation::Json => {
            let overview = desk.overview().await;
            told(found.and_then(|found| Ok(json_pages::claim(&found, &*overview?))))
        }
        Representation::Feed => fed(found.map(|found| feed::claim(&found.story, &found.claim, &found.decisions))),
        Representation::Page => {
            let made = async {
                let (found, overview) = (found?, desk.overview().await?);
                let frame =
                    Frame::new(&desk, &visitor, overview, DeskSection::Stories, format!("Claim {}", found.claim.id))
                        .json_at(components::claim_at(&found.claim.id) + Representation::Json.query())
                        .feed(components::claim_at(&found.claim.id) + Representation::Feed.query())
                        .keys(CLAIM_KEYS);
                let ClaimPage { story, claim, entries, decisions } = &found;
                let main = page::claim(&frame, &SeenClaim { story, claim, entries, decisions });
                Ok(frame.around(&main).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

#[derive(Deserialize)]
pub struct ArticleQuery {
    changes: Option<String>,
    words: Option<String>,
}

impl ArticleQuery {
    /// The words to be marked: '120-180', in code points.
    fn words(&self) -> Option<Range<usize>> {
        let (start, end) = self.words.as_deref()?.split_once('-')?;
        Some(start.parse().ok()?..end.parse().ok()?)
    }
}

pub async fn article(
    State(desk): Shared,
    visitor: Visitor,
    asked: Asked,
    Query(wanted): Query<ArticleQuery>,
) -> Response {
    let (wants_changes, words) = (wanted.changes.is_some(), wanted.words());
    let look = |id: String| desk.look(move |view| article_found(view, &id, wants_changes));
    let (_, form, found) = asked.find(look).await;
    match form {
        Representation::Json => told(found.map(|found| match found {
            FoundArticle::Here(entry, story, _) => json_pages::article(&entry, story.as_deref()),
            FoundArticle::Removed(removed) => json_pages::removed(&removed),
        })),
        Representation::Feed => fed(Err(Problem::Missing("An article has no feed; its story has.".to_owned()))),
        Representation::Page => {
            answered(&desk, &visitor, async { article_page(&desk, &visitor, found?, words).await }).await
        }
    }
}

async fn article_page(
    desk: &Arc<Desk>,
    visitor: &Visitor,
    found: FoundArticle,
    words: Option<Range<usize>>,
) -> Result<Response, Problem> {
    let overview = desk.overview().await?;
    let (entry, story, comparison) = match found {
        FoundArticle::Here(entry, story, comparison) => (entry, story, comparison),
        FoundArticle::Removed(removed) => {
            let frame = Frame::new(desk, visitor, overview, DeskSection::Stories, "Removed");
            return Ok(frame.around(&page::removed(&removed)).into_response());
        }
    };
    let title = entry.record.article.title.clone().unwrap_or_else(|| entry.record.id.to_string());
    let frame = Frame::new(desk, visitor, overview, DeskSection::Stories, title)
        .json_at(components::article_at(&entry.record.id) + Representation::Json.query())
        .keys(ARTICLE_KEYS);
    let main = page::article(&frame, &entry, story.as_deref(), comparison.as_ref(), words);
    Ok(frame.around(&main).into_response())
}

pub async fn mention(State(desk): Shared, visitor: Visitor, Path(id): Path<String>) -> Response {
    let made = async {
        let (mention, text) = desk.look(move |view| mention_found(view, &id)).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Stories, "Mend a mention");
        let main = page::mend(&frame, &mention, &AnnotatedText::plain(&text));
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn speaker(State(desk): Shared, visitor: Visitor, asked: Asked) -> Response {
    let (name, form, found) = asked.find(|name| desk.look(move |view| spoken(view, &name))).await;
    match form {
        Representation::Json => told(found.map(|spoken| json_pages::speaker(&name, &spoken))),
        Representation::Feed => fed(found.map(|spoken| feed::speaker(&name, &spoken))),
        Representation::Page => {
            let made = async {
                let (spoken, overview) = (found?, desk.overview().await?);
                let frame = Frame::new(&desk, &visitor, overview, DeskSection::Search, name.clone())
                    .json_at(components::speaker_at(&name) + Representation::Json.query())
                    .feed(components::speaker_at(&name) + Representation::Feed.query())
                    .keys(STORY_KEYS);
                Ok(frame.around(&page::speaker(&name, &spoken)).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

#[derive(Clone, Deserialize)]
pub struct SearchQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    outlet: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

impl SearchQuery {
    fn asked(self) -> SearchPage {
        SearchPage { words: self.q, outlet: self.outlet, from: self.from, until: self.until }
    }
}

pub async fn search(State(desk): Shared, visitor: Visitor, Query(words): Query<SearchQuery>) -> Response {
    let asked = words.asked();
    let sought = asked.clone();
    let found = desk.look(move |view| looked_for(view, &sought)).await;
    let made = async {
        let ((speakers, mut found), overview) = (found?, desk.overview().await?);
        let more = found.len() > FOUND;
        found.truncate(FOUND);
        let title = if asked.words.is_empty() { "Search".to_owned() } else { format!("{} · Search", asked.words) };
        let frame = Frame::new(&desk, &visitor, overview, DeskSection::Search, title)
            .json_at(format!("/search.json?q={}", components::segment(&asked.words)))
            .keys(&[("j k", "next, previous"), ("Enter", "open")]);
        Ok(frame.around(&page::search(&asked, &speakers, &found, more)).into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn search_json(State(desk): Shared, Query(words): Query<SearchQuery>) -> Response {
    let asked = words.asked();
    told(
        desk.look(move |view| looked_for(view, &asked))
            .await
            .map(|(speakers, found)| json_pages::search(&speakers, &found)),
    )
}

pub async fn watched(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let watched = desk.watched(&visitor.name).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Stories, "What you watch")
            .json_at("/watched.json".to_owned())
            .feed("/watched.atom".to_owned())
            .keys(&[("j k", "next, previous")]);
        let main = page::watched(&frame, &watched);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn watched_json(State(desk): Shared, visitor: Visitor) -> Response {
    told(desk.watched(&visitor.name).await.map(|watched| json_pages::watched(&watched)))
}

pub async fn watched_feed(State(desk): Shared, visitor: Visitor) -> Response {
    fed(desk.watched(&visitor.name).await.map(|watched| feed::watched(&visitor.name, &watched)))
}

pub async fn decisions(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let standing = desk.look(standing).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Decisions, "Decisions")
            .json_at("/decisions.json".to_owned());
        let main = page::decisions(&frame, &standing);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

pub async fn decisions_json(State(desk): Shared) -> Response {
    told(desk.look(standing).await.map(|standing| json!({"decisions": json_pages::decisions(&standing)})))
}
