//! From addresses to pages, their twins and their feeds.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, Query as Asked, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use sayso::ledger::record::{Brief, StoryRecord};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::account::Role;
use crate::desk::{Desk, Overview};
use crate::gate::{Least, Visitor, require, sign_in_first};
use crate::look::{
    FOUND, FULL, Found, FoundArticle, article_found, claim_found, looked_for, mention_found, moved, spoken, standing,
    unseen,
};
use crate::page::{self, Frame, Here, Rest, Search, SeenClaim, Since};
use crate::problem::Problem;
use crate::{accounts, action, asset, corrections, feed, live, marks, openapi, twin};

/// Stories on one page of the list.
const LISTED: usize = 60;

/// Bytes of a form, and of files that are given together.
const FORM: usize = 64 << 10;
const FILES: usize = 64 << 20;

/// Bytes of a backup that is restored.
const BACKUP: usize = 16 << 30;

const STORY_KEYS: &[(&str, &str)] = &[("j k", "next, previous"), ("Enter", "open"), ("g s", "stories")];
const CLAIM_KEYS: &[(&str, &str)] =
    &[("c", "confirm"), ("x", "not a claim"), ("s", "split"), ("e", "merge"), ("u", "undo")];
const ARTICLE_KEYS: &[(&str, &str)] =
    &[("j k", "next, previous attribution"), ("d", "changes"), ("b", "bare text"), ("a", "add a claim")];

/// What a handler gets.
pub type Shared = State<Arc<Desk>>;

/// In which form something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a page.
    Page,
    /// As JSON.
    Twin,
    /// As an Atom feed.
    Feed,
}

/// All routes, in groups by who may ask for them. What stands in no group is for nobody.
pub fn routes(desk: &Arc<Desk>) -> Router {
    let least = |role| from_fn_with_state(Least::new(desk, role), require);
    Router::new()
        .merge(open())
        .merge(readers().route_layer(least(Role::Reader)))
        .merge(editors().route_layer(least(Role::Editor)))
        .merge(admins().route_layer(least(Role::Admin)))
        .fallback(nothing)
        .with_state(Arc::clone(desk))
}

/// For everybody: signing in, and what readers of a site need to send corrections and see what came of them.
fn open() -> Router<Arc<Desk>> {
    Router::new()
        .route("/static/{file}", get(asset::get))
        .route("/sign-in", get(accounts::sign_in).post(action::sign_in))
        .merge(corrections::open())
        .layer(DefaultBodyLimit::max(FORM))
}

/// For whoever may look.
fn readers() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(stories))
        .route("/stories.json", get(stories_twin))
        .route("/stories.atom", get(stories_feed))
        .route("/story/{id}", get(story))
        .route("/claim/{id}", get(claim))
        .route("/article/{id}", get(article))
        .route("/speaker/{name}", get(speaker))
        .route("/search", get(search))
        .route("/search.json", get(search_twin))
        .route("/decisions", get(decisions))
        .route("/decisions.json", get(decisions_twin))
        .route("/keys", get(keys))
        .route("/events", get(live::events))
        .route("/openapi.json", get(|| async { Json(openapi::described()) }))
        .route("/account", get(accounts::account))
        .route("/account/password", post(action::change_password))
        .route("/account/key", post(action::make_key))
        .route("/sign-out", post(action::sign_out))
        .route("/seen", post(action::seen))
        .route("/watch", post(action::watch))
        .route("/watched", get(watched))
        .route("/watched.json", get(watched_twin))
        .route("/watched.atom", get(watched_feed))
        .layer(DefaultBodyLimit::max(FORM))
}

/// For whoever may change what the ledger says.
fn editors() -> Router<Arc<Desk>> {
    Router::new()
        .route("/decide", post(action::decide))
        .route("/mention/{id}", get(mention))
        .route("/mend", post(action::mend))
        .route("/missed", post(action::missed))
        .merge(corrections::editors())
        .layer(DefaultBodyLimit::max(FORM))
        .route("/add", get(add).post(action::add).layer(DefaultBodyLimit::max(FILES)))
}

