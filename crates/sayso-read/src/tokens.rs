//! The words and marks of a text, cut into sentences and paragraphs.

use std::borrow::Cow;
use std::ops::Range;

use sayso_text::{Span, Text};

use crate::vocabulary::ReadingWords;

use super::cut_words::CutWords;
use super::hyphenation;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters and digits, with hyphens and the stops of an abbreviation inside: 'vice-president', 'U.S.', 'F-15', 'Mr.'.
    Word,
    /// A possessive ending: 's, or an apostrophe behind a plural.
    Possessive,
    /// One other character.
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    kind: Kind,
    sentence: usize,
    paragraph: usize,
}

/// The tokens of a text's visible stretches; a look beyond either end finds the empty string.
pub struct Tokens<'t> {
    text: &'t Text,
    words: &'t ReadingWords,
    /// ASCII letters in lower case, so that offsets stay.
    lower: String,
    tokens: Vec<Token>,
    /// The words that a line end parts, put together, in lower case: by the number of the token.
    parted: Vec<(usize, String)>,
    /// First token of each sentence.
    sentences: Vec<usize>,
    /// First token of each paragraph.
    paragraphs: Vec<usize>,
}

impl<'t> Tokens<'t> {
    /// Cuts what is visible of a text into tokens. A line end parts paragraphs, unless it parts a word.
    pub(crate) fn new(text: &'t Text, visible: &[Span], words: &'t ReadingWords) -> Self {
        let lower = text.as_str().to_ascii_lowercase();
        let (tokens, parted, sentences, paragraphs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut all = Self { text, words, lower, tokens, parted, sentences, paragraphs };
        for line in visible.iter().flat_map(|stretch| hyphenation::lines(text.slice(*stretch))) {
            all.cut(line);
        }
        all
    }

    fn cut(&mut self, line: &str) {
        let Some(whole) = self.text.span_of(line).filter(|_| !line.trim().is_empty()) else { return };
        self.paragraphs.push(self.tokens.len());
        let mut begins = true;
        let mut at = 0;
        while let Some(first) = line[at..].chars().next() {
            let (kind, length) = measure(line, at, first, &self.words.cut);
            let span = self.text.span(whole.start() + at, whole.start() + at + length);
            at += length;
            let Some(span) = span.filter(|_| !first.is_whitespace()) else { continue };
            if begins {
                self.sentences.push(self.tokens.len());
            }
            if let Cow::Owned(whole) = hyphenation::whole(&self.lower[span.range()]) {
                self.parted.push((self.tokens.len(), whole));
            }
            self.tokens.push(Token {
                span,
                kind,
                sentence: self.sentences.len() - 1,
                paragraph: self.paragraphs.len() - 1,
            });
            begins = self.ends_sentence(line, at);
        }
    }

    /// Whether a sentence ends with the last token, `at` being the first byte after it: with a stop, or the quotation
    /// mark or bracket behind one, before white space and what can begin a sentence.
    fn ends_sentence(&self, line: &str, at: usize) -> bool {
        let closes = |index: &usize| matches!(self.raw(*index), "”" | "\"" | "’" | "'" | ")" | "]" | "»");
        let Some(last) = (0..self.len()).rev().take(3).find(|index| !closes(index)) else { return false };
        let rest = line[at..].trim_start();
        let opens = |letter: char| letter.is_uppercase() || letter.is_numeric() || "“\"‘'«([—–-".contains(letter);
        let is_stop = matches!(self.raw(last), "." | "!" | "?" | "…")
            || self.words.cut.closing.contains(self.word(last)) && self.opens_sentence(rest);
        if rest.starts_with(char::is_numeric) && self.is_numbered(last) {
            return false;
        }
        // A closing mark still follows: 'stop.”' ends behind the mark.
        is_stop && rest.len() < line.len() - at && rest.starts_with(opens)
    }

    /// Whether a stop stands behind what a number follows: 'on Nov. 19', 'No. 5'.
    fn is_numbered(&self, stop: usize) -> bool {
        let word = stop.checked_sub(1).filter(|word| self.span(*word).end() == self.span(stop).start());
        word.is_some_and(|word| self.words.cut.numbered.contains(self.word(word)))
    }

    /// Whether what follows an abbreviation opens a sentence: a mark of quotation, a word that does, the noun of a role, or
    /// two words of a name and one that is none. 'at 3 a.m. Tuesday' and 'Karel Inc. Chairman Otto Reiss' go on.
    fn opens_sentence(&self, rest: &str) -> bool {
        let bare = |word: &str| word.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
        let mut words = rest.split_whitespace();
        let Some(first) = words.next() else { return false };
        let name: Vec<&str> = std::iter::once(first).chain(words.clone().take(3)).take_while(is_capital).collect();
        let is_part =
            |word: &&&str| !self.words.cut.zones.contains(&bare(word)) && !self.words.speaker.is_role(&bare(word));
        let is_name = (2..=3).contains(&name.len()) && name.iter().all(|word| is_part(&word));
        // 'at 11 p.m. Helicopters were': a small word behind the capital that is none of a day or an office.
        let goes_on = |word: &str| word.starts_with(char::is_lowercase) && !self.words.cut.zones.contains(&bare(word));
        let is_subject = name.len() == 1
            && is_part(&&first)
            && !self.words.cut.days.contains(&bare(first))
            && words.next().is_some_and(goes_on);
        rest.starts_with(['“', '"', '‘', '«']) || self.words.cut.openers.contains(&bare(first)) || is_name || is_subject
    }

    /// The words of the text's language.
    pub(crate) fn language(&self) -> &'t ReadingWords {
        self.words
    }

