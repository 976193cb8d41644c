//! Splits a linked program where `#[wasm_split]` says so.

use crate::glue;
use anyhow::{Result, anyhow, ensure};
use std::fs;
use std::path::Path;

/// The script by which the main part fetches the others. It and the glue import each other.
pub const LINK: &str = "link.js";

/// Writes the parts into the folder, and the script that fetches them; returns the main part.
pub fn split(linked: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let main = folder.join("main.wasm");
    let link = format!("./{LINK}");
    let glue = format!("./{}", glue::FILE);
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &glue;
    options.emit_dwarf = false;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the program cannot be split: {report:?}"))?;
    for part in &split.split_modules {
        // Without one of its own the part's functions would stay in main and nobody would notice.
        ensure!(part.is_file(), "{} was not written", part.display());
    }
    let script = folder.join(LINK);
    fs::write(&script, glue::careful_link(&fs::read_to_string(&script)?)?)?;
    Ok(fs::read(&main)?)
}
