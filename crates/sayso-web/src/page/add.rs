//! Adding articles: links that are pasted, files that are dropped; and what became of them.

use maud::{Markup, html};
use sayso::wording::numbers::count;

use super::frame::Frame;
use crate::components;
use crate::intake::IntakeOutcome;

/// The page.
pub fn add(frame: &Frame) -> Markup {
    html! {
        div.top { h1 { "Add articles" } p.standfirst { "The same article twice changes nothing; another text under the same address is a new version of it." } }
        form.add method="post" action="/add" enctype="multipart/form-data" {
            (components::token(&frame.visitor.token))
            p {
                label for="links" { "Addresses of pages or feeds, one a line" }
                textarea id="links" name="links" rows="6" spellcheck="false" placeholder="https://" {}
            }
            p.drop {
                label for="files" { "Or files, chosen or dropped anywhere on this page: pages, texts, feeds, JSON Lines, web archives" }
                input id="files" type="file" name="files" multiple;
            }
            button.btn.go type="submit" { "Add them" }
            p.meta { "Each address is fetched once, by this machine; private addresses are not. Reading takes about a second an article." }
        }
    }
}

/// What became of what was given.
pub fn taken(taken: &IntakeOutcome) -> Markup {
    html! {
        div.top {
            h1 { (match (taken.added, taken.failed.is_empty()) { (0, false) => "Not added", _ => "Added" }) }
            p.standfirst {
                (count(taken.added, "article")) " added"
                @if taken.known > 0 { ", " (taken.known) " known already" }
                @if !taken.failed.is_empty() { ", " (count(taken.failed.len(), "thing")) " could not be read" }
                "."
            }
            @if !taken.failed.is_empty() { ul.rows role="alert" { @for reason in &taken.failed { li { (reason) } } } }
            p.toc { a href="/" { "Stories" } a href="/add" { "Add more" } }
        }
    }
}
