//! The objects of a JSON document, one after another: those of an array, of the list in an object, or one alone. The whole is
//! never held.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, BufRead};

use serde_json::value::RawValue;

use crate::lines::{InputLine, LONGEST, too_long};

/// Fields of one object, each as it is written.
pub type ObjectFields<'o> = BTreeMap<Cow<'o, str>, &'o RawValue>;

/// Where the objects stand: how many brackets are open around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// One object, or one after another.
    Top = 0,
    /// In an array.
    InArray = 1,
    /// In the first list of an object.
    InList = 2,
}

/// The objects of a stream as lines, numbered from 1; the last is an error where the stream breaks off.
pub struct Objects<S> {
    stream: S,
    scan: Scan,
    number: u64,
}

impl<S: BufRead> Objects<S> {
    /// The objects on a level.
    pub fn new(stream: S, level: Level) -> Self {
        Self { stream, scan: Scan::new(level, LONGEST), number: 0 }
    }

    fn read(&mut self) -> io::Result<Option<InputLine>> {
        while !self.scan.is_over {
            let buffer = self.stream.fill_buf()?;
            if buffer.is_empty() {
                return self.scan.end().map(|()| None);
            }
            let mut used = 0;
            let mut found = None;
            for byte in buffer {
                used += 1;
                found = self.scan.take(*byte);
                if found.is_some() || self.scan.is_over {
                    break;
                }
            }
            self.stream.consume(used);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

impl<S: BufRead> Iterator for Objects<S> {
    type Item = io::Result<(u64, InputLine)>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.read().transpose()?;
        self.number += 1;
        self.scan.is_over |= line.is_err();
        Some(line.map(|line| (self.number, line)))
    }
}

/// What has been seen of the document.
struct Scan {
    level: usize,
    limit: u64,
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    element: Option<Element>,
    is_over: bool,
}

/// What stands in the place of an object.
struct Element {
    bytes: Vec<u8>,
    kind: ElementKind,
    is_long: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ElementKind {
    Object,
    Array,
    Word,
    Bare,
}

impl Scan {
    fn new(level: Level, limit: u64) -> Self {
        let level = level as usize;
        Self { level, limit, depth: 0, in_string: false, is_escaped: false, element: None, is_over: false }
    }

    /// Takes one byte; gives what ends with it.
    fn take(&mut self, byte: u8) -> Option<InputLine> {
        let (depth, in_string) = (self.depth, self.in_string);
        self.follow(byte);
        if let Some(element) = &mut self.element {
            let is_whole = self.depth <= self.level && !self.in_string;
            let ends = match element.kind {
                ElementKind::Bare => is_whole && !in_string && ends_bare(byte),
                ElementKind::Word => is_whole,
                ElementKind::Object | ElementKind::Array => is_whole && depth > self.level,
            };
            element.keep(byte, self.limit);
            self.is_over = self.depth < self.level;
            return if ends { self.element.take().map(Element::line) } else { None };
        }
        if depth == self.level && !in_string {
            self.begin(byte);
        }
        None
    }

    /// Strings and brackets.
    fn follow(&mut self, byte: u8) {
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.in_string => self.is_escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Begins an element with a byte that stands where objects do.
    fn begin(&mut self, byte: u8) {
        let kind = match byte {
            b'{' => ElementKind::Object,
            b'[' => ElementKind::Array,
            b'"' => ElementKind::Word,
            b'}' | b']' => {
                self.is_over = self.depth < self.level;
                return;
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' | 0xef | 0xbb | 0xbf => return,
            _ => ElementKind::Bare,
        };
        self.element = Some(Element { bytes: vec![byte], kind, is_long: false });
    }

    /// Whether the document is whole where the stream ends.
    fn end(&self) -> io::Result<()> {
        match self.element.is_some() || self.depth > 0 || self.in_string {
            true => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it breaks off before its end; get it again")),
            false => Ok(()),
        }
    }
}

/// What a number or a word without quotation marks ends with.
fn ends_bare(byte: u8) -> bool {
    matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace()
}

impl Element {
    fn keep(&mut self, byte: u8, limit: u64) {
        if self.bytes.len() as u64 >= limit {
            self.is_long = true;
            self.bytes = Vec::new();
        }
        if !self.is_long && matches!(self.kind, ElementKind::Object) {
            self.bytes.push(byte);
        }
    }

    fn line(self) -> InputLine {
        match self.kind {
            ElementKind::Object if self.is_long => InputLine::Refused(too_long()),
            ElementKind::Object => InputLine::Whole(self.bytes),
            _ => InputLine::Refused("there is no object in this place; give each document as one".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, level: Level) -> Vec<String> {
        let mut objects = Objects::new(text.as_bytes(), level);
        objects.scan.limit = 40;
        let told = |line| match line {
            Ok((number, InputLine::Whole(bytes))) => format!("{number} {}", String::from_utf8(bytes).unwrap()),
            Ok((number, InputLine::Refused(reason))) => format!("{number} ({})", &reason[..12]),
            Err(error) => format!("error: {error}"),
        };
        objects.map(told).collect()
    }

    #[test]
    fn objects_are_found_wherever_they_stand() {
        assert_eq!(read(r#"[{"a":"]}\""}, {"b":[{}]}]"#, Level::InArray), [r#"1 {"a":"]}\""}"#, r#"2 {"b":[{}]}"#]);
        assert_eq!(read("{\n \"a\": 1\n}\n{}", Level::Top), ["1 {\n \"a\": 1\n}", "2 {}"]);
        assert_eq!(read(r#"{"articles":[{"a":1},{}],"other":[{"no":1}]}"#, Level::InList), [r#"1 {"a":1}"#, "2 {}"]);
        assert_eq!(read("[]", Level::InArray), [""; 0]);
    }

    #[test]
    fn what_is_no_object_costs_itself() {
        let told = read(r#"[1, "a, b", [2], null, {"a":1}]"#, Level::InArray);
        assert_eq!(told.len(), 5);
        assert!(told[..4].iter().all(|told| told.contains("there is no")), "{told:?}");
        assert_eq!(told[4], r#"5 {"a":1}"#);
        assert_eq!(read("[7]", Level::InArray).len(), 1);
    }

    #[test]
    fn one_that_is_too_long_is_not_held() {
        let text = format!(r#"[{{"a":"{}"}},{{}}]"#, "x".repeat(100));
        assert_eq!(read(&text, Level::InArray), ["1 (the line is )", "2 {}"]);
    }

    #[test]
    fn what_breaks_off_is_told() {
        for text in [r#"[{"a":1},"#, r#"[{"a":1},{"b":"#, r#"[{"a":1},"x"#] {
            let told = read(text, Level::InArray);
            assert_eq!(told[0], r#"1 {"a":1}"#);
            assert!(told[1].starts_with("error: it breaks off"), "{told:?}");
            assert_eq!(told.len(), 2);
        }
    }
}
