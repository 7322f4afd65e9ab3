//! Words that outlets' names are made of, and nouns that tell an outlet; general English.

/// Words that end the name of an outlet and of little else.
pub(super) const MASTHEADS: &[&str] = &[
    "advertiser",
    "chronicle",
    "courier",
    "dispatch",
    "examiner",
    "gazette",
    "guardian",
    "herald",
    "inquirer",
    "news",
    "post",
    "press",
    "radio",
    "scotsman",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
];

/// Words that end the names of outlets and of other things.
pub(super) const WEAK_MASTHEADS: &[&str] = &[
    "age",
    "argus",
    "business",
    "citizen",
    "daily",
    "echo",
    "economist",
    "enquirer",
    "express",
    "globe",
    "independent",
    "insider",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "observer",
    "record",
    "register",
    "review",
    "sentinel",
    "spectator",
    "standard",
    "star",
    "statesman",
    "sun",
    "tech",
    "weekly",
];

/// Words that go on with an outlet's name behind the word that tells it.
pub(super) const NAME_GOES_ON: &[&str] = &[
    "africa",
    "agency",
    "america",
    "arabic",
    "asia",
    "channel",
    "daily",
    "europe",
    "express",
    "herald",
    "international",
    "london",
    "mirror",
    "network",
    "news",
    "newswire",
    "online",
    "persian",
    "post",
    "press",
    "radio",
    "report",
    "scotland",
    "service",
    "sport",
    "sports",
    "sunday",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "wales",
    "world",
];

/// Nouns that say by themselves that what they name is an outlet.
pub(super) const PAPERS: &[&str] = &["broadsheet", "magazine", "newspaper", "newspapers", "tabloid"];

/// Nouns for a broadcaster or one of its programmes.
pub(super) const BROADCASTERS: &[&str] = &[
    "broadcaster",
    "broadcasters",
    "channel",
    "network",
    "program",
    "programme",
    "radio",
    "show",
    "station",
    "television",
    "tv",
];

/// Nouns for an outlet of another make.
pub(super) const OTHERS: &[&str] = &["agencies", "agency", "media", "outlet", "outlets", "portal", "site", "website"];

/// Words before 'agency', 'site', 'channel' and the like that make it one of news.
pub(super) const OF_NEWS: &[&str] =
    &["broadcast", "monitoring", "news", "press", "radio", "satellite", "television", "tv", "wire"];

/// Words before 'media', 'television', 'agency' and the like that say whose.
pub(super) const WHOSE: &[&str] = &[
    "domestic",
    "foreign",
    "international",
    "local",
    "official",
    "public",
    "regional",
    "state",
    "state-controlled",
    "state-owned",
    "state-run",
];

/// Nouns that with 'the' before them go back to an outlet named earlier.
pub(super) const BACK_TO_PAPER: &[&str] = &["daily", "magazine", "newspaper", "paper", "tabloid", "weekly"];

/// Likewise, to a broadcaster.
pub(super) const BACK_TO_BROADCASTER: &[&str] = &["broadcaster", "channel", "network", "station"];

/// Likewise, to an agency or a site.
pub(super) const BACK_TO_OTHER: &[&str] = &["agency", "outlet", "portal", "site", "website"];

/// Names of several peoples that no ending tells.
pub(super) const PEOPLES: &[&str] =
    &["czech", "danish", "dutch", "french", "greek", "swiss", "thai", "u.k.", "u.s.", "uk", "us", "welsh"];
