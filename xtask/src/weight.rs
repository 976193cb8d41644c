//! Bytes as they are and as they travel, and what they were at the last run.

use crate::repo;
use crate::shelf::without_hash;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

/// One shipped file, or a sum of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    /// As it is.
    pub raw: u64,
    /// As most hosts send it.
    pub gzip: u64,
    /// As the budget counts it.
    pub brotli: u64,
}

impl Weight {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let best = brotli::enc::BrotliEncoderParams {
            quality: 11,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &best)?;
        Ok(Self {
            raw: bytes.len() as u64,
            gzip: gzip.finish()?.len() as u64,
            brotli: brotli.len() as u64,
        })
    }

    /// Adds another.
    pub fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    /// In columns.
    pub fn row(&self) -> String {
        format!("{:>9} {:>9} {:>9}", self.raw, self.gzip, self.brotli)
    }
}

/// Every file of a folder by the name that stays from build to build.
pub fn weigh(folder: &Path) -> Result<BTreeMap<String, Weight>> {
    repo::names_in(folder)?
        .into_iter()
        .map(|name| {
            let weight = Weight::of(&fs::read(folder.join(&name))?)?;
            Ok((without_hash(&name), weight))
        })
        .collect()
}

/// The brotli bytes of the last run, by name of file or sum.
#[derive(Default)]
pub struct Record(BTreeMap<String, u64>);

impl Record {
    const FILE: &str = "size.txt";

    /// That of the last run; an empty one where there was none.
    pub fn read() -> Self {
        let text = repo::scratch().and_then(|at| Ok(fs::read_to_string(at.join(Self::FILE))?));
        let text = text.unwrap_or_default();
        let rows = text.lines().filter_map(|line| {
            let (name, bytes) = line.split_once('\t')?;
            Some((name.to_owned(), bytes.parse().ok()?))
        });
        Self(rows.collect())
    }

    /// Notes what a thing weighs now.
    pub fn note(&mut self, name: &str, bytes: u64) {
        self.0.insert(name.to_owned(), bytes);
    }

    /// Keeps it for the next run.
    pub fn write(&self) -> Result<()> {
        let rows = self.0.iter();
        let text: String = rows
            .map(|(name, bytes)| format!("{name}\t{bytes}\n"))
            .collect();
        let path = repo::scratch()?.join(Self::FILE);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// In words, how much heavier or lighter a thing has become.
    pub fn change(&self, name: &str, now: u64) -> String {
        match self.0.get(name) {
            Some(&then) if now > then => format!("  +{}", now - then),
            Some(&then) if now < then => format!("  -{}", then - now),
            _ => String::new(),
        }
    }
}
