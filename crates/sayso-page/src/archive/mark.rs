//! What a packed member begins with.

/// What a member begins with: gzip's mark, and its only method (RFC 1952).
pub const MARK: [u8; 3] = [0x1f, 0x8b, 8];