    /// The text that was cut.
    pub(crate) fn text(&self) -> &'t Text {
        self.text
    }

    /// The sentences, in order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Span> {
        (0..self.sentences.len()).filter_map(|number| self.span_of(self.run(&self.sentences, number)))
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Where a token stands.
    ///
    /// # Panics
    ///
    /// Where there is no such token.
    pub fn span(&self, index: usize) -> Span {
        self.tokens[index].span
    }

    /// The span of a run of tokens, from its first byte to its last; `None` where it is empty.
    pub fn span_of(&self, run: Range<usize>) -> Option<Span> {
        (run.start < run.end && run.end <= self.len()).then(|| self.span(run.start).to(self.span(run.end - 1)))
    }

    /// A token as written.
    pub fn raw(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| self.text.slice(token.span))
    }

    /// A token as written, but put together where a line end parts it.
    pub fn written(&self, index: usize) -> Cow<'t, str> {
        hyphenation::whole(self.raw(index))
    }

    /// A token with its ASCII letters in lower case, put together where a line end parts it.
    pub fn word(&self, index: usize) -> &str {
        if let Ok(at) = self.parted.binary_search_by_key(&index, |(token, _)| *token) {
            return &self.parted[at].1;
        }
        self.tokens.get(index).map_or("", |token| &self.lower[token.span.range()])
    }

    /// The token `back` places before `index`, in lower case.
    pub fn before(&self, index: usize, back: usize) -> &str {
        index.checked_sub(back).map_or("", |index| self.word(index))
    }

    /// Whether a token is of a kind.
    pub fn is(&self, index: usize, kind: Kind) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token begins with a capital.
    pub fn is_capital(&self, index: usize) -> bool {
        self.raw(index).starts_with(char::is_uppercase)
    }

    /// Whether the tokens from `index` on are the words of a phrase in lower case, parted by single spaces.
    pub fn follows(&self, index: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(ahead, word)| self.word(index + ahead) == word)
    }

    /// Whether the tokens that end before `index` are the words of a phrase in lower case.
    pub fn precedes(&self, index: usize, phrase: &str) -> bool {
        phrase.rsplit(' ').enumerate().all(|(back, word)| self.before(index, back + 1) == word)
    }

    /// The tokens that share a byte with a span.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        start..end.max(start)
    }

    /// The sentence that a token stands in, as a run of tokens.
    ///
    /// # Panics
    ///
    /// Where there is no such token.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        self.run(&self.sentences, self.tokens[index].sentence)
    }

    /// The paragraph that a token stands in, as a run of tokens.
    ///
    /// # Panics
    ///
    /// Where there is no such token.
    pub fn paragraph(&self, index: usize) -> Range<usize> {
        self.run(&self.paragraphs, self.tokens[index].paragraph)
    }

    /// How many paragraphs stand before the one of a token.
    ///
    /// # Panics
    ///
    /// Where there is no such token.
    pub fn paragraph_number(&self, index: usize) -> usize {
        self.tokens[index].paragraph
    }

    /// How many sentences stand before the one of a token.
    ///
    /// # Panics
    ///
    /// Where there is no such token.
    pub fn sentence_number(&self, index: usize) -> usize {
        self.tokens[index].sentence
    }

    fn run(&self, starts: &[usize], number: usize) -> Range<usize> {
        starts[number]..starts.get(number + 1).copied().unwrap_or(self.len())
    }
}

/// The kind and the length in bytes of the token at byte `at` of a line.
fn measure(line: &str, at: usize, first: char, words: &CutWords) -> (Kind, usize) {
    let rest = &line[at..];
    let behind_word = line[..at].ends_with(char::is_alphanumeric);
    if matches!(first, '\'' | '’') && behind_word {
        let after = &rest[first.len_utf8()..];
        let is_s = after.starts_with(['s', 'S']) && !after[1..].starts_with(char::is_alphanumeric);
        return if is_s {
            (Kind::Possessive, first.len_utf8() + 1)
        } else if line[..at].ends_with(['s', 'S']) && after.starts_with(' ') {
            (Kind::Possessive, first.len_utf8())
        } else {
            (Kind::Mark, first.len_utf8())
        };
    }
    if !first.is_alphanumeric() {
        return (Kind::Mark, first.len_utf8());
    }
    (Kind::Word, word(rest, words))
}

