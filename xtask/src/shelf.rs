//! The folder of what is built. All but the entry files carry their content's hash in their name:
//! a host may let browsers keep them for ever, and nothing of an older build is mixed in.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Hex digits of the hash in a name.
const DIGITS: usize = 10;

/// The folder, and under which name each file lies there.
pub struct Shelf {
    folder: PathBuf,
    names: BTreeMap<String, String>,
}

impl Shelf {
    /// An empty one.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            names: BTreeMap::new(),
        }
    }

    /// Stores a file; returns the name with the hash that it gets.
    pub fn put(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let hashed = with_hash(name, content);
        self.put_as(&hashed, content)?;
        let before = self.names.insert(name.to_owned(), hashed.clone());
        ensure!(before.is_none(), "two files of the build are called {name}");
        Ok(hashed)
    }

    /// Stores a file under a name that never changes.
    pub fn put_as(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))
    }

    /// The name with hash of each file so far, by its own name.
    pub fn names(&self) -> &BTreeMap<String, String> {
        &self.names
    }

    /// The name with hash of one file.
    pub fn name(&self, name: &str) -> Result<&str> {
        let hashed = self.names.get(name);
        let hashed = hashed.with_context(|| format!("the build has no file called {name}"));
        Ok(hashed?)
    }
}

/// "style.css" as "style-0123456789.css", "en.core.txt" as "en.core-0123456789.txt".
fn with_hash(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{extension}", hash(content))
}

/// The name without the hash.
pub fn without_hash(name: &str) -> String {
    let parts = name
        .rsplit_once('.')
        .and_then(|(stem, extension)| Some((stem.rsplit_once('-')?, extension)));
    match parts {
        Some(((stem, hash), extension))
            if hash.len() == DIGITS && hash.chars().all(|digit| digit.is_ascii_hexdigit()) =>
        {
            format!("{stem}.{extension}")
        }
        _ => name.to_owned(),
    }
}

/// The beginning of the content's hash, in hex.
pub fn hash(content: &[u8]) -> String {
    let whole = format!("{:016x}", fnv_1a(content));
    whole.chars().take(DIGITS).collect()
}

/// FNV-1a, 64 bits: it tells builds apart and keeps nobody out, so it need not be cryptographic.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Shelf, fnv_1a, with_hash, without_hash};
    use std::fs;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_changed_file_is_stored_under_another_name() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("shelf-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let before = Shelf::new(&folder).put("a.css", b"before")?;
        let after = Shelf::new(&folder).put("a.css", b"after")?;
        fs::remove_dir_all(&folder)?;
        assert_ne!(before, after);
        Ok(())
    }

    #[test]
    fn a_name_gets_its_hash_and_loses_it_again() {
        assert_eq!(
            with_hash("en.core.txt", b"foobar"),
            "en.core-85944171f7.txt"
        );
        assert_eq!(without_hash("en.core-85944171f7.txt"), "en.core.txt");
        assert_eq!(without_hash("chunk_3-85944171f7.wasm"), "chunk_3.wasm");
        assert_eq!(without_hash("index.html"), "index.html");
        assert_eq!(without_hash("slc-frame.js"), "slc-frame.js");
    }
}
