//! The stories: what moved since the person last looked, and the rest.

use std::cmp::Reverse;

use maud::{Markup, html};
use sayso::Stance;
use sayso::ledger::record::{Brief, Claim, LinkKind, Series, StoryRecord};
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;
use sayso::wording::times::moment;
use sayso::wording::{StoryIndex, times};

use super::frame::Frame;
use super::paging::turning;
use super::watched::news as news_watched;
use crate::chart::spark;
use crate::components;
use crate::desk_store::SeenMark;
use crate::watch::WatchState;

/// Claims that are shown of a story that moved.
const NEWS: usize = 4;

/// Characters of a quotation in the list of news.
const BRIEF: usize = 90;

/// A story that moved, and which of its articles are new.
pub struct MovedStory {
    /// The story.
    pub story: StoryRecord,
    /// The new articles, as they are printed.
    pub fresh: Vec<String>,
}

/// What happened since the person last looked.
#[derive(Clone, Copy)]
pub struct NewsSince<'m> {
    /// When that was; none where they never did.
    pub mark: Option<SeenMark>,
    /// The stories that moved last.
    pub moved: &'m [MovedStory],
    /// How many more moved.
    pub more: usize,
    /// What they watch.
    pub watched: &'m [WatchState],
}

/// A part of the stories that did not move.
pub struct OtherStories<'b> {
    /// The stories of this page.
    pub briefs: &'b [&'b Brief],
    /// Which page, counted from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// The page.
pub fn stories(frame: &Frame, since_then: &NewsSince<'_>, rest: &OtherStories<'_>) -> Markup {
    let NewsSince { mark, moved, watched, .. } = since_then;
    html! {
        (since(frame, since_then))
        (news_watched(watched))
        @for (place, moved) in moved.iter().enumerate() { (entry(moved, place)) }
        @if rest.page == 1 && moved.is_empty() && rest.briefs.is_empty() {
            p.standfirst { "The ledger is empty. " a href="/add" { "Add articles" } ": paste links, or drop files." }
        }
        @if !rest.briefs.is_empty() { (quiet(rest, mark.is_some())) }
    }
}

fn since(frame: &Frame, since: &NewsSince<'_>) -> Markup {
    let NewsSince { mark, moved, more, watched } = *since;
    let all = moved.len() + more;
    let any_news = watched.iter().any(|standing| standing.news().next().is_some());
    html! {
        div.since {
            h1.label {
                @match mark {
                    None => { "You have not looked at this ledger before: " (count(all, "story")) },
                    Some(mark) => {
                        "Since you last looked, " time datetime=(mark.at.to_string()) { (moment(Some(&mark.at.to_string())).trim_end_matches(" UTC")) } ": "
                        (match all { 0 => "nothing moved".to_owned(), 1 => "1 story moved".to_owned(), many => format!("{} moved", count(many, "story")) })
                    }
                }
            }
            @if !watched.is_empty() && !any_news { p.meta { "Nothing new of " a href="/watched" { "what you watch" } "." } }
            @if more > 0 { p.meta { "The " (moved.len()) " that moved last come first." } }
            @if all > 0 || any_news {
                form method="post" action="/seen" {
                    (components::token(&frame.visitor.token))
                    button.btn type="submit" data-key="m" { "Mark all as seen " kbd { "m" } }
                }
            }
        }
    }
}

fn entry(moved: &MovedStory, place: usize) -> Markup {
    let story = &moved.story;
    let shelf = StoryIndex::new(story);
    let brief = Brief::of(story);
    let fresh = fresh_claims(moved);
    let id = format!("s{place}");
    html! {
        article.story aria-labelledby=(id) data-item {
            div {
                h2 id=(id) { a.quiet href=(components::story_at(&story.id)) { (story_name(&story.name)) } }
                @if let Some(claim) = fresh.iter().rfind(|claim| !is_thin(claim)).or(fresh.last()) {
                    p.last { (components::speakers(claim)) " " (sayso::wording::statement::stance(claim.stance)) ": “" (claim.gist) "”" }
                }
                p.meta {
                    (components::moment(brief.last.as_deref())) " · " (count(brief.articles, "article")) ", " (count(brief.outlets, "outlet")) ", "
                    (count(brief.claims, "claim"))
                }
            }
            div {
                (tally(moved, &fresh))
                ul.news { @for claim in news(story, &fresh) { (line(claim, denied(story, claim), &shelf)) } }
            }
            @if let Some(series) = busiest(story) {
                figure.spark { figcaption { (subject(series)) ", as claimed" } (spark(series, &shelf)) }
            }
        }
    }
}

