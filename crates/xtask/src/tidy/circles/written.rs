//! What stands written in an item: the names that it defines, the paths that it names, the imports inside it.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, PatIdent, Path, UseTree, Visibility};

use super::modules::Import;

/// The name that an item gives to its module, if it gives one.
pub fn defined(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// What a `use` brings, nested ones flattened.
pub fn read_use(item: &ItemUse, imports: &mut Vec<Import>) {
    let shared = !matches!(item.vis, Visibility::Inherited);
    if item.leading_colon.is_none() {
        read_tree(&item.tree, &[], shared, imports);
    }
}

fn read_tree(tree: &UseTree, before: &[String], shared: bool, imports: &mut Vec<Import>) {
    let mut import = |last: String, name: Option<String>| {
        // `use a::{self}` brings `a` itself.
        let target = if last == "self" && !before.is_empty() { before.to_vec() } else { with(before, last) };
        let name = if name.as_deref() == Some("self") { target.last().cloned() } else { name };
        imports.push(Import { name, target, shared });
    };
    match tree {
        UseTree::Path(path) => read_tree(&path.tree, &with(before, path.ident.to_string()), shared, imports),
        UseTree::Name(name) => import(name.ident.to_string(), Some(name.ident.to_string())),
        UseTree::Rename(name) => import(name.ident.to_string(), Some(name.rename.to_string())),
        UseTree::Glob(_) => imports.push(Import { name: None, target: before.to_vec(), shared }),
        UseTree::Group(group) => group.items.iter().for_each(|tree| read_tree(tree, before, shared, imports)),
    }
}

fn with(before: &[String], last: String) -> Vec<String> {
    before.iter().cloned().chain([last]).collect()
}

/// The paths that an item names, and what is imported inside it.
pub fn written(item: &Item) -> (Vec<Vec<String>>, Vec<Import>) {
    let mut reader = SourceReader::default();
    reader.visit_item(item);
    let SourceReader { mut named, imports, bound } = reader;
    // A word by itself that the item binds is a variable, not something of the module.
    named.retain(|path| path.len() > 1 || !bound.contains(&path[0]));
    (named, imports)
}

#[derive(Default)]
struct SourceReader {
    named: Vec<Vec<String>>,
    imports: Vec<Import>,
    bound: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for SourceReader {
    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        read_use(item, &mut self.imports);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
        // A constant in a pattern reads the same as a variable there, but for its letters.
        let name = pattern.ident.to_string();
        if name.starts_with(char::is_lowercase) {
            self.bound.insert(name);
        } else {
            self.named.push(vec![name]);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.named.push(called.path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        read_tokens(called.tokens.clone(), &mut self.named);
    }

    /// Who may see something is no need of it.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// The paths among the tokens of a macro, which is not parsed: words joined by `::`, but no fields, methods and lifetimes.
fn read_tokens(tokens: TokenStream, named: &mut Vec<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut marks = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                if !marks.ends_with("::") {
                    end_path(&mut path, named);
                }
                let begins = !(marks.ends_with("::") || marks == "." || marks.ends_with('\''));
                if begins || !path.is_empty() {
                    path.push(word.to_string());
                }
                marks.clear();
            }
            TokenTree::Punct(mark) => marks.push(mark.as_char()),
            TokenTree::Group(group) => {
                end_path(&mut path, named);
                marks.clear();
                read_tokens(group.stream(), named);
            }
            TokenTree::Literal(_) => marks.clear(),
        }
    }
    end_path(&mut path, named);
}

fn end_path(path: &mut Vec<String>, named: &mut Vec<Vec<String>>) {
    if !path.is_empty() {
        named.push(std::mem::take(path));
    }
}
