//! The desk: a ledger in a browser, on the user's own machine or for a newsroom behind a login.
//!
//! A request passes the [`middleware`](self), which refuses what no reader of the desk sends and finds out who asks, and reaches
//! a page or an action of the routes that they may use.
//! A page looks at the ledger and is written as HTML, and as JSON; an action records a person's decision or adds
//! documents. Nothing here fetches anything: links that a person pastes go to an [`Intake`], which the program brings.

// Tests count what is small.
#![cfg_attr(test, allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss))]

mod account;
mod accounts;
mod action;
mod annotated_text;
mod answers;
mod asset;
mod background_derivation;
mod blocking;
mod briefs;
mod change_check;
mod chart;
mod components;
mod connection;
mod connection_limit;
mod correction;
mod corrections;
mod desk;
mod desk_store;
mod feed;
mod health;
mod intake;
mod json_pages;
mod listen;
mod mail;
mod middleware;
mod openapi;
mod overview;
mod page;
mod places;
mod problem;
mod queries;
mod rate_limit;
mod refusals;
mod representation;
mod response;
mod retention;
mod routes;
mod serve;
mod sign_in;
mod sign_in_limit;
mod stop;
mod watch;

pub use account::{Account, Name, Password, Role};
pub use correction::{Sent, Submission, follow_removals};
pub use desk_store::{AuditEntry, DeskStore};
pub use intake::{Intake, IntakeItem, IntakeOutcome};
pub use mail::{MailSettings, Smtp};
pub use problem::Problem;
pub use serve::{ServeError, ServeOptions, serve};
