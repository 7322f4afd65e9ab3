//! Ids of mentions across formats: those of an earlier format are the beginnings of those of today.

/// Letters of an id as earlier formats had them: one that says whose it is, and 40 bits in hexadecimal digits.
pub const SHORT: usize = 11;

/// The id that an earlier format gave to the mention of a reading; none where the id is one of those.
#[must_use]
pub fn short(id: &str) -> Option<&str> {
    id.get(..SHORT).filter(|_| id.len() > SHORT && id.starts_with('c'))
}

/// Whether two ids are of one mention.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one == other || short(one) == Some(other) || short(other) == Some(one)
}

/// The forms in which decisions may have an id.
pub(crate) fn forms(id: &str) -> impl Iterator<Item = &str> {
    [Some(id), short(id)].into_iter().flatten()
}
