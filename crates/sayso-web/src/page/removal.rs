//! Removing an article's text, and what is left of one.

use maud::{Markup, html};
use sayso::ledger::store::Removed;
use sayso::wording::times;

use super::frame::Frame;
use crate::components;

/// The form that removes a text for good.
pub fn removing(frame: &Frame, article: &str) -> Markup {
    html! {
        details.merge {
            summary { "Remove this article’s text for good…" }
            form.add method="post" action="/remove" {
                (components::token(&frame.visitor.token))
                input type="hidden" name="article" value=(article);
                p.meta { "For when the law demands it. The text, its reading and every claim that rests on it alone go, and nothing brings them back. That the article was there, who removed it and why, stays. What readers and the desk quoted of it in corrections goes, too. Backups made before, other versions, and copies by other outlets keep their words." }
                p { label for="why" { "Why; this stays on record" } textarea id="why" name="why" rows="2" required maxlength="2000" {} }
                p { label { input type="checkbox" name="keeps_title" value="yes"; " The headline may stay" } }
                p { label { input type="checkbox" name="sure" value="yes" required; " I know that this cannot be undone" } }
                button.btn type="submit" { "Remove the text" }
            }
        }
    }
}

/// What is left of an article.
pub fn removed(removed: &Removed) -> Markup {
    html! {
        div.top {
            h1 { (removed.title.as_deref().unwrap_or("An article whose text was removed")) }
            p.standfirst { "The text was removed " (times::day(removed.at)) ", " (times::clock(removed.at)) " UTC, by " b { (removed.by) } ": " (removed.why) }
            p.meta {
                (removed.outlet.as_deref().unwrap_or("an outlet not named")) " · " (components::moment(removed.published.as_deref()))
                @if let Some((url, site)) = removed.url.as_deref().and_then(|url| Some((url, components::site(url)?))) { " · " a href=(url) rel="noreferrer external" { (site) } }
            }
        }
    }
}
