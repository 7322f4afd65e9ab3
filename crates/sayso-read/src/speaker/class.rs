//! What kind of somebody a pronoun or a description can mean.

/// What a pronoun asks of whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 'he'
    Man,
    /// 'she'
    Woman,
    /// 'it'
    Thing,
    /// 'they'
    Many,
    /// 'the 62-year-old'
    Human,
    /// 'the organisation'
    Organisation,
    /// 'the company': no newspaper
    Company,
    /// 'the newspaper'
    Outlet,
    /// 'the country'
    Country,
}

impl Class {
    /// Whether only a person will do.
    pub fn is_human(self) -> bool {
        matches!(self, Self::Man | Self::Woman | Self::Human)
    }
}
