//! How much work the attributes of a page's tags make for a parser, counted without one.
//!
//! A parser holds each attribute of a tag against those before it, so its work grows with the square of their number. The
//! tags are told by the standard's states from a tag's name to its end (HTML, 13.2.5.8 to 13.2.5.40), but begun at every
//! '<' before a letter: what a script or a comment is to a parser hangs on its whole tree, and a page could hide a tag in
//! what only looks like one. From one state on, all tags go the same way; so of those in one state only the one with the
//! most attributes is followed, and a page is gone through once.

use memchr::{memchr, memchr3};

/// Fewer attributes are no work.
const FEW: u64 = 256;

/// Where in a tag a letter stands.
#[derive(Clone, Copy)]
enum TagState {
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
    AfterQuoted,
}

const STATES: [TagState; 9] = [
    TagState::TagName,
    TagState::BeforeName,
    TagState::Name,
    TagState::AfterName,
    TagState::BeforeValue,
    TagState::DoubleQuoted,
    TagState::SingleQuoted,
    TagState::Unquoted,
    TagState::AfterQuoted,
];

impl TagState {
    /// The state behind a letter, and whether an attribute begins with it; nothing where the tag ends.
    fn after(self, letter: u8) -> Option<(Self, bool)> {
        use TagState::*;
        let blank = matches!(letter, b' ' | b'\t' | b'\n' | b'\r' | 0x0c);
        let state = match (self, letter) {
            (DoubleQuoted, b'"') | (SingleQuoted, b'\'') => AfterQuoted,
            (DoubleQuoted | SingleQuoted, _) => self,
            (_, b'>') => return None,
            (TagName | AfterQuoted | BeforeName, b'/') => BeforeName,
            (TagName | AfterQuoted | BeforeName | Unquoted, _) if blank => BeforeName,
            (TagName | Unquoted, _) => self,
            (Name | AfterName, b'=') => BeforeValue,
            (AfterName, b'/') => BeforeName,
            (Name, b'/') => AfterName,
            (Name | AfterName, _) if blank => AfterName,
            (Name, _) => Name,
            (BeforeValue, b'"') => DoubleQuoted,
            (BeforeValue, b'\'') => SingleQuoted,
            (BeforeValue, _) if blank => BeforeValue,
            (BeforeValue, _) => Unquoted,
            (AfterName | BeforeName | AfterQuoted, _) => return Some((Name, true)),
        };
        Some((state, false))
    }
}

/// Which states have a tag, a bit each, and the most attributes of a tag in each.
#[derive(Default)]
struct Open {
    states: u16,
    most: [u64; STATES.len()],
}

impl Open {
    fn put(&mut self, state: TagState, attributes: u64) {
        let (bit, most) = (1 << state as u16, &mut self.most[state as usize]);
        *most = if self.states & bit == 0 { attributes } else { attributes.max(*most) };
        self.states |= bit;
    }

    /// Takes all tags one letter further; gives the cost of those that end.
    fn step(&mut self, letter: u8) -> u64 {
        let (mut next, mut ended, mut left) = (Self::default(), 0, self.states);
        while left != 0 {
            let place = left.trailing_zeros() as usize;
            left &= left - 1;
            match STATES[place].after(letter) {
                Some((state, begins)) => next.put(state, self.most[place] + u64::from(begins)),
                None => ended = ended.max(self.most[place]),
            }
        }
        *self = next;
        cost(ended)
    }

    /// Where something can next change: while all tags are in quotation marks, only those and a '<' do anything.
    fn skip(&self, bytes: &[u8]) -> Option<usize> {
        const QUOTED: u16 = 1 << TagState::DoubleQuoted as u16 | 1 << TagState::SingleQuoted as u16;
        match self.states & !QUOTED {
            0 if self.states == 0 => memchr(b'<', bytes),
            0 => memchr3(b'<', b'"', b'\'', bytes),
            _ => Some(0),
        }
    }

    fn cost(&self) -> u64 {
        (0..STATES.len()).filter(|place| self.states & 1 << place != 0).map(|place| cost(self.most[place])).sum()
    }
}

/// How often an attribute is held against another, at most; goes no further than `limit`.
pub(crate) fn comparisons(source: &str, limit: u64) -> u64 {
    let bytes = source.as_bytes();
    let (mut work, mut open, mut at) = (0u64, Open::default(), 0);
    while work <= limit {
        let Some(next) = bytes.get(at..).and_then(|rest| open.skip(rest)) else { break };
        at += next;
        let Some(letter) = bytes.get(at) else { break };
        work += open.step(*letter);
        if begins(bytes, at) && open.states & 1 == 0 {
            open.put(TagState::TagName, 0);
        }
        at += 1;
    }
    work + open.cost()
}

/// Whether a tag begins here. The slash of a closing one counts as one of its attributes, which is no matter.
fn begins(bytes: &[u8], at: usize) -> bool {
    let Some(inside) = bytes[at..].strip_prefix(b"<") else { return false };
    inside.strip_prefix(b"/").unwrap_or(inside).first().is_some_and(u8::is_ascii_alphabetic)
}

fn cost(attributes: u64) -> u64 {
    if attributes > FEW { attributes * attributes / 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: &str) -> u64 {
        comparisons(source, u64::MAX)
    }

    #[test]
    fn attributes_are_counted_as_a_parser_sees_them() {
        let many = |each: &str| each.repeat(1000);
        for tag in [
            format!("<a {}>", many("b ")),
            format!("<a {}>", many("b='>'")),
            format!("</a {}>", many("b=\"<p>\" ")),
            format!("<a/{}", many("b/")),
            format!("<a {}>", many("b = c ")),
            format!("<!-- '<a {}> -->", many("b ")),
            format!("<script>'<a x=\"</script><a {}", many("b ")),
        ] {
            assert!((500_000..502_000).contains(&of(&tag)), "{}: {}", &tag[..20], of(&tag));
        }
    }

    #[test]
    fn a_page_is_gone_through_once_and_honest_ones_cost_nothing() {
        assert_eq!(of(&format!("<a b=\"{}\"><p class='x' id=y>", "<p> ".repeat(1000))), 0);
        assert_eq!(of(&"<a b=c>3 < 4, 'he' said".repeat(1000)), 0);
        assert_eq!(of(&"<a".repeat(10_000)), 0);
        assert!(comparisons(&format!("<a {}", "b ".repeat(100_000)), 1000) > 1000);
    }
}
