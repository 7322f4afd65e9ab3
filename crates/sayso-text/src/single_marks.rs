//! Single quotation marks and apostrophes, told apart in the letters of one paragraph.
//!
//! The weights were trained on the same rules (`training/sayso_training/shape.py`).

/// The least number of letters from a single mark to the one that closes it: "rock 'n' roll" holds no quotation.
const SHORTEST: usize = 3;

/// Whether a letter may stand before a mark that opens.
#[must_use]
pub fn may_precede_opening(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| letter.is_whitespace() || "([{—–-/:".contains(letter))
}

/// Where the quotation that a single mark at `start` opens has its closing mark; none where it opens none.
///
/// The first mark that could close it does, but for that of a word in s, which may be a possessive:
/// it closes only where no other does before the next quotation opens.
///
/// ```
/// let letters: Vec<char> = "‘The teachers’ strike is over,’ he said".chars().collect();
/// assert_eq!(sayso_text::single_quotation_end(&letters, 0), Some(30));
/// let letters: Vec<char> = "'90s, the teachers' strike".chars().collect();
/// assert_eq!(sayso_text::single_quotation_end(&letters, 0), None);
/// ```
#[must_use]
pub fn single_quotation_end(paragraph: &[char], start: usize) -> Option<usize> {
    if !opens(paragraph, start) {
        return None;
    }
    let mut possessive = None;
    for at in (start + SHORTEST..paragraph.len()).take_while(|at| !opens(paragraph, *at)) {
        match closes(paragraph, at) {
            true if paragraph[at - 1] != 's' => return Some(at),
            true => possessive = possessive.or(Some(at)),
            false => {}
        }
    }
    possessive
}

/// Whether two apostrophes at `at` open a quotation, as a double mark does.
#[must_use]
pub fn apostrophes_open(paragraph: &[char], at: usize) -> bool {
    let are_apostrophes = paragraph.get(at..at + 2) == Some(&['\'', '\'']);
    let begins_word = paragraph.get(at + 2).is_some_and(|letter| letter.is_alphabetic());
    are_apostrophes && begins_word && may_precede_opening(before(paragraph, at))
}

/// A single mark opens at the head of a word; a straight one before a figure is an apostrophe, as in '90s.
fn opens(paragraph: &[char], at: usize) -> bool {
    let begins = |is_start: fn(char) -> bool| paragraph.get(at + 1).is_some_and(|letter| is_start(*letter));
    let begins_word = match paragraph[at] {
        '‘' => begins(char::is_alphanumeric),
        '\'' => begins(char::is_alphabetic),
        _ => false,
    };
    begins_word && may_precede_opening(before(paragraph, at))
}

/// A single mark closes behind a word or its punctuation, and before no letter.
fn closes(paragraph: &[char], at: usize) -> bool {
    let follows = before(paragraph, at).is_some_and(|letter| !letter.is_whitespace());
    let ends = paragraph.get(at + 1).is_none_or(|letter| !letter.is_alphanumeric());
    matches!(paragraph[at], '’' | '\'') && follows && ends
}

fn before(paragraph: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).map(|at| paragraph[at])
}
