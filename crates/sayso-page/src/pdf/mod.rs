//! From a PDF to an article: its text in the order in which it is read, what runs through its pages marked.
//!
//! The file's objects are read by `hayro-syntax`, its fonts by `hayro-font`; what text stands where follows from the
//! operators of a page ([`glyphs`]), and from where it stands, what is a line, a column, a paragraph.

mod admission;
mod budget;
mod character;
mod fonts;
mod glyphs;
mod headline;
mod lines;
mod order;
mod paragraphs;
mod running;
mod show;
mod stated;
#[cfg(test)]
mod tests;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::article::{Article, FurnitureKind, Known, Warning};
use crate::composed::{Composed, ComposedBlock};
use crate::{LONGEST_DOCUMENT, PageError};

use admission::Refused;
use budget::Budget;
use fonts::Fonts;
use paragraphs::Placed;

/// What such a file is called in errors.
const WHAT: &str = "the PDF";

/// More pages are a book; the rest of it is left out, with a warning.
const MOST_PAGES: usize = 1000;

/// So many characters of which the file does not say which letters they are make a text that has gaps: one in a hundred.
const UNNAMED_ONE_IN: usize = 100;

/// Reads a PDF: its paragraphs, parted by blank lines; running heads and page numbers are marked as furniture.
///
/// # Errors
///
/// Where it is too large, protected by a password, damaged beyond reading, or has pictures of pages alone.
pub fn from_pdf(bytes: &[u8], known: &Known) -> Result<Article, PageError> {
    if bytes.len() > LONGEST_DOCUMENT {
        return Err(PageError::TooLarge { bytes: bytes.len() });
    }
    let admitted = admission::admit(bytes).map_err(|refused| match refused {
        Refused::TooMuch => PageError::Overfull { what: WHAT },
        Refused::Protected => PageError::Protected { what: WHAT },
    })?;
    let pdf = Pdf::new(admitted).map_err(unreadable)?;
    let mut budget = Budget::default();
    let pages = read_pages(&pdf, &mut budget);
    if pages.iter().all(Vec::is_empty) && budget.unnamed_characters() == 0 {
        return Err(PageError::Scanned { pages: pdf.pages().len() });
    }
    let mut warnings = warnings(&pdf, &pages, &budget);
    let paragraphs = paragraphs::of(&running::mark(pages));
    let heading = headline::of(&paragraphs);
    let parts = paragraphs.into_iter().map(|paragraph| ComposedBlock {
        furniture: paragraph.is_running.then_some(FurnitureKind::Other),
        text: paragraph.text,
    });
    let composed = Composed { parts: parts.collect(), heading, stated: stated::of(pdf.metadata()) };
    let mut article = composed.into_article(known)?;
    warnings.append(&mut article.warnings);
    Ok(Article { warnings, ..article })
}

fn unreadable(error: LoadPdfError) -> PageError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            PageError::Protected { what: WHAT }
        }
        LoadPdfError::Decryption(_) => {
            PageError::Damaged { what: WHAT, reason: "what it says of its protection makes no sense".to_owned() }
        }
        LoadPdfError::Invalid => PageError::Damaged { what: WHAT, reason: "no pages are found in it".to_owned() },
    }
}

/// The lines of each page, in the order in which they are read.
fn read_pages(pdf: &Pdf, budget: &mut Budget) -> Vec<Vec<Placed>> {
    let fonts = Fonts::new();
    let pages = pdf.pages().iter().take(MOST_PAGES).enumerate();
    let lines = pages.map(|(page, content)| {
        let lines = order::read(lines::of(&glyphs::of_page(content, &fonts, budget)));
        lines.into_iter().map(|line| Placed { is_running: line.is_artifact, line, page }).collect()
    });
    lines.collect()
}

fn warnings(pdf: &Pdf, pages: &[Vec<Placed>], budget: &Budget) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if pdf.pages().len() > MOST_PAGES {
        warnings.push(format!("The PDF has {} pages; the first {MOST_PAGES} were read.", pdf.pages().len()));
    }
    if budget.is_over() {
        warnings.push("The PDF draws more than is read of one document: a part of it was left out.".to_owned());
    }
    let letters: usize = pages.iter().flatten().map(|placed| placed.line.text.len()).sum();
    if budget.unnamed_characters() * UNNAMED_ONE_IN > letters {
        warnings.push(
            "The PDF does not say which letters some of its signs are: the text has gaps. Look for the same article as a page."
                .to_owned(),
        );
    }
    let empty = pages.iter().filter(|page| page.is_empty()).count();
    if empty > 0 {
        let (pages, have) = if empty == 1 { ("page", "has") } else { ("pages", "have") };
        warnings.push(format!(
            "{empty} {pages} of the PDF {have} no text: blank, or pictures of text, which are not read."
        ));
    }
    warnings.into_iter().map(Warning::new).collect()
}
