//! Which module defines what a path names.

use super::modules::Crate;

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A module itself.
    Module(usize),
    /// Something that this module defines.
    In(usize),
}

/// Where a path leads that is named in a module; none where it leads out of the crate.
pub fn resolve(whole: &Crate, from: usize, path: &[String]) -> Option<Resolved> {
    Search { whole, under_way: Vec::new() }.resolve(from, path)
}

struct Search<'a> {
    whole: &'a Crate,
    /// The names that are being looked up: one that comes up again leads nowhere, as `use anyhow::anyhow` does.
    under_way: Vec<(usize, String)>,
}

impl Search<'_> {
    fn resolve(&mut self, from: usize, path: &[String]) -> Option<Resolved> {
        let mut at = match path.first()?.as_str() {
            "crate" => Resolved::Module(0),
            "self" => Resolved::Module(from),
            "super" => Resolved::Module(self.whole.modules[from].parent?),
            name => self.lookup(from, name, path.len() == 1)?,
        };
        for (number, name) in path.iter().enumerate().skip(1) {
            let Resolved::Module(module) = at else {
                // What comes after a type is its own: a function, a variant.
                return Some(at);
            };
            at = match name.as_str() {
                "super" => Resolved::Module(self.whole.modules[module].parent?),
                _ => self.lookup(module, name, number + 1 == path.len()).or_else(|| self.unseen(module, name))?,
            };
        }
        Some(at)
    }

    /// What a name means in a module. A module and a function may be called the same: what ends a path is the function.
    fn lookup(&mut self, module: usize, name: &str, last: bool) -> Option<Resolved> {
        let this = &self.whole.modules[module];
        let child = this.children.get(name).map(|child| Resolved::Module(*child));
        let own = this.defined.contains(name).then_some(Resolved::In(module));
        let (first, second) = if last { (own, child) } else { (child, own) };
        let entry = (module, name.to_owned());
        if first.is_some() || self.under_way.contains(&entry) {
            return first;
        }
        self.under_way.push(entry);
        let found = self.imported(module, name).or(second).or_else(|| self.among_all(module, name, last));
        self.under_way.pop();
        found
    }

    /// A module has what cannot be seen here, as a macro makes it, but what it has from another crate is not its own.
    fn unseen(&self, module: usize, name: &str) -> Option<Resolved> {
        let imports = &self.whole.modules[module].imports;
        let foreign = imports.iter().any(|import| import.name.as_deref() == Some(name));
        (!foreign).then_some(Resolved::In(module))
    }

    fn imported(&mut self, module: usize, name: &str) -> Option<Resolved> {
        let imports = &self.whole.modules[module].imports;
        let mut named = imports.iter().filter(|import| import.name.as_deref() == Some(name));
        named.find_map(|import| self.resolve(module, &import.target))
    }

    /// Where a module has a name from taking all of another.
    fn among_all(&mut self, module: usize, name: &str, last: bool) -> Option<Resolved> {
        let imports = &self.whole.modules[module].imports;
        let mut globs = imports.iter().filter(|import| import.name.is_none());
        globs.find_map(|glob| match self.resolve(module, &glob.target)? {
            Resolved::Module(other) => self.lookup(other, name, last),
            Resolved::In(_) => None,
        })
    }
}
