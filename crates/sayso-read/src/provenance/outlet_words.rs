//! Words that outlets' names are made of, and nouns for outlets.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that outlets' names are made of, and nouns that tell an outlet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutletWords {
    /// Words that end the name of an outlet and of little else.
    pub(super) mastheads: Words,
    /// Words that end the names of outlets and of other things.
    pub(super) weak_mastheads: Words,
    /// Words that go on with an outlet's name behind the word that tells it.
    pub(super) name_goes_on: Words,
    /// Nouns that say by themselves that what they name is an outlet.
    pub(super) papers: Words,
    /// Nouns for a broadcaster or one of its programmes.
    pub(super) broadcasters: Words,
    /// Nouns for an outlet of another make.
    pub(super) others: Words,
    /// Words before 'agency', 'site', 'channel' and the like that make it one of news.
    pub(super) of_news: Words,
    /// Words before 'media', 'television', 'agency' and the like that say whose.
    pub(super) whose: Words,
    /// Nouns that with 'the' before them go back to an outlet named earlier.
    pub(super) back_to_paper: Words,
    /// Likewise, to a broadcaster.
    pub(super) back_to_broadcaster: Words,
    /// Likewise, to an agency or a site.
    pub(super) back_to_other: Words,
    /// Names of several peoples that no ending tells.
    pub(super) peoples: Words,
    /// Nouns for the press at large, which tell an outlet only behind a people or a word for whose it is.
    pub(super) media: Words,
    /// How words for peoples end: 'Iranian', 'Danish'.
    pub(super) people_endings: Words,
    /// What names of broadcasters hold, by which 'the broadcaster' may go back to one.
    pub(super) in_broadcasters: Words,
    /// What names of agencies hold, by which 'the agency' may go back to one.
    pub(super) in_agencies: Words,
    /// What no name holds to which 'the newspaper' goes back.
    pub(super) not_in_papers: Words,
    /// Words behind an outlet by which it stays the source: 'The Herald report said', 'the BBC, which said'.
    pub(super) report_goes_on: Words,
    /// Names of one word that something is told and that are no outlet's.
    pub(super) no_outlets: Words,
}

impl OutletWords {
    /// Whether a word ends the name of an outlet.
    pub(super) fn is_masthead(&self, word: &str) -> bool {
        self.mastheads.contains(word) || self.weak_mastheads.contains(word)
    }
}
