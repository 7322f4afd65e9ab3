//! The styles. None carries meaning that a word, a sign or the place does not carry as well.

use anstyle::{AnsiColor, Style};

/// Running text.
pub const PLAIN: Style = Style::new();

/// The headline, and the heads of sections.
pub const HEAD: Style = Style::new().bold();

/// What is not the article, and what is said beside it.
pub const QUIET: Style = Style::new().dimmed();

/// Words that say who speaks.
pub const SOURCE: Style = Style::new().bold();

/// The same where they give no name.
pub const UNNAMED: Style = Style::new().bold().italic();

/// Words that attribute.
pub const CUE: Style = Style::new().underline();

/// What is attributed.
pub const CONTENT: Style = AnsiColor::Cyan.on_default();

/// What was amiss.
pub const WARNING: Style = AnsiColor::Yellow.on_default();

/// A style on top of another.
pub fn over(below: Style, above: Style) -> Style {
    let color = above.get_fg_color().or(below.get_fg_color());
    (below | above.get_effects()).fg_color(color)
}
