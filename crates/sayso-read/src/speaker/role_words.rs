//! Words around a name that show a role.

use sayso_lang::Words;
use serde::Deserialize;

/// What stands around a name and tells who somebody is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleWords {
    /// Forms of address, which are no role.
    pub(super) addresses: Words,
    /// Words before a title that belong to it although they begin sentences too or stand in small letters before capitals.
    pub(super) qualifiers: Words,
    /// Words that say that somebody is no longer what the role says.
    pub(super) past: Words,
    /// Words that open a description of what somebody was once or was to be.
    pub(super) not_now: Words,
    /// What opens a description and is no part of a role.
    pub(super) openers: Words,
    /// Ranks and academic titles: roles where the article gives no office.
    pub(super) ranks: Words,
    /// Offices that 'General' belongs to: 'Secretary General'.
    pub(super) before_general: Words,
    /// Nouns for people that are no role: relations, labels, parts in what happened.
    pub(super) no_roles: Words,
    /// Bodies whose membership is an office.
    pub(super) member_of: Words,
    /// Quantities behind which 'of' tells who is meant.
    pub(super) quantities: Words,
    /// Prepositions that tie to a role what it is of.
    pub(super) ties: Words,
    /// Prepositions before the body that somebody's name or office belongs to.
    pub(super) belonging: Words,
    /// Prepositions that stand inside a title.
    pub(super) inside_titles: Words,
    /// Words at which a description ends.
    pub(super) ends: Words,
    /// Verbs that stand before a name with its title and are no part of it.
    pub(super) verbs: Words,
}
