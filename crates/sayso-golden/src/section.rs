//! A file with several cases: a second-level heading each, and beneath it fenced blocks.

use std::ops::Range;

/// One case of a file.
#[derive(Debug)]
pub struct Section<'a> {
    /// The heading.
    pub name: &'a str,
    /// Its blocks, in order.
    pub blocks: Vec<Block<'a>>,
}

/// A fenced block.
#[derive(Debug)]
pub struct Block<'a> {
    /// The first word behind the fence.
    pub kind: &'a str,
    /// The words behind that.
    pub told: &'a str,
    /// What stands in it, without its last line end.
    pub content: &'a str,
    /// Where the block stands in the file, both fences included.
    pub place: Range<usize>,
}

/// The sections of a file that have a block; a heading with prose alone is for the reader.
///
/// ```
/// let file = "# K01\n\n## one\n\n```text 2026-03-11\nNo.\n```\n\n## A word on two\n\nProse.\n";
/// let sections = sayso_golden::sections(file);
/// assert_eq!((sections.len(), sections[0].name), (1, "one"));
/// let block = &sections[0].blocks[0];
/// assert_eq!((block.kind, block.told, block.content), ("text", "2026-03-11", "No."));
/// ```
///
/// # Panics
///
/// Where a block stands before every heading, or is not closed.
#[must_use]
pub fn sections(file: &str) -> Vec<Section<'_>> {
    let mut sections = Vec::<Section<'_>>::new();
    let mut reached = 0;
    while let Some(line) = file[reached..].split_inclusive('\n').next() {
        if let Some(name) = line.strip_prefix("## ") {
            sections.push(Section { name: name.trim_end(), blocks: Vec::new() });
        }
        reached += line.len();
        if let Some(info) = line.strip_prefix("```") {
            let block = block(file, info.trim_end(), reached - line.len()..reached);
            reached = block.place.end;
            sections.last_mut().unwrap_or_else(|| panic!("a heading stands before a block")).blocks.push(block);
        }
    }
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

/// The block whose opening fence is a line.
fn block<'a>(file: &'a str, info: &'a str, opening: Range<usize>) -> Block<'a> {
    let (kind, told) = info.split_once(' ').unwrap_or((info, ""));
    // The line end of the opening is looked at again, for a block that holds nothing.
    let start = opening.end - 1;
    let end = start + file[start..].find("\n```\n").unwrap_or_else(|| panic!("a block `{info}` is not closed"));
    let content = file.get(opening.end..end).unwrap_or_default();
    Block { kind, told, content, place: opening.start..end + "\n```\n".len() }
}
