//! What every page has: the masthead, what the ledger holds, the keys at the foot.

use std::sync::Arc;

use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sayso::ledger::store::Pending;
use sayso::wording::markup;
use sayso::wording::numbers::count;

use super::pending::waiting;
use crate::account::Role;
use crate::asset;
use crate::desk::Desk;
use crate::middleware::Visitor;
use crate::overview::Overview;
use crate::problem::Problem;

/// The signs that marks refer to.
const SIGNS: PreEscaped<&str> = PreEscaped(
    r#"<svg class="defs" aria-hidden="true"><defs>
<symbol id="asserts" viewBox="0 0 12 12"><path d="M2 1 L11 6 L2 11 Z"/></symbol>
<symbol id="denies" viewBox="0 0 12 12"><path d="M2 2 L10 10 M10 2 L2 10"/></symbol>
<symbol id="doubts" viewBox="0 0 12 12"><path d="M1 7.5 C3 3 5 3 6 6 S9 9 11 4.5"/></symbol>
<symbol id="confirms" viewBox="0 0 12 12"><path d="M1.5 6.5 L4.5 10 L10.5 2"/></symbol>
<symbol id="declines" viewBox="0 0 12 12"><path d="M1 6 H11"/></symbol>
<symbol id="asks" viewBox="0 0 12 12"><path d="M3 4 C3 0.5 9 0.5 9 4 C9 6 6 6 6 8 M6 10.6 V11"/></symbol>
<symbol id="demands" viewBox="0 0 12 12"><path d="M6 1 V7.5 M6 10.6 V11"/></symbol>
<symbol id="expects" viewBox="0 0 12 12"><path d="M2 10 L10 2 M4.5 2 H10 V7.5"/></symbol>
</defs></svg>"#,
);

/// The parts of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskSection {
    /// Stories, and what belongs to one.
    Stories,
    /// Search.
    Search,
    /// Decisions.
    Decisions,
    /// Corrections by readers.
    Corrections,
    /// Adding.
    Add,
    /// None of them.
    Elsewhere,
}

/// Parts with a link in the masthead, for whoever may go there.
const PARTS: [(DeskSection, &str, &str, Role); 5] = [
    (DeskSection::Stories, "/", "Stories", Role::Reader),
    (DeskSection::Search, "/search", "Search", Role::Reader),
    (DeskSection::Decisions, "/decisions", "Decisions", Role::Reader),
    (DeskSection::Corrections, "/corrections", "Corrections", Role::Editor),
    (DeskSection::Add, "/add", "Add", Role::Editor),
];

/// A page before its content is put in.
pub struct Frame {
    ledger: String,
    overview: Arc<Overview>,
    /// What the ledger's last change is known by.
    change: String,
    /// Who looks at it.
    pub visitor: Visitor,
    /// Corrections that wait.
    waiting: usize,
    here: DeskSection,
    title: String,
    json: Option<String>,
    feed: Option<String>,
    keys: &'static [(&'static str, &'static str)],
}

impl Frame {
    /// A frame round a page of a part of the desk.
    pub fn new(
        desk: &Desk,
        visitor: &Visitor,
        overview: Arc<Overview>,
        here: DeskSection,
        title: impl Into<String>,
    ) -> Self {
        Self {
            ledger: desk.name(),
            change: desk.change_tag(overview.change),
            overview,
            visitor: visitor.clone(),
            // A count that cannot be had is told on the page of corrections.
            waiting: desk.store.waiting().unwrap_or(0),
            here,
            title: title.into(),
            json: None,
            feed: None,
            keys: &[],
        }
    }

    /// Whether who looks at it may add and decide.
    pub fn edits(&self) -> bool {
        self.visitor.role >= Role::Editor
    }

    /// What is recorded and not in a story yet.
    pub fn behind(&self, story: &str) -> Option<&Pending> {
        self.overview.behind.get(story)
    }

    /// With the address of the same in JSON.
    pub fn json_at(self, address: String) -> Self {
        Self { json: Some(address), ..self }
    }

    /// With the address of a feed.
    pub fn feed(self, address: String) -> Self {
        Self { feed: Some(address), ..self }
    }

