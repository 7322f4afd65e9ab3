//! Words with their letters in lower case.

/// No word of the lists has more bytes.
pub const LONGEST: usize = 32;

/// What `read` says of a word with its ASCII letters in lower case; `None` where it is longer than any word of the lists.
pub fn in_lower_case<T>(word: &str, read: impl FnOnce(&str) -> T) -> Option<T> {
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    str::from_utf8(lower).ok().map(read)
}
