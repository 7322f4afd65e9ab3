//! Which of several headlines names a story best.

use super::signature::Signature;

/// Which of the signatures' titles names them best, given how central each is: a title in capitals shouts, and one that
/// quotes or asks keeps the matter back, so they come after the others.
pub fn best_title<'a>(members: impl Iterator<Item = (&'a Signature, f32)>) -> Option<&'a str> {
    let titled = members.filter_map(|(signature, central)| Some((signature.title.as_deref()?, central)));
    let best = titled.reduce(|best, other| {
        let rank = |(title, central): (&str, f32)| (plain(title), central);
        let ((plain, central), (best_plain, best_central)) = (rank(other), rank(best));
        if (plain, central) > (best_plain, best_central) { other } else { best }
    });
    best.map(|(title, _)| title)
}

pub fn plain(title: &str) -> bool {
    let shouts =
        title.split(' ').filter(|word| word.chars().count() > 1 && !word.chars().any(char::is_lowercase)).count();
    let keeps_back = title.starts_with(['"', '\'', '“', '‘', '«']) || title.ends_with('?');
    !keeps_back && shouts * 2 < title.split(' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_title_names_before_a_central_one_that_shouts() {
        let titled = |title: &str| Signature { title: Some(title.to_owned()), ..Signature::default() };
        let (loud, plain) = (titled("DEATH SHIP SAILED"), titled("Ferry toll at 37"));
        assert_eq!(best_title([(&loud, 2.0), (&plain, 1.0)].into_iter()), Some("Ferry toll at 37"));
    }
}
