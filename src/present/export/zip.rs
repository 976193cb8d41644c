//! An archive of files that are stored as they are: a table of a few kilobytes is not worth a
//! compressor on the page.

/// Reflected, as ZIP has it.
const POLYNOMIAL: u32 = 0xedb8_8320;

fn checksum(content: &[u8]) -> u32 {
    let byte = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (POLYNOMIAL & (sum & 1).wrapping_neg())
        })
    };
    !content.iter().fold(!0, byte)
}

/// The bytes of an archive of these files, by name.
pub fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let (mut archive, mut listed) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = archive.len() as u32;
        let entry = described(name, content.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&entry);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());
        listed.extend(b"PK\x01\x02\x14\x00");
        listed.extend(&entry);
        // No comment, first disk, nothing about the file.
        listed.extend([0; 10]);
        listed.extend(at.to_le_bytes());
        listed.extend(name.as_bytes());
    }
    let (count, size) = (files.len() as u16, listed.len() as u32);
    let at = archive.len() as u32;
    archive.append(&mut listed);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    archive.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    archive.extend([0; 2]);
    archive
}

/// What stands of a file in both places: version 2.0, names in UTF-8, stored, the first of January
/// 1980, checksum, sizes, length of the name, nothing more.
fn described(name: &str, content: &[u8]) -> Vec<u8> {
    let size = (content.len() as u32).to_le_bytes();
    let mut entry = vec![0x14, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
    entry.extend(checksum(content).to_le_bytes());
    entry.extend([size, size].concat());
    entry.extend((name.len() as u16).to_le_bytes());
    entry.extend([0; 2]);
    entry
}
