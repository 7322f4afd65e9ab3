//! What is measured on: each set, where it lies, and the figures that it gives.

mod annotated;
mod dates;
mod every_layer;
mod figures;
mod first_document;
mod injected;
mod lines;
mod measured;
mod pages;
mod real_stories;
mod recognizers;
mod stories;
mod stories_ecb;

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

use crate::program::Program;
use crate::workspace::path;

pub use self::measured::{Better, Cases, Figure, Measured};

/// Every set, in the order in which it is measured.
pub const SETS: &[Set] = &[
    Set {
        name: "polnear-dev",
        place: SetLocation::Data("attribution/polnear-dev.jsonl"),
        at_close: false,
        measure: Measure::Documents(annotated::measure_all),
    },
    Set {
        name: "first-document",
        place: SetLocation::Data("../seed/gold.jsonl"),
        at_close: false,
        measure: Measure::Documents(first_document::measure),
    },
    Set {
        name: "wikinews-held-out",
        place: SetLocation::Data("attribution/wikinews-train.jsonl"),
        at_close: false,
        measure: Measure::Documents(every_layer::measure_held_out),
    },
    Set {
        name: "dates-dev",
        place: SetLocation::Data("dates/dates-dev.jsonl"),
        at_close: false,
        measure: Measure::Documents(dates::measure),
    },
    Set {
        name: "figures-dev",
        place: SetLocation::Data("figures/figures-dev.jsonl"),
        at_close: false,
        measure: Measure::Documents(figures::measure),
    },
    Set {
        name: "recognizers-dates",
        place: SetLocation::Shipped("eval/recognizers/dates.jsonl"),
        at_close: false,
        measure: Measure::Documents(recognizers::measure_dates),
    },
    Set {
        name: "recognizers-figures",
        place: SetLocation::Shipped("eval/recognizers/figures.jsonl"),
        at_close: false,
        measure: Measure::Documents(recognizers::measure_figures),
    },
    Set {
        name: "pages-dev",
        place: SetLocation::Data("pages/pages-dev.jsonl.xz"),
        at_close: false,
        measure: Measure::Documents(pages::measure),
    },
    Set {
        name: "wikinews-furniture",
        place: SetLocation::Shipped("eval/wikinews/wikinews-open.jsonl"),
        at_close: false,
        measure: Measure::Documents(injected::measure),
    },
    Set {
        name: "wikinews-open",
        place: SetLocation::Shipped("eval/wikinews/wikinews-open.jsonl"),
        at_close: true,
        measure: Measure::Documents(every_layer::measure),
    },
    Set {
        name: "stories-dev",
        place: SetLocation::Shipped("demo/stories/stream.jsonl"),
        at_close: false,
        measure: Measure::Documents(stories::measure),
    },
    Set {
        name: "real-stories",
        place: SetLocation::Data("../stories/real/train/stream.jsonl"),
        at_close: false,
        measure: Measure::BesideGold(real_stories::measure),
    },
    Set {
        name: "real-stories-measure",
        place: SetLocation::Data("../stories/real/measure/stream.jsonl"),
        at_close: true,
        measure: Measure::BesideGold(real_stories::measure),
    },
    Set {
        name: "stories-ecb",
        place: SetLocation::Data("linking/ecbplus-dev-docs.jsonl"),
        at_close: false,
        measure: Measure::Documents(stories_ecb::measure),
    },
];

/// Documents with gold, and what is measured on them.
pub struct Set {
    /// The name that figures and floors go by.
    pub name: &'static str,
    place: SetLocation,
    /// Measured only when a piece of work is closed, so that nobody tunes on it.
    at_close: bool,
    measure: Measure,
}

/// How a set is measured.
enum Measure {
    /// By its documents.
    Documents(fn(&Program, Vec<Value>) -> Result<Measured>),
    /// By its documents and the `gold.json` beside them.
    BesideGold(fn(&Program, &[Value], &Value) -> Result<Measured>),
}

enum SetLocation {
    /// In the repository.
    Shipped(&'static str),
    /// In the data folder, which does not ship.
    Data(&'static str),
}

/// What a set gave.
pub enum SetOutcome {
    /// Figures.
    Measured(Measured),
    /// Nothing, and why.
    NotMeasured(String),
}

impl Set {
    /// Measures, unless the set is absent or kept for the close.
    pub fn run(&self, program: &Program, data: Option<&Path>, close: bool) -> Result<SetOutcome> {
        if self.at_close && !close {
            return Ok(SetOutcome::NotMeasured(
                "measured only at the close of a piece of work, with --close".to_owned(),
            ));
        }
        let file = match self.file(data) {
            Some(file) if file.exists() => file,
            Some(file) => return Ok(SetOutcome::NotMeasured(format!("absent, not measured: no {}", file.display()))),
            None => {
                return Ok(SetOutcome::NotMeasured("absent, not measured: no data folder given (--data)".to_owned()));
            }
        };
        let documents = lines::load(&file)?;
        let measured = match self.measure {
            Measure::Documents(measure) => measure(program, documents),
            Measure::BesideGold(measure) => {
                measure(program, &documents, &lines::one(&file.with_file_name("gold.json"))?)
            }
        };
        measured.map(SetOutcome::Measured)
    }

    fn file(&self, data: Option<&Path>) -> Option<PathBuf> {
        match self.place {
            SetLocation::Shipped(file) => Some(path(file)),
            SetLocation::Data(file) => data.map(|data| data.join(file)),
        }
    }
}
