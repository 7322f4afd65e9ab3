//! What an attack came to.

/// What an attack came to.
pub struct AttackOutcome {
    /// What was done, with its count.
    pub done: String,
    /// What got through, a sentence each.
    pub found: Vec<String>,
}
