//! The tables of currencies: a name, and the signs, codes or words that stand for it.

use super::table::{self, Names};

/// Signs and the currency that one alone stands for.
pub(super) static SIGNS: Names = Names::new(|| {
    table::names(&[
        ("dollar", "$"),
        ("pound sterling", "£"),
        ("euro", "€"),
        ("japanese yen", "¥"),
        ("indian rupee", "₹"),
        ("russian ruble", "₽"),
        ("ukrainian hryvnia", "₴"),
        ("shekel", "₪"),
        ("south korean won", "₩"),
    ])
});

/// What stands beside a dollar sign, before or behind it, to say whose dollar it is.
pub(super) static DOLLARS: Names = Names::new(|| {
    table::names(&[
        ("dollar", "us u.s u.s. usd"),
        ("australian dollar", "a au aud"),
        ("canadian dollar", "c ca can cad"),
        ("hong kong dollar", "hk"),
        ("new zealand dollar", "nz"),
        ("singapore dollar", "s"),
        ("taiwan dollar", "nt"),
        ("brazilian real", "r"),
        ("mexican peso", "mx"),
    ])
});

/// Codes and abbreviations in front of or behind a number.
pub(super) static CODES: Names = Names::new(|| {
    table::names(&[
        ("dollar", "usd"),
        ("euro", "eur"),
        ("pound sterling", "gbp"),
        ("australian dollar", "aud"),
        ("canadian dollar", "cad"),
        ("new zealand dollar", "nzd"),
        ("hong kong dollar", "hkd"),
        ("singapore dollar", "sgd"),
        ("japanese yen", "jpy"),
        ("chinese yuan", "cny rmb"),
        ("indian rupee", "inr rs"),
        ("swiss franc", "chf"),
        ("malaysian ringgit", "rm myr"),
        ("south african rand", "zar"),
        ("russian ruble", "rub"),
        ("ukrainian hryvnia", "uah"),
    ])
});

/// Names; where several countries use one alone, a nationality may precede it. Pounds alone may be weights.
pub(super) static NAMES: Names = Names::new(|| {
    table::names(&[
        ("dollar", "dollar dollars"),
        ("euro", "euro euros"),
        ("japanese yen", "yen"),
        ("chinese yuan", "yuan renminbi"),
        ("rupee", "rupee rupees"),
        ("ruble", "ruble rubles rouble roubles"),
        ("shekel", "shekel shekels"),
        ("peso", "peso pesos"),
        ("franc", "franc francs"),
        ("krona", "krona kronor"),
        ("krone", "krone kroner crowns"),
        ("cent", "cent cents"),
        ("penny", "pence"),
        ("won", "won"),
        ("south african rand", "rand"),
        ("lira", "lira lire"),
        ("baht", "baht"),
        ("malaysian ringgit", "ringgit"),
        ("rupiah", "rupiah"),
        ("hryvnia", "hryvnia hryvnias"),
        ("zloty", "zloty zlotys"),
        ("croatian kuna", "kuna"),
        ("dirham", "dirham dirhams"),
        ("riyal", "riyals"),
        ("rial", "rials"),
        ("dinar", "dinar dinars"),
        ("naira", "naira"),
        ("bitcoin", "bitcoin bitcoins"),
    ])
});
