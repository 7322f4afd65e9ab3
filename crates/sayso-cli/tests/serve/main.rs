//! The desk over real connections.

mod accounts;
mod beside;
mod desk;
mod feeds;
mod flood;
mod mail;
mod mailbox;
mod served;
mod strangers;
