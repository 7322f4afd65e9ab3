//! That a story, or the ledger, is behind what is recorded.

use maud::{Markup, html};
use sayso::ledger::store::Pending;
use sayso::wording::numbers::count;
use sayso::wording::times;

/// For the head of a story.
pub fn behind(pending: &Pending) -> Markup {
    let (counted, since) = told(pending);
    html! {
        p.meta role="status" {
            "Being updated"
            @if let Some(since) = since { ": as of " (since) }
            @if !counted.is_empty() { @if pending.since.is_some() { ", " } @else { ": " } (counted) " not in it yet" }
        }
    }
}

/// For the line about the ledger.
pub fn waiting(pending: &Pending) -> Markup {
    let (counted, _) = told(pending);
    html! { span role="status" { "Being updated" @if !counted.is_empty() { ": " (counted) } } }
}

fn told(pending: &Pending) -> (String, Option<String>) {
    let counted = [(pending.articles, "article"), (pending.decisions, "decision")];
    let counted = counted.into_iter().filter(|(number, _)| *number > 0).map(|(number, what)| count(number, what));
    (counted.collect::<Vec<_>>().join(" and "), pending.since.map(|since| times::moment(Some(&since.to_string()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_behind_a_story_is_is_told_calmly() {
        let since = "2026-03-04T14:03:00Z".parse().ok();
        let said = |pending: Pending| behind(&pending).into_string();
        assert_eq!(
            said(Pending { articles: 12, decisions: 1, since }),
            "<p class=\"meta\" role=\"status\">Being updated: as of Mar 4, 14:03 UTC, 12 articles and 1 decision not in it yet</p>"
        );
        assert!(said(Pending::default()).contains(">Being updated<"));
        assert!(
            waiting(&Pending { articles: 3, ..Pending::default() }).into_string().contains("Being updated: 3 articles")
        );
    }
}
