//! `--model`: the built program with a model from a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A copy of the standard model under another name.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/standard")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    change(folder.path(), "name = \"standard\"", "name = \"copied\"");
    folder
}

fn change(folder: &Path, from: &str, to: &str) {
    let manifest: PathBuf = folder.join("model.toml");
    let written = fs::read_to_string(&manifest).unwrap();
    assert!(written.contains(from));
    fs::write(manifest, written.replacen(from, to, 1)).unwrap();
}

fn read(model: &[&str]) -> Output {
    let demo = ["read", "--json", "--demo"];
    Command::new(env!("CARGO_BIN_EXE_sayso")).args(demo).args(model).env_remove("SAYSO_MODEL").output().unwrap()
}

fn record(model: &[&str]) -> Value {
    let output = read(model);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refused(model: &str) -> String {
    let output = read(&["--model", model]);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_folder_reads_as_the_model_in_it() {
    let folder = folder();
    let (named, mut other) = (record(&["--model", "standard"]), record(&["--model", folder.path().to_str().unwrap()]));
    assert_eq!(named["model"]["name"], "standard");
    assert_eq!(other["model"]["name"], "copied");
    other["model"]["name"] = "standard".into();
    assert_eq!(named, other);
    assert_eq!(named, record(&[]));
}

#[test]
fn thresholds_are_those_of_the_folder() {
    let folder = folder();
    change(folder.path(), "least = 0.15", "least = 1.0");
    let path = folder.path().to_str().unwrap();
    let kept = record(&["--model", path])["attributions"].as_array().unwrap().len();
    assert!(kept < record(&[])["attributions"].as_array().unwrap().len());
}

#[test]
fn what_is_no_model_is_refused_by_name() {
    assert!(refused("no-such-model").contains("there is no model 'no-such-model'; give standard or a folder"));
    let folder = folder();
    let path = folder.path().to_str().unwrap();
    fs::write(folder.path().join("link.onnx"), "no graph").unwrap();
    assert!(refused(path).contains("link.onnx has the SHA-256"));
    let empty = tempfile::tempdir().unwrap();
    assert!(refused(empty.path().to_str().unwrap()).contains("model.toml cannot be read"));
}

#[test]
fn a_graph_that_cannot_be_run_is_refused_when_it_is_loaded() {
    let folder = folder();
    let written = fs::read_to_string(folder.path().join("model.toml")).unwrap();
    let swapped = written.replace("encoder = { file = \"encoder.onnx\"", "encoder = { file = \"link.onnx\"");
    let encoder = written.lines().find(|line| line.starts_with("encoder")).unwrap();
    let link = written.lines().find(|line| line.starts_with("link")).unwrap();
    let hash = |line: &str| line.split('"').nth(3).unwrap().to_owned();
    fs::write(folder.path().join("model.toml"), swapped.replacen(&hash(encoder), &hash(link), 1)).unwrap();
    let told = refused(folder.path().to_str().unwrap());
    assert!(told.contains("link.onnx is no graph that can be run"), "{told}");
}