    /// With keys of this page, each with what it does.
    pub fn keys(self, keys: &'static [(&'static str, &'static str)]) -> Self {
        Self { keys, ..self }
    }

    /// The page.
    pub fn around(self, main: &Markup) -> Html<String> {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                (head(&self.title, self.feed.as_deref(), self.json.as_deref()))
                body data-change=(self.change) {
                    a.skip href="#main" { "Skip to the page" }
                    (SIGNS)
                    div.page {
                        (self.masthead())
                        main id="main" { (main) }
                        (self.foot())
                    }
                }
            }
        };
        finished(page)
    }

    fn masthead(&self) -> Markup {
        html! {
            header {
                div.mast {
                    a.word href="/" { "sayso" }
                    nav aria-label="Main" {
                        ul {
                            @for (part, address, name, _) in PARTS.into_iter().filter(|(.., least)| self.visitor.role >= *least) {
                                li {
                                    a href=(address) aria-current=[(part == self.here).then_some("page")] {
                                        (name) @if part == DeskSection::Corrections && self.waiting > 0 { span.num { " (" (self.waiting) ")" } }
                                    }
                                }
                            }
                        }
                    }
                    form role="search" action="/search" {
                        label.vh for="q" { "Search articles and speakers" }
                        input id="q" name="q" type="search" placeholder="Search articles and speakers" autocomplete="off";
                    }
                }
                p.folio {
                    span {
                        "Ledger " b { (self.ledger) } " · " (count(self.overview.documents, "article"))
                        " · " (count(self.overview.briefs.len(), "story"))
                    }
                    @if let Some(pending) = &self.overview.pending { (waiting(pending)) }
                    span.live hidden { a href="" { "The ledger has changed: show it" } }
                    span.me { a.quiet href="/account" { (self.visitor.name) } }
                    span { "All times UTC" }
                }
            }
        }
    }

    fn foot(&self) -> Markup {
        html! {
            footer.keys {
                @for (key, what) in self.keys { span { kbd { (key) } " " (what) } }
                span { kbd { "/" } " search" }
                span { a.quiet href="/keys" { kbd { "?" } " all keys" } }
                @if let Some(json) = &self.json { span { a href=(json) { "JSON" } } }
                @if let Some(feed) = &self.feed { span { a href=(feed) { "Feed" } } }
            }
        }
    }
}

fn head(title: &str, feed: Option<&str>, json: Option<&str>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) " · sayso" }
            link rel="icon" href=(asset::address("mark.svg")) type="image/svg+xml";
            link rel="stylesheet" href=(asset::address("desk.css"));
            script src=(asset::address("desk.js")) defer {}
            @if let Some(feed) = feed { link rel="alternate" type="application/atom+xml" href=(feed); }
            @if let Some(json) = json { link rel="alternate" type="application/json" href=(json); }
        }
    }
}

/// A problem in the desk's frame.
pub fn problem(frame: Frame, problem: &Problem) -> Response {
    let main = html! {
        div.top { h1 { (problem.title()) } p.standfirst { (problem.told()) } p.toc { a href="/" { "All stories" } } }
    };
    (problem.status(), frame.around(&main)).into_response()
}

/// A page for everybody: without the desk's masthead and what it would tell of the ledger.
pub fn open(title: &str, main: &Markup) -> Html<String> {
    plain(title, None, main)
}

/// The same with a feed.
pub fn open_with_feed(title: &str, feed: &str, main: &Markup) -> Html<String> {
    plain(title, Some(feed), main)
}

fn plain(title: &str, feed: Option<&str>, main: &Markup) -> Html<String> {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(title, feed, None))
            body { div.page { main id="main" { (main) } } }
        }
    };
    finished(page)
}

fn finished(page: Markup) -> Html<String> {
    Html(markup::html(page.into_string()))
}

/// A problem where there is no ledger to frame it, or nobody who may see it.
pub fn bare(problem: &Problem) -> impl IntoResponse {
    let main = html! { div.top { h1 { (problem.title()) } p.standfirst { (problem.told()) } } };
    (problem.status(), open(problem.title(), &main))
}
