//! The desk over real connections.

mod accounts;
mod addresses;
mod beside;
mod desk;
mod ending;
mod feeds;
mod flood;
mod ids;
mod mail;
mod mailbox;
mod served;
mod sharing;
mod strangers;
mod uploads;
