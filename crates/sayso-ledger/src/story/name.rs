//! What a story is called: a headline of its own, without what only the headline's own article needs.

use crate::Document;
use crate::vocabulary::StoryWords;

use super::signature::Signature;

/// Bytes of a name: what fits a line of a list.
const LONGEST: usize = 90;

/// Words that may stand after a dash or a stroke at the end of a headline: an outlet or a speaker.
const TAIL_WORDS: usize = 4;

/// A headline as a name: without the outlet or speaker at its end and without labels; none where there is no headline.
pub(super) fn plain_title(document: &Document) -> Option<String> {
    let title = document.title()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare =
        without_labels(without_tail(&title), &document.language.story).trim().trim_end_matches(['.', ':', ';', ',']);
    (!bare.is_empty()).then(|| cut(bare))
}

/// Which of the signatures' titles names them best, given how central each is: a title in capitals shouts, and one that
/// quotes or asks keeps the matter back, so they come after the others.
pub(super) fn best_title<'a>(members: impl Iterator<Item = (&'a Signature, f32)>) -> Option<&'a str> {
    let titled = members.filter_map(|(signature, central)| Some((signature.title.as_deref()?, central)));
    let best = titled.reduce(|best, other| {
        let rank = |(title, central): (&str, f32)| (plain(title), central);
        let ((plain, central), (best_plain, best_central)) = (rank(other), rank(best));
        if (plain, central) > (best_plain, best_central) { other } else { best }
    });
    best.map(|(title, _)| title)
}

fn plain(title: &str) -> bool {
    let shouts =
        title.split(' ').filter(|word| word.chars().count() > 1 && !word.chars().any(char::is_lowercase)).count();
    let keeps_back = title.starts_with(['"', '\'', '“', '‘', '«']) || title.ends_with('?');
    !keeps_back && shouts * 2 < title.split(' ').count()
}

fn without_tail(title: &str) -> &str {
    let tail = [" - ", " – ", " — ", " | "].into_iter().filter_map(|dash| title.rfind(dash)).max();
    match tail {
        Some(at) if title[at..].split(' ').skip(2).count() <= TAIL_WORDS && title[..at].contains(' ') => &title[..at],
        _ => title,
    }
}

/// A headline without what those of running coverage have after or before a colon.
fn without_labels<'t>(title: &'t str, words: &StoryWords) -> &'t str {
    let is_label = |part: &str| words.labels.contains(&part.trim().to_lowercase());
    match (title.split_once(':'), title.rsplit_once(':')) {
        (Some((label, rest)), _) if is_label(label) => rest,
        (_, Some((rest, label))) if is_label(label) => rest,
        _ => title,
    }
}

fn cut(title: &str) -> String {
    if title.len() <= LONGEST {
        return title.to_owned();
    }
    let short = &title[..title.floor_char_boundary(LONGEST)];
    format!("{}…", short.rsplit_once(' ').map_or(short, |(whole, _)| whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::english;

    fn plain(title: &str) -> &str {
        without_labels(without_tail(title), &english().story).trim()
    }

    #[test]
    fn outlets_speakers_and_labels_go() {
        assert_eq!(plain("Ostberg in talks to buy Tarn - Financial Register"), "Ostberg in talks to buy Tarn");
        assert_eq!(plain("Sandholm ferry sinking: live updates"), "Sandholm ferry sinking");
        assert_eq!(plain("Exclusive: minister to resign"), "minister to resign");
        assert_eq!(
            plain("Two die as ferry strikes rocks - the worst accident on the lake so far"),
            "Two die as ferry strikes rocks - the worst accident on the lake so far"
        );
    }

    #[test]
    fn a_plain_title_names_before_a_central_one_that_shouts() {
        let titled = |title: &str| Signature { title: Some(title.to_owned()), ..Signature::default() };
        let (loud, plain) = (titled("DEATH SHIP SAILED"), titled("Ferry toll at 37"));
        assert_eq!(best_title([(&loud, 2.0), (&plain, 1.0)].into_iter()), Some("Ferry toll at 37"));
    }
}
