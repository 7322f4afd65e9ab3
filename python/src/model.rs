//! A model that is loaded, and reading with it.

use std::num::NonZero;
use std::thread;

use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use sayso::document::documents;
use sayso::line::read_line;
use sayso::{Encoder, Known, ModelError, ModelFolder, Record, read_document};

/// A model, ready to read on any number of threads.
#[pyclass(frozen, module = "sayso._native")]
pub struct Model {
    pub encoder: Encoder,
    /// Who read many documents at once.
    pub pool: ThreadPool,
}

#[pymethods]
impl Model {
    /// Loads a model by the name of one that ships, or from a folder.
    #[new]
    #[pyo3(signature = (name = None, threads = None))]
    fn new(py: Python<'_>, name: Option<&str>, threads: Option<NonZero<usize>>) -> PyResult<Self> {
        let threads = threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
        let encoder =
            py.detach(|| loaded(name, threads)).map_err(|error| PyValueError::new_err(error.with_causes()))?;
        let pool = ThreadPoolBuilder::new().num_threads(threads.get()).build();
        Ok(Self { encoder, pool: pool.map_err(|error| PyOSError::new_err(error.to_string()))? })
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
        py.detach(|| self.pool.install(|| lines.par_iter().enumerate().map(read).collect()))
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

fn loaded(name: Option<&str>, threads: NonZero<usize>) -> Result<Encoder, ModelError> {
    match name {
        None => Ok(Encoder::on_threads(threads)),
        Some(name) => Encoder::new(&ModelFolder::find(name)?, threads),
    }
}

/// What is printed of a value.
pub fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("records and errors are JSON")
}
