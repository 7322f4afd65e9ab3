//! Time stamps at the head of a line: how live pages mark their entries, and other pages their last change.

use crate::version::vocabulary::all;

/// Characters of a line within which a stamp ends: 'Saturday, 7 February 2026, 18:50 GMT' and something over.
const REACH: usize = 48;

/// Words up to the clock, as in 'Update Sat 7 Feb 2026, 18:50'; beyond that it is a sentence.
const WORDS_BEFORE: usize = 6;

/// The clock of a time stamp at the head of a line, where the stamp is parted from what follows:
/// '18:25 - Ministry: 37 dead', 'Saturday 6.50pm: …', '18h25', '[07:15 GMT] …'.
pub fn clock_of(line: &str) -> Option<&str> {
    stamp(line).map(|(clock, _)| clock)
}

/// What follows the time stamp at the head of a line.
pub fn behind_stamp(line: &str) -> Option<&str> {
    stamp(line).map(|(_, rest)| rest)
}

/// The clock, and the line behind it.
fn stamp(line: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    let mut words = head(line).split(' ');
    for word in words.by_ref().take(WORDS_BEFORE) {
        let end = at + word.len();
        at = end + ' '.len_utf8();
        let word = word.trim_start_matches(['[', '(', '*', '•']);
        if let Some(rest) = behind_clock(word) {
            return parted(rest, words).then(|| (&word[..word.len() - rest.len()], &line[end - rest.len()..]));
        }
        if !leads(word) {
            return None;
        }
    }
    None
}

/// Whether what is glued to a clock, or the words behind it, end in a separator.
fn parted<'w>(glued: &'w str, behind: impl Iterator<Item = &'w str>) -> bool {
    for word in std::iter::once(glued).chain(behind) {
        if !is_zone(word) {
            return false;
        }
        if word.ends_with(SEPARATORS) {
            return true;
        }
    }
    true
}

const SEPARATORS: [char; 10] = [':', '-', '–', '—', '|', '•', '·', ']', ')', ','];

fn is_zone(word: &str) -> bool {
    let word = word.trim_end_matches(SEPARATORS).to_lowercase();
    word.is_empty() || all().behind_clock.contains(&word)
}

fn head(line: &str) -> &str {
    let line = line.split('\n').next().unwrap_or_default();
    line.char_indices().nth(REACH).map_or(line, |(end, _)| &line[..end])
}

/// Whether a word may stand before the clock: a number, or a name of a day or month, 'Update', 'Posted'.
fn leads(word: &str) -> bool {
    word.is_empty() || word.starts_with(|letter: char| letter.is_numeric() || letter.is_uppercase() || letter == '-')
}

/// What follows a clock at the head of a word: '18:25' '18.25' '18h25' '6pm'.
fn behind_clock(word: &str) -> Option<&str> {
    let (hour, rest) = number(word)?;
    let minute = rest.strip_prefix([':', '.', 'h', 'H']).and_then(number).filter(|(minute, _)| minute.len() == 2);
    match minute {
        Some((minute, rest)) => (below(hour, 24) && below(minute, 60)).then_some(rest),
        None => (below(hour, 13) && all().halves.iter().any(|half| starts_with(rest, half))).then_some(rest),
    }
}

fn number(word: &str) -> Option<(&str, &str)> {
    let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
    (1..=2).contains(&end).then(|| word.split_at(end))
}

fn below(number: &str, limit: u8) -> bool {
    number.parse::<u8>().is_ok_and(|number| number < limit)
}

fn starts_with(word: &str, half: &str) -> bool {
    word.get(..half.len()).is_some_and(|start| start.eq_ignore_ascii_case(half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_and_near_misses() {
        for stamped in [
            "18:25 - Ministry: 37 dead",
            "Saturday 18:50 – Investigators have the ship's papers",
            "[07:15 GMT] The port is closed",
            "6.05pm: Rain stops play",
            "6.05 p.m. ET | Rain stops play",
            "18h25 : le port est fermé",
            "14:30 Uhr: Der Hafen ist geschlossen",
            "Feb 5, 18:50",
            "UPDATE 3pm: The company has replied",
            "09:10",
        ] {
            assert!(clock_of(stamped).is_some(), "{stamped}");
        }
        for line in [
            "At 20:31 the navy heard a call - and did nothing",
            "20:31 was when the navy heard it",
            "Two hundred people - at least - were on board",
            "37 people have died",
            "2026 - a year of storms",
            "",
        ] {
            assert!(clock_of(line).is_none(), "{line}");
        }
    }

    #[test]
    fn the_clock_is_told() {
        assert_eq!(clock_of("[Sat 07:15 GMT] The port is closed"), Some("07:15"));
    }
}
