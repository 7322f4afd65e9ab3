//! The cases in `golden/brief/`: articles of several outlets, read with the weights that ship, and the briefs of their
//! stories. Whatever a case holds, each footnote is a short passage of an article, and the same story gives the same brief.

use std::time::Duration;

use jiff::Timestamp;
use sayso::brief::{LONGEST_NOTE, MOST, MOST_ARTICLES, Sentence, brief, cited, head, sections};
use sayso::entry::read_entry;
use sayso::ledger::record::StoryRecord;
use sayso::ledger::{Document, Entry, Ledger};
use sayso::{Encoder, Known};
use sayso_golden::{block, with_block};
use serde_json::json;

#[test]
fn briefs_are_told_as_agreed() {
    let model = Encoder::bundled();
    sayso_golden::hold("brief", |case| {
        let articles = block(case, "articles").expect("a case has a block `articles`");
        let entries: Vec<Entry> = articles.split("## ").skip(1).map(|article| read(article, &model)).collect();
        with_block(case, "expect", &briefs(entries).join("\n"))
    });
}

/// '## a1 | The Post | 2026-03-02T08:00:00Z | post.example/harbour | Harbour closed', then the text.
fn read(article: &str, model: &Encoder) -> Entry {
    let (head, text) = article.split_once('\n').expect("a head and a text");
    let [id, outlet, published, url, title] = head.split(" | ").collect::<Vec<_>>()[..] else {
        panic!("a head is 'id | outlet | published | url | title': {head}");
    };
    let url = format!("https://{url}");
    let line =
        json!({"id": id, "outlet": outlet, "published": published, "url": url, "title": title, "text": text.trim()});
    read_entry(line.to_string().as_bytes(), 1, &Known::default(), model)
        .unwrap_or_else(|error| panic!("{}", error.reason()))
}

fn briefs(entries: Vec<Entry>) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger"), Duration::from_secs(1)).unwrap();
    ledger.add(entries, Timestamp::UNIX_EPOCH).unwrap();
    ledger.refresh(|_| ()).unwrap();
    let view = ledger.view();
    let of_story = |story: StoryRecord| {
        let mut documents = view.documents_of(&story, MOST_ARTICLES).unwrap();
        let sentences = brief(&story, &documents);
        hold(&sentences, &documents);
        documents.reverse();
        assert_eq!(brief(&story, &documents), sentences, "the order of documents does not matter");
        format!("story: {}\n{}", story.name, told(&sentences, &documents))
    };
    view.stories().unwrap().into_iter().map(of_story).collect()
}

/// What holds of every brief.
fn hold(sentences: &[Sentence], documents: &[Document]) {
    assert!(sentences.len() <= MOST);
    for sentence in sentences {
        assert!(!sentence.footnotes.is_empty() && !sentence.text.contains('\n'), "{}", sentence.text);
        for note in &sentence.footnotes {
            let document = documents.iter().find(|document| *document.id() == note.article).expect("an article");
            assert!(document.text.span_of_code_points(note.start, note.end).is_some(), "{note:?}");
            assert!(note.start < note.end && note.end - note.start <= LONGEST_NOTE, "{note:?}");
        }
    }
}

fn told(sentences: &[Sentence], documents: &[Document]) -> String {
    let mut told = String::new();
    for (kind, sentences) in sections(sentences) {
        told += &format!("  {}\n", head(kind));
        for (first, sentence) in sentences {
            told += &format!("  - {}\n", sentence.text);
            for (number, note) in (first..).zip(&sentence.footnotes) {
                told += &format!(
                    "      [{number}] {} {}-{}: {}\n",
                    note.article,
                    note.start,
                    note.end,
                    cited(note, documents)
                );
            }
        }
    }
    told
}
