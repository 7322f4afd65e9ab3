//! What a mention counts: quantities that can be compared across articles.

use std::collections::HashSet;

use sayso_read::FigureRelation;
use sayso_read::record::FigureRecord;

use crate::mention::{Mention, Stated};
use crate::words::stems;
use crate::work;

/// A figure of a mention.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// Index into the mention's figures.
    pub(crate) index: usize,
    /// Value, or bounds.
    pub(crate) value: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// What is counted, as the stem of its last word, or the unit.
    pub(crate) counted: Option<String>,
    /// Whether it is a part of another figure of the mention.
    pub(crate) part: bool,
    /// Whether it is counted on top of another: 'a further 1,500 men'.
    pub(crate) on_top: bool,
    /// Whether it is taken from those just told of: 'three of the dead'.
    pub(crate) partitive: bool,
}

/// The quantities of a mention, in order of place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Quantities {
    pub(crate) quantities: Vec<Quantity>,
    /// Their numbers in order, each with the quantity's index.
    numbered: Vec<(f64, usize)>,
}

impl Quantities {
    pub(crate) fn of(mention: &Mention) -> Self {
        let read: HashSet<usize> = mention.figures.iter().filter_map(|stated| stated.read).collect();
        let has = |stated: &Stated, relation| stated.relations.contains(&relation);
        let figures = mention.figures.iter().enumerate();
        let counted = figures.filter(|(_, stated)| !has(stated, FigureRelation::RuledOut)).map(|(index, stated)| {
            let part = stated.is.part_of.is_some_and(|whole| read.contains(&whole));
            let (on_top, partitive) = (has(stated, FigureRelation::OnTop), has(stated, FigureRelation::OfThose));
            Quantity { part, on_top, partitive, ..Quantity::of(index, &stated.is) }
        });
        let quantities: Vec<Quantity> = counted.collect();
        let mut numbered: Vec<(f64, usize)> =
            quantities.iter().enumerate().filter_map(|(at, quantity)| Some((quantity.number()?, at))).collect();
        numbered.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        Self { quantities, numbered }
    }

    /// The first figure that is no part of another.
    pub(crate) fn main(&self) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| !quantity.part)
    }

    /// Whether both state figures and none that is the same.
    pub(crate) fn differs(&self, other: &Self) -> bool {
        if self.quantities.is_empty() || other.quantities.is_empty() {
            return false;
        }
        let (Some(one), Some(another)) = (self.main(), other.main()) else { return false };
        one.on_top != another.on_top || !one.same_value(another) && !self.has_pair(other)
    }

    /// Whether the main figures of both are one figure.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let (Some(one), Some(another)) = (self.main(), other.main()) else { return false };
        one.on_top == another.on_top && one.same_value(another)
    }
}

impl Quantities {
    /// By which mentions count the same: all that is compared of their quantities.
    pub(crate) fn key(&self) -> Vec<(Option<u64>, Option<&str>, bool, bool)> {
        let number = |quantity: &Quantity| quantity.number().map(f64::to_bits);
        let keys = self.quantities.iter().map(|one| (number(one), one.counted.as_deref(), one.part, one.on_top));
        keys.collect()
    }

    /// Whether a quantity of each have one value.
    fn has_pair(&self, other: &Self) -> bool {
        if let ([one], [another]) = (&self.quantities[..], &other.quantities[..]) {
            return one.same_value(another);
        }
        self.numbered.iter().any(|(number, index)| {
            let near = number.abs() * EQUAL * 2.0;
            let first = other.numbered.partition_point(|(another, _)| *another < number - near);
            let candidates = other.numbered[first..].iter().take_while(|(another, _)| *another <= number + near);
            let mut candidates =
                work::each(candidates).map(|(_, at)| (&self.quantities[*index], &other.quantities[*at]));
            candidates.any(|(a, b)| a.same_value(b))
        })
    }
}

impl Quantity {
    fn of(index: usize, figure: &FigureRecord) -> Self {
        let number = |number: &Option<serde_json::Number>| number.as_ref().and_then(serde_json::Number::as_f64);
        let counted = figure.counted.as_deref().map(str::to_owned).or_else(|| figure.unit.clone());
        let head = counted.and_then(|counted| stems(&counted).pop());
        let (value, low, high) = (number(&figure.value), number(&figure.low), number(&figure.high));
        Self { index, value, low, high, counted: head, part: false, on_top: false, partitive: false }
    }

    /// The number that stands for it.
    pub(crate) fn number(&self) -> Option<f64> {
        self.value.or(self.high).or(self.low)
    }

    fn same_value(&self, other: &Self) -> bool {
        matches!((self.number(), other.number()), (Some(one), Some(other)) if (one - other).abs() <= one.abs() * EQUAL)
    }
}

/// Numbers that a rounding parts are one.
const EQUAL: f64 = 1e-6;
