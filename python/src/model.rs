//! A model that is loaded, and reading with it.

use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sayso::document::documents;
use sayso::line::read_line;
use sayso::{Encoder, Known, ModelFolder, Record, read_document};

/// A model, ready to read on any number of threads.
#[pyclass(frozen, module = "sayso._native")]
pub struct Model {
    pub encoder: Encoder,
    pub threads: NonZero<usize>,
}

#[pymethods]
impl Model {
    /// Loads a model by the name of one that ships, or from a folder.
    #[new]
    #[pyo3(signature = (name = None, threads = None))]
    fn new(py: Python<'_>, name: Option<&str>, threads: Option<NonZero<usize>>) -> PyResult<Self> {
        let threads = threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
        py.detach(|| Ok(Self { encoder: loaded(name, threads)?, threads }))
    }

    /// Records, or what went wrong, of lines of JSON Lines, in their order; `first` is the number of the first line.
    #[pyo3(signature = (lines, first, date = None, publisher = None))]
    fn read_lines(
        &self,
        py: Python<'_>,
        lines: Vec<String>,
        first: u64,
        date: Option<String>,
        publisher: Option<String>,
    ) -> Vec<String> {
        let defaults = Known { published: date, publisher, ..Known::default() };
        let read = |(at, line): (usize, &String)| {
            let number = first + at as u64;
            match read_line(line.as_bytes(), number, &defaults, &self.encoder) {
                Ok(record) => json(&record),
                Err(error) => json(&error),
            }
        };
        py.detach(|| in_order(&lines, self.threads, read))
    }

    /// Records of the documents in some bytes, told apart by their content: a page, a text, or a feed with its entries.
    #[pyo3(signature = (bytes, date = None, title = None, publisher = None, url = None))]
    fn read_bytes(
        &self,
        py: Python<'_>,
        bytes: Vec<u8>,
        date: Option<String>,
        title: Option<String>,
        publisher: Option<String>,
        url: Option<String>,
    ) -> PyResult<Vec<String>> {
        let known = Known { published: date, title, publisher, url, ..Known::default() };
        let read = || -> Result<Vec<String>, String> {
            let found = documents(&bytes, None, &known).map_err(|error| error.to_string())?.documents;
            let record = |document: sayso::Document| {
                let id = document.id.clone();
                read_document(document, &self.encoder).map(|reading| json(&Record::new(id, &reading)))
            };
            found.into_iter().map(|document| record(document).map_err(|error| error.to_string())).collect()
        };
        py.detach(read).map_err(PyValueError::new_err)
    }
}

fn loaded(name: Option<&str>, threads: NonZero<usize>) -> PyResult<Encoder> {
    let Some(name) = name else { return Ok(Encoder::on_threads(threads)) };
    let unusable =
        |error: sayso::ModelError| PyValueError::new_err(format!("the model in {name} cannot be used: {error}"));
    let folder = match ModelFolder::named(name) {
        Some(folder) => folder,
        None if Path::new(name).is_dir() => ModelFolder::read(Path::new(name)).map_err(unusable)?,
        None => {
            let shipped: Vec<&str> = ModelFolder::shipped().collect();
            let told = format!("there is no model '{name}'; give {} or a folder that has one", shipped.join(", "));
            return Err(PyValueError::new_err(told));
        }
    };
    Encoder::new(&folder, threads).map_err(unusable)
}

/// What `work` makes of each item, in the order of the items, by so many threads.
pub fn in_order<I: Sync, O: Send>(
    items: &[I],
    threads: NonZero<usize>,
    work: impl Fn((usize, &I)) -> O + Sync,
) -> Vec<O> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(items.len())));
    thread::scope(|scope| {
        for _ in 0..threads.get().min(items.len()) {
            scope.spawn(|| {
                while let Some((at, item)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
                {
                    let made = work((at, item));
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, made));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

/// What is printed of a value.
pub fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("records and errors are JSON")
}
