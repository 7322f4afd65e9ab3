//! Mail to readers who asked to be informed when their correction is decided.
//!
//! None is sent unless a mail server was named, and then only one that asks for leave before one that tells. What a mail
//! says is written here: nothing that a reader or an article wrote is in it.

mod address;
mod letter;
mod limits;
mod outbox;
mod post;
mod request;
mod settings;

pub use outbox::work;
pub use post::Mailer;
pub use request::{ask, confirm, invite, offer};
pub use settings::{MailSettings, Smtp};
