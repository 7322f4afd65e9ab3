//! What stands inside quotation marks.

use crate::tokens::Tokens;

/// Which tokens stand inside quotation marks; a mark left open counts to the end of its paragraph.
pub(super) fn quoted(tokens: &Tokens<'_>) -> Vec<bool> {
    let mut out = Vec::with_capacity(tokens.len());
    let (mut inside, mut paragraph) = (false, 0);
    for at in 0..tokens.len() {
        if tokens.paragraph_number(at) != paragraph {
            (inside, paragraph) = (false, tokens.paragraph_number(at));
        }
        match tokens.word(at) {
            "“" | "«" => inside = true,
            "”" | "»" => inside = false,
            "\"" => inside = !inside,
            _ => {}
        }
        out.push(inside);
    }
    out
}
