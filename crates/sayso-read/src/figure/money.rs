//! Currencies: signs and codes in front of a number, names and codes behind it.

use super::line::{Kind, Line};

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

fn code(line: &Line<'_>, last: usize, from: usize) -> Option<Currency> {
    let upper = line.raw(last).bytes().all(|byte| byte.is_ascii_uppercase()) || line.raw(last) == "Rs";
    if upper && line.glued(from) && line.raw(last) == "PS" {
        return currency(last, "pound sterling");
    }
    let stop = line.word(last) == "." && line.before(last, 1) == "rs";
    let at = last - usize::from(stop);
    let name = line.language().currencies.codes.get(line.word(at)).filter(|_| upper || stop)?;
    currency(at, name)
}

fn currency(edge: usize, name: &str) -> Option<Currency> {
    Some(Currency { edge, name: name.to_owned() })
}

fn dollar(line: &Line<'_>, sign: usize) -> Currency {
    let owner = sign.checked_sub(1).filter(|owner| line.is_capital(*owner)).and_then(|owner| {
        let close = line.glued(sign) || line.word(owner).len() == 2 || line.word(owner) == "s";
        line.language().currencies.dollars.get(line.word(owner)).filter(|_| close).map(|name| (owner, name.as_str()))
    });
    let (edge, name) = owner.unwrap_or((sign, "dollar"));
    Currency { edge, name: name.to_owned() }
}

/// The currency that stands behind a number phrase; its edge is the token after it.
/// `signed` says that a dollar sign stands in front: 'dollars', 'US' or 'CAD' may follow it.
pub(super) fn behind(line: &Line<'_>, to: usize, signed: bool) -> Option<Currency> {
    if signed {
        return owner_behind(line, to);
    }
    if let Some(name) =
        line.language().currencies.signs.get(line.word(to)).filter(|_| line.glued(to) && line.word(to) != "$")
    {
        return currency(to + 1, name);
    }
    let upper = line.raw(to).len() == 3 && line.raw(to).bytes().all(|byte| byte.is_ascii_uppercase());
    if let Some(name) = line.language().currencies.codes.get(line.word(to)).filter(|_| upper) {
        return currency(to + 1, name);
    }
    let of = usize::from(line.word(to) == "of");
    named(line, to + of)
}

fn owner_behind(line: &Line<'_>, to: usize) -> Option<Currency> {
    let word = line.word(to);
    if matches!(word, "dollars" | "dollar") {
        return currency(to + 1, "dollar");
    }
    let written = line.raw(to).len() > 1 && !line.raw(to).contains(char::is_lowercase);
    let name = line.language().currencies.dollars.get(word).filter(|_| written)?;
    let noun = line.is(to + 1, Kind::Word) && word == "us" && !line.is_function_word(to + 1);
    if noun { None } else { currency(to + 1, name) }
}

/// 'Danish crowns', 'Hong Kong dollars', 'euros'. Pounds without a nationality may be weights: units read them.
fn named(line: &Line<'_>, to: usize) -> Option<Currency> {
    let nation = (0..3).take_while(|ahead| line.is_capital(to + ahead)).count();
    for length in 0..=nation {
        let at = to + length;
        let stands = || !line.is_capital(at) && (length > 0 || is_currency_here(line, at));
        if let Some(name) = line.language().currencies.names.get(line.word(at)).filter(|_| stands()) {
            let nationality: Vec<&str> = (to..at).map(|index| line.word(index)).collect();
            return currency(at + 1, &with_nationality(line, &nationality, name));
        }
        if line.word(at) == "pounds" && (length > 0 || line.word(at + 1) == "sterling") {
            return currency(at + 1 + usize::from(length == 0), "pound sterling");
        }
    }
    None
}

/// 'Won' and 'real' are mostly no money: only behind a scale, and 'won' not as a verb.
fn is_currency_here(line: &Line<'_>, at: usize) -> bool {
    !matches!(line.word(at), "won" | "rand") || at > 0 && line.scale(at - 1).is_some()
}

fn with_nationality(line: &Line<'_>, nationality: &[&str], name: &str) -> String {
    let words = &line.language().currencies;
    match nationality {
        [] => name.to_owned(),
        [nation] if words.unnamed_nations.contains(nation) => name.to_owned(),
        [nation] if words.named_nations.contains(nation) && name.contains(' ') => name.to_owned(),
        _ => format!("{} {name}", nationality.join(" ")),
    }
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
    }

    #[test]
    fn behind_the_number() {
        assert_eq!(back("8000 Hong Kong dollars"), some(4, "hong kong dollar"));
        assert_eq!(back("75 euros"), some(2, "euro"));
        assert_eq!(back("5 Danish crowns"), some(3, "danish krone"));
        assert_eq!(back("10 pounds"), None);
        assert_eq!(back("5 won"), None);
        assert_eq!(back("50 US troops"), None);
    }
}
