//! Two claims held against each other: all by which it is told whether one answers or supports the other.

use sayso_read::Stance;
use serde::{Deserialize, Serialize};

use super::claims::Claims;
use crate::entity::EntityMatch;

macro_rules! features {
    ($($(#[$told:meta])* $name:ident,)*) => {
        /// What two claims, `a` and `b`, have to do with each other, each a number from 0 to 1; or what each weighs.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct PairFeatures {
            $($(#[$told])* pub $name: f64,)*
        }

        impl PairFeatures {
            /// The sum of all features, each by its weight.
            pub(super) fn weighed(&self, weights: &Self) -> f64 {
                [$(self.$name * weights.$name),*].iter().sum()
            }
        }
    };
}

features! {
    /// How much of the shorter the longer has, by the pair of wordings that share most.
    contained,
    /// What two wordings have in common over what they have.
    overlap,
    /// How much that weighs, however much else is said.
    common,
    /// A figure of the same things is the same.
    same_figure,
    /// Both state figures, and none is the same.
    other_figure,
    /// Mentions of `b`, as a share of those of the claim that has most.
    prominence,
    /// `b` is the claim that most mentions make.
    most_told,
    /// It is one of the three.
    often_told,
    /// Share of the articles of `a` that have `b` too.
    together,
    /// `b` is the nearest of another before `a` in an article.
    nearest,
    /// One over how many claims before it stands.
    closeness,
    /// `b` stands within the words of `a`: 'denied the ministry's claim that'.
    within,
    /// The words of `a` name a speaker of `b`.
    names,
    /// They speak of what was said.
    points,
    /// They do little else.
    bare,
    /// One negates and the other does not.
    negation,
    /// `a` denies.
    denies,
    /// `a` doubts.
    doubts,
    /// `a` confirms.
    confirms,
    /// `b` is the same, or may be the same, entity's.
    same_source,
    /// It may be.
    near_source,
    /// Nobody is named for one of them.
    open_source,
    /// `b` came first.
    answers,
    /// `a` points, and `b` is the claim that most mentions make.
    points_most_told,
    /// `a` points, and `b` stands nearest.
    points_nearest,
    /// `a` denies, by how much it has of `b`.
    denies_contained,
    /// `a` doubts, by how much it has of `b`.
    doubts_contained,
}

impl PairFeatures {
    /// Of two claims, where `b` stands so close before `a`.
    pub(super) fn of(claims: &Claims<'_>, (a, b): (usize, usize), closeness: f64) -> Self {
        let (mine, theirs) = (claims.facts(a), claims.facts(b));
        let (one, other) = (claims.wordings(a), claims.wordings(b));
        let is = |holds: bool| f64::from(u8::from(holds));
        let source = claims.entity_match(a, b);
        let contained = one.contained(other);
        let rank = claims.rank(b);
        let nearest = is(closeness >= 1.0);
        Self {
            contained,
            overlap: one.overlap(other),
            common: (one.common(other) / HEAVY).min(1.0),
            same_figure: is(one.share_of_figure(other) > 0.0),
            other_figure: is(one.differ(other)),
            prominence: claims.prominence(b),
            most_told: is(rank == 0),
            often_told: is(rank < 3),
            together: mine.together(theirs),
            nearest,
            closeness,
            within: is(claims.is_within(b, a)),
            names: is(mine.names(theirs)),
            points: is(mine.points),
            bare: is(mine.is_bare),
            negation: is(mine.negates != theirs.negates),
            denies: is(mine.stance == Stance::Denies),
            doubts: is(mine.stance == Stance::Doubts),
            confirms: is(mine.stance == Stance::Confirms),
            same_source: is(source == EntityMatch::Same),
            near_source: is(source == EntityMatch::Near),
            open_source: is(source == EntityMatch::Open),
            answers: is(claims.first(b) <= claims.first(a)),
            points_most_told: is(mine.points && rank == 0),
            points_nearest: is(mine.points) * nearest,
            denies_contained: is(mine.stance == Stance::Denies) * contained,
            doubts_contained: is(mine.stance == Stance::Doubts) * contained,
        }
    }
}

/// What two wordings have in common that have a good deal: four words that few others have.
const HEAVY: f64 = 16.0;
