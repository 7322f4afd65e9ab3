//! How a part points back.

/// How a part points back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// By the noun of the whole: 'two of the buildings', '10 percent of consumers'.
    Named,
    /// By 'those' or 'that': 'half of those cuts'.
    Pointed,
    /// By what was answered: 'only 30% believed that'.
    Surveyed,
    /// By nothing but that its sentence goes on with it: '(40 were held.) Nine were charged'.
    Bare,
    /// By what is left: '219 remain missing'.
    Left,
}
