//! How long a document may be.

use std::io::Read;

use sayso::LONGEST_DOCUMENT;

/// The longest document that is read at once, in bytes; longer streams are read line by line.
pub const LONGEST: u64 = LONGEST_DOCUMENT as u64;

/// All bytes of one document.
///
/// # Errors
///
/// Where they cannot be read, or are too many.
pub fn whole(stream: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    stream.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LONGEST {
        let most = LONGEST >> 20;
        return Err(format!("longer than {most} MiB; a stream is read with --jsonl"));
    }
    Ok(bytes)
}
