//! The cells of a table for spreadsheets: every cell is written here, so that none is a formula.
//!
//! A spreadsheet takes a cell for a formula by its first sign, after the blanks and quotation marks that it trims; and
//! where its separator is another than the comma it cuts a cell in two, so that what follows a separator counts as well
//! (OWASP, CSV Injection). An apostrophe before such a place makes it text.
//!
//! To undo it, a program drops one apostrophe at the head of a cell, and one right behind each separator and line end in
//! it: where the value itself has an apostrophe there, another was put before it.

use serde_json::Value;

/// What makes a formula, in ASCII and in full width, which some spreadsheets narrow.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What parts cells and rows in one country or another, beside the comma, behind which a quoted cell goes on.
const SEPARATORS: [char; 5] = [';', '\t', '|', '\r', '\n'];

/// A value as a cell: numbers stay numbers, all else is text that no spreadsheet runs.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => harmless(text),
        Value::Array(values) if values.iter().all(Value::is_string) => {
            harmless(&values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "))
        }
        other => harmless(&other.to_string()),
    }
}

/// Text with an apostrophe wherever a formula could begin. From the end to the head, so that each sign is seen once.
fn harmless(text: &str) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(text.len() + 1);
    // Whether what follows, its blanks and quotation marks aside, begins with a sign, and its first letter.
    let (mut runs, mut first) = (false, None);
    for letter in text.chars().rev() {
        if SEPARATORS.contains(&letter) && (runs || first == Some('\'')) {
            reversed.push('\'');
        }
        reversed.push(letter);
        runs = SIGNS.contains(&letter) || (runs && is_passed_over(letter));
        first = Some(letter);
    }
    if runs || first.is_some_and(|first| matches!(first, '\'' | '\t' | '\r' | '\n')) {
        reversed.push('\'');
    }
    reversed.into_iter().rev().collect()
}

/// What spreadsheets, or the programs before them, drop at the head of a cell.
fn is_passed_over(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// As the head of this file tells it.
    fn undone(cell: &str) -> String {
        let mut text = String::new();
        let mut at_head = true;
        for letter in cell.chars() {
            if !(at_head && letter == '\'') {
                text.push(letter);
            }
            at_head = SEPARATORS.contains(&letter);
        }
        text
    }

    #[test]
    fn whatever_made_it_no_cell_is_a_formula() {
        for (value, expected) in [
            (json!("=1+1"), "'=1+1"),
            (json!(["=HYPERLINK(1)", "=2"]), "'=HYPERLINK(1);' =2"),
            (json!("-5"), "'-5"),
            (json!(-5), "-5"),
            (json!(-0.5), "-0.5"),
            (json!(true), "true"),
            (json!("＝1"), "'＝1"),
            (json!(" \u{a0}\"@SUM(1)"), "' \u{a0}\"@SUM(1)"),
            (json!("\u{feff}+1"), "'\u{feff}+1"),
            (json!("\tMayor"), "'\tMayor"),
            (json!("'tis so"), "''tis so"),
            (json!("It fell to 3 - 4, he said"), "It fell to 3 - 4, he said"),
            (json!("a\n=1"), "a\n'=1"),
            (json!({"a": "=1"}), "{\"a\":\"=1\"}"),
        ] {
            assert_eq!(cell(&value), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_none_begins_a_formula(text in "[-=+@＝'\"; \\t\\r\\n|,a\u{feff}]{0,12}") {
            let made = cell(&json!(text));
            prop_assert_eq!(undone(&made), text);
            for part in made.split(SEPARATORS) {
                let first = part.trim_start_matches(|letter| letter != '\'' && is_passed_over(letter));
                prop_assert!(!first.starts_with(SIGNS), "{made:?}");
            }
        }

        #[test]
        fn any_number_stays_a_number(number in any::<i64>()) {
            prop_assert_eq!(cell(&json!(number)), number.to_string());
        }
    }
}
