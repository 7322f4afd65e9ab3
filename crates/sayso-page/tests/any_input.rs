//! Whatever the bytes, reading gives an article whose spans fit, or an error; never a panic, an overflow, or a long wait.

mod word;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use sayso_golden::block;
use sayso_page::{Article, Known, LONGEST_DOCUMENT, PageError, from_html, from_text, read_feed, read_page};

/// Far above what any of these inputs takes unoptimised.
const PATIENCE: Duration = Duration::from_secs(120);

fn assert_sound(article: &Article) {
    let text = &article.text;
    let spans: Vec<_> = article.furniture.iter().map(|found| found.span).collect();
    assert!(spans.windows(2).all(|two| two[0].end() <= two[1].start()), "furniture is sorted and apart");
    assert!(spans.iter().all(|span| text.span(span.start(), span.end()) == Some(*span) && !span.is_empty()));
    for piece in article.alignment.pieces() {
        assert_eq!(text.span(piece.body.start(), piece.body.end()), Some(piece.body));
        assert_eq!(piece.body.len(), piece.source.len());
    }
}

/// Lines as they stand in news texts, furniture among them, in any order.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("Advertisement".to_owned()),
        Just("Five Bridges Nobody Wanted".to_owned()),
        Just("Related stories".to_owned()),
        Just("This is a developing story. Read more about it here.".to_owned()),
        Just("The mayor said “no” to it. (Reporting by Ann Doe)".to_owned()),
        Just(String::new()),
        "\\PC{0,60}",
        "[ \\t\\r]{0,3}",
    ];
    prop::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

/// Tags, entities and text, seldom well-formed.
fn markup() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "</?(p|div|span|h1|script|time|a|table|td|article|meta|title)>?",
        "<(p|div|meta|time|script) (class|name|property|type|datetime)=\"(author|date|og:title|application/ld\\+json|2020-02-31)\">",
        Just("{\"@type\":\"NewsArticle\",\"author\":[{\"@id\":1}]}".to_owned()),
        "&[a-z#0-9]{0,8};?",
        "\\PC{0,30}",
        Just("The council agreed on Monday to open the bridge again, the mayor said. ".to_owned()),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// A document out of a golden case; the text of a Word document packed as one.
fn source(golden: &str) -> Vec<u8> {
    let path = format!("{}/../../golden/page/{golden}", env!("CARGO_MANIFEST_DIR"));
    let case = std::fs::read_to_string(path).unwrap();
    let made = ["pdf", "mhtml"].iter().find_map(|kind| block(&case, kind));
    made.map_or_else(|| word::word(block(&case, "docx").unwrap(), ""), |document| document.as_bytes().to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(article) = read_page(&bytes, None, &Known::default()) {
            assert_sound(&article);
        }
        let _ = read_feed(&bytes, &Known::default());
    }

    #[test]
    fn any_text_stays_as_it_is(text in lines()) {
        if let Ok(article) = from_text(&text, &Known::default()) {
            prop_assert_eq!(article.text.as_str(), text.strip_prefix('\u{FEFF}').unwrap_or(&text));
            assert_sound(&article);
        }
    }

    #[test]
    fn any_damage(cut in 0usize..4000, places in prop::collection::vec((0usize..4000, any::<u8>()), 0..6)) {
        for golden in ["statement.pdf.md", "statement.docx.md", "saved-page.md"] {
            let mut bytes = source(golden);
            let length = bytes.len();
            places.iter().for_each(|(at, byte)| bytes[at % length] = *byte);
            bytes.truncate(length - cut % (length / 4));
            if let Ok(article) = read_page(&bytes, None, &Known::default()) {
                assert_sound(&article);
            }
        }
    }

    #[test]
    fn any_markup(page in markup()) {
        if let Ok(article) = from_html(&page, &Known::default()) {
            assert_sound(&article);
        }
    }
}

fn read_in_time(page: &str) -> Article {
    let start = Instant::now();
    let article = from_html(page, &Known::default()).expect("the page has text");
    assert!(start.elapsed() < PATIENCE, "took {:?}", start.elapsed());
    assert_sound(&article);
    article
}

#[test]
fn tags_nested_deeply_are_read_flat_with_a_warning() {
    for tag in ["div", "b", "span", "table"] {
        let article = read_in_time(&format!("{}The mayor denied it.", format!("<{tag}>").repeat(10_000)));
        assert!(article.text.as_str().contains("The mayor denied it."));
        assert!(article.warnings[0].message.contains("deep"), "{:?}", article.warnings);
    }
}

