//! One case: its inputs, the lines that hold, and the lines that do not yet.

use sayso::Encoder;
use sayso_golden::Section;

use crate::check::{CaseReading, Check};
use crate::input::{Input, stories};

/// The word that marks lines which do not hold yet; behind it stands their class.
const FAILING: &str = "failing ";

/// A case.
pub struct Case<'a> {
    /// Its heading.
    pub name: &'a str,
    inputs: Vec<Input>,
    lines: Vec<Requirement<'a>>,
}

/// What must hold, as it is written.
struct Requirement<'a> {
    text: &'a str,
    check: Check,
    /// The class of fault for which it does not hold yet.
    failing: Option<&'a str>,
}

/// What became of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged<'a> {
    /// The case.
    pub case: &'a str,
    /// The line.
    pub line: &'a str,
    /// The class of fault that it is marked with.
    pub failing: Option<&'a str>,
    /// What there is instead, where it does not hold.
    pub instead: Option<String>,
}

impl<'a> Case<'a> {
    /// The case in a section.
    ///
    /// # Panics
    ///
    /// Where it asks nothing, or what nobody checks, or of nothing.
    pub fn of(section: &Section<'a>) -> Self {
        let name = section.name;
        let mut case = Self { name, inputs: Vec::new(), lines: Vec::new() };
        for block in &section.blocks {
            if let Some(input) = Input::of(block) {
                case.inputs.push(input);
                continue;
            }
            assert_eq!(block.kind, "expect", "{name}: a block that no case has");
            let failing = block.told.strip_prefix(FAILING);
            assert!(failing.is_some() || block.told.is_empty(), "{name}: 'expect' or 'expect failing CLASS'");
            let line = |text: &'a str| Requirement { text, check: Check::of(text), failing };
            case.lines.extend(block.content.lines().map(line));
        }
        assert!(!case.inputs.is_empty() && !case.lines.is_empty(), "{name}: a case has an input and asks something");
        case
    }

    /// Reads the inputs and holds each line to what comes out.
    pub fn judge(&self, model: &Encoder) -> Vec<Judged<'a>> {
        let entries: Vec<_> = self.inputs.iter().flat_map(|input| input.read(model)).collect();
        let asks_ledger = self.lines.iter().any(|line| matches!(line.check, Check::Ledger(_)));
        let stories = if asks_ledger { stories(entries.clone()) } else { Vec::new() };
        let told = CaseReading { entries, stories };
        let judged = |line: &Requirement<'a>| Judged {
            case: self.name,
            line: line.text,
            failing: line.failing,
            instead: line.check.run(&told).err(),
        };
        self.lines.iter().map(judged).collect()
    }
}
