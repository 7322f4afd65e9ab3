//! Words of names and titles, as they are compared.

/// Words for comparing: lower case, letters and digits alone.
pub fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
