//! The compiled part is a library that Python can import.

use std::fs;

/// What the interpreter calls when it imports `sayso._native`.
const ENTRY: &[u8] = b"PyInit__native";

#[test]
fn the_module_has_its_entry_point() {
    let test = std::env::current_exe().expect("a test runs from a file");
    let built = test.parent().expect("a test lies in a folder");
    let name = format!("{}_native{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let library = fs::read(built.join(name)).expect("cargo puts the library beside its tests");
    assert!(library.windows(ENTRY.len()).any(|window| window == ENTRY));
}
