//! A line of what is expected: parts between ';', each of bare words and words in quotation marks.

/// A part of a line.
#[derive(Debug)]
pub struct Part<'l> {
    line: &'l str,
    tokens: Vec<Token>,
}

/// A word, or what stands in quotation marks.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Bare(String),
    Quoted(String),
}

/// What may stand for a value: each alternative is a list, which is empty for 'nothing'.
pub type Alternatives = Vec<Vec<String>>;

/// The parts of a line.
///
/// # Panics
///
/// Where quotation marks are not closed, or what stands between them is not written as in JSON.
pub fn parts(line: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part { line, tokens: Vec::new() }];
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let tokens = &mut parts.last_mut().expect("there is a part").tokens;
        if rest.starts_with('"') {
            let mut quoted = serde_json::Deserializer::from_str(rest).into_iter::<String>();
            let words = quoted.next().and_then(Result::ok).unwrap_or_else(|| panic!("quotation marks: {line}"));
            tokens.push(Token::Quoted(words));
            rest = &rest[quoted.byte_offset()..];
        } else if let Some(after) = rest.strip_prefix(';') {
            parts.push(Part { line, tokens: Vec::new() });
            rest = after;
        } else if let Some(after) = rest.strip_prefix([',', ':']) {
            rest = after;
        } else {
            let end = rest.find([' ', ',', ':', ';', '"']).unwrap_or(rest.len());
            tokens.push(Token::Bare(rest[..end].to_owned()));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    parts
}

impl Part<'_> {
    /// Whether the part begins with some words.
    pub fn begins(&self, words: &str) -> bool {
        let mut tokens = self.tokens.iter();
        words.split(' ').all(|word| tokens.next() == Some(&Token::Bare(word.to_owned())))
    }

    /// What stands behind the words that the part begins with, if it begins with them: `"A", "B" or "C"`.
    pub fn after(&self, words: &str) -> Option<Alternatives> {
        let values = self.begins(words).then(|| &self.tokens[words.split(' ').count()..])?;
        let mut alternatives = vec![Vec::new()];
        for token in values {
            match token {
                Token::Bare(word) if word == "or" => alternatives.push(Vec::new()),
                Token::Bare(word) if word == "nothing" || word == "nobody" => {}
                Token::Bare(word) | Token::Quoted(word) => {
                    alternatives.last_mut().expect("there is one").push(word.clone());
                }
            }
        }
        Some(alternatives)
    }

    /// The one value behind the words that the part begins with.
    ///
    /// # Panics
    ///
    /// Where there is none, or more than one.
    pub fn one(&self, words: &str) -> Option<String> {
        let mut alternatives = self.after(words)?;
        let [values] = alternatives.as_mut_slice() else { self.misread() };
        let [value] = values.as_mut_slice() else { self.misread() };
        Some(std::mem::take(value))
    }

    /// The number behind the words that the part begins with.
    ///
    /// # Panics
    ///
    /// Where there is no number.
    pub fn number(&self, words: &str) -> Option<usize> {
        self.one(words).map(|number| number.parse().unwrap_or_else(|_| self.misread()))
    }

    /// The rest of the part without its first words, as a part.
    pub fn behind(&self, words: usize) -> Self {
        Self { line: self.line, tokens: self.tokens[words..].to_vec() }
    }

    /// The part is nothing that a case can ask.
    ///
    /// # Panics
    ///
    /// Always: a case that asks what nobody checks holds nothing.
    pub fn misread(&self) -> ! {
        panic!("nothing that a case can ask: {}", self.line)
    }
}

#[test]
fn a_line_has_parts_with_alternatives() {
    let line = r#"attribution "He; or \"she\""; by "A", "B" or nobody; share 0.5"#;
    let parts = parts(line);
    assert_eq!(parts[0].one("attribution").unwrap(), "He; or \"she\"");
    assert_eq!(parts[1].after("by").unwrap(), [vec!["A".to_owned(), "B".to_owned()], vec![]]);
    assert_eq!((parts[2].one("share").unwrap(), parts[2].begins("by")), ("0.5".to_owned(), false));
}

#[test]
#[should_panic(expected = "nothing that a case can ask")]
fn a_line_that_nobody_checks_is_told() {
    crate::check::Check::of("titel is \"A\"");
}
