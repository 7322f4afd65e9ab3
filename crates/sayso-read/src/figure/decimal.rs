//! Exact decimal numbers: 1.2 million is 1200000, not a sum of rounding errors.

/// Digits that a 64-bit float holds exactly, whatever they are; a longer number is not read.
const EXACT_DIGITS: usize = 15;

/// A power of ten above any that news states; what is larger is not read.
const LARGEST_EXPONENT: i32 = 24;

/// `digits` × 10^`exponent` / `divisor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    exponent: i32,
    divisor: u64,
    negative: bool,
}

impl Decimal {
    /// A whole number.
    pub(super) fn whole(digits: u64) -> Self {
        Self { digits, exponent: 0, divisor: 1, negative: false }
    }

    /// A fraction; `None` for one of nothing.
    pub(super) fn ratio(digits: u64, divisor: u64) -> Option<Self> {
        (divisor > 0).then_some(Self { divisor, ..Self::whole(digits) })
    }

    /// Reads digits with commas or apostrophes between groups and a decimal point; `None` where the groups are no groups.
    pub(super) fn parse(written: &str) -> Option<Self> {
        if let Some((digits, divisor)) = written.chars().next().and_then(vulgar) {
            return Self::ratio(digits, divisor);
        }
        let written = written.replace(['\'', '’'], ",").replace('·', ".");
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        if !well_grouped(whole) || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let digits: String = whole.chars().filter(char::is_ascii_digit).chain(decimals.chars()).collect();
        if digits.trim_start_matches('0').len() > EXACT_DIGITS || decimals.len() > EXACT_DIGITS {
            return None;
        }
        Some(Self {
            digits: digits.parse().ok()?,
            exponent: -i32::try_from(decimals.len()).ok()?,
            divisor: 1,
            negative: false,
        })
    }

    /// Reads stops between groups and a decimal comma: '12.500,75', '1.250.000', '1,5'.
    pub(super) fn parse_continental(written: &str) -> Option<Self> {
        let (whole, decimals) = written.split_once(',').unwrap_or((written, ""));
        let groups: Vec<&str> = whole.split('.').collect();
        let well_grouped = groups.len() == 1 || well_grouped(&groups.join(",")) && !is_address(&groups);
        let digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if !well_grouped || !digits(decimals) || !groups.iter().all(|group| digits(group)) {
            return None;
        }
        Self::parse(&format!("{}.{decimals}", groups.concat()))
    }

    /// Times ten, `exponent` times over.
    pub(super) fn scaled(self, exponent: i32) -> Option<Self> {
        let exponent = self.exponent + exponent;
        (exponent <= LARGEST_EXPONENT).then_some(Self { exponent, ..self })
    }

    /// Times a whole number.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        Some(Self { digits: self.digits.checked_mul(factor)?, ..self })
    }

    /// A whole number and a fraction: 'three and a half'.
    pub(super) fn plus(self, fraction: Self) -> Option<Self> {
        if self.divisor != 1 || fraction.exponent != 0 {
            return None;
        }
        let whole = self.digits.checked_mul(10u64.checked_pow(self.exponent.try_into().ok()?)?)?;
        let digits = whole.checked_mul(fraction.divisor)?.checked_add(fraction.digits)?;
        Some(Self { digits, ..fraction })
    }

    /// Below nothing.
    pub(super) fn negated(self) -> Self {
        Self { negative: true, ..self }
    }

    /// The number nearest to it; always finite.
    pub(super) fn value(self) -> f64 {
        let scaled: f64 = format!("{}e{}", self.digits, self.exponent).parse().unwrap_or(0.0);
        let size = if self.divisor == 1 { scaled } else { scaled / self.divisor as f64 };
        if self.negative { -size } else { size }
    }
}

/// Whether a run of digits and commas is grouped by thousands, or in the Indian way ('12,00,000').
fn well_grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, middle @ .., last] = groups.as_slice() else { return true };
    let inner = |length: usize| middle.iter().all(|group| group.len() == length);
    let lengths = last.len() == 3 && (1..=3).contains(&first.len()) && (inner(3) || first.len() < 3 && inner(2));
    lengths && whole.bytes().all(|byte| byte == b',' || byte.is_ascii_digit())
}

/// Four groups that are an address on the Internet rather than thousands of millions: '192.168.100.200'.
fn is_address(groups: &[&str]) -> bool {
    groups.len() == 4 && !groups.ends_with(&["000"]) && groups.iter().all(|group| *group <= "255")
}

/// What a vulgar fraction stands for.
pub(super) fn vulgar(letter: char) -> Option<(u64, u64)> {
    Some(match letter {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Option<f64> {
        Decimal::parse(written).map(Decimal::value)
    }

    #[test]
    fn what_is_read() {
        assert_eq!(read("12,000"), Some(12000.0));
        assert_eq!(read("12,00,000"), Some(1200000.0));
        assert_eq!(read(".534"), Some(0.534));
        assert_eq!(read("0.1"), Some(0.1));
        assert_eq!(read("¾"), Some(0.75));
    }

    #[test]
    fn what_is_not() {
        for written in ["1,2,3", "12,0000", "1.2.3", "1234,567", "9".repeat(500).as_str()] {
            assert_eq!(read(written), None, "{written}");
        }
    }

    #[test]
    fn scales_are_exact() {
        let scaled = |written: &str, exponent| Decimal::parse(written)?.scaled(exponent).map(Decimal::value);
        assert_eq!(scaled("1.2", 6), Some(1200000.0));
        assert_eq!(scaled("348.8", 9), Some(348800000000.0));
        assert_eq!(scaled("1", 400), None);
    }
}
