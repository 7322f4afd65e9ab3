//! What the lists of a story are made of: figures in a table, disputes side by side, claims with their speakers.

use maud::{Markup, html};
use sayso::ledger::record::{Claim, Dispute, Point};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::counted;

use super::stories::brief;
use crate::components;

/// Claims of one side of a dispute: shown, and folded below.
const SIDE: usize = 3;
const MORE: usize = 20;

/// Figures, a row each.
pub fn table(heading: &str, points: &[&Point], shelf: &StoryIndex<'_>) -> Markup {
    html! {
        table.figs {
            caption.vh { (heading) " of this story" }
            thead { tr { th scope="col" { (heading) } th.v scope="col" { "Value" } th scope="col" { "Whose" } th.opt scope="col" { "First seen" } } }
            tbody {
                @for point in points {
                    @let claim = shelf.claim(&point.claim);
                    tr {
                        th scope="row" { a.quiet href=(components::claim_at(&point.claim)) { (claim.map_or_else(String::new, |claim| brief(&claim.gist))) } }
                        td.v { (counted(point)) }
                        td { @if let Some(claim) = claim { (components::speakers(claim)) } }
                        td.opt { (components::moment(point.published.as_deref())) }
                    }
                }
            }
        }
    }
}

/// A dispute, both sides beside one another.
pub fn parallel(dispute: &Dispute<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let side = |claims: &[&str]| {
        let claims: Vec<&Claim> = claims.iter().filter_map(|id| shelf.claim(id)).collect();
        let list = |claims: &[&Claim]| html! { ul { @for claim in claims { li { (said(claim, shelf)) } } } };
        let (first, more) = claims.split_at(claims.len().min(SIDE));
        let (folded, further) = more.split_at(more.len().min(MORE));
        html! {
            (list(first))
            @if !folded.is_empty() {
                details {
                    summary.meta { (more.len()) " more" }
                    (list(folded))
                    @if !further.is_empty() { p.meta { (further.len()) " further: the page of a claim has all that stand to it" } }
                }
            }
        }
    };
    html! { div.disp data-item { div { (side(&dispute.claimed)) } div { (side(&dispute.against)) } } }
}

/// A claim with its speaker before it, and how it stands.
pub fn said(claim: &Claim, shelf: &StoryIndex<'_>) -> Markup {
    html! {
        p { (components::stance(claim.stance)) " " (components::speakers(claim)) }
        p.q { a.quiet href=(components::claim_at(&claim.id)) { "“" (claim.gist) "”" } }
        p.meta {
            @if let Some(first) = shelf.article(&claim.origin.article) { (components::moment(first.published.as_deref())) ", " (components::outlet(first)) " · " }
            (components::first_hand(claim, shelf, true)) " · " (components::sources(claim))
        }
    }
}
