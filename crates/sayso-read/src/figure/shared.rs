//! One name for one currency: rupees are Indian where the text speaks of no others by their country.

use super::FigureWords;

/// Gives the currencies among units that several countries have the country that the text names with them, where that is
/// one.
pub(super) fn name(units: &mut [&mut String], words: &FigureWords) {
    for plain in words.currencies.shared.iter() {
        let of_country = |unit: &str| unit.strip_suffix(plain).is_some_and(|country| country.ends_with(' '));
        let mut full = units.iter().filter(|unit| of_country(unit));
        let Some(one) = full.next().map(|unit| unit.to_string()) else { continue };
        if full.all(|unit| **unit == one) {
            units.iter_mut().filter(|unit| unit.as_str() == plain).for_each(|unit| **unit = one.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    fn units(string: &str) -> Vec<String> {
        let text: sayso_text::Text = sayso_text::Text::new(string);
        let figures = crate::english().figures(&text, &[text.whole()], &[]);
        figures.into_iter().map(|figure| figure.unit.unwrap_or_default()).collect()
    }

    #[test]
    fn of_one_country() {
        assert_eq!(units("The fine is Rs 500 crore. He paid ₹20 lakh."), ["indian rupee", "indian rupee"]);
    }

    #[test]
    fn of_two_or_none() {
        assert_eq!(units("They paid Rs 500, INR 20 and PKR 30."), ["rupee", "indian rupee", "pakistani rupee"]);
        assert_eq!(units("They paid 500 pesos."), ["peso"]);
    }
}
