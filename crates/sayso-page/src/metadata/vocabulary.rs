//! The words by which a page's author and dates are found, as a language's folder holds them; `lang/en/page/` says what each
//! list is for.

use sayso_lang::{Patterns, Phrases, Table};
use serde::Deserialize;

/// `page/byline.toml`: what stands around the names of authors.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct BylineWords {
    pub(super) openings: Patterns,
    pub(super) between_section_and_name: Patterns,
    pub(super) lines: Patterns,
    pub(super) signed: Patterns,
    pub(super) plain_lines: Phrases,
    pub(super) and: Patterns,
    pub(super) and_behind_comma: Patterns,
    pub(super) before_day: Patterns,
    pub(super) months_behind_day: Patterns,
    pub(super) months_before_day: Patterns,
    pub(super) closings: Patterns,
    pub(super) roles_behind_comma: Patterns,
    pub(super) roles_behind_word: Patterns,
    pub(super) roles: Patterns,
    pub(super) no_names: Patterns,
    pub(super) accounts: Patterns,
}

/// `page/marks.toml`: what a page's makers call its parts.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct MarkWords {
    pub(super) names: Patterns,
    pub(super) no_names: Patterns,
    pub(super) dates: Patterns,
    pub(super) publication: Patterns,
    pub(super) change: Patterns,
    pub(crate) walls: Patterns,
    pub(crate) comments: Patterns,
    pub(super) no_dates: Patterns,
    pub(super) kickers: Patterns,
    pub(super) elsewhere: Patterns,
    pub(super) layout: Patterns,
    pub(super) leads: Patterns,
    pub(super) live: Patterns,
    pub(super) entry_names: Patterns,
    pub(super) author_pages: Patterns,
    pub(super) account_pages: Patterns,
}

/// `page/months.toml`: dates in a page's text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct MonthWords {
    pub(super) day_endings: Patterns,
    pub(super) before_month: Patterns,
    pub(super) before_year: Patterns,
    pub(super) labels: Patterns,
    pub(super) month_first_zones: Patterns,
    pub(super) month_first_regions: Phrases,
    /// By how many hours its countries' clocks are ahead of universal time, in winter and in summer.
    pub(super) hours_ahead: Option<[u32; 2]>,
    /// How the names of months begin.
    pub(super) months: Table<u32>,
}
