//! Currencies: signs and codes in front of a number, names and codes behind it.

use super::line::{Line, TokenKind};
use super::range_words::Joint;

/// A currency and the token next to the number phrase at which it ends or begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    pub(super) edge: usize,
    pub(super) name: String,
}

/// The currency that stands in front of the token `from`; its edge is the first token of both.
pub(super) fn in_front(line: &Line<'_>, from: usize) -> Option<Currency> {
    let last = from.checked_sub(1)?;
    if line.word(last) == "$" {
        return Some(dollar(line, last));
    }
    if let Some(name) = line.language().currencies.signs.get(line.word(last)) {
        let nation = line.glued(last) && line.language().currencies.before_sign.contains(line.before(last, 1));
        return currency(last - usize::from(nation), name);
    }
    if let Some(name) = prefixed_sign(line, last) {
        return currency(last - 1, name);
    }
    ascii_pound(line, last).or_else(|| code(line, last, from))
}

/// '$5-7m', '£3 to 4 billion': the currency in front of the first number of a range, where `from` is its second.
pub(super) fn in_front_of_range(line: &Line<'_>, from: usize) -> Option<Currency> {
    let joint = from.checked_sub(1)?;
    let word = line.language().ranges.joints.get(line.word(joint));
    if !line.is_dash(joint) && word.is_none_or(|joint| *joint == Joint::List) {
        return None;
    }
    let scale = usize::from(line.is(joint.wrapping_sub(1), TokenKind::Word));
    let first = joint.checked_sub(1 + scale).filter(|first| line.is(*first, TokenKind::Number))?;
    in_front(line, first)
}

/// Whether the number `from..to` is an amount of money by what stands around it.
pub(super) fn is_around(line: &Line<'_>, from: usize, to: usize) -> bool {
    let signed = || in_front(line, from.checked_sub(1).filter(|dash| line.is_dash(*dash) && line.glued(from))?);
    let front = in_front(line, from).or_else(signed).or_else(|| in_front_of_range(line, from));
    front.or_else(|| behind(line, to, false)).is_some()
}

/// '$US113': the country between the sign and the number.
fn prefixed_sign<'w>(line: &Line<'w>, last: usize) -> Option<&'w String> {
    let signed = line.glued(last) && line.before(last, 1) == "$";
    line.language().currencies.dollars.get(line.word(last)).filter(|_| signed)
}

/// '# 0.79' and 'GB #20.1': the pound sign of old plain-text wires; '#214' is an identifier.
fn ascii_pound(line: &Line<'_>, last: usize) -> Option<Currency> {
    let british = line.before(last, 1) == "gb";
    let price = line.word(last + 1).contains('.') || line.scale(last + 2).is_some();
    let found = line.word(last) == "#" && (british || price);
    found.then(|| Currency { edge: last - usize::from(british), name: "pound sterling".into() })
}

/// 'SEK 400m', 'Rs. 500', 'CHF20': a code or an abbreviation; one that is a word, too, needs an amount behind it.
fn code(line: &Line<'_>, last: usize, from: usize) -> Option<Currency> {
    let stop = usize::from(line.word(last) == "." && line.glued(last));
    let at = last.checked_sub(stop)?;
    let name = abbreviated(line, at).filter(|_| !is_word(line, at) || is_amount(line, from))?;
    currency(at, name)
}

/// The currency that a token is a code or an abbreviation of.
fn abbreviated<'w>(line: &Line<'w>, at: usize) -> Option<&'w String> {
    let words = &line.language().currencies;
    let code = || line.raw(at).len() == 3 && line.raw(at).bytes().all(|byte| byte.is_ascii_uppercase());
    let name = words.abbreviations.get(line.raw(at)).or_else(|| words.codes.get(line.word(at)).filter(|_| code()));
    name.or_else(|| in_millions(line, at))
}

/// 'MSEK', 'MEUR': the code of a currency with an M for millions before it.
pub(super) fn in_millions<'w>(line: &Line<'w>, at: usize) -> Option<&'w String> {
    let code = line.raw(at).strip_prefix('M').filter(|code| code.len() == 3)?;
    let upper = code.bytes().all(|byte| byte.is_ascii_uppercase());
    line.language().currencies.codes.get(&code.to_ascii_lowercase()).filter(|_| upper)
}

