//! Notes to readers: sentences about the article itself, that it was corrected, amended or updated.

use sayso_lang::Words;

use crate::version::stamp::behind_stamp;
use crate::version::vocabulary::all;

/// What a sentence tells readers of the article's own history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// An account of a change: 'An earlier version of this article said …', 'CORRECTION: …', '(Adds comment)'.
    Account,
    /// A label that marks news as added later: 'UPDATE: the company has replied'.
    Update,
    /// When the page was last changed, and nothing else: 'Updated 7 February 2026, 18:40 GMT'.
    Stamp,
}

/// Words between 'this article' and 'amended': 'has since been substantially' and room to spare.
const WORDS_BETWEEN: usize = 6;

/// Words of a line that only says when: 'Published 3 February 2026 at 07:00, last updated 4 February
/// 2026 at 08:15 GMT'.
const STAMP_WORDS: usize = 16;

/// Reads a sentence; `begins` where it opens its paragraph, as a label must.
pub fn read(sentence: &str, begins: bool) -> Option<Note> {
    let plain = plain(sentence);
    let head = head(&plain);
    let labelled = |labels: &Words| begins && labels.iter().any(|label| is_label(head, label));
    if labelled(&all().labels) || tells_of_itself(&plain) || (begins && is_slug(&plain, head)) {
        Some(Note::Account)
    } else if begins && is_stamp(head) {
        Some(Note::Stamp)
    } else if labelled(&all().updates) {
        Some(Note::Update)
    } else {
        None
    }
}

/// Whether a line is a label alone, which speaks for what stands below it.
pub fn is_bare_label(line: &str) -> bool {
    let plain = plain(line);
    let bare = head(&plain).trim_end_matches(|letter: char| !letter.is_alphanumeric());
    all().labels.contains(bare) || all().updates.contains(bare)
}

fn plain(line: &str) -> String {
    line.to_lowercase().replace('’', "'")
}

/// What a line begins with, behind its marks and its time stamp.
fn head(plain: &str) -> &str {
    let line = behind_stamp(plain).unwrap_or(plain);
    line.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether a line begins with a label and what parts it from the rest: 'Correction:' but not 'Correction officers'.
fn is_label(head: &str, label: &str) -> bool {
    let Some(rest) = head.strip_prefix(label) else { return false };
    let rest = rest.trim_start_matches(|letter: char| letter == ' ' || letter.is_numeric());
    rest.is_empty() || rest.starts_with([':', '.', '-', '–', '—', '(', ',', ']', ')', '|', '*', '\n'])
}

/// The slug of a wire service in brackets at the head of a story: '(Adds quotes, background)'.
fn is_slug(plain: &str, head: &str) -> bool {
    let first = head.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    plain.starts_with(['(', '[']) && all().slugs.contains(first)
}

/// Whether a sentence speaks of an earlier version of the article, or of this one as changed.
fn tells_of_itself(plain: &str) -> bool {
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let changed = |behind: &[&str]| {
        all().changed.iter().any(|stem| format!(" {}", behind.join(" ")).contains(&format!(" {stem}")))
    };
    let is_promise = words.iter().any(|word| all().promises.contains(word));
    let earlier = all().earlier.iter().any(|phrase| plain.contains(phrase))
        && words.iter().any(|word| all().articles.contains(word));
    let itself = words.windows(2).enumerate().any(|(at, pair)| {
        let behind = &words[at + 2..words.len().min(at + 2 + WORDS_BETWEEN)];
        all().this.contains(pair[0]) && all().articles.contains(pair[1]) && changed(behind)
    });
    (earlier || itself) && !is_promise
}

/// Whether a line says when the page was last changed and nothing else: it ends in a number or a time zone.
fn is_stamp(head: &str) -> bool {
    let words: Vec<&str> = head.split_whitespace().collect();
    let begins = all().updates.iter().chain(all().stamps.iter()).any(|label| head.starts_with(label));
    let is_clock = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let last = words.last().copied().unwrap_or_default().trim_end_matches(['.', ')', ']']);
    let ends = is_clock(last) || (last.len() <= 4 && words.len() > 1 && is_clock(words[words.len() - 2]));
    begins && ends && words.len() <= STAMP_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_in_the_manner_of_many_newsrooms() {
        for account in [
            "Correction: an earlier version of this article gave the value as 4.2bn crowns.",
            "CORRECTION (Feb. 5): The name of the ship was misspelled.",
            "This article was amended on 7 February 2026 to remove a reference to the mayor.",
            "Editor’s note: the governor's office has since disputed the count.",
            "Clarification – The ferry belongs to the county.",
            "Eds: UPDATES with quotes from the governor, ADDS byline.",
            "(Corrects toll in third paragraph)",
            "*This story has since been updated with comment from Ranna Line.",
            "Una versión anterior de esta noticia atribuía la cifra al gobierno.",
            "Cet article a été mis à jour après la réaction du ministère.",
            "In einer früheren Version dieses Artikels stand eine andere Zahl.",
        ] {
            assert_eq!(read(account, true), Some(Note::Account), "{account}");
        }
        assert_eq!(read("15:10 - Correction: it was 21 schools.", true), Some(Note::Account));
        assert!(is_bare_label("15.10: Correction"));
        assert_eq!(read("Updated 7 February 2026, 18:40 GMT", true), Some(Note::Stamp));
        assert_eq!(read("UPDATE 2: The company denies it.", true), Some(Note::Update));
    }

    #[test]
    fn news_about_corrections_is_none() {
        for line in [
            "Correction officers said the count was wrong.",
            "An earlier version of the bill was rejected in March.",
            "This is a developing story and will be updated.",
            "The ministry corrected its figure on Friday.",
            "Updated guidance was sent to 400 schools, the ministry said.",
            "This report was a sign that things had to change, he said.",
        ] {
            assert_eq!(read(line, true), None, "{line}");
        }
    }
}
