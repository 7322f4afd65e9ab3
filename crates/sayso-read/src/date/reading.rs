//! Reads short texts for the tests of the rules.

use sayso_text::Text;

/// What is found in a text of Wednesday 15 September 2010, each as 'words = value', with the modifier behind.
pub(super) fn read(string: &str) -> Vec<String> {
    read_on(string, jiff::civil::Date::new(2010, 9, 15).ok())
}

/// The same for a text of some day.
pub(super) fn read_on(string: &str, published: Option<jiff::civil::Date>) -> Vec<String> {
    let text: Text = Text::new(string);
    let line = |date: &super::Date| {
        let modifier = date.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.name()));
        format!("{} = {}{modifier}", text.slice(date.span), date.value)
    };
    crate::english().dates(&text, &[text.whole()], published).iter().map(line).collect()
}