/// Whether a code is a word or another abbreviation, too: 'ALL', 'COP'.
fn is_word(line: &Line<'_>, at: usize) -> bool {
    line.language().currencies.also_words.contains(line.word(at))
}

/// Whether a number is written as amounts of money are: with groups, decimals or a scale.
fn is_amount(line: &Line<'_>, number: usize) -> bool {
    let letters = line.glued(number + 1) && line.language().numbers.letters.get(line.word(number + 1)).is_some();
    line.word(number).contains([',', '.']) || letters || line.scale(number + 1).is_some()
}

fn currency(edge: usize, name: &str) -> Option<Currency> {
    Some(Currency { edge, name: name.to_owned() })
}

fn dollar(line: &Line<'_>, sign: usize) -> Currency {
    let owner = sign.checked_sub(1).filter(|owner| is_owner(line, *owner, sign)).and_then(|owner| {
        let close = line.glued(sign) || line.word(owner).len() >= 2 || matches!(line.word(owner), "s" | "c");
        line.language().currencies.dollars.get(line.word(owner)).filter(|_| close).map(|name| (owner, name.as_str()))
    });
    let (edge, name) = owner.unwrap_or((sign, "dollar"));
    Currency { edge, name: name.to_owned() }
}

/// 'HK$', and in texts whose words were parted 'hk $ 10'; small letters alone are mostly words.
fn is_owner(line: &Line<'_>, owner: usize, sign: usize) -> bool {
    let parted = !line.glued(sign) && !line.glued(sign + 1);
    // 'The strike cost us $5 million.'
    let small = line.word(owner).len() >= 2 && (parted || line.glued(sign)) || parted && line.word(owner) == "c";
    line.is_capital(owner) || small && line.is(owner, TokenKind::Word)
}

/// The currency that stands behind a number phrase; its edge is the token after it.
/// `signed` says that a dollar sign stands in front: 'dollars', 'US' or 'CAD' may follow it.
pub(super) fn behind(line: &Line<'_>, to: usize, signed: bool) -> Option<Currency> {
    if signed {
        return owner_behind(line, to);
    }
    let apart = || !line.glued(to) && !line.is(to + 1, TokenKind::Number);
    let stands = || line.glued(to) && line.word(to) != "$" || apart();
    if let Some(name) = line.language().currencies.signs.get(line.word(to)).filter(|_| stands()) {
        return currency(to + 1, name);
    }
    let scaled = || is_scaled(line, to) || line.before(to, 1).contains([',', '.']);
    if let Some(name) = abbreviated(line, to).filter(|_| !is_word(line, to) || scaled()) {
        return currency(to + 1, name);
    }
    let of = line.word(to) == "of";
    let hyphen = line.is_dash(to) && line.glued(to) && line.glued(to + 1);
    named(line, to + usize::from(of || hyphen))
}

/// Whether a number that ends before a token ends with a scale: 'million', 'bn'.
fn is_scaled(line: &Line<'_>, to: usize) -> bool {
    let Some(last) = to.checked_sub(1) else { return false };
    let letters = line.glued(last) && line.language().numbers.letters.get(line.word(last)).is_some();
    line.scale(last).is_some() || letters
}

fn owner_behind(line: &Line<'_>, to: usize) -> Option<Currency> {
    let word = line.word(to);
    if matches!(word, "dollars" | "dollar") {
        return currency(to + 1, "dollar");
    }
    let written = line.raw(to).len() > 1 && !line.raw(to).contains(char::is_lowercase);
    let name = line.language().currencies.dollars.get(word).filter(|_| written)?;
    let noun = line.is(to + 1, TokenKind::Word) && word == "us" && !line.is_function_word(to + 1);
    if noun { None } else { currency(to + 1, name) }
}

/// 'Danish crowns', 'Hong Kong dollars', 'euros'. Pounds without a nationality may be weights: units read them.
fn named(line: &Line<'_>, to: usize) -> Option<Currency> {
    let lower = small_nation(line, to);
    let nation = (0..3).take_while(|ahead| line.is_capital(to + ahead)).count().max(lower);
    for length in 0..=nation {
        let at = to + length;
        let stands = || !line.is_capital(at) && (length > 0 || is_currency_here(line, at));
        if let Some(name) = line.language().currencies.names.get(line.word(at)).filter(|_| stands()) {
            let nationality: Vec<&str> = (to..at).map(|index| line.word(index)).collect();
            return currency(at + 1, &with_nationality(line, &nationality, name));
        }
        if line.word(at) == "pounds" && (length > 0 || line.word(at + 1) == "sterling") {
            let nationality: Vec<&str> = (to..at).map(|index| line.word(index)).collect();
            let name = with_nationality(line, &nationality, "pound");
            let sterling = length == 0 || line.language().currencies.unnamed_nations.contains(line.word(to));
            let name = if sterling { "pound sterling" } else { &name };
            return currency(at + 1 + usize::from(length == 0), name);
        }
    }
    None
}

