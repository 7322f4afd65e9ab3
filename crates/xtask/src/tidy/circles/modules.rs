//! What a crate is made of, as far as names are looked up in it: modules, what each defines, imports and names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A crate: its files, and its modules, of which the first is the root.
#[derive(Default)]
pub struct Crate {
    pub files: Vec<PathBuf>,
    pub modules: Vec<Module>,
}

/// One module. Several may stand in one file.
#[derive(Default)]
pub struct Module {
    /// Which file it stands in.
    pub file: usize,
    pub parent: Option<usize>,
    pub children: BTreeMap<String, usize>,
    /// The names of what it defines itself.
    pub defined: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// Paths that its code names, whole.
    pub named: Vec<Vec<String>>,
}

/// One name that a `use` brings, or all of a module.
pub struct Import {
    /// What it is called here; none where all is taken.
    pub name: Option<String>,
    pub target: Vec<String>,
    /// Whether others see it, too.
    pub shared: bool,
}
