//! Word documents made for one trait each.

use super::body::read;

fn paragraphs(inner: &str) -> Vec<String> {
    read(&format!("<w:document><w:body>{inner}</w:body></w:document>")).paragraphs
}

#[test]
fn what_is_deleted_hidden_or_an_instruction_is_left_out() {
    let found = paragraphs(
        "<w:p><w:r><w:t>She </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>agreed</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>\
         <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> &amp; left.</w:t></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
    );
    assert_eq!(found, ["She agreed & left."]);
}

#[test]
fn breaks_and_tabs_join_no_words() {
    assert_eq!(
        paragraphs(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Contact</w:t><w:tab/><w:t>Bo</w:t><w:br/><w:t>Roe</w:t></w:r></w:p>"
        ),
        ["Contact Bo\nRoe"]
    );
}

#[test]
fn a_text_box_is_read_once_and_apart() {
    let inner = "<w:txbxContent><w:p><w:r><w:t>In brief</w:t></w:r></w:p></w:txbxContent>";
    let found = paragraphs(&format!(
        "<w:p><w:r><w:t>The mayor </w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice>\
         <mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>denied it.</w:t></w:r></w:p>"
    ));
    assert_eq!(found, ["In brief", "The mayor denied it."]);
}

#[test]
fn a_text_that_breaks_off_is_read_up_to_there() {
    let body = read("<w:document><w:body><w:p><w:r><w:t>She agreed.</w:t></w:r></w:p><w:p><w:r><w:t>He</w:x>");
    assert_eq!(body.paragraphs, ["She agreed.", "He"]);
    assert!(body.broken.is_some());
}

#[test]
fn elements_nested_deeply_cost_nothing_but_themselves() {
    let deep = format!("{}<w:r><w:t>She agreed.</w:t></w:r>", "<w:p>".repeat(200_000));
    assert_eq!(paragraphs(&deep), ["She agreed."]);
}
