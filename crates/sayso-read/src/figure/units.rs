//! The table of units: a name in the singular, and the ways it is written.

use std::sync::LazyLock;

use super::table::{self, Phrases, Words};

/// Units found by the first word of how they are written.
type Units = LazyLock<Phrases<&'static str>>;

/// Percent.
pub(super) static SHARES: Units = Units::new(|| Phrases::by_first(WAYS_OF_SHARES));
/// Units spelled out, in lower case.
pub(super) static SPELLED: Units = Units::new(|| Phrases::by_first(WAYS_SPELLED));
/// Symbols as written.
pub(super) static SYMBOLS: Units = Units::new(|| Phrases::by_first(WAYS_BY_SYMBOL));

/// Percent, in all the ways that news writes it: its sign or word belongs to the figure.
const WAYS_OF_SHARES: &[(&str, &str)] =
    &[("percentage point", "percentage point|percentage points"), ("percentage", "per cent|percent|pct|%")];

/// Spans of time.
pub(super) static DURATIONS: Words = Words::new(|| {
    table::words(
        "second seconds minute minutes hour hours hrs day days night nights week weeks weekend weekends \
    fortnight month months year years yr yrs decade decades century centuries semester semesters",
    )
});

/// What may stand between a number and a span of time without making it a count.
pub(super) static BETWEEN_DURATION: Words = Words::new(|| {
    table::words(
        "more further additional straight consecutive successive full whole long short calendar \
    working business solid and a half or so previous last past odd tumultuous difficult plus quarter extra other hot \
    busy light fiscal school",
    )
});

/// What figures are given per; others ('per person') belong to what is counted.
pub(super) static PER: Words = Words::new(|| {
    table::words(
        "second minute hour day night week month year decade century share barrel gallon litre liter ounce pound \
    ton tonne kilogram kilometre kilometer mile acre game",
    )
});

/// Units spelled out, in lower case.
const WAYS_SPELLED: &[(&str, &str)] = &[
    ("basis point", "basis point|basis points"),
    ("point", "point|points"),
    ("time", "times"),
    ("mile", "mile|miles"),
    ("nautical mile", "nautical mile|nautical miles"),
    ("kilometre", "kilometre|kilometres|kilometer|kilometers"),
    ("metre", "metre|metres|meter|meters"),
    ("centimetre", "centimetre|centimetres|centimeter|centimeters"),
    ("millimetre", "millimetre|millimetres|millimeter|millimeters"),
    ("micrometre", "micrometre|micrometres|micrometer|micrometers|microns"),
    ("nanometre", "nanometre|nanometres|nanometer|nanometers"),
    ("foot", "foot|feet"),
    ("inch", "inch|inches"),
    ("yard", "yard|yards"),
    ("light year", "light year|light years|light - years"),
    ("square metre", "square metre|square metres|square meter|square meters"),
    ("square foot", "square foot|square feet"),
    ("square mile", "square mile|square miles"),
    ("square kilometre", "square kilometre|square kilometres|square kilometer|square kilometers"),
    ("cubic metre", "cubic metre|cubic metres|cubic meter|cubic meters"),
    ("cubic foot", "cubic foot|cubic feet"),
    ("acre", "acre|acres"),
    ("hectare", "hectare|hectares"),
    ("gram", "gram|grams|gramme|grammes"),
    ("kilogram", "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos"),
    ("milligram", "milligram|milligrams"),
    ("tonne", "tonne|tonnes|metric ton|metric tons|metric tonnes"),
    ("ton", "ton|tons"),
    ("kiloton", "kiloton|kilotons"),
    ("pound", "pound|pounds"),
    ("ounce", "ounce|ounces"),
    ("fluid ounce", "fluid ounce|fluid ounces"),
    ("litre", "litre|litres|liter|liters"),
    ("millilitre", "millilitre|millilitres|milliliter|milliliters"),
    ("gallon", "gallon|gallons"),
    ("pint", "pint|pints"),
    ("dram", "drams"),
    ("barrel", "barrel|barrels"),
    ("celsius", "celsius|degrees celsius|degrees c|deg c|degrees centigrade"),
    ("fahrenheit", "fahrenheit|degrees fahrenheit|degrees f|deg f"),
    ("degree", "degree|degrees"),
    ("decibel", "decibel|decibels"),
    ("knot", "knot|knots"),
    ("volt", "volt|volts"),
    ("watt", "watt|watts"),
    ("kilowatt", "kilowatt|kilowatts"),
    ("kilowatt hour", "kilowatt hour|kilowatt hours|kilowatt - hours"),
    ("megawatt", "megawatt|megawatts"),
    ("megawatt hour", "megawatt hour|megawatt hours|megawatt - hours"),
    ("gigawatt", "gigawatt|gigawatts"),
    ("gigawatt hour", "gigawatt hour|gigawatt hours"),
    ("horsepower", "horsepower"),
    ("hertz", "hertz"),
    ("kilohertz", "kilohertz"),
    ("megahertz", "megahertz"),
    ("gigahertz", "gigahertz"),
    ("kilobyte", "kilobyte|kilobytes"),
    ("megabyte", "megabyte|megabytes"),
    ("gigabyte", "gigabyte|gigabytes"),
    ("terabyte", "terabyte|terabytes"),
    ("megabit", "megabit|megabits"),
    ("gigabit", "gigabit|gigabits"),
    ("megapixel", "megapixel|megapixels"),
    ("calorie", "calorie|calories"),
];