fn word(rest: &str, words: &CutWords) -> usize {
    if let Some(length) = initials(rest.as_bytes()) {
        return length;
    }
    let mut characters = rest.char_indices().peekable();
    let mut behind_break = 0;
    while let Some((at, letter)) = characters.next() {
        if at < behind_break {
            continue;
        }
        if let Some(length) = hyphenation::between(rest, at) {
            behind_break = at + length;
            continue;
        }
        let next = characters.peek().map(|(_, next)| *next);
        let joins = match letter {
            '-' | '‑' | '&' | '/' => next.is_some_and(char::is_alphanumeric),
            ',' | '.' | ':' => {
                next.is_some_and(|next| next.is_ascii_digit()) && rest[..at].ends_with(|c: char| c.is_ascii_digit())
            }
            // 'didn't', 'O'Brien', but not 'Putin's'.
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && !ends_with_s(&rest[at + letter.len_utf8()..]),
            letter => letter.is_alphanumeric(),
        };
        if !joins {
            let abbreviates = letter == '.' && words.abbreviations.contains(&rest[..at].to_ascii_lowercase());
            return at + usize::from(abbreviates);
        }
    }
    rest.len()
}

fn ends_with_s(after: &str) -> bool {
    after.starts_with(['s', 'S']) && !after[1..].starts_with(char::is_alphanumeric)
}

/// Length of letters with a stop behind each: 'U.S.', 'J.'; one letter alone only where a name may follow.
fn initials(rest: &[u8]) -> Option<usize> {
    let letter = |at: usize| rest.get(at).is_some_and(u8::is_ascii_alphabetic);
    let pairs = (0..).take_while(|pair| letter(2 * pair) && rest.get(2 * pair + 1) == Some(&b'.')).count();
    let initial = pairs == 1 && rest[0].is_ascii_uppercase() && rest[0] != b'I';
    (pairs > 1 || initial).then_some(2 * pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(string: &str) -> Vec<Vec<String>> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let mut out: Vec<Vec<String>> = Vec::new();
        for index in 0..tokens.len() {
            if tokens.sentence(index).start == index {
                out.push(Vec::new());
            }
            out.last_mut().unwrap().push(tokens.raw(index).to_owned());
        }
        out
    }

    #[test]
    fn words_marks_and_possessives() {
        assert_eq!(
            sentences("Mr. O'Brien's U.S.-led vice-president didn't pay $1,200."),
            [["Mr.", "O'Brien", "'s", "U.S.", "-", "led", "vice-president", "didn't", "pay", "$", "1,200", "."]]
        );
        assert_eq!(sentences("the troops’ base"), [["the", "troops", "’", "base"]]);
    }

    #[test]
    fn a_word_that_a_line_end_parts_is_one() {
        let text: Text = Text::new("The author-\nity said Lena Or-\r\n  tega\nleft.");
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let words: Vec<&str> = (0..tokens.len()).map(|index| tokens.word(index)).collect();
        assert_eq!(words, ["the", "authority", "said", "lena", "ortega", "left", "."]);
        assert_eq!(tokens.written(4), "Ortega");
        assert_eq!(tokens.paragraph(4), 0..5);
    }

    #[test]
    fn a_sentence_ends_behind_the_mark_that_closes() {
        assert_eq!(
            sentences("“We go.” He left. J. Smith stayed."),
            [vec!["“", "We", "go", ".", "”"], vec!["He", "left", "."], vec!["J.", "Smith", "stayed", "."]]
        );
        assert_eq!(sentences("“Go!” he said.\nNo").len(), 2);
    }

    #[test]
    fn a_number_goes_on_behind_what_it_numbers() {
        assert_eq!(sentences("On Nov. 19 they met in Room No. 5. 18 left in Feb. Others said no. Why?").len(), 4);
    }

    #[test]
    fn what_follows_a_clock_may_be_a_subject() {
        assert_eq!(
            sentences("They came by 11 p.m. Helicopters were out. It fell at 3 a.m. Monday near Orme.").len(),
            3
        );
    }

    #[test]
    fn a_sentence_may_end_with_an_abbreviation() {
        assert_eq!(
            sentences("It fell at 3 a.m. In Orme nobody saw it. It is owned by Karel Inc. Jana Wolf runs it.").len(),
            4
        );
        assert_eq!(
            sentences("It fell at 3 a.m. Tuesday. Karel Inc. Chairman Otto Reiss saw it at 5 p.m. Eastern Time.").len(),
            2
        );
    }
}
