//! Which file of a crate needs which.

use std::collections::BTreeMap;

use super::modules::{Crate, Import};
use super::names::{Resolved, resolve};

/// What each file needs: another file, and a name that it takes from there.
pub type Edges = BTreeMap<usize, BTreeMap<usize, String>>;

/// What each file imports or names of others. To declare a module, or to show others what a module below has, is no need
/// of it.
pub fn edges(whole: &Crate) -> Edges {
    let mut edges = Edges::new();
    for (number, module) in whole.modules.iter().enumerate() {
        let imported = module.imports.iter().filter(|import| !shows(whole, number, import));
        let paths = imported.map(|import| &import.target).chain(&module.named);
        for path in paths {
            let Some(Resolved::In(other)) = resolve(whole, number, path) else {
                continue;
            };
            let (from, to) = (module.file, whole.modules[other].file);
            if from != to {
                edges.entry(from).or_default().entry(to).or_insert_with(|| path.join("::"));
            }
        }
    }
    edges
}

/// Whether an import is for others: it hands on what a module below defines.
fn shows(whole: &Crate, module: usize, import: &Import) -> bool {
    let Some(Resolved::In(other)) = resolve(whole, module, &import.target) else {
        return false;
    };
    let mut above = std::iter::successors(Some(other), |at| whole.modules[*at].parent);
    import.shared && above.any(|at| at == module)
}
