//! What a person does on a page: decide, add, say what they have seen.

mod add;
mod correct;
mod decide;
mod seen;

pub use add::add;
pub use correct::correct;
pub use decide::decide;
pub use seen::seen;
