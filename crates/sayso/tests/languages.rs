//! What a language's folder does not offer is not read in it: the page becomes an article, and one warning says the rest.

use sayso::{Encoder, Known, Reading, document, read_document};

/// A page whose text holds what would be attributions, figures and dates, were it English.
fn read(language: &str, title: &str, paragraphs: &[&str]) -> Reading {
    let body: String = paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    let page = format!(
        "<html lang=\"{language}\"><head><title>{title}</title><meta property=\"article:published_time\" \
         content=\"2026-03-10T08:00:00Z\"></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    );
    let document = document::documents(page.as_bytes(), None, &Known::default()).unwrap().documents.remove(0);
    read_document(document, &Encoder::bundled()).unwrap()
}

fn is_kept_unread(reading: &Reading, tag: &str) {
    assert!(!reading.article.text.as_str().is_empty());
    assert_eq!(reading.article.metadata.language.as_deref(), Some(tag));
    assert_eq!(reading.article.metadata.published.as_deref(), Some("2026-03-10T08:00:00Z"));
    assert_eq!((reading.attributions.len(), reading.figures.len(), reading.dates.len()), (0, 0, 0), "{reading:?}");
    let said =
        format!("The language of this article is '{tag}', in which no attributions, figures or dates can be read");
    let warnings: Vec<&str> = reading.warnings.iter().map(|warning| warning.message.as_str()).collect();
    assert!(matches!(warnings[..], [only] if only.starts_with(&said)), "{warnings:?}");
}

const PORTUGUESE: [&str; 2] = [
    "O ministro não confirmou nem negou na segunda-feira que 1.500 pessoas deixaram a cidade desde 3 de março.",
    "“Não houve nenhum acordo”, disse a porta-voz Ana Prado. A empresa afirmou que pagou 2,5 milhões de euros.",
];
const RUSSIAN: [&str; 2] = [
    "Министр не подтвердил и не опроверг, что 12 тыс. человек покинули город с 3 марта 2026 года.",
    "«Никакого соглашения не было», — заявила представитель ведомства Анна Орлова. Компания сообщила о 2,5 млн евро.",
];
const JAPANESE: [&str; 2] = [
    "大臣は月曜日、3月3日以降に1,500人が市を離れたことを認めも否定もしなかった。",
    "「合意はなかった」と報道官の佐藤氏は述べた。会社は250万ユーロを支払ったと発表した。",
];

#[test]
fn a_page_in_another_language_is_kept_and_not_read() {
    is_kept_unread(&read("pt", "Ministro não comenta", &PORTUGUESE), "pt");
    is_kept_unread(&read("ru", "Министр не комментирует", &RUSSIAN), "ru");
    is_kept_unread(&read("ja", "大臣はコメントせず", &JAPANESE), "ja");
}

#[test]
fn a_template_left_on_english_makes_no_english_of_it() {
    is_kept_unread(&read("en", "Ministro não comenta", &PORTUGUESE), "pt");
    is_kept_unread(&read("en", "Министр не комментирует", &RUSSIAN), "ru");
    is_kept_unread(&read("en", "大臣はコメントせず", &JAPANESE), "ja");
}

#[test]
fn english_on_a_page_that_says_otherwise_is_read() {
    let reading = read(
        "ja",
        "Minister does not comment",
        &["The minister said on Monday that 1,500 people had left the city.", "“There was no deal,” said Ana Prado."],
    );
    assert_eq!(reading.article.metadata.language.as_deref(), Some("en"));
    assert!(reading.attributions.len() > 1 && reading.figures.len() == 1 && reading.dates.len() == 1);
    assert!(reading.warnings.is_empty());
}
