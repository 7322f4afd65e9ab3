//! Search: articles that have the words, and speakers whose name has them.

use maud::{Markup, html};
use sayso::ledger::ledger::SearchResult;
use sayso::wording::numbers::count;

use crate::annotated_text::{AnnotatedText, Layer, MarkKind};
use crate::components;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct SearchPage {
    /// The words.
    pub words: String,
    /// The outlet, where it matters.
    pub outlet: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

/// The page; `more` tells that there are more than are shown.
pub fn search(asked: &SearchPage, speakers: &[String], found: &[SearchResult], more: bool) -> Markup {
    html! {
        div.top { h1 { "Search" } (form(asked)) }
        @if !speakers.is_empty() {
            section.sec aria-labelledby="h-who" {
                header { h2 id="h-who" { "Speakers" } }
                p { @for (place, name) in speakers.iter().enumerate() { @if place > 0 { " · " } (components::speaker(name)) } }
            }
        }
        @if !asked.words.trim().is_empty() {
            section.sec aria-labelledby="h-found" {
                header { h2 id="h-found" { (count(found.len(), "article")) @if more { ", and more" } } p { "The last added first; a word in the headline, the text or the outlet’s name" } }
                @if found.is_empty() { p.meta { "No article has all these words. Try fewer, or “words in a row” in quotation marks." } }
                @for hit in found { (entry(hit)) }
            }
        }
    }
}

fn form(asked: &SearchPage) -> Markup {
    html! {
        form.search action="/search" {
            p { label for="words" { "Words" } input id="words" type="search" name="q" value=(asked.words); }
            p { label for="outlet" { "Outlet" } input id="outlet" name="outlet" value=(asked.outlet); }
            p { label for="from" { "From" } input id="from" type="date" name="from" value=(asked.from); }
            p { label for="until" { "Until" } input id="until" type="date" name="until" value=(asked.until); }
            button.btn.go type="submit" { "Search" }
        }
    }
}

fn entry(found: &SearchResult) -> Markup {
    let record = &found.entry.record;
    let layers = found.hit.text.iter().map(|(start, end)| Layer { at: *start..*end, kind: MarkKind::Chosen }).collect();
    let passage = AnnotatedText::new(&record.text, layers, Vec::new());
    let (start, end) = found.hit.excerpt;
    let outlet = found.entry.outlet();
    let published = found.entry.published();
    html! {
        article.men data-item {
            div.at { b { (outlet.unwrap_or("an outlet not named")) } (components::moment(published)) }
            div {
                h3.serif { a.quiet href=(components::article_at(&record.id)) { (record.article.title.as_deref().unwrap_or("(no headline)")) } }
                blockquote { (passage.marked(&(start..end))) "…" }
                @if let Some(story) = &found.story { p.meta { a href=(components::story_at(story)) { "its story" } } }
            }
        }
    }
}
