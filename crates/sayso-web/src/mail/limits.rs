//! How often a mail may be asked for: the desk must not be what floods somebody's mailbox.

use std::time::Duration;

use crate::pace::Pace;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Mails that one household may ask for in an hour.
const FROM_ONE: u32 = 5;

/// Mails to one mailbox in a day.
const TO_ONE: u32 = 3;

/// Mails about one correction in a day: who would write to many strangers must send many corrections.
const ABOUT_ONE: u32 = 5;

/// Who asked how often.
#[derive(Debug)]
pub struct Limits {
    /// By household.
    pub household: Pace,
    /// By mailbox.
    pub mailbox: Pace,
    /// By correction.
    pub correction: Pace,
}

impl Limits {
    /// Nobody asked yet.
    pub fn new() -> Self {
        Self {
            household: Pace::new(FROM_ONE, HOUR),
            mailbox: Pace::new(TO_ONE, DAY),
            correction: Pace::new(ABOUT_ONE, DAY),
        }
    }
}
