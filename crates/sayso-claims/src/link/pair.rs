//! Two claims compared: all features that decide whether one answers or supports the other.

use sayso_read::Stance;
use serde::{Deserialize, Serialize};

use super::candidates::PairPosition;
use super::claims::Claims;

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
    /// The same, where `a` denies.
    denies_contained,
    /// What two wordings have in common over what they have.
    overlap,
    /// The square of that: what is nearly the same counts more than twice what is half the same.
    alike,
    /// How much of what they have in common weighs, however much else is said.
    common,
    /// The main figure of both is the same.
    main_figure,
    /// How much the story says of what `b` says.
    central,
    /// The same, where `a` speaks of what was said.
    points_central,
    /// `b` is one with which an article of `a` begins.
    lead,
    /// The same, where `a` speaks of what was said.
    points_lead,
    /// One over how many sources before `a` in an article `b` stands.
    closeness,
    /// It is the nearest, and `a` speaks of what was said.
    points_nearest,
    /// `b` stands within the words of `a`: 'denied the ministry's claim that'.
    within,
    /// The words of `a` name a speaker of `b`.
    names,
}

impl PairFeatures {
    /// Of two claims, where `b` stands so before `a`.
    pub(super) fn of(claims: &Claims<'_>, (a, b): (usize, usize), standing: PairPosition) -> Self {
        let (mine, theirs) = (claims.facts(a), claims.facts(b));
        let (one, other) = (claims.wordings(a), claims.wordings(b));
        let is = |holds: bool| f64::from(u8::from(holds));
        let points = is(mine.points);
        let (contained, overlap, central) = (one.contained(other), one.overlap(other), claims.centrality(b));
        Self {
            contained,
            denies_contained: is(mine.stance == Stance::Denies) * contained,
            overlap,
            alike: overlap * overlap,
            common: (one.common(other) / HEAVY).min(1.0),
            main_figure: is(one.agrees(other)),
            central,
            points_central: points * central,
            lead: standing.lead,
            points_lead: points * standing.lead,
            closeness: standing.closeness,
            points_nearest: points * is(standing.closeness >= 1.0),
            within: is(claims.is_within(b, a)),
            names: is(mine.names(theirs)),
        }
    }
}

/// What two wordings have in common that have a good deal: four words that few others have.
const HEAVY: f64 = 16.0;
