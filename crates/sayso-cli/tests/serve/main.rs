//! The desk over real connections.

mod accounts;
mod addresses;
mod desk;
mod ending;
mod flood;
mod mail;
mod mailbox;
mod served;
mod sharing;
mod uploads;
