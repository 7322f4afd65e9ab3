//! What a person does on a page: sign in, decide, add, say what they have seen, say who may do what.

mod account;
mod add;
mod correct;
mod decide;
mod files;
mod flow;
mod mend;
mod remove;
mod seen;
mod sign_in;
mod upkeep;
mod watch;

pub use account::{change_account, change_password, make_account, make_key};
pub use add::add;
pub use correct::correct;
pub use decide::decide;
pub use mend::{mend, missed};
pub use remove::remove;
pub use seen::seen;
pub use sign_in::{sign_in, sign_out};
pub use upkeep::{back_up, restore};
pub use watch::{told, watch};
