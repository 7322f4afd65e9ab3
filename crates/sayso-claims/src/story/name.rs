//! What a story is called: a headline of its own, without what only the headline's own article needs.

use crate::Document;
use crate::vocabulary::StoryWords;

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

/// How a text begins, quoted: what its story is called where no article has a headline. None where nothing is said in it.
pub(super) fn opening(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| line.contains(char::is_alphabetic))?;
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let inside = cut(words.trim_matches(['"', '“', '”'])).replace(['“', '”', '"'], "'");
    Some(format!("“{inside}”"))
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
    fn a_text_without_a_headline_is_called_by_its_opening_words() {
        assert_eq!(opening("\n  \n— —\nThe ferry sank.\nMore").as_deref(), Some("“The ferry sank.”"));
        assert_eq!(
            opening("“We were 'told' to wait,” she said.").as_deref(),
            Some("“We were 'told' to wait,' she said.”")
        );
        let long = opening(&"word ".repeat(100)).unwrap();
        assert!(long.ends_with("word…”") && long.len() <= LONGEST + 9, "{long}");
        assert_eq!(opening("* * *\n12:30"), None);
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
}
