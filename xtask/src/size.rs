//! What a visitor downloads, against the budget.

use crate::repo;
use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Brotli bytes until the verdict answers to the visitor: never more than this.
const BUDGET: u64 = 150 * 1000;
/// What we aim at.
const AIM: u64 = 120 * 1000;

/// One shipped file, or a sum of them.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table; fails above the budget.
pub fn run() -> Result<ExitCode> {
    Ok(match measure_and_print()? {
        None => ExitCode::SUCCESS,
        Some(excess) => {
            println!("{excess}");
            ExitCode::FAILURE
        }
    })
}

/// Prints the table; returns a complaint if the budget is exceeded.
pub fn measure_and_print() -> Result<Option<String>> {
    let dist = repo::dist();
    let page = fs::read_to_string(dist.join("index.html"))
        .context("dist/ holds no page; `cargo xtask build` writes it")?;
    let mut files = BTreeMap::new();
    weigh_folder(&dist, "", &mut files)?;
    let texts = heaviest_core_text(&files);
    let first =
        |name: &str| name == "index.html" || Some(name) == texts.as_deref() || page.contains(name);

    let before = Record::read();
    let mut total = Weight::default();
    println!(
        "{:>9} {:>9} {:>9}  file (* until interactive)",
        "raw", "gzip", "brotli"
    );
    for (name, weight) in &files {
        let mark = if first(name) { "*" } else { " " };
        let change = before.change(&without_hash(name), weight.brotli);
        println!("{} {mark} {name}{change}", weight.row());
        if first(name) {
            total.add(*weight);
        }
    }
    let change = before.change("total", total.brotli);
    println!("{} * until interactive{change}", total.row());
    println!("{BUDGET:>29} * budget; the aim is {AIM}");
    let shipped = files
        .iter()
        .map(|(name, weight)| (without_hash(name), weight.brotli));
    Record::write(shipped.chain([("total".to_owned(), total.brotli)]))?;

    let excess = total.brotli.saturating_sub(BUDGET);
    Ok((excess > 0)
        .then(|| format!("the page is {excess} bytes above its budget. See which file grew above")))
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

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn row(&self) -> String {
        format!("{:>9} {:>9} {:>9}", self.raw, self.gzip, self.brotli)
    }
}

fn weigh_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Weight>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            weigh_folder(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, Weight::of(&fs::read(entry.path())?)?);
        }
    }
    Ok(())
}

/// A visitor fetches one language; the heaviest is the one that counts.
fn heaviest_core_text(files: &BTreeMap<String, Weight>) -> Option<String> {
    let core = files.iter().filter(|(name, _)| name.ends_with(".core.txt"));
    core.max_by_key(|(_, weight)| weight.brotli)
        .map(|(name, _)| name.clone())
}

/// The file's name as it stays from build to build: "style-3f2a….css" is "style.css".
fn without_hash(name: &str) -> String {
    let is_hash = |part: &&str| part.len() >= 12 && part.chars().all(|c| c.is_ascii_hexdigit());
    match name.split(['-', '.', '_']).find(is_hash) {
        Some(hash) => name.replace(&format!("-{hash}"), ""),
        None => name.to_owned(),
    }
}

/// The brotli bytes of the last run.
struct Record(BTreeMap<String, u64>);

impl Record {
    const FILE: &str = "size.txt";

    fn read() -> Self {
        let text = repo::scratch().and_then(|at| Ok(fs::read_to_string(at.join(Self::FILE))?));
        let text = text.unwrap_or_default();
        let rows = text.lines().filter_map(|line| {
            let (name, bytes) = line.split_once('\t')?;
            Some((name.to_owned(), bytes.parse().ok()?))
        });
        Self(rows.collect())
    }

    fn write(rows: impl Iterator<Item = (String, u64)>) -> Result<()> {
        let text: String = rows
            .map(|(name, bytes)| format!("{name}\t{bytes}\n"))
            .collect();
        let path = repo::scratch()?.join(Self::FILE);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        ensure!(path.exists(), "{} was not written", path.display());
        Ok(())
    }

    fn change(&self, name: &str, now: u64) -> String {
        match self.0.get(name) {
            Some(&then) if now > then => format!("  +{}", now - then),
            Some(&then) if now < then => format!("  -{}", then - now),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_hash;

    #[test]
    fn a_file_is_compared_under_the_name_that_stays() {
        let glue = "service-level-calculator-1d2f44f4b2a04d3c.js";
        assert_eq!(without_hash(glue), "service-level-calculator.js");
        let wasm = "service-level-calculator-1d2f44f4b2a04d3c_bg.wasm";
        assert_eq!(without_hash(wasm), "service-level-calculator_bg.wasm");
        assert_eq!(without_hash("locales/en.core.txt"), "locales/en.core.txt");
    }
}
