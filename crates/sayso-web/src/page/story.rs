//! A story: how its figures move, what is disputed, who really has each claim, what changed silently, and when.

use std::cmp::Reverse;

use maud::{Markup, html};
use sayso::Stance;
use sayso::ledger::record::{ArticleRecord, Brief, Claim, Dispute, EditRecord, LinkKind, Point, Series, StoryRecord};
use sayso::ledger::store::Pending;
use sayso::wording::numbers::count;
use sayso::wording::statement::{edited, story_name};
use sayso::wording::{StoryIndex, times};

use super::brief::{Briefed, brief as brief_section};
use super::pending::behind;
use super::stories::{brief, subject};
use super::story_list::{List, all_articles, all_claims, folded};
use super::story_rows::{parallel, table};
use crate::chart::{figure, strip};
use crate::components::{self, Route};
use crate::overview::Overview;

/// What is shown of each part; the rest is in the lists at the foot.
const CHARTS: usize = 3;
const TABLED: usize = 8;
const DISPUTES: usize = 8;
const CARRIED: usize = 6;
const CHANGES: usize = 4;
const NEWEST: usize = 24;

/// Numbers from which a second series is drawn: two say as much in a table.
const MOVES: usize = 3;

/// The page; the overview has the names of related stories.
pub fn story(story: &StoryRecord, briefed: &Briefed, overview: &Overview) -> Markup {
    let shelf = StoryIndex::new(story);
    let disputes = story.disputes();
    html! {
        (top(story, &disputes, briefed, overview.behind.get(&story.id)))
        (brief_section(briefed, &shelf))
        div.spread {
            div.col {
                (figures(story, &shelf))
                (disputed(story, &disputes, &shelf))
            }
            div.side {
                (timeline(story, &shelf))
                (changes(story, &shelf))
                (related(story, overview))
            }
        }
        (carried(story, &shelf))
        (all_claims(story, &shelf))
        (all_articles(story))
    }
}

