//! What proper names are made of and what stands around them.

use sayso_lang::Words;
use serde::Deserialize;

/// What proper names are made of and what stands around them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameWords {
    /// Words in the names of newspapers, broadcasters and agencies, which report rather than trade.
    pub(super) media: Words,
    /// Peoples and believers who have no country of the table.
    pub(super) peoples: Words,
    /// Roles that are common last names too.
    pub(super) surnames: Words,
    /// Words beside roles and adjectives of countries that are part of a title: 'State Department'.
    pub(super) portfolios: Words,
    /// Prepositions behind the plural of a role by which it is a body's name: 'Reporters Without Borders'.
    pub(super) behind_plurals: Words,
    /// Words behind which a name tells what its head is of or for: 'Ministry of Defence'.
    pub(super) head_ends: Words,
    /// Small words of a name that its acronym may leave out.
    pub(super) left_out: Words,
    /// Endings that a company's short name lacks.
    pub(super) corporate: Words,
    /// Styles without which a last name is hardly ever used.
    pub(super) styles: Words,
    /// Words that leave a name without a country or an owner open: every country has a Supreme Court.
    pub(super) open: Words,
    /// Prepositions that show a place behind them.
    pub(super) before_places: Words,
    /// Plurals without an s that own something in a name: 'Women's Institute'.
    pub(super) plural_owners: Words,
    /// Heads of names of countries, behind which a preposition goes on: 'Republic of Ireland'.
    pub(super) heads_with_of: Words,
    /// Prepositions inside names, and between a title and what it is of.
    pub(super) ties: Words,
    /// Heads of names that 'to' follows: 'Campaign to Protect Rural England'.
    pub(super) heads_with_to: Words,
    /// Heads of names that 'on' follows: 'Committee on Foreign Relations'.
    pub(super) heads_with_on: Words,
    /// Small words that do not stand inside a name even with a capital.
    pub(super) never_inside: Words,
    /// What a place or a group is joined to by a hyphen where it only tells more of a name.
    pub(super) modifiers: Words,
}
