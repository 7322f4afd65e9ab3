//! Taking marks off: a line that is marked as failing and holds moves to those that must hold.

use sayso_golden::sections;

use crate::case::Judged;

/// A file of cases with the lines that began to hold moved; what began to fail stays where it is.
pub fn blessed(file: &str, judged: &[Judged<'_>]) -> String {
    let mut blessed = String::new();
    let mut reached = 0;
    let is_judged = |name: &str| judged.iter().any(|line| line.case == name);
    for section in sections(file).into_iter().filter(|section| is_judged(section.name)) {
        let mut asked = section.blocks.iter().filter(|block| block.kind == "expect").map(|block| &block.place);
        let Some(first) = asked.next() else { continue };
        blessed += &file[reached..first.start];
        blessed += &blocks(section.name, judged);
        reached = asked.next_back().unwrap_or(first).end;
    }
    blessed + &file[reached..]
}

/// The blocks of a case: what must hold, then what does not yet, a block a class.
fn blocks(case: &str, judged: &[Judged<'_>]) -> String {
    let mut blocks = Vec::<(String, String)>::new();
    for line in judged.iter().filter(|line| line.case == case) {
        let class = line.failing.filter(|_| line.instead.is_some());
        let opening = class.map_or_else(|| "expect".to_owned(), |class| format!("expect failing {class}"));
        match blocks.iter_mut().find(|(known, _)| *known == opening) {
            Some((_, lines)) => *lines += &format!("{}\n", line.line),
            None => blocks.push((opening, format!("{}\n", line.line))),
        }
    }
    blocks.sort_by_key(|(opening, _)| opening != "expect");
    blocks.iter().map(|(opening, lines)| format!("```{opening}\n{lines}```\n")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_line_that_began_to_hold_moves_and_none_moves_back() {
    let file =
        "# K01\n\n## one\n\n```text\nNo.\n```\n\n```expect\na\nb\n```\n\n```expect failing K01\nc\nd\n```\n\n## two\n";
    let line = |line, failing, holds: bool| Judged {
        case: "one",
        line,
        failing,
        instead: (!holds).then(|| "something else".to_owned()),
    };
    let judged =
        [line("a", None, true), line("b", None, false), line("c", Some("K01"), true), line("d", Some("K01"), false)];
    let expected = file.replace("b\n```", "b\nc\n```").replace("K01\nc\n", "K01\n");
    assert_eq!(blessed(file, &judged), expected);
    let all = judged.map(|line| Judged { instead: None, ..line });
    assert!(blessed(file, &all).ends_with("```expect\na\nb\nc\nd\n```\n\n## two\n"));
    assert_eq!(blessed(file, &[]), file);
}
