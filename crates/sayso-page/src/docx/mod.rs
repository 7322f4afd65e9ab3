//! From a Word document to an article (ECMA-376, part 1): its paragraphs, without what was deleted, hidden or commented, and
//! its notes behind them, as furniture.

mod body;
mod package;
mod problem;
mod properties;
#[cfg(test)]
mod tests;

use crate::article::{Article, FurnitureKind, Known, Warning};
use crate::composed::{Composed, ComposedBlock};
use crate::{LONGEST_DOCUMENT, PageError};

use package::Package;
pub(crate) use package::is_word;

/// Reads a Word document (.docx): its paragraphs, parted by blank lines.
///
/// # Errors
///
/// Where it is too large, or damaged beyond reading.
pub fn from_docx(bytes: &[u8], known: &Known) -> Result<Article, PageError> {
    if bytes.len() > LONGEST_DOCUMENT {
        return Err(PageError::TooLarge { bytes: bytes.len() });
    }
    let package = Package::open(bytes)?;
    let body = body::read(&package.part(package::BODY)?);
    let stated = package.part(package::PROPERTIES).map(|part| properties::read(&part)).unwrap_or_default();
    let part = |furniture: Option<FurnitureKind>| move |text| ComposedBlock { text, furniture };
    // Notes stand behind the text, and say of whom or from where something is, never what the article says.
    let notes = package::NOTES.into_iter().filter_map(|name| package.part(name).ok());
    let notes = notes.flat_map(|notes| body::read(&notes).paragraphs).map(part(Some(FurnitureKind::Other)));
    let parts = body.paragraphs.into_iter().map(part(None)).chain(notes).collect();
    let mut article = Composed { parts, heading: body.title, stated }.into_article(known)?;
    let broken =
        body.broken.map(|reason| format!("The Word document is damaged ({reason}): its text was read up to there."));
    article.warnings.extend(broken.map(Warning::new));
    Ok(article)
}
