//! What the checks of the repository found.

/// What the checks found.
#[derive(Default)]
pub struct Findings {
    /// One sentence each, with the place and what to do.
    pub wrong: Vec<String>,
    /// Checks that could not be made, with the reason.
    pub skipped: Vec<String>,
    /// What a reader should know of checks that were made.
    pub noted: Vec<String>,
}
