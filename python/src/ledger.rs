//! A ledger in its file.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use pyo3::exceptions::{PyKeyError, PyOSError};
use pyo3::prelude::*;
use rayon::prelude::*;
use sayso::Known;
use sayso::brief::{MOST_ARTICLES, brief};
use sayso::entry::read_entry;
use sayso::ledger::ledger::AddOutcome;
use sayso::ledger::store::StoreError;
use sayso::ledger::{self, View};

use crate::model::{Model, json};

/// How long another program that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A ledger, open for writing.
#[pyclass(frozen, module = "sayso._native")]
pub struct Ledger {
    ledger: Mutex<ledger::Ledger>,
}

#[pymethods]
impl Ledger {
    /// Opens a ledger's file, and makes it where there is none.
    #[new]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let opened = py.detach(|| ledger::Ledger::open(&path, PATIENCE));
        Ok(Self { ledger: Mutex::new(opened.map_err(failed)?) })
    }

    /// Reads lines of JSON Lines and records them: how many are new, how many were known, and what went wrong with others.
    #[pyo3(signature = (model, lines, first, date = None, publisher = None))]
    fn add_lines(
        &self,
        py: Python<'_>,
        model: &Model,
        lines: Vec<String>,
        first: u64,
        date: Option<String>,
        publisher: Option<String>,
    ) -> PyResult<(usize, usize, Vec<String>)> {
        let defaults = Known { published: date, publisher, ..Known::default() };
        let read = |(at, line): (usize, &String)| {
            read_entry(line.as_bytes(), first + at as u64, &defaults, &model.encoder).map_err(|error| json(&error))
        };
        py.detach(|| {
            let read: Vec<_> = model.pool.install(|| lines.par_iter().enumerate().map(read).collect());
            let (entries, errors): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
            let mut errors: Vec<String> = errors.into_iter().filter_map(Result::err).collect();
            let entries: Vec<ledger::Entry> = entries.into_iter().filter_map(Result::ok).collect();
            let ids: Vec<String> = entries.iter().map(|entry| json(&entry.record.id)).collect();
            let outcomes = self.held().add(entries, Timestamp::now()).map_err(failed)?;
            let (mut new, mut known) = (0, 0);
            for (outcome, id) in outcomes.into_iter().zip(ids) {
                match outcome {
                    AddOutcome::Recorded => new += 1,
                    AddOutcome::Known => known += 1,
                    AddOutcome::Removed(_) => errors.push(refused(&id, "its text was removed, and does not come back")),
                    AddOutcome::Refused(error) => errors.push(refused(&id, &error.to_string())),
                }
            }
            Ok((new, known, errors))
        })
    }

    /// Derives the stories that are behind what is recorded.
    fn refresh(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| self.held().refresh(|_| ())).map_err(failed)
    }

    /// The export that `sayso export --format json` prints.
    fn export(&self, py: Python<'_>) -> PyResult<String> {
        self.looked(py, |view| Ok(json(&view.export()?)))
    }

    /// What lists say of every story, the one that moved last first.
    fn stories(&self, py: Python<'_>) -> PyResult<String> {
        self.looked(py, |view| Ok(json(&view.briefs()?)))
    }

    /// A story by its id, or by that of one of its articles.
    fn story(&self, py: Python<'_>, id: &str) -> PyResult<String> {
        let found = self.looked(py, |view| Ok(view.story(id)?.map(|story| json(&story))))?;
        found.ok_or_else(|| missing(id))
    }

    /// The brief of a story.
    fn brief(&self, py: Python<'_>, id: &str) -> PyResult<String> {
        let found = self.looked(py, |view| {
            let Some(story) = view.story(id)? else { return Ok(None) };
            let documents = view.documents_of(&story, MOST_ARTICLES)?;
            Ok(Some(json(&brief(&story, &documents))))
        })?;
        found.ok_or_else(|| missing(id))
    }

    /// The record of an article, as it was read.
    fn document(&self, py: Python<'_>, id: &str) -> PyResult<String> {
        let found = self.looked(py, |view| Ok(view.document(id)?.map(|entry| json(&entry.record))))?;
        found.ok_or_else(|| PyKeyError::new_err(format!("there is no article '{id}' in the ledger")))
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.looked(py, |view| view.count())
    }
}

impl Ledger {
    fn held(&self) -> MutexGuard<'_, ledger::Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn looked<T: Send>(
        &self,
        py: Python<'_>,
        look: impl FnOnce(&View<'_>) -> Result<T, StoreError> + Send,
    ) -> PyResult<T> {
        py.detach(|| look(&self.held().view())).map_err(failed)
    }
}

/// An error of a document that was read and not recorded, as a line gives it; `id` is written as JSON.
fn refused(id: &str, why: &str) -> String {
    format!("{{\"id\":{id},\"line\":null,\"error\":{}}}", json(&why))
}

fn missing(id: &str) -> PyErr {
    PyKeyError::new_err(format!("there is no story '{id}', and no article of that id, in the ledger"))
}

fn failed(error: StoreError) -> PyErr {
    PyOSError::new_err(error.to_string())
}
