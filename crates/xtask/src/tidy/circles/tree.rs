//! Reads the files of a crate into its modules, following `mod` from the root. What is for tests is left out.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use syn::{Attribute, Item, ItemMod, Meta};

use super::modules::{Crate, Module};
use super::written::{defined, read_use, written};
use crate::workspace::shown;

/// The crate that begins in a file.
///
/// # Errors
/// Where a file cannot be read or is no Rust, or where a module has no file.
pub fn crate_at(root: &Path) -> Result<Crate> {
    let mut whole = Crate::default();
    let folder = root.parent().unwrap_or(Path::new(""));
    read_file(&mut whole, root, folder, None)?;
    Ok(whole)
}

/// Reads a file; what it declares lies in `folder`.
fn read_file(whole: &mut Crate, file: &Path, folder: &Path, parent: Option<usize>) -> Result<usize> {
    let source = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", shown(file)))?;
    let parsed = syn::parse_file(&source).with_context(|| format!("{} is no Rust", shown(file)))?;
    whole.files.push(file.to_owned());
    let number = whole.files.len() - 1;
    read_items(whole, parsed.items, number, folder, parent)
}

/// Reads what stands in one module, and all below it.
fn read_items(
    whole: &mut Crate,
    mut items: Vec<Item>,
    file: usize,
    folder: &Path,
    parent: Option<usize>,
) -> Result<usize> {
    items.retain(|item| !for_tests(attributes(item)));
    let this = whole.modules.len();
    whole.modules.push(Module { file, parent, ..Module::default() });
    for item in items {
        match item {
            Item::Mod(child) => {
                let name = child.ident.to_string();
                let number = read_child(whole, child, file, folder, this)?;
                whole.modules[this].children.insert(name, number);
            }
            Item::Use(import) => read_use(&import, &mut whole.modules[this].imports),
            other => {
                let module = &mut whole.modules[this];
                module.defined.extend(defined(&other));
                let (named, imports) = written(&other);
                module.named.extend(named);
                module.imports.extend(imports);
            }
        }
    }
    Ok(this)
}

fn read_child(whole: &mut Crate, child: ItemMod, file: usize, folder: &Path, parent: usize) -> Result<usize> {
    let below = folder.join(child.ident.to_string());
    match child.content {
        Some((_, items)) => read_items(whole, items, file, &below, Some(parent)),
        None => read_file(whole, &file_of(&below)?, &below, Some(parent)),
    }
}

/// Where a module lies: beside its folder or in it.
fn file_of(below: &Path) -> Result<PathBuf> {
    let places = [below.with_extension("rs"), below.join("mod.rs")];
    let Some(file) = places.into_iter().find(|place| place.exists()) else {
        bail!("{} has no file", shown(below));
    };
    Ok(file)
}

/// Whether an item is compiled for tests only.
fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => attribute.path().is_ident("cfg") && list.tokens.to_string() == "test",
        _ => attribute.path().is_ident("test"),
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
