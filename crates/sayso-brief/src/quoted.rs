//! Words of an article as they stand between quotation marks of the brief.

/// On one line, with single marks for the quotations inside.
pub(crate) fn inside(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut is_open = false;
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        out.push(match letter {
            '“' => '‘',
            '”' => '’',
            '"' => {
                is_open = !is_open;
                if is_open { '‘' } else { '’' }
            }
            other => other,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_inside_have_single_marks() {
        assert_eq!(inside("“We left,” she said.\n\n\"Now\" is late."), "‘We left,’ she said. ‘Now’ is late.");
    }
}
