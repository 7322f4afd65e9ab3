//! Numbers and counts in words: 'about 12,000 soldiers', 'up to 10,000', '3 outlets'.

use sayso_ledger::record::Point;
use serde_json::Number;

/// Units of measurement that are given in the singular and counted in the plural.
const MEASURES: [&str; 9] = ["centimetre", "degree", "dollar", "euro", "kilometre", "knot", "metre", "pound", "tonne"];

/// With a comma between thousands.
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let whole = digits.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = sign.to_owned();
    for (place, digit) in digits[..whole].chars().enumerate() {
        if place > 0 && (whole - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let rest = &digits[whole..];
    out + if rest == ".0" { "" } else { rest }
}

/// 'about 12,000', 'up to 10,000', 'at least 200', '10 to 20'.
#[must_use]
pub fn worth(point: &Point) -> String {
    let shown = |number: &Number| grouped(&number.to_string());
    let about = if point.approximate { "about " } else { "" };
    match (&point.value, &point.low, &point.high) {
        (Some(value), ..) => format!("{about}{}", shown(value)),
        (None, Some(low), Some(high)) => format!("{about}{} to {}", shown(low), shown(high)),
        (None, Some(low), None) => format!("at least {}", shown(low)),
        (None, None, Some(high)) => format!("up to {}", shown(high)),
        (None, None, None) => "a number".to_owned(),
    }
}

/// The same with what is counted: 'about 1,900 kilometres', '50 percent'.
#[must_use]
pub fn counted(point: &Point) -> String {
    match point.unit.as_deref() {
        None => worth(point),
        Some("percentage") => format!("{} percent", worth(point)),
        Some(unit) if MEASURES.binary_search(&unit).is_ok() => format!("{} {unit}s", worth(point)),
        Some(unit) => format!("{} {unit}", worth(point)),
    }
}

/// '1 outlet', '3 outlets', '1,200 articles', '2 stories'.
#[must_use]
pub fn count(number: usize, what: &str) -> String {
    let plural = match what.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{what}s"),
    };
    format!("{} {}", grouped(&number.to_string()), if number == 1 { what } else { &plural })
}
