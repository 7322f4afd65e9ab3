//! The page of what a person watches, with the changes that are new to them.

use maud::{Markup, html};
use sayso::wording::times;

use super::frame::Frame;
use crate::components;
use crate::desk_store::Watched;
use crate::watch::{WatchEvent, WatchState};

/// News of one thing that are shown on the page of stories.
const NEWS: usize = 3;

/// The page.
pub fn watched(frame: &Frame, watched: &[WatchState]) -> Markup {
    html! {
        div.top { h1 { "What you watch" } p.standfirst { "New mentions, denials, support and other figures are told here, on the page of stories, and in the feed below, until you mark all as seen." } }
        @if watched.is_empty() { p.meta { "Nothing yet. Open a claim and choose “Watch”." } }
        @for (place, standing) in watched.iter().enumerate() { (entry(frame, standing, place)) }
    }
}

fn entry(frame: &Frame, standing: &WatchState, place: usize) -> Markup {
    let id = format!("w{place}");
    html! {
        section.sec aria-labelledby=(id) data-item {
            header {
                h2 id=(id) { a href=(standing.link) { (name(standing)) } }
                p { (match standing.watch.what { Watched::Claim => "The claim", Watched::Figure => "Its figure" }) ", since " (times::day(standing.watch.since)) }
            }
            ul.rows {
                @for turn in standing.turns.iter().rev() {
                    li.h { (line(turn)) @if standing.is_new(turn) { " " b.fresh { "new" } } }
                }
            }
            form.inline.first method="post" action="/watch" {
                (components::token(&frame.visitor.token))
                input type="hidden" name="mention" value=(standing.watch.mention);
                button.link type="submit" name="what" value={ "stop " (standing.watch.what.word()) } { "Stop watching" }
            }
        }
    }
}

fn name(standing: &WatchState) -> &str {
    standing.name.as_deref().unwrap_or("A claim that is none any more")
}

fn line(turn: &WatchEvent) -> Markup {
    html! {
        @match turn.at { Some(at) => time datetime=(at.to_string()) { (times::day(at)) ", " (times::clock(at)) }, None => span { "–" } }
        span { a href=(turn.link) { (turn.told) } }
    }
}

/// What is new of what a person watches, for the page of stories.
pub fn news(watched: &[WatchState]) -> Markup {
    let fresh: Vec<(&WatchState, Vec<&WatchEvent>)> = watched
        .iter()
        .map(|standing| (standing, standing.news().collect::<Vec<_>>()))
        .filter(|(_, news)| !news.is_empty())
        .collect();
    html! {
        @if !fresh.is_empty() {
            section.sec aria-labelledby="h-watched" {
                header { h2 id="h-watched" { "Of what you watch" } p { a href="/watched" { "All that you watch" } } }
                @for (standing, news) in fresh {
                    p.meta { a href=(standing.link) { (name(standing)) } }
                    ul.rows {
                        @for turn in news.iter().rev().take(NEWS) { li.h { (line(turn)) } }
                        @if news.len() > NEWS { li.h { span {} span { "and " (news.len() - NEWS) " more" } } }
                    }
                }
            }
        }
    }
}

/// What begins to watch a claim, or its figure.
pub fn buttons(frame: &Frame, mention: &str, has_figure: bool) -> Markup {
    html! {
        form.inline method="post" action="/watch" {
            (components::token(&frame.visitor.token))
            input type="hidden" name="mention" value=(mention);
            button.btn type="submit" name="what" value="claim" data-key="w" { "Watch " kbd { "w" } }
            @if has_figure { " " button.btn type="submit" name="what" value="figure" { "Watch its figure" } }
        }
    }
}
