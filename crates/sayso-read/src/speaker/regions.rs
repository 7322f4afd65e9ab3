//! Places that are no country of the table: continents, parts of kingdoms, states and provinces of federations.

/// Their names.
#[rustfmt::skip]
pub(super) const REGIONS: &[&str] = &[
    "Africa", "Antarctica", "Asia", "Central America", "Europe", "Latin America", "Middle East", "North America",
    "Oceania", "South America", "Chechnya", "Crimea", "England", "Gaza", "Greenland", "Hong Kong", "Kashmir",
    "Macau", "Northern Ireland", "Puerto Rico", "Scotland", "Tibet", "Wales", "West Bank", "Alabama", "Alaska",
    "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Hawaii", "Idaho",
    "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts",
    "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire",
    "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon",
    "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont",
    "Virginia", "West Virginia", "Wisconsin", "Wyoming", "Alberta", "British Columbia", "Manitoba", "New Brunswick",
    "Newfoundland and Labrador", "Nova Scotia", "Ontario", "Prince Edward Island", "Quebec", "Saskatchewan",
    "New South Wales", "Queensland", "South Australia", "Tasmania", "Western Australia",
];
