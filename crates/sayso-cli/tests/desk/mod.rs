//! A ledger on the disk, and the built program that works on it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with a ledger of three articles on one event, of which one is there in two versions.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let article = |id: &str, outlet: &str, hour: u8, url: &str, text: &str| {
            let published = format!("2026-03-02T{hour:02}:00:00Z");
            let url = format!("https://{url}.example/heron");
            json!({"id": id, "outlet": outlet, "published": published, "url": url, "title": "Ferry capsizes", "text": text})
                .to_string()
        };
        let dead = |number: u8| {
            format!(
                "{number} people died when the ferry Blue Heron capsized off Sorrel Point on Sunday night, the coastguard \
                 said.\n\nThe Port Authority denied that the ferry was overloaded.\n"
            )
        };
        let lines = [
            article("a1", "The Harbour Post", 8, "post", &dead(12)),
            article(
                "a2",
                "Inland Courier",
                10,
                "courier",
                "The seafarers' union said 20 people died when the ferry Blue Heron capsized off Sorrel Point on Sunday \
                 night.\n",
            ),
            article("a3", "The Harbour Post", 14, "post", &dead(15)),
        ];
        fs::write(desk.path().join("stream.jsonl"), lines.join("\n")).unwrap();
        desk.run(&["add", "stream.jsonl"]);
        desk
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn output(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_sayso"))
            .args(arguments)
            .current_dir(self.path())
            .env_remove("CLICOLOR_FORCE")
            .env_remove("SAYSO_LEDGER")
            .env("COLUMNS", "100")
            .output()
            .unwrap()
    }

    /// What a command prints that must go well.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(arguments)).unwrap()
    }

    /// What a command says that must fail.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert_ne!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    pub fn claims(&self) -> Vec<Value> {
        self.json(&["export"])["claims"].as_array().unwrap().clone()
    }

    /// The id of the claim whose gist has some words.
    pub fn claim(&self, words: &str) -> String {
        let claims = self.claims();
        let claim = claims.iter().find(|claim| claim["gist"].as_str().unwrap().contains(words));
        claim.unwrap_or_else(|| panic!("no claim has '{words}': {claims:?}"))["id"].as_str().unwrap().to_owned()
    }
}
