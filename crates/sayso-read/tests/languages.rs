//! A language is its folder: where the folder has other words, other words are read, and those of no other language.

use std::path::Path;
use std::{fs, io};

use sayso_lang::Languages;
use sayso_page::{Article, Metadata};
use sayso_read::{NoAttributions, SpeakerKind, Stance, Vocabularies, read_in};
use sayso_text::{Alignment, Text};

/// English words, and what the pretend language has in their place.
const PRETEND: [(&str, &str); 4] =
    [("did", "tat"), ("respond", "antworten"), ("request", "anfrage"), ("ministry", "amt")];

/// Copies a language's folder with the words of the pretend one.
fn pretend(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            pretend(&from, &to)?;
            continue;
        }
        let quoted = |word: &str| format!("\"{word}\"");
        let replaced = |content: String, (word, other): &(&str, &str)| content.replace(&quoted(word), &quoted(other));
        fs::write(to, PRETEND.iter().fold(fs::read_to_string(&from)?, replaced))?;
    }
    Ok(())
}

fn article(language: &str, string: &str) -> Article {
    Article {
        text: Text::new(string),
        furniture: Vec::new(),
        alignment: Alignment::default(),
        metadata: Metadata { language: Some(language.to_owned()), ..Metadata::default() },
        entries: Vec::new(),
        warnings: Vec::new(),
    }
}

#[test]
fn the_words_of_a_language_stand_in_its_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages");
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lang/en");
    pretend(&english, &folder.join("en")).unwrap();
    let pretend = Vocabularies::load(&Languages::read(&folder).unwrap()).unwrap();
    let sentences = [
        "The ministry did not respond to a request for comment.",
        "The amt tat not antworten to a anfrage for comment.",
    ];
    for (string, vocabularies, other) in
        [(sentences[0], Vocabularies::shipped(), &pretend), (sentences[1], &pretend, Vocabularies::shipped())]
    {
        let found = read_in(article("en", string), &NoAttributions, vocabularies).attributions;
        let speakers: Vec<_> = found.iter().flat_map(|one| &one.speakers).map(|speaker| speaker.kind).collect();
        assert_eq!(speakers, [SpeakerKind::Organisation], "{string}");
        assert_eq!(found[0].stance, Stance::Declines, "{string}");
        assert!(read_in(article("en", string), &NoAttributions, other).attributions.is_empty(), "{string}");
    }
}

/// A language of four words for numbers and the names of its months, and nothing else.
#[test]
fn a_folder_of_a_few_words_is_a_language() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("few");
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lang/en");
    fs::create_dir_all(folder.join("xx/figures")).unwrap();
    fs::copy(english.join("calendar.toml"), folder.join("xx/calendar.toml")).unwrap();
    for file in fs::read_dir(english.join("figures")).unwrap() {
        fs::write(folder.join("xx/figures").join(file.unwrap().file_name()), "").unwrap();
    }
    fs::write(folder.join("xx/language.toml"), "name = \"Pretend\"\noffers = [\"figures\"]\n").unwrap();
    fs::write(folder.join("xx/figures/numbers.toml"), "[small]\nbo = 1\nzu = 2\nka = 3\n[scales]\nmil = 1000\n")
        .unwrap();
    let pretend = Vocabularies::load(&Languages::read(&folder).unwrap()).unwrap();
    let reading = read_in(article("xx-YY", "Ka mil gorba vadi en zu fendo."), &NoAttributions, &pretend);
    let values: Vec<_> = reading.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(values, [Some(3000.0), Some(2.0)]);
    let [warning] = &reading.warnings[..] else { panic!("{:?}", reading.warnings) };
    assert!(warning.message.contains("'xx', in which no attributions or dates can be read"), "{}", warning.message);
}

/// As docs/contributing.md tells: a unit is a row.
#[test]
fn a_unit_is_a_row() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("units");
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lang/en");
    pretend(&english, &folder.join("en")).unwrap();
    let units = folder.join("en/figures/units.toml");
    let written = fs::read_to_string(&units).unwrap();
    fs::write(&units, written.replacen("mile = [", "zorkle = [\"zorkle\", \"zorkles\"]\nmile = [", 1)).unwrap();
    let with_row = Vocabularies::load(&Languages::read(&folder).unwrap()).unwrap();
    let unit = |vocabularies: &Vocabularies| {
        let figures = read_in(article("en", "The wall is 40 zorkles long."), &NoAttributions, vocabularies).figures;
        figures[0].unit.clone()
    };
    assert_eq!(unit(&with_row).as_deref(), Some("zorkle"));
    assert_eq!(unit(Vocabularies::shipped()), None);
}