/// What is counted in a series.
pub fn subject(series: &Series) -> &str {
    series.series.iter().find_map(|point| point.unit.as_deref()).unwrap_or(&series.what)
}

/// The series with the most figures, where one moves.
pub fn busiest(story: &StoryRecord) -> Option<&Series> {
    story.figures.iter().filter(|series| series.series.len() > 1).max_by_key(|series| series.series.len())
}

fn fresh_claims(moved: &MovedStory) -> Vec<&Claim> {
    let is_fresh = |claim: &&Claim| moved.fresh.contains(&claim.origin.article.to_string());
    moved.story.claims.iter().filter(is_fresh).collect()
}

/// Denials first, for they are what a desk looks for; then those that more outlets carry. What says little by itself comes
/// last, but for a denial of which the ledger knows what it denies.
fn news<'c>(story: &StoryRecord, fresh: &[&'c Claim]) -> Vec<&'c Claim> {
    let mut news: Vec<&Claim> = fresh.to_vec();
    news.sort_by_cached_key(|claim| {
        let says_little = is_thin(claim) && denied(story, claim).is_none();
        (says_little, claim.stance != Stance::Denies, claim.speakers.is_empty(), Reverse(claim.mentions.len()))
    });
    news.truncate(NEWS);
    news
}

/// Words of a claim from which it says something by itself: 'that is untrue' does not.
const TELLING: usize = 4;

fn is_thin(claim: &Claim) -> bool {
    claim.gist.split_whitespace().count() < TELLING
}

/// What a claim denies.
fn denied<'s>(story: &'s StoryRecord, claim: &Claim) -> Option<&'s Claim> {
    let link = story.links.iter().find(|link| link.kind == LinkKind::Denies && link.a == claim.id)?;
    story.claims.iter().find(|other| other.id == link.b)
}

fn line(claim: &Claim, denied: Option<&Claim>, shelf: &StoryIndex<'_>) -> Markup {
    html! {
        li {
            (components::stance(claim.stance))
            span {
                (components::speakers(claim)) ": " a.quiet href=(components::claim_at(&claim.id)) { (brief(&claim.gist)) }
                @if let Some(denied) = denied.filter(|_| is_thin(claim)) {
                    ", of " a.quiet href=(components::claim_at(&denied.id)) { "“" (brief(&denied.gist)) "”" }
                }
            }
            (components::first_hand(claim, shelf, false))
        }
    }
}

/// The beginning of a quotation, cut between words.
pub fn brief(gist: &str) -> String {
    if gist.chars().count() <= BRIEF {
        return gist.to_owned();
    }
    let start: String = gist.chars().take(BRIEF).collect();
    let cut = start.rfind(' ').unwrap_or(start.len());
    format!("{}…", &start[..cut])
}

fn tally(moved: &MovedStory, fresh: &[&Claim]) -> Markup {
    let denials = fresh.iter().filter(|claim| claim.stance == Stance::Denies).count();
    let silent =
        moved.story.edits.iter().filter(|edit| edit.silent && moved.fresh.contains(&edit.to.to_string())).count();
    html! {
        p.tally {
            span.new { (count(fresh.len(), "new claim")) }
            @if denials > 0 { span.st.st-denies { (components::sign(Stance::Denies)) (count(denials, "new denial")) } }
            @if silent > 0 { span { (count(silent, "silent change")) } }
        }
    }
}

fn quiet(rest: &OtherStories<'_>, looked: bool) -> Markup {
    html! {
        section.sec.still aria-labelledby="quiet" {
            header { h2 id="quiet" { (if looked { "Nothing new" } else { "Other stories" }) } }
            table {
                thead { tr { th scope="col" { "Story" } th.opt scope="col" { "Articles" } th scope="col" { "Last" } th.opt scope="col" { "Claims" } th.opt scope="col" { "Disputes" } } }
                tbody {
                    @for brief in rest.briefs {
                        tr data-item {
                            th scope="row" { a.quiet href=(components::story_at(&brief.id)) { (story_name(&brief.name)) } }
                            td.opt { (brief.articles) }
                            td { (times::at(brief.last.as_deref()).map_or_else(|| "no date".to_owned(), times::day)) }
                            td.opt { (brief.claims) }
                            td.opt { (brief.disputes) }
                        }
                    }
                }
            }
            (turning("/", rest.page, rest.pages))
        }
    }
}
