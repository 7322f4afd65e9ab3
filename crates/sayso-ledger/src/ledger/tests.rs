//! Adding in any order, settling, deciding.
