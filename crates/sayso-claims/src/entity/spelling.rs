//! Names that differ in the spelling alone, as of other scripts: 'Zelensky' and 'Zelenskyy', 'Abdulrahman' and 'Abdul Rahman'.

/// Letters of a spelling from which two names that have it are one person's.
const LEAST_SPELT: usize = 8;

/// The letters of a name without blanks, each once where it is doubled, with one sign for those that stand for one sound.
pub(super) fn spelling(name: &[&str]) -> Option<String> {
    let mut letters: Vec<char> = name.concat().chars().map(|letter| if letter == 'y' { 'i' } else { letter }).collect();
    letters.dedup();
    (name.len() > 1 && letters.len() >= LEAST_SPELT).then(|| letters.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings_is_one() {
        assert_eq!(spelling(&["olha", "zelensky"]), spelling(&["olha", "zelenskyy"]));
        assert_eq!(spelling(&["rami", "abdulrahman"]), spelling(&["rami", "abdul", "rahman"]));
        assert_ne!(spelling(&["anna", "marrow"]), spelling(&["anna", "harrow"]));
        assert_eq!(spelling(&["marrow"]), None);
    }
}