/// How many words in small letters are a nationality: 'australian', 'hong kong'.
fn small_nation(line: &Line<'_>, at: usize) -> usize {
    let words = &line.language().currencies;
    let two = || words.small_nations.contains(&[line.word(at), line.word(at + 1)].join(" "));
    let one = line.word(at);
    match words.unnamed_nations.contains(one) || words.named_nations.contains(one) || words.small_nations.contains(one)
    {
        true => 1,
        false => 2 * usize::from(two()),
    }
}

/// 'Won' and 'marks' are mostly no money: only behind a scale.
fn is_currency_here(line: &Line<'_>, at: usize) -> bool {
    !line.language().currencies.mostly_others.contains(line.word(at)) || is_scaled(line, at)
}

/// The one name of a currency: 'danish krone' for Danish crowns.
fn with_nationality(line: &Line<'_>, nationality: &[&str], name: &str) -> String {
    let words = &line.language().currencies;
    let full = match nationality {
        [] => name.to_owned(),
        [nation] if words.unnamed_nations.contains(nation) => name.to_owned(),
        _ if words.named_nations.contains(&nationality.join(" ")) && name.contains(' ') => name.to_owned(),
        _ => format!("{} {name}", nationality.join(" ")),
    };
    words.one_of_many.get(&full).cloned().unwrap_or(full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str, from: usize) -> Option<(usize, String)> {
        in_front(&Line::english(text), from).map(|found| (found.edge, found.name))
    }

    fn back(text: &str) -> Option<(usize, String)> {
        behind(&Line::english(text), 1, false).map(|found| (found.edge, found.name))
    }

    fn some(edge: usize, name: &str) -> Option<(usize, String)> {
        Some((edge, name.to_owned()))
    }

    #[test]
    fn in_front_of_the_number() {
        assert_eq!(front("US$14 billion", 2), some(0, "dollar"));
        assert_eq!(front("A$60", 2), some(0, "australian dollar"));
        assert_eq!(front("$US113", 2), some(0, "dollar"));
        assert_eq!(front("worth £3", 2), some(1, "pound sterling"));
        assert_eq!(front("USD10", 1), some(0, "dollar"));
        assert_eq!(front("# 0.79", 1), some(0, "pound sterling"));
        assert_eq!(front("Flight #214", 2), None);
        assert_eq!(front("SEK 400m", 1), some(0, "swedish krona"));
        assert_eq!(front("Rs. 500", 2), some(0, "rupee"));
        assert_eq!(front("Kr1.2bn", 1), some(0, "crown"));
        assert_eq!(front("TRY 4,500", 1), some(0, "turkish lira"));
    }

    #[test]
    fn codes_that_are_words() {
        assert_eq!(front("ALL 50 states", 1), None);
        assert_eq!(front("COP28", 1), None);
        assert_eq!(front("All 1,500 men", 1), None);
        assert_eq!(back("50 TOP"), None);
    }

    #[test]
    fn behind_the_number() {
        assert_eq!(back("8000 Hong Kong dollars"), some(4, "hong kong dollar"));
        assert_eq!(back("75 euros"), some(2, "euro"));
        assert_eq!(back("5 Danish crowns"), some(3, "danish krone"));
        assert_eq!(back("10 pounds"), None);
        assert_eq!(back("10 Egyptian pounds"), some(3, "egyptian pound"));
        assert_eq!(back("10 British pounds"), some(3, "pound sterling"));
        assert_eq!(back("7 Swedish crowns"), some(3, "swedish krona"));
        assert_eq!(back("20-dollar note"), some(3, "dollar"));
        assert_eq!(back("400 NOK"), some(2, "norwegian krone"));
        assert_eq!(back("5 won"), None);
        assert_eq!(back("50 US troops"), None);
    }
}
