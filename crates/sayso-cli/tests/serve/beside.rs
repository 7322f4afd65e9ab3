//! What is kept beside a ledger is that ledger's, by whatever way somebody comes to it.

use std::fs;

use tempfile::TempDir;

use crate::accounts::account;
use crate::served::sayso;

/// A folder with a ledger of one article.
fn ledger(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    add(&folder, text);
    folder
}

fn add(folder: &TempDir, text: &str) {
    fs::write(folder.path().join("a.txt"), format!("{text} had sailed, the coastguard said.")).unwrap();
    ran(folder, &["add", "a.txt"]);
}

fn ran(folder: &TempDir, arguments: &[&str]) -> String {
    let output = sayso(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = sayso(folder).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[cfg(unix)]
#[test]
fn a_link_to_a_ledger_leads_to_its_accounts() {
    let folder = ledger("The ferry");
    account(&folder, "Boss", "admin");
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../sayso.ledger", folder.path().join("elsewhere/link.ledger")).unwrap();
    std::os::unix::fs::symlink("elsewhere", folder.path().join("way")).unwrap();
    for path in ["elsewhere/link.ledger", "way/link.ledger", "./way/../sayso.ledger"] {
        assert!(ran(&folder, &["account", "list", "--ledger", path]).contains("Boss"), "{path}");
        assert!(!folder.path().join("elsewhere/link.ledger.desk").exists());
    }
    // As an earlier version left it: the accounts are there and must not be passed over.
    fs::rename(folder.path().join("sayso.ledger.desk"), folder.path().join("elsewhere/link.ledger.desk")).unwrap();
    let told = refused(&folder, &["serve", "--port", "0", "--no-browser", "--ledger", "way/link.ledger"]);
    assert!(told.contains("move that file to") && told.contains("sayso.ledger.desk"), "{told}");
}

#[test]
fn what_lies_beside_another_ledger_is_not_taken_over_unasked() {
    let folder = ledger("The ferry");
    account(&folder, "Boss", "admin");
    add(&folder, "The barge");
    assert!(ran(&folder, &["account", "list"]).contains("Boss"), "what is added changes nothing");
    fs::copy(folder.path().join("sayso.ledger"), folder.path().join("copy.ledger")).unwrap();
    fs::copy(folder.path().join("sayso.ledger.desk"), folder.path().join("copy.ledger.desk")).unwrap();
    assert!(ran(&folder, &["account", "list", "--ledger", "copy.ledger"]).contains("Boss"), "a copy is known");

    fs::remove_file(folder.path().join("sayso.ledger")).unwrap();
    add(&folder, "The ferry");
    for arguments in [&["account", "list"][..], &["serve", "--port", "0", "--no-browser"]] {
        let told = refused(&folder, arguments);
        assert!(told.contains("belongs to another ledger") && told.contains("sayso account adopt"), "{told}");
    }
    assert!(ran(&folder, &["account", "adopt"]).contains("Boss"));
    assert!(ran(&folder, &["account", "list"]).contains("Boss"));
}

#[test]
fn accounts_outlive_a_restore() {
    let folder = ledger("The ferry");
    account(&folder, "Boss", "admin");
    let other = ledger("The barge");
    let backup = other.path().join("backup.ledger");
    ran(&other, &["backup", "backup.ledger"]);
    ran(&folder, &["restore", backup.to_str().unwrap(), "--keep", "kept.ledger"]);
    assert!(ran(&folder, &["account", "list"]).contains("Boss"));
    ran(&folder, &["restore", "kept.ledger", "--keep", "kept2.ledger"]);
    assert!(ran(&folder, &["account", "list"]).contains("Boss"));
}