#[test]
fn a_tag_with_thousands_of_attributes_is_read_flat() {
    let attributes: String = (0..10_000).map(|number| format!(" a{number}")).collect();
    for page in [
        format!("<p{attributes}>The mayor denied it.</p>"),
        format!("<svg><style><p{attributes}></style></svg><p>The mayor denied it."),
        format!("<!-- ' --><p class='>'{attributes}>The mayor denied it.</p>"),
    ] {
        let article = read_in_time(&page);
        assert!(article.text.as_str().contains("The mayor denied it."), "{}", article.text.as_str());
        assert!(article.warnings[0].message.contains("attributes"), "{:?}", article.warnings);
    }
}

#[test]
fn tags_that_are_opened_anew_in_every_block_are_read_flat() {
    let open: String = (0..400).map(|number| format!("<b id=a{number}>")).collect();
    let article = read_in_time(&format!("{open}{}", "<p>The mayor denied it.".repeat(20_000)));
    assert!(article.warnings[0].message.contains("never closed"), "{:?}", article.warnings);
}

#[test]
fn notes_of_a_word_document_stand_behind_it_as_furniture() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = "<w:r><w:t>The toll rose</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>, she said.</w:t></w:r>";
    let notes = format!(
        "<w:footnotes><w:footnote w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:id='2'>{}</w:footnote></w:footnotes>",
        paragraph("By the count of the port.")
    );
    let document = format!("<w:document><w:body><w:p>{body}</w:p>{}</w:body></w:document>", paragraph("He left."));
    let bytes = word::packed(&[("word/document.xml", &document), ("word/footnotes.xml", &notes)]);
    let article = read_page(&bytes, None, &Known::default()).unwrap();
    assert_eq!(article.text.as_str(), "The toll rose, she said.\n\nHe left.\n\nBy the count of the port.");
    let furniture: Vec<&str> = article.furniture.iter().map(|found| article.text.slice(found.span)).collect();
    assert_eq!(furniture, ["By the count of the port."]);
}

#[test]
fn secrets_of_an_address_go_no_further() {
    let known = Known { url: Some("https://ann:pw@a.example/1?token=x".to_owned()), ..Known::default() };
    let page = "<link rel=canonical href='https://ann:pw@a.example/1?sig=x&id=1'><p>The mayor denied it.</p>";
    assert_eq!(from_html(page, &known).unwrap().metadata.url.as_deref(), Some("https://a.example/1?id=1"));
    let relative = "<link rel=canonical href='/2?auth=x'><p>The mayor denied it.</p>";
    assert_eq!(from_html(relative, &known).unwrap().metadata.url.as_deref(), Some("https://a.example/2"));
    assert_eq!(from_text("He left.", &known).unwrap().metadata.url.as_deref(), Some("https://a.example/1"));
}

#[test]
fn unclosed_paragraphs_and_items_do_not_nest() {
    let article = read_in_time(&"<p>The mayor denied it on Monday.<li>No.".repeat(2_000));
    assert!(article.warnings.iter().all(|warning| !warning.message.contains("deep")));
}

#[test]
fn a_megabyte_without_a_space() {
    read_in_time(&format!("<html><body><p>{}</p></body></html>", "a".repeat(1 << 20)));
    let start = Instant::now();
    assert_sound(&from_text(&"a".repeat(1 << 20), &Known::default()).unwrap());
    assert_sound(&from_text(&"no.\n".repeat(1 << 18), &Known::default()).unwrap());
    assert!(start.elapsed() < PATIENCE);
}

#[test]
fn a_very_long_page_is_read_flat() {
    let page =
        "<div><p>The mayor denied it on Monday, and again on Tuesday, when she was asked.</p></div>\n".repeat(100_000);
    let article = read_in_time(&page);
    assert!(article.warnings[0].message.contains("MiB"));
}

#[test]
fn what_cannot_be_read_is_an_error_that_says_what_to_do() {
    let known = Known::default();
    let error = read_page(&vec![b'a'; LONGEST_DOCUMENT + 1], None, &known).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the document has 64 MiB and at most 64 MiB are read; give the article's own page, or split the file"
    );
    let long = "a".repeat(LONGEST_DOCUMENT + 1);
    assert!(matches!(from_text(&long, &known), Err(PageError::TooLarge { .. })));
    assert!(matches!(from_html(&long, &known), Err(PageError::TooLarge { .. })));
    assert!(matches!(read_page(b"PK\x03\x04\x00\x00", None, &known), Err(PageError::Binary { .. })));
    assert!(matches!(read_page(&[0; 400], None, &known), Err(PageError::Binary { .. })));
    assert_eq!(read_page(b"", None, &known), Err(PageError::Empty));
}

#[test]
fn a_page_that_was_cut_off_is_read_as_far_as_it_goes() {
    let page =
        "<html><body><article><p>The mayor of Caldry denied on Monday that she knew of the fault.</p><p>She said “no"
            .as_bytes();
    let article = read_page(&page[..page.len() - 3], None, &Known::default()).unwrap();
    assert!(article.text.as_str().contains("The mayor of Caldry denied"));
}
