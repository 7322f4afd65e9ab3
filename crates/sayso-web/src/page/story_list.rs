//! The lists of a story: folded on its page where they are short, on pages of their own where they are long. A story of five
//! hundred articles makes a page of five megabytes otherwise.

use maud::{Markup, html};
use sayso::ledger::record::{ArticleRecord, Claim, Point, StoryRecord};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;

use super::paging::Page;
use super::story_rows::{parallel, said, table};
use crate::components;

/// Items that a story's page holds of one list, and that a page of a long one has.
const HELD: usize = 100;

/// What of a story can be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// All claims, in order of their first mention.
    Claims,
    /// All disputes.
    Disputes,
    /// All figures.
    Figures,
    /// All articles.
    Articles,
}

impl List {
    /// What the word in an address means.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Claims, Self::Disputes, Self::Figures, Self::Articles].into_iter().find(|list| list.word() == word)
    }

    /// The word in its address.
    fn word(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Disputes => "disputes",
            Self::Figures => "figures",
            Self::Articles => "articles",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Claims => "All claims",
            Self::Disputes => "All disputes",
            Self::Figures => "All figures",
            Self::Articles => "All articles",
        }
    }

    /// Its address.
    fn at(self, story: &StoryRecord) -> String {
        format!("{}/{}", components::story_at(&story.id), self.word())
    }
}

/// The rest of a list, folded; where it is long, the way to the pages that have all of it.
pub fn folded(story: &StoryRecord, list: List, length: usize, told: &str, rest: impl FnOnce() -> Markup) -> Markup {
    html! {
        @if length > HELD { p.meta { a href=(list.at(story)) { (told) } } }
        @else if length > 0 { details { summary.meta { (told) } (rest()) } }
    }
}

/// A page of one list.
pub fn story_list(story: &StoryRecord, list: List, number: usize) -> Markup {
    let shelf = StoryIndex::new(story);
    let address = list.at(story);
    html! {
        div.top {
            p.meta { a href="/" { "Stories" } " / " a href=(components::story_at(&story.id)) { (story_name(&story.name)) } }
            h1 { (list.title()) }
        }
        @match list {
            List::Claims => {
                @let page = Page::of(&story.claims, number, HELD);
                (claims(page.items, &shelf)) (page.turning(&address))
            },
            List::Disputes => {
                @let disputes = story.disputes();
                @let page = Page::of(&disputes, number, HELD);
                @for dispute in page.items { (parallel(dispute, &shelf)) }
                (page.turning(&address))
            },
            List::Figures => {
                @let points: Vec<&Point> = story.figures.iter().flat_map(|series| &series.series).collect();
                @let page = Page::of(&points, number, HELD);
                (table("Figures", page.items, &shelf)) (page.turning(&address))
            },
            List::Articles => {
                @let page = Page::of(&story.articles, number, HELD);
                div.still { (articles(page.items)) } (page.turning(&address))
            },
        }
    }
}

/// All claims of a story, on its page.
pub fn all_claims(story: &StoryRecord, shelf: &StoryIndex<'_>) -> Markup {
    let told = count(story.claims.len(), "claim");
    html! {
        section.sec id="claims" aria-labelledby="h-all" {
            header { h2 id="h-all" { "All claims" } p { "In order of their first mention" } }
            (folded(story, List::Claims, story.claims.len(), &told, || claims(&story.claims, shelf)))
        }
    }
}

/// All articles of a story, on its page; of many the last.
pub fn all_articles(story: &StoryRecord) -> Markup {
    let earlier = story.articles.len().saturating_sub(HELD);
    html! {
        section.sec.still id="articles" aria-labelledby="h-art" {
            header { h2 id="h-art" { "Articles" } }
            @if earlier > 0 { p.meta { a href=(List::Articles.at(story)) { (count(earlier, "earlier article")) } } }
            (articles(&story.articles[earlier..]))
        }
    }
}

fn claims(claims: &[Claim], shelf: &StoryIndex<'_>) -> Markup {
    html! { ul.rows.claims { @for claim in claims { li data-item { (said(claim, shelf)) } } } }
}

fn articles(articles: &[ArticleRecord]) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { "Headline" } th scope="col" { "Outlet" } th.opt scope="col" { "When" } th.opt scope="col" { "Why it is here" } } }
            tbody {
                @for article in articles {
                    tr {
                        th scope="row" { a.quiet href=(components::article_at(&article.id)) { (components::headline(article)) } @if article.version > 1 { span.dim { " version " (article.version) } } }
                        td { (components::outlet(article)) }
                        td.opt { (components::moment(article.published.as_deref())) }
                        td.opt {
                            @match &article.copy_of {
                                Some(of) => { "a copy of " a href=(components::article_at(of)) { (of.to_string()) } },
                                None => { @for reason in &article.because { (reason) } },
                            }
                        }
                    }
                }
            }
        }
    }
}
