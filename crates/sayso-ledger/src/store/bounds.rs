//! Bounds of what is asked of the database.

/// Behind every id in hexadecimal digits that begins so, and before what follows those.
pub fn after_prefix(beginning: &str) -> String {
    format!("{beginning}g")
}

/// How many rows at most.
pub fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}
