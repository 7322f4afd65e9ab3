//! The words that expressions of time are made of.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::unit::{DayPart, Season, Unit};

/// What one word can stand for in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing that the grammar knows.
    Plain,
    /// Digits; too many of them for a number give none.
    Digits(Option<u32>),
    Month(i8),
    /// An abbreviation of a month or of a weekday, which may carry a full stop.
    ShortMonth(i8),
    Weekday(Weekday),
    ShortWeekday(Weekday),
    /// 'Mondays'.
    Weekdays(Weekday),
    Unit(Unit),
    /// 'years': a unit in the plural.
    Units(Unit),
    /// 'seven', 'twenty'.
    Cardinal(u32),
    /// 'hundred', 'thousand'.
    Scale(u32),
    Ordinal(u32),
    Season(Season),
    DayPart(DayPart),
    /// 'today', 'yesterday': days from the day of publication.
    Day(i8),
    /// A word that can open or carry an expression without any of the above.
    Key,
    /// 'the', 'about': a word that can open an expression, but only before one that carries it.
    Opener,
    /// 'fiscal', 'consecutive': a word that can stand between the two.
    Inner,
}

/// The longest word of the tables has so many bytes.
const LONGEST: usize = 13;

const MONTHS: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", ""),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];

const WEEKDAYS: [(&str, &str, &str, Weekday); 7] = [
    ("monday", "mondays", "mon", Weekday::Monday),
    ("tuesday", "tuesdays", "tue", Weekday::Tuesday),
    ("wednesday", "wednesdays", "wed", Weekday::Wednesday),
    ("thursday", "thursdays", "thu", Weekday::Thursday),
    ("friday", "fridays", "fri", Weekday::Friday),
    ("saturday", "saturdays", "sat", Weekday::Saturday),
    ("sunday", "sundays", "sun", Weekday::Sunday),
];

const UNITS: [(&str, &str, Unit); 11] = [
    ("", "seconds", Unit::Second),
    ("minute", "minutes", Unit::Minute),
    ("hour", "hours", Unit::Hour),
    ("day", "days", Unit::Day),
    ("week", "weeks", Unit::Week),
    ("weekend", "weekends", Unit::Weekend),
    ("month", "months", Unit::Month),
    ("quarter", "quarters", Unit::Quarter),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("century", "centuries", Unit::Century),
];

const CARDINALS: &str = "\
    one two three four five six seven eight nine ten eleven \
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(&str, u32); 3] = [("hundred", 100), ("thousand", 1000), ("dozen", 12)];

const ORDINALS: &str = "\
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh \
    twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

const SEASONS: [(&str, Season); 5] = [
    ("spring", Season::Spring),
    ("summer", Season::Summer),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("winter", Season::Winter),
];

const DAY_PARTS: [(&str, DayPart); 7] = [
    ("morning", DayPart::Morning),
    ("afternoon", DayPart::Afternoon),
    ("evening", DayPart::Evening),
    ("night", DayPart::Night),
    ("overnight", DayPart::Night),
    ("sunset", DayPart::Evening),
    ("sunrise", DayPart::Morning),
];

const DAYS: [(&str, i8); 3] = [("yesterday", -1), ("today", 0), ("tomorrow", 1)];

/// Words that mean a time alone or with what follows them.
const KEYS: &str = "\
    annual annually ash biannual biennial boxing christmas columbus current currently daily earlier early \
    easter eighties election fifties fiscal forties fortnight fourth future good h half halloween hourly \
    independence labor late lately later martin memorial mid midday middle midnight moment monthly new \
    nightly nineties noon now nowadays once palm past pearl period post pre present presently q quarterly \
    ramadan recent recently seventies sixties soon term thanksgiving thirties time tonight twenties twice \
    valentine veterans weekly yearly";

/// Words that only open an expression.
const OPENERS: &str = "\
    a about additional ahead all almost an another approximately around as at average beginning between circa \
    close coming comparable corresponding countless couple dozens each end entire every exactly few final \
    following foreseeable former full her his hundreds in its just last latest less many mere more my nearly \
    next no not numerous of on once only or our over per preceding previous prior right roughly same several \
    shortly since some sometime start that the their these this those thousands under until up upcoming \
    various very well whole within your";

/// Words that neither open nor carry an expression.
const INNER: &str = "\
    academic after and before business calendar consecutive distant ended fewer financial foreseeable from \
    further good immediate indefinite least like long longer month most near number other outset passing \
    point remainder remaining rest school short single solid straight successive tax tens than to trading \
    turn under working";

static LEXICON: LazyLock<HashMap<&'static str, Sense>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    words.extend(INNER.split(' ').map(|word| (word, Sense::Inner)));
    words.extend(OPENERS.split(' ').map(|word| (word, Sense::Opener)));
    words.extend(KEYS.split(' ').map(|word| (word, Sense::Key)));
    for (index, (long, short)) in (1..).zip(MONTHS) {
        words.extend([(short, Sense::ShortMonth(index)), (long, Sense::Month(index))]);
    }
    words.insert("sep", Sense::ShortMonth(9));
    for (long, plural, short, day) in WEEKDAYS {
        words.extend([(long, Sense::Weekday(day)), (plural, Sense::Weekdays(day)), (short, Sense::ShortWeekday(day))]);
    }
    for (short, day) in [("tues", Weekday::Tuesday), ("thurs", Weekday::Thursday), ("thur", Weekday::Thursday)] {
        words.insert(short, Sense::ShortWeekday(day));
    }
    for (singular, plural, unit) in UNITS {
        words.extend([(singular, Sense::Unit(unit)), (plural, Sense::Units(unit))]);
    }
    words.extend((1..).zip(CARDINALS.split(' ')).map(|(number, word)| (word, Sense::Cardinal(number))));
    words.extend((3..).zip(TENS).map(|(ten, word)| (word, Sense::Cardinal(10 * ten))));
    words.extend(SCALES.map(|(word, number)| (word, Sense::Scale(number))));
    words.extend((1..).zip(ORDINALS.split(' ')).map(|(number, word)| (word, Sense::Ordinal(number))));
    words.extend(SEASONS.map(|(word, season)| (word, Sense::Season(season))));
    words.extend(DAY_PARTS.map(|(word, part)| (word, Sense::DayPart(part))));
    words.extend(DAYS.map(|(word, shift)| (word, Sense::Day(shift))));
    words.remove("");
    words
});

/// What a token stands for, by its letters alone.
pub(super) fn sense(token: &str) -> Sense {
    if token.as_bytes()[0].is_ascii_digit() {
        return Sense::Digits(token.parse().ok());
    }
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..token.len()).filter(|_| token.is_ascii()) else { return Sense::Plain };
    lower.copy_from_slice(token.as_bytes());
    lower.make_ascii_lowercase();
    let word = str::from_utf8(lower).unwrap_or_default();
    LEXICON.get(word).copied().unwrap_or(Sense::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        assert_eq!(sense("OCTOBER"), Sense::Month(10));
        assert_eq!(sense("Sept"), Sense::ShortMonth(9));
        assert_eq!(sense("years"), Sense::Units(Unit::Year));
        assert_eq!(sense("7"), Sense::Digits(Some(7)));
        assert_eq!(sense("octobers"), Sense::Plain);
        assert_eq!(sense("99999999999999"), Sense::Digits(None));
    }

    #[test]
    fn every_word_is_within_the_bound() {
        assert!(LEXICON.keys().all(|word| word.len() <= LONGEST), "{LONGEST} is too short");
    }
}
