//! The pages, a file each, in one frame.

mod accounts;
mod add;
mod article;
mod claim;
mod corrections;
mod decisions;
mod frame;
mod keys;
mod mail;
mod mend;
mod removal;
mod search;
mod speaker;
mod stories;
mod story;
mod upkeep;
mod watched;

pub use accounts::{account, audit, sign_in};
pub use add::{add, taken};
pub use article::{Comparison, article};
pub use claim::{Seen as SeenClaim, claim};
pub use corrections::{Written, outcome, published, queue, write};
pub use decisions::decisions;
pub use frame::{Frame, Here, bare, open, open_with_feed, problem};
pub use keys::keys;
pub use mail::{ask_by_mail, asked_by_mail, confirmed_by_mail, invited_by_mail};
pub use mend::mend;
pub use removal::removed;
pub use search::{Search, search};
pub use speaker::{Spoken, speaker};
pub use stories::{Moved, Rest, Since, name as story_name, stories};
pub use story::story;
pub use upkeep::{restored, upkeep};
pub use watched::watched;
