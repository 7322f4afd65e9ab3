//! Where in an article the words stand that a person gives in a form.

use sayso::record::Offsets;

use crate::problem::Problem;

/// Where words stand in a text: their only place, or the only one that touches a place nearby.
pub fn place(text: &str, words: &str, near: Option<Offsets>) -> Result<Offsets, Problem> {
    let words = words.trim();
    let starts: Vec<usize> = text.match_indices(words).map(|(at, _)| at).filter(|_| !words.is_empty()).collect();
    let length = words.chars().count();
    let places: Vec<Offsets> =
        starts.iter().map(|at| text[..*at].chars().count()).map(|start| (start, start + length)).collect();
    let close: Vec<Offsets> = near
        .map(|near| places.iter().copied().filter(|at| at.0 < near.1 && near.0 < at.1).collect())
        .unwrap_or_default();
    match (&places[..], &close[..]) {
        ([one], _) | (_, [one]) => Ok(*one),
        ([], _) => Err(Problem::Wrong(format!(
            "“{words}” does not stand in the article just so. Copy the words as they are there, from one paragraph."
        ))),
        _ => Err(Problem::Wrong(format!(
            "“{words}” stands in the article {} times. Take some words before or behind it as well.",
            places.len()
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_placed_where_there_is_no_doubt() {
        let text = "Né à 12: “12 dead”, he said.\n\nLater 12 more.";
        assert_eq!(place(text, " 12 dead ", None), Ok((10, 17)));
        assert_eq!(place(text, "12", Some((10, 17))), Ok((10, 12)));
        for doubtful in ["12", "13", "", " "] {
            assert!(place(text, doubtful, None).is_err(), "{doubtful}");
        }
        assert!(place(text, "12", Some((0, 20))).is_err(), "two are near");
    }
}