/// For whoever says who may do what.
fn admins() -> Router<Arc<Desk>> {
    Router::new()
        .route("/accounts", post(action::make_account))
        .route("/accounts/change", post(action::change_account))
        .route("/audit", get(accounts::audit))
        .route("/remove", post(action::remove))
        .route("/upkeep", get(upkeep))
        .route("/upkeep/backup", post(action::back_up))
        .layer(DefaultBodyLimit::max(FORM))
        .route("/upkeep/restore", post(action::restore).layer(DefaultBodyLimit::max(BACKUP)))
}

/// An answer once it is made, or the problem on a page of its own.
pub async fn answered(
    desk: &Arc<Desk>,
    visitor: &Visitor,
    made: impl Future<Output = Result<Response, Problem>>,
) -> Response {
    match made.await {
        Ok(response) => response,
        Err(problem) => match desk.overview().await {
            Ok(overview) => {
                page::problem(Frame::new(desk, visitor, overview, Here::Elsewhere, problem.title()), &problem)
            }
            Err(worse) => page::bare(&worse).into_response(),
        },
    }
}

/// The same for programs.
fn told(made: Result<Value, Problem>) -> Response {
    match made {
        Ok(value) => Json(value).into_response(),
        Err(problem) => (problem.status(), Json(json!({"error": problem.told()}))).into_response(),
    }
}

/// The same for readers of feeds.
pub fn fed(made: Result<String, Problem>) -> Response {
    match made {
        Ok(xml) => ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], xml).into_response(),
        Err(problem) => (problem.status(), problem.told().to_owned()).into_response(),
    }
}

/// What an address asks for: an id, and in which form.
pub fn form(asked: &str) -> (String, Form) {
    if let Some(id) = asked.strip_suffix(".json") {
        (id.to_owned(), Form::Twin)
    } else if let Some(id) = asked.strip_suffix(".atom") {
        (id.to_owned(), Form::Feed)
    } else {
        (asked.to_owned(), Form::Page)
    }
}

async fn nothing(State(desk): Shared, request: Request) -> Response {
    let Some(visitor) = request.extensions().get::<Visitor>().cloned() else { return sign_in_first(&request) };
    let problem = Problem::Missing("There is no such page. Go by the stories, or search.".to_owned());
    answered(&desk, &visitor, async { Err(problem) }).await
}

