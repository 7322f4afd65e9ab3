//! Word documents for tests: a text and its properties, packed as Word packs them.

use std::io::Write;

/// A Word document with this text, and with these properties.
pub fn word(body: &str, properties: &str) -> Vec<u8> {
    packed(&[("word/document.xml", body), ("docProps/core.xml", properties)])
}

/// A Word document of these parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    for (name, part) in parts {
        let (mut entry, config) = archive.new_file(name).start().unwrap();
        let mut writer = config.wrap(&mut entry);
        writer.write_all(part.as_bytes()).unwrap();
        let (_, descriptor) = writer.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    bytes
}
