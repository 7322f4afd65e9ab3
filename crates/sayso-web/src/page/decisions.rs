//! What people decided, the latest first.

use maud::{Markup, html};
use sayso::ledger::store::Decision;
use sayso::wording::numbers::count;

use super::claim::decided;
use super::frame::Frame;

/// The page; each decision with whether it holds.
pub fn decisions(frame: &Frame, decisions: &[(Decision, bool)]) -> Markup {
    html! {
        div.top { h1 { "Decisions" } p.standfirst { "What people decided about claims. A decision outlives every later reading; undoing one is a decision too." } }
        section.sec aria-labelledby="h-dec" {
            header { h2 id="h-dec" { (count(decisions.len(), "decision")) } }
            @if decisions.is_empty() { p.meta { "None yet. Open a claim to confirm, split, merge or reject it." } }
            ul.rows { @for (decision, holds) in decisions { li.h data-item { (decided(frame, decision, *holds)) } } }
        }
    }
}
