//! Addresses, one a line.

/// The addresses of a list; a line that begins with '#' is a remark.
pub fn addresses(text: &str, most: usize) -> Result<Vec<String>, String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let addresses: Vec<&str> = lines.take(most).collect();
    let is_address = |line: &&str| line.starts_with("http://") || line.starts_with("https://");
    if addresses.is_empty() || !addresses.iter().all(is_address) {
        return Err("it is neither a feed nor a sitemap nor OPML, nor a list with one address a line".to_owned());
    }
    Ok(addresses.into_iter().map(str::to_owned).collect())
}
