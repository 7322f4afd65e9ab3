//! Roles, source types and grounds of anonymity, on texts that a newcomer can read.
