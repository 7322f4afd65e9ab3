//! The desk: a ledger in a browser, on the user's own machine or for a newsroom behind a login.
//!
//! A request passes the [`gate`](self), which refuses what no reader of the desk sends and finds out who asks, and reaches
//! a page or an action of the routes that they may use.
//! A page looks at the ledger and is written as HTML, with a twin in JSON; an action records a person's decision or adds
//! documents. Nothing here fetches anything: links that a person pastes go to an [`Intake`], which the program brings.

// Tests count what is small.
#![cfg_attr(test, allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss))]

mod account;
mod accounts;
mod action;
mod answers;
mod asset;
mod beside;
mod blocking;
mod briefs;
mod chart;
mod connection;
mod correction;
mod corrections;
mod crowd;
mod desk;
mod door;
mod drawing;
mod feed;
mod gate;
mod health;
mod intake;
mod listen;
mod live;
mod look;
mod mail;
mod marks;
mod openapi;
mod overview;
mod pace;
mod page;
mod passage;
mod places;
mod problem;
mod refusals;
mod representation;
mod response;
mod retention;
mod routes;
mod serve;
mod sign_in;
mod stop;
mod twin;
mod watch;

pub use account::{Account, Name, Password, Role};
pub use beside::{Beside, Deed};
pub use correction::{Sent, Submission, follow_removals};
pub use intake::{Given, Intake, Taken};
pub use mail::{MailSettings, Smtp};
pub use problem::Problem;
pub use serve::{Options, ServeError, serve};
