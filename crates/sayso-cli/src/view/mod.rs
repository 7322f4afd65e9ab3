//! A reading as a page for a person: the article with marks in it, then who says what, figures and
//! dates, then what was amiss.

mod article;
mod blocks;
mod dates;
mod figure_attributions;
mod figures;
#[cfg(test)]
mod golden;
mod heading;
mod inline_marks;
mod list;
mod speaker_words;
pub mod styled_text;
pub mod styles;
pub mod table;
mod time_words;
mod tree;
mod warnings;
mod words;

use sayso::Reading;

use self::words::{paragraph, words};

/// Columns of running text at most; longer lines are hard to follow.
const MEASURE: usize = 80;

/// Columns of the list at most; its columns would only drift apart.
const WIDEST_LIST: usize = 132;

/// What the page is shown on.
#[derive(Clone, Copy, Debug)]
pub struct PageWidth {
    /// In columns.
    pub width: usize,
    /// Whether bold, underline and colour are shown; without them, signs stand for them.
    pub styled: bool,
}

/// The page of a reading.
pub fn view(reading: &Reading, page: PageWidth) -> String {
    let measure = page.width.min(MEASURE);
    let sections = [
        heading::heading(&reading.article, measure),
        article::article(reading, measure, page.styled),
        list::list(reading, page.width.min(WIDEST_LIST)),
        figures::figures(reading, page.width.min(WIDEST_LIST)),
        dates::dates(reading, page.width.min(WIDEST_LIST)),
        inline_marks::legend(reading, measure, page.styled),
        warnings::warnings(reading, measure),
    ];
    let sections: Vec<String> = sections
        .iter()
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.iter().map(|line| line.print(page.styled) + "\n").collect())
        .collect();
    sections.join("\n")
}
