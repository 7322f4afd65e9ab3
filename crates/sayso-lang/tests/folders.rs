//! A language is a folder: found without a line of Rust, and wrong ones say where.

use std::fs;

use sayso_lang::{Calendar, Grouped, Language, LanguageError, Languages, Offer, Table, Words};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    words: Table<u64>,
    #[serde(default)]
    joining: Words,
    #[serde(default)]
    signs: Grouped<String>,
}

fn with(numbers: &str) -> Languages {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("xx/figures")).unwrap();
    fs::write(folder.path().join("xx/language.toml"), "name = \"Pretend\"\noffers = [\"figures\"]\n").unwrap();
    fs::write(folder.path().join("xx/figures/numbers.toml"), numbers).unwrap();
    Languages::read(folder.path()).unwrap()
}

fn numbers(language: &Language) -> Result<Numbers, LanguageError> {
    language.parse("figures/numbers.toml")
}

#[test]
fn a_folder_is_a_language() {
    let languages = with("joining = [\"ak\"]\n[words]\nbo = 1\nzu = 2\n");
    let pretend = languages.get("xx-YY").unwrap();
    assert_eq!(
        (pretend.name(), pretend.offers(Offer::Figures), pretend.offers(Offer::Reading)),
        ("Pretend", true, false)
    );
    let numbers = numbers(pretend).unwrap();
    assert_eq!(numbers.words.get("zu"), Some(&2));
    assert!(numbers.joining.contains("ak"));
}

#[test]
fn what_is_wrong_is_said_with_file_and_line() {
    for (content, said) in [
        ("joining = [\"ak\", \"ak\"]\n[words]\n", "'ak' stands there twice"),
        ("joining = [\"ak \"]\n[words]\n", "white space around 'ak'"),
        ("joining = []\n[words]\nbo = \"one\"\n", "line 3"),
        ("joining = []\n\njoined = []\n[words]\n", "line 3"),
        ("words = ", "line 1"),
        ("[words]\n[signs]\neuro = [\"E\"]\nrupee = [\"R\", \"E\"]\n", "'E' stands there with two meanings"),
    ] {
        let error = numbers(with(content).get("xx").unwrap()).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("lang/xx/figures/numbers.toml"), "{content}: {error}");
    }
}

#[test]
fn words_are_found_by_their_own_form_alone() {
    let languages = with("[words]\n[signs]\neuro = [\"E\", \"eu\"]\n");
    let signs = numbers(languages.get("xx").unwrap()).unwrap().signs;
    assert_eq!((signs.get("eu").map(String::as_str), signs.get("euro")), (Some("euro"), None));
}

#[test]
fn months_and_weekdays_have_their_numbers() {
    let calendar = Calendar::load(Languages::shipped().get("en").unwrap()).unwrap();
    let (number, september) = calendar.months().nth(8).unwrap();
    assert_eq!((number, september.name()), (9, "september"));
    assert_eq!(september.all().collect::<Vec<_>>(), ["september", "sept", "sep"]);
    assert_eq!(calendar.weekdays().last().map(|(number, day)| (number, day.name())), Some((7, "sunday")));
}

#[test]
fn a_file_that_is_missing_is_named() {
    let languages = with("[words]\n");
    let error = languages.get("xx").unwrap().parse::<Numbers>("figures/units.toml").unwrap_err().to_string();
    assert!(error.contains("lang/xx/figures/units.toml is missing"), "{error}");
}
