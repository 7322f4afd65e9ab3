//! What the tools work with: the ledger, the model that reads texts, and, where that is allowed, who adds to it.

use std::fmt;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sayso::Model;
use sayso::ledger::View;
use sayso::ledger::store::{Reader, StoreError};
use sayso::wording::advice;

/// How long another program that has the ledger locked is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Loads the model, which is done when a text is to be read for the first time.
pub type LoadModel = Box<dyn Fn() -> Result<Box<dyn Model>, String> + Send + Sync>;

/// What is to be added to the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToAdd {
    /// What is found at an address of http or https.
    Link(String),
    /// A text with what is known of it, as a line of JSON Lines.
    Line(String),
}

/// What became of what was added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddedDocuments {
    /// Documents that are recorded now.
    pub added: usize,
    /// Documents that were there already.
    pub known: usize,
    /// What could not be read, and why.
    pub failed: Vec<String>,
}

/// Who adds documents to the ledger: fetching is not for this crate.
pub trait Adder: Send + Sync {
    /// Fetches, reads and records something.
    fn add(&self, what: ToAdd) -> AddedDocuments;
}

/// What the tools work with.
pub struct ToolContext {
    ledger: PathBuf,
    load: LoadModel,
    model: OnceLock<Box<dyn Model>>,
    loading: Mutex<()>,
    adder: Option<Box<dyn Adder>>,
}

impl fmt::Debug for ToolContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolContext")
            .field("ledger", &self.ledger)
            .field("adds", &self.adder.is_some())
            .finish_non_exhaustive()
    }
}

impl ToolContext {
    /// For a ledger, which is only looked at.
    #[must_use]
    pub fn new(ledger: PathBuf, load: LoadModel) -> Self {
        Self { ledger, load, model: OnceLock::new(), loading: Mutex::new(()), adder: None }
    }

    /// The same, and documents may be added.
    #[must_use]
    pub fn with_adder(self, adder: Box<dyn Adder>) -> Self {
        Self { adder: Some(adder), ..self }
    }

    /// Who adds documents, where that is allowed.
    pub(crate) fn adder(&self) -> Option<&dyn Adder> {
        self.adder.as_deref()
    }

    /// Looks something up, in the ledger as it stands at one moment.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&View<'_>) -> Result<T, StoreError>) -> Result<T, String> {
        let told = |error: StoreError| advice::of_ledger(&error);
        let mut reader = Reader::open(&self.ledger, PATIENCE).map_err(told)?;
        let moment = reader.snapshot().map_err(told)?;
        look(&View::new(&moment)).map_err(told)
    }

    /// The model that reads texts.
    pub(crate) fn model(&self) -> Result<&dyn Model, String> {
        let _one_loads = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if self.model.get().is_none() {
            let loaded = (self.load)()?;
            let _ = self.model.set(loaded);
        }
        self.model.get().map(AsRef::as_ref).ok_or_else(|| "there is no model".to_owned())
    }
}