fn top(story: &StoryRecord, disputes: &[Dispute<'_>], briefed: &Briefed, pending: Option<&Pending>) -> Markup {
    let facts = Brief::of(story);
    let dates = [&facts.first, &facts.last].into_iter().filter_map(|published| times::at(published.as_deref()));
    html! {
        div.top.two {
            div {
                p.meta {
                    a href="/" { "Stories" } " / " (count(facts.articles, "article")) " · " (count(facts.outlets, "outlet")) " · "
                    (count(facts.claims, "claim")) " · " (count(facts.disputes, "dispute")) " · " (times::range(dates))
                }
                h1 { (story_name(&story.name)) }
                @if let Some(pending) = pending { (behind(pending)) }
                nav.toc aria-label="On this page" {
                    @if !briefed.is_empty() { a href="#brief" { "In brief" } }
                    @if !story.figures.is_empty() { a href="#figures" { "Figures" } }
                    @if !disputes.is_empty() { a href="#disputes" { "Disputes" } }
                    @if !story.claims.is_empty() { a href="#has" { "Who really has it" } }
                    @if story.edits.iter().any(|edit| edit.silent) { a href="#edits" { "Silent changes" } }
                    a href="#timeline" { "Timeline" }
                    a href="#claims" { "All claims" }
                    a href="#articles" { "Articles" }
                }
            }
            dl.signs {
                dt { (components::stance(Stance::Asserts)) } dd { "the speaker puts it forward" }
                dt { (components::stance(Stance::Denies)) } dd { "the speaker says it is not so" }
                dt { (components::stance(Stance::Declines)) } dd { "the speaker would not say" }
                dt { (Route::FirstHand.inline()) " " (Route::Cites.inline()) " " (Route::Copy.inline()) }
                dd { "an outlet has it first-hand · has it from another · printed a copy" }
            }
        }
    }
}

fn figures(story: &StoryRecord, shelf: &StoryIndex<'_>) -> Markup {
    let mut moving: Vec<&Series> = story.figures.iter().filter(|series| series.series.len() > 1).collect();
    moving.sort_by_key(|series| Reverse(series.series.len()));
    let drawn = moving.iter().skip(1).take_while(|series| series.series.len() >= MOVES).count() + moving.len().min(1);
    let drawn = drawn.min(CHARTS);
    let single: Vec<&Series> = story.figures.iter().filter(|series| series.series.len() == 1).collect();
    if moving.is_empty() && single.is_empty() {
        return html! {};
    }
    html! {
        section.sec id="figures" aria-labelledby="h-fig" {
            header { h2 id="h-fig" { "Figures over time" } p { "Every number is one speaker’s, as claimed" } }
            @for series in moving.iter().take(drawn) {
                figure.moving {
                    figcaption.label { (subject(series)) }
                    (figure(series, &denials(story, series, shelf), shelf))
                }
            }
            @if !moving.is_empty() {
                p.caption { "A line joins the numbers of one speaker; rival numbers are never joined. A cap with a stem is a bound, a bar a range." }
            }
            @if moving.len() > drawn || !single.is_empty() { (others(story, &moving[drawn..], &single, shelf)) }
        }
    }
}

/// Figures that are not drawn: those that move before those given once.
fn others(story: &StoryRecord, moving: &[&Series], single: &[&Series], shelf: &StoryIndex<'_>) -> Markup {
    let points: Vec<&Point> = moving.iter().chain(single).flat_map(|series| &series.series).collect();
    let (first, more) = points.split_at(points.len().min(TABLED));
    html! {
        (table("Other figures", first, shelf))
        (folded(story, List::Figures, more.len(), &count(more.len(), "further figure"), || table("Other figures", more, shelf)))
    }
}

fn denials<'s>(story: &StoryRecord, series: &Series, shelf: &StoryIndex<'s>) -> Vec<&'s Claim> {
    let denies =
        |kind: LinkKind, b: &str| kind == LinkKind::Denies && series.series.iter().any(|point| point.claim == b);
    let mut found: Vec<&Claim> =
        story.links.iter().filter(|link| denies(link.kind, &link.b)).filter_map(|link| shelf.claim(&link.a)).collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    found.dedup_by(|a, b| a.id == b.id);
    found
}

