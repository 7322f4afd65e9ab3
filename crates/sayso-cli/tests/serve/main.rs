//! The desk over real connections.

mod accounts;
mod desk;
mod flood;
mod mail;
mod mailbox;
mod served;
