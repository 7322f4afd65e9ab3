//! However long an input is, what is held of it is one document and what is looked ahead.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{self, BufReader, Read};

use sayso_io::input::{InputItem, InputOptions, InputSource, open};
use sayso_io::lines::InputLine;

/// How much more the program may have held at once than before: some documents, and the buffers around them.
const MOST_HELD: u64 = 10 << 20;

/// One document's text.
const TEXT: usize = 256 << 10;

/// Documents in a stream, which has ten times what may be held.
const COUNT: usize = 400;

/// A stream that is made as it is read: a head, so many documents, a tail.
struct Made {
    parts: Vec<u8>,
    tail: &'static [u8],
    unit: Vec<u8>,
    last: Vec<u8>,
    left: usize,
    at: usize,
}

impl Made {
    fn new(head: &str, unit: String, last: String, tail: &'static str) -> Self {
        let (parts, tail) = (head.as_bytes().to_vec(), tail.as_bytes());
        Self { parts, tail, unit: unit.into_bytes(), last: last.into_bytes(), left: COUNT, at: 0 }
    }
}

impl Read for Made {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.parts.len() {
            let next = match self.left {
                0 if self.tail.is_empty() => return Ok(0),
                0 => std::mem::take(&mut self.tail).to_vec(),
                1 => std::mem::take(&mut self.last),
                _ => self.unit.clone(),
            };
            self.left = self.left.saturating_sub(1);
            (self.parts, self.at) = (next, 0);
        }
        let taken = into.len().min(self.parts.len() - self.at);
        into[..taken].copy_from_slice(&self.parts[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

/// The most that this program has held at once, in bytes.
fn most_held() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() << 10
}

fn read(name: &str, stream: impl Read + Send + 'static) -> usize {
    let stream = Box::new(BufReader::new(stream));
    let source = InputSource { stream, ..InputSource::of("", name) };
    let is_whole = |item: &InputItem| matches!(item, InputItem::Line { line: InputLine::Whole(_), .. });
    open(source, &InputOptions::default()).unwrap().filter(is_whole).count()
}

#[test]
fn a_long_stream_is_never_held() {
    let text = "She agreed. ".repeat(TEXT / 12);
    let row = format!("\"{text}\",https://a.example/1\n");
    let object = |end: &str| format!("{{\"body\":\"{text}\",\"link\":\"https://a.example/1\"}}{end}");
    let item = format!("<newsItem guid='urn:a'><contentSet><inlineData>{text}</inlineData></contentSet></newsItem>\n");
    let before = most_held();
    for (name, stream) in [
        ("a.csv", Made::new("text,url\n", row.clone(), row.clone(), "")),
        ("a.jsonl", Made::new("", object("\n"), object("\n"), "")),
        ("a.json", Made::new("[", object(",\n"), object(""), "]\n")),
        ("a.xml", Made::new("<newsMessage><itemSet>", item.clone(), item.clone(), "</itemSet></newsMessage>")),
    ] {
        assert_eq!(read(name, stream), COUNT, "{name}");
        let held = most_held() - before;
        assert!(held < MOST_HELD, "{name}: {} MiB", held >> 20);
    }
}
