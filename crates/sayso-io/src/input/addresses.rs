//! Lists of addresses: a text that holds nothing else, one a line; what stands behind '#' is a remark.

use super::format::{InputFormat, InputHead, InputItem, InputOptions, Items};
use super::source::InputSource;
use crate::lines::{InputLine, Lines, is_blank, without_mark};
use crate::mapping::address;

pub const FORMAT: InputFormat =
    InputFormat { name: "addresses", help: "Lists of addresses, one a line", has_rows: false, recognises, open };

/// Where such lists are asked for at all: to whoever reads one document, it is a text.
fn recognises(head: &InputHead<'_>, options: &InputOptions) -> bool {
    let lines = || head.lines().filter(|line| !line.starts_with(b"#"));
    options.lists_addresses && lines().next().is_some() && lines().all(|line| of_line(line).is_some())
}

pub(super) fn open(source: InputSource, _: &InputHead<'_>, _: &InputOptions) -> Result<Items, String> {
    Ok(Box::new(Lines::new(source.stream).filter_map(|line| match line {
        Err(error) => Some(InputItem::Broken(error.to_string())),
        Ok((_, InputLine::Whole(line))) if is_blank(&line) || without_mark(&line).starts_with(b"#") => None,
        Ok((number, InputLine::Whole(line))) => Some(of_line(&line).map_or_else(|| none(number), InputItem::Address)),
        Ok((number, InputLine::Refused(reason))) => Some(InputItem::Failed(format!("line {number}: {reason}"))),
    })))
}

fn of_line(line: &[u8]) -> Option<String> {
    address(str::from_utf8(without_mark(line)).ok()?).map(str::to_owned)
}

fn none(number: u64) -> InputItem {
    InputItem::Failed(format!("line {number}: this is no address of http or https"))
}
