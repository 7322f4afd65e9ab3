//! What the first lines of a plain text say about it, where they leave no doubt: 'By Ann Doe', a line that is a date.

use crate::article::Metadata;
use crate::furniture;
use crate::vocabulary::all;

use super::order::DayMonthOrder;
use super::{byline, dates, day};

/// How many lines are looked at.
const HEAD: usize = 12;

/// A longer line is a paragraph.
const LONGEST: usize = 100;

/// Metadata of a plain text. The first line is its headline where a byline or a date follows it.
pub(crate) fn of_text(text: &str) -> Metadata {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD).collect();
    let short = || lines.iter().copied().enumerate().take_while(|(at, line)| *at == 0 || line.len() <= LONGEST);
    let by = short().find_map(|(at, line)| authors(line).map(|names| (at, names)));
    let dated = short()
        .filter(|(_, line)| dates::is_date_line(line))
        .find_map(|(at, line)| Some((at, day::parse(line, DayMonthOrder::default())?)));
    let first = by.as_ref().map(|(at, _)| *at).into_iter().chain(dated.as_ref().map(|(at, _)| *at)).min();
    let above = lines.iter().take(first.unwrap_or_default());
    Metadata {
        title: above.copied().find(|line| is_headline(line)).map(str::to_owned),
        byline: by.map(|(_, names)| names).unwrap_or_default(),
        published: dated.map(|(_, date)| date),
        ..Metadata::default()
    }
}

fn authors(line: &str) -> Option<Vec<String>> {
    let mut openings = all().iter().flat_map(|words| words.byline.plain_lines.iter());
    let rest = openings.find_map(|opening| line.strip_prefix(opening)?.strip_prefix(' '))?;
    let names = byline::names(line);
    let named =
        !names.is_empty() && names.iter().all(|name| name.split(' ').all(|word| word.starts_with(char::is_uppercase)));
    (named && !rest.ends_with(['.', '”', '"'])).then_some(names)
}

fn is_headline(line: &str) -> bool {
    line.len() <= 2 * LONGEST && !line.ends_with('.') && !furniture::is_furniture(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_lines_are_believed() {
        let found = of_text("Ferry sinks off Caldry\nBy Ann Doe and Bo Roe\n3 May 2020\n\nA ferry sank.");
        assert_eq!(found.title.as_deref(), Some("Ferry sinks off Caldry"));
        assert_eq!(found.byline, ["Ann Doe", "Bo Roe"]);
        assert_eq!(found.published.as_deref(), Some("2020-05-03"));
        let copied = of_text("Home\nNews\n\nFerry sinks off Caldry\n\nBy Ann Doe\n");
        assert_eq!(copied.title.as_deref(), Some("Ferry sinks off Caldry"));
        let none = of_text("By the end of the year, prices rose.\n\nIn May 2020 they fell.");
        assert_eq!(none, Metadata::default());
    }
}
