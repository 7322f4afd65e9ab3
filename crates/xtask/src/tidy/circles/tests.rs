//! Circles that are found, and what is none.

use std::path::Path;

use super::circles;

/// What is found in a crate of these files, after the root.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, source) in files {
        let file = folder.path().join("src").join(name);
        std::fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).unwrap();
        std::fs::write(file, source).unwrap();
    }
    let found = circles(folder.path()).unwrap();
    let here = format!("{}/src/", folder.path().display());
    found.into_iter().map(|sentence| sentence.replace(&here, "")).collect()
}

/// The way around that is told of the only circle.
fn way(files: &[(&str, &str)]) -> String {
    let found = found(files);
    assert_eq!(found.len(), 1, "{found:?}");
    let (_, way) = found[0].split_once("another: ").unwrap();
    way.split(';').next().unwrap().to_owned()
}

#[test]
fn two_files_that_import_each_other() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B; pub struct A(B);"),
        ("b.rs", "use super::{a::{self, A as Other}}; pub struct B(Box<Other>); pub fn f() -> a::A { todo!() }"),
    ];
    assert_eq!(way(&files), "a.rs needs `crate::b::B` of b.rs needs `super::a::A` of a.rs");
}

#[test]
fn a_longer_way_through_paths_in_code_and_in_macros() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "pub fn f() { crate::b::f() }"),
        ("b.rs", "pub fn f() { println!(\"{}\", x.c(crate::c::F)) }"),
        ("c.rs", "pub const F: u8 = { use super::a as other; other::f() };"),
    ];
    assert_eq!(way(&files), "a.rs needs `crate::b::f` of b.rs needs `crate::c::F` of c.rs needs `other::f` of a.rs");
}

#[test]
fn a_parent_that_uses_its_child_which_uses_what_the_parent_defines() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod b; pub struct A; pub fn f() { b::f() }"),
        ("a/b.rs", "use super::A; pub fn f() -> A { A }"),
    ];
    assert_eq!(way(&files), "a/mod.rs needs `b::f` of a/b.rs needs `super::A` of a/mod.rs");
}

#[test]
fn a_parent_that_shows_what_its_child_has_and_uses_it_too() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a.rs", "mod b; pub use b::*; pub struct A; pub fn f(b: B) {}"),
        ("a/b.rs", "pub struct B(super::A);"),
    ];
    assert_eq!(way(&files), "a.rs needs `B` of a/b.rs needs `super::A` of a.rs");
}

#[test]
fn what_a_parent_only_shows_is_where_it_is_defined() {
    let files = [
        ("lib.rs", "mod a; mod b; pub use a::A; pub use b::f;"),
        ("a.rs", "pub struct A;"),
        ("b.rs", "use crate::A; pub fn f(a: A) {}"),
    ];
    assert_eq!(found(&files), Vec::<String>::new());
}

#[test]
fn what_comes_from_another_crate_is_not_where_it_is_shown() {
    let files =
        [("lib.rs", "mod a; pub use other::Id; pub fn f() { a::f() }"), ("a.rs", "use crate::Id; pub fn f() {}")];
    assert_eq!(found(&files), Vec::<String>::new());
}

#[test]
fn what_is_for_tests_does_not_count() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "pub struct A; #[cfg(test)] mod tests { use crate::b::B; } #[cfg(test)] mod more;"),
        ("a/more.rs", "use crate::b::B;"),
        ("b.rs", "use crate::a::A; pub struct B(A); #[cfg(test)] use crate::a::C;"),
    ];
    assert_eq!(found(&files), Vec::<String>::new());
}

#[test]
fn a_variable_is_not_the_function_of_its_name_and_who_may_see_is_no_need() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a.rs", "mod b; pub use b::count; pub struct A; pub fn f() { let count = 1; g(count) } fn g(n: u8) {}"),
        ("a/b.rs", "use super::A; pub(in crate::a) fn count(a: A) {}"),
    ];
    assert_eq!(found(&files), Vec::<String>::new());
}

#[test]
fn modules_in_one_file_are_no_circle() {
    let files = [("lib.rs", "mod a { pub struct A(super::b::B); } mod b { pub struct B(Box<super::a::A>); }")];
    assert_eq!(found(&files), Vec::<String>::new());
}