fn disputed(story: &StoryRecord, disputes: &[Dispute<'_>], shelf: &StoryIndex<'_>) -> Markup {
    let (first, more) = disputes.split_at(disputes.len().min(DISPUTES));
    if disputes.is_empty() {
        return html! {};
    }
    html! {
        section.sec id="disputes" aria-labelledby="h-dis" {
            header { h2 id="h-dis" { "Disputes" } p { "What is said on the left, who disputes it on the right" } }
            @for dispute in first { (parallel(dispute, shelf)) }
            (folded(story, List::Disputes, more.len(), &count(more.len(), "further dispute"), || html! { @for dispute in more { (parallel(dispute, shelf)) } }))
        }
    }
}

/// Claims by the day of their first mention, the newest first.
fn timeline(story: &StoryRecord, shelf: &StoryIndex<'_>) -> Markup {
    let mut dated: Vec<Event<'_>> = story
        .claims
        .iter()
        .filter(|claim| !claim.speakers.is_empty())
        .filter_map(|claim| Some((shelf.began(claim)?, shelf.article(&claim.origin.article)?, claim)))
        .collect();
    dated.sort_by_key(|(time, _, claim)| (Reverse(*time), claim.id.clone()));
    let older = dated.split_off(dated.len().min(NEWEST));
    html! {
        section.sec id="timeline" aria-labelledby="h-tl" {
            header { h2 id="h-tl" { "Timeline" } p { "Each claim where it is first seen" } }
            @if dated.is_empty() { p.meta { "No article here gives its date." } }
            (by_day(&dated))
            (folded(story, List::Claims, older.len(), &count(older.len(), "earlier claim"), || by_day(&older)))
        }
    }
}

/// A claim, the article that has it first, and when that came out.
type Event<'s> = (jiff::Timestamp, &'s ArticleRecord, &'s Claim);

fn by_day(dated: &[Event<'_>]) -> Markup {
    let mut days: Vec<(String, Vec<&Event<'_>>)> = Vec::new();
    for event in dated {
        let day = times::day(event.0);
        match days.last_mut() {
            Some((known, events)) if *known == day => events.push(event),
            _ => days.push((day, vec![event])),
        }
    }
    html! {
        @for (day, events) in &days {
            div.day {
                h3 { (day) }
                ol.tl {
                    @for (time, article, claim) in events {
                        li {
                            time datetime=(time.to_string()) { (times::clock(*time)) }
                            div {
                                @if claim.stance != Stance::Asserts { (components::stance(claim.stance)) " " }
                                (components::speakers(claim)) ": " a.quiet href=(components::claim_at(&claim.id)) { (brief(&claim.gist)) } " "
                                span.sub { (components::outlet(article)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn changes(story: &StoryRecord, shelf: &StoryIndex<'_>) -> Markup {
    let silent: Vec<&EditRecord> = story.edits.iter().filter(|edit| edit.silent).collect();
    if silent.is_empty() {
        return html! {};
    }
    html! {
        section.sec id="edits" aria-labelledby="h-ed" {
            header { h2 id="h-ed" { "Silent changes" } }
            p.meta.gap { (count(silent.len(), "change")) " that readers are not told of. The first:" }
            ul.rows {
                @for edit in silent.iter().take(CHANGES) {
                    li {
                        (edited(edit.change)) ", " (shelf.outlet(&edit.to)) ", "
                        a href={ (components::article_at(&edit.to)) "?changes" } { (shelf.moment(&edit.to).trim_end_matches(" UTC")) }
                        p.q {
                            @if let Some(before) = &edit.before { del { (brief(before)) } }
                            @if let Some(after) = &edit.after { " " ins { (brief(after)) } }
                        }
                    }
                }
            }
        }
    }
}

fn related(story: &StoryRecord, overview: &Overview) -> Markup {
    if story.related.is_empty() {
        return html! {};
    }
    html! {
        section.sec aria-labelledby="h-rel" {
            header { h2 id="h-rel" { "Related stories" } }
            ul.rows {
                @for other in &story.related {
                    li {
                        a href=(components::story_at(&other.story)) { (overview.brief(&other.story).map_or(other.story.as_str(), |brief| story_name(&brief.name))) }
                        @for reason in &other.because { p.meta { (reason) } }
                    }
                }
            }
        }
    }
}

/// The claims that most outlets carry.
fn carried(story: &StoryRecord, shelf: &StoryIndex<'_>) -> Markup {
    let mut most: Vec<(usize, &Claim)> = story
        .claims
        .iter()
        .map(|claim| (shelf.carriers(claim).len(), claim))
        .filter(|(outlets, _)| *outlets > 1)
        .collect();
    most.sort_by_key(|(outlets, claim)| Reverse((*outlets, claim.mentions.len())));
    most.truncate(CARRIED);
    if most.is_empty() {
        return html! {};
    }
    html! {
        section.sec id="has" aria-labelledby="h-has" {
            header { h2 id="h-has" { "Who really has it" } p { "Outlets in order of first appearance; time runs to the right" } }
            p.key {
                span { (Route::FirstHand.inline()) " first-hand" }
                span { (Route::Cites.inline()) " has it from the outlet that the line comes from" }
                span { (Route::Copy.inline()) " a copy" }
            }
            div.has {
                @for (_, claim) in most {
                    figure {
                        figcaption { (components::speakers(claim)) ": " a.quiet href=(components::claim_at(&claim.id)) { (brief(&claim.gist)) } }
                        p { (components::first_hand(claim, shelf, true)) ", " (components::sources(claim)) }
                        (strip(claim, shelf))
                    }
                }
            }
        }
    }
}
