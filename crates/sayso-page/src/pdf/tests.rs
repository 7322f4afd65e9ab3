//! PDFs made for one trait each.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::from_pdf;
use crate::{Article, Known, PageError};

/// A file of objects, without a table of where they stand: the parser looks for them.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer << /Root 1 0 R >>\n%%EOF");
    file
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut stream = format!("<< /Length {} {dictionary} >>\nstream\n", data.len()).into_bytes();
    stream.extend(data);
    stream.extend(b"\nendstream");
    stream
}

/// A file whose pages have these contents; objects behind them are numbered from 4 + the number of pages.
fn pages(contents: &[Vec<u8>], others: &[Vec<u8>], resources: &str) -> Vec<u8> {
    let numbers: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", at + 3)).collect();
    let behind = 3 + contents.len();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", numbers.join(" "), contents.len()).into_bytes(),
    ];
    for at in 0..contents.len() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
                 /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> {resources} >> >>",
                behind + at
            )
            .into_bytes(),
        );
    }
    objects.extend(contents.iter().cloned());
    objects.extend(others.iter().cloned());
    file(&objects)
}

/// Lines of one size, each at its place.
fn lines(lines: &[(u32, u32, &str)]) -> Vec<u8> {
    let shown = lines.iter().map(|(x, y, text)| format!("BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n"));
    stream("", shown.collect::<String>().as_bytes())
}

fn read(file: &[u8]) -> Result<Article, PageError> {
    from_pdf(file, &Known::default())
}

fn text(contents: &[Vec<u8>]) -> String {
    read(&pages(contents, &[], "")).unwrap().text.as_str().to_owned()
}

#[test]
fn lines_are_joined_and_words_that_were_broken() {
    let page = lines(&[
        (50, 700, "The harbour board denied on Tuesday that it had inspec-"),
        (50, 688, "ted the door; a cross-border rule about the border calls for cross-"),
        (50, 676, "border checks of it."),
        (50, 650, "The operator agreed."),
    ]);
    assert_eq!(
        text(&[page]),
        "The harbour board denied on Tuesday that it had inspected the door; a cross-border rule about the border calls for \
         cross-border checks of it.\n\nThe operator agreed."
    );
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = ["The harbour board denied it", "had ever been told that the", "seals were worn, and said so", "twice."];
    let right = ["The operator said that its", "letter of May had never been", "answered, and that it would", "go on."];
    let rows = (0..4).flat_map(|row| {
        let y = 600 - 12 * u32::try_from(row).unwrap();
        [(50, y, left[row]), (320, y, right[row])]
    });
    let mut all: Vec<_> = rows.collect();
    all.insert(0, (200, 700, "Two accounts of one door, side by side"));
    let found = text(&[lines(&all)]);
    assert!(found.starts_with("Two accounts of one door, side by side\n\nThe harbour board"), "{found}");
    assert!(found.contains("said so twice.\n\nThe operator said that its letter"), "{found}");
}

#[test]
fn what_runs_through_the_pages_is_marked_and_breaks_no_sentence() {
    let page = |text, number| {
        let number: &'static str = number;
        lines(&[(50, 760, "Marsh Line | Statement"), (50, 700, text), (300, 30, number)])
    };
    let article = read(&pages(
        &[page("The mayor denied that the", "Page 1 of 2"), page("door was open.", "Page 2 of 2")],
        &[],
        "",
    ));
    let article = article.unwrap();
    assert!(article.text.as_str().contains("The mayor denied that the door was open."), "{}", article.text.as_str());
    let furniture: Vec<_> = article.furniture.iter().map(|found| article.text.slice(found.span)).collect();
    assert_eq!(furniture.len(), 4, "{furniture:?}");
    assert!(furniture.contains(&"Page 2 of 2"));
}

#[test]
fn what_stands_on_its_side_is_no_text() {
    let page = stream("", b"BT /F 10 Tf 50 700 Td (She agreed.) Tj ET BT /F 20 Tf 0 1 -1 0 30 300 Tm (DRAFT) Tj ET");
    assert_eq!(text(&[page]), "She agreed.");
}

#[test]
fn a_scan_and_a_damaged_file_say_what_to_do() {
    let scan = read(&pages(&[stream("", b"0 0 600 800 re f")], &[], ""));
    assert_eq!(scan, Err(PageError::Scanned { pages: 1 }));
    assert!(scan.unwrap_err().to_string().contains("OCR"));
    assert!(matches!(read(b"%PDF-1.4\n% nothing else"), Err(PageError::Damaged { .. })));
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn what_unfolds_beyond_measure_is_refused() {
    let once = packed(&vec![b' '; 300 << 20]);
    let too_much = Err(PageError::Overfull { what: "the PDF" });
    assert_eq!(read(&pages(&[stream("/Filter /FlateDecode", &once)], &[], "")), too_much);
    assert_eq!(read(&pages(&[stream("/Filter /Fl#61teDecode", &once)], &[], "")), too_much);
    let twice = packed(&once);
    for filters in ["[/FlateDecode /FlateDecode]", "[ /Fl/Fl ]", "4711 0 R", "[4711 0 R]"] {
        assert_eq!(read(&pages(&[stream(&format!("/Filter {filters}"), &twice)], &[], "")), too_much, "{filters}");
    }
}

#[test]
fn what_is_named_like_a_filter_is_none() {
    let font = b"<< /Type /FontDescriptor /Flags 34 /Fl 7 0 R /FL 1 >>".to_vec();
    let page = stream("/Filter /FlateDecode", &packed(b"BT /F 10 Tf 50 700 Td (She agreed.) Tj ET"));
    let form = stream("/Subtype /Form /Filter [/FlateDecode]", &packed(b"0 0 9 9 re f"));
    assert_eq!(read(&pages(&[page], &[font, form], "")).unwrap().text.as_str(), "She agreed.");
}

#[test]
fn a_picture_is_not_unpacked() {
    let picture = stream("/Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode", &packed(&vec![0; 300 << 20]));
    let file = pages(&[lines(&[(50, 700, "She agreed.")])], &[picture], "/XObject << /P 5 0 R >>");
    assert_eq!(read(&file).unwrap().text.as_str(), "She agreed.");
}

#[test]
fn forms_within_forms_are_counted() {
    let form = |name: &str, next: u32| {
        let resources =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /{name} {next} 0 R >> >>");
        stream(&resources, format!("/{name} Do ").repeat(200).as_bytes())
    };
    let forms: Vec<_> = (0..10).map(|level| form("X", 6 + level)).collect();
    let page = stream("", b"BT /F 10 Tf 50 700 Td (She agreed.) Tj ET /X Do");
    let article = read(&pages(&[page], &forms, "/XObject << /X 5 0 R >>")).unwrap();
    assert!(article.warnings[0].message.contains("left out"), "{:?}", article.warnings);
}

#[test]
fn deep_nesting_and_circles_end() {
    let deep = stream("", format!("BT /F 10 Tf 50 700 Td (She agreed.) Tj ET {}", "[".repeat(100_000)).as_bytes());
    assert_eq!(text(&[deep]), "She agreed.");
    let circle = file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 9 >>".to_vec(),
    ]);
    assert!(read(&circle).is_err());
    let dictionaries = file(&[[b"<< /A ".repeat(100_000), b">> ".repeat(100_000)].concat()]);
    assert!(read(&dictionaries).is_err());
}
