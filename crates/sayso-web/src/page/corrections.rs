//! The desk's list of corrections, page by page: those that wait, in the order in which they are best read, and those that
//! are decided.

use maud::{Markup, html};
use sayso::wording::numbers::count;
use serde::Deserialize;

use super::correction::{closed, just_decided, open, small};
use super::frame::Frame;
use super::paging::turning;
use crate::correction::Placed;
use crate::desk_store::{Correction, CorrectionState, Listing, QueueOrder, Queued};

/// Corrections on one page: for those that wait, the place of each is looked up.
const QUEUED: usize = 50;

/// Which corrections are asked for; what is not said, or makes no sense, is the first page of those that wait.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct QueueQuery {
    state: String,
    order: String,
    page: String,
    /// The name of those that were rejected together a moment ago.
    pub rejected: String,
    /// The one that was decided a moment ago.
    pub decided: String,
}

impl QueueQuery {
    /// The page that is meant.
    pub fn listing(&self) -> Listing {
        Listing {
            state: CorrectionState::of(&self.state),
            order: QueueOrder::of(&self.order),
            page: self.page.parse().unwrap_or(1).max(1),
            size: QUEUED,
        }
    }
}

/// One page of the list, and what stands around it.
#[derive(Debug)]
pub struct Queue {
    /// Which page of what.
    pub listing: Listing,
    /// How many there are in each state.
    pub counts: [(CorrectionState, usize); 3],
    /// What stands on the page; those that wait with where their passage stands.
    pub items: Vec<(Queued, Option<Placed>)>,
    /// Whether any site's readers may send.
    pub takes: bool,
    /// Those that were rejected together a moment ago: under which name, and how many.
    pub rejected: Option<(String, usize)>,
    /// The one that was decided a moment ago.
    pub decided: Option<Correction>,
}

impl Queue {
    /// How many there are of those that are listed.
    pub fn total(&self) -> usize {
        self.counts.iter().find(|(state, _)| *state == self.listing.state).map_or(0, |(_, count)| *count)
    }

    /// How many pages.
    pub fn pages(&self) -> usize {
        self.total().div_ceil(self.listing.size).max(1)
    }
}

/// The list.
pub fn queue(frame: &Frame, queue: &Queue) -> Markup {
    let listing = queue.listing;
    html! {
        div.since.head { h1 { "Corrections" } p.meta { "From readers, by Ctrl Enter on a passage. Nothing changes until someone decides." } }
        @if !queue.takes {
            p.meta.gap { "The desk takes none yet: start it with " code { "--site news.example" } " for each site whose readers may send corrections." }
        }
        (became(frame, queue))
        (filters(queue))
        @if queue.items.is_empty() { p.meta { (nothing(listing.state)) } }
        @for (place, (queued, placed)) in queue.items.iter().enumerate() {
            @match placed {
                Some(placed) => (open(frame, listing, (queued, placed), place == 0)),
                None => (closed(frame, listing, &queued.correction)),
            }
        }
        (turning(&listing.address_of_all(), listing.page, queue.pages()))
    }
}

/// What was done a moment ago.
fn became(frame: &Frame, queue: &Queue) -> Markup {
    html! {
        @if let Some((rejection, rejected)) = &queue.rejected {
            div.rnote.gap role="status" {
                (count(*rejected, "correction")) " of one sender " (if *rejected == 1 { "was" } else { "were" }) " rejected."
                (small(frame, queue.listing, rejection, ("undo-all", "Undo")))
            }
        }
        @if let Some(decided) = &queue.decided { (just_decided(frame, queue.listing, decided)) }
    }
}

fn nothing(state: CorrectionState) -> &'static str {
    match state {
        CorrectionState::Open => "None is waiting.",
        CorrectionState::Approved => "None was approved.",
        CorrectionState::Rejected => "None was rejected.",
    }
}

/// Which are shown, and in which order.
fn filters(queue: &Queue) -> Markup {
    let listing = Listing { page: 1, ..queue.listing };
    html! {
        nav.filters aria-label="Which corrections" {
            @for (state, count) in queue.counts {
                a href=(Listing { state, ..listing }.address()) aria-current=[(state == listing.state).then_some("true")] {
                    (match state { CorrectionState::Open => "Waiting", CorrectionState::Approved => "Approved", CorrectionState::Rejected => "Rejected" }) " " span.num { (count) }
                }
            }
        }
        @if listing.state == CorrectionState::Open && queue.total() > 1 {
            nav.filters.order aria-label="In which order" {
                @for order in QueueOrder::ALL {
                    a href=(Listing { order, ..listing }.address()) aria-current=[(order == listing.order).then_some("true")] {
                        (match order { QueueOrder::Credit => "Most credit first", QueueOrder::Newest => "Newest first", QueueOrder::Oldest => "Oldest first" })
                    }
                }
            }
            @if listing.order == QueueOrder::Credit { (explained()) }
        }
    }
}

fn explained() -> Markup {
    html! {
        details.credits {
            summary.meta { "What is credit?" }
            p.meta { "Of one sender one correction comes after another, so that nobody’s many hide those of others. A sender whom the desk found right before has several in a row." }
            p.meta { "Among those whose turn it is, first comes what several readers sent; then what somebody sent who was right before; then what a reader’s browser worked for, which the form without a script does not ask; then the latest. Senders of whom three were rejected and none approved come last." }
            p.meta { "A sender is an address of the network, which is kept disguised: people who share a connection are one, and nobody can be looked up." }
        }
    }
}