async fn keys(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        Ok(Frame::new(&desk, &visitor, desk.overview().await?, Here::Elsewhere, "Keys")
            .around(&page::keys())
            .into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn add(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, Here::Add, "Add articles");
        let main = page::add(&frame);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn upkeep(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, Here::Elsewhere, "Back up and restore");
        let main = page::upkeep(&frame);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

#[derive(Deserialize)]
struct Page {
    page: Option<usize>,
}

async fn stories(State(desk): Shared, visitor: Visitor, Asked(asked): Asked<Page>) -> Response {
    answered(&desk, &visitor, stories_page(&desk, &visitor, asked.page.unwrap_or(1).max(1))).await
}

async fn stories_page(desk: &Arc<Desk>, visitor: &Visitor, page: usize) -> Result<Response, Problem> {
    let overview = desk.overview().await?;
    let mark = desk.beside.seen_by(&visitor.name)?;
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
    let frame = Frame::new(desk, visitor, Arc::clone(&overview), Here::Stories, "Stories")
        .twin("/stories.json".to_owned())
        .feed("/stories.atom".to_owned())
        .keys(&[("j k", "next, previous"), ("Enter", "open"), ("m", "mark all as seen")]);
    let watched = desk.watched(&visitor.name).await?;
    let since = Since { mark, moved: &moved, more: all - moved.len(), watched: &watched };
    let main = page::stories(&frame, &since, &Rest { briefs, page, pages });
    Ok(frame.around(&main).into_response())
}

async fn stories_twin(State(desk): Shared) -> Response {
    told(desk.overview().await.map(|overview| json!({"stories": overview.briefs})))
}

async fn stories_feed(State(desk): Shared) -> Response {
    fed(desk.overview().await.map(|overview| feed::stories(&desk.name(), &overview.briefs)))
}

async fn story(State(desk): Shared, visitor: Visitor, Path(asked): Path<String>) -> Response {
    let (id, form) = form(&asked);
    let sought = id.clone();
    let found = desk
        .look(move |view| {
            view.story(&sought)?.ok_or_else(|| Problem::Missing(format!("There is no story “{sought}”.")))
        })
        .await;
    match form {
        Form::Twin => told(found.map(|story| json!(story))),
        Form::Feed => fed(found.map(|story| feed::story(&story))),
        Form::Page => {
            let made = async {
                let (story, overview) = (found?, desk.overview().await?);
                let others = names(&story, &overview);
                let frame = Frame::new(&desk, &visitor, overview, Here::Stories, page::story_name(&story.name))
                    .twin(marks::story_at(&story.id) + ".json")
                    .feed(marks::story_at(&story.id) + ".atom")
                    .keys(STORY_KEYS);
                Ok(frame.around(&page::story(&story, &others)).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

/// The names of related stories.
fn names(story: &StoryRecord, overview: &Overview) -> BTreeMap<String, String> {
    let of = |id: &String| {
        overview.briefs.iter().find(|brief| brief.id == *id).map(|brief| (id.clone(), brief.name.clone()))
    };
    story.related.iter().filter_map(|related| of(&related.story)).collect()
}

async fn claim(State(desk): Shared, visitor: Visitor, Path(asked): Path<String>) -> Response {
    let (id, form) = form(&asked);
    let found = desk.look(move |view| claim_found(view, &id)).await;
    match form {
        Form::Twin => told(found.map(|found| twin::claim(&found.story, &found.claim, &found.decisions))),
        Form::Feed => fed(found.map(|found| feed::claim(&found.story, &found.claim, &found.decisions))),
        Form::Page => {
            let made = async {
                let (found, overview) = (found?, desk.overview().await?);
                let frame = Frame::new(&desk, &visitor, overview, Here::Stories, format!("Claim {}", found.claim.id))
                    .twin(marks::claim_at(&found.claim.id) + ".json")
                    .feed(marks::claim_at(&found.claim.id) + ".atom")
                    .keys(CLAIM_KEYS);
                let Found { story, claim, entries, decisions } = &found;
                let main = page::claim(&frame, &SeenClaim { story, claim, entries, decisions });
                Ok(frame.around(&main).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

#[derive(Deserialize)]
struct Compare {
    changes: Option<String>,
}

async fn article(
    State(desk): Shared,
    visitor: Visitor,
    Path(asked): Path<String>,
    Asked(compare): Asked<Compare>,
) -> Response {
    let (id, form) = form(&asked);
    let wants_changes = compare.changes.is_some();
    let found = desk.look(move |view| article_found(view, &id, wants_changes)).await;
    match form {
        Form::Twin => told(found.map(|found| match found {
            FoundArticle::Here(entry, story, _) => twin::article(&entry, story.as_deref()),
            FoundArticle::Removed(removed) => twin::removed(&removed),
        })),
        Form::Feed => fed(Err(Problem::Missing("An article has no feed; its story has.".to_owned()))),
        Form::Page => answered(&desk, &visitor, async { article_page(&desk, &visitor, found?).await }).await,
    }
}

async fn article_page(desk: &Arc<Desk>, visitor: &Visitor, found: FoundArticle) -> Result<Response, Problem> {
    let overview = desk.overview().await?;
    let (entry, story, comparison) = match found {
        FoundArticle::Here(entry, story, comparison) => (entry, story, comparison),
        FoundArticle::Removed(removed) => {
            let frame = Frame::new(desk, visitor, overview, Here::Stories, "Removed");
            return Ok(frame.around(&page::removed(&removed)).into_response());
        }
    };
    let title = entry.record.article.title.clone().unwrap_or_else(|| entry.record.id.to_string());
    let frame = Frame::new(desk, visitor, overview, Here::Stories, title)
        .twin(marks::article_at(&entry.record.id) + ".json")
        .keys(ARTICLE_KEYS);
    let main = page::article(&frame, &entry, story.as_deref(), comparison.as_ref());
    Ok(frame.around(&main).into_response())
}

async fn mention(State(desk): Shared, visitor: Visitor, Path(id): Path<String>) -> Response {
    let made = async {
        let (mention, text) = desk.look(move |view| mention_found(view, &id)).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, Here::Stories, "Mend a mention");
        let main = page::mend(&frame, &mention, &text);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn speaker(State(desk): Shared, visitor: Visitor, Path(asked): Path<String>) -> Response {
    let (name, form) = form(&asked);
    let sought = name.clone();
    let found = desk.look(move |view| spoken(view, &sought)).await;
    match form {
        Form::Twin => told(found.map(|spoken| twin::speaker(&name, &spoken))),
        Form::Feed => fed(found.map(|spoken| feed::speaker(&name, &spoken))),
        Form::Page => {
            let made = async {
                let (spoken, overview) = (found?, desk.overview().await?);
                let frame = Frame::new(&desk, &visitor, overview, Here::Search, name.clone())
                    .twin(marks::speaker_at(&name) + ".json")
                    .feed(marks::speaker_at(&name) + ".atom")
                    .keys(STORY_KEYS);
                Ok(frame.around(&page::speaker(&name, &spoken)).into_response())
            };
            answered(&desk, &visitor, made).await
        }
    }
}

#[derive(Clone, Deserialize)]
struct Words {
    #[serde(default)]
    q: String,
    #[serde(default)]
    outlet: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

impl Words {
    fn asked(self) -> Search {
        Search { words: self.q, outlet: self.outlet, from: self.from, until: self.until }
    }
}

async fn search(State(desk): Shared, visitor: Visitor, Asked(words): Asked<Words>) -> Response {
    let asked = words.asked();
    let sought = asked.clone();
    let found = desk.look(move |view| looked_for(view, &sought)).await;
    let made = async {
        let ((speakers, mut found), overview) = (found?, desk.overview().await?);
        let more = found.len() > FOUND;
        found.truncate(FOUND);
        let title = if asked.words.is_empty() { "Search".to_owned() } else { format!("{} · Search", asked.words) };
        let frame = Frame::new(&desk, &visitor, overview, Here::Search, title)
            .twin(format!("/search.json?q={}", marks::segment(&asked.words)))
            .keys(&[("j k", "next, previous"), ("Enter", "open")]);
        Ok(frame.around(&page::search(&asked, &speakers, &found, more)).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn search_twin(State(desk): Shared, Asked(words): Asked<Words>) -> Response {
    let asked = words.asked();
    told(desk.look(move |view| looked_for(view, &asked)).await.map(|(speakers, found)| twin::search(&speakers, &found)))
}

async fn watched(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let watched = desk.watched(&visitor.name).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, Here::Stories, "What you watch")
            .twin("/watched.json".to_owned())
            .feed("/watched.atom".to_owned())
            .keys(&[("j k", "next, previous")]);
        let main = page::watched(&frame, &watched);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn watched_twin(State(desk): Shared, visitor: Visitor) -> Response {
    told(desk.watched(&visitor.name).await.map(|watched| twin::watched(&watched)))
}

async fn watched_feed(State(desk): Shared, visitor: Visitor) -> Response {
    fed(desk.watched(&visitor.name).await.map(|watched| feed::watched(&visitor.name, &watched)))
}

async fn decisions(State(desk): Shared, visitor: Visitor) -> Response {
    let made = async {
        let standing = desk.look(standing).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, Here::Decisions, "Decisions")
            .twin("/decisions.json".to_owned());
        let main = page::decisions(&frame, &standing);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn decisions_twin(State(desk): Shared) -> Response {
    told(desk.look(standing).await.map(|standing| json!({"decisions": twin::decisions(&standing)})))
}

/// The status of a redirect after something was changed: the next page is fetched, not sent to.
pub fn back_to(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}
