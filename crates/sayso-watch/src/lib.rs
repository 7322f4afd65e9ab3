//! Watches feeds and news sitemaps: what to visit, when, and what became of it.
//!
//! [`Watch::step`] does at most one request. It is given the time, asks a [`Web`] and hands what it found to a [`Recorder`];
//! both are brought by the program, so that this crate has no network, no clock and no ledger, and a test plays a day in a
//! moment. What was seen, and what is due next, is kept in a file beside the ledger ([`WatchStore`]) after every step: a program
//! that is killed goes on where it was.
//!
//! A site is asked by its rules: its robots.txt first (RFC 9309), never twice within a few seconds, not before it says that it
//! may be asked again, and only for what has changed (RFC 9110, section 13).

mod answer;
mod event;
mod list_visit;
pub mod listing;
mod page_visit;
mod recorder;
mod robots;
mod schedule;
mod setback;
mod site_rules;
mod state;
mod status;
mod watch;
mod way;
mod web;

pub use event::{Event, WatchStep};
pub use recorder::{FoundArticle, FoundPage, Recorded, Recorder};
pub use schedule::VisitIntervals;
pub use state::{StateError, WatchStore};
pub use status::{ListStatus, PageStatus, Status};
pub use watch::Watch;
pub use web::{Answer, Refusal, Request, Web};
