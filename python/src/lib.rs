//! What the Python package `sayso` is built on: documents and records pass as JSON, which Python parses as fast as Rust
//! would build objects; the interpreter goes on with other threads while something is read.

mod ledger;
mod model;

use pyo3::prelude::*;

/// The module. Its functions are wrapped in `python/sayso`, where they are documented.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<model::Model>()?;
    module.add_class::<ledger::Ledger>()?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}
