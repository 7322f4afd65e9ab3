//! The folders of languages are part of the crate: it is built anew where one of their files changes.

fn main() {
    println!("cargo:rerun-if-changed=../../lang");
}
