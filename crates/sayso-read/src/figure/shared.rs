//! One name for one currency: rupees are Indian where the text speaks of no others by their country.

use super::{Figure, FigureWords};

/// Gives currencies that several countries have the country that the text names with them, where that is one.
pub(super) fn name(figures: &mut [Figure], words: &FigureWords) {
    for plain in words.currencies.shared.iter() {
        let of_country = |unit: &str| unit.strip_suffix(plain).is_some_and(|country| country.ends_with(' '));
        let mut full = figures.iter().filter_map(|figure| figure.unit.as_deref()).filter(|unit| of_country(unit));
        let Some(one) = full.next().map(str::to_owned) else { continue };
        if full.all(|unit| unit == one) {
            figures.iter_mut().filter(|figure| figure.unit.as_deref() == Some(plain)).for_each(|figure| {
                figure.unit = Some(one.clone());
            });
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