/// Symbols as written: letter case tells megawatts from milliwatts.
const WAYS_BY_SYMBOL: &[(&str, &str)] = &[
    ("percentage", "pc"),
    ("penny", "p"),
    ("kilometre per hour", "km / h|kph|kmh"),
    ("mile per hour", "mph"),
    ("metre per second", "m / s"),
    ("mile per gallon", "mpg"),
    ("square kilometre", "km ²|km 2|sq km"),
    ("square metre", "m ²|m 2|sq m"),
    ("square foot", "sq ft|sq . ft"),
    ("square mile", "sq mi"),
    ("kilometre", "km"),
    ("metre", "m"),
    ("centimetre", "cm"),
    ("millimetre", "mm"),
    ("micrometre", "μm|µm"),
    ("nanometre", "nm"),
    ("foot", "ft|′"),
    ("inch", "″"),
    ("mile", "mi"),
    ("yard", "yd"),
    ("kilogram", "kg"),
    ("gram", "g"),
    ("milligram", "mg"),
    ("pound", "lb|lbs"),
    ("ounce", "oz"),
    ("litre", "l"),
    ("millilitre", "ml"),
    ("celsius", "° C|degC"),
    ("fahrenheit", "° F|degF"),
    ("degree", "°"),
    ("decibel", "dB"),
    ("watt", "W"),
    ("kilowatt", "kW"),
    ("kilowatt hour", "kWh"),
    ("megawatt", "MW"),
    ("megawatt hour", "MWh"),
    ("gigawatt", "GW"),
    ("gigawatt hour", "GWh"),
    ("terawatt hour", "TWh"),
    ("horsepower", "hp"),
    ("brake horsepower", "bhp"),
    ("hertz", "Hz|HZ"),
    ("kilohertz", "kHz"),
    ("megahertz", "MHz"),
    ("gigahertz", "GHz|Ghz"),
    ("kilobyte", "KB"),
    ("megabyte", "MB"),
    ("megabit", "Mb"),
    ("gigabyte", "GB"),
    ("gigabit", "Gb"),
    ("terabyte", "TB"),
    ("megabit per second", "Mbps"),
    ("gigabit per second", "Gbps"),
    ("part per million", "ppm"),
    ("part per billion", "ppb"),
    ("pound per square inch", "psi"),
    ("kilopound per square inch", "ksi"),
    ("megapascal", "MPa"),
    ("megapixel", "MP"),
    ("point per game", "ppg"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_writing_has_two_units() {
        for table in [WAYS_SPELLED, WAYS_BY_SYMBOL] {
            let mut ways: Vec<&str> = table.iter().flat_map(|(_, ways)| ways.split('|')).collect();
            ways.sort_unstable();
            assert!(ways.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
